"""Claims against hand-coded political events: PLOVER gold standard records, one coded event a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluate.gold import Gold, Score, line_of
from kg.evaluate.match import BOTH_WAYS, code_of
from kg.model import Claim

# What PLOVER codes simply as an international organisation.
_INTERNATIONAL = frozenset(
    [
        "IGO",
        "EU",
        "UN",
        "NATO",
        "OPEC",
        "AU",
        "ASEAN",
        "G7",
        "G20",
        "BRICS",
        "IMF",
        "WTO",
        "IAEA",
        "OSCE",
        "APEC",
        "ECOWAS",
        "ARL",
        "LAS",
        "GCC",
        "WB",
        "ICC",
        "WHO",
    ]
)


@dataclass(frozen=True, slots=True)
class EventScores:
    """How claims compare with hand-coded political events; shares of the records, and claims a record."""

    events: float
    sources: float
    triples: Score
    per_record: float
    records: int

    def lines(self) -> list[str]:
        """One measure a line, as people read it."""
        return [
            f"event type found: {self.events:.3f}  of {self.records}",
            f"source actors found: {self.sources:.3f}",
            line_of("source-event-target", self.triples),
            f"claims a record: {self.per_record:.2f}",
        ]


def score_events(gold: Sequence[Gold], found: Iterable[Claim]) -> EventScores:
    """Compare claims with coded events; claims belong to a record by their article's id."""
    by_record: dict[str, list[Claim]] = defaultdict(list)
    total = 0
    for claim in found:
        if claim.relation != "other":
            by_record[claim.article.id].append(claim)
            total += 1
    events = sources = hits = pairs = used = 0
    for record in gold:
        claims = by_record[record["id"]]
        events += any(c.plover == record["event"] for c in claims)
        sources += all(any(_codes_match(a["code"], x) for c in claims for x in _ends(c)) for a in record["source"])
        wanted = _pairs(record)
        matched = [next((i for i, c in enumerate(claims) if _event_of(c, record["event"], *pair)), None) for pair in wanted]
        pairs += len(wanted)
        hits += sum(m is not None for m in matched)
        used += len({m for m in matched if m is not None})
    count = len(gold) or 1
    triples = Score(used / total if total else 0.0, hits / pairs if pairs else 0.0)
    return EventScores(events / count, sources / count, triples, total / count, len(gold))


def _ends(claim: Claim) -> tuple[str | None, str | None]:
    return code_of(claim.actor), code_of(claim.target)


def _pairs(record: Gold) -> list[tuple[str, str | None]]:
    """Source and target codes of a record; of several sources without a target, each with each other."""
    sources = [a["code"] for a in record["source"]]
    targets = [a["code"] for a in record["target"]]
    if targets:
        return [(a, b) for a in sources for b in targets]
    return [(a, b) for a in sources for b in sources if a != b] or [(a, None) for a in sources]


def _event_of(claim: Claim, event: str, source: str, target: str | None) -> bool:
    if claim.plover != event:
        return False
    who, whom = _ends(claim)
    straight = _codes_match(source, who) and (target is None or _codes_match(target, whom))
    turned = claim.relation in BOTH_WAYS and _codes_match(source, whom) and _codes_match(target, who)
    return straight or turned


def _codes_match(gold: str | None, found: str | None) -> bool:
    return gold == found or (gold in ("IGO", "NGO", "MNC") and found in _INTERNATIONAL | {"NGO", "MNC"})
