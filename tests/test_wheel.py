"""The wheel alone: it carries all that the program reads, and works away from the source tree and without a network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CARRIED = {
    "kg/queries": "kg/queries",
    "kg/view/templates": "kg/view/templates",
    "kg/view/assets": "kg/view/assets",
    "kg/ontology": "ontology",
}
NO_NETWORK = """
import socket
def refuse(*_, **__):
    raise OSError("the network is out of bounds")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
"""

pytestmark = pytest.mark.skipif(shutil.which("uv") is None, reason="NOT TESTED: uv, which builds the wheel, is not installed")


def call(
    *command: str | Path, cwd: Path | None = None, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = call("uv", "build", "--wheel", "--out-dir", folder, ROOT)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the wheel in it; what the wheel needs is borrowed from the environment of the tests."""
    folder = tmp_path_factory.mktemp("away") / "venv"
    made = call("uv", "venv", "--quiet", "--no-project", "--offline", "--python", sys.executable, folder)
    assert made.returncode == 0, made.stderr
    put = call("uv", "pip", "install", "--quiet", "--offline", "--no-deps", "--python", folder / "bin" / "python", wheel)
    assert put.returncode == 0, put.stderr
    (site,) = folder.glob("lib/python*/site-packages")
    # Folders that are named in a .pth file do not have their own .pth files read: the editable install stays unseen.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\nimport no_network\n", encoding="utf-8")
    (site / "no_network.py").write_text(NO_NETWORK, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def bare() -> dict[str, str]:
    """What of the environment a program needs to start; nothing that leads back to the source tree."""
    return {"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8"}


@pytest.mark.parametrize("inside", sorted(CARRIED))
def test_the_wheel_carries_what_the_program_reads(inside: str, names: list[str]) -> None:
    source = ROOT / CARRIED[inside]
    expected = {
        f"{inside}/{path.relative_to(source).as_posix()}"
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected
    assert {name for name in names if name.startswith(inside + "/")} == expected


def test_the_wheel_carries_all_code_and_nothing_else(names: list[str]) -> None:
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "kg").rglob("*.py")}
    assert code <= set(names)
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"kg"}
    assert not [name for name in names if name.endswith((".pyc", ".orig", "~"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_package_is_the_one_of_the_wheel(home: Path, bare: dict[str, str], tmp_path: Path) -> None:
    found = "[kg.__file__, str(ontology_dir()), str(queries_dir())]"
    code = f"import kg, json; from kg.paths import ontology_dir, queries_dir; print(json.dumps({found}))"
    shown = call(home / "bin" / "python", "-c", code, cwd=tmp_path, environment=bare)
    assert shown.returncode == 0, shown.stderr
    assert all(Path(path).is_relative_to(home) for path in json.loads(shown.stdout)), shown.stdout


def test_the_network_is_out_of_bounds(home: Path, bare: dict[str, str], tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('localhost', 9))"
    assert "out of bounds" in call(home / "bin" / "python", "-c", code, cwd=tmp_path, environment=bare).stderr


def test_it_builds_asks_and_shows_away_from_home(home: Path, bare: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Chile promised to sell lithium to Japan.\n", encoding="utf-8")
    kg = home / "bin" / "kg"

    def run(*words: str) -> str:
        done = call(kg, *words, cwd=tmp_path, environment=bare)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "1 proposed" in run("build", "one.txt")
    assert "Chile" in run("query", "proposals", "--about", "lithium")
    assert json.loads(run("export"))["relation"] == "supply"
    assert "lithium" in run("vocab", "lithium")
    run("validate")
    page = (tmp_path / "output" / "graph.html").read_text(encoding="utf-8")
    assert "Chile" in page and "vis-network" in page
    assert str(ROOT) not in page
