"""The named queries: each answers its question on a small world, and takes ids, codes and names."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.rdf.terms import iri
from kg.store import Store, Table, named_queries
from kg.store.queries import NamedQuery, parse, values_clause
from tests.store.world import WORLD

ANSWERS: list[tuple[str, dict[str, str], tuple[str, ...], list[tuple[object, ...]]]] = [
    (
        "proposals", {}, ("proposer", "actor", "relation", "about", "target", "mode"),
        [
            ("Vladimir Putin", "Vladimir Putin", "supply", "rare earths", "United States", "offered"),
            ("United States", "Ukraine", "produce", "Shevchenko deposit", "Alder Mining", "offered"),
        ],
    ),
    ("proposals", {"stakeholder": "RUS"}, ("proposer",), [("Vladimir Putin",)]),
    ("proposals", {"stakeholder": "vladimir-putin"}, ("proposer",), [("Vladimir Putin",)]),
    ("proposals", {"stakeholder": "Ukraine"}, ("proposer",), []),
    ("proposals", {"resource": "lithium"}, ("about",), [("Shevchenko deposit",)]),
    ("proposals", {"resource": "minerals", "stakeholder": "america"}, ("about",), [("Shevchenko deposit",)]),
    ("proposals-between", {"resource": "minerals", "stakeholder": "UKR"}, ("proposer",), [("United States",)]),
    ("proposals-between", {"resource": "rare earths", "stakeholder": "USA"}, ("proposer",), [("Vladimir Putin",)]),
    ("proposals-between", {"resource": "gas", "stakeholder": "USA"}, ("proposer",), []),
    (
        "about-resource", {"resource": "rare-earths"}, ("about", "actor", "relation", "status"),
        [
            ("rare earths", "Alder Mining", "acquire", "actual"),
            ("rare earths", "Vladimir Putin", "supply", "proposed"),
        ],
    ),
    (
        "voices", {"resource": "gas"}, ("source", "outlet", "negated"),
        [(None, "Daily Courier", False), ("Dmitry Peskov", "Evening Post", True)],
    ),
    ("voices", {"stakeholder": "Kremlin"}, ("source", "outlet"), [("Dmitry Peskov", "Evening Post")]),
    ("denials", {"stakeholder": "Russia"}, ("source", "relation", "about"), [("Dmitry Peskov", "supply", "gas")]),
    ("denials", {"stakeholder": "USA"}, ("source",), []),
    ("actions", {"stakeholder": "Russia"}, ("actor", "relation", "about", "target"),
     [("Russia", "supply", "gas", "Ukraine")]),
    ("actions", {"stakeholder": "USA"}, ("actor", "relation"), [("Alder Mining", "acquire")]),
    ("actions", {"stakeholder": "USA", "resource": "gas"}, ("actor",), []),
    (
        "relations-between", {"stakeholder": "Ukraine", "other": "Russia"}, ("actor", "relation", "status", "negated"),
        [("Russia", "assault", "possible", False), ("Russia", "supply", "actual", False), ("Russia", "supply", "actual", True)],
    ),
    (
        "timeline", {"resource": "minerals"}, ("date", "about"),
        [
            ("2025-02-24", "rare earths"), ("2025-02-24", "lithium"),
            ("2025-03-01", "rare earths"), ("2025-03-01", "Shevchenko deposit"),
        ],
    ),
    ("timeline", {"resource": "gas", "since": "2025-03-01"}, ("date",), [("2025-03-01",)]),
    ("timeline", {"resource": "gas", "until": "2025-02-28"}, ("date",), [("2025-02-24",)]),
    ("timeline", {"resource": "gas", "since": "2025-02-25", "until": "2025-02-28"}, ("date",), []),
    (
        "top-stakeholders", {}, ("name", "code", "claims", "actual", "proposed", "articles"),
        [
            ("Russia", "RUS", 4, 2, 1, 3), ("Ukraine", "UKR", 2, 1, 1, 2),
            ("Chess Club", None, 1, 1, 0, 1), ("United States", "USA", 1, 1, 0, 1),
        ],
    ),
    ("top-stakeholders", {"resource": "lithium"}, ("name", "claims"), [("Ukraine", 2)]),
    (
        "top-relations", {}, ("relation", "claims", "actual", "proposed"),
        [("supply", 3, 2, 1), ("acquire", 1, 1, 0), ("assault", 1, 0, 0), ("other", 1, 1, 0), ("possess", 1, 1, 0),
         ("produce", 1, 0, 1)],
    ),
    ("top-relations", {"stakeholder": "USA"}, ("relation",), [("acquire",)]),
    (
        "contested", {}, ("actor", "relation", "about", "target", "assertions", "denials", "article", "denied_in"),
        [("Russia", "supply", "gas", "Ukraine", 1, 1, "first", "second")],
    ),
    ("contested", {"resource": "minerals"}, ("actor",), []),
    ("suppliers", {"resource": "gas"}, ("supplier", "about", "receiver"), [("Russia", "gas", "Ukraine")]),
    ("suppliers", {"resource": "minerals"}, ("supplier", "receiver"), [("Russia", "Alder Mining")]),
    ("holders", {}, ("holder", "stakeholder", "about", "amount", "unit"), [("Ukraine", "Ukraine", "lithium", 5.0, "tonne")]),
    ("holders", {"resource": "gas"}, ("holder",), []),
]  # fmt: skip


def cells(table: Table, columns: tuple[str, ...]) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in table.dicts()]


@pytest.mark.parametrize(("name", "given", "columns", "expected"), ANSWERS)
def test_each_question_is_answered(
    world: Store, name: str, given: dict[str, str], columns: tuple[str, ...], expected: list[tuple[object, ...]]
) -> None:
    found = cells(world.query(name, **given), columns)
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_every_named_query_is_tried_above() -> None:
    assert {name for name, *_ in ANSWERS} == set(named_queries())


def test_rows_come_by_date_and_each_has_its_sentence_and_article(world: Store) -> None:
    table = world.query("timeline", resource="minerals")
    assert [row["date"] for row in table.dicts()] == ["2025-02-24", "2025-02-24", "2025-03-01", "2025-03-01"]
    texts = {article.id: article.text for article, _ in WORLD}
    assert all(str(row["sentence"]) in texts[str(row["article"])] for row in table.dicts())


@pytest.mark.parametrize("query", named_queries().values(), ids=lambda query: query.name)
def test_each_file_says_what_it_asks_and_is_a_query_as_it_stands(query: NamedQuery) -> None:
    assert query.question.endswith((".", "?", ")"))
    assert all(parameter.meaning for parameter in query.parameters)
    ox.Store().query(query.text)
    for parameter in query.parameters:
        assert f"VALUES ?{parameter.name} {{ UNDEF }}" in query.text
        guarded = f"# if {parameter.name}" in query.text
        assert guarded == (parameter.default == "any")


# --- What may be given


@pytest.mark.parametrize(
    "name",
    ["actor/RUS", "RUS", "Russia", "russia", " Russia ", "Russian", "Kremlin", "https://w3id.org/newsgraph/actor/RUS"],
)
def test_a_stakeholder_goes_by_id_code_or_any_of_its_names(world: Store, name: str) -> None:
    assert len(world.query("actions", stakeholder=name)) == 1


@pytest.mark.parametrize("name", ["resource/rare-earths", "rare-earths", "rare earths", "Rare Earths", "REE"])
def test_a_resource_goes_by_id_or_any_of_its_names(world: Store, name: str) -> None:
    assert len(world.query("about-resource", resource=name)) == 2


def test_what_the_ontology_does_not_know_goes_by_its_label(world: Store) -> None:
    assert len(world.query("actions", stakeholder="chess club")) == 1


@pytest.mark.parametrize(
    ("name", "given", "reason"),
    [
        ("no-such", {}, "no query is named 'no-such'; give SPARQL, or one of about-resource, actions"),
        ("actions", {}, "query actions needs the parameter stakeholder: who did it"),
        ("actions", {"colour": "red"}, "has no parameter 'colour'; it takes stakeholder, resource"),
        ("actions", {"stakeholder": "Rusia"}, "no actor 'Rusia' in this store; did you mean Russia?"),
        ("about-resource", {"resource": "Russia"}, "no resource 'Russia'"),
        ("timeline", {"resource": "gas", "since": "spring"}, "since is 'spring'; it should be a day"),
        ("actions", {"stakeholder": "https://w3id.org/newsgraph/> } #"}, "no actor"),
        ("actions", {"stakeholder": "\ud800"}, "no actor"),
    ],
)
def test_what_cannot_be_given_is_told_in_one_line(world: Store, name: str, given: dict[str, str], reason: str) -> None:
    with pytest.raises(QueryError) as error:
        world.query(name, **given)
    assert reason in str(error.value)
    assert "\n" not in str(error.value)


def test_an_empty_parameter_is_none(world: Store) -> None:
    assert len(world.query("proposals", resource="")) == 2


def test_a_hostile_name_is_only_a_name(world: Store) -> None:
    hostile = '"} SELECT * { ?s ?p ?o } #'
    with pytest.raises(QueryError, match="no resource"):
        world.query("about-resource", resource=hostile)
    found = world.query("SELECT ?x (STRLEN(?x) AS ?n) { }", x=hostile)
    assert found.rows == ((hostile, len(hostile)),) or found.rows == ((hostile, None),)


def test_variables_of_a_query_of_ones_own_can_be_given(world: Store) -> None:
    text = "SELECT ?code { ?stakeholder kg:code ?code } # who"
    assert world.query(text, stakeholder="Ukraine").rows == (("UKR",),)
    assert world.query("SELECT ?s { ?s kg:code ?code }", code="USA").rows == ((iri("actor/USA").value,),)
    with pytest.raises(QueryError, match=r"no variable \?absent"):
        world.query(text, absent="x")


def test_one_value_cannot_reach_into_another() -> None:
    query = parse("q", "# Q?\n# parameter a: a (any)\nVALUES ?a { UNDEF } VALUES ?b { UNDEF }")
    trick = ox.Literal("VALUES ?b { UNDEF }")
    bound = query.bound({"a": [trick], "b": [ox.Literal('"')]})
    assert bound.endswith(f'{values_clause("a", [trick])} VALUES ?b {{ "\\"" }}')


def test_a_query_file_without_its_question_is_named() -> None:
    with pytest.raises(QueryError, match=r"odd\.rq: the first line"):
        parse("odd", "SELECT * { ?s ?p ?o }")


def test_a_default_value_is_taken_where_nothing_is_given() -> None:
    query = parse("q", "# Q?\n# parameter since: from when (2025-01-01)\n")
    assert query.arguments({}) == {"since": "2025-01-01"}
    assert query.arguments({"since": date(2025, 2, 1)}) == {"since": date(2025, 2, 1)}


def test_queries_of_ones_own_folder_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("# Mine?\nASK { }")
    assert named_queries(tmp_path)["mine"].question == "Mine?"
