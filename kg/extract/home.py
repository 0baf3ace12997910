"""Whose are "the police", "President Awori", "ethnic Albanians", where the text names no state for them?

What the news speaks of decides: the state in which most of it has taken place so far.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.coordination import exemplifies
from kg.extract.homelands import at_works, the_same_people
from kg.extract.issuing import issuers
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.owners import of_two
from kg.extract.roaming import aside, fights_in, roams
from kg.extract.scene import (
    aboard,
    among_struck,
    behind_place,
    clause_of,
    exchanged,
    foreign_to,
    fronted,
    governed,
    held_by,
    in_capital,
    is_victim,
    local,
    mostly_of,
    of_clause,
    of_pact,
    of_strangers,
    scene_of,
    state_named,
    state_of,
    with_doers,
)
from kg.extract.tokens import Token
from kg.extract.words import ARMS, MUTUAL
from kg.model import ActorType, Sector
from kg.vocab import Entity, RoleNoun, Vocabulary

if TYPE_CHECKING:
    from kg.extract.coref import Discourse

# So many letters of a state's name stand in the adjective that is made of it.
_STEM = 4
_ANY = frozenset({"any", "every", "each", "another"})
# Roles that belong to the state of which the news speaks, where it names none for them.
_NATIONAL = frozenset({Sector.GOV, Sector.MIL, Sector.REB, Sector.OPP, Sector.CIV})
# A place inside a state tells better where the news takes place than a state that is only spoken of.
_PLACE, _SPOKEN_OF = 2, 1
# So much must the news be about one state, and so many times as much as about any other, that unknown names are taken to be of it.
_MUCH, _MAINLY = 4, 2


def at_home(discourse: Discourse, block: Block, token: Token, own: Referent) -> Referent:
    """The referent with an owner: its possessor's antecedent, else the state in which the news takes place."""
    vocab = discourse.vocab
    mission = token.lemma_.lower() in vocab.words("mission-nouns")  # never theirs in whose capital it stands
    if own.kind is Kind.ACTOR and own.entity is None and (mission or not own.mention.owners):
        if whose := aboard(discourse, block, token):
            return replace(own, mention=replace(own.mention, owners=whose))
        if whose := _possessors(discourse, block, token):
            return replace(own, mention=replace(own.mention, owners=whose))
    if any(word.lower() in vocab.words("worldwide-words") for word in own.mention.name.split()):
        return own  # an International Committee is at home nowhere
    if own.kind is Kind.ACTOR and vocab.calls(token.lemma_, ARMS):
        return own  # where a drone strikes tells not whose it is
    if own.kind is Kind.ACTOR and roams(own, vocab):
        here = fights_in(block, token, vocab)
        return replace(own, mention=replace(own.mention, owners=(here, *own.mention.owners))) if here else own
    role = vocab.roles.get(own.label) or _title(vocab, token)
    ethnic = any(c.lower_ == "ethnic" for c in token.children)
    if own.kind is not Kind.ACTOR or not (ethnic or (own.entity is None and not any(_leads(o, vocab) for o in own.mention.owners))):
        return own
    if role is None and not ethnic and own.mention.name:
        return _among_its_own(discourse, block, token, own)
    if role is not None and (land := at_works(token, block)):
        return replace(own, mention=replace(own.mention, owners=(land, *own.mention.owners)))
    world = role is not None and role.type is ActorType.ORGANISATION and role.sector is Sector.NGO  # "rights groups" are of none
    people = role is not None and not world and (own.plural or role.type is ActorType.PERSON)
    if not ethnic and (role is None or not (people or role.sector in _NATIONAL)):
        return own
    if _of_no_land(token, role, vocab):
        return own
    issuing = (t.label for r in issuers(token, discourse) if (t := vocab.entities.get(state_of(r, vocab) or "")) is not None)
    again = the_same_people(discourse, block, token)
    told = next(issuing, None) or (again if again and state_named(again, vocab) else None)
    told = told or _beside_his(discourse, block, token, own) or exchanged(token, block, vocab) or mostly_of(token, block, vocab)
    home = told or _home(discourse, block, token)
    home = home and (state_named(home, vocab) or home)  # people in Brussels are Belgians, not the bloc's
    return replace(own, mention=replace(own.mention, owners=(home, *own.mention.owners))) if home else own


