"""Sentences of real news that annotators have read: where they stand in a corpus, and the gold claims in them.

One sentence a line: the item of the corpus, the span of the sentence in its text or title, and the claims in it, whose words are
spans within the sentence. The file holds no text; that comes from the corpus. Where place and time of a claim were read too, it has
both names, null for what the sentence does not tell.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.evaluate.gold import Gold
from kg.evaluate.match import plain
from kg.model import Claim

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An item of the corpus as it stands there, its annotated sentences, and the gold claims of these."""

    record: Line
    sentences: tuple[str, ...]
    gold: tuple[Gold, ...]

    def annotated(self, claim: Claim) -> bool:
        """Does a claim stand in one of the annotated sentences?"""
        said = plain(claim.evidence.text)
        return any(said in sentence or sentence in said for sentence in self.sentences)


def read_news(annotations: Path, corpus: Path, part: str) -> dict[str, NewsItem]:
    """The annotated items of a part (``read`` or ``blind``) by id, as far as the folder ``corpus`` holds them.

    The corpus is JSON lines, plain or gzipped.
    """
    lines: dict[str, list[Line]] = defaultdict(list)
    for line in map(json.loads, annotations.read_text(encoding="utf-8").splitlines()):
        if line["part"] == part:
            lines[line["item"]].append(line)
    return {record["id"]: _item(record, lines[record["id"]]) for record in _records(corpus, set(lines))}


def _records(corpus: Path, wanted: set[str]) -> Iterator[Line]:
    for path in sorted([*corpus.glob("*.jsonl"), *corpus.glob("*.jsonl.gz")]):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as texts:
            yield from (record for record in map(json.loads, texts) if record["id"] in wanted)


def _item(record: Line, lines: list[Line]) -> NewsItem:
    said = [(line, record[line["field"]][line["start"] : line["end"]]) for line in lines]
    gold = tuple(claim for line, sentence in said for claim in _gold(line, sentence))
    return NewsItem(record, tuple(plain(sentence) for _, sentence in said), gold)


def _gold(line: Line, sentence: str) -> Iterator[Gold]:
    """The gold claims of a sentence; ``?``, somebody of no known state, has no code."""

    def words(span: list[int] | None) -> str | None:
        return sentence[slice(*span)] if span else None

    for number, claim in enumerate(line["claims"]):
        who, whom = (None if claim.get(role) == "?" else claim.get(role) for role in ("stakeholder", "target"))
        yield {
            "id": f"{line['item']}-{line['start']}-{number}",
            "evidence": sentence,
            "stakeholder": who,
            "relation": claim["relation"],
            "resource": words(claim.get("resource")),
            "target": whom,
            "status": claim["status"],
            "negated": claim.get("negated", False),
            "source": None,
            "optional": claim.get("optional", False),
            **{name: words(claim[name]) for name in ("place", "time") if name in claim},
        }
