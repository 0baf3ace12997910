"""Against whom the people of a state protest or fight where nobody says it: their own authorities, their own land."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments import Slots
from kg.extract.conditions import acts_in
from kg.extract.home import at_home
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader
from kg.extract.scene import behind_place, state_named
from kg.extract.stakes import Roles
from kg.extract.tokens import Token
from kg.model import ActorType
from kg.vocab import Cue

if TYPE_CHECKING:
    from kg.extract.found import Found

PROTEST = "PROTEST"
# Behind these stands what a protest is about.
_ABOUT = frozenset({"against", "over", "about", "for", "after", "following", "amid", "by"})


def own_authorities(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """The government at home: "Nurses in Peru went on strike", "Young Algerians blocked roads to press their demands".

    Not where the sentence names another state, against which it may be, and not where the government itself acts. Coders of
    political events do the same (Halterman et al. 2023, PLOVER: a domestic event has the actor's own state for its target).
    """
    held = (t for t in (token, *filled.get("obj", ())) if cue.relation == "protest" and t.pos_ == "NOUN")
    if opposed := next((whom for t in held if (whom := _anti(t, reader))), []):
        return opposed
    if (cue.relation != "protest" and cue.plover != PROTEST) or len(roles.actors) != 1:
        return []
    actor = roles.actors[0]
    home = reader.discourse.side(actor)
    state = reader.vocab.entities.get(home or "")
    if state is None or state.type is not ActorType.STATE or acts_in(actor, reader) == "GOV" or _elsewhere(token, state.id, reader):
        return []
    return [_authorities(actor, state.id, state.label)]


def demonstrators(found: Found, reader: Reader) -> None:
    """Who protests where only the place is told: the people of the state in which it is ("riots broke out in Lyon").

    Not where the one state that the sentence names is what the protest is about, which may be abroad.
    """
    if found.relation != "protest" or found.roles.actors:
        return
    noun = next((t for t in (found.token, *found.filled.get("obj", ())) if t.pos_ == "NOUN"), None)
    if noun is None:
        return
    start = reader.block.offset + noun.idx
    mention = replace(reader.block.referent(noun).mention, text=noun.text, start=start, end=start + len(noun.text), owners=())
    crowd = Referent(mention, Kind.ACTOR, plural=True, person=True, label="protester")
    home = next(iter(at_home(reader.discourse, reader.block, noun, crowd).mention.owners), None)
    named = [t for t in noun.sent if (f := reader.block.names.get(t.i)) and state_named(f.name, reader.vocab) == home]
    if home is None or (named and not any(behind_place(t, reader.vocab) and not _issue(t, noun) for t in named)):
        return
    found.roles.actors = [replace(crowd, mention=replace(mention, owners=(home,)))]


def _issue(name: Token, noun: Token) -> bool:
    """Does a name stand in what a protest is about: "over the war in Gaza"?"""
    for above in name.ancestors:
        if above.dep_ == "prep" and above.lower_ in _ABOUT:
            return True
        if above == noun:
            return False
    return False


def _anti(noun: Token, reader: Reader) -> list[Referent]:
    """Whom the word before a protest names: "anti-Maduro rallies", "anti-government protests"."""
    for prefix in (c for c in noun.lefts if c.lower_ in reader.vocab.words("opposing-prefixes")):
        opposed = noun.doc[min(prefix.i + 2, noun.i)]
        if opposed == noun or noun.doc[prefix.i + 1].text != "-":
            continue
        own = replace(reader.block.referent(noun), kind=Kind.ACTOR, entity=None, term=None, person=False)
        if senses := reader.vocab.names.get(opposed.text):
            known = reader.vocab.entities[senses[0].actor]
            return [replace(own, entity=known.id, label=known.label, mention=replace(own.mention, name=known.label, owners=()))]
        if opposed.lower_ in reader.vocab.words("state-acts") | {"government"}:
            home = at_home(reader.discourse, reader.block, noun, replace(own, label="government"))
            return [home] if home.mention.owners else []
    return []


def own_ground(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """The state at home in whose land rebels, a junta or police strike: "the rebels shelled a camp", "the junta bombs the hills".

    So it is their own people whose protest police or an army put down.

    Not where the sentence names another state; nor for an army, which may fight abroad.
    """
    force = cue.relation in ("assault", "coerce", "seize") and cue.pos == "verb"
    crowd = any(t.lemma_.lower() in reader.vocab.words("unrest-acts") for t in filled.get("obj", ()))
    strangers = reader.vocab.words("newcomer-nouns")  # "broke up a migrant protest"
    crowd = crowd and not any(c.lemma_.lower() in strangers for t in filled.get("obj", ()) for c in t.lefts)
    if len(roles.actors) != 1 or not force or not (crowd or _on_land(filled, reader)):
        return []
    actor = roles.actors[0]
    sector = acts_in(actor, reader)
    home_force = actor.mention.head.lower() in reader.vocab.words("home-forces") or (crowd and sector in ("GOV", "MIL"))
    if sector != "REB" and not home_force:
        return []
    before = actor.mention.antecedent  # "the junta", told before whose it is
    side = reader.discourse.side(actor) or (reader.discourse.side(replace(actor, mention=before)) if before else None)
    state = reader.vocab.entities.get(side or "")
    if state is None or state.type is not ActorType.STATE or _elsewhere(token, state.id, reader):
        return []
    return [_authorities(actor, state.id, state.label)]


def _on_land(filled: Slots, reader: Reader) -> bool:
    """Is it a place or a house that is struck, not a ship nor people?"""
    words = reader.vocab.words
    ground = words("ground-nouns|settlement-nouns|house-nouns") - words("mission-nouns")
    return any(t.lemma_.lower() in ground for s in ("obj", "on", "at", "against", "into") for t in filled.get(s, ()))


def _authorities(actor: Referent, state: str, label: str) -> Referent:
    """The authorities of the state at home, told by whom its people are."""
    mention = replace(actor.mention, name=label, owners=(), antecedent=None)
    government = replace(actor, mention=mention, kind=Kind.ACTOR, term=None, plural=False, person=False)
    # The people of a state are told by its name already.
    return replace(government, entity=None if actor.entity else state, label="government" if actor.entity else label)


def _elsewhere(token: Token, home: str, reader: Reader) -> bool:
    """Does the sentence name somebody of another state, or a place there?"""
    vocab = reader.vocab
    for word in token.sent:
        found = reader.block.names.get(word.i)
        if found is None or word.head.lemma_.lower() in vocab.words("frontier-nouns"):
            continue  # "on the Bangladeshi border" is on this side of it
        place = vocab.places.get(found.place or "")
        states = {place.country} if place else set()
        states |= {vocab.top_of(sense.actor).id for sense in found.senses[:1]}
        if states - {home, None}:
            return True
    return False


def two_sides(actors: list[Referent], reader: Reader) -> bool:
    """Are there two who act, not all arms of one state, as "Israeli forces and tanks" are?"""
    sides = [reader.discourse.side(r) for r in actors]
    rebels = any(r.entity or r.mention.name or acts_in(r, reader) in ("REB", "OPP") for r in actors)
    return len(sides) > 1 and (rebels or None in sides or len(set(sides)) > 1)
