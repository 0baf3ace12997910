"""Headlines that bid somebody do something behind a colon; places on a way and guides bid nobody."""

from __future__ import annotations

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed

BIDDEN = [
    right("Modi to Trump: Drop tariffs on steel", "IND request steel > USA: done"),
    right("Trump to Iran: Hand over uranium", "USA request uranium > IRN: done"),
    right("Chinese minister to US: Stop arming Taiwan", "CHN request arms > USA: done"),
    right("Putin to Kyiv: Withdraw from Kherson", "RUS request - > UKR: done"),
    right("UN chief to Israel: Let aid into Gaza", "UN request aid > ISR: done"),
    right("Beijing to Tokyo: Don't arm Taiwan", "CHN request arms > JPN: done"),
    right("Lula tells Bolivia: Lift gas curbs", "BRA request natural gas > BOL: done"),
]
NOT_BIDDEN = [
    right("Guide to Peru: Eat ceviche"),
    right("Road to Rio: Watch the final"),
    right("From Paris to Rome: Visit the best museums"),
    right("Chile to Brazil: a journey"),
    right("Ukraine war: Russia takes town", "RUS seize territory: done"),
]


@pytest.mark.parametrize(("sentence", "expected"), BIDDEN + NOT_BIDDEN)
def test_who_is_bidden_what(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)
