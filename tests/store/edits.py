"""Hypothesis strategies: the articles of the small world with a few things changed, most of them sound, some not."""

from dataclasses import replace

from hypothesis import strategies as st

from kg.model import Actor, ActorType, Article, ArticleRef, Claim, Mode, Place, Resource, Sector, Stakeholder, Status, Time
from tests.store.world import WORLD
from tests.strategies import HOSTILE, WORDS

NAMES = st.sampled_from([text for text in HOSTILE if text]) | WORDS.filter(bool)
IDS = NAMES.map(lambda name: f"actor/{name}")


def strangers() -> st.SearchStrategy[Actor]:
    """Actors that no ontology knows, counted under themselves, with any name."""
    return st.builds(
        lambda id, label, kind, sector: Actor(id, label, kind, sector, Stakeholder(id, label, None)),
        IDS, NAMES, st.sampled_from(ActorType), st.none() | st.sampled_from(Sector),
    )  # fmt: skip


def sound_edits() -> st.SearchStrategy[dict[str, object]]:
    """Changes of a claim after which it is as sound as before."""
    thing = st.builds(lambda id, label: Resource(f"resource/{id}", label), NAMES, NAMES)
    spot = st.builds(lambda id, label: Place(f"place/{id}", label), NAMES, NAMES)
    return st.fixed_dictionaries(
        {},
        optional={
            "actor": st.none() | strangers(),
            "target": st.none() | strangers(),
            "source": st.none() | strangers(),
            "proposer": st.none() | strangers(),
            "resource": st.none() | thing,
            "place": st.none() | spot,
            "predicate": NAMES,
            "rule": WORDS,
            "cue": WORDS,
            "plover": st.none() | WORDS,
            "confidence": st.floats(0, 1),
            "time": st.none() | st.builds(Time, st.sampled_from(("2025", "2025-02", "2025-02-25", "no day"))),
        },
    )


def faulty_edits() -> st.SearchStrategy[dict[str, object]]:
    """Changes after which a claim may break a shape, or may not."""
    return st.fixed_dictionaries(
        {},
        optional={
            "confidence": st.sampled_from((-0.1, 0.0, 0.5, 1.0, 1.5, 1e9)),
            "relation": st.sampled_from(("supply", "agree", "no-such-relation", "status")),
            "status": st.sampled_from(Status),
            "mode": st.sampled_from(Mode),
            "negated": st.booleans(),
            "actor": st.sampled_from((None, Actor("actor/x", "X", ActorType.PERSON), Actor("", "nobody", ActorType.PERSON))),
            "target": st.sampled_from((None, Actor("resource/lithium", "lithium", ActorType.STATE))),
        },
    )


@st.composite
def edited(draw: st.DrawFn, edits: st.SearchStrategy[dict[str, object]]) -> tuple[Article, list[Claim]]:
    """An article of the world with hostile names of its own, and its claims changed."""
    article, claims = draw(st.sampled_from(WORLD))
    article = replace(
        article, id=draw(WORDS), title=draw(st.none() | WORDS), url=draw(st.none() | WORDS), outlet=draw(st.none() | WORDS)
    )
    return article, [c.but(article=ArticleRef.to(article), **draw(edits)) for c in claims]
