"""The rules of the house: imports point one way, third parties are fenced, vocabulary is data, enums equal the ontology."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import ActorType, Basis, Mode, Sector, Status
from kg.paths import ontology_dir
from kg.vocab import load

ROOT = Path(__file__).resolve().parent.parent
ROWS = [
    {"errors", "model", "paths"},
    {"jsonl", "vocab", "columns", "proposition"},
    {"read", "extract", "resolve", "plover", "confidence", "merge", "rdf", "graph", "exports", "view", "evaluate"},
    {"store", "check", "gate", "extractors"},
    {"pipeline", "reasons", "diff", "mcp"},
    {"cli"},
]
# Within a row: who may use whom.
BESIDE = {
    ("resolve", "plover"),
    ("resolve", "confidence"),
    ("view", "graph"),
    ("exports", "graph"),
    ("check", "store"),
}
FENCES = {
    "rdflib": {"vocab", "rdf", "store", "check", "jsonl"},
    "pyoxigraph": {"vocab", "rdf", "store", "check"},
    "pyshacl": {"check"},
    "spacy": {"extract"},
    "networkx": {"graph", "view", "exports", "pipeline"},
    "pyvis": {"view"},
    "jinja2": {"view", "vocab"},
    "trafilatura": {"read"},
    "pyarrow": {"columns", "store", "exports"},
    "pandas": {"store"},
    "polars": {"store"},
    "httpx": {"extract"},
    "mcp": {"mcp"},
    "typer": {"cli"},
    "rich": {"cli"},
}


def modules() -> list[Path]:
    return sorted((ROOT / "kg").rglob("*.py"))


def room(path: Path) -> str:
    inside = path.relative_to(ROOT / "kg")
    return inside.parts[0].removesuffix(".py")


def row(name: str) -> int:
    return next(i for i, rooms in enumerate(ROWS) if name in rooms)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_one_way_and_third_parties_are_fenced(path: Path) -> None:
    own = room(path)
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top in FENCES:
            assert own in FENCES[top], f"{top} is fenced to {sorted(FENCES[top])}"
        if top != "kg" or own in ("__init__", "__main__") or not rest:
            continue
        other = rest.partition(".")[0]
        if other != own:
            assert row(other) < row(own) or (own, other) in BESIDE, f"{own} may not import {other}"


def test_every_room_is_in_a_row() -> None:
    known = set().union(*ROWS) | {"__init__", "__main__"}
    assert {room(p) for p in modules()} <= known


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"


def individuals(kind: str) -> set[str]:
    text = "\n".join(p.read_text(encoding="utf-8") for p in ontology_dir().rglob("*.ttl"))
    return set(re.findall(rf"^kg:([\w-]+)\s+a\s+(?:owl:NamedIndividual\s*,\s*)?kg:{kind}\b", text, re.M))


def test_closed_sets_equal_the_individuals_of_the_ontology() -> None:
    assert {s.value for s in Status} == individuals("Status")
    assert {m.value for m in Mode} == individuals("Mode")
    assert {b.value for b in Basis} == {"actsFor", "basedIn"}


def test_actor_types_and_sectors_are_those_that_the_ontology_uses() -> None:
    vocab = load()
    assert {e.type for e in vocab.entities.values()} <= set(ActorType)
    assert {e.sector for e in vocab.entities.values() if e.sector} <= set(Sector)


def test_the_package_imports_nothing_heavy() -> None:
    code = "import sys, kg; print([m for m in ('spacy','rdflib','networkx','pyvis','typer','trafilatura') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "[]"


def test_no_registry_or_foreign_path_in_the_project() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    pattern = re.compile(r"https?://[a-z0-9.-]*(?:pypi\.|pythonhosted|npmjs)")
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".txt", ".ttl", ".rq", ".ipynb"} and path.exists():
            assert not pattern.search(path.read_text(encoding="utf-8")), name
