"""Words in another sense than that of their relation, which tell no claim of it."""

import pytest

from tests.conftest import Tell


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("The Social Democrats ousted three incumbents in Bremen.", "coerce"),
        ("Brokers at Nomura backed the Korean carmaker.", "support"),
        ("Huawei's new tablet supports the older pen.", "support"),
        ("Three hikers were mauled by a bear in Slovakia.", "assault"),
        ("The typhoon cut power to thousands of homes in Cebu, and it threatens Taiwan.", "sanction"),
        ("The typhoon hit Cebu on Monday, and it threatens Taiwan.", "threaten"),
        ("Police in Oslo are investigating the death of a skier.", "accuse"),
        ("The tenor withdrew from the festival in Verona.", "retreat"),
        ("The queen visited a hospital in Aarhus.", "consult"),
        ("Nurses struck by the number of victims are leaving.", "protest"),
        ("Technology used by satellites is applied to mines in Chile.", "request"),
    ],
)
def test_another_sense_tells_no_claim(sentence: str, relation: str, tell: Tell) -> None:
    assert [c for c in tell(sentence) if c.relation == relation] == []


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("The generals ousted the president of Gabon.", "coerce"),
        ("Brazil backed the plan of Chile.", "support"),
        ("Peru is investigating Glencore over bribes.", "accuse"),
        ("Norway withdrew its team from the games in Minsk.", "retreat"),
        ("The Norwegian prime minister visited a shipyard in Busan.", "consult"),
    ],
)
def test_the_plain_sense_still_tells_one(sentence: str, relation: str, tell: Tell) -> None:
    assert relation in [c.relation for c in tell(sentence)]
