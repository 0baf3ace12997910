"""What a noun phrase refers to: its words, its name, to whom it belongs, and what kind of thing it is."""

from collections.abc import Callable

import pytest

from kg.extract.mentions import Block, Kind, Referent, phrase
from tests.conftest import Tell

Lines = Callable[[str], Block]


def at(block: Block, word: str) -> Referent:
    """What the phrase headed by ``word`` refers to."""
    return block.referent(next(token for token in block.doc if token.text == word))


@pytest.mark.parametrize(
    ("sentence", "head", "words"),
    [
        ("The three old Kenyan copper mines closed.", "mines", "The three old Kenyan copper mines"),
        ("The president of Chile spoke.", "president", "The president"),
        ("Kenya's deputy finance minister spoke.", "minister", "Kenya's deputy finance minister"),
        ("Reserves that were sold grew.", "Reserves", "Reserves"),
    ],
)
def test_a_phrase_runs_from_its_first_modifier_to_its_head(sentence: str, head: str, words: str, block: Lines) -> None:
    line = block(sentence)
    first, last = phrase(next(t for t in line.doc if t.text == head))
    assert line.doc[first : last + 1].text == words
    assert at(line, head).mention.text == words


@pytest.mark.parametrize(
    ("sentence", "head", "name"),
    [
        ("Kenyan President Adamu Zanko spoke.", "Zanko", "Adamu Zanko"),
        ("Ukraine's deputy prime minister Olga Stefanishyna spoke.", "Stefanishyna", "Olga Stefanishyna"),
        ("The European Union spoke.", "Union", "European Union"),
        ("The Kremlin spoke.", "Kremlin", "Kremlin"),
        ("The Kenyan companies left.", "companies", ""),
    ],
)
def test_the_name_stands_without_title_and_article(sentence: str, head: str, name: str, block: Lines) -> None:
    assert at(block(sentence), head).mention.name == name


@pytest.mark.parametrize(
    ("sentence", "head", "owners"),
    [
        ("Kenya's foreign minister spoke.", "minister", ("Kenya",)),
        ("The Kenyan companies left.", "companies", ("Kenyan",)),
        ("The president of Chile spoke.", "president", ("Chile",)),
        ("Soldiers of the Congolese army left.", "Soldiers", ("Congolese",)),
        ("President Adamu Zanko of Ghana spoke.", "Zanko", ("Ghana",)),
        ("The workers left.", "workers", ()),
    ],
)
def test_owners_are_those_to_whom_it_belongs(sentence: str, head: str, owners: tuple[str, ...], block: Lines) -> None:
    assert at(block(sentence), head).mention.owners == owners


@pytest.mark.parametrize(
    ("sentence", "head", "kind"),
    [
        ("Kenya left.", "Kenya", Kind.ACTOR),
        ("The soldiers left.", "soldiers", Kind.ACTOR),
        ("President Adamu Zanko left.", "Zanko", Kind.ACTOR),
        ("The lithium miners left.", "miners", Kind.ACTOR),
        ("He went to Kharkiv.", "Kharkiv", Kind.PLACE),
        ("He sold copper.", "copper", Kind.RESOURCE),
        ("He sold the copper mines of Chile.", "mines", Kind.RESOURCE),
        ("He sold Kenyan tea.", "Kenyan", Kind.OTHER),
        ("The weather changed.", "weather", Kind.OTHER),
    ],
)
def test_what_kind_of_thing_it_is(sentence: str, head: str, kind: Kind, block: Lines) -> None:
    assert at(block(sentence), head).kind is kind


@pytest.mark.parametrize(
    ("sentence", "head", "person", "plural"),
    [
        ("President Adamu Zanko left.", "Zanko", True, False),
        ("The soldiers left.", "soldiers", True, True),
        ("Kenya left.", "Kenya", False, False),
        ("The Kenyans left.", "Kenyans", False, True),
        ("The company left.", "company", False, False),
    ],
)
def test_person_and_number(sentence: str, head: str, person: bool, plural: bool, block: Lines) -> None:
    referent = at(block(sentence), head)
    assert (referent.person, referent.plural) == (person, plural)


def test_a_mention_stands_at_its_place_in_the_article(block: Lines) -> None:
    line = block("The Kenyan companies left.")
    moved = Block(line.doc, 100, line.text, line.vocab, line.names, line.resources)
    mention = at(moved, "companies").mention
    assert (mention.start, mention.end) == (100, 120)
    assert mention.head == "company"


def test_a_known_actor_carries_its_entity_and_a_resource_its_term(block: Lines) -> None:
    assert at(block("The Kremlin spoke."), "Kremlin").entity == "actor/kremlin"
    assert at(block("He sold rare earths."), "earths").term == "resource/rare-earths"


def test_one_of_a_people_is_of_that_people_and_so_are_those_of_another_origin(tell: Tell) -> None:
    (taken,) = tell("Gunmen abducted an American in Khost.")
    assert taken.target and taken.target.stakeholder and taken.target.stakeholder.code == "USA"
    (killed,) = tell("Police in Sonora killed nine Chinese Mexicans.")
    assert killed.target and killed.target.stakeholder and killed.target.stakeholder.code == "MEX"


def test_an_abbreviation_is_whose_the_text_says(tell: Tell) -> None:
    told = tell("The National Telecommunications Commission (NTC) spoke in Manila. The Philippine Congress summoned the NTC.")
    assert [c.target.stakeholder.code for c in told if c.target and c.target.stakeholder] == ["PHL"]
