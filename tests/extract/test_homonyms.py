"""Names that a text as a whole uses for others than those who are better known by them."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Australia's Santos found a buyer. Santos supplies natural gas to Japan.", "AUS supply natural gas > JPN: done"),
        right("Santos, the Australian gas producer, found a buyer. Santos buys oil from Iraq.", "AUS acquire oil > IRQ: done"),
        right("Colombia's Santos slept. Santos met the Peruvian president.", "COL consult - > PER: done"),
        right("Juan Manuel Santos found a buyer. Santos met the Peruvian president.", "COL consult - > PER: done"),
    ],
)
def test_a_firm_is_not_the_leader_of_that_name(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
