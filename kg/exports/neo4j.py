"""Neo4j: CSV for ``neo4j-admin database import``, and a Cypher script for a running server.

No word of an article can become Cypher. A string stands in single quotes, its quotes and backslashes escaped. After a backslash the
literal is closed and another begins, for some versions read a backslash before "u" as the code of a character anywhere in a
script, before they look at quotes. Labels and types of relationships are made of letters, digits and underscores alone.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import networkx as nx

from kg.columns import no_formula
from kg.exports.files import EDGE_COLUMNS, NODE_COLUMNS, flat

_BATCH = 500
_KINDS = {bool: "boolean", int: "long", float: "double"}
_NUMBERS = {"confidence": "double", "negated": "long", "denied": "boolean"}
_DATES = frozenset({"first_seen", "last_seen"})
_LINES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "'": "\\'", "\\": "\\\\' + '"}


def write_neo4j(graph: nx.MultiDiGraph, folder: Path) -> None:
    """Write ``nodes.csv`` and ``relationships.csv`` into ``folder``, with the headers of Neo4j's importer.

        neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv

    A node has the label of its kind (Stakeholder, Actor, Resource); a relationship the type of its relation (SUPPLY), or
    COUNTED_UNDER. A line break in a cell becomes a blank, and what a spreadsheet would take for a formula gets a leading
    apostrophe.

    Raises:
        OSError: ``folder`` cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    nodes, edges = _nodes(graph), _edges(graph)
    header = ["id:ID", ":LABEL", *NODE_COLUMNS[1:]]
    _write(folder / "nodes.csv", header, ([row["id"], _label(row), *_cells(row, NODE_COLUMNS[1:])] for row in nodes))
    columns = [column for column in EDGE_COLUMNS if column not in ("start", "end")]
    typed = [f"{column}:{_NUMBERS[column]}" if column in _NUMBERS else f"{column}:date" if column in _DATES else column
             for column in columns]  # fmt: skip
    rows = ([row["start"], row["end"], _type(row), *_cells(row, columns)] for row in edges)
    _write(folder / "relationships.csv", [":START_ID", ":END_ID", ":TYPE", *typed], rows)


def write_cypher(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write a script for ``cypher-shell``: it merges the graph into what is there, and does nothing when it is run again.

    Raises:
        OSError: ``path`` cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
        for label, nodes in _grouped(_nodes(graph), _label):
            for batch in _batches(nodes):
                file.write(f"UNWIND {_literal(batch)} AS row\nMERGE (n:Entity {{id: row.id}}) SET n += row, n:{label};\n")
        for name, edges in _grouped(_edges(graph), _type):
            for batch in _batches(edges):
                pairs = [{"a": row.pop("start"), "b": row.pop("end"), "all": row} for row in map(dict, batch)]
                file.write(
                    f"UNWIND {_literal(pairs)} AS row\nMATCH (a:Entity {{id: row.a}}), (b:Entity {{id: row.b}})\n"
                    f"MERGE (a)-[r:{name} {{id: row.all.id}}]->(b) SET r += row.all;\n"
                )


def _nodes(graph: nx.MultiDiGraph) -> list[dict[str, Any]]:
    return [{"id": node, **data} for node, data in flat(graph).nodes(data=True)]


def _edges(graph: nx.MultiDiGraph) -> list[dict[str, Any]]:
    return [{**data, "id": key, "start": a, "end": b} for a, b, key, data in flat(graph).edges(keys=True, data=True)]


def _label(row: Mapping[str, Any]) -> str:
    return _word(str(row.get("kind", ""))).capitalize() or "Node"


def _type(row: Mapping[str, Any]) -> str:
    return _word(str(row.get("relation", ""))).upper() if row.get("edge_kind") == "statement" else "COUNTED_UNDER"


def _word(text: str) -> str:
    """Letters, digits and underscores alone; it does not begin with a digit."""
    word = re.sub("[^A-Za-z0-9_]", "_", text)
    return f"_{word}" if word[:1].isdigit() else word or "_"


def _cells(row: Mapping[str, Any], columns: Iterable[str]) -> list[Any]:
    values = [row.get(column, "") for column in columns]
    return [str(value).lower() if isinstance(value, bool) else value for value in values]


def _write(path: Path, header: list[str], rows: Iterable[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Any) -> Any:
    return no_formula(" ".join(value.splitlines())) if isinstance(value, str) else value


def _grouped(rows: Iterable[dict[str, Any]], key: Any) -> list[tuple[str, list[dict[str, Any]]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return sorted(groups.items())


def _batches(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _literal(value: Any) -> str:
    """A value as Cypher."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_word(name)}: {_literal(item)}" for name, item in value.items()) + "}"
    return "'" + "".join(_LINES.get(sign, sign) for sign in str(value)) + "'"
