"""How the predicates of a sentence bear on one another: who is allowed, who struck, at whom a protest is aimed."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import slots
from kg.extract.conditions import acts_in
from kg.extract.domestic import two_sides
from kg.extract.found import Found
from kg.extract.governor import infinitive
from kg.extract.ground import state_where
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.scene import state_of
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.extract.whose import undergone
from kg.model import ActorType, Mode
from kg.vocab import Cue

# What two can do to each other.
_RECIPROCAL = frozenset({"retreat", "concede", "assault", "accuse", "threaten", "coerce", "support"})
# Where forces go, or whose ground they enter.
_TOWARDS = ("to", "into", "in", "on", "near", "along", "around", "at", "towards", "toward", "off", "over", "against", "across")
# What one bargains for with another.
_BARGAINED = frozenset({"supply", "acquire"})
_SEALED = frozenset({"supply", "acquire", "invest", "sanction", "aid"})
DEALS = frozenset({"agree", "consult", "cooperate", "request", "supply", "acquire", "invest"})
_HOSTILE = frozenset({"assault", "accuse", "seize", "threaten", "concede"})


def permitted(found: dict[int, Found], reader: Reader) -> None:
    """Who allows another to do something concedes it, and no more is told: "Panama allowed the miner to ship copper"."""
    for item in list(found.values()):
        allowing = item.context.consumed[-1] if item.context.consumed else None
        grant = found.get(allowing.i) if allowing is not None else None
        if grant is None or grant.relation != "concede" or item.context.mode is not Mode.HEDGED:
            continue
        grant.roles.targets = grant.roles.targets or list(item.roles.actors)
        persons = bool(grant.roles.targets) and all(r.person for r in grant.roles.targets)  # "will allow the writer to leave"
        if grant.roles.actors and grant.roles.targets and (grant.context.mode is Mode.DONE or persons):
            grant.roles.resources = grant.roles.resources or list(item.roles.resources)
            item.context.supposed = True


def each_other(found: dict[int, Found], reader: Reader) -> None:
    """Two who hold their fire, trade blows or swap captives do so to each other; so do two who agree to draw back or to make up."""
    words = reader.lexicon.words
    for item in found.values():
        ties = item.relation == "sanction" and any(t.lemma_.lower() in words("tie-nouns") for t in item.filled.get("obj", ()))
        if ties and len(item.roles.actors) == 2 and not item.roles.targets:
            item.roles.targets = list(item.roles.actors)  # "Honduras and Taiwan cut ties"
        if _barrier(item, reader) and not item.roles.targets and len({reader.discourse.side(r) for r in item.roles.actors}) == 2:
            item.roles.targets = list(item.roles.actors)  # "Chile and Peru agreed to cut tariffs"
        if item.relation not in _RECIPROCAL or not two_sides(item.roles.actors, reader):
            continue
        if item.relation == "concede" and _each(item) and not any(r.entity or r.mention.name for r in item.roles.targets):
            item.roles.targets = list(item.roles.actors)  # "Russia and Ukraine each handed over 390 soldiers"
        if item.roles.targets:
            continue
        agreed = item.context.mode is Mode.AGREED or "resolve" in item.context.path
        truce = agreed or any(t.lemma_.lower() in words("truce-nouns") for t in (item.token, *item.filled.get("obj", ())))
        if truce or item.token.lemma_.lower() in words("exchanging-verbs") or _embroiled(item, reader):
            item.roles.targets = list(item.roles.actors)  # nobody is the target of his own act


def _barrier(item: Found, reader: Reader) -> bool:
    """Do two agree on a measure by which each limits trade with the other?"""
    barriers = reader.lexicon.words("barrier-nouns")
    agreed = item.relation == "sanction" and item.context.mode is Mode.AGREED and len(item.roles.actors) == 2
    return agreed and any(t.lemma_.lower() in barriers for t in item.filled.get("obj", ()))


def _embroiled(item: Found, reader: Reader) -> bool:
    """Are rebels and those in power said to be in one fight: "the Chadian army and the rebels are engaged in clashes"?"""
    light = item.context.light
    if light is None or item.relation != "assault" or light.lemma_.lower() not in reader.lexicon.words("engaging-verbs"):
        return False
    return {acts_in(r, reader) in ("REB", "OPP") for r in item.roles.actors} == {True, False}


def told_twice(found: dict[int, Found], reader: Reader) -> None:
    """A participle of the same relation that names nobody and nothing tells the act again: "left Mali, ending their mission"."""
    for item in found.values():
        first = found.get(item.token.head.i)
        if item.token.dep_ == "conj" and first is not None and first.relation == item.relation == "retreat":
            if not (first.roles.targets or first.roles.resources) and item.roles.targets:
                first.context.supposed = True  # "are packing up and leaving Mali"
            continue
        if item.relation == "consult" and item.token.pos_ == "VERB":
            _met_once(item, found, reader)
        above = found.get(item.token.head.head.i) if item.token.dep_ == "pobj" and item.token.head.lower_ == "in" else None
        if above is not None and item.relation == above.relation == "cooperate":
            item.context.supposed = True  # "built a refinery in cooperation with Turkey"
        if item.token.dep_ != "advcl" or item.token.tag_ != "VBG" or first is None or first.relation != item.relation:
            continue
        same = {r.mention.span for r in item.roles.actors} <= {r.mention.span for r in first.roles.actors}
        if same and not (item.roles.targets or item.roles.resources or item.content):
            item.context.supposed = True


def _met_once(item: Found, found: dict[int, Found], reader: Reader) -> None:
    """Who goes to see somebody is told by whom he sees: "flew to Miami, where he was due to meet Witkoff"."""
    if item.token.lemma_.lower() not in reader.lexicon.words("going-verbs"):
        return
    for other in found.values():
        met = other is not item and other.relation == "consult" and item.token in other.token.ancestors
        if met and other.roles.targets and _same_sides(other.roles.actors, item.roles.actors, reader):
            item.context.supposed = item.context.supposed or _same_sides(other.roles.targets, item.roles.targets, reader)


def _same_sides(some: list[Referent], others: list[Referent], reader: Reader) -> bool:
    """Are they all of the sides of the others?"""
    sides = {reader.discourse.side(r) for r in others}
    return bool(some) and all(reader.discourse.side(r) in sides for r in some)


def purpose(found: dict[int, Found], reader: Reader) -> None:
    """A protest is against whom its purpose aims at: "blocked roads to demand reforms of the government"."""
    for item in found.values():
        if item.relation != "protest":
            continue
        for other in found.values():  # what one's work should pay is a reason, no thing
            pay = [r for r in other.roles.resources if reader.vocab.is_kind(r.term or "", {"resource/profits"})]
            if pay and item.token in (other.token, *other.token.ancestors):
                other.roles.resources = [r for r in other.roles.resources if r not in pay]
        if item.roles.targets:
            continue
        own = {r.entity for r in item.roles.actors}
        for other in found.values():
            if other.token.pos_ == "NOUN" and undergone(other.token, reader):
                continue  # "against the arrest of doctors"
            if other is not item and item.token in other.token.ancestors and other.roles.targets:
                item.roles.targets = [r for r in other.roles.targets if r.entity not in own or not r.entity]
                break
        wish = found.get(item.token.head.i) if item.token.dep_ == "nsubj" and item.token.pos_ == "NOUN" else None
        if not item.roles.targets and wish is not None and wish.relation in ("request", "other"):
            item.roles.targets = [
                r for r in wish.roles.targets if r.entity not in own or not r.entity
            ]  # "protests call for her to go"
        if not item.roles.targets:
            item.roles.targets = _own_state(item, reader)


def lacking(found: dict[int, Found], reader: Reader) -> None:
    """Who has, finds or gets not enough of a thing needs it: "does not have enough water"."""
    enough = reader.lexicon.words("sufficing-adjectives")
    for item in found.values():
        vain = item.context.negated or any(t.lemma_.lower() in reader.lexicon.words("vain-verbs") for t in item.context.consumed)
        demand = item.relation == "supply" and any(t.lemma_.lower() in ("demand", "need") for t in item.filled.get("obj", ()))
        if demand and item.context.negated and item.token.pos_ == "VERB":
            item.relation, item.context.negated = "need", False  # "cannot meet its demand for flour"
        if item.relation not in ("possess", "acquire", "produce") or not vain:
            continue
        objects = item.filled.get("obj", ())
        built = any(reader.vocab.is_kind(r.term or "", {"resource/infrastructure"}) for r in item.roles.resources)
        barred = item.relation == "acquire" and not built and any(t.lemma_.lower() == "access" for t in objects)  # "to water"
        if barred or any(c.lower_ in enough for t in objects for c in t.children):
            item.relation, item.context.negated = "need", False
            item.context.mode = Mode.DONE if item.context.mode in (Mode.ENDED, Mode.SOUGHT) else item.context.mode


def accounting(found: dict[int, Found], reader: Reader) -> None:
    """Whose share is told of what is mined mines it: "accounts for 70 percent of the rare earths mined worldwide"."""
    for item in found.values():
        if item.relation != "possess" or item.cue is None or item.cue.words[0] != "account":
            continue
        for other in found.values():
            if other.token.dep_ == "acl" and not other.roles.actors and item.token in other.token.ancestors:
                item.relation, other.context.supposed = other.relation, True


def carried(found: dict[int, Found], reader: Reader) -> None:
    """What flows is told by its verb alone: "a shipment of ore left for China"."""
    for item in found.values():
        verb = found.get(item.token.head.i) if item.token.dep_ == "nsubj" and item.token.pos_ == "NOUN" else None
        if verb is not None and item.relation == verb.relation == "supply" and verb.roles.resources:
            item.context.supposed = True


def sealed(found: dict[int, Found], reader: Reader) -> None:
    """A deal to do what is named is told by that act, to which the other side belongs: "signed a deal with Oman to buy gas"."""
    for item in found.values():
        if item.token.tag_ != "VB" or item.relation not in _SEALED or not item.roles.resources:
            continue
        for verb in (t for t in item.context.consumed if t.pos_ == "VERB" and not item.roles.targets):
            with_whom = slots(verb).get("with", ()) if item.context.mode is Mode.AGREED else ()  # "agreed with Shell to buy gas"
            others = [r for t in with_whom for r in reader.actors(t) or reader.owners(t)]
            item.roles.targets = [r for r in others if not is_own(r, item.roles)]
        for noun in item.context.consumed:
            deal = found.get(noun.head.i) if noun.dep_ in ("dobj", "nsubjpass") else None
            if deal is None or deal is item or deal.cue is None or deal.relation != "agree" or not item.roles.actors:
                continue
            alone = item.relation in DEALS or not deal.roles.targets  # "approved a plan to phase out imports"
            if noun.lemma_.lower() in deal.cue.object_lemmas and alone:
                sides = [r for r in (*deal.roles.targets, *deal.roles.actors) if not _at_home_with(r, item.roles, reader)]
                item.roles.targets = item.roles.targets or sides[: len(deal.roles.targets)]
                deal.context.supposed = True


def _at_home_with(side: Referent, roles: Roles, reader: Reader) -> bool:
    """Is a side of a deal the one who acts, or his state: "Chile sealed a pact that lets Codelco sell lithium"?"""
    return is_own(side, roles) or reader.discourse.side(side) in {reader.discourse.side(r) for r in roles.actors} - {None}


def _verb_over(noun: Token) -> Token | None:
    """The verb in whose complement a noun stands, however deep, with no clause between."""
    above = next((t for t in noun.ancestors if t.pos_ not in ("NOUN", "ADP", "NUM")), None)
    return above if above is not None and above.pos_ == "VERB" else None


def negotiated(found: dict[int, Found], reader: Reader) -> None:
    """Talks with nobody who is named are told by what they are about: "is negotiating the sale of its plants".

    So is a payment by what is bought: "ordered six systems, paying $1 billion".
    """
    for item in found.values():
        for act in found.values() if item.relation == "consult" and item.context.mode is Mode.DONE else ():
            aimed = infinitive(act.token) and act.token.dep_ in ("xcomp", "advcl", "acl") and item.token in act.token.ancestors
            own = {r.mention.span for r in act.roles.actors} == {r.mention.span for r in item.roles.actors}
            if aimed and own and act.relation in _BARGAINED and act.context.mode in (Mode.PLANNED, Mode.NEGOTIATED):
                # "has been negotiating with Oman to buy a mine": from Oman
                act.context.mode, act.roles.targets = Mode.NEGOTIATED, act.roles.targets or list(item.roles.targets)
        others = (o for o in found.values() if o is not item and o.context.mode is Mode.NEGOTIATED)
        about = [o for o in others if item.token in o.context.consumed]
        side = reader.discourse.side
        alone = {side(r) for r in item.roles.targets} <= {side(r) for r in item.roles.actors}  # "the sale of its plants"
        if item.relation == "consult" and alone and any(o.roles.actors and o.roles.resources for o in about):
            item.context.supposed = True
        above = found.get(item.token.head.i)
        bought = above is not None and above.relation == "acquire" and item.relation == "supply" and item.token.dep_ == "advcl"
        if bought and all(r.term == "resource/money" for r in item.roles.resources):
            item.context.supposed = True


def received(found: dict[int, Found], reader: Reader) -> None:
    """What somebody gets or pays for is told by the verb alone: "is to receive state aid", "paid for a consignment of jets"."""
    for item in found.values():
        above = _verb_over(item.token) if item.token.pos_ == "NOUN" and item.relation in ("aid", "supply") else None
        taken = any(t.i in found and found[t.i].relation in ("seize", "coerce") for t in item.token.ancestors)
        if above is not None and taken and item.token.dep_ not in ("nsubj", "nsubjpass"):
            item.context.supposed |= item.roles.targets == []  # "ordered the seizure of a consignment"
        verb = found.get(above.i) if above is not None else None
        if verb is None or verb.relation != "acquire" or not verb.roles.actors or item.token.dep_ in ("nsubj", "nsubjpass"):
            continue
        roles, own = verb.roles, {r.mention.span for r in verb.roles.actors}
        roles.resources = roles.resources or list(item.roles.resources)
        others = [r for r in item.roles.actors if r.mention.span not in own]
        if roles.resources and (others or item.token.i not in {t.i for t in verb.filled.get("subj", ())}):
            roles.targets = roles.targets or others
            item.context.supposed = True


def used(found: dict[int, Found], reader: Reader) -> None:
    """That somebody uses what he needs, buys or makes is no second need: "relies on Israel for the gas it consumes"."""
    for item in found.values():
        if item.relation != "need" or item.token.dep_ != "relcl" or not item.roles.resources:
            continue
        pronoun = any(t.tag_ == "PRP" for t in item.filled.get("subj", ()))
        spans = {r.mention.span for r in item.roles.resources}
        others = (o for o in found.values() if o is not item and o.token in item.token.ancestors)
        if pronoun and any(not spans.isdisjoint(r.mention.span for r in o.roles.resources) for o in others):
            item.context.supposed = True


def spent(found: dict[int, Found], reader: Reader) -> None:
    """What money is spent to do is the investment, and no act beside it: "will spend $1 billion to expand its mine"."""
    for item in found.values():
        above = found.get(item.token.head.i)
        verbs = (found[t.i] for t in item.token.ancestors if t.pos_ == "VERB" and t.i in found)
        paid = next(verbs, None) if item.token.pos_ == "NOUN" and item.relation == "produce" else None
        if paid is not None and paid.relation in ("invest", "aid"):  # "financed the construction of a port"
            item.context.supposed |= _share_a_thing(item, paid) or item.token in paid.filled.get("obj", ())
        purposed = item.token.dep_ in ("advcl", "xcomp", "acl") and item.token.tag_ == "VB"
        if not purposed or above is None:
            continue
        joint = len(item.roles.actors) > 1 or item.relation == "produce"  # "will team up with Baykar to make drones"
        if above.relation == "cooperate" and above.roles.targets and item.roles.resources and joint and not item.roles.targets:
            above.roles.resources = above.roles.resources or list(item.roles.resources)
            item.context.supposed = True  # "formed a partnership to mine lithium"
        if item.relation == "produce" and above.relation == "invest":
            item.context.supposed |= _share_a_thing(item, above)


def _share_a_thing(one: Found, other: Found) -> bool:
    """Do two acts name the same words as what is at stake?"""
    return not {r.mention.span for r in one.roles.resources}.isdisjoint(r.mention.span for r in other.roles.resources)


def _own_state(item: Found, reader: Reader) -> list[Referent]:
    """A protest before a seat of the state or against an act of it, of no state that is named, is against the protesters' own."""
    seats = reader.lexicon.words("state-seats|state-acts")
    state = next((s for r in item.roles.actors if (s := state_of(r, reader.vocab))), None)
    entity = reader.vocab.entities.get(state or "")
    if entity is None or entity.type is not ActorType.STATE:
        return []
    for slot in ("obj", "on", "against", "over", "at", "outside", "around", "of", "to", "in", "near", "into", "from"):
        for noun in item.filled.get(slot, ()):
            if noun.lemma_.lower() in seats and noun.pos_ == "NOUN":
                seat = reader.block.referent(noun)
                own = replace(seat, kind=Kind.ACTOR, mention=replace(seat.mention, owners=(entity.label, *seat.mention.owners)))
                return reader.owners(noun) or [own]
    return []


