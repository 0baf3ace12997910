"""Short names lead back to full ones: abbreviations in brackets, last words, family names."""

from __future__ import annotations

import pytest

from kg.extract.shortened import abbreviations
from tests.conftest import Tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Zambian Miners' Union (ZMU) met.", {"ZMU"}),
        ("The Democratic Front for the Liberation of Kivu (DFLK) met.", {"DFLK"}),
        ("Prices rose (AFP).", set()),
        ("The bank (in Lima) closed.", set()),
        ("He joined the Army (USA).", set()),
    ],
)
def test_abbreviations_are_those_whose_letters_begin_the_words_before(text: str, found: set[str]) -> None:
    assert set(abbreviations([(0, text)])) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Zambian Miners' Union (ZMU) met in Lusaka. The ZMU rejected the offer.", "ZMB"),
        ("The European Commission met. On Monday the Commission rejected the offer.", "EU"),
        ("Norwegian minister Ingrid Solheim spoke. Solheim rejected the offer.", "NOR"),
        ("Norwegian President Adamu Zanko spoke. On Friday the president rejected the offer.", "NOR"),
    ],
)
def test_the_short_name_is_counted_where_the_long_one_is(text: str, code: str, tell: Tell) -> None:
    (claim,) = [c for c in tell(text) if c.relation == "reject"]
    assert claim.actor and claim.actor.stakeholder and claim.actor.stakeholder.code == code


def test_an_article_s_own_abbreviation_outdoes_the_known_one(tell: Tell) -> None:
    text = "The Kivu Liberation Army (KLA) attacked a mine in Congo. On Friday the KLA freed the miners."
    (claim,) = [c for c in tell(text) if c.relation == "concede"]
    assert claim.actor and claim.actor.stakeholder and claim.actor.stakeholder.code == "COD"
