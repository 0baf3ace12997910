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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Ukraine lost ground in Donetsk on Monday. Russian forces advanced on Torske.", "RUS mobilize - > UKR: done"),
        right("Russian forces advance on Torske.", "RUS mobilize - > Torske: done"),
        right("M23 forces are preparing to advance on Uvira.", "COD mobilize - > COD: planned"),
        right(
            "Ukraine said six people died. Russian missiles hit a power station overnight.", "RUS assault power plants > UKR: done"
        ),
        right("Fires rage in Sidra, Libya, after oil storage tanks were hit by shells.", "- assault oil depots > LBY: done"),
        right("A drone hit an airport.", "- assault airports: done"),
        right(
            "Ukrainian drones struck the Zaporizhzhia power station, which Russian troops have held since 2022.",
            "RUS possess power plants > UKR: done",
            "UKR assault power plants > RUS: done",
        ),
        right("Rebels in western Myanmar take last army base on Bangladesh border", "MMR seize military bases > MMR: done"),
        right("Explosions shook Odesa. The Russian Air Force had fired missiles at the city.", "RUS assault - > UKR: done"),
        right(
            "Rebels took Bukavu on Sunday. Burundi sent troops to the city.",
            "BDI mobilize - > COD: done",
            "COD seize territory > COD: done",
        ),
    ],
)
def test_where_the_news_tells_whose_it_is(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
