"""Slots of verbs, nouns and adjectives: who fills subject, object and prepositions, in whatever order the clause has them."""

from collections.abc import Callable

import pytest

from kg.extract.arguments import merge, slots
from kg.extract.coordination import conjuncts, first_conjunct
from kg.extract.mentions import Block
from kg.extract.voice import is_passive
from tests.conftest import Tell
from tests.extract.telling import right, typed

Lines = Callable[[str], Block]
Filled = dict[str, list[str]]


def filled(block: Block, word: str) -> Filled:
    """The filled slots of a word, as words."""
    token = next(t for t in block.doc if t.text == word)
    return {slot: [t.text for t in fillers] for slot, fillers in slots(token).items() if fillers}


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Kenya sold tea to Poland.", "sold", {"subj": ["Kenya"], "obj": ["tea"], "dative": ["Poland"]}),
        ("Kenya gave Poland tea.", "gave", {"subj": ["Kenya"], "obj": ["tea"], "dative": ["Poland"]}),
        ("Tea was sold to Poland by Kenya and Uganda.", "sold", {"subj": ["Kenya", "Uganda"], "obj": ["Tea"], "to": ["Poland"]}),
        ("The tea that Kenya sells to Poland is black.", "sells", {"subj": ["Kenya"], "obj": ["tea"], "dative": ["Poland"]}),
        ("Land seized by Turkey belongs to Greece.", "seized", {"subj": ["Turkey"], "obj": ["Land"]}),
        ("Kenya mined gold and sold it to Poland.", "sold", {"subj": ["Kenya"], "obj": ["it"], "dative": ["Poland"]}),
        ("Japan got oil out of Iran.", "got", {"subj": ["Japan"], "obj": ["oil"], "of": ["Iran"]}),
        ("Kenya holds Uganda responsible for the raid.", "holds",
         {"subj": ["Kenya"], "obj": ["Uganda"], "attr": ["responsible"], "for": ["raid"]}),
        ("Poland tested the weapons Kenya bought.", "bought", {"subj": ["Kenya"], "obj": ["weapons"]}),
        ("Officials inspected the ore the smelter relies on.", "relies", {"subj": ["smelter"], "on": ["ore"]}),
        ("What Kenya needs is tea.", "needs", {"subj": ["Kenya"], "obj": ["tea"]}),
        ("Kenya turned to Poland for tea.", "turned", {"subj": ["Kenya"], "to": ["Poland"], "for": ["tea"]}),
        ("Kenya announced that Uganda will visit Poland.", "announced", {"subj": ["Kenya"], "that": ["Uganda"]}),
    ],
)  # fmt: skip
def test_slots_of_a_verb(sentence: str, word: str, expected: Filled, block: Lines) -> None:
    found = filled(block(sentence), word)
    if "dative" in expected and "dative" not in found and "to" in found:
        found["dative"] = found.pop("to")  # the parser may call the receiver either
    assert found == expected


def test_verbs_that_share_an_object(block: Lines) -> None:
    line = block("Kenya buys and sells tea.")
    assert filled(line, "buys") == filled(line, "sells") == {"subj": ["Kenya"], "obj": ["tea"]}


def test_passives_that_share_what_is_done_to(block: Lines) -> None:
    line = block("Oil was bought and sold by Kenya.")
    assert filled(line, "sold") == {"subj": ["Kenya"], "obj": ["Oil"]}


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Kenya's sale of tea to Poland grew.", "sale", {"poss": ["Kenya"], "of": ["tea"], "to": ["Poland"]}),
        ("Talks between Kenya and Poland on tea went on.", "Talks", {"between": ["Kenya", "Poland"], "on": ["tea"]}),
        ("The sale of tea by Kenya grew.", "sale", {"of": ["tea"], "by": ["Kenya"]}),
        ("Peru is under pressure from Chile.", "pressure", {"obj": ["Peru"], "from": ["Chile"]}),
        ("Chile, a producer of lithium, left.", "producer", {"of": ["lithium"], "self": ["Chile"]}),
        ("Chile, one of the producers of lithium, left.", "producers", {"of": ["lithium"], "self": ["Chile"]}),
        ("Chile is a producer of lithium.", "producer", {"of": ["lithium"], "self": ["Chile"]}),
    ],
)
def test_slots_of_a_noun(sentence: str, word: str, expected: Filled, block: Lines) -> None:
    assert filled(block(sentence), word) == expected


def test_slots_of_an_adjective(block: Lines) -> None:
    assert filled(block("Chile is rich in lithium."), "rich") == {"subj": ["Chile"], "in": ["lithium"]}


def test_whose_the_object_is(block: Lines) -> None:
    assert filled(block("Kenya praised Poland's army."), "praised")["obj-poss"] == ["Poland"]


@pytest.mark.parametrize(
    ("sentence", "word", "passive"),
    [
        ("Tea was sold.", "sold", True),
        ("Land seized by Turkey is poor.", "seized", True),
        ("Kenya sold tea.", "sold", False),
        ("Kenya was selling tea.", "selling", False),
    ],
)
def test_passives_are_known(sentence: str, word: str, passive: bool, block: Lines) -> None:
    assert is_passive(next(t for t in block(sentence).doc if t.text == word)) is passive


def test_coordination_is_followed_from_both_ends(block: Lines) -> None:
    line = block("Kenya met Poland, Ghana and Chile.")
    poland, chile = (next(t for t in line.doc if t.text == name) for name in ("Poland", "Chile"))
    assert [t.text for t in conjuncts(poland)] == ["Poland", "Ghana", "Chile"]
    assert first_conjunct(chile) == poland


def test_what_is_lent_fills_empty_slots_only(block: Lines) -> None:
    kenya, poland, ghana = (
        next(t for t in block("Kenya met Poland, Ghana and Chile.").doc if t.text == w) for w in ("Kenya", "Poland", "Ghana")
    )
    both = merge({"subj": [kenya], "obj": []}, {"subj": [poland], "obj": [poland], "with": [ghana]})
    assert dict(both) == {"subj": [kenya], "obj": [poland], "with": [ghana]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("A man died after being shot by police in Lyon.", "FRA assault - > FRA: done"),
        right("A hospital in Gaza closed after being hit by Israeli shells.", "ISR assault hospitals > PSE: done"),
        right("The minister wept after being accused of graft by prosecutors in Kyiv.", "UKR accuse - > UKR: done"),
        right("The goat was happy after being fed."),
    ],
)
def test_a_passive_gerund_befalls_the_subject(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
