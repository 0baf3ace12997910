"""Whom a pronoun cannot stand for: who else stands in its clause, who tells of himself, a thing told before."""

from __future__ import annotations

import pytest

from kg.model import Actor
from tests.conftest import Tell
from tests.extract.telling import right, typed


def meant(actor: Actor | None) -> str | None:
    return actor.label if actor else None


@pytest.mark.parametrize(
    ("text", "relation", "role", "expected"),
    [
        ('"I ask the government for water," minister Ama Zanko said.', "request", "actor", "Ama Zanko"),
        ("As the rebels fled, they fired shots, and the army attacked them.", "assault", "target", "rebels"),
        (
            "Donald Trump praised Kenya while Ugandan troops attacked rebels in the north of the country.",
            "assault",
            "actor",
            "Ugandan troops",
        ),
        ("Zambia's minister said that Peruvian police had detained dockers in the country.", "coerce", "actor", "Peruvian police"),
    ],
)
def test_a_pronoun_stands_for_nobody_that_its_clause_or_quotation_bars(
    text: str, relation: str, role: str, expected: str | None, tell: Tell
) -> None:
    found = [meant(getattr(c, role)) for c in tell(text) if c.relation == relation]
    assert expected in found


@pytest.mark.parametrize(
    "text",
    ["I ask the government for the water that it promised.", "The nurses came to the clinic. We asked the police for help."],
)
def test_who_speaks_of_himself_is_none_of_those_before(text: str, tell: Tell) -> None:
    assert not [c for c in tell(text) if c.relation == "request"]


def test_it_takes_up_a_thing_and_no_state_and_who_speaks_is_not_he(tell: Tell) -> None:
    assert not any(
        meant(c.actor) == "Cuba" for c in tell("The hurricane struck Cuba on Monday. Officials said it killed nine fishermen.")
    )
    assert not any(meant(c.actor) == "Elena Banda" for c in tell("Brigadier Elena Banda said: “He praised Zambia.”"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "India and Pakistan met. China urged both neighbours to show restraint.",
            "CHN request - > IND: done",
            "CHN request - > PAK: done",
            "IND consult - > PAK: done",
        ),
        right(
            "Chad and Niger signed a pact. Mali praised the two countries.",
            "MLI support - > NER: done",
            "MLI support - > TCD: done",
            "TCD agree - > NER: done",
        ),
        right(
            "Cargill and Olam buy cocoa from Ecuador. Cocoa futures in London have since lost half their value.",
            "- value cocoa: done",
            "SGP acquire cocoa > ECU: done",
            "USA acquire cocoa > ECU: done",
        ),
        right(
            "Ghana is short of cocoa. Soldiers seized 1,300 bags of smuggled beans.",
            "GHA need cocoa: done",
            "GHA seize cocoa: done",
        ),
    ],
)
def test_who_acts_on_two_is_none_of_them_and_a_thing_has_a_value_of_its_own(
    sentence: str, expected: tuple[str, ...], tell: Tell
) -> None:
    assert typed(tell(sentence)) == sorted(expected)
