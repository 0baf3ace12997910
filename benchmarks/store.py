"""What the store costs, as ratios within one run, on quads of our own shape.

    uv run python benchmarks/store.py [QUADS]        (default: a million)
    uv run python benchmarks/store.py grow [6]       (10⁴ to 10⁷ quads, or to 10⁶: load time, size on disk, query time)

In: claims → quads → disk, one transaction an article, against Oxigraph's bulk load of the same quads from a file, and
against rdflib's memory store; `kg import` against that bulk load. Out: every named query, against Oxigraph without us and
against rdflib's engine, which is stopped after some seconds.
"""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pyoxigraph as ox
from articles import cast, samples, world

from kg.model import Article, Claim
from kg.rdf import PREFIXES
from kg.store import Store, named_queries, open_store
from kg.store.answers import Answers
from kg.store.importing import import_dump

PATIENCE = 120.0
OFTEN = 9
"""The rank of the states and the resource that are asked for: among the ten most frequent of many."""


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def arguments(store: Answers, name: str) -> dict[str, str]:
    """Something for each parameter that a query requires: what is told of neither always nor hardly ever."""
    required = [p.name for p in named_queries()[name].parameters if p.default == "required"]
    players = cast()
    state, other, resource = players.states[OFTEN], players.states[OFTEN + 1], players.resources[OFTEN]
    given = {"resource": resource.id, "other": other.id, "relation": "supply", "since": "2025-01-01", "until": "2025-12-31"}
    if "claim" in required:
        given["claim"] = str(store.query("latest").dicts()[0]["claim"])
    return {name: given.get(name, state.id) for name in required}


# --- In


def fill(path: Path, articles: Iterable[tuple[Article, list[Claim]]]) -> None:
    """Our way in."""
    with open_store(path) as store:
        for _ in store.add_all(articles):
            pass


def ways_in(folder: Path, quads: int) -> Path:
    """Print the ratios; give the store's folder."""
    with open_store("memory") as empty:
        known = empty._preparation.known  # type: ignore[attr-defined]
    articles = list(world(folder / "samples", quads, known))
    ours = seconds(lambda: fill(folder / "ours", articles))
    dump = folder / "dump.nq"
    with open_store(folder / "ours", read_only=True) as store:
        ox.serialize(store.quads(), str(dump), format=ox.RdfFormat.N_QUADS)
        total = sum(1 for _ in store.quads())
    bulk = min(seconds(lambda n=n: bulk_load(folder / f"bulk{n}", dump)) for n in (1, 2))
    imported = min(seconds(lambda n=n: import_dump([dump], folder / f"imported{n}")) for n in (1, 2))
    print(f"{total:,} quads of {len(articles):,} articles")
    print(f"bulk load of a file          {bulk:8.1f} s")
    print(f"claims → quads → disk        {ours:8.1f} s   {bulk / ours:.2f} of the bulk load")
    print(f"kg import                    {imported:8.1f} s   {bulk / imported:.2f} of the bulk load")
    rdflib = seconds(lambda: into_rdflib(dump))
    print(f"rdflib's memory store        {rdflib:8.1f} s   {rdflib / ours:.1f}× ours")
    return dump


def bulk_load(path: Path, dump: Path) -> None:
    """Oxigraph's own way in."""
    ox.Store(str(path)).bulk_load(path=str(dump), format=ox.RdfFormat.N_QUADS)


def into_rdflib(dump: Path) -> object:
    """The dump in rdflib's memory."""
    import rdflib

    found = rdflib.Dataset(default_union=True)
    found.parse(str(dump), format="nquads")
    return found


# --- Out


def best(*works: Callable[[], object], rounds: int = 5) -> list[float]:
    """Seconds of the quickest of some rounds of each, done in turn, so that what else the machine does slows each alike."""
    taken = [[seconds(work) for work in works] for _ in range(rounds)]
    return [min(times) for times in zip(*taken, strict=True)]


def raw(store: ox.Store, text: str) -> None:
    """Oxigraph without us, all rows read."""
    found = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
    if isinstance(found, ox.QuerySolutions):
        for _ in found:
            pass


