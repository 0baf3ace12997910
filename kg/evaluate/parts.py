"""How right each part of a found claim is: roles, status, qualifiers, and under whom its actor is counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.evaluate.gold import Gold
from kg.evaluate.match import BOTH_WAYS, code_of, same_resource, same_sentence, same_source, stems
from kg.model import Actor, Claim, Mention

Hit = tuple[Gold, Claim]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those asked were right."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 1 where nothing was asked."""
        return self.right / self.of if self.of else 1.0


def shares(hits: Sequence[Hit], gold: Sequence[Gold], claims: Sequence[Claim]) -> dict[str, Share]:
    """The share of hits in which each part is right; a part that the gold does not annotate is not asked.

    ``stakeholder`` is asked of gold actors that were found by name in a claim of the same sentence and relation.
    """
    found = {name: _share(hits, name, right) for name, right in _PARTS.items()}
    return {**found, "stakeholder": _stakeholders(gold, claims)}


def _share(hits: Sequence[Hit], name: str, right: Callable[[Gold, Claim], bool]) -> Share:
    asked = [(g, c) for g, c in hits if name in g]
    return Share(sum(right(g, c) for g, c in asked), len(asked))


def _stakeholders(gold: Sequence[Gold], claims: Sequence[Claim]) -> Share:
    right = of = 0
    for record in gold:
        if not record["stakeholder"] or not record.get("actor"):
            continue
        named = [
            c for c in claims if c.relation == record["relation"] and same_sentence(record, c) and _named(record["actor"], c.actor)
        ]
        if named:
            of += 1
            right += any(code_of(c.actor) == record["stakeholder"] for c in named)
    return Share(right, of)


def _named(name: str, actor: Actor | None) -> bool:
    if actor is None:
        return False
    words = stems(name)
    return bool(words & stems(actor.label)) or bool(actor.mention and words & stems(actor.mention.text))


def _same_target(gold: Gold, claim: Claim) -> bool:
    ends = {code_of(claim.target)} | ({code_of(claim.actor)} if claim.relation in BOTH_WAYS else set())
    return gold["target"] in ends if gold["target"] else claim.target is None


def _same_proposer(gold: Gold, claim: Claim) -> bool:
    return _named(gold["proposer"], claim.proposer) if gold["proposer"] else claim.proposer is None


def _words(name: str, of: Callable[[Claim], Mention | None]) -> Callable[[Gold, Claim], bool]:
    """The wording of a qualifier shares a word with gold's; or there is none in both."""

    def right(gold: Gold, claim: Claim) -> bool:
        mention = of(claim)
        if not gold[name]:
            return mention is None
        return mention is not None and bool(_plain_words(gold[name]) & _plain_words(mention.text))

    return right


def _plain_words(text: str) -> set[str]:
    return {w.strip(".,;:()$%€£").lower() for w in text.split()} - _EMPTY


_EMPTY = frozenset({"", "the", "of", "in", "on", "a", "by", "at", "for", "last", "about"})

_PARTS: dict[str, Callable[[Gold, Claim], bool]] = {
    "status": lambda g, c: bool(g["status"] == c.status),
    "mode": lambda g, c: bool(g["mode"] == c.mode),
    "negated": lambda g, c: bool(g["negated"] == c.negated),
    "source": same_source,
    "proposer": _same_proposer,
    "target": _same_target,
    "resource": lambda g, c: same_resource(g["resource"], c.resource) and bool(g["resource"] or c.resource is None),
    "place": _words("place", lambda c: c.place.mention if c.place else None),
    "time": _words("time", lambda c: c.time.mention if c.time else None),
    "quantity": _words("quantity", lambda c: c.quantity.mention if c.quantity else None),
}
