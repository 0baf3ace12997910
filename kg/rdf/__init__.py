"""Claim ↔ quads: the only place that knows a claim's shape in RDF.

    article graph   article, version, extraction (PROV-O), claims, mentions, parts of the text (Web Annotation)
    voice graphs    plain triples: one graph for what the article says itself, one for each source that it quotes

A claim has ``kg:actor``, ``kg:resource``, … for the entities and ``kg:actorMention``, … for how the article words them.
"""

from kg.rdf.context import context_text, json_ld
from kg.rdf.dump import write_dump
from kg.rdf.files import RDF_FORMATS, serialise
from kg.rdf.interchange import dataset, from_dataset
from kg.rdf.read import articles_from_quads, from_quads
from kg.rdf.terms import BASE, ONTOLOGY_GRAPH, PREFIXES, article_graph, article_iri, identifier, iri
from kg.rdf.write import ROLES, Software, to_quads

__all__ = [
    "BASE",
    "ONTOLOGY_GRAPH",
    "PREFIXES",
    "RDF_FORMATS",
    "ROLES",
    "Software",
    "article_graph",
    "article_iri",
    "articles_from_quads",
    "context_text",
    "dataset",
    "from_dataset",
    "from_quads",
    "identifier",
    "iri",
    "json_ld",
    "serialise",
    "to_quads",
    "write_dump",
]
