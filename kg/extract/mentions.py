"""What is named: a head word of a sentence → a :class:`Referent`, its mention and what kind of thing it refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from kg.extract.firms_in_short import firm_in_short, land_of_works
from kg.extract.names import Found, chained, elsewhere, find_names, find_resources, is_where, lies_in
from kg.extract.owners import ACTOR_LABELS, entity_span, owners
from kg.extract.tokens import Doc, Token
from kg.model import ActorType, Mention, Sector
from kg.vocab import Entity, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse

_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "case", "advmod", "npadvmod"})
# A recogniser may take in the preposition before a name ("of the D.C. District Court").
_LOWER_START = re.compile(r"^(?:(?:of|the|and|in|for|at|by|from|with|to)\s+)+(?=[A-Z])")


# Where somebody stands who does something, or to whom it is done.
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_WORKS = frozenset({"resource/infrastructure", "resource/factories", "resource/mines"})


class Kind(Enum):
    """What a noun phrase can be in a claim."""

    ACTOR = "actor"
    PLACE = "place"
    RESOURCE = "resource"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Referent:
    """A noun phrase as read. ``states`` are the ids of the states that its words name; ``term`` a resource's id."""

    mention: Mention
    kind: Kind
    plural: bool
    person: bool
    gender: str | None = None
    term: str | None = None
    entity: str | None = None
    label: str = ""


def is_works(referent: Referent, vocab: Vocabulary) -> bool:
    """Is it a plant, a mine or another work, not what it yields?"""
    return vocab.is_kind(referent.term or "", _WORKS)


def of_sector(referent: Referent, sectors: frozenset[Sector], vocab: Vocabulary) -> bool:
    """Is it a known actor, or one by his role, of one of the sectors: somebody in power, somebody under arms?"""
    known = vocab.entities.get(referent.entity or "") or vocab.roles.get(referent.mention.head)
    return known is not None and known.sector in sectors


@dataclass
class Block:
    """A parsed block with its look-ups, filled once: names, resource terms and referents by head token."""

    doc: Doc
    offset: int
    text: str
    vocab: Vocabulary
    names: dict[int, Found] = field(default_factory=dict)
    resources: dict[int, Found] = field(default_factory=dict)
    cache: dict[int, Referent] = field(default_factory=dict)
    # Whose those are whom the text calls by a name that is better known as another's.
    homes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, parse: Parse, vocab: Vocabulary) -> Block:
        """Copy the parse, and look its names and terms up."""
        doc, kept = Doc(parse), parse.user_data
        text = str(kept["text"]) if "text" in kept else doc.text
        return cls(doc, int(kept.get("offset", 0)), text, vocab, find_names(doc, vocab), find_resources(doc, vocab))

    def may_refer(self, token: Token) -> bool:
        """Can the noun be one for somebody, a place or a resource? Most are none, and need not be read to know it."""
        if token.pos_ == "PROPN" or token.ent_type_ or token.i in self.names or token.i in self.resources:
            return True
        return token.lemma_.lower() in self.vocab.role_heads

    def referent(self, token: Token) -> Referent:
        """What the noun phrase headed by ``token`` refers to, as far as its own words say."""
        known = self.cache.get(token.i)
        if known is None:
            known = _read(self, token)
            if not known.mention.owners and (home := self.homes.get(known.mention.name)):
                known = replace(known, mention=replace(known.mention, owners=home))
            self.cache[token.i] = known
        return known


def phrase(token: Token) -> tuple[int, int]:
    """First and last token (inclusive) of the noun phrase without what follows its head."""
    start = token.i
    for child in token.lefts:
        if child.dep_ in _LEFT and child.left_edge.i < start:
            start = child.left_edge.i
    return start, token.i


