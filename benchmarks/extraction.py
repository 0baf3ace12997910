"""How much the rules cost: articles a second of extraction and linking, against plain ``nlp.pipe`` of the same model in one run.

    uv run python benchmarks/extraction.py [SOURCE ...]      (default: examples/)

Prints the ratio (1.0: the rules cost nothing), best of three; each side reads the same blocks of the same articles.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from kg.extract import Extractor
from kg.extract.parse import blocks
from kg.model import Article
from kg.read import read_articles
from kg.resolve import Linker, resolve

ROUNDS = 3
LEAST = 60


def best(work: Callable[[], int]) -> float:
    """Seconds of the quickest round."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> int:
    """Measure and print."""
    articles: list[Article] = list(read_articles(sys.argv[1:] or "examples/"))
    articles *= -(-LEAST // len(articles))
    extractor = Extractor()
    link = Linker(extractor.vocab)
    lines = [line for article in articles for _, line in blocks(article.text)]
    plain = best(lambda: sum(1 for _ in extractor.nlp.pipe(lines, batch_size=64)))
    ours = best(lambda: sum(1 for _ in resolve(extractor(articles), link)))
    rates = f"plain: {len(articles) / plain:.1f}/s  ours: {len(articles) / ours:.1f}/s"
    print(f"articles: {len(articles)}  {rates}  ratio: {plain / ours:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
