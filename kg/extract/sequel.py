"""Against whom or from whom it is, where that stands with an act told in the same breath, or just before."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.coordination import PASSIVE, SUBJECTS
from kg.extract.found import Found
from kg.extract.ground import lying, state_where
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import is_own
from kg.extract.tokens import Token

_WORKS = frozenset({"resource/infrastructure", "resource/territory"})
_FORCE = frozenset({"assault", "coerce", "mobilize"})
_CLAUSES = frozenset({"conj", "advcl", "xcomp"})
_DURING = frozenset({"in", "during", "after", "following"})
_AS = frozenset({"as", "when", "after", "while"})
_LAST_ACTS = 8


def booty(found: dict[int, Found], reader: Reader) -> None:
    """What is taken or broken in a raid is theirs who are raided: "clashed with bandits, seizing rifles".

    Where nobody is, it is of the state in which the raid takes place: "raided a ranch in Lima and took its guns".
    """
    for item in found.values():
        taken = item.relation == "seize" or (item.relation in ("coerce", "assault") and item.roles.resources)
        if not taken or item.roles.targets or not item.roles.actors or item.token.pos_ != "VERB" or item.filled.get("from"):
            continue
        kinds = _FORCE | {"protest"} if _definite(item) else _FORCE  # "surrounded his office and burned the building"
        raids = [o for o in found.values() if o is not item and o.relation in kinds and _in_one_go(item, o, reader)]
        raids = [o for o in raids if o.relation != "coerce" or not _fixed(item, reader)]
        raids.sort(key=lambda o: abs(o.token.i - item.token.i))
        others = ([r for r in o.roles.targets if not is_own(r, item.roles)] for o in raids)
        item.roles.targets = next(filter(None, others), [])
        if not item.roles.targets:
            grounds = (lying(o.filled, reader, item.roles) for o in raids)
            item.roles.targets = next(filter(None, grounds), [])


def _fixed(item: Found, reader: Reader) -> bool:
    """Is it a mine or a plant that is seized, which nobody has with him: "expelled French envoys and seized a gold mine"?"""
    return item.relation == "seize" and any(reader.vocab.is_kind(r.term or "", _WORKS) for r in item.roles.resources)


def _definite(item: Found) -> bool:
    """Is what is broken told of before: "the building"?"""
    return any(c.dep_ == "det" and c.lower_ == "the" for t in item.filled.get("obj", ()) for c in t.children)


def _in_one_go(item: Found, raid: Found, reader: Reader) -> bool:
    """Do the same do it in one go: as a raid's further verb or its participle, or "in a raid on a house"?"""
    if raid.token.pos_ == "VERB":
        if not _below(item.token, raid.token):
            return False
        return {r.mention.span for r in raid.roles.actors} == {r.mention.span for r in item.roles.actors}
    above = raid.token.head
    if raid.token.dep_ != "pobj" or above.lower_ not in _DURING or above.head != item.token:
        return False
    return all(is_own(r, item.roles) for r in raid.roles.actors)


def _below(token: Token, above: Token) -> bool:
    """Does a verb go on from another, with no clause of somebody else between them?"""
    while token != above:
        if token.dep_ not in _CLAUSES or token.head == token or any(c.dep_ in SUBJECTS for c in token.children):
            return False
        token = token.head
    return True


def downed(found: dict[int, Found], reader: Reader) -> None:
    """Drones and missiles that one brings down are theirs who have sent them: "Russia launched 90 drones; Kyiv shot down 80"."""
    weapons = reader.vocab.words("war-weapons")
    for item in found.values():
        verb = item.token.lemma_.lower() in reader.vocab.words("downing-verbs")
        if not verb or item.relation not in _FORCE or not item.roles.actors or item.token.pos_ != "VERB":
            continue
        struck = [t for t in item.filled.get("obj", ()) if t.lemma_.lower() in weapons or t.tag_ == "CD"]
        named = [r for r in item.roles.targets if r.entity or (r.mention.owners and r.mention.owners[0] in r.mention.text)]
        if not struck or named:
            continue
        own = reader.discourse.sides(item.roles.actors)
        for attack in _before(item, found, reader):
            others = [r for r in attack.roles.actors if (side := reader.discourse.sides([r])) and not side & own]
            at_him = not attack.roles.targets or own & reader.discourse.sides(attack.roles.targets)
            if attack.relation in _FORCE and others and at_him:
                item.roles.targets = others
                break


def _before(item: Found, found: dict[int, Found], reader: Reader) -> Iterator[Found]:
    """The acts of the sentence, the nearest first, then those told before."""
    yield from sorted((f for f in found.values() if f is not item), key=lambda f: abs(f.token.i - item.token.i))
    yield from reversed(reader.discourse.told[-_LAST_ACTS:])


