"""Which claim says what a gold claim says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.evaluate.gold import Gold
from kg.model import Actor, Claim, Resource

# Relations that hold both ways.
BOTH_WAYS = frozenset({"agree", "consult", "cooperate"})
_EMPTY_WORDS = frozenset(["the", "of", "and", "a", "rare", "critical", "raw", "natural"])


def pair(
    wanted: Sequence[Gold], optional: Sequence[Gold], claims: list[Claim], typed: bool
) -> tuple[list[tuple[Gold, Claim]], list[Claim]]:
    """Pair each gold claim with the best free one; then set aside what only matches optional gold."""
    free, hits = list(claims), []
    for gold in wanted:
        candidates = sorted(free, key=lambda c: c.status != gold["status"])
        best = next((c for c in candidates if says(gold, c, typed)), None)
        if best is not None:
            free.remove(best)
            hits.append((gold, best))
    return hits, [c for c in free if not any(says(g, c, typed) for g in optional)]


def same_sentence(gold: Gold, claim: Claim) -> bool:
    """Does the claim's sentence hold the gold's evidence, or lie within it?"""
    want, said = plain(gold["evidence"]), plain(claim.evidence.text)
    return want in said or (said in want and 2 * len(said) >= len(want))


def says(gold: Gold, claim: Claim, typed: bool) -> bool:
    """Does a claim say what a gold claim says (``typed``: by the same relation too)?"""
    if not same_sentence(gold, claim):
        return False
    who, whom = code_of(claim.actor), code_of(claim.target)
    straight = who == gold["stakeholder"] and gold["target"] in (None, whom)
    turned = claim.relation in BOTH_WAYS and whom == gold["stakeholder"] and gold["target"] in (who, None)
    if not (straight or turned) or not same_resource(gold["resource"], claim.resource):
        return False
    return not typed or claim.relation == gold["relation"]


def code_of(actor: Actor | None) -> str | None:
    """The code of an actor's stakeholder."""
    return actor.stakeholder.code if actor and actor.stakeholder else None


def plain(text: str) -> str:
    """A text without marks and with single blanks."""
    return " ".join(text.replace("*", " ").replace("’", "'").split())


def stems(text: str | None) -> set[str]:
    """The content words of a text, in the singular."""
    words = re.findall(r"[a-z]+", (text or "").lower())
    return {w[:-1] if w.endswith("s") and len(w) > 3 else w for w in words} - _EMPTY_WORDS


def same_resource(gold: str | None, resource: Resource | None) -> bool:
    """Do gold's words for a resource share a content word with a resource's label, wording or broader kinds?"""
    if gold is None:
        return True
    if resource is None:
        return False
    said = [resource.label, resource.mention.text if resource.mention else None, *resource.broader]
    return any(stems(gold) & stems(words) for words in said)


def same_source(gold: Gold, claim: Claim) -> bool:
    """Is the source the one that gold names, by its own label or its stakeholder's; or none in both?"""
    if not gold["source"]:
        return claim.source is None
    source = claim.source
    return source is not None and gold["source"] in (
        source.label,
        source.stakeholder.label if source.stakeholder else None,
    )
