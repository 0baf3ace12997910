"""Who protests without saying against whom protests against the authorities at home; nobody else does."""

from __future__ import annotations

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Teachers in Bolivia went on strike on Friday.", "BOL protest - > BOL: done"),
        right("Thousands of Kenyans demonstrated against higher taxes.", "KEN protest - > KEN: done"),
        right("Young Tunisians blocked roads on Sunday.", "TUN coerce roads > TUN: done"),
        right("Italian dockers went on strike over arms for Israel.", "ITA protest arms: done"),
        right("Burmese rebels shelled a camp.", "MMR assault camp > MMR: done"),
        right("Peruvian police raided a laboratory.", "PER coerce laboratory > PER: done"),
    ],
)
def test_at_home(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Kenyan police dispersed several protests.", "KEN coerce - > KEN: done"),
        right("Venezuela's army suppressed the protests.", "VEN coerce - > VEN: done"),
        right("The government broke up the protest in Baku.", "AZE coerce - > AZE: done"),
    ],
)
def test_a_protest_put_down_is_of_ones_own_people(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
