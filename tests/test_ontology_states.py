"""The states and places of the ontology: all are there, and no word for one of them means another as well."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

ONTOLOGY = Path(__file__).parent.parent / "ontology"
KG, SKOS = "https://w3id.org/newsgraph/ontology#", "http://www.w3.org/2004/02/skos/core#"
BASE = "https://w3id.org/newsgraph/"
SAME = "http://www.w3.org/2002/07/owl#sameAs"
Node = dict[str, list[str]]


def codes(text: str) -> set[str]:
    """The words of a text."""
    return set(text.split())


def pairs(text: str) -> list[tuple[str, ...]]:
    """What stands between commas, each parted into a name and, last, a code."""
    return [tuple(part.strip().rsplit(" ", 1)) for part in text.split(",")]


MEMBERS = codes("""
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA
    CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH
    FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA
    JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX
    MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG
    POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD
    TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
""")
OBSERVERS = {"PSE", "VAT"}
FORMER = {"CSK", "DDR", "SUN", "YUG"}
# The word for their people is the word for another's (Congolese, Dominican), or there is none.
WITHOUT_DEMONYM = {"COG", "DMA", "VAT"}
# The capital bears the state's name, or a name that news mostly uses otherwise (Brussels, Georgetown, Kingston,
# San José, Saint John's, Victoria), or the words belong to a successor, or there is no capital.
WITHOUT_METONYM = codes("ATG BEL CRI GUY JAM SYC LUX MCO SGP SMR VAT ESH HKG CSK SUN YUG")
WITHOUT_CAPITAL = codes("ESH HKG MCO PSE SGP VAT") | FORMER


def read(name: str) -> dict[str, Node]:
    """The nodes of a Turtle file: subject without base → predicate → values, IRIs shortened as subjects are."""
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for triple in parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE):
        assert isinstance(triple.subject, NamedNode)
        nodes[triple.subject.value.removeprefix(BASE)][triple.predicate.value].append(triple.object.value.removeprefix(BASE))
    return nodes


@pytest.fixture(scope="module")
def states() -> dict[str, Node]:
    return {node[KG + "code"][0]: node for node in read("states.ttl").values()}


@pytest.fixture(scope="module")
def places() -> dict[str, Node]:
    return read("places.ttl")


def names(node: Node) -> list[str]:
    return node[SKOS + "prefLabel"] + node[SKOS + "altLabel"]


def owners(states: dict[str, Node], *terms: str) -> dict[str, set[str]]:
    """Which states own each word of the terms."""
    found = defaultdict(set)
    for code, node in states.items():
        for term in terms:
            for word in node[term]:
                found[word].add(code)
    return found


def test_all_members_and_observers_of_the_united_nations_are_there(states: dict[str, Node]) -> None:
    assert len(MEMBERS) == 193
    assert not (MEMBERS | OBSERVERS) - set(states)


def test_others_and_former_states_are_there(states: dict[str, Node]) -> None:
    assert set(states) - MEMBERS - OBSERVERS == codes("TWN HKG XKX ESH COK NIU") | FORMER


def test_every_state_is_named_by_its_code() -> None:
    for subject, node in read("states.ttl").items():
        assert [subject] == [f"actor/{code}" for code in node[KG + "code"]]
        assert len(node[SKOS + "prefLabel"]) == 1


def test_every_state_has_people_and_a_seat(states: dict[str, Node]) -> None:
    assert {code for code, node in states.items() if not node[KG + "demonym"]} == WITHOUT_DEMONYM
    assert {code for code, node in states.items() if not node[KG + "metonym"]} == WITHOUT_METONYM
    assert {code for code, node in states.items() if not node[KG + "capital"]} == WITHOUT_CAPITAL


@pytest.mark.parametrize("term", ["demonym", "metonym"])
def test_no_word_is_owned_by_two_states(states: dict[str, Node], term: str) -> None:
    assert {word: found for word, found in owners(states, KG + term).items() if len(found) > 1} == {}


def test_no_word_means_different_states_by_different_ways(states: dict[str, Node]) -> None:
    terms = (SKOS + "prefLabel", SKOS + "altLabel", KG + "demonym", KG + "metonym")
    assert {word: found for word, found in owners(states, *terms).items() if len(found) > 1} == {}


def test_no_item_of_wikidata_is_two_states(states: dict[str, Node]) -> None:
    assert {word: found for word, found in owners(states, SAME).items() if len(found) > 1} == {}
    assert states["UKR"][SAME] == ["http://www.wikidata.org/entity/Q212"]


def test_words_shared_by_two_states_go_where_news_means_them(states: dict[str, Node]) -> None:
    people = owners(states, KG + "demonym")
    assert (people["Congolese"], people["Dominican"], people["Guinean"]) == ({"COD"}, {"DOM"}, {"GIN"})
    assert people["Korean"] == {"KOR"} and "Korea" not in owners(states, SKOS + "altLabel")


@pytest.mark.parametrize(
    ("word", "code"),
    pairs("""
        U.S. USA, America USA, UK GBR, Britain GBR, DRC COD, Ivory Coast CIV, ROK KOR, Cote d'Ivoire CIV,
        Czech Republic CZE, Turkiye TUR, Burma MMR, Holland NLD, USSR SUN, DPRK PRK, PRC CHN, UAE ARE,
        Swaziland SWZ, Zaire COD, Vatican VAT, Macedonia MKD
    """),
)
def test_other_names(states: dict[str, Node], word: str, code: str) -> None:
    assert word in states[code][SKOS + "altLabel"]


@pytest.mark.parametrize(
    ("word", "code"),
    pairs("""
        Frenchmen FRA, Briton GBR, Scottish GBR, Dutch NLD, Swiss CHE, Filipino PHL, Saudis SAU, Emirati ARE,
        Palestinians PSE, Czechs CZE, Iraqis IRQ, Spaniard ESP, Serbs SRB, Croat HRV, Turks TUR, Nigerien NER,
        Nigerian NGA, Soviet SUN
    """),
)
def test_people(states: dict[str, Node], word: str, code: str) -> None:
    assert word in states[code][KG + "demonym"]


@pytest.mark.parametrize(
    ("word", "code"),
    pairs("""
        Kiev UKR, Kyiv UKR, Moscow RUS, Peking CHN, Washington USA, The Hague NLD, Brasilia BRA, Pretoria ZAF,
        Tel Aviv ISR, Naypyidaw MMR, Kinshasa COD, Brazzaville COG
    """),
)
def test_seats(states: dict[str, Node], word: str, code: str) -> None:
    assert word in states[code][KG + "metonym"]


def test_capitals_are_places_of_their_state(states: dict[str, Node], places: dict[str, Node]) -> None:
    for code, node in states.items():
        for capital in node[KG + "capital"]:
            assert places[capital][KG + "country"] == [f"actor/{code}"], capital
    assert states["UKR"][KG + "capital"] == ["place/kyiv"]


def test_every_place_has_one_label_and_a_state_that_exists(states: dict[str, Node], places: dict[str, Node]) -> None:
    known = {f"actor/{code}" for code in states if code not in FORMER}
    assert len(places) > 4000
    for subject, node in places.items():
        assert subject.startswith("place/") and len(node[SKOS + "prefLabel"]) == 1, subject
        assert len(node[KG + "country"]) <= 1 and known.issuperset(node[KG + "country"]), subject


def test_no_name_is_of_two_places(places: dict[str, Node]) -> None:
    counts = Counter(name for node in places.values() for name in set(names(node)))
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_place_bears_the_word_for_a_state_or_anothers_seat(states: dict[str, Node], places: dict[str, Node]) -> None:
    words = owners(states, SKOS + "prefLabel", SKOS + "altLabel", KG + "demonym")
    seats = owners(states, KG + "metonym")
    for subject, node in places.items():
        for name in names(node):
            assert name not in words, subject
            assert {f"actor/{code}" for code in seats.get(name, ())} <= set(node[KG + "country"]), subject


@pytest.mark.parametrize(
    ("name", "code"),
    pairs("""
        Kharkov UKR, Crimea UKR, Donbas UKR, Zaporizhzhia UKR, Golan Heights SYR, Gaza PSE, East Jerusalem PSE,
        Tulkarm PSE, Chechnya RUS, Darfur SDN, Sindh PAK, Abkhazia GEO, Nagorno-Karabakh AZE, Transnistria MDA,
        Kivu COD, Greenland DNK, Suez Canal EGY, Xinjiang CHN, Inner Mongolia CHN, Valencia ESP, Fallujah IRQ,
        Jujuy ARG, Atacama CHL, Gorazde BIH, Falklands GBR, San Juan USA, Ontario CAN, Texas USA, Helmand AFG
    """),
)
def test_places_lie_where_they_are_recognised(places: dict[str, Node], name: str, code: str) -> None:
    assert [node[KG + "country"] for node in places.values() if name in names(node)] == [[f"actor/{code}"]]


@pytest.mark.parametrize("name", ["Red Sea", "South China Sea", "Strait of Hormuz", "Kashmir", "Punjab", "Spratlys", "Sahel"])
def test_open_seas_and_divided_land_belong_to_no_state(places: dict[str, Node], name: str) -> None:
    assert [node[KG + "country"] for node in places.values() if name in names(node)] == [[]]


def test_names_that_mostly_mean_something_else_are_no_places(places: dict[str, Node]) -> None:
    every = {name for node in places.values() for name in names(node)}
    elsewhere = codes("Split Nice Mobile Reading Of Man Bath Victoria Jackson Orange Sale Police March Georgia Vladimir Toyota")
    assert not every & elsewhere


def test_the_places_stay_small() -> None:
    assert (ONTOLOGY / "places.ttl").stat().st_size < 2_000_000
