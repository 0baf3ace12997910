"""The plain triple of a claim: which property says its relation, and which role is its object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.model import Claim, Status
from kg.paths import ontology_dir
from kg.rdf.terms import BASE, KG, RDF

_RELATION = BASE + "relation/"
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Plain:
    """How a relation is said in one triple: a property a status; ``resource``: the resource comes first as object."""

    properties: Mapping[Status, ox.NamedNode]
    resource: bool

    def object_role(self, claim: Claim) -> str | None:
        """The role that is the triple's object; None where the claim has neither resource nor target."""
        first, second = ("resource", "target") if self.resource else ("target", "resource")
        if getattr(claim, first) is not None:
            return first
        return second if getattr(claim, second) is not None else None


def plain(relation: str) -> Plain:
    """How ``relation`` is said in one triple; a relation that the ontology lacks is said as ``other``.

    Raises:
        VocabularyError: the ontology cannot be read, or a relation in it lacks a property.
    """
    table = _table()
    return table.get(relation) or table[_OTHER]


@lru_cache(maxsize=1)
def _table() -> dict[str, Plain]:
    path = ontology_dir() / "relations.ttl"
    nodes: dict[str, dict[str, ox.NamedNode | ox.Literal]] = {}
    try:
        for quad in ox.parse(path=str(path)):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                nodes.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object
    except (OSError, SyntaxError) as error:
        raise VocabularyError(f"{path}: {error}; mend or restore the ontology") from error
    relations = {name: node for name, node in nodes.items() if node.get(RDF["type"].value) == KG["Relation"]}
    table = {name.removeprefix(_RELATION): _plain(name, node) for name, node in relations.items()}
    if _OTHER not in table:
        raise VocabularyError(f"{path}: no relation `other`, by which unknown relations are said; add it")
    return table


def _plain(name: str, node: Mapping[str, ox.NamedNode | ox.Literal]) -> Plain:
    properties = {}
    for status in Status:
        term = node.get(KG[f"{status.value}Property"].value)
        if not isinstance(term, ox.NamedNode):
            raise VocabularyError(f"{name}: no kg:{status.value}Property; add it in ontology/relations.ttl")
        properties[status] = term
    marked = node.get(KG["resourceRelation"].value)
    return Plain(properties, isinstance(marked, ox.Literal) and marked.value == "true")
