"""Who leaves, and yields nothing by it: a post, a race, a house, a scene of crime; people who are brought to safety."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.governor import infinitive
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent, of_sector
from kg.model import ActorType, Sector

if TYPE_CHECKING:
    from kg.extract.found import Found

# Sectors of those who hold or fight for power.
_POWERS = frozenset({Sector.GOV, Sector.MIL, Sector.REB, Sector.OPP, Sector.IGO})
_OFFICES = _POWERS - {Sector.REB}
_ARMED = frozenset({Sector.MIL, Sector.REB})
_PRIVATE = frozenset({Sector.CIV, Sector.MED})


def only_leaves(found: Found, lexicon: Lexicon) -> bool:
    """Is a departure no retreat?"""
    return (
        _stands_for_office(found, lexicon)
        or _leaves_harmed(found, lexicon)
        or _moves_house(found, lexicon)
        or _leaves_post(found, lexicon)
        or _to_safety(found, lexicon)
        or _slips_away(found, lexicon)
        or _travels(found)
    )


def _travels(found: Found) -> bool:
    """Is it one man of business who goes abroad, no firm that gives up a market: "the tycoon left Russia"?"""
    of_land = found.cue is not None and "land" in found.cue.object_is
    return of_land and all(r.person and not r.plural for r in found.roles.actors)


def _stands_for_office(found: Found, lexicon: Lexicon) -> bool:
    """Is it a race for an office, or a contest of sport, that is left: "dropped out of the presidential race"?"""
    from_doing = (c for p in found.token.children if p.dep_ == "prep" and p.lower_ == "from" for c in p.children)
    if any(c.dep_ == "pcomp" for c in from_doing):
        return True  # "withdrew from using her as its candidate"
    near = [t for slot in ("obj", "from", "of", "out") for t in found.filled.get(slot, ())]
    races = lexicon.words("race-nouns")
    if any(_is_state(r, lexicon) or (of_sector(r, _POWERS, lexicon.vocab) and not r.person) for r in found.roles.actors):
        return False  # a state that withdraws its team shows displeasure
    return any(t.lemma_.lower() in races or any(c.lower_ in races for c in t.children if c.dep_ == "compound") for t in near)


def _is_state(referent: Referent, lexicon: Lexicon) -> bool:
    known = lexicon.vocab.entities.get(referent.entity or "")
    return referent.kind is Kind.PLACE or (known is not None and known.type is ActorType.STATE)


def _leaves_harmed(found: Found, lexicon: Lexicon) -> bool:
    """Is it so many who are left dead or hurt, not a place that is left: "leaving six people injured"?"""
    counted = any(c.tag_ == "CD" for t in found.filled.get("obj", ()) for c in t.children)
    return counted and found.token.lemma_.lower() in lexicon.words("harm-verbs")


def _moves_house(found: Found, lexicon: Lexicon) -> bool:
    """Is it a private person who goes somewhere: "the singer retreated to Peru"? Who yields ground holds an office or arms."""
    going = found.roles.targets and all(r.kind is Kind.PLACE or r.entity for r in found.roles.targets)
    return (
        bool(going)
        and "to" in found.filled
        and all(r.person and not of_sector(r, _POWERS, lexicon.vocab) for r in found.roles.actors)
    )


def _to_safety(found: Found, lexicon: Lexicon) -> bool:
    """Is it people who are brought to safety, or a paper that is withdrawn: "residents evacuated", "the withdrawal of the bill"?"""
    lemma = found.token.lemma_.lower()
    papers = lexicon.words("withdrawn-papers")
    if any(t.lemma_.lower() in papers for slot in ("of", "obj") for t in found.filled.get(slot, ())):
        return found.token.pos_ == "NOUN"
    actors = found.roles.actors
    out = lemma in lexicon.words("evacuating-verbs") and bool(actors)
    return out and all(r.kind is Kind.ACTOR and not r.entity and not of_sector(r, _POWERS, lexicon.vocab) for r in actors)


def _slips_away(found: Found, lexicon: Lexicon) -> bool:
    """Is it a suspect or a witness who runs or walks away: "the attacker exited the hall", "the gunman fled"?"""
    people = [r for r in found.roles.actors if r.kind is Kind.ACTOR and not r.entity and not of_sector(r, _OFFICES, lexicon.vocab)]
    few = all(r.person and not r.plural for r in people)
    away = found.token.lemma_.lower() in lexicon.words("slipping-verbs") and not found.filled.get("to")
    few = few or any(t.lemma_.lower() in lexicon.words("left-places") for s in ("obj", "from") for t in found.filled.get(s, ()))
    return away and few and bool(people) and len(people) == len(found.roles.actors)


def _leaves_post(found: Found, lexicon: Lexicon) -> bool:
    """Does somebody only give up a post, be it a minister's: "the founder will step down as chief executive"?

    A soldier in power gives up more, and so does who gives up "power" or goes to let others act; who refuses holds his ground.
    """
    actors, words = found.roles.actors, lexicon.words
    if found.token.lemma_.lower() not in words("resigning-verbs") or not actors:
        return False
    if all(private(r, lexicon, business=True) for r in actors):
        return True
    ruling = any(t.lemma_.lower() in words("ruling-nouns") for slot in ("from", "obj") for t in found.filled.get(slot, ()))
    for_others = any(infinitive(c) and c.lemma_.lower() in words("way-making-verbs") for c in found.token.children)
    yields = found.context.negated or ruling or for_others
    return not yields and all(r.person and not of_sector(r, _ARMED, lexicon.vocab) for r in actors)


def private(referent: Referent, lexicon: Lexicon, business: bool = False) -> bool:
    """Is it one person of a role without power or (unless with ``business``) business ("the actress"), and not known?"""
    role = lexicon.vocab.roles.get(referent.mention.head) or lexicon.vocab.roles.get(referent.label)
    sectors = _PRIVATE | {Sector.COM} if business else _PRIVATE
    return bool(referent.person and not referent.plural and not referent.entity and role and role.sector in sectors)
