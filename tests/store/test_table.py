"""Answers as plain values and in the W3C's formats."""

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.parquet
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import FormatError
from kg.rdf.terms import XSD
from kg.store import Store, Table


def column(*terms: ox.NamedNode | ox.Literal | None) -> Table:
    return Table.of(("value",), tuple((term,) for term in terms))


def test_values_are_plain() -> None:
    table = column(
        ox.NamedNode("https://w3id.org/newsgraph/actor/UKR"), ox.Literal("Kyiv", language="en"), ox.Literal(3),
        ox.Literal("1.5", datatype=XSD["decimal"]), ox.Literal(True), ox.Literal("2025-02", datatype=XSD["gYearMonth"]),
        ox.Literal("many", datatype=XSD["integer"]), None,
    )  # fmt: skip
    assert [value for (value,) in table] == [
        "https://w3id.org/newsgraph/actor/UKR", "Kyiv", 3, 1.5, True, "2025-02", "many", None,
    ]  # fmt: skip
    assert table.dicts()[1] == {"value": "Kyiv"}
    assert len(table) == 8


def test_json_keeps_what_kind_of_term_each_is() -> None:
    table = column(ox.NamedNode("a:b"), ox.Literal("Kyiv", language="en"), ox.Literal(3), None)
    found = json.loads(table.to_json())
    assert found["head"] == {"vars": ["value"]}
    assert [row.get("value") for row in found["results"]["bindings"]] == [
        {"type": "uri", "value": "a:b"},
        {"type": "literal", "value": "Kyiv", "xml:lang": "en"},
        {"type": "literal", "value": "3", "datatype": XSD["integer"].value},
        None,
    ]


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=4))
def test_any_text_comes_through_every_format(texts: list[str]) -> None:
    table = Table.of(("a", "b"), tuple((ox.Literal(text), None) for text in texts))
    bindings = json.loads(table.to_json())["results"]["bindings"]
    assert [row["a"]["value"] for row in bindings] == texts
    rows = list(csv.reader(io.StringIO(table.to_csv(), newline="")))
    assert [row[0] for row in rows[1:]] == texts
    ElementTree.fromstring(table.to_xml())


def test_what_xml_cannot_hold_is_replaced_and_nothing_else() -> None:
    text = column(ox.Literal("a\x00\x0b\ufffe\\u0000\t<&>é")).to_xml()
    (found,) = ElementTree.fromstring(text).iter("{http://www.w3.org/2005/sparql-results#}literal")
    assert found.text == "a\ufffd\ufffd\ufffd\\u0000\t<&>é"


def typed() -> Table:
    """A column of each kind, and one that mixes them."""
    days = [ox.Literal(day, datatype=XSD["date"]) for day in ("2025-02-25", "2025-03-01")]
    months = [ox.Literal("2025-02", datatype=XSD["gYearMonth"]), None]
    rows = (
        (ox.Literal("Kyiv"), ox.Literal(3), ox.Literal(0.5), ox.Literal(True), days[0], months[0], ox.Literal(1), None),
        (ox.NamedNode("a:b"), None, ox.Literal(2), ox.Literal(False), days[1], None, ox.Literal("one"), None),
    )
    return Table.of(("text", "count", "share", "denied", "day", "month", "mixed", "nothing"), rows)


VALUES = {
    "text": ["Kyiv", "a:b"], "count": [3, None], "share": [0.5, 2.0], "denied": [True, False],
    "day": [date(2025, 2, 25), date(2025, 3, 1)], "month": ["2025-02", None], "mixed": ["1", "one"], "nothing": [None, None],
}  # fmt: skip


def test_arrow_and_parquet_are_typed(tmp_path: Path) -> None:
    table = typed().to_arrow()
    assert table.to_pydict() == VALUES
    assert [str(field.type) for field in table.schema] == [
        "string", "int64", "double", "bool", "date32[day]", "string", "string", "string",
    ]  # fmt: skip
    typed().to_parquet(tmp_path / "t.parquet")
    assert pyarrow.parquet.read_table(tmp_path / "t.parquet").equals(table)


def test_frames_of_pandas_and_polars_hold_the_same() -> None:
    frame = typed().to_frame()
    assert list(frame.columns) == list(VALUES)
    assert frame["text"].tolist() == VALUES["text"]
    assert frame["share"].tolist() == VALUES["share"]
    assert frame["day"].tolist() == VALUES["day"]
    assert typed().to_frame("polars").to_dict(as_series=False) == VALUES
    with pytest.raises(FormatError, match="it is pandas or polars"):
        typed().to_frame("excel")  # type: ignore[call-overload]


def test_a_named_query_becomes_a_frame(world: Store) -> None:
    frame = world.query("timeline", resource="minerals").to_frame()
    assert len(frame) == 4
    assert str(frame["date"].iloc[0]) == "2025-02-24"
    assert world.query("timeline", resource="gas", until="1990-01-01").to_frame("polars").columns == list(frame.columns)


def test_what_is_not_installed_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(FormatError, match=r"pyarrow is not installed; run: pip install 'newsgraph\[tables\]'"):
        typed().to_frame()


def test_numbers_too_large_and_days_that_are_none_become_text() -> None:
    assert column(ox.Literal(str(2**70), datatype=XSD["integer"])).to_arrow().to_pydict() == {"value": [str(2**70)]}
    assert column(ox.Literal("2025-02-30", datatype=XSD["date"])).to_arrow().to_pydict() == {"value": ["2025-02-30"]}


def test_markdown_has_a_line_a_row_and_no_cell_is_markup() -> None:
    cells = column(ox.Literal("a|b\n*c* <i>_d_</i> `e` [f](g) \\ & \x00"), ox.Literal(True), None).to_markdown().splitlines()
    assert cells[:2] == ["| value |", "| --- |"]
    assert cells[2] == r"| a\|b \*c\* &lt;i&gt;\_d\_&lt;/i&gt; \`e\` \[f\](g) \\ &amp; � |"
    assert cells[3:] == ["| true |", "|  |"]


@pytest.mark.parametrize("sign", "=+-@\t\r")
def test_a_guarded_cell_is_no_formula_and_numbers_stay(sign: str) -> None:
    table = Table.of(("a", "b"), ((ox.Literal(f"{sign}1+1"), ox.Literal(-1)), (ox.Literal("x=1"), ox.NamedNode("a:=1"))))
    exact, guarded = (list(csv.reader(io.StringIO(text, newline=""))) for text in (table.to_csv(), table.to_csv(guard=True)))
    assert exact[1:] == [[f"{sign}1+1", "-1"], ["x=1", "a:=1"]]
    assert guarded[1:] == [[f"'{sign}1+1", "-1"], ["x=1", "a:=1"]]


def test_all_forms_of_query_give_a_table(world: Store) -> None:
    assert world.query("ASK { actor:UKR kg:code 'UKR' }").rows == ((True,),)
    triples = world.query("CONSTRUCT { ?s kg:code ?o } WHERE { ?s kg:code ?o FILTER(?o = 'UKR') }")
    assert triples.columns == ("subject", "predicate", "object")
    assert [row[2] for row in triples] == ["UKR"]
    assert world.query("SELECT ?x { } ").rows == ((None,),)
    assert world.query("SELECT ?x { ?x a schema:Movie }").to_csv() == "x\r\n"
