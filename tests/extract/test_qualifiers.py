"""Where, when and how much."""

from datetime import date

import pytest

from kg.extract.amounts import read_quantity
from kg.extract.qualifiers import resolve_date
from kg.vocab import Vocabulary
from tests.conftest import PUBLISHED, Tell


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12 January 2024", "2024-01-12"),
        ("January 12, 2024", "2024-01-12"),
        ("March 2024", "2024-03"),
        ("2023", "2023"),
        ("the year 1998", "1998"),
        ("March", "2024-03"),
        ("February", "2025-02"),
        ("Monday", "2025-02-24"),
        ("Tuesday", "2025-02-25"),
        ("Wednesday", "2025-02-19"),
        ("yesterday", "2025-02-24"),
        ("today", "2025-02-25"),
        ("tomorrow", "2025-02-26"),
        ("last month", "2025-01"),
        ("this month", "2025-02"),
        ("next month", "2025-03"),
        ("last year", "2024"),
        ("next year", "2026"),
        ("January of last year", "2024-01"),
        ("the coming weeks", ""),
        ("recent years", ""),
    ],
)
def test_dates_are_resolved_against_the_day_of_the_article(words: str, value: str) -> None:
    assert resolve_date(words, PUBLISHED) == value


@pytest.mark.parametrize("words", ["Monday", "March", "last year", "yesterday"])
def test_without_the_day_of_the_article_relative_dates_stay_open(words: str) -> None:
    assert resolve_date(words, None) == ""


def test_months_count_over_the_turn_of_the_year() -> None:
    assert resolve_date("last month", date(2025, 1, 10)) == "2024-12"
    assert resolve_date("next month", date(2024, 12, 10)) == "2025-01"
    assert resolve_date("yesterday", date(2025, 1, 1)) == "2024-12-31"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5 million tonnes", (5_000_000.0, "tonne")),
        ("about 40 percent", (40.0, "percent")),
        ("12.5%", (12.5, "percent")),
        ("$3 billion", (3e9, "USD")),
        ("300 million euros", (3e8, "EUR")),
        ("1,200 barrels", (1200.0, "barrel")),
        ("twelve tonnes", (12.0, "tonne")),
        ("$460bn", (4.6e11, "USD")),
        ("half a tonne", (0.5, "tonne")),
        ("half a million barrels", (5e5, "barrel")),
        ("nearly half", (50.0, "percent")),
        ("forty-five", (45.0, "count")),
        ("two dozen", (24.0, "count")),
        ("a few tonnes", None),
        ("many", None),
    ],
)
def test_amounts_have_value_and_unit(words: str, expected: tuple[float, str] | None, vocab: Vocabulary) -> None:
    assert read_quantity(words, vocab) == expected


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Norway sold gas to Poland in 2023.", "2023"),
        ("India banned exports of rice on 12 January 2024.", "2024-01-12"),
        ("On Monday, Kenya signed an agreement with Japan.", "2025-02-24"),
        ("Chile will sell lithium to Japan next month.", "2025-03"),
        ("By 2030, Chile will export hydrogen to Germany.", "2030"),
        ("Chile sold lithium to Japan.", None),
        ("Chad sold oil to Niger, Kenya said on Monday.", None),
        ("Under an accord of 2015 Chad sells oil to Niger.", None),
        ("Norway ordered Chad in 2023 to sell gas to Poland by 2030.", "2023"),
        ("Norway ordered Chad to sell gas to Poland by 2030.", "2030"),
        ("Chile sold lithium to Japan after rain had fallen in 2023.", None),
        ("The police in Chile arrested a 16-year-old.", None),
        ("A court in Chile sentenced two men to 14 years in prison.", None),
        ("On Monday, a court in Chile jailed two men for six months.", "2025-02-24"),
        ("On Monday, the police in Chile arrested a 16-year-old.", "2025-02-24"),
    ],
)
def test_when_stands_on_the_claim(sentence: str, value: str | None, tell: Tell) -> None:
    (claim,) = tell(sentence)
    assert (claim.time.value if claim.time else None) == value


