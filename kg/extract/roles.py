"""Who is actor, target and resource of a predicate: its frame names the slots, the kind of what fills them decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import Slots, slots
from kg.extract.conditions import FORCE
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader
from kg.extract.stakes import MODIFIER_SLOTS, Roles, fill_stakes, is_own
from kg.model import ActorType, Sector
from kg.vocab import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDER = ("obj-poss", "self", "subj", "poss", "by", "between", "amod", "from", "compound", "of", "in", "obj", "on")
_TARGET_ORDER = (
    "dative",
    "obj",
    "that",
    "to",
    "with",
    "against",
    "on",
    "upon",
    "at",
    "between",
    "for",
    "toward",
    "towards",
    "from",
    "of",
)
_FIRST_TARGETS = {"frame/transfer": ("dative", "to"), "frame/yield": ("from", "to", "on")}
MUTUAL = frozenset({"agree", "consult", "cooperate"})
_WHERE = frozenset({"in", "at", "near", "over", "to", "into", "outside"})


def fill(cue: Cue, token: Token, filled: Slots, subject: list[Token], reader: Reader) -> Roles:
    """Give the fillers of the slots to the roles of the cue's frame."""
    roles = Roles()
    if cue.pos == "noun" and filled.get("poss") and not filled.get("of") and cue.words[-1] in reader.vocab.words("victim-nouns"):
        filled["of"] = filled.pop("poss")  # "Khashoggi's killing" is done to him
    _fill_actors(cue, filled, subject, reader, roles)
    fill_stakes(cue, token, filled, reader, roles)
    _fill_targets(cue, filled, reader, roles)
    together = len(roles.actors) > 1 and cue.frame.id != "frame/mediate"
    if cue.relation in MUTUAL and not roles.targets and together:
        roles.targets = roles.actors[1:]
        roles.actors = roles.actors[:1]
    if not roles.targets and cue.frame.owner_is_target:
        roles.targets = _owning(cue, filled, reader, roles)
    if not roles.targets and cue.relation in FORCE:
        roles.targets = _against(token, reader, roles)
    if cue.relation == "assault" and not roles.targets and not roles.resources and len(roles.actors) > 1:
        strife = reader.vocab.words("strife-nouns")
        waged = reader.lexicon.light(token) and any(t.lemma_.lower() in strife for t in filled.get("obj", ()))
        if token.lemma_.lower() in strife or waged:
            roles.targets = list(roles.actors)  # "Armenia and Azerbaijan fought a war": each other
    if cue.relation in FORCE:
        # Where one fights on one's own ground the place tells where, not whom one fights.
        own = {reader.discourse.side(r) for r in roles.actors} - {None}
        roles.targets = [r for r in roles.targets if r.kind is not Kind.PLACE or _state(r, reader) not in own]
    return roles


def _fill_actors(cue: Cue, filled: Slots, subject: list[Token], reader: Reader, roles: Roles) -> None:
    """The actors, from the first of the frame's slots that names any."""
    candidates = {**filled, "subj": filled.get("subj") or subject}
    # Who brokers a deal between two is none of its sides.
    whose = ("poss", "by", "between") if cue.relation == "agree" else ("poss", "by")
    resigns = cue.relation == "retreat" and any(reader.block.referent(t).person for t in filled.get("of", ()))
    own = (
        resigns
        or any(filled.get(s) for s in whose)
        or any(_does(t, cue, reader) for s in MODIFIER_SLOTS for t in filled.get(s, ()))
    )
    if not filled.get("subj") and subject and own:
        candidates["subj"] = []
    for slot in ORDER:
        if slot not in cue.frame.actor or (slot == "from" and cue.pos == "verb"):
            continue
        for token in candidates.get(slot, ()):
            found = _does(token, cue, reader) if slot in MODIFIER_SLOTS else reader.actors(token)
            if found:
                roles.actors.extend(found)
                roles.used.add(token.i)
        if roles.actors:
            return
    if "subj" in cue.frame.actor:
        for token in candidates.get("subj", ()):
            found = reader.owners(token, near=cue.relation in FORCE or (token.pos_ == "NOUN" and cue.pos == "noun"))
            # A thing that strikes, strikes for those whose it is.
            handles = cue.relation == "supply" or cue.frame.id == "frame/stock" or cue.relation in FORCE
            if found and token.pos_ in ("NOUN", "PROPN") and (handles or not reader.resources(token)):
                roles.actors.extend(found)
                return
            if token.dep_ in ("dobj", "nsubjpass") and token.head.pos_ == "VERB":
                # "issued a declaration demanding that …": who issues it demands.
                roles.actors.extend(r for t in slots(token.head).get("subj", ()) for r in reader.actors(t))
                return


