"""What states, parties and rebels do to each other in wire leads: vows, verdicts on an act, ultimatums, orders to go, revenge."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed

RIGHT = [
    # a bare noun behind "to" is a verb where somebody means to do it
    right("Cambodian leader Hun Sen threatened to jail opposition leader Kem Sokha.", "KHM coerce - > KHM: promised"),
    right("Venezuela's Maduro vows to jail protest leaders", "VEN coerce - > VEN: promised"),
    # what a headline says of the act that it heads with
    right("Taliban ban on women's education condemned by UN", "UN accuse - > AFG: done"),
    right("Israeli raid on Jenin condemned by EU", "EU accuse - > ISR: done"),
    right("Chinese drills near Taiwan criticised by Japan", "JPN accuse - > CHN: done"),
    # whose act it is that is judged
    right("China condemned U.S. arms sale to Taiwan.", "CHN accuse arms > USA: done"),
    right("Hungary opposed EU aid to Ukraine.", "HUN reject aid > EU: done"),
    right("Tokyo protested China's drilling in the East China Sea.", "JPN accuse - > CHN: done"),
    # who is given until when, and to whom a note goes
    right("The African Union gave Mali's junta until March to hold elections.", "AU request - > MLI: done"),
    right("Estonia handed a protest note to the Russian ambassador.", "EST accuse - > RUS: done"),
    # forces that go, and from where
    right("Trump ordered the withdrawal of 12,000 soldiers from Germany.", "USA retreat - > DEU: done"),
    right("Putin ordered the withdrawal of Russian forces from Syria's Hmeimim airbase.", "RUS retreat military bases > SYR: done"),
    right("Chad's recall of its ambassador from Paris deepened a row.", "TCD retreat - > FRA: done"),
    right("Italy will lead the NATO force in Kosovo.", "ITA mobilize - > XKX: planned"),
    # what will be done in answer, and for whom
    right("China vowed to take strong measures if Pelosi visited Taiwan.", "CHN threaten - > USA: done"),
    right(
        "Hezbollah fired rockets into Israel in response to the killing of a senior commander.",
        "LBN assault - > ISR: done",
        "- assault - > LBN: done",
    ),
    # on which town, and with whom about what
    right("Tuareg rebels launched an attack on Kidal.", "MLI assault - > MLI: done"),
    right("Argentina is willing to discuss the sovereignty of the Falklands with Britain.", "ARG consult territory > GBR: offered"),
    right("Ten killed as police open fire on protesters in Guinea", "GIN assault - > GIN: done", "GIN assault - > GIN: done"),
    # what somebody loses, who is on a ship that is seized, and whom troops are sent to back
    right("Nicaragua stripped 94 dissidents of their citizenship.", "NIC coerce - > NIC: done"),
    right("Spain granted citizenship to 94 Nicaraguans.", "ESP aid - > NIC: done"),
    right(
        "The Sri Lankan navy seized two Indian fishing boats and arrested 14 fishermen.",
        "LKA seize fishing vessels > IND: done",
        "LKA coerce - > IND: done",
    ),
    right("Italy sent troops in support of Chad.", "ITA mobilize - > TCD: done", "ITA support - > TCD: done"),
    right("Fiji sent police to the Solomon Islands.", "FJI mobilize - > SLB: done"),
    right("Italy's transport unions plan a strike on Friday.", "ITA protest - > ITA: planned"),
    right("Armenia froze its membership of the CSTO.", "ARM retreat - > CSTO: done"),
]
LOOK_ALIKE = [
    right("The museum stripped the walls of paint."),
    right("Russia's Olympic champion was stripped of her medal."),
    right("Ali avenged his defeat by Frazier."),
    right("Brazil leads the group in goals."),
    right("The bank will take firm action to curb inflation."),
    right("Mexico's Sheinbaum rules out U.S. troops against cartels"),
    right("Rebels withdrew from Goma.", "COD retreat territory > COD: done"),
    right("Students protested a fee rise in Lahore.", "PAK protest - > PAK: done"),
    right("Israel bombed Gaza after the killing of three soldiers.", "ISR assault - > PSE: done", "- assault - > PSE: done"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*RIGHT, *LOOK_ALIKE])
def test_what_states_do(tell: Tell, sentence: str, expected: tuple[str, ...]) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Telefonica, a Spanish group backed by Qatar, has agreed to buy the mine.",
            "ESP acquire mines: agreed",
            "QAT support - > ESP: done",
        ),
        right(
            "Bolivia needs money. Chinese firms have put billions into smelters in the country, which now produces tin.",
            "BOL need money: done",
            "BOL produce tin: done",
            "CHN invest smelters > BOL: done",
        ),
        right(
            "Boulos visited Kinshasa and said that American investors were ready to put billions into the country.",
            "USA consult - > COD: done",
            "USA invest - > COD: offered",
        ),
    ],
)
def test_the_country_is_where_others_put_money(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Trump threatened Xi Jinping with a tariff. Carmakers urged Berlin to act with Japan. "
            "Later the two presidents met in Busan.",
            "USA consult - > CHN: done",
            "USA request - > DEU: done",
            "USA sanction - > CHN: planned",
        ),
        right(
            "Unions urged Peru to act, while the European Commission said it was coordinating a response with Brazil.",
            "EU cooperate - > BRA: done",
            "PER request - > PER: done",
        ),
        right(
            "BP sold oil to Chad, but Shell said it had bought a mine in Peru.",
            "GBR acquire mines: done",
            "GBR supply oil > TCD: done",
        ),
        right(
            "Serbia is short of fuel. Bulgaria has appointed a state manager to run the plant.",
            "BGR possess plant: planned",
            "SRB need fuel: done",
        ),
        right(
            "Niger sells uranium. Niamey is in need. Troops left Agadez in Niger. Neighbouring Algeria "
            "sold gas to Niger, and Rosatom has settled a quarrel with the government.",
            "DZA supply natural gas > NER: done",
            "NER retreat territory > NER: done",
            "NER supply uranium: done",
            "RUS agree - > NER: done",
        ),
    ],
)
def test_who_is_meant_by_an_office_a_pronoun_or_the_government(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Putin proposed that American companies mine rare earths in Russia, including in the "
            "regions of Ukraine that it occupies, and offered to sell Washington aluminium.",
            "RUS seize areas > UKR: done",
            "RUS supply aluminium > USA: offered",
            "USA produce rare earths: offered",
        ),
        right(
            "Guinea opened a mine. Rio Tinto and China's Chinalco own the deposit together with the state.",
            "CHN possess mines: done",
            "GBR possess mines: done",
            "GIN possess mines: done",
            "GIN produce mines: done",
        ),
    ],
)
def test_who_holds_land_is_not_whose_it_is_and_the_state_is_that_of_the_news(
    sentence: str, expected: tuple[str, ...], tell: Tell
) -> None:
    assert typed(tell(sentence)) == sorted(expected)
