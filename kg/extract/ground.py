"""Whose a thing is by where it lies, and whose a place is that another holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import Slots, verb_slots
from kg.extract.conditions import acts_in
from kg.extract.home import whereabouts
from kg.extract.mentions import Kind, Referent, acting_asset
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.model import ActorType
from kg.vocab import Cue

# The slots that say what is struck or taken, then where that happens.
_STRUCK = ("obj", "on", "against", "at", "of", "into")
_BUILT = frozenset({"resource/infrastructure"})
_CROSSING = frozenset({"resource/pipelines"})
_TOWARDS = frozenset({"on", "into", "towards", "toward"})
_WHERE = ("in", "near", "outside", "over", "across")


def lying(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """The state where a thing lies that is struck, burned or taken and whose owner is not named.

    "attack an army base on the outskirts of Baidoa" is against Somalia, "torch three taxis in Davao" against the Philippines.
    """
    for slot in (*_STRUCK, *_WHERE):
        for token in filled.get(slot, ()):
            if slot in _STRUCK and (found := [r for r in _known_to_lie(token, reader) if not is_own(r, roles)]):
                return found
            for place in ([token] if slot in _WHERE else []) + list(_places_under(token, reader)):
                if found := [r for r in _whose(place, reader) if not is_own(r, roles)]:
                    return found
    return []


def _known_to_lie(token: Token, reader: Reader) -> list[Referent]:
    """A work whose state the ontology knows, as one of that state's: "struck the Ryazan refinery"; pipelines cross borders."""
    works = (r for r in reader.resources(token) if r.term and not reader.vocab.is_kind(r.term, _CROSSING))
    return [a for r in works if (a := acting_asset(r.mention, r.term or "", r.plural, reader.vocab)) is not None][:1]


def _places_under(token: Token, reader: Reader, depth: int = 3) -> Iterator[Token]:
    """Where a thing is, as its own phrase says it: "a terminal in the port of Izmail"."""
    where = reader.vocab.words("place-prepositions") - {"from", "to"}
    ties = where | {"of"} if token.lemma_.lower() in reader.vocab.words("place-nouns") else where
    for child in token.children if depth else ():
        if child.dep_ == "prep" and child.lower_ in ties:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.lemma_.lower() not in reader.vocab.words("frontier-nouns"):
                    yield inner
                    yield from _places_under(inner, reader, depth - 1)


def _whose(place: Token, reader: Reader) -> list[Referent]:
    """The state that a place is, in which it lies, or that is named with it ("the Ukrainian port of Izmail")."""
    if place.lemma_.lower() in reader.vocab.words("frontier-nouns"):
        return []
    named = [r for t in (place, *(c for c in place.children if c.dep_ == "appos")) for r in reader.actors(t)]
    if place.lemma_.lower() in reader.vocab.words("place-nouns"):
        named += reader.owners(place)
    return [r for r in named if _in_a_state(r, reader)][:1]


def _in_a_state(referent: Referent, reader: Reader) -> bool:
    if referent.kind is Kind.PLACE:
        place = reader.vocab.place_called(referent.label)
        return place is not None and place.country is not None
    entity = reader.vocab.entities.get(referent.entity or "")
    return entity is not None and entity.type is ActorType.STATE


def calls_at_home(cue: Cue | None, roles: Roles, reader: Reader) -> bool:
    """Does somebody only go to a house in his own state: "the princess visited a school in Cardiff"?"""
    if cue is None or cue.frame.id != "frame/journey" or not roles.targets:
        return False
    own = {_land(r, reader) for r in roles.actors} - {None}
    return all(_is_spot(r, reader) and _land(r, reader) in own for r in roles.targets)


def _land(referent: Referent, reader: Reader) -> str | None:
    """The state of somebody or something, be it by the town that it is in."""
    places = (reader.vocab.place_called(owner) for owner in referent.mention.owners)
    return reader.discourse.side(referent) or next((p.country for p in places if p is not None), None)


def _is_spot(referent: Referent, reader: Reader) -> bool:
    """Is it a house, not people nor a firm that one may talk with?"""
    house = referent.mention.head.lower() in reader.vocab.words("visited-houses")
    return referent.kind is Kind.RESOURCE or house


def held_by(token: Token, reader: Reader) -> list[Referent]:
    """Who holds the place where something lies that its own state strikes: "a building in Russian-controlled Donetsk"."""
    holding = reader.vocab.words("holding-verbs")
    for place in (token, *_places_under(token, reader), *under_of(token)):
        for participle in (c for c in place.children if c.dep_ == "amod" and c.tag_ == "VBN"):
            if participle.lower_ in reader.vocab.words("holding-participles"):
                for holder in (c for c in participle.children if c.dep_ in ("npadvmod", "compound", "nmod", "amod", "advmod")):
                    if named := reader.named(holder):
                        return named
        for clause in (c for c in place.children if c.dep_ == "relcl" and c.lemma_.lower() in holding):
            if who := [r for t in verb_slots(clause).get("subj", ()) for r in reader.actors(t, places=False)]:
                return who  # "a plant that Russian troops have held since 2022"
    return []


def state_where(place: Referent, reader: Reader) -> str | None:
    """The state in which a known place lies."""
    known = reader.vocab.place_called(place.label)
    return known.country if known else None


