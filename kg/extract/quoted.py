"""What stands at a price: prices, shares, currencies, the averages of exchanges; and what a price that moves is of."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.struck import worded
from kg.extract.tokens import Token
from kg.vocab import Vocabulary

_BEFORE = ("compound", "amod", "nmod")


def is_price(token: Token, vocab: Vocabulary) -> bool:
    """Does the word say a price or what is quoted: "prices", "futures", "shares", "the yen", "the Nikkei"?"""
    return token.lemma_.lower() in vocab.words("price-nouns") or quoted(token, vocab)


def quoted(token: Token, vocab: Vocabulary) -> bool:
    """Is it quoted by its own name: a currency that counts nothing, the average of an exchange, the stocks of a place?"""
    word, before = token.lower_, [c for c in token.lefts if c.dep_ in _BEFORE]
    if token.lemma_.lower() in vocab.words("currency-nouns"):
        counts = any(c.dep_ in ("nummod", "quantmod") or c.tag_ == "CD" for c in token.lefts)
        return token.tag_ not in ("NNS", "NNPS") and not counts
    if token.tag_[:3] == "NNP" and vocab.words("index-names") & {word, *(f"{c.lower_} {word}" for c in before)}:
        return True
    if word == "stocks":  # what lies in store is of goods: "oil stocks"
        return any(c.pos_ == "PROPN" or c.ent_type_ in ("GPE", "LOC", "NORP", "FAC", "ORG") for c in before)
    return word in ("market", "markets") and any(c.lemma_.lower() in vocab.words("market-words") for c in before)


def priced(price: Token, reader: Reader, named: bool = False) -> list[Referent]:
    """What a price that moves is of: what is said beside it, what is quoted itself, or what was spoken of last.

    ``named`` takes goods by whatever they are called, where somebody sets their price: "cut the price of the Model Y".
    """
    shares = price.lemma_.lower() in reader.vocab.words("share-nouns")
    if firms := [r for t in under_of(price, ("in", "of")) if shares for r in reader.actors(t, places=False)]:
        return [replace(r, kind=Kind.RESOURCE, term=None, entity=None, label=f"{r.label} {price.text.lower()}") for r in firms]
    if quoted(price, reader.vocab):
        return [_by_name(price, reader)]
    if goods := [r for t in under_of(price, ("of", "for")) if named for r in _called(t, reader)]:
        return goods
    own = (c for c in price.children if c.dep_ in (*_BEFORE, "poss") and c.pos_ in ("PROPN", "NOUN"))
    if any(c.lower_ not in reader.vocab.words("price-kinds") for c in own):  # "its selling price" is of what was spoken of
        return list(worded(price, reader))
    # "monthly prices rose": where nothing was spoken of, prices in general
    general = price.tag_ == "NNS" and any(c.dep_ == "amod" for c in price.lefts)
    return reader.discourse.at_stake(reader.block, price) or (list(worded(price, reader)) if general else [])


def _called(goods: Token, reader: Reader) -> list[Referent]:
    """Goods that no vocabulary knows, by their own words or their name: "its electric pickup", "the Model Y"."""
    if goods.pos_ != "PROPN":
        return reader.things(goods)
    named = reader.block.referent(goods).kind is Kind.OTHER and any(c.dep_ in ("det", "poss") for c in goods.lefts)
    return list(worded(goods, reader)) if named else []


def _by_name(noun: Token, reader: Reader) -> Referent:
    """A currency or an average by its whole name: "Australian dollar", "Dow Jones Industrial Average"."""
    words = [t for t in noun.subtree if t.i <= noun.i and t.dep_ in _BEFORE and (t.ent_type_ or t.pos_ != "ADJ")]
    label = " ".join([*(t.text for t in words), noun.text])
    return replace(reader.block.referent(noun), kind=Kind.RESOURCE, term=None, entity=None, label=label)
