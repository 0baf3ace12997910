"""What is coordinated with what, where commas, relative clauses and places stand between."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Ethiopia bought a frigate, a submarine, and a tanker from Turkey.",
            "ETH acquire frigates > TUR: done",
            "ETH acquire submarines > TUR: done",
            "ETH acquire tankers > TUR: done",
        ),
        right(
            "Hills in Kachin hold the neodymium and terbium on which Chinese carmakers depend.",
            "CHN need neodymium: done",
            "CHN need terbium: done",
            "MMR possess neodymium: done",
            "MMR possess terbium: done",
        ),
        right(
            "The Treasury eases oil, gas, and gold sanctions on Venezuela.",
            "USA not sanction gold > VEN: ended",
            "USA not sanction natural gas > VEN: ended",
            "USA not sanction oil > VEN: ended",
        ),
        right(
            "India will impose tariffs on products from Chile, including almonds and trinkets.",
            "IND sanction almonds > CHL: planned",
            "IND sanction trinkets > CHL: planned",
        ),
        right(
            "Sudanese rebels captured the towns of Kuna in Kordofan and Bara in Darfur.",
            "SDN seize territory > SDN: done",
            "SDN seize territory > SDN: done",
        ),
        right(
            "Ukrainian drones hit a refinery, an arms depot, and a launch site in Krasnodar.",
            "UKR assault military bases > RUS: done",
            "UKR assault refineries > RUS: done",
            "UKR assault spaceports > RUS: done",
        ),
        right("Shell, a refiner and a trader, owns a mine.", "GBR possess mines: done"),
        right("Canada bought barley from Latvia amid shipments in the chip row.", "CAN acquire barley > LVA: done"),
    ],
)
def test_all_are_told(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
