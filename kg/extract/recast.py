"""What a cue says in the light of its roles: several who make something together cooperate, what is supplied free is aid."""

from __future__ import annotations

from kg.extract.arguments import Slots, slots
from kg.extract.conditions import acts_in
from kg.extract.context import Context
from kg.extract.gifts import given, gratis, sold
from kg.extract.governor import infinitive
from kg.extract.lands import is_state
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.extract.words import ARMS
from kg.model import Mode
from kg.vocab import Cue

# Acts that are the common work of those who do them with each other; force and sanctions by two are an act of each.
_MAKING = frozenset({"produce", "invest"})
_WORKS = _MAKING | {"mobilize", "supply", "acquire", "aid"}
_MONEY = frozenset({"resource/money"})
# What a state may itself sell to a firm.
_RAW = frozenset({"resource/minerals", "resource/metals", "resource/energy", "resource/food", "resource/natural-resources"})
_BUILT = "resource/infrastructure"
# What one does who accepts.
_ACCEPTED = frozenset({"concede", "consult", "agree", "support", "retreat", "other"})


def recast(token: Token, cue: Cue, filled: Slots, roles: Roles, reader: Reader) -> str:
    """What is brought forth with a partner, or jointly by several ("to build a joint refinery"), is cooperation.

    What is supplied free is aid; a politician who attacks another does so in words.
    """
    if cue.relation == "supply" and (gratis(token, filled, reader) or given(token, filled, roles, reader)):
        return "aid"
    if cue.relation in ("supply", "produce"):
        _by_contractor(token, cue.relation, roles, reader)
    if cue.relation == "aid" and sold(token, filled, roles, reader):
        return "supply"
    if cue.relation == "acquire" and (others := _raised_for(token, filled, roles, reader)):
        roles.targets = others
        return "aid"
    if cue.relation == "value" and _foreseen(cue, filled, reader):
        return "produce"
    if cue.frame.id == "frame/reprice" and (sellers := _caps(token, filled, roles, reader)):
        roles.targets = sellers
        return "sanction"
    if cue.relation == "coerce" and _disarms(token, filled, roles, reader):
        return "retreat"
    if cue.relation == "invest" and _on_easy_terms(token, filled, roles, reader):
        return "aid"
    if cue.relation == "coerce" and cue.pos == "verb" and _with_arms_of_war(cue, token, filled, reader):
        return "assault"
    if cue.relation == "request" and (_sent_out(token, roles, reader) or _shut(token, roles, reader)):
        return "coerce"
    if cue.relation == "possess" and _by_making(token, filled, reader):
        return "produce"
    if cue.relation == "assault" and cue.pos == "noun" and roles.actors and _strikers(token, roles, reader):
        return "protest"
    if cue.relation == "assault" and roles.actors and _searches(token, filled, roles, reader):
        return "coerce"
    if cue.relation == "assault" and _by_keyboard(token, filled, reader):
        return "coerce"
    if cue.relation == "assault" and not roles.targets and _into_the_open(token, filled, roles, reader):
        return "mobilize"
    if cue.relation == "mobilize" and _warded_off(token, roles, reader):
        return "assault"
    if cue.relation == "retreat" and _destroys_theirs(token, roles, reader):
        return "assault"
    persons = all(r.person and not r.plural for r in (*roles.actors, *roles.targets))
    if token.lemma_ in reader.lexicon.words("verbal-attacks") and roles.targets and persons:
        return "accuse"
    if cue.relation == "invest" and cue.pos == "noun" and _borrowed(token, filled, roles, reader):
        return "agree"
    if cue.relation == "agree" and _takes_up(token, filled, roles, reader):
        return "acquire"
    return "cooperate" if _in_common(token, cue, filled, roles, reader) else cue.relation


