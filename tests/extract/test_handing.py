"""What changes owners is handed over, ground given up is not; fighters take weapons, boats catch fish, banks lend for works."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Centerra transferred the mine to Kyrgyzstan.", "CAN supply mines > KGZ: done"),
        right("Mali handed the gold mine over to Barrick.", "MLI supply gold mines > CAN: done"),
        right("Shell returned the oilfield to Nigeria.", "GBR supply oil fields > NGA: done"),
        right("Rosneft ceded its stake in the refinery to Sonatrach.", "RUS supply equity stakes > DZA: done"),
        right("Chile parted with half of the copper mine.", "CHL supply copper mines: done"),
        right("Rebels handed the mine over to the army in Congo.", "COD retreat mines > COD: done"),
        right("Peru ceded the district to Ecuador.", "PER retreat - > ECU: done"),
        right("The coach parted with his assistant in Spain."),
        right("The EU spared Russian fertilisers.", "EU not sanction fertilisers > RUS: ended"),
        right("Bombs spared the refinery in Iran."),
        right("Rebels in Mali took two rifles.", "MLI seize firearms: done"),
        right("Soldiers took weapons to the front in Sudan.", "SDN supply weapons > SDN: done"),
        right("Danish trawlers catch most of the sandeel.", "DNK produce fish: done"),
        right("A Turkish drillship is exploring for gas off Libya.", "TUR produce natural gas: done"),
        right(
            "The Export-Import Bank of the United States approved a $4.7 billion loan for the gas plant in Mozambique.",
            "USA invest energy infrastructure > MOZ: done",
        ),
        right("China extended a $200 million loan to Cuba.", "CHN aid loans > CUB: done"),
        right("Japan went over to American gas.", "JPN acquire natural gas > USA: done"),
        right("Ghana gets gold out of the ground.", "GHA produce gold: done"),
        right("Peru shipped large tonnages of zinc to China.", "PER supply zinc > CHN: done"),
        right("He went over to the window."),
    ],
)
def test_handing(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Kazakhstan will spend 20 billion tenge on new railways.", "KAZ invest railways: planned"),
        right("Myanmar put 3 billion kyat into a dam.", "MMR invest dams: done"),
        right("Vietnam spent 300 billion dong on a port.", "VNM invest ports: done"),
        right("Zambia set aside 40 million kwacha for maize.", "ZMB aid money: done"),
        right("The kip fell to 20,000 against the dollar."),
        right("The real value of tin fell."),
    ],
)
def test_sums_in_any_currency(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Militants burn Arauco logging trucks in Chile.", "CHL coerce trucks and buses > CHL: done"),
        right("Sudan seized Chinese fishing boats.", "SDN seize fishing vessels > CHN: done"),
        right("Mali revoked mining permits.", "MLI sanction mining rights: done"),
        right("Chile stopped mining copper.", "CHL not produce copper: ended"),
    ],
)
def test_what_a_vehicle_is_there_for_is_part_of_its_name(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
