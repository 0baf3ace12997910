"""Whose "the police", "the rebels", "three people" are where the text names no state for them."""

from __future__ import annotations

import pytest

from kg.model import Claim
from tests.conftest import Tell
from tests.extract.telling import right, typed


def code(claim: Claim, role: str) -> str | None:
    actor = getattr(claim, role)
    return actor.stakeholder.code if actor and actor.stakeholder else None


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Kenya praised Uganda. Prices rose in Lima. Rebels attacked a mine near Arequipa.", "actor", "PER"),
        ("Peru sold gold to Chile. In Spain, too, growers protested.", "actor", "ESP"),
        ("The rebels hold the mines near Goma. Traders in Chad bought gold from the rebels.", "target", "COD"),
        ("Three people were killed in an Israeli airstrike on a ship.", "target", None),
        ("Three people were killed in an Israeli airstrike in Beirut.", "target", "LBN"),
        ("Russia praised Niger. Niger sold uranium. Rosatom signed a pact with the government.", "target", "NER"),
        ("Mali fears a war. Tuareg gunmen attacked a mine.", "actor", "MLI"),
        ("Chile met Peru. Western embassies accused Iran of sabotage.", "actor", None),
        ("Chile grew. Prices rose in Santiago. Chile needs water. In Chile, Zorvex Brothers sold gold to Japan.", "actor", "CHL"),
        ("Chile praised Chile. Prices rose in Santiago. Drones hit a depot in Odesa, killing two dockers.", "target", "UKR"),
        ("Unidentified gunmen killed a Peruvian minister in Lima.", "actor", None),
        ("Burmese dissidents rallied outside the junta's embassy in Bangkok.", "target", "MMR"),
        ("Russian bombs hit Lviv, Ukraine, wounding 12 others.", "target", "UKR"),
        ("Kenyan troops entered the Somali town of Afgoye and raided a clinic, killing a doctor.", "target", "SOM"),
        ("The Thai air force carried out strikes against Cambodia, killing six farmers.", "target", "KHM"),
        ("Iran hanged a man accused of spying for an Iraqi firm.", "target", "IRN"),
        ("Migrants expelled from Algeria were attacked in Agadez, Niger.", "target", "NER"),
        ("Turkish nurses flew to Malta and cooperated with local hospitals.", "target", "MLT"),
        ("Police shot a student near Augusta, Georgia, United States.", "target", "USA"),
        ("A Russian drone hit a school in Orlivka, Kyiv Oblast, Ukraine.", "target", "UKR"),
        ("Iran seized a Chilean tanker and took its sailors into custody.", "target", "CHL"),
        ("Fighters of the al-Qaeda affiliate JNIM attacked a mine.", "actor", "MLI"),
        ("Four men are killed in a shooting in Santiago, Dominican Republic.", "target", "DOM"),
        ("A man was shot in Brussels, Belgium.", "target", "BEL"),
        ("Gunmen shot a man at the Dover Inn in Dover, Delaware, United States.", "target", "USA"),
        ("Peru barred President Gustavo Petro and six other officials from entering.", "target", "COL"),
        ("A driver rammed into Thai shoppers near Paris, injuring two children.", "target", "THA"),
        ("Rebels captured Kasheke, Kabare Territory, Democratic Republic of the Congo.", "target", "COD"),
        ("Ukrainian troops recaptured the village of Robotyne.", "target", None),
        ("The Simandou mine sold iron ore to China.", "actor", "GIN"),
        ("Zambia's Mining Ministry said its inspectors had closed a mine in Peru.", "actor", "ZMB"),
        ("Iranian troops kill nine militants near the Pakistani border.", "target", "IRN"),
        ("BHP lost its mines in Chad. The Australian company said the junta had seized copper.", "actor", "TCD"),
        ("Chad's army met the Rapid Support Forces. The group, which is backed by Qatar, smuggled gold to Oman.", "actor", "SDN"),
        ("Demonstrators stormed the Iraqi embassy in Lisbon.", "actor", "PRT"),
        ("Demonstrators stormed the Iraqi embassy in Lisbon.", "target", "IRQ"),
        ("Twelve people were killed in a drone attack on the French Hospital in Aden, Yemen.", "target", "YEM"),
        ("Engineers at Cranfield are working with clinics in Malawi.", "actor", None),
        ("The government signed a deal with the World Bank in Accra.", "actor", "GHA"),
        ("Papuan rebels freed a French doctor.", "actor", "IDN"),
        ("The Papua New Guinean government freed a French doctor.", "actor", "PNG"),
        ("Germany expelled the Berlin station chief of the CIA.", "target", "USA"),
        ("Turkey arrested the Istanbul bureau chief of a Danish newspaper.", "target", "DNK"),
        ("Gunmen shot the Goma mayor.", "target", "COD"),
        ("Iran seized a South Korean tanker in the Gulf. Tehran freed the crew.", "target", "KOR"),
        ("Thailand released 18 prisoners as part of a ceasefire agreement with Cambodia.", "target", "KHM"),
        ("Israel freed 200 prisoners in a swap with Hamas.", "target", "PSE"),
        ("Kenya freed 400 prisoners on Saturday.", "target", "KEN"),
        ("The US Navy seized rifles from a dhow near Oman's coast.", "target", None),
        ("French-born militant Omar Ali was arrested in Turkey.", "target", "FRA"),
        ("The French-born Moroccan militant Omar Ali was arrested in Turkey.", "target", "MAR"),
        ("Yemeni actress and model Amal Hadi was arrested in Sanaa. She was jailed by the Houthis.", "target", "YEM"),
        ("Rodrigo Duterte signed a law that jails children.", "target", "PHL"),
        ("Peru's army evicted the farmers.", "target", "PER"),
        ("Qatar sells gas to Europe.", "target", "EU"),
        ("Rebels in Mali freed the 12 hostages, most of them Chinese.", "target", "CHN"),
        ("Militants kidnapped ten workers, mostly Indian nationals, in Mali.", "target", "IND"),
        ("The army killed 12 rebels, most of them children, in Chad.", "target", "TCD"),
        ("Officials in Lima met. The International Chess Committee rejected the plan.", "actor", None),
    ],
)
def test_the_state_is_that_in_which_the_news_takes_place(text: str, role: str, expected: str | None, tell: Tell) -> None:
    claims = [c for c in tell(text) if c.relation != "other"]
    assert code(claims[-1], role) == expected


