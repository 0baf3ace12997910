"""``kg export``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from kg.cli.common import StorePath, err
from kg.errors import InputError
from kg.exports import (
    write_claims_parquet,
    write_csv,
    write_cypher,
    write_gexf,
    write_graphml,
    write_neo4j,
    write_parquet,
)
from kg.jsonl import dump, line_of
from kg.pipeline import KnowledgeGraph, open_graph
from kg.rdf import RDF_FORMATS, json_ld, serialise, write_dump


class Format(StrEnum):
    """What can be written."""

    JSONL = "jsonl"
    TTL = "ttl"
    TRIG = "trig"
    NQ = "nq"
    JSON_LD = "json-ld"
    JSON_LD_LINES = "json-ld-lines"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    PARQUET = "parquet"
    NEO4J = "neo4j"
    CYPHER = "cypher"


_GRAPHS: dict[Format, Callable[..., None]] = {
    Format.GRAPHML: write_graphml,
    Format.GEXF: write_gexf,
    Format.CSV: write_csv,
    Format.PARQUET: write_parquet,
    Format.NEO4J: write_neo4j,
    Format.CYPHER: write_cypher,
}
_FOLDERS = (Format.CSV, Format.PARQUET, Format.NEO4J)


def command(
    format_: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = Format.JSONL,
    to: Annotated[
        Path | None, typer.Option("--to", help="File (csv, parquet, neo4j, --split: folder) to write; default: standard output.")
    ] = None,
    split: Annotated[int, typer.Option("--split", min=0, help="nq: quads a file, gzipped, in the folder --to.")] = 0,
    store: StorePath = "output",
) -> None:
    """Write what is stored: claims as JSON lines, all of it as RDF, or the statements as a graph.

    N-Quads are sorted, in bounded memory, and gzipped where the file's name ends in .gz. json-ld-lines is a JSON-LD document an
    article, one a line, in which each claim is its JSON as jsonl has it.

    Examples:
        kg export --format jsonl > claims.jsonl

        kg export --format trig --to graph.trig

        kg export --format gexf --to graph.gexf

        kg export --format nq --to dump/ --split 10000000
    """
    if split and (format_ is not Format.NQ or to is None):
        raise InputError("--split is for --format nq, into a folder; name it with --to")
    with open_graph(store) as graph:
        if format_ in _GRAPHS:
            if to is None:
                raise InputError(
                    f"--format {format_.value} writes {'a folder' if format_ in _FOLDERS else 'a file'}; name it with --to"
                )
            _GRAPHS[format_](graph.to_networkx(), to)
            if format_ is Format.PARQUET:
                write_claims_parquet(graph.claims(), to / "claims.parquet")
        elif format_ is Format.JSONL:
            _write_lines(lambda file: dump(graph.claims(), file), to)
        elif format_ is Format.JSON_LD_LINES:
            _write_lines(lambda file: _documents(graph, file), to)
        elif format_ is Format.NQ:
            write_dump(graph.store.quads(), sys.stdout.buffer if to is None else to, split=split)
        else:
            data = serialise(graph.store.quads(), RDF_FORMATS[format_.value])
            if to is None:
                sys.stdout.buffer.write(data)
            else:
                to.write_bytes(data)
    if to is not None:
        err.print(f"written: {to}", highlight=False, soft_wrap=True)


def _write_lines(write: Callable[[IO[str]], object], to: Path | None) -> None:
    if to is None:
        write(sys.stdout)
        return
    with to.open("w", encoding="utf-8") as file:
        write(file)


def _documents(graph: KnowledgeGraph, file: IO[str]) -> None:
    for article in graph.store.articles():
        file.write(line_of(json_ld(graph.store.quads(article.id))) + "\n")
