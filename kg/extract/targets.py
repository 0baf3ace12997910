"""To whom, from whom or against whom: who stands in a frame's slots of the target, or to whom what stands there belongs."""

from __future__ import annotations

from kg.extract.addressed import to_join
from kg.extract.arguments import Slots
from kg.extract.conditions import FORCE, acts_in
from kg.extract.domestic import own_authorities, own_ground, two_sides
from kg.extract.exchanged import given_to, got_of, meant_for
from kg.extract.ground import fights_at_home, lying, of_one_state, off_own_ground, state_where, struck_there, unknown_towns
from kg.extract.lands import at_home_in, by_its_union, is_state
from kg.extract.mentions import Kind, Referent
from kg.extract.protested import authorities, employers
from kg.extract.reader import Reader, under_of
from kg.extract.severally import share_out
from kg.extract.somebody import spoken_to
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.extract.trade import behind, sited
from kg.extract.whose import (
    addressee,
    after_act,
    called_theirs,
    dealt_with,
    denying,
    doing_it,
    granted,
    in_protest,
    judged_givers,
    meant_against,
    owning,
    parties,
    refused,
    styled,
)
from kg.extract.words import ARMS, MUTUAL
from kg.model import ActorType, Sector
from kg.vocab import Cue

_TARGET_ORDER = (
    *("dative", "obj", "that", "to", "with", "against", "on", "upon"),
    *("at", "between", "for", "toward", "towards", "from", "of"),
)
_FIRST_TARGETS = {"frame/transfer": ("dative", "to"), "frame/yield": ("from", "to", "on"), "frame/take": ("from",)}
_REASONS = frozenset({"for", "over"})
# Where who is named by the cue ("received his counterpart") is the one to whom it is done.
_ON_PERSONS = frozenset({"concede", "coerce", "assault", "consult"})
# What two do to each other by trading it or by keeping it.
_BETWEEN_TWO = frozenset({"assault", "accuse", "concede", "retreat", "threaten"})
# What one does to others, in whatever land: "banned them from Chad", "bought jets for its navy".
_FOREIGN = frozenset({"sanction", "acquire", "mobilize"})
# What one does to a power, not in a land.
_DEALT_WITH = frozenset({"request", "threaten", "sanction", "supply", "accuse", "agree", "reject"})
_AT = ("in", "at", "near", "over", "outside")
_WHERE = frozenset({*_AT, "to", "into"})
# Relations in which a thing passes from one to the other.
_EXCHANGED = frozenset({"acquire", "supply", "aid", "invest"})


