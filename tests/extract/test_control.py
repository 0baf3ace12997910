"""Whose act a clause or a noun tells that names no doer of its own."""

from __future__ import annotations

import pytest

from kg.model import Actor
from tests.conftest import Tell
from tests.extract.telling import right, typed


def meant(actor: Actor | None) -> str | None:
    return actor.label if actor else None


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("Canada imposed sanctions on the Chadian army for supporting the March 23 Movement.", "support", "Chadian army"),
        ("Chadian soldiers stormed a mosque and tried to clear the square, killing nine people.", "assault", "Chadian soldiers"),
        ("A police spokesman announced the arrest of two men in Lagos.", "coerce", "police"),
        ("The M23 rebels and the Congolese Army are engaged in heavy fighting in Goma.", "assault", "M23"),
        ("A Dane was arrested in Lagos after he shot a nurse.", "assault", "Dane"),
    ],
)
def test_whose_act_it_is(text: str, relation: str, expected: str, tell: Tell) -> None:
    assert expected in [meant(c.actor) for c in tell(text) if c.relation == relation]


def test_who_leaves_after_an_invasion_has_not_invaded_and_who_is_hacked_hacks_nobody(tell: Tell) -> None:
    left = tell("Shell closed its plants, becoming the first firm to leave the country following the invasion of Ukraine.")
    assert not [c for c in left if c.relation == "assault"]
    assert not [c for c in tell("The minister of Chad had his phone hacked.") if c.actor]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Iraq's parliament passes a bill to expel US troops.", "IRQ coerce - > USA: planned"),
        right("Germany's cabinet approves a bill to ban oil from Russia.", "DEU sanction oil > RUS: done"),
        right("The UN adopted a resolution to extend sanctions on Mali.", "UN sanction - > MLI: done"),
        right("The bill to ban exports stalled."),
    ],
)
def test_who_makes_a_law_does_what_it_is_to_do(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
