"""Names in a query that the vocabulary does not have: where they stand, and which known ones are nearest."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Callable, Iterable

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import PREFIXES
from kg.rdf.terms import BASE
from kg.store.guard import tokens

# Closed vocabularies: a name that they lack is a slip of the pen.
_CLOSED = ("kg", "rel")
_TERMS = f"""SELECT DISTINCT ?term {{ GRAPH <{BASE}graph/ontology> {{ ?term a ?kind }}
  FILTER(STRSTARTS(STR(?term), {ox.Literal(PREFIXES["kg"])}) || STRSTARTS(STR(?term), {ox.Literal(PREFIXES["rel"])})) }}"""


def check_names(text: str, ask: Callable[[str], Iterable[ox.QuerySolution]]) -> None:
    """Refuse a query with a name that our vocabulary does not have.

    Raises:
        QueryError: with the place in the query, and the nearest known name.
    """
    code = [token for token in tokens(text) if token.kind not in ("comment", "space")]
    own = {after.text.rstrip(":") for here, after in itertools.pairwise(code) if here.upper == "PREFIX"}
    names = [token for token in code if token.kind == "name" and token.text.rstrip(":") not in own]
    known: set[str] | None = None
    for token in names:
        prefix, _, local = token.text.partition(":")
        if prefix in _CLOSED and prefix not in own and local:
            known = known if known is not None else {str(row["term"]).strip("<>") for row in ask(_TERMS)}
            if known and PREFIXES[prefix] + local not in known:
                locals_ = [term.removeprefix(PREFIXES[prefix]) for term in known if term.startswith(PREFIXES[prefix])]
                raise QueryError(
                    f"{_place(text, token.start)}: {token.text} is no term of the vocabulary{_near(local, locals_, prefix)}"
                )


def _place(text: str, start: int) -> str:
    before = text[:start]
    return f"line {before.count(chr(10)) + 1}, column {start - before.rfind(chr(10))}"


def _near(name: str, known: Iterable[str], prefix: str) -> str:
    found = difflib.get_close_matches(name, list(known), n=3, cutoff=0.6)
    return f"; did you mean {', '.join(f'{prefix}:{n}' for n in found)}?" if found else ""
