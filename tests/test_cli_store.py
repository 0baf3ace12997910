"""The commands that ask a store: its answers, exports, views and checks, in every format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import polars
import pytest
import rdflib

from kg.jsonl import load_claims
from kg.store import named_queries
from tests.commands import Run, one_line

ROOT = Path(__file__).resolve().parent.parent


# --- Query


def test_queries_are_listed_with_what_they_ask(run: Run) -> None:
    result = run("query")
    assert result.code == 0
    for path in (ROOT / "kg" / "queries").glob("*.rq"):
        assert path.stem in result.out


def test_a_named_query_prints_a_table(folder: Path, run: Run) -> None:
    result = run("query", "proposals", "--about", "rare-earths", "--store", folder)
    assert result.code == 0
    assert "Putin" in result.out
    assert result.err.strip().endswith("rows")


NONE_IN_THE_EXAMPLES = {"carried-out", "contested", "corroborated", "proposed-for-others"}


@pytest.mark.parametrize("name", sorted(p.stem for p in (ROOT / "kg" / "queries").glob("*.rq")))
def test_every_named_query_can_be_asked(name: str, folder: Path, run: Run) -> None:
    asked = {parameter.name for parameter in named_queries()[name].parameters if parameter.default == "required"}
    values = {"resource": "minerals", "stakeholder": "EU", "other": "UKR", "since": "2020-01-01", "until": "2030-12-31"}
    if "claim" in asked:
        values["claim"] = next(load_claims(io.StringIO(run("export", "--store", folder).out))).id
    given = [f"{parameter}={values[parameter]}" for parameter in sorted(asked)]
    result = run("query", name, *given, "--store", folder, "--format", "csv")
    assert result.code == 0, result.err
    assert (len(list(csv.reader(io.StringIO(result.out)))) > 1) == (name not in NONE_IN_THE_EXAMPLES)
    if asked:
        assert f"query {name} needs the parameter" in one_line(run("query", name, "--store", folder))


def test_the_sparql_of_a_named_query_is_one_for_any_engine(folder: Path, run: Run, tmp_path: Path) -> None:
    shown = run("query", "actions", "stakeholder=Kyiv", "--store", folder, "--sparql")
    assert shown.code == 0
    assert "<https://w3id.org/newsgraph/actor/UKR>" in shown.out
    (tmp_path / "actions.rq").write_text(shown.out, encoding="utf-8")
    answers = [
        run("query", *words, "--store", folder, "-f", "csv").out for words in (("actions", "stakeholder=UKR"), ("actions.rq",))
    ]
    assert answers[0] == answers[1] != ""
    assert run("export", "--store", folder, "--format", "nq", "--to", "all.nq").code == 0
    data = rdflib.Dataset(default_union=True)
    data.parse(tmp_path / "all.nq", format="nquads")
    assert len(list(data.query(shown.out))) == len(list(csv.DictReader(io.StringIO(answers[0]))))


def test_answers_come_in_every_format(folder: Path, run: Run) -> None:
    asked = ("query", "top-relations", "--store", folder, "--format")
    rows = list(csv.DictReader(io.StringIO(run(*asked, "csv").out)))
    answer = json.loads(run(*asked, "json").out)
    tree = ElementTree.fromstring(run(*asked, "xml").out)
    assert len(rows) == len(answer["results"]["bindings"]) == len(tree.findall(".//{*}result")) > 5
    assert list(rows[0]) == answer["head"]["vars"]


def test_sparql_and_files_are_answered(folder: Path, run: Run, tmp_path: Path) -> None:
    query = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a kg:Claim }"
    (tmp_path / "count.rq").write_text(query, encoding="utf-8")
    direct, filed = (run("query", q, "--store", folder, "-f", "csv") for q in (query, "count.rq"))
    assert direct.out == filed.out
    assert int(direct.out.split()[1]) > 50


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nonsense",), "no query is named 'nonsense'"),
        (("proposals", "resource"), "'resource' is no parameter; write name=value"),
        (("proposals", "query=x"), "has no parameter 'query'"),
        (("proposals", "self=x"), "has no parameter 'self'"),
        (("proposals", "--about", "kryptonite"), "kryptonite"),
        (("SELECT * { ?s ?p",), ""),
        (("DELETE WHERE { ?s ?p ?o }",), ""),
        (("SELECT * { SERVICE <http://example.org> { ?s ?p ?o } }",), ""),
    ],
)
def test_a_query_that_cannot_be_answered_is_told(words: tuple[str, ...], told: str, folder: Path, run: Run) -> None:
    assert told in one_line(run("query", *words, "--store", folder))


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    kg = Path(sys.executable).with_name("kg")
    shell = f"set -o pipefail; '{kg}' export --store '{folder}' | head -c 10 >/dev/null"
    shown = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False, timeout=60)
    assert shown.stderr == ""


# --- Export, view, validate


def test_claims_are_exported_as_json_lines(folder: Path, run: Run, tmp_path: Path) -> None:
    shown = run("export", "--store", folder)
    assert shown.code == 0
    claims = list(load_claims(io.StringIO(shown.out)))
    assert len(claims) > 80
    assert run("export", "--store", folder, "--to", "claims.jsonl").out == ""
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == shown.out


@pytest.mark.parametrize(("format", "parser"), [("nq", "nquads"), ("trig", "trig"), ("ttl", "turtle"), ("json-ld", "json-ld")])
def test_rdf_can_be_read_by_another_library(format: str, parser: str, folder: Path, run: Run, tmp_path: Path) -> None:
    assert run("export", "--store", folder, "--format", format, "--to", f"graph.{format}").code == 0
    data = rdflib.Dataset()
    data.parse(tmp_path / f"graph.{format}", format=parser)
    claim = rdflib.URIRef("https://w3id.org/newsgraph/ontology#Claim")
    found = {s for s, _, _, _ in data.quads((None, rdflib.RDF.type, claim, None))}
    assert len(found) > 80


def test_graphs_can_be_read_by_another_library(folder: Path, run: Run, tmp_path: Path) -> None:
    assert run("export", "--store", folder, "--format", "graphml", "--to", "g.graphml").code == 0
    assert run("export", "--store", folder, "--format", "gexf", "--to", "g.gexf").code == 0
    assert run("export", "--store", folder, "--format", "csv", "--to", "tables").code == 0
    graphml, gexf = nx.read_graphml(tmp_path / "g.graphml"), nx.read_gexf(tmp_path / "g.gexf")
    with (tmp_path / "tables" / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert graphml.number_of_edges() == gexf.number_of_edges() == len(edges) > 50


def test_tables_and_neo4j_are_written(folder: Path, run: Run, tmp_path: Path) -> None:
    for format, to in (("parquet", "tables"), ("neo4j", "neo4j"), ("cypher", "g.cypher")):
        assert run("export", "--store", folder, "--format", format, "--to", to).code == 0
    claims, edges = (polars.read_parquet(tmp_path / "tables" / f"{name}.parquet") for name in ("claims", "edges"))
    assert len(claims) > 80
    with (tmp_path / "neo4j" / "relationships.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(edges) > 50
    assert (tmp_path / "g.cypher").read_text(encoding="utf-8").count("{a: '") == len(edges)


def test_a_dump_in_parts_becomes_the_same_store_again(folder: Path, run: Run, tmp_path: Path) -> None:
    assert run("export", "--store", folder, "--format", "nq", "--to", "dump", "--split", "50000").code == 0
    parts = sorted((tmp_path / "dump").iterdir())
    assert len(parts) > 1
    assert run("import", *parts, "--store", "again").code == 0
    dumps = [run("export", "--store", store, "--format", "nq").out for store in (folder, "again")]
    assert dumps[0] == dumps[1]
    assert dumps[0].splitlines() == sorted(dumps[0].splitlines(), key=str.encode)
    for words in (("--format", "trig", "--to", "x"), ("--format", "nq")):
        assert "--split is for --format nq" in one_line(run("export", "--store", folder, "--split", "5", *words))


def test_an_answer_can_be_parquet_or_markdown(folder: Path, run: Run) -> None:
    asked = ("query", "top-relations", "--store", folder, "--format")
    lines = run(*asked, "markdown").out.splitlines()
    assert lines[0].startswith("| relation | ")
    program = "import sys; from kg.cli import main; sys.argv[0] = 'kg'; main()"
    shown = subprocess.run([sys.executable, "-c", program, *map(str, asked), "parquet"], capture_output=True, check=True)
    assert len(polars.read_parquet(io.BytesIO(shown.stdout))) == len(lines) - 2


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv", "parquet", "neo4j", "cypher"])
def test_what_is_no_stream_needs_a_place(format: str, folder: Path, run: Run) -> None:
    assert "name it with --to" in one_line(run("export", "--store", folder, "--format", format))


def test_a_place_that_cannot_be_written_is_told(folder: Path, run: Run, article: Path) -> None:
    for words in (("export", "--to", "no/such/folder/x"), ("export", "-f", "csv", "--to", "one.txt"), ("view", ".")):
        one_line(run(*words, "--store", folder))


def test_views_are_written(folder: Path, run: Run, tmp_path: Path) -> None:
    result = run("view", "page.html", "--store", folder, "--actors", "--title", "Minerals & more")
    assert result.code == 0
    assert "written: page.html" in result.err
    assert "Minerals &amp; more" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_sound_store_is_valid(folder: Path, run: Run) -> None:
    result = run("validate", "--store", folder)
    assert (result.code, result.out) == (0, "")
    assert result.err.strip() == "0 faults"
    quiet = run("validate", "--store", folder, "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_faults_are_listed_and_end_with_3(folder: Path, run: Run, tmp_path: Path) -> None:
    assert run("export", "--store", folder, "--format", "nq", "--to", "all.nq").code == 0
    dump = (tmp_path / "all.nq").read_text(encoding="utf-8")
    said = "<https://w3id.org/newsgraph/ontology#relation> <https://w3id.org/newsgraph/relation/"
    assert f"{said}supply>" in dump
    (tmp_path / "spoiled.nq").write_text(dump.replace(f"{said}supply>", f"{said}no-such>"), encoding="utf-8")
    assert run("import", "spoiled.nq", "--store", "spoiled").code == 0
    result = run("validate", "--store", "spoiled")
    assert result.code == 3
    assert "A claim has one relation of the ontology" in result.out
    assert "Traceback" not in result.err
