"""What has changed between two bodies of claims: propositions that came, that went, and whose standing is another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.merge import merge
from kg.model import Claim, Statement, Status


class Kind(StrEnum):
    """How a proposition differs."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a proposition stands by the claim told last: its status, and whether it is denied."""

    status: Status
    negated: bool

    def __str__(self) -> str:
        """The status, or that it is denied."""
        return f"{self.status.value}, denied" if self.negated else self.status.value


@dataclass(frozen=True, slots=True)
class Change:
    """A proposition that differs: how it stood and stands (None: it was, or is, not told), and its last claim."""

    kind: Kind
    statement: Statement
    was: Standing | None
    now: Standing | None

    @property
    def claim(self) -> Claim:
        """The claim told last."""
        return self.statement.claims[-1]


def diff(before: Iterable[Claim], after: Iterable[Claim]) -> Iterator[Change]:
    """Propositions that came, went or stand otherwise, in the order of their identifiers.

    Propositions are those of :func:`kg.merge.merge`; each stands as its claim told last has it, whatever the claims before.
    """
    old, new = ({s.id: s for s in merge(claims)} for claims in (before, after))
    for key in sorted(old.keys() | new.keys()):
        was = _standing(old[key]) if key in old else None
        now = _standing(new[key]) if key in new else None
        if was != now:
            kind = Kind.CAME if was is None else Kind.WENT if now is None else Kind.CHANGED
            yield Change(kind, new.get(key) or old[key], was, now)


def until(claims: Iterable[Claim], day: date) -> Iterator[Claim]:
    """The claims of articles published on that day or before; an article without a date counts for no day."""
    return (c for c in claims if c.article.published is not None and c.article.published <= day)


def _standing(statement: Statement) -> Standing:
    last = statement.claims[-1]
    return Standing(last.status, last.negated)
