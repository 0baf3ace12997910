"""How predicates bear on one another: what is forbidden, what two do to each other, whom a protest or a muster is meant for."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Tanzania bars foreigners from buying gold.", "TZA sanction gold: done"),
        right("Beijing forbade Dutch firms to ship components.", "CHN sanction components > NLD: done"),
        right("Greenland banned the mining of uranium.", "DNK sanction uranium: done"),
        right("Moscow and Kyiv trade 390 captives each.", "RUS concede - > UKR: done", "UKR concede - > RUS: done"),
        right("Turkey massed troops on the Syrian border.", "TUR mobilize - > SYR: done"),
        right("Polish miners went on hunger strike against a decree.", "POL protest - > POL: done"),
        right("French soldiers left Chad, ending their mission.", "FRA retreat - > TCD: done"),
        right("Russian firms face EU sanctions.", "EU sanction - > RUS: done"),
        right("Russian banks are subject to an asset freeze.", "- sanction - > RUS: done"),
    ],
)
def test_who_does_it_to_whom(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
