"""Why a claim was made: the rule and the cue that licensed it, the way to each role, antecedents and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract import DEFAULT_MODEL
from kg.extract.path import paths
from kg.model import Actor, Claim, Mention, Resource
from kg.vocab import Cue, Vocabulary
from kg.vocab import load as load_vocabulary

_HOW = {
    "name": "a name of it in the ontology",
    "family": "a family name, held by this person in office on the article's day",
    "metonym": "a place that stands for its government",
    "demonym": "a word for its people",
}


@dataclass(frozen=True, slots=True)
class RoleReason:
    """How one role was filled: its words, the way through the parse to them, what they lead back to, what they were linked to."""

    role: str
    words: str
    path: str
    antecedents: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that led to a claim."""

    claim: Claim
    rule: str
    cue: str
    roles: tuple[RoleReason, ...]

    def lines(self) -> list[str]:
        """The explanation as people read it."""
        claim = self.claim
        status = f"{claim.status.value}, {claim.mode.value}{', denied' if claim.negated else ''}"
        found = [
            f"claim       {claim.id}",
            f"sentence    {claim.evidence.text}",
            f"predicate   {claim.predicate} → {claim.relation}",
            f"status      {status}",
            f"rule        {self.rule}",
            f"cue         {self.cue}",
            f"confidence  {claim.confidence:.2f}",
        ]
        for reason in self.roles:
            found.append(f"{reason.role:11} “{reason.words}”")
            found += [f"            path: {reason.path}"] if reason.path else []
            found += [f"            leads back to “{words}”" for words in reason.antecedents]
            found += [f"            linked: {reason.link}"] if reason.link else []
        return found


def explain(claim: Claim, vocab: Vocabulary | None = None, model: str = DEFAULT_MODEL) -> Explanation:
    """Say why a claim was made.

    The parse is made anew from the claim's sentence with ``model``; the rest is read off the claim and the ontology. A claim that
    no rule made (a language model's) has neither cue nor path. Raises :class:`kg.errors.ModelError`.
    """
    vocab = vocab or load_vocabulary()
    filled = list(_roles(claim))
    ways = paths(claim.evidence, [mention for _, mention, _ in filled], vocab, model)
    cue = next((c for c in vocab.cue_list() if c.id == claim.cue), None)
    reasons = tuple(
        RoleReason(
            role, mention.text, ways.get((mention.start, mention.end), ""), tuple(_chain(mention)), _link(value, mention, vocab)
        )
        for role, mention, value in filled
    )
    return Explanation(claim, _rule(claim.rule), _cue(cue) if cue else claim.cue or "none", reasons)


def _roles(claim: Claim) -> Iterator[tuple[str, Mention, Actor | Resource | None]]:
    for role in ("actor", "proposer", "resource", "target", "source"):
        value: Actor | Resource | None = getattr(claim, role)
        if value is not None and value.mention is not None:
            yield role, value.mention, value
    for role in ("place", "time", "quantity"):
        qualifier = getattr(claim, role)
        if qualifier is not None and qualifier.mention is not None:
            yield role, qualifier.mention, None


def _chain(mention: Mention) -> Iterator[str]:
    before = mention.antecedent
    while before is not None:
        yield before.text
        before = before.antecedent


def _rule(rule: str) -> str:
    """A rule's name spelt out: the construction, then the words that govern it, from the inside out."""
    base, *above = rule.split("<")
    return base + (f", governed by {', then '.join(above)}" if above else "")


def _cue(cue: Cue) -> str:
    asked = [
        ("object", cue.object_lemmas | cue.object_kinds),
        ("with", cue.needs),
        ("without", cue.lacks),
        ("actor of sector", cue.actor_sectors),
    ]
    conditions = "; ".join(f"{name} {', '.join(sorted(values)[:6])}" for name, values in asked if values)
    words = f"{cue.id}: {' '.join(cue.words)} ({cue.pos}) tells {cue.relation}, {cue.frame.id}"
    return words + (f"; {conditions}" if conditions else "")


def _link(value: Actor | Resource | None, mention: Mention, vocab: Vocabulary) -> str:
    if value is None:
        return ""
    last = mention
    while last.antecedent is not None:
        last = last.antecedent
    if isinstance(value, Resource):
        known = value.id in vocab.resources
        kinds = f", a kind of {value.broader[0]}" if value.broader else ""
        return f"{value.label} ({value.id}{kinds})" if known else f"{value.label}, unknown to the ontology, kept by its wording"
    name = last.name.replace("’", "'")
    how = next((_HOW[s.how] for s in vocab.names.get(name, ()) if s.actor == value.id and s.how in _HOW), None)
    if how is None:
        how = "a title, held on the article's day" if value.id in vocab.entities else "unknown to the ontology, kept by its wording"
    top = value.stakeholder
    if top is None or top.id == value.id:
        return f"{value.label} ({value.id}): {how}"
    owners = f", as the text says: {', '.join(last.owners)}" if last.owners and value.id not in vocab.entities else ""
    return f"{value.label} ({value.id}): {how}; counted under {top.label} ({top.basis.value}){owners}"
