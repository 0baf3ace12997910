"""Who governs and tells of money for somebody gives it or will; money for sale, fines and losses are no gift."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Norway announced 2 billion kroner in military aid to Ukraine.", "NOR aid military aid > UKR: promised"),
        right("Germany announced $300 million in funding for Moldova.", "DEU aid money > MDA: promised"),
        right("Japan announces a loan of $3 billion for the Philippines.", "JPN aid loans > PHL: promised"),
        right("French officials announced increases in military aid for Moldova.", "FRA aid military aid > MDA: planned"),
        right("Canada announced an increase in humanitarian aid to Sudan.", "CAN aid humanitarian aid > SDN: planned"),
        right("The IMF approved a $700 million disbursement for Kenya.", "IMF aid money > KEN: done"),
        right("A €2 billion aid package for Jordan was approved by the European Commission.", "EU aid money > JOR: done"),
        right(
            "The European Commission announced a 10 billion euro fund to fight the pandemic.", "EU aid investment funds: promised"
        ),
        right("Pupils in Kenya raised money for refugees in Chad.", "KEN aid money > TCD: done"),
        right("A Danish club raised $3 million for Ukraine.", "DNK aid money > UKR: done"),
        right("Spain gave grants to small businesses.", "ESP aid grants > ESP: done"),
        right("Barrick raised $300 million for its mine in Mali.", "CAN acquire money: done"),
        right("Injured miners airlifted to Santiago"),
        right("Apple announced a $100 billion share buyback."),
        right("BlackRock launched a $10 billion fund."),
        right("Nigeria announced $2 billion in losses for the year."),
        right("Mexico announced a $2 billion fine for Google."),
        right("The union announced an increase in fees."),
    ],
)
def test_money_that_is_announced(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("No aid has entered Sudan since March.", "- not aid aid > SDN: done"),
        right("Twelve aid trucks entered Gaza on Monday.", "- aid humanitarian aid > PSE: done"),
        right("Aid is flowing into Sudan.", "- aid aid > SDN: done"),
        right("Aid to Ukraine reached $3 billion."),
        right("Talks on aid entered a second week."),
    ],
)
def test_aid_that_comes_in(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
