"""Headlines in title case are read as sentences, and no letter moves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.casing import capitalised_inside, is_title_case, sentence_case
from kg.vocab import Vocabulary, load
from tests.conftest import Tell
from tests.extract.telling import right, typed

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize("line", ["Japan Signs Lithium Deal With Chile", "Chile and Peru Agree to Share the Power Grid"])
def test_a_headline_in_title_case_is_known(line: str) -> None:
    assert is_title_case(line)


@pytest.mark.parametrize(
    "line",
    ["Kenya and Uganda agree to share a power grid", "Kenya Wins", "", "The ministers met in Lima and spoke of copper mines."],
)
def test_a_sentence_or_a_name_is_no_headline(line: str) -> None:
    assert not is_title_case(line)


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Japan Signs Lithium Deal With Chile", "Japan signs lithium deal with Chile"),
        ("Rio Tinto Buys Copper Mines From United States", "Rio Tinto buys copper mines from United States"),
        ("Kenya's Leaders Reject US Offer Of IMF Loans", "Kenya's leaders reject US offer of IMF loans"),
        ("Ministers Praise Poland’s Coal Exports", "Ministers praise Poland’s coal exports"),
        ("New BlueScope Furnace Opens", "New BlueScope furnace opens"),
    ],
)
def test_names_and_abbreviations_keep_their_capitals(headline: str, sentence: str, vocab: Vocabulary) -> None:
    assert sentence_case(headline, vocab, NONE) == sentence


def test_what_the_body_writes_with_a_capital_stays_a_name(vocab: Vocabulary) -> None:
    body = ["The firm Alder sold its mine.", "Traders of Tamarack bought it."]
    names = capitalised_inside(body)
    assert {"Alder", "Tamarack"} <= names
    assert not {"The", "Traders"} & names
    assert sentence_case("Alder Sells Mine To Tamarack", vocab, names) == "Alder sells mine to Tamarack"
    assert sentence_case("Mine Bought By Tamarack", vocab, NONE) == "Mine bought by tamarack"


def test_headlines_teach_no_names() -> None:
    assert capitalised_inside(["Minister Opens Large Copper Mine"]) == frozenset()


@settings(deadline=None)
@given(st.text() | st.from_regex(r"([A-ZİẞΣ][a-zéß'’-]{0,8} ){1,6}"))
def test_no_letter_moves(line: str) -> None:
    shown = sentence_case(line, load(), NONE)
    assert len(shown) == len(line)
    assert shown.casefold() == line.casefold()


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        right("Putin Offers To Sell Gas To Hungary", "RUS supply natural gas > HUN: offered"),
        right("Japan Signs Lithium Deal With Chile", "JPN agree lithium > CHL: done"),
        right("India Bans Exports Of Rice", "IND sanction rice: done"),
        right("Turkey Rejects Greek Proposal On Gas", "TUR reject natural gas > GRC: done"),
        right("US Imposes Tariffs on Chinese Steel", "USA sanction steel > CHN: done"),
    ],
)
def test_headlines_are_read_like_sentences(headline: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(headline)) == sorted(expected)


def test_the_wording_of_a_headline_is_kept(tell: Tell) -> None:
    headline = "Japan Signs Lithium Deal With Chile"
    (claim,) = tell(headline)
    assert claim.evidence.text == headline
    assert claim.evidence.predicate.of(headline) == "Signs"
    assert claim.resource and claim.resource.mention and claim.resource.mention.text.startswith("Lithium")
