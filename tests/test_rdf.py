"""Claims as quads: nothing is lost, names are stable, and nobody's word is put into another's mouth."""

from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import FormatError
from kg.merge import merge
from kg.model import Actor, ActorType, Article, ArticleRef, Claim, Evidence, Mention, Mode, Span, Status
from kg.rdf import (
    RDF_FORMATS,
    Software,
    article_graph,
    article_iri,
    articles_from_quads,
    dataset,
    from_dataset,
    from_quads,
    identifier,
    iri,
    serialise,
    to_quads,
)
from kg.rdf.terms import BASE, KG, OA, PROV, RDF, RDFS
from tests.builders import PESKOV, PUTIN, RARE_EARTHS, RUSSIA, USA, article, claim
from tests.strategies import HOSTILE, WORDS, articles_with_claims

TEXT = "Russia supplies rare earths to the United States. It does so gladly."
ARTICLE = Article("a1", TEXT, "Leaders talk minerals", "https://news.example/a1", article().published, "Daily Courier")
slow = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def quads_of(*claims: Claim, of: Article = ARTICLE, software: Software | None = None) -> set[ox.Quad]:
    return set(to_quads(of, claims, software))


def plain(quads: set[ox.Quad]) -> list[tuple[str, str, str, str]]:
    """The plain triples: graph, subject, property, object, without what stands in the article's graph."""
    rows = [q for q in quads if q.graph_name != article_graph("a1")]
    return sorted(
        (str(q.graph_name), identifier(q.subject), q.predicate.value.removeprefix(KG.iri), identifier(q.object))  # type: ignore[arg-type]
        for q in rows
    )


def fact(**changes: object) -> Claim:
    return replace(claim(start=0), **changes)  # type: ignore[arg-type]


# --- Round trips


@slow
@given(articles_with_claims())
def test_claims_and_article_come_back_from_quads(said: tuple[Article, list[Claim]]) -> None:
    of, claims = said
    quads = list(to_quads(of, claims))
    assert {c.id: c for c in from_quads(quads)} == {c.id: c for c in claims}
    assert list(articles_from_quads(quads)) == [of]


@slow
@given(articles_with_claims())
def test_claims_and_article_come_back_from_rdflib_and_from_every_kind_of_file(said: tuple[Article, list[Claim]]) -> None:
    of, claims = said
    quads = list(to_quads(of, claims))
    assert set(from_dataset(dataset(quads))) == set(quads)
    for name, form in RDF_FORMATS.items():
        read = list(ox.parse(serialise(quads, form), format=form))
        assert {c.id: c for c in from_quads(read)} == {c.id: c for c in claims}, name
        assert list(articles_from_quads(read)) == [of], name
        if form.supports_datasets:
            assert set(read) == set(quads), name


@slow
@given(articles_with_claims())
def test_the_same_claims_give_the_same_quads_once_each_and_no_blank_node(said: tuple[Article, list[Claim]]) -> None:
    of, claims = said
    quads = list(to_quads(of, claims))
    assert len(quads) == len(set(quads))
    assert list(to_quads(of, claims)) == quads
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad)


def test_the_claims_of_an_article_come_in_the_order_of_its_text() -> None:
    late = claim(start=60, text="It does so gladly.", predicate="does", id="claim/0")
    early = fact(id="claim/9")
    assert [c.id for c in from_quads(quads_of(late, early))] == ["claim/9", "claim/0"]


# --- Names


@given(WORDS)
def test_every_string_has_an_iri_that_gives_it_back(text: str) -> None:
    node = iri(f"actor/{text}")
    assert identifier(node) == f"actor/{text}"
    assert node.value.startswith(BASE + "actor/")
    assert "/../" not in node.value + "/"


@given(st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=2, unique=True))
def test_different_articles_have_different_graphs(ids: list[str]) -> None:
    assert article_graph(ids[0]) != article_graph(ids[1])
    assert article_iri(ids[0]) != article_iri(ids[1])


