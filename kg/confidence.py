"""How likely a claim is right: a logistic regression over what is known of how it was made.

The weights are data, in ``ontology/confidence.ttl``; ``scripts/calibrate.py`` fits them. A feature is a word, "actor=known" or
"rule=passive"; a feature without a weight weighs nothing. Confidence is meant to be a probability: of the claims with 0.8, eight of
ten are right (Niculescu-Mizil & Caruana 2005, on what calibrated means).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Actor, Claim, Resource
from kg.vocab import Vocabulary

# Claims that are likelier wrong than this are left out unless asked for.
MIN_CONFIDENCE = 0.4
# The weight by which scores above even odds are multiplied.
ABOVE_EVEN = "above even odds"
_PERSONAL = re.compile(r"\b(?:I|we|you|my|our|your|I'm|we're|us|me)\b")
_QUOTE = re.compile(r"[\"“”]")
_LENGTHS = ((12, "short"), (25, "middle"), (40, "long"))
# Characters before a sentence's first phrase: an article, a quotation mark.
_FIRST = 5
_NEAR = ((25, "near"), (70, "off"))


def confidence(claim: Claim, vocab: Vocabulary) -> float:
    """The probability, 0 to 1, that a linked claim's actor, relation, and resource or target are right."""
    score = sum(vocab.weights.get(name, 0.0) for name in features(claim, vocab))
    if score > 0:
        score *= vocab.weights.get(ABOVE_EVEN, 1.0)  # too low a confidence does less harm than one too high
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-score)))), 2)


def sure(claim: Claim, least: float) -> bool:
    """Is a claim at least this likely, or untyped, and so nothing to be wrong about?"""
    return claim.relation == "other" or claim.confidence >= least


def kept(claims: Iterable[Claim], least: float) -> Iterator[Claim]:
    """Those that are sure enough; what leads back to a claim that is left out leads nowhere."""
    ids = set[str]()
    for claim in claims:
        if sure(claim, least):
            ids.add(claim.id)
            content = claim.content
            lost = content is not None and content.claim is not None and content.claim not in ids
            yield claim.but(content=replace(content, claim=None)) if content is not None and lost else claim


def features(claim: Claim, vocab: Vocabulary) -> Iterator[str]:
    """The features of a claim, each once."""
    base, *above = claim.rule.split("<")
    cue = vocab.cue(claim.cue)
    yield "bias"
    yield f"relation={claim.relation}"
    yield f"rule={base}"
    yield f"governors={min(len(above), 3)}"
    yield from (f"governor={word}" for word in dict.fromkeys(above))
    yield f"cue={claim.cue}"
    if cue is not None:
        yield f"cue-words={min(len(cue.words), 3)}"
        yield from (["cue-object"] if cue.object_lemmas else [])
        yield from (["cue-kind"] if cue.object_kinds else [])
        yield from (["cue-condition"] if cue.needs or cue.lacks or cue.actor_sectors else [])
        yield f"frame={cue.frame.id.removeprefix('frame/')}"
    actor, target, resource = _known(claim.actor, vocab), _known(claim.target, vocab), _resource(claim.resource, vocab)
    yield f"actor={actor}"
    yield f"target={target}"
    yield f"resource={resource}"
    # What a relation asks for: talks need a partner, a purchase its thing.
    yield f"{claim.relation}-target={target}"
    yield f"{claim.relation}-resource={resource}"
    yield f"{claim.relation}-actor={actor}"
    yield from _absent(claim)
    yield from (f"{role}-{trait}" for role in ("actor", "target") for trait in _traits(getattr(claim, role), claim))
    yield f"mode={claim.mode.value}"
    yield from (["negated"] if claim.negated else [])
    yield from (["source"] if claim.source else [])
    yield from _sentence(claim)


def _known(actor: Actor | None, vocab: Vocabulary) -> str:
    if actor is None:
        return "none"
    if actor.id in vocab.entities or actor.id.partition("-people")[0] in vocab.entities:
        return "known"
    return "counted" if actor.stakeholder and actor.stakeholder.code else "uncounted"


def _resource(resource: Resource | None, vocab: Vocabulary) -> str:
    if resource is None:
        return "none"
    return "known" if resource.id in vocab.resources else "unknown"


def _absent(claim: Claim) -> Iterator[str]:
    if claim.resource is None and claim.target is None:
        yield "alone"
        yield f"alone-{claim.relation}"
        if claim.content is not None:
            yield "alone-content"


def _traits(actor: Actor | None, claim: Claim) -> Iterator[str]:
    if actor is None or actor.mention is None:
        return
    mention = actor.mention
    yield f"type={actor.type.value}"
    if actor.sector:
        yield f"sector={actor.sector.value}"
    if mention.antecedent is not None:
        yield "pronoun" if len(mention.text) < 5 else "antecedent"
    if mention.name:
        yield "named"
    inside = claim.evidence.start <= mention.start < claim.evidence.end
    gap = claim.evidence.predicate.start - mention.end
    if inside:
        yield "before" if gap >= 0 else "after"
        yield next((name for most, name in _NEAR if abs(gap) <= most), "far")


def _sentence(claim: Claim) -> Iterator[str]:
    words = len(claim.evidence.text.split())
    yield "length=" + next((name for most, name in _LENGTHS if words <= most), "very-long")
    at = (claim.evidence.predicate.start - claim.evidence.start) / max(1, len(claim.evidence.text))
    yield "predicate=" + ("early" if at < 1 / 3 else "middle" if at < 2 / 3 else "late")
    subject = claim.actor.mention if claim.actor else None
    if subject is not None and 0 <= subject.start - claim.evidence.start <= _FIRST:
        yield "actor-first"
    if _PERSONAL.search(claim.evidence.text):
        yield "personal"
    if _QUOTE.search(claim.evidence.text):
        yield "quote"
