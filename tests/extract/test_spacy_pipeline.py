"""Components run in a cheaper way find what they find in spaCy."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from kg.extract import Extractor
from kg.extract.parse import blocks, untouched
from kg.extract.pipeline import Pipeline
from kg.read import read_articles

ROOT = Path(__file__).resolve().parent.parent.parent
FOUND: list[int | str] = ["ORTH", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"]
# Patterns of several words, spaces inside a line, words that only their neighbours tell apart.
ODD = (
    "",
    " ",
    "Let's go, y'all: they're gonna mine it, ain't they?",
    "There is a deal. There's one more, and there were two.",
    "Kyiv  said\tso  .",
    "He'd had better mines than she'd mine, but C'm on!",
    "But Mali, of all, let us mine us us.",
)


@pytest.fixture(scope="module")
def lines() -> list[str]:
    articles = (*read_articles(ROOT / "examples"), *read_articles(ROOT / "tests" / "training"))
    return [*ODD, *(line for article in articles for _, line in blocks(article.text))]


def same(nlp: Language, lines: Iterable[str]) -> None:
    """Do we find what spaCy finds, also of words seen before?"""
    texts, pipeline = list(lines), Pipeline(nlp)
    plain = list(nlp.pipe(texts))
    for _ in range(2):
        for start in range(0, len(texts), 64):
            ours = pipeline([nlp.make_doc(text) for text in texts[start : start + 64]])
            for doc, theirs in zip(ours, plain[start : start + 64], strict=True):
                assert doc.to_array(FOUND).tolist() == theirs.to_array(FOUND).tolist(), theirs.text


def test_each_component_finds_what_it_finds_in_spacy(extractor: Extractor, lines: list[str]) -> None:
    same(extractor.nlp, lines)


@pytest.mark.parametrize(
    ("patterns", "attrs"),
    [
        ([[{"SHAPE": "Xxxxx"}]], {"POS": "X"}),
        ([[{"TAG": "IN", "OP": "?"}, {"TAG": "DT"}]], {"LEMMA": "one"}),
        ([[{"TAG": "NNP"}]], {"NORM": "name"}),
        ([[{"TAG": "NNP"}], [{"LOWER": "of"}, {"TAG": "DT"}]], {"POS": "X"}),
    ],
)
def test_a_ruler_of_other_patterns_does_what_it_does(
    patterns: list[list[dict[str, str]]], attrs: dict[str, str], lines: list[str]
) -> None:
    nlp = untouched()
    nlp.get_pipe("attribute_ruler").add(patterns, attrs)  # type: ignore[attr-defined]
    same(nlp, lines[:200])


def test_other_components_run_as_they_are(lines: list[str]) -> None:
    @Language.component("shouting")
    def shouting(doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = token.text.upper()
        return doc

    nlp = untouched(without=["lemmatizer"])
    nlp.add_pipe("shouting", before="ner")
    same(nlp, lines[:50])


def test_another_multiplication_of_matrices_finds_the_same(lines: list[str]) -> None:
    """But for a choice between two moves, once in thousands of sentences, that is as good as even."""
    nlp = untouched()
    theirs = [doc.to_array(FOUND).tolist() for doc in nlp.pipe(lines)]
    ours = [doc.to_array(FOUND).tolist() for doc in Pipeline(nlp)([nlp.make_doc(line) for line in lines])]
    assert sum(mine != other for mine, other in zip(ours, theirs, strict=True)) <= len(lines) / 1000


def test_it_keeps_to_one_thread_and_leaves_the_caller_his() -> None:
    def threads() -> list[int]:
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    seen: list[int] = []

    @Language.component("counting")
    def counting(doc: Doc) -> Doc:
        seen.extend(threads())
        return doc

    nlp, before = untouched(), threads()
    nlp.add_pipe("counting", last=True)
    Pipeline(nlp)([nlp.make_doc("Kyiv agreed.")])
    assert before
    assert set(seen) == {1}
    assert threads() == before
