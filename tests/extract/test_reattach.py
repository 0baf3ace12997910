"""What the parser hangs on the wrong word is moved to the right one; what is right stays."""

from __future__ import annotations

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed

MENDED = [
    right("Peru miners end six-week strike at copper pit", "PER not protest -: ended"),
    right(
        "The Zambian government granted First Quantum, a Canadian company, a new concession to a copper deposit.",
        "ZMB supply copper > CAN: done",
    ),
    right("Three Kenyans killed in Israeli airstrike", "ISR assault - > KEN: done", "ISR assault -: done"),
    right(
        "The minister said that Zambia had lost copper and asked Angola to send doctors.",
        "ZMB request - > AGO: done",
    ),
    right("France agreed that autumn to sell Yerevan radars.", "FRA supply radar systems > ARM: agreed"),
]
LEFT_ALONE = [
    right("France sold Armenian radars.", "FRA supply radar systems: done"),
    right("Kenya killed a plan to sell oil."),
]


@pytest.mark.parametrize(("sentence", "expected"), MENDED)
def test_facts_of_english_that_the_parser_misses(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert set(expected) & set(typed(tell(sentence)))


@pytest.mark.parametrize(("sentence", "expected"), LEFT_ALONE)
def test_what_is_right_stays(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert [line for line in typed(tell(sentence)) if "assault" in line or "supply" in line] == list(expected)
