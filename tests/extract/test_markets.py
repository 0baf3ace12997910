"""What is scarce and where, how much is in store, for what somebody bids, which measure stays; and what only sounds so."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Fuel is scarce in Mali.", "MLI need fuel: done"),
        right("Bread and water are running out in Gaza.", "PSE need food: done", "PSE need water: done"),
        right("Bananas could run short in the United States.", "USA need bananas: hedged"),
        right("Medicine has become scarce in Cuba.", "CUB need medicine: done"),
        right("Cuba is without power.", "CUB need electricity: done"),
        right("Time is running out in Gaza."),
        right("Talent is scarce in Spain."),
        right("He is a king without power."),
        right("Tin stocks in Singapore amounted to 2,730 tonnes.", "SGP possess tin: done"),
        right("Chinese copper inventories totalled 30,000 tonnes.", "CHN possess copper: done"),
        right("The refinery has attracted bids from Vitol.", "CHE acquire refineries: offered"),
        right(
            "The auction of oil blocks in Ghana drew bids from Chevron and Shell.",
            "GBR acquire oil concessions: offered",
            "USA acquire oil concessions: offered",
        ),
        right("Chile received offers from Glencore for the lithium field.", "CHE acquire lithium: offered"),
        right("The singer received offers from two theatres in Italy."),
        right("The team drew bids from three Spanish clubs for its striker."),
        right("Sanctions on Iran remain in place.", "- sanction - > IRN: done"),
        right("The ban on Russian flights remains in force.", "- sanction flights > RUS: done"),
        right("Tariffs on Chinese cars stay in place.", "- sanction cars > CHN: done"),
        right("Sanctions on Russia work."),
        right("The rules on offside remain in force."),
    ],
)
def test_markets(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
