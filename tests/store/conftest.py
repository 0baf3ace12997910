"""Stores for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import Store, open_store
from tests.store.world import WORLD, ontology


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small ontology."""
    return ontology(tmp_path_factory.mktemp("words") / "ontology")


@pytest.fixture
def empty(words: Path) -> Iterator[Store]:
    """A store without articles."""
    with open_store("memory", ontology=words) as store:
        yield store


@pytest.fixture(scope="session")
def world(words: Path) -> Iterator[Store]:
    """A store with the whole world in it; not to be written to."""
    with open_store("memory", ontology=words) as store:
        for article, claims in WORLD:
            assert store.add(article, claims)
        yield store
