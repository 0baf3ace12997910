"""The formats that are read: a suffix and its reader. To add one, write its file and add a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.model import Article
from kg.read.html import read_html
from kg.read.jsonl import read_jsonl
from kg.read.skipped import Report
from kg.read.sources import File
from kg.read.text import read_text

Reader = Callable[[File, Report], Iterator[tuple[str, Article]]]
"""From a file to its articles, each with where it stands (``file`` or ``file:line``)."""

FORMATS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
