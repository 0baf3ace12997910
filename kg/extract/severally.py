"""Whose is each of several things: "banned Australian beef and Canadian canola" limits two states, each in goods of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import Slots
from kg.extract.mentions import Referent
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.model import Span
from kg.vocab import Cue


def share_out(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> None:
    """Give each thing its own owner as its target, where the things of several are coordinated and the owner is the target.

    A thing that names no owner has that of the one before it ("Russian coal, oil and Iranian gas").
    """
    if not cue.frame.owner_is_target or len(roles.resources) < 2 or not roles.targets:
        return
    whose: dict[Span, list[Referent]] = {}
    last: list[Referent] = []
    for thing in _things(cue, filled):
        theirs = [r for r in reader.owners(thing, near=True) if not is_own(r, roles)]
        last = theirs or last
        for resource in reader.resources(thing) or reader.things(thing):
            whose.setdefault(resource.mention.span, last)
    side = reader.discourse.side
    shares = [whose.get(r.mention.span, []) for r in roles.resources]
    sides = {side(r) for share in shares for r in share}
    if not all(shares) or len(sides) < 2 or None in sides or not all(side(t) in sides for t in roles.targets):
        return
    roles.whose = {r.mention.span: share for r, share in zip(roles.resources, shares, strict=True)}
    roles.targets = list({t.mention.span: t for share in shares for t in share}.values())


def _things(cue: Cue, filled: Slots) -> Iterator[Token]:
    for slot in ("obj", "on", "of", "for", "in"):
        if slot in cue.frame.resource:
            for token in filled.get(slot, ()):
                yield from under_of(token)
                yield token
