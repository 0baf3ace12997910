"""The answer to a query: a table of plain values, with the W3C's result formats."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import pyoxigraph as ox

from kg.rdf.terms import XSD

Json = dict[str, Any]
Value = str | int | float | bool | None
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None

_INTEGERS = frozenset({XSD["integer"], XSD["int"], XSD["long"], XSD["nonNegativeInteger"]})
_FRACTIONS = frozenset({XSD["decimal"], XSD["double"], XSD["float"]})
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Table:
    """Columns and rows; a cell is a string, a number, true or false, or None. IRIs, dates and labels are strings.

    ``terms`` are the same cells as RDF terms, from which the result formats are written.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    terms: tuple[tuple[Term, ...], ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def of(cls, columns: tuple[str, ...], terms: tuple[tuple[Term, ...], ...]) -> Table:
        """The table of some rows of RDF terms."""
        return cls(columns, tuple(tuple(value_of(term) for term in row) for row in terms), terms)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        """Row by row."""
        return iter(self.rows)

    def dicts(self) -> list[dict[str, Value]]:
        """The rows as dictionaries, column → value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON Format (W3C, 2013)."""
        return json.dumps(self._document(str), ensure_ascii=False)

    def to_csv(self) -> str:
        """SPARQL 1.1 Query Results CSV (W3C, 2013): values without their types, lines ended by CR LF."""
        return self._serialized(str, ox.QueryResultsFormat.CSV)

    def to_xml(self) -> str:
        """SPARQL Query Results XML Format (W3C, 2013). A character that XML 1.0 cannot hold becomes U+FFFD."""
        return self._serialized(lambda text: _NOT_IN_XML.sub("\ufffd", text), ox.QueryResultsFormat.XML)

    def _document(self, clean: Callable[[str], str]) -> Json:
        bindings = [
            {column: _json(term, clean) for column, term in zip(self.columns, row, strict=True) if term is not None}
            for row in self.terms
        ]
        return {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}

    def _serialized(self, clean: Callable[[str], str], form: ox.QueryResultsFormat) -> str:
        solutions = ox.parse_query_results(json.dumps(self._document(clean)), ox.QueryResultsFormat.JSON)
        return (solutions.serialize(format=form) or b"").decode()


def value_of(term: Term) -> Value:
    """A plain value: numbers and booleans where the datatype says so, otherwise the IRI or the text."""
    if not isinstance(term, ox.Literal):
        return None if term is None else str(getattr(term, "value", term))
    try:
        if term.datatype in _INTEGERS:
            return int(term.value)
        if term.datatype in _FRACTIONS:
            return float(Decimal(term.value))
    except (ValueError, InvalidOperation):
        return term.value
    if term.datatype == XSD["boolean"]:
        return term.value in ("true", "1")
    return term.value


def _json(term: Term, clean: Callable[[str], str]) -> Json:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part, clean) for name, part in parts.items()}}
    assert isinstance(term, ox.Literal)
    record = {"type": "literal", "value": clean(term.value)}
    if term.language:
        return {**record, "xml:lang": term.language}
    return record if term.datatype == XSD["string"] else {**record, "datatype": term.datatype.value}
