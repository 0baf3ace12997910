"""The shapes and the span checks: sound claims pass, and each fault is found and named."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.check import Finding, check, check_store
from kg.model import Claim, Evidence, Mention, Mode, Place, Quantity, Resource, Span, Status
from kg.rdf import article_graph, dataset, iri, to_quads, write_dump
from kg.rdf.terms import KG, OA, PROV, RDF, SCHEMA
from kg.store import open_store
from kg.store.importing import import_dump
from tests.store.world import FIRST, SECOND, WORLD, ontology

ARTICLE, CLAIMS = SECOND
GRAPH = article_graph(ARTICLE.id)
NODE = iri(CLAIMS[0].id)
Quads = list[ox.Quad]


def findings(quads: Quads) -> list[Finding]:
    return check(dataset(quads))


def sound(*claims: Claim) -> Quads:
    return list(to_quads(ARTICLE, claims or CLAIMS))


def test_sound_claims_have_no_fault() -> None:
    for article, claims in WORLD:
        assert findings(list(to_quads(article, claims))) == []


def without(*predicates: ox.NamedNode) -> Callable[[Quads], Quads]:
    return lambda quads: [q for q in quads if q.predicate not in predicates]


def also(subject: ox.NamedNode, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> Callable[[Quads], Quads]:
    return lambda quads: [*quads, ox.Quad(subject, predicate, value, GRAPH)]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (without(KG["status"]), "A claim is actual, proposed or possible"),
        (without(KG["negated"]), "A claim is negated or not"),
        (without(KG["evidence"]), "A claim has one sentence as evidence"),
        (without(PROV["wasGeneratedBy"]), "A claim names the extraction that made it"),
        (without(PROV["used"]), "An extraction used one version of an article"),
        (without(SCHEMA["articleBody"]), "An article has one text"),
        (without(OA["exact"]), "A part of a text has one quote"),
        (without(OA["hasSource"]), "A part of a text is of one article"),
        (without(KG["actorType"]), "The mention of an actor says of what type it is"),
        (without(RDF["subject"]), "The subject is the actor"),
        (without(SCHEMA["unitText"]), "A quantity has one unit"),
        (also(NODE, KG["actor"], iri("actor/USA")), "A claim has at most one actor"),
        (also(NODE, KG["confidence"], ox.Literal(0.2)), "A claim has a confidence from 0 to 1"),
        (also(iri("actor/RUS"), RDF["type"], KG["Place"]), "An actor is of class kg:Actor, no place and no resource"),
        (
            also(iri("resource/gas"), RDF["type"], KG["Actor"]),
            "A resource is of class kg:Resource, no place and no actor",
        ),
    ],
)
def test_a_fault_in_the_quads_is_named(spoil: Callable[[Quads], Quads], message: str) -> None:
    quads = sound(CLAIMS[0].but(quantity=Quantity(1.0, "tonne")), *CLAIMS[1:])
    found = findings(spoil(quads))
    assert any(finding.message.startswith(message) for finding in found), found


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"confidence": 1.5}, "A claim has a confidence from 0 to 1"),
        ({"relation": "juggle"}, "A claim has one relation of the ontology"),
        ({"mode": Mode.OFFERED}, "The mode refines the status"),
        ({"mode": Mode.ENDED, "negated": False}, "What has ended or is refused is negated"),
        (
            {"status": Status.PROPOSED, "mode": Mode.REFUSED, "negated": False},
            "What has ended or is refused is negated",
        ),
        ({"quantity": Quantity(1.0, "tonne", "sideways")}, "A change is up or down"),
        ({"place": Place("actor/RUS", "Russia")}, "A place is of class kg:Place, no actor"),
        ({"resource": Resource("actor/UKR", "Ukraine")}, "A resource is of class kg:Resource"),
        (
            {"evidence": replace(CLAIMS[0].evidence, text="It never said so, not in these words at all, no.")},
            "the text has",
        ),
        (
            {"evidence": replace(CLAIMS[0].evidence, predicate=Span(80, 84))},
            "the predicate stands outside the sentence",
        ),
        ({"evidence": Evidence("", 0, 0, Span(0, 0))}, "A quote is not empty"),
    ],
)
def test_a_fault_in_a_claim_is_named_with_its_article(change: dict[str, object], message: str) -> None:
    found = findings(sound(CLAIMS[0].but(**change)))
    assert any(finding.message.startswith(message) for finding in found), found
    assert {finding.article for finding in found} == {"second"}


def test_a_mention_that_is_not_in_the_text_is_found() -> None:
    assert CLAIMS[0].actor is not None
    away = replace(CLAIMS[0].actor, mention=Mention("Russia", 900, 906))
    found = findings(sound(CLAIMS[0].but(actor=away)))
    assert [finding.message for finding in found] == ["the text has '' there"]
    assert found[0].value == "Russia"


def test_an_actor_without_stakeholder_is_found() -> None:
    assert CLAIMS[0].actor is not None
    alone = replace(CLAIMS[0].actor, stakeholder=None)
    found = findings(sound(CLAIMS[0].but(actor=alone)))
    assert [(f.message, f.path) for f in found] == [("An actor has exactly one stakeholder", "kg:stakeholder")]


def test_a_finding_is_one_line() -> None:
    assert str(Finding("a", "claim/1", "Wrong", "kg:mode", "kg:done")) == "a: claim/1: Wrong (kg:mode: kg:done)"
    assert str(Finding("", "claim/1", "Wrong")) == "?: claim/1: Wrong"


def test_a_whole_store_is_checked_with_the_ontology_that_it_holds(tmp_path: Path) -> None:
    with open_store("memory", ontology=ontology(tmp_path / "ontology")) as store:
        for article, claims in WORLD:
            store.add(article, claims)
        assert list(check_store(store)) == []
        node = iri(FIRST[1][0].id)
        spoiled = [q if (q.subject, q.predicate) != (node, KG["mode"]) else replaced(q, KG["done"]) for q in store.quads()]
    write_dump(spoiled, tmp_path / "spoiled.nq")
    import_dump([tmp_path / "spoiled.nq"], tmp_path / "spoiled")
    with open_store(tmp_path / "spoiled", read_only=True) as store:
        found = list(check_store(store))
    assert {(f.article, f.node, f.message) for f in found} == {("first", FIRST[1][0].id, "The mode refines the status")}


def replaced(quad: ox.Quad, value: ox.NamedNode) -> ox.Quad:
    """The quad with another object: nothing that breaks a shape can be stored, but it can be imported."""
    return ox.Quad(quad.subject, quad.predicate, value, quad.graph_name)
