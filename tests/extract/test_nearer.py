"""Of whom a pronoun speaks first: whom a charge names, who is given something, who met, of whom the clause above tells."""

from __future__ import annotations

import pytest

from kg.model import Actor
from tests.conftest import Tell


def meant(actor: Actor | None) -> str | None:
    return actor.label if actor else None


@pytest.mark.parametrize(
    ("text", "relation", "role", "expected"),
    [
        ("Canada condemns Chad as a sponsor of terror over its invasion of Niger.", "assault", "actor", "Chad"),
        ("Barack Obama accused Alan Romford of having said he would bomb Iran.", "assault", "actor", "Alan Romford"),
        ("The militia's chief told the BBC that they had abducted two Germans in Herat.", "coerce", "actor", "militia"),
        ("Officials say that six miners were killed when a bomb hit their lorry in Chad.", "assault", "target", "six miners"),
        ("A jury convicted Paul Nolan of fraud. He blamed regulators.", "accuse", "actor", "Paul Nolan"),
        ("ECOWAS urged the police in Conakry to free the students, whom they held.", "coerce", "actor", "police"),
        (
            "Marta Lund arrived at noon. She spoke of her husband Bo Lund, who had been arrested. She asked for help.",
            "request",
            "actor",
            "Marta Lund",
        ),
    ],
)
def test_a_pronoun_speaks_first_of_whom_the_sentence_puts_nearest(
    text: str, relation: str, role: str, expected: str, tell: Tell
) -> None:
    assert expected in [meant(getattr(c, role)) for c in tell(text) if c.relation == relation]


def test_they_are_the_two_who_met(tell: Tell) -> None:
    (talks,) = [
        c for c in tell("King Salman visits Vladimir Putin in Sochi. They discuss oil prices.") if c.predicate.startswith("discuss")
    ]
    assert (meant(talks.actor), meant(talks.target)) == ("King Salman", "Vladimir Putin")