def test_each_clause_has_the_date_of_its_own(tell: Tell) -> None:
    claims = tell("Norway sold gas to Poland in 2023 and Chile will sell lithium to Japan in 2027.")
    assert {(c.actor.label, c.time.value) for c in claims if c.actor and c.time} == {("Norway", "2023"), ("Chile", "2027")}


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "change"),
    [
        ("Norway sold 5 million tonnes of ore to Japan.", 5e6, "tonne", None),
        ("Qatar invested $3 billion in a copper mine in Peru.", 3e9, "USD", None),
        ("Kuwait cut oil output by 10 percent.", 10.0, "percent", "down"),
        ("Kuwait cut oil output by a million barrels a day.", 1e6, "barrel", "down"),
        ("Mali gets nearly half of its fuel from Senegal.", 50.0, "percent", None),
        ("Ecuador sent two warships to Peru.", 2.0, "count", None),
        ("Bulgaria pulled its 155 troops out of Iraq.", 155.0, "count", None),
        ("Panama let Canada ship out 120,000 tonnes of copper.", 120_000.0, "tonne", None),
        ("Cobalt rose 20 percent in London.", 20.0, "percent", "up"),
        ("Ghana values its bauxite at 460 billion dollars.", 4.6e11, "USD", None),
        ("Copper fell to $9,000 a tonne.", 9000.0, "USD", "down"),
    ],
)
def test_how_much_stands_on_the_claim(sentence: str, value: float, unit: str, change: str | None, tell: Tell) -> None:
    (claim,) = tell(sentence)
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.unit, claim.quantity.change) == (value, unit, change)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Portugal met with Angola in Lisbon.", "Lisbon"),
        ("Kenya bought a nickel mine in Canada.", "Canada"),
        ("Glencore has mined cobalt in Zambia.", "Zambia"),
        ("India and Pakistan held talks in Doha.", "Doha"),
        ("Japan and Chile signed an agreement in Lima.", "Lima"),
        ("Kenya sold tea to Poland.", None),
        ("Farmers in France blocked a motorway near Toulouse.", "Toulouse"),
        ("Jordan and Egypt put their names to a framework for joint diplomacy in Amman.", "Amman"),
        ("Tonga sent soldiers to Honiara.", "Honiara"),
        ("Thai protesters blocked a mine at Parotani.", "Parotani"),
        ("Traders in Chad bought gold from Sudan.", None),
        ("The minister announced in Harare that Zimbabwe would sell gold to China.", None),
    ],
)
def test_where_stands_on_the_claim(sentence: str, place: str | None, tell: Tell) -> None:
    (claim,) = tell(sentence)
    assert (claim.place.label if claim.place else None) == place


def test_where_when_and_how_much_stand_at_their_place_in_the_text(tell: Tell) -> None:
    text = "Norway sold gas. Chile sold 5 million tonnes of ore to Japan in Lima in 2023."
    claim = tell(text)[-1]
    assert claim.quantity and claim.quantity.mention and claim.time and claim.time.mention
    for mention, words in ((claim.quantity.mention, "5 million tonnes"), (claim.time.mention, "2023")):
        assert text[mention.start : mention.end] == mention.text == words


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Three Kenyan guards were arrested by police in a Nairobi raid.", None),
        ("Kenya will deploy a Boeing P-8 Poseidon and a frigate.", None),
        ("Three Kenyan guards were arrested at the Panguna mine.", "Panguna"),
    ],
)
def test_an_event_or_an_aircraft_is_no_place(sentence: str, place: str | None, tell: Tell) -> None:
    found = {claim.place.label for claim in tell(sentence) if claim.place is not None}
    assert any(place in label for label in found) if place else not any(w in label for label in found for w in ("raid", "Boeing"))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Two people were killed and five others wounded after a mass shooting at a depot in Kisumu, Kenya.", "Kisumu"),
        ("A Russian drone attack on Kharkiv, Ukraine, kills two people.", "Kharkiv"),
        ("Two women were injured when a man attacked them with a knife in Leeds, England.", "Leeds"),
        ("Six people were killed after gunmen opened fire at a wedding in Multan, Pakistan.", "Multan"),
        ("Three people were shot dead in Lagos, Nigeria, after a strike in Abuja had been called off.", "Lagos"),
    ],
)
def test_harm_is_done_where_the_attack_is(sentence: str, place: str, tell: Tell) -> None:
    found = [claim.place.label if claim.place else None for claim in tell(sentence) if claim.relation == "assault"]
    assert found and set(found) == {place}


