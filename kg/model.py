"""The values that every stage speaks: frozen, hashable, standard library only.

An article becomes claims (what one sentence says once); claims are pooled into statements (what many say). Offsets count
Unicode code points of the article's text as kept. Closed sets that code branches on are the enums here; they equal the
individuals of ``ontology/kg.ttl`` (tested). All other words (relations, kinds of resource, names) are data.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self


class Status(StrEnum):
    """Did it happen? ``possible`` is hedged or conditional, with nobody standing behind it."""

    ACTUAL = "actual"
    PROPOSED = "proposed"
    POSSIBLE = "possible"


class Mode(StrEnum):
    """The finer status, from which stages of a proposal and PLOVER codes follow."""

    DONE = "done"
    ENDED = "ended"
    OFFERED = "offered"
    PROMISED = "promised"
    PLANNED = "planned"
    SOUGHT = "sought"
    ORDERED = "ordered"
    NEGOTIATED = "negotiated"
    AGREED = "agreed"
    REFUSED = "refused"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"

    @property
    def status(self) -> Status:
        """The status that the mode refines.

        >>> Mode.OFFERED.status
        <Status.PROPOSED: 'proposed'>
        """
        if self in (Mode.DONE, Mode.ENDED):
            return Status.ACTUAL
        return Status.POSSIBLE if self in (Mode.HEDGED, Mode.CONDITIONAL) else Status.PROPOSED


class ActorType(StrEnum):
    """What kind of thing acts."""

    PERSON = "Person"
    STATE = "State"
    GOVERNMENT = "Government"
    INTERNATIONAL = "InternationalOrganisation"
    ORGANISATION = "Organisation"
    COMPANY = "Company"
    ARMED_GROUP = "ArmedGroup"
    POPULATION = "Population"


class Sector(StrEnum):
    """The role in society in which an actor acts, in PLOVER's terms."""

    GOV = "GOV"
    MIL = "MIL"
    COM = "COM"
    CIV = "CIV"
    REB = "REB"
    OPP = "OPP"
    MED = "MED"
    IGO = "IGO"
    NGO = "NGO"


class Basis(StrEnum):
    """Why an actor is counted under its stakeholder: it speaks for it, or only has its seat there."""

    ACTS_FOR = "actsFor"
    BASED_IN = "basedIn"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets into an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words back.

        >>> Span(0, 4).of("Kyiv says no")
        'Kyiv'
        """
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as kept. ``published`` is an ISO date or None; ``language`` a BCP 47 tag."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    outlet: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """What a claim repeats of its article."""

    id: str
    url: str | None = None
    title: str | None = None
    published: date | None = None
    outlet: str | None = None

    @classmethod
    def to(cls, article: Article) -> Self:
        """The reference to ``article``."""
        return cls(article.id, article.url, article.title, article.published, article.outlet)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to an actor, a resource or a place, with what the linker needs to know of its wording.

    ``head`` is the lemma of its head word, ``name`` the proper name inside it ("Olga Stefanishyna"), ``owners`` the words
    for those to whom it belongs ("Ukraine" in "Ukraine's deputy prime minister", "American" in "American companies").
    ``antecedent`` is what a pronoun or a phrase like "the latter" refers to.
    """

    text: str
    start: int
    end: int
    head: str = ""
    name: str = ""
    owners: tuple[str, ...] = ()
    antecedent: Mention | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def origin(self) -> Mention:
        """The words to which it leads back over its antecedents; itself, if it has none."""
        return self if self.antecedent is None else self.antecedent.origin


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """The top actor under whom an actor is counted. ``code`` is ISO 3166 alpha-3, or EU, UN, NATO, …; None where it has none."""

    id: str
    label: str
    code: str | None
    basis: Basis = Basis.ACTS_FOR


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. ``id`` is relative to the project's base IRI (``actor/UKR``); it is empty until the linker has seen it."""

    id: str
    label: str
    type: ActorType
    sector: Sector | None = None
    stakeholder: Stakeholder | None = None
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """What is at stake: a kind (``resource/lithium``) or an asset of a kind. ``broader`` are labels, nearest first."""

    id: str
    label: str
    broader: tuple[str, ...] = ()
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where. ``id`` is ``place/…``."""

    id: str
    label: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """When: ``value`` is an ISO 8601 date of reduced precision ("2025-02", "2025-02-25") or "" where it is not resolved."""

    value: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much: ``unit`` is a word of the ontology or of the text ("percent", "USD", "tonne"); ``change`` is "up" or "down"."""

    value: float
    unit: str
    change: str | None = None
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a speech act is about: a proposition, or (``claim`` given) an earlier claim."""

    relation: str | None = None
    actor: Actor | None = None
    resource: Resource | None = None
    target: Actor | None = None
    negated: bool = False
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that proves a claim, and where its predicate stands."""

    text: str
    start: int
    end: int
    predicate: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says once. ``predicate`` is its wording, ``rule`` and ``cue`` are what licensed it."""

    id: str
    article: ArticleRef
    relation: str
    predicate: str
    status: Status
    mode: Mode
    negated: bool
    evidence: Evidence
    rule: str
    cue: str
    confidence: float
    actor: Actor | None = None
    proposer: Actor | None = None
    resource: Resource | None = None
    target: Actor | None = None
    source: Actor | None = None
    content: Content | None = None
    place: Place | None = None
    time: Time | None = None
    quantity: Quantity | None = None
    plover: str | None = None

    def but(self, **changes: object) -> Claim:
        """The same claim with some fields changed: ``dataclasses.replace`` in half the time, which every claim needs twice."""
        return Claim(**({name: getattr(self, name) for name in Claim.__slots__} | changes))


@dataclass(frozen=True, slots=True)
class Statement:
    """What many claims say: one canonical proposition and its claims, in the order of article date and place in the text.

    Status, negation, source and date stay on the claims. ``lemma`` is the predicate's lemma where ``relation`` is ``other``.
    """

    id: str
    relation: str
    actor: Actor | None
    resource: Resource | None
    target: Actor | None
    lemma: str | None = None
    claims: tuple[Claim, ...] = field(default=())

    @property
    def first_seen(self) -> date | None:
        """Date of the earliest dated article."""
        return min((c.article.published for c in self.claims if c.article.published), default=None)

    @property
    def last_seen(self) -> date | None:
        """Date of the latest dated article."""
        return max((c.article.published for c in self.claims if c.article.published), default=None)

    @property
    def statuses(self) -> frozenset[Status]:
        """The statuses in which its claims say it."""
        return frozenset(c.status for c in self.claims)

    @property
    def outlets(self) -> frozenset[str]:
        """The outlets that carry it."""
        return frozenset(c.article.outlet for c in self.claims if c.article.outlet)
