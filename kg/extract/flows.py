"""What a bare measure or flow is of: "raised output by 9,000 barrels", "will produce 120 million tonnes"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.mentions import Kind, Referent, is_works
from kg.extract.reader import Reader
from kg.extract.tokens import Token


def left_out(noun: Token, reader: Reader) -> list[Referent]:
    """What a bare measure or flow is of: what was spoken of last, else what alone is counted so, else the story's goods."""
    lemma, words = noun.lemma_.lower(), reader.vocab.words
    beside = (t.lemma_.lower() for c in noun.head.rights if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj")
    term = "resource/oil" if {lemma, *beside} & words("oil-measures") else ""  # "raised output by 9,000 barrels"
    term = "resource/electricity" if not term and lemma in words("power-measures") else term
    spoken_of = reader.discourse.at_stake(reader.block, noun)
    if spoken_of and (not term or any(reader.vocab.is_kind(r.term or "", {"resource/energy"}) for r in spoken_of)):
        return [_yielded(r, reader) for r in spoken_of]
    if not term:
        return reader.discourse.topic(reader.block, noun)
    return [replace(reader.block.referent(noun), kind=Kind.RESOURCE, term=term, label=reader.vocab.resources[term].label)]


def _yielded(spoken_of: Referent, reader: Reader) -> Referent:
    """What a mine yields, of which the tonnes are: "Simandou will produce 120 million tonnes" of iron ore."""
    goods, works = reader.vocab.words("goods-kinds"), reader.vocab.words("works-kinds")
    if not is_works(spoken_of, reader.vocab):
        return spoken_of
    kinds = reader.vocab.resources[spoken_of.term or ""].broader
    dug = next((k for k in kinds if reader.vocab.is_kind(k, goods) and not reader.vocab.is_kind(k, works)), None)
    return replace(spoken_of, term=dug, label=reader.vocab.resources[dug].label) if dug else spoken_of
