"""What a request or talks are about where the text leaves it out: "told them to stop buying", "growers beg for its market"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import verb_slots
from kg.extract.flows import left_out
from kg.extract.found import Found
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.tokens import Token

_TAXES = "resource/taxes"
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "conj"})


def unsaid(found: Found, acts: list[Token], reader: Reader) -> list[Referent]:
    """The goods of which the acts leave out what they are done to, or of which those who speak live."""
    lacks = reader.vocab.words("lack-nouns")
    for noun in (t for slot in ("for", "over", "about") for t in found.filled.get(slot, ()) if t.lemma_.lower() in lacks):
        bare = all(c.dep_ == "det" for c in noun.children)  # "blamed them for the shortage"
        if bare and (goods := reader.discourse.at_stake(reader.block, noun)):
            return goods
    for act in (inner for a in acts for inner in _with_inner(a)):
        if _lacks_object(act, reader) and (goods := left_out(act, reader)):
            return goods
    return by_trade(found, reader)


def _with_inner(act: Token) -> Iterator[Token]:
    """An act and those that it begins, ends or plans: "stop buying"."""
    yield act
    for child in act.rights:
        if child.dep_ in _CLAUSES and child.pos_ == "VERB":
            yield from _with_inner(child)


def _lacks_object(act: Token, reader: Reader) -> bool:
    """Is it trade or work in a thing that is not said: "to buy less", "to plant a tenth more", not "to sell out"?"""
    if act.lemma_.lower() not in reader.vocab.words("dealing-verbs") or any(c.dep_ == "prt" for c in act.children):
        return False
    amounts = reader.vocab.words("bare-amounts")
    told = [t for t in verb_slots(act).get("obj", ()) if t.lower_ not in amounts and t.tag_ != "CD"]
    counts = [t for t in verb_slots(act).get("obj", ()) if t not in told]
    return not told and not any(True for t in counts for _ in under_of(t))


def by_trade(found: Found, reader: Reader) -> list[Referent]:
    """What those grow, make or sell who speak of a market, of duties or of imports: "steelmakers ask for curbs on imports"."""
    spoken_of = {t.lemma_.lower() for t in found.token.subtree if t.i > found.token.i}
    if found.relation not in ("request", "accuse", "reject") or not spoken_of & reader.vocab.words("trade-matters"):
        return []
    return next((goods for t in found.filled.get("subj", ()) if (goods := _traded(t, reader))), [])


def _traded(people: Token, reader: Reader) -> list[Referent]:
    lemma, vocab = people.lemma_.lower(), reader.vocab
    if lemma in vocab.words("trade-people"):
        before = [c for c in people.lefts if c.dep_ in ("compound", "nmod", "amod")]
        return next((r for c in before if (r := [g for g in reader.resources(c, 0) if _is_goods(g, reader)])), [])
    stem = lemma.removesuffix("maker")
    term = vocab.resource_names.get(stem) if stem != lemma else None
    if term is None:
        return []
    own = reader.block.referent(people)
    return [replace(own, kind=Kind.RESOURCE, term=term, entity=None, label=vocab.resources[term].label)]


def _is_goods(thing: Referent, reader: Reader) -> bool:
    return thing.term is not None and not reader.vocab.is_kind(thing.term, reader.vocab.words("building-kinds"))


def only_levy(found: Found) -> bool:
    """Is all that is told to be at stake a tax, or a market, on what is not said?"""
    things = found.roles.resources
    return bool(things) and all(r.term == _TAXES or r.mention.head in ("market", "tax", "duty") for r in things)
