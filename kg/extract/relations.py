"""What a clause says: cue words of a sentence → propositions with their roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.addressed import warned
from kg.extract.aims import benefit, relied_on
from kg.extract.answers import beyond, called_there, in_one_breath, in_return, on_condition, retort, told_so, turned_away
from kg.extract.arguments import merge, slots, verb_slots
from kg.extract.attribution import headed, reporting_actor
from kg.extract.barring import barred, forbidden, kept_from
from kg.extract.bearing import (
    accounting,
    carried,
    each_other,
    frontier,
    goes_home,
    lacking,
    negotiated,
    note,
    permitted,
    purpose,
    received,
    sealed,
    spent,
    takes_on,
    told_twice,
    used,
)
from kg.extract.befallen import listed, toll
from kg.extract.behind import go_on, own_arms
from kg.extract.choose import Chooser, inherit, with_particle
from kg.extract.commands import commanded
from kg.extract.conditions import acts_in
from kg.extract.content import about, attach, enacts, only_enacted
from kg.extract.context import Context, rule_of
from kg.extract.coordination import first_conjunct
from kg.extract.domestic import demonstrators
from kg.extract.enacted import COUNTED, counted_by, enacted, faced, forecaster
from kg.extract.events import resume
from kg.extract.found import CONTENT_RELATIONS, Found, is_complete
from kg.extract.governor import infinitive
from kg.extract.ground import calls_at_home
from kg.extract.guilt import charge, only_alleged
from kg.extract.harm import attackers, others, victims, violence
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent
from kg.extract.modality import climb
from kg.extract.reader import Reader
from kg.extract.recast import jointly, recast, turned
from kg.extract.roles import fill
from kg.extract.sequel import booty, downed, opened_for, paid_to, relieved, robbed, suffering
from kg.extract.signing import announced, rebels
from kg.extract.stakes import Roles
from kg.extract.terms import under_deal
from kg.extract.threats import THREATS, menace
from kg.extract.tokens import Span, Token
from kg.extract.voice import is_passive
from kg.extract.words import MUTUAL
from kg.model import ActorType, Mode
from kg.vocab import Cue

# Sectors in which one negotiates for oneself.
_PARTIES = frozenset({"GOV", "IGO", "MIL", "REB", "COM"})
# What is threatened in the passive, and who can do it.
_MENACED = frozenset({"assault", "coerce", "seize", "sanction"})
_ARMED = frozenset({"GOV", "MIL", "REB"})
_SEVERAL = 2
_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})

# How predicates bear on one another, in this order.
_BEARING = (
    commanded,
    permitted,
    forbidden,
    barred,
    kept_from,
    each_other,
    frontier,
    others,
    listed,
    toll,
    victims,
    attackers,
    own_arms,
    on_condition,
    retort,
    turned_away,
    in_one_breath,
    booty,
    downed,
    robbed,
    opened_for,
    relieved,
    suffering,
    paid_to,
    beyond,
    told_so,
    called_there,
    note,
    in_return,
    purpose,
    told_twice,
    lacking,
    accounting,
    carried,
    sealed,
    spent,
    benefit,
    relied_on,
    used,
    received,
    negotiated,
    under_deal,
    announced,
    goes_home,
)


@dataclass(frozen=True)
class SentenceReader:
    """Finds the predicates of a sentence."""

    lexicon: Lexicon
    reader: Reader

    def read(self, sent: Span) -> list[Found]:
        """Every proposition of a sentence; those that are the content of another hang on it."""
        if "?" in (sent[-1].text, sent[-2].text if len(sent) > 1 else ""):
            return []  # what is asked is not said
        chosen = Chooser(self.lexicon, self.reader).choose(sent)
        absorbers = {i: c.relation for i, (_, c) in chosen.items() if c.relation in CONTENT_RELATIONS and not enacts(c)}
        contexts = {
            i: climb(token, self.lexicon, {k: v for k, v in absorbers.items() if k != i}) for i, (token, _) in chosen.items()
        }
        found = {i: self._found(t, c, contexts[i]) for i, (t, c) in chosen.items()}
        attach(found, self.lexicon.words("event-nouns"))
        for item in found.values():
            about(item, self.reader)
        for bear in _BEARING:
            bear(found, self.reader)
        told = self._told(found, chosen)
        gone = self._consumed(chosen, told) | only_alleged(told) | only_enacted(told)
        return [f for f in told if f.token.i not in gone] + list(self._others(sent, chosen, contexts, {f.token.i for f in told}))

    def _told(self, found: dict[int, Found], chosen: dict[int, tuple[Token, Cue]]) -> list[Found]:
        """What is no other's content and has enough for a claim, in the order of the text, so that each can resume the last."""
        violent = violence(found, {i for i, (_, c) in chosen.items() if c.pos == "noun"}, self.lexicon)
        told = []
        for item in sorted(found.values(), key=lambda f: f.token.i):
            if item.context.absorbed is None or item.context.absorbed.i not in found:
                resume(item, self.reader.discourse, self.lexicon, self._who(item))
                self._take_part(item)
                go_on(item, violent, self.reader)
                whole = self._obliging(item)
                if is_complete(whole, violent, self.lexicon) and not calls_at_home(whole.cue, whole.roles, self.reader):
                    demonstrators(whole, self.reader)
                    told.append(whole)
                    self.reader.discourse.told.append(whole)
        return told

    def _take_part(self, found: Found) -> None:
        """Who tells of talks with one side, and can be party to them, is the other: "Cairo said negotiations with Ankara go on".

        A headline tells so of what there is not: "Cairo says no deal with Ankara".
        """
        above = found.token.head if found.token.dep_ == "dobj" and found.context.negated else None
        said, roles = found.context.reporter or (above if above and self.lexicon.report(above) else None), found.roles
        if found.relation not in MUTUAL or found.token.pos_ != "NOUN" or roles.actors or len(roles.targets) != 1 or said is None:
            return
        who = reporting_actor(said, self.lexicon, self.reader)
        side = self.reader.discourse.side(who) if who is not None else None
        sides = (side, self.reader.discourse.side(roles.targets[0]))
        apart = sides[0] != sides[1] or (who is not None and rebels(who, self.reader) != rebels(roles.targets[0], self.reader))
        if who is not None and None not in sides and apart:
            known = who.entity is not None and not who.plural
            roles.actors = [who] if known or acts_in(who, self.reader) in _PARTIES else []

    def _who(self, found: Found) -> Referent | None:
        """Who acts, or says so."""
        if found.roles.actors or found.context.reporter is None:
            return next(iter(found.roles.actors), None)
        return reporting_actor(found.context.reporter, self.lexicon, self.reader)

    def _consumed(self, chosen: dict[int, tuple[Token, Cue]], told: list[Found]) -> set[int]:
        """Words that only say how another predicate stands ("agreed to sell", "hold talks") tell no claim of their own."""
        gone = set()
        for item in told:
            for token in item.context.consumed:
                gone |= _only_talks(token, chosen)
                if token.i == item.token.i or token.i not in chosen:
                    continue
                cue = chosen[token.i][1]
                # Talks are an act of their own, whatever they are about; to approve one's own plan is to agree to do it.
                if takes_on(token, cue, self.lexicon) or (
                    not cue.object_lemmas
                    and cue.frame.id not in THREATS
                    and (cue.relation != "consult" or token == item.context.light)
                ):
                    gone.add(token.i)
        return gone

    def _acting(self, context: Context) -> bool:
        """Is somebody who can act lent by what governs the predicate? Aid that "warrants access" gets none itself."""
        return any(self.reader.actors(t) for t in context.subject)

    def _found(self, token: Token, cue: Cue, context: Context) -> Found:
        filled = with_particle(cue, token, merge(slots(token), context.lent) if context.lent else slots(token))
        if token.pos_ == "VERB" and is_passive(token) and context.subject:
            # What governs a passive suffers it ("wants to be supplied"), unless the text names who does.
            filled["obj"] = filled.get("obj") or context.subject
            context.subject = []
        filled = enacted(token, cue, filled, self.lexicon)
        inherit(token, cue, filled, self.lexicon)
        if "subj" in cue.frame.target - cue.frame.actor and not filled.get("subj"):
            filled["subj"] = context.subject  # "came home to face trial"
        if facing := faced(token, cue, self.lexicon):
            filled["against"], context.subject = facing, []
            above = slots(first_conjunct(token).head)  # "faces blackmail | from Moscow"
            filled["from"] = filled.get("from") or above.get("from", [])
        roles = fill(cue, token, filled, self._doer(cue, context), self.reader)
        if cue.frame.id == "frame/agent":
            # A man's trade is no news of what he did, nor is the title before a name ("the battery maker Gotion").
            roles.actors = [r for r in roles.actors if not r.person and not _titles(token)]
        if cue.pos == "noun" and cue.relation in COUNTED and not roles.actors:
            roles.actors = counted_by(context, self.reader)
        if cue.relation == "value" and not roles.actors:
            roles.actors = forecaster(context, self.reader)
            context.reporter = None if roles.actors else context.reporter
        self._include_proposer(cue, context, roles)
        if "obj-poss" in cue.frame.actor and context.reporter is None and self.lexicon.report(token):
            context.reporter = token
        sought = context.mode in (Mode.SOUGHT, Mode.REFUSED) and not (token.pos_ == "VERB" and is_passive(token))
        if not roles.actors and sought and context.reporter is not None and not self._acting(context):
            # What is claimed as due ("his belief that aid warrants access") is sought by who claims it, what is excluded refused.
            who = reporting_actor(context.reporter, self.lexicon, self.reader)
            roles.actors = [who] if who else []
        if cue.relation in _MENACED and not roles.actors and not filled.get("subj"):
            self._threatened(context, roles)
        if cue.frame.id in THREATS:
            menace(cue, roles, context, self.lexicon, self.reader)
        charge(token, cue, context, roles, self.lexicon, self.reader)
        if cue.mode and context.mode is Mode.DONE:
            context.mode = cue.mode
        if cue.frame.id == "frame/without" and context.negated:
            context.mode, context.negated = Mode.DONE, cue.negates  # who cannot do without it needs it
        if cue.negates:
            context.negated = not context.negated
        rule = rule_of(token, context)
        relation = turned(token, recast(token, cue, filled, roles, self.reader), filled, context, self.reader)
        return Found(token, cue, context, roles, filled, rule, relation)

    def _threatened(self, context: Context, roles: Roles) -> None:
        """Who can use force and says what would be done to others would do it: "the rebels said ships would be attacked if …"."""
        if context.reporter is None or context.negated or context.mode not in (Mode.CONDITIONAL, Mode.PLANNED):
            return
        who = reporting_actor(context.reporter, self.lexicon, self.reader)
        sides = {self.reader.discourse.side(r) for r in roles.targets}
        if who is None or acts_in(who, self.reader) not in _ARMED or self.reader.discourse.side(who) in sides:
            return
        roles.actors, context.mode, context.reporter = [who], Mode.PROMISED, None

    def _doer(self, cue: Cue, context: Context) -> list[Token]:
        """The subject that governs a predicate, unless it ends or wards off the strife of others ("ended the war in Mali")."""
        if cue.pos == "noun" and cue.relation in ("assault", "coerce") and context.light is None:
            averting = self.lexicon.words("averting-verbs")
            if cue.words[-1] in self.lexicon.words("strife-nouns") or any(t.lemma_ in averting for t in context.consumed):
                return []
        return context.subject

    def _include_proposer(self, cue: Cue, context: Context, roles: Roles) -> None:
        """Who offers a joint act is one of its two sides ("invited American firms to partner")."""
        if cue.relation not in MUTUAL or roles.targets or len(roles.actors) != 1 or not context.proposer:
            return
        offering = [r for t in context.proposer for r in self.reader.actors(t)]
        if offering and offering[0].mention.span != roles.actors[0].mention.span:
            roles.actors, roles.targets = offering[:1], roles.actors

    def _obliging(self, found: Found) -> Found:
        """ "X says Y must P" asks P of Y: request, with P as its content."""
        context = found.context
        ahead = headed(found.token, self.reader) if context.obliged and context.reporter is None else None
        if not (context.obliged and (context.reporter is not None or ahead) and found.roles.actors):
            return found
        doers = [*found.filled.get("subj", ()), *context.subject]
        if any(c.dep_ == "det" and c.lower_ in ("a", "an") for t in doers for c in t.children):
            return found  # "a state must protect its citizens" asks nobody in particular
        who = ahead.who if ahead else reporting_actor(context.reporter or found.token, self.lexicon, self.reader)
        asking = [who] if who else []
        if not asking or asking[0].mention.span == found.roles.actors[0].mention.span:
            return found
        heard = warned(context, doers, self.reader)
        acting = heard or found.roles.actors[0]
        said = acting.mention.antecedent
        itself = said is not None and said.span == asking[0].mention.span  # "the utility says it must import power"
        if itself or (asking[0].entity and asking[0].entity == acting.entity) or self._for_it(asking[0], acting):
            return found
        roles = Roles(actors=asking[:1], targets=[heard] if heard else found.roles.actors, resources=found.roles.resources)
        inner = replace_context(found)
        return Found(found.token, found.cue, Context(path=["must"]), roles, {}, "obligation", "request", [inner])

    def _for_it(self, speaker: Referent, acting: Referent) -> bool:
        """Does who speaks speak for who must act: "Chad needs to buy grain, its minister said"?"""
        side = self.reader.discourse.side
        state = self.reader.vocab.entities.get(acting.entity or "")
        own = state is not None and state.type is ActorType.STATE and side(speaker) == side(acting)
        return own and acts_in(speaker, self.reader) == "GOV"

    def _owed(self, verb: Token) -> bool:
        """Must somebody do it: "Chad must act", "Chad needs to act"?"""
        under = verb.head.pos_ == "VERB" and verb.head.lemma_ in self.lexicon.words("duty-verbs")
        if under and verb.dep_ == "xcomp" and infinitive(verb):
            return verb.lemma_ not in self.lexicon.words("stative-verbs")
        duty = any(c.dep_ == "aux" and c.lower_ in self.lexicon.words("modals-obliged") for c in verb.children)
        return duty and verb.lemma_ not in self.lexicon.words("stative-verbs")

    def _shared(self, verb: Token, context: Context | None) -> Found | None:
        """What several do together, whatever it is: "scientists from Peru and Chile discovered the wreck together"."""
        filled = verb_slots(verb)
        actors = [r for t in filled.get("subj", ()) for r in self.reader.actors(t)]
        if len(actors) < _SEVERAL or not jointly(verb, filled, self.reader) or is_passive(verb):
            return None
        at_stake = [r for t in filled.get("obj", ()) for r in self.reader.resources(t) or self.reader.things(t)]
        context = context or climb(verb, self.lexicon, {})
        if context.supposed or context.absorbed is not None:
            return None
        return Found(verb, None, context, Roles(actors[:1], actors[1:], at_stake), filled, "jointly", "cooperate")

    def _others(
        self, sent: Span, chosen: dict[int, tuple[Token, Cue]], contexts: dict[int, Context], told: set[int]
    ) -> Iterator[Found]:
        """What an actor does to another actor or to a resource, without a cue: relation ``other``."""
        busy = {t.i for c in contexts.values() for t in [*c.consumed, *([c.reporter] if c.reporter is not None else [])]} | set(
            chosen
        )
        for token in sent:
            if token.pos_ != "VERB" or token.dep_ in _MODIFIERS or self.lexicon.report(token):
                continue
            if token.i in busy:
                if token.i in chosen and token.i not in told and (shared := self._shared(token, contexts.get(token.i))):
                    yield shared
                continue
            asked = self._owed(token)
            passing = self.lexicon.light(token) or self.lexicon.operator(token)
            if passing and not (asked and not any(token in t.ancestors for t, _ in chosen.values())):
                continue  # "must stop inciting them", of which no cue tells
            filled = verb_slots(token)
            doers = filled.get("subj") or (verb_slots(token.head).get("subj", []) if asked and token.dep_ == "xcomp" else [])
            actors = [r for t in doers for r in self.reader.actors(t)]
            if not actors:
                continue
            if asked:
                things = [r for t in filled.get("obj", ()) for r in self.reader.resources(t)]
                plain = Found(
                    token, None, climb(token, self.lexicon, {}), Roles(actors, [], things), filled, "verb-untyped", "other"
                )
                if (request := self._obliging(plain)) is not plain:
                    yield request
                    continue
            if shared := self._shared(token, None):
                yield shared
                continue
            if passing:
                continue
            targets = [r for t in filled.get("obj", ()) for r in self.reader.actors(t, places=False)]
            resources = [] if targets else [r for t in filled.get("obj", ()) for r in self.reader.resources(t)]
            if targets or resources:
                context = climb(token, self.lexicon, {})
                yield Found(token, None, context, Roles(actors, targets, resources), filled, "verb-untyped", "other")


