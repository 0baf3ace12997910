"""Confidence: a probability from weights that are data; what is surer is told as surer; what is below the least is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.confidence import MIN_CONFIDENCE, confidence, features, sure
from kg.evaluate.reliability import calibration_error, precision_from, reliability
from kg.model import Claim
from kg.vocab import Vocabulary
from tests.builders import claim
from tests.conftest import Tell
from tests.strategies import claims

RATED = st.lists(st.tuples(st.floats(min_value=0, max_value=1), st.booleans()), max_size=40)


@given(claims())
def test_every_claim_has_a_confidence_between_none_and_all(vocab: Vocabulary, any_claim: Claim) -> None:
    assert 0.01 <= confidence(any_claim, vocab) <= 0.99


def test_a_claim_has_each_feature_once(tell: Tell, vocab: Vocabulary) -> None:
    for told in tell("Russia offered American companies rare earths, Peskov said. They sold gas to Poland."):
        found = list(features(told, vocab))
        assert len(found) == len(set(found)) and "bias" in found and f"relation={told.relation}" in found


def test_weights_are_data(tell: Tell, vocab: Vocabulary) -> None:
    (told,) = tell("Chile sold lithium to Japan.")
    assert told.confidence == confidence(told, vocab)
    assert set(vocab.weights) and all(isinstance(w, float) for w in vocab.weights.values())


@pytest.mark.parametrize("least", [0.0, MIN_CONFIDENCE, 1.0])
def test_what_is_less_sure_is_left_out_but_not_the_untyped(least: float) -> None:
    rated: Callable[[float, str], Claim] = lambda c, relation: claim(relation).but(confidence=c)  # noqa: E731
    assert sure(rated(least, "supply"), least)
    assert not sure(rated(least - 0.01, "supply"), least)
    assert sure(rated(0.0, "other"), least)


@given(RATED)
def test_bins_hold_every_claim_once(rated: list[tuple[float, bool]]) -> None:
    assert sum(b.count for b in reliability(rated)) == len(rated)
    assert 0 <= calibration_error(rated) <= 1


def test_what_is_always_right_and_always_sure_is_calibrated() -> None:
    assert calibration_error([(1.0, True)] * 5) == 0
    assert calibration_error([(1.0, False)] * 5) == 1
    assert precision_from([(0.9, True), (0.85, False), (0.2, True)], 0.8) == (0.5, 2)
