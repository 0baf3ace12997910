"""Whether a word is used in the sense of its relation, or in one that is no claim: a manner of speaking, an accident, a sport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.governor import infinitive
from kg.extract.leaving import only_leaves, private
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent, of_sector
from kg.extract.mere import merely
from kg.extract.mishaps import blind, consumed_by_fire, no_retreat, of_nature, precaution, unmeant
from kg.extract.sayings import said_idly
from kg.extract.sport import sporting
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import ActorType, Mode, Sector

if TYPE_CHECKING:
    from kg.extract.found import Found

_SIDES = 2
# What prices and traders are said to do without any force.
_OF_THE_MARKET = frozenset({"retreat", "seize", "mobilize", "assault", "concede"})
_ARMED = frozenset({Sector.MIL, Sector.REB})
# What a storm may be said to do that is no act.
_BY_FORCE = frozenset({"sanction", "seize", "supply", "aid", "retreat", "concede", "request"})
# Relations whose thing tells whether they are news.
_OF_GOODS = frozenset({"supply", "acquire", "possess", "need", "produce", "invest"})
# Kinds of goods that anybody may sell or buy.
_PERSONAL = frozenset({"resource/trade-goods"})


def only_reason(found: Found, lexicon: Lexicon) -> bool:
    """Is a price only what people march about: "protests over rising prices of bread"?"""
    noun = found.token
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or noun.head.lower_ not in ("over", "against", "at"):
        return False
    above = noun.head.head
    doers = [above, *(c for c in above.lefts if c.dep_ in ("nsubj", "nsubjpass"))]
    return any(lexicon.vocab.evokes("noun" if t.pos_ == "NOUN" else "verb", t.lemma_.lower(), ("protest",)) for t in doers)


def no_news(found: Found, violent: set[int], lexicon: Lexicon) -> bool:
    """Is the word used in a sense that is no claim of its relation?"""
    if merely(found, lexicon):
        return True
    return _other_sense(found, lexicon) or _no_force(found, violent, lexicon) or said_idly(found, lexicon)


def sits(found: Found, lexicon: Lexicon) -> bool:
    """Do the members of one body meet among themselves: "the Security Council met", "EU leaders hold a summit"?"""
    entities, names = lexicon.vocab.entities, lexicon.vocab.names
    verb = found.token.lemma_.lower()
    if found.token.pos_ != "VERB" or verb not in lexicon.words("sitting-verbs") or is_passive(found.token):
        return False
    if found.token.dep_ == "advcl":
        return False  # "oil near low as OPEC meets": only the occasion

    def body(referent: Referent) -> bool:
        owners = [s.actor for o in referent.mention.owners[:1] for s in names.get(o, ())[:1]] if referent.plural else []
        known = [e for i in (referent.entity, *owners) if (e := entities.get(i or ""))]
        return any(e.type is ActorType.INTERNATIONAL for e in known)

    return len(found.roles.actors) == 1 and body(found.roles.actors[0])


def _other_sense(found: Found, lexicon: Lexicon) -> bool:
    """Is it a deal, talk, grant, charge or departure in another sense than that of the news?"""
    roles, relation = found.roles, found.relation
    if relation == "concede" and found.context.purpose:
        return True  # "resigned to allow elections": what an act makes possible nobody grants
    if relation == "threaten" and of_nature(found, lexicon):
        return True  # a blizzard warning threatens nobody
    listed = found.token.dep_ == "conj" and found.token.head.pos_ == "NOUN"
    if (found.token.pos_ == "NOUN" or found.token.dep_ == "pcomp" or listed) and _charged(found, lexicon):
        return True  # "arrested on suspicion of murder": what somebody is charged with has its claim in the charge
    if relation in _OF_GOODS and (_unnewsworthy(found, lexicon) or _conveys(found, lexicon)):
        return True
    ruled = any(r.mention.head in lexicon.words("court-nouns") for r in roles.actors)
    asked = [] if relation != "request" or (roles.targets and not ruled) else (roles.targets or roles.actors)
    if asked and all(private(r, lexicon) for r in asked):
        return True  # "the pilot requested permission to land", "ordered the footballer to return a yacht"
    moved = found.cue is not None and "subj" in found.cue.frame.resource  # "aid trucks entered the town"
    if relation in _BY_FORCE and not roles.actors and not moved and blind(found, lexicon):
        return True  # "heavy snow cut power to 40,000 homes"
    habit = relation in ("acquire", "supply") and found.token.tag_ == "VBP"  # "rules for firms that buy bonds"
    if found.token.dep_ == "relcl" and (relation in ("support", "reject", "need", "possess") or habit) and _any_such(found):
        return True
    if relation == "accuse" and found.token.dep_ == "relcl" and not roles.actors and _whoever(found.token.head, found.token):
        return True  # "sends back people who were accused of crimes"
    if relation == "agree" and found.token.pos_ == "NOUN" and _unshared(found):
        return True
    bare = not (roles.targets or roles.resources or found.content)
    if relation == "consult" and bare and not idiomatic(found) and not sits(found, lexicon):
        return True
    if relation == "consult" and _whoever_visits(found):
        return True
    if relation == "consult" and _approaches(found, lexicon):
        return True
    if relation == "consult" and roles.targets and all(_of_press(r, lexicon) for r in roles.targets):
        return True  # who speaks to the press says something, and consults nobody
    if relation in _OF_THE_MARKET and _traded(found, lexicon):
        return True
    if relation == "support" and _rated(found, lexicon):
        return True
    if relation == "retreat" and only_leaves(found, lexicon):
        return True
    if relation == "request" and _enquires(found, lexicon):
        return True
    pictured = lexicon.words("pictured-things") if relation == "seize" else frozenset()
    if any(t.lemma_.lower() in pictured for t in found.filled.get("obj", ())):
        return True  # "tourists captured video of the crash"
    # "I work with my husband"
    alone = roles.targets and not any(map(_has_standing, roles.targets))
    return relation == "cooperate" and found.token.pos_ == "VERB" and bool(alone)


def _no_force(found: Found, violent: set[int], lexicon: Lexicon) -> bool:
    """Is force only a manner of speaking, or nobody's?"""
    relation = found.relation
    averting = lexicon.words("averting-verbs")
    if relation == "assault" and found.token.pos_ == "NOUN" and any(t.lemma_ in averting for t in found.context.consumed):
        return True  # what was warded off or shunned did not come to be
    if relation in ("assault", "coerce") and found.token.pos_ == "VERB" and not violent and blind(found, lexicon):
        return True
    if unmeant(found, violent, lexicon) or precaution(found, lexicon) or no_retreat(found, lexicon):
        return True
    if relation in ("sanction", "threaten", "seize") and found.token.pos_ == "VERB" and blind(found, lexicon):
        return True  # "the cyclone cut power to 40,000 homes, and it threatens Réunion"
    if relation == "coerce" and not found.roles.resources and _thought(found, lexicon):
        return True
    strife = any(t.lemma_.lower() in lexicon.words("strife-nouns") for t in found.filled.get("subj", ()))
    if relation == "coerce" and strife and all(r.kind is Kind.PLACE for r in found.roles.actors):
        return True  # "the fighting in Kivu, which has uprooted a million people"
    if relation == "assault" and any(t.lemma_.lower() in lexicon.words("measure-nouns") for t in _with_what(found, lexicon)):
        return True  # "sanctions targeting Russian firms", "signed an order targeting migrants"
    if relation in ("accuse", "concede") and _probed(found, lexicon):
        return True
    if relation == "aid" and not found.roles.actors and found.token.dep_ == "acl":
        return True  # "a man armed with a knife"
    if relation == "assault" and _outvoted(found, lexicon):
        return True  # "defeated the incumbent"
    if relation == "coerce" and (_outvoted(found, lexicon) or (found.token.pos_ == "VERB" and not _reaches(found))):
        return True
    if relation == "protest" and found.cue is not None and "obj" in found.cue.lacks and is_passive(found.token):
        return True  # "doctors struck by the number of patients" lay down no work
    return relation == "protest" and _campaigns(found, lexicon)


