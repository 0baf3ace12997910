"""Who is said to have done wrong: "Kenya said Uganda was to blame", "alleges that the army broke the truce" accuse him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution import reporting_actor, same, speaker
from kg.extract.conditions import acts_in
from kg.extract.context import Context
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.stakes import Roles
from kg.extract.tokens import Token
from kg.model import ActorType, Mode, Status
from kg.vocab import Cue

if TYPE_CHECKING:
    from kg.extract.found import Found

# What is said of somebody, who is no actor of it; and that something is said of somebody, whatever it is.
GUILT = "frame/guilt"
_ALLEGED = "frame/alleged"


def charge(token: Token, cue: Cue, context: Context, roles: Roles, lexicon: Lexicon, reader: Reader) -> None:
    """Make a clause that says who did wrong the accusation of who says so; what nobody says, or what is denied, accuses nobody."""
    if cue.frame.id != GUILT:
        return
    if context.reporter is not None:
        who = reporting_actor(context.reporter, lexicon, reader)
    else:
        said = speaker(token, context, lexicon, reader)
        who = said.who if said is not None else None
    to_come = context.obliged or (context.mode.status is Status.PROPOSED and "undergone" not in cue.needs)  # "is to blame"
    denied = context.negated or to_come or context.absorbed is not None
    if who is None or denied or not roles.targets or any(_own(who, r, reader) for r in roles.targets):
        context.supposed = True
        return
    roles.actors, context.reporter, context.own_voice = [who], None, True
    context.mode = Mode.DONE


def _own(who: Referent, blamed: Referent, reader: Reader) -> bool:
    """Does who speaks speak of himself, or an official of his own state: who claims an attack accuses nobody?"""
    side = reader.discourse.side
    state = reader.vocab.entities.get(blamed.entity or "")
    for_state = state is not None and state.type is ActorType.STATE and acts_in(who, reader) == "GOV" and side(who) == side(blamed)
    return same(who, blamed) or for_state


def only_alleged(told: list[Found]) -> set[int]:
    """Words that only say that something is alleged, or that somebody is behind it, where it is told itself."""
    reports = {f.context.reporter.i for f in told if f.context.reporter is not None}
    reports |= {t.i for f in told for t in f.context.consumed}
    accusing = {f.token.i for f in told if f.cue is not None and f.cue.frame.id in (GUILT, _ALLEGED)}
    return accusing & reports