def of_one_state(places: list[Referent], reader: Reader) -> bool:
    """Are several places all of one state: "in Arauca and Cauca"?"""
    states = {state_where(r, reader) if r.kind is Kind.PLACE else None for r in places}
    return len(places) > 1 and len(states) == 1 and None not in states


def off_own_ground(suffers: tuple[str, ...], filled: Slots, reader: Reader, roles: Roles) -> None:
    """Nobody is fought in the high seas; a place on one's own ground tells where, not whom one fights: that is who holds it."""
    seas = reader.vocab.words("high-seas")
    roles.targets = [r for r in roles.targets if r.kind is not Kind.PLACE or r.mention.head not in seas]
    own = {reader.discourse.side(r) for r in roles.actors} - {None}
    if roles.actors and all(fights_at_home(r, reader) for r in roles.actors):
        suffers = (*suffers, "on", "to", "into", "towards", "toward")  # rebels that advance on a town fight its state
    done_to = {r.mention.span for s in suffers for t in filled.get(s, ()) for r in reader.actors(t)}  # "the siege of La Paz"
    sides = {state_where(r, reader) or reader.discourse.side(r) for r in roles.targets}
    if own and sides <= own:
        slots = ("obj", "on", "in", "at", "against", "near", "over", "of")
        if holders := next((h for s in slots for t in filled.get(s, ()) if (h := held_by(t, reader))), None):
            roles.targets = [r for r in holders if reader.discourse.side(r) not in own]
            return
    roles.targets = [
        r for r in roles.targets if r.kind is not Kind.PLACE or r.mention.span in done_to or state_where(r, reader) not in own
    ]


def unknown_towns(filled: Slots, reader: Reader, roles: Roles) -> None:
    """A town that no gazetteer knows is of the state of which the news speaks: "the rebels are advancing on Orlo".

    It is not of the state of an army that goes there; rebels fight their own.
    """
    for slot in ("on", "obj", "in", "at", "into", "towards", "toward", "near"):
        for token in filled.get(slot, ()):
            for place, target in enumerate(roles.targets):
                kinds = ("GPE", "LOC", "FAC", "", "ORG") if slot in _TOWARDS else ("GPE", "LOC", "FAC", "")
                bare = token.tag_ == "NNP" and token.ent_type_ in kinds
                own = reader.block.referent(token).mention.span
                if not bare or target.mention.span != own or target.entity or target.person or target.mention.owners:
                    continue
                if state_where(target, reader) is None and (state := _state_there(token, reader, roles)):
                    roles.targets[place] = replace(target, mention=replace(target.mention, owners=(state,)))


def struck_there(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose a work is that is struck or seen, of which only the news tells where it stands: "oil tanks were hit by shells"."""
    works = [r for r in roles.resources if r.term and reader.vocab.is_kind(r.term, _BUILT) and not r.entity]
    seen = reader.vocab.words("visited-houses|struck-things")
    for token in (t for t in filled.get("obj", ()) if works or t.lemma_.lower() in seen):
        thing = reader.block.referent(token)
        if token.pos_ != "NOUN" or any(c.dep_ == "poss" for c in token.children):
            continue
        if (state := _state_there(token, reader, roles)) and (works or _spoken_of(state, token, reader)):
            return [replace(thing, kind=Kind.ACTOR, entity=None, term=None, mention=replace(thing.mention, owners=(state,)))]
    return []


def _spoken_of(state: str, token: Token, reader: Reader) -> bool:
    """Has the news spoken of a state before the sentence? Who alleges a strike need not be who is struck."""
    start = reader.block.offset + token.sent.start_char
    item = reader.discourse.item_at(reader.block.offset + token.idx)
    before = (e.referent for e in reader.discourse.entries if item <= e.position < start)
    sides = {reader.discourse.side(r) or state_where(r, reader) for r in before} - {None}
    return any(sense.actor in sides for sense in reader.vocab.names.get(state, ()))


def _state_there(token: Token, reader: Reader, roles: Roles) -> str | None:
    """The state in which the news takes place, unless it is that of who strikes there; of rebels it is their own."""
    home, own = _own_states(reader, roles)
    label = whereabouts(reader.discourse, reader.block, token)
    side = next((s.actor for s in reader.vocab.names.get(label or "", ())), None)
    if label and (side not in own or side in home):
        return label
    state = reader.vocab.entities.get(next(iter(home))) if len(home) == 1 else None
    return state.label if state is not None else None


def fights_at_home(referent: Referent, reader: Reader) -> bool:
    """Is it a rebel group, or are they its forces, who fight the state that they are of?"""
    names = (s.actor for o in referent.mention.owners for s in reader.vocab.names.get(o, ())[:1])
    owners = (reader.vocab.entities[name] for name in names)
    return acts_in(referent, reader) == "REB" or any(o.type is ActorType.ARMED_GROUP for o in owners)


def _own_states(reader: Reader, roles: Roles) -> tuple[set[str], set[str]]:
    """The states of the rebels among the actors, who fight at home, and those of all actors."""
    sides = [(side, fights_at_home(r, reader)) for r in roles.actors if (side := reader.discourse.side(r))]
    return {side for side, rebels in sides if rebels}, {side for side, _ in sides}
