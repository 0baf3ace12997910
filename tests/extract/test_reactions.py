"""Whose act it is that one condemns, opposes or refuses."""

import pytest

from kg.extract.reactions import derived
from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Egypt sent a letter to Ethiopia. Addis Ababa rejected the letter.",
            "EGY consult - > ETH: done",
            "ETH reject - > EGY: done",
        ),
        right(
            "China rammed a Philippine boat. Washington condemned the ramming.",
            "CHN coerce ships > PHL: done",
            "USA accuse ships > CHN: done",
        ),
        right(
            "China sank a Philippine boat. Washington condemned what it called a reckless act.",
            "CHN coerce ships > PHL: done",
            "USA accuse ships > CHN: done",
        ),
        right(
            "Turkey arrested the mayor of Istanbul. Germany condemned the detention.",
            "DEU accuse - > TUR: done",
            "TUR coerce - > TUR: done",
        ),
        right(
            "Turkey jailed Ekrem Imamoglu. Germany criticised his detention.",
            "DEU accuse - > TUR: done",
            "TUR coerce - > TUR: done",
        ),
        right(
            "Iran seized a Greek tanker. Athens denounced the incident as piracy.",
            "GRC accuse tankers > IRN: done",
            "IRN seize tankers > GRC: done",
        ),
        right(
            "Hungary proposed a truce to Ukraine. Kyiv dismissed the proposal.",
            "HUN retreat - > UKR: done",
            "UKR reject - > HUN: done",
        ),
        right("The EU asked Hungary to lift its veto. Budapest balked.", "EU request - > HUN: done", "HUN reject - > EU: done"),
        right("China asked the minister to resign. He refused.", "CHN reject - > CHN: done", "CHN request - > CHN: done"),
        right(
            "Niger suspended uranium exports. Orano came out in favour of the suspension.",
            "FRA support uranium > NER: done",
            "NER sanction uranium: done",
        ),
        right(
            "Kenya's police killed six protesters in Nairobi. Lawyers condemned the killings.",
            "KEN accuse - > KEN: done",
            "KEN assault - > KEN: done",
        ),
    ],
)
def test_whose_act_it_is(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A bomb killed six in Kabul. The UN condemned the attack.", "- assault - > AFG: done", "UN accuse -: done"),
        right("Russia shelled Kharkiv. Ukraine declined to attend a concert.", "RUS assault - > UKR: done"),
        right("Israel bombed Gaza. Critics praised the film.", "ISR assault - > PSE: done"),
    ],
)
def test_nobody_is_told_for_what_nobody_told(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


def test_nouns_that_are_made_of_verbs() -> None:
    made = (("seizure", "seize"), ("ramming", "ram"), ("testing", "test"), ("occupation", "occupy"), ("sinking", "sink"))
    assert all(derived(noun, verb) for noun, verb in made)
    assert not derived("film", "fire") and not derived("rice", "raid") and not derived("building", "burn")
