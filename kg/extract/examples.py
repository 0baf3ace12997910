"""What stands for goods beside or instead of the noun that names them: examples of a kind, what is coordinated before a flow."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.coordination import conjuncts, exemplifies
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import DEPTH, Reader
from kg.extract.tokens import Token


def goods_of(noun: Token, reader: Reader, depth: int = DEPTH) -> list[Referent]:
    """The resources that a noun stands for; a kind that is named with its examples is these."""
    someone = reader.block.referent(noun).kind is Kind.ACTOR  # "companies, among them a Kyrgyz refinery"
    if examples := [] if someone else [r for t in _examples(noun) for r in reader.resources(t)]:
        return examples
    found = reader.resources(noun, depth)
    if later := _named_later(noun, found, reader):
        return later
    return [*_before(noun, found, reader), *found]


def _examples(noun: Token) -> Iterator[Token]:
    """What follows "including", "such as", "like" or "among them": "minerals, among them cobalt and copper"."""
    for child in noun.rights:
        if exemplifies(child):
            yield from (t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c))


def _named_later(noun: Token, found: list[Referent], reader: Reader) -> list[Referent]:
    """Examples behind what stands between: "sent arms to Mali, including mortars", "an arms sale to Mali, including mortars"."""
    kinds = {r.term for r in found if r.term}
    if not kinds or noun.dep_ not in ("compound", "dobj", "nsubjpass"):
        return []
    receivers = [g for c in noun.head.rights if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    later = [r for word in (noun.head, *receivers) for t in _examples(word) for r in reader.resources(t)]
    return later if all(r.term and reader.vocab.is_kind(r.term, kinds) for r in later) else []


def _before(noun: Token, found: list[Referent], reader: Reader) -> list[Referent]:
    """What is coordinated with the first word of a flow's name: "coal and | gas exports" are of both."""
    if len(found) != 1:
        return []
    joined = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod") and any(d.dep_ == "conj" for d in c.children)]
    each = [r for c in joined for t in conjuncts(c) for r in reader.resources(t, 0)]
    own = found[0].term
    return [r for r in each if r.term != own] if own in {r.term for r in each} else []
