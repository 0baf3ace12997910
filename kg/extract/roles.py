"""Who is actor, target and resource of a predicate: its frame names the slots, the kind of what fills them decides."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.arguments import Slots, slots
from kg.extract.conditions import FORCE, MONEY, is_sum
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import DEPTH, Reader, under_of
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
_FLOWING = frozenset({"sanction", "supply", "acquire", "produce", "value", "aid", "need"})
ARMS = "resource/arms"
_OF_SUMS = frozenset({"need", "aid", "acquire", "supply", "seize", "possess"})
# Where a sum is the price or the stake, not what is handed over.
_PRICED = frozenset({"frame/fund", "frame/buy", "frame/appraise", "frame/fetch"})
_OF_SHARES = frozenset({"possess", "acquire", "seize", "invest", "supply"})
MUTUAL = frozenset({"agree", "consult", "cooperate"})
# Relations to things of any kind, known to the vocabulary or not.
_OF_WHATEVER = frozenset({"supply", "aid", "acquire", "possess", "need", "produce", "seize", "invest", "coerce"})
_MODIFIER_SLOTS = frozenset({"amod", "compound"})
_OF_THINGS = frozenset({"frame/transfer", "frame/obtain", "frame/take", "frame/hold"})
_WHERE_FROM = frozenset({"in", "at", "from"})
_WHERE = frozenset({"in", "at", "near", "over", "to", "into", "outside"})


@dataclass
class Roles:
    """The referents of each role; several where they are coordinated."""

    actors: list[Referent] = field(default_factory=list)
    targets: list[Referent] = field(default_factory=list)
    resources: list[Referent] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    place_target: bool = False
    minted: bool = False


def fill(cue: Cue, token: Token, filled: Slots, subject: list[Token], reader: Reader) -> Roles:
    """Give the fillers of the slots to the roles of the cue's frame."""
    roles = Roles()
    if cue.pos == "noun" and filled.get("poss") and not filled.get("of") and cue.words[-1] in reader.vocab.words("victim-nouns"):
        filled["of"] = filled.pop("poss")  # "Khashoggi's killing" is done to him
    _fill_actors(cue, filled, subject, reader, roles)
    _fill_resources(cue, filled, reader, roles)
    if not roles.resources and cue.frame.id in ("frame/transfer", "frame/obtain", "frame/take"):
        for pronoun in (t for t in filled.get("obj", ()) if t.lower_ in ("it", "them")):
            roles.resources = reader.discourse.resource_of(reader.block, pronoun)
            roles.used.add(pronoun.i)
    if not roles.resources:
        roles.resources = (
            _share_in(cue, filled, reader, roles)
            or _elided(cue, token, filled, reader)
            or _sums(cue, filled, reader)
            or _unknown(cue, filled, reader)
        )
    _fill_targets(cue, filled, reader, roles)
    together = len(roles.actors) > 1 and cue.frame.id != "frame/mediate"
    if cue.relation in MUTUAL and not roles.targets and together:
        roles.targets = roles.actors[1:]
        roles.actors = roles.actors[:1]
    if not roles.resources and cue.relation == "seize":
        roles.resources = _territories(cue, filled, reader)
    if not roles.resources and cue.relation in ("acquire", "possess", "seize"):
        _take_companies(filled, reader, roles)
    if (
        not roles.resources
        and cue.relation in ("coerce", "assault")
        and token.lemma_.lower() in reader.vocab.words("destroying-verbs")
    ):
        _take_things(filled, reader, roles)
    if cue.relation == "assault" and not roles.resources:
        # "struck the training centre of the power station"
        roles.resources = next((r for t in filled.get("obj", ()) for u in under_of(t) if (r := reader.resources(u))), [])
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
        or any(_does(t, cue, reader) for s in _MODIFIER_SLOTS for t in filled.get(s, ()))
    )
    if not filled.get("subj") and subject and own:
        candidates["subj"] = []
    for slot in ORDER:
        if slot not in cue.frame.actor or (slot == "from" and cue.pos == "verb"):
            continue
        for token in candidates.get(slot, ()):
            found = _does(token, cue, reader) if slot in _MODIFIER_SLOTS else reader.actors(token)
            if found:
                roles.actors.extend(found)
                roles.used.add(token.i)
        if roles.actors:
            return
    if "subj" in cue.frame.actor:
        for token in candidates.get("subj", ()):
            found = reader.owners(token, near=cue.relation in FORCE or (token.pos_ == "NOUN" and cue.pos == "noun"))
            # A weapon strikes for those whose it is.
            armed = cue.relation in FORCE and any(reader.vocab.is_kind(r.term or "", (ARMS,)) for r in reader.resources(token))
            handles = cue.relation == "supply" or cue.frame.id == "frame/stock" or armed
            if found and token.pos_ in ("NOUN", "PROPN") and (handles or not reader.resources(token)):
                roles.actors.extend(found)
                return
            if token.dep_ in ("dobj", "nsubjpass") and token.head.pos_ == "VERB":
                # "issued a declaration demanding that …": who issues it demands.
                roles.actors.extend(r for t in slots(token.head).get("subj", ()) for r in reader.actors(t))
                return


