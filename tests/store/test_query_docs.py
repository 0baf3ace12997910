"""The page of the named queries: each has its question, its parameters and a sample that can be asked."""

import re
import shlex
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import named_queries

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")
PARTS = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
WRITE = "run scripts/query_docs.py"


def test_the_page_names_every_query_and_no_other() -> None:
    assert list(PARTS) == list(named_queries()), WRITE
    assert re.findall(r"^- \[(\S+)\]\(#\1\)", PAGE, re.MULTILINE) == list(named_queries()), WRITE


@pytest.mark.parametrize("name", named_queries())
def test_a_query_has_its_question_and_its_parameters(name: str) -> None:
    query = named_queries()[name]
    assert PARTS[name].strip().startswith(query.question), WRITE
    told = re.findall(r"^- `(\w+)`: (.*?)\.(?: \*\*(Required)\.\*\*| Default: (.*)\.)?$", PARTS[name], re.MULTILINE)
    shown = [(parameter, meaning, required.lower() or default or "any") for parameter, meaning, required, default in told]
    assert shown == [(p.name, p.meaning, p.default) for p in query.parameters], WRITE


@pytest.mark.parametrize("name", named_queries())
def test_a_sample_is_a_command_that_the_query_takes(name: str) -> None:
    (command,) = re.findall(r"^    (kg query .*)$", PARTS[name], re.MULTILINE)
    _, _, asked, *given = shlex.split(command)
    assert asked == name
    named_queries()[name].arguments(dict(each.split("=", 1) for each in given))
    columns = re.findall(r"`(\w+)`", re.findall(r"^Columns: (.*)\.$", PARTS[name], re.MULTILINE)[0])
    answer = ox.Store().query(named_queries()[name].text)
    assert isinstance(answer, ox.QuerySolutions)
    assert columns == [variable.value for variable in answer.variables], WRITE
