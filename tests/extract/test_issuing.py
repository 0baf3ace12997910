"""Who says "we" in a statement is who issues it; in any other text nobody is told by it."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        right(
            "Statement by the foreign ministry on the Lamu border\n\nKenya rejects the claim of Somalia to our waters."
            " We have asked the United Nations for observers.\n\nOur navy patrols the strait.",
            "KEN mobilize -: done",
            "KEN reject water > SOM: done",
            "KEN request - > UN: done",
        ),
        right(
            "Communiqué on the dam\n\nEgypt opposes the dam in Ethiopia. Italy has taken our side.",
            "EGY reject dams > ETH: done",
            "ITA support - > EGY: done",
        ),
        right(
            "Statement on Iran\n\nFrance and Germany have noted the report. We urge Iran to return to talks.",
            "DEU request - > IRN: done",
            "FRA request - > IRN: done",
        ),
        right("Our waters\n\nKenya rejects the claim of Somalia. We asked the navy for observers.", "KEN reject - > SOM: done"),
        right('Statement on tin\n\nPeru sells tin. "We sold it to Cuba," said Mora, a Chilean.', "CHL supply tin > CUB: done"),
    ],
)
def test_who_issues_a_statement(text: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert set(typed(tell(text))) >= set(expected)
    assert not any(line.startswith("KEN request") for line in typed(tell(text))) or any("KEN request" in e for e in expected)
