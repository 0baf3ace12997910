"""Threats by what will follow, with no act named: "warned Honduras that it would pay a price", "vowed to hit back"."""

from __future__ import annotations

from kg.extract.arguments import slots
from kg.extract.attribution import reporting_actor
from kg.extract.context import Context
from kg.extract.lexicon import Lexicon
from kg.extract.reader import Reader
from kg.extract.stakes import Roles
from kg.model import Mode, Status
from kg.vocab import Cue

# What another will suffer, by whoever says so; what the actor itself will do.
_SUFFERED = "frame/ominous"
THREATS = frozenset({_SUFFERED, "frame/retort"})


def menace(cue: Cue, roles: Roles, context: Context, lexicon: Lexicon, reader: Reader) -> None:
    """Make a clause on what will follow the threat of who says so; what did follow, or follows by itself, threatens nobody."""
    said = context.reporter
    if context.mode.status is Status.ACTUAL or context.negated != cue.negates or context.absorbed is not None:
        context.supposed = True
        return
    if cue.frame.id == _SUFFERED:
        who = reporting_actor(said, lexicon, reader) if said is not None else None
        roles.actors = [who] if who else []
        addressed = slots(said) if said is not None else {}
        told = [r for slot in ("dative", "obj", "to") for t in addressed.get(slot, ()) for r in reader.actors(t)]
        own = {r.entity or r.mention.text for r in roles.actors}
        roles.targets = [r for r in told or roles.targets if (r.entity or r.mention.text) not in own]
    context.supposed = context.supposed or not roles.actors
    context.mode, context.reporter, context.obliged = Mode.DONE, None, False
