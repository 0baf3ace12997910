"""Finding actors, resources and places by a part of any of their names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import BASE, ONTOLOGY_GRAPH, ROLES, identifier
from kg.store.queries import values_clause
from kg.store.resolve import Ask

KINDS = ("actor", "place", "resource")
_MOST = 1000
_NAMES = "skos:prefLabel skos:altLabel kg:code kg:demonym kg:metonym kg:activityLabel"
_BY_NAME = f"""SELECT DISTINCT ?thing ?name WHERE {{
  VALUES ?wanted {{ %s }} VALUES ?base {{ %s }}
  {{ VALUES ?property {{ {_NAMES} }} GRAPH {ONTOLOGY_GRAPH} {{ ?thing ?property ?name }} }} UNION {{ ?thing rdfs:label ?name }}
  FILTER(CONTAINS(LCASE(STR(?name)), ?wanted) && STRSTARTS(STR(?thing), ?base))
}} LIMIT {_MOST}"""
_CLAIMS = f"""SELECT ?thing (COUNT(DISTINCT ?claim) AS ?claims) WHERE {{
  %s
  ?claim {"|".join(f"kg:{role}" for role in ROLES)} ?thing ; a kg:Claim .
}} GROUP BY ?thing"""
_LABELS = "SELECT ?thing ?label WHERE { %s ?thing skos:prefLabel|rdfs:label ?label } ORDER BY ?thing ?label"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that goes by a name: its id and label, its kind, the names that fit, and how many claims it has a role in."""

    id: str
    label: str
    kind: str
    names: tuple[str, ...]
    claims: int


def search(ask: Ask, text: str, kind: str | None = None, limit: int = 20) -> list[Found]:
    """What has ``text`` in one of its names, in any case: first what is called just so, then what most claims are about.

    Args:
        ask: answers our own queries.
        text: a part of a name.
        kind: actor, place or resource; None: any.
        limit: no more than these.

    Raises:
        QueryError: the text is empty or no Unicode, or there is no such kind.
    """
    wanted = text.strip().lower()
    if not wanted:
        raise QueryError("nothing to search for; give a part of a name")
    if kind is not None and kind not in KINDS:
        raise QueryError(f"no kind {kind!r} to search; it is one of {', '.join(KINDS)}")
    try:
        wanted.encode()
    except UnicodeEncodeError:
        raise QueryError("half of a surrogate pair stands alone in what to search for; write the whole character") from None
    bases = " ".join(str(ox.Literal(f"{BASE}{each}/")) for each in (KINDS if kind is None else (kind,)))
    names: dict[ox.NamedNode, set[str]] = defaultdict(set)
    for row in ask(_BY_NAME % (ox.Literal(wanted), bases)):
        thing, name = row["thing"], row["name"]
        if isinstance(thing, ox.NamedNode) and isinstance(name, ox.Literal):
            names[thing].add(name.value)
    if not names:
        return []
    given = values_clause("thing", sorted(names, key=str))
    counts = {row["thing"]: int(getattr(row["claims"], "value", 0)) for row in ask(_CLAIMS % given)}
    labels: dict[object, str] = {}
    for row in ask(_LABELS % given):
        labels.setdefault(row["thing"], str(getattr(row["label"], "value", "")))
    found = [_found(thing, labels.get(thing, ""), fitting, counts.get(thing, 0)) for thing, fitting in names.items()]
    return sorted(found, key=lambda each: _rank(each, wanted))[: max(limit, 0)]


def _found(thing: ox.NamedNode, label: str, names: set[str], claims: int) -> Found:
    key = identifier(thing)
    return Found(key, label or key, key.partition("/")[0], tuple(sorted(names)), claims)


def _rank(found: Found, wanted: str) -> tuple[bool, int, int, str]:
    exact = wanted in (name.lower() for name in found.names)
    return (not exact, -found.claims, len(found.label), found.id)
