"""A claim's JSON, read as JSON-LD, says what our quads say."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
import rdflib

from kg.model import Article, Claim
from kg.rdf import context_text, from_dataset, iri, json_ld, to_quads
from kg.rdf.terms import KG, PROV, RDF
from tests.commands import Run
from tests.store.affairs import AFFAIRS

CLAIMS = [(article, claim) for article, claims in AFFAIRS for claim in claims]
ELSEWHERE = {
    KG["evidence"], KG["predicateSpan"], KG["timeMention"], RDF["type"], RDF["subject"], RDF["predicate"], RDF["object"],
    PROV["wasGeneratedBy"], *(KG[f"{role}Mention"] for role in ("actor", "proposer", "resource", "target", "source", "place")),
}  # fmt: skip
"""What leads to nodes that the JSON has not."""


def by_oxigraph(claim: Claim) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(json.dumps(json_ld(claim)), format=ox.RdfFormat.JSON_LD)]


def by_rdflib(claim: Claim) -> list[ox.Triple]:
    data = rdflib.Dataset()
    data.parse(data=json.dumps(json_ld(claim)), format="json-ld")
    return [quad.triple for quad in from_dataset(data)]


def stored(article: Article, claim: Claim) -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(*quad.triple) for quad in to_quads(article, [claim]))
    return store


def holds(store: ox.Store, triples: list[ox.Triple]) -> bool:
    """Do all of the triples stand there, whatever their blank nodes are called? Of a time, its words."""
    lines, filters = [], []
    for number, triple in enumerate(triples):
        value = str(triple.object)
        if triple.predicate == KG["time"]:
            value = f"?time{number}"
            filters.append(f"FILTER(STR({value}) = {triple.object})")
        lines.append(f"{triple.subject} {triple.predicate} {value} .")
    found = store.query(f"ASK {{ {' '.join(lines)} {' '.join(filters)} }}")
    return bool(found)


@pytest.mark.parametrize("read", [by_oxigraph, by_rdflib])
@pytest.mark.parametrize(("article", "claim"), CLAIMS, ids=lambda value: value.id)
def test_its_json_says_what_the_quads_say(article: Article, claim: Claim, read) -> None:  # type: ignore[no-untyped-def]
    triples, store, node = read(claim), stored(article, claim), iri(claim.id)
    assert holds(store, triples)
    told = {triple.predicate for triple in triples if triple.subject == node}
    assert told == {quad.predicate for quad in store.quads_for_pattern(node, None, None)} - ELSEWHERE


@pytest.mark.parametrize("read", [by_oxigraph, by_rdflib])
def test_what_the_quads_do_not_say_is_not_said(read) -> None:  # type: ignore[no-untyped-def]
    article, claim = CLAIMS[0]
    assert not holds(stored(article, claim), read(claim.but(negated=not claim.negated)))
    assert not holds(stored(article, claim), read(claim.but(confidence=0.123)))


def test_roles_content_quantity_and_time_are_told() -> None:
    told = {triple.predicate for _, claim in CLAIMS for triple in by_oxigraph(claim)}
    for name in ("actor", "proposer", "resource", "target", "source", "place", "content", "quantity", "time", "cue", "change"):
        assert KG[name] in told


def test_the_command_prints_the_context(run: Run) -> None:
    result = run("vocab", "--context")
    assert (result.code, result.out) == (0, context_text())
    assert set(json.loads(result.out)) == {"@context"}
