"""Accidents, diseases and storms, which are nobody's act, beside acts in the same words."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # accidents
        right("A boiler explosion at a mill in Lahore, Punjab, Pakistan kills nine workers."),
        right("Six people are killed after a lorry lost control and rammed into two carts in Kisumu, Kenya."),
        right("A jet of the Peruvian army crashed because of a malfunction, killing two villagers."),
        right("A minibus rammed a parked truck near Nashik, India."),
        right("A Chilean hunter accidentally shot two hikers in Peru."),
        right("Malian rebels rammed a truck into a checkpoint in Gao, Mali.", "MLI assault border crossings > MLI: done"),
        # diseases, storms, fires
        right("Ghana fears the virus. It has infected a hundred people in Accra and killed two."),
        right("Two people are killed in floods caused by Hurricane Otis in Mexico."),
        right("A fire broke out in Attica, Greece, burning 900 hectares of land."),
        right("Turkish drones killed two Syrians.", "TUR assault - > SYR: done"),
        # an emergency is force only over a revolt, or with a measure
        right("Jamaica declared a state of emergency as the hurricane neared."),
        right("Ecuador declared a state of emergency over unrest.", "ECU coerce -: done"),
        right("Peru imposed a curfew.", "PER coerce -: done"),
        # what weapons damage beside a strike
        right(
            "Ukrainian drones struck Belgorod, Russia, damaging three houses.",
            "UKR assault - > RUS: done",
            "UKR assault buildings > RUS: done",
        ),
    ],
)
def test_mishaps(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A Russian missile crashed into a market in Kherson, wounding six people.", "RUS assault - > UKR: done"),
        right("A plane crashed into a house in Lagos, killing two people."),
        right("A bus crashed into a ravine in Peru, killing nine people."),
    ],
)
def test_a_missile_that_crashes_kills_by_force(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
