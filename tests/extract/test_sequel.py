"""Against whom or from whom an act is that follows on another."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "The army clashed with bandits in Oromia, killing 42 of them and seizing weapons.",
            "ETH assault - > ETH: done",
            "ETH assault - > ETH: done",
            "ETH seize weapons > ETH: done",
        ),
        right("Police raided a ranch in Peru, seizing rifles.", "PER coerce farms > PER: done", "PER seize firearms > PER: done"),
        right(
            "Rebels stormed a mine in Mali and burned its trucks.",
            "MLI assault mines > MLI: done",
            "MLI coerce trucks and buses > MLI: done",
        ),
        right("Officers seized cocaine in a raid on a ranch in Peru.", "PER seize cocaine > PER: done"),
        right(
            "Gunmen attacked a bank in Haiti and stole $2 million.", "HTI assault bank > HTI: done", "HTI seize money > HTI: done"
        ),
    ],
)
def test_what_is_taken_in_a_raid(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Russia launched 100 drones at Ukraine. The Ukrainian air force said it shot down 80 of the drones.",
            "RUS assault - > UKR: done",
            "UKR assault drones > RUS: done",
        ),
        right(
            "Iran fired missiles at Israel overnight, of which the Israeli air force shot down 80.",
            "IRN assault - > ISR: done",
            "ISR assault - > IRN: done",
        ),
        right("Turkey's army shot down a drone.", "TUR assault drones: done"),
    ],
)
def test_whose_the_drones_are_that_are_shot_down(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Qatar signed a deal with Egypt under which it will supply 3 million tonnes of gas a year.",
            "QAT agree - > EGY: done",
            "QAT supply natural gas > EGY: planned",
        ),
        right(
            "Kenya signed an agreement with Ethiopia in which Nairobi agreed to pay a $40 million debt.",
            "KEN agree - > ETH: done",
            "KEN supply debt > ETH: agreed",
        ),
        right(
            "Niger sent Turkey uranium. In return Niamey gets drones.",
            "NER acquire drones > TUR: done",
            "NER supply uranium > TUR: done",
        ),
    ],
)
def test_what_is_owed_under_a_deal(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The tycoon had his assets frozen by Nigeria.", "NGA sanction assets > NGA: done"),
        right(
            "Wu was sentenced in Beijing to have 10 million yuan confiscated.",
            "- coerce - > CHN: done",
            "- seize money > CHN: done",
        ),
        right("Kenya had the managers arrested.", "- coerce - > KEN: done"),
    ],
)
def test_who_has_his_own_taken(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Kenya suspends flights between Nairobi and Mogadishu.", "KEN sanction flights > SOM: done"),
        right("Russia suspended gas flows between Norway and Denmark.", "RUS sanction natural gas: done"),
        right(
            "Israel reopens the Kerem Shalom border crossing, allowing flour into Gaza.",
            "ISR not sanction Kerem Shalom crossing > PSE: ended",
        ),
        right("Chile and Peru agreed to cut tariffs.", "CHL not sanction - > PER: agreed", "PER not sanction - > CHL: agreed"),
        right("Denmark and Chad agreed to write off Chad's debt.", "DNK aid debt > TCD: agreed"),
        right("China dumps steel in Canada.", "CHN supply steel > CAN: done"),
    ],
)
def test_at_which_end_a_measure_hits(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("In Texas, power was restored to thousands of homes.", "- supply electricity > USA: done"),
        right("Kenya provides $3 million in aid to businesses.", "KEN aid money > KEN: done"),
        right("Lyon bans the use of cameras by police.", "FRA sanction electronics > FRA: done"),
        right("Britain condemned the pact between Iran and Russia.", "GBR accuse - > IRN: done", "GBR accuse - > RUS: done"),
        right(
            "Syria condemns a deal signed between Chevron and the Syrian Democratic Forces.",
            "SYR accuse - > SYR: done",
            "SYR accuse - > USA: done",
            "USA agree - > SYR: done",
        ),
        right("Glencore offered $2 billion for a stake in Teck.", "CHE acquire Teck Resources > CAN: offered"),
        right("Turkey threatened a response should the rebels come back.", "TUR threaten - > TUR: done"),
        right("The Egyptian government approves a deal granting two islands to Saudi Arabia.", "EGY agree islands > SAU: done"),
        right("Israeli forces complete their withdrawal to the agreed lines within Gaza.", "ISR retreat - > PSE: done"),
        right("The pilot gave the plane to the museum.", "pilot aid aircraft: done"),
    ],
)
def test_who_gets_it_and_whose_it_is(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Filipino fishermen hurt as Chinese ships fire water cannon at shoal", "CHN assault riot control weapons > PHL: done"
        ),
        right(
            "Adani resumed deliveries of power to Bangladesh after Dhaka settled overdue bills.",
            "BGD supply debt > IND: done",
            "IND supply electricity > BGD: done",
        ),
        right("Armenia recognised Karabakh as Azerbaijani.", "ARM support - > AZE: done"),
        right("The US imposed new sanctions after North Korea's nuclear test.", "USA sanction - > PRK: done"),
        right("Kenya imposed sanctions after a drought.", "KEN sanction -: done"),
        right(
            "Protests in Chad demand the resignation of President Deby.", "TCD protest - > TCD: done", "TCD request - > TCD: done"
        ),
        right("Ortiz resigned in protest of President Jeanine Anez's decision.", "Ortiz protest - > BOL: done"),
        right(
            "Activists surround the offices of BlackRock in Paris and vandalize the building.",
            "FRA coerce buildings > USA: done",
            "FRA protest - > USA: done",
        ),
    ],
)
def test_whom_another_part_of_the_sentence_names(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "China opposes the pressure that Washington exerts on the Netherlands.",
            "CHN reject - > USA: done",
            "USA request - > NLD: done",
        ),
        right("Germany criticised the tariffs which Trump imposed.", "DEU accuse - > USA: done", "USA sanction -: done"),
        right("The EU got most of its gas imports from Russia.", "EU acquire natural gas > RUS: done"),
        right("Kenya bought 2 million tonnes of maize, much of it from Zambia.", "KEN acquire maize > ZMB: done"),
        right("Norway must sell the gas it does not need to Denmark.", "NOR supply natural gas > DNK: sought"),
        right(
            "Protestors in Brazil marched against the government and called for stricter regulations.",
            "BRA protest - > BRA: done",
            "BRA request - > BRA: done",
        ),
        right("Peru bought three ships from Oman, most of them tankers.", "PER acquire ships > OMN: done"),
    ],
)
def test_whom_a_clause_behind_the_thing_names(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
