"""Who turns to whom by letter or in person, who denies what he is accused of, who drops an inquiry, and towns by their names."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The Kenyan minister sent a letter to the Turkish president.", "KEN consult - > TUR: done"),
        right("Two Chilean senators emailed Nestle.", "CHL consult - > CHE: done"),
        right("The Peruvian union wrote to Microsoft.", "PER consult - > USA: done"),
        right("A letter was sent to the Kenyan parliament by the Turkish embassy.", "TUR consult - > KEN: done"),
        right("The Kenyan minister landed on Cyprus.", "KEN consult - > CYP: done"),
        right("The vote sends a message to Turkey."),
        right("The author writes to deadlines."),
        right("The Kenyan president wrote a book about Turkey."),
        right("A storm arrives on Cyprus."),
        right("Hurricane Agatha approaches Mexico."),
    ],
)
def test_who_turns_to_whom(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Kenya denied Turkey's accusations.", "TUR accuse - > KEN: done"),
        right("Turkey denies US accusations of spying.", "USA accuse - > TUR: done"),
        right(
            "The Turkish minister denied allegations by Israel that he had helped smugglers.",
            "ISR accuse - > TUR: done",
        ),
        right("Kenya denied the accusations."),
        right("The Swiss prosecutor closed the investigation into the Chilean banker.", "CHE concede - > CHL: done"),
        right("The investigation into the Turkish minister was dropped.", "- concede - > TUR: done"),
        right("The Kenyan police ended the probe into Nokia.", "KEN concede - > FIN: done"),
        right("The UN ended an inquiry into the crash."),
        right("Syria's rebels are allied with Turkey.", "SYR cooperate - > TUR: done"),
        right("The wheels are aligned with the axle."),
        right("Kenya's parliament abolished the death penalty.", "KEN concede -: done"),
        right("Ghana asked for patience.", "GHA request -: done"),
        right("The recipe calls for patience."),
    ],
)
def test_who_denies_and_who_lets_go(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels took control of several towns, including Gao and Kidal.", ["Gao", "Kidal"]),
        ("Rebels seized Malian towns such as Gao and Kidal.", ["Gao", "Kidal"]),
        ("Rebels captured Goma and Bukavu from the army.", ["Goma", "Bukavu"]),
        ("The army captured several villages on Monday.", ["several villages"]),
        ("Russian troops captured Avdiivka on Monday.", ["Avdiivka"]),
        ("The Malian junta took over the management of two mines.", ["two mines"]),
        ("Sudanese fighters captured hearts.", []),
    ],
)
def test_each_town_that_is_taken(sentence: str, expected: list[str], tell: Tell) -> None:
    taken = [c.resource for c in tell(sentence) if c.relation == "seize"]
    assert [r.mention.text for r in taken if r and r.mention] == expected
