import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.clean import STEPS, clean_text, keep_text, no_markdown, no_repeated_headlines, one_line

MARKED = st.text(alphabet=st.sampled_from('ab \t\n\r*_#>-[]()!=+•\u00a0\u200b\x00"é'), max_size=80)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("**Putin offers** *rare* earths", "Putin offers rare earths"),
        ("__Kyiv__ says _no_", "Kyiv says no"),
        ("***both*** kinds", "both kinds"),
        ("**outer *inner* outer**", "outer inner outer"),
        ("### A heading ###", "A heading"),
        ("> > quoted", "quoted"),
        ("- first\n* second\n+ third\n• fourth", "first\nsecond\nthird\nfourth"),
        ('> - **bold** in a [list](https://a.example/b_(c) "t")', "bold in a list"),
        ("![a mine](mine.png)The mine", "The mine"),
        ("one\n\n* * *\n\n---\n\ntwo", "one\n\ntwo"),
    ],
)
def test_marks_go_and_words_stay(given_text: str, kept: str) -> None:
    assert clean_text(given_text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4 and 5 * 6", "a_file_name", "#hashtag", "-5 degrees", "**open", "Kyiv [sic] said (again)", "R&amp;D",
        "the price* rose 5 %", "1. one\n2. two", "f***ing",
    ],
)  # fmt: skip
def test_what_is_no_mark_stays(text: str) -> None:
    assert clean_text(text) == text


def test_spaces_line_ends_and_control_characters() -> None:
    assert clean_text("one\u00a0\u202ftwo\r\nthr\x07ee\rfo\u00adur\u200b  \n\n\n\nfive\x00 ") == "one  two\nthree\nfour\n\nfive"


def test_a_repeated_headline_goes_whatever_its_marks() -> None:
    text = "Summary.\n**Putin offers**\n\n**Putin offers**\n# Putin offers\nText.\nText."
    assert clean_text(text) == "Summary.\nPutin offers\n\nText."


def test_lines_repeat_below_the_headlines() -> None:
    lines = ["a", "b", "c", "d", "e", "f", "g", "a"]
    assert no_repeated_headlines("\n".join(lines)) == "\n".join(lines)


@given(st.text(max_size=200) | MARKED)
@settings(max_examples=400)
def test_cleaning_the_clean_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(MARKED)
@settings(max_examples=300)
def test_every_step_alone_may_be_repeated(text: str) -> None:
    for step in STEPS:
        assert step(step(text)) == step(text)


@given(st.text(alphabet="abc éü.,;?'", min_size=1, max_size=60))
def test_prose_without_marks_keeps_every_character(text: str) -> None:
    assert no_markdown(text) == text


@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_record_keeps_its_offsets(text: str) -> None:
    kept = keep_text(text)
    assert len(kept) == len(text)
    assert all(a == b for a, b in zip(text, kept, strict=True) if a.isprintable() or a == "\n")
    kept.encode("utf-8")


@given(st.lists(st.text(alphabet="ab ", max_size=9), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_a_record_keeps_its_line_offsets(lines: list[str], end: str) -> None:
    kept, start = keep_text(end.join(lines)), 0
    for line in lines:
        assert kept[start : start + len(line)] == line
        start += len(line) + len(end)


@pytest.mark.parametrize(
    "text",
    [
        "*_" * 100_000 + "a" + "_*" * 100_000, "[" * 100_000 + "a" + "](b)" * 100_000, "> - # " * 100_000 + "x",
        "# a" + " " * 500_000 + "b", "**a" * 200_000, "[](" * 200_000,
    ],
)  # fmt: skip
def test_no_line_takes_more_than_linear_time(text: str) -> None:
    began = time.perf_counter()
    clean_text(text)
    assert time.perf_counter() - began < 20


def test_one_line() -> None:
    assert one_line(" A\n title\x00\t with  gaps ") == "A title with gaps"
