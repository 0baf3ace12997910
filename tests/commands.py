"""Running a command line in this process, and reading what it said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def one_line(result: Result, code: int = 1) -> str:
    """The error that a command ended with: one line, no traceback."""
    assert result.code == code, result
    assert "Traceback" not in result.err
    (line,) = [line for line in result.err.splitlines() if line.startswith("kg: ")]
    assert result.err.rstrip().endswith(line)
    return line
