"""How much the rules cost: articles a second of extraction and linking, against plain ``nlp.pipe`` of the same model in one run.

    uv run python benchmarks/extraction.py [SOURCE ...]      (default: examples/)

Prints the ratio (1.0: as many articles a second as spaCy alone reads) of the quickest of nine rounds, the two sides by turns, so
that what else the machine does falls on both; each side reads the same blocks of the same articles. As we lead spaCy's components
in a quicker way, a second figure says what the rules cost: the share of our time that the parse takes. Then, where there is more
than one core, the same with a process a core, as a build of much text reads, with enough text that their start matters little.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from spacy.language import Language

from kg.extract import Extractor
from kg.extract.beside import cores
from kg.extract.parse import blocks, parse, untouched
from kg.model import Article
from kg.read import read_articles
from kg.resolve import Linker, resolve

ROUNDS = 9
LEAST = 60
ENOUGH = 3_000_000


def best(*works: Callable[[], int]) -> list[float]:
    """Seconds of each one's quickest round."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for took, work in zip(times, works, strict=True):
            start = time.perf_counter()
            work()
            took.append(time.perf_counter() - start)
    return [min(took) for took in times]


def main() -> int:
    """Measure and print."""
    articles: list[Article] = list(read_articles(sys.argv[1:] or "examples/"))
    articles *= -(-LEAST // len(articles))
    extractor = Extractor(processes=1)
    link = Linker(extractor.vocab)
    lines = [line for article in articles for _, line in blocks(article.text)]
    nlp = untouched()
    plain, ours, parsed = best(
        lambda: sum(1 for _ in nlp.pipe(lines, batch_size=64)),
        lambda: sum(1 for _ in resolve(extractor(articles), link)),
        lambda: sum(1 for _ in parse(extractor.nlp, articles, extractor.vocab)),
    )
    rates = f"plain: {len(articles) / plain:.1f}/s  ours: {len(articles) / ours:.1f}/s"
    print(f"articles: {len(articles)}  {rates}  ratio: {plain / ours:.2f}  our parse alone: {parsed / ours:.2f}")
    if cores() > 1:
        on_all_cores(articles, extractor, nlp, plain)
    return 0


def on_all_cores(articles: list[Article], extractor: Extractor, nlp: Language, plain: float) -> None:
    """The same with a process a core, against plain spaCy in one and in as many."""
    many = articles * -(-ENOUGH // sum(len(article.text) for article in articles))
    times = len(many) / len(articles)
    link = Linker(extractor.vocab)
    start = time.perf_counter()
    sum(1 for _ in resolve(Extractor(vocab=extractor.vocab)(many), link))
    ours = time.perf_counter() - start
    lines = [line for article in many for _, line in blocks(article.text)]
    start = time.perf_counter()
    sum(1 for _ in nlp.pipe(lines, batch_size=64, n_process=cores()))
    theirs = time.perf_counter() - start
    print(f"articles: {len(many)}  processes: {cores()}  ours: {len(many) / ours:.1f}/s", end="  ")
    print(f"against plain in one process: {plain * times / ours:.2f}, in as many: {theirs / ours:.2f}")


if __name__ == "__main__":
    sys.exit(main())
