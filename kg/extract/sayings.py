"""What is said in general or idly, so that nobody acts: laws and opinions, open questions, gestures, duties, a film's host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.coordination import first_conjunct
from kg.extract.lexicon import Lexicon
from kg.extract.reader import under_of
from kg.extract.tokens import Token
from kg.extract.voice import is_passive

if TYPE_CHECKING:
    from kg.extract.found import Found

_RULED = frozenset({"request", "concede", "accuse", "coerce", "support", "reject"})
_MEDICINE = frozenset({"resource/medicine"})
_FUTURE = ("modals-planned", "modals-conditional", "modals-obliged")
_PAUSED = ("on", "to", "of", "in", "for")


def said_idly(found: Found, lexicon: Lexicon) -> bool:
    """Is it no act of anybody's, although a word for one stands there?"""
    if _asked_whether(found.token) or _asked_which(found) or (found.relation in _RULED and _by_law(found, lexicon)):
        return True
    test = _TESTS.get(found.relation)
    return test is not None and test(found, lexicon)


def _asked_whether(token: Token) -> bool:
    """Is it what is asked, or left open: "would not say whether they backed the bill"?"""
    for above in (token, *token.ancestors):
        if any(c.lower_ == "whether" and c.dep_ == "mark" for c in above.children):
            return True
        if above.dep_ == "relcl":
            return False  # "voted on whether to leave the union, which it had joined"
    return False


def _asked_which(found: Found) -> bool:
    """Is somebody or something asked for: "it is not known which firm the mine belongs to"?"""
    return any(
        c.dep_ == "det" and c.tag_ in ("WDT", "WP") and c.lower_ in ("what", "which")
        for fillers in found.filled.values()
        for t in fillers
        for c in t.lefts
    )


def _by_law(found: Found, lexicon: Lexicon) -> bool:
    """Does a law say what holds in general: "the constitution requires a vote", "under the law, parliament names the judges"?"""
    token, laws = found.token, lexicon.words("law-nouns")
    if token.pos_ != "VERB":
        return False
    doers = [*found.filled.get("subj", ()), *found.filled.get("by", ())]
    doers += [t for c in token.children if c.dep_ == "agent" for t in c.children]
    if found.relation in ("request", "concede") and any(t.lemma_.lower() in laws for t in doers):
        return True
    verb = first_conjunct(token)
    under = (g for c in verb.children if c.dep_ == "prep" and c.lower_ == "under" for g in c.children)
    return verb.tag_ in ("VBZ", "VBP") and any(t.lemma_.lower() in laws for t in under)


def _opinion(found: Found, lexicon: Lexicon) -> bool:
    """Do some only think the same: "both agreed that the vaccine is safe"? What is still to be done is agreed upon."""
    token = found.token
    built = found.filled.get("obj", ()) if token.pos_ == "VERB" else ()  # "approved five new settlements"
    if built and all(t.lemma_ == "settlement" and t.tag_ == "NNS" for t in built):
        return True
    if token.pos_ == "NOUN":  # "the Israeli settlements in the valley" are places
        return token.tag_ == "NNS" and token.lemma_ == "settlement" and not found.roles.targets
    clauses = [c for c in token.children if c.dep_ == "ccomp" and c.i > token.i]
    future = frozenset[str]().union(*(lexicon.words(name) for name in _FUTURE))
    return bool(clauses) and all(_states(c, future) for c in clauses)


def _states(clause: Token, future: frozenset[str]) -> bool:
    """Does a clause state a fact, neither what is to come nor what ought to be?"""
    auxiliaries = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    first = auxiliaries[0] if auxiliaries else clause
    return first.lower_ not in future and first.lower_ != "to" and first.tag_ not in ("VB", "TO")


