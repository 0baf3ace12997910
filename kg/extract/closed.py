"""Which place is closed, opened, ringed or left: a border, schools, a town under siege, the plant that a firm pulls out of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.examples import examples
from kg.extract.lands import is_state
from kg.extract.mentions import Kind, Referent, is_works
from kg.extract.reader import Reader, under_of
from kg.extract.struck import worded
from kg.extract.tokens import Token
from kg.vocab import Cue

_SHUT = frozenset({"coerce", "sanction", "concede", "seize"})
# Where that stands which the noun of an act closes, rings or raids.
_BEHIND_NOUN = ("of", "on", "around")
_LEFT = ("from", "of", "obj")


def by_order(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """The place that is closed or that opens, whatever it is: "shut all bars and gyms", "the border has reopened"."""
    slot = {"frame/closing": "obj" if cue.pos == "verb" else "of", "frame/shut": "subj"}.get(cue.frame.id, "")
    told = [t for noun in filled.get(slot, ()) for t in (list(examples(noun)) or [noun])]  # "facilities such as libraries"
    return [r for t in told for r in reader.resources(t, 0) or worded(t, reader)]


def shut_to(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """The goods that may no longer, or again, come in: "closed its ports to rice", "reopened its market to beef"."""
    if cue.relation != "sanction" or token.lemma_.lower() not in reader.vocab.words("shutting-verbs"):
        return []
    goods = reader.vocab.words("goods-kinds")
    return [r for t in filled.get("to", ()) for r in reader.resources(t, 0) if reader.vocab.is_kind(r.term or "", goods)]


def closed(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """The place that is shut, opened, raided or besieged, by its own words: "closed the strait", "a blockade of the port"."""
    if cue.relation not in _SHUT or token.pos_ == "AUX":  # "is behind bars"
        return []
    found, places = list[Referent](), reader.vocab.words("closed-places")
    trade = reader.vocab.words("trade-venues") if cue.relation == "sanction" else frozenset()
    if cue.relation == "coerce":  # "drove off boats"
        places |= reader.vocab.words("vessel-nouns")
    for noun in _hit(cue, filled):
        bare = noun.tag_ == "NN" and noun.left_edge == noun  # "left office", "closed shop"
        place = noun.lemma_.lower() in places - trade and not bare and noun.pos_ in ("NOUN", "PROPN")
        if place and not _people(noun, reader):
            found += worded(noun, reader)
        elif noun.pos_ == "PROPN" and noun.lemma_.lower() in cue.object_lemmas & reader.vocab.words("platform-names"):
            found += worded(noun, reader)  # "blocked Telegram"
    ways = (_ringed, _driven_from, _banned, _cracked_down)
    return found or next((r for way in ways if (r := way(cue, token, filled, reader))), [])


def _hit(cue: Cue, filled: Slots) -> Iterator[Token]:
    """What an act of closing is done to: the object of its verb, what stands behind its noun."""
    for slot in ("obj",) if cue.pos == "verb" else _BEHIND_NOUN:
        for noun in filled.get(slot, ()):
            yield noun
            if noun.lemma_.lower() in cue.object_lemmas:  # "lifted the closure of the border"
                yield from under_of(noun)


def _people(noun: Token, reader: Reader) -> bool:
    """Does the word stand for who is there: "the camp", but not "the school"?"""
    return any(r.person or (r.plural and r.entity) for r in reader.actors(noun, places=False))


def _ringed(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """The town that is cut off from the world: "besieged El Obeid", "the siege of Aleppo", "a blockade enforced on Bamako"."""
    sieges = reader.vocab.words("siege-words")
    held = [t for t in filled.get("obj", ()) if t.lemma_.lower() in sieges]
    if cue.relation != "coerce" or not (token.lemma_.lower() in sieges or held):
        return []
    slots = ("on", "of", "around") if held or cue.pos == "noun" else ("obj",)
    towns = [t for slot in slots for t in filled.get(slot, ())] + [t for h in held for t in under_of(h, ("of", "on", "around"))]
    named = [reader.block.referent(t) for t in towns if t.pos_ == "PROPN" and _is_town(t, reader)]
    return [replace(r, kind=Kind.RESOURCE, term="resource/territory", entity=None) for r in named]


def _is_town(name: Token, reader: Reader) -> bool:
    """Is it the name of a place, perhaps of a capital that elsewhere stands for its state, and of no state?"""
    known = reader.block.names.get(name.i)
    capital = known is not None and any(s.how == "metonym" for s in known.senses)
    own = reader.block.referent(name)
    return capital or (own.kind is Kind.PLACE and not is_state(reader, own))


def _driven_from(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """The land or the homes from which somebody is driven: "evicted the farmers from their land"."""
    if cue.relation != "coerce" or token.lemma_.lower() not in reader.vocab.words("ousting-words"):
        return []
    homes = [t for t in filled.get("from", ()) if t.lemma_.lower() in reader.vocab.words("dwellings") and t.pos_ == "NOUN"]
    return [r for t in homes for r in worded(t, reader)]


def _banned(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """What is forbidden, although it is no goods: "banned Christmas markets", "bans bookings for groups", "bans air travel"."""
    words = reader.vocab.words
    if cue.relation != "sanction" or token.pos_ != "VERB" or token.lemma_.lower() not in words("forbidding-verbs"):
        return []
    found = list[Referent]()
    for noun in filled.get("obj", ()):
        lemma, own = noun.lemma_.lower(), reader.block.referent(noun)
        several = noun.tag_ == "NNS" and own.kind is Kind.OTHER and not own.person and not reader.is_act(noun)
        named = lemma not in words("event-nouns|tie-nouns|partitives|unrest-acts")
        if lemma in words("limited-nouns") or (several and named):
            found += worded(noun, reader)
    return found


def _cracked_down(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """What a crackdown is on: "cracked down on illegal gold mining", "a crackdown on cryptocurrency", but not on people."""
    if cue.relation != "coerce" or cue.words[0] not in reader.vocab.words("crackdown-words"):
        return []
    things = [t for t in filled.get("on", ()) if not reader.actors(t, places=False)]
    return [r for t in things for r in reader.resources(t) or (reader.things(t) if t.tag_ == "NNS" else [])]


def left(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """The works that somebody pulls out of: "withdrew from the Sakhalin project", "quit the power grid"."""
    if cue.relation != "retreat":
        return []
    words = reader.vocab.words
    works = words("works-nouns|asset-nouns|struck-things") | words("house-nouns") - words("settlement-nouns")
    for slot in _LEFT:
        for noun in filled.get(slot, ()):
            known = [r for r in reader.resources(noun, 0) if is_works(r, reader.vocab)]
            bare = noun.tag_ == "NN" and noun.left_edge == noun
            if known or (noun.lemma_.lower() in works and not bare and noun.pos_ in ("NOUN", "PROPN")):
                return known or list(worded(noun, reader))
    return []