def _possessors(discourse: Discourse, block: Block, token: Token) -> tuple[str, ...]:
    """Theirs whose antecedent is known: "its steelmakers", "the bloc's commissioners"."""
    for child in token.children:
        if child.dep_ == "poss" and child.i not in block.names:
            for owner in issuers(child, discourse) or discourse.referents(block, child):
                # "Peru's army said its tanks": what a pronoun stands for has the owners
                meant = owner.mention.owners or (owner.mention.antecedent.owners if owner.mention.antecedent else ())
                if owner.entity or meant:
                    return (owner.label,) if owner.entity else meant
    return ()


def _of_no_land(token: Token, role: RoleNoun | None, vocab: Vocabulary) -> bool:
    """Is it nobody, or somebody of whom his own words say that he is not of the land of which the news is?"""
    if any(c.dep_ == "det" and c.lower_ in vocab.words("negators") for c in token.children):
        return True
    if token.lemma_.lower() in vocab.words("newcomer-nouns") and token.head.lemma_.lower() in vocab.words("removal-verbs"):
        return True  # asylum seekers are not of the state that sends them away
    if token.lemma_.lower() in vocab.words("state-nouns") and any(c.dep_ == "det" and c.lower_ in _ANY for c in token.children):
        return True  # "any other country" is not that of which the news is
    nowhere = vocab.words("outside-adjectives|unknown-adjectives")
    if any(c.dep_ in ("amod", "compound") and c.lower_ in nowhere for c in token.children):
        return True  # "Western embassies" are not those of the state where they stand, nor are "unknown gunmen"
    if of_strangers(token, role, vocab):
        return True
    vague = token.lemma_.lower() in vocab.words("state-nouns|party-nouns")
    state = token.lemma_.lower() in vocab.words("state-nouns")
    vague = vague and (state or of_two(token, vocab) or not any(c.dep_ in ("amod", "prep", "compound") for c in token.children))
    return (vague and token.tag_ == "NNS") or any(_party(t, vocab) for t in _behind_of(token))


def _beside_his(discourse: Discourse, block: Block, token: Token, own: Referent) -> str | None:
    """The state of him who is named before "other" officials: "barred the Peruvian president and six other ministers"."""
    role = discourse.vocab.roles.get(own.label)
    if token.dep_ != "conj" or role is None or role.sector not in (Sector.GOV, Sector.MIL):
        return None
    if not any(c.dep_ == "amod" and c.lower_ == "other" for c in token.children):
        return None
    for referent in discourse.referents(block, token.head):
        if top := discourse.vocab.entities.get(state_of(referent, discourse.vocab) or ""):
            return top.label
    return None


def whereabouts(discourse: Discourse, block: Block, token: Token) -> str | None:
    """The state in which the news takes place at a token, by its label."""
    home = _home(discourse, block, token)
    return state_named(home, discourse.vocab) if home else None


def _among_its_own(discourse: Discourse, block: Block, token: Token, own: Referent) -> Referent:
    """Somebody unknown is of the state of which the news almost only speaks, unless it deals with that state."""
    position = block.offset + token.idx
    counts = _states(discourse, discourse.item_at(position), discourse.item_after(position)).most_common(2)
    if not counts or counts[0][1] < _MUCH or (len(counts) > 1 and counts[0][1] < _MAINLY * counts[1][1]):
        return own
    return replace(own, mention=replace(own.mention, owners=(counts[0][0], *own.mention.owners)))


def mainly_of(discourse: Discourse, block: Block, token: Token) -> str | None:
    """The id of the state of which the news so far mostly speaks, if there is one."""
    position = block.offset + token.sent.start_char
    counts = _states(discourse, discourse.item_at(position), position).most_common(2)
    # "The state" is no other but that of the news; "the government" may be that of any state named.
    least = _MAINLY if token.lemma_.lower() in discourse.vocab.words("fisc-nouns") else _MUCH
    if not counts or counts[0][1] < least or (len(counts) > 1 and counts[0][1] < _MAINLY * counts[1][1]):
        return None
    return next((s.actor for s in discourse.vocab.names.get(counts[0][0], ())), None)


def _leads(owner: str, vocab: Vocabulary) -> bool:
    """Is an owner known, or so named that the linker may tell whose it is ("villagers of Kibu" are not)?

    A people of several states tells no state: "Tuareg gunmen" are of the one of which the news is.
    """
    if senses := vocab.names.get(owner):
        top = vocab.top_of(senses[0].actor)
        return top.code is not None or top.type is not ActorType.POPULATION
    return owner in vocab.place_names or " " in owner


def _title(vocab: Vocabulary, token: Token) -> RoleNoun | None:
    words = (c for c in token.lefts if c.dep_ in ("compound", "nmod", "amod"))
    return next((role for c in words if (role := vocab.roles.get(c.lemma_.lower()))), None)


