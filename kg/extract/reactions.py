"""Whose act that is which one condemns, refuses or opposes, where the sentence names the act alone: "condemned the arrest"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import Lexicon
from kg.extract.stakes import is_own
from kg.extract.tokens import Token
from kg.model import Status

if TYPE_CHECKING:
    from kg.extract.coref import Discourse
    from kg.extract.found import Found
    from kg.extract.mentions import Referent

REACTIONS = frozenset({"accuse", "reject", "support", "protest"})
# What others do that one may blame.
_HARMFUL = frozenset({"assault", "coerce", "seize", "mobilize", "sanction"})
# What is no act, so that no noun of an act takes it up.
_STATES = frozenset({"value", "possess", "need", "other"})
_ACTS_BACK, _ASKED_BACK = 6, 4
# So many letters of a verb stand in the noun that is made of it, and so many more may follow.
_STEM, _ENDING = 4, 5
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "their", "its"})
_COMPLEMENTS = frozenset({"of", "on", "by", "against", "between", "for"})
_PRONOUNS = frozenset({"it", "that", "this", "so", "them"})


def judged(noun: Token, found: Found, discourse: Discourse, lexicon: Lexicon) -> Found | None:
    """The act told before that the object of a reaction names: by its verb's noun, its kind, or what it was about.

    "Iran seized a tanker. Athens condemned the seizure", "the incident"; "sent Oslo a letter. Oslo rejected the letter".
    """
    his = noun.lemma_.lower() in lexicon.words("victim-nouns") and any(c.tag_ == "PRP$" for c in noun.children)
    if found.relation not in REACTIONS or (found.roles.targets and not his):
        return None  # "condemned his arrest" is not against him
    if noun.pos_ not in ("NOUN", "VERB") or not points_back(noun, _POINTING, _COMPLEMENTS):
        return None
    acts = (a for a in reversed(discourse.told[-_ACTS_BACK:]) if a is not found and a.token != noun and a.relation not in _STATES)
    act = next((a for a in acts if _of_others(a, found) and _named(noun, a, lexicon)), None)
    if act is not None and his:
        found.roles.targets = [r for r in found.roles.targets if not _suffers(r, act)]
    return act


def _named(noun: Token, act: Found, lexicon: Lexicon) -> bool:
    """Can the noun stand for the act?"""
    lemma = noun.lemma_.lower()
    if act.relation in _HARMFUL and lemma in lexicon.words("resumes-harm"):
        return True
    if lexicon.vocab.evokes("noun", lemma, (act.relation,)) or derived(noun.lower_, act.token.lemma_.lower()):
        return True
    about = act.token.subtree if noun.lemma_.lower() in lexicon.words("resumes-sanction") else act.filled.get("obj", ())
    return any(t.lemma_.lower() == lemma and t != noun for t in about)  # "held up a tug over a toll": the toll


def derived(noun: str, verb: str) -> bool:
    """Is a noun made of a verb: "seizure" of "seize", "ramming" of "ram", "occupation" of "occupy"?"""
    verb = verb.split(" ", maxsplit=1)[0]
    if (
        noun.endswith("ing")
        and (base := noun[:-3])
        and (base in (verb, verb[:-1]) or (base[:-1] == verb and base[-2:-1] == base[-1]))
    ):
        return True
    stem = verb[:-1] if verb[-1] in "ey" else verb
    return len(stem) >= _STEM and noun.startswith(stem) and len(noun) - len(stem) <= _ENDING


def points_back(noun: Token, pointing: frozenset[str], complements: frozenset[str]) -> bool:
    """Does a noun take up what was told, with a word that points to it and without a complement or an owner of its own?"""
    definite = any(c.dep_ in ("det", "poss") and c.lower_ in pointing for c in noun.children)
    complement = any(c.dep_ in ("acl", "relcl") or (c.dep_ == "prep" and c.lower_ in complements) for c in noun.rights)
    named = any(c.ent_type_ in ("NORP", "GPE", "PERSON", "ORG") for c in noun.lefts)  # "the Peruvian measure" is Peru's own
    return definite and not complement and not named


def answered(found: Found, discourse: Discourse) -> Found | None:
    """The wish or the offer to which somebody says no without a word of whose it is: "Budapest balked", "Oslo refused to do so"."""
    if found.relation != "reject" or found.roles.targets or found.token.pos_ != "VERB" or not found.roles.actors:
        return None
    if any(t.lower_ not in _PRONOUNS for t in found.filled.get("obj", ())):
        return None
    own = discourse.sides(found.roles.actors)
    for act in reversed(discourse.told[-_ASKED_BACK:]):
        wished = act.relation == "request" or (act.context.mode.status is Status.PROPOSED and act.relation != "reject")
        asked = any(is_own(r, found.roles) or _same(r, found) for r in act.roles.targets)
        if act is not found and wished and (asked or own & discourse.sides(act.roles.targets)):
            return act if _of_others(act, found) else None
    return None


def styled_act(found: Found, discourse: Discourse, lexicon: Lexicon) -> Found | None:
    """The last act of others to which one gives a bad name: "condemned what it called piracy"."""
    if found.relation != "accuse" or found.roles.targets or not found.roles.actors:
        return None
    styling = (c for c in found.token.children if c.dep_ in ("ccomp", "pcomp"))
    if not any(t.lower_ == "what" and t.head.lemma_ in lexicon.words("styling-verbs") for c in styling for t in c.children):
        return None
    own = discourse.sides(found.roles.actors)
    acts = (a for a in reversed(discourse.told[-_ACTS_BACK:]) if a is not found and a.relation in _HARMFUL)
    return next((a for a in acts if a.roles.actors and not discourse.sides(a.roles.actors) & own), None)


def _of_others(act: Found, found: Found) -> bool:
    """Did somebody else do it than who judges it or says no to it?"""
    return bool(act.roles.actors) and not any(is_own(r, found.roles) or _same(r, found) for r in act.roles.actors)


def _suffers(referent: Referent, act: Found) -> bool:
    own = referent.mention.antecedent or referent.mention
    return any(own.span == (r.mention.antecedent or r.mention).span for r in act.roles.targets)


def _same(referent: Referent, found: Found) -> bool:
    """Does a pronoun among the actors stand for him, or both for one?"""
    own = referent.mention.antecedent or referent.mention
    return any(
        own.span in (r.mention.span, r.mention.antecedent.span if r.mention.antecedent else None) for r in found.roles.actors
    )
