"""Sums of money: what one is handed over as, what it is of, and what it is put into."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.conditions import MONEY, is_sum
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.tokens import Token
from kg.vocab import Cue

_OF_SUMS = frozenset({"need", "aid", "acquire", "supply", "seize", "possess"})
# Where a sum is the price or the stake, not what is handed over.
_PRICED = frozenset({"frame/fund", "frame/buy", "frame/appraise", "frame/fetch"})
PURPOSES = ("into", "in", "on", "for", "to", "of")  # of money, the closest first


def funded(cue: Cue, slot: str, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """What money is put into, where the sum's own words say only that it is money: "$700 million in debt for the mine"."""
    if cue.relation != "invest" or slot != "obj" or not is_sum(token):
        return []
    return next((r for s in PURPOSES for t in filled.get(s, ()) if not is_money(t, reader) and (r := reader.resources(t))), [])


def is_money(token: Token, reader: Reader) -> bool:
    """Is it what a sum is of: "$700 million in debt"?"""
    found = reader.resources(token, 0)
    return bool(found) and reader.vocab.is_kind(found[0].term or "", {MONEY})


def in_money(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """A sum that is sought, needed or handed over, or what it is worth of, where the cue is one of money or of anything."""
    of_money = MONEY in cue.object_kinds or (not cue.object_kinds and cue.relation in _OF_SUMS)
    of_money = of_money or (cue.relation == "sanction" and "sum" in cue.object_is)  # "froze $2 billion of the bank"
    sums = [t for t in filled.get("obj", ()) if of_money and is_sum(t)] if cue.frame.id not in _PRICED else []
    sums = [t for t in sums if not _counts(t, reader)]
    for goods in (t for s in sums for t in under_of(s, ("of", "in"))):  # "87 billion yen of seafood", "$3 million in arms"
        act = cue.relation == "aid" and goods.lemma_.lower() in reader.vocab.words("resumes-aid")
        act = act and not any(c.dep_ in ("amod", "compound", "nmod") for c in goods.lefts)  # "in military aid" is of that kind
        named = goods.ent_type_ in ("DATE", "GPE", "LOC") or act
        if found := [] if named else reader.resources(goods) or reader.things(goods):
            return found
    return [_money(t, reader) for t in sums[:1]]


def _money(total: Token, reader: Reader) -> Referent:
    """A sum as what is handed over."""
    return replace(reader.block.referent(total), kind=Kind.RESOURCE, term=MONEY, label="money", entity=None)


def lent(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """A sum that is lent for nothing that is told: "lent Kenya $3 billion"."""
    if cue.pos != "verb" or cue.words[0] not in reader.vocab.words("lending-verbs"):
        return []
    return [_money(t, reader) for t in filled.get("obj", ()) if is_sum(t)][:1]


def _counts(number: Token, reader: Reader) -> bool:
    """Does a number that is taken for a sum count things: "tens of millions of records"? A sum has a currency."""
    units = reader.vocab.words("money-units") | {"euro", "euros", "$", "€", "£"}
    return any(True for _ in under_of(number)) and not any(t.lower_ in units or t.tag_ == "$" for t in number.subtree)
