"""Land as what is at stake: territories, towns and villages that are taken or given up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.conditions import acts_in
from kg.extract.coordination import conjuncts, exemplifies, first_conjunct
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.tokens import Token
from kg.model import ActorType
from kg.vocab import Cue

# What the name of a town that no gazetteer knows is taken for.
_TOWNS = frozenset({"", "GPE", "LOC", "FAC"})


def territories(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """A territory that is taken or given up is a resource, although its name is that of a place or a state: "parts of Ukraine",
    "Goma", "quit Angola".
    """
    found, settled = [], reader.vocab.words("settlement-nouns")
    falls = ("subj",) if cue.frame.id == "frame/fall" else ()
    slots = ("obj", "of") if cue.relation == "seize" else ("obj", "from", "of") if cue.relation == "retreat" else ("obj",)
    for slot in (*falls, *slots):
        for token in (u for t in filled.get(slot, ()) for u in _parts_of(t, reader)):
            if slot != "obj" and cue.relation == "retreat" and is_state(reader, reader.block.referent(token)):
                continue  # who pulls out of Syria gives up no land
            own = reader.block.referent(token)
            inside = [own, *map(reader.block.referent, _within(token))]
            placed = any(r.kind is Kind.PLACE or (r.entity and r.entity.count("/") == 1 and is_state(reader, r)) for r in inside)
            known = reader.block.names.get(token.i)
            towns = any(t.lemma_.lower() in settled for t in (token, *under_of(token)))  # "control of the town of Rubaya"
            placed = placed or (cue.relation == "seize" and towns)
            people = known is not None and any(s.how == "demonym" for s in known.senses)  # "evacuated 1,000 Palestinians"
            if token.pos_ in ("NOUN", "PROPN") and (cue.implies_resource or (placed and not people)):
                town = next((r for r in inside[1:] if r.kind is Kind.PLACE), own) if own.kind is Kind.OTHER else own
                own = own if token.lemma_.lower() in reader.vocab.words("partitives") else town  # "the town of Bhamo"
                found.append(replace(own, kind=Kind.RESOURCE, term=cue.implies_resource or "resource/territory"))
    return found


def some_fight(actors: Iterable[Referent], reader: Reader) -> bool:
    """Is one of the actors an army or a rebel group: "the army and its allies"?"""
    return any(acts_in(r, reader) in ("MIL", "REB") for r in actors)


def unheard_of(filled: Slots, reader: Reader) -> list[Referent]:
    """The towns that fighters take and no gazetteer knows: "Russian troops captured Avdiivka".

    What is taken from somebody is no person, though its name may look like one: "captured Abu Kamal from the rebels".
    """
    found = []
    for token in filled.get("obj", ()):
        own = reader.block.referent(token)
        bare = token.tag_ == "NNP" and not any(c.dep_ in ("det", "poss", "nummod", "amod") for c in token.children)
        named = filled.get("from") or (own.kind is Kind.OTHER and not own.person and token.ent_type_ in _TOWNS)
        if bare and named and own.entity is None:
            found.append(replace(own, kind=Kind.RESOURCE, term="resource/territory", entity=None))
    return found


def by_its_name(filled: Slots, reader: Reader, found: list[Referent]) -> list[Referent]:
    """A village that is taken or left goes by its name: "the village of Bhamo", "the border town of Maungdaw"."""
    if not all(reader.vocab.is_kind(r.term or "", {"resource/territory"}) for r in found):
        return found
    settled = reader.vocab.words("settlement-nouns")
    objects = [t for slot in ("obj", "of") for t in filled.get(slot, ())]
    behind = [t for o in objects for t in (*_within(o), *_told_by_name(o))]
    behind += [u for t in behind if t.lemma_.lower() in settled for u in under_of(t) if u not in behind]
    towns = []
    for token in (t for t in behind if t.pos_ == "PROPN"):
        named, called = reader.block.referent(token), first_conjunct(token).head.head.lemma_.lower() in settled
        if named.kind is Kind.PLACE and named.mention.name:
            towns.append(replace(named, kind=Kind.RESOURCE, term=found[0].term))
        elif called:  # a town that no gazetteer knows: "the salt-mining town of Taoudenni"
            towns.append(replace(named, kind=Kind.RESOURCE, term=found[0].term, entity=None))
    return towns or found


def _parts_of(token: Token, reader: Reader) -> list[Token]:
    """What a pronoun of quantity takes some of: "all of the towns and villages", "most of Chad"; else the word itself."""
    some = token.pos_ not in ("NOUN", "PROPN") and token.lemma_.lower() in reader.vocab.words("partitives")
    return [u for t in under_of(token) for u in conjuncts(t)] if some else [token]


def _told_by_name(noun: Token) -> list[Token]:
    """The names of several: "took several towns, including Gao and Kidal", "took control of two towns, Gao and Kidal"."""
    several = [t for t in (noun, *_within(noun)) if t.tag_ == "NNS"]
    firsts = [c for t in several for c in t.rights if c.dep_ == "appos"]
    firsts += [f for t in several for c in t.rights if exemplifies(c) for f in c.children if f.dep_ == "pobj"]
    return [t for first in firsts for t in conjuncts(first)]


def _within(noun: Token) -> list[Token]:
    """What stands behind "of", and behind another "of" there: "control of the town of Bhamo"."""
    near = list(under_of(noun))
    return near + [inner for t in near for inner in under_of(t)]


def is_state(reader: Reader, referent: Referent) -> bool:
    """Is it a state, and so its land where something lies?"""
    entity = reader.vocab.entities.get(referent.entity or "")
    return entity is not None and entity.type is ActorType.STATE


def by_its_union(land: Referent, reader: Reader) -> Referent:
    """The union of states that a continent stands for where one deals with it: "told Europe to lift the curbs"."""
    words, label = reader.vocab.words, land.label or land.mention.name
    if land.kind is not Kind.PLACE or label.lower() not in words("union-lands"):
        return land
    senses = (s for word in words("union-names") for s in reader.vocab.names.get(word.upper(), ()))
    union = next((reader.vocab.entities[s.actor] for s in senses), None)
    if union is None:
        return land
    return replace(land, kind=Kind.ACTOR, entity=union.id, label=union.label, mention=replace(land.mention, name=union.label))


def at_home_in(group: Token, reader: Reader) -> list[Referent]:
    """Those of each of the lands that are told by examples: "firms in countries including Chad and Oman"."""
    lands = reader.vocab.words("state-nouns")
    seated = (group, *(c for c in group.rights if c.dep_ == "acl" and c.tag_ == "VBN"))  # "entities based in"
    ties = (c for t in seated for c in t.rights if c.dep_ == "prep" and c.lower_ in ("in", "from", "across"))
    behind = (t for c in ties for t in c.children if t.dep_ == "pobj" and t.tag_ == "NNS" and t.lemma_.lower() in lands)
    named = [r for t in behind for r in reader.actors(t) if r.entity]
    own = replace(reader.block.referent(group), kind=Kind.ACTOR, entity=None, term=None)
    spans = (replace(r.mention, head=own.mention.head, name="", owners=(r.mention.text,)) for r in named)
    return [replace(own, mention=span, label=own.label or group.lemma_.lower()) for span in spans] if group.tag_ == "NNS" else []
