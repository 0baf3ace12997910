"""Whose a thing is by where it lies, by who is said to own it, and by who holds the place."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Colombian rebels attacked a refinery on the outskirts of Cali.", "COL assault refineries > COL: done"),
        right("Rebels torched two lorries in Goma.", "COD coerce trucks and buses > COD: done"),
        right("Ukrainian drones struck a depot in Russian-occupied Luhansk.", "UKR assault warehouses > RUS: done"),
        right("Poland seized a refinery owned by Rosneft.", "POL seize refineries > RUS: done", "RUS possess refineries: done"),
        right("The Argentine navy detained two boats flying the Chinese flag.", "ARG coerce ships > CHN: done"),
        right("Zambian miners walked out of the Swiss-owned pit.", "ZMB protest - > CHE: done"),
        right("Nigerian dockers went on strike in a row with the government of Chad.", "NGA protest - > TCD: done"),
        right("Chile condemned the killing of monks by Chinese soldiers in Nepal.", "CHL accuse - > CHN: done"),
    ],
)
def test_whose_it_is(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
