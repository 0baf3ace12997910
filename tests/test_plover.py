"""PLOVER's event type of a claim: every cell of the table in docs/annotation.md, and the rules around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.model import Actor, Claim, Mode, Resource, Status
from kg.plover import plover_code
from kg.vocab import Vocabulary
from tests.builders import PESKOV, RARE_EARTHS, RUSSIA, UKRAINE, USA, claim

# Columns: actual, proposed, possible (only where the actor's own side says so), ended, negated proposed, negated possible.
OWN = "its own"
COOPERATIVE = (OWN, "AGREE", "AGREE", "SANCTION", "REJECT", "REJECT")
YIELDING = (OWN, "AGREE", "AGREE", None, "REJECT", "REJECT")
CONFLICTUAL = (OWN, "THREATEN", "THREATEN", "CONCEDE", "AGREE", "AGREE")
VIOLENT = (OWN, "THREATEN", "THREATEN", "RETREAT", "AGREE", "AGREE")
TRANSFER = ("COOPERATE", "AGREE", "AGREE", "SANCTION", "REJECT", "REJECT")
NOTHING = (None,) * 6
TABLE: dict[str, tuple[str | None, ...]] = {
    "agree": ("AGREE", "AGREE", "AGREE", "SANCTION", "REJECT", "REJECT"),
    "consult": COOPERATIVE, "support": COOPERATIVE, "cooperate": COOPERATIVE, "aid": COOPERATIVE,
    "concede": YIELDING, "retreat": YIELDING,
    "request": ("REQUEST", "REQUEST", "REQUEST", "CONCEDE", None, None),
    "accuse": ("ACCUSE", "THREATEN", "THREATEN", None, None, None),
    "reject": ("REJECT", "REJECT", "REJECT", "CONCEDE", "AGREE", "AGREE"),
    "threaten": CONFLICTUAL, "protest": CONFLICTUAL, "sanction": CONFLICTUAL, "coerce": CONFLICTUAL,
    "mobilize": VIOLENT, "assault": VIOLENT,
    "supply": TRANSFER, "invest": TRANSFER, "acquire": TRANSFER, "produce": TRANSFER,
    "seize": ("COERCE", "THREATEN", "THREATEN", "CONCEDE", "AGREE", "AGREE"),
    "possess": NOTHING, "need": NOTHING, "value": NOTHING, "other": NOTHING,
}  # fmt: skip
COLUMNS = {
    "actual": (Status.ACTUAL, Mode.DONE, False),
    "proposed": (Status.PROPOSED, Mode.PLANNED, False),
    "possible": (Status.POSSIBLE, Mode.HEDGED, False),
    "ended": (Status.ACTUAL, Mode.ENDED, True),
    "refused": (Status.PROPOSED, Mode.REFUSED, True),
    "unlikely": (Status.POSSIBLE, Mode.CONDITIONAL, True),
}
TERRITORY = Resource("resource/territory", "territory")


def said(
    relation: str,
    column: str,
    source: Actor | None = PESKOV,
    target: Actor | None = USA,
    resource: Resource | None = RARE_EARTHS,
    cue: str = "",
) -> Claim:
    """A claim by Russia, of which (unless told otherwise) a Russian speaks."""
    status, mode, negated = COLUMNS[column]
    return claim(
        relation, status=status, mode=mode, negated=negated, actor=RUSSIA, target=target, resource=resource, source=source
    ).but(cue=cue)


def cells() -> Iterator[object]:
    for relation, codes in TABLE.items():
        for column, code in zip(COLUMNS, codes, strict=True):
            yield pytest.param(relation, column, relation.upper() if code == OWN else code, id=f"{relation}-{column}")


def test_the_table_has_a_row_for_every_relation(vocab: Vocabulary) -> None:
    assert TABLE.keys() == vocab.relations.keys()


@pytest.mark.parametrize(("relation", "column", "code"), list(cells()))
def test_every_cell(relation: str, column: str, code: str | None, vocab: Vocabulary) -> None:
    assert plover_code(said(relation, column), vocab) == code


@pytest.mark.parametrize("relation", sorted(TABLE))
def test_what_did_not_happen_has_no_code_but_talks_that_fail_reject(relation: str, vocab: Vocabulary) -> None:
    denied = said(relation, "actual").but(negated=True)
    assert plover_code(denied, vocab) == ("REJECT" if relation == "agree" else None)


@pytest.mark.parametrize("source", [None, UKRAINE])
@pytest.mark.parametrize("column", ["possible", "unlikely"])
@pytest.mark.parametrize("relation", sorted(TABLE))
def test_what_others_hold_possible_has_no_code(relation: str, column: str, source: Actor | None, vocab: Vocabulary) -> None:
    assert plover_code(said(relation, column, source=source), vocab) is None


@pytest.mark.parametrize("target", [None, RUSSIA, PESKOV])
@pytest.mark.parametrize("column", sorted(COLUMNS))
@pytest.mark.parametrize("relation", ["acquire", "produce"])
def test_getting_and_making_count_only_with_a_partner_of_another_side(
    relation: str, column: str, target: Actor | None, vocab: Vocabulary
) -> None:
    assert plover_code(said(relation, column, target=target), vocab) is None


@pytest.mark.parametrize("relation", ["supply", "invest", "aid"])
def test_giving_counts_without_a_partner(relation: str, vocab: Vocabulary) -> None:
    assert plover_code(said(relation, "proposed", target=None), vocab) == "AGREE"


@pytest.mark.parametrize(("column", "code"), [("actual", "ASSAULT"), ("ended", "RETREAT"), ("proposed", "THREATEN")])
def test_taking_territory(column: str, code: str, vocab: Vocabulary) -> None:
    assert plover_code(said("seize", column, resource=TERRITORY), vocab) == code


SOUGHT_IS_REQUEST = [
    "agree", "consult", "support", "cooperate", "aid", "concede", "retreat", "supply", "acquire", "produce", "invest",
]  # fmt: skip


@pytest.mark.parametrize("relation", SOUGHT_IS_REQUEST)
def test_what_is_sought_of_others_is_a_request(relation: str, vocab: Vocabulary) -> None:
    sought = said(relation, "proposed").but(mode=Mode.SOUGHT)
    assert plover_code(sought, vocab) == "REQUEST"
    assert plover_code(sought.but(negated=True), vocab) != "REQUEST"


@pytest.mark.parametrize("relation", ["sanction", "assault", "coerce", "threaten", "accuse"])
def test_what_is_sought_against_others_is_none(relation: str, vocab: Vocabulary) -> None:
    assert plover_code(said(relation, "proposed").but(mode=Mode.SOUGHT), vocab) == "THREATEN"


@pytest.mark.parametrize("column", sorted(COLUMNS))
def test_a_cues_own_code_wins_where_the_act_happened(column: str, vocab: Vocabulary) -> None:
    cue = next(c for c in vocab.cue_list() if c.words == ("sign",) and c.relation == "agree" and c.plover)
    expected = "SUPPORT" if column == "actual" else TABLE["agree"][list(COLUMNS).index(column)]
    assert plover_code(said("agree", column, cue=cue.id), vocab) == expected


def test_calling_for_sanctions_accuses(vocab: Vocabulary) -> None:
    cue = next(c for c in vocab.cue_list() if c.words == ("call", "for") and "sanction" in c.object_lemmas)
    assert cue.relation == "accuse"
    assert plover_code(said("accuse", "actual", cue=cue.id), vocab) == "ACCUSE"


def test_an_unknown_relation_has_no_code(vocab: Vocabulary) -> None:
    assert plover_code(said("no such relation", "actual"), vocab) is None


def test_an_actor_without_a_stakeholder_is_no_side(vocab: Vocabulary) -> None:
    drifter = Actor("actor/x", "Drifter", RUSSIA.type)
    assert plover_code(said("supply", "possible", source=drifter), vocab) is None
