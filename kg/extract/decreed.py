"""What is ordered to be done to somebody or something, told by a bare participle: "ordered the group dissolved".

The parser takes the participle for the past of a verb, for a word that describes the noun, or for the noun itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

# What an authority orders to be done to others, not how a thing is that it buys ("ordered two ships built in Korea").
_DECREED = ("coerce", "seize", "sanction", "concede", "retreat", "assault")
_PAST = frozenset({"VBD", "VBN"})


def decreed(participle: Token, vocab: Vocabulary) -> None:
    """Make the participle behind a verb of ordering and a noun the clause that is ordered, of which the noun is the subject."""
    if participle.tag_ not in _PAST or not vocab.evokes("verb", participle.lemma_.lower(), _DECREED):
        return
    below = {c.dep_ for c in participle.children}
    if below & {"dobj", "aux", "auxpass", "mark", "agent", "nsubjpass"}:
        return
    dep, above = participle.dep_, participle.head
    if dep == "ccomp" and _orders(above, vocab):
        suffering = next((c for c in participle.lefts if c.dep_ == "nsubj"), None)
    elif dep == "acl" and above.dep_ == "dobj" and above.i < participle.i and _orders(above.head, vocab):
        suffering, verb = above, above.head
        if suffering.right_edge.i > participle.right_edge.i or "prep" in below:
            return
        participle.head, participle.dep_ = verb, "ccomp"
        suffering.head = participle
    elif dep == "xcomp" and _orders(above, vocab) and (beside := _thing_before(participle)) is not None:
        suffering, participle.dep_ = beside, "ccomp"  # "ordered the assets | frozen"
        suffering.head = participle
    elif dep in ("dobj", "xcomp") and _orders(above, vocab):  # "ordered the | pit shut"
        suffering = next((c for c in participle.lefts if c.dep_ == "compound" and c.i == participle.i - 1), None)
        if suffering is not None:
            for word in [c for c in participle.lefts if c != suffering and c.dep_ in ("det", "poss", "amod", "compound", "nummod")]:
                word.head = suffering
            participle.dep_ = "ccomp"
    else:
        return
    if suffering is not None:
        participle.tag_ = "VBN"
        suffering.dep_ = "nsubjpass"


def _thing_before(participle: Token) -> Token | None:
    """The object of the verb above that stands right before a participle."""
    things = (c for c in participle.head.rights if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN"))
    return next((c for c in things if c.right_edge.i == participle.left_edge.i - 1), None)


def _orders(verb: Token, vocab: Vocabulary) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in vocab.words("decreeing-verbs")
