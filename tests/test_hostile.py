"""Names, titles, addresses and texts of articles can hold anything: nothing of them becomes code, markup, a path or a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import networkx as nx
import polars
import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import FormatError, QueryError
from kg.exports import write_claims_parquet, write_csv, write_cypher, write_gexf, write_graphml, write_neo4j, write_parquet
from kg.graph import to_networkx
from kg.jsonl import dump, load_claims
from kg.merge import merge
from kg.model import Actor, Article, ArticleRef, Claim, Place, Resource
from kg.pipeline import wording
from kg.rdf import RDF_FORMATS, article_iri, from_quads, iri, json_ld, serialise, to_quads, write_dump
from kg.store import Store, named_queries, open_store
from kg.view import write_html
from kg.vocab import load
from tests.builders import RUSSIA
from tests.store.affairs import affairs_ontology
from tests.store.world import say, tell
from tests.strategies import HOSTILE
from tests.test_exports_tables import STRING, statements

CODE = (
    "' } } ; DROP ALL #", "> } INSERT DATA { <a:a> <a:b> <a:c> } #", "\"^^<a:b> . <a:a> <a:b> <a:c> .", "'''", "\"\"\"",
    "\\", "\\u0027", "\\u0022", "<file:///etc/passwd>", "SERVICE <http://127.0.0.1:9/>", "=HYPERLINK(\"http://x\")", "+1",
    "-1", "@SUM(1)", "\t=1", "\r=1", "'}) DETACH DELETE n //", "`) DELETE", "]]>", "<![CDATA[", "&amp;",
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "../../../tmp/x",
    "..\\..\\x", "/etc/passwd", "C:\\x", "NUL", "a\x00b", "\x1b[31m", "\ufffe", "\u2028", "\u202e", "${jndi:x}", "{{ 7*7 }}",
    "%s%n", "| a | b |", "[x](javascript:alert(1))", "?x", "_:b", "<< >>",
)  # fmt: skip
WORDS = st.sampled_from((*CODE, *HOSTILE)) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
"""Strings that something may take for code; each is Unicode."""

calm = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
VOCAB = load()


@st.composite
def news(draw: st.DrawFn) -> tuple[Article, Claim]:
    """An article and a claim that are well formed, of words that are not."""
    word = draw(WORDS)
    names = [draw(st.just(word) | WORDS) for _ in range(8)]
    who = Actor(f"actor/{names[0]}", names[0] or "x", RUSSIA.type, None, replace(RUSSIA.stakeholder, id="actor/RUS"))  # type: ignore[type-var]
    said = say(
        f"Somebody {names[1] or 'did'} something.", names[1] or "did", "supply", actor=who, target=RUSSIA, source=who,
        resource=Resource(f"resource/{names[2]}", names[2] or "x", (names[3],)), place=Place(f"place/{names[4]}", names[4] or "x"),
    )  # fmt: skip
    article, (claim,) = tell(names[5] or "x", date(2025, 2, 25), names[6] or None, said)
    title, url = names[7] or None, draw(st.none() | WORDS)
    article = replace(article, title=title, url=url or None)
    return article, claim.but(article=ArticleRef.to(article))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("hostile")
    with open_store(folder / "store", ontology=affairs_ontology(folder / "ontology")) as opened:
        yield opened


# --- RDF and SPARQL


@calm
@given(news())
def test_every_kind_of_rdf_gives_it_back(said: tuple[Article, Claim]) -> None:
    article, claim = said
    quads = set(to_quads(article, [claim]))
    for form in RDF_FORMATS.values():
        read = ox.parse(serialise(quads, form), format=form)
        assert list(from_quads(read)) == [claim]
    file = io.BytesIO()
    write_dump(quads, file)
    assert set(ox.parse(file.getvalue(), format=ox.RdfFormat.N_QUADS)) == quads
    assert file.getvalue().count(b"\n") == len(quads)


@calm
@given(news(), st.sampled_from(sorted(named_queries())))
def test_a_store_keeps_it_and_every_question_is_asked_of_it_and_of_no_other(
    store: Store, said: tuple[Article, Claim], name: str
) -> None:
    article, claim = said
    assert claim.actor and claim.resource and claim.place
    store.add(article, [claim])
    try:
        before = set(store.quads())
        assert list(store.claims(article=article.id)) == [claim]
        assert [each for each in store.articles() if each.id == article.id] == [article]
        ask(store, name, claim.actor.label)
        found = store.query("SELECT ?c { ?c kg:predicate ?word }", word=claim.predicate)
        assert [row["c"] for row in found.dicts()] == [iri(claim.id).value]
        ask_freely(store, claim.actor.label)
        assert claim.id in {each.id for each in store.claims(actor=iri(claim.actor.id).value)}
        assert set(store.quads()) == before
    finally:
        assert store.remove(article.id)


def ask(store: Store, name: str, value: str) -> None:
    """Ask a named query with the value as each parameter: it is answered, or refused for what the value is."""
    for parameter in named_queries()[name].parameters:
        required = {p.name: "RUS" for p in named_queries()[name].parameters if p.default == "required"}
        try:
            store.query(name, **{**required, parameter.name: value})
        except QueryError as error:
            assert "malformed" not in str(error)
            assert "\n" not in str(error)


def ask_freely(store: Store, text: str) -> None:
    """What is asked is never anything but a query that reads; whatever is said of it is one line of ours."""
    for query in (text, f"SELECT * {{ ?s kg:label '{text}' }}", f"ASK {{ ?s ?p <{text}> }}", f"SELECT * {{ ?s kg:{text} ?o }}"):
        try:
            store.query(query)
        except QueryError as error:
            assert "\n" not in str(error)


@calm
@given(WORDS, WORDS)
def test_every_iri_is_one_and_gives_its_identifier_back(one: str, other: str) -> None:
    for make in (iri, article_iri):
        node = make(one)
        (quad,) = ox.parse(f"{node} {node} {node} .".encode(), format=ox.RdfFormat.N_TRIPLES)
        assert quad.subject == node
        assert (make(other) == node) == (one == other)


@pytest.mark.parametrize("half", ["\ud800", "a\udfffb"])
def test_half_a_character_is_refused_wherever_it_stands(store: Store, half: str) -> None:
    article, (claim,) = tell("x", None, None, say("Russia did it.", "did", "other", actor=RUSSIA))
    with pytest.raises(FormatError, match="surrogate"):
        list(to_quads(replace(article, text=half), []))
    for spoiled in (claim.but(predicate=half), claim.but(rule=half), claim.but(actor=replace(RUSSIA, label=half))):
        with pytest.raises(FormatError, match="surrogate"):
            store.add(article, [spoiled])
    for query, given_ in (
        ("SELECT * { ?s ?p ?x }", {"x": half}),
        ("actions", {"stakeholder": half}),
        (f"SELECT * {{ ?s ?p '{half}' }}", {}),
    ):
        with pytest.raises(QueryError):
            store.query(query, **given_)
    assert list(store.articles()) == []


# --- Files


@calm
@given(news())
def test_no_file_holds_code_markup_or_formulas_and_none_is_named_by_an_article(
    tmp_path_factory: pytest.TempPathFactory, said: tuple[Article, Claim]
) -> None:
    folder, (_, claim) = tmp_path_factory.mktemp("files"), said
    graph = to_networkx(merge([claim]), wording(VOCAB))
    write_graphml(graph, folder / "g.graphml")
    write_gexf(graph, folder / "g.gexf")
    write_csv(graph, folder / "csv")
    write_parquet(graph, folder / "parquet")
    write_claims_parquet([claim], folder / "parquet" / "claims.parquet")
    write_neo4j(graph, folder / "neo4j")
    write_cypher(graph, folder / "g.cypher")
    write_html(graph, folder / "g.html", title=claim.article.title or "x")
    assert {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} == {
        "g.graphml", "g.gexf", "g.cypher", "g.html", "csv/nodes.csv", "csv/edges.csv", "neo4j/nodes.csv", "neo4j/relationships.csv",
        "parquet/nodes.parquet", "parquet/edges.parquet", "parquet/claims.parquet",
    }  # fmt: skip
    for read in (nx.read_graphml(folder / "g.graphml", force_multigraph=True), nx.read_gexf(folder / "g.gexf")):
        assert (len(read), read.number_of_edges()) == (len(graph), graph.number_of_edges())
    for path in (*folder.glob("csv/*.csv"), *folder.glob("neo4j/*.csv")):
        assert no_formulas(path.read_text(encoding="utf-8"))
    assert polars.read_parquet(folder / "parquet" / "claims.parquet")["sentence"].to_list() == [claim.evidence.text]
    check_cypher((folder / "g.cypher").read_text(encoding="utf-8"))
    check_page((folder / "g.html").read_text(encoding="utf-8"))


def no_formulas(text: str) -> bool:
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    return not any(cell.startswith(("=", "+", "@", "\t", "\r")) or re.match("-[^0-9]", cell) for cell in cells)


FORM = re.compile(
    r"UNWIND \[\{.*?\}\] AS row\n(MERGE \(n:Entity \{id: row\.id\}\) SET n \+= row, n:\w+|MATCH \(a:Entity \{id: row\.a\}\), "
    r"\(b:Entity \{id: row\.b\}\)\nMERGE \(a\)-\[r:\w+ \{id: row\.all\.id\}\]->\(b\) SET r \+= row\.all)"
)


def check_cypher(script: str) -> None:
    """Without its strings, every statement is one of ours."""
    for statement in statements(script)[1:]:
        bare = STRING.sub("''", statement)
        assert FORM.fullmatch(bare), bare
        assert re.fullmatch(r"[\w\s{}\[\]():,.'+>=-]*", bare), bare


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def check_page(page: str) -> None:
    """The scripts are those that the page allows by their hashes, and no tag has a handler or leads to code."""
    found = Tags(page).tags
    allowed = next(a["content"] or "" for tag, a in found if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert sum(tag == "script" and a.get("type") != "application/json" for tag, a in found) <= allowed.count("sha256-")
    for _, attributes in found:
        assert not any(name.startswith("on") for name in attributes)
        assert not any(str(value).strip().lower().startswith("javascript:") for value in attributes.values())


# --- Answers


@calm
@given(WORDS)
def test_no_answer_is_a_formula_or_markup_in_any_format(store: Store, word: str) -> None:
    table = store.query("SELECT ?x ?y { BIND(1 AS ?y) }", x=word)
    assert [row[0] for row in table] == [word]
    assert json.loads(table.to_json())["results"]["bindings"][0]["x"]["value"] == word
    assert list(csv.reader(io.StringIO(table.to_csv(), newline="")))[1][0] == word
    assert no_formulas(table.to_csv(guard=True))
    assert len(list(ElementTree.fromstring(table.to_xml()).iter("{http://www.w3.org/2005/sparql-results#}result"))) == 1
    lines = table.to_markdown().split("\n")
    assert len(lines) == 4
    assert len(re.findall(r"(?<!\\)\|", re.sub(r"\\\\", "", lines[2]))) == 3
    assert not re.search(r"[<>]", lines[2])
    assert table.to_arrow().to_pydict()["x"] == [word]
    assert table.to_frame("polars")["x"].to_list() == [word]


@calm
@given(news())
def test_json_lines_and_json_ld_hold_it_as_it_is(said: tuple[Article, Claim]) -> None:
    article, claim = said
    file = io.StringIO()
    dump([claim], file)
    assert file.getvalue().count("\n") == 1
    assert list(load_claims(io.StringIO(file.getvalue()))) == [claim]
    quads = list(to_quads(article, [claim]))
    document = json.dumps(json_ld(quads))
    assert {q.predicate for q in ox.parse(document, format=ox.RdfFormat.JSON_LD)} == {q.predicate for q in quads}
