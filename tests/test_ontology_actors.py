"""The actors and role nouns of the ontology: each can be counted under somebody, and no name has two owners."""

import re
import shutil
import unicodedata
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import ActorType, Basis, Sector
from kg.paths import ontology_dir
from kg.vocab import Vocabulary, load

KG = "https://w3id.org/newsgraph/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
MEMBERSHIP = "http://www.w3.org/ns/org#hasMembership"
ACTOR = "https://w3id.org/newsgraph/actor/"
ROLE = "https://w3id.org/newsgraph/cue/role-"
PREF, ALT = SKOS + "prefLabel", SKOS + "altLabel"
NAMES = (PREF, ALT, KG + "demonym", KG + "metonym")
LINKS = (KG + "code", KG + "actsFor", KG + "basedIn", MEMBERSHIP)
FILES = ("actors.ttl", "states.ttl", "roles.en.ttl")
HEADINGS = {"IGO", "NGO"}

# Those who stand for no state and no organisation: they are their own stakeholder, without a code.
UNANCHORED = {"islamic-state", "bedouins", "berbers", "druze", "fulani", "hutus", "inuit", "kurds", "masai"}
UNANCHORED |= {"ossetians", "pashtuns", "quechuas", "roma-people", "sami", "tuaregs", "tutsis"}

# Letters that Unicode does not decompose.
PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "đ": "d"})

SPELLINGS = [("defence", "defense"), ("labour", "labor"), ("neighbour", "neighbor"), ("organisation", "organization")]
SPELLINGS += [("centre", "center"), ("fertiliser", "fertilizer"), ("aluminium", "aluminum"), ("armoured", "armored")]

# Whose deeds a name is counted under, on which basis: names that must be known.
STAKEHOLDERS = """
EU actsFor: EU; E.U.; European Union; European Community; Brussels; European Commission; ECB; Frontex
UN actsFor: UN; U.N.; United Nations; Security Council; UNHCR; UN refugee agency; WFP; World Food Program
UN actsFor: UNESCO
UN actsFor: World Food Programme; UNICEF; UNRWA; UNMIK; MINUSMA; U.N. war crimes court; ICTY; ICJ; World Court
NATO actsFor: NATO; Nato; North Atlantic Treaty Organization; KFOR
OPEC actsFor: OPEC; OPEC+; Organization of the Petroleum Exporting Countries
AU actsFor: African Union; Organization of African Unity; OAU; AMISOM
ECOWAS actsFor: ECOWAS; ECOMOG
IAEA actsFor: IAEA; International Atomic Energy Agency; UN nuclear watchdog
IGO actsFor: Red Cross; International Committee of the Red Cross; al-Qaeda; Al Qaeda; Qaeda
NGO actsFor: Amnesty International; Human Rights Watch; Greenpeace; Médecins Sans Frontières; Oxfam; WWF
NGO actsFor: Medecins Sans Frontieres
USA actsFor: White House; Pentagon; State Department; Treasury; U.S. Congress; Capitol Hill; U.S. Senate
USA actsFor: Fed; CIA; C.I.A.
USA actsFor: Federal Reserve; FBI; USGS; USTR; DFC; EXIM; US Supreme Court; U.S. Army
USA actsFor: United States House of Representatives
USA basedIn: Democrats; Republican Party; GOP; Tesla; Chevron; MP Materials; New York Times; Bloomberg; COMEX
USA basedIn: U.S. Steel
RUS actsFor: Kremlin; Duma; FSB; Bank of Russia
RUS basedIn: Gazprom; Rosatom; Rusal; Nornickel; Norilsk Nickel; Wagner; Chechens; TASS; Itar-Tass; Uralkali
GBR actsFor: Downing Street; Whitehall; House of Commons; House of Lords; Bank of England; Foreign Office
GBR actsFor: Westminster
GBR basedIn: Rio Tinto; BP; Shell; Anglo American; Tories; IRA; I.R.A.; LME; London Metal Exchange; Reuters
GBR basedIn: BBC
FRA actsFor: Élysée; Elysee; Elysée Palace; Elysee Palace; Quai d'Orsay
DEU actsFor: Bundestag; Bundesbank; Bundeswehr
ISR actsFor: Knesset; IDF; Mossad; Shin Bet
CHN actsFor: Zhongnanhai; MOFCOM; People's Bank of China; Politburo; PLA; National People's Congress
CHN basedIn: CATL; CMOC; China Molybdenum; Zijin; Ganfeng; Uighurs; Uyghur; Tibetan; Xinhua; Sinopec
JPN actsFor: Diet; METI; JOGMEC; Bank of Japan
KOR actsFor: Blue House
IND actsFor: Lok Sabha; Rajya Sabha
IND basedIn: BJP; Coal India; Adani; ONGC
UKR actsFor: Verkhovna Rada; Rada; National Bank of Ukraine
UKR basedIn: Naftogaz; Energoatom; Kernel; Crimean Tatars
IRN actsFor: IRGC; Revolutionary Guards; Majlis
PSE actsFor: Palestinian Authority; PLO; Palestine Liberation Organization; P.L.O.
PSE basedIn: Hamas; Fatah; Islamic Jihad
COD basedIn: Gécamines; Gecamines; M23; AFC
AUS basedIn: BHP; Lynas; Iluka; Fortescue
CHL basedIn: Codelco; SQM; Mapuche
BRA basedIn: Vale; Petrobras
SAU basedIn: Saudi Aramco; Aramco
CHE basedIn: Glencore; Vitol; Gunvor
AGO basedIn: UNITA; National Union for the Total Independence of Angola
SLE basedIn: RUF; Revolutionary United Front
PHL basedIn: MILF; Moro Islamic Liberation Front; Abu Sayyaf
LKA basedIn: LTTE; Tamil Tigers; Liberation Tigers; Tamils; Tamil
TUR basedIn: PKK; Kurdistan Workers' Party
SDN basedIn: RSF; Rapid Support Forces
NGA basedIn: Boko Haram; ISWAP; Yoruba; Igbo; Hausa
YEM basedIn: Houthis; Houthi; Ansar Allah
BIH basedIn: Bosnian Serbs; Bosnian Serb
XKX basedIn: Kosovo Albanians; KLA; Kosovo Liberation Army
LBN basedIn: Hezbollah; Hizbollah
SOM basedIn: Al-Shabaab; al-Shabaab; Shabaab
"""