def _read(block: Block, token: Token) -> Referent:
    start, end = phrase(token)
    beside = _name_beside(block, token)
    found = _name_at(block, beside or token)
    entity = entity_span(beside or token)
    name = ""
    thing = block.resources.get(token.i)
    if thing is not None:
        end = max(end, thing.end - 1)  # "the Atacama salt flat", although the parser ends the phrase at "salt"
    if found:
        name, end = found.name, max(end, found.end - 1)
    if entity and (not found or entity[1] - entity[0] > found.end - found.start) and _is_name(block, entity):
        start, end = min(start, entity[0]), max(end, entity[1] - 1)
        name = block.doc[entity[0] : entity[1]].text.removeprefix("the ").removeprefix("The ")
        name = _LOWER_START.sub("", name.removesuffix("'s").removesuffix("’s").strip())
    office = token.nbor(-1) if token.i and not found and " " not in name else None
    if name and office is not None and office.lemma_.lower() in block.vocab.words("other-offices"):
        name = f"{office.text} {name}"  # so that nobody takes the judge for a leader of the same surname
    first, last = block.doc[start], block.doc[end]
    span = (block.offset + first.idx, block.offset + last.idx + len(last))
    mention = Mention(
        block.text[first.idx : last.idx + len(last)],
        span[0],
        span[1],
        token.lemma_.lower(),
        name,
        tuple(owners(block, token, name)),
    )
    return _classify(block, token, mention, found)


def _name_beside(block: Block, token: Token) -> Token | None:
    """The person's name in apposition to a title or role: "its leader Rashad al-Alimi", "the president, Richard Nixon"."""
    if token.tag_ not in ("NN", "NNP") or token.lemma_.lower() not in block.vocab.roles:
        return None
    after = token.right_edge.i + 1
    if token.right_edge != token and after < len(token.doc) and token.doc[after].ent_type_ == "PERSON":
        # "the Vice President of the United States Mike Pence"
        ends = (t for t in token.doc[after : after + 6] if t.i + 1 == len(token.doc) or token.doc[t.i + 1].ent_iob_ != "I")
        return next(ends, None) if token.doc[after].ent_iob_ == "B" else None
    names = (c for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.ent_type_ == "PERSON")
    return next((c for c in names if c.left_edge.i - token.i <= 2), None)


def _is_name(block: Block, entity: tuple[int, int]) -> bool:
    """A recogniser's entity counts as a name only if it is written like one and is no resource."""
    tokens = block.doc[entity[0] : entity[1]]
    return tokens[-1].text[:1].isupper() and not all(t.i in block.resources for t in tokens)


def _name_at(block: Block, token: Token) -> Found | None:
    """The known name that holds the head, or that its last left modifier ends ("President Putin" headed by either)."""
    found = block.names.get(token.i)
    return found if found and found.end > token.i else None