def _posed(found: Found, lexicon: Lexicon) -> bool:
    """Is support only a pose: "stands with leaders of the union"; a chamber's business; a feast or a game?"""
    token, targets = found.token, found.roles.targets
    lemma = token.lemma_.lower()
    kept = lexicon.words("feast-nouns") if lemma == "celebrate" else frozenset[str]()
    kept = lexicon.words("prize-nouns") if lemma == "defend" else kept
    if kept and any(t.lemma_.lower() in kept for t in found.filled.get("obj", ())):
        return True  # "celebrated the centenary of the railway", "the defending champion"
    if lemma == "stand":
        beside = found.filled.get("with", ())  # not "stands by Ukraine"
        return bool(targets and beside) and all(t.lemma_.lower() in lexicon.words("posing-people") for t in beside)
    if found.context.negated and any(t.lemma_.lower() in lexicon.words("remorse-nouns") for t in found.filled.get("obj", ())):
        return True  # "expressed no regret for her death"
    chambers = lexicon.words("state-seats|chamber-nouns")
    where = {t.lemma_.lower() for t in found.filled.get("in", ())}
    only_where = bool(where) and where <= chambers and bool(targets) and not found.content and token.pos_ == "VERB"
    return only_where and not found.roles.resources and all(r.mention.head in where for r in targets)


def _wished(found: Found, lexicon: Lexicon) -> bool:
    """Is it a wish that is put to nobody ("he did not want the vote to take place"), or a warning that applies somewhere?"""
    if any(t.lemma_.lower() in lexicon.words("resumes-threaten") for t in found.filled.get("subj", ())):
        return True
    return found.token.lemma_.lower() in lexicon.words("wishing-verbs") and not found.roles.targets


def _stood_still(found: Found, lexicon: Lexicon) -> bool:
    """Is what is halted no fighting ("a pause on tariffs"), or what one goes back from no ground ("retreated from its goal")?"""
    words = lexicon.words
    objects = found.filled.get("obj", ())
    halted = [t for t in objects if t.lemma_.lower() in words("pausing-nouns")]
    if halted:
        what = [u for t in halted for u in under_of(t, _PAUSED)] + [t for s in ("on", "to") for t in found.filled.get(s, ())]
        if what and not any(t.lemma_.lower() in words("hostile-nouns") for t in what):
            return True
    aims = found.filled.get("from", ()) if found.token.pos_ == "VERB" and not objects else ()
    return bool(aims) and all(t.lemma_.lower() in words("idle-aims") for t in aims)


def _hosted(found: Found, lexicon: Lexicon) -> bool:
    """Is it a show, a page or a contest that is hosted?"""
    shows = lexicon.words("art-nouns|race-nouns")
    things = found.filled.get("obj", ())
    return found.token.lemma_.lower() == "host" and any(t.lemma_.lower() in shows or t.lower_ == "it" for t in things)


def _ordinary(found: Found, lexicon: Lexicon) -> bool:
    """Is a thing only spoken of as restored or stolen ("had power restored"), or a chamber in which a party has most seats?"""
    things, lemma = found.filled.get("obj", ()), found.token.lemma_.lower()
    offices = [t for t in things if t.lemma_.lower() in lexicon.words("held-offices")] if lemma == "hold" else []
    if offices and not any(list(under_of(t)) for t in offices if t.lemma_ == "portfolio"):
        return True  # "held the trade portfolio", but "held a portfolio of bonds"
    done = lexicon.words("suffered-participles")
    undergone = (c for t in things for c in t.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.i <= t.i + 2)
    if lemma == "have" and any(c.lemma_.lower() in done for c in undergone):
        return True
    chambers = lexicon.words("chamber-nouns")
    return bool(things) and all(t.lemma_.lower() in chambers and (t.pos_ == "PROPN" or t.lower_ != "house") for t in things)


def _in_office(found: Found, lexicon: Lexicon) -> bool:
    """Are duties those of an office: "took over the duties of the president"?"""
    duty = found.token.pos_ == "NOUN" and found.token.lemma_.lower() == "duty"
    above = [*found.context.consumed, *([found.context.light] if found.context.light is not None else []), found.token.head]
    return duty and any(t.lemma_.lower() in lexicon.words("office-verbs") for t in above)


def _alone(found: Found, lexicon: Lexicon) -> bool:
    """Is it one man who flies somewhere, or troops whose presence is only spoken of: no force that moves?"""
    if found.token.lemma_ == "presence" and found.context.light is None and not found.context.consumed:
        return found.filled.get("of") is not None
    flown = found.token.lemma_.lower() in lexicon.words("going-verbs") and not found.filled.get("obj")
    return flown and bool(found.roles.actors) and all(r.person and not r.plural for r in found.roles.actors)