def robbed(found: dict[int, Found], reader: Reader) -> None:
    """Who has his own taken suffers it, who has goods delivered gets them: "had its accounts frozen", "to have gas supplied"."""
    for item in found.values():
        verb = item.token
        if item.roles.targets or verb.tag_ != "VBN" or verb.head.lemma_ != "have" or verb.dep_ not in ("ccomp", "xcomp"):
            continue
        if item.relation not in ("seize", "sanction", "coerce", "supply", "aid"):
            continue
        having = verb.head
        while having.dep_ in _CLAUSES | {"acl"} and not any(c.dep_ in SUBJECTS + PASSIVE for c in having.children):
            having = having.head  # "was sentenced to have his money confiscated"
        who = [r for c in having.children if c.dep_ in SUBJECTS + PASSIVE for r in reader.actors(c)]
        item.roles.targets = [r for r in who if not is_own(r, item.roles)]


def opened_for(found: dict[int, Found], reader: Reader) -> None:
    """With whom a crossing links that is opened to let goods in, or shut: "reopened it, letting aid into Gaza"."""
    for item in found.values():
        crossing = any(t.lemma_.lower() in _crossings(reader) for t in item.filled.get("obj", ()))
        if item.relation != "sanction" or item.roles.targets or not item.roles.actors or not crossing:
            continue
        own = reader.discourse.sides(item.roles.actors)
        for clause in (c for c in item.token.rights if c.dep_ in ("advcl", "xcomp") and c.tag_ in ("VBG", "VB")):
            ends = (t for w in clause.subtree if w.dep_ == "pobj" and w.head.lower_ in ("into", "to", "from") for t in (w,))
            others = (r for t in ends for r in reader.actors(t) if not is_own(r, item.roles))
            item.roles.targets = [r for r in others if (state_where(r, reader) or reader.discourse.side(r)) not in {*own, None}][:1]
            if item.roles.targets:
                break


def _crossings(reader: Reader) -> frozenset[str]:
    return reader.vocab.words("frontier-nouns|gate-nouns")


def relieved(found: dict[int, Found], reader: Reader) -> None:
    """Whose debt two agree to cut is helped by the other: "Denmark and Chad agreed to write off Chadian debt"."""
    for item in found.values():
        if item.relation not in ("aid", "concede") or item.roles.targets or len(item.roles.actors) != 2:
            continue
        owners = [r for t in item.filled.get("obj", ()) for u in (t, *under_of(t)) for r in reader.owners(u, near=True)]
        owing = [r for r in item.roles.actors if any(r.entity and r.entity == o.entity for o in owners)]
        if len(owing) == 1:
            item.roles.targets = owing
            item.roles.actors = [r for r in item.roles.actors if r not in owing]


def suffering(found: dict[int, Found], reader: Reader) -> None:
    """Those are struck who are said to be hurt as others strike: "fishermen hurt as ships fire water cannon"."""
    for item in found.values():
        above = item.token.head
        marks = any(c.dep_ in ("mark", "advmod") and c.lower_ in _AS for c in item.token.children)
        if item.relation != "assault" or item.roles.targets or item.token.dep_ != "advcl" or not marks:
            continue
        if above.lemma_.lower() in reader.vocab.words("harm-verbs") and above.tag_ in ("VBN", "VBD"):
            hurt = (c for c in above.children if c.dep_ in PASSIVE or (c.dep_ in SUBJECTS and not _has_object(above)))
            item.roles.targets = [r for t in hurt for r in reader.actors(t) if not is_own(r, item.roles)]


def _has_object(verb: Token) -> bool:
    """Has a verb an object, so that its subject is not who suffers?"""
    return any(c.dep_ == "dobj" for c in verb.children)


def paid_to(found: dict[int, Found], reader: Reader) -> None:
    """To whom a bill is paid: who has just been said to deliver, or to deal: "resumed deliveries after Dhaka settled its bills"."""
    bills = reader.vocab.words("bill-nouns")
    for item in found.values():
        owed = any(t.lemma_.lower() in bills for t in item.filled.get("obj", ()))
        if item.relation != "supply" or item.roles.targets or not item.roles.actors or not owed:
            continue
        own = reader.discourse.sides(item.roles.actors)
        for act in _before(item, found, reader):
            given = act.relation in ("supply", "aid", "invest") and own & reader.discourse.sides(act.roles.targets)
            others = [r for r in act.roles.actors if (side := reader.discourse.sides([r])) and not side & own]
            if act is not item and given and others:
                item.roles.targets = others[:1]
                break
