"""The page as text: what is inert stays inert, what is cut is said, and its nodes stand apart."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from builders import FIRM, PESKOV, PUTIN, RUSSIA, UKRAINE, USA, actor, article, claim, resource, statement
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import RelationWords, roll_up, to_networkx
from kg.model import Mode, Status
from kg.view import layout, style, to_html, write_html

WORDS = {
    "supply": RelationWords("supply", "supplies", "proposes to supply", "might supply", "does not supply", True),
    "aid": RelationWords("aid", "aids", "proposes to aid", "might aid", "does not aid", False),
}
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<!--",
    "]]>",
    "\x00\x07\x1b[31m",
    "\u202egnp.exe",
    "=1+1",
    "{{ 7 * 7 }}",
    "__proto__",
    "",
    "   ",
]
words = st.sampled_from(HOSTILE) | st.text(st.characters())


class Markup(HTMLParser):
    """The tags of a page with their attributes, and the text inside each data block, script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.blocks: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, text: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"} and text.strip():
            self.blocks.append((self.tags[-1][0], text))


def sample(label: str = "Alder Mining", sentence: str = "It supplies gas.", words: str = "supplies") -> nx.MultiDiGraph:
    who, gas = actor(label or "nobody", stakeholder=PUTIN.stakeholder), resource("gas")
    said = claim(text=sentence, predicate="supplies", actor=who, resource=gas, source=PESKOV)
    graph = to_networkx([statement("supply", said, actor=who, resource=gas, id="statement/1")], WORDS)
    node = next(node for node, data in graph.nodes(data=True) if data["kind"] == "actor" and "peskov" not in node)
    graph.nodes[node]["label"] = label
    graph.edges[node, "resource/gas", "statement/1"]["label"] = words
    return graph


@cache
def harmless_tags() -> list[tuple[str, tuple[tuple[str, str | None], ...]]]:
    return Markup(to_html(sample(), title="A title")).tags


def carried(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


@settings(max_examples=30, deadline=None)
@given(label=words, sentence=words, relation=words, title=words)
def test_no_words_become_markup(label: str, sentence: str, relation: str, title: str) -> None:
    page = to_html(sample(label, sentence, relation), title=title)
    page.encode()
    assert Markup(page).tags == harmless_tags()
    data = carried(page)
    assert label in {node["label"] for node in data["nodes"].values()}
    [said] = data["statements"].values()
    assert said["quotes"][0]["text"] == sentence


def test_the_policy_lets_through_exactly_what_the_page_carries() -> None:
    page = Markup(to_html(sample(), title="A title"))
    policy = next(dict(attrs)["content"] for tag, attrs in page.tags if dict(attrs).get("http-equiv"))
    assert policy is not None
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
    assert rules["default-src"] == ["'none'"]
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        blocks = [text for kind, text in page.blocks if kind == tag and not text.startswith('{"drawing"')]
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in blocks]
        assert sorted(rules[rule]) == sorted(f"'sha256-{digest}'" for digest in hashes)


def test_the_page_names_no_file_or_address_to_load() -> None:
    page = Markup(to_html(sample(), title="A title"))
    loading = {"src", "href", "srcset", "action", "data", "poster", "style", "onclick", "onload"}
    assert not [(tag, name) for tag, attrs in page.tags for name, _ in attrs if name in loading]


def test_every_statement_keeps_its_evidence() -> None:
    source = article("a7", None, "The Ledger", "A deal", "https://ledger.example/deal")
    made = statement("supply", claim(source=PESKOV, article=source, status=Status.PROPOSED, mode=Mode.OFFERED))
    data = carried(to_html(to_networkx([made], WORDS), title="T"))
    [quote] = data["statements"][made.id]["quotes"]
    assert quote["text"] == "Russia supplies rare earths to the United States."
    assert (quote["source"], quote["status"], quote["mode"]) == ("Dmitry Peskov", "proposed", "offered")
    assert data["articles"][quote["article"]] == {
        "title": "A deal",
        "url": "https://ledger.example/deal",
        "outlet": "The Ledger",
    }


