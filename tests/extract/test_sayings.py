"""What is said in general or idly, beside acts in the same words."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The Polish constitution requires the president to sign bills."),
        right("Under the constitution, the Peruvian congress impeaches the president."),
        right("Chile and Peru agreed that the earthquake was strong."),
        right("Chile and Peru agreed that the border will be open.", "CHL agree - > PER: done"),
        right("The minister would not say whether Poland supports Ukraine."),
        right("The Turkish president stands with ministers from Qatar."),
        right("Turkey stands with Qatar.", "TUR support - > QAT: done"),
        right("The Serbian minister asked us for how many weeks."),
        right("Serbia announced a pause in its operation in Kosovo.", "SRB retreat -: done"),
        right("Kenya gave concerts in Nairobi."),
        right("Kenya gave in to Somalia.", "KEN concede - > SOM: done"),
        right("Chad passed a law in order to cut the deficit.", "TCD support -: done"),
        right("Poland backs sanctions against Iran.", "POL support -: done"),
        right("Iran wanted the talks to fail."),
        right("Belgium dissolved the parliament before the election."),
        right("Greek customers had power restored."),
        right("Two divers were found dead in a mine in Ukraine."),
        right("Kenyan towns celebrated the centenary of the railway."),
        right("Kenya approved the first vaccine against malaria."),
        right("A Peruvian team announced the discovery of a tomb."),
        right("Angola announced the discovery of an oil field.", "AGO produce oil fields: done"),
        right("It is unknown which state the tankers belong to."),
        right("The Peruvian president took the drug ivermectin."),
        right("The Israeli cabinet approved 12 settlements in the West Bank."),
    ],
)
def test_sayings(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("French police arrested three locals in Lyon.", "FRA coerce - > FRA: done"),
        right("Serbia rejected Hungarian pre-conditions.", "SRB reject - > HUN: done"),
        right("Kenya praised Uganda for its patience.", "KEN support - > UGA: done"),
        right("Rebels killed a Malian judge at his villa.", "MLI assault - > MLI: done"),
        right("French troops will leave Niger.", "FRA retreat - > NER: planned"),
    ],
)
def test_no_thing_at_stake(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
