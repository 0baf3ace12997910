"""Who suffers what somebody is said to have suffered, at whose word and with whom somebody acts, and what others are called."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed

RIGHT = [
    right("Two engineers from India are thought to have been kidnapped by the Taliban.", "AFG coerce - > IND: done"),
    right("Four Ukrainian officers are said to have been captured by Russia.", "RUS coerce - > UKR: done"),
    right("Two Turkish pilots appear to have been captured by Syrian rebels.", "SYR coerce - > TUR: hedged"),
    right("The American was reported to have been arrested in Moscow.", "- coerce - > USA: done"),
    right("Turkish police detained 30 protesters, some armed with knives.", "TUR coerce - > TUR: done"),
    right("The blockade left Gaza short of flour.", "PSE need flour: done"),
    right("Two Spanish nuns have been released.", "- concede - > ESP: done"),
    right("Iran called Israel's strike a war crime.", "IRN accuse - > ISR: done"),
    right("Turkey calls the UAE's actions piratical.", "TUR accuse - > ARE: done"),
    right("Kyiv labelled Russia's vote a sham.", "UKR accuse - > RUS: done"),
    right("French troops came to Mali at the invitation of the Malian government.", "MLI request - > FRA: done"),
    right("At the request of Chad, Libya closed the pipeline.", "TCD request pipelines > LBY: done"),
    right(
        "Turkey struck Kurdish fighters in coordination with Iraq.",
        "TUR assault - > TUR: done",
        "TUR cooperate - > IRQ: done",
    ),
    right(
        "Putin arrived in Mongolia despite Ukraine urging Mongolia to arrest him.",
        "RUS consult - > MNG: done",
        "UKR request - > MNG: done",
    ),
]

NOTHING = [
    "The actress is said to have been captured by the beauty of Rome.",
    "The factory is thought to have been destroyed by a storm.",
    "The new album by the German band was released on Friday.",
    "The dish is served on request.",
    "He called his wife a taxi.",
    "The team scored in collaboration with luck.",
]


@pytest.mark.parametrize(("sentence", "expected"), RIGHT)
def test_told(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize("sentence", NOTHING)
def test_not_told(sentence: str, tell: Tell) -> None:
    assert typed(tell(sentence)) == []
