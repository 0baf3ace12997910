"""Claims → statements: claims of the same canonical proposition are pooled; order-free and idempotent.

"X supplies R to Y" and "Y acquires R from X" are one statement when both ends are named; agree, consult and cooperate hold both
ways; ``other`` is told apart by its lemma; a claim without an actor pools with no other. An empty role is a value of its own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from kg.model import Actor, Claim, Resource, Statement

_BOTH_WAYS = frozenset({"agree", "consult", "cooperate"})


def merge(claims: Iterable[Claim]) -> Iterator[Statement]:
    """Pool claims into statements, sorted by id; the claims of each by date, article and place in the text."""
    groups: dict[tuple[str, ...], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        groups[_key(claim)][claim.id] = claim
    for key, group in sorted(groups.items()):
        yield _statement(key, sorted(group.values(), key=_order))


def _order(claim: Claim) -> tuple[date, str, int, str]:
    return (claim.article.published or date.max, claim.article.id, claim.evidence.predicate.start, claim.id)


def _key(claim: Claim) -> tuple[str, ...]:
    relation, actor, resource, target = _canonical(claim)
    lemma = claim.predicate if relation == "other" else ""
    alone = claim.id if actor is None else ""
    return (
        relation,
        actor.id if actor else "",
        resource.id if resource else "",
        target.id if target else "",
        lemma,
        alone,
    )


def _canonical(claim: Claim) -> tuple[str, Actor | None, Resource | None, Actor | None]:
    actor, target = claim.actor, claim.target
    if claim.relation == "acquire" and actor and target:
        return "supply", target, claim.resource, actor
    if claim.relation in _BOTH_WAYS and actor and target and target.id < actor.id:
        return claim.relation, target, claim.resource, actor
    return claim.relation, actor, claim.resource, target


def _statement(key: tuple[str, ...], claims: list[Claim]) -> Statement:
    relation, actor, resource, target = _canonical(claims[0])
    identifier = "statement/" + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:20]
    return Statement(identifier, relation, actor, resource, target, key[4] or None, tuple(claims))
