"""The ontology's SHACL shapes, checked on an article's quads before they are stored.

pySHACL, with which ``kg validate`` checks a store, takes longer for one article than everything else that is done with it. So
what our shapes use of SHACL Core (W3C, 2017, section 4) is interpreted here; a test holds the two to the same verdicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.rdf import identifier
from kg.rdf.terms import KG, OWL, RDF, RDFS, SKOS, Namespace

SH = Namespace("http://www.w3.org/ns/shacl#")
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Graph = Mapping[Term, Mapping[ox.NamedNode, list[Term]]]
_TOLD = frozenset({RDF["type"], SKOS["prefLabel"], KG["status"]})
_KNOWN = frozenset({
    "path", "targetClass", "targetObjectsOf", "property", "message", "minCount", "maxCount", "datatype", "class", "in", "nodeKind",
    "minInclusive", "maxInclusive", "minLength", "equals", "lessThan", "hasValue", "not", "or",
})  # fmt: skip


@dataclass(frozen=True)
class Shapes:
    """Shapes as a graph, the classes below each class, and the ontology, which describes what an article need not."""

    graph: Graph
    below: Mapping[Term, frozenset[Term]]
    ontology: Graph

    def faults(self, quads: Iterable[ox.Quad]) -> Iterator[str]:
        """What is wrong with an article's quads, a line each: the node, and the shape's own message."""
        data = _indexed(quads)
        members: dict[Term, list[Term]] = defaultdict(list)
        objects: dict[Term, list[Term]] = defaultdict(list)
        for subject, properties in data.items():
            for predicate, values in properties.items():
                if predicate == RDF["type"]:
                    for kind in values:
                        members[kind].append(subject)
                else:
                    objects[predicate].extend(values)
        seen: set[str] = set()
        for shape, parts in self.graph.items():
            targets = [n for kind in parts.get(SH["targetClass"], ()) for c in self.below.get(kind, {kind}) for n in members[c]]
            targets += [n for predicate in parts.get(SH["targetObjectsOf"], ()) for n in objects[predicate]]
            for node in dict.fromkeys(targets):
                for message in self._broken(shape, node, [node], data):
                    line = f"{_name(node)}: {message}"
                    if line not in seen:
                        seen.add(line)
                        yield line

    def _broken(self, shape: Term, node: Term, values: list[Term], data: Graph) -> Iterator[str]:
        """The messages of a shape's constraints that ``values``, reached from ``node``, break."""
        parts = self.graph.get(shape, {})
        told = next((str(m.value) for m in parts.get(SH["message"], ()) if isinstance(m, ox.Literal)), "")
        if not self._holds(parts, node, values, data):
            yield told or f"breaks {_name(shape)}"
        for inner in parts.get(SH["property"], ()):
            reached = self._reached(self.graph[inner][SH["path"]][0], values, data)
            for broken in self._broken(inner, node, reached, data):
                yield told or broken if broken.startswith("breaks ") else broken

    def _reached(self, path: Term, nodes: list[Term], data: Graph) -> list[Term]:
        for predicate in self._listed(path) or [path]:
            assert isinstance(predicate, ox.NamedNode)
            nodes = [value for node in nodes for value in self._values(node, predicate, data)]
        return list(dict.fromkeys(nodes))

    def _values(self, node: Term, predicate: ox.NamedNode, data: Graph) -> Iterator[Term]:
        yield from data.get(node, {}).get(predicate, ())
        yield from self.ontology.get(node, {}).get(predicate, ())

    def _listed(self, node: Term) -> list[Term]:
        found = []
        while (parts := self.graph.get(node, {})) and RDF["first"] in parts:
            found.append(parts[RDF["first"]][0])
            node = parts[RDF["rest"]][0]
        return found

    def _holds(self, parts: Mapping[ox.NamedNode, list[Term]], node: Term, values: list[Term], data: Graph) -> bool:
        def of(name: str) -> list[Term]:
            return parts.get(SH[name], [])

        if any(len(values) < _number(n) for n in of("minCount")) or any(len(values) > _number(n) for n in of("maxCount")):
            return False
        if any(value not in values for value in of("hasValue")):
            return False
        if any(set(values) != set(data.get(node, {}).get(_iri(p), ())) for p in of("equals")):
            return False
        if any(v not in self._listed(choice) for choice in of("in") for v in values):
            return False
        if any(not self._is_a(v, kind, data) for kind in of("class") for v in values):
            return False
        if any(not _measures(parts, value, data.get(node, {})) for value in values):
            return False
        if any(self._conforms(inner, v, data) for inner in of("not") for v in values):
            return False
        return all(any(self._conforms(inner, v, data) for inner in self._listed(choice)) for choice in of("or") for v in values)

    def _conforms(self, shape: Term, node: Term, data: Graph) -> bool:
        return not any(self._broken(shape, node, [node], data))

    def _is_a(self, value: Term, kind: Term, data: Graph) -> bool:
        classes = self.below.get(kind, frozenset([kind]))
        return any(c in classes for c in self._values(value, RDF["type"], data))


