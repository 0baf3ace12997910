"""What force is turned on and what it is used with: ships, houses, whatever is destroyed; and a thing by its own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.coordination import conjuncts
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.tokens import Token
from kg.extract.words import ARMS
from kg.vocab import Cue

# Where that stands on which force is turned, and of what kinds it is.
_STRUCK = ("at", "on", "against", "into", "across", "onto")
_BUILT = frozenset({"resource/infrastructure"})


def worded(noun: Token, reader: Reader) -> Iterator[Referent]:
    """A thing by its own words: "Barrick shares", "power pylons"."""
    own = reader.block.referent(noun)
    left = [c for c in noun.lefts if c.dep_ in ("compound", "amod") and (c.text.islower() or c.pos_ == "PROPN")]
    words = [c.text for c in left if c.lemma_.lower() not in reader.vocab.words("partitives")]
    yield replace(own, kind=Kind.RESOURCE, term=None, entity=None, label=" ".join([*words, noun.text]))


def moved(filled: Slots, reader: Reader) -> list[Referent]:
    """The arms that move, or with which forces do: "two frigates sailed for Aden", "deployed with tanks and guns"."""
    moving = [t for slot in ("subj", "obj") for t in filled.get(slot, ()) if t.pos_ == "NOUN"]
    if own := [r for t in moving if reader.vocab.calls(t.lemma_, ARMS) for r in worded(t, reader)]:
        return own
    tried = [r for t in filled.get("obj", ()) if t.lemma_.lower() in reader.vocab.words("trial-nouns") for r in reader.resources(t)]
    if arms := [r for r in tried if reader.vocab.is_kind(r.term or "", ARMS)]:
        return arms  # "conducted nuclear weapon tests"
    beside = [t for t in filled.get("with", ()) if t.pos_ == "NOUN"]
    armed_with = any(reader.vocab.is_kind(r.term or "", ARMS) for t in beside for r in reader.resources(t, 0))
    return [r for t in beside for r in reader.resources(t, 0) or reader.things(t)] if armed_with else []


def take_things(filled: Slots, reader: Reader) -> list[Referent]:
    """What is destroyed is at stake, though no vocabulary knows it ("blew up power pylons")."""
    # "destroyed our way of life", but "destroyed the town"
    parts, found = reader.vocab.words("building-parts"), list[Referent]()
    for token in filled.get("obj", ()):
        # "broke the windows of the embassy"
        whole = next((t for t in under_of(token) if t.pos_ == "NOUN"), None) if token.lemma_.lower() in parts else None
        thing = token if whole is None else whole
        abstract = reader.vocab.words("abstract-nouns") - reader.vocab.words("house-nouns") - reader.vocab.words("struck-things")
        compound = any(c.dep_ == "compound" for c in thing.children)  # "slashed anchor lines"
        concrete = compound or thing.lemma_.lower() not in abstract
        unknown = whole is not None or (reader.block.referent(thing).kind is Kind.OTHER and concrete)
        if thing.pos_ == "NOUN" and unknown and not thing.like_num:
            found.extend(replace(r, label=r.label.lower()) for r in worded(thing, reader))
    return found


def buildings(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """A house that force is turned on is at stake, though it may act elsewhere: "attacked mosques", "a bomb in a bank"."""
    houses = reader.vocab.words("house-nouns")
    slots = ["obj", "on", "against", "into"]
    if cue.object_lemmas:  # "fired shells at a hospital", but "stabbed a pupil at school"
        slots.append("at")
    if cue.relation == "assault" and cue.pos == "noun":
        slots.append("in")
    for slot in slots:
        for token in filled.get(slot, ()):
            where = slot == "in" and token.pos_ == "PROPN"  # "an attack in the Balata Camp" tells where
            if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in houses and not where:
                return list(worded(token, reader))
    return []


def struck(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """What force is turned on where it is not the object: "missiles at the port"; else the ship or lorry that the cue lists."""
    idiom = cue.pos == "verb" and bool(cue.object_lemmas)  # "killed two on a bridge" tells where
    idiom = idiom and not hit_themselves(filled, reader)  # so does "shot drivers on the road"
    for slot in (
        s
        for s in _STRUCK
        if (idiom and (s != "across" or cue.relation == "coerce"))
        or s in cue.words[1:]
        or (cue.pos == "noun" and s not in ("at", "across"))
    ):
        found = [r for t in filled.get(slot, ()) for r in reader.resources(t, 0) if reader.vocab.is_kind(r.term or "", _BUILT)]
        if found:
            return found
    if cue.relation == "assault" or not cue.object_lemmas or "obj" not in cue.frame.resource:
        return []
    vessels = reader.vocab.words("vessel-nouns")
    held = [t for t in filled.get("obj", ()) if t.lemma_.lower() in vessels and t.pos_ == "NOUN"]
    return [r for t in held for r in worded(t, reader)]


def hit_themselves(filled: Slots, reader: Reader) -> bool:
    """Is the object those who are hit, not the drones that are sent at others?"""
    arms = reader.vocab.words("war-weapons")
    return any(reader.actors(t, places=False) for t in filled.get("obj", ()) if t.lemma_.lower() not in arms)


def wielders(weapon: Token, reader: Reader) -> list[Token]:
    """Who strikes with a weapon, whoever made it: "hit by an Iranian missile fired by the Houthis"."""
    if weapon.pos_ != "NOUN" or not any(reader.vocab.calls(word, ARMS) for word in (weapon.lemma_, _compound(weapon))):
        return []
    used = (c for c in weapon.children if c.dep_ == "acl" and c.tag_ == "VBN")
    making = reader.vocab.words("outfitting-verbs")  # who makes or sells a weapon does not strike with it
    agents = [a for c in used if c.lemma_.lower() not in making for a in c.children if a.dep_ == "agent"]
    found = [t for a in agents for p in a.children if p.dep_ == "pobj" for t in conjuncts(p)]
    return found if any(reader.actors(t, places=False) for t in found) else []


def _compound(noun: Token) -> str:
    before = [c.lemma_.lower() for c in noun.lefts if c.dep_ == "compound"]
    return " ".join([*before[-1:], noun.lemma_.lower()])


def armed(token: Token, reader: Reader) -> bool:
    """Is it what one strikes with, not what one strikes?"""
    found = reader.resources(token, 0)
    return not found or not reader.vocab.is_kind(found[0].term or "", {"resource/infrastructure"})


def driven(cue: Cue, slot: str, token: Token, filled: Slots, reader: Reader) -> bool:
    """Is it the vehicle that somebody drives into others: "rammed a van into shoppers"?"""
    into = cue.relation == "assault" and slot == "obj" and bool(filled.get("into"))
    return into and token.lemma_.lower() in reader.vocab.words("vehicle-nouns")


def partly(token: Token, reader: Reader) -> list[Referent]:
    """The resource that a word itself names, or of which it says how much: "a stretch of railway", "part of the port".

    What stands before it names no thing that is struck: a mining town is no mine.
    """
    parts = token.lemma_.lower() in reader.vocab.words("partitives") and token.pos_ == "NOUN"
    inside = (r for t in under_of(token) if parts for r in reader.resources(t, 0))
    return reader.resources(token, 0) or list(inside)
