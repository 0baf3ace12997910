"""pyvis's model → one HTML file that needs nothing else: no request, no server, nothing beside it.

What comes from articles is never markup. It stands as JSON in a data block, reaches the page as text nodes, and the
content security policy lets only our own scripts and styles run, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.view import data, model, style

_LARGEST = 1_200_000
_QUOTES = (20, 8, 4, 2, 1)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def to_html(graph: nx.MultiDiGraph, *, title: str, limit: int = 300) -> str:
    """The graph as a page to look at, search and filter; a click on an edge shows the sentences that say it.

    Over ``limit`` nodes, those with the most statements are drawn. The page is kept under 1.2 million bytes: where
    that needs it, statements made often carry only their first quotations, then fewer nodes are drawn. The page says
    what it leaves out. The same graph gives the same page; ``graph`` stays as it is.
    """
    page = ""
    nodes = max(1, min(limit, len(graph)))
    while nodes:
        part = model.most_connected(graph, nodes)
        drawn = data.drawing(*_drawn(part))
        most = max((len(facts["evidence"]) for facts in _said(part)), default=1)
        for quotes in sorted({min(number, most) for number in _QUOTES}, reverse=True):
            page = _page(graph, part, drawn, title, quotes)
            if len(page.encode()) <= _LARGEST:
                return page
        nodes = int(nodes * min(max(_room(page), 0.5), 0.9))
    return page


def _room(page: str) -> float:
    """What share of the page's data would fit."""
    fixed = len(_asset("vis-network/vis-network.min.js")) + len(_asset("view.js")) + len(_asset("view.css"))
    return (_LARGEST - fixed) / (len(page) - fixed)


def _drawn(part: nx.MultiDiGraph) -> tuple[list[dict[str, Any]], list[dict[str, Any]], str]:
    """Nodes, edges and options of pyvis's network."""
    nodes, edges, _, _, _, options = model.network(part).get_network_data()
    return nodes, edges, options


def _page(graph: nx.MultiDiGraph, part: nx.MultiDiGraph, drawn: dict[str, Any], title: str, quotes: int) -> str:
    scripts = [_asset("quiet.js"), _asset("vis-network/vis-network.min.js"), _asset("view.js")]
    sheet = _asset("view.css")
    page: str = _template().render(
        title=_UNPRINTABLE.sub(" ", title),
        summary=_summary(part),
        notes=_notes(graph, part, quotes),
        policy=_policy(scripts, [sheet]),
        scripts=[Markup(script) for script in scripts],  # our own files
        sheets=[Markup(sheet)],
        data={"drawing": drawn, **data.facts(part, quotes)},
        kinds=_kinds(part),
        statuses=_statuses(part),
        links=_links(drawn),
        style=style,
    )
    return page


def write_html(graph: nx.MultiDiGraph, path: Path, *, title: str, limit: int = 300) -> None:
    """Write :func:`to_html` to ``path`` in UTF-8, and nothing else. Raises OSError where that cannot be done."""
    path.write_text(to_html(graph, title=title, limit=limit), encoding="utf-8", newline="\n")


def _said(graph: nx.MultiDiGraph) -> list[dict[str, Any]]:
    return [facts for _, _, facts in graph.edges(data=True) if facts["edge_kind"] == "statement"]


def _summary(graph: nx.MultiDiGraph) -> str:
    said = _said(graph)
    articles = {article["id"] for facts in said for article in facts["articles"]}
    days = sorted({day for facts in said for day in (facts.get("first_seen"), facts.get("last_seen")) if day})
    parts = [_count(len(graph), "node"), _count(len(said), "statement"), f"from {_count(len(articles), 'article')}"]
    if days:
        parts.append(days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}")
    return " · ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _notes(graph: nx.MultiDiGraph, part: nx.MultiDiGraph, quotes: int) -> list[str]:
    """What a reader has to know of what is not shown."""
    notes = []
    if len(part) < len(graph):
        notes.append(
            f"Shown are the {len(part):,} of {len(graph):,} nodes with the most statements, and "
            f"{len(_said(part)):,} of {len(_said(graph)):,} statements."
        )
    if left_out := graph.graph.get("left_out", 0):
        notes.append(f"{_count(left_out, 'statement')} without a resource or a target cannot be drawn.")
    if any(len(facts["evidence"]) > quotes for facts in _said(part)):
        notes.append(f"Of statements made often, only the first {_count(quotes, 'quotation')} are in this file.")
    return notes


def _kinds(graph: nx.MultiDiGraph) -> list[tuple[str, str, int]]:
    kinds = [facts["kind"] for _, facts in graph.nodes(data=True)]
    words = {"stakeholder": "Stakeholders", "actor": "Actors", "resource": "Resources"}
    return [(kind, word, kinds.count(kind)) for kind, word in words.items()]


def _statuses(graph: nx.MultiDiGraph) -> list[tuple[str, str, int]]:
    kinds = ["denied" if facts["denied"] else facts["status"] for facts in _said(graph)]
    words = {
        "actual": "Happened or holds",
        "proposed": "Proposed",
        "possible": "Possible",
        "denied": "Denied or refused",
    }
    return [(kind, word, kinds.count(kind)) for kind, word in words.items()]


def _links(drawn: dict[str, Any]) -> list[tuple[str, str, int]]:
    kinds = [drawn["looks"][edge["look"]]["kind"] for edge in drawn["edges"]]
    words = {"membership": "Acts for, or based in", "further": "To whom, or about what"}
    return [(kind, word, kinds.count(kind)) for kind, word in words.items()]


def _policy(scripts: list[str], sheets: list[str]) -> str:
    """The content security policy (W3C CSP 3) that lets exactly these inline scripts and styles through."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(_hash(text) for text in scripts)}",
            f"style-src {' '.join(_hash(text) for text in sheets)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _asset(name: str) -> str:
    """The text of one of our files, as it stands in the wheel or the source tree."""
    return files("kg.view").joinpath("assets", *name.split("/")).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _template() -> Any:
    source = files("kg.view").joinpath("templates", "graph.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return environment.from_string(source)
