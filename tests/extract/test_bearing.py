"""How predicates bear on one another: what is forbidden, what two do to each other, whom a protest or a muster is meant for."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Tanzania bars foreigners from buying gold.", "TZA sanction gold: done"),
        right("Malawi does not have enough copper.", "MWI need copper: done"),
        right("Tunisia signed a deal with Iraq to buy crude.", "TUN acquire oil > IRQ: agreed"),
        right("Norway's Equinor will spend $2 billion to build a refinery in Ghana.", "NOR invest refineries > GHA: planned"),
        right("China accounts for half of the graphite mined worldwide.", "CHN produce graphite: done"),
        right("Beijing forbade Dutch firms to ship components.", "CHN sanction components > NLD: done"),
        right("Greenland banned the mining of uranium.", "DNK sanction uranium: done"),
        right("Moscow and Kyiv trade 390 captives each.", "RUS concede - > UKR: done", "UKR concede - > RUS: done"),
        right("Turkey massed troops on the Syrian border.", "TUR mobilize - > SYR: done"),
        right("Polish miners went on hunger strike against a decree.", "POL protest - > POL: done"),
        right("French soldiers left Chad, ending their mission.", "FRA retreat - > TCD: done"),
        right("Russian firms face EU sanctions.", "EU sanction - > RUS: done"),
        right("Russian banks are subject to an asset freeze.", "- sanction - > RUS: done"),
    ],
)
def test_who_does_it_to_whom(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
