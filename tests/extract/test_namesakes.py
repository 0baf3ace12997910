"""A known name that is here a part of a longer one, or that of another who is called the same."""

from collections.abc import Callable

import pytest

from kg.extract.mentions import Block
from kg.extract.names import find_names
from tests.conftest import Tell
from tests.extract.telling import right, typed

Lines = Callable[[str], Block]


@pytest.mark.parametrize(
    ("sentence", "none"),
    [
        ("Nine people were hurt in Sandy Row, south Belfast.", "Sandy"),
        ("The gunman was identified as Sudesh Amman.", "Amman"),
        ("RVG-CBN was told to stop its broadcasts.", "CBN"),
        ("The army flew two Sukhoi Su-27 jets over the gulf.", "Sukhoi"),
        ("The court jailed a Georgia teenager.", "Georgia"),
        ("Results came in from Georgia, Michigan and Ohio.", "Georgia"),
        ("The leader Ibrahim Karoly was jailed.", "Ibrahim"),
        ("Gunmen raided a farm in Meta Department.", "Meta"),
        ("Loggers have moved into the Amazon basin.", "Amazon"),
    ],
)
def test_part_of_another_name_is_no_name(sentence: str, none: str, block: Lines) -> None:
    read = block(sentence)
    assert none not in {read.doc[f.start : f.end].text for f in find_names(read.doc, read.vocab).values()}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Georgia and Armenia met.", "Georgia"),
        ("US-EU talks went well.", "EU"),
        ("The bomb hit Gaza City.", "Gaza City"),
        ("Sukhoi sold 20 jets to India.", "Sukhoi"),
        ("Meta headquarters were searched.", "Meta"),
        ("Rebels entered Central Jakarta.", "Jakarta"),
    ],
)
def test_a_name_beside_another_stays_one(sentence: str, name: str, block: Lines) -> None:
    read = block(sentence)
    assert name in {read.doc[f.start : f.end].text for f in find_names(read.doc, read.vocab).values()}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Two men were arrested near the town of Nara in Kayes Region, Mali.", "- coerce - > MLI: done"),
        right("The Belarusian KGB arrested three Lithuanian students.", "BLR coerce - > LTU: done"),
        right("Brazil's vice-president met Peru's foreign minister.", "BRA consult - > PER: done"),
        right("Bhutan received 40,000 doses of the Moderna vaccine.", "BTN acquire vaccines: done"),
    ],
)
def test_and_is_counted_where_it_is(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


def test_a_deputy_is_not_whom_he_deputises_for(tell: Tell) -> None:
    (claim,) = tell("Brazil's vice-president met Peru's foreign minister.")
    assert claim.actor is not None and claim.actor.label == "Brazil's vice-president"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The Bolivian prosecutor charged former senator Nancy Quiroga with graft.", "BOL accuse - > BOL: done"),
        right("Peru's president asked for adviser Ana R. Bolton's resignation.", "PER request - > PER: done"),
        right("Police in Nancy, France, arrested two men.", "FRA coerce - > FRA: done"),
        right("Taiwan's Food and Drug Administration halts imports of lard from Vietnam.", "TWN sanction lard > VNM: done"),
        right("The Food and Drug Administration halts imports of lard from Vietnam.", "USA sanction lard > VNM: done"),
    ],
)
def test_a_first_name_is_no_town_and_a_body_is_its_owners(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