def _measures(parts: Mapping[ox.NamedNode, list[Term]], value: Term, beside: Mapping[ox.NamedNode, list[Term]]) -> bool:
    """Is a literal of the datatype, within the bounds, long enough, and less than what it should be less than?"""

    def of(name: str) -> list[Term]:
        return parts.get(SH[name], [])

    literal = isinstance(value, ox.Literal)
    if any(kind == SH["Literal"] and not literal for kind in of("nodeKind")):
        return False
    if any(not isinstance(value, ox.Literal) or value.datatype != kind for kind in of("datatype")):
        return False
    if any(not isinstance(value, ox.Literal) or len(value.value) < _number(n) for n in of("minLength")):
        return False
    if any(not _number(value) >= _number(n) for n in of("minInclusive")):
        return False
    if any(not _number(value) <= _number(n) for n in of("maxInclusive")):
        return False
    return all(_number(value) < _number(other) for p in of("lessThan") for other in beside.get(_iri(p), ()))


def _number(term: Term) -> float:
    try:
        return float(term.value) if isinstance(term, ox.Literal) else float("nan")
    except ValueError:
        return float("nan")


def _iri(term: Term) -> ox.NamedNode:
    assert isinstance(term, ox.NamedNode)
    return term


def _name(node: Term) -> str:
    return identifier(node) if isinstance(node, ox.NamedNode) else str(node)


def _indexed(quads: Iterable[ox.Quad]) -> dict[Term, dict[ox.NamedNode, list[Term]]]:
    found: dict[Term, dict[ox.NamedNode, list[Term]]] = {}
    for quad in quads:
        found.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
    return found


def load_shapes(folder: Path, described: Iterable[ox.Quad]) -> Shapes:
    """The shapes of an ontology's folder; ``described``: what the ontology says of the things that articles tell of.

    Raises:
        VocabularyError: the shapes cannot be read, or use what is not interpreted here.
    """
    graph, below = _read(folder, (folder / "shapes.ttl").stat().st_mtime_ns)
    return Shapes(graph, below, _indexed(q for q in described if q.predicate in _TOLD))


@lru_cache(maxsize=4)
def _read(folder: Path, _changed: int) -> tuple[Graph, Mapping[Term, frozenset[Term]]]:
    try:
        shapes = _indexed(ox.parse(path=str(folder / "shapes.ttl"), format=ox.RdfFormat.TURTLE))
        schema = [q for name in ("kg.ttl", "relations.ttl") for q in ox.parse(path=str(folder / name), format=ox.RdfFormat.TURTLE)]
    except (OSError, SyntaxError) as error:
        raise VocabularyError(f"{folder}: {error}; mend or restore the shapes") from error
    used = {p.value.removeprefix(SH.iri) for parts in shapes.values() for p in parts if p.value.startswith(SH.iri)}
    if used - _KNOWN:
        raise VocabularyError(
            f"{folder / 'shapes.ttl'}: sh:{min(used - _KNOWN)} is not checked when claims are stored; do without it"
        )
    return shapes, _below(schema)


def _below(schema: Iterable[ox.Quad]) -> Mapping[Term, frozenset[Term]]:
    """Each class with all classes below it."""
    parents: dict[Term, set[Term]] = defaultdict(set)
    for quad in schema:
        if quad.predicate == RDFS["subClassOf"]:
            parents[quad.subject].add(quad.object)
        elif quad.predicate == RDF["type"] and quad.object == OWL["Class"]:
            parents[quad.subject] |= set()
    found: dict[Term, set[Term]] = defaultdict(set)
    for kind in list(parents):
        ring, above = [kind], set[Term]()
        while ring:
            one = ring.pop()
            if one not in above:
                above.add(one)
                ring.extend(parents.get(one, ()))
        for one in above:
            found[one].add(kind)
    return {kind: frozenset(members) for kind, members in found.items()}
