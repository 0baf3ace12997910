"""The store on disk: one article one transaction, adding twice changes nothing, one writer at a time."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import FormatError, QueryError, StoreError, VocabularyError
from kg.model import Article, Claim
from kg.rdf import ONTOLOGY_GRAPH, Software, article_graph
from kg.store import Store, open_store
from tests.store.edits import edited, sound_edits
from tests.store.world import FIRST, SECOND, WORLD


def ids(claims: object) -> list[str]:
    return [claim.id.removeprefix("claim/") for claim in claims]  # type: ignore[attr-defined]


def texts(store: Store, **pattern: str) -> list[str]:
    return [claim.evidence.text for claim in store.claims(**pattern)]


# --- Adding and removing


def test_what_is_added_comes_back(empty: Store) -> None:
    for article, claims in WORLD:
        assert empty.add(article, claims)
    assert list(empty.articles()) == [article for article, _ in WORLD]
    assert list(empty.claims()) == [claim for _, claims in WORLD for claim in claims]


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(edited(sound_edits()))
def test_anything_that_is_sound_comes_back_and_goes_again(empty: Store, said: tuple[Article, list[Claim]]) -> None:
    """One store for all of them: each leaves it as it was."""
    article, claims = said
    for left in list(empty.articles()):  # by an example that failed
        empty.remove(left.id)
    before = set(empty.quads())
    empty.add(article, claims)
    stored = set(empty.quads())
    assert {c.id: c for c in empty.claims()} == {c.id: c for c in claims}
    assert list(empty.articles()) == [article]
    assert not empty.add(article, claims)
    assert empty.add(article, [c.but(rule=c.rule + "!") for c in claims], Software(version="next"))
    assert empty.add(article, claims)
    assert set(empty.quads()) == stored
    assert empty.remove(article.id)
    assert set(empty.quads()) == before


def test_adding_twice_changes_nothing_whatever_the_order(empty: Store) -> None:
    article, claims = FIRST
    empty.add(article, claims)
    before = set(empty.quads())
    assert not empty.add(article, reversed(claims))
    assert not empty.add(article, [*claims, *claims])
    assert set(empty.quads()) == before


@pytest.mark.parametrize("what", ["text", "claims", "software"])
def test_what_has_changed_replaces_what_was(empty: Store, what: str) -> None:
    article, claims = FIRST
    empty.add(article, claims)
    empty.add(*SECOND)
    if what == "text":
        article = replace(article, text=article.text + "More.")
    if what == "claims":
        claims = claims[:1]
    assert empty.add(article, claims, Software(version="2") if what == "software" else None)
    assert [a for a in empty.articles() if a.id == "first"] == [article]
    assert ids(empty.claims(article="first")) == ids(claims)


def test_a_replaced_article_leaves_no_voice_behind(empty: Store) -> None:
    article, claims = SECOND
    empty.add(article, claims)
    empty.add(article, [])
    graphs = {str(quad.graph_name) for quad in empty.quads()}
    assert graphs == {str(ONTOLOGY_GRAPH), str(article_graph("second"))}


def test_a_removed_article_is_gone_with_all_its_graphs(empty: Store) -> None:
    empty.add(*FIRST)
    before = set(empty.quads())
    empty.add(*SECOND)
    assert empty.remove("second")
    assert set(empty.quads()) == before
    assert not empty.remove("second")


def test_an_article_that_cannot_be_stored_leaves_the_store_as_it_was(empty: Store) -> None:
    empty.add(*FIRST)
    before = set(empty.quads())
    article, claims = SECOND
    with pytest.raises(FormatError):
        empty.add(article, [*claims, FIRST[1][0]])
    with pytest.raises(FormatError):
        empty.add(replace(article, text="\ud800"), claims)
    assert set(empty.quads()) == before


def test_of_many_articles_those_before_a_fault_are_stored(empty: Store) -> None:
    article, claims = SECOND
    stored = empty.add_all([FIRST, (article, [*claims, FIRST[1][0]]), (article, claims)])
    with pytest.raises(FormatError):
        list(stored)
    assert [a.id for a in empty.articles()] == [FIRST[0].id]


def test_an_article_is_given_back_when_it_is_stored_and_not_before(empty: Store) -> None:
    fetched = []

    def articles() -> Iterator[tuple[Article, list[Claim]]]:
        for article, claims in WORLD:
            fetched.append(article.id)
            yield article, claims

    for number, (article, _, _) in enumerate(empty.add_all(articles()), 1):
        assert len(list(empty.articles())) == number
        assert article.id in {a.id for a in empty.articles()}
        assert len(fetched) <= number + 1
    assert number == len(WORLD)


# --- Choosing claims


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ({"relation": "supply"}, ["first-0", "first-2", "second-0"]),
        ({"actor": "Vladimir Putin"}, ["first-0"]),
        ({"actor": "Alder Mining"}, ["second-1"]),
        ({"stakeholder": "RUS", "status": "actual"}, ["first-2", "second-0"]),
        ({"resource": "minerals"}, ["first-0", "first-1", "second-1", "second-2"]),
        ({"resource": "lithium"}, ["first-1", "second-2"]),
        ({"target": "kyiv", "negated": "false"}, ["first-2", "third-1"]),
        ({"source": "Dmitry Peskov"}, ["second-0"]),
        ({"proposer": "USA"}, ["second-2"]),
        ({"mode": "hedged"}, ["third-1"]),
        ({"article": "third"}, ["third-0", "third-1"]),
        ({"article": "fourth"}, []),
    ],
)
def test_claims_are_chosen_by_what_fills_their_roles(world: Store, pattern: dict[str, str], found: list[str]) -> None:
    assert sorted(ids(world.claims(**pattern))) == sorted(found)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ({"colour": "red"}, "no 'colour' to choose by"),
        ({"status": "maybe"}, "no status 'maybe'"),
        ({"negated": "maybe"}, "negated is 'maybe'"),
        ({"resource": "unobtainium"}, "no resource 'unobtainium'"),
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused(world: Store, pattern: dict[str, str], reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        list(world.claims(**pattern))


# --- The ontology's graph


def test_the_ontology_is_loaded_once_and_anew_when_it_has_changed(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "store"
    with open_store(path, ontology=words) as store:
        before = set(store.quads())
    with open_store(path, ontology=words) as store:
        assert set(store.quads()) == before
    changed = tmp_path / "changed"
    changed.mkdir()
    for file in words.iterdir():
        (changed / file.name).write_text(file.read_text().replace('"gas"@en', '"natural gas"@en'))
    with open_store(path, ontology=changed) as store:
        names = {value for (value,) in store.query("SELECT ?l { res:gas skos:prefLabel ?l }").rows}
        assert names == {"natural gas"}


def test_the_ontologys_graph_has_no_blank_node_and_the_same_names_each_time(words: Path) -> None:
    stores = []
    for _ in range(2):
        with open_store("memory", ontology=words) as store:
            stores.append({str(quad) for quad in store.quads()})
            assert not any(isinstance(term, ox.BlankNode) for quad in store.quads() for term in quad)
            titles = store.query("SELECT ?t { actor:vladimir-putin org:hasMembership/kg:title ?t }")
            assert titles.rows == (("President",),)
    assert stores[0] == stores[1]


def test_the_packages_own_ontology_can_be_loaded() -> None:
    with open_store("memory") as store:
        assert store.query("SELECT ?code { actor:UKR kg:code ?code }").rows == (("UKR",),)


def test_a_broken_ontology_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("kg:Claim a")
    with pytest.raises(VocabularyError, match=r"bad\.ttl"):
        open_store("memory", ontology=tmp_path)


# --- Opening and closing


def test_what_was_stored_is_there_when_the_store_is_opened_again(tmp_path: Path, words: Path) -> None:
    with open_store(tmp_path / "store", ontology=words) as store:
        store.add(*FIRST)
    with open_store(tmp_path / "store", read_only=True) as store:
        assert list(store.claims()) == FIRST[1]
        assert len(store.query("proposals")) == 1
        with pytest.raises(StoreError, match="opened only to ask"):
            store.add(*SECOND)
        with pytest.raises(StoreError, match="opened only to ask"):
            store.remove("first")


def test_another_process_that_writes_keeps_others_from_writing(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "store"
    program = (
        "import sys; from kg.store import open_store; open_store(sys.argv[1], ontology=__import__('pathlib').Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", program, str(path), str(words)]
    with open_store(path, ontology=words):
        blocked = subprocess.run(command, capture_output=True, text=True, check=False)
    last = blocked.stderr.strip().splitlines()[-1]
    here = f"process {os.getpid()} on {socket.gethostname()}"
    assert last.startswith(f"kg.errors.StoreError: {path}: {here} (since 20")
    assert last.endswith(") is writing to this store; wait until it has ended")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_what_is_killed_in_the_middle_leaves_whole_articles(tmp_path: Path, words: Path) -> None:
    path = tmp_path / "store"
    program = """
