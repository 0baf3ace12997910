"""Words of a relation in a sense that is no claim of it, beside the sense that is one."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The Peruvian painter retreated to Chile."),
        right("Congolese rebels retreated to Rwanda.", "COD retreat - > RWA: done"),
        right("Chilean hikers captured video of the eruption."),
        right("Malian soldiers captured the town of Kidal.", "MLI seize territory > MLI: done"),
        right("Bees hovered over the wheat at the same rate."),
        right("Wheat hovered near $6 a bushel.", "- value wheat: done"),
        right("Rio Tinto owned a project in the Atacama salt flat.", "GBR possess Salar de Atacama: done"),
        right("Nokia abused its position, the Finnish regulator said."),
        right("Serbian guards abused Syrian refugees.", "SRB assault - > SYR: done"),
        right("Peru announced the schedule in a press release."),
        right("Peru announced the release of a Chilean sailor.", "PER concede - > CHL: done"),
    ],
)
def test_only_the_sense_that_tells(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
