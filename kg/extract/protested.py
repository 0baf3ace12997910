"""Against whom one protests or strikes: who owns the place of work, or whose act or seat it is."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.conditions import acts_in
from kg.extract.home import at_home
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles
from kg.model import ActorType


def employers(filled: Slots, reader: Reader) -> list[Referent]:
    """Who is said to own what one strikes at: "walked out of the Chinese-owned pit"."""
    for slot in ("of", "out", "at", "against", "from", "in"):
        for place in filled.get(slot, ()):
            if found := reader.holders(place):
                return found
    for seat in filled.get("obj", ()):  # "surrounded the offices of BlackRock"
        if seat.lemma_.lower() in reader.vocab.words("house-nouns|works-nouns"):
            beside = [c for t in under_of(seat) for c in (t, *t.rights) if c == t or c.dep_ == "appos"]
            firms = [r for t in beside for r in reader.actors(t, False)] or reader.owners(seat)
            if found := [r for r in firms if acts_in(r, reader) == "COM"]:
                return found[:1]
    for people in (t for slot in ("subj", "by", "of") for t in filled.get(slot, ())):
        for place in under_of(people, ("at", "for", "with")):  # "workers at Codelco's mine", "machinists at Boeing"
            if found := [r for r in (*reader.actors(place, False), *reader.owners(place)) if acts_in(r, reader) == "COM"]:
                return found[:1]
    return []


def authorities(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """The government at home, where its acts or its seats are protested against: "a decree", "the presidential palace"."""
    acts = reader.vocab.words("state-acts")
    for slot in ("against", "over", "on", "at", "outside", "to", "obj"):
        for noun in (t for t in filled.get(slot, ()) if t.lemma_.lower() in acts):
            own = replace(reader.block.referent(noun), kind=Kind.ACTOR, entity=None, term=None, person=False, label="government")
            state = next((e for r in roles.actors if (e := reader.vocab.entities.get(reader.discourse.side(r) or ""))), None)
            if state is not None and state.type is ActorType.STATE:
                return [replace(own, mention=replace(own.mention, owners=(state.label, *own.mention.owners)))]
            home = at_home(reader.discourse, reader.block, noun, own)
            if home.mention.owners:
                return [home]
    return []
