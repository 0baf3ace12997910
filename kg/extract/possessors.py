"""Several with an owner each, mixed up by the parser: "Chile's SQM and Italy's Eni", "the king of Oman and the emir of Kuwait"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.vocab import Vocabulary

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


def part_offices(second: Token, vocab: Vocabulary) -> None:
    """ "The president of Chile and the king of Spain": who holds an office with an owner of its own is another. Mended in place."""
    first = second.head
    several = first.tag_ in ("NNS", "NNPS") and second.tag_ in ("NN", "NNP", "JJ")
    one = any(c.lower_ in ("a", "an") for c in second.lefts) and any(c.dep_ == "cc" for c in second.rights)
    if several and one and second.dep_ == "appos":
        second.dep_ = "conj"  # "four Danes, a Czech and a Swede": one is not called several
        return
    opens = second.left_edge
    joint = opens.nbor(-1) if opens.i > second.sent.start else None
    if joint is None or joint.dep_ != "cc" or opens.dep_ != "det" or first not in (*joint.head.ancestors, joint.head):
        return
    if (
        all(t.lemma_.lower() in vocab.roles or t.lower_ in vocab.roles for t in (first, second))
        and _owned(first)
        and _owned(second)
    ):
        joint.head, second.dep_ = first, "conj"


def _owned(office: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ == "of" for c in office.rights)


def beside_land(land: Token, vocab: Vocabulary) -> None:
    """ "A ban on travellers from Andean states, as well as Oman": a land is beside the lands before it. Mended in place."""
    act = land.head
    if land.ent_type_ != "GPE" or act.pos_ != "NOUN" or act.lemma_.lower() in vocab.words("state-nouns"):
        return
    before = [t for t in act.subtree if t.dep_ == "pobj" and act.i < t.i < land.i and t.right_edge.i < land.i]
    nearest = before[-1] if before else None
    if nearest is None or not (nearest.ent_type_ == "GPE" or nearest.lemma_.lower() in vocab.words("state-nouns")):
        return
    joints = [c for c in act.children if c.dep_ == "cc" and nearest.i < c.i < land.i]
    if joints and all(t.pos_ in ("PUNCT", "ADV", "ADP", "CCONJ", "DET") for t in land.doc[nearest.i + 1 : land.left_edge.i]):
        land.head = nearest
        for joint in joints:
            joint.head = nearest


def _marked(owner: Token) -> bool:
    return any(c.dep_ == "case" for c in owner.children)
