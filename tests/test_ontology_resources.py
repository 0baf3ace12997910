"""The resources of the ontology: listed minerals are found, kinds lead to a top concept, no wording has two owners."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

ONTOLOGY = Path(__file__).parent.parent / "ontology"
KG, SKOS = "https://w3id.org/newsgraph/ontology#", "http://www.w3.org/2004/02/skos/core#"
BASE, RES = "https://w3id.org/newsgraph/", "resource/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PREF, ALT, ACTIVITY = SKOS + "prefLabel", SKOS + "altLabel", KG + "activityLabel"
Node = dict[str, list[str]]


def items(text: str) -> list[str]:
    """What stands between commas."""
    return [" ".join(part.split()) for part in text.split(",")]


TOPS = set(
    items("""
    minerals, metals, energy, food, water, territory, infrastructure, money, aid, arms, technology, trade-goods,
    natural-resources
""")
)
# Kinds by which claims are counted: each says what it holds.
DEFINED = TOPS | set(
    items("""
    critical-minerals, rare-earths, precious-metals, base-metals, battery-metals, gemstones, industrial-minerals,
    fuels, electricity, grains, fertilisers, oilseeds, humanitarian-aid, military-aid, frozen-assets, loans,
    reserves, ports, pipelines, gas-pipelines, oil-pipelines, power-plants, nuclear-plants, grids, mines,
    refineries, semiconductors, drones, missiles, ammunition, nuclear-weapons, medicine, vaccines, weapons,
    aircraft, fish, timber, land, data-centres, ships
""")
)
UNITED_STATES = items("""
    aluminum, antimony, arsenic, barite, beryllium, bismuth, boron, cerium, cesium, chromium, cobalt, copper,
    dysprosium, erbium, europium, fluorspar, gadolinium, gallium, germanium, graphite, hafnium, holmium, indium,
    iridium, lanthanum, lead, lithium, lutetium, magnesium, manganese, metallurgical coal, neodymium, nickel,
    niobium, palladium, phosphate, platinum, potash, praseodymium, rhenium, rhodium, rubidium, ruthenium,
    samarium, scandium, silicon, silver, tantalum, tellurium, terbium, thulium, tin, titanium, tungsten, uranium,
    vanadium, ytterbium, yttrium, zinc, zirconium
""")
# A row of the European lists may give several names, parted by "/".
EUROPE = items("""
    aluminium/bauxite, antimony, arsenic, baryte, beryllium, bismuth, boron/borate, cobalt, coking coal, copper,
    feldspar, fluorspar, gallium, germanium, hafnium, helium, heavy rare earth elements, light rare earth
    elements, lithium, magnesium, manganese, natural graphite, nickel, niobium, phosphate rock, phosphorus,
    platinum group metals, scandium, silicon metal, strontium, tantalum, titanium metal, tungsten, vanadium
""")
STRATEGIC = items("""
    bauxite/alumina/aluminium, bismuth, boron, cobalt, copper, gallium, germanium, lithium, magnesium metal,
    manganese, graphite, nickel, platinum group metals, rare earth elements for permanent magnets, silicon metal,
    titanium metal, tungsten
""")
MAGNET_ELEMENTS = items("neodymium, praseodymium, terbium, dysprosium, gadolinium, samarium, cerium")
LISTS = {
    "list-us-2025": (UNITED_STATES, 60),
    "list-eu-2024": (EUROPE, 34),
    "list-eu-2024-strategic": (STRATEGIC, 17),
}
# How news words a resource, and what is meant.
WORDINGS = {
    "rare minerals": "rare-earths",
    "rare earth elements": "rare-earths",
    "rare-earth metal": "rare-earths",
    "critical raw material": "critical-minerals",
    "essential raw material": "raw-materials",
    "raw material": "raw-materials",
    "mineral resource": "minerals",
    "mineral asset": "minerals",
    "mining": "minerals",
    "natural wealth": "natural-resources",
    "gold mining": "gold",
    "crude oil": "oil",
    "LNG": "lng",
    "sulfur": "sulphur",
    "gasoline": "petrol",
    "corn": "maize",
    "fertilizer": "fertilisers",
    "tear gas": "riot-weapons",
    "land mine": "landmines",
    "lead and zinc": "lead-zinc-ore",
    "reconstruction investment fund": "investment-funds",
    "military assistance": "military-aid",
    "Russian central bank assets": "frozen-russian-assets",
    "Druzhba": "druzhba",
    "GERD": "gerd",
    "F-16s": "f-16",
    "Donbas": "donbas",
}


def read(paths: Iterable[Path]) -> dict[str, Node]:
    """The nodes of Turtle files: subject without base → predicate → values, IRIs shortened as subjects are."""
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        for triple in parse(path=path, format=RdfFormat.TURTLE):
            if isinstance(triple.subject, NamedNode):
                node = nodes[triple.subject.value.removeprefix(BASE)]
                node[triple.predicate.value].append(str(getattr(triple.object, "value", "")).removeprefix(BASE))
    return nodes


@pytest.fixture(scope="module")
def nodes() -> dict[str, Node]:
    return read([ONTOLOGY / "resources.ttl"])


@pytest.fixture(scope="module")
def others() -> dict[str, Node]:
    """States, places and all other actors."""
    skipped = {"resources.ttl", "shapes.ttl"}
    return read(path for path in ONTOLOGY.rglob("*.ttl") if path.name not in skipped and path.parent == ONTOLOGY)


def of_class(nodes: dict[str, Node], name: str) -> dict[str, Node]:
    return {s.removeprefix(RES): n for s, n in nodes.items() if name in n[RDF_TYPE]}


@pytest.fixture(scope="module")
def kinds(nodes: dict[str, Node]) -> dict[str, Node]:
    return of_class(nodes, "ontology#ResourceKind")


@pytest.fixture(scope="module")
def assets(nodes: dict[str, Node]) -> dict[str, Node]:
    return of_class(nodes, "ontology#Asset")


@pytest.fixture(scope="module")
def owners(kinds: dict[str, Node], assets: dict[str, Node]) -> dict[str, list[str]]:
    """Wording in lower case → the nodes that own it, one mention for each time that it stands there."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, node in (kinds | assets).items():
        for word in labels(node):
            found[word.lower()].append(name)
    return dict(found)


