"""Claims → quads: the shape of a claim in RDF, written.

One graph an article holds the article, the extraction, the claims and their mentions; one graph a voice holds plain
triples. A mention (GAF: what denotes an instance) keeps all that a claim says of a role's filler, so that nothing is
lost where two articles know an entity by different labels; the entity is described only where the ontology does not
know it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import metadata

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import FormatError
from kg.jsonl import line_of, role_json, to_json
from kg.model import Actor, Article, Claim, Content, Mention, Place, Quantity, Resource
from kg.proposition import proposition, statement_id
from kg.rdf.plain import plain
from kg.rdf.terms import (
    DC,
    DCTERMS,
    GAF,
    KG,
    OA,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    XSD,
    article_graph,
    article_iri,
    iri,
    minted,
    unlinked,
    voice_graph,
)

Entity = Actor | Resource | Place
Term = NamedNode | Literal

ROLES = ("actor", "proposer", "resource", "target", "source", "place")
"""What an entity can be in a claim."""

_TYPE = RDF["type"]
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_ISO_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def _version() -> str:
    try:
        return metadata.version("newsgraph")
    except metadata.PackageNotFoundError:
        return ""


@dataclass(frozen=True, slots=True)
class Software:
    """What made the claims: a claim's provenance. ``ontology`` is the digest of the vocabulary that was used."""

    name: str = "newsgraph"
    version: str = _version()
    model: str = ""
    model_version: str = ""
    ontology: str = ""


def to_quads(
    article: Article, claims: Iterable[Claim], software: Software | None = None, known: Container[str] = frozenset()
) -> Iterator[Quad]:
    """The quads of an article and its claims; the same input gives the same quads, in the same order.

    Args:
        article: what the claims were extracted from; every claim must be of this article.
        claims: a claim whose id came before is passed over.
        software: what made the claims; by default this package, with no model named.
        known: identifiers (``actor/UKR``) that the ontology describes, so that the article's graph need not.

    Raises:
        FormatError: a claim is of another article, or a string holds half of a surrogate pair.
        VocabularyError: the ontology's relations cannot be read.
    """
    seen: set[str] = set()
    try:
        writer = Writer(article, software or Software(), known)
        writer.article_quads()
        for claim in claims:
            if claim.article.id != article.id:
                raise FormatError(f"claim {claim.id} is of article {claim.article.id!r}, not of {article.id!r}")
            if claim.id not in seen:
                seen.add(claim.id)
                writer.claim_quads(claim)
                yield from writer.take()
        yield from writer.take()
    except ValueError as error:  # UnicodeEncodeError is one; the engine raises another for literals
        where = f"article {article.id!a}: half of a surrogate pair stands alone in a string"
        raise FormatError(f"{where}; clean the text first") from error


