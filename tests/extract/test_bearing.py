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
        right("The ADB approved a loan to help Nepal widen its airports.", "ADB invest airports > NPL: done"),
        right("Kenya withdrew a licence to export tea to Sudan.", "KEN sanction tea > SDN: done"),
        right("Ghana depends on Togo for the salt it uses.", "GHA need salt > TGO: done"),
        right("Malta is to receive Italian food aid.", "MLT acquire food aid > ITA: planned"),
        right("Shell is negotiating the sale of its refinery.", "GBR supply refineries: negotiated"),
        right("Lesotho is counting on Namibia to supply 40 tonnes of salt.", "LSO need salt > NAM: done"),
        right("Repsol agreed with Egypt to buy 2 million tonnes of oil.", "ESP acquire oil > EGY: agreed"),
        right("Brazilian customs figures showed that imports of Peruvian tin fell.", "BRA acquire tin > PER: done"),
        right("The tariffs on wine that Ottawa imposed in May have angered growers.", "CAN sanction wine: done"),
        right("Russian banks are subject to an asset freeze.", "- sanction - > RUS: done"),
        right("Gazprom said that a contract had been signed with Orlen.", "RUS agree - > POL: done"),
        right("Kenya announced that an agreement on the port has been signed.", "KEN agree ports: done"),
        right("Zambia said no agreement had been reached with China.", "ZMB not agree - > CHN: done"),
        right("Qatar said that a deal had been reached between Chad and Niger.", "TCD agree - > NER: done, says Qatar"),
        right("Reuters said that a contract had been signed with Shell.", "- agree - > GBR: done, says Reuters"),
    ],
)
def test_who_does_it_to_whom(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
