"""A name is found however news spells it: with diacritics or without, with hyphens or with spaces."""

from collections.abc import Callable

import pytest

from kg.extract.mentions import Block
from kg.extract.names import find_names
from kg.vocab import Vocabulary, plain


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Shinzō Abe", "Shinzo Abe"),
        ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
        ("Søren Łukasz Đinđić", "Soren Lukasz Dindic"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("Kenya", "Kenya"),
    ],
)
def test_plain_letters(name: str, expected: str) -> None:
    assert plain(name) == expected == plain(expected)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Shinzō Abe", "actor/shinzo-abe"),
        ("Recep Tayyip Erdoğan", "actor/recep-tayyip-erdogan"),
        ("Kim Jong-Un", "actor/kim-jong-un"),
        ("Kim Jong Un", "actor/kim-jong-un"),
        ("Hay'at Tahrir al-Shām", "actor/hayat-tahrir-al-sham"),
        ("Guinea Bissau", "actor/GNB"),
    ],
)
def test_other_spellings_are_the_same_actor(vocab: Vocabulary, name: str, actor: str) -> None:
    assert [sense.actor for sense in vocab.names[vocab.spelling(name)]] == [actor]


def test_what_is_known_as_it_stands_or_not_at_all_keeps_its_spelling(vocab: Vocabulary) -> None:
    for name in ("al-Shabaab", "Kim Jong-un", "Kenya", "Zzyzx-Bräu"):
        assert vocab.spelling(name) == name


def test_plain_letters_take_no_name_from_its_owner(vocab: Vocabulary) -> None:
    for name, senses in vocab.names.items():
        other = plain(name)
        assert other in vocab.names or other in vocab.place_names, name
        if other == name:
            assert vocab.names[name] == senses


@pytest.mark.parametrize("name", ["Shinzō Abe", "Kim Jong-Un", "Kim Jong Un", "Kim Jong-un"])
def test_names_are_found_in_text_by_any_spelling(block: Callable[[str], Block], name: str) -> None:
    line = block(f"{name} threatened South Korea.")
    found = find_names(line.doc, line.vocab)[0]
    assert line.doc[found.start : found.end].text == name
    assert found.senses
