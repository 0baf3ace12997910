"""What a clause says: cue words of a sentence → propositions with their roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.arguments import Slots, is_passive, merge, noun_slots, slots, verb_slots
from kg.extract.attribution import reporting_actor
from kg.extract.conditions import acts_in, is_no_date, is_sum, meets
from kg.extract.context import Context
from kg.extract.events import antecedent, resume
from kg.extract.found import RESOURCE_BOUND, Found, is_complete
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent
from kg.extract.modality import climb
from kg.extract.reader import Reader, under_of
from kg.extract.roles import MUTUAL, fill
from kg.extract.stakes import Roles
from kg.model import Mode, Status
from kg.vocab import Cue

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DEALS = frozenset({"agree", "consult", "cooperate", "request", "supply", "acquire", "invest"})
CONTENT_RELATIONS = frozenset({"request", "accuse", "reject", "support", "protest"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})
# Where what is backed, refused or protested against stands.
_CONTENT = ("obj", "to", "for", "against", "over", "on", "into")
# Slots of a noun that stay its own when its prepositions are read with the verb above it.
_OWN_SLOTS = frozenset({"poss", "amod", "compound", "of", "obj", "subj", "self"})


@dataclass(frozen=True)
class SentenceReader:
    """Finds the predicates of a sentence."""

    lexicon: Lexicon
    reader: Reader

    def read(self, sent: Span) -> list[Found]:
        """Every proposition of a sentence; those that are the content of another hang on it."""
        if "?" in (sent[-1].text, sent[-2].text if len(sent) > 1 else ""):
            return []  # what is asked is not said
        chosen = self._choose(sent)
        absorbers = {i: c.relation for i, (_, c) in chosen.items() if c.relation in CONTENT_RELATIONS}
        contexts = {
            i: climb(token, self.lexicon, {k: v for k, v in absorbers.items() if k != i}) for i, (token, _) in chosen.items()
        }
        found = {i: self._found(t, c, contexts[i]) for i, (t, c) in chosen.items()}
        for item in list(found.values()):
            above = item.context.absorbed
            if above is not None and above.i in found and found[above.i] is not item:
                found[above.i].content.append(item)
        for item in found.values():
            self._about(item)
        self._permitted(found)
        self._attackers(found)
        self._note(found)
        self._purpose(found)
        told = self._told(found, chosen)
        gone = self._consumed(chosen, told)
        return [f for f in told if f.token.i not in gone] + list(self._others(sent, chosen, contexts))

    def _told(self, found: dict[int, Found], chosen: dict[int, tuple[Token, Cue]]) -> list[Found]:
        """What is no other's content and has enough for a claim, in the order of the text, so that each can resume the last."""
        harm = self.lexicon.words("harm-verbs")
        violent = {i for i, (t, c) in chosen.items() if c.relation == "assault" and t.lemma_.lower() not in harm}
        told = []
        for item in sorted(found.values(), key=lambda f: f.token.i):
            if item.context.absorbed is None or item.context.absorbed.i not in found:
                resume(item, self.reader.discourse, self.lexicon, self._who(item))
                whole = self._obliging(item)
                if is_complete(whole, violent, self.lexicon):
                    told.append(whole)
                    self.reader.discourse.told.append(whole)
        return told

    def _who(self, found: Found) -> Referent | None:
        """Who acts, or says so."""
        if found.roles.actors or found.context.reporter is None:
            return next(iter(found.roles.actors), None)
        return reporting_actor(found.context.reporter, self.lexicon, self.reader)

    def _choose(self, sent: Span) -> dict[int, tuple[Token, Cue]]:
        """The cue that fits each word best; a noun that completes a verb's cue ("sign a deal") has none of its own."""
        chosen: dict[int, tuple[Token, Cue]] = {}
        idiomatic: set[int] = set()
        for token in sorted(sent, key=lambda t: t.pos_ in ("NOUN", "PROPN")):
            if token.i in idiomatic or self._inert(token):
                continue
            cues = self.lexicon.cues(token)
            if not cues:
                continue
            filled = slots(token)
            cue = self._fitting(cues, token, filled)
            if cue is None:
                continue
            chosen[token.i] = (token, cue)
            if cue.pos == "verb" and cue.object_lemmas:
                things = [t for o in filled.get("obj", ()) for t in (o, *under_of(o))]  # "a series of bombs" too
                idiomatic.update(t.i for t in things if t.lemma_.lower() in cue.object_lemmas)
        return chosen

    def _fitting(self, cues: list[Cue], token: Token, filled: Slots) -> Cue | None:
        """The first cue whose conditions are met; one whose thing is nowhere named yields to the next that has what it needs."""
        fit = [c for c in cues if meets(c, token, _with_particle(c, filled), self.reader) and self._acted(c, token, filled)]
        if len(fit) < 2 or fit[0].relation not in RESOURCE_BOUND:
            return fit[0] if fit else None
        context = climb(token, self.lexicon, {})
        lent = merge(filled, context.lent)
        for cue in fit:
            if cue.relation not in RESOURCE_BOUND or fill(cue, token, merge(lent, {}), context.subject, self.reader).resources:
                return cue
        return fit[0]

    def _acted(self, cue: Cue, token: Token, filled: Slots) -> bool:
        """Is one of the actors of a sector that the cue asks for, if it asks for any?"""
        if not cue.actor_sectors:
            return True
        context = climb(token, self.lexicon, {})
        roles = fill(cue, token, merge(filled, context.lent), context.subject, self.reader)
        return any(acts_in(r, self.reader) in cue.actor_sectors for r in roles.actors)

    def _inert(self, token: Token) -> bool:
        """Words inside names, and nouns that only modify another ("peace talks agenda"), tell nothing of their own."""
        if token.pos_ not in ("VERB", "NOUN", "PROPN", "ADJ", "AUX"):
            return True
        name = self.reader.block.names.get(token.i)
        if name or token.ent_type_ in ("PERSON", "GPE", "NORP", "DATE", "TIME") or token.dep_ == "compound":
            return True
        if token.ent_type_ in ("ORG", "FAC", "LAW", "WORK_OF_ART") and token.pos_ == "PROPN" and not _title_case(token.sent):
            return True
        if token.pos_ == "PROPN" and _named_event(token):
            return True
        return token.pos_ == "VERB" and token.dep_ == "amod"

    def _consumed(self, chosen: dict[int, tuple[Token, Cue]], told: list[Found]) -> set[int]:
        """Words that only say how another predicate stands ("agreed to sell", "hold talks") tell no claim of their own."""
        gone = set()
        for item in told:
            for token in item.context.consumed:
                if token.i == item.token.i or token.i not in chosen:
                    continue
                cue = chosen[token.i][1]
                # Talks are an act of their own, whatever they are about.
                if not cue.object_lemmas and (cue.relation != "consult" or token == item.context.light):
                    gone.add(token.i)
        return gone

    def _permitted(self, found: dict[int, Found]) -> None:
        """Who allows another to do something concedes it, and no more is told: "Panama allowed the miner to ship copper"."""
        for item in list(found.values()):
            allowing = item.context.consumed[-1] if item.context.consumed else None
            grant = found.get(allowing.i) if allowing is not None else None
            if grant is None or grant.relation != "concede" or item.context.mode is not Mode.HEDGED:
                continue
            grant.roles.targets = grant.roles.targets or list(item.roles.actors)
            if grant.roles.actors and grant.roles.targets and grant.context.mode is Mode.DONE:
                grant.roles.resources = grant.roles.resources or list(item.roles.resources)
                item.context.supposed = True

    def _attackers(self, found: dict[int, Found]) -> None:
        """Who is killed "in an attack by X" or "following X's air strikes" is killed by X."""
        for item in found.values():
            if item.relation not in ("assault", "coerce") or item.roles.actors or item.token.pos_ != "VERB":
                continue
            beside = [c for c in item.token.children if c.dep_ == "conj" and c.tag_ == item.token.tag_]
            for preposition in (c for verb in (item.token, *beside) for c in verb.children):
                if preposition.dep_ not in ("prep", "agent", "advcl") or preposition.lower_ not in self.lexicon.words(
                    "event-prepositions"
                ):
                    continue
                acts = [found[t.i] for t in preposition.subtree if t.i in found and t.i != item.token.i]
                acts = [act for act in acts if act.token.pos_ != "VERB" or is_passive(act.token)]
                doers = next((a.roles.actors for a in acts if a.relation == "assault" and a.roles.actors), [])
                if doers:
                    item.roles.actors = list(doers)
                    break

    def _purpose(self, found: dict[int, Found]) -> None:
        """A protest is against whom its purpose aims at: "blocked roads to demand reforms of the government"."""
        for item in found.values():
            if item.relation != "protest" or item.roles.targets:
                continue
            own = {r.entity for r in item.roles.actors}
            for other in found.values():
                if other is not item and item.token in other.token.ancestors and other.roles.targets:
                    item.roles.targets = [r for r in other.roles.targets if r.entity not in own or not r.entity]
                    break

    def _found(self, token: Token, cue: Cue, context: Context) -> Found:
        filled = _with_particle(cue, merge(slots(token), context.lent) if context.lent else slots(token))
        if token.pos_ == "VERB" and is_passive(token) and context.subject:
            # What governs a passive suffers it ("wants to be supplied"), unless the text names who does.
            filled["obj"] = filled.get("obj") or context.subject
            context.subject = []
        self._inherit(token, cue, filled)
        roles = fill(cue, token, filled, self._doer(cue, context), self.reader)
        if cue.frame.id == "frame/agent":
            roles.actors = [r for r in roles.actors if not r.person]  # a man's trade is no news of what he did
        self._include_proposer(cue, context, roles)
        if "obj-poss" in cue.frame.actor and context.reporter is None and self.lexicon.report(token):
            context.reporter = token
        if not roles.actors and context.mode is Mode.SOUGHT and context.reporter is not None and not context.subject:
            # What is claimed as due ("his belief that aid warrants access") is sought by who claims it.
            who = reporting_actor(context.reporter, self.lexicon, self.reader)
            roles.actors = [who] if who else []
        if cue.mode and context.mode is Mode.DONE:
            context.mode = cue.mode
        if cue.negates:
            context.negated = not context.negated
        rule = _rule(token, context)
        return Found(token, cue, context, roles, filled, rule, self._joint(token, cue, filled, roles))

    def _joint(self, token: Token, cue: Cue, filled: Slots, roles: Roles) -> str:
        """What is brought forth with a partner, or jointly by several ("to build a joint refinery"), is cooperation.

        What is supplied free is aid; a politician who attacks another does so in words.
        """
        if cue.relation == "supply" and self._gratis(token, filled):
            return "aid"
        sides = [*roles.actors, *roles.targets]
        if token.lemma_ in self.lexicon.words("verbal-attacks") and roles.targets and all(r.person and not r.plural for r in sides):
            return "accuse"
        beside = (token, *filled.get("obj", ()))
        adverbs = {c.lower_ for t in beside for c in t.children if c.dep_ in ("advmod", "amod")} & self.lexicon.words("joint")
        partner = bool(filled.get("with")) and bool(roles.targets)
        if cue.relation not in ("produce", "invest") or not (partner or (adverbs and (len(roles.actors) > 1 or roles.targets))):
            return cue.relation
        if not roles.targets or (adverbs and len(roles.actors) > 1):
            roles.actors, roles.targets = roles.actors[:1], roles.actors[1:]
        return "cooperate"

    def _gratis(self, token: Token, filled: Slots) -> bool:
        """ "Free grain", "delivered free of charge", but not "free trade", whose noun is no thing that is handed over."""
        free = self.lexicon.words("gratis")
        things = [t for t in filled.get("obj", ()) if self.reader.resources(t)]
        return any(
            c.lower_ in free for t in (token, *things) for c in t.children if c.dep_ in ("amod", "advmod", "acomp", "oprd", "advcl")
        )

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

    def _inherit(self, token: Token, cue: Cue, filled: Slots) -> None:
        """Prepositions that hang on the object of a predicate rather than on it ("impose tariffs on steel")."""
        names = ("obj", *cue.words[1:]) if cue.pos == "verb" else ("of",)
        names = ("subj",) if cue.frame.id == "frame/move" else names  # "copper on the London Metal Exchange rose"
        things = [t for name in names for t in filled.get(name, ())]
        things += [c for t in things for p in t.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children]
        for aimed in (c for t in (*things, token) if t.pos_ == "NOUN" for c in t.rights if c.dep_ == "acl"):
            if aimed.lemma_ in self.lexicon.words("aiming-verbs") and not filled.get("against"):
                inner = verb_slots(aimed)  # "sanctions targeting Russian firms"
                filled["against"] = (
                    [*inner.get("obj", ()), *inner.get("at", ())] if aimed.tag_ == "VBG" else list(inner.get("at", ()))
                )
        for thing in things:
            for slot, fillers in noun_slots(thing).items() if thing.pos_ == "NOUN" or is_sum(thing) else ():
                barred = slot in _OWN_SLOTS or (slot in ("on", "over") and cue.frame.id == "frame/voice")
                # Where the victims come from is not who harmed them.
                barred = barred or (slot == "from" and cue.frame.id in ("frame/harm", "frame/affect"))
                if not barred and not any(map(is_no_date, filled.get(slot, ()))):
                    filled[slot] = list(fillers)

    def _note(self, found: dict[int, Found]) -> None:
        """Tell the discourse who dealt with whom and who needs what; fill whose "this demand" is."""
        discourse = self.reader.discourse
        for item in sorted(found.values(), key=lambda f: f.token.i):
            roles = item.roles
            if item.cue and "demand" in item.cue.object_lemmas and not roles.targets:
                terms = {r.term for r in roles.resources}
                roles.targets = [who for who, what in discourse.needs if what.term in terms][-1:]
            if item.relation == "need":
                discourse.needs.extend((a, r) for a in roles.actors for r in roles.resources)
            if item.relation in DEALS and roles.actors and roles.targets:
                discourse.note_pair(roles.actors[0], roles.targets[0], tuple(roles.resources))

    def _about(self, found: Found) -> None:
        """A speech act is about the resource of its content, and a request goes to who is to act."""
        for inner in found.content:
            if not found.roles.resources:
                found.roles.resources = list(inner.roles.resources)
            if found.relation == "request" and not found.roles.targets and not found.filled.get("obj"):
                own = {r.entity or r.mention.text for r in found.roles.actors}
                found.roles.targets = [r for r in inner.roles.actors if (r.entity or r.mention.text) not in own]
        if found.relation in CONTENT_RELATIONS | MUTUAL | {"concede"} and not found.roles.resources:
            found.roles.resources = self._wanted(found)

    def _wanted(self, found: Found) -> list[Referent]:
        """The resource of an act that has no cue of its own: "urges Kyiv to scrap fuel subsidies", "rejects an offer of power".

        Where the act's object only takes up what was at stake ("to release the shipments", "to scrap the ban"), it is that.
        """
        acts = [c for c in found.token.children if c.dep_ in ("xcomp", "ccomp")] + _gerunds(found.token)
        things = [t for act in acts for slot in ("obj", "of", "with") for t in verb_slots(act).get(slot, ())]
        things += [t for slot in _CONTENT for t in found.filled.get(slot, ())]
        idiom = found.cue.object_lemmas if found.cue else frozenset()
        events = self.lexicon.words("event-nouns") | idiom
        for noun in found.filled.get("obj", ()):
            if noun.lemma_.lower() in events:
                inside = slots(noun)
                things += [t for slot in ("of", "for", "on", "over", "into", "compound") for t in inside.get(slot, ())]
                acts = [act for act in noun.rights if act.dep_ == "acl"] + _gerunds(noun)
                things += [t for act in acts for t in verb_slots(act).get("obj", ())]
        known = next((named for t in things if (named := self.reader.resources(t))), [])
        if known or found.relation in MUTUAL:
            return known
        return next((named for t in things if (named := self._taken_up(t))), []) or next(
            (named for t in things if (named := self.reader.things(t))), []
        )

    def _taken_up(self, noun: Token) -> list[Referent]:
        """The resource of the flow or the act that a bare definite noun stands for."""
        lemma, discourse = noun.lemma_.lower(), self.reader.discourse
        bare = not any(c.dep_ in ("compound", "poss", "prep", "nmod", "amod", "relcl", "acl") for c in noun.children)
        if bare and lemma in self.lexicon.words("flow-nouns") | self.lexicon.words("bare-measures"):
            return discourse.at_stake(self.reader.block, noun)
        act = antecedent(noun, discourse.told, self.lexicon)
        return list(act.roles.resources) if act is not None else []

    def _obliging(self, found: Found) -> Found:
        """ "X says Y must P" asks P of Y: request, with P as its content."""
        context = found.context
        if not (context.obliged and context.reporter is not None and found.roles.actors):
            return found
        who = reporting_actor(context.reporter, self.lexicon, self.reader)
        asking = [who] if who else []
        if not asking or asking[0].mention.span == found.roles.actors[0].mention.span:
            return found
        if asking[0].entity and asking[0].entity == found.roles.actors[0].entity:
            return found
        roles = Roles(actors=asking[:1], targets=found.roles.actors, resources=found.roles.resources)
        inner = replace_context(found)
        return Found(found.token, found.cue, Context(path=["must"]), roles, {}, "obligation", "request", [inner])

    def _others(self, sent: Span, chosen: dict[int, tuple[Token, Cue]], contexts: dict[int, Context]) -> Iterator[Found]:
        """What an actor does to another actor or to a resource, without a cue: relation ``other``."""
        busy = {t.i for c in contexts.values() for t in [*c.consumed, *([c.reporter] if c.reporter is not None else [])]} | set(
            chosen
        )
        for token in sent:
            if token.pos_ != "VERB" or token.i in busy or token.dep_ in _MODIFIERS or self.lexicon.report(token):
                continue
            if self.lexicon.light(token) or self.lexicon.operator(token):
                continue
            filled = verb_slots(token)
            actors = [r for t in filled.get("subj", ()) for r in self.reader.actors(t)]
            if not actors:
                continue
            asked = token.lemma_ not in self.lexicon.words("stative-verbs")
            if asked and any(c.dep_ == "aux" and c.lower_ in self.lexicon.words("modals-obliged") for c in token.children):
                plain = Found(token, None, climb(token, self.lexicon, {}), Roles(actors), filled, "verb-untyped", "other")
                if (request := self._obliging(plain)) is not plain:
                    yield request
                    continue
            targets = [r for t in filled.get("obj", ()) for r in self.reader.actors(t, places=False)]
            resources = [] if targets else [r for t in filled.get("obj", ()) for r in self.reader.resources(t)]
            if targets or resources:
                context = climb(token, self.lexicon, {})
                yield Found(token, None, context, Roles(actors, targets, resources), filled, "verb-untyped", "other")


