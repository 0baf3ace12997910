"""Where: the place of a predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.coordination import first_conjunct
from kg.extract.lands import is_state
from kg.extract.mentions import Kind, Referent
from kg.extract.qualifiers import MONTHS, Joins, asked_for, clause_of, fronted_in, mention_of, of_another, one_breath, reach_of
from kg.extract.reader import Reader
from kg.extract.stakes import Roles
from kg.extract.tokens import Token

# Prepositions of place on a noun, and those of a movement.
_INSIDE = frozenset({"in", "at", "near", "inside", "outside", "along", "across", "off", "on", "within", "through"})
_MOTION = frozenset({"to", "into", "from", "through", "toward", "towards", "up"})
# Acts that move somewhere, and those whose object may be where they are done ("visited Niamey", "patrolled the province").
_MOVING = frozenset({"mobilize", "retreat", "coerce", "assault", "protest", "consult"})
# Acts of which a street, a field, a town is the scene.
_BODILY = frozenset({"mobilize", "retreat", "coerce", "assault", "protest", "seize", "produce"})
_THERE = frozenset({"consult", "mobilize", "protest"})
# Acts towards somebody, of whom a place tells who it is.
_ADDRESSED = frozenset({"request", "accuse", "support", "reject", "consult", "agree", "acquire", "supply", "threaten"})
_NAMED = frozenset({"GPE", "LOC", "FAC"})
# Acts of force, and work at a place.
_FORCE = frozenset({"assault", "coerce", "seize", "protest"})
_WORKS = frozenset({"produce", "invest", "cooperate", "aid"})

# Verbs, each with whether only what stands before its subject counts.
Reach = Sequence[tuple[Token, bool]]


def place_of(reader: Reader, predicate: Token, filled: Slots, relation: str, roles: Roles) -> Referent | None:
    """The place said of a predicate: behind a preposition of place on it, on a verb whose place is its too, or on what it acts on.

    Else what is struck when somebody comes to harm, what "where" takes up, what one visits, or what a thing is called by.
    """
    actors = {r.mention.span for r in roles.actors}
    reach = [
        *reach_of(predicate, reader.lexicon, _joins(relation, reader), relation == "assault"),
        *(asked_for(predicate) if relation == "request" else ()),
        *(
            (c, False) for c, _ in asked_for(predicate) if relation in _WORKS | {"mobilize"} and c.tag_ == "VB"
        ),  # sent to clear a road
    ]
    found = sorted(_behind(reader, predicate, relation, roles, reach), key=lambda f: f[0])
    places = (
        *(place for _, place in found),
        *_struck(reader, predicate, relation, roles, reach),
        *_taken_up(reader, relation, roles, reach),
        *_visited(reader, filled, relation, roles),
        *_called(reader, predicate, filled, relation, roles),
        *_adverbs(reader, predicate, filled),
    )
    return next((place for place in places if place.mention.span not in actors), None)


def _joins(relation: str, reader: Reader) -> Joins:
    """Is the later of two coordinated acts done where the earlier is: two of force, or what one does where one has come to?"""

    def joins(verb: Token, above: Token) -> bool:
        came = above.lemma_.lower() in reader.vocab.words("arrival-verbs")
        force = relation in _FORCE and reader.vocab.evokes("verb", above.lemma_, _FORCE)
        return (came or force) and one_breath(verb, above)

    return joins


def _behind(
    reader: Reader, predicate: Token, relation: str, roles: Roles, reach: Reach
) -> Iterator[tuple[tuple[int, int, int], Referent]]:
    """Places behind prepositions, the lower the rank the closer to the predicate."""
    words = reader.vocab.words("place-prepositions") | _MOTION | reader.vocab.words("scene-prepositions")
    for token in predicate.sent:
        if token.dep_ not in ("prep", "dative", "agent", "prt") or token.lower_ not in words:
            continue
        hops, verb = _hangs(token, predicate, relation, reader)
        at = next((i for i, (v, fronted) in enumerate(reach) if v == verb and (not fronted or fronted_in(token, v))), None)
        at = None if hops and of_another(token, predicate, reader.vocab) else at
        word = token.lower_
        if at is None or (hops and word not in _INSIDE):
            continue
        came = verb is not None and verb != predicate and verb.lemma_.lower() in reader.vocab.words("arrival-verbs")
        for inner in token.children:
            if inner.dep_ != "pobj" or (
                word in ("on", "over", "off") and not _lies_on(inner, word, hops, relation, predicate, reader)
            ):
                continue
            place = _locate(reader, inner, "in" if came else word, relation, roles.used)
            if place is not None:
                told = inner.pos_ == "PROPN" or any(c.dep_ == "nummod" for c in inner.lefts)
                vague = not told and inner.lemma_.lower() in reader.vocab.words("venue-nouns")
                yield (at, hops + 2 * vague, abs(inner.i - predicate.i)), place  # "in a mosque in Kano" is in Kano


def _lies_on(noun: Token, word: str, hops: int, relation: str, predicate: Token, reader: Reader) -> bool:
    """Is it done on it as in a place: "built on the Indus", "enriched on Russian soil", "off Cabinda", "met on an island"?"""
    ground = noun.lemma_.lower() in reader.vocab.words("shore-nouns")
    if relation in _WORKS:
        return ground or noun.ent_type_ == "LOC" or relation in _BODILY or (word == "off" and noun.pos_ == "PROPN")
    return relation in _BODILY or (ground and relation in _THERE and predicate.pos_ == "VERB" and not hops)


def _struck(reader: Reader, predicate: Token, relation: str, roles: Roles, reach: Reach) -> Iterator[Referent]:
    """The town that is struck where people come to harm: "shells hit Lima, killing two"."""
    if relation != "assault":
        return
    for verb, fronted in reach:
        if verb == predicate or fronted or not reader.vocab.evokes("verb", verb.lemma_, _FORCE):
            continue
        for thing in verb.children:
            if thing.dep_ in ("dobj", "nsubjpass") and reader.block.referent(thing).kind is not Kind.ACTOR:
                place = _locate(reader, thing, "in", relation, roles.used)
                if place is not None:
                    yield place


def _taken_up(reader: Reader, relation: str, roles: Roles, reach: Reach) -> Iterator[Referent]:
    """What stands before a clause of "where": "Leeds, where police arrested ten"."""
    for verb, fronted in reach:
        clause = first_conjunct(verb)
        where = any(c.dep_ == "advmod" and c.lower_ == "where" for c in clause.children)
        if clause.dep_ != "relcl" or not where or (fronted and clause == verb):
            continue
        noun = clause.head
        while noun.dep_ == "appos":
            noun = noun.head  # "Leeds, England, where"
        place = _locate(reader, noun, "in", relation, roles.used)
        if place is None and noun.pos_ == "PROPN" and not reader.block.referent(noun).person:
            place = reader.block.referent(noun)
        if place is not None:
            yield place


def _visited(reader: Reader, filled: Slots, relation: str, roles: Roles) -> Iterator[Referent]:
    """A place as the object of an act that is done there: "visited Niamey", "patrolled the province"."""
    if relation not in _THERE:
        return
    for thing in filled.get("obj", ()):
        noun = thing.lemma_.lower() in reader.vocab.words("place-nouns")
        known = noun or thing.ent_type_ in _NAMED or reader.block.referent(thing).kind is Kind.PLACE
        if thing.dep_ in ("dobj", "conj") and known and (place := _locate(reader, thing, "in", relation, roles.used)) is not None:
            yield place


def _called(reader: Reader, predicate: Token, filled: Slots, relation: str, roles: Roles) -> Iterator[Referent]:
    """The place by which a thing is called: "La Paz highways", "a Peru copper mine"."""
    ends = {r.entity for r in (*roles.actors, *roles.targets) if r.entity}
    things = [t for t in filled.get("obj", ()) if t.dep_ in ("dobj", "conj")]
    if relation in _WORKS:
        start, spans = reader.block.offset, [r.mention.span for r in roles.resources]
        things += [t for t in predicate.sent if any(s.start <= start + t.idx < s.end for s in spans)]
    for thing in things:
        kind, telling = reader.block.referent(thing).kind, reader.is_act(thing) or reader.is_abstract(thing)
        if kind is Kind.ACTOR or (telling and kind is not Kind.RESOURCE):
            continue  # not a Lima man, nor a Black Sea deal
        for child in thing.lefts:
            place = reader.block.referent(child)
            before = child.dep_ in ("compound", "amod") and child.i in reader.block.names and child.ent_type_ != "NORP"
            if not before or place.term in reader.vocab.resources:
                continue
            town = (
                relation in _BODILY and child.ent_type_ in ("GPE", "LOC") and (place.kind is Kind.PLACE or _is_city(reader, child))
            )
            land = relation in _WORKS and is_state(reader, place) and child.text == place.mention.text and place.entity not in ends
            if town or land:
                yield place


def _adverbs(reader: Reader, predicate: Token, filled: Slots) -> Iterator[Referent]:
    """Where or whither by an adverb: "drills offshore", "moved tanks north"; not "north of Lima"."""
    for word in (predicate, *filled.get("obj", ())):
        for child in word.rights:
            bare = not any(c.dep_ == "prep" for c in child.children)
            if child.dep_ in ("advmod", "prt") and bare and child.lower_ in reader.vocab.words("place-adverbs"):
                alone = mention_of(reader.block, reader.block.doc[child.i : child.i + 1])
                yield replace(reader.block.referent(child), mention=alone)  # not "barrels a day offshore"


def _hangs(preposition: Token, predicate: Token, relation: str, reader: Reader) -> tuple[int, Token | None]:
    """Over how many nouns a preposition hangs on which verb, or on the predicate; on none inside somebody who acts."""
    node, hops = preposition.head, 0
    while node != predicate and node.pos_ not in ("VERB", "AUX"):
        near = preposition.lower_ in ("in", "near")
        scene = relation == "value" or (relation in _BODILY and near and hops == 0)  # "police in Algiers"
        attack = relation == "assault" and reader.vocab.evokes("noun", preposition.head.lemma_, ("assault",))
        scene = scene or (attack and preposition.lower_ in ("on", "at", "near", "against"))  # "an attack on Lima kills two"
        inside = node.dep_ in ("poss", "relcl") or (node.dep_ == "nsubj" and not scene)
        whose = (
            relation in _ADDRESSED and reader.block.referent(node).kind is Kind.ACTOR and clause_of(node, predicate) == predicate
        )
        if node.head == node or whose or (inside and preposition.i > node.i):  # "called on the military in Niamey"
            return hops, None
        hops += node.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
        node = node.head
    carrying = relation == "mobilize" and preposition.lower_ in _MOTION and node.dep_ == "acl" and node.tag_ == "VBG"
    if carrying and node != predicate and node.head.head == predicate:
        return hops, predicate  # "sent a fleet carrying jets to the Red Sea"
    return hops, node


def _locate(reader: Reader, token: Token, word: str, relation: str, taken: set[int]) -> Referent | None:
    """The place that a noun behind a preposition names or tells, or what stands behind its "of" or before it does."""
    referent = reader.block.referent(token)
    if inner := _in_name(reader, token, word, relation, taken):
        return inner
    owned = (
        any(c.dep_ == "poss" for c in token.children) and word not in _INSIDE
    )  # "to Saudi Arabia's Manara", but "in Iraq's Anbar"
    if not owned and (referent.kind is Kind.PLACE or _unknown_place(reader, token, word, relation)):
        return referent
    if _told_place(reader, token, word, relation) or _site(reader, token, word, relation, taken):
        return referent
    if _held_place(reader, token, word, relation, taken):
        return referent
    for child in token.children:
        if child.dep_ == "compound" and referent.kind is not Kind.ACTOR and reader.block.referent(child).kind is Kind.PLACE:
            return reader.block.referent(child)  # "at the Bontang terminal"
    return None


def _in_name(reader: Reader, token: Token, word: str, relation: str, taken: set[int]) -> Referent | None:
    """The place of which a noun without a name is one or a part: "the town of Goma", "ten of the 47 counties"."""
    if token.pos_ == "PROPN":
        return None
    for child in token.children:
        if child.dep_ == "appos" and child.ent_type_ in ("GPE", "LOC") and child.i == token.i + 1:
            return _locate(reader, child, word, relation, taken)  # "in the capital Jakarta"
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                told = token.pos_ == "NUM" and inner.lemma_.lower() in reader.vocab.words("place-nouns")
                if inner.dep_ == "pobj" and (told or inner.ent_type_ in ("GPE", "LOC")):
                    return _locate(reader, inner, word, relation, taken)
    return None


def _told_place(reader: Reader, token: Token, word: str, relation: str) -> bool:
    """Is it a piece of land that the text knows which it is, or counts: "the area", "on Russian soil", "in twelve towns"?"""
    drawn = word == "from" and relation in ("acquire", "produce", "supply")
    into = word in _MOTION and word != "through" and not drawn and relation not in _MOVING
    ground = word in ("on", "off", "along", "across") and token.lemma_.lower() in reader.vocab.words("shore-nouns")
    noun = token.lemma_.lower()
    several = any(c.dep_ == "nummod" or c.lower_ in ("both", "several") for c in token.lefts)
    if word in ("in", "across", "at", "near") and several and token.tag_ == "NNS":
        return noun in reader.vocab.words("place-nouns|state-nouns|spot-nouns")
    return not into and (ground or noun in reader.vocab.words("place-nouns")) and _definite(token)


def _site(reader: Reader, token: Token, word: str, relation: str, taken: set[int]) -> bool:
    """Is it a works or a house in which something is done: "at the Panguna mine", "in a mosque", "before a tribunal"?"""
    referent, noun = reader.block.referent(token), token.lemma_.lower()
    if token.dep_ != "pobj" or token.i in taken or referent.person or reader.is_act(token):
        return False
    if relation in _ADDRESSED | {"protest"} and word in ("at", "in", "before") and noun in reader.vocab.words("forum-nouns"):
        return any(True for _ in token.lefts)
    within = word in ("at", "near", "inside", "outside") or (word == "in" and relation in _BODILY)
    if within and relation in _BODILY | _THERE and noun in reader.vocab.words("venue-nouns"):
        return word in ("outside", "inside", "near") or token.tag_ == "NNS" or any(True for _ in token.lefts)
    if reader.is_abstract(token) or referent.kind not in (Kind.RESOURCE, Kind.OTHER):
        return False  # "in a Brussels raid", "in New Zealand history"
    site = token.pos_ == "PROPN" and token.i in reader.block.resources and word in ("at", "near", "in", "off")  # "at Simandou"
    works = word in ("at", "near") or (word == "in" and relation in _BODILY)
    return site or (works and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.lefts))


def _held_place(reader: Reader, token: Token, word: str, relation: str, taken: set[int]) -> bool:
    """Is it a state or a city, known as one that acts, as the place of an act: "to Honiara", "into northern Syria", "in Chad"?"""
    known, moving = reader.block.names.get(token.i), word in _MOTION
    if known is None or token.ent_type_ not in _NAMED or reader.block.referent(token).kind is not Kind.ACTOR:
        return False
    city = _is_city(reader, token)
    part = any(c.dep_ == "amod" and c.lower_ in reader.vocab.words("quarters-of-heaven") for c in token.children)
    there = word in ("in", "at", "near", "around") or (moving and relation in _MOVING)
    return ((city or part) and there) or (token.i not in taken and (not moving or word == "through"))


def _is_city(reader: Reader, token: Token) -> bool:
    """Is it a city by whose name its state is called?"""
    known = reader.block.names.get(token.i)
    return known is not None and bool(known.senses) and known.senses[0].how == "metonym" and token.ent_type_ in _NAMED


def _definite(noun: Token) -> bool:
    """Is it told which: "the area", "the capital's square", "certain areas"?"""
    which = (c.dep_ == "det" and c.lower_ in ("the", "that", "this", "both") for c in noun.children)
    lefts = (c.dep_ in ("compound", "poss") or c.ent_type_ == "NORP" or c.lower_ in ("certain", "several") for c in noun.lefts)
    return any(which) or any(lefts)


def _unknown_place(reader: Reader, token: Token, word: str, relation: str) -> bool:
    """Is it a town that no list knows, by how it is named and the preposition before it: "at Parotani", "up to Kidal"?"""
    known = reader.block.names.get(token.i)
    if known is not None and known.place and word in ("at", "near", "in"):
        return True  # a place, although the recogniser takes it for a person
    if token.pos_ != "PROPN" or known is not None or token.i in reader.block.resources:
        return False
    if token.ent_type_ in ("DATE", "TIME", "EVENT", "LAW") or token.lower_ in MONTHS:
        return False
    if token.ent_type_ in _NAMED:
        return True
    if any(c.dep_ in ("det", "poss") or c.lemma_.lower() in reader.vocab.words("firm-nouns") for c in token.children):
        return False  # "its stake in the chip maker Rohm"
    fronted = word == "on" and token.head.i == token.sent.start
    near = fronted or word in ("in", "at", "near", "off", "outside", "inside", "around")
    return near or (word in _MOTION and relation in ("mobilize", "retreat") and token.ent_type_ != "PERSON")