def _home(discourse: Discourse, block: Block, token: Token) -> str | None:
    """The state with the most of the news before, and of the sentence's own places; else one that the sentence names."""
    vocab = discourse.vocab
    own = range(token.left_edge.i, token.i + 1)
    near = [(f.name, t) for t in token.sent if (f := block.names.get(t.i)) and f.end - 1 == t.i and t.i not in own]
    partners = {state_named(name, vocab) for name, t in near if _partners(t, token, vocab)}
    some = {t.i for w in (token, *token.conjuncts) for c in w.rights if exemplifies(c) for t in c.subtree}  # are not all
    partners |= {state_named(name, vocab) for name, t in near if t.i in some and not behind_place(t, vocab)}
    near = [(name, t) for name, t in near if not _leave(t, token, vocab)]
    near = [(name, t) for name, t in near if not aside(t, vocab) and state_named(name, vocab) not in partners - {None}]
    clause = clause_of(token)
    inside = sorted((p for p in near if behind_place(p[1], vocab)), key=lambda p: clause_of(p[1]) != clause)
    placed = [name for name, _ in inside]
    here = [name for name, t in near if name in placed and of_clause(t)]
    if found := _by_the_sentence(discourse, block, token, near, placed):
        return found
    anybody = token.lemma_.lower() in vocab.words("anybody-nouns")
    start = discourse.item_at(block.offset + token.idx)
    before = _states(discourse, start, block.offset + token.sent.start_char, only_places=anybody)
    other = _other_side(discourse, block, token)
    if before and other:
        del before[other]
    if before:
        for state in {s for name in here if (s := state_named(name, vocab))}:
            before[state] += _PLACE
        return before.most_common(1)[0][0]
    victim = is_victim(token, vocab)
    if victim:
        near = [(name, t) for name, t in near if not with_doers(t, token)]
    spoken = [name for name, t in near if state_named(name, vocab)]
    if anybody:  # whom a state kills is not for that its own; who tells of the dead, mostly is
        telling = ("verb", token.sent.root.lemma_.lower()) in vocab.reports and token.sent.root.i > token.i
        return next(iter([*placed, *(_first_official(token, near, spoken) if telling else ())]), None)
    others = [name for name, t in near if t.ent_type_ != "NORP" and name in spoken]
    # Who speaks for a state speaks of its people: "Sri Lanka's minister says that navy officers were sent to the Maldives".
    others = _first_official(token, near, spoken) + others
    if victim and not placed and _somewhere_unknown(token, block):
        return None
    named = next(iter(placed or others), None)
    if named is None and not victim:
        end = discourse.item_after(block.offset + token.idx)
        named = next((s for s, _ in _states(discourse, start, end).most_common(2) if s not in partners), None)
    return named or next(iter(spoken), None)


def _by_the_sentence(
    discourse: Discourse, block: Block, token: Token, near: list[tuple[str, Token]], placed: list[str]
) -> str | None:
    """The state that the sentence tells: of the avenged, of a place at its head, of the struck, of a court, of a law."""
    vocab = discourse.vocab
    ahead = (state_named(name, vocab) for name, t in near if name in placed and fronted(t, token))
    return (
        _avenger(token, near, vocab)
        or next(filter(None, ahead), None)
        or among_struck(token, block, vocab)
        or scene_of(token, near, vocab)
        or held_by(discourse, block, token)
        or local(token, near, vocab)
        or governed(token, block, vocab)
    )


def _avenger(token: Token, near: list[tuple[str, Token]], vocab: Vocabulary) -> str | None:
    """Whose one is who is avenged: "fired on Israel in response to the killing of a commander", who was his own."""
    if not any(t.lemma_.lower() in vocab.words("revenge-words") for t in token.ancestors):
        return None
    for name in _first_official(token, near, [name for name, _ in near]):
        tops = [vocab.top_of(s.actor) for s in vocab.names.get(name, ())]
        if avenger := next((top.label for top in tops if top.type is ActorType.STATE), None):
            return avenger
    return None


def _somewhere_unknown(token: Token, block: Block) -> bool:
    """Does the sentence say where, but with a name that nobody knows: "Kenya's planes bombed the mosque in Sabra"?"""
    return any(
        t.ent_type_ in ("GPE", "LOC") and t.i not in block.names and t.dep_ == "pobj" and t.head.lower_ in ("in", "at", "near")
        for t in token.sent
    )


