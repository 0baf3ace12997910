"""Named queries: SPARQL files whose comments say what they ask and what may be given.

    # Who proposes what to whom?
    # parameter resource: the resource, by id or name; narrower ones count (any)
    # if resource
      VALUES ?resource { UNDEF } …
    # end

The first comment is the question. ``parameter NAME: meaning (default)`` is one that a user may give: the default is
``any`` (the lines from ``# if NAME`` to ``# end`` count only where it is given), ``required``, or a value. What is
given goes into ``VALUES ?NAME { UNDEF }`` as RDF terms, never as text. A file is a query as it stands, and runs in any
SPARQL engine over the union of all graphs.
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
_PLACE = re.compile(r"VALUES \?(\w+) \{ UNDEF \}")
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
        return _PLACE.sub(lambda m: values_clause(m[1], values[m[1]]) if m[1] in values else m[0], text)


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
