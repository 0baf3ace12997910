"""Which cue fits a word: by what hangs on its object, by who or what the object is; and what is part of an idiom."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Reagan received Savimbi at the White House.", "USA consult - > AGO: done"),
        right("Brazil received oil from Angola.", "BRA acquire oil > AGO: done"),
        right("Trump called Putin on Monday.", "USA consult - > RUS: done"),
        right("Gold reached $4,000.", "- value gold: done"),
        right("France suggested that Chad should free the prisoners.", "FRA request - > TCD: done"),
        right("Iran insists that it sold no oil to Syria.", "IRN not supply oil > SYR: done"),
        right("Guinea put its mines up for sale.", "GIN supply mines: offered"),
        right("Peru's referendum failed to meet the legal threshold."),
        right("Iran's foreign ministry released a statement on Saturday."),
        right(
            "Two rebels opened fire in Chad, leaving six people injured.", "TCD assault - > TCD: done", "TCD assault - > TCD: done"
        ),
        right("Merkel asked Putin about his health."),
        right("Wheat, he added, feeds Egypt."),
        right("Ankara turned a deaf ear to Greek appeals.", "TUR reject - > GRC: done"),
    ],
)
def test_conditions_tell_senses_apart(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
