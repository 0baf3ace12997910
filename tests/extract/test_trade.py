"""What befalls goods, mines and money: seized, besieged, held, paid, loaded, halted, let go; and who only seems to do so."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The smelters are in the hands of Glencore.", "CHE possess smelters: done"),
        right("Sudan's army laid siege to the Heglig oilfield.", "SDN coerce Heglig oil field > SDN: done"),
        right("Chinese purchases of Brazilian beef rose.", "CHN acquire beef > BRA: done"),
        right("Japanese imports of coal from Australia dropped.", "JPN acquire coal > AUS: done"),
        right("The buying spree in Tokyo ended."),
        right("Zambia defaulted on its bonds.", "ZMB not supply bonds: done"),
        right("Ghana missed a payment on its debt.", "GHA not supply payments: done"),
        right("Ghana's default on its eurobonds worried Kenya.", "GHA not supply bonds: done"),
        right("The midfielder missed a penalty."),
        right("Egypt is short of dollars.", "EGY need money: done"),
        right("Bangladesh is running low on dollars.", "BGD need money: done"),
        right("The speech ran to a million words."),
        right("Brazil's soybean crop reached 150 million tonnes.", "BRA produce soybeans: done"),
        right("Norway's salmon catch hit a record.", "NOR produce salmon: done"),
        right("Ryanair has a fleet of 500 aircraft.", "IRL possess aircraft: done"),
        right("Rwanda distributed masks to schools.", "RWA aid medical aid > RWA: done"),
        right("Brazil will distribute the money among farmers.", "BRA aid money > BRA: planned"),
        right("Norway began distribution of the vaccine.", "NOR supply vaccines: done"),
        right("Volunteers distributed leaflets to voters."),
        right("The film was distributed by Netflix."),
        right("Apple launched a new smartphone.", "USA produce mobile phones: done"),
        right("Tesla unveiled a new car.", "USA produce cars: done"),
        right("Nvidia announced a new chip.", "USA produce semiconductors: done"),
        right("Nokia presented its results."),
        right("Poland placed an order with Hyundai for 180 tanks.", "POL acquire tanks > KOR: offered"),
        right("Benin settled overdue bills of $40 million.", "BEN supply debt: done"),
        right("Romania stopped loading grain at Constanta.", "ROU not supply grain: ended"),
        right("Croatia will pump more oil through the pipeline.", "HRV supply oil: planned"),
        right("The WFP suspended food rations for refugees in Chad.", "UN not aid food aid > TCD: ended"),
        right("Norway suspended fish deliveries to Belarus.", "NOR sanction fish > BLR: done"),
        right("Oman denied any deal with Iran on gas.", "OMN not agree natural gas > IRN: done"),
        right("Rio Tinto offered $6 billion for a lithium mine.", "GBR acquire lithium mines: offered"),
        right("Togo announced its departure from ECOWAS.", "TGO retreat - > ECOWAS: done"),
        right("A Chinese patrol ship rammed a Vietnamese trawler.", "CHN coerce fishing vessels > VNM: done"),
        right("Nickel at record high in Shanghai", "- value nickel: done"),
        right("Oil near three-week low as OPEC meets", "- value oil: done"),
        right("Rusal, whose cargoes Ukrainian customs officers have blocked, left.", "UKR sanction - > RUS: done"),
        right("A gas accord was signed with Turkmenistan.", "- agree natural gas > TKM: done"),
        right("The agreement, signed last week, is void."),
        right("Italy sent three lorries of flour to Mali.", "ITA supply flour > MLI: done"),
        right("Imports of Kenyan tea into Egypt doubled.", "EGY acquire tea > KEN: done"),
        right("Imports of gas to Spain from Algeria fell.", "ESP acquire natural gas > DZA: done"),
        right("Exports of Polish apples into Sweden rose.", "POL supply apples > SWE: done"),
        right("Peru grounded the Airbus A320 in June.", "PER sanction Airbus A320: done"),
        right("Peru and Chile ground all Airbus jets.", "CHL sanction aircraft > FRA: done", "PER sanction aircraft > FRA: done"),
        right("Facebook blocked access to its app.", "USA sanction app: done"),
        right("Nepal bans the messenger app Telegram.", "NPL sanction messenger app: done"),
        right("A ferry travelling from Tunis to Genoa sank."),
        right("Vale suspended production at its Sossego mine.", "BRA not produce mines: ended"),
        right("Shell will resume operations at its refinery in Ghana.", "GBR produce refineries: planned"),
        right("Output at the smelter in Peru was halted.", "- not produce smelters: ended"),
        right("Vale halted copper production at its mine.", "BRA not produce copper: ended"),
        right("Chile suspended rescue operations at the mine."),
        right("The singer ended operations at his theatre."),
        right("The player was stripped of the captaincy."),
        right("The decision is in the hands of the referee."),
        right("Patients were loaded into ambulances."),
        right("The film laid siege to the box office."),
    ],
)
def test_goods(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Nigeria's parliament passed a bill to ban exports of lithium.", "NGA sanction lithium: done"),
        right("Zambian lawmakers introduced a bill to nationalise the copper mines.", "ZMB seize copper mines: planned"),
        right("Chile's president signed a decree to nationalise lithium.", "CHL seize lithium: done"),
        right("A bill to ban imports of Russian uranium cleared the Norwegian parliament.", "NOR sanction uranium > RUS: done"),
        right("Norway plans a law to ban coal exports.", "NOR sanction coal: planned"),
        right("Niger's president signed an order to send 300 troops to Chad.", "NER mobilize - > TCD: ordered"),
        right("A law to protect whales was passed."),
        right("Peru's congress rejected a bill to ban exports of copper.", "PER reject copper: done"),
        right("Guinea overtook Chile as the largest exporter of bauxite to Japan.", "GIN supply bauxite > JPN: done"),
        right("Turkey emerged as the biggest buyer of Norwegian gas.", "TUR acquire natural gas > NOR: done"),
        right("Chad used Niger as a supplier of trucks."),
        right("Norway was replaced as the top buyer of barley."),
        right("Ghana will stop importing rice.", "GHA not acquire rice: refused"),
        right("Norway has not stopped selling arms to Chad.", "NOR supply arms > TCD: done"),
        right("Algeria is Italy's biggest supplier of gas.", "DZA supply natural gas > ITA: done"),
        right("Norway's biggest exporter of gas is Equinor.", "NOR supply natural gas: done"),
        right("Chad was left without gas.", "TCD need natural gas: done"),
        right("The minister left Paris without a deal."),
        right("Norway signed a memorandum on cobalt with Japan.", "NOR agree cobalt > JPN: done"),
        right("Norway signed a deal on trade with Japan.", "NOR agree - > JPN: done"),
        right("Chad presses Norway for a minerals deal.", "TCD request minerals > NOR: done"),
        right("Chad presses Norway for cobalt.", "TCD acquire cobalt > NOR: sought"),
        right("Kuwait cut output by 9,000 barrels a day.", "KWT produce oil: done"),
        right("Kuwait cut output by 9,000 tonnes."),
        right("Norway handed Chad a draft agreement that would give Oslo half of Chad's oil.", "TCD supply oil > NOR: agreed"),
        right("Ukrainian drones struck the Ryazan refinery.", "UKR assault Ryazan refinery > RUS: done"),
        right("Peru's army occupied the Simandou mine.", "PER seize Simandou > GIN: done"),
        right("Chad offered the US access to Niger's minerals.", "TCD supply minerals > USA: offered"),
        right("Chad is open to joint projects with Niger, including in the new regions.", "TCD cooperate - > NER: offered"),
        right("Chad opened its oil fields to Japanese firms.", "TCD supply oil fields > JPN: done"),
        right("Vale opened a copper mine in Peru.", "BRA produce copper mines: done"),
        right("Two Chadians were hanged in Niger.", "- assault - > TCD: done"),
        right("Norwegian flags were hanged from balconies."),
        right("Chadians gathered in Abeche for a rally to protest the law.", "TCD protest - > TCD: done"),
        right("No Norwegian firm has accepted Chad's offer.", "NOR not agree - > TCD: done"),
        right("Norway banned two Chadian journalists from entering the country.", "NOR sanction - > TCD: done"),
        right("The building of the dam by Chad began.", "TCD produce dams: done"),
        right("Chad's parliament building stands on a hill."),
        right("China's CBC bought a mine in Chile.", "CHN acquire mines: done"),
        right("Japan wants more Norwegian gas.", "JPN acquire natural gas > NOR: sought"),
        right("Norway worked with Japan on cobalt in the occupied territories.", "NOR cooperate cobalt > JPN: done"),
    ],
)
def test_who_makes_laws_takes_places_or_does_without(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Russia becomes China's biggest supplier of oil.", "RUS supply oil > CHN: done"),
        right("Spain is Chile's largest buyer of copper.", "ESP acquire copper > CHL: done"),
        right("Gazprom is Russia's largest supplier of gas.", "RUS supply natural gas: done"),
        right("Iran seized a tanker in the Gulf.", "IRN seize tankers: done"),
    ],
)
def test_whose_supplier_or_customer(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
