"""What stands at a price: currencies and the averages of exchanges move as prices do; what counts or is counted does not."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The Nikkei fell 3 percent on Monday.", "- value Nikkei: done"),
        right("The Dow Jones Industrial Average plunges 700 points.", "- value Dow Jones Industrial Average: done"),
        right("The New Zealand dollar hits a two-year high.", "- value New Zealand dollar: done"),
        right("The lira weakened against the euro.", "- value lira: done"),
        right("Ghana devalued the cedi by 40 percent.", "GHA value cedi: done"),
        right("The shilling was devalued by 12 percent.", "- value shilling: done"),
        right("Tokyo stocks rallied on Friday.", "- value Tokyo stocks: done"),
        right("The stock market crashed in May.", "- value stock market: done"),
        right("The Sensex recorded its biggest gain in a year.", "- value Sensex: done"),
        right("Tesla cut the price of the Model Y in China.", "USA value Model Y: done"),
        right("Nokia is raising the price of its cheapest gadget.", "FIN value cheapest gadget: done"),
        right("Victory in Sudan came at a high price."),
        right("Forty pounds fell on the floor."),
        right("A dollar bill dropped to the ground."),
        right("The market rose from its ruins."),
        right("Boeing suffered a drop in orders."),
    ],
)
def test_what_is_quoted_moves_by_its_own_name(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)
