"""What many tests share: the pipeline and the vocabulary are loaded once, and a sentence is read only once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kg.extract import Extractor
from kg.extract.mentions import Block
from kg.model import Article, Claim
from kg.read import read_articles
from kg.resolve import Linker, resolve
from kg.vocab import Vocabulary, load

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = date(2025, 2, 25)  # a Tuesday

Tell = Callable[..., tuple[Claim, ...]]
"""From a text (and the day it was published) to its linked claims, in the order of the text."""


@pytest.fixture(scope="session")
def vocab() -> Vocabulary:
    return load()


@pytest.fixture(scope="session")
def extractor(vocab: Vocabulary) -> Extractor:
    return Extractor(vocab=vocab)


@pytest.fixture(scope="session")
def tell(extractor: Extractor) -> Tell:
    link = Linker(extractor.vocab)

    @cache
    def claims(text: str, published: date | None = PUBLISHED) -> tuple[Claim, ...]:
        return tuple(resolve(extractor([Article("a1", text, published=published)]), link))

    return claims


@pytest.fixture(scope="session")
def block(extractor: Extractor) -> Callable[[str], Block]:
    """One parsed line with its look-ups."""
    return cache(lambda text: Block.of(extractor.nlp(text), extractor.vocab))


@pytest.fixture(scope="session")
def examples() -> tuple[Article, ...]:
    return tuple(read_articles(ROOT / "examples"))
