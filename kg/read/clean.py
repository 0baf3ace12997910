"""The text as kept: what an article's text loses before anybody counts its characters.

Each step is a pure function from text to text; offsets of claims refer to what the last one gives. ``clean_text`` is
for text files and pages, where the layout is not part of what the article says; ``keep_text`` is for records, whose
offsets somebody else may already count: it replaces one character by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

HEADLINES = 6
"""So many distinct lines at the top may repeat the headline."""

NESTING = 16
"""Marks inside marks are taken off so many deep; what is nested deeper was made to cost time, and stays."""

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LONE_END = re.compile("\r(?!\n)|[\x0b\x0c\x85\u2028\u2029]")
_HALF = re.compile("[\ud800-\udfff]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BLANK_LINES = re.compile(r"\n{3,}")

_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)")
_OPENING = re.compile(r"[ \t]*(?:>[ \t]*|#{1,6}[ \t]+|[-*+•][ \t]+)+")
_HEADING_END = re.compile(r"(?<=[ \t])#+$")
# Every repetition is bounded or stops at the next mark, so that no line takes more than linear time.
_ADDRESS = r"\((?:[^()\s]|\([^()\s]{0,300}\)){0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]" + _ADDRESS)
_LINK = re.compile(r"\[([^\[\]\n]{0,500})\]" + _ADDRESS)
_EMPHASIS = (
    re.compile(r"\*\*(?![\s*])([^*\n]{1,500})(?<!\s)\*\*"),
    re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]{1,500})(?<!\s)\*(?![\w*])"),
    re.compile(r"(?<![\w_])__(?![\s_])([^_\n]{1,500})(?<!\s)__(?![\w_])"),
    re.compile(r"(?<![\w_])_(?![\s_])([^_\n]{1,500})(?<!\s)_(?![\w_])"),
)


def line_ends(text: str) -> str:
    r"""Every line end becomes a newline.

    >>> line_ends("one\r\ntwo\rthree")
    'one\ntwo\nthree'
    """
    return _LINE_END.sub("\n", text)


def plain_spaces(text: str) -> str:
    """Non-breaking, thin and other wide or narrow spaces become a space each."""
    return _SPACE.sub(" ", text)


def no_controls(text: str) -> str:
    """Control characters, soft hyphens, zero-width and direction marks go; tabs and newlines stay."""
    return _INVISIBLE.sub("", _CONTROL.sub("", text))


def no_markdown(text: str) -> str:
    """Emphasis, headings, links, images, quotation bars, bullets and rules go; their words stay, line by line.

    >>> no_markdown("## *Kyiv* [says](https://example.org) **no**")
    'Kyiv says no'
    """
    return "\n".join(line for raw in text.split("\n") if (line := _unmark(raw)) is not None)


def no_repeated_headlines(text: str) -> str:
    """A line that repeats one of the first ``HEADLINES`` distinct lines goes, as long as those are not all seen.

    Pages often carry their headline twice: above the text and again as its first line.
    """
    lines, seen = [], set[str]()
    for line in text.split("\n"):
        words = line.strip()
        if words and len(seen) < HEADLINES:
            if words in seen:
                continue
            seen.add(words)
        lines.append(line)
    return "\n".join(lines)


def tidy_lines(text: str) -> str:
    """No space at line ends, no more than one empty line in a row, none at the ends."""
    return _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip()


STEPS: tuple[Callable[[str], str], ...] = (
    line_ends, plain_spaces, no_controls, no_markdown, no_repeated_headlines, tidy_lines,
)  # fmt: skip


def clean_text(text: str) -> str:
    """All steps in order. Cleaning what is clean changes nothing."""
    for step in STEPS:
        text = step(text)
    return text


def keep_text(text: str) -> str:
    r"""A record's text with nothing moved: control characters become spaces, half surrogates U+FFFD, one for one.

    >>> keep_text("one\r\ntwo\x00")
    'one \ntwo '
    """
    return _HALF.sub("\ufffd", _CONTROL.sub(" ", _LONE_END.sub("\n", text)))


def one_line(text: str) -> str:
    """A title, name or identifier: control characters out, white space squeezed."""
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text).split())


def _unmark(raw: str) -> str | None:
    """One line without its marks, or None where it was nothing but marks."""
    line = raw
    for _ in range(NESTING):
        before = line
        if _RULE.fullmatch(line):
            return None
        if opening := _OPENING.match(line):
            line = line[opening.end() :].rstrip()
            line = _HEADING_END.sub("", line) if "#" in opening[0] else line
        line = _LINK.sub(r"\1", _IMAGE.sub("", line))
        for emphasis in _EMPHASIS:
            line = emphasis.sub(r"\1", line)
        if line == before:
            break
    return None if raw.strip() and not line.strip() else line
