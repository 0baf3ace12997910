"""What many tests share: the pipeline and the vocabulary are loaded once, and a sentence is read only once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import kg
from kg.cli import main
from kg.extract import Extractor
from kg.extract.mentions import Block
from kg.model import Article, Claim
from kg.read import read_articles
from kg.resolve import Linker, resolve
from kg.vocab import Vocabulary, load
from tests.commands import Result, Run

# A busy machine draws slowly; that is no fault of a strategy.
settings.register_profile("kg", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kg")

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


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def call(*words: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, words)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        sys.stdout.flush()
        shown = capfd.readouterr()
        return Result(int(stop.value.code or 0), shown.out, shown.err)

    return call


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the samples; not to be written to."""
    output = tmp_path_factory.mktemp("built")
    kg.build(ROOT / "examples", output=output).close()
    return output


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with a promise and a denial."""
    path = tmp_path / "one.txt"
    path.write_text("Chile promised to sell lithium to Japan. Japan denied that it had bought Russian oil.\n", encoding="utf-8")
    return path