def _approaches(found: Found, lexicon: Lexicon) -> bool:
    """Is it a storm or a fire that comes, and meets nobody: "Hurricane Agatha approaches Mexico"?"""
    forces, actors = lexicon.words("blind-forces"), found.roles.actors
    return bool(actors) and all(forces & {w.lower() for w in r.mention.text.split()} for r in actors)


def _thought(found: Found, lexicon: Lexicon) -> bool:
    """Is what is destroyed no thing: "the scandal destroyed his reputation"?"""
    things = found.filled.get("obj", ())
    destroyed = bool(things) and found.token.lemma_.lower() in lexicon.words("destroying-verbs")
    idiom = found.cue is not None and bool(found.cue.object_lemmas)
    return destroyed and not idiom and all(t.lemma_.lower() in lexicon.words("abstract-nouns") for t in things)


def _unnewsworthy(found: Found, lexicon: Lexicon) -> bool:
    """Is it no thing of states and firms, of a game or a private person: "produced a fine finish", "an actress bought a house"?"""
    roles = found.roles
    if found.relation == "invest" and found.token.pos_ == "VERB":
        given = found.filled.get("obj", ())
        if given and all(t.lemma_.lower() in lexicon.words("inner-goods") for t in given):
            return True
    things = [t for slot in ("obj", "of") for t in found.filled.get(slot, ())]
    if roles.resources and all(not r.term and r.mention.head in lexicon.words("blind-forces") for r in roles.resources):
        return True  # "to gain control of the blaze"
    if consumed_by_fire(found, lexicon):
        return True
    trifles = lexicon.words("art-nouns") | (lexicon.words("personal-needs") if found.relation == "need" else frozenset())
    if any(t.lemma_.lower() in trifles for t in things):
        return True
    personal = not any(_of_states(r, lexicon) for r in roles.resources)
    if not roles.actors:
        return personal and any(t.lemma_ == "auction" for t in found.filled.get("at", ()))
    if personal and all(private(r, lexicon) for r in roles.actors):
        return True
    unknown = not any(r.term or r.entity or r.kind is Kind.PLACE for r in roles.resources)
    return unknown and sporting(found.token, lexicon.vocab)


