"""A company that changes hands is what is bought, by its name; who sells it is named or nobody."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Pfizer announces plans to acquire biotech company Seagen for $6 billion.", "USA acquire Seagen: planned"),
        right("Pfizer will buy the cement maker Bamburi.", "USA acquire Bamburi: planned"),
        right("Nestlé bought the coffee chain Blue Bottle.", "CHE acquire Blue Bottle: done"),
        right("The Saudi fund bought the football club Newcastle United.", "SAU acquire Newcastle United: done"),
        right("Newmont completed its purchase of Australia's Newcrest.", "USA acquire Newcrest > AUS: done"),
        right("Unilever sells its tea division to Vale.", "GBR supply tea division > BRA: done"),
        right("Nokia bought a robotics company.", "FIN acquire robotics company: done"),
        right("HSBC has sold its Canadian division to Tesco.", "GBR supply division > GBR: done"),
        right("Nestlé offloaded its dairy business.", "CHE supply dairy business: done"),
        right("Nokia spun off its financial arm.", "FIN supply financial arm: done"),
        right("Heineken's Russian business was sold for one euro.", "NLD supply business: done"),
        right("Nokia bought the South China Morning Post.", "FIN acquire South China Morning Post > HKG: done"),
        right("Nokia owns two newspapers.", "FIN possess newspaper: done"),
        right("Nokia bought a television station.", "FIN acquire television station: done"),
        right("Tesla sold shares worth $4 billion.", "USA supply shares: done"),
        right("Vodafone shed 12,000 jobs."),
        right("The ship offloaded its passengers."),
        right("Tesla increased its share."),
        right("Tesco runs 900 stores in Poland.", "GBR possess stores: done"),
        right("Marriott operates 500 hotels in China.", "USA possess hotels: done"),
        right("Lidl has shops in thirty states.", "DEU possess shops: done"),
        right("Walmart has a reputation."),
        right("Bayern acquired the defender Upamecano."),
        right("Moderna has made a deal with Canada to supply 20 million vaccines.", "USA supply vaccines > CAN: agreed"),
        right("Rheinmetall will deliver howitzers to Hungary.", "DEU supply howitzers > HUN: planned"),
        right("Pfizer donated vaccines to Rwanda.", "USA aid vaccines > RWA: done"),
    ],
)
def test_what_firms_buy_and_sell(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == list(expected)