def ways_out(folder: Path, dump: Path) -> None:
    """Print each query's time, and the medians of the ratios."""
    with open_store(folder / "ours") as store:
        store.compact()  # as a build does when it ends
    with open_store(folder / "ours", read_only=True) as store:
        assert isinstance(store, Answers)
        given = {name: arguments(store, name) for name in named_queries()}
        texts = {name: store.bound(name, **given[name]) for name in given}
        below = store._store  # type: ignore[attr-defined]
        both = {n: best(lambda n=n: store.query(n, **given[n]), lambda t=t: raw(below, t)) for n, t in texts.items()}
    ours, plain = ({name: times[i] for name, times in both.items()} for i in (0, 1))
    theirs = by_rdflib(dump, texts)
    print(f"\n{'query':24} {'ours ms':>10} {'raw ms':>10} {'rdflib ms':>12}")
    for name in texts:
        slow = f"{theirs[name] * 1000:,.0f}" if theirs[name] < PATIENCE else f"> {PATIENCE * 1000:,.0f}"
        print(f"{name:24} {ours[name] * 1000:10.2f} {plain[name] * 1000:10.2f} {slow:>12}")
    print(f"ours over raw Oxigraph, median {statistics.median(ours[n] / plain[n] for n in texts):.2f}")
    print(f"rdflib's engine over ours, median {statistics.median(theirs[n] / ours[n] for n in texts):,.0f}×")


def by_rdflib(dump: Path, texts: dict[str, str]) -> dict[str, float]:
    """Seconds of each query in rdflib's engine, in a process that is left where it takes too long."""
    found = dict.fromkeys(texts, PATIENCE)
    waiting = list(texts)
    fork = multiprocessing.get_context("fork")
    graph = into_rdflib(dump)
    for name in waiting:
        mine, other = fork.Pipe()
        process = fork.Process(target=_answer, args=(graph, texts[name], other))
        process.start()
        if mine.poll(PATIENCE):
            with contextlib.suppress(EOFError):
                found[name] = mine.recv()
        process.kill()
        process.join()
    return found


def _answer(graph: object, text: str, pipe: object) -> None:
    prefixes = "".join(f"PREFIX {prefix}: <{name}>\n" for prefix, name in PREFIXES.items())
    pipe.send(seconds(lambda: list(graph.query(prefixes + text))))  # type: ignore[attr-defined]


# --- Memory, and how cost grows


def peak(cache: Path, quads: int) -> float:
    """Megabytes at the most while so many quads are loaded, in a process of its own, article by article."""
    command = [sys.executable, __file__, "load", str(cache), str(quads)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def load(cache: Path, quads: int) -> None:
    """Load so many quads, and print the most memory that was used."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store") as store:
        for _ in store.add_all(world(cache, quads, store._preparation.known)):  # type: ignore[attr-defined]
            pass
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)


def grow(largest: int) -> None:
    """How load time, size on disk and query time grow with the number of quads; exponents of a power law."""
    rows = []
    for exponent in range(4, largest + 1):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with open_store("memory") as empty:
                known = empty._preparation.known  # type: ignore[attr-defined]
                vocabulary = sum(1 for _ in empty.quads())
            samples(folder / "samples")
            took = seconds(lambda: fill(folder / "ours", world(folder / "samples", 10**exponent, known)))  # noqa: B023
            with open_store(folder / "ours") as store:
                store.compact()
            size = sum(p.stat().st_size for p in (folder / "ours" / "db").rglob("*") if p.is_file()) / 1e6
            with open_store(folder / "ours", read_only=True) as store:
                total = sum(1 for _ in store.quads()) - vocabulary
                times = [best(work, rounds=3)[0] for work in questions(store)]
            rows.append((total, took, size, statistics.median(times) * 1000, max(times) * 1000))
            print(f"| {total:,} | {took:.1f} | {size:,.0f} | {rows[-1][3]:.1f} | {rows[-1][4]:,.0f} |", flush=True)
    powers = [_power([(row[0], row[column]) for row in rows[1:]]) for column in range(1, 5)]
    print("| exponent | " + " | ".join(f"{p:.2f}" for p in powers) + " |")


def questions(store: Store) -> list[Callable[[], object]]:
    """Each named query, ready to be asked."""
    assert isinstance(store, Answers)
    return [partial(store.query, name, **arguments(store, name)) for name in named_queries()]


def _power(points: list[tuple[float, float]]) -> float:
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    return statistics.linear_regression(xs, ys).slope


def main(quads: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        samples(folder / "samples")
        dump = ways_in(folder, quads)
        ways_out(folder, dump)
        small, large = peak(folder / "samples", quads // 10), peak(folder / "samples", quads)
    print(f"\nmemory while loading: {small:.0f} MB for {quads // 10:,} quads, {large:.0f} MB for {quads:,}: {large / small:.2f}×")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["grow", *largest]:
            grow(int(largest[0]) if largest else 7)
        case ["load", cache, number]:
            load(Path(cache), int(number))
        case [number]:
            main(int(number))
        case _:
            main(1_000_000)
