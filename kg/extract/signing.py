"""Whose a deal is of which is only told that it was signed: his who announces it, if he is a state or a firm."""

from __future__ import annotations

from kg.extract.attribution import reporting_actor
from kg.extract.conditions import acts_in
from kg.extract.found import Found
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.voice import is_passive
from kg.model import ActorType, Status

_PARTIES = frozenset({"GOV", "COM", "REB", "MIL"})


def announced(found: dict[int, Found], reader: Reader) -> None:
    """Who tells of a deal that "has been signed with Chad" has signed it; a deal between others is none of his."""
    for item in found.values():
        report = item.context.reporter
        if item.relation != "agree" or item.roles.actors or report is None or item.context.mode.status is not Status.ACTUAL:
            continue
        if item.token.pos_ != "VERB" or not is_passive(item.token) or item.filled.get("between") or item.filled.get("by"):
            continue
        who = reporting_actor(report, reader.lexicon, reader)
        side = reader.discourse.side(who) if who else None
        if who is None or side is None or acts_in(who, reader) not in _PARTIES:
            continue
        apart = rebels(who, reader) not in {rebels(r, reader) for r in item.roles.targets}
        if apart or side not in {reader.discourse.side(r) for r in item.roles.targets}:
            item.roles.actors, item.context.reporter = [who], None


def rebels(party: Referent, reader: Reader) -> bool:
    """Is it an armed group, which agrees with the state in which it fights: "a truce was signed with the M23, Congo said"?"""
    known = reader.vocab.entities.get(party.entity or "")
    return known is not None and known.type is ActorType.ARMED_GROUP
