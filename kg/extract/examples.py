"""What stands for goods beside or instead of the noun that names them: examples of a kind, what is coordinated before a flow."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.coordination import conjuncts, exemplifies
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import DEPTH, Reader
from kg.extract.tokens import Token

_AID = "resource/aid"


def goods_of(noun: Token, reader: Reader, depth: int = DEPTH) -> list[Referent]:
    """The resources that a noun stands for; a kind that is named with its examples is these."""
    someone = reader.block.referent(noun).kind is Kind.ACTOR  # "companies, among them a Kyrgyz refinery"
    told = [] if someone else [(t, reader.resources(t)) for t in examples(noun)]
    works = reader.vocab.words("asset-nouns")
    # "including almonds and pecans", of which one is known; "infrastructure, including energy facilities"
    if any(known for _, known in told) or (told and all(t.lemma_.lower() in works for t, _ in told)):
        return [r for t, known in told for r in known or reader.things(t)]
    found = reader.resources(noun, depth)
    if later := _named_later(noun, found, reader):
        return later
    return [*_before(noun, found, reader), *found]


def examples(noun: Token) -> Iterator[Token]:
    """What follows "including", "such as", "like" or "among them": "minerals, among them cobalt and copper"."""
    for child in noun.rights:
        if exemplifies(child):
            yield from (t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c))


def _named_later(noun: Token, found: list[Referent], reader: Reader) -> list[Referent]:
    """Examples behind what stands between: "sent arms to Mali, including mortars", "an arms sale to Mali, including mortars".

    What aid consists in may be of any kind: "military aid to Mali, including tents", "an aid package containing shells".
    """
    kinds = {r.term for r in found if r.term}
    if not kinds or noun.dep_ not in ("compound", "dobj", "nsubjpass", "pobj"):
        return []
    gift = all(reader.vocab.is_kind(kind, {_AID}) for kind in kinds)
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if noun.dep_ != "pobj":
        above = [noun.head]
    elif gift:
        above = [t for t in noun.ancestors if t.pos_ in ("NOUN", "PROPN", "NUM") and (verb is None or verb in t.ancestors)]
    else:
        return []
    above += [verb] if gift and verb is not None else []
    receivers = [g for t in above for c in t.rights if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    named = [t for word in (*above, *receivers) for t in examples(word)]
    named = named or [t for word in above if gift for t in _contents(word, reader)]
    later = [r for t in dict.fromkeys(named) for r in reader.resources(t) or (reader.things(t) if gift else [])]
    return later if gift or all(r.term and reader.vocab.is_kind(r.term, kinds) for r in later) else []


def _contents(package: Token, reader: Reader) -> Iterator[Token]:
    """What a parcel holds by its own words: "a package containing shells", "consisting of tents"."""
    for clause in (c for c in package.rights if c.dep_ in ("acl", "advcl") and c.tag_ == "VBG"):
        if clause.lemma_.lower() in reader.vocab.words("containing-verbs"):
            held = [c for c in clause.rights if c.dep_ == "dobj"]
            held += [g for c in clause.rights if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
            yield from (t for h in held for t in conjuncts(h))


def _before(noun: Token, found: list[Referent], reader: Reader) -> list[Referent]:
    """What is coordinated with the first word of a flow's name: "coal and | gas exports" are of both."""
    if len(found) != 1:
        return []
    joined = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod") and any(d.dep_ == "conj" for d in c.children)]
    each = [r for c in joined for t in conjuncts(c) for r in reader.resources(t, 0)]
    own = found[0].term
    return [r for r in each if r.term != own] if own in {r.term for r in each} else []
