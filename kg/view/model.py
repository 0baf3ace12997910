"""networkx → pyvis: the drawing as nodes and edges with their looks and places. The only file that knows pyvis."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import networkx as nx
from pyvis.network import Network

from kg.view import layout, style

_Link = tuple[str, str, dict[str, Any]]


def most_connected(graph: nx.MultiDiGraph, limit: int) -> nx.MultiDiGraph:
    """The part of ``graph`` with the ``limit`` nodes that have the most statements; ties by links, then by id."""
    said = statements_by_node(graph)
    order = sorted(graph, key=lambda node: (-said[node], -graph.degree(node), node))
    return graph.subgraph(order[:limit]).copy() if len(order) > limit else graph


def statements_by_node(graph: nx.MultiDiGraph) -> Counter[str]:
    """How many statements start or end at each node, or name it in a further role."""
    counts: Counter[str] = Counter()
    for start, end, data in graph.edges(data=True):
        if data["edge_kind"] == "statement":
            counts.update({start, end, *_further(graph, start, end, data)})
    return counts


def network(graph: nx.MultiDiGraph) -> Network:
    """The drawing of ``graph`` as a pyvis network, placed, with physics off.

    Each node has ``kind``. Each edge has ``id`` and ``kind``: "statement" (its id is the statement's), "membership", or
    "further", which leads from a statement's object to the third that it names (to whom it supplies, over what it
    threatens). Ids of the last two start with "~".
    """
    said = statements_by_node(graph)
    labels = {node: style.shorten(data["label"]) or "?" for node, data in graph.nodes(data=True)}
    sizes = {node: style.node_size(said[node], max(said.values(), default=0), len(graph)) for node in graph}
    looks = {
        n: style.node_look(data["kind"], labels[n], sizes[n], data.get("type") == "unnamed") for n, data in graph.nodes(data=True)
    }
    links = [*_statements(graph), *_memberships(graph), *_furthers(graph)]
    places = layout.positions({n: box for n, (_, box) in looks.items()}, _rooms(links))
    drawing = Network(directed=True)
    drawing.options = style.options(len(links))
    for node, (look, _) in looks.items():
        x, y = places[node]
        drawing.add_node(node, label=labels[node], x=x, y=y, kind=graph.nodes[node]["kind"], **look)
    for (start, end, options), bend in zip(links, _bends(links), strict=True):
        drawing.add_edge(start, end, **{**options, **bend})
    return drawing


def _statements(graph: nx.MultiDiGraph) -> Iterator[_Link]:
    for start, end, key, data in graph.edges(keys=True, data=True):
        if data["edge_kind"] == "statement":
            look = style.statement_look(data["status"], data["denied"])
            facts = {"id": key, "kind": "statement", "status": data["status"], "denied": data["denied"]}
            yield start, end, {**facts, "label": style.shorten(data["label"]), **look}


def _memberships(graph: nx.MultiDiGraph) -> Iterator[_Link]:
    for start, end, data in graph.edges(data=True):
        if data["edge_kind"] == "membership":
            facts = {"id": f"~member {start} {end}", "kind": "membership", "label": data["label"]}
            yield start, end, {**facts, **style.quiet_look([])}


def _furthers(graph: nx.MultiDiGraph) -> Iterator[_Link]:
    """One link for each pair of object and third, however many statements have them."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for start, end, key, data in graph.edges(keys=True, data=True):
        if data["edge_kind"] == "statement":
            for third in _further(graph, start, end, data):
                pairs[end, third].append(key)
    for (start, end), keys in pairs.items():
        facts = {"id": f"~further {start} {end}", "kind": "further", "statements": keys, "label": ""}
        yield start, end, {**facts, **style.quiet_look([2, 5])}


def _further(graph: nx.MultiDiGraph, start: str, end: str, data: dict[str, Any]) -> list[str]:
    """The node of the role that is neither end of the statement's edge, if it is drawn."""
    if data.get("resource") and data["resource"] != end:
        names = [data["resource"]]
    else:
        names = [data.get("target"), data.get("target_stakeholder")]
    drawn = [name for name in names if name in graph]
    return [drawn[0]] if drawn and end not in drawn and drawn[0] != start else []


def _rooms(links: Sequence[_Link]) -> list[layout.Link]:
    """The room that words take between each two nodes: as wide as the widest, as high as all of them."""
    between: dict[tuple[str, str], list[str]] = defaultdict(list)
    for start, end, options in links:
        between[min(start, end), max(start, end)].append(options["label"])
    rooms = []
    for (start, end), labels in between.items():
        wide = max(style.text_width(label, style.LINE_FONT) for label in labels)
        rooms.append((start, end, style.Box(wide, 26.0 * len(labels) if wide else 1.0)))
    return rooms


def _bends(links: Sequence[_Link]) -> list[dict[str, Any]]:
    """Curves that keep edges between the same two nodes apart, and loops of growing size at one node."""
    between: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, (start, end, _) in enumerate(links):
        between[min(start, end), max(start, end)].append(i)
    bends: list[dict[str, Any]] = [{} for _ in links]
    for (first, last), members in between.items():
        middle = (len(members) - 1) / 2
        step = min(0.22, 0.9 / middle) if middle else 0.0
        for slot, i in enumerate(members):
            if first == last:
                bends[i] = {"selfReference": {"size": 24 + 12 * slot, "angle": 0.8 + 0.5 * slot}}
            elif slot != middle:
                # Seen from the other end, clockwise is the other side.
                left = (slot < middle) == (links[i][0] == first)
                turn = round(step * abs(slot - middle), 3)
                kind = "curvedCCW" if left else "curvedCW"
                bends[i] = {"smooth": {"enabled": True, "type": kind, "roundness": turn}}
            if len(members) > 1:
                bends[i]["font"] = {**links[i][2]["font"], "align": "middle"}
    return bends
