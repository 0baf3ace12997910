"""Parquet and Neo4j: what is written can be read back, typed, and no word of an article becomes Cypher or a formula."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import networkx as nx
import pandas
import polars
import pyarrow.parquet
import pytest
from antlr4 import CommonTokenStream, InputStream, Token
from antlr4_cypher import CypherLexer, CypherParser
from builders import PESKOV, PUTIN, actor, article, claim
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import FormatError
from kg.exports import write_claims_parquet, write_cypher, write_neo4j, write_parquet
from kg.exports.neo4j import _literal
from kg.model import Claim, Mention, Place, Quantity, Time
from tests.strategies import HOSTILE, claims
from tests.test_exports import sample

# --- Parquet


def test_the_graph_comes_back_from_parquet(tmp_path: Path) -> None:
    graph = sample()
    write_parquet(graph, tmp_path / "new")
    nodes, edges = (pandas.read_parquet(tmp_path / "new" / f"{name}.parquet") for name in ("nodes", "edges"))
    assert set(nodes["id"]) == set(graph)
    assert len(edges) == graph.number_of_edges()
    first = edges.set_index("id").loc["statement/1"]
    assert (first["start"], first["end"], first["denied"], first["confidence"]) == (
        "actor/vladimir-putin", "resource/rare-earths", False, 1.0,
    )  # fmt: skip


def told() -> list[Claim]:
    place, time = Place("place/istanbul", "Istanbul"), Time("2025-02")
    full = claim(
        source=PESKOV, proposer=PUTIN, place=place, time=time, plover="AID",
        quantity=Quantity(5.0, "tonne", "up", Mention("5", 1, 2)),
    )  # fmt: skip
    bare = claim(actor=None, target=None, resource=None, article=article("a2", None, None, None, None), start=7)
    return [full, bare]


def test_claims_come_back_from_parquet_with_types(tmp_path: Path) -> None:
    assert write_claims_parquet(iter(told()), tmp_path / "c.parquet") == 2
    schema = pyarrow.parquet.read_schema(tmp_path / "c.parquet")
    assert {name: str(schema.field(name).type) for name in ("published", "negated", "confidence", "start", "actor")} == {
        "published": "date32[day]", "negated": "bool", "confidence": "double", "start": "int64", "actor": "string",
    }  # fmt: skip
    full, bare = polars.read_parquet(tmp_path / "c.parquet").to_dicts()
    expected = {
        "article": "a1", "published": date(2025, 2, 25), "actor_label": "Russia", "actor_stakeholder_code": "RUS",
        "source_label": "Dmitry Peskov", "source_stakeholder": "actor/RUS", "source_basis": "actsFor", "proposer": PUTIN.id,
        "resource_label": "rare earths", "place_label": "Istanbul", "time": "2025-02", "quantity": 5.0, "unit": "tonne",
        "sentence": "Russia supplies rare earths to the United States.", "negated": False, "status": "actual", "plover": "AID",
    }  # fmt: skip
    assert {name: full[name] for name in expected} == expected
    assert [bare[name] for name in ("actor", "actor_label", "actor_basis", "published", "quantity", "time")] == [None] * 6


def test_no_claims_give_a_table_without_rows(tmp_path: Path) -> None:
    assert write_claims_parquet([], tmp_path / "c.parquet") == 0
    assert len(polars.read_parquet(tmp_path / "c.parquet")) == 0


@settings(max_examples=30, deadline=None)
@given(st.lists(claims(), max_size=3))
def test_any_claim_can_be_written_as_parquet(tmp_path_factory: pytest.TempPathFactory, said: list[Claim]) -> None:
    path = tmp_path_factory.mktemp("parquet") / "c.parquet"
    write_claims_parquet(said, path)
    found = pyarrow.parquet.read_table(path).to_pylist()
    assert [(row["id"], row["sentence"], row["predicate"]) for row in found] == [
        (each.id, each.evidence.text, each.predicate) for each in said
    ]


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(FormatError, match=r"pip install 'newsgraph\[tables\]'"):
        write_claims_parquet(told(), tmp_path / "c.parquet")


# --- Neo4j


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_importers_csv_has_its_headers_and_every_end_is_a_node(tmp_path: Path) -> None:
    graph = sample()
    write_neo4j(graph, tmp_path)
    nodes, edges = rows(tmp_path / "nodes.csv"), rows(tmp_path / "relationships.csv")
    assert {row["id:ID"] for row in nodes} == set(graph)
    assert {row[":LABEL"] for row in nodes} == {"Actor", "Stakeholder", "Resource"}
    assert len(edges) == graph.number_of_edges()
    assert {end for row in edges for end in (row[":START_ID"], row[":END_ID"])} <= set(graph)
    first = next(row for row in edges if row["id"] == "statement/1")
    assert (first[":TYPE"], first["denied:boolean"], first["confidence:double"]) == ("SUPPLY", "false", "1.0")
    assert date.fromisoformat(first["first_seen:date"]) == date(2025, 2, 25)
    assert {row[":TYPE"] for row in edges} == {"SUPPLY", "COUNTED_UNDER"}


@pytest.mark.parametrize("label", [*HOSTILE, "=1+1", "a\nb\r\u2028c"])
def test_no_cell_of_the_importers_csv_is_a_formula_or_breaks_its_line(tmp_path: Path, label: str) -> None:
    write_neo4j(sample(label), tmp_path)
    for name in ("nodes.csv", "relationships.csv"):
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(rows(tmp_path / name)) + 1
        assert not any(str(cell).startswith(("=", "+", "@", "\t", "\r")) for row in rows(tmp_path / name) for cell in row.values())


def statements(script: str) -> list[str]:
    """The statements of a script as a reader of Cypher's grammar cuts it."""
    lexer = CypherLexer(InputStream(script))
    found, current = [], ""
    for token in lexer.getAllTokens():
        if token.type == CypherLexer.SEMI:
            found.append(current.strip())
            current = ""
        else:
            current += token.text
    assert not current.strip()
    return found