def _classify(block: Block, token: Token, mention: Mention, found: Found | None) -> Referent:
    vocab = block.vocab
    one = token.tag_ == "NNPS" and token.ent_type_ == "ORG"  # a company, however its name ends
    plural = (token.tag_ in ("NNS", "NNPS") and not one) or any(c.dep_ == "conj" for c in token.children)
    sense = found.senses[0] if found and found.senses else None
    if sense and sense.how == "demonym" and token.ent_type_ == "PERSON" and not plural:
        sense = None  # a surname that is also a people's name
        mention = replace(mention, name=mention.name or token.text)
    known = vocab.entities.get(sense.actor) if sense else None
    resource = block.resources.get(token.i)
    resource = resource if resource and resource.end > token.i else None
    if known is not None and sense is not None:
        if sense.how != "demonym":
            return _known_actor(known, mention, plural, resource.resource if resource else None)
        if token.pos_ == "ADJ" and not _a_native(token):
            return Referent(mention, Kind.OTHER, plural, False)
        return _of_people(block, token, known, mention, plural, resource.resource if resource else None)
    capital = token.ent_type_ in ("PERSON", "GPE") and not token.text.islower()  # "coltan" in small letters is no town
    somebody = capital and not _grade(block, token) and not _opening_goods(token, block.vocab)
    term = resource.resource if resource and not somebody else None
    if term and _calls_itself_fund(token, mention, term, vocab):
        term = None  # a Rights Fund is a body, not money
    unsure = term is not None and vocab.resources[term].ambiguous
    if place := _as_place(token, mention, found, term, plural, vocab):
        return place
    opening = token.i == token.sent.start and not token.ent_type_  # "Tin climbed": a capital alone makes no name
    if term and not (unsure and token.pos_ == "PROPN" and not vocab.resources[term].asset and not opening):
        # Warships and tanks are things that are sold, and those who fire.
        if token.dep_ == "nsubj" and (mine := acting_asset(mention, term, plural, vocab)):
            return mine
        acting = _role(block, token) or _acting_fund(token, vocab)
        kind = Kind.ACTOR if acting else Kind.RESOURCE
        return Referent(mention, kind, plural, False, term=term, label=acting or "")
    role = _role(block, token)
    if role:
        return Referent(mention, Kind.ACTOR, plural, vocab.roles[role].type is ActorType.PERSON, label=role)
    if title := _title_before(block, token):
        named = replace(mention, name=block.text[title : mention.end - block.offset])
        return Referent(named, Kind.ACTOR, plural, True, label=named.name)
    if token.pos_ == "PROPN" and token.text != token.lower_ and token.lemma_.lower() in vocab.words("paper-nouns"):
        return Referent(mention, Kind.OTHER, plural, False)  # the Abraham Accords act for nobody
    if token.ent_type_ in ACTOR_LABELS and token.pos_ in ("PROPN", "NOUN") and mention.name:
        return _recognised(token, mention, plural, vocab, _campaigners(block, token))
    if _team(block, token):
        return Referent(mention, Kind.ACTOR, plural, False, label=mention.text.removeprefix("the ").removeprefix("The "))
    if _counts_people(block, token):
        return Referent(mention, Kind.ACTOR, True, True, label="people")
    if token.ent_type_ in ("LOC", "FAC") and mention.name:
        return Referent(mention, Kind.PLACE, plural, False, label=mention.name)
    return Referent(mention, Kind.OTHER, plural, False)


def _a_native(people: Token) -> bool:
    """Is it one of a people, though the tagger calls it an adjective: "killed one Iranian", "arrested a Swiss"?"""
    somebody = people.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos")
    return somebody and any(c.dep_ == "nummod" or c.lower_ in ("a", "an", "another") for c in people.lefts)


def _grade(block: Block, token: Token) -> bool:
    """Is a name that looks like a man's that of a sort of oil: "Brent added 1.3 percent", where no Brent Spiner is spoken of?"""
    if token.lower_ not in block.vocab.words("grade-names") or token.ent_iob_ != "B":
        return False
    return not any(
        t.ent_type_ == "PERSON" and t.ent_iob_ == "I" and token.text in (t.text, t.nbor(-1).text) for t in block.doc.words
    )


def _campaigners(block: Block, token: Token) -> str:
    """The role in apposition that says that a name is of people who campaign: "Green Delta (GD), a campaign group"."""
    beside = [c for c in token.rights if c.dep_ == "appos"]
    for noun in (*beside, *(g for c in beside for g in c.rights if g.dep_ == "appos")):
        role = _role(block, noun) if noun.tag_ == "NN" else None
        if role and block.vocab.roles[role].type is ActorType.ORGANISATION and block.vocab.roles[role].sector is Sector.NGO:
            return role
    return ""


def _recognised(token: Token, mention: Mention, plural: bool, vocab: Vocabulary, role: str) -> Referent:
    """Somebody or a town that no list knows, as the entity recogniser labels it: a town lies where the text says it does."""
    if firm := firm_in_short(token, mention.name, vocab):
        return _known_actor(firm, replace(mention, name=firm.label), plural, None)
    if land := land_of_works(mention.name, vocab):
        mention = replace(mention, owners=(land, *mention.owners))
        return Referent(mention, Kind.ACTOR, False, False, label=mention.name)
    if token.ent_type_ != "GPE" or role:
        return Referent(mention, Kind.ACTOR, plural, token.ent_type_ == "PERSON" and not role, label=role or mention.name)
    if state := elsewhere(token.doc, token.i + 1, vocab.place_names.get(mention.name, ""), vocab):
        mention = replace(mention, name=f"{mention.name}, {state}", owners=(state, *mention.owners))
    elif state := chained(token.doc, token.i + 1, vocab) or lies_in(token, vocab):
        mention = replace(mention, owners=(state, *mention.owners))  # "Orlova, Tver Oblast, Russia"
    return Referent(mention, Kind.PLACE, plural, False, label=mention.name)


def _opening_goods(token: Token, vocab: Vocabulary) -> bool:
    """Does a sentence open with goods of which a recogniser makes a person: "Rice was sold to Mali", but not "Rice said"?"""
    if token.i != token.sent.start or token.lower_ not in vocab.resource_names or token.nbor(1).ent_type_ == "PERSON":
        return False
    if token.dep_ not in ("nsubj", "nsubjpass", "compound") or ("verb", token.head.lemma_.lower()) in vocab.reports:
        return False
    return not any(t.text == token.text and t.i > 0 and t.nbor(-1).ent_type_ == "PERSON" for t in token.doc)


def _as_place(
    token: Token, mention: Mention, found: Found | None, term: str | None, plural: bool, vocab: Vocabulary
) -> Referent | None:
    """The place that a noun is, if it is none of the resources that its word may mean."""
    if term and not vocab.resources[term].asset and _named_so(token, vocab):
        return Referent(mention, Kind.PLACE, plural, False, label=token.text)
    if found and found.place and (term is None or vocab.resources[term].ambiguous) and is_where(token, found, vocab):
        # A territory is a place first, and a resource where a role asks for one.
        return Referent(mention, Kind.PLACE, plural, False, term=term or found.place, label=found.name)
    return None


def _named_so(token: Token, vocab: Vocabulary) -> bool:
    """Does the text itself call it a place: "the towns of Sake and Minova"? A word for a good is then none."""
    first = next((c for c in token.conjuncts if c.i < token.i), token)
    behind = token.pos_ == "PROPN" and first.dep_ == "pobj" and first.head.lower_ == "of"
    return behind and first.head.head.lemma_.lower() in vocab.words("settlement-nouns")


def _living(block: Block, token: Token, named: tuple[str, ...]) -> tuple[str, ...]:
    """Where a people lives that is of another state: "Bosnian Serbs", not one "American in Chad", nor "Chinese Mexicans"."""
    if token.tag_ in ("NN", "NNP"):
        return ()
    state = block.vocab.entities[block.names[token.i].senses[0].actor]
    if (state.code or "").lower() not in block.vocab.words("states-immigrant"):
        return named
    origins = {block.names[c.i].name for c in token.lefts if c.dep_ in ("amod", "compound") and c.i in block.names}
    return tuple(name for name in named if name not in origins)


def _known_actor(known: Entity, mention: Mention, plural: bool, term: str | None) -> Referent:
    """Somebody whom the vocabulary knows; a people is always several."""
    several = plural or known.type is ActorType.POPULATION
    person = known.type is ActorType.PERSON
    return Referent(mention, Kind.ACTOR, several, person, known.gender, term, known.id, known.label)


def _of_people(block: Block, token: Token, known: Entity, mention: Mention, plural: bool, term: str | None) -> Referent:
    """People by the name of their nation, or one of them: "an American"."""
    if mention.owners:
        mention = replace(mention, owners=_living(block, token, mention.owners))
    one = not plural and any(c.lower_ in ("a", "an") for c in token.lefts)
    if one and token.dep_ not in ("compound", "amod", "nmod"):
        return replace(_known_actor(known, mention, False, None), person=True)
    return _known_actor(known, mention, True, term)


