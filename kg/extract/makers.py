"""Of what goods does the name of a firm or a cartel speak, whose output a sentence cuts or raises without a word of what it is?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader
from kg.extract.tokens import Token


def by_makers_name(noun: Token, actors: Sequence[Referent], reader: Reader) -> list[Referent]:
    """What a bare output is of where its makers' full name says it: "OPEC will cut production", "Coal India raised output".

    A name that speaks of two goods tells of neither alone.
    """
    vocab = reader.vocab
    known = [e for r in actors if not r.person and (e := vocab.entities.get(r.entity or ""))]
    terms = {vocab.resource_names.get(word, "") for entity in known for word in entity.label.lower().split()}
    goods = sorted(t for t in terms if t and vocab.is_kind(t, vocab.words("goods-kinds")) and not vocab.resources[t].ambiguous)
    if len(goods) != 1:
        return []
    return [replace(reader.block.referent(noun), kind=Kind.RESOURCE, term=goods[0], label=vocab.resources[goods[0]].label)]
