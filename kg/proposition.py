"""What a claim says, apart from who says it, when, and whether it is so: the canonical proposition that claims are pooled by.

"X supplies R to Y" and "Y acquires R from X" are one when both ends are named; agree, consult and cooperate hold both ways;
``other`` is told apart by its lemma; a claim without an actor says the same as no other. An empty role is a value of its own.
"""

from __future__ import annotations

import hashlib

from kg.model import Actor, Claim, Resource

_BOTH_WAYS = frozenset({"agree", "consult", "cooperate"})


def canonical(claim: Claim) -> tuple[str, Actor | None, Resource | None, Actor | None]:
    """Relation, actor, resource and target, in the direction in which the proposition is kept."""
    actor, target = claim.actor, claim.target
    if claim.relation == "acquire" and actor and target:
        return "supply", target, claim.resource, actor
    if claim.relation in _BOTH_WAYS and actor and target and target.id < actor.id:
        return claim.relation, target, claim.resource, actor
    return claim.relation, actor, claim.resource, target


def proposition(claim: Claim) -> tuple[str, ...]:
    """A key that claims share if they say the same: relation, actor, resource, target, lemma, and the claim if it stands alone."""
    relation, actor, resource, target = canonical(claim)
    lemma = claim.predicate if relation == "other" else ""
    alone = claim.id if actor is None else ""
    return (relation, *(_name(claim, role) for role in (actor, resource, target)), lemma, alone)


def statement_id(key: tuple[str, ...]) -> str:
    """The id of the statement of all claims with the key: the same on every machine."""
    return "statement/" + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:20]


def _name(claim: Claim, role: Actor | Resource | None) -> str:
    """An id; what nobody has linked is the same only within its article."""
    if role is None:
        return ""
    return role.id or f"\x1e{claim.article.id}\x1e{role.label}"
