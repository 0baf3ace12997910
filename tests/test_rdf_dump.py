"""Dumps for large stores: sorted, each line once, split, gzipped, the same bytes for the same quads, in little memory."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf import to_quads, write_dump
from kg.rdf.dump import sorted_lines
from tests.store.affairs import AFFAIRS
from tests.strategies import WORDS

QUADS = [quad for article, claims in AFFAIRS for quad in to_quads(article, claims)]


def read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


@pytest.mark.parametrize("in_memory", [1, 7, 100, len(QUADS), 10**6])
def test_lines_are_sorted_and_each_stands_once(in_memory: int) -> None:
    shuffled = [*QUADS, *QUADS[:50]]
    Random(1).shuffle(shuffled)
    lines = list(sorted_lines(shuffled, in_memory))
    assert lines == sorted(set(lines))
    assert set(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)) == set(QUADS)


def test_a_dump_is_split_and_each_part_is_a_file_of_its_own(tmp_path: Path) -> None:
    files = write_dump(QUADS, tmp_path / "dump", split=1000, in_memory=300)
    assert [file.name for file in files] == [f"part-{n + 1:05}.nq.gz" for n in range(len(files))]
    assert len(files) == -(-len(set(QUADS)) // 1000) > 1
    parts = [read(file) for file in files]
    assert {part.count(b"\n") for part in parts[:-1]} == {1000}
    assert b"".join(parts) == b"".join(sorted_lines(QUADS))
    assert write_dump(QUADS, tmp_path / "dump", split=10**6) == files[:1]
    assert sorted(path.name for path in (tmp_path / "dump").iterdir()) == ["part-00001.nq.gz"]


def test_one_file_is_plain_or_gzipped_and_always_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.nq", "a.nq.gz"):
        (first,) = write_dump(QUADS, tmp_path / name)
        before = first.read_bytes()
        write_dump(reversed(QUADS), tmp_path / name)
        assert (tmp_path / name).read_bytes() == before
    assert read(tmp_path / "a.nq") == read(tmp_path / "a.nq.gz")
    file = io.BytesIO()
    assert write_dump(QUADS, file) == []
    assert file.getvalue() == read(tmp_path / "a.nq")


def test_nothing_gives_an_empty_file_and_no_part(tmp_path: Path) -> None:
    assert write_dump([], tmp_path / "dump", split=10) == []
    write_dump([], tmp_path / "empty.nq")
    assert (tmp_path / "empty.nq").read_bytes() == b""


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_any_text_is_one_line(texts: list[str]) -> None:
    node = ox.NamedNode("a:a")
    quads = [ox.Quad(node, node, ox.Literal(text), node) for text in texts]
    lines = list(sorted_lines(quads, 2))
    assert len(lines) == len(set(texts))
    assert set(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)) == set(quads)


def test_memory_does_not_grow_with_the_dump(tmp_path: Path) -> None:
    node = ox.NamedNode("a:a")

    def peak(count: int) -> int:
        quads = (ox.Quad(node, node, ox.Literal(f"{n * 7919 % count}"), node) for n in range(count))
        tracemalloc.start()
        write_dump(quads, tmp_path / "dump", split=5000, in_memory=1000)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(40_000) < 2 * peak(4_000) + 500_000
