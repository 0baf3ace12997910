"""Whose a noun phrase is, by its words: "Ukraine" of "Ukraine's minister", "Chad" of "refugees in Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.coordination import exemplifies
from kg.extract.names import Found, elsewhere
from kg.extract.tokens import Token
from kg.model import ActorType

if TYPE_CHECKING:
    from kg.extract.mentions import Block
    from kg.vocab import Vocabulary

NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"})
ACTOR_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# Where a noun stands whose owner what it hangs on may tell, or what hangs on that.
_PLACES = frozenset({"in", "near", "at", "to", "across", "into", "inside", "around"})
_TIED_ABOVE = frozenset({"appos", "conj", "nsubj", "nsubjpass"})
_TIES = {"poss": 0, "amod": 1, "compound": 2, "nmod": 3, "npadvmod": 4}


def entity_span(token: Token) -> tuple[int, int] | None:
    """Token range of the named entity that holds ``token``, if its label is one of a name."""
    if not token.ent_type_ or token.ent_type_ not in NAME_LABELS:
        return None
    start, end = token.i, token.i + 1
    doc = token.doc
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return start, end


def owners(block: Block, token: Token, name: str) -> Iterator[str]:
    """Words for those to whom a noun phrase belongs, the closest tie first; the phrase's own name is none of them."""
    if not token.children and token.dep_ not in _TIED_ABOVE:
        return  # a bare word
    seen = {name}
    for owner in (*_owner_names(block, token, depth=0), *_shared_people(block, token)):
        if owner not in seen:
            seen.add(owner)
            yield owner


def _shared_people(block: Block, token: Token) -> Iterator[str]:
    """The people or state before the first of two nouns is before both: "Chilean jets and naval vessels"."""
    first = token.head
    bearer = token.ent_type_ == "PERSON" and any(c.dep_ == "compound" and c.text.islower() for c in token.lefts)
    if token.dep_ != "conj" or not (bearer or token.tag_ in ("NN", "NNS")) or first.tag_ not in ("NN", "NNS"):
        return  # "the Danish singer and actress | Sara Holm"
    if not bearer and any(c.dep_ in ("det", "poss") or c.i in block.names for c in token.lefts):
        return
    for child in first.lefts:
        people = child.dep_ == "amod" and child.ent_type_ == "NORP"
        state = child.dep_ in ("compound", "nmod") and child.ent_type_ == "GPE"
        if (people or state) and (found := block.names.get(child.i)):
            yield found.name


def of_two(token: Token, vocab: Vocabulary) -> bool:
    """Is each of them of another state, wherever they meet: "both presidents in Doha", "the two leaders"?"""
    if token.tag_ != "NNS" or token.lemma_.lower() not in vocab.words("party-nouns"):
        return False
    role = vocab.roles.get(token.lemma_.lower())
    two = any(c.dep_ in ("det", "nummod", "predet") and c.lower_ in ("both", "two") for c in token.lefts)
    return two and role is not None and role.type is ActorType.PERSON


def _known_person(own: Found, vocab: Vocabulary) -> bool:
    """Is it somebody of whom we know whose he is, wherever he is: "Zelensky in Paris"?"""
    return bool(own.senses) and vocab.entities[own.senses[0].actor].type is ActorType.PERSON


