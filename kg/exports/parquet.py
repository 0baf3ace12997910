"""Parquet: the graph's nodes and edges, and the claims as one flat table. Needs the extra ``tables``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import networkx as nx

from kg.columns import arrow_table, optional
from kg.exports.files import EDGE_COLUMNS, NODE_COLUMNS, flat
from kg.model import Actor, Claim, Place, Resource

_BATCH = 10_000
_Cell = Callable[[Claim], Any]


def write_parquet(graph: nx.MultiDiGraph, folder: Path) -> None:
    """Write ``nodes.parquet`` and ``edges.parquet`` into ``folder``, which is made if need be; the columns are those of the CSV.

    Raises:
        FormatError: the extra ``tables`` is not installed.
        OSError: ``folder`` cannot be written.
    """
    parquet = optional("pyarrow.parquet")
    plain = flat(graph)
    nodes = [{"id": node, **data} for node, data in plain.nodes(data=True)]
    edges = [{"id": key, "start": a, "end": b, **data} for a, b, key, data in plain.edges(keys=True, data=True)]
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns, rows in (("nodes", NODE_COLUMNS, nodes), ("edges", EDGE_COLUMNS, edges)):
        table = arrow_table({column: [row.get(column) for row in rows] for column in columns})
        parquet.write_table(table, folder / f"{name}.parquet")


def write_claims_parquet(claims: Iterable[Claim], path: Path) -> int:
    """Write one row a claim, some thousands at a time; give their number.

    A role is told by its id and its label (``actor``, ``actor_label``), an actor also by the stakeholder under whom it is counted.

    Raises:
        FormatError: the extra ``tables`` is not installed.
        OSError: ``path`` cannot be written.
    """
    pa, parquet = optional("pyarrow"), optional("pyarrow.parquet")
    schema = pa.schema([(name, getattr(pa, kind)()) for name, (kind, _) in _CLAIM.items()])
    path.parent.mkdir(parents=True, exist_ok=True)
    count, left = 0, iter(claims)
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(left, _BATCH)):
            rows = {name: [cell(claim) for claim in batch] for name, (_, cell) in _CLAIM.items()}
            writer.write_table(pa.table(rows, schema=schema))
            count += len(batch)
    return count


def _role(role: str) -> dict[str, tuple[str, _Cell]]:
    """The columns of a role: its id, its label, and of an actor its stakeholder's."""

    def entity(claim: Claim) -> Actor | Resource | Place | None:
        found: Actor | Resource | Place | None = getattr(claim, role)
        return found

    def top(claim: Claim, field: str) -> Any:
        stakeholder = getattr(entity(claim), "stakeholder", None)
        value = getattr(stakeholder, field, None)
        return None if value is None else str(value)

    columns: dict[str, tuple[str, _Cell]] = {
        role: ("string", lambda claim: getattr(entity(claim), "id", None)),
        f"{role}_label": ("string", lambda claim: getattr(entity(claim), "label", None)),
    }
    if role not in ("resource", "place"):
        columns |= {
            f"{role}_stakeholder": ("string", lambda claim: top(claim, "id")),
            f"{role}_stakeholder_label": ("string", lambda claim: top(claim, "label")),
            f"{role}_stakeholder_code": ("string", lambda claim: top(claim, "code")),
            f"{role}_basis": ("string", lambda claim: top(claim, "basis")),
        }
    return columns


_CLAIM: dict[str, tuple[str, _Cell]] = {
    "id": ("string", lambda claim: claim.id),
    "article": ("string", lambda claim: claim.article.id),
    "title": ("string", lambda claim: claim.article.title),
    "url": ("string", lambda claim: claim.article.url),
    "published": ("date32", lambda claim: claim.article.published),
    "outlet": ("string", lambda claim: claim.article.outlet),
    "relation": ("string", lambda claim: claim.relation),
    "predicate": ("string", lambda claim: claim.predicate),
    "plover": ("string", lambda claim: claim.plover),
    "status": ("string", lambda claim: claim.status.value),
    "mode": ("string", lambda claim: claim.mode.value),
    "negated": ("bool_", lambda claim: claim.negated),
    **{
        name: column
        for role in ("actor", "proposer", "target", "source", "resource", "place")
        for name, column in _role(role).items()
    },
    "time": ("string", lambda claim: claim.time and claim.time.value),
    "quantity": ("float64", lambda claim: claim.quantity and claim.quantity.value),
    "unit": ("string", lambda claim: claim.quantity and claim.quantity.unit),
    "change": ("string", lambda claim: claim.quantity and claim.quantity.change),
    "sentence": ("string", lambda claim: claim.evidence.text),
    "start": ("int64", lambda claim: claim.evidence.start),
    "end": ("int64", lambda claim: claim.evidence.end),
    "rule": ("string", lambda claim: claim.rule or None),
    "cue": ("string", lambda claim: claim.cue or None),
    "confidence": ("float64", lambda claim: float(claim.confidence)),
}
"""By the name of a column: its type in Arrow, and what it holds of a claim."""
