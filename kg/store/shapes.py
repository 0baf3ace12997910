"""The ontology's SHACL shapes, checked on an article's quads before they are stored.

pySHACL, with which ``kg validate`` checks a store, takes longer for one article than everything else that is done with it. So
what our shapes use of SHACL Core (W3C, 2017, section 4) is interpreted here; a test holds the two to the same verdicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
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
Look = Callable[[Term, ox.NamedNode], list[Term]]
"""The values of a property of a node, in the article or in the ontology."""
Test = Callable[[Term, list[Term], Look], bool]
"""Do the values, reached from the node, hold what a constraint asks?"""
_TOLD = frozenset({RDF["type"], SKOS["prefLabel"], KG["status"]})


@dataclass(frozen=True, slots=True)
class _Part:
    """A shape made ready: its message, its tests, and the parts that it asks of what a path leads to."""

    name: str
    message: str
    tests: tuple[Test, ...]
    inner: tuple[tuple[tuple[ox.NamedNode, ...], _Part], ...]

    def holds(self, node: Term, values: list[Term], look: Look) -> bool:
        """Do ``values``, reached from ``node``, break nothing? Most do not, and this is quicker than :meth:`broken`."""
        for test in self.tests:
            if not test(node, values, look):
                return False
        for path, part in self.inner:  # noqa: SIM110 (a generator for each node is slow)
            if not part.holds(node, _reached(values, path, look), look):
                return False
        return True

    def broken(self, node: Term, values: list[Term], look: Look) -> Iterator[str]:
        """The messages of the constraints that ``values``, reached from ``node``, break."""
        for test in self.tests:
            if not test(node, values, look):
                yield self.message or f"breaks {self.name}"
                break
        for path, part in self.inner:
            for message in part.broken(node, _reached(values, path, look), look):
                yield self.message or message if message.startswith("breaks ") else message


def _reached(values: list[Term], path: tuple[ox.NamedNode, ...], look: Look) -> list[Term]:
    """What a path leads to from some values; each once, as a path of several steps may lead to it twice."""
    if len(path) == 1 and len(values) == 1:
        return look(values[0], path[0])
    for predicate in path:
        values = [value for here in values for value in look(here, predicate)]
    return list(dict.fromkeys(values)) if len(path) > 1 else values


@dataclass(frozen=True)
class Shapes:
    """Shapes made ready, by the classes and the properties whose members and objects they are for."""

    of_class: Mapping[Term, tuple[_Part, ...]]
    of_object: Mapping[Term, tuple[_Part, ...]]
    ontology: Graph

    def faults(self, quads: Iterable[ox.Quad]) -> Iterator[str]:
        """What is wrong with an article's quads, a line each: the node, and the shape's own message."""
        data = _indexed(quads)
        ontology, nothing = self.ontology, dict[ox.NamedNode, list[Term]]()

        at: Term | None = None
        here: Mapping[ox.NamedNode, list[Term]] = nothing
        there: Mapping[ox.NamedNode, list[Term]] = nothing

        def look(node: Term, predicate: ox.NamedNode) -> list[Term]:
            nonlocal at, here, there
            if node is not at:  # many properties of one node are asked for in a row
                at, here, there = node, data.get(node, nothing), ontology.get(node, nothing)
            own, known = here.get(predicate), there.get(predicate) if there else None
            return own + known if own and known else own or known or []

        todo: dict[tuple[str, Term], _Part] = {}
        for subject, properties in data.items():
            for predicate, values in properties.items():
                if predicate == RDF["type"]:
                    todo.update(((part.name, subject), part) for kind in values for part in self.of_class.get(kind, ()))
                elif predicate in self.of_object:
                    todo.update(((part.name, value), part) for part in self.of_object[predicate] for value in values)
        broken = [(node, part) for (_, node), part in todo.items() if not part.holds(node, [node], look)]
        yield from dict.fromkeys(f"{_name(node)}: {told}" for node, part in broken for told in part.broken(node, [node], look))


class _Maker:
    """Makes shapes ready: what a constraint compares with is looked up once, not for each claim."""

    def __init__(self, graph: Graph, below: Mapping[Term, frozenset[Term]]) -> None:
        self.graph, self.below = graph, below

    def part(self, shape: Term) -> _Part:
        """A node shape or a property shape."""
        parts = self.graph.get(shape, {})
        told = next((m.value for m in parts.get(SH["message"], ()) if isinstance(m, ox.Literal)), "")
        inner = tuple((self._path(self.graph[i][SH["path"]][0]), self.part(i)) for i in parts.get(SH["property"], ()))
        return _Part(_name(shape), told, tuple(self._tests(parts)), inner)

    def _path(self, path: Term) -> tuple[ox.NamedNode, ...]:
        return tuple(map(_iri, self.listed(path) or [path]))

    def listed(self, node: Term) -> list[Term]:
        """The members of an RDF list."""
        found = []
        while (parts := self.graph.get(node, {})) and RDF["first"] in parts:
            found.append(parts[RDF["first"]][0])
            node = parts[RDF["rest"]][0]
        return found

    def _tests(self, parts: Mapping[ox.NamedNode, list[Term]]) -> Iterator[Test]:
        for name, make in _CONSTRAINTS.items():
            yield from (make(self, term) for term in parts.get(SH[name], ()))


def _each(sound: Callable[[Term], bool]) -> Test:
    """A test of every value by itself. A loop: there are many claims, and a generator for each of them is slow."""

    def holds(_node: Term, values: list[Term], _look: Look) -> bool:
        for value in values:  # noqa: SIM110
            if not sound(value):
                return False
        return True

    return holds


# --- The constraints of SHACL Core that our shapes use, by the name of their parameter (sections 4.1 to 4.8)


def _min_count(_: _Maker, term: Term) -> Test:
    least = _number(term)
    return lambda node, values, look: len(values) >= least


def _max_count(_: _Maker, term: Term) -> Test:
    most = _number(term)
    return lambda node, values, look: len(values) <= most


def _has_value(_: _Maker, term: Term) -> Test:
    return lambda node, values, look: term in values


def _equals(_: _Maker, term: Term) -> Test:
    other = _iri(term)
    return lambda node, values, look: set(values) == set(look(node, other))


def _in(maker: _Maker, term: Term) -> Test:
    some = frozenset(maker.listed(term))
    return _each(lambda value: value in some)


def _class(maker: _Maker, term: Term) -> Test:
    kinds, of_type = maker.below.get(term, frozenset([term])), RDF["type"]
    return lambda node, values, look: all(not kinds.isdisjoint(look(v, of_type)) for v in values)


def _not(maker: _Maker, term: Term) -> Test:
    part = maker.part(term)
    return lambda node, values, look: not any(part.holds(v, [v], look) for v in values)


def _or(maker: _Maker, term: Term) -> Test:
    parts = tuple(map(maker.part, maker.listed(term)))
    return lambda node, values, look: all(any(p.holds(v, [v], look) for p in parts) for v in values)


def _node_kind(_: _Maker, term: Term) -> Test:
    if term != SH["Literal"]:
        raise VocabularyError(f"sh:nodeKind {term} is not checked when claims are stored; do without it")
    return _each(lambda value: isinstance(value, ox.Literal))


def _datatype(_: _Maker, term: Term) -> Test:
    return _each(lambda value: isinstance(value, ox.Literal) and value.datatype == term)


def _min_length(_: _Maker, term: Term) -> Test:
    least = _number(term)
    return _each(lambda value: isinstance(value, ox.Literal) and len(value.value) >= least)


def _min_inclusive(_: _Maker, term: Term) -> Test:
    least = _number(term)
    return _each(lambda value: _number(value) >= least)


def _max_inclusive(_: _Maker, term: Term) -> Test:
    most = _number(term)
    return _each(lambda value: _number(value) <= most)


def _less_than(_: _Maker, term: Term) -> Test:
    other = _iri(term)
    return lambda node, values, look: all(_number(v) < _number(o) for v in values for o in look(node, other))


_CONSTRAINTS: Mapping[str, Callable[[_Maker, Term], Test]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "hasValue": _has_value,
    "equals": _equals,
    "in": _in,
    "class": _class,
    "not": _not,
    "or": _or,
    "nodeKind": _node_kind,
    "datatype": _datatype,
    "minLength": _min_length,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
    "lessThan": _less_than,
}
_ELSE = frozenset({"path", "targetClass", "targetObjectsOf", "property", "message"})


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
    of_class, of_object = _read(folder, (folder / "shapes.ttl").stat().st_mtime_ns)
    return Shapes(of_class, of_object, _indexed(q for q in described if q.predicate in _TOLD))


Parts = Mapping[Term, tuple[_Part, ...]]


@lru_cache(maxsize=4)
def _read(folder: Path, _changed: int) -> tuple[Parts, Parts]:
    """The parts by target class (and the classes below it), and by target property."""
    try:
        shapes = _indexed(ox.parse(path=str(folder / "shapes.ttl"), format=ox.RdfFormat.TURTLE))
        schema = [q for name in ("kg.ttl", "relations.ttl") for q in ox.parse(path=str(folder / name), format=ox.RdfFormat.TURTLE)]
    except (OSError, SyntaxError) as error:
        raise VocabularyError(f"{folder}: {error}; mend or restore the shapes") from error
    used = {p.value.removeprefix(SH.iri) for parts in shapes.values() for p in parts if p.value.startswith(SH.iri)}
    used -= _ELSE | _CONSTRAINTS.keys()
    if used:
        raise VocabularyError(f"{folder / 'shapes.ttl'}: sh:{min(used)} is not checked when claims are stored; do without it")
    below = _below(schema)
    maker = _Maker(shapes, below)
    of_class: dict[Term, tuple[_Part, ...]] = defaultdict(tuple)
    of_object: dict[Term, tuple[_Part, ...]] = defaultdict(tuple)
    for shape, parts in shapes.items():
        for kind in parts.get(SH["targetClass"], ()):
            for one in below.get(kind, frozenset([kind])):
                of_class[one] += (maker.part(shape),)
        for predicate in parts.get(SH["targetObjectsOf"], ()):
            of_object[predicate] += (maker.part(shape),)
    return dict(of_class), dict(of_object)


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
