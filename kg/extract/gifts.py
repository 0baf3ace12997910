"""Is what is handed over a gift, or is it sold?"""

from __future__ import annotations

from kg.extract.arguments import Slots
from kg.extract.conditions import acts_in
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.stakes import Roles
from kg.extract.tokens import Token
from kg.extract.words import ARMS
from kg.model import Sector


def given(token: Token, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """What relief bodies bring or are handed, and arms that are given, nobody pays for: "UNICEF trucked water"."""
    contract = any(t.lemma_.lower() in reader.lexicon.words("agreement-nouns") for t in filled.get("under", ()))
    if token.lemma_.lower() in reader.lexicon.words("selling-words") or contract:
        return False
    if _relieve(roles.actors, reader):
        return True
    arms = any(reader.vocab.is_kind(r.term or "", ARMS) for r in roles.resources)
    return (arms or _relieve(roles.targets, reader)) and token.lemma_.lower() in reader.lexicon.words("donating-verbs")


def sold(token: Token, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """Does a company do it, or a contract stand over it, with a verb that says of no gift that it is one?

    "A drug maker will supply vaccines", "signed a contract to provide armoured cars".
    """
    if token.pos_ != "VERB" or token.lemma_.lower() not in reader.lexicon.words("handing-verbs") or gratis(token, filled, reader):
        return False
    firms = bool(roles.actors) and all(acts_in(r, reader) == "COM" for r in roles.actors)
    paper = token.head if token.dep_ == "acl" and token.tag_ == "VB" else token
    return firms or paper.lemma_.lower() == "contract"


def _relieve(some: list[Referent], reader: Reader) -> bool:
    """Are they all bodies of relief, which sell nothing?"""
    relief = reader.lexicon.words("relief-bodies")
    known = [e for r in some if (e := reader.vocab.entities.get(r.entity or ""))]
    return bool(known) and len(known) == len(some) and all(e.sector is Sector.NGO or e.label.lower() in relief for e in known)


def gratis(token: Token, filled: Slots, reader: Reader) -> bool:
    """ "Free grain", "delivered free of charge", but not "free trade", whose noun is no thing that is handed over."""
    free = reader.lexicon.words("gratis")
    things = [t for t in (*filled.get("obj", ()), *(filled.get("of", ()) if token.pos_ == "NOUN" else ())) if reader.resources(t)]
    return any(
        c.lower_ in free for t in (token, *things) for c in t.children if c.dep_ in ("amod", "advmod", "acomp", "oprd", "advcl")
    )
