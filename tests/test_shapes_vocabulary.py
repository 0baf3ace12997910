"""Every class has a shape, and the vocabulary keeps to those of its own classes."""

from __future__ import annotations

import pyshacl
import rdflib

from kg.paths import ontology_dir

KG = rdflib.Namespace("https://w3id.org/newsgraph/ontology#")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SHAPES = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
SCHEMA = rdflib.Graph().parse(ontology_dir() / "kg.ttl")
NOT_STORED = {KG.Statement}
BY_ROLE = {KG.Actor, KG.Place, KG.Resource}
"""Whatever fills a role is checked as such."""
MANY = {"shapes.ttl", "actors.ttl", "leaders.ttl", "people.ttl", "places.ttl", "states.ttl"}
"""These hold actors and places alone."""


def test_every_class_has_a_shape() -> None:
    targets = set(SHAPES.objects(None, SH.targetClass))
    for name in SCHEMA.subjects(rdflib.RDF.type, rdflib.OWL.Class):
        above = set(SCHEMA.transitive_objects(name, rdflib.RDFS.subClassOf))
        assert above & (targets | BY_ROLE) or name in NOT_STORED, name


def test_the_vocabulary_keeps_to_the_shapes() -> None:
    data = rdflib.Graph()
    for path in ontology_dir().rglob("*.ttl"):
        if path.name not in MANY:
            data.parse(path)
    conforms, _, text = pyshacl.validate(data, shacl_graph=SHAPES, inference="none")
    assert conforms, text[:2000]


def test_a_cue_without_relation_and_a_relation_without_words_are_found() -> None:
    data = rdflib.Graph().parse(ontology_dir() / "relations.ttl").parse(ontology_dir() / "cues" / "threaten.en.ttl")
    cue = next(data.subjects(rdflib.RDF.type, KG.Cue))
    data.remove((cue, KG.evokes, None))
    relation = next(data.subjects(rdflib.RDF.type, KG.Relation))
    data.remove((relation, KG.wordsDenied, None))
    _, _, text = pyshacl.validate(data, shacl_graph=SHAPES, inference="none")
    assert "A cue evokes one relation" in text
    assert "A relation has words for people where it is denied" in text
