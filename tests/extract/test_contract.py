"""What holds of every claim of every sample: words at their offsets, known relation and cue, the same again on a second run."""

from collections.abc import Iterator

import pytest

from kg.extract import Extractor
from kg.model import Article, Claim, Mention, Mode
from kg.resolve import Linker, resolve
from kg.vocab import Vocabulary

MANGLED = (
    "  KENYA sold\ttea\u00a0to “Poland”…  \n\n\u2028Zürich’s naïve £5m—deal (2024)\n—\n* * *\n"
    "\U0001f600 Chile sells lithium \U0001f600 to Japan. \n?!"
)


@pytest.fixture(scope="module")
def articles(examples: tuple[Article, ...]) -> list[Article]:
    return [*examples, Article("mangled", MANGLED), Article("empty", "")]


@pytest.fixture(scope="module")
def read(extractor: Extractor, articles: list[Article]) -> list[tuple[Article, Claim]]:
    """Each claim with its article, not yet linked."""
    return [(article, claim) for article, claims in extractor.by_article(articles) for claim in claims]


def mentions(claim: Claim) -> Iterator[Mention]:
    """Every mention of a claim, antecedents too."""
    actors = [claim.actor, claim.proposer, claim.target, claim.source]
    if claim.content:
        actors += [claim.content.actor, claim.content.target]
    others = [claim.resource, claim.place, claim.time, claim.quantity, claim.content.resource if claim.content else None]
    for part in [*actors, *others]:
        mention = part.mention if part else None
        while mention is not None:
            yield mention
            mention = mention.antecedent


def test_there_is_something_to_look_at(read: list[tuple[Article, Claim]], articles: list[Article]) -> None:
    assert len(read) > 80
    assert {a.id for a, _ in read} >= {a.id for a in articles[:8]}
    assert any(a.id == "mangled" for a, _ in read)


def test_the_evidence_stands_in_the_text(read: list[tuple[Article, Claim]]) -> None:
    for article, claim in read:
        evidence = claim.evidence
        assert article.text[evidence.start : evidence.end] == evidence.text
        assert evidence.text.strip()
        assert "\n" not in evidence.text
        assert evidence.start <= evidence.predicate.start < evidence.predicate.end <= evidence.end
        assert claim.article.id == article.id


def test_every_mention_stands_in_the_text(read: list[tuple[Article, Claim]]) -> None:
    for article, claim in read:
        for mention in mentions(claim):
            assert article.text[mention.start : mention.end] == mention.text, claim
            assert mention.text.strip() == mention.text != ""


def test_every_word_is_one_of_the_vocabulary(read: list[tuple[Article, Claim]], vocab: Vocabulary) -> None:
    cues = {cue.id: cue for cue in vocab.cue_list()}
    for _, claim in read:
        assert claim.relation in vocab.relations
        assert claim.cue in cues or claim.relation in ("other", "request", "cooperate"), claim.cue
        assert claim.mode.status is claim.status
        assert claim.negated or claim.mode not in (Mode.ENDED, Mode.REFUSED), claim
        assert 0 < claim.confidence < 1
        assert claim.rule and claim.predicate
        if claim.content and claim.content.relation:
            assert claim.content.relation in vocab.relations
        if claim.resource and claim.resource.id:
            assert claim.resource.id in vocab.resources


def test_ids_are_unique(read: list[tuple[Article, Claim]]) -> None:
    ids = [claim.id for _, claim in read]
    assert len(set(ids)) == len(ids)


def test_a_second_run_gives_the_same(read: list[tuple[Article, Claim]], extractor: Extractor, articles: list[Article]) -> None:
    assert list(extractor(articles)) == [claim for _, claim in read]


def test_an_article_alone_gives_what_it_gives_among_others(
    read: list[tuple[Article, Claim]], extractor: Extractor, articles: list[Article]
) -> None:
    for article in articles[:3]:
        assert list(extractor([article])) == [claim for owner, claim in read if owner is article]


def test_linking_drops_nothing_and_keeps_words_and_ids(read: list[tuple[Article, Claim]], vocab: Vocabulary) -> None:
    before = [claim for _, claim in read]
    after = list(resolve(before, Linker(vocab)))
    assert [claim.id for claim in after] == [claim.id for claim in before]
    for old, new in zip(before, after, strict=True):
        assert new.evidence == old.evidence
        assert (new.relation, new.status, new.mode, new.negated) == (old.relation, old.status, old.mode, old.negated)
        if new.source:
            assert list(mentions(new)) == list(mentions(old))
        for actor in (new.actor, new.target, new.source, new.proposer):
            assert actor is None or (actor.id.startswith("actor/") and actor.stakeholder and actor.stakeholder.id)
        assert new.resource is None or new.resource.id.startswith("resource/")
        assert new.place is None or new.place.id.startswith("place/")


def test_linking_again_changes_nothing(read: list[tuple[Article, Claim]], vocab: Vocabulary) -> None:
    once = list(resolve((claim for _, claim in read), Linker(vocab)))
    assert list(resolve(once, Linker(vocab))) == once
