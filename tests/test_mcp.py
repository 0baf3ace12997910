"""The server for language models, asked by the protocol's own client: in this process and over standard input and output."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters

from kg.errors import QueryError
from kg.jsonl import claim_from_json
from kg.mcp import make_server
from kg.store import Store, named_queries, open_store
from tests.store.affairs import AFFAIRS, affairs_ontology
from tests.strategies import HOSTILE

TOOLS = {"search_entities", "fetch_claims", "list_queries", "run_query"}
Call = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mcp")
    with open_store(folder / "store", ontology=affairs_ontology(folder / "ontology")) as store:
        for article, claims in AFFAIRS:
            store.add(article, claims)
    return folder / "store"


def talk(server: Any, say: Callable[[Client], Awaitable[Any]]) -> Any:
    async def whole() -> Any:
        async with Client(server) as client:
            return await say(client)

    return asyncio.run(asyncio.wait_for(whole(), 120))


@pytest.fixture(scope="module")
def reading(stored: Path) -> Iterator[Store]:
    with open_store(stored, read_only=True, timeout=30) as store:
        yield store


@pytest.fixture(scope="module")
def call(reading: Store) -> Call:
    """Call a tool in this process; an error of the tool is a QueryError."""

    def called(tool: str, /, **arguments: Any) -> dict[str, Any]:
        found = talk(make_server(reading), lambda client: client.call_tool(tool, arguments))
        text = found.content[0].text
        if found.is_error:
            raise QueryError(text)
        assert json.loads(text) == found.structured_content
        return dict(found.structured_content)

    return called


def test_the_tools_say_what_they_do_and_that_they_only_read(reading: Store) -> None:
    listed = talk(make_server(reading), lambda client: client.list_tools())
    assert {tool.name for tool in listed.tools} == TOOLS
    for tool in listed.tools:
        assert tool.description
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert "sparql" not in json.dumps(tool.input_schema).lower()


def test_entities_are_found(call: Call) -> None:
    found = call("search_entities", text="russia")["entities"]
    assert (found[0]["id"], found[0]["label"], found[0]["kind"]) == ("actor/RUS", "Russia", "actor")
    assert found[0]["claims"] > 5
    assert [each["id"] for each in call("search_entities", text="stream", kind="resource")["entities"]] == ["resource/blue-stream"]


def test_claims_come_with_their_evidence(call: Call) -> None:
    found = call("fetch_claims", stakeholder="RUS", resource="gas")
    told = {claim.id: claim for _, claims in AFFAIRS for claim in claims}
    assert len(found["claims"]) > 1
    assert not found["more"]
    for record in found["claims"]:
        assert claim_from_json(record) == told[record["id"]]
        assert record["evidence"]["text"]


@pytest.mark.parametrize("name", ["claim/a03-0", "a03-0", "https://w3id.org/newsgraph/claim/a03-0"])
def test_one_claim_goes_by_its_id(call: Call, name: str) -> None:
    assert [claim["id"] for claim in call("fetch_claims", id=name)["claims"]] == ["claim/a03-0"]


def test_no_more_is_given_than_was_asked_for(call: Call) -> None:
    assert call("fetch_claims", limit=3)["more"]
    assert len(call("fetch_claims", limit=3)["claims"]) == 3
    assert len(call("fetch_claims", limit=10**9)["claims"]) == sum(len(claims) for _, claims in AFFAIRS)
    rows = call("run_query", name="latest", limit=2)
    assert (len(rows["rows"]), rows["more"]) == (2, True)


def test_named_queries_are_listed_and_answered(call: Call) -> None:
    listed = {query["name"]: query for query in call("list_queries")["queries"]}
    assert set(listed) == set(named_queries())
    assert {"name": "resource", "meaning": "what it is about, by id or name; narrower ones count", "default": "required"} in (
        listed["timeline"]["parameters"]
    )
    found = call("run_query", name="timeline", parameters={"resource": "oil"})
    assert len(found["rows"]) == 3
    assert "date" in found["columns"]


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("run_query", {"name": "SELECT * { ?s ?p ?o }"}, "no query is named"),
        ("run_query", {"name": "timeline"}, "needs the parameter resource"),
        ("run_query", {"name": "timeline", "parameters": {"resource": "kryptonite"}}, "no resource 'kryptonite'"),
        ("fetch_claims", {"stakeholder": "Rusia"}, "did you mean Russia"),
        ("fetch_claims", {"status": "perhaps"}, "it is one of actual, proposed, possible"),
        ("search_entities", {"text": ""}, "nothing to search for"),
    ],
)
def test_mistakes_are_told_in_one_line(call: Call, name: str, arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(QueryError) as error:
        call(name, **arguments)
    assert said in str(error.value)
    assert "Traceback" not in str(error.value)


@pytest.mark.parametrize("text", [*HOSTILE[3:], "' } } DELETE WHERE { ?s ?p ?o } #"])
def test_nothing_that_is_given_is_a_query(call: Call, text: str) -> None:
    for name, arguments in (
        ("fetch_claims", {"resource": text}), ("fetch_claims", {"article": text}), ("fetch_claims", {"id": text}),
        ("run_query", {"name": "timeline", "parameters": {"resource": text}}),
    ):  # fmt: skip
        try:
            found = call(name, **arguments)
        except QueryError as error:
            assert "malformed" not in str(error)
        else:
            assert found.get("claims", found.get("rows")) == []


def test_over_standard_input_and_output(stored: Path) -> None:
    program = "import sys; from kg.cli import main; main()"
    server = StdioServerParameters(command=sys.executable, args=["-c", program, "mcp", "--store", str(stored)])

    async def say(client: Client) -> Any:
        listed = await client.list_tools()
        many = [client.call_tool("fetch_claims", {"relation": name}) for name in ("supply", "acquire", "assault")]
        return listed, await asyncio.gather(*many)

    listed, answers = talk(server, say)
    assert {tool.name for tool in listed.tools} == TOOLS
    for answer, name in zip(answers, ("supply", "acquire", "assault"), strict=True):
        assert {claim["relation"] for claim in answer.structured_content["claims"]} == {name}


def test_without_the_package_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch, reading: Store) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(QueryError, match=r"pip install 'newsgraph\[mcp\]'"):
        make_server(reading)