@pytest.mark.parametrize(
    ("sentence", "relation", "place"),
    [
        # "where" takes up a place; a street fight in a town is in that town
        ("The riot broke out in Leeds, where police arrested ten men.", "coerce", "Leeds"),
        ("She fled to Goma, where rebels shot her brother.", "assault", "Goma"),
        ("Police arrested two men in Leeds, where the minister had studied.", "coerce", "Leeds"),
        # what is struck is where people come to harm
        ("Russian forces strike Kharkiv with bombs, killing three people.", "assault", "Kharkiv"),
        ("Israeli jets bombed the town of Khiam, killing seven.", "assault", "Khiam"),
        ("At least 21 people are killed and 38 others injured when two missiles strike a building in Sumy.", "assault", "Sumy"),
        # in one breath
        ("Rebels blew up a bridge near Sibi and shot dead two guards.", "assault", "Sibi"),
        ("A delegation of Uzbekistan arrived in Kabul and held talks with the Taliban.", "consult", "Kabul"),
        ("Peru opened an embassy in Lagos and sent soldiers against Chile.", "mobilize", None),
        # where those met who act
        ("The Authority of ECOWAS, sitting in Abuja, has lifted sanctions against Niger.", "sanction", "Abuja"),
        ("Speaking in Lima, the foreign minister of Chile accused Peru of theft.", "accuse", "Lima"),
        ("Talks between Paraguay and Argentina are to resume in Montevideo.", "consult", "Montevideo"),
        # on rivers and soil, off coasts
        ("Chevron strikes oil off Cabinda.", "produce", "Cabinda"),
        ("Iranian uranium was enriched on Russian soil.", "produce", "Russian soil"),
        ("Chile depends on the Maipo river for water.", "need", None),
        # houses and courts
        ("Police arrested a man at a mall.", "coerce", "a mall"),
        ("Gunmen killed ten worshippers in a mosque in Kano.", "assault", "Kano"),
        (
            "Canada accused Myanmar of genocide at the International Court of Justice.",
            "accuse",
            "International Court of Justice",
        ),
        ("Turkey appealed to the court.", "request", None),
        ("Kenya sold a hospital to Chad.", "supply", None),
        ("Police arrested a man for robbing a bank in Lima.", "coerce", None),
        # counted lands, and adverbs
        ("Demonstrators marched in twelve towns.", "protest", "twelve towns"),
        ("ExxonMobil was pumping oil offshore.", "produce", "offshore"),
        ("Police were firing on a village north of Lima.", "assault", None),
        ("Police held 200 protesters in the capital Jakarta.", "coerce", "Jakarta"),
        # what a thing is called by
        ("TotalEnergies to restart Mozambique gas project", "produce", "Mozambique"),
        ("Bolivia farmers block La Paz highways over diesel shortage", "coerce", "La Paz"),
        ("Chad buys Niger oil", "acquire", None),
        ("Venezuela calls up militia as US sends warships to the Caribbean.", "mobilize", None),
    ],
)
def test_a_place_is_that_of_the_act_and_no_other(sentence: str, relation: str, place: str | None, tell: Tell) -> None:
    found = [claim.place.label if claim.place else None for claim in tell(sentence) if claim.relation == relation]
    assert place in found and (place is None or len({p for p in found if p}) == 1)


@pytest.mark.parametrize(
    ("sentence", "relation", "value"),
    [
        ("Paraguay in 2023 suspended its talks with Brazil and recalled its ambassador.", "retreat", "2023"),
        ("Donald Trump left the accord in 2018 and restored the embargo on Iranian crude.", "sanction", "2018"),
        ("The Authority of ECOWAS, sitting in Abuja in 2024, has lifted sanctions against Niger.", "sanction", "2024"),
        ("Zimbabwe bans lithium exports from 2027", "sanction", "2027"),
        ("Japan received Savimbi in 1986 and then armed Angola with missiles.", "aid", None),
        ("Kenya signed a deal with Japan in 2019 and sells tea to Poland.", "supply", None),
        ("Kenya sold tea to Poland in 2019 and Chile mined lithium.", "produce", None),
        ("Two men were killed during a shootout with police.", "assault", None),
    ],
)
def test_a_date_holds_for_what_is_told_in_one_breath(sentence: str, relation: str, value: str | None, tell: Tell) -> None:
    found = {claim.time.value if claim.time else None for claim in tell(sentence) if claim.relation == relation}
    assert found == {value}
