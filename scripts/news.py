"""How much of real news is found: claims against the claims that annotators read in sentences of a corpus.

    uv run python scripts/news.py CORPUS [read|blind]

``tests/gold/news.jsonl`` has one sentence a line: the item of the corpus, the span of the sentence in its text or title, and the
claims in it, whose words are spans within the sentence; it holds no text. Rules are made on the part ``read``; nobody looks at what
is missed on the part ``blind``. CORPUS is the folder with the corpus's JSON lines.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.evaluate import Gold, Score
from kg.evaluate.gold import line_of
from kg.evaluate.match import pair, plain
from kg.model import Claim
from kg.pipeline import claims

ANNOTATIONS = Path(__file__).parent.parent / "tests" / "gold" / "news.jsonl"
Line = dict[str, Any]


def items(corpus: Path, wanted: set[str]) -> dict[str, Line]:
    """The items of a corpus folder (JSON lines, plain or gzipped) by id."""
    found: dict[str, Line] = {}
    for path in sorted([*corpus.glob("*.jsonl"), *corpus.glob("*.jsonl.gz")]):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            found.update((item["id"], item) for item in map(json.loads, lines) if item["id"] in wanted)
    return found


def gold_of(line: Line, item: Line) -> Iterator[Gold]:
    """The gold claims of an annotated sentence, in the form of the gold files; ``?``, somebody of no known state, is nobody's."""
    sentence = item[line["field"]][line["start"] : line["end"]]
    for number, claim in enumerate(line["claims"]):
        resource = claim.get("resource")
        who, whom = (None if claim.get(role) == "?" else claim.get(role) for role in ("stakeholder", "target"))
        yield {
            "id": f"{line['item']}-{line['start']}-{number}",
            "evidence": sentence,
            "stakeholder": who,
            "relation": claim["relation"],
            "resource": sentence[slice(*resource)] if resource else None,
            "target": whom,
            "status": claim["status"],
            "negated": claim.get("negated", False),
            "source": None,
            "optional": claim.get("optional", False),
        }


def claims_of(texts: dict[str, Line]) -> dict[str, list[Claim]]:
    """The claims of the items with the default confidence, by item; untyped ones left out."""
    found: dict[str, list[Claim]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "items.jsonl"
        file.write_text("".join(json.dumps(item) + "\n" for item in texts.values()), encoding="utf-8")
        for claim in claims(str(file)):
            if claim.relation != "other":
                found[claim.article.id].append(claim)
    return found


def inside(claim: Claim, sentences: list[str]) -> bool:
    """Does a claim stand in one of the annotated sentences?"""
    said = plain(claim.evidence.text)
    return any(said in s or s in said for s in sentences)


def compare(lines: list[Line], texts: dict[str, Line], typed: bool, told: dict[str, list[Claim]]) -> Counter[str]:
    """Claims wanted, found and hit, with the right relation (``typed``) or any; and of the hits those of the right status."""
    counts = Counter[str]()
    by_item: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_item[line["item"]].append(line)
    for name, own in by_item.items():
        gold = [claim for line in own for claim in gold_of(line, texts[name])]
        sentences = [plain(texts[name][line["field"]][line["start"] : line["end"]]) for line in own]
        found = [claim for claim in told[name] if inside(claim, sentences)]
        wanted, optional = ([g for g in gold if g["optional"] is which] for which in (False, True))
        hits, free = pair(wanted, optional, found, typed)
        status = sum(g["status"] == c.status and g["negated"] == c.negated for g, c in hits)
        counts.update(wanted=len(wanted), found=len(hits) + len(free), hits=len(hits), status=status)
    return counts


def main(corpus: Path, part: str) -> int:
    """Extract, compare, print."""
    lines = [line for line in map(json.loads, ANNOTATIONS.read_text(encoding="utf-8").splitlines()) if line["part"] == part]
    texts = items(corpus, {line["item"] for line in lines})
    lines = [line for line in lines if line["item"] in texts]
    if not lines:
        print(f"{corpus}: no annotated item of part {part!r}; give the corpus's folder, and read or blind", file=sys.stderr)
        return 2
    print(f"{len(lines)} sentences of {len(texts)} items")
    told = claims_of(texts)
    for name, typed in (("claims", True), ("relation aside", False)):
        of = compare(lines, texts, typed, told)
        score = Score(of["hits"] / (of["found"] or 1), of["hits"] / (of["wanted"] or 1))
        print(line_of(name, score), f" {of['wanted']} wanted, {of['found']} found, status and negation right: {of['status']}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "blind"))
