"""Propositions of a sentence → claims: roles distributed, qualifiers and source added, identity hashed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import product

from kg.extract.amounts import amounts_of, quantity_of
from kg.extract.attribution import credited, speaker
from kg.extract.coref import SPEAKER
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.places import place_of
from kg.extract.qualifiers import time_of
from kg.extract.reader import Reader
from kg.extract.relations import Found
from kg.extract.settled import begins_later, own_word, settled
from kg.extract.tokens import Token
from kg.model import (
    Actor,
    ActorType,
    Article,
    ArticleRef,
    Claim,
    Content,
    Evidence,
    Mention,
    Mode,
    Place,
    Resource,
    Span,
    Status,
    Time,
)

_MOST = 6
# What is proposed is still to come.
_AHEAD = frozenset({Mode.OFFERED, Mode.PROMISED, Mode.PLANNED, Mode.SOUGHT, Mode.ORDERED, Mode.NEGOTIATED, Mode.AGREED})
_STATES = frozenset({"possess", "need", "value"})
_LAND = "resource/territory"
MUTUAL_FRAME = "frame/mutual"
# Until the linker has seen a claim, nothing is known of how likely it is.
UNRATED = 0.5


def claim_id(
    article: str,
    predicate: Span,
    roles: tuple[Mention | None, ...],
    relation: str,
    status: Status,
    negated: bool,
    source: Mention | None,
) -> str:
    """A claim's identity: the article, the spans of predicate and roles, relation, status, negation and source; nothing else."""
    spans = [f"{m.start}-{m.end}" if m else "-" for m in (*roles, source)]
    key = "\x1f".join([article, f"{predicate.start}-{predicate.end}", *spans, relation, status.value, str(negated)])
    return "claim/" + hashlib.sha256(key.encode()).hexdigest()[:20]


def actor_of(referent: Referent) -> Actor:
    """An actor as read, not yet linked."""
    kind = ActorType.PERSON if referent.person else ActorType.ORGANISATION
    return Actor("", referent.label or referent.mention.text, kind, mention=referent.mention)


def resource_of(referent: Referent) -> Resource:
    """A resource as read; the linker adds label and broader concepts."""
    return Resource(referent.term or "", referent.label or referent.mention.text, mention=referent.mention)


def _when(found: Found, mode: Mode, article: Article, block: Block) -> Time | None:
    """The time of an act; what is still to come, or is done by saying that it will be, lies ahead."""
    ahead = mode in _AHEAD or (mode is Mode.DONE and found.context.mode in _AHEAD)
    return time_of(block, found.token, article.published, found.relation, ahead)


