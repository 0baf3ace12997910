"""What a query may not do: call other servers, read addresses or files, change anything.

A query is cut into tokens; a bare word SERVICE, an update, or a graph that is not ours is refused. Where SPARQL is
ambiguous ("<" opens an IRI or compares, "#" opens a comment or belongs to an IRI) the engine might read a token
otherwise than we do, and so find a SERVICE where we saw none. So the query that goes to the engine is the one that we
have read: comments are taken out, and each IRI ends its line, so that no other reading of it can reach beyond.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.errors import QueryError
from kg.rdf import BASE, PREFIXES

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
               | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<name>(?:[^\W\d_](?:[\w.-]{0,60}[\w-])?)?:
               (?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])
                  (?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)?)
    | (?P<word>\w+)
    | (?P<space>\s+)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"])


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind (a group of the pattern above), its text, and where it stands."""

    kind: str
    text: str
    start: int

    @property
    def upper(self) -> str:
        """The text in capitals, to compare keywords."""
        return self.text.upper()


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may be run. ``dataset``: it names its graphs itself; ``variables``: the names that it uses."""

    text: str
    dataset: bool
    variables: frozenset[str]
    original: str
    pieces: tuple[tuple[int, int], ...]

    def origin(self, line: int, column: int) -> tuple[int, int]:
        """Where in the query as given stands what is at ``line`` and ``column`` of the checked one (all from 1)."""
        starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        offset = starts[min(line, len(starts)) - 1] + column - 1
        index = bisect_right(self.pieces, (offset, len(self.original))) - 1
        here, there = self.pieces[index] if index >= 0 else (0, 0)
        before = self.original[: there + offset - here]
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def tokens(text: str) -> list[Token]:
    """The tokens of a query, white space and comments included: joined, they are the query."""
    return [Token(str(m.lastgroup), m.group(), m.start()) for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=128)
def check_query(text: str) -> Checked:
    """Refuse what a query may not do; give it in the form in which it may go to the engine.

    Raises:
        QueryError: it updates, calls another server, or names graphs that are not ours; the message says which.
    """
    found = tokens(text)
    code = [token for token in found if token.kind not in ("comment", "space")]
    _check_form(code)
    _check_reach(code)
    dataset = _check_graphs(code)
    rewritten, pieces, length = [], [], 0
    for token in found:
        pieces.append((length, token.start))
        piece = " " if token.kind == "comment" else token.text + ("\n" if token.kind == "iri" else "")
        rewritten.append(piece)
        length += len(piece)
    variables = frozenset(token.text[1:] for token in code if token.kind == "variable")
    return Checked("".join(rewritten), dataset, variables, text, tuple(pieces))


def _check_form(code: list[Token]) -> None:
    """After the prologue (BASE, PREFIX, VERSION) comes SELECT, ASK, CONSTRUCT or DESCRIBE."""
    for token in code:
        if token.kind == "word" and token.upper in _UPDATES:
            raise QueryError(f"{token.upper} changes the store, which a query may not do; use SELECT, ASK or CONSTRUCT")
        if token.kind == "word" and token.upper not in ("BASE", "PREFIX", "VERSION"):
            return


def _check_reach(code: Iterable[Token]) -> None:
    """No bare word SERVICE, not even glued to its neighbours, which the engine would accept."""
    for token in code:
        text = token.text.lower()
        word = text if token.kind == "word" else text.partition(":")[0] if token.kind == "name" else ""
        if "service" in word:
            raise QueryError("SERVICE would call another server, which a query may not do; leave it out")
        if token.kind == "iri" and ("'" in text or (")" in text and "service" in text)):
            raise QueryError(f"{token.text}: an apostrophe or a bracket in an IRI is ambiguous; percent-encode it")


def _check_graphs(code: list[Token]) -> bool:
    """FROM may name graphs of the store alone. Say whether there is one."""
    prefixes, found = dict(PREFIXES), False
    for here, after, last in zip(code, [*code[1:], _END], [*code[2:], _END, _END], strict=False):
        if here.upper == "PREFIX" and after.kind == "name" and last.kind == "iri":
            prefixes[after.text.rstrip(":")] = last.text[1:-1]
        if here.kind == "word" and here.upper.endswith("FROM"):
            graph = last if after.upper == "NAMED" else after
            if not _expand(graph, prefixes).startswith(BASE):
                raise QueryError(f"FROM {graph.text}: not a graph of this store; its graphs begin with <{BASE}graph/")
            found = True
    return found


_END = Token("sign", "", -1)


def _expand(token: Token, prefixes: dict[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix, "") + local if token.kind == "name" else ""


def _declared(text: str) -> str:
    """The nearest of our prefixes to the first that nobody has declared."""
    for token in tokens(text):
        prefix = token.text.partition(":")[0] if token.kind == "name" else ""
        near = difflib.get_close_matches(prefix, PREFIXES, n=1) if prefix and prefix not in PREFIXES else []
        if near:
            return f"; did you mean {near[0]}:?"
    return ""


_REASON = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def malformed(checked: Checked, error: SyntaxError) -> QueryError:
    """The engine's complaint in one line, with the place in the query as it was given."""
    match = _REASON.match(str(error))
    if not match:
        return QueryError("malformed query: " + " ".join(str(error).split())[:160])
    line, column = checked.origin(int(match[1]), int(match[2]))
    place = f"malformed query at line {line}, column {column}"
    if "Prefix not found" in match[3]:
        return QueryError(f"{place}: a prefix that is not declared{_declared(checked.original)}")
    return QueryError(f"{place}: no SPARQL from there on")
