"""Choosing claims by what fills their roles: a pattern becomes a query for the claims and their graphs."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import article_iri, iri
from kg.store.queries import values_clause
from kg.store.resolve import Ask, Terms, terms_for

_LOOKED_UP = ("actor", "mode", "place", "proposer", "relation", "resource", "source", "stakeholder", "status", "target")
_PATHS = {
    "article": "prov:wasDerivedFrom",
    "resource": "kg:resource/(skos:broader|kg:kind)*",
    "stakeholder": "kg:actorMention/kg:stakeholder",
}


def choice(ask: Ask, wanted: Mapping[str, str]) -> str:
    """SPARQL for ``?graph`` and ``?claim`` of the claims that match all of ``wanted``.

    ``id`` is the claim's own; ``article`` takes an id; ``actor``, ``proposer``, ``target``, ``source``, ``place`` and ``relation``
    an id or a name; ``stakeholder`` the one under which the actor is counted; ``resource`` means narrower ones too; ``status``,
    ``mode`` and ``negated`` ("true", "false") are as in JSON.

    Raises:
        QueryError: a key is unknown, or nothing goes by a name.
    """
    lines = []
    for key, value in wanted.items():
        if key == "id":
            lines.append(values_clause("claim", [iri(value)]))
            continue
        lines.append(values_clause(f"given_{key}", _terms(ask, key, value)))
        lines.append(f"?claim {_PATHS.get(key, 'kg:' + key)} ?given_{key} .")
    lines.append("GRAPH ?graph { ?claim a kg:Claim }")
    return "SELECT DISTINCT ?graph ?claim WHERE {\n" + "\n".join(lines) + "\n}"


def _terms(ask: Ask, key: str, value: str) -> Terms:
    if key == "negated":
        return [_truth(value)]
    if key == "article":
        return [article_iri(value)]
    if key in _LOOKED_UP:
        return terms_for(ask, key, value)
    known = ", ".join(sorted((*_LOOKED_UP, "article", "id", "negated")))
    raise QueryError(f"claims have no {key!r} to choose by; choose by {known}")


def _truth(value: str) -> ox.Literal:
    if str(value).lower() not in ("true", "false"):
        raise QueryError(f"negated is {value!r}; it is true or false")
    return ox.Literal(str(value).lower() == "true")
