"""Killing a build at random points, and looking at what is left: used by the tests, and by scripts/kill_builds.py for many more."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from kg.store import open_store
from tests.store.filling import many


def filling(path: Path, words: Path, number: int) -> subprocess.Popen[str]:
    """A process that fills a store, and tells each article that it has stored."""
    command = [sys.executable, "-m", "tests.store.filling", str(path), str(words), str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def killed(path: Path, words: Path, number: int, chance: random.Random) -> int:
    """Kill a build somewhere; give how many articles it had told before."""
    run = filling(path, words, number)
    assert run.stdout is not None and run.stderr is not None
    # Anywhere: while it opens, among the articles, or in the tidying up at the end.
    lines = chance.randrange(number + 3)
    told = 0
    for _ in range(lines):
        told += run.stdout.readline().startswith("a")
    time.sleep(chance.random() * 0.02)
    run.kill()
    told += sum(line.startswith("a") for line in run.stdout.read().splitlines())
    run.wait()
    run.stdout.close()
    run.stderr.close()
    return told


def faults(path: Path, words: Path, number: int, told: int) -> list[str]:
    """What is wrong after a kill: articles lost or half, or a next build that ends with other quads than an undisturbed one."""
    found = []
    wanted = {article.id: {c.id for c in claims} for article, claims in many(number)}
    if (path / "db" / "CURRENT").is_file():
        with open_store(path, ontology=words, read_only=True) as store:
            stored = [article.id for article in store.articles()]
            if len(stored) < told:
                found.append(f"{told} articles were told, {len(stored)} are there")
            found += [f"{id}: half" for id in stored if {c.id for c in store.claims(article=id)} != wanted[id]]
    with open_store(path, ontology=words) as store:
        for article, claims in many(number):
            store.add(article, claims)
        again = set(store.quads())
    with open_store("memory", ontology=words) as store:
        for article, claims in many(number):
            store.add(article, claims)
        if again != set(store.quads()):
            found.append("the next build did not end with the same quads")
    return found
