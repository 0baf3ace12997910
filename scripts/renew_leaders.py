"""Renew ``ontology/leaders.ttl``: the chief of state and the head of government of every state, from a table of facts.

    uv run python scripts/renew_leaders.py FOLDER

FOLDER holds ``leaders_resources.tsv`` with the columns name, chief_of_state and head_of_government ("President Paul KAGAME
(since 22 April 2000)"; surnames in capitals). Who stands in ``ontology/people.ttl`` by the same name is left out: what is
written by hand wins.
"""

from __future__ import annotations

import csv
import html
import re
import sys
from datetime import datetime
from pathlib import Path

from turtle_text import fold, slug

from kg.paths import ontology_dir

_OFFICE = re.compile(
    r"^(?:[A-Z]\w* )*?(?P<title>(?:Vice |Co-)?President|Prime Minister|Premier|King|Queen|Emir|Sultan|Chancellor|Amir|Grand Duke|"
    r"Prince|Pope|Taoiseach|Chairman|Captain Regent|Supreme Leader|Crown Prince|Chief Minister|Chief Executive)"
    r"(?: and \w+| of [^(]*?Ministers| of the [^(]*\([A-Z]+\))?\s+(?P<name>.+?)\s*\(since (?:about )?(?P<since>[^)]*)\)"
)
_RANK = re.compile(r"^(?:Gen\.|General|Capt\.|Captain|Col\.|Colonel|Lt\.|Maj\.|Dr\.|Sheikh|Sir|Dame|Field Marshal|Brig\.|Hajj)\s+")
_WOMEN = frozenset(Path(__file__).with_name("womens_names.txt").read_text(encoding="utf-8").split())


def turtle(rows: list[dict[str, str]], known: dict[str, str], taken: set[str]) -> str:
    """One node a person, sorted by IRI."""
    people: dict[str, tuple[str, list[str]]] = {}
    for row in rows:
        code = known.get(row["name"]) or known.get(row["long_name"])
        for cell in (row["chief_of_state"], row["head_of_government"]) if code else ():
            match = _OFFICE.match(html.unescape(cell))
            if not match:
                continue
            label, family = names(match["name"])
            key = slug(label)
            if not family or key in taken or slug(f"{label.split()[0]} {family}") in taken:
                continue
            held = f'[ org:organization {code} ; kg:title "{match["title"]}"@en{since(match["since"])} ; kg:basis kg:actsFor ]'
            people.setdefault(key, (node(key, label, family), []))[1].append(held)
    nodes = (f"{head} ;\n    org:hasMembership {', '.join(dict.fromkeys(held))} ." for _, (head, held) in sorted(people.items()))
    return "\n".join(nodes)


def states(text: str) -> dict[str, str]:
    """The states' names in ``states.ttl``, each with the state's prefixed name."""
    known = {}
    for key, body in re.findall(r"^(actor:[A-Z]{3}) a kg:State(.*?) \.$", text, re.MULTILINE | re.DOTALL):
        for line in re.findall(r"skos:(?:pref|alt)Label ([^;]*)", body):
            known.update(dict.fromkeys(re.findall(r'"([^"]+)"@en', line), key))
    return known


def names(words: str) -> tuple[str, str]:
    """The usual label and the family name, from a name whose surname is in capitals.

    >>> names("Paul KAGAME")
    ('Paul Kagame', 'Kagame')
    """
    words = re.sub(r'\s*"[^"]*"', "", _RANK.sub("", words.strip()))
    family = [w for w in words.split() if w.isupper() and len(w) > 1 and not re.fullmatch(r"[IVX]+", w)]
    fixed = " ".join(capital(w) if w in family else w for w in words.split())
    return fixed, " ".join(capital(w) for w in family)


def capital(word: str) -> str:
    """ "NANDI-NDAITWAH" → "Nandi-Ndaitwah"."""
    return "-".join(part.capitalize() for part in word.split("-"))


def node(key: str, label: str, family: str) -> str:
    """Head of a person's Turtle."""
    plain = fold(label)
    parts = label.split()
    spellings = {plain, *([f"{parts[0]} {family}"] if parts[0] != family else [])} - {label}
    alternatives = "".join(f' ; skos:altLabel "{s}"@en' for s in sorted(spellings))
    gender = "female" if parts[0] in _WOMEN else "male"
    return (
        f'actor:{key} a kg:Person ; skos:prefLabel "{label}"@en{alternatives} ;\n'
        f'    kg:familyName "{family}"@en ; schema:gender "{gender}" ; kg:sector "GOV"'
    )


def since(text: str) -> str:
    """The day from which an office is held, as Turtle; nothing where the text has no day."""
    try:
        day = datetime.strptime(text.strip(), "%d %B %Y").date()
    except ValueError:
        return ""
    return f' ; schema:startDate "{day.isoformat()}"^^xsd:date'


def main() -> int:
    """Write the file."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    known = states((ontology_dir() / "states.ttl").read_text(encoding="utf-8"))
    by_hand = ontology_dir() / "people.ttl"
    written = by_hand.read_text(encoding="utf-8") if by_hand.exists() else ""
    taken = set(re.findall(r"^actor:([\w-]+) a kg:Person", written, re.MULTILINE))
    with (Path(sys.argv[1]) / "leaders_resources.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    head = Path(__file__).with_name("leaders_head.ttl").read_text(encoding="utf-8")
    (ontology_dir() / "leaders.ttl").write_text(head + turtle(rows, known, taken) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
