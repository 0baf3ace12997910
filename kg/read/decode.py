"""Bytes of a file to characters: what encoding, and is it text at all."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from kg.read.limits import MAX_CHARACTERS
from kg.read.skipped import Unreadable

CONTROL_SHARE = 0.02
"""More control characters than this share (tabs and line ends apart) make a file binary."""

ASCII_SHARE = 0.8
"""Bytes that are not UTF-8 are taken for Windows-1252 where this share is ASCII (less of it may be Windows-1251)."""

AS_UTF8 = "save it as UTF-8 text"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a file, never more than ``limit`` of them in memory.

    Raises:
        Unreadable: the file is longer than ``limit``.
        OSError: it cannot be opened or read.
    """
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise too_long(f"file is over {limit:,} bytes")
    return data


def decode(data: bytes) -> str:
    """UTF-8, else UTF-16 where a byte order mark says so, else Windows-1252 where that gives mostly ASCII.

    Raises:
        Unreadable: the bytes are empty, in no such encoding, or no text.
    """
    if not data.strip():
        raise Unreadable("file is empty", "remove it or put the article's text into it")
    text = _utf16(data) if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else _utf8_or_windows(data)
    if "\0" in text or len(_CONTROLS.findall(text)) > CONTROL_SHARE * len(text):
        raise Unreadable("holds binary data, not text", AS_UTF8)
    return text


def check_length(text: str) -> str:
    """Give the text back.

    Raises:
        Unreadable: it is blank, or over ``MAX_CHARACTERS``.
    """
    if len(text) > MAX_CHARACTERS:
        raise too_long(f"text is over {MAX_CHARACTERS:,} characters")
    if not text.strip():
        raise Unreadable("has no text", "remove it or put the article's text into it")
    return text


def too_long(reason: str) -> Unreadable:
    """The same advice for all that is too long."""
    return Unreadable(reason, "split it into its articles")


def _utf16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Unreadable(f"is marked as UTF-16 but is not at byte {error.start}", AS_UTF8) from None


def _utf8_or_windows(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise Unreadable("holds binary data, not text", AS_UTF8) from None
        # Well-formed sequences beside the bad one: damaged UTF-8, which as Windows-1252 would be read as gibberish.
        damaged = not data.decode("utf-8", errors="ignore").isascii()
        broken = Unreadable(f"is not UTF-8 at byte {error.start} and in no other encoding that is read", AS_UTF8)
        if damaged:
            raise broken from None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise broken from None
    if len(data.decode("ascii", errors="ignore")) < ASCII_SHARE * len(data):
        raise broken
    return text