def test_no_identifier_reaches_another_folder_of_names() -> None:
    assert iri("actor/../ontology#Claim").value == BASE + "actor/%2E%2E/ontology%23Claim"
    assert article_iri("x#char=0,1").value == BASE + "article/x%23char%3D0%2C1"


def test_an_actor_that_no_linker_has_seen_stays_without_id() -> None:
    unseen = Actor("", "a spokesman", ActorType.PERSON)
    (found,) = from_quads(quads_of(fact(actor=unseen)))
    assert found.actor == unseen


def test_a_hostile_label_stays_a_label() -> None:
    label = '"@en . <http://evil> <http://evil> "'
    quads = quads_of(fact(actor=replace(PUTIN, label=label)))
    assert ox.Quad(iri(PUTIN.id), RDFS["label"], ox.Literal(label), article_graph("a1")) in quads
    assert not any("evil" in str(q.subject) for q in quads)


# --- The plain triple


@pytest.mark.parametrize(
    ("status", "mode", "said"),
    [
        (Status.ACTUAL, Mode.DONE, "supplies"),
        (Status.PROPOSED, Mode.OFFERED, "proposesToSupply"),
        (Status.POSSIBLE, Mode.HEDGED, "mightSupply"),
    ],
)
def test_the_status_chooses_the_property(status: Status, mode: Mode, said: str) -> None:
    rows = plain(quads_of(fact(status=status, mode=mode)))
    assert rows == [(str(ox.NamedNode(BASE + "graph/voice/a1/own")), "actor/RUS", said, "resource/rare-earths")]


def test_a_denied_claim_is_an_rdf_statement_but_no_plain_triple() -> None:
    quads = quads_of(fact(negated=True))
    assert plain(quads) == []
    assert ox.Quad(iri("claim/a1-0"), RDF["predicate"], KG["supplies"], article_graph("a1")) in quads


@pytest.mark.parametrize(
    ("relation", "changes", "expected"),
    [
        ("supply", {"resource": None}, "actor/USA"),
        ("supply", {"target": None}, "resource/rare-earths"),
        ("agree", {}, "actor/USA"),
        ("agree", {"target": None}, "resource/rare-earths"),
        ("agree", {"target": None, "resource": None}, None),
        ("supply", {"actor": None}, None),
    ],
)
def test_the_object_is_the_resource_of_resource_relations_else_the_target(
    relation: str, changes: dict[str, object], expected: str | None
) -> None:
    quads = quads_of(fact(relation=relation, **changes))
    assert [row[3] for row in plain(quads)] == ([expected] if expected else [])
    assert any(q.object == RDF["Statement"] for q in quads) == (expected is not None)


def test_a_relation_that_the_ontology_lacks_is_said_as_other() -> None:
    assert [row[2] for row in plain(quads_of(fact(relation="juggle")))] == ["actsOn"]


def test_each_source_has_a_voice_of_its_own_and_the_article_lists_them() -> None:
    own, putin, peskov = fact(id="claim/1"), fact(id="claim/2", source=PUTIN), fact(id="claim/3", source=PESKOV)
    quads = quads_of(own, putin, peskov)
    graphs = {row[0] for row in plain(quads)}
    listed = {str(q.object) for q in quads if q.predicate == KG["voice"] and q.subject == article_iri("a1")}
    speakers = {q.object for q in quads if q.predicate == KG["source"] and str(q.subject) in graphs}
    assert len(graphs) == 3
    assert listed == graphs
    assert speakers == {iri(PUTIN.id), iri(PESKOV.id)}


def test_nothing_stands_in_the_default_graph() -> None:
    assert not any(isinstance(q.graph_name, ox.DefaultGraph) for q in quads_of(fact(source=PUTIN)))


# --- Provenance and evidence


def test_the_extraction_is_named_by_software_model_ontology_and_the_articles_text() -> None:
    def extraction(of: Article, **software: str) -> object:
        quads = quads_of(fact(), of=of, software=Software(**software))
        (made,) = {q.object for q in quads if q.predicate == PROV["wasGeneratedBy"]}
        return made

    base = {"version": "1", "model": "m", "model_version": "2", "ontology": "abc"}
    same = extraction(ARTICLE, **base)
    assert same == extraction(ARTICLE, **base)
    others = [extraction(ARTICLE, **{**base, key: "other"}) for key in base]
    assert len({same, *others, extraction(replace(ARTICLE, text=TEXT + "!"), **base)}) == 6


