"""What is at stake in a predicate: its resource, from the slots of its frame, or where English leaves it out or beside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.extract.arguments import Slots, verb_slots
from kg.extract.closed import by_order, closed, left, shut_to
from kg.extract.conditions import FORCE, MONEY, acts_in, in_whom, is_bare, is_sum, where_run
from kg.extract.elided import OF_PRICES, elided
from kg.extract.examples import goods_of
from kg.extract.firms import as_resource, called_firms, dealt_in, firms_bought, firms_sold, is_firm, named_beside
from kg.extract.flows import left_out
from kg.extract.governor import infinitive
from kg.extract.lands import by_its_name, is_state, some_fight, territories, unheard_of
from kg.extract.mentions import Kind, Referent, is_works
from kg.extract.quoted import is_price
from kg.extract.reader import Reader, under_of
from kg.extract.struck import armed, buildings, driven, hit_themselves, moved, partly, struck, take_things, worded
from kg.extract.sums import PURPOSES, funded, in_money, is_money, lent
from kg.extract.tokens import Token
from kg.model import Span
from kg.vocab import Cue

MODIFIER_SLOTS = frozenset({"amod", "compound"})
_OF_SHARES = frozenset({"possess", "acquire", "seize", "invest", "supply"})
_GOT = frozenset({"acquire", "supply", "possess"})
# Relations to things of any kind, known to the vocabulary or not.
_OF_WHATEVER = frozenset({"supply", "aid", "acquire", "possess", "need", "produce", "seize", "invest", "coerce", "sanction"})
_OF_THINGS = frozenset({"frame/transfer", "frame/obtain", "frame/take", "frame/hold"})
_WHERE_FROM = frozenset({"in", "at", "from"})
_HANDING = frozenset({"frame/transfer", "frame/obtain", "frame/take", "frame/measure", "frame/make"})
_AID, _TAXES = "resource/aid", "resource/taxes"
_EQUITY = "resource/equity-stakes"
_AIMED_AT = ("at", "on", "against", "into")


@dataclass
class Roles:
    """The referents of each role; several where they are coordinated."""

    actors: list[Referent] = field(default_factory=list)
    targets: list[Referent] = field(default_factory=list)
    resources: list[Referent] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    whose: dict[Span, list[Referent]] = field(default_factory=dict)  # of each thing, where several own several


_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)


def fill_stakes(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> None:
    """Give the predicate its resources, once its actors are known."""
    roles.resources = _share_in(cue, filled, reader, roles, named=True) or shut_to(cue, token, filled, reader)
    roles.resources = roles.resources or _limited(cue, filled, reader)
    stakes = [t for t in filled.get("obj", ()) if any(r.term == _EQUITY for r in reader.resources(t, 0))]
    works = reader.vocab.words("asset-nouns")
    if not roles.resources and any(u.lemma_.lower() in works for t in stakes for u in in_whom(t)):
        roles.resources = _share_in(cue, filled, reader, roles)  # "an equity stake in the venture"
    if not roles.resources:
        roles.resources = by_order(cue, filled, reader)
    if not roles.resources and (called := called_firms(cue, token, filled, reader)):
        roles.resources = [referent for _, referent in called]
        roles.used |= {noun.i for noun, _ in called}
    if not roles.resources:
        _fill_slots(cue, filled, reader, roles)
    if cue.relation == "sanction" and roles.resources:  # "dropped an export tax": what is limited is no tax
        roles.resources = [r for r in roles.resources if r.term != _TAXES]
    if not roles.resources and cue.relation == "sanction":
        roles.resources = _laid_on_trade(cue, token, filled, reader)
    if cue.frame.id == "frame/belong" and token.dep_ in ("acl", "relcl"):
        roles.resources = []  # "assets belonging to a tycoon": presupposed
    if not roles.resources and cue.frame.id in _HANDING:
        whole, limits = (u for t in filled.get("obj", ()) for u in (t, *under_of(t))), cue.relation == "sanction"  # "half of it"
        for pronoun in (t for t in whole if t.lower_ in ("it", "them") and not (limits and reader.actors(t))):
            roles.resources = reader.discourse.resource_of(reader.block, pronoun)
            roles.used.add(pronoun.i)
    if not roles.resources:
        roles.resources = (
            _share_in(cue, filled, reader, roles)
            or elided(cue, token, filled, reader, roles)
            or in_money(cue, filled, reader)
            or _unknown(cue, filled, reader)
            or _bettered(cue, token, filled, reader)
            or firms_sold(cue, filled, reader)
            or lent(cue, filled, reader)
            or dealt_in(cue, filled, reader)
        )
    if not roles.resources and cue.relation == "produce" and cue.pos == "verb" and not filled.get("obj"):
        fields = (t for slot in ("from", "at") for t in filled.get(slot, ()))  # "stopped pumping from the Lakach field"
        roles.resources = next((r for t in fields if (r := reader.resources(t) or reader.things(t))), [])
    if cue.relation == "aid":  # "suspended aid to Uganda": the word for the act is no thing
        given = roles.resources or any(r.term == _AID for t in filled.get("in", ()) for r in reader.resources(t))
        sums = [t for t in filled.get("obj", ()) if is_sum(t)] if cue.pos == "verb" and given else []
        roles.resources = [r for r in roles.resources if r.term != _AID]
        if sums and not roles.resources:  # "approved $50 million in aid"
            roles.resources = [replace(reader.block.referent(sums[0]), kind=Kind.RESOURCE, term=MONEY, label="money", entity=None)]
    _as_taken(cue, token, filled, reader, roles)


def _as_taken(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> None:
    """What is taken, bought or destroyed is at stake whatever it is: a town, a company, a house."""
    holds = cue.relation == "possess" and cue.frame.id == "frame/take"
    people = any(r.person for r in roles.actors)  # a man who flees a land gives none up, fighters who leave a town do
    fighters = bool(roles.actors) and all(acts_in(r, reader) in ("MIL", "REB") for r in roles.actors)
    leaves = cue.relation == "retreat" and (fighters or not people)
    if not roles.resources and (cue.relation == "seize" or holds or leaves):
        lands = territories(cue, filled, reader)
        roles.resources = [r for r in lands if not (leaves and fighters and is_state(reader, r))]
    if not roles.resources and cue.relation == "seize" and cue.pos == "verb" and some_fight(roles.actors, reader):
        roles.resources = unheard_of(filled, reader)
    if not roles.resources and (cue.relation in ("acquire", "possess", "seize") or cue.frame.id == "frame/appraise"):
        bought = firms_bought(cue, token, filled, reader)
        roles.resources.extend(referent for _, referent in bought)
        roles.used |= {noun.i for noun, _ in bought}
    if not roles.resources and cue.relation == "sanction":
        roles.resources = _stopped(cue, filled, reader)
    if cue.relation == "seize" and cue.pos == "verb" and len(filled.get("obj", ())) > len(roles.resources) > 0:
        settled = reader.vocab.words("settlement-nouns")
        beside = [t for t in filled["obj"] if (t.pos_ == "PROPN" or t.lemma_.lower() in settled) and t.i not in roles.used]
        roles.resources.extend(territories(cue, {"obj": beside}, reader))  # "captured Goma and its airport"
    if cue.relation in ("seize", "retreat") and roles.resources:
        roles.resources = by_its_name(filled, reader, roles.resources)
    if cue.relation in ("aid", "sanction") or (cue.relation in ("need", "supply") and cue.implies_resource):
        _give_things(cue, token, filled, reader, roles)
    if not roles.resources and cue.relation in ("assault", "coerce"):
        roles.resources = struck(cue, filled, reader)
    if not roles.resources and cue.relation == "mobilize":
        roles.resources = moved(filled, reader)
    destroyed = {token.lemma_.lower()} & reader.vocab.words("destroying-verbs")
    destroyed |= {t.lemma_.lower() for t in filled.get("obj", ())} & reader.vocab.words("building-parts")
    destroys = cue.relation in ("coerce", "assault") and bool(destroyed)
    if not roles.resources and destroys:
        roles.resources.extend(take_things(filled, reader))
    burns = any(t.lemma_.lower() in reader.vocab.words("blind-forces") for t in filled.get("obj", ()))
    if not roles.resources and cue.relation == "coerce" and burns and filled.get("to"):
        roles.resources = next((r for t in filled["to"] if (r := reader.resources(t))), [])  # "set fire to two excavators"
        if not roles.resources:
            roles.resources.extend(take_things({"obj": filled["to"]}, reader))
    if cue.relation == "assault" and not roles.resources:
        # "struck the training centre of the power station", "fired missiles at the port of Odesa"
        hit = [u for t in filled.get("obj", ()) for u in under_of(t)]
        if not hit_themselves(filled, reader):  # "shot a judge at his villa" tells where
            hit += [t for slot in _AIMED_AT for t in filled.get(slot, ()) if t.i not in roles.used]
        found = next((r for t in hit if (r := reader.resources(t))), [])
        roles.resources = [r for r in found if r.kind is not Kind.PLACE]
    if not roles.resources and cue.relation in ("assault", "coerce"):
        roles.resources = buildings(cue, filled, reader)
    roles.resources = roles.resources or closed(cue, token, filled, reader) or left(cue, filled, reader)


def _stopped(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """What a measure stops where it stands behind its noun, or behind the word for a trade that it is against."""
    # "lifted the closure of the border", "shut its borders to cobalt"
    shut = filled.get("obj", ()) if cue.pos == "verb" and cue.object_lemmas else ()
    behind = (t for noun in shut for t in under_of(noun, ("of", "to", "on", "for")))
    if found := next((r for t in behind if (r := reader.resources(t) or _sold(t, reader))), []):
        return found
    sectors = (t for t in filled.get("against", ()) if t.lemma_.lower() in reader.vocab.words("sector-nouns"))
    return next((r for t in sectors if (r := reader.resources(t))), [])  # "sanctions against Iran's oil industry"


def _sold(flow: Token, reader: Reader) -> list[Referent]:
    """What a trade that is stopped is in, though no vocabulary knows it: "lifted the ban on sales of the toys"."""
    return reader.things(flow) if flow.lemma_.lower() in reader.vocab.words("flow-nouns") else []


def _nearness(slot: str, given: str, laid: str) -> tuple[bool, bool, bool, bool, bool, str]:
    """Which slot tells first what is at stake; "in" says where, if another says what: "work on cobalt in the occupied lands"."""
    return slot != given, slot not in ("obj", "subj"), slot in MODIFIER_SLOTS, slot not in ("of", laid), slot in ("in", "at"), slot


def _fill_slots(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> None:
    """The resources that the frame's slots name, from the first of them that names any."""
    idiom = cue.frame.id in _OF_THINGS and cue.pos == "verb" and bool(cue.object_lemmas) and bool(filled.get("obj"))
    things = filled.get("obj", []) if cue.frame.id in _OF_THINGS and cue.pos == "verb" and not cue.object_lemmas else []
    given = "with" if cue.pos == "verb" and cue.words[-1] == "with" and cue.frame.id == "frame/transfer" else ""
    laid = "on" if cue.frame.id == "frame/measure" else "of"  # "its embargo on beef from the farms"
    for slot in sorted(cue.frame.resource, key=lambda s: _nearness(s, given, laid)):
        for token in filled.get(slot) or (where_run(cue, filled) if slot == "at" else ()):
            if things and slot not in ("obj", "with") and not any(t == a for t in things for a in token.ancestors):
                continue  # what is handed over is the object; what stands beside it says where and why
            if slot == "obj" and cue.relation == "sanction" and _is_limit(token, cue, reader):
                if any(reader.resources(t) for t in filled.get("on", ())):
                    continue  # "cut the export tax on soybeans": not the tax is limited
            if (
                slot == "at"
                and cue.relation == "produce"
                and cue.pos == "verb"
                and filled.get("obj")
                and cue.frame.id != "frame/run"
            ):
                continue  # "soot that is produced at power plants"
            if slot == "for" and cue.relation == "supply" and cue.object_kinds == {MONEY}:
                if any(map(is_sum, filled.get("obj", ()))):
                    continue  # "wired $2 billion for the plant"
            if idiom and slot in _WHERE_FROM and not any(t == a for t in filled["obj"] for a in token.ancestors):
                continue
            weapon = cue.relation == "assault" and token.lemma_.lower() in cue.object_lemmas and armed(token, reader)
            weapon = weapon or driven(cue, slot, token, filled, reader)
            weapon = weapon or (
                slot != "obj" and cue.relation == "invest" and any(map(is_sum, filled.get("obj", ()))) and is_money(token, reader)
            )
            if token.i not in roles.used and not weapon and not _unpriced(cue, slot, token, reader):
                bare = cue.frame.place_is_target and cue.relation in FORCE
                bare = bare or (cue.relation == "possess" and token.lemma_.lower() in reader.vocab.words("licensing-nouns"))
                bare = bare or (cue.relation in _GOT | {"produce"} and token.lemma_.lower() in reader.vocab.words("notice-nouns"))
                found = funded(cue, slot, token, filled, reader) or (partly(token, reader) if bare else goods_of(token, reader))
                if found and slot == "obj" and cue.relation in _GOT and is_bare(token, reader):
                    found = left_out(token, reader) or found  # "bought two parcels" where wheat was spoken of
                roles.resources.extend(found)
                if found and slot not in MODIFIER_SLOTS:
                    roles.used.add(token.i)
        if roles.resources:
            laid_on = cue.relation == "sanction" and slot == "on" and cue.frame.id == "frame/measure"
            laid_on = laid_on or (cue.relation == "assault" and cue.pos == "noun" and slot in ("on", "of"))
            if laid_on or (slot == "obj" and cue.relation in (*_OF_WHATEVER, "assault") and cue.pos == "verb"):
                # "delivered flour, tarpaulins and medicine", "hit a port and a launch site": what nobody knows beside what is known
                beside = {c.i for t in filled.get(slot, ()) if t.i in roles.used for c in t.conjuncts} - roles.used
                rest = [t for t in filled.get(slot, ()) if t.i in beside and t.lemma_.lower() not in cue.object_lemmas]
                roles.resources.extend(r for t in rest if not is_sum(t) for r in reader.things(t))
            return


