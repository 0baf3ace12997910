"""What has changed between two bodies of claims."""

from datetime import date

from kg.diff import Kind, diff, until
from kg.model import ArticleRef, Claim, Mode, Status
from tests.builders import RARE_EARTHS, RUSSIA, UKRAINE, USA, claim

EARLY, LATE = (ArticleRef(name, None, name, day, None) for name, day in (("early", date(2025, 2, 1)), ("late", date(2025, 3, 1))))
OFFER = claim(
    "supply", id="claim/offer", actor=RUSSIA, resource=RARE_EARTHS, target=USA, status=Status.PROPOSED, mode=Mode.OFFERED
).but(article=EARLY)
SALE = OFFER.but(id="claim/sale", article=LATE, status=Status.ACTUAL, mode=Mode.DONE)
PURCHASE = SALE.but(id="claim/purchase", relation="acquire", actor=USA, target=RUSSIA)
TALKS = claim("consult", id="claim/talks", actor=USA, target=UKRAINE, resource=None).but(article=LATE)


def told(before: list[Claim], after: list[Claim]) -> list[tuple[str, str, str, str]]:
    return sorted((c.kind.value, c.statement.relation, str(c.was or ""), str(c.now or "")) for c in diff(before, after))


def test_what_is_told_of_anew_came_and_what_is_told_no_more_went() -> None:
    assert told([OFFER], [OFFER, TALKS]) == [("came", "consult", "", "actual")]
    assert told([OFFER, TALKS], [OFFER]) == [("went", "consult", "actual", "")]


def test_a_plan_carried_out_has_another_standing_whoever_tells_it() -> None:
    assert told([OFFER], [OFFER, SALE]) == [("changed", "supply", "proposed", "actual")]
    assert told([OFFER], [OFFER, PURCHASE]) == [("changed", "supply", "proposed", "actual")]


def test_a_denial_changes_the_standing_and_says_so() -> None:
    assert told(
        [SALE], [SALE, SALE.but(id="claim/no", negated=True, article=ArticleRef("x", None, "x", date(2025, 4, 1), None))]
    ) == [("changed", "supply", "actual", "actual, denied")]


def test_the_same_claims_in_any_order_are_no_change() -> None:
    assert told([OFFER, SALE, TALKS], [TALKS, SALE, OFFER]) == []
    assert told([SALE], [SALE.but(id="claim/again")]) == []


def test_a_day_knows_what_was_published_by_then() -> None:
    undated = TALKS.but(article=ArticleRef("u", None, "u", None, None))
    assert [c.id for c in until([OFFER, SALE, undated], date(2025, 2, 1))] == ["claim/offer"]
    changes = list(diff(until([OFFER, SALE], date(2025, 2, 15)), until([OFFER, SALE], date(2025, 3, 1))))
    assert [(c.kind, c.claim.id) for c in changes] == [(Kind.CHANGED, "claim/sale")]
