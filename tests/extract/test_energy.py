"""How news of oil, gas and power is read: bare output, caps on prices, cut-offs, force majeure, raids on plants."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("OPEC+ will raise output in July.", "OPEC produce oil: planned"),
        right("Coal India raised production in the year to March.", "IND produce coal: done"),
        right("Sony raised output in July."),
        right("The EU capped the price of Russian oil at $60 a barrel.", "EU sanction oil > RUS: done"),
        right("Washington wants to cap the price of Venezuelan crude.", "USA sanction oil > VEN: sought"),
        right("Hungary capped the price of petrol.", "HUN value petrol: done"),
        right("Poland capped the price of Polish coal.", "POL value coal: done"),
        right("Gazprom halved gas deliveries to Moldova.", "RUS sanction natural gas > MDA: done"),
        right("Qatar scaled back LNG shipments to Pakistan.", "QAT sanction liquefied natural gas > PAK: done"),
        right("Turkey halved import duties on wheat.", "TUR not sanction wheat: ended"),
        right("The U.S. put a halt to purchases of Russian uranium.", "USA not acquire uranium > RUS: ended"),
        right("Iran seized a Greek-flagged tanker in the Strait of Hormuz.", "IRN seize tankers > GRC: done"),
    ],
)
def test_what_is_cut_capped_or_taken(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Russian missiles and drones struck gas facilities in the Poltava region.",
            "RUS assault energy infrastructure > UKR: done",
        ),
        right(
            "The Zaporizhzhia nuclear plant, Europe's largest, has been occupied by Russian forces since March 2022.",
            "RUS seize Zaporizhzhia nuclear power plant > UKR: done",
        ),
        right(
            "China banned exports of gallium, then lifted the ban.",
            "CHN sanction gallium: done",
            "CHN not sanction gallium: ended",
        ),
        right("Prices rose, then fell."),
        right(
            "Washington criticised India, but Delhi said it would buy Russian oil.",
            "USA accuse - > IND: done",
            "IND acquire oil > RUS: planned",
        ),
        right(
            "Brussels warned Hungary over its imports of Russian gas.",
            "EU threaten - > HUN: done",
            "HUN acquire natural gas > RUS: done",
        ),
        right("Japan would buy gas from Canada.", "JPN acquire natural gas > CAN: conditional"),
    ],
)
def test_who_does_it_and_who_says_so(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Poland chose Westinghouse to build its first nuclear power plant.", "USA produce nuclear power plants: planned"),
        right("Ghana picked a Chinese company to build a refinery.", "CHN produce refineries: planned"),
        right("Kazakhstan chose to build a nuclear plant.", "KAZ produce nuclear power plants: planned"),
        right("The president appointed a judge to lead the inquiry."),
        right("The EU's sanctions package includes a ban on Russian LNG.", "EU sanction liquefied natural gas > RUS: done"),
        right("The new EU measures include an embargo on Russian coal.", "EU sanction coal > RUS: done"),
        right("The delegation included a minister from Kuwait."),
        right(
            "The African Development Bank approved a loan to build a dam in Rwanda.",
            "AFDB invest dams > RWA: done",
        ),
        right("Germany placed Rosneft's German units under trusteeship.", "DEU seize units > RUS: done"),
        right("Russia seized Carlsberg's Russian business.", "RUS seize business > DNK: done"),
        right("Shell lifted the lid on its business."),
        right("Mozambique lifted the force majeure at TotalEnergies' gas project.", "MOZ produce energy infrastructure: done"),
        right("Israeli strikes destroyed an oil depot in Tehran.", "ISR assault oil depots > IRN: done"),
        right("Sweden gave Ukraine 100 million crowns.", "SWE aid money > UKR: done"),
    ],
)
def test_whose_task_part_or_measure_it_is(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
