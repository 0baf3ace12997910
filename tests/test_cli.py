"""The command line: every command, its exit codes, its errors in one line, its formats."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.cli import app
from kg.jsonl import load_claims
from tests.commands import Run, one_line

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = [
    "build", "diff", "evaluate", "explain", "export", "extract", "forget", "import", "mcp", "query", "validate", "view", "vocab",
]  # fmt: skip


# --- Help and usage


def test_there_is_a_test_for_every_command() -> None:
    assert sorted(c.name or "" for c in app.registered_commands) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, run: Run) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert f"kg {command}" in result.out
    assert len(result.out.splitlines()) > 8


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['kg', '--help']\nfrom kg.cli import main\ntry: main()\nexcept SystemExit as e: assert not e.code\n"
        "print([m for m in ('spacy', 'rdflib', 'pyshacl', 'pyvis', 'trafilatura', 'thinc') if m in sys.modules], file=sys.stderr)"
    )
    start = time.monotonic()
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert shown.stderr.strip() == "[]"
    assert time.monotonic() - start < 5
    assert all(command in shown.stdout for command in COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ("build", "--nosuch"), ("build",), ("nosuch",), ("export", "--format", "docx"), ("query", "--format", "docx"),
        ("extract",), ("evaluate",), ("vocab", "a", "b"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2(words: tuple[str, ...], run: Run) -> None:
    result = run(*words)
    assert result.code == 2
    assert "Usage" in result.err
    assert "Traceback" not in result.err


def test_kg_alone_shows_the_commands(run: Run) -> None:
    result = run()
    assert result.code in (0, 2)
    assert all(command in result.out + result.err for command in COMMANDS)


def test_the_installed_command_is_this_one() -> None:
    kg = Path(sys.executable).with_name("kg")
    shown = subprocess.run([kg, "vocab", "nosuchthing"], capture_output=True, text=True, check=False, timeout=60)
    assert (shown.returncode, shown.stdout) == (1, "")
    assert shown.stderr.startswith("kg: 'nosuchthing' is no relation")


# --- Build, extract


def test_build_says_what_it_did(article: Path, run: Run, tmp_path: Path) -> None:
    result = run("build", article)
    assert result.code == 0
    assert (tmp_path / "output" / "graph.html").is_file()
    assert "2: 1 actual, 1 proposed" in result.out
    assert "kg query proposals --store output" in result.err
    again = run("build", article)
    assert again.code == 0
    assert "1 (1 unchanged)" in again.out


def test_quiet_prints_errors_only(article: Path, run: Run, tmp_path: Path) -> None:
    quiet = run("build", article, "--quiet", "-o", "q")
    assert (quiet.code, quiet.out, quiet.err.strip()) == (0, "", "")
    assert (tmp_path / "q" / "graph.html").is_file()
    assert run("build", "nosuch", "-q").err.startswith("kg: nosuch: no such file or folder")


def test_what_is_skipped_is_named_with_its_reason_even_in_quiet(article: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{\n", encoding="utf-8")
    result = run("build", article, "bad.jsonl", "-q")
    assert result.code == 0
    assert "skipped bad.jsonl:1: line is no JSON" in result.err


def test_extract_prints_a_claim_a_line(article: Path, run: Run, tmp_path: Path) -> None:
    result = run("extract", article)
    assert result.code == 0
    records = [json.loads(line) for line in result.out.splitlines()]
    assert [(r["actor"]["stakeholder"]["code"], r["relation"], r["status"], r["negated"]) for r in records] == [
        ("CHL", "supply", "proposed", False), ("JPN", "acquire", "actual", True),
    ]  # fmt: skip
    assert [claim.id for claim in load_claims(io.StringIO(result.out))] == [r["id"] for r in records]
    assert not (tmp_path / "output").exists()


def test_extract_takes_several_sources_and_keeps_other_alphabets(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile sold lithium to Japan.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "Київ", "text": "Kenya sold tea to Poland."}), encoding="utf-8")
    result = run("extract", "a.txt", "b.jsonl")
    assert [json.loads(line)["article"]["id"] for line in result.out.splitlines()] == ["a.txt", "Київ"]
    assert "Київ" in result.out


@pytest.mark.parametrize("command", ["build", "extract"])
def test_nothing_read_at_all_ends_with_3(command: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    assert "no article could be read" in one_line(run(command, "empty"), 3)
    result = run(command, "bad.txt")
    assert "bad.txt: no article could be read" in one_line(result, 3)
    assert "skipped bad.txt: holds binary data" in result.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("build", "nosuch"), "nosuch: no such file or folder"),
        (("build", "https://news.example/a"), "addresses are not fetched"),
        (("build", "one.txt", "--model", "nosuch"), "the spaCy pipeline 'nosuch' is not installed"),
        (("build", "one.txt", "-o", "one.txt"), "one.txt"),
        (("extract", "nosuch*.txt"), "no file matches"),
        (("query", "proposals"), "no store there; make one with `kg build`"),
        (("view",), "no store there"),
        (("export",), "no store there"),
        (("validate",), "no store there"),
        (("evaluate", "nosuch.jsonl"), "nosuch.jsonl: No such file"),
        (("evaluate", "."), "no *.gold.jsonl there"),
        (("evaluate", "one.txt"), "one.txt:1: not JSON"),
        (("query", "nosuch.rq"), "nosuch.rq: no such file"),
        (("vocab", "lithum"), "did you mean lithium"),
    ],
)
def test_errors_are_one_line_and_end_with_1(words: tuple[str, ...], told: str, article: Path, run: Run) -> None:
    result = run(*words)
    assert told in one_line(result)
    assert result.out == ""


def test_a_store_that_another_process_writes_to_is_told(article: Path, run: Run, tmp_path: Path) -> None:
    run("build", article)
    code = (
        "import sys; from kg.store import open_store\ns = open_store('output/store'); print('open', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=tmp_path,
    )  # fmt: skip
    try:
        assert holder.stdout is not None and holder.stdout.readline() == "open\n"
        assert "is writing to this store" in one_line(run("build", article))
    finally:
        holder.communicate(timeout=30)


# --- Evaluate, vocab


def test_the_samples_are_evaluated(run: Run) -> None:
    result = run("evaluate", ROOT / "examples")
    assert result.code == 0
    assert [line.partition(":")[0] for line in result.out.splitlines()] == [
        "actor+resource+target", "claim", "strict claim (status, negation and source too)",
        "status right", "negation right", "source right",
        "status", "negated", "source", "target", "resource", "stakeholder", "calibration error", "precision from confidence 0.8",
    ]  # fmt: skip


def test_claims_of_others_can_be_evaluated(run: Run, folder: Path) -> None:
    run("export", "--store", folder, "--to", "claims.jsonl")
    given = run("evaluate", ROOT / "examples", "--found", "claims.jsonl")
    assert given.out.splitlines()[1:] == run("evaluate", ROOT / "examples").out.splitlines()[1:]
    verbose = run("evaluate", ROOT / "examples", "--found", "claims.jsonl", "--verbose")
    assert verbose.out.startswith(given.out)
    assert any(line.startswith("missed ") for line in verbose.out.splitlines())


def test_coded_events_are_evaluated(run: Run, tmp_path: Path) -> None:
    record = {
        "id": "r1",
        "text": "Iran threatened Israel.",
        "event": "THREATEN",
        "source": [{"code": "IRN"}],
        "target": [{"code": "ISR"}],
    }
    (tmp_path / "events.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    result = run("evaluate", "events.jsonl")
    assert result.code == 0
    assert "event type found: 1.000  of 1" in result.out
    assert "source-event-target: F1 1.000" in result.out


def test_gold_without_its_article_is_told(run: Run, tmp_path: Path) -> None:
    line = (ROOT / "examples" / "indonesia-nickel-ban.gold.jsonl").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "alone.gold.jsonl").write_text(line + "\n", encoding="utf-8")
    assert "no article beside it; name it with --source" in one_line(run("evaluate", "alone.gold.jsonl"))
    article = ROOT / "examples" / "indonesia-nickel-ban.md"
    assert run("evaluate", "alone.gold.jsonl", "--source", article).code == 0


def test_a_gold_record_that_lacks_a_field_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.gold.jsonl").write_text('{"relation": "supply", "evidence": "Chile sold lithium."}\n', encoding="utf-8")
    assert "x.gold.jsonl:1: neither a gold claim nor a coded event" in one_line(run("evaluate", "x.gold.jsonl"))


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("sanction", ["SANCTION", "embargo", "verbs"]),
        ("rare earths", ["resource/rare-earths", "broader"]),
        ("UKR", ["Ukraine (actor/UKR)", "Kyiv (metonym)", "Ukrainian (demonym)"]),
        ("Kremlin", ["Russia, actsFor"]),
    ],
)
def test_the_vocabulary_can_be_looked_up(term: str, words: list[str], run: Run) -> None:
    result = run("vocab", term)
    assert result.code == 0
    shown = " ".join(result.out.split())
    assert all(word in shown for word in words), shown


def test_the_relations_are_listed(run: Run) -> None:
    lines = run("vocab").out.splitlines()
    assert len([line for line in lines if line and not line.startswith(" ")]) >= 25


def test_commands_run_where_nothing_can_be_coloured(article: Path, tmp_path: Path) -> None:
    kg = Path(sys.executable).with_name("kg")
    bare = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TERM": "dumb", "PYTHONIOENCODING": "ascii:backslashreplace"}
    shown = subprocess.run([kg, "build", article, "-o", tmp_path / "o"], capture_output=True, env=bare, check=False, timeout=120)
    assert shown.returncode == 0, shown.stderr
    assert b"\x1b[" not in shown.stdout + shown.stderr
