"""What befell somebody, told by a noun before something else, and who is counted out of many."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Cargo flights stopped after the abduction of three Nigerian pilots.", "- coerce - > NGA: done"),
        right("The murder of a Kenyan student sparked riots in Delhi.", "- assault - > KEN: done"),
        right("The jailing of a Danish activist shocked the audience.", "- coerce - > DNK: done"),
        right("The shops closed following the killings of two Ghanaian guards.", "- assault - > GHA: done"),
        right("The film tells of the murder of a French king."),
        right("The trial over the murder of a Slovak journalist began."),
        right("The arrest of a Danish activist would shock the audience."),
        right("The death of a Danish actor shocked the audience."),
        right("The shops may close after the arrest of a Danish activist."),
    ],
)
def test_what_came_before_is_told(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Among those detained was a Turkish journalist.", "- coerce - > TUR: done"),
        right("Among the people arrested in Lima is a Spanish banker.", "- coerce - > ESP: done"),
        right("Those arrested include a Kenyan lawmaker.", "- coerce - > KEN: done"),
        right("Among those killed in the bombing was a Danish nurse.", "- assault - > DNK: done"),
        right("Among those invited was a Turkish journalist."),
        right("Among those praised were two Spanish bankers."),
    ],
)
def test_who_is_named_among_many(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Two Malian officers were killed after gunmen stormed a village.",
            "MLI assault - > MLI: done",
            "MLI coerce village > MLI: done",
        ),
        right("Ten Chinese tourists were killed after a bus overturned."),
        right("Nine Indian farmers were killed by lightning strikes, with a single strike killing four."),
        right("A Kenyan minister was punched by a Ugandan student.", "UGA assault - > KEN: done"),
        right("The Haitian president survived an assassination attempt.", "- assault - > HTI: done"),
        right("The Haitian president survived a confidence vote."),
        right("Washington slapped China with tariffs.", "USA sanction - > CHN: done"),
    ],
)
def test_who_falls_and_who_is_struck(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