def _each(item: Found) -> bool:
    beside = (item.token, *item.filled.get("subj", ()), *item.filled.get("obj", ()))
    return any(c.lower_ == "each" for t in beside for c in t.children)


def frontier(found: dict[int, Found], reader: Reader) -> None:
    """Forces that are raised or moved along a border are meant for who lives beyond it: "along the border with Cameroon".

    So are those that are moved to or near what is another's: "massed tanks near the Ethiopian town of Badme".
    """
    for item in found.values():
        if item.relation != "mobilize" or item.roles.targets or not item.roles.actors:
            continue
        where = [t for slot in _TOWARDS for t in item.filled.get(slot, ())]
        where += [t for t in item.filled.get("obj", ()) if t.lemma_.lower() in reader.lexicon.words("open-spaces")]  # airspace
        beside = next((o for t in where if (o := [r for r in reader.owners(t) if not is_own(r, item.roles)])), [])
        if beside:
            item.roles.targets = beside
            continue
        borders = (t for t in item.token.subtree if t.lemma_.lower() in reader.lexicon.words("frontier-nouns"))
        for border in borders:
            with_whom = [*under_of(border, ("with",)), *item.filled.get("with", ())]
            beyond = [r for t in with_whom for r in reader.actors(t)] or reader.owners(border)
            item.roles.targets = [r for r in beyond if not is_own(r, item.roles)]
            if item.roles.targets:
                break