def _is_limit(noun: Token, cue: Cue, reader: Reader) -> bool:
    """Is it the measure itself and no thing that it limits: a tax is money, but here none that is withheld?"""
    return noun.lemma_.lower() in cue.object_lemmas or any(r.term == _TAXES for r in reader.resources(noun, 0))


def _laid_on_trade(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """What was spoken of before a measure on all that goes out or comes in: "sells coal and ponders an export levy"."""
    flows = reader.vocab.words("flow-nouns")
    for noun in (token, *filled.get("obj", ())):
        before = [c for c in noun.children if c.dep_ in ("compound", "nmod", "amod")]
        behind = (c for c in noun.children if c.dep_ == "prep")  # "an export ban of its own"
        before += [c for c in behind if not any(t.ent_type_ in ("DATE", "TIME") or t.lower_ == "own" for t in c.children)]
        if noun.pos_ == "NOUN" and len(before) == 1 and before[0].dep_ == "compound" and before[0].lemma_.lower() in flows:
            spoken_of = reader.discourse.at_stake(reader.block, noun)
            works = any(is_works(r, reader.vocab) for r in spoken_of)  # whoever smelts ore, no smelters are taxed
            return reader.discourse.topic(reader.block, noun) if works else spoken_of
    return []


def _limited(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """What a measure's own name says that it limits, whomever it is laid on: "an asset freeze on a refinery"."""
    if cue.relation != "sanction" or cue.pos != "verb":
        return []
    measures = [t for slot in ("obj", *cue.words[1:]) for t in filled.get(slot, ()) if t.lemma_.lower() in cue.object_lemmas]
    goods = reader.vocab.words("goods-kinds")
    laid_on = (r for m in measures for t in under_of(m, ("on", "against")) for r in reader.resources(t))
    if any(reader.vocab.is_kind(r.term or "", goods) for r in laid_on):
        return []  # "trade restrictions on diamonds", not "an asset freeze on a refinery"
    frozen = [c for t in measures for c in t.children if c.dep_ in ("compound", "nmod")]
    named = reader.vocab.words("help-nouns|limited-nouns")
    return [r for c in frozen if c.lemma_.lower() in named for r in worded(c, reader)]


def _unpriced(cue: Cue, slot: str, token: Token, reader: Reader) -> bool:
    """Is the subject of a price's move no price and no commodity: an output, an export, a miner?"""
    if slot != "subj" or cue.frame.id not in OF_PRICES or is_price(token, reader.vocab):
        return False
    flow = token.lemma_.lower() in reader.vocab.words("flow-nouns")
    return flow or reader.block.referent(token).kind is Kind.ACTOR


def _share_in(cue: Cue, filled: Slots, reader: Reader, roles: Roles, named: bool = False) -> list[Referent]:
    """What a share is of, where it stands beside it: "a mine in which Zijin holds 39 percent", "42 percent of the company".

    ``named`` asks for a company by its name: its shares are no equity in general, and its name's last word no resource.
    """
    if cue.relation not in _OF_SHARES:
        return []
    held = "subj" if cue.frame.id == "frame/belong" else "obj"
    paid = filled.get("for", ()) if cue.frame.id not in OF_PRICES and any(map(is_sum, filled.get("obj", ()))) else ()
    shares = [t for t in (*filled.get(held, ()), *paid) if t.lemma_.lower() in reader.vocab.words("share-nouns") or t.tag_ == "CD"]
    if not shares and not (not named and cue.frame.id == "frame/take" and cue.object_lemmas):
        return []
    beside = [t for share in shares for t in in_whom(share)]
    beside += [t for slot in ("in", "of", "over") if shares or slot != "in" for t in filled.get(slot, ())]
    beside += [t for o in filled.get("obj", ()) if cue.object_lemmas for t in under_of(o, ("of", "over"))]
    for thing in (t.head if t.dep_ == "appos" and t.head.pos_ == "PROPN" else t for t in beside):  # "TechMet, a company in which"
        if thing.ent_type_ in ("DATE", "TIME"):
            continue
        if found := named_beside(thing, reader):
            return found
        others = [r for r in reader.actors(thing, places=False) if not (r.person or is_own(r, roles) or is_state(reader, r))]
        firms = [as_resource(r) for r in others if not named or is_firm(r, reader)]
        company = thing.lemma_.lower() in reader.vocab.words("company-nouns")
        goods = reader.resources(thing) if company or not named else []
        if goods and company:  # a share of an oil company is none of oil
            firms = [r if r.entity else replace(r, label=_ARTICLE.sub("", r.mention.text)) for r in map(as_resource, others)]
        elif not named:
            firms = goods or firms or reader.things(thing)
        if firms:
            roles.used.add(thing.i)
            return firms
    return []


def _unknown(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """What is handed over, held, made or wanted, although no vocabulary knows it; a cue that asks for a kind takes no other.

    Where the object is a sum, or belongs to the idiom ("put $11 billion into mills", "approved a loan for the plant"), it is what
    the money is for.
    """
    objects = filled.get("obj", ())
    works = any(t.lemma_.lower() in reader.vocab.words("asset-nouns") for t in objects)
    if cue.relation not in _OF_WHATEVER or (cue.object_kinds and cue.object_kinds != {MONEY} and not works):
        return []
    rights = reader.vocab.words("licensing-nouns")  # no licence, which is a thing of its own
    for right in (t for t in objects if t.lemma_.lower() in rights and not reader.things(t)):
        acts = (c for c in right.rights if c.dep_ in ("acl", "relcl") and c.tag_ == "VB")  # "the rights to explore four blocks"
        inside = [t for act in acts for t in verb_slots(act).get("obj", ())]
        if found := next((r for t in inside if (r := reader.resources(t) or reader.things(t))), []):
            return found
    money = bool(cue.object_lemmas) or any(map(is_sum, objects)) or cue.object_kinds == {MONEY}
    last = cue.words[-1] if cue.pos == "verb" and len(cue.words) > 2 else ""
    if last in cue.frame.resource:
        order: tuple[str, ...] = (last,)
    else:
        order = ("obj",) if not money and cue.pos == "verb" and "obj" in cue.frame.resource else PURPOSES
    for slot in order:
        if slot in cue.frame.resource:
            if found := [r for t in filled.get(slot, ()) if not is_sum(t) for r in reader.things(t)]:
                return found
    # "took delivery of six batteries", "is looking for a buyer for its refinery"
    words = ("for", "of") if cue.frame.id == "frame/tender" else ("of",)
    inside = [u for t in objects if cue.object_lemmas for u in under_of(t, words)]
    named = [r for u in inside if cue.frame.id == "frame/tender" for r in reader.resources(u)]
    return named or [r for u in inside for r in reader.things(u)]


def _bettered(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """What money is spent to build or to better: "will invest $1 billion to expand its mine"."""
    if cue.relation != "invest" or cue.pos != "verb":
        return []
    aims = [c for c in token.children if c.dep_ in ("advcl", "xcomp") and infinitive(c) and c.i > token.i]
    aims += [
        c for t in filled.get("obj", ()) for c in t.rights if c.dep_ in ("acl", "relcl") and infinitive(c)
    ]  # "a loan to mend it"
    things = [t for aim in aims for t in verb_slots(aim).get("obj", ())]
    return next((r for t in things if (r := reader.resources(t) or reader.things(t))), [])


def _give_things(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> None:
    """What help or a limit consists in: the thing the cue names ("gave asylum", "froze assets") or implies ("armed the rebels")."""
    if cue.implies_resource and not roles.resources:
        thing = next(iter(filled.get("obj", ())), token) if cue.relation in ("need", "supply") else token  # "restored power"
        label = reader.vocab.resources[cue.implies_resource].label
        roles.resources = [replace(reader.block.referent(thing), kind=Kind.RESOURCE, term=cue.implies_resource, label=label)]
        return
    if not roles.resources and cue.pos == "noun" and token.lemma_.lower() in reader.vocab.words("paper-help"):
        roles.resources = [replace(reader.block.referent(token), kind=Kind.RESOURCE, term=None, entity=None, label=token.lower_)]
        return  # "was given a grant of $2 million": it is what is given
    help_nouns, lemma = reader.vocab.words("help-nouns"), token.lemma_.lower()
    given = next((n for n in (lemma, f"{lemma}ing", f"{lemma}ment") if n in help_nouns), "") if cue.pos == "verb" else ""
    if given and cue.relation == "aid" and filled.get("obj") and not roles.resources:  # "trained the police"
        roles.resources = [replace(reader.block.referent(token), kind=Kind.RESOURCE, term=None, entity=None, label=given)]
        return
    named = help_nouns & cue.object_lemmas if cue.pos == "verb" else frozenset()
    if cue.relation == "sanction" and cue.pos == "verb" and not roles.resources:
        # "revoked the broadcaster's licence": what is taken away is a thing of its own where it is for no goods
        papers = reader.vocab.words("withdrawn-nouns") & cue.object_lemmas
        roles.resources = [r for t in filled.get("obj", ()) if t.lemma_.lower() in papers for r in worded(t, reader)]
    if roles.resources:
        named -= reader.vocab.words("flow-nouns")  # "suspended trade in grain"
    for thing in (t for t in filled.get("obj", ()) if t.lemma_.lower() in named):
        roles.resources = [replace(reader.block.referent(thing), kind=Kind.RESOURCE, term=None, entity=None, label=thing.lower_)]


def is_own(referent: Referent, roles: Roles) -> bool:
    """Is it one of the actors, or a pronoun for one ("expressed its support")?"""
    spans = {referent.mention.span, referent.mention.antecedent.span if referent.mention.antecedent else None}
    return any(r.mention.span in spans or (r.entity and r.entity == referent.entity) for r in roles.actors)