def test_an_item_of_a_list_is_not_about_the_state_of_the_item_before(tell: Tell) -> None:
    items = ("Headlines", "Peru sold gold to Chile.", "Kenya praised Uganda.", "Japan met Nepal.", "Police in Mali freed a miner.")
    text = "\n\n".join([*items, "Soldiers arrested a farmer in Ghana.", "Norway met Iran."])
    arrest = next(c for c in tell(text) if c.relation == "coerce")
    assert (code(arrest, "actor"), code(arrest, "target")) == ("GHA", "GHA")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A man was arrested by police in Lagos.", "NGA coerce - > NGA: done"),
        right("Two women were detained by Turkish police.", "TUR coerce - > TUR: done"),
    ],
)
def test_who_is_held_is_theirs_who_hold_him(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("The Islamic State captured Mosul.", "IRQ seize territory > IRQ: done"),
        right("Al-Qaeda fighters killed two soldiers in Yemen.", "YEM assault - > YEM: done"),
        right("The Islamic State's Libyan branch attacked Sirte.", "LBY assault - > LBY: done"),
        right("Al-Qaeda threatened France.", "IGO threaten - > FRA: done"),
        right("Hezbollah fired rockets at Haifa from Lebanon.", "LBN assault - > ISR: done"),
    ],
)
def test_a_group_of_many_states_is_where_it_fights(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Qatar hosted both presidents in Doha.", "QAT consult - > both presidents: done"),
        right(
            "Congo and Rwanda fought over Goma. Qatar has since hosted both presidents in Doha.",
            "COD assault - > RWA: done",
            "QAT consult - > COD: done",
            "QAT consult - > RWA: done",
            "RWA assault - > COD: done",
        ),
        right("Egypt urged the two parties in Sudan to stop fighting.", "EGY request - > SDN: done"),
    ],
)
def test_two_heads_of_state_are_not_of_the_land_where_they_meet(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
