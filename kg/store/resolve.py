"""From what a user types (an id, a code, a name, a day, a number) to the terms that a query is asked with."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NoReturn

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model import Mode, Status
from kg.rdf import ONTOLOGY_GRAPH, iri
from kg.rdf.terms import BASE, KG, RDFS, SKOS, XSD

Terms = list[ox.NamedNode | ox.Literal]
Ask = Callable[[str], Iterable[ox.QuerySolution]]
"""Answers a query, over the union of all graphs."""

KINDS = {
    "actor": "actor",
    "claim": "claim",
    "country": "actor",
    "max_confidence": "number",
    "min_confidence": "number",
    "min_outlets": "number",
    "mode": "mode",
    "other": "actor",
    "place": "place",
    "proposer": "actor",
    "relation": "relation",
    "resource": "resource",
    "since": "date",
    "source": "actor",
    "stakeholder": "actor",
    "status": "status",
    "target": "actor",
    "until": "date",
}
"""By the name of a parameter: what its value is looked up as; any other parameter is taken as it stands."""

_CLOSED: Mapping[str, type[Status] | type[Mode]] = {"mode": Mode, "status": Status}

_NAMES = (
    (SKOS["prefLabel"], KG["code"]),
    (SKOS["altLabel"], KG["activityLabel"]),
    (KG["demonym"], KG["metonym"]),
)
"""The properties by which the ontology names things, the surest first."""

_STANDS = "SELECT * { { SELECT ?p { ?node ?p ?o } LIMIT 1 } UNION { SELECT ?p { ?s ?p ?node } LIMIT 1 } }"
_LABELS = "SELECT DISTINCT ?label {{ GRAPH {graph} {{ ?thing skos:prefLabel ?label }} FILTER(STRSTARTS(STR(?thing), {base})) }}"
_SPELT_SO = """
SELECT DISTINCT ?thing WHERE {
  GRAPH ?graph { { ?thing ?property ?plain } UNION { ?thing ?property ?english } }
  FILTER(?property IN (?properties) && STRSTARTS(STR(?thing), ?base))
} ORDER BY ?thing"""
"""Quick, for the names are constants; the other has to read every name."""
_BY_NAME = """
SELECT DISTINCT ?thing WHERE {
  GRAPH ?graph { ?thing ?property ?name } FILTER(LCASE(STR(?name)) = ?wanted && STRSTARTS(STR(?thing), ?base))
} ORDER BY ?thing"""


def terms_for(ask: Ask, name: str, value: object) -> Terms:
    """The terms that parameter ``name`` stands for, given ``value``: several where a name is shared.

    Raises:
        QueryError: nothing in the store or the ontology goes by that id or name; it is no day, no number, no status.
    """
    kind = KINDS.get(name)
    if isinstance(value, ox.NamedNode | ox.Literal):
        return [value]
    if kind == "date":
        return [_day(name, value)]
    if kind == "number":
        return [_number(name, value)]
    if kind is not None and kind in _CLOSED:
        return [_member(kind, value)]
    if kind is None or not isinstance(value, str):
        return [_literal(name, value)]
    return _things(ask, kind, value.strip())


def _day(name: str, value: object) -> ox.Literal:
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise QueryError(f"{name} is {value!r}; it should be a day such as 2025-02-25") from None
    return ox.Literal(day.isoformat(), datatype=XSD["date"])


def _number(name: str, value: object) -> ox.Literal:
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise QueryError(f"{name} is {value!r}; it should be a number such as 0.5")
    return ox.Literal(f"{number:f}", datatype=XSD["decimal"])


def _member(kind: str, value: object) -> ox.NamedNode:
    members = _CLOSED[kind]
    try:
        return KG[members(str(value).strip().lower()).value]
    except ValueError:
        raise QueryError(f"no {kind} {value!r}; it is one of {', '.join(members)}") from None


def _literal(name: str, value: object) -> ox.Literal:
    if isinstance(value, str | int | float):
        try:
            return ox.Literal(value)
        except ValueError:
            raise QueryError(f"{name}: half of a surrogate pair stands alone; write the whole character") from None
    raise QueryError(f"{name} is of type {type(value).__name__}; it should be a string or a number")


def _things(ask: Ask, kind: str, value: str) -> Terms:
    try:
        value.encode()
    except UnicodeEncodeError:
        _unknown(ask, kind, ascii(value))
    if value.startswith(BASE):
        node = _node(value)
        return [node] if node is not None and stands(ask, node) else _unknown(ask, kind, value)
    node = iri(value if value.startswith(f"{kind}/") else f"{kind}/{value}")
    if stands(ask, node):
        return [node]
    for properties in _NAMES:
        found = _named(ask, kind, value, properties, ONTOLOGY_GRAPH)
        if found:
            return found
    return _named(ask, kind, value, (RDFS["label"],), None) or _unknown(ask, kind, value)


def _node(value: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(value)
    except ValueError:
        return None


def stands(ask: Ask, node: ox.NamedNode) -> bool:
    """Is anything said of ``node``, or with it?"""
    return any(True for _ in ask(_STANDS.replace("?node", str(node))))


def _named(ask: Ask, kind: str, value: str, properties: tuple[ox.NamedNode, ...], graph: ox.NamedNode | None) -> Terms:
    """All things of a kind that one of the properties names so; where none is spelt just so, whatever the case."""
    where = f"VALUES ?graph {{ {graph} }}" if graph else ""
    base = ox.Literal(f"{BASE}{kind}/")
    names = {"?plain": ox.Literal(value), "?english": ox.Literal(value, language="en")}
    terms = {**names, "?properties": ", ".join(map(str, properties)), "?base": base, "GRAPH ?graph": f"{where} GRAPH ?graph"}
    spelt = re.sub("|".join(map(re.escape, terms)), lambda found: str(terms[found[0]]), _SPELT_SO)
    wanted = f"VALUES (?wanted ?base) {{ ({ox.Literal(value.lower())} {base}) }}"
    listed = f"VALUES ?property {{ {' '.join(map(str, properties))} }}"
    written = _BY_NAME.replace("GRAPH ?graph", f"{where} {wanted} {listed} GRAPH ?graph", 1)
    for text in (spelt, written):
        found: Terms = [thing for row in ask(text) if isinstance(thing := row["thing"], ox.NamedNode)]
        if found:
            return found
    return []


def _unknown(ask: Ask, kind: str, value: str) -> NoReturn:
    rows = ask(_LABELS.format(graph=ONTOLOGY_GRAPH, base=ox.Literal(f"{BASE}{kind}/")))
    labels = [label.value for row in rows if isinstance(label := row["label"], ox.Literal)]
    near = difflib.get_close_matches(value, labels, n=3, cutoff=0.6)
    how = "give its id, as answers show it" if kind == "claim" else "give an id, a code or a name"
    hint = f"did you mean {', '.join(near)}?" if near else how
    raise QueryError(f"no {kind} {value!r} in this store; {hint}")
