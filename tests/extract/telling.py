"""A claim as one line, so that a table of sentences can say what each should give.

CHL supply lithium > JPN: promised              who (stakeholder), relation, resource, > target, mode
IRN not assault - > ISR: done, says Iran        denied; no resource; the source by its own label
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.model import Actor, Claim


def who(actor: Actor | None) -> str:
    """The code of an actor's stakeholder, its label where it has no code, "-" for nobody."""
    if actor is None:
        return "-"
    top = actor.stakeholder
    return (top.code or top.label) if top else actor.label


def told(claim: Claim) -> str:
    """A linked claim as one line."""
    resource = claim.resource.label if claim.resource else "-"
    target = f" > {who(claim.target)}" if claim.target else ""
    source = f", says {claim.source.label}" if claim.source else ""
    return f"{who(claim.actor)} {'not ' * claim.negated}{claim.relation} {resource}{target}: {claim.mode.value}{source}"


def typed(claims: Iterable[Claim]) -> list[str]:
    """The lines of all claims whose relation is known, sorted."""
    return sorted(told(claim) for claim in claims if claim.relation != "other")


def wrong(sentence: str, *expected: str, why: str) -> object:
    """A fair sentence that is not yet read as it should be."""
    return pytest.param(sentence, expected, marks=pytest.mark.xfail(strict=True, reason=why), id=sentence)


def right(sentence: str, *expected: str) -> object:
    """A sentence and the lines that it should give, no more and no less."""
    return pytest.param(sentence, expected, id=sentence)
