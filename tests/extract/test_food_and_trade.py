"""Food, water and trade: treaties and taxes that are suspended, whose goods are hit, who delivers, in what spirit, what adds up."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "The European Union imposed tariffs on fertilisers from Russia and Belarus.",
            "EU sanction fertilisers > BLR: done",
            "EU sanction fertilisers > RUS: done",
        ),
        right(
            "China and Canada cut tariffs on each other's farm products.",
            "CAN not sanction crops > CHN: ended",
            "CHN not sanction crops > CAN: ended",
        ),
        right("Chad and Niger expelled each other's diplomats.", "NER coerce - > TCD: done", "TCD coerce - > NER: done"),
        right("Argentina suspended export taxes on corn.", "ARG not sanction maize: ended"),
        right("France proposed a quota on Ukrainian sugar.", "FRA sanction sugar > UKR: offered"),
        right("India suspended the Indus Waters Treaty.", "IND sanction river water: done"),
        right("Australian beef exports to China dropped 10 percent.", "AUS supply beef > CHN: done"),
        right("Sudan dropped its ban on fish.", "SDN not sanction fish: ended"),
        right("Israel allowed 90 trucks of flour into Gaza.", "ISR concede flour > PSE: done"),
    ],
)
def test_limits(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Egypt has signed a contract with Alstom to supply trains.", "FRA supply locomotives > EGY: agreed"),
        right("Alstom signed a contract with Egypt to supply trains.", "FRA supply locomotives > EGY: agreed"),
        right("Chad ordered the release of maize stocks to the market.", "TCD supply maize: done"),
        right("Chad ordered the release of 20 prisoners.", "TCD concede - > TCD: done"),
        right("Kenya ordered 40,000 tonnes of wheat from Ukraine.", "KEN acquire wheat > UKR: done"),
        right("Iraq signed a contract with BP to supply crude.", "IRQ supply oil > GBR: agreed"),
        right("Iceland's trawlers landed 600,000 tonnes of capelin.", "ISL produce fish: done"),
        right("DP World has signed a concession to run the port of Tartus.", "ARE possess Port of Tartus: agreed"),
        right(
            "Ghana and Ivory Coast together grow more than half of the world's cocoa.",
            "CIV produce cocoa: done",
            "GHA produce cocoa: done",
        ),
        right(
            "Houthi rebels sank a Greek-owned ship loaded with grain in the Red Sea.",
            "YEM coerce ships > GRC: done",
        ),
    ],
)
def test_deals(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "French farmers dumped manure outside shops in protest at the trade deal with Mercosur.",
            "FRA coerce fertilisers: done",
            "FRA protest - > MERCOSUR: done",
        ),
        right("The dam has drawn protests from Egypt.", "EGY protest -: done"),
        right("Laos is building a dam, drawing protests from Thailand.", "LAO produce dams: done", "THA protest - > LAO: done"),
        right("The raid led Chad to ban exports of rice.", "TCD sanction rice: done"),
    ],
)
def test_stances(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