def _with_particle(cue: Cue, filled: Slots) -> Slots:
    """What the parser hangs on a verb's particle is the verb's object: "cut off | Moldova"."""
    if cue.pos != "verb" or filled.get("obj"):
        return filled
    slots_of_frame = cue.frame.actor | cue.frame.target | cue.frame.resource | cue.frame.content
    particle = next((w for w in cue.words[1:2] if w not in slots_of_frame and filled.get(w)), None)
    return merge(filled, {"obj": filled[particle]}) if particle else filled


def _gerunds(token: Token) -> list[Token]:
    """Acts in the gerund behind a preposition: "accord on sharing the river", "accused of hoarding grain"."""
    return [g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp"]


def replace_context(found: Found) -> Found:
    """The same proposition freed of its obligation, to be the content of the request that the obligation is."""
    context = replace(found.context, mode=Mode.SOUGHT, reporter=None, obliged=False)
    return Found(found.token, found.cue, context, found.roles, found.filled, found.rule, found.relation, found.content)


def _named_event(token: Token) -> bool:
    """Is the noun the head of a proper name ("the Green New Deal", "the Paris Agreement")? It names a thing, and tells no act."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return before is not None and before.pos_ == "PROPN" and before.head == token and not _title_case(token.sent)


def _title_case(sent: Span) -> bool:
    """Is the sentence a headline, most of whose longer words are capitalised?"""
    words = [t for t in sent if t.is_alpha and len(t) > 3]
    return len(words) > 2 and sum(t.text[:1].isupper() for t in words) > 0.7 * len(words)


def _rule(token: Token, context: Context) -> str:
    """Name of the construction that licensed the claim."""
    if token.pos_ in ("NOUN", "PROPN"):
        base = "light-verb" if context.light is not None else "nominal"
    elif token.pos_ == "ADJ":
        base = "predicative"
    elif token.dep_ in ("acl", "relcl"):
        base = "participle" if token.dep_ == "acl" else "relative"
    else:
        base = "passive" if any(c.dep_ in ("nsubjpass", "agent") for c in token.children) else "verb"
    steps = [w for w in context.path if w != "aux"]
    return base + ("<" + "<".join(steps[:3]) if steps else "")


def status_of(context: Context) -> tuple[Status, Mode]:
    """Status and mode that a context leaves."""
    return context.mode.status, context.mode


__all__ = ["CONTENT_RELATIONS", "Found", "Kind", "Referent", "SentenceReader", "status_of"]
