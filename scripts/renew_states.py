"""Write ontology/states.ttl: the states of the world, their names, peoples and capitals.

    python scripts/renew_states.py FACTS

FACTS is a folder with ``leaders_resources.tsv``, an extract of the World Factbook (public domain): a line a country,
with name, long_name, adjective, capital and gec (the Factbook's code). What the Factbook lacks or says otherwise
stands in ``state_names.tsv`` beside this script, whose head explains its columns: that is the file to edit, not the
result.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from pathlib import Path

from turtle_text import header, items, node, read_table, slug, spellings, texts

from kg.errors import InputError, KgError

HERE = Path(__file__).parent
TARGET = HERE.parent / "ontology" / "states.ttl"
REMARK = """
States: the names that news gives them, their people, and the words that stand for their government.
Written by scripts/renew_states.py from the World Factbook (public domain) and scripts/state_names.tsv.
Edit that table and run the script again.
"""
SECTIONS = {
    "member": "Members of the United Nations",
    "observer": "Observers at the United Nations",
    "other": "Others that news treats as states of their own",
    "former": "Former states",
}
Row = dict[str, str]


def clean(fact: str) -> str:
    """A fact without remarks: what stands before the first bracket or semicolon, entities resolved, no leading article.

    >>> clean("Yamoussoukro (legislative capital), Abidjan"), clean("The Gambia"), clean("none")
    ('Yamoussoukro', 'Gambia', '')
    """
    text = re.split(r"[(;]", html.unescape(fact))[0].strip()
    return "" if text in ("none", "NA") else text.removeprefix("The ")


def peoples(adjective: str) -> list[str]:
    """The adjectives, each followed by the plural of the person where English forms it with -s.

    >>> peoples("Saudi or Saudi Arabian"), peoples("Motswana (singular), Batswana (plural)"), peoples("Czech")
    (['Saudi', 'Saudis', 'Saudi Arabian', 'Saudi Arabians'], ['Motswana', 'Batswana'], ['Czech'])
    """
    words = re.split(r",| or ", re.sub(r"\(.*?\)", "", adjective.split(";", maxsplit=1)[0]))
    found: list[str] = []
    for word in (clean(word.strip()) for word in words):
        if word:
            found += [word, word + "s"] if word.endswith(("an", "i")) else [word]
    return found


def merged(cell: str, facts: list[str]) -> list[str]:
    """What the facts say, replaced (=) or continued and struck out (-) by a cell of the table of names."""
    own = items(cell.removeprefix("="))
    struck = {item.removeprefix("-") for item in own if item.startswith("-")}
    said = [] if cell.startswith("=") else [fact for fact in facts if fact]
    kept = spellings(said + [item for item in own if not item.startswith("-")])
    return [name for name in kept if name not in struck]


def state(row: Row, fact: Row) -> str:
    """The paragraph of one state."""
    name, seat = clean(fact["name"]), re.split(", ", clean(fact["capital"]))[0]
    label = row["label"] or name or clean(fact["long_name"])
    alternatives = merged(row["alternatives"], [name, clean(fact["long_name"])])
    alternatives = [other for other in spellings([label]) + alternatives if other != label]
    capitals = dict.fromkeys(slug(place) for place in merged(row["capital"], [seat]))
    return node(
        f"actor:{row['code']}",
        "kg:State",
        ("skos:prefLabel", texts([label])),
        ("skos:altLabel", texts(dict.fromkeys(alternatives))),
        ("kg:code", f'"{row["code"]}"'),
        ("kg:demonym", texts(merged(row["demonyms"], peoples(fact["adjective"])))),
        ("kg:metonym", texts(merged(row["metonyms"], [seat]))),
        ("kg:capital", ", ".join(f"place:{place}" for place in capitals)),
        ("owl:sameAs", row["wikidata"] and f"wd:{row['wikidata']}"),
    )


def turtle(names: list[Row], facts: list[Row]) -> str:
    """The whole file. Raises InputError where the facts lack a country that the table names."""
    nothing = {"name": "", "long_name": "", "adjective": "", "capital": ""}
    by_gec = {fact["gec"]: fact for fact in facts} | {"": nothing}
    lost = [row["code"] for row in names if row["gec"] not in by_gec]
    if lost:
        raise InputError(f"the facts have no country for {', '.join(lost)}; correct column gec of state_names.tsv")
    text = header(REMARK, ("kg", "actor", "place", "skos", "owl", "wd"))
    for standing, title in SECTIONS.items():
        rows = sorted((row for row in names if row["standing"] == standing), key=lambda row: row["code"])
        text += f"\n# {title}\n" + "".join("\n" + state(row, by_gec[row["gec"]]) for row in rows)
    return text


def main() -> None:
    """Read the two tables and write the file; end with one line of reason where that cannot be done."""
    parser = argparse.ArgumentParser(description="Renew ontology/states.ttl.")
    parser.add_argument("facts", type=Path, help="folder with leaders_resources.tsv")
    folder: Path = parser.parse_args().facts
    try:
        columns = ("code", "standing", "gec", "wikidata", "label", "alternatives", "demonyms", "metonyms", "capital")
        names = read_table(HERE / "state_names.tsv", columns)
        facts = read_table(folder / "leaders_resources.tsv", ("name", "long_name", "adjective", "capital", "gec"))
        TARGET.write_text(turtle(names, facts), "utf-8")
    except KgError as error:
        sys.exit(str(error))
    print(f"{TARGET}: {len(names)} states")


if __name__ == "__main__":
    main()
