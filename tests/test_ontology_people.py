"""People and leaders: each has names and dated offices, and those who must be there are."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import ActorType
from kg.vocab import Entity, Vocabulary, load

G20_AT = {
    date(2023, 1, 15): "Biden Putin Xi Sunak Macron Scholz Meloni Kishida Yoon Modi Trudeau Albanese Lula Ramaphosa Widodo Erdogan",
    date(2025, 6, 15): "Trump Putin Xi Starmer Macron Merz Meloni Ishiba Modi Carney Albanese Lula Milei Ramaphosa Prabowo",
}


@pytest.fixture(scope="module")
def vocab() -> Vocabulary:
    return load()


@pytest.fixture(scope="module")
def people(vocab: Vocabulary) -> list[Entity]:
    return [e for e in vocab.entities.values() if e.type is ActorType.PERSON]


def test_there_are_the_leaders_of_the_world_and_many_more(people: list[Entity]) -> None:
    assert len(people) > 400


def test_each_has_a_family_name_a_gender_and_an_office(people: list[Entity], vocab: Vocabulary) -> None:
    for person in people:
        assert person.family_name, person.id
        assert person.gender in ("male", "female"), person.id
        assert person.memberships, person.id
        assert all(held.organisation in vocab.entities for held in person.memberships), person.id


def test_no_office_ends_before_it_begins(people: list[Entity]) -> None:
    for person in people:
        for held in person.memberships:
            assert not (held.start and held.end) or held.start <= held.end, (person.id, held)


@pytest.mark.parametrize("day", G20_AT, ids=str)
def test_heads_of_the_largest_economies_hold_office_on_that_day(day: date, people: list[Entity]) -> None:
    serving = {p.family_name for p in people if any(held.holds(day) for held in p.memberships)}
    assert set(G20_AT[day].split()) <= serving


def test_the_same_name_is_another_office_on_another_day(vocab: Vocabulary) -> None:
    kallas = vocab.entities["actor/kaja-kallas"]
    assert vocab.stakeholder_of(kallas, date(2022, 5, 1))[0].code == "EST"
    assert vocab.stakeholder_of(kallas, date(2025, 5, 1))[0].code == "EU"