def _fill_resources(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> None:
    idiom = cue.frame.id in _OF_THINGS and cue.pos == "verb" and bool(cue.object_lemmas) and bool(filled.get("obj"))
    things = filled.get("obj", []) if cue.frame.id in _OF_THINGS and cue.pos == "verb" and not cue.object_lemmas else []
    for slot in sorted(cue.frame.resource, key=lambda s: (s not in ("obj", "subj"), s in _MODIFIER_SLOTS, s)):
        for token in filled.get(slot, ()):
            if things and slot not in ("obj", "with") and not any(t == a for t in things for a in token.ancestors):
                continue  # what is handed over is the object; what stands beside it says where and why
            if idiom and slot in _WHERE_FROM and not any(t == a for t in filled["obj"] for a in token.ancestors):
                continue
            weapon = cue.relation == "assault" and token.lemma_.lower() in cue.object_lemmas
            if token.i not in roles.used and not weapon:
                found = reader.resources(token, 0 if cue.frame.place_is_target and cue.relation in FORCE else DEPTH)
                roles.resources.extend(found)
                if found and slot not in _MODIFIER_SLOTS:
                    roles.used.add(token.i)
        if roles.resources:
            return


def _sums(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """A sum of money that is sought, needed or handed over, where the cue is one of money or of anything."""
    of_money = MONEY in cue.object_kinds or (not cue.object_kinds and cue.relation in _OF_SUMS)
    sums = [t for t in filled.get("obj", ()) if of_money and is_sum(t)] if cue.frame.id not in _PRICED else []
    return [replace(reader.block.referent(t), kind=Kind.RESOURCE, term=MONEY, label="money", entity=None) for t in sums[:1]]


def _unknown(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """What is handed over, held, made or wanted, although no vocabulary knows it; a cue that asks for a kind takes no other."""
    if cue.relation not in _OF_WHATEVER or cue.object_kinds or cue.object_lemmas:
        return []
    slot = "obj" if cue.pos == "verb" else "of"
    if slot not in cue.frame.resource:
        return []
    return [r for t in filled.get(slot, ()) for r in reader.things(t)]


def _elided(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """What flows where the text leaves it out: "Kazakhstan mined less copper after it had curbed exports"."""
    flows, measures = reader.vocab.words("flow-nouns"), reader.vocab.words("bare-measures")
    if cue.relation not in _FLOWING:
        return []
    for noun in (token, *filled.get("obj", ()), *filled.get("subj", ()), *filled.get("on", ())):
        bare = not any(c.dep_ in ("compound", "poss", "prep", "nmod", "relcl", "acl") for c in noun.children)
        lemma = noun.lemma_.lower()
        flow = lemma in flows and noun.pos_ == "NOUN" and not any(c.dep_ == "amod" for c in noun.children)
        if bare and (flow or (lemma in measures and noun.dep_ in ("dobj", "nsubjpass") and noun.ent_type_ != "MONEY")):
            return reader.discourse.at_stake(reader.block, noun)
    return []


def _share_in(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """What a share is of, where it stands beside the share: "a mine in which Zijin holds 39 percent", "42 percent of the company"."""
    if cue.relation not in _OF_SHARES:
        return []
    shares = [t for t in filled.get("obj", ()) if t.lemma_.lower() in reader.vocab.words("share-nouns") or t.tag_ == "CD"]
    if not shares and not (cue.frame.id == "frame/take" and cue.object_lemmas):
        return []
    beside = [t for share in shares for t in under_of(share, ("of", "in"))]
    beside += [t for slot in ("in", "of", "over") for t in filled.get(slot, ())]
    beside += [t for o in filled.get("obj", ()) if cue.object_lemmas for t in under_of(o, ("of", "over"))]
    for thing in beside:
        if thing.ent_type_ in ("DATE", "TIME"):
            continue
        named = [r for r in reader.actors(thing, places=False) if not r.person and not _own(r, roles)]
        if found := reader.resources(thing) or [_as_resource(r) for r in named] or reader.things(thing):
            roles.used.add(thing.i)
            return found
    return []


def _as_resource(referent: Referent) -> Referent:
    return replace(referent, kind=Kind.RESOURCE, term=None, label=referent.label)


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
        roles.targets = [r for t in before for r in reader.actors(t) if not _own(r, roles)]
        if roles.targets:
            return True
    return False


def _own(referent: Referent, roles: Roles) -> bool:
    """Is it one of the actors, or a pronoun for one ("expressed its support")?"""
    spans = {referent.mention.span, referent.mention.antecedent.span if referent.mention.antecedent else None}
    return any(r.mention.span in spans or (r.entity and r.entity == referent.entity) for r in roles.actors)


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
        ("obj", "to")
        if cue.relation in MUTUAL
        else ("obj", "of", "on", "to", "for", "against", "over", "in", "at", "into", "with", "that")
    ):
        if slot in cue.frame.target | cue.frame.resource | cue.frame.content:
            for token in filled.get(slot, ()):
                found = [r for r in reader.owners(token) if not _own(r, roles)]
                if found:
                    return found
    return []


def _territories(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """A territory that is taken is a resource, although its name is that of a place or a state ("parts of Ukraine", "Goma")."""
    found = []
    for slot in ("obj", "of"):
        for token in filled.get(slot, ()):
            own = reader.block.referent(token)
            inside = [own, *(reader.block.referent(t) for t in under_of(token))]
            placed = any(r.kind is Kind.PLACE or (r.entity and r.entity.count("/") == 1 and _is_state(reader, r)) for r in inside)
            if token.pos_ in ("NOUN", "PROPN") and (cue.implies_resource or placed):
                found.append(replace(own, kind=Kind.RESOURCE, term=cue.implies_resource or "resource/territory"))
    return found


def _state(place: Referent, reader: Reader) -> str | None:
    known = reader.vocab.places.get(reader.vocab.place_names.get(place.label, ""))
    return known.country if known else None


def _is_state(reader: Reader, referent: Referent) -> bool:
    return reader.vocab.entities[referent.entity or ""].type is ActorType.STATE


def _take_things(filled: Slots, reader: Reader, roles: Roles) -> None:
    """What is destroyed is at stake, though no vocabulary knows it ("blew up power pylons")."""
    for token in filled.get("obj", ()):
        own = reader.block.referent(token)
        if token.pos_ == "NOUN" and own.kind is Kind.OTHER and not token.like_num:
            words = [c.text for c in token.lefts if c.dep_ in ("compound", "amod") and c.text.islower()]
            label = " ".join([*words, token.text]).lower()
            roles.resources.append(replace(own, kind=Kind.RESOURCE, term=None, label=label))


def _take_companies(filled: Slots, reader: Reader, roles: Roles) -> None:
    """A company that is bought or owned is what is at stake, not a partner."""
    for token in filled.get("obj", ()):
        for referent in reader.actors(token, places=False):
            entity = reader.vocab.entities.get(referent.entity or "")
            kind = entity.type if entity else None
            if kind is ActorType.COMPANY or (kind is None and referent.mention.name and not referent.person):
                roles.resources.append(_as_resource(referent))
                roles.used.add(token.i)
