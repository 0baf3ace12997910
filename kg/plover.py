"""PLOVER's event type of a claim (Open Event Data Alliance, PLOVER codebook 2018), by the table of the ontology's relations."""

from __future__ import annotations

from kg.model import Actor, Claim, Mode, Status
from kg.vocab import Vocabulary


def plover_code(claim: Claim, vocab: Vocabulary) -> str | None:
    """The event type, or None where PLOVER has none for such a claim.

    A cue's own code for what happened or is proposed wins; what is sought of others is a request; a possible act counts only where
    the actor's own side speaks of it; acquiring and producing count only with a partner of another stakeholder.
    """
    relation = vocab.relations.get(claim.relation)
    if relation is None or not relation.plover:
        return None
    if relation.needs_target and (claim.target is None or _side(claim.target) == _side(claim.actor)):
        return None
    sought = claim.mode is Mode.SOUGHT and not claim.negated
    if sought and (relation.resource or relation.stance == "cooperative") and claim.relation != "seize":
        return "REQUEST"
    column = _column(claim)
    if column and (own := vocab.plover_of(claim.cue, column)):
        return own
    if claim.status is Status.POSSIBLE and not _own_side_speaks(claim):
        return None
    if claim.resource and vocab.is_kind(claim.resource.id, ("resource/territory",)):
        column = next((c for c in (f"territory {column}",) if c in relation.plover), column)
    return relation.plover.get(column) if column else None


def _column(claim: Claim) -> str | None:
    """Which column of the table a claim falls in."""
    if claim.mode is Mode.ENDED:
        return "ended"
    if claim.status is Status.ACTUAL:
        return "failed" if claim.negated else "actual"
    if claim.status is Status.PROPOSED:
        return "refused" if claim.negated else "proposed"
    return "unlikely" if claim.negated else "possible"


def _side(actor: Actor | None) -> str | None:
    return actor.stakeholder.id if actor and actor.stakeholder else None


def _own_side_speaks(claim: Claim) -> bool:
    return claim.source is not None and _side(claim.source) == _side(claim.actor)
