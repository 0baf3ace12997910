"""As many articles with claims as a measurement needs: the samples again and again, each time about other actors and resources.

The sentences stay as they are. Who acts and what is at stake is drawn anew for every copy, with the frequencies of news: the second
most frequent is named half as often as the first, the third a third (Zipf's law). A store of mere copies would be no store of news:
whatever one asks for would be in an eighth of the articles.
"""

from __future__ import annotations

import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import accumulate, count
from pathlib import Path
from typing import TypeVar

from kg.model import Actor, ActorType, Article, ArticleRef, Claim, Resource, Stakeholder
from kg.rdf import to_quads
from kg.vocab import load as load_vocabulary

T = TypeVar("T")
Told = tuple[Article, list[Claim]]
_DAYS = 700


@dataclass(frozen=True)
class Cast:
    """States and resources in the order of their frequency, with the sums of their weights."""

    states: Sequence[Actor]
    resources: Sequence[Resource]
    sums: Sequence[float]


def cast() -> Cast:
    """From the vocabulary, in an order that is arbitrary but always the same."""
    vocab, order = load_vocabulary(), random.Random(1)
    states = [
        Actor(e.id, e.label, e.type, None, Stakeholder(e.id, e.label, e.code))
        for e in vocab.entities.values()
        if e.type is ActorType.STATE and e.code
    ]
    resources = [Resource(r.id, r.label) for r in vocab.resources.values() if not r.asset]
    order.shuffle(states)
    order.shuffle(resources)
    return Cast(states, resources, list(accumulate(1 / rank for rank in range(1, max(len(states), len(resources)) + 1))))


def samples(cache: Path) -> list[Told]:
    """The sample articles with their claims, as the program reads them; kept in a file, so that no model is loaded to measure."""
    if not cache.exists():
        from kg.extract import Extractor
        from kg.read import read_articles
        from kg.resolve import Linker, resolve

        extractor = Extractor()
        link = Linker(extractor.vocab)
        found = [(a, list(resolve(found, link))) for a, found in extractor.by_article(read_articles("examples/"))]
        cache.write_bytes(pickle.dumps(found))
    return list(pickle.loads(cache.read_bytes()))


def world(cache: Path, quads: int, known: frozenset[str]) -> Iterator[Told]:
    """Articles until there are so many quads."""
    some, players, total = samples(cache), cast(), 0
    for copy in count():
        for article, claims in some:
            if total >= quads:
                return
            told = _recast(article, claims, players, copy)
            total += sum(1 for _ in to_quads(*told, known=known))
            yield told


def _recast(article: Article, claims: list[Claim], players: Cast, copy: int) -> Told:
    """The article under another name and date, about others."""
    draw = random.Random(f"{copy}-{article.id}")
    day = article.published and article.published + timedelta(days=draw.randrange(_DAYS))
    again = replace(article, id=f"{copy}-{article.id}", published=day)
    state = _mapping(draw, players.states, players.sums)
    resource = _mapping(draw, players.resources, players.sums)

    def other(actor: Actor | None) -> Actor | None:
        return actor and replace(state(actor.id), mention=actor.mention)

    return again, [
        c.but(
            article=ArticleRef.to(again),
            id=f"{c.id}-{copy}",
            actor=other(c.actor),
            target=other(c.target),
            source=other(c.source),
            proposer=other(c.proposer),
            resource=c.resource and replace(resource(c.resource.id), mention=c.resource.mention),
        )
        for c in claims
    ]


def _mapping(draw: random.Random, chosen: Sequence[T], sums: Sequence[float]) -> Callable[[str], T]:
    """A function that gives for each name one of the chosen, always the same."""
    found: dict[str, T] = {}

    def of(name: str) -> T:
        if name not in found:
            found[name] = draw.choices(chosen, cum_weights=sums[: len(chosen)])[0]
        return found[name]

    return of
