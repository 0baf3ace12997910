"""The sentences of real news that annotators read: spans and codes that hold, against the corpus where it is at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate.news import read_news
from kg.vocab import Vocabulary

ANNOTATIONS = Path(__file__).parent / "gold" / "news.jsonl"
CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
SPANS = ("trigger", "actor", "target_words", "resource", "place", "time")


@pytest.fixture(scope="module")
def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines()]


def test_every_claim_is_of_a_relation_and_has_its_word(lines: list[dict[str, Any]], vocab: Vocabulary) -> None:
    claims = [(line, claim) for line in lines for claim in line["claims"]]
    assert len(lines) > 5900 and len(claims) > 5000
    assert {claim["relation"] for _, claim in claims} <= set(vocab.relations)
    for line, claim in claims:
        length = line["end"] - line["start"]
        assert all(0 <= span[0] < span[1] <= length for span in (claim[name] for name in SPANS if claim.get(name)))
        assert claim["status"] in ("actual", "proposed", "possible")


def test_place_and_time_are_read_together(lines: list[dict[str, Any]]) -> None:
    claims = [claim for line in lines for claim in line["claims"]]
    assert all(("place" in claim) == ("time" in claim) for claim in claims)
    assert all(any(claim.get(name) for claim in claims) for name in ("place", "time"))


def test_no_item_is_both_read_and_blind(lines: list[dict[str, Any]]) -> None:
    parts = {name: {line["item"] for line in lines if line["part"] == name} for name in ("read", "blind")}
    assert parts["read"] and parts["blind"] and parts["read"].isdisjoint(parts["blind"])


def test_the_spans_are_words_of_the_corpus(lines: list[dict[str, Any]]) -> None:
    if not CORPUS.exists():
        pytest.skip(f"the corpus is not at {CORPUS}: the spans are not compared with its text")
    items = {**read_news(ANNOTATIONS, CORPUS, "read"), **read_news(ANNOTATIONS, CORPUS, "blind")}
    assert {line["item"] for line in lines} == items.keys()
    for line in lines:
        sentence = items[line["item"]].record[line["field"]][line["start"] : line["end"]]
        assert sentence and sentence == sentence.strip()
        for claim in line["claims"]:
            for name in SPANS:
                words = sentence[slice(*claim[name])] if claim.get(name) else "-"
                assert words and words == words.strip()
