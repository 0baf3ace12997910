"""What a column of a named query's answer says of the claim of its row, whatever the query."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.model import Actor, Claim, Place, Resource
from kg.rdf import BASE
from kg.store import Table


def label(entity: Actor | Resource | Place | None) -> str | None:
    """What an entity is called."""
    return entity and entity.label


CELLS: dict[str, Callable[[Claim], object]] = {
    "about": lambda claim: label(claim.resource),
    "actor": lambda claim: label(claim.actor),
    "amount": lambda claim: claim.quantity and claim.quantity.value,
    "article": lambda claim: claim.article.id,
    "asset": lambda claim: label(claim.resource),
    "change": lambda claim: claim.quantity and claim.quantity.change,
    "confidence": lambda claim: claim.confidence,
    "date": lambda claim: claim.article.published and claim.article.published.isoformat(),
    "end": lambda claim: claim.evidence.end,
    "holder": lambda claim: label(claim.actor),
    "investor": lambda claim: label(claim.actor),
    "mode": lambda claim: claim.mode.value,
    "negated": lambda claim: claim.negated,
    "outlet": lambda claim: claim.article.outlet,
    "place": lambda claim: label(claim.place),
    "proposer": lambda claim: label(claim.proposer or claim.actor),
    "relation": lambda claim: claim.relation,
    "rule": lambda claim: claim.rule,
    "sentence": lambda claim: claim.evidence.text,
    "source": lambda claim: label(claim.source),
    "start": lambda claim: claim.evidence.start,
    "status": lambda claim: claim.status.value,
    "target": lambda claim: label(claim.target),
    "unit": lambda claim: claim.quantity and claim.quantity.unit,
    "url": lambda claim: claim.article.url,
}
ELSEWHERE = {("agreements", "about")}
"""Columns that look further than the claim itself."""


def check_cells(name: str, answer: Table, claims: Mapping[str, Claim]) -> None:
    """Each cell is what the claim in column ``claim`` says; answers without such a column are passed over."""
    for row in answer.dicts():
        for column, value in row.items():
            if "claim" in row and column in CELLS and (name, column) not in ELSEWHERE:
                assert value == CELLS[column](claims[str(row["claim"]).removeprefix(BASE)]), (name, column, row)
