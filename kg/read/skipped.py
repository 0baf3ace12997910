"""What could not be read, said in one line: where, why, and what to do about it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger("kg.read")


@dataclass(frozen=True, slots=True)
class Skipped:
    """One file or record that was not read.

    ``where`` is ``file`` or ``file:line``. ``kept`` is True where only a field was dropped (a date that is none) and
    the article was read all the same.
    """

    where: str
    reason: str
    advice: str
    kept: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}; {self.advice}"


Report = Callable[[Skipped], None]


def log_it(skipped: Skipped) -> None:
    """The report where the caller gives none: one warning on the logger ``kg.read``."""
    log.warning("%s", skipped)


class Unreadable(Exception):
    """A file or record cannot be an article. Never leaves ``kg.read``: the stream turns it into a ``Skipped``."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice

    def at(self, where: str) -> Skipped:
        """The same, with its place."""
        return Skipped(where, self.reason, self.advice)