def fill_targets(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> None:
    """Give the predicate its targets, once its actors and its resources are known."""
    if cue.relation == "request":
        stated = (t for t in filled.get("that", ()) if t.dep_ != "nsubjpass" and t.head.tag_ != "VBN")
        filled = {**filled, "that": list(stated)}  # not "orders that he be freed", "wants him freed"
    _fill_slots(cue, token, _of_others(cue, filled), reader, roles)
    together = len(roles.actors) > 1 and cue.frame.id != "frame/mediate"
    if cue.relation in MUTUAL and not roles.targets and together:
        roles.targets = roles.actors[1:]
        roles.actors = roles.actors[:1]
    if roles.targets and cue.relation in FORCE | {"seize"}:
        roles.targets = _owned_there(filled, reader, roles) or roles.targets
    if not roles.targets and cue.frame.id == "frame/bring":  # "lodged a complaint with Japan", but not with a court
        beside = [r for t in filled.get("with", ()) for r in reader.actors(t)]
        roles.targets = [r for r in beside if is_state(reader, r) and not is_own(r, roles)]
    if not roles.targets and cue.relation == "request":
        roles.targets = to_join(token, filled, reader, roles)
    roles.targets = roles.targets or given_to(cue, token, filled, reader, roles)
    roles.targets = _told_inside(cue, token, filled, reader, roles)
    if not roles.targets and cue.frame.id == "frame/free":  # "freed a British couple"
        roles.targets = [r for r in owning(cue, filled, reader, roles) if (r.entity and r.mention.name) or r.mention.owners]
    roles.targets = roles.targets or got_of(cue, token, filled, reader, roles)
    if not roles.targets and "subj" in cue.frame.target:  # "Peru's bid has the backing of Chile"
        roles.targets = [r for t in filled.get("subj", ()) for r in reader.owners(t) if not is_own(r, roles)]
    truce = cue.relation == "retreat" and two_sides(roles.actors, reader) and _on_each_other(cue, token, filled, reader, roles)
    if not roles.targets and cue.frame.owner_is_target and not truce:  # "the two agreed to a UN truce" with each other
        between = parties(cue, filled, reader, roles)
        roles.targets = between or owning(cue, filled, reader, roles) or dealt_with(cue, filled, reader, roles)
    if not roles.targets and (cue.relation == "invest" or cue.relation in FORCE):
        roles.targets = sited(token, reader, roles) if cue.relation == "invest" else meant_against(token, reader, roles)
    roles.targets = roles.targets or meant_for(cue, token, filled, reader, roles)
    if not roles.targets and cue.relation == "protest":
        roles.targets = authorities(filled, reader, roles) or employers(filled, reader)
    roles.targets = (
        roles.targets or spoken_to(cue, token, filled, reader, roles) or own_authorities(cue, token, filled, reader, roles)
    )
    if not roles.targets and cue.frame.content:
        roles.targets = _behind_words(cue, token, reader, roles)
    if not roles.targets and two_sides(roles.actors, reader) and _on_each_other(cue, token, filled, reader, roles):
        roles.targets = list(roles.actors)
    if of_one_state(roles.targets, reader):
        roles.targets = roles.targets[:1]
    _settle_ground(cue, token, filled, reader, roles)
    roles.targets = [by_its_union(r, reader) if cue.relation in _DEALT_WITH else r for r in roles.targets]
    share_out(cue, filled, reader, roles)


def _told_inside(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Who is named in a clause or a phrase of an act's complement: whose a land is called, who is given what a deal is on."""
    if theirs := called_theirs(cue, token, reader, roles):
        return theirs
    found = (
        roles.targets
        or doing_it(cue, filled, reader, roles)
        or granted(cue, filled, reader, roles)
        or after_act(cue, token, filled, reader, roles)
    )
    return found or in_protest(cue, token, reader, roles)


def _behind_words(cue: Cue, token: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """To whom one writes, whose act it is that one names, who is said to deny it, or whose wish one will not do."""
    found = addressee(token, reader) or styled(token, reader, roles) or denying(cue, token, reader)
    return found or refused(cue, token, reader, roles)


def _of_others(cue: Cue, filled: Slots) -> Slots:
    """The slots without what two set up between them ("formed a joint commission"), and without whom they work against."""
    slots = {**filled, "against": []} if cue.relation in MUTUAL else filled
    if cue.relation in MUTUAL and cue.pos == "noun" and filled.get("with"):
        slots = {**slots, "obj": []}  # "fights the rebels in cooperation with Chad"
    if cue.relation == "cooperate" and cue.pos == "verb" and cue.object_lemmas:
        things = filled.get("obj", ())
        slots = {**slots, "obj": [t for t in things if t.lemma_.lower() not in cue.object_lemmas and not _both(t)]}
    return slots


def _both(thing: Token) -> bool:
    """Is it of both: "a joint commission"?"""
    return any(c.lower_ == "joint" and c.dep_ == "amod" for c in thing.children)


def _settle_ground(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> None:
    """What is one's own ground is no target; where nobody else is, it is who holds the ground that is struck.

    Nor are weapons for which something is given: "sought uranium in exchange for drones".
    """
    if cue.relation in _EXCHANGED:
        roles.targets = [r for r in roles.targets if not reader.vocab.calls(r.mention.head, ARMS)]
    if cue.relation in FORCE:
        aimed = cue.pos == "noun" or bool(cue.object_lemmas)  # "launched an attack on La Paz" is on the town
        off_own_ground(("obj", "of", "on") if aimed else ("obj", "of"), filled, reader, roles)
    elif cue.relation in _FOREIGN and roles.targets != roles.actors:
        waters = reader.vocab.words("high-seas|inland-waters")  # nobody bars or buys from a river
        roles.targets = [r for r in roles.targets if r.mention.head not in waters and not _own_land(r, reader, roles)]
    destroys = token.lemma_.lower() in reader.vocab.words("destroying-verbs")
    struck = roles.resources or any(t.pos_ == "NOUN" for s in ("on", "at", "against") for t in filled.get(s, ()))
    if not roles.targets and struck and (cue.relation in ("assault", "seize") or (cue.relation == "coerce" and destroys)):
        roles.targets = lying(filled, reader, roles)
    roles.targets = roles.targets or own_ground(cue, token, filled, reader, roles)
    roles.targets = roles.targets or own_authorities(cue, token, filled, reader, roles)  # "protested a fee rise in Lahore"
    if cue.relation in ("assault", "mobilize", "seize"):
        unknown_towns(filled, reader, roles)
    if not roles.targets and cue.pos == "verb" and (cue.relation == "assault" or cue.frame.id == "frame/journey"):
        roles.targets = struck_there(filled, reader, roles)


def not_themselves(token: Token, filled: Slots, reader: Reader, roles: Roles) -> None:
    """A state's own land is not whom its leader leaves by taking it out of a pact, nor its town whom its army takes it back from.

    "withdrew Chad from a treaty with Niger" leaves Niger; "troops recapture Orlo" tells not from whom.
    """
    back = token.lemma_.lower() in reader.vocab.words("retaking-verbs") and all(acts_in(r, reader) != "REB" for r in roles.actors)
    taken = {r.mention.span for t in filled.get("obj", ()) for r in reader.actors(t)} if filled.get("from") else set()
    sides = {reader.discourse.side(r) or state_where(r, reader) for r in roles.actors} - {None}

    def own(target: Referent) -> bool:
        sea = target.mention.head in reader.vocab.words("high-seas")
        if target.kind is Kind.PLACE and (back or sea) and state_where(target, reader) is None:
            return True  # a village that no gazetteer knows
        if (reader.discourse.side(target) or state_where(target, reader)) not in sides:
            return False
        return (target.kind is Kind.PLACE and back) or (is_state(reader, target) and target.mention.span in taken)

    kept = [r for r in roles.targets if not own(r)]
    if len(kept) < len(roles.targets) and not kept and taken:
        kept = [r for t in filled["from"] for u in under_of(t, ("with",)) for r in reader.actors(u)]
    roles.targets = kept


def _on_each_other(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> bool:
    """Do two do it to each other: "Armenia and Azerbaijan fought a war", "traded accusations", "agreed to hold their fire"?"""
    traded = cue.relation == "supply" and token.lemma_.lower() in reader.vocab.words("mutual-verbs")
    if traded or (cue.object_lemmas and cue.relation in _BETWEEN_TWO):
        lemmas = {t.lemma_.lower() for t in filled.get("obj", ())}
        if token.lemma_.lower() in reader.vocab.words("mutual-verbs") or lemmas & reader.vocab.words("truce-nouns"):
            return True
    if cue.relation != "assault" or roles.resources:
        return False
    if token.lemma_.lower() in reader.vocab.words("fighting-verbs"):
        return True
    strife = reader.vocab.words("strife-nouns")
    waged = reader.lexicon.light(token) and any(t.lemma_.lower() in strife for t in filled.get("obj", ()))
    return token.lemma_.lower() in strife or bool(waged)


def _fill_otherwise(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> bool:
    """Targets that are told by something else than who stands in a slot: a receiver, an owner, the two sides of a fight."""
    if cue.frame.id == "frame/free":  # "handed two fighters over to Tajikistan"
        roles.targets = [r for t in filled.get("to", ()) for r in reader.actors(t) if reader.discourse.side(r)]
        # "handed the bodies of two Israelis to the Red Cross": who only carries them is no party.
        roles.targets = [r for r in roles.targets if not is_own(r, roles) and acts_in(r, reader) in ("GOV", "MIL", "REB")]
        if roles.targets:
            return True
    if _pre_target(cue, filled, reader, roles) or _taken_from(cue, filled, reader, roles):
        return True
    fought = cue.relation == "assault" or (token.dep_ == "nsubj" and token.lemma_.lower() in reader.vocab.words("truce-nouns"))
    between = filled.get("between", ()) if fought and not roles.actors else ()
    sides = [r for t in between for r in reader.actors(t)]
    if len(sides) > 1:  # "clashes between the army and rebels": each fights the other
        roles.actors = roles.targets = sides
        return True
    if len(roles.actors) > 1 and any(
        _each_other(t) or _the_other(t) for s in cue.frame.target for o in filled.get(s, ()) for t in (o, *under_of(o, ("on",)))
    ):
        roles.targets = list(roles.actors)  # nobody is the target of his own act, so each has the others
        return True
    return False


def _fill_slots(cue: Cue, act: Token, filled: Slots, reader: Reader, roles: Roles) -> None:
    if _fill_otherwise(cue, act, filled, reader, roles):
        return
    taken = {r.mention.span for r in roles.actors}
    # What is handed over may itself be people ("offered its troops to Lebanon"): then the receiver is the target.
    order = _FIRST_TARGETS.get(cue.frame.id, ()) + _TARGET_ORDER
    if cue.frame.id == "frame/send-home" and not any(reader.owners(t) for t in filled.get("obj", ())):
        order = ("from", *order)  # "expelled two diplomats from Chad", but "Chad's diplomats from Niger"
    # Who fights a fire in a place does not fight the place.
    struck = any(t.lemma_.lower() in reader.vocab.words("struck-things") for t in filled.get("obj", ()))  # theirs who are there
    elsewhere = cue.relation in FORCE and filled.get("obj") and not cue.object_lemmas and not struck
    armed = cue.relation in FORCE and cue.pos == "verb" and filled.get("obj") and not cue.object_lemmas
    armed = armed or (cue.relation == "coerce" and cue.pos == "verb" and bool(filled.get("obj")))
    barred = (
        _WHERE | {"with", "between"} if elsewhere else frozenset({"with", "between"} if armed else ())
    )  # "struck targets with 200 drones"
    fight = cue.relation == "assault" and cue.words[0] in reader.vocab.words("fighting-verbs")
    if (cue.relation in MUTUAL or fight) and len(roles.actors) > 1:
        barred |= _WHERE  # where two meet or fight is no third
    elif filled.get("against"):
        barred |= {"with"}  # "attacked with drones against a port"
    # One thanks, praises or sues somebody *for* something: what for is not whom.
    own = [w for w in cue.words[1:] if not (w in _REASONS and cue.frame.id == "frame/voice" and filled.get("obj"))]
    backed = cue.relation == "support" and act.dep_ == "pobj" and act.head.lower_ == "in"  # "sent troops in support of Chad"
    if cue.pos == "noun" and (cue.relation in FORCE or backed) and filled.get("of"):  # "the extradition to Chad of a banker"
        own.append("of")
    for slot in sorted(cue.frame.target - barred, key=lambda s: (s not in own, order.index(s) if s in order else 99, s)):
        for token in filled.get(slot, ()):
            idiom = slot in ("obj", *cue.words[1:]) and token.lemma_.lower() in cue.object_lemmas
            idiom = idiom and (slot == "obj" or token.pos_ != "PROPN")
            helped = cue.relation == "aid" and cue.frame.id == "frame/affect"  # "evacuated patients", not "sent doctors"
            people = idiom and slot == "obj" and (helped or cue.relation in _ON_PERSONS) and _people(token, reader)
            idiom = idiom and not people
            means = slot == "with" and cue.relation in FORCE and reader.vocab.calls(token.lemma_, ARMS)  # "attacked with tanks"
            if (token.i in roles.used and slot != "between") or idiom or means:
                continue
            places = cue.frame.place_is_target or slot in ("dative", "obj", "to", "with", "that")
            for referent in at_home_in(token, reader) or reader.actors(token, places) or behind(slot, token, cue, filled, reader):
                moved = slot == "obj" and cue.relation in ("retreat", "mobilize", "aid") and _forces(referent, reader)
                moved |= slot == "of" and cue.relation == "retreat" and cue.pos == "noun" and _forces(referent, reader)
                unknown = people and cue.relation not in ("concede", "coerce", "aid") and not reader.discourse.side(referent)
                foreign = cue.relation in _FOREIGN or (slot == "for" and cue.relation in MUTUAL)  # "negotiates for Kyiv"
                itself = foreign and _own_land(referent, reader, roles)
                if referent.mention.span not in taken and not moved and not unknown and not itself:
                    roles.targets.append(referent)
                    roles.used.add(token.i)
        if roles.targets:
            return


def _own_land(referent: Referent, reader: Reader, roles: Roles) -> bool:
    """Is it the actor himself, or his state: who bans imports into his land, or buys for his navy, does it to others?"""
    if is_own(referent, roles):
        return True
    sides = {reader.discourse.side(r) for r in roles.actors} - {None}
    if referent.kind is Kind.PLACE and any(fights_at_home(r, reader) for r in roles.actors):
        return False  # "the rebels advance on Bangui"
    at_home = (state_where(referent, reader) or reader.discourse.side(referent)) in sides
    itself = referent.entity in sides  # the bloc whose body acts
    return at_home and (itself or referent.kind is Kind.PLACE or is_state(reader, referent) or acts_in(referent, reader) == "MIL")


def _people(token: Token, reader: Reader) -> bool:
    """Is it somebody, and so a target although the cue names the word ("released five prisoners")? A weapon is nobody."""
    if token.lemma_.lower() in reader.vocab.words("war-weapons"):
        return False
    role = reader.vocab.roles.get(token.lemma_.lower())
    several = reader.block.referent(token)
    return (role is not None and role.type is ActorType.PERSON) or (several.kind is Kind.ACTOR and several.plural)


def _each_other(token: Token) -> bool:
    pairs = {"other": "each", "another": "one"}
    both = (token, *(c for c in token.children if c.dep_ == "poss"))  # "each other's goods"
    return any(c.lower_ == pairs.get(t.lower_) for t in both for c in t.children)


def _the_other(token: Token) -> bool:
    return token.lower_ == "other" and any(c.lower_ == "the" for c in token.children)


def _pre_target(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> bool:
    """Targets that stand beside a noun which is none: whose act is judged, or who receives.

    "denounced Serbia's suppression of unrest in Montenegro" is about Serbia, "the call by Peru for talks in Quito" about Peru; in
    "sell Yerevan radars", where the parser makes one phrase of the two objects, a bare name is the receiver ("Armenian radars"
    would be the thing).
    """
    if any(reader.actors(t, places=False) for t in filled.get("obj", ())) and cue.frame.id == "frame/voice":
        return False
    if cue.frame.id == "frame/voice" and (givers := judged_givers(cue, filled, reader, roles)):
        roles.targets = givers
        return True
    if cue.frame.id == "frame/voice":  # "came out in support of Chad's plan for Darfur"
        idioms = (t for w in cue.words[1:] for t in filled.get(w, ()) if t.lemma_.lower() in cue.object_lemmas)
        for inner in (t for idiom in idioms for t in under_of(idiom)):
            roles.targets = [r for r in reader.actors(inner) or reader.owners(inner) if not is_own(r, roles)]
            if roles.targets:
                return True
    for token in filled.get("obj", ()):
        if (token.i in roles.used and cue.frame.id != "frame/transfer") or token.pos_ != "NOUN":
            continue
        if cue.frame.id == "frame/voice":
            # "approved the entry of Peru to the club"
            whose = ("by", "of") if token.lemma_.lower() in cue.object_lemmas else ("by",)
            before = [c for c in token.children if c.dep_ == "poss"] or list(under_of(token, whose))
            if not before and cue.relation in ("reject", "support") and token.lemma_.lower() in reader.vocab.words("event-nouns"):
                peoples = [r for c in token.children if c.dep_ in ("amod", "compound", "nmod") for r in reader.named(c)]
                roles.targets = [r for r in peoples if not is_own(r, roles)]  # "rejects Chinese bid for miner"
                if roles.targets:
                    return True
        elif cue.frame.id == "frame/transfer" and cue.pos == "verb" and not filled.get("to") and not filled.get("dative"):
            first = token.left_edge  # "sell neighbouring Poland potash"
            first = first.nbor(1) if first.lower_ in reader.vocab.words("nearby-adjectives") else first
            before = [c for c in token.children if c.dep_ == "compound" and c.i == first.i and _bare_state(c, reader)]
        else:
            continue
        roles.targets = [r for t in before for r in reader.actors(t) if not is_own(r, roles)]
        if roles.targets:
            return True
    return False


def _taken_from(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> bool:
    """Who owns what is taken loses it: "took control of a chipmaker owned by China's Wingtech" is against Wingtech."""
    if cue.relation == "seize" and not filled.get("from"):
        things = (t for slot in ("obj", "of") for o in filled.get(slot, ()) for t in (o, *under_of(o)))
        roles.targets = next((held for t in things if (held := reader.holders(t))), [])
    return bool(roles.targets)


def _bare_state(token: Token, reader: Reader) -> bool:
    """Is it the name of a state or of its capital, not of its people or what is theirs?"""
    found = reader.block.names.get(token.i)
    sense = found.senses[0] if found and found.senses else None
    return sense is not None and sense.how != "demonym" and reader.vocab.entities[sense.actor].type is ActorType.STATE


def _forces(referent: Referent, reader: Reader) -> bool:
    """Troops and the like: moved by their own side, not its target."""
    role = reader.vocab.roles.get(referent.label)
    return role is not None and role.sector is Sector.MIL


def _owned_there(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose a thing is that is struck or held, where the text also says where: "seized a Chilean tanker near the strait"."""
    where = {r.mention.span for s in _AT for t in filled.get(s, ()) for r in reader.actors(t)}
    if any(r.kind is not Kind.PLACE and r.mention.span not in where for r in roles.targets):
        return []
    missions = reader.vocab.words("mission-nouns")
    things = [t for t in filled.get("obj", ()) if not any(c.tag_ == "PRP$" for c in t.children)]
    objects = (t for t in things if t.lemma_.lower() in missions or not reader.actors(t))
    theirs = (r for t in objects for r in reader.owners(t, near=True) if not is_own(r, roles))
    return [r for r in theirs if r.kind is Kind.ACTOR and reader.discourse.side(r)]
