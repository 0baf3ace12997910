"""Does confidence mean what it says: of the claims with 0.8, are eight of ten right?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims whose confidence lies in one tenth: how many, their mean confidence, and the share that is right."""

    least: float
    count: int
    confidence: float
    right: float


def reliability(rated: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The reliability table of pairs of confidence and rightness, without empty bins."""
    table = []
    for number in range(BINS):
        inside = [(c, ok) for c, ok in rated if min(int(c * BINS), BINS - 1) == number]
        if inside:
            n = len(inside)
            table.append(Bin(number / BINS, n, sum(c for c, _ in inside) / n, sum(ok for _, ok in inside) / n))
    return table


def calibration_error(rated: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error (Naeini, Cooper & Hauskrecht 2015): the mean gap between confidence and rightness, by bins.

    >>> calibration_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    0.0
    """
    total = len(rated) or 1
    return sum(b.count * abs(b.confidence - b.right) for b in reliability(rated)) / total


def precision_from(rated: Sequence[tuple[float, bool]], least: float) -> tuple[float, int]:
    """The share of right ones among those of at least this confidence, and how many they are."""
    kept = [ok for c, ok in rated if c >= least]
    return (sum(kept) / len(kept) if kept else 0.0), len(kept)