def _owner_names(block: Block, token: Token, depth: int) -> Iterator[str]:
    own = block.names.get(token.i)
    leading, native = block.vocab.words("ownership-participles"), block.vocab.words("origin-participles")
    for child in token.rights:
        if child.dep_ == "appos" and _is_body(block, child) and not _bracketed(child):
            yield block.names[child.i].name  # "the al-Qaeda affiliate JNIM" is JNIM
    if depth == 0:
        yield from _where_they_work(block, token)
    apart = of_two(token, block.vocab)
    elsewhere = apart or (own is not None and _known_person(own, block.vocab))
    tied = [c for c in token.children if c.dep_ in _TIES and not (elsewhere and c.i > token.i)]  # "Rubio due in Israel"
    yield from _stationed(block, token, tied, own, depth)
    for child in sorted(tied, key=lambda c: -1 if _own_name(block, c) else _TIES[c.dep_] + 5 * (c.lower_ in native)):
        if child.tag_ == "VBN" and child.dep_ == "amod" and child.lower_ not in leading | native:
            continue  # Rwanda-backed rebels are not Rwanda's
        if not names_house(child, block.vocab):
            yield from _names_under(block, child, own, depth)
    owning = block.vocab.words("owner-prepositions") - (_PLACES if elsewhere else frozenset())
    for child in token.rights:
        if depth < 3 and child.dep_ == "prep" and child.lower_ in owning:
            for inner in child.children:
                if inner.dep_ == "pobj" and not _forceful(block, inner) and not _at_border(block, inner):
                    yield from _names_under(block, inner, own, depth)
        elif (
            depth < 2
            and child.dep_ in ("appos", "acl")
            and not (_bracketed(child) or _done_to(block, child) or _backed(child, block))
        ):
            yield from _names_under(block, child, own, depth)
    if depth == 0 and token.dep_ == "appos":
        yield from _owner_names(block, token.head, 1)
    if depth == 0 and token.dep_ in ("nsubj", "nsubjpass") and not (own and own.senses):
        yield from _of_office(block, token)
    if depth == 0 and not (own and own.senses) and not apart:
        # Last, any name inside the phrase: "refugees fleeing the civil war in Liberia".
        for inner in token.rights:
            added = (
                inner.dep_ == "relcl" and inner.left_edge.nbor(-1).text == ","
            )  # "the group, which Oman backs": it tells no whose
            if inner.dep_ in ("acl", "relcl", "prep", "appos") and not (added or exemplifies(inner) or _backed(inner, block)):
                named = (t for t in inner.subtree if not _at_border(block, t.head) and not of_mission(t, block.vocab))
                named = (t for t in named if not _of_others(block, t, inner))
                yield from (found.name for t in named if (found := block.names.get(t.i)))


