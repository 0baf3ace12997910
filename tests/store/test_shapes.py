"""What is checked before a claim is stored: the shapes' own messages, and the same verdict as pySHACL."""

from pathlib import Path

import pytest
import rdflib
from hypothesis import HealthCheck, event, given, settings

from kg.check import _by_shapes
from kg.errors import StoreError, VocabularyError
from kg.model import Actor, ActorType, Article, Claim, Mode, Status
from kg.paths import ontology_dir
from kg.rdf import dataset, to_quads
from kg.store import Store
from kg.store.ontology import ontology_quads
from kg.store.prepare import Preparation
from kg.store.shapes import load_shapes
from tests.store.edits import edited, faulty_edits, sound_edits
from tests.store.world import FIRST


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"confidence": 1.5}, "A claim has a confidence from 0 to 1"),
        ({"mode": Mode.DONE}, "The mode refines the status"),
        ({"status": Status.PROPOSED, "mode": Mode.REFUSED, "negated": False}, "What has ended or is refused is negated"),
        ({"relation": "befriend"}, "A claim has one relation of the ontology"),
        ({"actor": Actor("actor/x", "X", ActorType.PERSON)}, "An actor has exactly one stakeholder"),
    ],
)
def test_a_claim_that_breaks_a_shape_is_refused_with_its_message(empty: Store, change: dict[str, object], message: str) -> None:
    article, claims = FIRST
    before = set(empty.quads())
    with pytest.raises(StoreError, match=f"article first: .*{message}.*nothing of this article was stored"):
        empty.add(article, [claims[0].but(**change), *claims[1:]])
    assert set(empty.quads()) == before
    assert empty.add(article, claims)


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(edited(faulty_edits()))
def test_the_verdict_is_that_of_pyshacl(words: Path, said: tuple[Article, list[Claim]]) -> None:
    article, claims = said
    quads = list(to_quads(article, claims, known=Preparation.of(words).known))
    ours = list(Preparation.of(words).shapes.faults(quads))
    graph = dataset([*quads, *ontology_quads(words)])
    union = graph.graph("urn:all")
    for subject, predicate, value, _ in list(graph.quads()):
        union.add((subject, predicate, value))
    theirs = list(_by_shapes(union, _shapes()))
    event(f"{'broken' if ours else 'sound'}")
    assert {line.split(": ", 1)[1] for line in ours} == {finding.message for finding in theirs}


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(edited(sound_edits()))
def test_sound_claims_are_sound_whatever_their_names(words: Path, said: tuple[Article, list[Claim]]) -> None:
    quads = list(to_quads(*said, known=Preparation.of(words).known))
    assert list(Preparation.of(words).shapes.faults(quads)) == []


def test_a_shape_that_uses_what_is_not_interpreted_is_refused(tmp_path: Path) -> None:
    for name in ("kg.ttl", "relations.ttl"):
        (tmp_path / name).write_bytes((ontology_dir() / name).read_bytes())
    (tmp_path / "shapes.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:closed true .", encoding="utf-8"
    )
    with pytest.raises(VocabularyError, match="sh:closed is not checked when claims are stored"):
        load_shapes(tmp_path, [])


def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
