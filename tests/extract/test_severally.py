"""Each of several things is its own owner's; who is told by examples is these, and those who are counted besides."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "China bans Australian beef, Canadian canola and Brazilian soy.",
            "CHN sanction beef > AUS: done",
            "CHN sanction rapeseed > CAN: done",
            "CHN sanction soybeans > BRA: done",
        ),
        right("India buys Russian oil and Iranian gas.", "IND acquire oil > RUS: done", "IND acquire natural gas > IRN: done"),
        right(
            "Poland stopped imports of Ukrainian grain and Russian coal.",
            "POL sanction grain > UKR: done",
            "POL sanction coal > RUS: done",
        ),
        right(
            "Beijing halted purchases of U.S. soybeans and Australian coal and barley.",
            "CHN not acquire soybeans > USA: ended",
            "CHN not acquire coal > AUS: ended",
            "CHN not acquire barley > AUS: ended",
        ),
        right(
            "Israel struck Iranian refineries and Syrian airfields.",
            "ISR assault refineries > IRN: done",
            "ISR assault airports > SYR: done",
        ),
        right(
            "Iran seized a Greek tanker and a Panamanian cargo ship.",
            "IRN seize tankers > GRC: done",
            "IRN seize ships > PAN: done",
        ),
        right("Chad bought Russian wheat and rice.", "TCD acquire wheat > RUS: done", "TCD acquire rice > RUS: done"),
    ],
)
def test_each_thing_is_its_own_owners(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Canada imposes sanctions on twelve individuals and entities, including Iranian banks.", "CAN sanction - > IRN: done"
        ),
        right("Norway sanctioned 30 companies, among them three Turkish banks.", "NOR sanction - > TUR: done"),
        right(
            "Russia has delivered wheat to six African countries, among them Zimbabwe and Eritrea.",
            "RUS supply wheat > ZWE: done",
            "RUS supply wheat > ERI: done",
        ),
        right(
            "Militants kidnapped six oil workers, including a Czech engineer, in Libya.",
            "LBY coerce - > LBY: done",
            "LBY coerce - > CZE: done",
        ),
        right(
            "Fourteen people were killed in an attack in Mali, including two Danes.",
            "- assault - > MLI: done",
            "- assault - > DNK: done",
        ),
        right(
            "Police arrested 14 people in Lagos, including three Chinese nationals.",
            "NGA coerce - > NGA: done",
            "NGA coerce - > CHN: done",
        ),
        right("Germany expelled 40 diplomats, including the Russian consul in Bonn.", "DEU coerce - > RUS: done"),
        right("The law helps many, including French farmers."),
        right("Six people died, including a Danish tourist."),
    ],
)
def test_a_group_is_told_by_examples(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The President of Kenya and the Chancellor of Germany put their names to a pact.", "KEN agree - > DEU: done"),
        right("Chad met the king of Spain and the queen of Denmark.", "TCD consult - > ESP: done", "TCD consult - > DNK: done"),
        right(
            "Iran will not discuss oil with the leadership of Oman or the U.S.",
            "IRN not consult oil > OMN: refused",
            "IRN not consult oil > USA: refused",
        ),
        right(
            "Moscow warned Chad and other African Union members against sending missiles to Mali.",
            "RUS request missiles > TCD: done",
            "RUS request missiles > AU: done",
        ),
        right("Missiles killed one Iranian and two Lebanese.", "- assault - > IRN: done", "- assault - > LBN: done"),
        right(
            "Two Danes, an Austrian and a Czech who were kidnapped by rebels in Mali were found dead.",
            "MLI coerce - > AUT: done",
            "MLI coerce - > CZE: done",
            "MLI coerce - > DNK: done",
        ),
        right(
            "Kenya announces a ban on all travellers from Andean countries, as well as Portugal and Panama.",
            "KEN sanction - > PAN: done",
            "KEN sanction - > PRT: done",
        ),
        right(
            "Kenya sanctioned companies from several countries, including Chad and Oman.",
            "KEN sanction - > OMN: done",
            "KEN sanction - > TCD: done",
        ),
        right("Norway sanctioned 30 companies.", "NOR sanction - > 30 companies: done"),
        right("Latin American countries banned Chilean salmon.", "Latin American countries sanction salmon > CHL: done"),
        right("Kenya praised the president of Ghana, a friend of the king.", "KEN support - > GHA: done"),
    ],
)
def test_all_of_several_are_told(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