def _dissolved(found: Found, lexicon: Lexicon) -> bool:
    """Is a chamber dissolved to be elected anew?"""
    chambers = lexicon.words("state-seats|chamber-nouns")
    objects = found.filled.get("obj", ())
    if not objects or found.token.lemma_.lower() != "dissolve" or not all(t.lemma_.lower() in chambers for t in objects):
        return False
    return any(t.lemma_.lower() in lexicon.words("poll-nouns") for t in found.token.sent)


def _handed_in(found: Found, lexicon: Lexicon) -> bool:
    """Is it a paper that is submitted, no submission?"""
    return found.token.lemma_ == "submit" and is_passive(found.token)


def _extorted(found: Found, lexicon: Lexicon) -> bool:
    """Is it a promise or a confession that is extracted?"""
    things = found.filled.get("obj", ())
    return found.token.lemma_ == "extract" and any(t.lemma_.lower() in lexicon.words("extorted-things") for t in things)


def _unearthed(found: Found, lexicon: Lexicon) -> bool:
    """Is what is found or dug up old, or no deposit: "the discovery of a tomb", "excavated a temple", "found an oil slick"?"""
    things = [t for s in ("obj", "of") for t in found.filled.get(s, ())]
    words = lexicon.words("finding-words")
    if found.token.lemma_.lower() not in words and not any(t.lemma_.lower() in words for t in things):
        return _extorted(found, lexicon)
    inside = [u for t in things if t.lemma_.lower() in words for u in under_of(t)]
    return any(t.lemma_.lower() in lexicon.words("antiquity-nouns") for t in (*things, *inside))


def _swallowed(found: Found, lexicon: Lexicon) -> bool:
    """Is it a medicine that is taken: "took the drug for a week"?"""
    taken = found.token.pos_ == "VERB" and found.token.lemma_.lower() in lexicon.words("dose-verbs")
    things = found.roles.resources if taken else []
    return bool(things) and all(lexicon.vocab.is_kind(r.term or "", _MEDICINE) for r in things)


def _closed_out(found: Found, _lexicon: Lexicon) -> bool:
    """Are positions closed by the market: "leveraged bets were liquidated"?"""
    return found.token.lemma_ == "liquidate" and not found.roles.actors


def _bloodless(found: Found, lexicon: Lexicon) -> bool:
    """Is it a contest that is fought with votes or in court: "fought the charges", "fight a good fight"?"""
    fights = found.token.pos_ == "VERB" and found.token.lemma_ == "fight"
    return fights and any(t.lemma_.lower() in lexicon.words("bloodless-fights") for t in found.filled.get("obj", ()))


def _notice(found: Found, lexicon: Lexicon) -> bool:
    """Is a warning a label on something: "placed a warning over the picture"?"""
    above = found.token.head
    placed = (
        found.token.lemma_ == "warning" and found.token.dep_ == "dobj" and above.lemma_.lower() in lexicon.words("labelling-verbs")
    )
    return placed and any(found.filled.get(s) or any(c.lower_ == s for c in above.children) for s in ("over", "on", "to"))


def _toured(found: Found, lexicon: Lexicon) -> bool:
    """Does a statesman look at works: "the president inspected the new port"? He suspects nobody."""
    looks = found.token.pos_ == "VERB" and found.token.lemma_.lower() in lexicon.words("inspecting-verbs")
    actors, titles = found.roles.actors, lexicon.words("head-titles")
    return looks and bool(actors) and all((r.person and r.entity) or r.mention.head in titles for r in actors)


_TESTS = {
    "accuse": _toured,
    "acquire": _swallowed,
    "supply": _closed_out,
    "assault": _bloodless,
    "threaten": _notice,
    "agree": _opinion,
    "support": _posed,
    "request": _wished,
    "retreat": _stood_still,
    "consult": _hosted,
    "possess": _ordinary,
    "sanction": _in_office,
    "mobilize": _alone,
    "coerce": _dissolved,
    "concede": _handed_in,
    "produce": _unearthed,
}