def labels(node: Node) -> list[str]:
    return [word for key in (PREF, ALT, ACTIVITY) for word in node.get(key, [])]


def ids(node: Node, key: str) -> list[str]:
    return [value.removeprefix(RES) for value in node.get(key, [])]


def above(kinds: dict[str, Node], name: str) -> set[str]:
    """All broader kinds, and ``name`` itself only if it is its own ancestor."""
    found: set[str] = set()
    queue = ids(kinds[name], SKOS + "broader")
    while queue:
        parent = queue.pop()
        if parent not in found:
            found.add(parent)
            queue += ids(kinds[parent], SKOS + "broader")
    return found


def test_there_are_kinds_and_assets_enough_for_world_news(kinds: dict[str, Node], assets: dict[str, Node]) -> None:
    assert len(kinds) >= 330 and len(assets) >= 120
    for name, node in (kinds | assets).items():
        assert len(node[PREF]) == 1, f"{name}: exactly one skos:prefLabel"


@pytest.mark.parametrize("name", LISTS)
def test_every_listed_mineral_is_found_by_its_name(name: str, kinds: dict[str, Node], owners: dict[str, list[str]]) -> None:
    listed, count = LISTS[name]
    assert len(listed) == count
    for row in listed:
        for word in row.split("/"):
            (owner,) = owners[word]
            assert name in ids(kinds[owner], KG + "listedIn"), f"{word}: res:{owner} is not marked"
            assert "critical-minerals" in above(kinds, owner), f"{word}: res:{owner} is no critical mineral"


@pytest.mark.parametrize("name", LISTS)
def test_what_is_marked_as_listed_is_listed_or_of_a_listed_group(
    name: str, nodes: dict[str, Node], kinds: dict[str, Node], owners: dict[str, list[str]]
) -> None:
    named = {owners[word][0] for row in LISTS[name][0] for word in row.split("/")}
    marked = {kind for kind, node in kinds.items() if name in ids(node, KG + "listedIn")}
    of_groups = {kind for kind in marked - named if above(kinds, kind) & named}
    if name == "list-eu-2024-strategic":
        of_groups |= set(MAGNET_ELEMENTS)
    assert marked == named | of_groups
    assert nodes[RES + name][PREF]


def test_the_strategic_rare_earths_are_those_of_magnets(kinds: dict[str, Node]) -> None:
    strategic = {k for k, node in kinds.items() if "list-eu-2024-strategic" in ids(node, KG + "listedIn")}
    assert {k for k in strategic if "rare-earths" in above(kinds, k)} == {*MAGNET_ELEMENTS, "magnet-rare-earths"}


def test_the_top_concepts_are_those_that_rules_refer_to(nodes: dict[str, Node], kinds: dict[str, Node]) -> None:
    assert {k for k, node in kinds.items() if SKOS + "topConceptOf" in node} == TOPS
    assert set(ids(nodes[RES + "scheme"], SKOS + "hasTopConcept")) == TOPS
    assert all(ids(node, SKOS + "inScheme") == ["scheme"] for node in kinds.values())


def test_broader_has_no_cycle_and_always_leads_to_a_top_concept(kinds: dict[str, Node]) -> None:
    for name, node in kinds.items():
        assert set(ids(node, SKOS + "broader")) <= kinds.keys(), f"res:{name}: a broader kind does not exist"
    for name in kinds:
        found = above(kinds, name)
        assert name not in found, f"res:{name} is broader than itself"
        assert name in TOPS or found & TOPS, f"res:{name} leads to no top concept"


