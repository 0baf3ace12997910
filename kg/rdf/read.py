"""Quads → claims: the shape of a claim in RDF, read back without loss."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import FormatError
from kg.model import (
    Actor,
    ActorType,
    Article,
    ArticleRef,
    Basis,
    Claim,
    Content,
    Evidence,
    Mention,
    Mode,
    Place,
    Quantity,
    Resource,
    Sector,
    Span,
    Stakeholder,
    Status,
    Time,
)
from kg.rdf.terms import DC, DCTERMS, KG, OA, PROV, RDF, SCHEMA, identifier

Object = NamedNode | Literal | BlankNode | Triple
E = TypeVar("E", bound=StrEnum)

_TYPE = RDF["type"].value
_RELATION = "relation/"


def from_quads(quads: Iterable[Quad]) -> Iterator[Claim]:
    """The claims that some quads say, graph by graph; those of an article in the order of its text.

    Only the graphs that hold claims matter; whatever else the quads say (plain triples, vocabulary) is passed over. All
    quads of a graph must be there: give those of one article at a time where there are many.

    Raises:
        FormatError: a claim lacks what every claim has, or holds what it must not.
    """
    for _, graph in sorted(_graphs(quads).items()):
        claims = [graph.claim(node) for node in graph.of_type(KG["Claim"])]
        yield from sorted(claims, key=lambda c: (c.article.id, c.evidence.predicate.start, c.evidence.start, c.id))


def articles_from_quads(quads: Iterable[Quad]) -> Iterator[Article]:
    """The articles that some quads describe, in the order of their IRIs.

    Raises:
        FormatError: an article has no text or no identifier.
    """
    for _, graph in sorted(_graphs(quads).items()):
        yield from (graph.article(node) for node in sorted(graph.of_type(KG["Article"])))


def _graphs(quads: Iterable[Quad]) -> dict[str, _Graph]:
    graphs: dict[str, _Graph] = defaultdict(_Graph)
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            graphs[str(quad.graph_name)].add(quad.subject.value, quad.predicate.value, quad.object)
    return graphs


class _Graph:
    """The quads of one graph by subject and predicate."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, list[Object]]] = {}
        self.mentions: dict[str, Mention | None] = {}

    def add(self, subject: str, predicate: str, value: Object) -> None:
        self.nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def of_type(self, kind: NamedNode) -> list[str]:
        return [name for name, node in self.nodes.items() if kind in node.get(_TYPE, ())]

    # --- Single values

    def one(self, node: str, key: NamedNode) -> Object | None:
        values = self.nodes.get(node, {}).get(key.value)
        return values[0] if values else None

    def text(self, node: str, key: NamedNode) -> str | None:
        value = self.one(node, key)
        return None if value is None else str(getattr(value, "value", value))

    def need(self, node: str, key: NamedNode) -> str:
        value = self.text(node, key)
        if value is None:
            raise FormatError(f"<{node}>: no <{key.value}>; the record is damaged, add its article again")
        return value

    def id(self, node: str, key: NamedNode) -> str | None:
        value = self.one(node, key)
        return identifier(value) if isinstance(value, NamedNode) else None

    def relation(self, node: str) -> str | None:
        value = self.id(node, KG["relation"])
        return None if value is None else value.removeprefix(_RELATION)

    def word(self, node: str, key: NamedNode, kind: type[E]) -> E:
        """A word of a closed set: an individual or class of the ontology, or a plain string."""
        value = self.need(node, key).removeprefix(KG.iri)
        try:
            return kind(value)
        except ValueError:
            raise FormatError(f"<{node}>: <{key.value}> is {value!r}, not one of {', '.join(kind)}") from None

    def number(self, node: str, key: NamedNode) -> float:
        value = self.need(node, key)
        try:
            return float(value)
        except ValueError:
            raise FormatError(f"<{node}>: <{key.value}> is {value!r}, not a number") from None

    def day(self, node: str, key: NamedNode) -> date | None:
        value = self.text(node, key)
        try:
            return date.fromisoformat(value) if value is not None else None
        except ValueError:
            raise FormatError(f"<{node}>: <{key.value}> is {value!r}, not a day") from None

    def strings(self, node: str, key: NamedNode) -> tuple[str, ...]:
        value = self.text(node, key)
        try:
            return tuple(json.loads(value)) if value is not None else ()
        except (ValueError, TypeError):
            raise FormatError(f"<{node}>: <{key.value}> is {value!r}, not a JSON list") from None

    # --- Values of the model

    def reference(self, node: str) -> ArticleRef:
        return ArticleRef(
            self.need(node, DCTERMS["identifier"]), self.text(node, SCHEMA["url"]), self.text(node, SCHEMA["headline"]),
            self.day(node, SCHEMA["datePublished"]), self.text(node, DC["publisher"]),
        )  # fmt: skip

    def article(self, node: str) -> Article:
        of = self.reference(node)
        text, language = self.need(node, SCHEMA["articleBody"]), self.text(node, SCHEMA["inLanguage"])
        known = "en" if language is None else language
        return Article(of.id, text, of.title, of.url, of.published, of.outlet, known)

    def segment(self, node: str) -> tuple[str, Span]:
        """The words of a part of the text, and where it stands."""
        words: str | None = None
        span: Span | None = None
        for selector in self.nodes.get(node, {}).get(OA["hasSelector"].value, ()):
            name = str(getattr(selector, "value", selector))
            if self.one(name, OA["exact"]) is not None:
                words = self.text(name, OA["exact"])
            else:
                span = Span(int(self.number(name, OA["start"])), int(self.number(name, OA["end"])))
        if words is None or span is None:
            raise FormatError(f"<{node}>: no quote or no position; the record is damaged, add its article again")
        return words, span

    def mention(self, node: str | None) -> Mention | None:
        if node is None:
            return None
        if node not in self.mentions:
            self.mentions[node] = self._mention(node)
        return self.mentions[node]

    def _mention(self, node: str) -> Mention | None:
        target = self.text(node, OA["hasTarget"])
        if target is None:
            return None
        words, span = self.segment(target)
        head, name = self.text(node, KG["head"]) or "", self.text(node, KG["name"]) or ""
        antecedent = self.mention(self.text(node, KG["antecedent"]))
        return Mention(words, span.start, span.end, head, name, self.strings(node, KG["owners"]), antecedent)

    def filler(self, node: str, role: str) -> tuple[str, str, str, Mention | None] | None:
        """What fills a role: its identifier, its mention's node, its label and the mention; None if nothing does."""
        entity = self.id(node, KG[role])
        if entity is None:
            return None
        mention = self.need(node, KG[f"{role}Mention"])
        return entity, mention, self.need(mention, KG["label"]), self.mention(mention)

    def actor(self, node: str, role: str) -> Actor | None:
        found = self.filler(node, role)
        if found is None:
            return None
        entity, mention, label, words = found
        sector = self.word(mention, KG["sector"], Sector) if self.text(mention, KG["sector"]) else None
        kind = self.word(mention, KG["actorType"], ActorType)
        return Actor(entity, label, kind, sector, self.stakeholder(mention), words)

    def stakeholder(self, mention: str) -> Stakeholder | None:
        top = self.id(mention, KG["stakeholder"])
        if top is None:
            return None
        basis = self.word(mention, KG["basis"], Basis)
        label, code = self.need(mention, KG["stakeholderLabel"]), self.text(mention, KG["stakeholderCode"])
        return Stakeholder(top, label, code, basis)

    def resource(self, node: str) -> Resource | None:
        found = self.filler(node, "resource")
        if found is None:
            return None
        entity, mention, label, words = found
        return Resource(entity, label, self.strings(mention, KG["broaderLabels"]), words)

    def place(self, node: str) -> Place | None:
        found = self.filler(node, "place")
        return Place(found[0], found[2], found[3]) if found else None

    def time(self, node: str) -> Time | None:
        value = self.text(node, KG["time"])
        return None if value is None else Time(value, self.mention(self.text(node, KG["timeMention"])))

    def quantity(self, node: str) -> Quantity | None:
        inner = self.text(node, KG["quantity"])
        if inner is None:
            return None
        value, unit = self.number(inner, SCHEMA["value"]), self.need(inner, SCHEMA["unitText"])
        mention = self.mention(self.text(inner, KG["quantityMention"]))
        return Quantity(value, unit, self.text(inner, KG["change"]), mention)

    def content(self, node: str) -> Content | None:
        inner = self.text(node, KG["content"])
        if inner is None:
            return None
        actor, target, resource = self.actor(inner, "actor"), self.actor(inner, "target"), self.resource(inner)
        negated = self.need(inner, KG["negated"]) == "true"
        return Content(self.relation(inner), actor, resource, target, negated, self.id(inner, KG["claim"]))

    def evidence(self, node: str) -> Evidence:
        text, span = self.segment(self.need(node, KG["evidence"]))
        return Evidence(text, span.start, span.end, self.segment(self.need(node, KG["predicateSpan"]))[1])

    def claim(self, node: str) -> Claim:
        self.need(node, KG["relation"])
        return Claim(
            id=identifier(NamedNode(node)),
            article=self.reference(self.need(node, PROV["wasDerivedFrom"])),
            relation=self.relation(node) or "",
            predicate=self.need(node, KG["predicate"]),
            status=self.word(node, KG["status"], Status),
            mode=self.word(node, KG["mode"], Mode),
            negated=self.need(node, KG["negated"]) == "true",
            evidence=self.evidence(node),
            rule=self.text(node, KG["rule"]) or "",
            cue=self.id(node, KG["cue"]) or "",
            confidence=self.number(node, KG["confidence"]),
            actor=self.actor(node, "actor"),
            proposer=self.actor(node, "proposer"),
            resource=self.resource(node),
            target=self.actor(node, "target"),
            source=self.actor(node, "source"),
            content=self.content(node),
            place=self.place(node),
            time=self.time(node),
            quantity=self.quantity(node),
            plover=self.text(node, KG["plover"]),
        )
