"""One contract for all extractors: spans give back their text, relations exist, the same input gives the same output."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kg.errors import InputError
from kg.extract import DEFAULT_MODEL, Extractor
from kg.extractors import BUILT_IN, ExtractorOptions, Extracts, make_extractor
from kg.model import Article
from tests.extract.test_llm import GOOD, TEXT, Serve, claims_json, reader, serve  # noqa: F401

ARTICLES = (Article("a1", TEXT), Article("a2", TEXT), Article("a3", ""))


@pytest.fixture(params=sorted(BUILT_IN))
def each(request: pytest.FixtureRequest, extractor: Extractor, serve: Serve) -> Iterator[Callable[[], Extracts]]:  # noqa: F811
    url, _ = serve(claims_json(GOOD))
    made: dict[str, Callable[[], Extracts]] = {"rules": lambda: extractor, "llm": lambda: reader(url, extractor.vocab)}
    assert made.keys() == BUILT_IN.keys(), "an extractor without a contract test"
    yield made[request.param]


def test_spans_give_their_words_back(each: Callable[[], Extracts]) -> None:
    claims = [c for _, some in each().by_article(ARTICLES) for c in some]
    assert claims
    for claim in claims:
        assert TEXT[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert claim.evidence.predicate.of(TEXT)
        for role in (
            claim.actor,
            claim.proposer,
            claim.resource,
            claim.target,
            claim.source,
            claim.place,
            claim.time,
            claim.quantity,
        ):
            if role is not None and role.mention is not None:
                assert role.mention.span.of(TEXT) == role.mention.text


def test_relations_are_of_the_ontology(each: Callable[[], Extracts]) -> None:
    extractor = each()
    assert {c.relation for c in extractor(ARTICLES)} <= extractor.vocab.relations.keys() | {"other"}


def test_the_same_input_gives_the_same_output(each: Callable[[], Extracts]) -> None:
    assert list(each()(ARTICLES)) == list(each()(ARTICLES))


def test_each_article_comes_back_once_in_order(each: Callable[[], Extracts]) -> None:
    assert [a.id for a, _ in each().by_article(ARTICLES)] == ["a1", "a2", "a3"]


def test_ids_tell_claims_and_articles_apart(each: Callable[[], Extracts]) -> None:
    ids = [c.id for c in each()(ARTICLES)]
    assert len(ids) == len(set(ids))


def test_an_unknown_extractor_is_told_with_those_there_are() -> None:
    with pytest.raises(InputError, match="no extractor 'magic'; there are llm, rules"):
        make_extractor("magic", ExtractorOptions(DEFAULT_MODEL))
