"""Quads → N-Quads as a dump for large stores: sorted, each line once, in files of a size, gzipped; in bounded memory.

Sorted lines make two dumps of the same quads the same bytes, and let other programs split, compare and compress them well.
"""

from __future__ import annotations

import gzip
import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from pathlib import Path
from typing import IO

import pyoxigraph as ox

_IN_MEMORY = 200_000
"""Lines that are sorted at a time."""

_AT_ONCE = 200
"""Files that are merged at a time."""

_ZIPPED = ".nq.gz"


def sorted_lines(quads: Iterable[ox.Quad], in_memory: int = _IN_MEMORY) -> Iterator[bytes]:
    """The lines of the quads' N-Quads, each once, sorted by their bytes; sorted on disk where they are many.

    Raises:
        OSError: there is no room for the temporary files.
    """
    with tempfile.TemporaryDirectory(prefix="kg-dump-") as name:
        folder, runs, left = Path(name), list[Path](), iter(quads)
        while batch := _sorted(islice(left, in_memory)):
            runs.append(_run(folder / f"{len(runs)}", batch))
        round_ = 0
        while len(runs) > _AT_ONCE:
            round_ += 1
            parts = [runs[i : i + _AT_ONCE] for i in range(0, len(runs), _AT_ONCE)]
            runs = [_run(folder / f"{round_}-{number}", _merged(part)) for number, part in enumerate(parts)]
        yield from _merged(runs)


def write_dump(quads: Iterable[ox.Quad], to: Path | IO[bytes], *, split: int = 0, in_memory: int = _IN_MEMORY) -> list[Path]:
    """Write quads as sorted N-Quads; give the files.

    Args:
        quads: what to write.
        to: an open file; a file, gzipped where its name ends in ``.gz``; or with ``split`` a folder, made if need be.
        split: lines a file; the files are ``part-00001.nq.gz`` and so on, so that they sort as they were written.
        in_memory: lines to hold in memory.

    Raises:
        OSError: a file cannot be written.
    """
    lines = sorted_lines(quads, in_memory)
    if not isinstance(to, Path):
        to.writelines(lines)
        return []
    if not split:
        _write(to, lines)
        return [to]
    to.mkdir(parents=True, exist_ok=True)
    for old in to.glob(f"part-*{_ZIPPED}"):
        old.unlink()
    files: list[Path] = []
    while part := list(islice(lines, 1)):
        files.append(to / f"part-{len(files) + 1:05}{_ZIPPED}")
        _write(files[-1], _then(part[0], islice(lines, split - 1)))
    return files


def _sorted(quads: Iterable[ox.Quad]) -> list[bytes]:
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    return sorted(set(written.splitlines(keepends=True)))


def _run(path: Path, lines: Iterable[bytes]) -> Path:
    with path.open("wb") as file:
        file.writelines(lines)
    return path


def _merged(runs: list[Path]) -> Iterator[bytes]:
    with ExitStack() as stack:
        files = [stack.enter_context(path.open("rb")) for path in runs]
        for line, _ in groupby(heapq.merge(*files)):
            yield line


def _write(path: Path, lines: Iterable[bytes]) -> None:
    if path.suffix != ".gz":
        _run(path, lines)
        return
    with path.open("wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as zipped:
        for line in lines:
            zipped.write(line)


def _then(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest
