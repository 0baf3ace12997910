"""Gold records, and the precision and recall that are measured on them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import FormatError

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


def line_of(name: str, score: Score) -> str:
    """A measure as people read it."""
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
