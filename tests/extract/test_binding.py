"""Whom a pronoun cannot stand for: who else stands in its clause, who tells of himself, a thing told before."""

from __future__ import annotations

import pytest

from kg.model import Actor
from tests.conftest import Tell


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
