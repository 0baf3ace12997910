"""An article and its claims as JSON-LD are the quads; a line of JSON, read by the same context, says nothing else than they say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from kg.errors import FormatError
from kg.jsonl import article_from_json, claim_from_json, to_json
from kg.model import Article, Claim
from kg.rdf import ONTOLOGY_GRAPH, Software, context_text, from_dataset, iri, json_ld, to_quads
from kg.rdf.terms import KG, PROV, RDF
from kg.store import open_store
from tests.commands import Run
from tests.store.affairs import AFFAIRS
from tests.strategies import articles_with_claims

Read = Callable[[object], list[ox.Quad]]

CLAIMS = [(article, claim) for article, claims in AFFAIRS for claim in claims]
ELSEWHERE = {
    KG["predicateSpan"], KG["statement"], KG["timeMention"], RDF["type"], RDF["subject"], RDF["predicate"], RDF["object"],
    PROV["wasGeneratedBy"], *(KG[f"{role}Mention"] for role in ("actor", "proposer", "resource", "target", "source", "place")),
}  # fmt: skip
"""What leads to nodes that a line has not."""


def by_oxigraph(document: object) -> list[ox.Quad]:
    return list(ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD))


def by_rdflib(document: object) -> list[ox.Quad]:
    data = rdflib.Dataset()
    data.parse(data=json.dumps(document), format="json-ld")
    return list(from_dataset(data))


def values(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The quads, in which numbers are the same where their values are: 0.5 and 5.0E-1."""
    store = ox.Store()
    store.extend(quads)
    return set(store)


# --- The whole: an article and its claims


@pytest.mark.parametrize("read", [by_oxigraph, by_rdflib])
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(said=articles_with_claims())
def test_the_document_is_the_quads_each_of_them_and_no_other(read: Read, said: tuple[Article, list[Claim]]) -> None:
    article, claims = said
    software = Software(model="m", ontology="o")
    quads = list(to_quads(article, claims, software))
    assert values(read(json_ld(quads))) == values(quads)


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(articles_with_claims())
def test_in_the_document_stand_the_json_of_the_article_and_of_each_claim(said: tuple[Article, list[Claim]]) -> None:
    article, claims = said
    first, *rest = json_ld(to_quads(article, claims))["@graph"][0]["@graph"]
    assert article_from_json(first) == article
    told = [node for node in rest if "evidence" in node]
    assert {claim_from_json(node) for node in told} == set(claims)
    assert all(to_json(claims[0]).keys() <= node.keys() for node in told)


@pytest.mark.parametrize(("article", "claims"), AFFAIRS, ids=lambda value: getattr(value, "id", ""))
def test_most_of_it_is_read_from_the_jsons_own_keys(article: Article, claims: list[Claim]) -> None:
    """What was added is keywords and nodes; no role, status, word or number of a claim is said again beside its key."""
    again = {"kg:" + name for name in ("actor", "target", "resource", "status", "mode", "negated", "relation", "predicate", "time")}
    for node in json_ld(to_quads(article, claims))["@graph"][0]["@graph"]:
        assert "evidence" not in node or not again & node.keys()


def test_quads_of_two_articles_are_no_document() -> None:
    with pytest.raises(FormatError, match="quads of 2 articles"):
        json_ld(quad for said in AFFAIRS[:2] for quad in to_quads(*said))


def test_the_command_writes_a_document_a_line(run: Run, folder: Path) -> None:
    result = run("export", "--format", "json-ld-lines", "--store", folder)
    documents = [json.loads(text) for text in result.out.rstrip("\n").split("\n")]
    with open_store(folder / "store", read_only=True) as store:
        assert len(documents) == len(list(store.articles()))
        told = values(quad for document in documents for quad in by_oxigraph(document))
        assert told == {quad for quad in store.quads() if quad.graph_name != ONTOLOGY_GRAPH}


# --- A line: a claim alone


def line(claim: Claim) -> object:
    return {**json.loads(context_text()), **to_json(claim)}


def stored(article: Article, claim: Claim) -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(*quad.triple) for quad in to_quads(article, [claim]))
    return store


def holds(store: ox.Store, triples: list[ox.Quad]) -> bool:
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
def test_its_json_says_what_the_quads_say(article: Article, claim: Claim, read: Read) -> None:
    triples, store, node = read(line(claim)), stored(article, claim), iri(claim.id)
    assert holds(store, triples)
    told = {triple.predicate for triple in triples if triple.subject == node}
    assert told == {quad.predicate for quad in store.quads_for_pattern(node, None, None)} - ELSEWHERE


@pytest.mark.parametrize("read", [by_oxigraph, by_rdflib])
def test_what_the_quads_do_not_say_is_not_said(read: Read) -> None:
    article, claim = CLAIMS[0]
    assert not holds(stored(article, claim), read(line(claim.but(negated=not claim.negated))))
    assert not holds(stored(article, claim), read(line(claim.but(confidence=0.123))))


def test_roles_content_quantity_and_time_are_told() -> None:
    told = {triple.predicate for _, claim in CLAIMS for triple in by_oxigraph(line(claim))}
    for name in ("actor", "proposer", "resource", "target", "source", "place", "content", "quantity", "time", "cue", "change"):
        assert KG[name] in told


def test_the_command_prints_the_context(run: Run) -> None:
    result = run("vocab", "--context")
    assert (result.code, result.out) == (0, context_text())
    assert set(json.loads(result.out)) == {"@context"}
