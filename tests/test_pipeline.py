"""The whole path: articles → store, graph and answers; building again from the same articles changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import InputError, ModelError, NothingReadError, QueryError, StoreError
from kg.model import Article
from kg.pipeline import GRAPH_FILE, STORE_FOLDER, KnowledgeGraph, wording
from kg.read import Skipped

ROOT = Path(__file__).resolve().parent.parent
TEXT = "Chile promised to sell lithium to Japan. Japan denied that it had bought Russian oil."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    """The samples, built once; not to be written to."""
    with kg.build(ROOT / "examples", output=tmp_path_factory.mktemp("built")) as graph:
        yield graph


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.md").write_text(
        "---\ndate: 2025-02-25\noutlet: Courier\n---\n# Kenya sells tea\n\nKenya sold tea to Poland.", encoding="utf-8"
    )
    return folder


def quads(graph: KnowledgeGraph) -> set[str]:
    return {str(quad) for quad in graph.store.quads()}


def test_a_build_leaves_a_store_and_a_page(built: KnowledgeGraph) -> None:
    assert built.folder is not None
    assert (built.folder / STORE_FOLDER).is_dir()
    page = (built.folder / GRAPH_FILE).read_text(encoding="utf-8")
    assert "<html" in page and "Ukraine" in page


def test_the_summary_counts_what_was_done(built: KnowledgeGraph) -> None:
    summary = built.summary
    assert summary is not None
    assert (summary.articles, summary.unchanged, summary.skipped) == (8, 0, ())
    assert summary.claims.keys() == {"actual", "proposed", "possible"}
    assert sum(summary.claims.values()) == len(list(built.claims()))


def test_building_again_changes_nothing(news: Path, tmp_path: Path) -> None:
    with kg.build(news, output=tmp_path / "out") as graph:
        first, page = quads(graph), (tmp_path / "out" / GRAPH_FILE).read_bytes()
        assert graph.summary and graph.summary.unchanged == 0
    with kg.build(news, output=tmp_path / "out") as graph:
        assert quads(graph) == first
        assert graph.summary and (graph.summary.articles, graph.summary.unchanged) == (2, 2)
    assert (tmp_path / "out" / GRAPH_FILE).read_bytes() == page


def test_two_machines_build_the_same(news: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    shutil.copytree(news, moved)
    with kg.build(news, output=tmp_path / "a") as one, kg.build(moved, output=tmp_path / "b") as other:
        assert quads(one) == quads(other)


def test_an_article_that_changed_replaces_what_it_said_before(news: Path, tmp_path: Path) -> None:
    kg.build(news, output=tmp_path / "out").close()
    (news / "one.txt").write_text("Ghana bought oil from Angola.", encoding="utf-8")
    with kg.build(news, output=tmp_path / "out") as graph:
        assert graph.summary and graph.summary.unchanged == 1
        said = {(c.actor.label, c.relation) for c in graph.claims() if c.actor}
    assert said == {("Ghana", "acquire"), ("Kenya", "supply")}


def test_articles_of_an_earlier_build_stay(news: Path, tmp_path: Path) -> None:
    kg.build(news / "one.txt", output=tmp_path / "out").close()
    with kg.build(news / "two.md", output=tmp_path / "out") as graph:
        assert sorted(a.id for a in graph.store.articles()) == ["one.txt", "two.md"]


def test_what_is_stored_is_what_was_read(news: Path, tmp_path: Path) -> None:
    read = sorted(kg.claims(news), key=lambda c: c.id)
    with kg.build(news, output=tmp_path / "out") as graph:
        stored = sorted(graph.claims(), key=lambda c: c.id)
    assert stored == read
    assert len(read) >= 3


def test_what_was_built_can_be_opened_by_its_folder_or_its_store(built: KnowledgeGraph) -> None:
    assert built.folder is not None
    expected = sorted(c.id for c in built.claims())
    for path in (built.folder, built.folder / STORE_FOLDER, str(built.folder)):
        with kg.open(path) as graph:
            assert sorted(c.id for c in graph.claims()) == expected
            assert graph.folder == built.folder


def test_what_is_opened_to_ask_cannot_be_written(built: KnowledgeGraph) -> None:
    assert built.folder is not None
    with kg.open(built.folder) as graph, pytest.raises(StoreError, match="opened only to ask"):
        graph.store.add(Article("new", "Kenya sold tea."), [])


def test_opening_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there"):
        kg.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_named_queries_and_sparql_are_answered(built: KnowledgeGraph) -> None:
    proposals = built.query("proposals", resource="rare-earths")
    assert len(proposals) >= 1
    assert any("Putin" in str(cell) or "Russia" in str(cell) for row in proposals for cell in row)
    counted = built.query("SELECT (COUNT(DISTINCT ?claim) AS ?n) { ?claim a kg:Claim }")
    assert counted.rows == ((len(list(built.claims())),),)
    with pytest.raises(QueryError, match="no query is named"):
        built.query("nonsense")
    with pytest.raises(QueryError, match="no parameter 'query'"):
        built.query("proposals", **{"query": "x"})


def test_claims_can_be_chosen(built: KnowledgeGraph) -> None:
    everything = list(built.claims())
    chosen = list(built.claims(relation="possess"))
    assert {c.id for c in chosen} == {c.id for c in everything if c.relation == "possess"}
    assert 0 < len(chosen) < len(everything)


def test_statements_hold_every_claim_once(built: KnowledgeGraph) -> None:
    ids = [c.id for s in built.statements() for c in s.claims]
    assert sorted(ids) == sorted(c.id for c in built.claims())
    assert built.statements() is built.statements()


def test_the_graph_has_an_edge_for_each_statement_that_has_two_ends(built: KnowledgeGraph) -> None:
    graph = built.to_networkx()
    statements = {s.id: s for s in built.statements()}
    edges = [key for _, _, key, data in graph.edges(keys=True, data=True) if data.get("edge_kind") == "statement"]
    assert len(edges) > 50
    assert set(edges) <= statements.keys()
    assert {"Ukraine", "United States"} <= {data.get("label") for _, data in graph.nodes(data=True)}
    assert kg.to_networkx(built.statements(), wording(built.vocab)).number_of_nodes() == graph.number_of_nodes()


def test_views_are_written_where_asked(built: KnowledgeGraph, tmp_path: Path) -> None:
    path = built.view(tmp_path / "deep" / "page.html", title="Fight over <minerals>", actors=True)
    page = path.read_text(encoding="utf-8")
    assert path == tmp_path / "deep" / "page.html"
    assert "Fight over &lt;minerals&gt;" in page and "Fight over <minerals>" not in page
    assert built.view(str(tmp_path / "top.html")).read_text(encoding="utf-8") != page


def test_a_store_in_memory_leaves_no_store_behind(news: Path, tmp_path: Path) -> None:
    with kg.build(news, output=tmp_path / "out", store="memory") as graph:
        assert len(list(graph.claims())) >= 3
        assert len(graph.query("top-stakeholders")) >= 2
    assert [p.name for p in (tmp_path / "out").iterdir()] == [GRAPH_FILE]
    with pytest.raises(StoreError, match="closed"):
        list(graph.claims())


def test_the_store_can_lie_elsewhere(news: Path, tmp_path: Path) -> None:
    with kg.build(news, output=tmp_path / "out", store=tmp_path / "kept"):
        pass
    with kg.open(tmp_path / "kept") as graph:
        assert len(list(graph.store.articles())) == 2


def test_progress_and_what_is_passed_over_are_told(news: Path, tmp_path: Path) -> None:
    (news / "bad.jsonl").write_text("{\n", encoding="utf-8")
    steps: list[tuple[str, int]] = []
    told: list[Skipped] = []
    with kg.build(news, output=tmp_path / "out", progress=lambda a, n: steps.append((a.id, n)), report=told.append) as graph:
        by_article = {a.id: len([c for c in graph.claims() if c.article.id == a.id]) for a in graph.store.articles()}
    assert dict(steps) == by_article
    assert [item.where for item in told] == [str(news / "bad.jsonl") + ":1"]
    assert graph.summary and graph.summary.skipped == tuple(told)


def test_claims_without_a_store(news: Path) -> None:
    said = [(c.actor.label if c.actor else None, c.relation, c.status.value) for c in kg.claims(news / "one.txt")]
    assert said == [("Chile", "supply", "proposed"), ("Japan", "acquire", "actual")]


def test_an_empty_source_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingReadError, match="no article could be read"):
        kg.build(tmp_path / "empty", output=tmp_path / "out")
    with pytest.raises(NothingReadError, match="no article could be read"):
        list(kg.claims(tmp_path / "empty"))


def test_a_missing_source_or_model_is_told_before_anything_is_made(news: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        kg.build(tmp_path / "none", output=tmp_path / "out")
    with pytest.raises(ModelError, match="is not installed"):
        kg.build(news, output=tmp_path / "out", model="no_such_pipeline")
    assert not (tmp_path / "out").exists()


def test_an_error_halfway_lets_go_of_the_store(news: Path, tmp_path: Path) -> None:
    def stop(article: Article, claims: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kg.build(news, output=tmp_path / "out", progress=stop)
    with kg.build(news, output=tmp_path / "out") as graph:  # the lock is free, and what was stored is kept
        assert graph.summary and (graph.summary.articles, graph.summary.unchanged) == (2, 1)


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_name_leads_somewhere(name: str) -> None:
    assert getattr(kg, name) is not None
    assert name in dir(kg)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing  # type: ignore[attr-defined]
