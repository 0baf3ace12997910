"""Names and resource terms that the ontology knows: the longest that stands there, and none that only looks like one."""

from collections.abc import Callable

import pytest

from kg.extract.mentions import Block
from kg.extract.names import Found, find_names, find_resources
from tests.conftest import Tell
from tests.extract.telling import right, typed

Lines = Callable[[str], Block]


def names(block: Block) -> dict[str, Found]:
    """Each known name as the text has it."""
    found = find_names(block.doc, block.vocab)
    return {block.doc[f.start : f.end].text: f for f in found.values()}


def resources(block: Block) -> dict[str, str | None]:
    """Each resource term as the text has it, with its resource."""
    found = find_resources(block.doc, block.vocab)
    return {block.doc[f.start : f.end].text.lower(): f.resource for f in found.values()}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ghana met the European Union.", {"Ghana": "actor/GHA", "European Union": "actor/EU"}),
        (
            "The United Arab Emirates praised the United States.",
            {"United Arab Emirates": "actor/ARE", "United States": "actor/USA"},
        ),
        (
            "South Korea and North Korea met South Sudan.",
            {"South Korea": "actor/KOR", "North Korea": "actor/PRK", "South Sudan": "actor/SSD"},
        ),
        ("Kenya's army left.", {"Kenya": "actor/KEN"}),
        ("Kenya’s army left.", {"Kenya": "actor/KEN"}),
        ("The Kremlin praised Rio Tinto.", {"Kremlin": "actor/kremlin", "Rio Tinto": "actor/rio-tinto"}),
        ("The Democratic Republic of Congo sold cobalt.", {"Democratic Republic of Congo": "actor/COD"}),
        ("The U.S. and the E.U. met.", {"U.S.": "actor/USA", "E.U.": "actor/EU"}),
    ],
)
def test_the_longest_name_counts(sentence: str, expected: dict[str, str], block: Lines) -> None:
    found = {words: match.senses[0].actor for words, match in names(block(sentence)).items() if match.senses}
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("Kenyan ships sailed.", "demonym"),
        ("The Kenyans sailed.", "demonym"),
        ("Nairobi sailed on.", "metonym"),
        ("Kenya sailed on.", "name"),
    ],
)
def test_how_a_name_stands_for_its_state_is_told(sentence: str, how: str, block: Lines) -> None:
    (match,) = [m for m in names(block(sentence)).values() if m.senses]
    assert (match.senses[0].actor, match.senses[0].how) == ("actor/KEN", how)


def test_every_token_of_a_name_leads_to_it(block: Lines) -> None:
    line = block("The European Union met.")
    assert set(find_names(line.doc, line.vocab)) == {1, 2}


@pytest.mark.parametrize(
    "sentence", ["The turkey was roasted.", "He drank from the china.", "A jordan almond.", "The chad fell out."]
)
def test_what_is_written_small_is_no_name(sentence: str, block: Lines) -> None:
    assert names(block(sentence)) == {}


def test_a_place_is_found_beside_the_actors(block: Lines) -> None:
    found = names(block("Kenya sent doctors to Kharkiv."))
    assert found["Kharkiv"].place == "place/kharkiv"
    assert not found["Kharkiv"].senses


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya sold lithium.", {"lithium": "resource/lithium"}),
        ("Kenya sold rare earths.", {"rare earths": "resource/rare-earths"}),
        ("Kenya sold a rare earth.", {"rare earth": "resource/rare-earths"}),
        ("Kenya sold liquefied natural gas.", {"liquefied natural gas": "resource/lng"}),
        ("Kenya praised Nord Stream 2.", {"nord stream 2": "resource/nord-stream-2"}),
        ("Copper and tin rose.", {"copper": "resource/copper", "tin": "resource/tin"}),
        ("The lithium mines closed.", {"lithium mines": "resource/lithium-mines"}),
        ("Copper mined in Kenya rose.", {"copper": "resource/copper"}),
    ],
)
def test_the_longest_resource_counts_in_any_number(sentence: str, expected: dict[str, str], block: Lines) -> None:
    assert resources(block(sentence)) == expected


@pytest.mark.parametrize(
    "sentence", ["An oil-rich emirate.", "A gas-fired kettle.", "She won a gold medal.", "He opened a drawer."]
)
def test_what_only_looks_like_a_resource_is_none(sentence: str, block: Lines) -> None:
    assert resources(block(sentence)) == {}


def test_what_is_said_to_be_of_another_state_is_not_a_leader_of_that_name(tell: Tell) -> None:
    (claim,) = tell("Workers at Australia's Santos protested in Perth.")
    assert claim.actor is not None and claim.actor.stakeholder is not None
    assert claim.actor.stakeholder.code == "AUS"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Rio Tinto signed a pact with Codelco. Argentina, where Rio bought a mine, wants investors.",
            "GBR acquire mines: done",
            "GBR agree - > CHL: done",
        ),
        right("Iran sought 300 tonnes of yellowcake in exchange for drones.", "IRN acquire uranium: sought"),
    ],
)
def test_a_firm_may_begin_like_a_town_and_weapons_are_no_partners(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