def drawn_edges(page: str) -> dict[str, dict[str, Any]]:
    drawing = carried(page)["drawing"]
    return {edge["id"]: {**drawing["looks"][edge["look"]], **edge} for edge in drawing["edges"]}


def test_edges_are_told_apart_by_words_and_lines() -> None:
    made = [
        statement("supply", claim(), id="s/done"),
        statement("supply", claim(status=Status.PROPOSED), id="s/proposed", target=UKRAINE),
        statement("supply", claim(negated=True), id="s/denied", target=None),
    ]
    edges = drawn_edges(to_html(to_networkx(made, WORDS), title="T"))
    assert edges["s/proposed"]["label"] == "proposes to supply"
    assert edges["s/proposed"]["color"]["color"] == style.STATUS["proposed"] != edges["s/done"]["color"]["color"]
    assert edges["s/denied"]["label"] == "does not supply"
    assert edges["s/denied"]["dashes"]
    assert not edges["s/done"]["dashes"]
    bends = [tuple(edges[key].get("smooth", {}).items()) for key in ("s/done", "s/proposed", "s/denied")]
    assert len(set(bends)) == 3, "edges between the same two nodes must not lie on one another"


def test_edges_in_opposite_directions_bend_to_opposite_sides() -> None:
    made = [
        statement("aid", actor=RUSSIA, resource=None, target=USA, id="s/1"),
        statement("aid", actor=USA, resource=None, target=RUSSIA, id="s/2"),
    ]
    edges = drawn_edges(to_html(to_networkx(made, WORDS), title="T"))
    # Each turns to its own right hand as it is walked, and they are walked in opposite directions.
    assert edges["s/1"]["smooth"]["type"] == edges["s/2"]["smooth"]["type"]


def test_the_third_of_a_statement_is_linked_too() -> None:
    edges = drawn_edges(to_html(to_networkx([statement(id="s/1")], WORDS), title="T"))
    further = [edge for edge in edges.values() if edge["kind"] == "further"]
    nodes = carried(to_html(to_networkx([statement(id="s/1")], WORDS), title="T"))["drawing"]["nodes"]
    assert [(nodes[e["from"]]["id"], nodes[e["to"]]["id"]) for e in further] == [("resource/rare-earths", "actor/USA")]


def crowd(count: int, quotes: int = 1, sentence: str = "Russia supplies it.") -> nx.MultiDiGraph:
    said = [claim(text=sentence, article=article(f"a{i}"), start=i) for i in range(quotes)]
    made = []
    for i in range(count):
        thing = resource(f"thing {i:03}")
        own = tuple(c.but(resource=thing, target=None) for c in said)
        made.append(statement("supply", *own, resource=thing, target=None))
    return to_networkx(made, WORDS)


def test_a_page_over_the_limit_says_what_it_leaves_out() -> None:
    page = to_html(crowd(30), title="T", limit=11)
    assert "Shown are the 11 of 31 nodes with the most statements, and 10 of 30 statements." in page
    nodes = carried(page)["drawing"]["nodes"]
    assert len(nodes) == 11
    assert "actor/RUS" in {node["id"] for node in nodes}, "the node with the most statements stays"
    assert "Shown are" not in to_html(crowd(10), title="T", limit=11)


def test_what_cannot_be_drawn_is_said() -> None:
    graph = to_networkx([statement(), statement(resource=None, target=None)], WORDS)
    assert "1 statement without a resource or a target cannot be drawn." in to_html(graph, title="T")


