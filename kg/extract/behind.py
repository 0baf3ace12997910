"""Who is behind a harm of whom the sentence tells elsewhere: beside an event, in the clause above, in a claim of responsibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import slots
from kg.extract.attribution import reporting_actor
from kg.extract.conditions import acts_in
from kg.extract.coordination import first_conjunct
from kg.extract.found import Found
from kg.extract.ground import state_where
from kg.extract.mentions import Kind, Referent, of_sector
from kg.extract.reader import Reader, under_of
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.extract.words import ARMS
from kg.model import ActorType, Mode, Sector

# What is done to others by force.
INFLICTED = frozenset({"assault", "coerce", "seize"})
_REBELS = frozenset({Sector.REB})

# So many claims back an attack is still what the story is about.
_STILL = 3


def told_elsewhere(item: Found, found: dict[int, Found], reader: Reader) -> Iterator[list[Referent]]:
    """Those whom another part of the sentence names for a harm that its own verb leaves without an actor, the surest first."""
    verb = item.token
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        # "a shooting targeting commuters by two gunmen"
        yield [r for t in item.filled.get("by", ()) for r in reader.actors(t, False)]
        yield _staging(verb.head, found)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield _included(verb, found)
    if verb.dep_ in ("pcomp", "advcl"):
        yield _accompanied(verb, item, found, reader)
    clause = first_conjunct(verb)  # "which killed two and wounded nine"
    if clause.dep_ in ("relcl", "advcl", "acl"):
        yield _responsible(clause, reader)


def own_arms(found: dict[int, Found], reader: Reader) -> None:
    """Whose the bare "jets" are of which an army tells that they struck abroad, and "air defences" wherever: its own.

    Drones that the army says have hit its own land are of others.
    """
    side = reader.discourse.side
    for item in found.values():
        if item.relation not in INFLICTED or item.roles.actors or item.token.pos_ != "VERB" or is_passive(item.token):
            continue
        arms = [t for t in item.filled.get("subj", ()) if t.pos_ == "NOUN" and reader.vocab.calls(t.lemma_, ARMS)]
        shield = [t for t in item.filled.get("subj", ()) if t.lemma_.lower() in reader.vocab.words("shield-nouns")]
        if not (arms or shield):
            continue
        own = reader.block.referent((shield or arms)[0])
        teller = reporting_actor(item.context.reporter, reader.lexicon, reader) if item.context.reporter is not None else None
        if teller is None:
            continue
        state = reader.vocab.entities.get(side(teller) or "")
        struck = {state_where(r, reader) or side(r) for r in item.roles.targets} - {None}
        if state is None or state.type is not ActorType.STATE or acts_in(teller, reader) not in ("GOV", "MIL"):
            continue
        rebels = any(of_sector(r, _REBELS, reader.vocab) for r in item.roles.targets)
        if shield or rebels or (struck and state.id not in struck):
            mention = replace(own.mention, owners=(state.label,))
            item.roles.actors = [replace(own, kind=Kind.ACTOR, term=None, mention=mention)]
            item.roles.targets = item.roles.targets if rebels or struck - {state.id} else []


def go_on(item: Found, violent: set[int], reader: Reader) -> None:
    """Who fell in the attack told before: there is violence in this sentence too, although it has no word for it."""
    harmed = item.token.pos_ == "VERB" and is_passive(item.token) and not item.roles.actors
    if item.relation == "assault" and harmed and (before := _attack_before(item, reader)) is not None:
        violent.add(before.token.i)
        _hit_there(item, before, reader)


def _attack_before(item: Found, reader: Reader) -> Found | None:
    """The attack just told in the same story, of which a sentence without a word for it goes on to tell the victims.

    "A minister was stabbed in Jakarta. Two guards were also injured." Where the sentence names a storm or a crash, it is that.
    """
    if any(t.lemma_.lower() in reader.vocab.words("blind-forces") for t in item.token.sent):
        return None
    start = reader.discourse.item_at(reader.block.offset + item.token.idx)
    for act in reversed(reader.discourse.told[-_STILL:]):
        roles = act.roles
        here = any(r.mention.start >= start for r in (*roles.actors, *roles.targets, *roles.resources))
        if act.relation == "assault" and here and act.context.mode is Mode.DONE and not act.context.negated:
            return act
    return None


def _hit_there(item: Found, before: Found, reader: Reader) -> None:
    """Those of whom nothing is told but that they fell are of the state whose people or places were attacked before."""
    states = [reader.discourse.side(r) or state_where(r, reader) for r in before.roles.targets]
    state = next((e for s in states if (e := reader.vocab.entities.get(s or ""))), None)
    if state is None or state.type is not ActorType.STATE:
        return
    item.roles.targets = [
        replace(r, mention=replace(r.mention, owners=(state.label,)))
        if r.kind is Kind.ACTOR and not (r.entity or r.mention.name or r.mention.owners or r.mention.antecedent)
        else r
        for r in item.roles.targets
    ]


def by_whom(event: Token, reader: Reader) -> list[Referent]:
    """Whose an event is by the phrase behind it or one coordinated with it: "in a robbery and shooting by four gunmen".

    The phrase may hang on the participle that says whom it was for: "in an attack targeting pilgrims by gunmen".
    """
    nouns = [event, *(c for c in event.conjuncts if c.i > event.i)]
    if not any(reader.vocab.evokes("noun", t.lemma_, ("assault",)) for t in nouns):
        return []  # "killed in a protest against a tax by the cabinet"
    for noun in nouns:
        aimed = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBG"]
        for token in (noun, *aimed):
            if found := [r for t in under_of(token, ("by",)) for r in reader.actors(t, False)]:
                return found
    return []


def _staging(event: Token, found: dict[int, Found]) -> list[Referent]:
    """Whose operation it is in which they strike: "troops killed six fighters in an operation targeting a camp"."""
    above = event.head.head if event.dep_ == "pobj" and event.head.lower_ in ("in", "during") else event.head
    act = found.get(above.i)
    strikes = act is not None and act.relation in INFLICTED and above.pos_ == "VERB" and not is_passive(above)
    return act.roles.actors if act is not None and strikes else []


def _included(participle: Token, found: dict[int, Found]) -> list[Referent]:
    """Who killed the many killed those counted out of them: "killed 30 in raids on the coast, including 12 killed in Tyre"."""
    counted = participle.head
    if counted.dep_ != "pobj" or counted.head.lower_ != "including":
        return []
    if any(c.dep_ == "agent" for c in participle.children):
        return []
    for above in counted.ancestors:
        act = found.get(above.i)
        if act is not None and act.relation == "assault" and act.roles.actors:
            return act.roles.actors
    return []


def _accompanied(verb: Token, item: Found, found: dict[int, Found], reader: Reader) -> list[Referent]:
    """Who strikes in the main clause does what a clause beside it tells of his weapons or of those who suffer.

    "The army fired rockets, with one hitting a school, wounding ten"; "the bus was seized by rebels, with six taken hostage".
    """
    if verb.dep_ == "pcomp" and verb.head.lower_ != "with":
        return []
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    act = found.get(above.i)
    if act is None or act.relation not in INFLICTED or any(c.dep_ == "agent" for c in verb.children):
        return []
    suffers = is_passive(verb)
    events = reader.lexicon.words("event-prepositions")
    if suffers and any(t.pos_ == "NOUN" for c in verb.children if c.dep_ == "prep" and c.lower_ in events for t in c.children):
        return []  # "with six being killed in the raid", which may be the others'
    if verb.dep_ == "advcl" and (verb.tag_ != "VBG" or suffers or any(c.dep_ in ("nsubj", "mark") for c in verb.children)):
        return []
    struck_by = any(t.lemma_.lower() in reader.vocab.words("explosive-words") for t in item.filled.get("subj", ()))
    return act.roles.actors if verb.dep_ == "advcl" or suffers or struck_by else []


def _responsible(clause: Token, reader: Reader) -> list[Referent]:
    """Who claims an attack: "the group claimed responsibility for a blast which killed a guard"."""
    if not any(c.lower_ in ("which", "that") and c.dep_ == "nsubj" for c in clause.children):
        return []
    for above in clause.ancestors:
        if above.lemma_ == "claim" and any(c.lemma_ == "responsibility" and c.dep_ == "dobj" for c in above.children):
            return [r for t in slots(above).get("subj", ()) for r in reader.actors(t, False)]
    return []
