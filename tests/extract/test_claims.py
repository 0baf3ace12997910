"""From a proposition to claims: identity, distribution, wording, evidence, content and confidence."""

from dataclasses import replace

import pytest

from kg.extract.claims import claim_id
from kg.model import Mention, Span, Status
from tests.conftest import Tell
from tests.extract.telling import told, who

ACTOR, TARGET = Mention("Chile", 0, 5), Mention("Japan", 22, 27)
ROLES = (ACTOR, TARGET, None)
SAME = ("a1", Span(6, 10), ROLES, "supply", Status.ACTUAL, False, None)


def test_the_same_is_the_same_on_every_machine() -> None:
    assert claim_id(*SAME) == claim_id("a1", Span(6, 10), ROLES, "supply", Status.ACTUAL, False, None)
    assert claim_id(*SAME) == "claim/" + claim_id(*SAME).removeprefix("claim/")
    assert len(claim_id(*SAME)) == len("claim/") + 20


@pytest.mark.parametrize(
    "other",
    [
        ("a2", Span(6, 10), ROLES, "supply", Status.ACTUAL, False, None),
        ("a1", Span(6, 11), ROLES, "supply", Status.ACTUAL, False, None),
        ("a1", Span(6, 10), (ACTOR, None, TARGET), "supply", Status.ACTUAL, False, None),
        ("a1", Span(6, 10), (None, TARGET, None), "supply", Status.ACTUAL, False, None),
        ("a1", Span(6, 10), ROLES, "aid", Status.ACTUAL, False, None),
        ("a1", Span(6, 10), ROLES, "supply", Status.POSSIBLE, False, None),
        ("a1", Span(6, 10), ROLES, "supply", Status.ACTUAL, True, None),
        ("a1", Span(6, 10), ROLES, "supply", Status.ACTUAL, False, Mention("Kenya", 40, 45)),
    ],
)
def test_what_differs_in_what_it_says_has_another_id(
    other: tuple[str, Span, tuple[Mention | None, ...], str, Status, bool, Mention | None],
) -> None:
    assert claim_id(*other) != claim_id(*SAME)


def test_the_words_of_a_mention_do_not_count_for_identity() -> None:
    known = replace(ACTOR, head="chile", name="Chile", owners=("Andean",), antecedent=TARGET)
    assert claim_id("a1", Span(6, 10), (known, TARGET, None), "supply", Status.ACTUAL, False, None) == claim_id(*SAME)


def test_a_separator_in_an_articles_id_makes_no_other_claim_the_same() -> None:
    odd = ("a1\x1f6-10", Span(6, 10), ROLES, "supply", Status.ACTUAL, False, None)
    assert claim_id(*odd) != claim_id(*SAME)


def test_coordinated_roles_give_a_claim_each_with_its_own_id(tell: Tell) -> None:
    claims = tell("Norway and Sweden supplied gas and electricity to Denmark.")
    assert {(who(c.actor), c.resource.label if c.resource else "", who(c.target)) for c in claims} == {
        (actor, resource, "DNK") for actor in ("NOR", "SWE") for resource in ("natural gas", "electricity")
    }
    assert len({c.id for c in claims}) == 4
    assert len({c.evidence for c in claims}) == 1


def test_sharing_together_holds_between_the_two_once(tell: Tell) -> None:
    assert [told(c) for c in tell("Kenya and Uganda cooperate on oil.")] == ["KEN cooperate oil > UGA: done"]


def test_the_evidence_is_the_sentence_and_the_predicate_stands_in_it(tell: Tell) -> None:
    text = "Prices fell in Lima.\n\nIn May, Chile sold lithium to Japan. Peru watched."
    (claim,) = [c for c in tell(text) if c.relation == "supply"]
    assert claim.evidence.text == "In May, Chile sold lithium to Japan."
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
    assert claim.evidence.predicate.of(text) == "sold"


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("Chile sold lithium to Japan.", "sell"),
        ("India and Vietnam signed a trade agreement.", "sign agreement"),
        ("Vietnam held talks with Laos.", "hold talk"),
        ("Kenya imposed a tariff on Ugandan milk.", "impose tariff"),
        ("Japan depends on imported oil.", "depend on"),
    ],
)
def test_the_predicate_is_told_in_lemmas_in_the_order_of_the_text(sentence: str, predicate: str, tell: Tell) -> None:
    (claim,) = tell(sentence)
    assert claim.predicate == predicate


def test_what_is_not_there_is_none(tell: Tell) -> None:
    (claim,) = tell("Uruguay has no oil.")
    assert claim.target is claim.source is claim.proposer is claim.content is claim.place is claim.time is None
    assert claim.quantity is None


def test_nobody_acts_on_itself_in_one_breath(tell: Tell) -> None:
    for claim in tell("Kenya praised Kenya and Poland."):
        assert claim.actor and claim.target
        assert claim.actor.mention and claim.target.mention
        assert claim.actor.mention.span != claim.target.mention.span


def test_the_same_said_twice_in_an_article_is_two_claims(tell: Tell) -> None:
    claims = tell("Chile sold lithium to Japan. Chile sold lithium to Japan.")
    assert len({c.id for c in claims}) == len(claims) == 2


def test_the_article_is_repeated_in_short(tell: Tell) -> None:
    (claim,) = tell("Chile sold lithium to Japan.")
    assert (claim.article.id, claim.article.published.isoformat() if claim.article.published else "") == ("a1", "2025-02-25")


def test_of_an_unknown_speaker_nothing_is_told(tell: Tell) -> None:
    assert not [c for c in tell("I worked with the rebels in Chad. We sold them rice.") if c.relation != "other"]
    (claim,) = tell("“We will buy natural gas from Chad,” said the president of Kenya.")
    assert claim.actor is not None and claim.actor.stakeholder is not None and claim.actor.stakeholder.code == "KEN"
