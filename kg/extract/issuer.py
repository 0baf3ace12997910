"""Who says "we" in a statement of its own: the one in whose name its first sentence speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments import slots
from kg.extract.mentions import Kind, Referent
from kg.extract.quoting import opening
from kg.extract.tokens import Token

if TYPE_CHECKING:
    from kg.extract.coref import Discourse


def issuers(discourse: Discourse, token: Token, own: Referent) -> Iterator[Referent]:
    """Those for whom a paper speaks that is headed a statement: "Joint statement on Mali. Chad and Niger have … We call on …"."""
    headed, nouns = discourse.blocks[0], discourse.vocab.words("statement-nouns")
    if opening(token) is not None or headed.offset or not any(t.lemma_.lower() in nouns for t in headed.doc.words):
        return
    for block in discourse.blocks[1:2]:
        root = next(iter(block.doc.sents)).root
        for subject in slots(root).get("subj", ()):
            for who in discourse.referents(block, subject):
                if who.kind in (Kind.ACTOR, Kind.PLACE) and (who.entity or who.mention.name or who.mention.owners):
                    mention = replace(own.mention, antecedent=who.mention)
                    yield replace(who, kind=Kind.ACTOR, mention=mention)
