"""Statements → networkx: what becomes a node, where edges lead, and what they say in words."""

from __future__ import annotations

import random
from datetime import date

import networkx as nx
import pytest
from builders import (
    FIRM,
    PESKOV,
    PUTIN,
    RARE_EARTHS,
    RUSSIA,
    UKRAINE,
    USA,
    actor,
    article,
    claim,
    statement,
    under,
)

from kg.errors import VocabularyError
from kg.graph import UNNAMED, RelationWords, roll_up, to_networkx
from kg.model import Basis, Mode, Place, Quantity, Statement, Status

WORDS = {
    "supply": RelationWords("supply", "supplies", "proposes to supply", "might supply", "does not supply", True),
    "aid": RelationWords("aid", "aids", "proposes to aid", "might aid", "does not aid", False),
    "other": RelationWords("other", "acts on", "proposes to act on", "might act on", "does not act on", False),
}
OFFERED = {"status": Status.PROPOSED, "mode": Mode.OFFERED}


def edges(graph: nx.MultiDiGraph, kind: str = "statement") -> list[tuple[str, str, str]]:
    return sorted((a, b, k) for a, b, k, d in graph.edges(keys=True, data=True) if d["edge_kind"] == kind)


def the_edge(made: Statement) -> dict[str, object]:
    graph = to_networkx([made], WORDS)
    [(a, b, key)] = edges(graph)
    return dict(graph.edges[a, b, key])


def test_nodes_are_typed_and_carry_what_is_known() -> None:
    graph = to_networkx([statement(actor=PUTIN)], WORDS)
    kinds = {node: data["kind"] for node, data in graph.nodes(data=True)}
    assert kinds == {
        "actor/vladimir-putin": "actor",
        "actor/RUS": "stakeholder",
        "actor/USA": "stakeholder",
        "resource/rare-earths": "resource",
    }
    assert graph.nodes["actor/USA"] == {
        "kind": "stakeholder",
        "label": "United States",
        "type": "State",
        "sector": "GOV",
        "code": "USA",
    }
    assert graph.nodes["resource/rare-earths"]["broader"] == ["critical minerals", "minerals"]


def test_an_actor_is_tied_to_its_stakeholder_with_the_basis() -> None:
    graph = to_networkx([statement(actor=PUTIN), statement(actor=FIRM)], WORDS)
    assert edges(graph, "membership") == [
        ("actor/alder-mining", "actor/USA", "member"),
        ("actor/vladimir-putin", "actor/RUS", "member"),
    ]
    assert graph.edges["actor/alder-mining", "actor/USA", "member"]["basis"] == "basedIn"
    assert graph.edges["actor/vladimir-putin", "actor/RUS", "member"]["label"] == "acts for"


@pytest.mark.parametrize(
    ("relation", "resource", "target", "end"),
    [
        ("supply", RARE_EARTHS, USA, "resource/rare-earths"),
        ("supply", None, USA, "actor/USA"),
        ("aid", RARE_EARTHS, USA, "actor/USA"),
        ("aid", RARE_EARTHS, None, "resource/rare-earths"),
    ],
)
def test_an_edge_leads_to_what_the_relation_is_about(relation, resource, target, end) -> None:
    made = statement(relation, resource=resource, target=target)
    graph = to_networkx([made], WORDS)
    assert edges(graph) == [("actor/RUS", end, made.id)]
    data = graph.edges["actor/RUS", end, made.id]
    assert data.get("resource") == (resource and resource.id)
    assert data.get("target_label") == (target and target.label)


def test_statements_between_the_same_two_stay_apart() -> None:
    graph = to_networkx([statement("supply"), statement("supply", target=UKRAINE), statement("supply", target=None)], WORDS)
    assert graph.number_of_edges("actor/RUS", "resource/rare-earths") == 3


def test_a_statement_without_actor_starts_at_the_unnamed_one() -> None:
    graph = to_networkx([statement(actor=None)], WORDS)
    assert edges(graph)[0][:2] == (UNNAMED, "resource/rare-earths")
    assert graph.nodes[UNNAMED]["kind"] == "actor"


def test_what_cannot_be_drawn_is_counted() -> None:
    unsaid = Statement("statement/unsaid", "supply", RUSSIA, RARE_EARTHS, None)
    graph = to_networkx([statement(resource=None, target=None), unsaid, statement()], WORDS)
    assert graph.graph["left_out"] == 2
    assert len(edges(graph)) == 1


def test_an_unknown_relation_is_refused_by_name() -> None:
    with pytest.raises(VocabularyError, match='"barter" of statement statement/1'):
        to_networkx([statement("barter", claim(), id="statement/1")], WORDS)


