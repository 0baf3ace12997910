"""Quads ↔ rdflib, for programs that speak rdflib; queries belong to the store, which is far quicker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import FormatError
from kg.rdf.terms import PREFIXES, XSD

if TYPE_CHECKING:  # rdflib takes a third of a second to import: only those who ask for it wait
    import rdflib
    from rdflib.term import BNode, Node, URIRef


def dataset(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """The quads as an rdflib dataset, with our prefixes bound.

    Raises:
        FormatError: a quad holds a triple term (RDF 1.2), which rdflib does not know.
    """
    import rdflib

    found = rdflib.Dataset()
    for prefix, name in PREFIXES.items():
        found.bind(prefix, name)
    graphs: dict[object, rdflib.Graph] = {ox.DefaultGraph(): found.default_graph}
    for quad in quads:
        graph = graphs.get(quad.graph_name)
        if graph is None:
            graph = graphs[quad.graph_name] = found.graph(_to_rdflib(quad.graph_name))
        graph.add((_to_rdflib(quad.subject), _to_rdflib(quad.predicate), _to_rdflib(quad.object)))
    return found


def from_dataset(found: rdflib.Dataset) -> Iterator[ox.Quad]:
    """The quads of an rdflib dataset."""
    for subject, predicate, value, name in found.quads():
        default = name is None or name == found.default_graph.identifier
        graph = ox.DefaultGraph() if default else _resource(name)
        yield ox.Quad(_resource(subject), ox.NamedNode(str(predicate)), _term(value), graph)


def _to_rdflib(term: object) -> URIRef | BNode | rdflib.Literal:
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        plain = term.language or term.datatype == XSD["string"]
        datatype = None if plain else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    raise FormatError(f"{term}: rdflib has no triple terms; leave them out")


def _resource(term: object) -> ox.NamedNode | ox.BlankNode:
    import rdflib

    return ox.BlankNode(str(term)) if isinstance(term, rdflib.BNode) else ox.NamedNode(str(term))


def _term(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    import rdflib

    if not isinstance(term, rdflib.Literal):
        return _resource(term)
    if term.language:
        return ox.Literal(str(term), language=term.language)
    datatype = ox.NamedNode(str(term.datatype)) if term.datatype else XSD["string"]
    return ox.Literal(str(term), datatype=datatype)