import sys; from pathlib import Path
from kg.store import open_store
from tests.store.world import SECOND
from collections.abc import Iterator
from dataclasses import replace
store = open_store(sys.argv[1], ontology=Path(sys.argv[2]))
article, claims = SECOND
for n in range(10_000):
    other = replace(article, id=str(n))
    store.add(other, [c.but(id=f"claim/{n}-{i}", article=replace(c.article, id=str(n))) for i, c in enumerate(claims)])
    print(n, flush=True)
"""
    run = subprocess.Popen([sys.executable, "-c", program, str(path), str(words)], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    told = [run.stdout.readline() for _ in range(20)]
    run.kill()
    run.wait()
    run.stdout.close()
    with open_store(path, ontology=words) as store:
        whole = [article.id for article in store.articles()]
        assert len(whole) >= len(told)
        assert [len(list(store.claims(article=id))) for id in whole] == [3] * len(whole)


def test_a_closed_store_says_so(words: Path) -> None:
    store = open_store("memory", ontology=words)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("proposals")


def test_a_temporary_store_leaves_nothing_behind(words: Path) -> None:
    store = open_store("memory", ontology=words)
    path = store.path  # type: ignore[attr-defined]
    assert path.is_dir()
    store.close()
    assert not path.exists()


@pytest.mark.parametrize("kind", ["file", "folder of others"])
def test_what_is_no_store_is_left_alone(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "thing"
    note = path if kind == "file" else path / "note.txt"
    note.parent.mkdir(exist_ok=True)
    note.write_text("mine")
    with pytest.raises(StoreError, match="holds something, but no store"):
        open_store(path)
    assert note.read_text() == "mine"
    assert [p.name for p in note.parent.iterdir()] == [note.name]


def test_a_damaged_store_is_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "CURRENT").write_text("rubbish")
    with pytest.raises(StoreError) as error:
        open_store(tmp_path)
    assert str(error.value).startswith(f"{tmp_path}: cannot be opened as a store: ")
    assert "\n" not in str(error.value)


def test_asking_where_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()