@pytest.mark.parametrize(
    ("claims", "label", "status", "denied"),
    [
        ([{}], "supplies", "actual", False),
        ([OFFERED, OFFERED, {}], "proposes to supply", "proposed", False),
        ([OFFERED, {}], "supplies", "actual", False),
        ([{"status": Status.POSSIBLE}, OFFERED], "proposes to supply", "proposed", False),
        ([{"status": Status.POSSIBLE}], "might supply", "possible", False),
        ([{"negated": True}, {"negated": True}, OFFERED], "does not supply", "actual", True),
        ([{"negated": True}, {}], "supplies", "actual", False),
        # Denials count against the rest, not into its statuses: with one report they do not outvote two offers.
        ([{"negated": True}, {"negated": True}, {}, OFFERED, OFFERED], "proposes to supply", "proposed", False),
    ],
)
def test_the_label_says_what_most_claims_say(claims, label, status, denied) -> None:
    data = the_edge(statement("supply", *(claim(**c) for c in claims)))
    assert (data["label"], data["status"], data["denied"]) == (label, status, denied)
    assert sum(data["statuses"].values()) == len(claims)
    assert data["negated"] == sum(bool(c.get("negated")) for c in claims)


def test_an_untyped_relation_shows_its_lemma() -> None:
    assert the_edge(statement("other", claim(), lemma="visit"))["label"] == "acts on (visit)"


def test_an_edge_carries_its_evidence_and_where_it_stands() -> None:
    text = "Putin 🛢 offered rare earths, Peskov said."
    first = claim(
        text=text,
        predicate="offered",
        source=PESKOV,
        proposer=PUTIN,
        place=Place("place/moscow", "Moscow"),
        quantity=Quantity(5, "percent", "up"),
        plover="AGREE",
        **OFFERED,
    )
    later = claim(article=article("a2", date(2025, 3, 2), "The Ledger", None, None), confidence=0.9)
    data = the_edge(statement("supply", first, later))
    assert data["sources"] == ["Dmitry Peskov"]
    assert data["outlets"] == ["Daily Courier", "The Ledger"]
    assert (data["first_seen"], data["last_seen"]) == ("2025-02-25", "2025-03-02")
    assert data["confidence"] == 0.9
    assert data["plover"] == ["AGREE"]
    assert [a["id"] for a in data["articles"]] == ["a1", "a2"]
    one, two = data["evidence"]
    start, end = one["predicate"]
    assert one["text"] == text
    assert text[start:end] == "offered"
    assert one["quantity"] == {"value": 5, "unit": "percent", "change": "up"}
    assert (one["source"], one["proposer"], one["place"]) == ("Dmitry Peskov", "Vladimir Putin", "Moscow")
    assert (one["status"], one["mode"], one["negated"]) == ("proposed", "offered", False)
    assert (one["title"], one["url"], one["date"]) == ("Leaders talk minerals", "https://news.example/a1", "2025-02-25")
    assert "title" not in two
    assert "source" not in two


def test_the_order_of_statements_makes_no_difference() -> None:
    made = [
        statement(actor=PUTIN),
        statement("aid", target=PUTIN),
        statement(actor=actor("Vladimir Putin", stakeholder=under(RUSSIA, Basis.BASED_IN)), target=None),
        statement(actor=None),
    ]
    mixed = random.Random(1).sample(made, len(made))
    one, two = to_networkx(made, WORDS), to_networkx(mixed, WORDS)
    assert dict(one.nodes(data=True)) == dict(two.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))
    assert one.edges["actor/vladimir-putin", "actor/RUS", "member"]["basis"] == "actsFor"


def test_a_stakeholder_known_by_its_members_alone_is_one() -> None:
    graph = to_networkx([statement(actor=PUTIN, target=None)], WORDS)
    assert graph.nodes["actor/RUS"] == {"kind": "stakeholder", "label": "Russia", "code": "RUS"}


def test_rolling_up_moves_both_ends_to_the_stakeholders() -> None:
    made = [statement(actor=PUTIN), statement("aid", actor=FIRM, target=PESKOV, resource=None), statement(actor=None)]
    graph = to_networkx(made, WORDS)
    rolled = roll_up(graph)
    assert sorted((a, b) for a, b, _ in edges(rolled)) == [
        ("actor/RUS", "resource/rare-earths"),
        ("actor/USA", "actor/RUS"),
        (UNNAMED, "resource/rare-earths"),
    ]
    assert set(rolled) == {"actor/RUS", "actor/USA", "resource/rare-earths", UNNAMED}
    assert sorted(rolled.nodes["actor/RUS"]["members"]) == ["Dmitry Peskov", "Vladimir Putin"]
    assert rolled.edges["actor/RUS", "resource/rare-earths", made[0].id]["actor_label"] == "Vladimir Putin"
    assert len(graph) == 7, "the graph itself stays as it was"
    assert "members" not in graph.nodes["actor/RUS"]


def test_rolling_up_on_one_basis_leaves_companies_standing() -> None:
    graph = to_networkx([statement(actor=PUTIN), statement(actor=FIRM)], WORDS)
    rolled = roll_up(graph, Basis.ACTS_FOR)
    assert "actor/vladimir-putin" not in rolled
    assert edges(rolled, "membership") == [("actor/alder-mining", "actor/USA", "member")]
    assert "actor/alder-mining" not in roll_up(rolled)