def test_kinds_by_which_claims_are_counted_say_what_they_hold(kinds: dict[str, Node]) -> None:
    assert {name for name in DEFINED if not kinds[name][SKOS + "definition"]} == set()


def test_no_wording_is_owned_twice(owners: dict[str, list[str]]) -> None:
    assert {word: names for word, names in owners.items() if len(names) > 1} == {}


def test_wordings_can_be_found_in_a_text(owners: dict[str, list[str]]) -> None:
    # A remark in brackets, a typographic apostrophe or a double space would never match; a bare number always would.
    assert [word for word in owners if not re.search("[a-z]", word) or len(word) < 2] == []
    assert [word for word in owners if re.search(r"[()\[\]’\n]|  |^ | $", word)] == []


@pytest.mark.parametrize("wording", WORDINGS)
def test_wordings_of_the_news_mean_their_resource(wording: str, owners: dict[str, list[str]]) -> None:
    assert owners[wording.lower()] == [WORDINGS[wording]]


def test_everyday_words_are_flagged_or_left_out(
    kinds: dict[str, Node], assets: dict[str, Node], owners: dict[str, list[str]]
) -> None:
    for word in items("lead, tin, iron, chip, port, mine, stake, area, drug, intelligence, patriot, abrams, taurus"):
        (owner,) = owners[word]
        assert (kinds | assets)[owner][KG + "ambiguous"] == ["true"], f"{word} needs kg:ambiguous"
    for word in items("power, current, interest, stock, plant, right, concrete, house, arm, good, mountain pass"):
        assert word not in owners, f"{word} is an everyday word"


def test_assets_are_of_a_kind_and_lie_in_a_state(kinds: dict[str, Node], assets: dict[str, Node], others: dict[str, Node]) -> None:
    for name, node in assets.items():
        assert node[KG + "kind"] and set(ids(node, KG + "kind")) <= kinds.keys(), f"res:{name}: no such kind"
        assert all("ontology#State" in others[c][RDF_TYPE] for c in node[KG + "country"]), f"res:{name}: no such state"


def test_a_name_that_is_also_a_place_or_an_actor_is_flagged(
    kinds: dict[str, Node], assets: dict[str, Node], owners: dict[str, list[str]], others: dict[str, Node]
) -> None:
    named = [node for name, node in others.items() if name.startswith(("actor/", "place/"))]
    elsewhere = {word.lower() for node in named for word in node.get(PREF, []) + node.get(ALT, [])}
    shared = {name for word in elsewhere & owners.keys() for name in owners[word]}
    assert {"crimea", "greenland", "panama-canal"} <= shared
    assert {name for name in shared if (kinds | assets)[name][KG + "ambiguous"] != ["true"]} == set()


def test_word_lists_are_lemmas_and_look_alikes_hold_a_resource_word(nodes: dict[str, Node], owners: dict[str, list[str]]) -> None:
    words = {name: nodes[RES + name][KG + "word"] for name in ("activity-nouns", "container-nouns", "look-alikes")}
    assert {"extraction", "mining", "refining", "smelting"} <= set(words["activity-nouns"])
    assert {"access", "reserve", "deposit", "barrel", "share"} <= set(words["container-nouns"])
    assert len(words["container-nouns"]) >= 80
    for name, found in words.items():
        assert len(found) == len(set(found)) and all(word == word.lower() for word in found), name
    assert all(" " not in word for name in ("activity-nouns", "container-nouns") for word in words[name])
    for phrase in words["look-alikes"]:
        assert phrase not in owners and any(part in owners for part in re.split("[ -]", phrase)), phrase


def test_wikidata_items_are_given_once_and_to_the_right_class(kinds: dict[str, Node], assets: dict[str, Node]) -> None:
    exact = [item for node in kinds.values() for item in node.get(SKOS + "exactMatch", [])]
    same = [item for node in assets.values() for item in node.get("http://www.w3.org/2002/07/owl#sameAs", [])]
    assert "http://www.wikidata.org/entity/Q568" in exact and len({*exact, *same}) == len(exact) + len(same)
    assert all(re.fullmatch(r"http://www\.wikidata\.org/entity/Q[1-9]\d*", item) for item in exact + same)


def test_every_resource_that_a_rule_names_exists() -> None:
    # The prefix is looked for in the text, since a reference may stand under any predicate.
    texts = [path.read_text(encoding="utf-8") for path in ONTOLOGY.rglob("*.ttl")]
    named = {name for text in texts for name in re.findall(r"(?<![\w\"])res:([a-z0-9-]+)", text)}
    defined = {name for text in texts for name in re.findall(r"^res:([a-z0-9-]+) a ", text, re.M)}
    assert {"minerals", "territory", "medicine"} <= named
    assert named - defined == set()