def _of_states(thing: Referent, lexicon: Lexicon) -> bool:
    """Is it of a kind in which states and firms deal, no house, car or violin?"""
    if thing.entity or thing.kind is Kind.PLACE:
        return True
    return thing.term is not None and not lexicon.vocab.is_kind(thing.term, _PERSONAL)


def _conveys(found: Found, lexicon: Lexicon) -> bool:
    """Is it what a work that somebody builds is for: "build a pipeline to carry fuel to Kampala"? The pipeline carries it."""
    token = found.token
    carries = found.relation == "supply" and token.lemma_.lower() in lexicon.words("conveying-verbs")
    if not carries or token.dep_ not in ("acl", "advcl", "xcomp") or not infinitive(token):
        return False
    return token.head.pos_ == "NOUN" or lexicon.vocab.evokes("verb", token.head.lemma_, ("produce",))


def _whoever(noun: Token, clause: Token) -> bool:
    """Is a noun bare and plural, and the clause behind it part of what it says: "people who …"?"""
    before = [c for c in noun.children if c.i < clause.i]
    bare = noun.tag_ == "NNS" and not any(c.dep_ not in ("relcl", "punct", "amod") for c in before)
    return bare and not any(c.text == "," for c in before)


def _any_such(found: Found) -> bool:
    """Does a relative clause only say of whom one speaks, whoever they are: "no oil for countries that support the war"?"""
    actors = found.roles.actors
    return (
        _whoever(found.token.head, found.token)
        and bool(actors)
        and not any(r.entity or r.mention.name or r.mention.owners for r in actors)
    )


