"""The ontology is consistent under OWL 2 RL, with what articles say too; what contradicts it is found."""

from __future__ import annotations

from collections.abc import Iterable

import owlrl
import pyoxigraph as ox
import pytest
import rdflib

from kg.model import Status
from kg.paths import ontology_dir
from kg.rdf import dataset, iri, to_quads
from kg.rdf.terms import KG, OWL, RDF, RDFS
from tests.store.affairs import AFFAIRS

TERMS = [quad for name in ("kg.ttl", "relations.ttl") for quad in ox.parse(path=str(ontology_dir() / name))]
SAID = [quad for article, claims in AFFAIRS[:3] for quad in to_quads(article, claims)]


def closed(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """All that OWL 2 RL infers."""
    graph = rdflib.Graph()
    for subject, predicate, value, _ in dataset(quads).quads():
        graph.add((subject, predicate, value))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return graph


def mistakes(graph: rdflib.Graph) -> list[str]:
    """What the reasoner complains of."""
    return sorted(str(value) for value in graph.objects(None, rdflib.URIRef(f"{owlrl.Namespaces.ERRNS}error")))


@pytest.fixture(scope="module")
def inferred() -> rdflib.Graph:
    return closed([*TERMS, *SAID])


def test_terms_and_what_is_said_with_them_are_consistent(inferred: rdflib.Graph) -> None:
    assert mistakes(inferred) == []
    assert list(inferred.subjects(rdflib.RDF.type, rdflib.OWL.Nothing)) == []


def test_no_claim_becomes_a_fact_and_no_status_another(inferred: rdflib.Graph) -> None:
    """Nothing leads from what is proposed to what is so, and from a claim to its plain triple."""
    told = {(str(q.subject), str(q.predicate), str(q.object)) for q in SAID}
    links = {KG[f"{status}Property"] for status in Status}
    plain = [q.object for q in TERMS if q.predicate in links and isinstance(q.object, ox.NamedNode)]
    assert len(plain) == 75
    for name in plain:
        for subject, value in inferred.subject_objects(rdflib.URIRef(name.value)):
            assert (f"<{subject}>", f"<{name.value}>", f"<{value}>") in told


def test_everything_is_of_the_classes_above_its_own(inferred: rdflib.Graph) -> None:
    claim = rdflib.URIRef(iri(AFFAIRS[0][1][0].id).value)
    assert (claim, rdflib.RDF.type, rdflib.PROV.Entity) in inferred


def test_what_is_said_one_way_is_inferred_the_other_way_and_versions_have_their_article(inferred: rdflib.Graph) -> None:
    (plain,) = (q for q in SAID if q.predicate == KG["supplies"])
    ends = [rdflib.URIRef(term.value) for term in (plain.object, KG["isSuppliedBy"], plain.subject)]  # type: ignore[union-attr]
    assert tuple(ends) in inferred
    special, general = (rdflib.PROV[name] for name in ("specializationOf", "generalizationOf"))
    assert {(b, a) for a, b in inferred.subject_objects(special)} == set(inferred.subject_objects(general))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Claim", "Statement"), ("State", "Place"), ("Company", "Asset"), ("Place", "ResourceKind"), ("Asset", "ResourceKind")],
)
def test_what_cannot_be_both_is_found(one: str, other: str) -> None:
    node = iri("actor/both")
    both = [ox.Quad(node, RDF["type"], KG[kind]) for kind in (one, other)]
    assert any("disjoint" in each.lower() for each in mistakes(closed([*TERMS, *both])))


def test_nothing_in_any_file_is_of_two_disjoint_classes() -> None:
    """Over all files, which are too many for a reasoner in Python: classes by their superclasses, in SPARQL."""
    store = ox.Store()
    for path in ontology_dir().rglob("*.ttl"):
        if path.name != "shapes.ttl":
            store.bulk_load(path=str(path))
    apart = f"""SELECT ?thing ?a ?b {{ ?a {OWL["disjointWith"]} ?b .
      ?thing a/{RDFS["subClassOf"]}* ?a . ?thing a/{RDFS["subClassOf"]}* ?b }}"""
    found = store.query(apart)
    assert isinstance(found, ox.QuerySolutions)
    assert [str(row["thing"]) for row in found] == []


def test_the_ontology_names_itself_and_its_version() -> None:
    about = ox.NamedNode("https://w3id.org/newsgraph/ontology")
    told = {q.predicate: q.object for q in TERMS if q.subject == about}
    assert told[RDF["type"]] == OWL["Ontology"]
    version = told[OWL["versionInfo"]]
    assert isinstance(version, ox.Literal)
    assert told[OWL["versionIRI"]] == ox.NamedNode(f"{about.value}/{version.value}")
