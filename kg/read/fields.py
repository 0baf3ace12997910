"""What an article carries beside its text: date, identifier, title, address, outlet, language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.read.clean import one_line
from kg.read.skipped import Report, Skipped

_ISO = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Fields:
    """The optional fields of an article, checked."""

    title: str | None = None
    url: str | None = None
    published: date | None = None
    outlet: str | None = None
    language: str = "en"


def parse_date(value: str) -> date | None:
    """An ISO 8601 date, or the date of an ISO datetime as it stands there (no zone is applied); None if it is neither.

    >>> parse_date("2025-02-25T23:30:00-05:00")
    datetime.date(2025, 2, 25)
    """
    found = _ISO.fullmatch(value.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def text_id(text: str) -> str:
    """Sixteen hexadecimal digits of the text's SHA-256: the same text has the same identifier everywhere."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def read_fields(values: Mapping[str, object], where: str, report: Report) -> Fields:
    """Check ``title``, ``url``, ``published``, ``outlet`` and ``language``; what is no good is told and left out."""
    words = {key: _words(values, key, where, report) for key in ("title", "url", "published", "outlet", "language")}
    published = parse_date(words["published"]) if words["published"] else None
    if words["published"] and not published:
        _dropped(where, "published", f"{_short(words['published'])} is no ISO date", "write YYYY-MM-DD", report)
    language = words["language"] or "en"
    if not _TAG.fullmatch(language):
        _dropped(where, "language", f"{_short(language)} is no language tag", "write en", report)
        language = "en"
    return Fields(words["title"], words["url"], published, words["outlet"], language)


def _words(values: Mapping[str, object], key: str, where: str, report: Report) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        _dropped(where, key, f"is no string but {type(value).__name__}", "write it in quotation marks", report)
        return None
    return one_line(value) or None


def _dropped(where: str, key: str, reason: str, advice: str, report: Report) -> None:
    report(Skipped(where, f"`{key}` {reason}, the article is read without it", advice, kept=True))


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")
