"""Slips of the pen in a query: where they stand, and which known words or names are nearest.

What is misspelt is mostly a keyword of SPARQL (which makes the query malformed), a term of our vocabulary (which has no such
term, whatever the answer), or a term of another vocabulary or one of our own things (of which nothing is then found).
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import ONTOLOGY_GRAPH, PREFIXES
from kg.store.guard import Token, tokens
from kg.store.resolve import Ask, stands

_CLOSED = ("kg", "rel")
_THINGS = ("actor", "res", "place")
_OURS = (*_CLOSED, *_THINGS)
_BEGINNING = "SELECT DISTINCT ?term {{ GRAPH {graph} {{ ?term a ?kind }} FILTER(STRSTARTS(STR(?term), {start})) }}"

# The words of SPARQL 1.1 (Query Language, W3C 2013, section 19.8), but for those that change a store.
_WORDS = frozenset(
    """a ABS AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC DESCRIBE
    DISTINCT ENCODE_FOR_URI EXISTS FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL
    ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX
    RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SHA1 SHA256 SHA384 SHA512 STR STRAFTER
    STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TZ UCASE UNDEF UNION URI UUID VALUES WHERE
    YEAR true false""".upper().split()
)


def misspelt(text: str) -> str | None:
    """What to say of the first word of a malformed query that SPARQL does not have but nearly has; None: there is none."""
    code = _code(text)
    for before, token in itertools.pairwise([Token("space", "", 0), *code]):
        if token.kind == "word" and before.text != "@" and token.upper not in _WORDS:
            near = _nearest(token.upper, _WORDS)
            if near:
                return f"{_place(text, token.start)}: {token.text} is no word of SPARQL; did you mean {' or '.join(near)}?"
    return None


def check_names(text: str, ask: Ask, *, found: bool) -> None:
    """Refuse a query with a name that nobody has defined.

    Args:
        text: the query, as it was given.
        ask: answers our own queries.
        found: the query has found something, so that what is open to all (other vocabularies, actors, resources, places) is
            taken as it stands.

    Raises:
        QueryError: with the place in the query, and the nearest known names.
    """
    for token in _names(text):
        prefix, _, local = token.text.partition(":")
        if found and prefix not in _CLOSED:
            continue
        known = () if prefix in _OURS and _stands(PREFIXES[prefix] + local, prefix in _CLOSED, ask) else _known(prefix, ask)
        if known and local not in known:
            near = _nearest(local, known)
            hint = f"; did you mean {', '.join(f'{prefix}:{name}' for name in near)}?" if near else ""
            what = "does not stand in this store" if prefix in _THINGS else "is no term of the vocabulary"
            raise QueryError(f"{_place(text, token.start)}: {token.text} {what}{hint}")


def _code(text: str) -> list[Token]:
    return [token for token in tokens(text) if token.kind not in ("comment", "space")]


def _names(text: str) -> Iterator[Token]:
    """The prefixed names whose prefix is ours, and not declared anew."""
    code = _code(text)
    declared = {i + 1 for i, (here, _) in enumerate(itertools.pairwise(code)) if here.upper == "PREFIX"}
    own = {code[i].text.rstrip(":") for i in declared}
    for i, token in enumerate(code):
        prefix, _, local = token.text.partition(":")
        if token.kind == "name" and i not in declared and local and prefix in PREFIXES and prefix not in own:
            yield token


def _known(prefix: str, ask: Ask) -> Collection[str]:
    """The local names of a vocabulary; none where we have no list of them."""
    if prefix in _OURS:
        start = PREFIXES[prefix]
        rows = ask(_BEGINNING.format(graph=ONTOLOGY_GRAPH, start=ox.Literal(start)))
        return {str(getattr(row["term"], "value", "")).removeprefix(start) for row in rows}
    from rdflib import namespace

    for kept in vars(namespace).values():
        if isinstance(kept, type) and str(getattr(kept, "_NS", "")) == PREFIXES[prefix]:
            return {str(term).removeprefix(PREFIXES[prefix]) for term in dir(kept)}
    return ()


def _stands(name: str, declared: bool, ask: Ask) -> bool:
    """Is anything said of the IRI, or (``declared``) is it declared by the ontology?"""
    try:
        node = ox.NamedNode(name)
    except ValueError:
        return False
    return (
        any(True for _ in ask(f"SELECT ?kind {{ GRAPH {ONTOLOGY_GRAPH} {{ {node} a ?kind }} }}")) if declared else stands(ask, node)
    )


def _place(text: str, start: int) -> str:
    before = text[:start]
    return f"line {before.count(chr(10)) + 1}, column {start - before.rfind(chr(10))}"


def _nearest(name: str, known: Iterable[str]) -> list[str]:
    """Up to three names, the nearest first, whatever the case; of two that differ in case alone, the one that begins alike."""
    folded: dict[str, list[str]] = {}
    for each in sorted(known, key=lambda other: (other[:1] != name[:1], other)):
        folded.setdefault(each.casefold(), []).append(each)
    near = difflib.get_close_matches(name.casefold(), folded, n=3, cutoff=0.6)
    return [each for key in near for each in folded[key]][:3]
