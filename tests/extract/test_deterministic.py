"""The same text gives the same claims, whatever order the interpreter keeps its sets in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def read(seed: str) -> str:
    """What a process with that hash seed reads in the passages."""
    kg = [sys.executable, "-c", "from kg.cli import main; main()"]
    command = [*kg, "extract", str(ROOT / "tests" / "training"), str(ROOT / "tests" / "gold" / "dev")]
    done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout


def test_hash_seeds_change_nothing() -> None:
    first, second = read("1"), read("2")
    assert len(first.splitlines()) > 500
    assert first == second
