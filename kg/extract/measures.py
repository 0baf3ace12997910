"""Whose a measure is that others wish away or a deal eases: "wants to end US sanctions", "would cut American tariffs on tea"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles
from kg.extract.tokens import Token
from kg.model import ActorType
from kg.vocab import Cue

_BEFORE = ("amod", "compound", "nmod", "poss")


def takers(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Give an act to those whose measure a verb is about, and tell who only wishes it away: he is whom it hits.

    Not where the word before it may as well say whom it hits: "China scraps Australian wine tariffs", "lifted EU sanctions".
    """
    if cue.relation != "sanction" or cue.pos != "verb":
        return []
    for measure in (t for t in filled.get("obj", ()) if reader.vocab.evokes("noun", t.lemma_, ("sanction",))):
        aimed = bool([*under_of(measure, ("on", "against")), *filled.get("on", ()), *filled.get("against", ())])
        wished = cue.negates and not filled.get("subj") and measure.lemma_.lower() in reader.vocab.words("penal-measures")
        if roles.actors and not (aimed or wished):
            continue
        for word in (c for c in measure.children if c.dep_ in _BEFORE and c.i < measure.i):
            imposing = reader.named(word) if _imposes(word, reader) else []
            if imposing and _apart(imposing, roles, reader):
                roles.used.add(word.i)
                before, roles.actors = roles.actors, imposing
                return before
    return []


def flowing(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """What a duty is on where no thing is named: "a tariff on all imports from Chad"."""
    duties = reader.vocab.words("duty-nouns")
    measures = [t for t in filled.get("obj", ()) if t.lemma_.lower() in duties] if cue.pos == "verb" else []
    if cue.relation != "sanction" or not (measures or cue.words[-1] in duties):
        return []
    limited = [*filled.get("on", ()), *(u for t in measures for u in under_of(t, ("on",)))]
    flows = [t for t in limited if t.lemma_.lower() in ("import", "export", "good", "product", "shipment")]
    found = ((t, reader.block.referent(t)) for t in flows)
    return [replace(r, kind=Kind.RESOURCE, label=t.lower_) for t, r in found if r.kind is not Kind.ACTOR][:1]


def _apart(imposing: list[Referent], roles: Roles, reader: Reader) -> bool:
    """Are they of another side than who acts so far, and both known?"""
    sides = {reader.discourse.side(r) for r in imposing}
    return None not in sides and not any(side is None or side in sides for side in map(reader.discourse.side, roles.actors))


def _imposes(word: Token, reader: Reader) -> bool:
    """Is it whose a measure is: an adjective, letters ("US") or a body of states, unlike "Syria" of "Syria sanctions"?"""
    found = reader.block.names.get(word.i)
    sense = found.senses[0] if found is not None and found.senses else None
    if found is None or sense is None:
        return False
    entity = reader.vocab.entities[sense.actor]
    top = reader.vocab.stakeholder_of(entity, None)[0]
    state = entity.type is ActorType.STATE
    letters = found.name.replace(".", "")
    return word.dep_ == "poss" or sense.how == "demonym" or letters.isupper() or top.type is not ActorType.STATE or not state