def _stationed(block: Block, token: Token, tied: list[Token], own: Found | None, depth: int) -> Iterator[str]:
    """Whose one is who is only posted in a town: "the Berlin station chief of the CIA", "the Lagos office of Shell"."""
    known = (block.names.get(c.i) for c in tied if c.dep_ in ("compound", "nmod") and c.ent_type_ == "GPE")
    if token.pos_ == "NOUN" and any(f is not None and block.vocab.place_called(f.name) is not None for f in known):
        whose = [g for c in token.rights if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
        for inner in (t for t in whose if t.text[:1].isupper() or t.tag_ == "NN"):
            yield from _names_under(block, inner, own, depth)


def names_house(child: Token, vocab: Vocabulary) -> bool:
    """Does a people only stand in the name of a house, which is elsewhere: "the Saudi Hospital in El Fasher"?"""
    house = child.head
    if not house.text[:1].isupper() or house.lemma_.lower() not in vocab.words("named-houses"):
        return False
    placed = any(c.dep_ == "prep" and c.lower_ in ("in", "at", "of") for c in house.rights)
    return placed and child.dep_ in ("amod", "compound", "nmod") and child.text[:1].isupper()


def off_shore(preposition: Token, vocab: Vocabulary) -> bool:
    """Does a ship only pass a land's shore: "a dhow near Oman's coast"?"""
    ship = preposition.head.lemma_.lower() in vocab.words("vessel-nouns") and preposition.lower_ in ("near", "off")
    return ship and any(c.lemma_.lower() in vocab.words("shore-nouns") for c in preposition.children)


def _where_they_work(block: Block, people: Token) -> Iterator[str]:
    """The state in which somebody is at a company's plant: "workers at BHP's mine in Chile" are Chileans."""
    for at in (c for c in people.rights if c.dep_ == "prep" and c.lower_ == "at"):
        for inside in (c for n in at.children for c in n.rights if c.dep_ == "prep" and c.lower_ == "in"):
            yield from (found.name for t in inside.children if (found := block.names.get(t.i)))


def _forceful(block: Block, noun: Token) -> bool:
    """Is it an act of force, whose sides are not those of whom it is told ("the perpetrator of the stabbing of a Ukrainian")?"""
    return block.vocab.evokes("noun", noun.lemma_, ("assault", "coerce"))


def _at_border(block: Block, noun: Token) -> bool:
    """Does something happen near a border, be it on either side ("militants near the Afghan border")?"""
    near = noun.dep_ == "pobj" and noun.head.lower_ != "of"
    return near and noun.lemma_.lower() in block.vocab.words("frontier-nouns")


def of_mission(name: Token, vocab: Vocabulary) -> bool:
    """Is it whose embassy people stand at ("demonstrators outside the Indian embassy")? It tells not whose they are."""
    above = name.head
    return name.dep_ in ("amod", "compound", "nmod", "poss") and above.lemma_.lower() in vocab.words("mission-nouns")


def _of_others(block: Block, name: Token, clause: Token) -> bool:
    """Is somebody else's state named in the clause that tells of him?

    What he is accused of or sent away from ("convicted of spying for Israel", "expelled from Iran"), whose people others are
    ("protesters who demand the release of Israeli captives"), and what a clause in the clause tells.
    """
    if clause.dep_ not in ("acl", "relcl"):
        return False
    if name.ent_type_ == "NORP" and name.dep_ == "amod":
        return True
    for above in name.ancestors:
        if above == clause:
            return _done_to(block, clause)
        if above.dep_ in ("relcl", "acl"):
            return True
    return False


def _backed(clause: Token, block: Block) -> bool:
    """Does a participle tell who helps somebody, and so not whose he is: "rebels backed by Rwanda"?"""
    return clause.tag_ == "VBN" and block.vocab.evokes("verb", clause.lemma_, ("support", "aid"))


def _done_to(block: Block, clause: Token) -> bool:
    """Does a participle tell what somebody is accused of, or that he is sent away?"""
    if clause.tag_ != "VBN":
        return False
    lemma = clause.lemma_.lower()
    cues = (cue for cue in block.vocab.cues.get(("verb", lemma), ()) if len(cue.words) == 1 and not cue.object_lemmas)
    return any(cue.relation == "accuse" for cue in cues) or lemma in block.vocab.words("expelling-verbs")


def _is_body(block: Block, token: Token) -> bool:
    """Is it the known name of a body, not of a state, a people or a person?"""
    found = block.names.get(token.i)
    if found is None or not found.senses:
        return False
    return block.vocab.entities[found.senses[0].actor].type not in (ActorType.STATE, ActorType.PERSON, ActorType.POPULATION)


def _bracketed(token: Token) -> bool:
    """Does it stand in brackets, as translations and short names do ("the Umma (Nation) party")?"""
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text in "(["


def _own_name(block: Block, modifier: Token) -> bool:
    """Is a modifier the name of the body itself ("bin Laden's al-Qaeda network"), not of its owner?

    A word inside a longer name is neither: a Liberation Army has nothing to do with the newspaper Libération.
    """
    return modifier.dep_ in ("compound", "nmod") and modifier.head.pos_ != "PROPN" and _is_body(block, modifier)


def _of_office(block: Block, token: Token) -> Iterator[str]:
    """Whose office somebody holds as the verb says it: "resigned as attorney general of Mexico"."""
    for child in token.head.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.lemma_.lower() in block.vocab.roles:
                    yield from _owner_names(block, inner, 1)


def _names_under(block: Block, token: Token, own: Found | None, depth: int) -> Iterator[str]:
    found = block.names.get(token.i)
    if found and found is not own:
        yield found.name
    elif token.ent_type_ in ACTOR_LABELS and token.pos_ == "PROPN" and token.dep_ in ("poss", "pobj"):
        span = None if any(c.dep_ == "poss" and c.i in block.names for c in token.children) else entity_span(token)
        if span and not (own and own.start >= span[0] and own.end <= span[1]):
            name = block.doc[span[0] : span[1]].text.removeprefix("the ").removesuffix("'s")
            yield elsewhere(block.doc, span[1], block.vocab.place_names.get(name, ""), block.vocab) or name
    if depth < 4:
        yield from _owner_names(block, token, depth + 1)
    for other in token.conjuncts if depth == 0 else ():
        if other.i > token.i and (match := block.names.get(other.i)):
            yield match.name


def at_sea(waters: Token) -> bool:
    """Is it where somebody is, and no water: "stay out of its waters", not "the waters of the Nile"?"""
    near = ("in", "into", "from", "near", "through", "off", "outside", "on", "across")
    stands = waters.head.lower_ in near or waters.head.head.lower_ == "out"
    return waters.dep_ == "pobj" and stands and not any(c.dep_ == "prep" and c.lower_ == "of" for c in waters.children)