def _in_common(token: Token, cue: Cue, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """Is it done with a partner, or jointly by several? Then one acts, and the others are the targets."""
    partners = [r for r in _partners(token, filled, reader) if not is_own(r, roles)] if cue.relation in _WORKS else []
    if partners and roles.actors:
        roles.targets = partners
        return True
    together = (jointly(token, filled, reader) and not _summed(filled, reader)) or _on_one_works(cue, token, roles, reader)
    drill = _drills(cue, token, filled, reader)
    beside = any(reader.actors(t) or reader.owners(t) for t in filled.get("with", ()))  # no plant "with a capacity of 9 tonnes"
    partner = beside and bool(roles.targets) and (drill or cue.relation in _MAKING)
    sides = {reader.discourse.side(r) for r in roles.actors}
    drill = drill and (partner or not roles.targets) and len(sides) > 1  # one's army and navy are one side
    third = cue.relation in ("supply", "acquire") and bool(roles.targets)  # "jointly ordered six systems from Diehl"
    several = len(roles.actors) > 1 and (drill or (together and cue.relation in _WORKS and not third))
    addressed = together and bool(roles.targets) and cue.relation in _MAKING
    if several and (together or not roles.targets):
        roles.actors, roles.targets = roles.actors[:1], roles.actors[1:]
    return partner or several or addressed


def _raised_for(token: Token, filled: Slots, roles: Roles, reader: Reader) -> list[Referent]:
    """For which people in need, relief body or land money is raised, not for oneself: "raised $2 million for flood victims"."""
    money = any(reader.vocab.is_kind(r.term or "", _MONEY) for r in roles.resources)
    if token.pos_ != "VERB" or not money or token.lemma_.lower() not in reader.lexicon.words("fundraising-verbs"):
        return []
    whom = (*filled.get("for", ()), *(t for o in filled.get("obj", ()) for t in under_of(o, ("for",))))
    found = [r for t in whom for r in reader.actors(t) if not is_own(r, roles)]
    return [r for r in found if r.kind is Kind.PLACE or is_state(reader, r) or acts_in(r, reader) in ("CIV", "NGO")]


def _on_easy_terms(token: Token, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """Is a loan none that a bank would make: "an interest-free loan", "lend on favourable terms", whatever the IMF lends?"""
    words = reader.lexicon.words
    loans = [t for t in (token, *filled.get("obj", ()), *filled.get("on", ())) if t.lemma_.lower() in words("loan-words")]
    soft = any(c.lower_ in words("soft-adjectives") for t in loans for c in t.children)
    known = [e for r in roles.actors if (e := reader.vocab.entities.get(r.entity or ""))]
    rescue = bool(known) and len(known) == len(roles.actors) and all(e.label.lower() in words("rescue-lenders") for e in known)
    if (soft or rescue) and not roles.resources:
        roles.resources = next((r for t in loans if (r := reader.resources(t))), [])
    return soft or rescue


def _borrowed(loan: Token, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """Is a loan agreed with who lends it, and no common work: "signed a loan with the World Bank"?"""
    return loan.lemma_.lower() in reader.lexicon.words("loan-words") and bool(filled.get("with") and roles.targets)


def _takes_up(token: Token, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """Is a thing accepted that another offers: "accepted Chad's offer of wheat"? Then it comes from him."""
    offers = [t for t in filled.get("obj", ()) if t.lemma_ in reader.lexicon.words("offer-nouns")]
    if token.lemma_ not in reader.lexicon.words("taking-up-verbs") or not offers:
        return False
    things = [r for t in offers for u in under_of(t) for r in reader.resources(u)]
    if not things:
        return False
    giving = (u for t in offers for u in under_of(t, ("from", "by")))
    givers = [r for u in (*filled.get("from", ()), *giving) for r in reader.actors(u)]
    givers = givers or [r for t in offers for u in under_of(t) for g in under_of(u, ("from",)) for r in reader.actors(g)]
    roles.targets = givers or [r for r in roles.targets if r.entity or r.kind is Kind.PLACE]
    roles.resources = things
    return True


def _with_arms_of_war(cue: Cue, token: Token, filled: Slots, reader: Reader) -> bool:
    """Do weapons of war destroy or kindle a thing, which is an attack: "drones wrecked a pier", "used rockets to set it ablaze"?"""
    words = reader.lexicon.words
    kindles = not words("fire-words").isdisjoint({cue.words[-1], *cue.object_lemmas})
    if not kindles and token.lemma_.lower() not in words("destroying-verbs"):
        return False
    above = token.head if infinitive(token) and token.dep_ in ("xcomp", "advcl") else None
    wielded = slots(above).get("obj", ()) if above is not None and above.lemma_.lower() in words("using-verbs") else ()
    doers = [t for slot in ("subj", "by", "with") for t in filled.get(slot, ())]
    strikes = (t for t in doers if t.lemma_.lower() in words("strikes"))
    before = [c for t in strikes for c in t.children if c.dep_ in ("compound", "amod")]
    by_air = any(c.lower_ in words("striking-arms") or c.ent_type_ == "NORP" for c in before)  # "Russian strikes wrecked a plant"
    return by_air or any(t.lemma_.lower() in words("arms-of-war") for t in (*doers, *wielded))


def _sent_out(token: Token, roles: Roles, reader: Reader) -> bool:
    """Is it expulsion what others are told: "gave the diplomats a week to leave the country"? One's own are only warned."""
    words, side = reader.lexicon.words, reader.discourse.side
    own = {side(r) for r in roles.actors}
    if token.lemma_.lower() not in words("ordering-verbs") or not roles.targets or any(side(r) in own for r in roles.targets):
        return False
    leaving = (c for c in token.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.lemma_.lower() in words("departing-verbs"))
    grounds = words("own-lands")
    return any(g.dep_ == "dobj" and g.lemma_.lower() in grounds for c in leaving for g in c.children)


def _shut(token: Token, roles: Roles, reader: Reader) -> bool:
    """Do authorities order others to close, who so are closed: "ordered all bars to shut at ten"?"""
    words = reader.lexicon.words
    power = bool(roles.actors) and all(acts_in(r, reader) in ("GOV", "MIL", "REB", "IGO") for r in roles.actors)
    if not power or token.lemma_.lower() not in words("decreeing-verbs") or token.pos_ != "VERB":
        return False
    closing = (c for c in token.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.lemma_.lower() in words("closing-acts"))
    return any(infinitive(c) and not any(g.dep_ == "dobj" for g in c.children) for c in closing)


def _by_making(token: Token, filled: Slots, reader: Reader) -> bool:
    """Is it by what is made of it that a thing is shared out: "accounts for half of the world's mined tin"?"""
    if token.pos_ != "VERB" or not filled.get("for"):
        return False
    for share in filled["for"]:
        for thing in (share, *under_of(share)):
            near = (c for c in thing.children if c.dep_ == "amod" and c.tag_ == "VBN")
            if any(reader.vocab.evokes("verb", c.lemma_, ("produce",)) for c in near):
                return True
    return False


def _strikers(token: Token, roles: Roles, reader: Reader) -> bool:
    """Do people at work strike, who use no force: "unions begin a strike against the president"?"""
    civil = all(acts_in(r, reader) == "CIV" for r in roles.actors)
    return civil and reader.vocab.evokes("noun", token.lemma_, ("protest",))


def _searches(token: Token, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """Is it the police who raid, and so search and arrest: "police carried out raids in four towns"?"""
    words = reader.lexicon.words
    raids = any(t.lemma_.lower() in words("searching-nouns") for t in (token, *filled.get("obj", ())))
    return raids and all(r.mention.head in words("law-officers") for r in roles.actors)


def _by_keyboard(token: Token, filled: Slots, reader: Reader) -> bool:
    """Is it an attack on computers, or by fire: "carried out a cyber attack on the grid", "staged an arson attack"?"""
    raids = (token, *filled.get("obj", ()))
    bloodless = reader.lexicon.words("bloodless-attacks")
    return any(
        c.lower_ in bloodless for t in raids if t.pos_ == "NOUN" for c in t.children if c.dep_ in ("compound", "amod", "nmod")
    )


def turned(token: Token, relation: str, filled: Slots, context: Context, reader: Reader) -> str:
    """Who will not accept what is put to him rejects it: "refused to accept the terms". Who vows revenge threatens."""
    words, verb = reader.lexicon.words, token.lemma_.lower()
    if context.mode in (Mode.PROMISED, Mode.PLANNED) and relation == "assault":
        revenge = any(t.lemma_.lower() in words("revenge-nouns") for t in filled.get("obj", ()))
        return "threaten" if revenge or verb in words("revenge-verbs") else relation
    nobody = any(c.dep_ == "det" and c.lower_ == "no" for t in filled.get("subj", ()) for c in t.children)
    things = [*filled.get("obj", ()), *filled.get("with", ())]
    if (
        relation == "aid"
        and context.denied
        and verb in words("handing-verbs")
        and any(reader.vocab.calls(t.lemma_, ARMS) for t in things)
    ):
        return "supply"  # who denies having sent arms says nothing of a gift
    refuses = context.negated and context.mode in (Mode.DONE, Mode.REFUSED, Mode.HEDGED) and relation in _ACCEPTED and not nobody
    if not refuses or token.pos_ != "VERB" or not filled.get("obj") or verb not in words("accepting-verbs"):
        return relation
    context.mode, context.negated = Mode.DONE, False
    return "reject"


def _foreseen(cue: Cue, filled: Slots, reader: Reader) -> bool:
    """Is a forecast one of how much is made, and of no price: "trimmed its forecast for palladium output"?"""
    made = reader.lexicon.words("output-nouns")
    views = [t for t in filled.get("obj", ()) if t.lemma_.lower() in cue.object_lemmas]
    inside = (c for t in views for c in (*(k for k in t.children if k.dep_ == "compound"), *under_of(t, ("for", "of"))))
    beside = filled.get("for", ()) if views else ()
    return any(c.lemma_.lower() in made for c in (*inside, *beside))


def _caps(token: Token, filled: Slots, roles: Roles, reader: Reader) -> list[Referent]:
    """Whose goods others let nobody pay more for, which is a limit on his trade: "capped the price of Russian oil"."""
    if token.lemma_.lower() not in reader.lexicon.words("capping-verbs"):
        return []
    priced = [u for t in filled.get("obj", ()) for u in (t, *under_of(t, ("of", "for", "on")))]
    own = {reader.discourse.side(r) for r in roles.actors}
    found = next((whose for t in priced if (whose := reader.owners(t, places=False))), [])
    return [r for r in found if reader.discourse.side(r) and reader.discourse.side(r) not in own] if roles.actors else []


def _disarms(token: Token, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """Who disarms his own, or destroys arms of his own, lays them down: "the fighters burned their rifles"."""
    disarming = token.lemma_.lower() in reader.lexicon.words("disarming-verbs")
    if not disarming and token.lemma_.lower() not in reader.lexicon.words("destroying-verbs"):
        return False
    own = any(is_own(r, roles) for t in filled.get("obj-poss", ()) if t.tag_ == "PRP$" for r in reader.actors(t))
    if not own or not (disarming or any(reader.vocab.is_kind(r.term or "", ARMS) for r in roles.resources)):
        return False
    roles.targets = []
    return True


def _into_the_open(token: Token, filled: Slots, roles: Roles, reader: Reader) -> bool:
    """Missiles that hit nobody show strength: "lobbed two rockets into the sea", "fired a missile that flew 600 km"."""
    if token.dep_ == "acl" or token.lemma_.lower() not in reader.lexicon.words("launching-verbs"):
        return False
    if any(c.dep_ in ("prt", "advmod", "prep") and c.lower_ == "down" for c in token.children):
        return False  # what is shot down is no missile fired
    fired = roles.resources or [r for t in filled.get("obj", ()) for r in reader.resources(t)]
    if not any(reader.vocab.is_kind(r.term or "", ARMS) for r in fired):
        return False
    aimed = [t for slot in ("at", "on", "against", "into", "toward", "towards", "over", "in") for t in filled.get(slot, ())]
    open_space = reader.lexicon.words("open-spaces")
    if not all(t.ent_type_ in ("DATE", "TIME") or {t.lemma_.lower(), *(c.lower_ for c in t.lefts)} & open_space for t in aimed):
        return False
    roles.resources = fired
    return True


def _warded_off(token: Token, roles: Roles, reader: Reader) -> bool:
    """Missiles that somebody had to bring down were fired at him: "Chad shot down two rockets fired by Niger"."""
    weapon = token.head
    if token.dep_ != "acl" or not roles.actors or weapon.dep_ != "dobj":
        return False
    verb = weapon.head
    down = any(c.dep_ in ("prt", "advmod") and c.lower_ == "down" for c in verb.children)
    if not down and verb.lemma_.lower() not in reader.lexicon.words("intercepting-verbs"):
        return False
    bringing = slots(verb).get("subj", [])
    if not bringing and verb.dep_ == "xcomp":  # "claimed to have shot down …"
        bringing = slots(verb.head).get("subj", [])
    roles.targets = [r for t in bringing for r in reader.actors(t) if not is_own(r, roles)]
    roles.resources = []
    return bool(roles.targets)


def _destroys_theirs(token: Token, roles: Roles, reader: Reader) -> bool:
    """Who destroys what another has gives up nothing of his own: "to destroy Chad's nuclear programme"."""
    destroys = token.lemma_.lower() in reader.lexicon.words("destroying-verbs")
    side = reader.discourse.side
    own = {side(r) for r in roles.actors}
    return destroys and bool(roles.actors and roles.targets) and all(side(r) not in own for r in roles.targets)


def _partners(token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """With whom somebody acts: "Eni, in partnership with Total, will drill off Cyprus"."""
    nouns = reader.lexicon.words("partnership-nouns")
    beside = [t for s in filled.get("subj", ()) for t in under_of(s, ("in",))]
    shared = [t for t in (*filled.get("in", ()), *beside) if t.lemma_.lower() in nouns]
    return [r for t in shared for w in under_of(t, ("with",)) for r in reader.actors(w)]


def jointly(token: Token, filled: Slots, reader: Reader) -> bool:
    """Is an act done together, by an adverb or an adjective on it or on its object: "jointly", "side by side", "a joint patrol"?"""
    joint = reader.lexicon.words("joint")
    verbs = (t for t in token.ancestors if t.pos_ == "VERB")
    above = next(verbs, None) if token.pos_ == "NOUN" else None  # "work together on mines"
    spoken = reader.lexicon.words("spoken-things")  # a joint statement is no common work
    beside = [t for t in (token, above, *filled.get("obj", ())) if t is not None and t.lemma_.lower() not in spoken]
    if any(c.lower_ in joint for t in beside for c in t.children if c.dep_ in ("advmod", "amod", "oprd", "acomp")):
        return True
    if any(
        c.lower_ in joint and c.dep_ == "advmod" and c.head.head == token for p in token.rights if p.dep_ == "prep" for c in p.lefts
    ):
        return True  # "assemble helicopters | together in Karnataka"
    twice = (
        c
        for c in token.children
        if c.dep_ in ("npadvmod", "advmod", "dobj", "dep") and c.lower_ in reader.lexicon.words("joint-pairs")
    )
    return any(g.lower_ == c.lower_ for c in twice for g in c.subtree if g.i > c.i)


def _summed(filled: Slots, reader: Reader) -> bool:
    """Is it only what several come to in sum, each by itself: "which together grow more than half of the world's cocoa"?"""
    return any(t.lemma_.lower() in reader.lexicon.words("share-nouns") and under_of(t) for t in filled.get("obj", ()))


def _on_one_works(cue: Cue, token: Token, roles: Roles, reader: Reader) -> bool:
    """Do several states build or open a single works: "Serbia and Hungary are building a pipeline", not "each a pipeline"?"""
    if cue.relation != "produce" or cue.pos != "verb" or token.lemma_.lower() not in reader.lexicon.words("founding-verbs"):
        return False
    sides = {reader.discourse.side(r) for r in roles.actors}
    one = roles.resources and all(not r.plural and reader.vocab.is_kind(r.term or "", {_BUILT}) for r in roles.resources)
    each = any(c.lower_ == "each" for c in token.subtree)
    return bool(one) and len(sides) > 1 and None not in sides and not each


def _drills(cue: Cue, token: Token, filled: Slots, reader: Reader) -> bool:
    """Is it an exercise of forces, which by one alone raises them, and by two is their common work?"""
    drills = reader.lexicon.words("drill-nouns")
    return cue.relation == "mobilize" and any(t.lemma_.lower() in drills for t in (token, *filled.get("obj", ())))


def _by_contractor(token: Token, relation: str, roles: Roles, reader: Reader) -> None:
    """Of a state and a firm with a contract the firm delivers: "Egypt signed a contract with Alstom to supply trains"."""
    paper = token.dep_ == "acl" and token.tag_ == "VB" and token.head.lemma_.lower() == "contract"
    if not paper or not roles.resources or any(reader.vocab.is_kind(r.term or "", _RAW) for r in roles.resources):
        return
    firms = [r for t in slots(token.head).get("with", ()) for r in reader.actors(t, places=False)]
    sold = bool(firms) and all(acts_in(r, reader) == "COM" for r in firms)
    if sold and roles.actors and all(acts_in(r, reader) in ("GOV", "MIL") for r in roles.actors):
        roles.actors, roles.targets = firms, roles.actors if relation == "supply" else roles.targets
