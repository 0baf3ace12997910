from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.read import Skipped, read_articles
from kg.read.text import split_front_matter


def read(path: Path, content: str | bytes) -> tuple[list[Article], list[Skipped]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    told: list[Skipped] = []
    return list(read_articles(path, report=told.append)), told


def test_the_first_line_is_the_headline_and_stays_in_the_text(tmp_path: Path) -> None:
    (article,), told = read(
        tmp_path / "offer.md", "# Putin offers *rare* earths\r\n\r\n# Putin offers rare earths\r\n**He** said so.\r\n"
    )
    assert article == Article(id="offer.md", text="Putin offers rare earths\n\nHe said so.", title="Putin offers rare earths")
    assert not told


def test_a_first_paragraph_is_no_headline(tmp_path: Path) -> None:
    (article,), _ = read(tmp_path / "a.txt", "Words " * 100)
    assert article.title is None


def test_front_matter_gives_the_fields_and_is_no_text(tmp_path: Path) -> None:
    (article,), told = read(
        tmp_path / "a.md",
        '---\ntitle: "Fund: signed"\nDate: 2025-04-30\n\noutlet: Newsgraph Samples\n'
        "url: https://a.example/x\nnote: y\n---\n\nFund is signed\n\nText.\n",
    )
    assert (article.title, article.published, article.outlet) == (
        "Fund: signed",
        date(2025, 4, 30),
        "Newsgraph Samples",
    )
    assert article.url == "https://a.example/x"
    assert article.text == "Fund is signed\n\nText."
    assert not told


@pytest.mark.parametrize(
    "text",
    [
        "---\nA sentence that is no field\n---\nText",
        "---\ntitle: never closed\nText",
        "--- \n",
        "Text\n---\ndate: 2025-01-01\n---",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


@given(
    st.lists(st.tuples(st.from_regex(r"[a-z]{1,9}", fullmatch=True), st.text(alphabet="ab :-'", max_size=9)), max_size=9),
    st.text("ab-\n"),
)
def test_fields_come_off_and_nothing_else_does(pairs: list[tuple[str, str]], body: str) -> None:
    head = "".join(f"{name}: {value}\n" for name, value in pairs)
    fields, rest = split_front_matter(f"---\n{head}---\n{body}")
    assert rest == body
    assert fields.keys() == dict(pairs).keys()


def test_a_bad_date_costs_the_date_alone(tmp_path: Path) -> None:
    (article,), told = read(tmp_path / "a.md", "---\ndate: last Tuesday\n---\nHeadline\n")
    assert article.published is None
    assert len(told) == 1 and told[0].kept and "last Tuesday" in told[0].reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"), (b"  \n \n", "empty"), (b"\xef\xbb\xbf", "no text"), (b"---\n\n***\n", "no text"),
        (b"---\ndate: 2025-01-01\n---\n", "no text"), (b"%PDF-1.7\x00\x01\x02", "binary"),
        (b"x" * 1_000_001, "1,000,000 characters"), (b"x" * 5_000_000, "4,000,004 bytes"), (b"\xff\xfe\x00", "UTF-16"),
    ],
)  # fmt: skip
def test_each_spoiled_file_has_its_reason(content: bytes, reason: str, tmp_path: Path) -> None:
    articles, told = read(tmp_path / "a.txt", content)
    assert not articles
    assert len(told) == 1 and reason in told[0].reason and told[0].where.endswith("a.txt") and not told[0].kept


def test_a_text_of_a_million_characters_is_read_whatever_their_bytes(tmp_path: Path) -> None:
    (article,), _ = read(tmp_path / "a.txt", "\U0001f600" * 1_000_000)
    assert len(article.text) == 1_000_000
