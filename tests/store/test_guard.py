"""What a query may not do, however it is written."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store import Store
from kg.store.guard import check_query, tokens

EVIL = "<http://127.0.0.1:9/>"

CALLS = [
    "SELECT * { SERVICE @ { ?s ?p ?o } }",
    "SELECT * { service @ { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT @ { ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment\n @ { ?s ?p ?o } }",
    "SELECT * { BIND(@ AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "PREFIX e: @ SELECT * { SERVICE e: { ?s ?p ?o } }",
    "ASK { { SELECT * { OPTIONAL { SERVICE @ { ?s ?p ?o } } } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE @ { ?s ?p ?o } }",
    # glued to its neighbours, which the engine accepts
    "SELECT * { SERVICE@{ ?s ?p ?o } }",
    "SELECT * { SERVICESILENT@{ ?s ?p ?o } }",
    "PREFIX e: @ SELECT * { SERVICEe:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE@{ ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE@{ ?s ?p ?o } }",
    # where "<" compares but looks like an IRI, and hides a quote, a bracket or a comment
    "SELECT * { BIND(1 AS ?y) FILTER(?y<'>') SERVICE @ { ?s ?p ?o } #'\n }",
    "SELECT * { BIND(@ AS ?x) FILTER(1<2)SERVICE?x#>\n{ ?s ?p ?o } }",
    "SELECT * { BIND(1 AS ?y) FILTER(?y <2#>'''\n) SERVICE @ { ?s ?p ?o } #'''\n }",
    'SELECT * { BIND(1 AS ?y) FILTER(?y <2#>"""\n) SERVICE @ { ?s ?p ?o } #"""\n }',
    # where "#" belongs to a name, not to a comment
    "SELECT * { ?s kg:a\\#b ?o . SERVICE @ { ?s ?p ?o } }",
    "SELECT * { ?s kg:.SERVICE @ { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'it\\'s' . SERVICE @ { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", CALLS)
def test_no_query_reaches_another_server(world: Store, query: str) -> None:
    """Refused by us, or, where we see no SERVICE, by an engine that sees none either."""
    text = query.replace("@", EVIL)
    with pytest.raises(QueryError) as error:
        world.query(text)
    assert "127.0.0.1" not in str(error.value) or "apostrophe" in str(error.value)


@pytest.mark.parametrize("query", [call for call in CALLS if "'''" not in call and '"""' not in call])
def test_a_call_is_refused_before_the_engine_sees_it(query: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE would call|an apostrophe or a bracket"):
        check_query(query.replace("@", EVIL))


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s kg:label ?o FILTER(CONTAINS(?o, "foreign SERVICE")) }',
        "SELECT * { ?s schema:Service ?o }",
        "SELECT ?service { ?service ?p ?o } # SERVICE <x>",
        "SELECT * { ?s <https://example.org/service#load> ?o }",
        "SELECT * { ?s ?p '''SERVICE <http://x/> { }''' }",
        "SELECT * { ?s oa:start ?a ; oa:end ?b FILTER(?a<?b && ?b>3) }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3) FILTER(?o > 1) }",
        "PREFIX x: <https://example.org/#> SELECT * { ?s x:insert ?o }",
        "ASK { ?s ?p _:b . _:b ?q 1.5e3, -1, true }",
        "DESCRIBE actor:UKR",
        "CONSTRUCT { ?s kg:actor ?o } WHERE { ?s kg:actor ?o }",
        "SELECT * { <<( ?s ?p ?o )>> ?q ?r }",
        "SELECT ?n FROM <https://w3id.org/newsgraph/graph/ontology> { ?x skos:prefLabel ?n }",
        "SELECT ?n FROM NAMED graph:ontology { GRAPH ?g { ?x skos:prefLabel ?n } }",
    ],
)
def test_what_only_reads_here_is_answered(world: Store, query: str) -> None:
    world.query(query)


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX x: <a:> DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/hostname>",
        "# a comment\nCLEAR ALL",
        "DROP GRAPH graph:ontology",
    ],
)
def test_an_update_is_refused(world: Store, update: str) -> None:
    before = len(list(world.quads()))
    with pytest.raises(QueryError, match="changes the store"):
        world.query(update)
    assert len(list(world.quads())) == before


@pytest.mark.parametrize(
    "clause",
    [
        "FROM <file:///etc/hostname>",
        "FROM NAMED <http://127.0.0.1:9/>",
        "FROM x:hostname",
        "FROM <https://w3id.org/newsgraph/graph/ontology> FROM <http://127.0.0.1:9/>",
        "FROM unknown:x",
    ],
)
def test_graphs_that_are_not_ours_are_refused(world: Store, clause: str) -> None:
    with pytest.raises(QueryError, match="not a graph of this store"):
        world.query(f"PREFIX x: <file:///etc/> SELECT * {clause} {{ ?s ?p ?o }}")


@given(st.text(st.sampled_from("SERVICE<>#'\"\\/@:.x1 \n{}()?$%") | st.characters(codec="utf-8"), max_size=80))
def test_tokens_are_the_query_and_nothing_else(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


PIECES = ["SERVICE", "<http://127.0.0.1:9/>", "<", ">", "#", "'", '"', "'''", "\n", " ", "1", "?x", "?s ?p ?o", ")",
          "FILTER(", "BIND(", " AS ?y)", "{", "}", ".", "kg:a", "\\", "true", "(", "=", "&&", "e:", "\\#"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_the_guard_lets_through_the_engine_answers_by_itself(inner: str) -> None:
    """The engine says so when it tries to call a server; it never may."""
    try:
        checked = check_query(f"PREFIX e: <http://127.0.0.1:9/> SELECT * {{ {inner} }}")
    except QueryError:
        return
    store = ox.Store()
    store.add(ox.Quad(*[ox.NamedNode("http://127.0.0.1:9/")] * 3))
    try:
        list(store.query(checked.text, prefixes={"kg": "http://kg/"}))  # type: ignore[arg-type]
    except SyntaxError:
        return


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * { ?s ?p }", "line 1, column 19"),
        ("SELECT * # all\n{ ?s <a:b>\n ?o ; ; kg:x }", "line 3, column 15"),
        ("SELECT * { ?s nowhere:x ?o }", "line 1, column 24: a prefix that is not declared"),
        ("# nothing", "line 1"),
        ("SELECT ?x", "line 1, column 10"),
    ],
)
def test_a_malformed_query_is_told_with_its_place_in_one_line(world: Store, query: str, place: str) -> None:
    with pytest.raises(QueryError) as error:
        world.query(query)
    assert place in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 250
