"""Whose a deal is of which is only told that it was signed: his who announces it, if he is a state or a firm."""

from __future__ import annotations

from kg.extract.attribution import reporting_actor
from kg.extract.conditions import acts_in
from kg.extract.found import Found
from kg.extract.reader import Reader
from kg.extract.voice import is_passive
from kg.model import Status

_PARTIES = frozenset({"GOV", "COM"})


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
        if side not in {reader.discourse.side(r) for r in item.roles.targets}:
            item.roles.actors, item.context.reporter = [who], None
