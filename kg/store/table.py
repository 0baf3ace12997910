"""The answer to a query: a table of plain values, with the W3C's result formats."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from html import escape
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, cast, overload

import pyoxigraph as ox

from kg.columns import arrow_table, no_formula, optional
from kg.errors import FormatError
from kg.rdf.terms import XSD

if TYPE_CHECKING:  # slow to import, and installed with the extra "tables" alone
    import pandas
    import polars
    import pyarrow

Json = dict[str, Any]
Value = str | int | float | bool | None
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None

_INTEGERS = frozenset({XSD["integer"], XSD["int"], XSD["long"], XSD["nonNegativeInteger"]})
_FRACTIONS = frozenset({XSD["decimal"], XSD["double"], XSD["float"]})
_MARKUP = re.compile(r"[\\`*_\[\]|~$#]")
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

    def to_csv(self, *, guard: bool = False) -> str:
        """SPARQL 1.1 Query Results CSV (W3C, 2013): values without their types, lines ended by CR LF.

        ``guard``: what is no number and a spreadsheet would take for a formula gets a leading apostrophe, which the standard
        does not ask for.
        """
        return (self._guarded() if guard else self)._serialized(str, ox.QueryResultsFormat.CSV)

    def to_xml(self) -> str:
        """SPARQL Query Results XML Format (W3C, 2013). A character that XML 1.0 cannot hold becomes U+FFFD."""
        return self._serialized(lambda text: _NOT_IN_XML.sub("\ufffd", text), ox.QueryResultsFormat.XML)

    def to_markdown(self) -> str:
        """A Markdown table (GitHub's), in which no cell is markup; an empty cell for what is not there."""
        rows = [[_markdown(value) for value in row] for row in self.rows]
        lines = [list(map(_markdown, self.columns)), ["---"] * len(self.columns), *rows]
        return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)

    def to_arrow(self) -> pyarrow.Table:
        """The table in Arrow's memory: numbers, truth values and days as such where a column holds nothing else, else strings.

        Raises:
            FormatError: the extra ``tables`` is not installed.
        """
        return arrow_table({name: self._column(index) for index, name in enumerate(self.columns)})

    def to_parquet(self, file: str | Path | IO[bytes]) -> None:
        """Write the table as Parquet, typed as :meth:`to_arrow` has it.

        Raises:
            FormatError: as :meth:`to_arrow`.
            OSError: the file cannot be written.
        """
        table = self.to_arrow()
        import pyarrow.parquet

        pyarrow.parquet.write_table(table, file)

    @overload
    def to_frame(self, kind: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
    @overload
    def to_frame(self, kind: Literal["polars"]) -> polars.DataFrame: ...
    def to_frame(self, kind: Literal["pandas", "polars"] = "pandas") -> pandas.DataFrame | polars.DataFrame:
        """The table as a data frame of pandas or polars, typed as :meth:`to_arrow` has it.

        Raises:
            FormatError: the extra ``tables`` is not installed, or there is no such kind of frame.
        """
        if kind not in ("pandas", "polars"):
            raise FormatError(f"no frame of kind {kind!r}; it is pandas or polars")
        table = self.to_arrow()
        if kind == "polars":
            return cast("polars.DataFrame", optional("polars").from_arrow(table))
        optional("pandas")
        return cast("pandas.DataFrame", table.to_pandas())

    def _column(self, index: int) -> list[object]:
        """The values of a column; days as such where it holds nothing else."""
        values = [row[index] for row in self.rows]
        terms = [row[index] for row in self.terms]
        days = bool(terms) and all(isinstance(t, ox.Literal) and t.datatype == XSD["date"] for t in terms if t is not None)
        try:
            return [None if v is None else date.fromisoformat(str(v)) for v in values] if days else list(values)
        except ValueError:
            return list(values)

    def _guarded(self) -> Table:
        rows = tuple(tuple(map(_guard, row)) for row in self.terms)
        return Table.of(self.columns, rows)

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


def _guard(term: Term) -> Term:
    """A literal that no spreadsheet takes for a formula."""
    return ox.Literal(no_formula(term.value)) if isinstance(term, ox.Literal) and isinstance(value_of(term), str) else term


def _markdown(value: Value) -> str:
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in " ".join(text.split()))
    return _MARKUP.sub(r"\\\g<0>", escape(plain, quote=False))


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
