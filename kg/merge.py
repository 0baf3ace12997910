"""Claims → statements: claims of the same canonical proposition are pooled; order-free and idempotent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from kg.model import Claim, Statement
from kg.proposition import canonical, proposition, statement_id


def merge(claims: Iterable[Claim]) -> Iterator[Statement]:
    """Pool claims into statements, sorted by id; the claims of each by date, article and place in the text."""
    groups: dict[tuple[str, ...], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        groups[proposition(claim)][claim.id] = claim
    for key, group in sorted(groups.items()):
        yield _statement(key, sorted(group.values(), key=_order))


def _order(claim: Claim) -> tuple[date, str, int, str]:
    return (claim.article.published or date.max, claim.article.id, claim.evidence.predicate.start, claim.id)


def _statement(key: tuple[str, ...], claims: list[Claim]) -> Statement:
    relation, actor, resource, target = canonical(claims[0])
    return Statement(statement_id(key), relation, actor, resource, target, key[4] or None, tuple(claims))
