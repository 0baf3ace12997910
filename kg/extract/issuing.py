"""Who issues a statement, and so says "we" in it outside all quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import slots
from kg.extract.mentions import Kind, Referent
from kg.extract.quoting import opening
from kg.extract.tokens import Token

if TYPE_CHECKING:
    from kg.extract.coref import Discourse

_OURS = frozenset({"we", "us", "our", "ours", "ourselves"})


def issuers(we: Token, discourse: Discourse) -> list[Referent]:
    """Who does what the first sentence tells, where the heading says that it is a statement: "The Philippines condemns …".

    So is "the Government" in capitals, of which it speaks. Nobody for any other text: an interviewer, a columnist and a reader say
    "we" of whom they like.
    """
    office = we.text[:1].isupper() and we.lemma_.lower() in discourse.vocab.roles  # "the Government", "the Prime Minister"
    kinds = discourse.vocab.words("statement-nouns")
    if not (we.lower_ in _OURS or office) or not any(t.lemma_.lower() in kinds for t in discourse.blocks[0].doc):
        return []
    if opening(we) is not None:
        return []
    for block in discourse.blocks[1:2] or discourse.blocks[:1]:
        first = next(iter(block.doc.sents))
        told = [block.referent(subject) for subject in slots(first.root).get("subj", ())]
        if found := [who for who in told if who.kind is not Kind.OTHER and who.entity and not who.person]:
            return found
    return []
