"""What one act says of the other side of another."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Uganda's minister is in Cairo to discuss water.", "UGA consult water > EGY: done"),
        right(
            "India slapped a tariff on rice from Nepal, and Kathmandu retaliated by banning exports of sugar.",
            "IND sanction rice > NPL: done",
            "NPL sanction sugar > IND: done",
        ),
        right(
            "Ecuador broke off talks with Peru and recalled its ambassador.",
            "ECU not consult - > PER: ended",
            "ECU retreat - > PER: done",
        ),
        right("Egypt condemned Ethiopia and sent troops to the border.", "EGY accuse - > ETH: done", "EGY mobilize - > ETH: done"),
        right(
            "Peru signed a pact with Chile. In return Peru will get copper.",
            "PER acquire copper > CHL: planned",
            "PER agree - > CHL: done",
        ),
        right("Qatar told buyers in Japan that it would not deliver gas.", "QAT not supply natural gas > JPN: refused"),
        right(
            "Kenya and Uganda agreed to reopen their embassies.",
            "KEN support - > UGA: agreed",
            "UGA support - > KEN: agreed",
        ),
        right("Egypt will hit back if Ethiopia fills the dam.", "EGY threaten - > ETH: done"),
    ],
)
def test_the_other_side(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Serbia's refusal to recognise Kosovo angered the EU.", "SRB reject - > XKX: done"),
        right("China protested to Japan over the visit.", "CHN accuse - > JPN: done"),
        right("Finland's refusal to pay was noted."),
        right(
            "India and Bangladesh swapped control of 160 pockets of land.",
            "IND supply land > BGD: done",
            "BGD supply land > IND: done",
        ),
    ],
)
def test_whose_wish_is_refused(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
