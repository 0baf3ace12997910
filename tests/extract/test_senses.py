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
        # charges and punishments
        right("She pleaded guilty to selling gold to a dealer in Turin."),
        # private people, games, art
        right("The pianist bought a villa near Lisbon."),
        right("Ghana took the lead in the final."),
        right("The goalkeeper produced two saves as Benin beat Togo 2-1."),
        right("A film produced by Netflix opened in Seoul."),
        right("She invested her time in the choir."),
        right("The editor of the paper will step down as chairman."),
        right("Tourists need a visa."),
        # what a thing is for, and who only suffers
        right("Kenya will build a railway to carry tea to Uganda.", "KEN produce railways: planned"),
        # talks that only say how far a purchase has come
        right("Sonatrach is in talks to buy a refinery from Eni.", "DZA acquire refineries > ITA: negotiated"),
        # snow acts for nobody
        right("Heavy snow cut power to villages in Serbia."),
    ],
)
def test_senses(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Most of Serbia's gas comes from Russia.", "RUS supply natural gas > SRB: done"),
        right("Chilean lithium was shipped to Japan.", "CHL supply lithium > JPN: done"),
        right("Turkish drones struck a bus carrying wheat in Syria.", "TUR assault trucks and buses > SYR: done"),
    ],
)
def test_whose_thing(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


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
        ("The chore fell to the Turkish government.", "seize"),
        ("Zambia gets its copper to the coast by train.", "acquire"),
        ("Oman takes over the chair of the bloc.", "acquire"),
        ("Panama's farmers live on the land.", "need"),
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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("India will hold the water treaty in abeyance.", "IND agree water: planned", "IND sanction water: planned"),
        right("Washington briefly halted arms deliveries to Ukraine.", "USA not aid weapons > UKR: ended"),
        right("Simandou will produce 120 million tonnes a year.", "GIN produce iron ore: planned"),
        right("Kenya signed a concession with Vale.", "KEN agree concession > BRA: done"),
    ],
)
def test_treaties_arms_mines_and_concessions_by_what_is_done_with_them(
    sentence: str, expected: tuple[str, ...], tell: Tell
) -> None:
    assert typed(tell(sentence)) == sorted(expected)
