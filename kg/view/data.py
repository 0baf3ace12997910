"""What the page carries besides its looks, as small as it can be told: values that most share are written once.

``view.js`` is the other end: it puts looks back on nodes and edges, and on statements what their edges say already.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.view import style

_OWN = ("id", "from", "to", "label", "x", "y", "statements")
_NODE_FACTS = ("type", "code", "sector", "broader", "members")
_STATEMENT_FACTS = ("last_seen", "outlets", "confidence", "negated")
_STAKEHOLDERS = tuple(f"{role}_{part}" for role in ("actor", "target") for part in ("stakeholder_label", "basis"))
_ARTICLE_FACTS = ("title", "url", "outlet", "date")


def drawing(nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]], options: str) -> dict[str, Any]:
    """Nodes and edges with their looks in a table; they name looks, nodes and edges by their numbers."""
    looks: dict[str, int] = {}
    place = {node["id"]: i for i, node in enumerate(nodes)}
    order = {edge["id"]: i for i, edge in enumerate(edges)}

    def split(item: Mapping[str, Any]) -> dict[str, Any]:
        shared = json.dumps({key: value for key, value in item.items() if key not in _OWN}, sort_keys=True)
        own = {key: value for key, value in item.items() if key in _OWN}
        own |= {key: place[own[key]] for key in ("from", "to") if key in own}
        own |= {key: [order[name] for name in own[key]] for key in ("statements",) if key in own}
        return {**own, "look": looks.setdefault(shared, len(looks))}

    parts = {"nodes": [split(node) for node in nodes], "edges": [split(edge) for edge in edges]}
    return {**parts, "looks": [json.loads(look) for look in looks], "options": json.loads(options)}


def facts(graph: nx.MultiDiGraph, quotes: int) -> dict[str, Any]:
    """Nodes, statements and articles by id, with at most ``quotes`` quotations a statement."""
    articles: dict[str, Any] = {}
    return {
        "nodes": {node: {"label": data["label"], **_pick(data, _NODE_FACTS)} for node, data in graph.nodes(data=True)},
        "statements": {
            key: {**_statement(graph, start, end, data), "quotes": _quotes(data["evidence"][:quotes], articles)}
            for start, end, key, data in graph.edges(keys=True, data=True)
            if data["edge_kind"] == "statement"
        },
        "articles": articles,
    }


def _quotes(found: Sequence[Mapping[str, Any]], articles: dict[str, Any]) -> list[dict[str, Any]]:
    """The quotations without what is said of their articles, which goes to ``articles``."""
    for evidence in found:
        articles.setdefault(evidence["article"], _pick(evidence, _ARTICLE_FACTS))
    return [{k: v for k, v in item.items() if k not in _ARTICLE_FACTS and v is not False} for item in found]


def _statement(graph: nx.MultiDiGraph, start: str, end: str, data: dict[str, Any]) -> dict[str, Any]:
    found = {**_pick(data, _STATEMENT_FACTS), **_pick(data, _STAKEHOLDERS)}
    if style.shorten(data["label"]) != data["label"]:
        found["label"] = data["label"]
    ends = {"actor": start, "target": end, "resource": end}
    for role, node in ends.items():
        label = data.get(f"{role}_label")
        if label and (data[role] != node or label != graph.nodes[node]["label"]):
            found[f"{role}_label"] = label
    if data.get("first_seen") != data.get("last_seen"):
        found["first_seen"] = data["first_seen"]
    if len(data["statuses"]) > 1:
        found["statuses"] = data["statuses"]
    for name in ("evidence", "articles"):
        if len(data[name]) > 1:
            found["claims" if name == "evidence" else name] = len(data[name])
    return found


def _pick(data: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: data[name] for name in names if data.get(name)}
