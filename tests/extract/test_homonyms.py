"""Names that a text as a whole uses for others than those who are better known by them."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Australia's Santos found a buyer. Santos supplies natural gas to Japan.", "AUS supply natural gas > JPN: done"),
        right("Santos, the Australian gas producer, found a buyer. Santos buys oil from Iraq.", "AUS acquire oil > IRQ: done"),
        right("Colombia's Santos slept. Santos met the Peruvian president.", "COL consult - > PER: done"),
        right("Juan Manuel Santos found a buyer. Santos met the Peruvian president.", "COL consult - > PER: done"),
    ],
)
def test_a_firm_is_not_the_leader_of_that_name(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Brussels balked at the deal. The Commission proposed tariffs on Chinese steel.",
            "EU reject -: done",
            "EU sanction steel > CHN: offered",
        ),
        right(
            "The European Union won its case. A Commission spokesman said talks with Jakarta had begun.", "EU consult - > IDN: done"
        ),
        right(
            "The Federal Trade Commission sued Meta. The Commission accused the firm of fraud.",
            "USA accuse - > USA: done",
            "USA accuse - > USA: done",
        ),
        right(
            "Nigeria's Electoral Commission sued Ghana. The Commission blamed Togo.",
            "NGA accuse - > GHA: done",
            "NGA accuse - > TGO: done",
        ),
        right("The Truth Commission accused Chile of murder.", "Truth Commission accuse - > CHL: done"),
    ],
)
def test_a_noun_with_a_capital_names_a_body_only_beside_news_of_it(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
