"""Answers as plain values and in the W3C's formats."""

import csv
import io
import json
from xml.etree import ElementTree

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

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


def test_all_forms_of_query_give_a_table(world: Store) -> None:
    assert world.query("ASK { actor:UKR kg:code 'UKR' }").rows == ((True,),)
    triples = world.query("CONSTRUCT { ?s kg:code ?o } WHERE { ?s kg:code ?o FILTER(?o = 'UKR') }")
    assert triples.columns == ("subject", "predicate", "object")
    assert [row[2] for row in triples] == ["UKR"]
    assert world.query("SELECT ?x { } ").rows == ((None,),)
    assert world.query("SELECT ?x { ?x a schema:Movie }").to_csv() == "x\r\n"
