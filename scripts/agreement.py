"""How far two annotators of ``tests/gold`` agree, before their differences were settled.

    uv run python scripts/agreement.py tests/gold

Claims of the two are paired as claims are with gold: the same evidence, stakeholder, target and resource (untyped), and the same
relation (typed). Agreement on claims is the F1 of one against the other (Hripcsak & Rothschild 2005, for which no true negatives
are needed); on status, negation and source, Cohen's kappa over the pairs, and the plain share.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

from kg.evaluate.match import BOTH_WAYS, stems

Record = dict[str, Any]
DEFAULTS = {"status": "actual", "mode": "done", "negated": False}


def read(folder: Path) -> dict[str, list[Record]]:
    """Annotations by passage."""
    return {
        f.stem: [json.loads(line) for line in f.read_text(encoding="utf-8").splitlines() if line]
        for f in sorted(folder.glob("*.jsonl"))
    }


def pairs(first: Sequence[Record], second: Sequence[Record], typed: bool) -> list[tuple[Record, Record]]:
    """The claims that both have."""
    free, found = list(second), []
    for one in first:
        other = next((x for x in free if same(one, x, typed)), None)
        if other is not None:
            free.remove(other)
            found.append((one, other))
    return found


def same(one: Record, other: Record, typed: bool) -> bool:
    """Do two annotations say the same?"""
    a, b = one["evidence"], other["evidence"]
    words = set(a.split()) & set(b.split())
    if not (a in b or b in a or 2 * len(words) >= min(len(a.split()), len(b.split()))):
        return False
    ends = [(x.get("stakeholder"), x.get("target")) for x in (one, other)]
    turned = one["relation"] in BOTH_WAYS and ends[0] == ends[1][::-1]
    if not (ends[0] == ends[1] or turned):
        return False
    things = [stems(x.get("resource")) for x in (one, other)]
    if bool(things[0]) != bool(things[1]) or (things[0] and not things[0] & things[1]):
        return False
    return not typed or one["relation"] == other["relation"]


def kappa(values: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Cohen's kappa of two raters."""
    n = len(values) or 1
    agreed = sum(a == b for a, b in values) / n
    left, right = Counter(a for a, _ in values), Counter(b for _, b in values)
    chance = sum(left[v] * right[v] for v in left) / n**2
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def main(root: Path) -> None:
    """Print the figures."""
    first, second = read(root / "annotations" / "first"), read(root / "annotations" / "second")
    names = sorted(first.keys() & second.keys())
    count = [sum(len(x[n]) for n in names) for x in (first, second)]
    print(f"{len(names)} passages, {count[0]} and {count[1]} claims")
    for kind in (False, True):
        both = [p for n in names for p in pairs(first[n], second[n], kind)]
        print(f"{'typed' if kind else 'untyped'} claims: F1 {2 * len(both) / sum(count):.3f}")
    for part in ("status", "negated", "source"):
        values = [tuple(x.get(part) or DEFAULTS.get(part) for x in p) for p in both]
        share = sum(a == b for a, b in values) / (len(values) or 1)
        print(f"{part}: {share:.3f} the same, kappa {kappa(values):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
