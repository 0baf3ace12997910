"""Who sells, who buys and where money goes, where no slot of the predicate says so."""

from __future__ import annotations

from kg.extract.arguments import Slots, verb_slots
from kg.extract.conditions import acts_in
from kg.extract.ground import state_where
from kg.extract.lands import is_state
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.vocab import Cue

_SITES = frozenset({"in", "near", "at", "off", "across", "outside", "through"})


def behind(slot: str, token: Token, cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """Whose that is from which one buys or takes: "took it from its Chinese owner", "buys graphite from a mine in Mozambique".

    The other members of a body are the body: "warned Chad and other African Union members".
    """
    if token.dep_ == "conj" and token.tag_ == "NNS" and token.lemma_.lower() in reader.vocab.words("member-nouns"):
        return [r for c in token.lefts if c.dep_ in ("compound", "nmod") for r in reader.named(c)]
    if slot == "from" and cue.relation == "retreat" and not any(c.tag_ == "PRP$" for c in token.children):
        return reader.owners(token, near=True)  # "the withdrawal of Russian forces from Syria's base"
    if slot != "from" or cue.relation not in ("acquire", "seize") or token.pos_ != "NOUN":
        return []
    people = [r for c in token.children if c.dep_ == "amod" for r in reader.named(c)]
    inside = (*under_of(token, ("in",)), *filled.get("in", ()))
    return people or reader.owners(token, near=True) or [r for t in inside for r in reader.actors(t)]


def bound_for(noun: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Where a cargo goes: "a shipment of ore left for China", "the first consignment has arrived in Kenya"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head  # "a convoy of 20 trucks loaded with flour"
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_.lower() not in reader.vocab.words("carrying-verbs"):
        return []
    filled = verb_slots(verb)
    places = [t for slot in ("to", "for", "in", "at", "into", "obj") for t in filled.get(slot, ())]
    return next((who for t in places if (who := [r for r in reader.actors(t) if not is_own(r, roles)])), [])


def customers(cue: Cue, noun: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose supplier or customer somebody of another state is: "Russia becomes China's biggest supplier of oil"."""
    if (
        cue.pos != "noun"
        or cue.relation not in ("supply", "acquire")
        or noun.lemma_.lower() not in reader.vocab.words("trader-nouns")
    ):
        return []
    side = reader.discourse.side
    own = {side(r) for r in roles.actors}
    whose = [r for c in noun.children if c.dep_ == "poss" for r in reader.actors(c)]
    return [r for r in whose if own and None not in own and side(r) not in {*own, None}]


def barred_way(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Where goods may not go, or whence not, where the flow stands deep: "prolonged the ban on exports of arms to Belarus"."""
    flows = reader.vocab.words("flow-nouns")
    nouns = [t for slot in ("obj", "on", "of", "to") for t in filled.get(slot, ())]
    nouns += [inner for t in nouns for inner in under_of(t, ("on", "of"))]
    for flow in (t for t in nouns if t.pos_ == "NOUN" and t.lemma_.lower() in flows):
        for noun in (flow, *under_of(flow)):
            ends = (r for t in under_of(noun, ("to", "from")) for r in reader.actors(t))
            if found := [r for r in ends if not is_own(r, roles)]:
                return found
    return next((two for t in nouns if (two := _other_end(t, reader, roles) or _users(t, reader, roles))), [])


def _users(usage: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Who may not use a thing any more: "banned the use of cameras by police"."""
    if usage.lemma_.lower() not in reader.vocab.words("usage-nouns"):
        return []
    by = (w for t in usage.subtree if t.lower_ == "by" and t.dep_ in ("prep", "agent") for w in t.children if w.dep_ == "pobj")
    return next((who for t in by if (who := [r for r in reader.actors(t, places=False) if not is_own(r, roles)])), [])


def _other_end(flow: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Where a flow goes that one limits at one end: "suspended travel between it and Iran", "flights between Lyon and Oran"."""
    own = {reader.discourse.side(r) for r in roles.actors} - {None}
    ends = [r for t in under_of(flow, ("between",)) for e in (t, *t.conjuncts) for r in reader.actors(e)]
    others = [r for r in ends if not is_own(r, roles) and (state_where(r, reader) or reader.discourse.side(r)) not in own]
    return others if own and len(others) < len(ends) else []


def supplied(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Of whose need a share is supplied: "supplies a third of Austria's gas"."""
    shares = reader.vocab.words("share-nouns|partitives")
    for share in (t for t in (filled.get("obj") or filled.get("subj") or []) if t.lemma_.lower() in shares):
        for thing in under_of(share):
            used = [c for c in thing.children if c.dep_ == "acl" and c.lemma_.lower() in reader.vocab.words("consuming-verbs")]
            users = [t for c in used for s in ("subj", "in", "at") for t in verb_slots(c).get(s, ())]  # "the tea drunk in Pakistan"
            if found := next((who for t in users if (who := reader.actors(t) or reader.owners(t))), []):
                return found
            owners = [r for c in thing.children if c.dep_ == "poss" for r in reader.actors(c)]
            if found := [r for r in owners if not is_own(r, roles)]:
                return found
    return []


def got_from(cue: Cue, act: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """From whom one gets what a noun of buying says, or much of a thing: "got its imports from Peru", "much of it from Mali"."""
    if cue.relation != "acquire":
        return []
    behind: list[Token] = []
    if cue.pos == "noun":
        top = act
        while top.dep_ == "pobj" and top.head.lower_ == "of":
            top = top.head.head  # "two fifths of its imports"
        if top.dep_ == "dobj" and reader.vocab.evokes("verb", top.head.lemma_, ("acquire",)):
            behind += verb_slots(top.head).get("from", ())
    shares = reader.vocab.words("partitives|share-nouns")
    for part in (
        c for t in filled.get("obj", ()) for c in t.subtree if c.i > t.i and c.lemma_.lower() in shares and c.dep_ != "pobj"
    ):
        behind += under_of(part, ("from",))
    return [r for t in behind for r in reader.actors(t) or reader.owners(t) if not is_own(r, roles)]


def left_over(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """To whom one sells what one does not use: "has to sell the power that it does not need to Brazil"."""
    if cue.relation != "supply" or cue.pos != "verb":
        return []
    spending = reader.vocab.words("consuming-verbs")
    clauses = (c for t in filled.get("obj", ()) for c in t.children if c.dep_ == "relcl" and c.lemma_.lower() in spending)
    ends = (t for c in clauses for t in verb_slots(c).get("to", ()))
    return next((who for t in ends if (who := [r for r in reader.actors(t) if not is_own(r, roles)])), [])


def supplier(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Of whom somebody needs a thing: "needs Russia's gas", "lacks American parts"; not whose people he lacks."""
    own = {reader.discourse.side(r) for r in roles.actors} - {None}
    for thing in (u for s in ("obj", "of", "for") for t in filled.get(s, ()) for u in (t, *under_of(t))):
        if not reader.resources(thing):
            continue
        whose = (c for c in thing.children if c.dep_ in ("poss", "amod") and c.tag_ != "PRP$")
        found = [r for c in whose for r in (reader.actors(c) if c.dep_ == "poss" else reader.named(c))]
        if others := [r for r in found if not is_own(r, roles) and (side := reader.discourse.side(r)) and side not in own]:
            return others
    return []


def bought(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose a company is that is bought or taken over, where no seller is named: its owner's ("bought Newcrest of Australia").

    Who pays for a firm, or for a share in one, gets it of that firm: "paid $80 million for a slice of Orlo Metals".
    """
    for company in (r for r in roles.resources if r.term is None and r.mention.name):
        for token in (t for o in (*filled.get("obj", ()), *filled.get("of", ())) for t in o.subtree):
            if reader.block.referent(token).mention.span == company.mention.span:
                return reader.holders(token)
    for paid in filled.get("for", ()):
        for token in (paid, *under_of(paid, ("in", "of"))):
            if firms := [r for r in reader.actors(token, False) if acts_in(r, reader) == "COM" and not is_own(r, roles)]:
                return firms
    return []


def sited(token: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """In whose land money is put: "is putting $2 billion into an expansion of its mine in Zambia"."""
    own = {reader.discourse.side(r) for r in roles.actors} - {None}
    for word in token.rights if token.pos_ == "VERB" else token.children:
        for place in word.subtree:
            if place.dep_ == "pobj" and place.head.lower_ in _SITES and place.pos_ == "PROPN":
                found = [r for r in reader.actors(place) if (state_where(r, reader) or reader.discourse.side(r)) not in own]
                if found and all(r.kind is Kind.PLACE or is_state(reader, r) for r in found):
                    return found
    return []
