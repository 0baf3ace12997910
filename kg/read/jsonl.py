"""JSON lines: one article a line.

A record needs ``text`` and may have ``id``, ``url``, ``title``, ``published``, ``outlet``, ``language``;
other keys are ignored.

The text is kept as it stands, so that offsets which others count in it hold: only control characters are replaced, one
by one. A title beside the text stays beside it.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from kg.model import Article
from kg.read.clean import keep_text, one_line
from kg.read.decode import check_length, too_long
from kg.read.fields import read_fields, text_id
from kg.read.limits import MAX_LINE_BYTES
from kg.read.skipped import Report, Unreadable
from kg.read.sources import File

_CHUNK = 1 << 16
_ONE_OBJECT = 'write one object a line, such as {"text": "…"}'


def read_jsonl(file: File, report: Report) -> Iterator[tuple[str, Article]]:
    """The articles of a file, line by line, each with where it stands; a bad line is reported and passed over.

    Raises:
        Unreadable: the file is UTF-16, or holds no record at all.
        OSError: it cannot be opened or read.
    """
    empty = True
    for number, line in bounded_lines(file.path):
        where = f"{file.where}:{number}"
        try:
            if line is None:
                empty = False
                raise too_long(f"line is over {MAX_LINE_BYTES:,} bytes")
            if line.strip():
                empty = False
                yield where, _article(_record(line), where, report)
        except Unreadable as error:
            report(error.at(where))
    if empty:
        raise Unreadable("file is empty", "remove it or put articles into it, one JSON object a line")


def bounded_lines(path: Path, limit: int = MAX_LINE_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None for a line over ``limit`` bytes, which is never in memory as a whole.

    Raises:
        Unreadable: the file opens with a byte order mark of UTF-16.
        OSError: it cannot be opened or read.
    """
    with path.open("rb") as file:
        number = 0
        while line := file.readline(limit + 1):
            number += 1
            if number == 1:
                if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                    raise Unreadable("is UTF-16, JSON lines are UTF-8", "save it as UTF-8")
                line = line.removeprefix(codecs.BOM_UTF8)
            if len(line) > limit and not line.endswith(b"\n"):
                _pass_over(file)
                yield number, None
            else:
                yield number, line


def _pass_over(file: BufferedReader) -> None:
    """Read on to the end of the line, a little at a time."""
    while rest := file.readline(_CHUNK):
        if rest.endswith(b"\n"):
            return


def _record(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"line is not UTF-8 at byte {error.start}", "save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"line is no JSON: {error.msg} at character {error.pos + 1}", _ONE_OBJECT) from None
    except (ValueError, RecursionError):
        raise Unreadable("line is JSON with a number too long or nested too deep", _ONE_OBJECT) from None
    if not isinstance(record, dict):
        raise Unreadable(f"line is no JSON object but {_kind(record)}", _ONE_OBJECT)
    return record


def _article(record: dict[str, object], where: str, report: Report) -> Article:
    text = record.get("text")
    if text is None:
        raise Unreadable("record has no `text`", "put the article's text under that key")
    if not isinstance(text, str):
        raise Unreadable(f"`text` is no string but {_kind(text)}", "put the article's text under that key")
    text = check_length(keep_text(text))
    fields = read_fields(record, where, report)
    return Article(
        id=_id(record.get("id")) or text_id(text), text=text, title=fields.title, url=fields.url,
        published=fields.published, outlet=fields.outlet, language=fields.language,
    )  # fmt: skip


def _id(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unreadable(f"`id` is no string but {_kind(value)}", "write it in quotation marks or leave it out")
    try:
        return one_line(str(value))
    except ValueError:
        raise Unreadable("`id` is a number too long", "write it in quotation marks or leave it out") from None


def _kind(value: object) -> str:
    """The JSON name of a value's type."""
    if value is None:
        return "null"
    names = {dict: "an object", list: "an array", str: "a string", bool: "true or false"}
    return names.get(type(value), "a number")
