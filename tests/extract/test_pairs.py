"""Two names with a hyphen between them tell both sides of what stands behind them."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The Israel-Hamas war continues.", "ISR assault - > PSE: done", "PSE assault - > ISR: done"),
        right("Oil rose after the Iran–Iraq war.", "IRN assault - > IRQ: done", "IRQ assault - > IRN: done", "- value oil: done"),
        right("The India-Pakistan ceasefire took effect on Saturday.", "IND retreat - > PAK: done", "PAK retreat - > IND: done"),
        right("The EU-Mercosur agreement was signed in Asunción.", "EU agree - > MERCOSUR: done"),
        right("A Trump-Putin summit took place in Alaska.", "USA consult - > RUS: done"),
        right("The UK-Japan trade deal was signed.", "GBR agree - > JPN: done"),
        right("The Turkey-Syria earthquake killed thousands."),
        right("The Japan-Chile match ended."),
    ],
)
def test_a_pair_of_names_tells_two_sides(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
