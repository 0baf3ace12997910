"""Who gives or who gets what changes hands, where no slot of the target names him."""

from __future__ import annotations

from kg.extract.arguments import Slots, verb_slots
from kg.extract.mentions import Referent
from kg.extract.reader import Reader, under_of
from kg.extract.somebody import receivers
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.extract.trade import barred_way, bought, bound_for, got_from, left_over, sited, supplied, supplier
from kg.vocab import Cue

# Frames in which a thing changes hands; who gets it may be named only by whose he is ("sold to Chinese crushers").
_HANDED = frozenset({"frame/transfer", "frame/grant", "frame/barter"})


def given_to(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """To whom a thing is handed over."""
    if cue.frame.id not in _HANDED and cue.relation not in ("aid", "supply"):
        return []
    return _receiving(cue, filled, reader, roles) or _given_to(token, reader, roles)


def got_of(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """From whom a thing is got or needed, or to whom what is left of it goes."""
    sold = cue.relation in ("seize", "acquire") or cue.frame.id == "frame/ordered"
    found = _sellers(cue, filled, reader, roles) if sold else []
    found = found or got_from(cue, token, filled, reader, roles) or left_over(cue, filled, reader, roles)
    needed = cue.relation == "need" and not cue.frame.owner_is_target  # "needs Russia's gas"
    return found or (supplier(filled, reader, roles) if needed else [])


def meant_for(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """For whom a thing is meant or bound, or whose it was that is bought."""
    handed = cue.relation in ("supply", "aid")
    found: list[Referent] = []
    if handed and (cue.pos == "noun" or token.dep_ == "acl"):
        found = bound_for(token.head if token.dep_ == "acl" else token, reader, roles)
    if not found and cue.relation == "aid":  # "pledged soldiers for the mission in Mozambique"
        missions = (u for t in filled.get("for", ()) for u in under_of(t, ("in", "to")))
        found = [r for t in missions for r in reader.actors(t) if not is_own(r, roles)]
    if not found and handed:
        found = receivers(filled, reader, roles)
    if not found and cue.relation in ("supply", "sanction"):
        found = (supplied if cue.relation == "supply" else barred_way)(filled, reader, roles)
    if not found and cue.relation in ("acquire", "seize"):
        found = bought(filled, reader, roles)
    return found


def _sellers(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Whom a thing is bought or taken from: "from its Chinese parent", "spend $1 billion on radars from Thales"."""
    things = [t for slot in ("obj", "on", "for") for t in filled.get(slot, ())]
    behind = [t for thing in things for t in under_of(thing, ("from",))]
    found = [r for t in behind for r in reader.actors(t) or reader.owners(t)]
    found += [r for t in filled.get("from", ()) for r in reader.owners(t, near=True)]
    means = filled.get("obj", ()) if cue.frame.id == "frame/get-means" and not found else ()
    found += [r for t in means for r in reader.owners(t, near=True)]  # "received Italian food aid"
    return [r for r in found if not is_own(r, roles)]


def _receiving(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """To whom those belong who receive: "deliver oil to Iraq's state marketer", "aid to Belarusian civil society"."""
    given = cue.pos == "verb" and cue.words[-1] == "with"  # "supply Sri Lanka's port with fuel"
    for slot in ("obj",) if given else ("dative", "to", "with"):
        if slot in cue.frame.target:
            for token in filled.get(slot, ()):
                if found := [r for r in reader.owners(token) if not is_own(r, roles)]:
                    return found
                if token.pos_ == "NOUN" and (found := sited(token, reader, roles)):
                    return found
    return []


def _given_to(act: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Who is said to get what a participle says was given: "Chad receives a batch of vaccines donated by the bloc"."""
    if act.dep_ != "acl" or act.tag_ != "VBN":
        return []
    thing = act.head
    while thing.dep_ == "pobj" and thing.head.lower_ == "of":
        thing = thing.head.head
    if thing.dep_ != "dobj" or not reader.vocab.evokes("verb", thing.head.lemma_, ("acquire",)):
        return []
    return [r for t in verb_slots(thing.head).get("subj", ()) for r in reader.actors(t) if not is_own(r, roles)]
