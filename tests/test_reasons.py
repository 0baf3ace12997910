"""Why a claim was made: what is told is what the claim, the parse and the ontology hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.extract import DEFAULT_MODEL
from kg.model import Claim
from kg.reasons import Explanation, explain
from kg.vocab import Vocabulary
from tests.commands import Run, one_line
from tests.conftest import Tell

TEXT = "Vladimir Putin met the press. He offered American companies rare earths from Siberia, Dmitry Peskov said."


@pytest.fixture(scope="module")
def offer(tell: Tell) -> Claim:
    return next(c for c in tell(TEXT) if c.relation == "supply")


@pytest.fixture(scope="module")
def told(offer: Claim, vocab: Vocabulary) -> Explanation:
    return explain(offer, vocab)


def test_each_filled_role_has_its_reason(offer: Claim, told: Explanation) -> None:
    filled = [r for r in ("actor", "proposer", "resource", "target", "source", "place", "time", "quantity") if getattr(offer, r)]
    assert [r.role for r in told.roles] == filled


def test_a_pronoun_leads_back_to_its_antecedent(told: Explanation) -> None:
    actor = told.roles[0]
    assert actor.words == "He" and actor.antecedents == ("Vladimir Putin",)
    assert "actor/vladimir-putin" in actor.link and "counted under Russia (actsFor)" in actor.link


def test_paths_go_from_the_predicate_to_the_words_of_the_role(told: Explanation) -> None:
    for reason in told.roles:
        assert reason.path.split()[0] == "offered"
        assert reason.path.split()[-1] in reason.words


def test_the_cue_is_the_one_of_the_ontology(told: Explanation, offer: Claim, vocab: Vocabulary) -> None:
    cue = next(c for c in vocab.cue_list() if c.id == offer.cue)
    assert told.cue.startswith(cue.id) and cue.frame.id in told.cue and f"tells {cue.relation}" in told.cue


def test_the_governors_of_the_rule_are_spelt_out(told: Explanation, offer: Claim) -> None:
    above = offer.rule.split("<")[1:]
    assert above and all(word in told.rule for word in above)


def test_a_claim_without_a_cue_is_explained_too(offer: Claim, vocab: Vocabulary) -> None:
    assert explain(offer.but(cue="", rule="llm"), vocab).cue == "none"


def test_the_public_name_is_the_function_however_often_it_is_asked_for(offer: Claim) -> None:
    assert kg.explain(offer, model=DEFAULT_MODEL).lines() == kg.explain(offer).lines()


def test_the_command_explains_a_stored_claim(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run("build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "-q")
    lines = run("export", "--store", str(tmp_path / "out"), "--format", "jsonl").out
    identifier = re.search(r'"id": "(claim/[0-9a-f]+)"', lines)
    assert identifier
    result = run("explain", identifier.group(1), "--store", str(tmp_path / "out"))
    assert result.code == 0 and identifier.group(1) in result.out and "path:" in result.out


def test_an_unknown_claim_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run("build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "-q")
    assert "no claim of that id" in one_line(run("explain", "claim/0", "--store", str(tmp_path / "out")))
