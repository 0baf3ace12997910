"""Hypothesis strategies for articles and claims: anything that the types allow, hostile strings included."""

from datetime import date

from hypothesis import strategies as st

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

HOSTILE = (
    "", " ", "..", "../../etc", "a/b", "a#b?c", "%2F", "'\"`\\", "<script>alert(1)</script>", "> . <a> <b> <c>", "\x00\x1f",
    "line\nbreak\r\n", "\u2028", "é", "e\u0301", "\U0001f600", "\u202eabc", "{ ?s ?p ?o }", "x" * 300, "true", "1.0",
)  # fmt: skip

WORDS = st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8"), max_size=6)
OFFSETS = st.sampled_from((0, 1, 7, 10**9))
DAYS = st.dates(min_value=date(1, 1, 1))
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def mentions(deep: bool = True) -> st.SearchStrategy[Mention]:
    """Mentions, some with an antecedent."""
    antecedent = st.none() | mentions(deep=False) if deep else st.none()
    owners = st.lists(WORDS, max_size=3).map(tuple)
    return st.builds(Mention, WORDS, OFFSETS, OFFSETS, WORDS, WORDS, owners, antecedent)


def actors() -> st.SearchStrategy[Actor]:
    """Actors, linked or not."""
    code = st.none() | WORDS
    top = st.builds(Stakeholder, WORDS, WORDS, code, st.sampled_from(Basis))
    sector = st.none() | st.sampled_from(Sector)
    return st.builds(Actor, WORDS, WORDS, st.sampled_from(ActorType), sector, st.none() | top, st.none() | mentions())


def resources() -> st.SearchStrategy[Resource]:
    """Resources with labels of broader ones."""
    return st.builds(Resource, WORDS, WORDS, st.lists(WORDS, max_size=3).map(tuple), st.none() | mentions())


def times() -> st.SearchStrategy[Time]:
    """Days, months, years, and what only looks like them."""
    iso = st.builds(lambda day, size: day.isoformat()[:size], DAYS, st.sampled_from((4, 7, 10)))
    odd = st.sampled_from(("", "0000", "2025-13", "2025-02-30", "2024-02-29", "2025-W07", "-044", "2025-1"))
    return st.builds(Time, iso | odd | WORDS, st.none() | mentions())


def contents() -> st.SearchStrategy[Content]:
    """What speech acts are about."""
    actor = st.none() | actors()
    return st.builds(Content, st.none() | WORDS, actor, st.none() | resources(), actor, st.booleans(), st.none() | WORDS)


def articles() -> st.SearchStrategy[Article]:
    """Articles with any text."""
    extra = st.none() | WORDS
    text = st.text(st.characters(codec="utf-8"), max_size=60)
    return st.builds(Article, WORDS, text, extra, extra, st.none() | DAYS, extra, st.sampled_from(("en", "uk", "")))


@st.composite
def claims(draw: st.DrawFn, article: Article | None = None) -> Claim:
    """A claim, of ``article`` where one is given; its spans need not fit the text."""
    of = article or draw(articles())
    evidence = Evidence(draw(WORDS), draw(OFFSETS), draw(OFFSETS), Span(draw(OFFSETS), draw(OFFSETS)))
    if article and article.text and draw(st.booleans()):
        start = draw(st.integers(0, len(article.text) - 1))
        end = draw(st.integers(start, len(article.text)))
        evidence = Evidence(article.text[start:end], start, end, Span(start, draw(st.integers(start, end))))
    role = st.none() | actors()
    return draw(
        st.builds(
            Claim,
            id=WORDS,
            article=st.just(ArticleRef.to(of)),
            relation=st.sampled_from(("supply", "agree", "other", "no such relation")) | WORDS,
            predicate=WORDS,
            status=st.sampled_from(Status),
            mode=st.sampled_from(Mode),
            negated=st.booleans(),
            evidence=st.just(evidence),
            rule=WORDS,
            cue=WORDS,
            confidence=NUMBERS,
            actor=role,
            proposer=role,
            resource=st.none() | resources(),
            target=role,
            source=role,
            content=st.none() | contents(),
            place=st.none() | st.builds(Place, WORDS, WORDS, st.none() | mentions()),
            time=st.none() | times(),
            quantity=st.none() | st.builds(Quantity, NUMBERS, WORDS, st.none() | WORDS, st.none() | mentions()),
            plover=st.none() | WORDS,
        )
    )


@st.composite
def articles_with_claims(draw: st.DrawFn) -> tuple[Article, list[Claim]]:
    """An article and up to three claims of it, with ids of their own."""
    article = draw(articles())
    return article, draw(st.lists(claims(article), max_size=3, unique_by=lambda claim: claim.id))
