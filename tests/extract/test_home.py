"""Whose "the police", "the rebels", "three people" are where the text names no state for them."""

from __future__ import annotations

import pytest

from kg.model import Claim
from tests.conftest import Tell


def code(claim: Claim, role: str) -> str | None:
    actor = getattr(claim, role)
    return actor.stakeholder.code if actor and actor.stakeholder else None


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Kenya praised Uganda. Prices rose in Lima. Rebels attacked a mine near Arequipa.", "actor", "PER"),
        ("Peru sold gold to Chile. In Spain, too, growers protested.", "actor", "ESP"),
        ("The rebels hold the mines near Goma. Traders in Chad bought gold from the rebels.", "target", "COD"),
        ("Three people were killed in an Israeli airstrike on a ship.", "target", None),
        ("Three people were killed in an Israeli airstrike in Beirut.", "target", "LBN"),
        ("Russia praised Niger. Niger sold uranium. Rosatom signed a pact with the government.", "target", "NER"),
        ("Officials in Lima met. The International Chess Committee rejected the plan.", "actor", None),
    ],
)
def test_the_state_is_that_in_which_the_news_takes_place(text: str, role: str, expected: str | None, tell: Tell) -> None:
    claims = [c for c in tell(text) if c.relation != "other"]
    assert code(claims[-1], role) == expected
