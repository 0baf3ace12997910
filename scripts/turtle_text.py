"""What the scripts that renew parts of the ontology share: reading tables, spellings of a name, writing Turtle."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError
from kg.vocab.spelling import folded

PREFIXES = {
    "kg": "https://w3id.org/newsgraph/ontology#",
    "actor": "https://w3id.org/newsgraph/actor/",
    "place": "https://w3id.org/newsgraph/place/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "wd": "http://www.wikidata.org/entity/",
}
# What English-language news writes for the schwa of Azeri names, and for turned commas.
_LETTERS = str.maketrans(dict(zip("əƏʻʼ‘’", "aA" + "'" * 4, strict=True)))


def fold(name: str) -> str:
    """The name in plain letters.

    >>> fold("Chișinău"), fold("Nuku’alofa")
    ('Chisinau', "Nuku'alofa")
    """
    return folded(name.translate(_LETTERS))


def slug(name: str) -> str:
    """The last part of the IRI of what bears the name.

    >>> slug("Port-au-Prince"), slug("N'Djamena"), slug("Washington, D.C.")
    ('port-au-prince', 'ndjamena', 'washington-dc')
    """
    plain = re.sub(r"['.]", "", fold(name).lower())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def spellings(names: Iterable[str]) -> list[str]:
    """The names in order without repeats, each followed by its spellings in plain letters and with a curly apostrophe.

    >>> spellings(["São Tomé", "Sana'a"])
    ['São Tomé', 'Sao Tome', "Sana'a", 'Sana’a']
    """
    found: dict[str, None] = {}
    for name in names:
        found |= dict.fromkeys((name.replace("’", "'"), fold(name), fold(name).replace("'", "’")))
    return list(found)


def items(cell: str) -> list[str]:
    """The members of a cell that lists them by semicolons."""
    return [item for item in (part.strip() for part in cell.split(";")) if item]


def read_table(path: Path, columns: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a tab-separated table with a heading; lines that start with "#" are remarks.

    Raises InputError where the file is not there, or lacks one of ``columns``.
    """
    try:
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); give the path of the table") from error
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    missing = set(columns) - set(rows[0] if rows else ())
    if missing:
        raise InputError(f"{path}: has no column {', '.join(sorted(missing))}; add it to the heading")
    bad = next((row for row in rows if None in row or None in row.values()), None)
    if bad:
        first = next(iter(bad.values()))
        raise InputError(f"{path}: the row that starts with {first!r} has not one cell a column; check its tabs")
    return rows


def texts(values: Iterable[str]) -> str:
    """English literals, separated by commas.

    >>> texts(["Kyiv", "Kiev"])
    '"Kyiv"@en, "Kiev"@en'
    """
    escaped = (value.replace("\\", "\\\\").replace('"', '\\"') for value in values)
    return ", ".join(f'"{value}"@en' for value in escaped)


def node(subject: str, kind: str, *pairs: tuple[str, str]) -> str:
    """One paragraph of Turtle: the subject, its class, and of the pairs of predicate and objects those with objects."""
    lines = [f"{subject} a {kind}", *(f"    {predicate} {objects}" for predicate, objects in pairs if objects)]
    return " ;\n".join(lines) + " .\n"


def header(remark: str, prefixes: Iterable[str]) -> str:
    """The head of a Turtle file: what it is, as comment lines, and its prefixes."""
    comment = "".join(f"# {line}\n" for line in remark.strip().splitlines())
    return comment + "\n" + "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in prefixes)