class Writer:
    """Collects the quads of one article; it remembers what it has written, since claims share mentions and voices."""

    def __init__(self, article: Article, software: Software, known: Container[str]) -> None:
        self.article, self.software, self.known = article, software, known
        self.graph, self.node = article_graph(article.id), article_iri(article.id)
        self.done: set[object] = set()
        self.mentions: dict[object, NamedNode] = {}
        self.quads: list[Quad] = []
        self.digest = hashlib.sha256(line_of(to_json(article)).encode()).hexdigest()
        self.extraction = minted("extraction", self.digest, *self._software_parts())

    def take(self) -> list[Quad]:
        """What was collected since the last time."""
        quads, self.quads = self.quads, []
        return quads

    def put(self, subject: NamedNode, predicate: NamedNode, value: Term) -> None:
        """Say something in the article's graph."""
        self.quads.append(Quad(subject, predicate, value, self.graph))

    def say(self, subject: NamedNode, predicate: NamedNode, value: str | None) -> None:
        """Say a string in the article's graph, where there is one."""
        if value is not None:
            self.quads.append(Quad(subject, predicate, Literal(value), self.graph))

    def first(self, key: object) -> bool:
        """Is it the first time that ``key`` is asked about?"""
        new = key not in self.done
        self.done.add(key)
        return new

    # --- The article, and how its claims came about

    def _software_parts(self) -> tuple[str, ...]:
        made = self.software
        return (made.name, made.version, made.model, made.model_version, made.ontology)

    def article_quads(self) -> None:
        """Write the article, its version and the extraction."""
        node, article = self.node, self.article
        self.put(node, _TYPE, KG["Article"])
        self.put(node, _TYPE, SCHEMA["NewsArticle"])
        self.say(node, DCTERMS["identifier"], article.id)
        self.say(node, SCHEMA["articleBody"], article.text)
        self.say(node, SCHEMA["headline"], article.title)
        self.say(node, SCHEMA["url"], article.url)
        self.say(node, SCHEMA["inLanguage"], article.language)
        if article.published:
            self.put(node, SCHEMA["datePublished"], Literal(article.published.isoformat(), datatype=XSD["date"]))
        if article.outlet is not None:
            self.put(node, PROV["wasAttributedTo"], iri(f"outlet/{article.outlet}"))
            self.say(node, DC["publisher"], article.outlet)  # told of the outlet, it would stand in each of its graphs
        self._provenance()

    def _provenance(self) -> None:
        version = minted("version", self.article.id, self.digest)
        self.put(self.node, KG["version"], version)
        self.put(version, _TYPE, PROV["Entity"])
        self.put(version, PROV["specializationOf"], self.node)
        self.say(version, KG["digest"], self.digest)
        agent = minted("software", *self._software_parts())
        self.put(self.extraction, _TYPE, KG["Extraction"])
        self.put(self.extraction, _TYPE, PROV["Activity"])
        self.put(self.extraction, PROV["used"], version)
        self.put(self.extraction, PROV["wasAssociatedWith"], agent)
        self.put(agent, _TYPE, PROV["SoftwareAgent"])
        self.say(agent, SCHEMA["name"], self.software.name)
        self.say(agent, SCHEMA["softwareVersion"], self.software.version)
        self.say(agent, KG["model"], self.software.model or None)
        self.say(agent, KG["modelVersion"], self.software.model_version or None)
        self.say(agent, KG["ontologyDigest"], self.software.ontology or None)

    # --- A claim

    def claim_quads(self, claim: Claim) -> None:
        """Write a claim with its mentions, and its plain triple."""
        node = iri(claim.id)
        self.put(node, _TYPE, KG["Claim"])
        self.put(node, PROV["wasDerivedFrom"], self.node)
        self.put(node, PROV["wasGeneratedBy"], self.extraction)
        self.put(node, KG["relation"], iri(f"relation/{claim.relation}"))
        self.say(node, KG["predicate"], claim.predicate)
        statement = iri(statement_id(proposition(claim)))
        self.put(node, KG["statement"], statement)
        if self.first(statement):
            self.put(statement, _TYPE, KG["Statement"])
        self.put(node, KG["status"], KG[claim.status.value])
        self.put(node, KG["mode"], KG[claim.mode.value])
        self.put(node, KG["negated"], Literal(claim.negated))
        self.say(node, KG["rule"], claim.rule or None)
        if claim.cue:
            self.put(node, KG["cue"], iri(claim.cue))
        self.put(node, KG["confidence"], _double(claim.confidence))
        self.say(node, KG["plover"], claim.plover)
        roles = self.roles(node, claim)
        self._evidence(node, claim)
        self._qualifiers(node, claim)
        self._plain(node, claim, roles)

    def roles(self, node: NamedNode, holder: Claim | Content) -> dict[str, NamedNode]:
        """Write the roles that ``holder`` fills, and give their IRIs by role."""
        found = {}
        for role in ROLES:
            entity = getattr(holder, role, None)
            if entity is not None:
                found[role] = self.entity(entity)
                self.put(node, KG[role], found[role])
                self.put(node, KG[f"{role}Mention"], self.mention(entity))
        return found

    def _evidence(self, node: NamedNode, claim: Claim) -> None:
        sentence, span = claim.evidence, claim.evidence.predicate
        self.put(node, KG["evidence"], self.segment(sentence.start, sentence.end, sentence.text))
        words = sentence.text[max(span.start - sentence.start, 0) : max(span.end - sentence.start, 0)]
        self.put(node, KG["predicateSpan"], self.segment(span.start, span.end, words))

    def _qualifiers(self, node: NamedNode, claim: Claim) -> None:
        if claim.content:
            self.put(node, KG["content"], self.content(claim.id, claim.content))
        if claim.time:
            self.put(node, KG["time"], time_literal(claim.time.value))
            if claim.time.mention:
                self.put(node, KG["timeMention"], self.wording(claim.time.mention))
        if claim.quantity:
            self.put(node, KG["quantity"], self.quantity(claim.quantity))

    def _plain(self, node: NamedNode, claim: Claim, roles: dict[str, NamedNode]) -> None:
        how = plain(claim.relation)
        role = how.object_role(claim)
        if claim.actor is None or role is None:
            return
        subject, predicate, value = roles["actor"], how.properties[claim.status], roles[role]
        self.put(node, _TYPE, RDF["Statement"])
        self.put(node, RDF["subject"], subject)
        self.put(node, RDF["predicate"], predicate)
        self.put(node, RDF["object"], value)
        if not claim.negated:
            self.quads.append(Quad(subject, predicate, value, self.voice(roles.get("source"))))

    def voice(self, source: NamedNode | None) -> NamedNode:
        """The graph for what ``source``, or the article itself, says; the article's graph lists it."""
        graph = voice_graph(self.article.id, source)
        if self.first(graph):
            self.put(self.node, KG["voice"], graph)
            self.put(graph, _TYPE, KG["Voice"])
            if source:
                self.put(graph, KG["source"], source)
        return graph

    def content(self, claim: str, content: Content) -> NamedNode:
        """The node of what a claim's speech act is about."""
        node = minted("content", claim, _canonical(content))
        self.put(node, _TYPE, KG["Content"])
        self.put(node, KG["negated"], Literal(content.negated))
        if content.relation is not None:
            self.put(node, KG["relation"], iri(f"relation/{content.relation}"))
        if content.claim is not None:
            self.put(node, KG["claim"], iri(content.claim))
        self.roles(node, content)
        return node

    def quantity(self, quantity: Quantity) -> NamedNode:
        """The node of an amount."""
        node = minted("quantity", self.article.id, _canonical(quantity))
        if self.first(node):
            self.put(node, _TYPE, KG["Quantity"])
            self.put(node, SCHEMA["value"], _double(quantity.value))
            self.say(node, SCHEMA["unitText"], quantity.unit)
            self.say(node, KG["change"], quantity.change)
            if quantity.mention:
                self.put(node, KG["quantityMention"], self.wording(quantity.mention))
        return node

    # --- Who and what, and where in the text

    def entity(self, entity: Entity) -> NamedNode:
        """The IRI of an entity, which is described here if the ontology does not know it."""
        node = iri(entity.id) if entity.id else unlinked(self.article.id, entity.label)
        kind = entity.type.value if isinstance(entity, Actor) else type(entity).__name__
        if entity.id not in self.known and self.first((node, kind)):
            self.put(node, _TYPE, KG[kind])
        self._label(node, entity.id, entity.label)
        return node

    def _label(self, node: NamedNode, identifier: str, label: str) -> None:
        if identifier not in self.known and self.first((node, "label", label)):
            self.say(node, RDFS["label"], label)

    def mention(self, entity: Entity) -> NamedNode:
        """The node that keeps what is said of an entity at one place of the article."""
        node = self.mentions.get(entity)
        if node is not None:
            return node
        node = self.mentions[entity] = minted("mention", self.article.id, _canonical(entity))
        self.put(node, _TYPE, KG["Mention"])
        self.put(self.entity(entity), GAF["denotedBy"], node)
        self.say(node, KG["label"], entity.label)
        if isinstance(entity, Actor):
            self._standing(node, entity)
        elif isinstance(entity, Resource) and entity.broader:
            self.put(node, KG["broaderLabels"], _list(entity.broader))
        if entity.mention:
            self._words(node, entity.mention)
        return node

    def _standing(self, node: NamedNode, actor: Actor) -> None:
        """An actor's type, sector and stakeholder, as of the article's day."""
        self.put(node, KG["actorType"], KG[actor.type.value])
        self.say(node, KG["sector"], actor.sector.value if actor.sector else None)
        top = actor.stakeholder
        if top:
            stakeholder = iri(top.id) if top.id else unlinked(self.article.id, top.label)
            self._label(stakeholder, top.id, top.label)
            self.put(node, KG["stakeholder"], stakeholder)
            self.say(node, KG["stakeholderLabel"], top.label)
            self.say(node, KG["stakeholderCode"], top.code)
            self.put(node, KG["basis"], KG[top.basis.value])

    def wording(self, mention: Mention) -> NamedNode:
        """The node of a mention that denotes no entity of its own: of a time, a quantity, an antecedent."""
        node = self.mentions.get(mention)
        if node is None:
            node = self.mentions[mention] = minted("mention", self.article.id, _canonical(mention))
            self.put(node, _TYPE, KG["Mention"])
            self._words(node, mention)
        return node

    def _words(self, node: NamedNode, mention: Mention) -> None:
        self.put(node, OA["hasTarget"], self.segment(mention.start, mention.end, mention.text))
        self.say(node, KG["head"], mention.head or None)
        self.say(node, KG["name"], mention.name or None)
        if mention.owners:
            self.put(node, KG["owners"], _list(mention.owners))
        if mention.antecedent:
            self.put(node, KG["antecedent"], self.wording(mention.antecedent))

    def segment(self, start: int, end: int, text: str) -> NamedNode:
        """A part of the article's text, by position and quote (Web Annotation), named as RFC 5147 has it.

        Where the quote is not what stands there, it is part of the name, so that the mistake stays visible.
        """
        span = f"{start},{end}"
        if self.article.text[start:end] != text:
            span += f";sha256={hashlib.sha256(text.encode()).hexdigest()[:12]}"
        base = self.node.value
        node = NamedNode(f"{base}#char={span}")
        if self.first(node):
            position, quoted = NamedNode(f"{base}#position={span}"), NamedNode(f"{base}#quote={span}")
            self.put(node, _TYPE, OA["SpecificResource"])
            self.put(node, OA["hasSource"], self.node)
            self.put(node, OA["hasSelector"], position)
            self.put(node, OA["hasSelector"], quoted)
            self.put(position, _TYPE, OA["TextPositionSelector"])
            self.put(position, OA["start"], Literal(start))
            self.put(position, OA["end"], Literal(end))
            self.put(quoted, _TYPE, OA["TextQuoteSelector"])
            self.put(quoted, OA["exact"], Literal(text))
        return node


def _canonical(value: Entity | Content | Quantity | Mention) -> str:
    return line_of(role_json(value) or {})


def _list(values: tuple[str, ...]) -> Literal:
    """Strings in their order, as one JSON literal: a list node would need a blank node for each."""
    return Literal(json.dumps(values, ensure_ascii=False), datatype=RDF["JSON"])


def time_literal(value: str) -> Literal:
    """A day, month or year in its own datatype; anything else as a string."""
    if _ISO_DATE.fullmatch(value):
        try:
            date.fromisoformat((value + "-01-01")[:10])
        except ValueError:
            return Literal(value)
        return Literal(value, datatype=XSD[_DATES[len(value)]])
    return Literal(value)


def _double(value: float) -> Literal:
    """A number; minus nought is nought, as it is in JSON."""
    return Literal(float(value) + 0.0)
