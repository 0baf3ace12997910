"""One spelling for all the ways in which news writes a name: "Shinzō Abe" is Shinzo Abe, "Kim Jong-Un" Kim Jong Un."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Mapping
from typing import TypeVar

T = TypeVar("T")

# Letters that Unicode does not decompose.
_LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "đ": "d", "Đ": "D",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
})  # fmt: skip


def folded(name: str) -> str:
    """The name in letters without diacritics."""
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def plain(name: str) -> str:
    """The name in letters without diacritics, its hyphens as spaces before a capital.

    >>> plain("Recep Tayyip Erdoğan"), plain("Kim Jong-un"), plain("Mazar-i-Sharif")
    ('Recep Tayyip Erdogan', 'Kim Jong Un', 'Mazar I Sharif')
    """
    name = folded(name)
    if "-" not in name:
        return name
    first, *others = name.split("-")
    return " ".join([first, *(part[:1].upper() + part[1:] for part in others)])


def plain_too(table: Mapping[str, T], taken: Container[str] = ()) -> dict[str, T]:
    """The table with every name in plain letters as well, where that is not the name of somebody else."""
    more: dict[str, T] = {}
    for name, what in table.items():
        key = plain(name)
        if key not in table and key not in taken:
            more.setdefault(key, what)
    return {**table, **more}
