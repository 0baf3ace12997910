"""ontology/kg.ttl: every term that is used is declared and explained, and the closed sets are those of the model."""

from itertools import combinations
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from kg.model import ActorType, Basis, Mode, Status
from kg.paths import ontology_dir
from kg.rdf import to_quads
from kg.rdf.terms import KG, OWL, RDF, RDFS, SCHEMA, SKOS
from tests.store.world import WORLD
from tests.strategies import articles_with_claims

FILES = sorted(path for path in ontology_dir().rglob("*.ttl") if path.name != "shapes.ttl")
SCHEMA_QUADS = list(ox.parse(path=str(ontology_dir() / "kg.ttl")))
ALL = {path.name: list(ox.parse(path=str(path))) for path in FILES}
DECLARED = {q.subject.value for quads in (ALL["kg.ttl"], ALL["relations.ttl"]) for q in quads if q.predicate == RDF["type"]}


def subjects(kind: ox.NamedNode) -> set[str]:
    return {str(q.subject.value) for q in SCHEMA_QUADS if q.predicate == RDF["type"] and q.object == kind}


def local(kind: str) -> set[str]:
    return {name.removeprefix(KG.iri) for name in subjects(KG[kind])}


def ours(quads: list[ox.Quad]) -> set[str]:
    terms = {term.value for quad in quads for term in (quad.predicate, quad.object) if isinstance(term, ox.NamedNode)}
    return {term for term in terms if term.startswith(KG.iri)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_uses_only_declared_terms(path: Path) -> None:
    assert ours(ALL[path.name]) <= DECLARED


@settings(max_examples=10, suppress_health_check=list(HealthCheck), deadline=None)
@given(articles_with_claims())
def test_claims_use_only_declared_terms(said) -> None:  # type: ignore[no-untyped-def]
    assert ours(list(to_quads(*said))) <= DECLARED
    assert ours([quad for article, claims in WORLD for quad in to_quads(article, claims)]) <= DECLARED


def test_status_and_mode_are_those_of_the_model() -> None:
    assert local("Status") == set(Status)
    assert local("Mode") == set(Mode)
    refined = {
        q.subject.value.removeprefix(KG.iri): q.object.value.removeprefix(KG.iri)
        for q in SCHEMA_QUADS
        if q.predicate == KG["status"]
    }
    assert refined == {mode.value: mode.status.value for mode in Mode}


def test_types_of_actors_are_subclasses_and_bases_are_properties() -> None:
    under = {q.subject.value for q in SCHEMA_QUADS if q.predicate == RDFS["subClassOf"] and q.object == KG["Actor"]}
    assert under == {KG[kind].value for kind in ActorType}
    assert {KG[basis].value for basis in Basis} <= subjects(OWL["ObjectProperty"])


def test_every_term_has_one_label_and_one_definition() -> None:
    for key in (RDFS["label"], SKOS["definition"]):
        for term in subjects(OWL["Class"]) | subjects(OWL["ObjectProperty"]) | subjects(OWL["DatatypeProperty"]):
            found = [q.object for q in SCHEMA_QUADS if q.subject == ox.NamedNode(term) and q.predicate == key]
            assert len(found) == 1, (term, key)


def test_every_property_of_a_claim_says_where_it_belongs() -> None:
    properties = subjects(OWL["ObjectProperty"]) | subjects(OWL["DatatypeProperty"]) | subjects(OWL["AnnotationProperty"])
    for key in (SCHEMA["domainIncludes"], SCHEMA["rangeIncludes"]):
        told = {q.subject.value for q in SCHEMA_QUADS if q.predicate == key}
        assert properties <= told


def test_every_property_of_plain_triples_is_explained_and_says_where_it_belongs() -> None:
    told = ALL["relations.ttl"]
    properties = {q.subject for q in told if q.predicate == RDF["type"] and q.object == OWL["ObjectProperty"]}
    assert len(properties) > 75
    for key in (RDFS["label"], SKOS["definition"], SCHEMA["domainIncludes"], SCHEMA["rangeIncludes"]):
        assert properties == {q.subject for q in told if q.predicate == key and q.subject in properties}, key


def test_what_holds_one_way_has_an_inverse_that_is_called_as_the_relation_says() -> None:
    """A symmetric relation is its own inverse: for it, and for what is proposed or possible, none is named."""
    said = {(q.subject, q.predicate): q.object for q in ALL["relations.ttl"]}
    inverse = {q.object: q.subject for q in ALL["relations.ttl"] if q.predicate == OWL["inverseOf"]}
    one_way = {s for (s, p), o in said.items() if p == KG["symmetric"] and o == ox.Literal(False)}
    assert inverse.keys() == {said[relation, KG["actualProperty"]] for relation in one_way}
    for relation in one_way:
        assert said[inverse[said[relation, KG["actualProperty"]]], RDFS["label"]] == said[relation, KG["inverseLabel"]]


def test_no_term_is_of_two_kinds() -> None:
    kinds: dict[str, set[str]] = {}
    for quads in (ALL["kg.ttl"], ALL["relations.ttl"]):
        for q in quads:
            if q.predicate == RDF["type"]:
                kinds.setdefault(str(q.subject.value), set()).add(str(q.object))
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_what_is_said_and_what_it_is_about_are_disjoint() -> None:
    apart = {frozenset((str(q.subject), str(q.object))) for q in SCHEMA_QUADS if q.predicate == OWL["disjointWith"]}
    named = ("Article", "Claim", "Statement", "Content", "Voice", "Quantity", "Extraction", "Mention", "Actor", "Place", "Resource")
    for pair in combinations((*named, "Relation"), 2):
        assert frozenset(str(KG[name]) for name in pair) in apart
