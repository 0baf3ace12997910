"""The samples and their gold fit together, as the program reads them."""

import json
import re
from pathlib import Path

import pytest
import rdflib

from kg.model import Article, Status
from kg.read import Skipped, read_articles

ROOT = Path(__file__).parent.parent
KEYS = {
    "id", "article", "evidence", "start", "end", "actor", "stakeholder", "relation", "resource", "target",
    "status", "negated", "source",
}  # fmt: skip
KG = rdflib.Namespace("https://w3id.org/newsgraph/ontology#")


def read_all() -> dict[str, Article]:
    told: list[Skipped] = []
    articles = {article.id: article for article in read_articles(ROOT / "examples", report=told.append)}
    assert not told
    return articles


ARTICLES = read_all()
GOLD = {
    f"{path.name.removesuffix('.gold.jsonl')}.md": [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for path in sorted((ROOT / "examples").glob("*.gold.jsonl"))
}


@pytest.fixture(scope="module")
def relations() -> set[str]:
    graph = rdflib.Graph().parse(ROOT / "ontology" / "relations.ttl")
    return {str(node).rsplit("/", 1)[1] for node in graph.subjects(rdflib.RDF.type, KG.Relation)} - {"other"}


def test_every_sample_has_its_gold_and_its_fields() -> None:
    assert len(ARTICLES) == 8
    assert ARTICLES.keys() == GOLD.keys()
    for article in ARTICLES.values():
        assert article.published and article.outlet and article.title
        assert article.text.startswith(f"{article.title}\n")
        assert 150 <= len(article.text.split()) <= 260


@pytest.mark.parametrize("name", sorted(GOLD))
def test_the_evidence_stands_where_the_gold_says(name: str) -> None:
    text = ARTICLES[name].text
    for claim in GOLD[name]:
        assert claim["article"] == name
        assert text[claim["start"] : claim["end"]] == claim["evidence"], claim["id"]


@pytest.mark.parametrize("name", sorted(GOLD))
def test_the_evidence_lies_within_one_sentence(name: str) -> None:
    for claim in GOLD[name]:
        assert "\n" not in claim["evidence"]
        assert not re.search(r"[a-z0-9]\.[\"”]? [A-Z]", claim["evidence"]), claim["id"]


@pytest.mark.parametrize("name", sorted(GOLD))
def test_the_claims_are_well_formed(name: str, relations: set[str]) -> None:
    assert len(relations) == 24
    for claim in GOLD[name]:
        assert claim.keys() - {"optional"} == KEYS, claim["id"]
        assert claim["relation"] in relations, claim["id"]
        assert claim["status"] in set(Status), claim["id"]
        assert isinstance(claim["negated"], bool)
        assert claim.get("optional", True) is True
        assert (claim["actor"] is None) == (claim["stakeholder"] is None), claim["id"]
        for code in (claim["stakeholder"], claim["target"]):
            assert code is None or re.fullmatch(r"[A-Z]{3}|EU|UN|NATO", code), claim["id"]
        for words in (claim["actor"], claim["resource"], claim["source"]):
            assert words is None or words.strip() == words != "", claim["id"]


@pytest.mark.parametrize("name", sorted(GOLD))
def test_no_claim_is_given_twice(name: str) -> None:
    asked = [claim for claim in GOLD[name] if not claim.get("optional")]
    assert 10 <= len(asked) <= 18
    assert len({claim["id"] for claim in GOLD[name]}) == len(GOLD[name])
    said = [tuple(claim[key] for key in sorted(KEYS - {"id", "start", "end"})) for claim in GOLD[name]]
    assert len(set(said)) == len(said)


def test_the_samples_show_every_status_and_denials_and_sources() -> None:
    claims = [claim for gold in GOLD.values() for claim in gold if not claim.get("optional")]
    assert {claim["status"] for claim in claims} == set(Status)
    assert sum(claim["negated"] for claim in claims) >= 5
    assert sum(bool(claim["source"]) for claim in claims) >= 10
    assert len({claim["relation"] for claim in claims}) >= 15