def errors(statement: str) -> int:
    parser = CypherParser(CommonTokenStream(CypherLexer(InputStream(statement))))
    parser.removeErrorListeners()
    tree = parser.script()
    assert parser.getCurrentToken().type == Token.EOF
    assert tree is not None
    return int(parser.getNumberOfSyntaxErrors())


STRING = re.compile(r"'(?:[^'\\]|\\.)*'(?: \+ '(?:[^'\\]|\\.)*')*", re.DOTALL)
STRINGS = (CypherLexer.STRING_LITERAL, CypherLexer.CHAR_LITERAL)
ESCAPES = {"\\n": "\n", "\\r": "\r", "\\t": "\t", "\\'": "'", "\\\\": "\\"}


def text_of(literal: str) -> str:
    """What a Cypher expression of strings joined by "+" stands for, read token by token."""
    found = ""
    for token in CypherLexer(InputStream(literal)).getAllTokens():
        assert token.type in (*STRINGS, CypherLexer.PLUS, CypherLexer.SP), literal
        if token.type in STRINGS:
            found += re.sub(r"\\.", lambda escape: ESCAPES[escape[0]], token.text[1:-1])
    return found


def test_a_script_is_cypher_and_merges_each_node_and_edge(tmp_path: Path) -> None:
    graph = sample()
    write_cypher(graph, tmp_path / "g.cypher")
    constraint, *merges = statements((tmp_path / "g.cypher").read_text(encoding="utf-8"))
    assert constraint.startswith("CREATE CONSTRAINT entity_id IF NOT EXISTS")
    assert [errors(merge) for merge in merges] == [0] * len(merges)
    assert sum(merge.count("{id: 'actor/") + merge.count("{id: 'resource/") for merge in merges) == len(graph)
    assert sum(merge.count("{a: '") for merge in merges) == graph.number_of_edges()
    for words in ("n:Stakeholder", "n:Resource", "[r:SUPPLY {id: row.all.id}]", "[r:COUNTED_UNDER"):
        assert words in "".join(merges)


@settings(max_examples=300)
@given(st.text(st.sampled_from("\\'u0027\"`;\n /*") | st.characters(codec="utf-8"), max_size=12))
def test_a_string_is_one_expression_that_stands_for_it(text: str) -> None:
    literal = _literal(text)
    assert text_of(literal) == text
    assert not re.search(r"\\u", literal), "some versions read the code of a character there"


@pytest.mark.parametrize("label", [*HOSTILE, "\\", "\\u0027}) DETACH DELETE n //", "'}) MATCH (n) DETACH DELETE n;//", "\\'", "`"])
def test_no_label_becomes_cypher(tmp_path: Path, label: str) -> None:
    usual, hostile = tmp_path / "usual.cypher", tmp_path / "hostile.cypher"
    write_cypher(sample("x"), usual)
    write_cypher(sample(label), hostile)
    shapes = [[STRING.sub("''", each) for each in statements(path.read_text(encoding="utf-8"))] for path in (usual, hostile)]
    assert shapes[0] == shapes[1] or not label


def test_labels_and_types_are_words(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", kind="x`) DELETE", label="a")
    graph.add_node("b", kind="1", label="b")
    graph.add_edge("a", "b", key="s", edge_kind="statement", relation="y]->() //", label="l")
    write_cypher(graph, tmp_path / "g.cypher")
    script = (tmp_path / "g.cypher").read_text(encoding="utf-8")
    assert "n:X___delete" in script
    assert "n:_1" in script
    assert "[r:Y________ " in script
    assert [errors(each) for each in statements(script)[1:]] == [0, 0, 0]


def test_actors_of_any_name_stay_apart(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    for who in (actor("=1"), actor("'=1")):
        graph.add_node(who.id, kind="actor", label=who.label)
    write_neo4j(graph, tmp_path)
    assert len({row["id:ID"] for row in rows(tmp_path / "nodes.csv")}) == len(graph)
