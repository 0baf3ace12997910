"""Gold against found: who hits whom, what the figures are, and the same figures from an independent scorer where there is one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import FormatError
from kg.evaluate import code_of, is_events, read_gold, score_claims, score_events
from kg.jsonl import dump
from kg.model import Actor, ActorType, Claim, Mention, Mode, Resource, Stakeholder, Status
from kg.pipeline import claims as claims_of
from tests.builders import FIRM, PESKOV, PUTIN, RUSSIA, UKRAINE, USA, article, claim

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
SENTENCE = "Russia supplies rare earths to the United States."


def gold(**fields: Any) -> dict[str, Any]:
    """A gold claim that says what ``claim()`` says, but for ``fields``."""
    record = {
        "id": "g1", "evidence": SENTENCE, "actor": "Russia", "stakeholder": "RUS", "relation": "supply", "resource": "rare earths",
        "target": "USA", "status": "actual", "negated": False, "source": None,
    }  # fmt: skip
    return {**record, **fields}


def hits(record: dict[str, Any], found: Claim) -> bool:
    return score_claims([record], [found]).typed.recall == 1.0


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (gold(), claim()),
        (gold(resource=None), claim()),
        (gold(target=None), claim()),
        (gold(), claim(actor=PUTIN)),
        (gold(evidence="supplies rare earths to the United States"), claim()),
        (gold(evidence="Russia  supplies *rare earths* to the United States."), claim()),
        (gold(evidence="On Monday, " + SENTENCE), claim()),
        (gold(resource="rare earth minerals"), claim()),
        (gold(resource="minerals"), claim()),
        (gold(resource="the metals"), claim(resource=Resource("r", "ores", (), Mention("metal ores", 0, 10)))),
        (gold(relation="agree", stakeholder="USA", target="RUS"), claim("agree")),
        (gold(relation="consult", stakeholder="USA", target=None), claim("consult")),
    ],
)
def test_what_says_the_same_hits(record: dict[str, Any], found: Claim) -> None:
    assert hits(record, found)


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (gold(), claim("aid")),
        (gold(), claim(actor=UKRAINE)),
        (gold(), claim(actor=None)),
        (gold(), claim(target=UKRAINE)),
        (gold(), claim(target=None)),
        (gold(), claim(resource=None)),
        (gold(resource="lithium"), claim()),
        (gold(resource="rare critical raw natural lithium"), claim()),
        (gold(evidence="Ukraine supplies gas."), claim()),
        (gold(evidence=SENTENCE + " " + "And much more was said on that day, none of it about metals or about trade."), claim()),
        (gold(stakeholder="USA", target="RUS"), claim()),
        (gold(relation="other"), claim("other")),
    ],
)
def test_what_says_something_else_does_not(record: dict[str, Any], found: Claim) -> None:
    assert not hits(record, found)


def test_the_relation_counts_only_for_typed_hits() -> None:
    scores = score_claims([gold()], [claim("aid")])
    assert (scores.untyped.f1, scores.typed.f1) == (1.0, 0.0)


def test_figures_of_a_small_gold() -> None:
    records = [
        gold(id="g1"),
        gold(id="g2", relation="threaten", resource=None, target="UKR", status="proposed", source="Ukraine"),
        gold(id="g3", relation="possess", resource="lithium", target=None),
        gold(id="g4", relation="need", resource="oil", target=None, optional=True),
    ]
    found = [
        claim(id="c1", status=Status.PROPOSED, mode=Mode.PLANNED),
        claim("threaten", target=UKRAINE, resource=None, status=Status.PROPOSED, mode=Mode.PLANNED, source=UKRAINE, id="c2"),
        claim("need", resource=Resource("resource/oil", "oil"), target=None, id="c3"),
        claim("assault", actor=USA, target=UKRAINE, id="c4"),
        claim("other", actor=USA, id="c5"),
    ]
    scores = score_claims(records, found)
    assert scores.typed.recall == pytest.approx(2 / 3)
    assert scores.typed.precision == pytest.approx(2 / 3)  # c3 is set aside, c5 does not count
    assert scores.typed.f1 == pytest.approx(2 / 3)
    assert scores.strict.recall == pytest.approx(1 / 3)
    assert (scores.status, scores.negation, scores.source, scores.sourced) == (0.5, 1.0, 1.0, 1)
    assert [g["id"] for g in scores.missed] == ["g3"]
    assert [c.id for c in scores.invented] == ["c4"]


def test_a_claim_serves_one_gold_claim_and_the_right_status_first() -> None:
    assert score_claims([gold(id="a"), gold(id="b")], [claim()]).typed.recall == 0.5
    first, second = claim(id="c1", status=Status.PROPOSED, mode=Mode.PLANNED), claim(id="c2")
    scores = score_claims([gold()], [first, second])
    assert (scores.status, [c.id for c in scores.invented]) == (1.0, ["c1"])


@pytest.mark.parametrize(
    ("named", "source", "right"),
    [
        (None, None, True),
        (None, PESKOV, False),
        ("Dmitry Peskov", PESKOV, True),
        ("Russia", PESKOV, True),
        ("Ukraine", PESKOV, False),
        ("Dmitry Peskov", None, False),
    ],
)
def test_a_source_is_right_by_its_own_name_or_its_stakeholders(named: str | None, source: Actor | None, right: bool) -> None:
    scores = score_claims([gold(source=named)], [claim(source=source)])
    assert (scores.strict.recall == 1.0) is right


def test_nothing_found_or_nothing_asked_is_no_error() -> None:
    assert score_claims([gold()], []).typed.f1 == 0.0
    assert score_claims([], [claim()]).typed.f1 == 0.0
    assert score_claims([], []).lines()[0].startswith("actor+resource+target: F1 0.000")
    assert score_events([], []).triples.f1 == 0.0


def test_whose_code_counts() -> None:
    assert code_of(FIRM) == "USA"
    assert code_of(Actor("actor/x", "X", ActorType.PERSON)) is None
    assert code_of(None) is None


def event(id: str, event: str, sources: list[str], targets: list[str]) -> dict[str, Any]:
    """A coded event."""
    return {"id": id, "event": event, "source": [{"code": c} for c in sources], "target": [{"code": c} for c in targets]}


def coded(record: str, relation: str, plover: str | None, actor: Actor | None, target: Actor | None, number: int = 0) -> Claim:
    return claim(relation, actor=actor, target=target, plover=plover, article=article(record), id=f"claim/{record}-{number}")


def test_figures_of_a_few_events() -> None:
    records = [
        event("r1", "THREATEN", ["RUS"], ["UKR", "USA"]),
        event("r2", "CONSULT", ["USA", "UKR"], []),
        event("r3", "ASSAULT", ["RUS"], []),
        event("r4", "AID", ["IGO"], ["UKR"]),
    ]
    nato = Actor("actor/NATO", "NATO", ActorType.INTERNATIONAL, None, Stakeholder("actor/NATO", "NATO", "NATO"))
    found = [
        coded("r1", "threaten", "THREATEN", RUSSIA, UKRAINE),
        coded("r1", "accuse", "ACCUSE", RUSSIA, USA, 1),
        coded("r2", "consult", "CONSULT", UKRAINE, USA),
        coded("r3", "assault", "ASSAULT", UKRAINE, RUSSIA),
        coded("r4", "aid", "AID", nato, UKRAINE),
        coded("r4", "other", "AID", RUSSIA, UKRAINE, 1),
    ]
    scores = score_events(records, found)
    assert (scores.events, scores.sources, scores.records) == (1.0, 1.0, 4)
    assert scores.per_record == 5 / 4
    # pairs: RUS-UKR hit, RUS-USA missed; USA-UKR and UKR-USA both hit by the same consultation; RUS-nobody missed; IGO-UKR hit
    assert scores.triples.recall == pytest.approx(4 / 6)
    assert scores.triples.precision == pytest.approx(3 / 5)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not JSON"),
        ("[1]", "neither a gold claim nor a coded event"),
        ('{"relation": "supply"}', "neither a gold claim nor a coded event"),
    ],
)
def test_a_malformed_gold_file_is_named_with_its_line(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.gold.jsonl"
    path.write_text(json.dumps(gold()) + "\n\n" + line + "\n", encoding="utf-8")
    with pytest.raises(FormatError, match=told) as caught:
        read_gold(path)
    assert f"{path}:3" in str(caught.value)


def test_gold_claims_and_coded_events_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(gold()) + "\n", encoding="utf-8")
    assert not is_events(read_gold(path))
    path.write_text(json.dumps(event("r", "AID", [], [])) + "\n", encoding="utf-8")
    assert is_events(read_gold(path))
    assert not is_events([])


@pytest.mark.skipif(not (GOLD / "score.py").is_file(), reason=f"NOT COMPARED: no independent scorer at {GOLD / 'score.py'}")
@pytest.mark.parametrize(
    ("kind", "answers", "source"),
    [("claims", "seed-gold.jsonl", "seed-article.txt"), ("plover", "plover-dev.jsonl", "plover-dev.jsonl")],
)
def test_the_figures_are_those_of_the_independent_scorer(kind: str, answers: str, source: str, tmp_path: Path) -> None:
    found = list(claims_of(GOLD / source, report=lambda _: None))
    with (tmp_path / "found.jsonl").open("w", encoding="utf-8") as file:
        dump(found, file)
    command = [sys.executable, str(GOLD / "score.py"), kind, str(GOLD / answers), str(tmp_path / "found.jsonl")]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.splitlines()
    records = read_gold(GOLD / answers)
    ours = (score_claims if kind == "claims" else score_events)(records, found).lines()
    assert ours == theirs
    assert any("F1 0." in line and "F1 0.000" not in line for line in theirs)
