"""A predicate of a sentence as found, before it is spelled out as claims; and whether there is enough of it for a claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.arguments import Slots
from kg.extract.befallen import befell
from kg.extract.context import Context
from kg.extract.governor import infinitive
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent
from kg.extract.senses import has_clause, idiomatic, no_news, only_reason, sits
from kg.extract.stakes import Roles
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.extract.words import MUTUAL
from kg.model import Mention, Mode, Status
from kg.vocab import Cue

CONTENT_RELATIONS = frozenset({"request", "accuse", "reject", "support", "protest"})
RESOURCE_BOUND = frozenset({"supply", "acquire", "possess", "need", "produce", "value", "seize"})
# What is backed, refused, blamed or asked for, although the text names no stakeholder behind it.
_ADDRESSING = frozenset({"request", "accuse", "reject", "support"})
# What may be told without an actor; of these the acts that somebody suffers, not only a thing.
_SUFFERED = frozenset({"assault", "coerce", "accuse", "sanction", "concede", "request", "protest", "agree"})
_DONE_TO = _SUFFERED | {"seize", "produce", "supply", "aid"}
_ALONE = frozenset({"protest", "retreat", "concede", "mobilize", "assault", "coerce", "agree", "threaten"})
# Where and for whom authorities impose or lift what is on everybody.
_EVERYWHERE = ("in", "across", "throughout", "on", "for")
# What is told of a protest of which nobody says whose it is.
_WHERE_AND_WHY = ("against", "over", "in", "across", "at", "outside", "for", "near", "throughout")


@dataclass
class Found:
    """A predicate of a sentence with its cue, context and roles, before it is spelled out as claims.

    ``resumes`` is the act that a noun in it leads back to ("this deal"), ``claims`` the ids of the claims that come of it.
    """

    token: Token
    cue: Cue | None
    context: Context
    roles: Roles
    filled: Slots
    rule: str
    relation: str
    content: list[Found] = field(default_factory=list)
    resumes: Found | None = None
    claims: list[str] = field(default_factory=list)


def is_complete(found: Found, violent: set[int], lexicon: Lexicon) -> bool:
    """Is there enough to make a claim: an act needs somebody who acts or suffers, a transfer needs its thing."""
    roles, relation = found.roles, found.relation
    if found.context.supposed or (relation in RESOURCE_BOUND and not roles.resources):
        return False  # what is only supposed nobody says; a transfer without its thing says nothing
    if relation == "value" and only_reason(found, lexicon):
        return False
    if relation == "value":  # "a pact aimed at stabilising prices": nobody has, who could be told
        reprices = found.cue is not None and found.cue.frame.id == "frame/reprice" and found.token.pos_ == "VERB"
        return bool(roles.actors) or not reprices or is_passive(found.token)
    if no_news(found, violent, lexicon):
        return False
    if not roles.actors:
        return _is_suffered(found, violent, lexicon) or _unrest(found, lexicon) or _official(found, lexicon)
    if roles.resources or roles.targets or found.content:
        return relation != "request" or bool(roles.targets or found.content)
    return _needs_nobody(found, lexicon)


def _is_suffered(found: Found, violent: set[int], lexicon: Lexicon) -> bool:
    """Is it, without an actor, plainly done to a thing or to somebody of whom the text tells who ("a pipeline was blown up")?"""
    roles, relation = found.roles, found.relation
    undergone = found.cue is not None and bool(found.cue.frame.target & {"subj"} - found.cue.frame.actor)
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in found.token.children)  # "is said to have been arrested"
    if infinitive(found.token) and found.context.mode is Mode.DONE and not (undergone or perfect):
        return False  # "asked for police to fight the gangs": nobody has; but "came home to face trial"
    by_kind = found.cue is not None and bool(found.cue.subject_lemmas)  # "a cyberattack hit the port" is an act of somebody's
    chance = found.token.lemma_.lower() in lexicon.words("harm-verbs") and not _on_purpose(found, lexicon)
    if chance and not violent and not by_kind:
        return False  # killed by a flood or in a collision: nobody's act
    if relation == "request" and not any(infinitive(c) for c in found.token.children if c.dep_ == "xcomp"):
        return False  # "Chad was ordered to pay" tells whom and what, "the car was ordered" neither
    # "sanctions against Iran", "the embargo on Iran stays in force"; what measures do to others is of those
    measure = relation == "sanction" and (bool(found.filled.get("against")) or _lasts(found.token, lexicon))
    charged = (
        relation == "accuse" and found.filled.get("against") and found.token.lemma_.lower() in lexicon.words("pending-charges")
    )
    measure = measure or bool(charged)  # "the charge against Chan is fraud"
    verbal = found.token.pos_ == "VERB" or (found.token.pos_ == "AUX" and undergone)  # "are in custody"
    if relation not in _DONE_TO or not (verbal or found.context.light is not None or measure or befell(found, lexicon)):
        return False
    if relation == "request":
        return any(r.entity or r.mention.owners for r in roles.targets)
    if relation == "agree" and not found.filled.get("with"):
        return False  # a pact is told by whom it is with
    return bool(roles.resources or (relation in _SUFFERED and _named(roles.targets)))


def _lasts(noun: Token, lexicon: Lexicon) -> bool:
    """Is it only told that it goes on: "the ban on Russian flights remains in force", but not that it "remains popular"?"""
    verb = noun.head
    goes_on = noun.pos_ == "NOUN" and noun.dep_ == "nsubj" and verb.lemma_ in lexicon.words("lasting-verbs")
    return goes_on and not any(c.dep_ in ("acomp", "attr", "oprd") for c in verb.children)


def _on_purpose(found: Found, lexicon: Lexicon) -> bool:
    """Is it done to somebody of name what nobody suffers by chance: "Navalny was poisoned"? Ten may be by what they ate."""
    meant = found.token.lemma_.lower() in lexicon.words("meant-harms")
    return meant and any(r.person and not r.plural and (r.entity or r.mention.name) for r in found.roles.targets)


def _unrest(found: Found, lexicon: Lexicon) -> bool:
    """Is it a protest of which only is told where it was, or against what: "riots broke out in Lyon", "after protests over a law"?

    It takes many, so that nobody need be named. What somebody bans or breaks up is told by that.
    """
    context = found.context
    held = next(iter(found.filled.get("obj", ())), found.token) if found.token.pos_ == "VERB" else found.token
    if found.relation != "protest" or held.pos_ != "NOUN" or held.lemma_.lower() not in lexicon.words("unrest-acts"):
        return False
    if context.mode is not Mode.DONE or context.negated or (context.consumed and context.light is None):
        return False
    told = context.light is not None or held.tag_ == "NNS"
    if found.token != held:
        told = lexicon.light(found.token)  # "were held", but not "are planned"
    against = bool(found.roles.targets or found.filled.get("against"))
    if held.lemma_.lower() == "rally" and not against:
        return False  # which may be a campaign's
    about = against or any(found.filled.get(slot) for slot in _WHERE_AND_WHY)
    return told and about and (held.dep_ in ("nsubj", "nsubjpass") or (held.dep_ == "pobj" and held.head.lower_ != "by"))


def _official(found: Found, lexicon: Lexicon) -> bool:
    """Is it what only authorities do to all who live somewhere: "a curfew was imposed in Lyon", "curbs were lifted in Fiji"?"""
    noun = next(iter(found.filled.get("obj", ())), found.token) if found.token.pos_ == "VERB" else found.token
    if found.relation not in ("concede", "coerce", "sanction") or noun.lemma_.lower() not in lexicon.words("official-measures"):
        return False
    if noun.dep_ not in ("nsubjpass", "nsubj") or noun.head.pos_ != "VERB":
        return False
    return any(t.ent_type_ in ("GPE", "LOC") for slot in _EVERYWHERE for t in found.filled.get(slot, ()))


def _needs_nobody(found: Found, lexicon: Lexicon) -> bool:
    """Is it an act of an actor that says enough without a thing and without an addressee ("surrendered", "rejected the plan")?"""
    relation, context = found.relation, found.context
    if relation == "consult" and sits(found, lexicon):
        return True
    if relation == "aid" and context.consumed:
        return True  # "paused most of its aid"
    if relation in MUTUAL and context.mode.status is Status.PROPOSED and context.consumed:
        return True  # "open to a partnership": a position, although nobody is named to share it
    if relation == "sanction" and any(map(_doing, found.token.children)):
        return found.token.pos_ == "VERB" and not context.consumed  # "bans smoking"
    if relation in ("support", "reject") and _on_event(found, lexicon):
        return True
    if relation == "assault" and any(t.lemma_.lower() in lexicon.words("struck-things") for t in found.filled.get("obj", ())):
        return True
    if relation in _ADDRESSING and found.token.pos_ == "VERB":
        wanted = found.cue.words[1:] if found.cue else ()  # "called for peace"
        return relation == "reject" or any(found.filled.get(s) for s in ("obj", *wanted)) or has_clause(found.token)
    if relation in ("reject", "accuse") and _braved(found.token, lexicon):
        return True
    nominal = found.token.pos_ in ("NOUN", "PROPN") and context.light is None and not context.consumed
    return (idiomatic(found) and relation != "consult") or (relation in _ALONE and not nominal)


def _doing(child: Token) -> bool:
    """Is it something that people do, as the object of a ban: "smoking", "hunting in the Alps"?"""
    return child.dep_ in ("xcomp", "dobj") and (child.tag_ == "VBG" or (child.tag_ == "NN" and child.lower_.endswith("ing")))


def _braved(noun: Token, lexicon: Lexicon) -> bool:
    """Is it what others say against an act that is done all the same: "signed the bill despite opposition from China"?"""
    return noun.dep_ == "pobj" and noun.head.lower_ in lexicon.words("braving-prepositions")


def _on_event(found: Found, lexicon: Lexicon) -> bool:
    """Is it a plan, an offer or a draft that is backed or rejected, of whomever?"""
    events = lexicon.words("event-nouns")
    return any(t.lemma_.lower() in events for s in ("obj", "to", "of") for t in found.filled.get(s, ()))


def _named(referents: list[Referent]) -> list[Referent]:
    """Those of whom the text tells who they are, whose, or where; "a man was arrested" tells of nobody in particular."""

    def told(mention: Mention) -> bool:
        return bool(mention.name or mention.owners or (mention.antecedent is not None and told(mention.antecedent)))

    return [r for r in referents if r.entity or r.kind is Kind.PLACE or told(r.mention)]