def spell_out(found: Found, article: Article, block: Block, reader: Reader, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of one proposition, one for each combination of its coordinated actors, targets and resources."""
    token = found.token
    said_by = speaker(token, found.context, lexicon, reader)
    own = said_by is not None and own_word(said_by, found, reader)
    mode = settled(found, own, said_by is None, lexicon)
    # What somebody holds or lacks is no act of his, nor is what might be; that he says so himself is worth knowing.
    unsaid = own and found.relation not in _STATES and mode.status is not Status.POSSIBLE
    source = credited(said_by, reader) if said_by and not unsaid else None
    place = place_of(reader, token, found.filled, found.relation, found.roles)
    time = _when(found, mode, article, block)
    if mode is Mode.DONE and begins_later(found, time, article, block):
        mode = Mode.PLANNED
    amounts = amounts_of(block, token, found.filled, found.relation, [r.mention for r in found.roles.resources])
    several = len({r.mention.span for r in found.roles.resources}) > 1
    whom = list({r.mention.span: r.mention for r in found.roles.targets}.values())
    evidence, said = evidence_of(token, block), source.mention if source else None
    content = _content(found)
    proposer = _proposer(found, reader)
    for actor, target, resource in filter(_by_known, _combinations(found)):
        part = resource.mention if resource and several else None
        quantity = quantity_of(amounts, part, target.mention if target else None, whom, block)
        mentions = tuple(r.mention if r else None for r in (actor, target, resource))
        identity = claim_id(article.id, evidence.predicate, mentions, found.relation, mode.status, found.context.negated, said)
        if identity in found.claims:  # "each side accused the other": the same words, once for each of whom they stand for
            meant = tuple(m.antecedent or m if m else None for m in mentions)
            identity = claim_id(article.id, evidence.predicate, meant, found.relation, mode.status, found.context.negated, said)
        found.claims.append(identity)
        yield Claim(
            id=identity,
            article=ArticleRef.to(article),
            relation=found.relation,
            predicate=_wording(token, found),
            status=mode.status,
            mode=mode,
            negated=found.context.negated,
            evidence=evidence,
            rule=found.rule,
            cue=found.cue.id if found.cue else "",
            confidence=UNRATED,
            actor=actor_of(actor) if actor else None,
            proposer=actor_of(proposer) if proposer else None,
            resource=resource_of(resource) if resource else None,
            target=actor_of(target) if target else None,
            source=actor_of(source) if source else None,
            content=content,
            place=Place("", place.mention.text, place.mention) if place else None,
            time=time,
            quantity=quantity,
        )


def _combinations(found: Found) -> Iterator[tuple[Referent | None, Referent | None, Referent | None]]:
    roles = found.roles
    actors, targets, resources = (_distinct(r)[:_MOST] for r in (roles.actors, roles.targets, roles.resources))
    if found.cue and found.cue.frame.id == MUTUAL_FRAME and len(actors) > 1 and not targets:
        # A joint act that is no symmetric relation holds from each to each.
        things: list[Referent | None] = [*resources] or [None]
        yield from ((a, b, r) for a in actors for b in actors if a is not b for r in things)
        return
    none: list[Referent | None] = [None]
    taken = {r.mention.span for r in resources}
    for actor, resource in product(actors or none, resources or none):
        # Nobody is the target of his own act.
        whom = roles.whose.get(resource.mention.span, targets) if resource else targets
        others = [t for t in whom if not (actor and _one_and_the_same(actor, t))]
        # "took Gao and Kidal": each is taken from itself, not from the other; "took Goma and its airport": both from Goma
        land = resource is not None and resource.term == _LAND
        if land or resource is None:
            own = resource.mention.span if resource is not None else None
            others = [t for t in others if t.mention.span not in taken or t.mention.span == own]
        yield from ((actor, target, resource) for target in others or none)


def _by_known(ends: tuple[Referent | None, ...]) -> bool:
    """Is none of them "I" or "we" of whom the text does not tell who speaks ("I worked with her")?"""
    unknown = (r for r in ends if r is not None and not (r.entity or r.mention.antecedent or r.mention.owners))
    return all(r.label.lower() not in SPEAKER for r in unknown)


def _one_and_the_same(one: Referent, other: Referent) -> bool:
    if one.entity or other.entity:
        return one.entity == other.entity and one.plural == other.plural  # Kenyans are not Kenya
    first, second = (r.mention.antecedent or r.mention for r in (one, other))
    several = one.mention.antecedent is not None and other.mention.antecedent is not None  # "the two parties" are two
    return first.span == second.span or (not several and one.mention.span == other.mention.span)


def _distinct(referents: list[Referent]) -> list[Referent]:
    seen: dict[tuple[str | None, str], Referent] = {}
    for referent in referents:
        # "French and Egyptian jets" are one kind of thing, and two who act.
        known = referent.entity or (referent.term if referent.kind is Kind.RESOURCE else None)
        if referent.term == _LAND and referent.mention.name:
            known = None  # each town that is taken, by its name
        seen.setdefault((known, "" if known else referent.mention.text), referent)
    return list(seen.values())


def evidence_of(token: Token, block: Block) -> Evidence:
    """The sentence of a predicate, and the span of the predicate itself."""
    sent, offset = token.sent, block.offset
    text = block.text[sent.start_char : sent.end_char].rstrip()
    start = offset + sent.start_char
    return Evidence(text, start, start + len(text), Span(offset + token.idx, offset + token.idx + len(token)))


def _wording(token: Token, found: Found) -> str:
    words = [token]
    if found.cue and len(found.cue.words) > 1:
        words += [c for c in token.children if c.lower_ in found.cue.words or c.lemma_.lower() in found.cue.words]
    if found.context.light is not None:
        words.append(found.context.light)
    if found.cue and found.cue.object_lemmas:
        words += [t for t in found.filled.get("obj", ()) if t.lemma_.lower() in found.cue.object_lemmas][:1]
    return " ".join(t.lemma_.lower() for t in sorted(set(words), key=lambda t: t.i))


def _content(found: Found) -> Content | None:
    """What a speech act is about: the proposition below it, or the earlier claim that "the proposal" leads back to."""
    act = found.resumes
    inner = found.content[0] if found.content else act
    if inner is None:
        return None
    roles = inner.roles
    return Content(
        inner.relation,
        actor_of(roles.actors[0]) if roles.actors else None,
        resource_of(roles.resources[0]) if roles.resources else None,
        actor_of(roles.targets[0]) if roles.targets else None,
        inner.context.negated,
        act.claims[0] if act is not None and act.claims and inner is act else None,
    )


def _proposer(found: Found, reader: Reader) -> Referent | None:
    """Who stands behind a proposed act, where that is not the actor."""
    if not found.context.proposer or found.context.mode.status is not Status.PROPOSED:
        return None
    actors = [r for t in found.context.proposer for r in reader.actors(t)]
    own = {r.entity or r.mention.text for r in found.roles.actors}
    return next((a for a in actors if (a.entity or a.mention.text) not in own), None)


__all__ = ["Kind", "claim_id", "spell_out"]
