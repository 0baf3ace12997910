"""The graph as files for other programs: GraphML (yEd, Cytoscape), GEXF with dates (Gephi's timeline), CSV.

None of the three holds nested values or absent ones, and XML holds no control characters. So lists of words are joined
by "; ", everything else that is nested becomes JSON, what is None is left out, and characters that XML forbids are
removed.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from kg.columns import no_formula

# What XML 1.0 (section 2.2, production Char) does not allow; lone surrogates cannot be encoded either.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
NODE_COLUMNS = ("id", "label", "kind", "type", "code", "sector", "broader", "members")
EDGE_COLUMNS = (
    "id",
    "start",
    "end",
    "edge_kind",
    "relation",
    "label",
    "status",
    "denied",
    "statuses",
    "negated",
    "actor",
    "actor_label",
    "resource",
    "resource_label",
    "target",
    "target_label",
    "basis",
    "sources",
    "outlets",
    "first_seen",
    "last_seen",
    "plover",
    "confidence",
    "articles",
    "evidence",
)


def write_graphml(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write GraphML; an edge's id is the statement's id. Raises OSError where ``path`` cannot be written."""
    nx.write_graphml(flat(graph), path, encoding="utf-8", named_key_ids=True)


def write_gexf(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write GEXF 1.2, dynamic: an edge lasts from the date when it was first seen to the date when it was last seen.

    Edges without a date last for ever. Raises OSError where ``path`` cannot be written.
    """
    plain = flat(graph)
    for _, _, key, data in plain.edges(keys=True, data=True):
        data["id"] = key
        for name, seen in (("start", "first_seen"), ("end", "last_seen")):
            if seen in data:
                data[name] = data[seen]
    nx.write_gexf(plain, path, encoding="utf-8", version="1.2draft")


def write_csv(graph: nx.MultiDiGraph, folder: Path) -> None:
    """Write ``nodes.csv`` and ``edges.csv`` into ``folder``, which is made if need be: UTF-8, one header line, quoted.

    A cell that a spreadsheet would take for a formula gets a leading apostrophe. Raises OSError where ``folder`` cannot
    be written.
    """
    plain = flat(graph)
    folder.mkdir(parents=True, exist_ok=True)
    nodes = ({"id": node, **data} for node, data in plain.nodes(data=True))
    _table(folder / "nodes.csv", NODE_COLUMNS, nodes)
    edges = ({"id": key, "start": a, "end": b, **data} for a, b, key, data in plain.edges(keys=True, data=True))
    _table(folder / "edges.csv", EDGE_COLUMNS, edges)


def _table(path: Path, columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)


def _cell(value: Any) -> Any:
    return no_formula(value) if isinstance(value, str) else value


def flat(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy with plain values only; edges of membership get keys of their own, for ids must be unique in a file."""
    found = nx.MultiDiGraph(**_plain(graph.graph))
    for node, data in graph.nodes(data=True):
        found.add_node(clean(node), **_plain(data))
    for start, end, key, data in graph.edges(keys=True, data=True):
        name = key if data.get("edge_kind") == "statement" else f"{key} {start} {end}"
        found.add_edge(clean(start), clean(end), key=clean(name), **_plain(data))
    return found


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in data.items() if value is not None}


def _value(value: Any) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return clean(str(value))
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return clean("; ".join(value))
    return clean(json.dumps(value, ensure_ascii=False, sort_keys=True))


def clean(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)
