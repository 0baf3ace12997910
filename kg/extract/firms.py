"""A company that is bought, owned or seized: it is what is at stake, by its name where it has one."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.conditions import MONEY, is_sum
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.struck import worded
from kg.extract.tokens import Token
from kg.model import ActorType, Sector
from kg.vocab import Cue

_OF_FIRMS = frozenset({"acquire", "possess", "seize"})


def firms_bought(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[tuple[Token, Referent]]:
    """A company that is bought or owned is what is at stake, not a partner: "bought Newcrest", "its purchase of Newcrest"."""
    found: list[tuple[Token, Referent]] = []
    for noun in [*filled.get(_slot(cue, filled), ()), *_taken_over(cue, filled, reader)]:
        for referent in reader.actors(noun, places=False):
            # "bought a Finnish airline"
            media = not referent.person and noun.lemma_.lower() in reader.vocab.words("media-nouns")
            unnamed = not _presupposed(token) and (media or noun.lemma_.lower() in reader.vocab.words("firm-nouns"))
            if is_firm(referent, reader) or (unnamed and (cue.relation == "acquire" or not referent.person)):
                found.append((noun, as_resource(referent)))
    return found


def firms_sold(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """A company whose sale is forbidden is what is limited: "blocked the sale of Chemaf to Norinco"."""
    if cue.relation != "sanction" or cue.pos != "verb":
        return []
    sales = (t for t in filled.get("obj", ()) if t.lemma_.lower() in reader.vocab.words("sale-nouns"))
    firms = (r for t in sales for u in under_of(t, ("of",)) for r in reader.actors(u, places=False))
    return [as_resource(r) for r in firms if is_firm(r, reader)]


def dealt_in(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """Shares that are dealt in, where nothing says of what firm ("sold shares worth $4 billion"), the shops that a firm runs,
    and the currency that is lacked.

    A share of a market is none; a shop counts only where the cue asks for one, for most are told of where somebody breaks in.
    """
    if cue.relation == "need":  # "is short of dollars"
        slots = ("obj", "of", "on", *cue.words[1:])
        lacked = [t for s in slots for t in filled.get(s, ()) if t.tag_ == "NNS" and t.lower_ in reader.vocab.words("money-units")]
        lacked = [t for t in lacked if not any(c.dep_ == "nummod" or c.pos_ == "NUM" for c in t.lefts)]
        return [replace(reader.block.referent(t), kind=Kind.RESOURCE, term=MONEY, entity=None, label=t.lower_) for t in lacked[:1]]
    if cue.relation not in _OF_FIRMS | {"supply"} or cue.pos != "verb":
        return []
    papers, premises = reader.vocab.words("traded-papers"), reader.vocab.words("premises-nouns") & cue.object_lemmas
    dealt = (t for t in filled.get("obj", ()) if t.lower_ in papers or t.lemma_.lower() in premises)
    return [replace(reader.block.referent(t), kind=Kind.RESOURCE, term=None, entity=None, label=t.lower_) for t in dealt]


def called_firms(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[tuple[Token, Referent]]:
    """Firms that the word before their name calls so, whatever is known of the name: "bought chip designer Arm"; and a line of
    business, which is none of the goods: "sold its tea division".
    """
    units = bool(cue.object_lemmas & reader.vocab.words("unit-nouns"))  # "shed its tea division"
    selling = token.lemma_.lower() in reader.vocab.words("selling-words")
    sells = cue.relation == "supply" and cue.pos == "verb" and (units or selling)
    if not (cue.relation in _OF_FIRMS or sells) or _presupposed(token):
        return []
    found: list[tuple[Token, Referent]] = []
    called = False
    for noun in filled.get("obj" if units else _slot(cue, filled), ()):
        if _unit(noun, reader):
            called = True
            found.extend((noun, r) for r in worded(noun, reader))
        elif name := _name(noun, reader):
            called = True
            own = reader.block.referent(name)
            found.append((noun, as_resource(own if own.entity else replace(own, label=_proper(name)))))
        else:
            found.extend((noun, as_resource(r)) for r in reader.actors(noun, places=False) if is_firm(r, reader))
    return found if called else []


def is_firm(referent: Referent, reader: Reader) -> bool:
    """Is it a company, or a name of which nothing else is known?"""
    entity = reader.vocab.entities.get(referent.entity or "")
    if entity is not None:
        return entity.type is ActorType.COMPANY or entity.sector is Sector.MED  # newspapers are bought and sold
    named = referent.mention.name or (referent.mention.antecedent and referent.mention.antecedent.name)
    return bool(named) and not referent.person


def as_resource(referent: Referent) -> Referent:
    """A company as what is at stake."""
    known = referent.mention.antecedent.name if referent.mention.antecedent else ""  # "the company" by its name
    return replace(referent, kind=Kind.RESOURCE, term=None, label=referent.label if referent.entity else known or referent.label)


def _slot(cue: Cue, filled: Slots) -> str:
    """Where the company stands: "a bid for Anglo", "paid $2 billion for Osisko", "its purchase of Newcrest"."""
    paid = bool(cue.object_lemmas) or any(map(is_sum, filled.get("obj", ())))
    return "of" if cue.pos == "noun" else "for" if paid and "for" in cue.frame.resource else "obj"


def _taken_over(cue: Cue, filled: Slots, reader: Reader) -> list[Token]:
    """What is bought where a verb brings a purchase about: "finalised its acquisition | of Newcrest"."""
    if cue.pos != "verb" or not cue.object_lemmas:
        return []
    purchases = cue.object_lemmas & reader.vocab.words("buying-nouns")
    return [u for o in filled.get("obj", ()) if o.lemma_.lower() in purchases for u in under_of(o)]


def _presupposed(token: Token) -> bool:
    """Does a participle behind a noun only say whose it is: "a chipmaker owned by Wingtech"?"""
    return token.dep_ == "acl" and token.tag_ != "VB"


def _name(noun: Token, reader: Reader) -> Token | None:
    """The name beside a word for a firm: "chip designer | Arm", "the cement maker | Bamburi"."""
    if noun.pos_ == "PROPN" or (noun.text[:1].isupper() and noun.i > noun.sent.start):
        before = (c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod") and c.tag_ in ("NN", "JJ"))
        return noun if any(_says_firm(c, reader) for c in before) else None
    if noun.tag_ != "NN" or not _says_firm(noun, reader):
        return None
    # "the cement maker Bamburi", and with a comma where it is somebody's only one: "its airline, TAP"
    only = any(c.dep_ == "poss" for c in noun.lefts) and noun.i + 1 < noun.sent.end and noun.nbor(1).text == ","
    start = noun.i + 2 if only else noun.i + 1
    return next((c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == start), None)


def named_beside(noun: Token, reader: Reader) -> list[Referent]:
    """The firm that is named right behind the word for it, as what is at stake: "51 percent of its oil company, NIS"."""
    name = _name(noun, reader) if noun.pos_ == "NOUN" else None
    if name is None:
        return []
    own = reader.block.referent(name)
    known = reader.vocab.entities.get(own.entity or "")
    firm = known is not None and known.type is ActorType.COMPANY
    return [as_resource(own if firm else replace(own, entity=None, label=_proper(name)))]


def _proper(name: Token) -> str:
    """The proper name that ends with a word, without the common words before it: "the coffee chain | Blue Bottle"."""
    first = name
    while first.i > name.sent.start and (before := first.nbor(-1)).head == name and (before.pos_ == "PROPN" or before.text == "-"):
        first = before
    return name.doc.text[first.idx : name.idx + len(name)]


def _unit(noun: Token, reader: Reader) -> bool:
    """Is it a part of a firm, or a firm without a name, by its line of business: "its tea division", "a robotics company"?"""
    named = any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.rights)
    lines = (c for c in noun.lefts if c.dep_ in ("compound", "amod") and c.text.islower() and reader.resources(c, 0))
    theirs = (r for c in noun.lefts if c.dep_ == "poss" and c.pos_ == "PROPN" for r in reader.actors(c, places=False))
    part = any(True for _ in lines) or any(is_firm(r, reader) for r in theirs)  # "Rosneft's German units"
    part = part or any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in noun.lefts)  # "sold its Polish branch"
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in reader.vocab.words("unit-nouns") and not named and part


def _says_firm(word: Token, reader: Reader) -> bool:
    lemma = word.lemma_.lower()
    role = reader.vocab.roles.get(lemma)
    firms = reader.vocab.words("firm-nouns|business-nouns")
    return lemma in firms or (role is not None and role.type is ActorType.COMPANY)
