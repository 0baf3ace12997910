"""Cells and columns, whatever table they are for: no cell is a formula; columns of plain values become Arrow.

Arrow is the one way in which frames and Parquet are made; it needs the extra ``tables``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from kg.errors import FormatError

if TYPE_CHECKING:
    import pyarrow

_LARGEST = 2**63
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def no_formula(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> no_formula("=1+1"), no_formula("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def optional(name: str) -> ModuleType:
    """A module of the extra ``tables``.

    Raises:
        FormatError: it is not installed; the message says how to.
    """
    try:
        return import_module(name)
    except ImportError:
        raise FormatError(f"{name} is not installed; run: pip install 'newsgraph[tables]'") from None


def arrow_table(columns: Mapping[str, Sequence[object]]) -> pyarrow.Table:
    """An Arrow table; a column is of numbers, truth values, days or lists of strings where it holds nothing else, else of strings.

    Raises:
        FormatError: the extra ``tables`` is not installed.
    """
    pa = optional("pyarrow")
    arrays = {name: _array(pa, values) for name, values in columns.items()}
    return pa.table(list(arrays.values()), names=list(arrays))


def _array(pa: ModuleType, values: Sequence[object]) -> object:
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return pa.array(values, pa.bool_())
    if kinds == {date}:
        return pa.array(values, pa.date32())
    if kinds == {int} and all(value is None or -_LARGEST <= value < _LARGEST for value in values):  # type: ignore[operator]
        return pa.array(values, pa.int64())
    if kinds and kinds <= {int, float} and float in kinds:
        return pa.array([None if value is None else float(value) for value in values], pa.float64())  # type: ignore[arg-type]
    if kinds and kinds <= {list, tuple}:
        return pa.array([None if value is None else list(map(str, value)) for value in values], pa.list_(pa.string()))  # type: ignore[call-overload]
    return pa.array([None if value is None else str(value) for value in values], pa.string())
