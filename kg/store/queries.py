"""Named queries: SPARQL files whose comments say what they ask and what may be given.

    # Who proposes what to whom?
    # parameter resource: the resource, by id or name; narrower ones count (any)
    # if resource
      VALUES ?given_resource { UNDEF } …
    # end

The first comment is the question. ``parameter NAME: meaning (default)`` is one that a user may give: the default is
``any`` (the lines from ``# if NAME`` to ``# end`` count only where it is given), ``required``, or a value. What is
given goes into ``VALUES ?given_NAME { UNDEF }`` as RDF terms, never as text. A file is SPARQL 1.1 as it stands, without any
engine's extension, and asks of the union of all graphs; where a parameter is not filled in, it stands for anything.

Engines differ in what the standard leaves open and in what they get wrong. So that all give the same answer in the same
order, a query keeps to these rules:

- ORDER BY ends with what tells every two rows apart (the claim, or what is grouped by).
- An aggregate is never given an unbound value, but for COUNT(DISTINCT …); dates go through STR, and MIN and MAX over them.
- A sub-select is DISTINCT and shares no variables with what is around it but those that join them; an engine that hands
  values down into it would otherwise overwrite what is computed inside.
- Every GROUP BY has a HAVING that counts: one engine makes an empty row where there is no group, and a filter further out
  may come too late.
- What chooses the claims is joined, what is rare first; what is only shown of them stands in one OPTIONAL that begins with the
  claim's article, as OPTIONALs in it, even where no claim is without it. Oxigraph, which keeps no statistics, looks up what is
  optional for the claims that are left; of what is joined, it would begin with what looks small, or read all to join by hash, and
  of two steps in an OPTIONAL too, once many triples stand before it.
- A UNION that is joined holds no OPTIONAL, and each of its parts and each run of triples hangs together: else an engine does
  it for all claims, or pairs all with all.
- What BIND computes is COALESCEd with a constant where a pattern or another sub-select joins it: only then does Oxigraph know that
  it is bound, and so join by it.
- What a speech act is about (kg:Content) has roles too: a query that chooses by roles asks for kg:Claim, or for the status.
- Nothing of a claim is counted without DISTINCT: the union of graphs is a set in one engine and a bag in another.
- A time is a day, a month, a year or a word: it is compared and shown as a string.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.paths import queries_dir

ANY, REQUIRED = "any", "required"
_PARAMETER = re.compile(r"#\s*parameter\s+(\w+):\s*(.*?)\s*\((.*)\)\s*")
_PLACE = re.compile(r"VALUES \?given_(\w+) \{ UNDEF \}")
_BLOCK = re.compile(r"^[ \t]*# if (\w+)[ \t]*\n(.*?)^[ \t]*# end[ \t]*\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be given to a named query; ``default`` is "any", "required", or the value that is taken otherwise."""

    name: str
    meaning: str
    default: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the package: its name, the question that it answers, its parameters, and its SPARQL."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str

    def arguments(self, given: Mapping[str, object]) -> dict[str, object]:
        """What was given, with the defaults for the rest.

        Raises:
            QueryError: a parameter is unknown, or one that is required is missing.
        """
        names = [parameter.name for parameter in self.parameters]
        for name in given:
            if name not in names:
                takes = ", ".join(names) or "no parameter"
                raise QueryError(f"query {self.name} has no parameter {name!r}; it takes {takes}")
        found = {name: value for name, value in given.items() if value not in (None, "")}
        for parameter in self.parameters:
            if parameter.name not in found and parameter.default == REQUIRED:
                raise QueryError(f"query {self.name} needs the parameter {parameter.name}: {parameter.meaning}")
            if parameter.default not in (ANY, REQUIRED):
                found.setdefault(parameter.name, parameter.default)
        return found

    def bound(self, values: Mapping[str, Sequence[ox.NamedNode | ox.Literal]]) -> str:
        """The SPARQL with ``values`` in place: each parameter stands for any one of its values."""
        text = _BLOCK.sub(lambda block: block[2] if block[1] in values else "", self.text)
        return _PLACE.sub(lambda m: values_clause(f"given_{m[1]}", values[m[1]]) if m[1] in values else m[0], text)


def values_clause(name: str, terms: Sequence[ox.NamedNode | ox.Literal]) -> str:
    """``VALUES ?name { … }``; the engine's own writer puts the terms into SPARQL, and escapes them."""
    return f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}"


@lru_cache(maxsize=4)
def named_queries(folder: Path | None = None) -> Mapping[str, NamedQuery]:
    """The named queries by their names, sorted; ``folder`` is another place than the package's own."""
    paths = sorted((folder or queries_dir()).glob("*.rq"))
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in paths}


def parse(name: str, text: str) -> NamedQuery:
    """Read a query's comments.

    Raises:
        QueryError: the file does not begin with its question.
    """
    question = text.partition("\n")[0]
    if not question.startswith("#"):
        raise QueryError(f"{name}.rq: the first line should be a comment with the question that it answers")
    found = filter(None, map(_PARAMETER.fullmatch, text.splitlines()))
    return NamedQuery(name, question.lstrip("# "), tuple(Parameter(*match.groups()) for match in found), text)