def _traded(found: Found, lexicon: Lexicon) -> bool:
    """Is it a move of the market: "shares surrendered early gains", "traders retreated to the dollar"?"""
    doers = found.filled.get("subj") or found.context.subject
    priced = lexicon.words("price-nouns")
    moved = bool(doers) and all(t.lemma_.lower() in priced for t in doers)
    return moved or (any(t.lemma_.lower() in lexicon.words("market-people") for t in doers) and not found.roles.targets)


def _rated(found: Found, lexicon: Lexicon) -> bool:
    """Is it a shop's or a critic's praise: "analysts at Jefferies back Maersk"? Or does a thing back it?"""
    doers = found.filled.get("subj") or found.context.subject
    takes_no_side = lexicon.words("rating-people|mute-things")
    return bool(doers) and all(t.lemma_.lower() in takes_no_side for t in doers)


def _outvoted(found: Found, lexicon: Lexicon) -> bool:
    """Is somebody driven out by votes or in a game: "ousted the incumbent", "was toppled in the election"?"""
    near = [t.lemma_.lower() for slot in ("in", "at", "by") for t in found.filled.get(slot, ())]
    beaten = (u.lemma_.lower() for t in found.filled.get("obj", ()) for u in (t, *t.lefts))
    driven = found.cue is not None and found.cue.frame.id == "frame/eject"
    seats = lexicon.words("seat-holders")
    return (driven or found.token.lemma_.lower() in lexicon.words("winning-verbs")) and (
        any(w in lexicon.words("poll-nouns") for w in near) or any(w in seats for w in beaten)
    )


def _unshared(found: Found) -> bool:
    """Is a deal named of which neither the other side nor the matter is told: "his son's business deals"?"""
    told = found.roles.targets or found.roles.resources or found.content or found.resumes
    return not told and found.context.mode is Mode.DONE and len(found.roles.actors) < _SIDES


def _enquires(found: Found, lexicon: Lexicon) -> bool:
    """Is it an answer that is asked for, not an act: "asked her about her story", "asked why they had left"?"""
    if found.token.lemma_.lower() not in lexicon.words("enquiring-verbs"):
        return False
    verb = found.token
    clauses = (c for c in verb.children if c.dep_ in ("ccomp", "advcl"))
    asked = any(g.tag_ in ("WRB", "WP", "WDT") or g.lower_ in ("if", "whether") for c in clauses for g in c.children)
    asks = (c for c in verb.rights if c.dep_ == "prep" and c.i + 1 < len(verb.doc))  # "asked me for how many days"
    questions = [*found.filled.get("obj", ()), *([verb.head] if verb.dep_ == "relcl" else [])]  # "the question he asked"
    put = any(t.lemma_.lower() in lexicon.words("enquiry-nouns") for t in questions)
    return asked or put or bool(found.filled.get("about")) or any(c.nbor(1).tag_ == "WRB" for c in asks)


def _of_press(referent: Referent, lexicon: Lexicon) -> bool:
    """Is it a paper or a station, known or by the last word of its name?"""
    senses = (s for o in referent.mention.owners for s in lexicon.vocab.names.get(o, ()))
    firms = [lexicon.vocab.entities.get(s.actor) for s in senses]
    if any(e is not None and e.sector is Sector.MED for e in firms):
        return True  # "Ann Smith of the BBC"
    last = (referent.mention.name or "").lower().split()[-1:]
    if not referent.entity and not referent.person and last and last[0] in lexicon.words("press-names"):
        return True
    known = lexicon.vocab.entities.get(referent.entity or "") or lexicon.vocab.roles.get(referent.label)
    return known is not None and known.sector is Sector.MED


def _whoever_visits(found: Found) -> bool:
    """Does a participle only say of whom one speaks: "urged those visiting the state to leave", "envoys touring Chad"?"""
    verb, noun = found.token, found.token.head
    apart = any(c.text == "," for c in noun.subtree if noun.i < c.i < verb.i)
    if verb.dep_ == "ccomp" and verb.tag_ == "VBG":  # "sanctioned | envoys visiting Chad", where the parser sees a clause
        doers = [c for c in verb.lefts if c.dep_ == "nsubj"]
        return [c.tag_ for c in verb.lefts] == ["NNS"] and doers[0].i == verb.i - 1
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and not apart and noun.tag_ in ("NNS", "DT")


