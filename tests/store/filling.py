"""A program that fills a store with many articles, for tests that kill it: python -m tests.store.filling PATH WORDS N."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.model import Article, Claim
from kg.store import open_store
from tests.store.world import FIRST


def many(number: int) -> Iterator[tuple[Article, list[Claim]]]:
    """The first article of the small world under other names; every tenth text is longer than any buffer of the disk."""
    for n in range(number):
        article = replace(FIRST[0], id=f"a{n:05}", text=FIRST[0].text + " x" * (40_000 if n % 10 == 0 else 10))
        yield article, [c.but(article=replace(c.article, id=article.id), id=f"{c.id}-{n}") for c in FIRST[1]]


def main(path: str, words: str, number: int) -> None:
    """Add them one by one, telling each; then tidy up as a build does."""
    with open_store(path, ontology=Path(words)) as store:
        for article, claims in many(number):
            store.add(article, claims)
            print(article.id, flush=True)
        store.compact()
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
