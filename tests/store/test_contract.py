"""What every store promises, whatever it is made of: one suite over the temporary one, the one on disk, and a real server."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, StoreError
from kg.rdf import Software, article_graph, article_iri, json_ld
from kg.rdf.terms import PROV
from kg.store import Store, named_queries, open_store
from tests.store.server import Server, free_port
from tests.store.world import FIRST, SECOND, WORLD

Open = Callable[..., Store]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("server"))
    yield running
    running.kill()


@pytest.fixture(params=["memory", "folder", "server"])
def opened(request: pytest.FixtureRequest, tmp_path: Path, words: Path) -> Iterator[Open]:
    """Opens the same store again and again; a temporary one is a new one each time."""
    if request.param == "server":
        server = request.getfixturevalue("server")
        with open_store(server.url, ontology=words) as store:
            for article in list(store.articles()):
                store.remove(article.id)
    where = {"memory": "memory", "folder": str(tmp_path / "store"), "server": ""}[request.param]
    yield lambda **more: open_store(where or server.url, ontology=words, **more)


def filled(store: Store) -> Store:
    for article, claims in WORLD:
        assert store.add(article, claims)
    return store


def test_what_is_added_comes_back(opened: Open) -> None:
    with filled(opened()) as store:
        assert list(store.articles()) == [article for article, _ in WORLD]
        assert list(store.claims()) == [claim for _, claims in WORLD for claim in claims]


def test_adding_again_changes_nothing_and_a_change_replaces(opened: Open) -> None:
    article, claims = FIRST
    with opened() as store:
        assert store.add(article, claims)
        quads = set(store.quads())
        assert not store.add(article, claims)
        assert store.add(article, claims[:1], Software(version="next"))
        assert list(store.claims()) == claims[:1]
        assert store.add(article, claims)
        assert set(store.quads()) == quads


def test_many_are_added_in_their_order_and_each_is_told_with_what_it_changed(opened: Open) -> None:
    article, claims = FIRST
    longer = replace(article, text=article.text + " More.")
    with opened() as store:
        told = list(store.add_all([*WORLD, (article, claims), (longer, []), (article, claims)]))
        assert [(a, list(c)) for a, c, _ in told] == [*WORLD, (article, claims), (longer, []), (article, claims)]
        assert [changed for *_, changed in told] == [*(True for _ in WORLD), False, True, True]
        assert list(store.articles()) == [a for a, _ in WORLD]
        assert list(store.claims()) == [claim for _, claims in WORLD for claim in claims]


def test_every_store_holds_the_same_quads(opened: Open, words: Path) -> None:
    with filled(opened()) as store, filled(open_store("memory", ontology=words)) as other:
        assert set(store.quads()) == set(other.quads())
        assert set(store.quads(FIRST[0].id)) == set(other.quads(FIRST[0].id))


def test_an_earlier_version_of_a_text_is_remembered_and_its_claims_are_not(opened: Open) -> None:
    article, claims = FIRST
    with opened() as store:
        store.add(article, claims, Software(version="1"))
        first = set(store.quads(article.id))
        store.add(replace(article, text=article.text + " More."), [], Software(version="2"))
        whole = set(store.quads(article.id))
        assert set(ox.parse(json.dumps(json_ld(whole)), format=ox.RdfFormat.JSON_LD)) == whole
        assert list(store.claims()) == []
        (row,) = store.query(
            "SELECT ?new ?old ?was ?by { ?new prov:wasRevisionOf ?old . ?old kg:digest ?was . "
            "?run prov:used ?old ; prov:wasAssociatedWith/schema:softwareVersion ?by }"
        ).dicts()
        assert row["by"] == "1" and row["new"] != row["old"]
        store.add(replace(article, text=article.text + " More and more."), [], Software(version="3"))
        chain = store.query("SELECT ?a ?c { ?a prov:wasRevisionOf ?b . ?b prov:wasRevisionOf ?c }")
        assert len(chain) == 1 and chain.dicts()[0]["c"] == row["old"]
        store.add(article, claims, Software(version="1"))
        assert first <= set(store.quads(article.id))
        assert len(store.query("SELECT * { ?a prov:wasRevisionOf+ ?a }")) == 0
        assert store.remove(article.id)
        assert not list(store.quads(article.id))
        assert not any(q.predicate == PROV["wasRevisionOf"] for q in store.quads())


def test_a_removed_article_is_gone_with_all_that_rests_on_it_alone(opened: Open) -> None:
    with opened() as store:
        before = set(store.quads())
        store.add(*FIRST)
        store.add(*SECOND)
        assert store.remove(FIRST[0].id)
        assert not store.remove(FIRST[0].id)
        assert [article.id for article in store.articles()] == [SECOND[0].id]
        assert not any(article_iri(FIRST[0].id) in (q.subject, q.object) for q in store.quads())
        assert store.remove(SECOND[0].id)
        assert set(store.quads()) == before


def test_claims_are_chosen_and_questions_answered_alike(opened: Open, words: Path) -> None:
    with filled(opened()) as store, filled(open_store("memory", ontology=words)) as other:
        for pattern in ({"stakeholder": "Russia"}, {"resource": "minerals"}, {"status": "proposed"}, {"article": FIRST[0].id}):
            assert list(store.claims(**pattern)) == list(other.claims(**pattern))
        claim = next(iter(store.claims()))
        for name, named in named_queries().items():
            values = {"resource": "minerals", "since": "2020-01-01", "until": "2030-12-31", "claim": claim.id}
            given = {p.name: values.get(p.name, "Russia") for p in named.parameters if p.default == "required"}
            assert store.query(name, **given).rows == other.query(name, **given).rows


def test_a_mistake_is_told_with_its_place_and_no_query_reaches_out(opened: Open) -> None:
    with opened() as store:
        with pytest.raises(QueryError, match="line 2, column 11"):
            store.query("SELECT * {\n  nonsense nonsense }")
        with pytest.raises(
            QueryError, match="line 1, column 17: kg:relatoin is no term of the vocabulary; did you mean kg:relation"
        ):
            store.query("SELECT * { ?c a kg:relatoin }")
        with pytest.raises(QueryError, match="a prefix that is not declared; did you mean skos:"):
            store.query("SELECT * { ?c a sko:Concept }")
        with pytest.raises(QueryError, match="SERVICE"):
            store.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
        with pytest.raises(QueryError, match=r"no actor 'Rusia'.*did you mean Russia"):
            store.query("proposals", stakeholder="Rusia")


def test_what_is_opened_only_to_ask_refuses_to_write(opened: Open, request: pytest.FixtureRequest) -> None:
    if "memory" in request.node.name:
        return
    with opened() as store:
        store.add(*FIRST)
    with opened(read_only=True) as store:
        assert [a.id for a in store.articles()] == [FIRST[0].id]
        with pytest.raises(StoreError, match="opened only to ask"):
            store.add(*SECOND)


def test_a_closed_store_says_so(opened: Open) -> None:
    store = opened()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("proposals")


# --- A server that goes away, or will not have us


def test_a_server_killed_in_the_middle_and_started_again_loses_nothing(tmp_path: Path, words: Path) -> None:
    server = Server(tmp_path / "data")
    articles = [replace(FIRST[0], id=f"a{n}") for n in range(200)]
    expected = {article_graph(a.id) for a in articles}

    def restart() -> None:
        for _ in range(2):
            time.sleep(0.3)
            server.kill()
            time.sleep(0.3)
            server.start()

    breaking = threading.Thread(target=restart)
    try:
        with open_store(server.url, ontology=words) as store:
            breaking.start()
            for article in articles:
                store.add(article, [c.but(article=replace(c.article, id=article.id)) for c in FIRST[1]])
                time.sleep(0.005)
            breaking.join()
        with open_store(server.url, ontology=words, read_only=True) as store:
            assert {q.graph_name for q in store.quads()} >= expected
            assert len(list(store.claims())) == len(articles) * len(FIRST[1])
    finally:
        breaking.join()
        server.kill()


def test_a_server_that_is_not_there_is_named_in_one_line(words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.store import http

    monkeypatch.setattr(http, "_PATIENT", http._PATIENT.new(total=1))
    address = f"http://user:secret@127.0.0.1:{free_port()}"
    with pytest.raises(StoreError, match="does not answer; is the server running") as error:
        open_store(address, ontology=words)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("address", ["ftp://example.org/x", "http://"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="no address of a SPARQL server"):
        open_store(address)