def _has_standing(referent: Referent) -> bool:
    """Is it anybody but a private person without a name?"""
    return bool(not referent.person or referent.entity or referent.mention.name or referent.plural)


def _with_what(found: Found, lexicon: Lexicon) -> list[Token]:
    """By what somebody is hit or targeted: its subject, the noun before it, or the object of the verb that it hangs on."""
    doers = list(found.filled.get("subj", ()))
    token = found.token
    if token.lemma_.lower() not in lexicon.words("aiming-verbs") or token.dep_ not in ("acl", "advcl", "xcomp", "relcl"):
        return doers
    # "an order meant to hit", "an order ending aid, targeting migrants"
    above = token.head.head if token.dep_ in ("xcomp", "advcl") and token.head.dep_ == "acl" else token.head
    return doers + ([above] if above.pos_ == "NOUN" else [c for c in above.children if c.dep_ == "dobj"])


def _probed(found: Found, lexicon: Lexicon) -> bool:
    """Is it a mishap or a cause that is looked into, and nobody's wrong: "investigate the crash"?"""
    things = found.filled.get("obj", ())
    words = {t.lemma_.lower() for t in (found.token, *things)}
    looked_into = found.token.lemma_.lower() in lexicon.words("probing-words")
    if looked_into and any(t.lemma_.lower() in lexicon.words("mishap-nouns") for t in things):
        return True
    known = found.roles.targets or found.content or has_clause(found.token) or any(r.term for r in found.roles.resources)
    return not known and bool(words & lexicon.words("probing-words"))


def has_clause(verb: Token) -> bool:
    """Has a verb a clause for its complement?"""
    return any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)


def _campaigns(found: Found, lexicon: Lexicon) -> bool:
    """A man's rally is his campaign; a protest takes many. Rebels who march on a town come to take it."""
    marches = found.token.lemma_.lower() == "march" and bool(found.roles.actors)
    if marches and all(of_sector(r, _ARMED, lexicon.vocab) for r in found.roles.actors):
        return True
    rally = found.cue is not None and "rally" in (*found.cue.words, *found.cue.object_lemmas)
    held = found.token.lemma_.lower() == "rally" or any(t.lemma_.lower() == "rally" for t in found.filled.get("obj", ()))
    actors = found.roles.actors
    against = any(found.filled.get(slot) for slot in ("against", "over", "outside", "at"))
    return rally and held and bool(actors) and all(r.person and not r.plural for r in actors) and not against


def idiomatic(found: Found) -> bool:
    """Is the predicate a verb with an object of its own ("give a news conference")?"""
    return found.cue is not None and found.cue.pos == "verb" and bool(found.cue.object_lemmas)


def _charged(found: Found, lexicon: Lexicon) -> bool:
    """Does an act's noun or gerund stand behind a charge, a count of it, or the punishment of somebody unknown for it?"""
    noun = found.token
    above, unnamed = noun, not any(r.entity or r.mention.name for r in found.roles.actors)
    while above.dep_ in ("conj", "pobj", "prep", "pcomp") and above.head != above:
        above = above.head
        listed = above.head if above.dep_ == "dobj" and above.head.lemma_ == "include" else above
        if any(c.lemma_.lower() in lexicon.words("charge-nouns") for c in listed.lefts if c.dep_ == "nsubj"):
            return True  # "the charges include fraud and possessing a gun"
        if above.lemma_.lower() in lexicon.words("charge-nouns"):
            return True
        if noun.dep_ == "pcomp" and unnamed and above.lemma_.lower() in lexicon.words("punishing-verbs"):
            return True
    return False


def _reaches(found: Found) -> bool:
    """Is there anybody or anything on whom force is used? A fire burns, a fever burns, without it."""
    fixed = found.cue is not None and (len(found.cue.words) > 1 or bool(found.cue.object_lemmas))
    return fixed or bool(found.roles.targets or found.roles.resources or found.filled.get("obj"))
