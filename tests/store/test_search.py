"""Search: by a part of any name, the best first."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store import Store
from tests.strategies import HOSTILE


@pytest.mark.parametrize(
    ("text", "kind", "ids"),
    [
        ("russia", None, ["actor/RUS"]),
        ("RUS", "actor", ["actor/RUS"]),
        ("kremlin", None, ["actor/RUS"]),
        ("chess", None, ["actor/0f-chess-club"]),
        ("mineral", "resource", ["resource/minerals"]),
        ("russia", "resource", []),
        ("no such thing", None, []),
    ],
)
def test_things_are_found_by_a_part_of_a_name(world: Store, text: str, kind: str | None, ids: list[str]) -> None:
    assert [found.id for found in world.search(text, kind)] == ids


def test_what_is_called_just_so_comes_first_and_then_what_most_claims_are_about(world: Store) -> None:
    found = world.search("a")
    assert len(found) > 3
    assert [each.claims for each in found] == sorted((each.claims for each in found), reverse=True)
    assert found[0].label == "Ukraine"
    assert "Ukraine" in found[0].names
    assert [each.id for each in world.search("a", limit=2)] == [each.id for each in found[:2]]
    assert world.search("a", limit=0) == []


def test_counts_are_those_of_claims_in_any_role(world: Store) -> None:
    (russia,) = world.search("Russia", "actor")
    assert russia.claims == len({c.id for role in ("actor", "target", "source") for c in world.claims(**{role: "RUS"})})


@pytest.mark.parametrize("text", [word for word in HOSTILE if word.strip()])
def test_any_text_can_be_searched_for(world: Store, text: str) -> None:
    for found in world.search(text):
        assert any(text.strip().lower() in name.lower() for name in found.names)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [(" ", None, "nothing to search for"), ("x", "person", "it is one of actor, place, resource"), ("\ud800", None, "surrogate")],
)
def test_what_cannot_be_searched_is_told(world: Store, text: str, kind: str | None, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        world.search(text, kind)
