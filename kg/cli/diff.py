"""``kg diff``."""

from __future__ import annotations

import csv
import sys
from datetime import date, datetime
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kg.cli.common import err, out
from kg.diff import Change, diff, until
from kg.errors import InputError
from kg.model import Actor
from kg.pipeline import open_graph

_DAY = ["%Y-%m-%d"]
_COLUMNS = ("change", "actor", "relation", "resource", "target", "was", "now", "article", "sentence")


def command(
    before: Annotated[str, typer.Argument(help="A store; with --from and --to the only one.")],
    after: Annotated[str | None, typer.Argument(help="The store to compare it with.")] = None,
    from_: Annotated[datetime | None, typer.Option("--from", formats=_DAY, help="As told up to this day …")] = None,
    to: Annotated[datetime | None, typer.Option("--to", formats=_DAY, help="… and up to this one.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")] = False,
) -> None:
    """What came, went or stands otherwise, between two stores, or between two days of one store.

    Examples:
        kg diff last-week/ output/

        kg diff output/ --from 2025-02-01 --to 2025-03-01
    """
    if (after is None) == (from_ is None or to is None):
        raise InputError("name two stores, or one store with --from and --to")
    changes = list(_of_stores(before, after) if after is not None else _of_days(before, _day(from_), _day(to)))
    rows = [_row(change) for change in changes]
    if as_csv:
        writer = csv.writer(sys.stdout)
        writer.writerows([_COLUMNS, *rows])
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in _COLUMNS:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    out.print(table)
    err.print(f"{len(rows):,} changes", highlight=False)


def _of_stores(before: str, after: str) -> list[Change]:
    with open_graph(before) as old, open_graph(after) as new:
        return list(diff(old.claims(), new.claims()))


def _of_days(store: str, start: date, end: date) -> list[Change]:
    with open_graph(store) as graph:
        claims = list(graph.claims())
    return list(diff(until(claims, start), until(claims, end)))


def _day(moment: datetime | None) -> date:
    assert moment is not None
    return moment.date()


def _row(change: Change) -> tuple[str, ...]:
    told = change.statement
    return (
        change.kind.value,
        _name(told.actor),
        told.lemma or told.relation,
        told.resource.label if told.resource else "",
        _name(told.target),
        str(change.was or ""),
        str(change.now or ""),
        change.claim.article.id,
        change.claim.evidence.text,
    )


def _name(actor: Actor | None) -> str:
    return actor.label if actor else ""
