"""How named queries are written and asked: what their comments say, and the ids, codes, names and days that may be given."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.rdf.terms import iri
from kg.store import Store, named_queries
from kg.store.queries import NamedQuery, parse, values_clause
from tests.store.world import WORLD


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
        assert f"VALUES ?given_{parameter.name} {{ UNDEF }}" in query.text
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


@pytest.mark.parametrize("name", ["claim/first-0", "first-0", "https://w3id.org/newsgraph/claim/first-0"])
def test_a_claim_goes_by_its_id(world: Store, name: str) -> None:
    assert len(world.query("evidence", claim=name)) == 1


@pytest.mark.parametrize("least", ["0.8", " 0.8 ", 0.8, "8e-1"])
def test_a_number_may_be_written_in_any_way(world: Store, least: object) -> None:
    assert len(world.query("latest", min_confidence=least)) == 8
    assert len(world.query("latest", min_confidence="0.81")) == 0


def test_a_status_goes_by_its_name(world: Store) -> None:
    assert len(world.query("latest", status="Possible")) == 1


def test_the_sparql_of_a_named_query_can_be_had(world: Store) -> None:
    text = world.bound("proposals", stakeholder="Kremlin")
    assert "VALUES ?given_stakeholder { <https://w3id.org/newsgraph/actor/RUS> }" in text
    assert "given_resource" not in text
    assert world.query(text).rows == world.query("proposals", stakeholder="RUS").rows
    with pytest.raises(QueryError, match="no query is named"):
        world.bound("no-such")


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
        ("doubtful", {"max_confidence": "low"}, "max_confidence is 'low'; it should be a number"),
        ("doubtful", {"max_confidence": "inf"}, "max_confidence is 'inf'; it should be a number"),
        ("latest", {"status": "done"}, "no status 'done'; it is one of actual, proposed, possible"),
        ("evidence", {"claim": "nowhere"}, "no claim 'nowhere' in this store; give its id, as answers show it"),
        ("places", {"place": "Atlantis"}, "no place 'Atlantis' in this store"),
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
    query = parse("q", "# Q?\n# parameter a: a (any)\nVALUES ?given_a { UNDEF } VALUES ?given_b { UNDEF }")
    trick = ox.Literal("VALUES ?given_b { UNDEF }")
    bound = query.bound({"a": [trick], "b": [ox.Literal('"')]})
    assert bound.endswith(f'{values_clause("given_a", [trick])} VALUES ?given_b {{ "\\"" }}')


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
