"""What a ban forbids: an exchange that somebody is kept from, and with whom; travel to where."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import slots, verb_slots
from kg.extract.found import Found
from kg.extract.mentions import Kind, Referent
from kg.extract.modality import climb
from kg.extract.reader import Reader
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import Mode

_EXCHANGE = frozenset({"supply", "acquire", "produce", "possess", "invest"})
_FORBIDDING = frozenset({"on", "of", "against"})
_THERE = ("to", "into", "in", "with", "from", "through", "over")
# What is told of who lets others trade.
_LET = frozenset({"concede", "supply"})


def forbidden(found: dict[int, Found], reader: Reader) -> None:
    """An exchange that is forbidden is a sanction on who would have it: "Tanzania bars foreigners from buying gold"."""
    _not_let(found, reader)
    verbs = reader.lexicon.words("forbidding-verbs")
    for item in list(found.values()):
        stakes = item.roles.resources or [r for t in item.filled.get("obj", ()) for r in reader.things(t)]
        if item.relation not in _EXCHANGE or not stakes or not item.context.consumed:
            continue
        verb = item.context.consumed[0]
        if (void := _voided(item, reader)) is not None:
            above = found.get(void.i)
            if above is not None and above.relation == "sanction" and above.roles.actors:
                if all(r.term is None for r in above.roles.resources):  # no paper, but what it is for
                    above.roles.resources = list(stakes)
                above.roles.targets = above.roles.targets or _foreign(item.roles.targets, above.roles.actors, reader)
                item.context.supposed = True
                continue
            verb = void
        elif verb.lemma_.lower() not in verbs or verb.pos_ != "VERB":
            continue
        above = found.get(verb.i)
        who = [r for t in slots(verb).get("subj", ()) for r in reader.actors(t)]
        if not who and above and not is_passive(verb):  # "Russian firms are barred from …": it is not Russia that bars them
            who = above.roles.actors
        context = climb(verb, reader.lexicon, {})
        who = who or [r for t in context.subject for r in reader.actors(t)]
        roles = Roles(actors=who, targets=_hit(item.roles.actors, item.roles.targets, who, reader))
        roles.resources = list(stakes)
        item.relation, item.context, item.roles = "sanction", context, roles
        if above is not None:
            above.context.supposed = True


def _voided(item: Found, reader: Reader) -> Token | None:
    """The verb that takes back the licence for an exchange: "suspended a licence to export sensors to Turkey"."""
    licence = item.context.consumed[0]
    words = reader.lexicon.words
    if licence.lemma_.lower() not in words("licensing-nouns") or licence.dep_ not in ("dobj", "nsubjpass"):
        return None
    return licence.head if licence.head.lemma_.lower() in words("revoking-verbs") else None


def _foreign(ends: list[Referent], who: list[Referent], reader: Reader) -> list[Referent]:
    """Those who are not of the same state as who forbids: what a state forbids its own is aimed at their partners."""
    own = {reader.discourse.side(r) for r in who} - {None}
    return [r for r in ends if not is_own(r, Roles(actors=who)) and reader.discourse.side(r) not in own]


def _hit(barred: list[Referent], partners: list[Referent], who: list[Referent], reader: Reader) -> list[Referent]:
    """On whom a ban falls: foreigners who are barred; where one's own or just anybody is, those with whom they deal."""
    foreign = _foreign(barred, who, reader)
    named = [r for r in foreign if reader.discourse.side(r) or r.mention.name]
    return named or _foreign(partners, who, reader) or foreign


def barred(found: dict[int, Found], reader: Reader) -> None:
    """What a gerund behind a ban names is what is limited, and with whom: "a ban on selling arms to Iran", "restrictions on
    flying to Cuba", "prohibits airlines from flying to Haiti".
    """
    for item in list(found.values()):
        if item.relation != "sanction" or item.cue is None:
            continue
        for clause in _clauses(item):
            inner = found.get(clause.i)
            if inner is item:
                continue
            exchange = inner is not None and inner.relation in _EXCHANGE | {"aid"}
            things = list(inner.roles.resources) if inner is not None and exchange else _entered(clause, reader)
            partners = list(inner.roles.targets) if inner is not None and exchange else _whither(clause, reader)
            if things or partners:
                item.roles.resources = item.roles.resources or things
                item.roles.targets = _hit(item.roles.targets, partners, item.roles.actors, reader) or item.roles.targets
                if inner is not None:
                    inner.context.supposed = True


def _not_let(found: dict[int, Found], reader: Reader) -> None:
    """Who does not allow trade bars it: "does not allow exports of lithium", "will not let the miner ship copper"."""
    for verb in list(found.values()):
        letting = verb.token.pos_ == "VERB" and verb.token.lemma_.lower() in reader.lexicon.words("letting-verbs")
        if not letting or not verb.context.negated or verb.relation not in _LET:
            continue
        inner = [f for f in found.values() if verb.token in f.context.consumed and f.relation in _EXCHANGE]
        if not inner and verb.relation == "concede":
            continue
        for item in inner:
            barred = [r for r in item.roles.actors if reader.discourse.side(r) not in map(reader.discourse.side, verb.roles.actors)]
            verb.roles.resources = verb.roles.resources or list(item.roles.resources)
            verb.roles.targets = verb.roles.targets or barred or list(item.roles.targets)
            item.context.supposed = True
        verb.context.mode = Mode.PLANNED if verb.context.mode in (Mode.REFUSED, Mode.PLANNED) else Mode.DONE
        verb.context.negated, verb.relation = False, "sanction"


def _clauses(item: Found) -> Iterator[Token]:
    """The gerunds that say what is forbidden, behind the ban's noun or behind the "from" of its verb."""
    words = item.cue.object_lemmas if item.cue is not None else frozenset()
    nouns = [t for t in item.filled.get("obj", ()) if t.pos_ == "NOUN" and t.lemma_.lower() in words]
    if item.token.pos_ == "NOUN":
        nouns.append(item.token)
    behind = [c for noun in nouns for c in noun.children if c.lower_ in _FORBIDDING]
    if item.token.pos_ == "VERB":
        behind += [c for c in item.token.children if c.lower_ == "from"]
    for preposition in (c for c in behind if c.dep_ == "prep"):
        for clause in (c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VBG"):
            yield clause
            yield from (c for c in clause.conjuncts if c.tag_ == "VBG")


def _entered(clause: Token, reader: Reader) -> list[Referent]:
    """What one may not use or enter: "from crossing its airspace", "from docking at its ports"."""
    if clause.lemma_.lower() not in reader.lexicon.words("entering-verbs|using-verbs"):
        return []
    filled = verb_slots(clause)
    nouns = (t for slot in ("obj", *_THERE, "at") for t in filled.get(slot, ()))
    return next((r for t in nouns if (r := reader.resources(t, 0))), [])


def _whither(clause: Token, reader: Reader) -> list[Referent]:
    """Whither one may not go: "flying to Cuba", "visiting Iran"."""
    if clause.lemma_.lower() not in reader.lexicon.words("entering-verbs"):
        return []
    filled = verb_slots(clause)
    for slot in (*_THERE, "obj"):
        if ends := [r for t in filled.get(slot, ()) for r in reader.actors(t) if r.kind is Kind.PLACE or r.entity]:
            return ends
    return []


def kept_from(found: dict[int, Found], reader: Reader) -> None:
    """Who is kept from an act suffers force; that he has not done it tells nothing more: "barred her from leaving the country"."""
    for item in found.values():
        above = found.get(item.context.consumed[0].i) if item.context.consumed else None
        barred = above is not None and above.cue is not None and "liberty" in above.cue.needs and bool(above.roles.targets)
        if barred and item.context.negated and item.relation != "sanction":
            item.context.supposed = True
