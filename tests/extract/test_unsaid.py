"""What a request, talks or a reproach are about where the text leaves it out."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Thailand buys gas from Qatar. It has asked Oman to ship less.",
            "THA acquire natural gas > QAT: done",
            "THA request natural gas > OMN: done",
        ),
        right(
            "Sonatrach exports oil through Tunisia. It is in talks with Libya's NOC about pumping more through Zawiya.",
            "DZA consult oil > LBY: done",
            "DZA supply oil: done",
        ),
        right("Norwegian salmon exporters asked Beijing to lift its ban.", "NOR request salmon > CHN: done"),
        right("Colombian avocado growers beg Tokyo to reopen market", "COL request avocados > JPN: done"),
        right("French winemakers urged Trump to drop tariffs.", "FRA request wine > USA: done"),
        right("Indian rice exporters urge Delhi to scrap the tax.", "IND request rice > IND: done"),
    ],
)
def test_goods_that_go_without_saying(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Chad told its people to buy less.", "TCD request - > TCD: done"),
        right("French film makers asked Paris to raise quotas on foreign films.", "FRA request - > FRA: done"),
    ],
)
def test_none_are_meant(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Ankara says no deal with Moscow on Sinop plant", "TUR not agree Sinop plant > RUS: done"),
        right("Delhi summons Chinese envoy over Siang flow", "IND accuse Siang flow > CHN: done"),
        right("Seoul and Hanoi are in talks about a plant near Hue.", "KOR consult plant > VNM: done"),
        right("Shell signed an agreement with Oman on the Khazzan project.", "GBR agree Khazzan project > OMN: done"),
        right("The ministers of Kenya and Uganda discussed the project of a union.", "KEN consult - > UGA: done"),
    ],
)
def test_works_and_rivers(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