def test_evidence_has_position_and_quote() -> None:
    quads = quads_of(fact())
    graph = dataset(quads).graph(rdflib.URIRef(article_graph("a1").value))
    part = rdflib.URIRef(f"{BASE}article/a1#char=0,49")
    assert (None, rdflib.URIRef(KG["evidence"].value), part) in graph
    selectors = list(graph.objects(part, rdflib.URIRef(OA["hasSelector"].value)))
    exact = [str(o) for s in selectors for o in graph.objects(s, rdflib.URIRef(OA["exact"].value))]
    start = [str(o) for s in selectors for o in graph.objects(s, rdflib.URIRef(OA["start"].value))]
    assert exact == ["Russia supplies rare earths to the United States."]
    assert start == ["0"]


def test_a_quote_that_is_not_in_the_text_keeps_its_words_and_hides_no_other() -> None:
    wrong = fact(id="claim/2", evidence=Evidence("Something else entirely, of the same length as it", 0, 49, Span(7, 15)))
    found = {c.id: c.evidence.text for c in from_quads(quads_of(fact(id="claim/1"), wrong))}
    assert found == {"claim/1": "Russia supplies rare earths to the United States.", "claim/2": wrong.evidence.text}


def test_claims_share_mentions_and_each_keeps_its_own_label() -> None:
    here = Mention("Russia", 0, 6, "russia", "Russia")
    one, two = replace(RUSSIA, mention=here), replace(RUSSIA, mention=here, label="Russian Federation")
    quads = quads_of(fact(id="claim/1", actor=one), fact(id="claim/2", actor=one), fact(id="claim/3", actor=two))
    mentions = {q.object for q in quads if q.predicate == KG["actorMention"]}
    assert len(mentions) == 2
    assert [c.actor.label for c in from_quads(quads) if c.actor] == ["Russia", "Russia", "Russian Federation"]


def test_claims_that_pool_name_the_same_statement() -> None:
    sold, bought = fact(id="claim/1"), fact(id="claim/2", relation="acquire", actor=USA, target=RUSSIA)
    other = fact(id="claim/3", target=None)
    named = {identifier(q.subject): identifier(q.object) for q in quads_of(sold, bought, other) if q.predicate == KG["statement"]}  # type: ignore[arg-type]
    assert named == {c.id: pooled.id for pooled in merge([sold, bought, other]) for c in pooled.claims}
    assert len(set(named.values())) == 2


def test_what_the_ontology_knows_is_not_described_again() -> None:
    quads = list(to_quads(ARTICLE, [fact()], known={"actor/RUS", "resource/rare-earths"}))
    described = {identifier(q.subject) for q in quads if q.predicate == RDFS["label"]}  # type: ignore[arg-type]
    assert described == {"actor/USA"}
    assert next(from_quads(quads)) == fact()


# --- Mistakes


def test_a_claim_of_another_article_is_refused() -> None:
    with pytest.raises(FormatError, match="claim/a1-0 is of article 'b', not of 'a1'"):
        list(to_quads(ARTICLE, [fact(article=ArticleRef("b"))]))


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(FormatError, match="surrogate"):
        list(to_quads(replace(ARTICLE, text="\ud800"), []))


@pytest.mark.parametrize("gone", ["status", "negated", "evidence", "actorMention"])
def test_a_damaged_claim_is_named(gone: str) -> None:
    quads = [q for q in quads_of(fact()) if q.predicate != KG[gone]]
    with pytest.raises(FormatError, match=f"claim/a1-0>: no <.*{gone}>"):
        list(from_quads(quads))


def test_a_claim_whose_id_came_before_is_passed_over() -> None:
    first, second = fact(confidence=0.4), fact(confidence=0.6, resource=RARE_EARTHS, target=USA)
    assert [c.confidence for c in from_quads(quads_of(first, second))] == [0.4]
