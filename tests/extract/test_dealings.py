"""Talks, pacts and common bodies: who is party to them where the sentence names only the other side, or none."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Lavrov spoke of progress after a phone call with Fidan.", "RUS consult - > TUR: done"),
        right("Speaking after a meeting with Ruto, Macron said trade would grow.", "FRA consult - > KEN: done"),
        right("Meloni said at a lunch with Milei that trade would grow.", "ITA consult - > ARG: done"),
        right("Chad freed two pilots after a deal with Niger.", "TCD concede - > TCD: done", "TCD agree - > NER: done"),
        right("Jordan will buy wheat under an accord with Syria.", "JOR acquire wheat: planned", "JOR agree - > SYR: done"),
        right("Qatar bought wheat as part of a pact with Bahrain.", "QAT acquire wheat: done", "QAT agree - > BHR: done"),
        right("Chad's envoy in Oslo for talks", "TCD consult - > NOR: done"),
        right("Zelensky in Paris for talks with Macron", "UKR consult - > FRA: done"),
        right("Oslo, Lima close in on trade pact", "NOR agree - > PER: negotiated"),
        right("Peru and Chile inch towards a trade deal.", "PER agree - > CHL: negotiated"),
        right("Under the accord that Turkey and Greece signed in May, ferries may sail again.", "TUR agree - > GRC: done"),
        right("The Security Council met on Monday.", "UN consult -: done"),
        right("NATO ministers meet in Brussels.", "NATO consult -: done"),
        right("Chad and Niger have exchanged letters.", "TCD consult - > NER: done"),
        right("Greece keeps its channels to Turkey open.", "GRC consult - > TUR: done"),
        right("Chad and Niger set up a joint commission.", "TCD cooperate - > NER: done"),
        right("Peru and Chile establish a hotline.", "PER cooperate - > CHL: done"),
        right("The exercise involves troops from Chad and Niger.", "TCD cooperate - > NER: done"),
        right("The talks brought together Armenia and Chile.", "ARM consult - > CHL: done"),
        right("Truce agreed between Chad and Niger", "TCD retreat - > NER: agreed", "NER retreat - > TCD: agreed"),
        right("Rubio due in Oslo on Sunday", "USA consult - > NOR: planned"),
        right("Chad and Niger step up cooperation against al-Shabaab.", "TCD cooperate - > NER: done"),
        right("Kenya's plan was blocked."),
        right("The project involves children."),
        right("The neighbours, Chad and Niger, signed a pact.", "TCD agree - > NER: done"),
        right(
            "Three states, Chad, Niger and Mali, backed the plan.",
            "TCD support -: done",
            "NER support -: done",
            "MLI support -: done",
        ),
        right("Snow fell in May after a summit with Peru."),
        right("The team flew home after a dinner with the king."),
        right("Farmers met in the village hall."),
        right("Wildfire closes in on town"),
        right("Fans in Rome for final"),
    ],
)
def test_who_is_party(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Peru asked Chile for help, but was rebuffed.", "PER request - > CHL: done", "CHL reject - > PER: done"),
        right("An Afghan singer requested asylum in Norway.", "AFG request - > NOR: done"),
        right("Chad was asked to send troops by the UN.", "UN request - > TCD: done"),
        right("Georgia has sought membership in the EU.", "GEO request - > EU: done"),
        right("Serbia filed an application to join the EU.", "SRB request - > EU: done"),
        right("Chad's president says France needs to give back the base.", "TCD request base > FRA: done"),
        right("Mali renewed its calls for Niger to send trucks.", "MLI request trucks and buses > NER: done"),
        right("Ruto's order that the army leave Somalia shocked allies.", "KEN request - > KEN: done"),
        right("Mali warned Niger that it must free the pilots.", "MLI request - > NER: done"),
        right("Ukraine formally applied for membership of NATO.", "UKR request - > NATO: done"),
        right("The bank warned that it must raise capital."),
        right("The order that Apple placed was large."),
        right("Villagers were told to leave by Monday."),
        right("Chad stands by Niger.", "TCD support - > NER: done"),
        right("Oslo has always been on the side of Kyiv.", "NOR support - > UKR: done"),
        right("Peru designated Chile as a major ally.", "PER support - > CHL: done"),
        right("Norway withdrew its backing from the Chadian general.", "NOR not support - > TCD: ended"),
        right("Merkel sent a letter of support to the protesters in Belarus.", "DEU support - > BLR: done"),
        right("Chile considers the Peruvian offer insufficient.", "CHL reject - > PER: done"),
        right("Journalists in Chad have received threats from the Libyan army.", "LBY threaten - > TCD: done"),
    ],
)
def test_what_is_put_to_others(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Lavrov negotiates for Russia."),
        right("Ghana negotiated for Togo.", "GHA consult - > TGO: done"),
    ],
)
def test_nobody_deals_with_those_for_whom_he_deals(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
