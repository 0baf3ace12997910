"""What a cue says in the light of its roles: several who make something together cooperate, what is supplied free is aid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import Slots
from kg.extract.reader import Reader
from kg.extract.stakes import Roles
from kg.vocab import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token


def recast(token: Token, cue: Cue, filled: Slots, roles: Roles, reader: Reader) -> str:
    """What is brought forth with a partner, or jointly by several ("to build a joint refinery"), is cooperation.

    What is supplied free is aid; a politician who attacks another does so in words.
    """
    if cue.relation == "supply" and _gratis(token, filled, reader):
        return "aid"
    sides = [*roles.actors, *roles.targets]
    if token.lemma_ in reader.lexicon.words("verbal-attacks") and roles.targets and all(r.person and not r.plural for r in sides):
        return "accuse"
    beside = (token, *filled.get("obj", ()))
    adverbs = {c.lower_ for t in beside for c in t.children if c.dep_ in ("advmod", "amod")} & reader.lexicon.words("joint")
    partner = bool(filled.get("with")) and bool(roles.targets)
    if cue.relation not in ("produce", "invest") or not (partner or (adverbs and (len(roles.actors) > 1 or roles.targets))):
        return cue.relation
    if not roles.targets or (adverbs and len(roles.actors) > 1):
        roles.actors, roles.targets = roles.actors[:1], roles.actors[1:]
    return "cooperate"


def _gratis(token: Token, filled: Slots, reader: Reader) -> bool:
    """ "Free grain", "delivered free of charge", but not "free trade", whose noun is no thing that is handed over."""
    free = reader.lexicon.words("gratis")
    things = [t for t in filled.get("obj", ()) if reader.resources(t)]
    return any(
        c.lower_ in free for t in (token, *things) for c in t.children if c.dep_ in ("amod", "advmod", "acomp", "oprd", "advcl")
    )
