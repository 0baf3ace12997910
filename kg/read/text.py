"""Text files, plain or Markdown: one article a file, the first line is its headline.

A file may open with fields between two lines ``---``, each ``name: value``: title, date (or published), outlet, url,
language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Article
from kg.read.clean import clean_text, line_ends
from kg.read.decode import check_length, decode, read_bytes
from kg.read.fields import read_fields
from kg.read.limits import MAX_TEXT_BYTES, MAX_TITLE
from kg.read.skipped import Report
from kg.read.sources import File

_NAME = re.compile(r"[A-Za-z][\w-]{0,40}")
_MAX_FIELDS = 30


def read_text(file: File, report: Report) -> Iterator[tuple[str, Article]]:
    """The article of a .txt or .md file, with where it stands. Its id is the name below the source folder.

    Raises:
        Unreadable: the file is empty, too long, or no text.
        OSError: it cannot be opened or read.
    """
    given, body = split_front_matter(check_length(decode(read_bytes(file.path, MAX_TEXT_BYTES))))
    fields = read_fields({**given, "published": given.get("published") or given.get("date")}, file.where, report)
    text = check_length(clean_text(body))
    yield file.where, Article(
        id=file.name, text=text, title=fields.title or headline(text), url=fields.url,
        published=fields.published, outlet=fields.outlet, language=fields.language,
    )  # fmt: skip


def headline(text: str) -> str | None:
    """The first line, unless it is too long for a headline."""
    first = text.split("\n", 1)[0]
    return first if len(first) <= MAX_TITLE else None


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""The fields at the top, keys in lower case, and the text below them.

    Anything between the lines ``---`` that is not ``name: value`` makes it ordinary text, given back unchanged.

    >>> split_front_matter("---\ndate: 2025-04-30\n---\nKyiv says no")
    ({'date': '2025-04-30'}, 'Kyiv says no')
    """
    lines = line_ends(text).split("\n")
    if lines[0].rstrip() != "---":
        return {}, text
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1 : _MAX_FIELDS + 2], start=1):
        if line.rstrip() == "---":
            return fields, "\n".join(lines[number + 1 :])
        name, colon, value = line.partition(":")
        if colon and _NAME.fullmatch(name.strip()):
            fields[name.strip().lower()] = _unquoted(value.strip())
        elif line.strip():
            break
    return {}, text


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
