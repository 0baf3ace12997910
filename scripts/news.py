"""How much of real news is found: claims against the claims that annotators read in sentences of a corpus.

    uv run python scripts/news.py CORPUS [read|blind]

The annotations are ``tests/gold/news.jsonl`` (:mod:`kg.evaluate.news`), CORPUS the folder with the corpus's JSON lines. Rules are
made on the part ``read``; nobody looks at what is missed on the part ``blind``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from kg.confidence import MIN_CONFIDENCE
from kg.evaluate.gold import Score, line_of
from kg.evaluate.match import pair
from kg.evaluate.news import NewsItem, read_news
from kg.evaluate.parts import Hit, shares
from kg.model import Claim
from kg.pipeline import claims

DETAILS = ("status", "negated", "place", "time")
ANNOTATIONS = Path(__file__).parent.parent / "tests" / "gold" / "news.jsonl"


def claims_of(items: Mapping[str, NewsItem], least: float = MIN_CONFIDENCE) -> dict[str, list[Claim]]:
    """The typed claims in the annotated sentences, by item, of at least this confidence."""
    found: dict[str, list[Claim]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "items.jsonl"
        file.write_text("".join(json.dumps(item.record) + "\n" for item in items.values()), encoding="utf-8")
        for claim in claims(str(file), min_confidence=least):
            if claim.relation != "other" and items[claim.article.id].annotated(claim):
                found[claim.article.id].append(claim)
    return found


def compare(items: Mapping[str, NewsItem], found: Mapping[str, list[Claim]], typed: bool) -> tuple[Counter[str], list[Hit]]:
    """Claims wanted, found and hit, with the right relation (``typed``) or any; and the hits."""
    counts, pairs = Counter[str](), list[Hit]()
    for name, item in items.items():
        wanted, optional = ([g for g in item.gold if g["optional"] is which] for which in (False, True))
        hits, free = pair(wanted, optional, found.get(name, []), typed)
        pairs += hits
        counts.update(wanted=len(wanted), found=len(hits) + len(free), hits=len(hits))
    return counts, pairs


def main(corpus: Path, part: str) -> int:
    """Extract, compare, print."""
    items = read_news(ANNOTATIONS, corpus, part)
    if not items:
        print(f"{corpus}: no annotated item of part {part!r}; give the corpus's folder, and read or blind", file=sys.stderr)
        return 2
    print(f"{sum(len(item.sentences) for item in items.values())} sentences of {len(items)} items")
    found = claims_of(items)
    for name, typed in (("claims", True), ("relation aside", False)):
        of, hits = compare(items, found, typed)
        score = Score(of["hits"] / (of["found"] or 1), of["hits"] / (of["wanted"] or 1))
        print(line_of(name, score), f" {of['wanted']} wanted, {of['found']} found, {of['hits']} hit")
        right = shares(hits, (), ())
        print("  right of these:", ", ".join(f"{part} {right[part].value:.3f} of {right[part].of}" for part in DETAILS))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "blind"))
