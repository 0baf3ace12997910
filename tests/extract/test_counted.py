"""Outcomes behind a comma, victims who are only counted, lists of three."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # an outcome hangs on what it comes of
        right("Chad accused Sudan of shelling a school in Adré, killing two teachers.", "TCD accuse schools > SDN: done"),
        right("Peru blamed Chile for attacking a patrol, wounding three soldiers.", "PER accuse - > CHL: done"),
        right(
            "Chadian soldiers struck herders resting at a well in Sudan, killing nine.",
            "TCD assault - > SDN: done",
            "TCD assault - > SDN: done",
        ),
        right(
            "Sudanese rebels attacked traders travelling to Chad, wounding six.",
            "SDN assault - > TCD: done",
            "SDN assault - > TCD: done",
        ),
        # whom a vehicle hits nobody attacks
        right("A man drove a van into a market in Ghana in a terror attack, killing two.", "GHA assault - > GHA: done"),
        right("A lorry struck villagers waiting at a stop in Ghana, killing nine people."),
        right("A man was driving a van and struck cyclists in Ghana, killing two."),
        # victims who are only counted
        right(
            "A bomb in Mogadishu kills five people and injures at least ten.", "- assault - > SOM: done", "- assault - > SOM: done"
        ),
        right(
            "Chadian troops opened fire in Sarh, killing four people and injuring over 60.",
            "TCD assault - > TCD: done",
            "TCD assault - > TCD: done",
            "TCD assault -: done",
        ),
        right(
            "Twenty Kenyans were killed and dozens more wounded in clashes in Somalia.",
            "- assault - > KEN: done",
            "- assault - > KEN: done",
        ),
        right(
            "Two Kenyan officers were killed and three others injured in an ambush in Haiti.",
            "- assault - > KEN: done",
            "- assault - > KEN: done",
        ),
        # lists of three
        right(
            "Prosecutors in Peru charged Pedro Castillo, former senator Keiko Fujimori, and former minister Martin Vizcarra.",
            "PER accuse - > PER: done",
            "PER accuse - > PER: done",
            "PER accuse - > PER: done",
        ),
        right(
            "Norway imposes sanctions on twelve Russian firms, a Belarusian bank, and an Iranian airline.",
            "NOR sanction - > BLR: done",
            "NOR sanction - > IRN: done",
            "NOR sanction - > RUS: done",
        ),
        right(
            "Putin met Olaf Scholz, the German chancellor, and Giorgia Meloni.",
            "RUS consult - > DEU: done",
            "RUS consult - > ITA: done",
        ),
    ],
)
def test_counted(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
