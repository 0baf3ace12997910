"""Two owners with a thing each, which the parser takes for two owners of the second: "Chile's SQM and Italy's Eni"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = ("poss", "nmod", "compound")


def part_owners(apostrophe: Token) -> None:
    """Coordinate the things, where the first is taken for an owner beside the second's owner although it has one of its own."""
    owner = apostrophe.head
    first = owner.head
    last = first.head
    if owner.dep_ != "conj" or first.dep_ not in _MODIFIERS or not first.i < owner.i < last.i or last.head == last:
        return
    before = [c for t in (first, last) for c in t.children if c.i < first.i and c.dep_ == "poss" and _marked(c)]
    if _marked(first) or not before:
        return
    first.head, first.dep_ = last.head, last.dep_
    for left in [c for c in last.children if c.i < first.i]:
        left.head = first
    last.head, last.dep_ = first, "conj"
    owner.head, owner.dep_ = last, "poss"


def _marked(owner: Token) -> bool:
    return any(c.dep_ == "case" for c in owner.children)
