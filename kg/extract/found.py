"""A predicate of a sentence as found, before it is spelled out as claims; and whether there is enough of it for a claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.arguments import Slots
from kg.extract.context import Context
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent
from kg.extract.roles import MUTUAL
from kg.extract.stakes import Roles
from kg.extract.tokens import Token
from kg.model import Status
from kg.vocab import Cue

CONTENT_RELATIONS = frozenset({"request", "accuse", "reject", "support", "protest"})
RESOURCE_BOUND = frozenset({"supply", "acquire", "possess", "need", "produce", "value", "seize"})
# What is backed, refused, blamed or asked for, although the text names no stakeholder behind it.
_ADDRESSING = frozenset({"request", "accuse", "reject", "support"})
# What may be told without an actor; of these the acts that somebody suffers, not only a thing.
_DONE_TO = frozenset({"assault", "coerce", "seize", "sanction", "produce", "supply", "aid", "accuse"})
_SUFFERED = frozenset({"assault", "coerce", "accuse", "sanction"})
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
    if _is_no_act(found, lexicon) or _is_no_force(found, violent, lexicon):
        return False
    if not roles.actors:
        return _is_suffered(found, violent, lexicon)
    if roles.resources or roles.targets or found.content:
        return relation != "request" or bool(roles.targets or found.content)
    return _needs_nobody(found, lexicon)


def _is_no_act(found: Found, lexicon: Lexicon) -> bool:
    """Does the predicate's place in the sentence, or what stands beside it, say that nobody does what the word says?"""
    roles, relation = found.roles, found.relation
    if found.token.pos_ == "NOUN" and _charged(found.token, lexicon):
        return True  # "arrested on suspicion of murder": what somebody is charged with has its claim in the charge
    if relation == "concede":
        return found.context.purpose  # "resigned to allow elections": what an act makes possible nobody grants
    if relation == "threaten":
        return _of_nature(found, lexicon)  # a blizzard warning threatens nobody
    if relation == "consult":
        return not (roles.targets or roles.resources or found.content or _idiomatic(found))
    return relation == "protest" and _campaigns(found)


def _is_no_force(found: Found, violent: set[int], lexicon: Lexicon) -> bool:
    """Is what looks like force warded off, a storm's, a measure's, or on nobody?"""
    relation, verb = found.relation, found.token.pos_ == "VERB"
    if relation not in ("assault", "coerce"):
        return False
    if verb and not violent and _blind(found, lexicon):
        return True
    if relation == "coerce":
        return verb and not _reaches(found)
    averting, measures = lexicon.words("averting-verbs"), lexicon.words("measure-nouns")
    if found.token.pos_ == "NOUN" and any(t.lemma_ in averting for t in found.context.consumed):
        return True  # what was warded off or shunned did not come to be
    return any(t.lemma_.lower() in measures for t in found.filled.get("subj", ()))  # "sanctions targeting Russian firms"


def _is_suffered(found: Found, violent: set[int], lexicon: Lexicon) -> bool:
    """Is it, without an actor, plainly done to a thing or to somebody of whom the text tells who ("a pipeline was blown up")?"""
    roles, relation = found.roles, found.relation
    if found.token.lemma_.lower() in lexicon.words("harm-verbs") and not violent:
        return False  # killed by a flood or in a collision: nobody's act
    measure = relation == "sanction" and bool(found.filled.get("against"))  # "are subject to an asset freeze"
    if relation not in _DONE_TO or not (found.token.pos_ == "VERB" or found.context.light is not None or measure):
        return False
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
        return relation == "reject" or bool(found.filled.get("obj") or _has_clause(found.token))
    nominal = found.token.pos_ in ("NOUN", "PROPN") and context.light is None and not context.consumed
    return (_idiomatic(found) and relation != "consult") or (relation in _ALONE and not nominal)


def _has_clause(verb: Token) -> bool:
    return any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)


def _campaigns(found: Found) -> bool:
    """A man's rally is his campaign; a protest takes many."""
    rally = found.cue is not None and "rally" in (*found.cue.words, *found.cue.object_lemmas)
    held = found.token.lemma_.lower() == "rally" or any(t.lemma_.lower() == "rally" for t in found.filled.get("obj", ()))
    actors = found.roles.actors
    return rally and held and bool(actors) and all(r.person and not r.plural for r in actors) and not found.roles.targets


def _idiomatic(found: Found) -> bool:
    """Is the predicate a verb with an object of its own ("give a news conference")?"""
    return found.cue is not None and found.cue.pos == "verb" and bool(found.cue.object_lemmas)


def _of_nature(found: Found, lexicon: Lexicon) -> bool:
    """Is a warning one of storms and floods?"""
    near = [*found.token.children, *(t for slot in ("of", "about", "obj") for t in found.filled.get(slot, ()))]
    return any(t.lemma_.lower() in lexicon.words("blind-forces") for t in near)


def _charged(noun: Token, lexicon: Lexicon) -> bool:
    """Does an act's noun stand behind a charge, a suspicion, a count of it?"""
    above = noun
    while above.dep_ in ("conj", "pobj", "prep", "pcomp") and above.head != above:
        above = above.head
        if above.lemma_.lower() in lexicon.words("charge-nouns"):
            return True
    return False


def _reaches(found: Found) -> bool:
    """Is there anybody or anything on whom force is used? A fire burns, a fever burns, without it."""
    fixed = found.cue is not None and (len(found.cue.words) > 1 or bool(found.cue.object_lemmas))
    return fixed or bool(found.roles.targets or found.roles.resources or found.filled.get("obj"))


def _blind(found: Found, lexicon: Lexicon) -> bool:
    """Is the harm done by a storm, a fire, a crash: by nobody?"""
    forces = lexicon.words("blind-forces")
    doers = found.filled.get("subj") or found.context.subject
    if found.token.dep_ == "advcl" and found.token.head.lemma_.lower() in forces:
        return True  # "collides with a ship, killing two"
    return any(
        t.lemma_.lower() in forces or any(c.dep_ in ("compound", "nmod") and c.lower_ in forces for c in t.children) for t in doers
    )


def _on_event(found: Found, lexicon: Lexicon) -> bool:
    """Is it a plan, an offer or a draft that is backed or rejected, of whomever?"""
    events = lexicon.words("event-nouns")
    return any(t.lemma_.lower() in events for s in ("obj", "to", "of") for t in found.filled.get(s, ()))


def _named(referents: list[Referent]) -> list[Referent]:
    """Those of whom the text tells who they are, whose, or where; "a man was arrested" tells of nobody in particular."""
    return [r for r in referents if r.entity or r.kind is Kind.PLACE or r.mention.name or r.mention.owners]
