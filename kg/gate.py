"""Floors under the figures of a gold set: what was reached once is not lost unseen.

The floors file holds, for each part of the gold (a folder below it), the figures that may not be undercut, and the digest and the
counts of the gold that they were measured on. Raising is free; lowering, or changing the gold, asks for a flag.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import FormatError
from kg.evaluate import Gold

# Another processor may round a score the other way: a claim or two on the verge are no loss.
TOLERANCE = 0.01
Figures = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Pin:
    """What the gold is: a digest over its files, and how many claims and texts it has."""

    digest: str
    claims: int
    texts: int


@dataclass(frozen=True, slots=True)
class Floors:
    """The figures that may not be undercut, by part of the gold, and the gold that they belong to."""

    pins: Mapping[str, Pin]
    figures: Figures


def pin(files: Sequence[Path], records: Sequence[Gold]) -> Pin:
    """Pin the gold: its files and the texts beside them, by content and name."""
    digest = hashlib.sha256()
    texts = [p for f in files for p in sorted(f.parent.glob(f.name.removesuffix(".gold.jsonl") + ".*")) if p != f]
    for path in sorted({*files, *texts}):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return Pin(digest.hexdigest(), len(records), len(texts))


def read_floors(path: Path) -> Floors:
    """Read a floors file; an absent one has no floors. Raises :class:`FormatError` where it is malformed."""
    if not path.exists():
        return Floors({}, {})
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        pins = {name: Pin(**part["gold"]) for name, part in content.items()}
        return Floors(pins, {name: {k: float(v) for k, v in part["floors"].items()} for name, part in content.items()})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FormatError(f"{path}: not a floors file ({error}); restore it, or remove it and write it anew") from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write a floors file, three decimals a figure, rounded down."""
    content = {
        name: {
            "gold": {"digest": floors.pins[name].digest, "claims": floors.pins[name].claims, "texts": floors.pins[name].texts},
            "floors": {k: int(v * 1000 + 1e-6) / 1000 for k, v in figures.items()},
        }
        for name, figures in floors.figures.items()
    }
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def losses(floors: Floors, pins: Mapping[str, Pin], figures: Figures) -> list[str]:
    """What stands against passing: changed gold, figures under their floor, figures gone. Empty where all is well."""
    found = []
    for part, floor in floors.figures.items():
        if part not in figures:
            found.append(f"{part}: no longer measured")
            continue
        if pins[part] != floors.pins[part]:
            found.append(f"{part}: the gold has changed; if that is meant, accept it with --new-gold")
        for name, least in floor.items():
            value = figures[part].get(name)
            if value is None:
                found.append(f"{part}: {name} is no longer measured")
            elif value < least - TOLERANCE:
                found.append(f"{part}: {name} {value:.3f} is under its floor {least:.3f}")
    return found


def raised(floors: Floors, pins: Mapping[str, Pin], figures: Figures, lower: bool = False) -> Floors:
    """The floors with each figure that is higher now put in; with ``lower`` the lower ones too, for a gold set that has changed."""
    new = {
        part: {
            name: value if lower or part not in floors.figures else max(value, floors.figures[part].get(name, 0.0))
            for name, value in found.items()
        }
        for part, found in figures.items()
    }
    return Floors({**floors.pins, **pins}, {**floors.figures, **new})