@pytest.mark.parametrize(("count", "quotes", "size"), [(250, 12, 120), (300, 1, 4000)])
def test_a_page_stays_small_and_says_how(count: int, quotes: int, size: int) -> None:
    page = to_html(crowd(count, quotes, "Russia supplies it. " * (size // 20)), title="T", limit=400)
    assert len(page.encode()) <= 1_200_000
    note = "only the first" if quotes > 1 else "Shown are the"
    assert note in page


def test_a_graph_without_nodes_makes_a_page() -> None:
    assert "0 nodes" in to_html(nx.MultiDiGraph(), title="T")


def test_a_rolled_up_graph_keeps_who_it_was() -> None:
    made = [statement(actor=PUTIN, id="s/1"), statement("aid", actor=FIRM, resource=None, target=PESKOV, id="s/2")]
    data = carried(to_html(roll_up(to_networkx(made, WORDS)), title="T"))
    assert data["statements"]["s/1"]["actor_label"] == "Vladimir Putin"
    assert data["statements"]["s/2"]["target_label"] == "Dmitry Peskov"
    assert data["nodes"]["actor/RUS"]["members"] == ["Dmitry Peskov", "Vladimir Putin"]


def test_the_same_graph_gives_the_same_page_and_stays_as_it_is() -> None:
    graph = crowd(12)
    before = json.dumps(nx.node_link_data(graph), sort_keys=True)
    assert to_html(graph, title="T") == to_html(graph, title="T")
    assert json.dumps(nx.node_link_data(graph), sort_keys=True) == before


def test_writing_makes_the_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_html(sample("Ουκρανία"), tmp_path / "graph.html", title="Τίτλος")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
    assert '<h1 dir="auto">Τίτλος</h1>' in (tmp_path / "graph.html").read_text(encoding="utf-8")


def test_every_vendored_file_is_as_its_readme_says() -> None:
    folder = Path(style.__file__).parent / "assets" / "vis-network"
    stated = re.search(r"SHA-256 ([0-9a-f]{64})", (folder / "README.md").read_text(encoding="utf-8"))
    assert stated
    assert hashlib.sha256((folder / "vis-network.min.js").read_bytes()).hexdigest() == stated[1]
    assert {"LICENSE-MIT", "LICENSE-APACHE-2.0", "LICENSE-BUNDLED"} <= {path.name for path in folder.iterdir()}


def overlaps(boxes: Mapping[str, style.Box], places: Mapping[str, tuple[float, float]]) -> int:
    def meet(a: str, b: str) -> bool:
        near_x = abs(places[a][0] - places[b][0]) < (boxes[a].width + boxes[b].width) / 2
        return near_x and abs(places[a][1] - places[b][1]) < (boxes[a].height + boxes[b].height) / 2

    return sum(meet(a, b) for a, b in combinations(boxes, 2))


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 40), st.data())
def test_no_two_nodes_lie_on_one_another(count: int, data: st.DataObject) -> None:
    names = [f"n{i}" for i in range(count)]
    boxes = {name: style.Box(60 + 7 * (i % 13), 34) for i, name in enumerate(names)}
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=count))
    links = [(a, b, style.Box(90, 26)) for a, b in pairs]
    places = layout.positions(boxes, links)
    assert set(places) == set(boxes)
    assert overlaps(boxes, places) == 0
    assert layout.positions(boxes, links) == places


def test_linked_nodes_stand_nearer_than_others() -> None:
    names = [f"n{i}" for i in range(12)]
    boxes = {name: style.Box(60, 34) for name in names}
    places = layout.positions(boxes, [(a, b, style.Box(60, 26)) for a, b in pairwise(names)])

    def apart(a: str, b: str) -> float:
        return float(((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5)

    assert max(apart(a, b) for a, b in pairwise(names)) < apart("n0", "n11")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("rare\nearths\t ", "rare earths"), ("a\x00b\u202ec", "abc"), ("x" * 60, "x" * 45 + "…"), ("", "")],
)
def test_labels_on_the_canvas_are_one_printable_line(text: str, shown: str) -> None:
    assert style.shorten(text) == shown