def _team(block: Block, token: Token) -> bool:
    """Is it those who work for somebody, who are not himself: "the Awori campaign accused …", "the Okello legal team"?"""
    if token.tag_ != "NN" or token.dep_ not in _ARGUMENTS or token.lemma_.lower() not in block.vocab.words("team-nouns"):
        return False
    named = (block.names.get(c.i) for c in token.lefts if c.dep_ in ("compound", "nmod"))
    senses = [f.senses[0] for f in named if f and f.senses]
    return any(block.vocab.entities[s.actor].type is ActorType.PERSON for s in senses)


def _counts_people(block: Block, token: Token) -> bool:
    """Is it a bare number of people to whom something is done: "arrested 304", "sentenced 38 to prison"?"""
    if token.tag_ != "CD" or token.dep_ not in ("dobj", "nsubjpass") or token.ent_type_ in ("MONEY", "PERCENT", "DATE", "TIME"):
        return False
    return all(False for _ in token.rights) and block.vocab.evokes("verb", token.head.lemma_, ("assault", "coerce"))


def _calls_itself_fund(token: Token, mention: Mention, term: str, vocab: Vocabulary) -> bool:
    body = token.ent_type_ == "ORG" and token.pos_ == "PROPN" and " " in mention.name
    return body and vocab.is_kind(term, vocab.words("fund-kinds"))


def _acting_fund(token: Token, vocab: Vocabulary) -> str | None:
    """Is it somebody's fund that acts ("a Singaporean fund bought the airport"), read like an investment fund?"""
    whose = any(c.ent_type_ in ("NORP", "GPE") for c in token.lefts)
    return "investment fund" if token.dep_ == "nsubj" and whose and token.lemma_.lower() in vocab.words("acting-funds") else None


def acting_asset(mention: Mention, term: str, plural: bool, vocab: Vocabulary) -> Referent | None:
    """A mine that produces or sells is counted under the state where it lies."""
    asset = vocab.resources[term]
    home = vocab.entities.get(asset.country or "") if asset.asset else None
    if home is None:
        return None
    named = replace(mention, name=mention.name or mention.text, owners=(home.label, *mention.owners))
    return Referent(named, Kind.ACTOR, plural, False, term=term, label=named.name)


def _title_before(block: Block, token: Token) -> int | None:
    """Where the name begins in a name under a title that no recogniser knows: "President Zhivkov"; None where there is none."""
    if token.pos_ != "PROPN":
        return None
    titles = [c for c in token.lefts if c.dep_ in ("compound", "nmod") and c.lemma_.lower() in block.vocab.roles]
    own = bool(titles) and titles[-1].lemma_.lower() in block.vocab.words("other-offices")
    begins = titles[-1].right_edge.i + (0 if own else 1) if titles else 0
    return block.doc[begins].idx if titles and begins <= token.i else None


def _role(block: Block, token: Token) -> str | None:
    """The role noun that heads the phrase, the longest first: "prime minister" before "minister"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    lemma = token.lemma_.lower()
    if lemma in block.vocab.words("condition-nouns") and any(
        g.dep_ == "pobj" and g.i not in block.names for c in token.children if c.lower_ == "of" for g in c.children
    ):
        return None  # a state of emergency is no state
    if token.pos_ == "PROPN" and lemma not in block.vocab.roles and lemma.endswith("s"):
        lemma = lemma.removesuffix("s")  # a capital at the sentence's start keeps the lemmatiser from the singular
    if lemma not in block.vocab.role_heads:
        return None
    words = [lemma]
    best = lemma if lemma in block.vocab.roles else None
    for index in range(token.i - 1, max(token.i - 4, -1), -1):
        words.insert(0, block.doc[index].lower_)
        joined = " ".join(words)
        if joined in block.vocab.roles:
            best = joined
    return best