def note(found: dict[int, Found], reader: Reader) -> None:
    """Tell the discourse who dealt with whom and who needs what; fill whose "this demand" is."""
    discourse = reader.discourse
    for item in sorted(found.values(), key=lambda f: f.token.i):
        roles = item.roles
        if item.cue and "demand" in item.cue.object_lemmas and not roles.targets:
            terms = {r.term for r in roles.resources}
            roles.targets = [who for who, what in discourse.needs if what.term in terms][-1:]
        if item.relation == "need":
            discourse.needs.extend((a, r) for a in roles.actors for r in roles.resources)
        # "Thailand and Cambodia clashed": each is both
        others = [t for t in roles.targets if not (roles.actors and t.entity and t.entity == roles.actors[0].entity)]
        if item.relation in DEALS | {"aid"} and roles.actors and others:
            discourse.note_pair(roles.actors[0], others[0], tuple(roles.resources))
        elif item.relation in _HOSTILE and roles.actors and others:
            discourse.note_rivals(roles.actors[0], others[0])


def takes_on(verb: Token, cue: Cue, lexicon: Lexicon) -> bool:
    """Is one's own plan approved, and so what it holds agreed to, which is told: "approved a plan to send rice", but no pact?"""
    if cue.relation != "agree" or cue.needs or verb.lemma_.lower() not in lexicon.words("adopting-verbs"):
        return False
    return not any(c.lemma_.lower() in lexicon.words("agreement-nouns") for c in verb.children if c.dep_ == "dobj")


def goes_home(found: dict[int, Found], reader: Reader) -> None:
    """Who flies or comes to a place of his own state goes home, and consults nobody by it: "flew back to Moscow"."""
    side = reader.discourse.side
    for item in found.values():
        if item.relation != "consult" or item.token.pos_ != "VERB" or item.content or not item.roles.actors:
            continue
        places = item.roles.targets
        going = item.token.lemma_.lower() in reader.lexicon.words("going-home-verbs")
        own = {side(r) for r in item.roles.actors} - {None}
        if going and places and own and all((side(r) or _state_of(r, reader)) in own for r in places):
            item.context.supposed = True


def _state_of(place: Referent, reader: Reader) -> str | None:
    return state_where(place, reader) if place.kind is Kind.PLACE else None
