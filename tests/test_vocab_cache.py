"""The kept vocabulary: equal to what is read, read again where it is spoiled, never many, and no failure where none can be kept."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from kg.vocab import Vocabulary, load
from kg.vocab.cache import kept


class Reader:
    """Counts how often the ontology is read."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Vocabulary:
        self.times += 1
        return load()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda _: str(folder))
    return folder


def test_is_read_once_and_is_the_same(cache: Path) -> None:
    read = Reader()
    first, second = kept("a", read), kept("a", read)
    assert read.times == 1
    assert second is not first
    assert (second.cues, second.entities, second.names) == (first.cues, first.entities, first.names)
    assert (second.resources, second.weights, second.digest) == (first.resources, first.weights, first.digest)


def test_another_ontology_is_read(cache: Path) -> None:
    read = Reader()
    kept("a", read)
    kept("b", read)
    assert read.times == 2


@pytest.mark.parametrize("spoiled", [b"", b"no pickle", b"\x80\x05K\x01."])
def test_what_is_spoiled_is_read_again(cache: Path, spoiled: bytes) -> None:
    read = Reader()
    kept("a", read)
    (file,) = cache.iterdir()
    file.write_bytes(spoiled)
    assert kept("a", read).cues
    assert read.times == 2
    assert file.read_bytes() != spoiled


def test_half_a_file_is_read_again(cache: Path) -> None:
    read = Reader()
    kept("a", read)
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[:10_000])
    assert kept("a", read).cues
    assert read.times == 2


def test_only_the_last_few_stay(cache: Path) -> None:
    for name in "abcdef":
        kept(name, Reader())
    assert len(list(cache.iterdir())) == 3


def test_where_nothing_can_be_kept_it_is_read(cache: Path) -> None:
    cache.write_text("a file, and no folder")
    read = Reader()
    assert kept("a", read).cues
    assert read.times == 1
