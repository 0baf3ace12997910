import json
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read import Skipped, read_articles
from kg.read.formats import FORMATS

SPOILED: dict[str, bytes] = {
    "s01.txt": b"",
    "s02.txt": b" \n\n\t ",
    "s03.txt": b"\x00\x01\x02\x03",
    "s04.md": os.urandom(64) + b"\x00",
    "s05.txt": b"x" * 30_000_000,
    "s06.md": "Одесса".encode("cp1251"),
    "s07.md": b"---\ntitle: only fields\n---\n",
    "s08.txt": b"word " * 200_001,
    "s09.txt": b"\xff\xfe\x00",
    "s10.md": "“half".encode()[:2] + b" a quote \xe2\x80\x9d",
    "s11.html": b"",
    "s12.html": b"<html><body></body></html>",
    "s13.htm": b"\x89PNG\r\n\x1a\n\x00\x00",
    "s14.jsonl": b'{"text": "' + b"x" * 30_000_000 + b'"}\n',
    "s15.jsonl": b'{"text": "cut',
    "s16.jsonl": b"[1, 2]\n",
    "s17.jsonl": b'{"title": "no text"}\n',
    "s18.jsonl": b'{"text": 5}\n',
    "s19.docx": b"PK\x03\x04",
    "s20.jsonl": b'{"text": "Words of another article.", "id": "001.txt"}\n',
}


def test_twenty_spoiled_files_among_two_hundred_good_ones(tmp_path: Path) -> None:
    for n in range(200):
        (tmp_path / f"{n:03}.txt").write_text(f"Headline {n}\n\nMinister {n} said no.\n")
    for name, content in SPOILED.items():
        (tmp_path / name).write_bytes(content)
    told: list[Skipped] = []
    articles = list(read_articles(tmp_path, report=told.append))
    assert [a.id for a in articles] == [f"{n:03}.txt" for n in range(200)]
    assert [Path(each.where.split(":")[0]).name for each in told] == sorted(SPOILED)
    assert all(each.reason and each.advice and "\n" not in str(each) and not each.kept for each in told)


def test_the_stream_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one"}\nspoiled\n{"text": "two"}\n')
    told: list[Skipped] = []
    articles = read_articles(path, report=told.append)
    assert next(articles).text == "one"
    assert not told
    assert next(articles).text == "two"
    assert len(told) == 1


def test_one_id_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"id": "x", "text": text}) + "\n" for text in ("first", "first", "second"))
    )
    told: list[Skipped] = []
    assert [a.text for a in read_articles(tmp_path, report=told.append)] == ["first"]
    assert [each.where.rsplit(":", 1)[1] for each in told] == ["2", "3"]
    assert told[0].reason.startswith("repeats the article x") and told[1].reason.startswith("has the id x of another article")
    assert all("a.jsonl:1" in each.reason for each in told)


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Once.")
    told: list[Skipped] = []
    assert len(list(read_articles([path, tmp_path], report=told.append))) == 1
    assert len(told) == 1 and "repeats" in told[0].reason


def test_without_a_report_nothing_is_silent(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with caplog.at_level(logging.WARNING, logger="kg.read"):
        assert not list(read_articles(tmp_path / "a.txt"))
    assert "file is empty" in caplog.text


def test_a_file_that_goes_away_or_is_closed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    opened: Callable[..., object] = Path.open

    def closed(path: Path, *args: str) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args)

    monkeypatch.setattr(Path, "open", closed)
    told: list[Skipped] = []
    assert [a.id for a in read_articles(tmp_path, report=told.append)] == ["b.txt"]
    assert len(told) == 1 and "Permission denied" in told[0].reason


@given(st.binary(max_size=400), st.sampled_from(sorted(FORMATS)))
@settings(max_examples=300, deadline=None)
def test_no_bytes_in_any_format_break_the_stream(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"a{suffix}").write_bytes(content)
        told: list[Skipped] = []
        articles = list(read_articles(folder, report=told.append))
    assert articles or any(not each.kept for each in told)
    for article in articles:
        assert article.text.strip() and article.id
        article.text.encode("utf-8")
    for each in told:
        assert len(str(each).splitlines()) == 1


@given(st.lists(st.booleans(), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_the_number_of_every_bad_line_is_right(good: list[bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_text("".join(json.dumps({"text": f"t{n}"}) + "\n" if ok else "{\n" for n, ok in enumerate(good, 1)))
        told: list[Skipped] = []
        articles = list(read_articles(path, report=told.append))
    assert [a.text for a in articles] == [f"t{n}" for n, ok in enumerate(good, 1) if ok]
    assert [each.where for each in told] == [f"{path}:{n}" for n, ok in enumerate(good, 1) if not ok]
