"""Whom "the buyer", "the seller", "the lender" mean: that side of the last deal told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions import Kind, Referent
from kg.extract.tokens import Token
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from kg.extract.found import Found

# What one side of a deal does, and what is done to it, by what it is called.
_BUYS, _SELLS, _LENDS = frozenset({"acquire"}), frozenset({"supply"}), frozenset({"invest", "aid"})
_NONE: frozenset[str] = frozenset()
_DEALS_BACK = 6
_ALONE = ("amod", "compound", "nmod", "poss", "prep", "relcl", "acl", "appos", "nummod")


def party_of(told: Sequence[Found], token: Token, own: Referent, vocab: Vocabulary) -> list[Referent]:
    """Who in the last deal told is what the definite noun says: "Nippon took over US Steel. The buyer will build a mill"."""
    lemma = token.lemma_.lower()
    bare = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children) and not any(c.dep_ in _ALONE for c in token.children)
    if not bare or own.plural or own.mention.name or own.kind is Kind.RESOURCE:
        return []
    doing, receiving = _acts(lemma, vocab)
    for act in reversed(told[-_DEALS_BACK:]) if doing or receiving else ():
        if act.token.doc is token.doc and act.token.sent.start == token.sent.start:
            continue  # in its own sentence the parties have names
        side = act.roles.actors if act.relation in doing else act.roles.targets if act.relation in receiving else []
        if len(side) == 1 and side[0].kind is Kind.ACTOR:
            return list(side)
    return []


def _acts(lemma: str, vocab: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """Of which acts it is the doer who is called so, and of which the one to whom they are done."""
    if lemma in vocab.words("buyer-nouns"):
        return _BUYS, _SELLS
    if lemma in vocab.words("seller-nouns"):
        return _SELLS, _BUYS
    if lemma in vocab.words("lender-nouns"):
        return _LENDS, _NONE
    return (_NONE, _LENDS) if lemma in vocab.words("borrower-nouns") else (_NONE, _NONE)
