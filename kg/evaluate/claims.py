"""Claims against gold claims: what is found, and how right each part of it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.gold import Gold, Score, line_of
from kg.evaluate.match import pair, same_source
from kg.evaluate.parts import Share, shares
from kg.evaluate.reliability import calibration_error, precision_from
from kg.model import Claim

SURE = 0.8


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
    parts: Mapping[str, Share]
    rated: tuple[tuple[float, bool], ...]
    missed: tuple[Gold, ...]
    invented: tuple[Claim, ...]

    def lines(self) -> list[str]:
        """One measure a line, as people read it."""
        return [
            line_of("actor+resource+target", self.untyped),
            line_of("claim", self.typed),
            line_of("strict claim (status, negation and source too)", self.strict),
            f"status right: {self.status:.3f}",
            f"negation right: {self.negation:.3f}",
            f"source right: {self.source:.3f}  of {self.sourced}",
        ]

    def part_lines(self) -> list[str]:
        """How right each part is over all hits, one a line, where the gold annotates it."""
        found = [f"{name}: {share.value:.3f}  of {share.of}" for name, share in self.parts.items() if share.of]
        sure, count = precision_from(self.rated, SURE)
        found.append(f"calibration error: {calibration_error(self.rated):.3f}  of {len(self.rated)}")
        return [*found, f"precision from confidence {SURE}: {sure:.3f}  of {count}"]

    def figures(self) -> dict[str, float]:
        """Every figure by its name, 0 to 1: the F1 of claims, and the share of each part that the gold annotates."""
        f1 = {"untyped": self.untyped.f1, "claim": self.typed.f1, "strict": self.strict.f1}
        f1["calibration"] = 1 - calibration_error(self.rated)
        return {**f1, **{name: share.value for name, share in self.parts.items() if share.of}}


def score_claims(gold: Sequence[Gold], found: Iterable[Claim]) -> ClaimScores:
    """Compare claims with gold claims."""
    optional = [g for g in gold if g.get("optional")]
    wanted = [g for g in gold if not g.get("optional")]
    claims = [c for c in found if c.relation != "other"]
    loose_hits, loose_free = pair(wanted, optional, claims, typed=False)
    hits, free = pair(wanted, optional, claims, typed=True)
    strict = sum(g["status"] == c.status and g["negated"] == c.negated and same_source(g, c) for g, c in hits)
    count = len(hits) or 1
    sourced = [(g, c) for g, c in hits if g["source"]]
    got = {g["id"] for g, _ in hits}
    return ClaimScores(
        _score(len(loose_hits), len(wanted), len(loose_hits), len(loose_hits) + len(loose_free)),
        _score(len(hits), len(wanted), len(hits), len(hits) + len(free)),
        _score(strict, len(wanted), strict, len(hits) + len(free)),
        sum(g["status"] == c.status for g, c in hits) / count,
        sum(g["negated"] == c.negated for g, c in hits) / count,
        sum(same_source(g, c) for g, c in sourced) / (len(sourced) or 1),
        len(sourced),
        shares(hits, wanted, claims),
        _rated(claims, free),
        tuple(g for g in wanted if g["id"] not in got),
        tuple(free),
    )


def _rated(claims: Sequence[Claim], wrong: Sequence[Claim]) -> tuple[tuple[float, bool], ...]:
    """Each claim's confidence, and whether gold has it (optional gold included)."""
    missing = {id(c) for c in wrong}
    return tuple((c.confidence, id(c) not in missing) for c in claims)


def _score(hit_gold: int, gold: int, hit_found: int, found: int) -> Score:
    return Score(hit_found / found if found else 0.0, hit_gold / gold if gold else 0.0)
