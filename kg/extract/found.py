"""A predicate of a sentence as found, before it is spelled out as claims; and whether there is enough of it for a claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.arguments import Slots
from kg.extract.context import Context
from kg.extract.governor import infinitive
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent
from kg.extract.senses import has_clause, idiomatic, no_news
from kg.extract.stakes import Roles
from kg.extract.tokens import Token
from kg.extract.words import MUTUAL
from kg.model import Mention, Mode, Status
from kg.vocab import Cue

CONTENT_RELATIONS = frozenset({"request", "accuse", "reject", "support", "protest"})
RESOURCE_BOUND = frozenset({"supply", "acquire", "possess", "need", "produce", "value", "seize"})
# What is backed, refused, blamed or asked for, although the text names no stakeholder behind it.
_ADDRESSING = frozenset({"request", "accuse", "reject", "support"})
# What may be told without an actor; of these the acts that somebody suffers, not only a thing.
_DONE_TO = frozenset({"assault", "coerce", "seize", "sanction", "produce", "supply", "aid", "accuse", "concede", "agree"})
_SUFFERED = frozenset({"assault", "coerce", "accuse", "sanction", "concede", "agree"})
_ALONE = frozenset({"protest", "retreat", "concede", "mobilize", "assault", "coerce", "agree", "threaten"})


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
    if relation == "value":
        return True
    if no_news(found, violent, lexicon):
        return False
    if not roles.actors:
        return _is_suffered(found, violent, lexicon)
    if roles.resources or roles.targets or found.content:
        return relation != "request" or bool(roles.targets or found.content)
    return _needs_nobody(found, lexicon)


def _is_suffered(found: Found, violent: set[int], lexicon: Lexicon) -> bool:
    """Is it, without an actor, plainly done to a thing or to somebody of whom the text tells who ("a pipeline was blown up")?"""
    roles, relation = found.roles, found.relation
    if infinitive(found.token) and found.context.mode is Mode.DONE:
        return False  # "asked for police to fight the gangs": nobody has
    if found.token.lemma_.lower() in lexicon.words("harm-verbs") and not violent:
        return False  # killed by a flood or in a collision: nobody's act
    measure = relation == "sanction" and bool(found.filled.get("against"))  # "are subject to an asset freeze"
    if relation not in _DONE_TO or not (found.token.pos_ == "VERB" or found.context.light is not None or measure):
        return False
    if relation == "agree" and not found.filled.get("with"):
        return False  # a pact is told by whom it is with
    return bool(roles.resources or (relation in _SUFFERED and _named(roles.targets)))


def _needs_nobody(found: Found, lexicon: Lexicon) -> bool:
    """Is it an act of an actor that says enough without a thing and without an addressee ("surrendered", "rejected the plan")?"""
    relation, context = found.relation, found.context
    if relation == "aid" and context.consumed:
        return True  # "paused most of its aid"
    if relation in MUTUAL and context.mode.status is Status.PROPOSED and context.consumed:
        return True  # "open to a partnership": a position, although nobody is named to share it
    if relation in ("support", "reject") and _on_event(found, lexicon):
        return True
    if relation == "assault" and any(t.lemma_.lower() in lexicon.words("struck-things") for t in found.filled.get("obj", ())):
        return True
    if relation in _ADDRESSING and found.token.pos_ == "VERB":
        return relation == "reject" or bool(found.filled.get("obj") or has_clause(found.token))
    nominal = found.token.pos_ in ("NOUN", "PROPN") and context.light is None and not context.consumed
    return (idiomatic(found) and relation != "consult") or (relation in _ALONE and not nominal)


def _on_event(found: Found, lexicon: Lexicon) -> bool:
    """Is it a plan, an offer or a draft that is backed or rejected, of whomever?"""
    events = lexicon.words("event-nouns")
    return any(t.lemma_.lower() in events for s in ("obj", "to", "of") for t in found.filled.get(s, ()))


def _named(referents: list[Referent]) -> list[Referent]:
    """Those of whom the text tells who they are, whose, or where; "a man was arrested" tells of nobody in particular."""

    def told(mention: Mention) -> bool:
        return bool(mention.name or mention.owners or (mention.antecedent is not None and told(mention.antecedent)))

    return [r for r in referents if r.entity or r.kind is Kind.PLACE or told(r.mention)]
