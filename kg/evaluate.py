"""Gold against found → scores.

A found claim hits a gold claim when its evidence is the same sentence, the actor's stakeholder is the same, the resource shares a
content word where gold names one, the target's stakeholder is the same where gold names one, and (typed) the relation is the same.
Agree, consult and cooperate hold both ways. Gold marked optional is neither asked for nor held against. Relation ``other`` is not
scored. Political events: PLOVER gold standard records, one coded event a record.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import FormatError
from kg.model import Actor, Claim, Resource

_BOTH_WAYS = frozenset({"agree", "consult", "cooperate"})
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
_EMPTY_WORDS = frozenset(["the", "of", "and", "a", "rare", "critical", "raw", "natural"])

_CLAIM_KEYS = {"id", "evidence", "stakeholder", "relation", "resource", "target", "status", "negated", "source"}
_EVENT_KEYS = {"id", "event", "source", "target"}

Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """How claims compare with gold claims; ``status``, ``negation`` and ``source`` are shares of the hits."""

    untyped: Score
    typed: Score
    strict: Score
    status: float
    negation: float
    source: float
    sourced: int
    missed: tuple[Gold, ...]
    invented: tuple[Claim, ...]

    def lines(self) -> list[str]:
        """One measure a line, as people read it."""
        return [
            _line("actor+resource+target", self.untyped),
            _line("claim", self.typed),
            _line("strict claim (status, negation and source too)", self.strict),
            f"status right: {self.status:.3f}",
            f"negation right: {self.negation:.3f}",
            f"source right: {self.source:.3f}  of {self.sourced}",
        ]


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
            _line("source-event-target", self.triples),
            f"claims a record: {self.per_record:.2f}",
        ]


def _line(name: str, score: Score) -> str:
    return f"{name}: F1 {score.f1:.3f}  precision {score.precision:.3f}  recall {score.recall:.3f}"


def read_gold(path: Path) -> list[Gold]:
    """Gold records of a JSONL file; raises :class:`FormatError` with file and line where one is malformed."""
    records: list[Gold] = []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise FormatError(f"{path}:{number}: not JSON ({error}); mend or remove the line") from error
            if not isinstance(record, dict) or not (record.keys() >= _CLAIM_KEYS or record.keys() >= _EVENT_KEYS):
                raise FormatError(f"{path}:{number}: neither a gold claim nor a coded event; see docs for the two formats")
            records.append(record)
    return records


def is_events(gold: Sequence[Gold]) -> bool:
    """Are these records coded events (PLOVER) rather than gold claims?"""
    return bool(gold) and "event" in gold[0]


def score_claims(gold: Sequence[Gold], found: Iterable[Claim]) -> ClaimScores:
    """Compare claims with gold claims."""
    optional = [g for g in gold if g.get("optional")]
    wanted = [g for g in gold if not g.get("optional")]
    claims = [c for c in found if c.relation != "other"]
    loose_hits, loose_free = _match(wanted, optional, claims, typed=False)
    hits, free = _match(wanted, optional, claims, typed=True)
    strict = sum(g["status"] == c.status and g["negated"] == c.negated and _same_source(g, c) for g, c in hits)
    count = len(hits) or 1
    sourced = [(g, c) for g, c in hits if g["source"]]
    got = {g["id"] for g, _ in hits}
    return ClaimScores(
        _score(len(loose_hits), len(wanted), len(loose_hits), len(loose_hits) + len(loose_free)),
        _score(len(hits), len(wanted), len(hits), len(hits) + len(free)),
        _score(strict, len(wanted), strict, len(hits) + len(free)),
        sum(g["status"] == c.status for g, c in hits) / count,
        sum(g["negated"] == c.negated for g, c in hits) / count,
        sum(_same_source(g, c) for g, c in sourced) / (len(sourced) or 1),
        len(sourced),
        tuple(g for g in wanted if g["id"] not in got),
        tuple(free),
    )


def _score(hit_gold: int, gold: int, hit_found: int, found: int) -> Score:
    return Score(hit_found / found if found else 0.0, hit_gold / gold if gold else 0.0)


def _match(
    wanted: Sequence[Gold], optional: Sequence[Gold], claims: list[Claim], typed: bool
) -> tuple[list[tuple[Gold, Claim]], list[Claim]]:
    """Pair each gold claim with the best free one; then set aside what only matches optional gold."""
    free, hits = list(claims), []
    for gold in wanted:
        candidates = sorted(free, key=lambda c: c.status != gold["status"])
        best = next((c for c in candidates if _says(gold, c, typed)), None)
        if best is not None:
            free.remove(best)
            hits.append((gold, best))
    return hits, [c for c in free if not any(_says(g, c, typed) for g in optional)]


def _says(gold: Gold, claim: Claim, typed: bool) -> bool:
    want, said = _plain(gold["evidence"]), _plain(claim.evidence.text)
    if want not in said and not (said in want and 2 * len(said) >= len(want)):
        return False
    who, whom = code_of(claim.actor), code_of(claim.target)
    straight = who == gold["stakeholder"] and gold["target"] in (None, whom)
    turned = claim.relation in _BOTH_WAYS and whom == gold["stakeholder"] and gold["target"] in (who, None)
    if not (straight or turned) or not _same_resource(gold["resource"], claim.resource):
        return False
    return not typed or claim.relation == gold["relation"]


def code_of(actor: Actor | None) -> str | None:
    """The code of an actor's stakeholder."""
    return actor.stakeholder.code if actor and actor.stakeholder else None


def _plain(text: str) -> str:
    return " ".join(text.replace("*", " ").replace("’", "'").split())


def _stems(text: str | None) -> set[str]:
    words = re.findall(r"[a-z]+", (text or "").lower())
    return {w[:-1] if w.endswith("s") and len(w) > 3 else w for w in words} - _EMPTY_WORDS


def _same_resource(gold: str | None, resource: Resource | None) -> bool:
    if gold is None:
        return True
    if resource is None:
        return False
    said = [resource.label, resource.mention.text if resource.mention else None, *resource.broader]
    return any(_stems(gold) & _stems(words) for words in said)


def _same_source(gold: Gold, claim: Claim) -> bool:
    if not gold["source"]:
        return claim.source is None
    source = claim.source
    return source is not None and gold["source"] in (
        source.label,
        source.stakeholder.label if source.stakeholder else None,
    )


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
    turned = claim.relation in _BOTH_WAYS and _codes_match(source, whom) and _codes_match(target, who)
    return straight or turned


def _codes_match(gold: str | None, found: str | None) -> bool:
    return gold == found or (gold in ("IGO", "NGO", "MNC") and found in _INTERNATIONAL | {"NGO", "MNC"})