def _leave(name: Token, token: Token, vocab: Vocabulary) -> bool:
    """Is it the land out of which somebody has soldiers go, who are his: "ordered the withdrawal of soldiers from Germany"?"""
    role = vocab.roles.get(token.lemma_.lower())
    if role is None or role.sector is not Sector.MIL or token.dep_ not in ("dobj", "pobj"):
        return False
    moving = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    from_there = name.dep_ == "pobj" and name.head.lower_ == "from" and name.head.head in (moving, token)
    pos = "verb" if moving.pos_ == "VERB" else "noun"
    return from_there and vocab.evokes(pos, moving.lemma_, ("retreat",))


def _partners(name: Token, token: Token, vocab: Vocabulary) -> bool:
    """Is it said of those with whom somebody works or deals, who are at home elsewhere: "working with hospitals in Vietnam"?"""
    verb = token.head
    if foreign_to(name, token, vocab):
        return True
    if token.dep_ != "nsubj" or not vocab.evokes("verb", verb.lemma_, MUTUAL):
        return False
    tied = [verb.i, *(c.i for c in verb.children if c.dep_ == "dobj")]
    path = list(name.ancestors)
    partner = next((c for t in path if t.dep_ == "prep" and t.lower_ == "with" and t.head.i in tied for c in t.children), None)
    # "a deal with the World Bank in Accra" says where it was signed.
    there = partner is not None and partner.pos_ == "PROPN" and name != partner and any(t.lower_ in ("in", "at") for t in path)
    return partner is not None and not there


def _other_side(discourse: Discourse, block: Block, token: Token) -> str | None:
    """The state that deals with the token's: "Rosatom signed a memorandum with the government" is none with Russia."""
    if token.dep_ != "pobj" or token.head.lower_ != "with":
        return None
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if subject is None:
        return None
    vocab = discourse.vocab
    for referent in discourse.referents(block, subject):
        entity = vocab.entities.get(referent.entity or "")
        top = vocab.entities.get(state_of(referent, vocab) or "")
        if top is not None and entity is not None and entity.type in (ActorType.STATE, ActorType.GOVERNMENT, ActorType.COMPANY):
            return top.label
    return None


def _first_official(token: Token, near: list[tuple[str, Token]], spoken: list[str]) -> list[str]:
    """The state of the subject of the sentence's main verb, if the token is not part of it."""
    root = token.sent.root
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or token in subject.subtree:
        return []
    inside = range(subject.left_edge.i, subject.right_edge.i + 1)
    return [name for name, t in near if t.i in inside and name in spoken]


def _states(discourse: Discourse, start: int, end: int | None, only_places: bool = False) -> Counter[str]:
    """How much of the news between two offsets is about each state: once a sentence, a place in it counting more than its name."""
    vocab, weights, told = discourse.vocab, dict[tuple[int, str], int](), set[str]()
    for entry in discourse.entries:
        if end is not None and entry.position >= end:
            break
        if entry.position < start or entry.token.ent_type_ == "NORP" or of_pact(entry.token, vocab):
            continue  # whose people are spoken of is not where things happen, nor what a pact is about
        known = vocab.entities.get(entry.referent.entity or "")
        if known is not None and known.type is ActorType.COMPANY:
            continue  # nor is the seat of a company
        place = vocab.place_called(entry.referent.label)
        inside = (place is not None and place.country is not None) or in_capital(entry.token, vocab)
        state = place.country if place is not None and place.country else state_of(entry.referent, vocab)
        top = vocab.entities.get(state or "")
        if top is not None and top.type is ActorType.STATE:
            if only_places and not inside:
                continue
            if inside or not _office(known, top.label):
                told.add(top.label)
            key = (entry.sentence, top.label)
            weights[key] = max(weights.get(key, 0), _PLACE if inside else _SPOKEN_OF)
    counts = Counter[str]()
    for (_, label), weight in weights.items():
        counts[label] += weight
    return Counter({label: weight for label, weight in counts.items() if label in told})


def _office(known: Entity | None, state: str) -> bool:
    """Is it an office without its state in its name? A weather service's bulletin tells not where the storm is."""
    return (
        known is not None and known.sector is Sector.GOV and known.type is ActorType.GOVERNMENT and state[:_STEM] not in known.label
    )


def _behind_of(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _party(token: Token, vocab: Vocabulary) -> bool:
    """Is it "the two countries" and the like, of whom a person cannot be counted under one?"""
    return token.lemma_.lower() in vocab.words("state-nouns|party-nouns")