def replace_context(found: Found) -> Found:
    """The same proposition freed of its obligation, to be the content of the request that the obligation is."""
    context = replace(found.context, mode=Mode.SOUGHT, reporter=None, obliged=False)
    return Found(found.token, found.cue, context, found.roles, found.filled, found.rule, found.relation, found.content)


def _titles(noun: Token) -> bool:
    """Does an agent noun only introduce the name behind it, without a rank: "pipeline operator Botas"?"""
    named = any(c.dep_ == "appos" and c.left_edge.i == noun.i + 1 for c in noun.children)
    return named and not any(c.tag_ == "JJS" or c.lower_ in ("leading", "top", "sole", "only") for c in noun.children)


__all__ = ["CONTENT_RELATIONS", "Found", "Kind", "Referent", "SentenceReader"]


def _only_talks(noun: Token, chosen: dict[int, tuple[Token, Cue]]) -> set[int]:
    """ "Is in talks to buy a mine from X": talks that only say how far the sale has come, and with whom is not told."""
    apart = {"with", "between", "about", "on", "over"}
    if any(c.lower_ in apart for c in noun.children):
        return set()
    talking = (t for t, c in chosen.values() if c.relation == "consult" and c.pos == "verb" and c.object_lemmas)
    held = ((t, slots(t)) for t in talking)
    return {t.i for t, near in held if not near.keys() & apart and any(noun in near.get(s, ()) for s in ("obj", "in"))}
