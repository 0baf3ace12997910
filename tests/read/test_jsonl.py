import codecs
import json
import tempfile
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article
from kg.read import Skipped, read_articles
from kg.read.fields import text_id
from kg.read.jsonl import bounded_lines


def read(path: Path, content: bytes | str) -> tuple[list[Article], list[Skipped]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    told: list[Skipped] = []
    return list(read_articles(path, report=told.append)), told


def test_a_record_is_kept_as_it_stands(tmp_path: Path) -> None:
    record = {
        "id": "r-1", "text": "**Kyiv**  says\u00a0no.\r\n- twice\n", "title": "No", "url": "https://a.example",
        "published": "2025-02-25T08:00:00Z",
        "outlet": "The Daily", "source": [{"code": "UKR"}], "mode": None, "event": 3,
    }  # fmt: skip
    (article,), told = read(tmp_path / "a.jsonl", json.dumps(record))
    assert article == Article(
        id="r-1",
        text="**Kyiv**  says\u00a0no. \n- twice\n",
        title="No",
        url="https://a.example",
        published=date(2025, 2, 25),
        outlet="The Daily",
    )
    assert len(article.text) == len(str(record["text"]))
    assert not told


def test_an_id_is_given_or_made_of_the_text(tmp_path: Path) -> None:
    articles, told = read(
        tmp_path / "a.ndjson",
        '{"text": "one"}\n{"text": "two", "id": 7}\n{"text": "three", "id": ""}\n{"text": "four", "id": null}\n',
    )
    assert [a.id for a in articles] == [text_id("one"), "7", text_id("three"), text_id("four")]
    assert not told


def test_half_a_surrogate_is_no_character(tmp_path: Path) -> None:
    (article,), _ = read(tmp_path / "a.jsonl", r'{"text": "a\ud800b\u0000c", "id": "x\udfff"}')
    assert article.text == "a\ufffdb c"
    (article.id + article.text).encode("utf-8")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut of', "no JSON"),
        (b"plain words", "no JSON"),
        (b'["text"]', "an array"),
        (b'"text"', "a string"),
        (b"null", "null"),
        (b"12", "a number"),
        (b"{}", "no `text`"),
        (b'{"text": null}', "no `text`"),
        (b'{"text": ["a"]}', "`text` is no string but an array"),
        (b'{"text": true}', "true or false"),
        (b'{"text": " \\n "}', "has no text"),
        (b'{"text": "a", "id": ["x"]}', "`id` is no string"),
        (b'{"text": "a", "id": true}', "`id` is no string"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": "a", "id": ' + b"9" * 5000 + b"}", "number too long"),
        (b'{"text": "' + b"x" * 1_000_001 + b'"}', "1,000,000 characters"),
        (b'{"text": "' + b"x" * 10_000_000 + b'"}', "10,000,000 bytes"),
    ],
)
def test_each_bad_line_has_its_reason_and_the_others_are_read(line: bytes, reason: str, tmp_path: Path) -> None:
    articles, told = read(tmp_path / "a.jsonl", b'{"text": "before"}\n\n' + line + b'\n{"text": "after"}')
    assert [a.text for a in articles] == ["before", "after"]
    assert len(told) == 1 and reason in told[0].reason
    assert told[0].where.endswith("a.jsonl:3") and "\n" not in str(told[0])


def test_the_last_line_may_be_cut(tmp_path: Path) -> None:
    articles, told = read(tmp_path / "a.jsonl", b'{"text": "whole"}\n{"text": "cu')
    assert len(articles) == 1
    assert "no JSON" in told[0].reason and told[0].where.endswith(":2")


def test_a_bad_field_costs_that_field(tmp_path: Path) -> None:
    (article,), told = read(tmp_path / "a.jsonl", '{"text": "a", "published": "2025-13-01", "title": 5}')
    assert (article.published, article.title) == (None, None)
    assert [each.kept for each in told] == [True, True]


def test_byte_order_marks(tmp_path: Path) -> None:
    articles, told = read(tmp_path / "a.jsonl", codecs.BOM_UTF8 + b'{"text": "a"}')
    assert len(articles) == 1 and not told
    articles, told = read(tmp_path / "b.jsonl", '{"text": "a"}\n'.encode("utf-16"))
    assert not articles and len(told) == 1 and "UTF-16" in told[0].reason


@pytest.mark.parametrize("content", [b"", b"\n \n", codecs.BOM_UTF8])
def test_a_file_without_a_record_is_told(content: bytes, tmp_path: Path) -> None:
    articles, told = read(tmp_path / "a.jsonl", content)
    assert not articles
    assert [each.reason for each in told] == ["file is empty"]


def test_a_line_of_30_megabytes_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 30_000_000 + b'"}\n{"text": "after"}\n')
    told: list[Skipped] = []
    tracemalloc.start()
    try:
        articles = list(read_articles(path, report=told.append))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [a.text for a in articles] == ["after"]
    assert len(told) == 1 and told[0].where.endswith(":1")
    assert peak < 25_000_000


@given(st.lists(st.binary(max_size=12).map(lambda b: b.replace(b"\n", b"")), max_size=9), st.integers(1, 9))
@settings(max_examples=200)
def test_lines_are_numbered_and_bounded(lines: list[bytes], limit: int) -> None:
    lines = [b"#" + line.removeprefix(codecs.BOM_UTF8) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes(b"".join(line + b"\n" for line in lines))
        found = list(bounded_lines(path, limit))
    assert found == [(n, None if len(line) > limit else line + b"\n") for n, line in enumerate(lines, 1)]