Nodes = dict[str, dict[str, list[str]]]


@cache
def nodes(file: str) -> Nodes:
    """The subjects of a file with their values by predicate."""
    found: Nodes = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse((ontology_dir() / file).read_bytes(), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode):
            value = quad.object.value if not isinstance(quad.object, ox.BlankNode) else str(quad.object)
            found[quad.subject.value][quad.predicate.value].append(value)
    return found


def actors() -> Nodes:
    """The actors of the file by the last part of their IRI."""
    return {iri.removeprefix(ACTOR): node for iri, node in nodes("actors.ttl").items()}


def names(node: dict[str, list[str]]) -> set[str]:
    """All by which a node is found in text."""
    return {name for key in NAMES for name in node.get(key, ())}


def plain(name: str) -> str:
    """The name in letters without diacritics."""
    letters = unicodedata.normalize("NFKD", name.translate(PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@pytest.fixture(scope="module")
def vocab(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    """The vocabulary of states, actors and role nouns alone."""
    folder: Path = tmp_path_factory.mktemp("ontology")
    for file in FILES:
        shutil.copy(ontology_dir() / file, folder / file)
    return load(folder)


def test_every_actor_has_one_class_one_label_and_one_sector() -> None:
    classes = {KG + kind for kind in ActorType} - {KG + "Person", KG + "State"}
    for name, node in actors().items():
        assert len(node[TYPE]) == 1 and node[TYPE][0] in classes, name
        assert len(node[PREF]) == 1, name
        assert len(node[KG + "sector"]) == 1 and Sector(node[KG + "sector"][0]), name


def test_every_actor_is_counted_one_way_or_is_a_named_exception() -> None:
    ways = {name: [key for key in LINKS if node.get(key)] for name, node in actors().items()}
    assert {name for name, found in ways.items() if not found} == UNANCHORED
    assert [name for name, found in ways.items() if len(found) > 1] == []
    assert [name for name, node in actors().items() if any(len(node.get(k, ())) > 1 for k in LINKS[:3])] == []


def test_links_climb_to_a_state_or_to_a_top_organisation() -> None:
    top = set(nodes("states.ttl")) | {ACTOR + name for name, node in actors().items() if node.get(KG + "code")}
    for name, first in actors().items():
        seen, node = {ACTOR + name}, first
        while above := [*node.get(KG + "actsFor", ()), *node.get(KG + "basedIn", ())]:
            assert above[0] not in seen, f"{name} goes round in a circle"
            seen.add(above[0])
            if above[0] in top:
                break
            assert above[0] in nodes("actors.ttl"), f"{name} leads to {above[0]}, which nobody defines"
            node = nodes("actors.ttl")[above[0]]


def test_no_name_is_owned_twice() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for file in ("actors.ttl", "states.ttl"):
        for iri, node in nodes(file).items():
            for name in names(node):
                owners[name].add(iri.removeprefix(ACTOR))
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_names_can_be_matched_as_they_stand() -> None:
    for owner, node in actors().items():
        for name in names(node):
            assert name == " ".join(name.split()) and len(name) > 1, (owner, name)
            assert not set(name) & set('()[]’‘“”"'), (owner, name)
            assert any(letter.isupper() or letter.isdigit() for letter in name), (owner, name)
            assert name[0].isupper() or any(other[0].isupper() for other in names(node)), (owner, name)


def test_names_with_diacritics_are_there_without() -> None:
    assert {n for node in actors().values() for n in names(node) if plain(n) not in names(node)} == set()


def test_ids_are_acronyms_of_top_organisations_or_slugs() -> None:
    states = {iri.removeprefix(ACTOR) for iri in nodes("states.ttl")}
    for name, node in actors().items():
        code = node.get(KG + "code", [""])[0]
        international = node[TYPE] == [KG + "InternationalOrganisation"]
        if code and international:
            assert re.fullmatch(r"[A-Z][A-Z0-9]+", name) and name not in states, name
            assert code == name or code in HEADINGS, name
        else:
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name), name
            assert not code or code in HEADINGS, name


def test_codes_name_one_organisation_each() -> None:
    codes = Counter(code for node in actors().values() for code in node.get(KG + "code", ()) if code not in HEADINGS)
    assert [code for code, times in codes.items() if times > 1] == []
    assert not set(codes) & {code for node in nodes("states.ttl").values() for code in node.get(KG + "code", ())}


@pytest.mark.parametrize(
    ("kind", "least", "sectors", "ways"),
    [
        ("Company", 400, {"COM"}, {"basedIn"}),
        ("ArmedGroup", 90, {"REB", "MIL"}, {"basedIn"}),
        ("Population", 60, {"CIV"}, {"basedIn"}),
        ("InternationalOrganisation", 120, {"IGO", "MIL"}, {"actsFor"}),
        ("Government", 150, {"GOV", "MIL"}, {"actsFor", "basedIn"}),
        ("Organisation", 300, {"GOV", "OPP", "CIV", "COM", "MED", "NGO"}, {"actsFor", "basedIn"}),
    ],
)
def test_class_sector_and_basis_agree(kind: str, least: int, sectors: set[str], ways: set[str]) -> None:
    found = {name: node for name, node in actors().items() if node[TYPE] == [KG + kind]}
    assert len(found) >= least
    assert {name for name, node in found.items() if node[KG + "sector"][0] not in sectors} == set()
    wrong = {"actsFor", "basedIn"} - ways
    assert {name for name, node in found.items() if any(node.get(KG + way) for way in wrong)} == set()


def test_peoples_have_words_for_their_members() -> None:
    peoples = {name: node for name, node in actors().items() if node[TYPE] == [KG + "Population"]}
    assert [name for name, node in peoples.items() if not node.get(KG + "demonym")] == []
    assert "Tamil" in peoples["tamils"][KG + "demonym"]


def test_the_file_is_sorted_within_its_sections() -> None:
    text = (ontology_dir() / "actors.ttl").read_text("utf-8")
    sections = text.split("\n# --- ")[1:]
    assert len(sections) > 20
    for section in sections:
        ids = re.findall(r"^actor:(\S+) a kg:", section, re.MULTILINE)
        assert ids, section.splitlines()[0]
        assert [pair for pair in pairwise(ids) if pair[0] >= pair[1]] == [], section.splitlines()[0]
        assert all(p.startswith("actor:") and p.endswith(" .") for p in section.strip().split("\n\n")[1:])


@pytest.mark.parametrize("line", STAKEHOLDERS.strip().splitlines(), ids=lambda line: line.partition(";")[0])
def test_who_stands_for_whom(vocab: Vocabulary, line: str) -> None:
    heading, _, spellings = line.partition(": ")
    code, basis = heading.split()
    for name in spellings.split("; "):
        (sense,) = vocab.names[name]
        top, way = vocab.stakeholder_of(vocab.entities[sense.actor], date(2025, 3, 1))
        assert (name, top.code, way) == (name, code, Basis(basis))


def test_peoples_of_several_states_stand_for_themselves(vocab: Vocabulary) -> None:
    for name in ("Kurds", "Kurdish", "Tuareg", "Islamic State", "ISIS", "Daesh"):
        entity = vocab.entities[vocab.names[name][0].actor]
        assert vocab.stakeholder_of(entity, None)[0] == entity and entity.code is None


@pytest.mark.parametrize("year, basis", [(1995, "basedIn"), (1999, "actsFor"), (2010, "basedIn"), (2025, "actsFor")])
def test_the_taliban_speak_for_afghanistan_while_they_rule_it(vocab: Vocabulary, year: int, basis: str) -> None:
    top, way = vocab.stakeholder_of(vocab.entities["actor/taliban"], date(year, 1, 1))
    assert (top.code, way) == ("AFG", Basis(basis))


def test_role_nouns_are_lower_case_unique_and_typed() -> None:
    roles = nodes("roles.en.ttl")
    lemmas = Counter(lemma for node in roles.values() for lemma in node[KG + "lemma"])
    assert len(lemmas) >= 260
    assert [lemma for lemma, times in lemmas.items() if times > 1 or lemma != " ".join(lemma.lower().split())] == []
    for iri, node in roles.items():
        (lemma,) = node[KG + "lemma"]
        assert iri == ROLE + re.sub(r"['.]", "", lemma).replace("-", "--").replace(" ", "-")
        assert node[TYPE] == [KG + "RoleNoun"]
        assert ActorType(node[KG + "actorType"][0].removeprefix(KG))
        assert Basis(node[KG + "basis"][0].removeprefix(KG))
        assert all(Sector(sector) for sector in node.get(KG + "sector", ())), lemma


def test_roles_of_power_speak_for_it_and_others_do_not() -> None:
    speaks = {"GOV": "actsFor", "MIL": "actsFor", "IGO": "actsFor"}
    for node in nodes("roles.en.ttl").values():
        sector, basis = node.get(KG + "sector", [""])[0], node[KG + "basis"][0].removeprefix(KG)
        party = node[KG + "actorType"] == [KG + "Organisation"]
        if sector and not party:
            assert basis == speaks.get(sector, "basedIn"), node[KG + "lemma"]
        elif party:
            assert basis == "basedIn", node[KG + "lemma"]


def test_role_nouns_are_there_in_both_spellings() -> None:
    lemmas = {lemma for node in nodes("roles.en.ttl").values() for lemma in node[KG + "lemma"]}
    for british, american in SPELLINGS:
        assert any(british in lemma.split() for lemma in lemmas)
        for one, other in ((british, american), (american, british)):
            found = {re.sub(rf"\b{one}\b", other, lemma) for lemma in lemmas if re.search(rf"\b{one}\b", lemma)}
            assert found <= lemmas, found - lemmas


@pytest.mark.parametrize(
    ("lemma", "kind", "sector", "basis"),
    [
        ("president", ActorType.PERSON, Sector.GOV, Basis.ACTS_FOR),
        ("deputy prime minister", ActorType.PERSON, Sector.GOV, Basis.ACTS_FOR),
        ("defense minister", ActorType.PERSON, Sector.GOV, Basis.ACTS_FOR),
        ("spokesman", ActorType.PERSON, None, Basis.ACTS_FOR),
        ("government", ActorType.GOVERNMENT, Sector.GOV, Basis.ACTS_FOR),
        ("court", ActorType.GOVERNMENT, Sector.GOV, Basis.ACTS_FOR),
        ("central bank", ActorType.GOVERNMENT, Sector.GOV, Basis.ACTS_FOR),
        ("warship", ActorType.GOVERNMENT, Sector.MIL, Basis.ACTS_FOR),
        ("soldier", ActorType.PERSON, Sector.MIL, Basis.ACTS_FOR),
        ("neighbor", ActorType.STATE, Sector.GOV, Basis.ACTS_FOR),
        ("bloc", ActorType.INTERNATIONAL, Sector.IGO, Basis.ACTS_FOR),
        ("opposition", ActorType.ORGANISATION, Sector.OPP, Basis.BASED_IN),
        ("mining giant", ActorType.COMPANY, Sector.COM, Basis.BASED_IN),
        ("bank", ActorType.COMPANY, Sector.COM, Basis.BASED_IN),
        ("farmer", ActorType.PERSON, Sector.CIV, Basis.BASED_IN),
        ("rebel", ActorType.PERSON, Sector.REB, Basis.BASED_IN),
        ("militia", ActorType.ARMED_GROUP, Sector.REB, Basis.BASED_IN),
        ("journalist", ActorType.PERSON, Sector.MED, Basis.BASED_IN),
        ("aid worker", ActorType.PERSON, Sector.NGO, Basis.BASED_IN),
    ],
)
def test_what_a_role_noun_says(vocab: Vocabulary, lemma: str, kind: ActorType, sector: Sector | None, basis: Basis) -> None:
    role = vocab.roles[lemma]
    assert (role.type, role.sector, role.basis) == (kind, sector, basis)


def test_nouns_that_name_many_are_collective(vocab: Vocabulary) -> None:
    assert all(vocab.roles[lemma].collective for lemma in ("troop", "troops", "people", "population", "crowd"))
    assert not vocab.roles["soldier"].collective
