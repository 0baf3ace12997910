"""Claims → statements: what pools and what does not, whatever the order in which the claims come."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.merge import merge
from kg.model import Actor, Claim, Mode, Resource, Statement, Status
from tests.builders import FIRM, PESKOV, PUTIN, RARE_EARTHS, RUSSIA, UKRAINE, USA, article, claim, resource
from tests.strategies import claims as any_claims

GAS = resource("gas")
ACTORS = st.sampled_from((RUSSIA, USA, UKRAINE, PUTIN, None))
THINGS = st.sampled_from((RARE_EARTHS, GAS, None))


@st.composite
def some_claims(draw: st.DrawFn) -> list[Claim]:
    """Claims of few actors and things, so that many pool; ids of their own."""
    found = []
    days = st.sampled_from((date(2025, 1, 1), date(2025, 3, 1), None))
    for number in range(draw(st.integers(0, 8))):
        said = claim(
            draw(st.sampled_from(("supply", "acquire", "agree", "consult", "sanction", "other"))),
            actor=draw(ACTORS), target=draw(ACTORS), resource=draw(THINGS),
            article=article(draw(st.sampled_from("abc")), published=draw(days)),
            start=draw(st.integers(0, 3)) * 60, predicate=draw(st.sampled_from(("supplies", "rare"))), id=f"claim/{number}",
        )  # fmt: skip
        found.append(said)
    return found


@settings(deadline=None)
@given(some_claims(), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], dice: random.Random) -> None:
    shuffled = [*claims]
    dice.shuffle(shuffled)
    assert list(merge(shuffled)) == list(merge(claims))


@settings(deadline=None)
@given(some_claims())
def test_merging_again_changes_nothing(claims: list[Claim]) -> None:
    once = list(merge(claims))
    assert list(merge(c for statement in once for c in statement.claims)) == once
    assert list(merge([*claims, *claims])) == once


@settings(deadline=None)
@given(some_claims())
def test_every_claim_is_in_one_statement_and_ids_are_unique(claims: list[Claim]) -> None:
    statements = list(merge(claims))
    assert sorted(c.id for s in statements for c in s.claims) == sorted(c.id for c in claims)
    assert len({s.id for s in statements}) == len(statements)
    assert all(s.claims for s in statements)


@settings(max_examples=50, deadline=None)
@given(st.lists(any_claims(), max_size=5, unique_by=lambda c: c.id), st.randoms(use_true_random=False))
def test_any_claims_can_be_merged_in_any_order(claims: list[Claim], dice: random.Random) -> None:
    shuffled = [*claims]
    dice.shuffle(shuffled)
    assert list(merge(shuffled)) == list(merge(claims))


def one(*claims: Claim) -> Statement:
    (statement,) = merge(claims)
    return statement


def apart(*claims: Claim) -> bool:
    return len(list(merge(claims))) == len(claims)


def test_status_negation_source_and_date_stay_on_the_claims() -> None:
    offered = claim(status=Status.PROPOSED, mode=Mode.OFFERED, source=PESKOV, id="claim/1")
    denied = claim(negated=True, id="claim/2", article=article("a2", date(2025, 3, 1), "Other Courier"))
    happened = claim(id="claim/3", article=article("a3", date(2024, 3, 1)))
    statement = one(offered, denied, happened)
    assert statement.claims == (happened, offered, denied)
    assert statement.statuses == {Status.ACTUAL, Status.PROPOSED}
    assert (statement.first_seen, statement.last_seen) == (date(2024, 3, 1), date(2025, 3, 1))
    assert statement.outlets == {"Daily Courier", "Other Courier"}


def test_supplying_and_acquiring_are_two_sides_of_one() -> None:
    sold = claim("supply", actor=RUSSIA, target=USA, id="claim/1")
    bought = claim("acquire", actor=USA, target=RUSSIA, id="claim/2")
    statement = one(bought, sold)
    assert (statement.relation, statement.actor, statement.target) == ("supply", RUSSIA, USA)
    assert one(bought).id == one(sold).id


@pytest.mark.parametrize(("actor", "target"), [(USA, None), (None, RUSSIA)], ids=["from nobody named", "by nobody named"])
def test_but_only_where_both_ends_are_named(actor: Actor | None, target: Actor | None) -> None:
    bought = claim("acquire", actor=actor, target=target, id="claim/2")
    assert one(bought).relation == "acquire"
    assert apart(claim("supply", actor=target, target=actor, id="claim/1"), bought)


def test_other_relations_are_not_turned_round() -> None:
    assert apart(claim("supply", actor=RUSSIA, target=USA, id="claim/1"), claim("supply", actor=USA, target=RUSSIA, id="claim/2"))
    assert apart(claim("invest", id="claim/1"), claim("acquire", actor=USA, target=RUSSIA, id="claim/2"))


@pytest.mark.parametrize("relation", ["agree", "consult", "cooperate"])
def test_what_two_do_together_has_no_direction(relation: str) -> None:
    there = claim(relation, actor=RUSSIA, target=USA, resource=None, id="claim/1")
    back = claim(relation, actor=USA, target=RUSSIA, resource=None, id="claim/2")
    assert len(one(there, back).claims) == 2
    assert {one(back).actor, one(back).target} == {RUSSIA, USA}


@pytest.mark.parametrize("relation", ["support", "accuse", "sanction"])
def test_what_one_does_to_another_has(relation: str) -> None:
    there = claim(relation, actor=RUSSIA, target=USA, resource=None, id="claim/1")
    assert apart(there, claim(relation, actor=USA, target=RUSSIA, resource=None, id="claim/2"))


@pytest.mark.parametrize("relation", ["agree", "supply", "assault"])
def test_a_claim_without_an_actor_stays_alone(relation: str) -> None:
    assert apart(claim(relation, actor=None, id="claim/1"), claim(relation, actor=None, id="claim/2"))


def test_what_nobody_has_linked_is_the_same_only_within_its_article() -> None:
    unknown = replace(RUSSIA, id="", label="Zorvex")
    here, again = claim(actor=unknown, id="claim/1"), claim(actor=unknown, id="claim/2")
    assert len(one(here, again).claims) == 2
    assert apart(here, claim(actor=unknown, id="claim/3", article=article("a2")))
    assert apart(here, claim(actor=replace(unknown, label="Ubrix"), id="claim/4"))


def test_an_empty_role_is_a_value_of_its_own() -> None:
    assert apart(
        claim(id="claim/1"),
        claim(target=None, id="claim/2"),
        claim(resource=None, id="claim/3"),
        claim(resource=None, target=None, id="claim/4"),
    )
    assert len(one(claim(target=None, id="claim/1"), claim(target=None, id="claim/2")).claims) == 2


def test_actors_pool_at_their_own_level() -> None:
    assert apart(claim(actor=RUSSIA, id="claim/1"), claim(actor=PUTIN, id="claim/2"), claim(actor=FIRM, id="claim/3"))


def test_other_acts_are_told_apart_by_their_lemma() -> None:
    shared, again, bugged = (
        claim("other", predicate=word, resource=None, id=f"claim/{number}") for number, word in enumerate(("share", "share", "bug"))
    )
    statements = {s.lemma: len(s.claims) for s in merge([shared, bugged, again])}
    assert statements == {"share": 2, "bug": 1}


def test_known_acts_are_not_told_apart_by_their_wording() -> None:
    statement = one(claim(predicate="sells", id="claim/1"), claim(predicate="supplies", id="claim/2"))
    assert statement.lemma is None


def test_resources_pool_by_what_they_are_not_by_what_they_are_called() -> None:
    mine = Resource("resource/rare-earths", "rare earth metals")
    assert len(one(claim(id="claim/1"), claim(resource=mine, id="claim/2")).claims) == 2


def test_claims_stand_by_date_article_and_place_undated_last() -> None:
    late, first = (claim(start=s, id=f"claim/{s}", article=article("b", date(2025, 1, 1))) for s in (90, 10))
    undated = claim(id="claim/u", article=article("a", None))
    early = claim(id="claim/e", article=article("z", date(2024, 1, 1)))
    assert one(undated, late, early, first).claims == (early, first, late, undated)


def test_nothing_comes_of_nothing() -> None:
    assert list(merge([])) == []