def _fill_targets(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> None:
    taken = {r.mention.span for r in roles.actors}
    # What is handed over may itself be people ("offered its troops to Lebanon"): then the receiver is the target.
    order = _FIRST_TARGETS.get(cue.frame.id, ()) + _TARGET_ORDER
    # Who fights a fire in a place does not fight the place.
    struck = any(t.lemma_.lower() in reader.vocab.words("struck-things") for t in filled.get("obj", ()))  # theirs who are there
    elsewhere = cue.relation in FORCE and filled.get("obj") and not cue.object_lemmas and not struck
    barred = _WHERE | {"with"} if elsewhere else frozenset()
    if _pre_target(cue, filled, reader, roles):
        return
    if len(roles.actors) > 1 and any(_each_other(t) or _the_other(t) for s in cue.frame.target for t in filled.get(s, ())):
        roles.targets = list(roles.actors)  # nobody is the target of his own act, so each has the others
        return
    for slot in sorted(cue.frame.target - barred, key=lambda s: order.index(s) if s in order else 99):
        for token in filled.get(slot, ()):
            idiom = slot in ("obj", *cue.words[1:]) and token.lemma_.lower() in cue.object_lemmas
            idiom = idiom and not (cue.relation in ("concede", "coerce") and slot == "obj" and _people(token, reader))
            if (token.i in roles.used and slot != "between") or idiom:
                continue
            places = cue.frame.place_is_target or slot in ("dative", "obj", "to", "with", "that")
            for referent in reader.actors(token, places):
                own = slot == "obj" and cue.relation in ("retreat", "mobilize") and _forces(referent, reader)
                if referent.mention.span not in taken and not own:
                    roles.targets.append(referent)
                    roles.used.add(token.i)
        if roles.targets:
            return


def _people(token: Token, reader: Reader) -> bool:
    """Is it somebody, and so a target although the cue names the word ("released five prisoners")?"""
    role = reader.vocab.roles.get(token.lemma_.lower())
    return role is not None and role.type is ActorType.PERSON


def _each_other(token: Token) -> bool:
    return (token.lower_ == "other" and any(c.lower_ == "each" for c in token.children)) or (
        token.lower_ == "another" and any(c.lower_ == "one" for c in token.children)
    )


def _the_other(token: Token) -> bool:
    return token.lower_ == "other" and any(c.lower_ == "the" for c in token.children)


def _pre_target(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> bool:
    """Targets that stand before a noun which is none: whose act is judged, or who receives.

    "denounced Serbia's suppression of unrest in Montenegro" is about Serbia; in "sell Yerevan radars", where the parser makes one
    phrase of the two objects, a bare name is the receiver ("Armenian radars" would be the thing).
    """
    if any(reader.actors(t, places=False) for t in filled.get("obj", ())) and cue.frame.id == "frame/voice":
        return False
    for token in filled.get("obj", ()):
        if (token.i in roles.used and cue.frame.id != "frame/transfer") or token.pos_ != "NOUN":
            continue
        if cue.frame.id == "frame/voice":
            before = [c for c in token.children if c.dep_ == "poss"]
        elif cue.frame.id == "frame/transfer" and cue.pos == "verb" and not filled.get("to") and not filled.get("dative"):
            before = [c for c in token.children if c.dep_ == "compound" and c.i == token.left_edge.i and _bare_state(c, reader)]
        else:
            continue
        roles.targets = [r for t in before for r in reader.actors(t) if not is_own(r, roles)]
        if roles.targets:
            return True
    return False


def _bare_state(token: Token, reader: Reader) -> bool:
    """Is it the name of a state or of its capital, not of its people or what is theirs?"""
    found = reader.block.names.get(token.i)
    sense = found.senses[0] if found and found.senses else None
    return sense is not None and sense.how != "demonym" and reader.vocab.entities[sense.actor].type is ActorType.STATE


def _does(modifier: Token, cue: Cue, reader: Reader) -> list[Referent]:
    """Who does what the noun behind a modifier says: "Russian occupation", "police killings", but not "child murders"."""
    found = reader.modifier(modifier)
    noun = modifier.head
    if noun.lemma_.lower() in reader.vocab.words("strife-nouns") and not any(c.lower_ in ("on", "against") for c in noun.children):
        return []  # the Ukrainian war is one in Ukraine
    if cue.relation in MUTUAL:  # "the hostage deal", "the miners' union": what it is about, unless it is a name
        return [r for r in found if r.entity or r.mention.name]
    return [r for r in found if not _suffers(r, reader)] if cue.relation in FORCE else found


def _suffers(referent: Referent, reader: Reader) -> bool:
    """Is a role before an act of force the one who suffers it ("child murders", "journalist arrests"), not "police killings"?"""
    role = None if referent.entity else reader.vocab.roles.get(referent.label)
    return role is not None and role.sector not in (Sector.MIL, Sector.GOV, Sector.REB)


def _forces(referent: Referent, reader: Reader) -> bool:
    """Troops and the like: moved by their own side, not its target."""
    role = reader.vocab.roles.get(referent.label)
    return role is not None and role.sector is Sector.MIL


def _against(token: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Whom an act is meant against, however deep the preposition stands: "mobilized reservists for a war against Iraq"."""
    strife = reader.vocab.words("strife-nouns")
    for word in token.subtree:
        against = word.lower_ == "against" or (word.lower_ == "with" and word.head.lemma_.lower() in strife)
        if against and word.dep_ == "prep" and word.i > token.i:
            inner = next((c for c in word.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.i not in roles.used:
                return reader.actors(inner) or reader.owners(inner)
    return []


def _owning(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Where a role is filled by a thing, the one to whom the thing belongs is the target ("praised Haiti's efforts")."""
    for slot in (
        ("obj", "to", "with")
        if cue.relation in MUTUAL
        else ("obj", "of", "on", "to", "for", "against", "over", "in", "at", "into", "with", "that")
    ):
        if slot in cue.frame.target | cue.frame.resource | cue.frame.content:
            for token in filled.get(slot, ()):
                found = [r for r in reader.owners(token) if not is_own(r, roles)]
                if found:
                    return found
    return []


def _state(place: Referent, reader: Reader) -> str | None:
    known = reader.vocab.places.get(reader.vocab.place_names.get(place.label, ""))
    return known.country if known else None
