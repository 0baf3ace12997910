"""``kg query``."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table as Grid

from kg.cli.common import StorePath, err, out
from kg.errors import QueryError
from kg.pipeline import open_graph
from kg.store import Table, named_queries


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XML = "xml"
    MARKDOWN = "markdown"
    PARQUET = "parquet"


_TEXT: dict[Format, Callable[[Table], str]] = {
    Format.CSV: lambda answer: answer.to_csv(guard=True),
    Format.JSON: Table.to_json,
    Format.XML: Table.to_xml,
    Format.MARKDOWN: Table.to_markdown,
}


def command(
    query: Annotated[str | None, typer.Argument(help="A named query, a .rq file, or SPARQL.", show_default=False)] = None,
    parameters: Annotated[
        list[str] | None, typer.Argument(help="Parameters of a named query: name=value.", show_default=False)
    ] = None,
    about: Annotated[str | None, typer.Option("--about", help="Short for resource=…: its narrower kinds are meant too.")] = None,
    store: StorePath = "output",
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to print the answer.")] = Format.TABLE,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds after which a query is stopped.")] = 60.0,
    sparql: Annotated[bool, typer.Option("--sparql", help="Print the SPARQL for another engine; ask nothing.")] = False,
) -> None:
    """Ask the store: by the name of a query, by a file, or in SPARQL. Without a query: the named ones.

    Examples:
        kg query proposals --about rare-earths

        kg query denials stakeholder=RUS --format csv

        kg query latest resource=gas --format parquet > latest.parquet

        kg query exposure stakeholder=UKR --sparql

        kg query "SELECT ?relation (COUNT(*) AS ?n) { ?claim kg:relation ?relation } GROUP BY ?relation"
    """
    if query is None:
        _list()
        return
    bindings = _bindings(parameters or [], about)
    text = _text(query)
    with open_graph(store, timeout=timeout) as graph:
        if sparql:
            sys.stdout.write(graph.store.bound(text, **bindings))
            return
        answer = graph.query(text, **bindings)
    _print(answer, format_)


def _list() -> None:
    for name, named in sorted(named_queries().items()):
        takes = "  ".join(p.name for p in named.parameters)
        out.print(f"[bold]{name}[/]  {escape(named.question)}  [dim]{takes}[/]", highlight=False)


def _bindings(parameters: list[str], about: str | None) -> dict[str, str]:
    bindings = {"resource": about} if about else {}
    for parameter in parameters:
        name, sign, value = parameter.partition("=")
        if not sign:
            raise QueryError(f"{parameter!r} is no parameter; write name=value")
        bindings[name] = value
    return bindings


def _text(query: str) -> str:
    if query.endswith((".rq", ".sparql")):
        path = Path(query)
        if not path.is_file():
            raise QueryError(f"{query}: no such file; name a file, a named query, or write SPARQL")
        return path.read_text(encoding="utf-8", errors="replace")
    return query


def _print(answer: Table, format_: Format) -> None:
    if format_ is Format.PARQUET:
        file = io.BytesIO()
        answer.to_parquet(file)
        sys.stdout.buffer.write(file.getvalue())
        return
    if format_ is not Format.TABLE:
        written = _TEXT[format_](answer)
        sys.stdout.write(written if written.endswith("\n") else written + "\n")
        return
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    for column in answer.columns:
        grid.add_column(column, overflow="fold")
    for row in answer.rows:
        grid.add_row(*("" if value is None else escape(str(value)) for value in row))
    out.print(grid)
    err.print(f"{len(answer.rows):,} rows", highlight=False)
