"""GraphML, GEXF and CSV: what is written can be read back, whatever the words are."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest
from builders import FIRM, PUTIN, USA, actor, article, claim, resource, statement
from hypothesis import given
from hypothesis import strategies as st

from kg.exports import write_csv, write_gexf, write_graphml
from kg.graph import RelationWords, to_networkx
from kg.model import Statement

WORDS = {"supply": RelationWords("supply", "supplies", "proposes to supply", "might supply", "does not supply", True)}
HOSTILE = '=HYPERLINK("http://x")\x00\x08 <b>&amp;\ud800\ufffe \u202eabc é 漢'


def sample(label: str = "Vladimir Putin") -> nx.MultiDiGraph:
    who = actor(label, stakeholder=PUTIN.stakeholder)
    undated = claim(actor=FIRM, target=None, article=article("a2", None, None, None, None))
    made: list[Statement] = [
        statement("supply", claim(actor=who, confidence=1), actor=who, id="statement/1"),
        statement("supply", undated, actor=FIRM, target=None, id="statement/2"),
        statement("supply", actor=None, resource=resource("gas"), target=USA, id="statement/3"),
    ]
    return to_networkx(made, WORDS)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_graphml_comes_back_with_nodes_edges_and_values(tmp_path: Path) -> None:
    graph = sample()
    write_graphml(graph, tmp_path / "g.graphml")
    back = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert set(back) == set(graph)
    assert back.number_of_edges() == graph.number_of_edges()
    edge = back.edges["actor/vladimir-putin", "resource/rare-earths", "statement/1"]
    assert (edge["label"], edge["confidence"], edge["denied"]) == ("supplies", 1.0, False)
    assert json.loads(edge["evidence"])[0]["text"] == "Russia supplies rare earths to the United States."
    assert back.nodes["resource/rare-earths"]["broader"] == "critical minerals; minerals"
    ids = [key for _, _, key in back.edges(keys=True)]
    assert len(ids) == len(set(ids))


def test_gexf_is_dynamic_and_comes_back(tmp_path: Path) -> None:
    graph = sample()
    write_gexf(graph, tmp_path / "g.gexf")
    text = (tmp_path / "g.gexf").read_text(encoding="utf-8")
    assert 'mode="dynamic"' in text
    assert 'timeformat="date"' in text
    back = nx.read_gexf(tmp_path / "g.gexf")
    assert set(back) == set(graph)
    found = {data["id"]: data for _, _, data in back.edges(data=True)}
    assert len(found) == graph.number_of_edges()
    assert (found["statement/1"]["start"], found["statement/1"]["end"]) == ("2025-02-25", "2025-02-25")
    assert "start" not in found["statement/2"], "an undated statement has no dates"


def test_csv_has_a_line_for_each_node_and_edge(tmp_path: Path) -> None:
    graph = sample()
    write_csv(graph, tmp_path / "new" / "tables")
    nodes, edges = rows(tmp_path / "new" / "tables" / "nodes.csv"), rows(tmp_path / "new" / "tables" / "edges.csv")
    assert {row["id"] for row in nodes} == set(graph)
    assert len(edges) == graph.number_of_edges()
    first = next(row for row in edges if row["id"] == "statement/1")
    assert (first["start"], first["end"], first["target_label"]) == (
        "actor/vladimir-putin",
        "resource/rare-earths",
        "United States",
    )
    assert json.loads(first["statuses"]) == {"actual": 1}
    assert next(row for row in edges if row["edge_kind"] == "membership")["basis"] in {"actsFor", "basedIn"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    write_csv(sample(f"{start}1+1"), tmp_path)
    labels = [row["label"] for row in rows(tmp_path / "nodes.csv")]
    assert f"'{start}1+1" in labels
    assert not any(label.startswith(start) for label in labels)


def test_the_graph_stays_as_it_was(tmp_path: Path) -> None:
    graph = sample()
    before = {key: dict(data) for *_, key, data in graph.edges(keys=True, data=True)}
    for write in (write_graphml, write_gexf):
        write(graph, tmp_path / "out")
    write_csv(graph, tmp_path)
    assert {key: dict(data) for *_, key, data in graph.edges(keys=True, data=True)} == before


@given(st.text(st.characters()) | st.just(HOSTILE))
def test_any_label_can_be_written_and_read(tmp_path_factory: pytest.TempPathFactory, label: str) -> None:
    graph, folder = sample(), tmp_path_factory.mktemp("out")
    graph.nodes["actor/vladimir-putin"]["label"] = label
    write_graphml(graph, folder / "g.graphml")
    write_gexf(graph, folder / "g.gexf")
    write_csv(graph, folder)
    kept = "".join(c for c in label if c.isprintable())
    for back in (nx.read_graphml(folder / "g.graphml", force_multigraph=True), nx.read_gexf(folder / "g.gexf")):
        found = back.nodes["actor/vladimir-putin"].get("label") or ""
        assert "".join(c for c in found if c.isprintable()) == kept
    [row] = [row for row in rows(folder / "nodes.csv") if row["id"] == "actor/vladimir-putin"]
    assert "".join(c for c in row["label"].removeprefix("'") if c.isprintable()) in (kept, kept[1:])
