"""The gate: figures may rise, not fall; the gold stays what it was; both only with a flag."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import FormatError
from kg.gate import Floors, Pin, losses, pin, raised, read_floors, write_floors
from tests.commands import Run

ROOT = Path(__file__).resolve().parent.parent
PIN = {"dev": Pin("d", 3, 1)}
FIGURES = st.dictionaries(
    st.sampled_from(["claim", "strict", "status"]), st.floats(min_value=0, max_value=1, allow_nan=False), min_size=1
)


@given(FIGURES)
def test_what_is_measured_passes_the_floors_made_of_it(figures: dict[str, float]) -> None:
    floors = raised(Floors({}, {}), PIN, {"dev": figures})
    assert losses(floors, PIN, {"dev": figures}) == []


@given(FIGURES, FIGURES)
def test_raising_never_lowers_a_floor(before: dict[str, float], now: dict[str, float]) -> None:
    floors = raised(raised(Floors({}, {}), PIN, {"dev": before}), PIN, {"dev": now})
    assert all(floors.figures["dev"][name] >= value for name, value in now.items())
    assert all(floors.figures["dev"][name] >= before[name] for name in now if name in before)


def test_a_lower_figure_is_named_with_its_floor() -> None:
    floors = Floors(PIN, {"dev": {"claim": 0.75}})
    assert losses(floors, PIN, {"dev": {"claim": 0.72}}) == ["dev: claim 0.720 is under its floor 0.750"]


def test_a_figure_that_is_gone_is_a_loss() -> None:
    floors = Floors(PIN, {"dev": {"claim": 0.75, "mode": 0.5}})
    assert losses(floors, PIN, {"dev": {"claim": 0.8}}) == ["dev: mode is no longer measured"]
    assert losses(floors, {}, {}) == ["dev: no longer measured"]


def test_changed_gold_is_a_loss() -> None:
    assert "the gold has changed" in losses(Floors(PIN, {"dev": {}}), {"dev": Pin("e", 3, 1)}, {"dev": {}})[0]


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    floors = Floors(PIN, {"dev": {"claim": 0.7534}})
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == Floors(PIN, {"dev": {"claim": 0.753}})


def test_a_spoiled_floors_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text('{"dev": 3}')
    with pytest.raises(FormatError, match=r"floors\.json: not a floors file"):
        read_floors(tmp_path / "floors.json")


def test_the_digest_covers_the_gold_and_its_text(tmp_path: Path) -> None:
    gold, text = tmp_path / "x.gold.jsonl", tmp_path / "x.md"
    gold.write_text("{}"), text.write_text("one")
    first = pin([gold], [{}])
    text.write_text("two")
    assert first.texts == 1 and pin([gold], [{}]).digest != first.digest


def test_the_command_holds_the_floors(tmp_path: Path, run: Run) -> None:
    part = tmp_path / "gold" / "dev"
    part.mkdir(parents=True)
    for suffix in (".md", ".gold.jsonl"):
        shutil.copy(ROOT / "examples" / f"putin-rare-earths-offer{suffix}", part)
    assert run("evaluate", "--gate", str(tmp_path / "gold"), "--raise-floors").code == 0
    floors = tmp_path / "gold" / "floors.json"
    assert run("evaluate", "--gate", str(tmp_path / "gold")).code == 0
    content = json.loads(floors.read_text())
    content["dev"]["floors"]["claim"] = 1.1
    floors.write_text(json.dumps(content))
    low = run("evaluate", "--gate", str(tmp_path / "gold"), "--raise-floors")
    assert low.code == 1 and "dev: claim" in low.err and json.loads(floors.read_text()) == content
    assert run("evaluate", "--gate", str(tmp_path / "gold"), "--lower-floors").code == 0
    assert json.loads(floors.read_text())["dev"]["floors"]["claim"] < 1.1


def test_own_gold_or_its_absence_is_said(tmp_path: Path, run: Run) -> None:
    missing = run("evaluate", "--gate", str(tmp_path))
    assert missing.code != 0 and "no folder with" in missing.err
