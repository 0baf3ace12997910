"""Forces that are somewhere, that go where another rules, and that stop fighting."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Kenyan police were deployed in Haiti.", "KEN mobilize - > HTI: done"),
        right("Extra police were deployed in Lima.", "PER mobilize -: done"),
        right("Peru has 80 soldiers stationed in Haiti.", "PER mobilize - > HTI: done"),
        right("Ethiopian forces entered three villages in Eritrea.", "ETH mobilize - > ERI: done"),
        right("Malian rebels are advancing on the town.", "MLI mobilize -: done"),
        right("A Russian drone violated Polish airspace.", "RUS mobilize drone > POL: done"),
        right("Tourists entered the village."),
        right("A team of Kenyan doctors was stationed in Haiti."),
        right("India launched a communications satellite."),
    ],
)
def test_forces_are_told_by_where_they_are(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Chad and Sudan agreed to a ceasefire.", "SDN retreat - > TCD: agreed", "TCD retreat - > SDN: agreed"),
        right("Chad agreed to a truce with Sudan.", "TCD retreat - > SDN: agreed"),
        right("Qatar announced a ceasefire between Chad and Sudan.", "SDN retreat - > TCD: done", "TCD retreat - > SDN: done"),
        right(
            "The ceasefire between Chad and Sudan took effect on Monday.", "SDN retreat - > TCD: done", "TCD retreat - > SDN: done"
        ),
        right("Chad and Sudan agreed on a treaty.", "TCD agree - > SDN: done"),
    ],
)
def test_a_truce_is_kept_by_each_side(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Residents evacuated the town as a hurricane neared."),
        right("Kenya's president announced the withdrawal of the extradition bill.", "KEN concede -: done"),
        right("Kenyan troops withdrew from Somalia.", "KEN retreat - > SOM: done"),
        right("Chad moved its clocks back an hour."),
        right("Chad evacuated its embassy in Khartoum.", "TCD retreat embassy > SDN: done"),
    ],
)
def test_people_and_papers_are_no_forces(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
