"""Random claims → quads → a file → quads → claims, in every RDF format: how many differ?

uv run python scripts/round_trip.py 10000
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.model import Article, Claim
from kg.rdf import RDF_FORMATS, articles_from_quads, from_quads, serialise, to_quads
from tests.strategies import articles_with_claims

FORMATS = tuple(RDF_FORMATS.values())


def main(wanted: int) -> int:
    """Try at least so many claims, each in one of the formats in turn; give 1 if any differs."""
    counts = Counter[str]()

    @settings(max_examples=wanted, suppress_health_check=list(HealthCheck), deadline=None, database=None)
    @given(articles_with_claims())
    def tried(said: tuple[Article, list[Claim]]) -> None:
        if counts["claims"] >= wanted:
            return
        article, claims = said
        form = FORMATS[counts["articles"] % len(FORMATS)]
        read = list(ox.parse(serialise(to_quads(article, claims), form), format=form))
        back = {c.id: c for c in from_quads(read)}
        counts["articles"] += 1
        counts["claims"] += len(claims)
        counts["different"] += sum(back.get(c.id) != c for c in claims) + (list(articles_from_quads(read)) != [article])

    tried()
    print(f"{counts['claims']} claims of {counts['articles']} articles, {counts['different']} differences")
    return min(counts["different"], 1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
