"""Claims and statements built by hand: every field has a default, so that a test names only what it is about."""

from __future__ import annotations

from datetime import date

from kg.model import (
    Actor,
    ActorType,
    ArticleRef,
    Basis,
    Claim,
    Content,
    Evidence,
    Mode,
    Place,
    Quantity,
    Resource,
    Sector,
    Span,
    Stakeholder,
    Statement,
    Status,
    Time,
)


def slug(label: str) -> str:
    """A label as the last part of an id."""
    return "-".join(label.lower().split())


def state(label: str, code: str) -> Actor:
    """A state: its own stakeholder."""
    own = Stakeholder(f"actor/{code}", label, code)
    return Actor(own.id, label, ActorType.STATE, Sector.GOV, own)


def under(top: Actor, basis: Basis = Basis.ACTS_FOR) -> Stakeholder:
    """The stakeholder by which others are counted under ``top``."""
    assert top.stakeholder is not None
    return Stakeholder(top.id, top.label, top.stakeholder.code, basis)


def actor(
    label: str,
    type: ActorType = ActorType.PERSON,
    stakeholder: Stakeholder | None = None,
    sector: Sector | None = Sector.GOV,
) -> Actor:
    """An actor, counted under ``stakeholder`` where one is given."""
    return Actor(f"actor/{slug(label)}", label, type, sector, stakeholder)


def resource(label: str, *broader: str) -> Resource:
    """A kind of resource."""
    return Resource(f"resource/{slug(label)}", label, broader)


def article(
    id: str = "a1",
    published: date | None = date(2025, 2, 25),
    outlet: str | None = "Daily Courier",
    title: str | None = "Leaders talk minerals",
    url: str | None = "https://news.example/a1",
) -> ArticleRef:
    """What a claim repeats of its article."""
    return ArticleRef(id, url, title, published, outlet)


RUSSIA = state("Russia", "RUS")
UKRAINE = state("Ukraine", "UKR")
USA = state("United States", "USA")
PUTIN = actor("Vladimir Putin", stakeholder=under(RUSSIA))
PESKOV = actor("Dmitry Peskov", stakeholder=under(RUSSIA))
FIRM = actor("Alder Mining", ActorType.COMPANY, under(USA, Basis.BASED_IN), Sector.COM)
RARE_EARTHS = resource("rare earths", "critical minerals", "minerals")


def claim(
    relation: str = "supply",
    *,
    text: str = "Russia supplies rare earths to the United States.",
    predicate: str = "supplies",
    status: Status = Status.ACTUAL,
    mode: Mode = Mode.DONE,
    negated: bool = False,
    actor: Actor | None = RUSSIA,
    resource: Resource | None = RARE_EARTHS,
    target: Actor | None = USA,
    proposer: Actor | None = None,
    source: Actor | None = None,
    content: Content | None = None,
    article: ArticleRef | None = None,
    start: int = 100,
    place: Place | None = None,
    time: Time | None = None,
    quantity: Quantity | None = None,
    confidence: float = 0.8,
    plover: str | None = None,
    id: str | None = None,
) -> Claim:
    """A claim whose evidence is the sentence ``text``, ``start`` characters into its article."""
    ref = article or ArticleRef("a1", "https://news.example/a1", "Leaders talk minerals", date(2025, 2, 25), "Daily Courier")
    at = start + max(text.find(predicate), 0)
    return Claim(
        id=id or f"claim/{ref.id}-{start}",
        article=ref,
        relation=relation,
        predicate=predicate,
        status=status,
        mode=mode,
        negated=negated,
        evidence=Evidence(text, start, start + len(text), Span(at, at + len(predicate))),
        rule="test",
        cue="cue/test",
        confidence=confidence,
        actor=actor,
        proposer=proposer,
        resource=resource,
        target=target,
        source=source,
        content=content,
        place=place,
        time=time,
        quantity=quantity,
        plover=plover,
    )


def statement(
    relation: str = "supply",
    *claims: Claim,
    actor: Actor | None = RUSSIA,
    resource: Resource | None = RARE_EARTHS,
    target: Actor | None = USA,
    id: str | None = None,
    lemma: str | None = None,
) -> Statement:
    """A statement and its claims; without claims given, it has one that says it as a fact."""
    parts = [relation, *(who.id.split("/")[-1] if who else "none" for who in (actor, resource, target))]
    own = claims or (claim(relation, actor=actor, resource=resource, target=target),)
    return Statement(id or f"statement/{'-'.join(parts)}", relation, actor, resource, target, lemma, own)
