"""Threats by what will follow; what did follow is none."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Ortega warned Honduras that harbouring rebels would carry a heavy price.", "NIC threaten - > HND: done"),
        right("Iran said that Israel would pay dearly.", "IRN threaten - > ISR: done"),
        right("Turkey vowed to retaliate against Greece.", "TUR threaten - > GRC: done"),
        right("China retaliated."),
        right("Bolivia paid a heavy price."),
    ],
)
def test_what_will_follow(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
