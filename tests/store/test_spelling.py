"""Mistakes in a query of one's own: where they stand, and what was perhaps meant."""

import pytest

from kg.errors import QueryError
from kg.store import Store

SLIPS = [
    ("SELCT ?x { ?x a kg:Claim }", "malformed query at line 1, column 1: SELCT is no word of SPARQL; did you mean SELECT?"),
    ("SELECT ?x { ?x a kg:Claim }\n ODER BY ?x", "line 2, column 2: ODER is no word of SPARQL; did you mean ORDER"),
    ("SELECT ?x { ?x kg:label ?l FILTER(STRLENGTH(?l) > 2) }", "column 35: STRLENGTH is no word of SPARQL; did you mean STRLEN or"),
    ("SELECT ?x { ?x a kgg:Claim }", "a prefix that is not declared; did you mean kg:?"),
    ("SELECT ?x { ?x a kg:Clam }", "line 1, column 18: kg:Clam is no term of the vocabulary; did you mean kg:Claim"),
    ("SELECT (COUNT(*) AS ?n) { ?x kg:relation rel:suply }", "rel:suply is no term of the vocabulary; did you mean rel:supply?"),
    ("SELECT * { ?x kg:relation ?r OPTIONAL { ?x kg:resorce ?y } }", "column 44: kg:resorce is no term of the vocabulary"),
    ("SELECT ?x { ?x schema:datePublishd ?d }", "schema:datePublishd is no term of the vocabulary; did you mean schema:datePub"),
    ("SELECT ?x { ?x kg:actor ?a . ?a skos:preflabel ?l }", "skos:preflabel is no term of the vocabulary; did you mean skos:pref"),
    ("SELECT ?x { ?x kg:actor actor:USB }", "column 25: actor:USB does not stand in this store; did you mean actor:USA"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "said"), SLIPS)
def test_a_slip_is_told_with_its_place_and_the_nearest_known_name(world: Store, query: str, said: str) -> None:
    with pytest.raises(QueryError) as error:
        world.query(query)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { ?x schema:headline ?d FILTER(?d = 'none') }",
        "SELECT ?x { ?x oa:anything ?d }",
        "SELECT ?x { ?x kg:label 'SELCT kg:Clam' } # ODER kg:Clam",
        "PREFIX kg: <https://example.org/> SELECT ?x { ?x a kg:Clam }",
        "SELECT ?x { ?x <https://example.org/kg:Clam> 'no'@ena }",
        "SELECT ?x { ?x a kg:Company ; kg:code 'none' }",
        "ASK { actor:USA skos:prefLabel 'Nowhere' }",
    ],
)
def test_what_is_spelt_well_and_finds_nothing_is_no_mistake(world: Store, query: str) -> None:
    world.query(query)


def test_a_name_of_another_vocabulary_is_taken_as_it_stands_where_something_is_found(world: Store) -> None:
    assert len(world.query("SELECT ?x { ?x a kg:Article OPTIONAL { ?x schema:datePublishd ?d } }")) > 0
