"""Event nouns that lead back to the claim which told the act: "the offer", "this deal", "the move"."""

import pytest

from kg.model import Claim
from tests.conftest import Tell
from tests.extract.telling import right, typed


def last(claims: tuple[Claim, ...]) -> Claim:
    return claims[-1]


@pytest.mark.parametrize(
    ("first", "second", "relation", "resource", "target"),
    [
        ("Moscow offered Kyiv cheap gas on Monday.", "Kyiv rejected the offer.", "reject", "natural gas", "RUS"),
        ("Chile and Japan signed a lithium pact in May.", "Bolivia criticised the deal.", "accuse", "lithium", "CHL"),
        ("Peru banned exports of copper.", "Canada condemned the decision.", "accuse", "copper", "PER"),
        ("Peru banned exports of copper.", "Miners demonstrated against the ban.", "protest", "copper", "PER"),
        ("France demanded that Niger release three engineers.", "Niamey refused the demand.", "reject", None, "FRA"),
        ("Zambia plans to nationalise a copper mine.", "Canada backs the plan.", "support", "copper mines", "ZMB"),
    ],
)
def test_what_is_said_of_an_act_is_linked_to_the_claim_that_told_it(
    first: str, second: str, relation: str, resource: str | None, target: str, tell: Tell
) -> None:
    told = tell(f"{first} {second}")
    claim = last(told)
    assert claim.relation == relation
    assert (claim.resource.label if claim.resource else None) == resource
    assert claim.target and claim.target.stakeholder and claim.target.stakeholder.code == target
    assert claim.content and claim.content.claim in {c.id for c in told[:-1]}


@pytest.mark.parametrize(
    "text",
    [
        "Moscow offered Kyiv cheap gas. Warsaw rejected a proposal of the Commission.",
        "Moscow offered Kyiv cheap gas. Warsaw rejected the offer of talks.",
        "Drought hit Zambia. Canada rejected the offer.",
        "Peru said prices rose. Canada condemned the attack.",
    ],
)
def test_other_acts_are_linked_to_none(text: str, tell: Tell) -> None:
    assert all(c.content is None or c.content.claim is None for c in tell(text))


def test_the_nearest_act_that_the_noun_can_name_is_meant(tell: Tell) -> None:
    told = tell("Chile banned exports of lithium. Japan proposed to buy copper from Peru. Canada condemned the ban.")
    ban = next(c for c in told if c.relation == "sanction")
    assert last(told).content and last(told).content.claim == ban.id  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Ukraine and the United States signed a minerals pact. Norway halted a drill with Ukraine. Moscow has mocked the pact.",
            "NOR not cooperate - > UKR: ended",
            "RUS reject minerals > UKR: done",
            "UKR agree minerals > USA: done",
        ),
        right(
            "Ukraine and Norway struck a deal. The Ukrainian economy minister put her signature to the accord in Oslo.",
            "UKR agree - > NOR: done",
            "UKR agree - > NOR: done",
        ),
    ],
)
def test_a_pact_is_one_that_was_struck(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Gunmen burned two schools in Borno. The army blamed Boko Haram.",
            "NGA accuse schools > NGA: done",
            "NGA coerce schools > NGA: done",
        ),
        right(
            "A drone hit a tanker off Oman. Washington blamed Iran.",
            "- assault tankers > OMN: done",
            "USA accuse tankers > IRN: done",
        ),
        right(
            "Iran seized a tanker. Oil fell and Trump blamed Biden.",
            "- value oil: done",
            "IRN seize tankers: done",
            "USA accuse - > USA: done",
        ),
        right(
            "A pipeline was sabotaged. Berlin blamed Kyiv for the deaths.", "- coerce pipelines: done", "DEU accuse - > UKR: done"
        ),
    ],
)
def test_what_somebody_is_blamed_for(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
