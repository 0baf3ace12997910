"""Which place "the city", "the region", "the village" means: the last one named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.mentions import Block, Kind, Referent
from kg.extract.tokens import Token

if TYPE_CHECKING:
    from kg.extract.coref import Discourse

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def last_place(discourse: Discourse, block: Block, token: Token, own: Referent) -> Iterator[Referent]:
    """The last place named before a bare definite noun for one: "shells fell on Odesa; Moscow fired rockets at the city".

    Not where the same sentence goes on to say of which place it speaks, or the noun is that of an actor with a name.
    """
    if token.tag_ != "NN" or own.entity or own.mention.name or token.lemma_.lower() not in discourse.vocab.words("township-nouns"):
        return
    beside = [c for c in token.children if c.dep_ not in ("punct", "cc", "conj")]
    if not beside or any(c.lower_ not in _DEFINITE for c in beside):
        return
    near = [e for e in discourse.before(block, token) if e.token != token and e.token not in token.ancestors]
    places = [e for e in near if e.referent.kind is Kind.PLACE and e.referent.mention.name]
    if places:
        last = max(places, key=lambda e: e.position)
        yield from discourse.referents(last.block, last.token)[:1]
