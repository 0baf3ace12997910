"""How a proposed act stands once it is known who says so: vows, what an authority enacts by saying so, treaties, days to come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from kg.extract.attribution import Speaker, speaks_for
from kg.extract.context import Context
from kg.extract.found import Found
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Block
from kg.extract.reader import Reader
from kg.extract.tokens import Token
from kg.model import Article, Mode, Time

# What an authority does by saying so.
_OWN_POWER = frozenset({"sanction", "concede", "support"})
# What a decree does once it is signed.
_BY_EDICT = _OWN_POWER | {"seize"}
_DECREED = frozenset({Mode.ORDERED, Mode.PLANNED, Mode.AGREED})
# What somebody does with his own people and arms, and tells by the name of the act once it is decided.
_OWN_ARMS = frozenset({"mobilize", "retreat", "coerce"})
# Acts that are not yet done by a verb that offers, pledges or weighs them ("pledged constables", "weighs a tariff").
_MATERIAL = frozenset({"aid", "supply", "concede", "invest", "sanction", "mobilize", "cooperate", "produce"})
# Under such a paper what its parties will do is agreed.
_PAPERS = frozenset({"under", "by", "in"})
_NEAR = frozenset({"close", "near", "inch", "edge"})
_FROM = frozenset({"from", "starting", "effective", "beginning"})


def own_word(said_by: Speaker, found: Found, reader: Reader) -> bool:
    """Does the actor itself, or its own side, tell of the act? Who says that somebody must do it asks for it himself."""
    if found.rule == "obligation":
        return True
    doers = [*found.filled.get("subj", ()), *found.context.subject]
    return any(speaks_for(said_by, actor, doers, reader) for actor in found.roles.actors[:1])


def begins_later(found: Found, time: Time | None, article: Article, block: Block) -> bool:
    """Does the sentence give a day to come from which it holds: "bans exports from 2027"?"""
    if found.relation not in _OWN_POWER or time is None or time.mention is None or not time.value:
        return False
    before = block.text[: time.mention.start - block.offset].split()[-1:]
    if not any(w.lower() in _FROM for w in before):
        return False
    if article.published is not None:
        return time.value > article.published.isoformat()[: len(time.value)]
    return found.context.mode is Mode.PLANNED or found.token.tag_ in ("VBZ", "VBP")


def settled(found: Found, own: bool, unsaid: bool, lexicon: Lexicon) -> Mode:
    """A vow in the conditional by the actor itself is a plan; what an authority announces of its own power is done."""
    context = found.context
    if context.mode is Mode.DONE and found.relation in _MATERIAL and found.cue and found.cue.pos == "verb":
        operator = lexicon.operator(found.token)
        if operator and operator.mode and found.token.lemma_ in lexicon.words("proposing-verbs"):
            return operator.mode
    if context.mode in (Mode.PLANNED, Mode.PROMISED) and not context.negated and _under_a_treaty(found.token, lexicon):
        return Mode.AGREED
    lifts = found.cue is not None and found.cue.negates and context.negated  # "announced an easing of tariffs"
    if context.mode in (Mode.PLANNED, Mode.CONDITIONAL) and (lifts or not context.negated) and found.relation in _OWN_POWER:
        announcing = [t for t in (*context.consumed, context.reporter) if t is not None]
        if any(t.lemma_ in lexicon.words("enacting-verbs") for t in announcing) and (unsaid or own):
            return Mode.ENDED if lifts else Mode.DONE
    if context.mode in _DECREED and found.relation in _BY_EDICT and not context.negated and _signed(context.consumed, lexicon):
        return Mode.DONE
    if context.mode is Mode.REFUSED and context.negated and (unsaid or own) and _ended(context, lexicon):
        return Mode.ENDED  # "announced a halt to exports of copper"
    if context.mode is Mode.PLANNED and not context.negated and found.relation in _OWN_ARMS and found.token.pos_ == "NOUN":
        over = {t.lemma_ for t in context.consumed}
        if "announce" in over and "negotiate" not in over and (unsaid or own):
            return Mode.DONE  # "announced the deployment of troops", "announced his resignation"
    if context.mode is Mode.PLANNED and found.relation == "agree" and any(t.lemma_ in _NEAR for t in context.consumed):
        return Mode.NEGOTIATED  # who is close to a deal is still at it
    if context.mode is Mode.PLANNED and found.relation == "agree" and found.token.pos_ == "NOUN" and not context.negated:
        if any(t.lemma_ in lexicon.words("enacting-verbs") for t in context.consumed):
            return Mode.DONE  # "announced a deal": the deal is there
    if context.purpose and found.relation in ("protest", "consult", "request") and context.mode is Mode.PLANNED:
        return Mode.DONE  # who rallies to protest protests, who meets to discuss discusses, who blocks a road to press presses
    if context.mode in (Mode.CONDITIONAL, Mode.PLANNED) and own and not context.negated and _on_condition(found.token, lexicon):
        return Mode.PROMISED  # what the actor itself would do if something comes about
    if context.mode is Mode.CONDITIONAL and own and "if" not in context.path:
        ended = found.cue is not None and found.cue.negates  # to close a plant is a plan, not a refusal
        return Mode.REFUSED if context.negated and not ended else Mode.PLANNED
    if context.mode is Mode.CONDITIONAL and context.negated and unsaid and _will_not(found.token, lexicon):
        return Mode.REFUSED
    return context.mode


def _signed(consumed: Sequence[Token], lexicon: Lexicon) -> bool:
    """Is it done by an edict that is in force: "signed a decree to nationalise lithium", "a bill to ban it passed"?"""
    acts = lexicon.words("edict-nouns|paper-nouns")
    papers = (t for t in consumed if t.pos_ == "NOUN" and t.lemma_.lower() in acts)
    signing, clearing = lexicon.words("signing-verbs"), lexicon.words("clearing-verbs")
    done = {"dobj": signing, "nsubjpass": signing, "nsubj": clearing}
    return any(t.head.lemma_.lower() in done[t.dep_] for t in papers if t.dep_ in done)


def _ended(context: Context, lexicon: Lexicon) -> bool:
    """Is it announced that an act has an end, by a noun: "the suspension of aid", "an end to the talks"?"""
    nouns = (lexicon.operator(t) for t in context.consumed if t.pos_ == "NOUN")
    modes = {operator.mode for operator in nouns if operator is not None}  # "announced plans for an end" is still to come
    return modes == {Mode.ENDED} and any(t.pos_ == "VERB" and t.lemma_ in lexicon.words("enacting-verbs") for t in context.consumed)


def _will_not(verb: Token, lexicon: Lexicon) -> bool:
    """Is it told without a condition that somebody would not: "the chairman would not back the bill" refuses?"""
    if not any(c.lower_ in ("would", "'d") for c in verb.children) or _on_condition(verb, lexicon):
        return False
    return not any(c.dep_ == "prep" and c.i < verb.i and c.lower_ in ("without", "with", "under", "in") for c in verb.children)


def _on_condition(verb: Token, lexicon: Lexicon) -> bool:
    """Is there a condition on the act: "would hit back if jets bombed Freetown"?"""
    clauses = (c for t in (verb, verb.head) for c in t.children if c.dep_ == "advcl")
    return any(m.dep_ == "mark" and m.lower_ in lexicon.words("conditions") for c in clauses for m in c.children)


def _under_a_treaty(verb: Token, lexicon: Lexicon) -> bool:
    """Is it told of what an accord says: "under the accord its troops will pull back", "an accord under which it was to cede"?"""
    for clause in (verb, *verb.ancestors):
        for child in clause.children:
            if child.dep_ == "prep" and child.lower_ in _PAPERS and child.i < clause.i:
                for paper in child.children:
                    nouns = [paper] if paper.tag_ != "WDT" else [clause.head, *islice(clause.head.ancestors, 4)]
                    if paper.dep_ == "pobj" and any(n.lemma_.lower() in lexicon.words("agreement-nouns") for n in nouns):
                        return True
        if clause.dep_ in ("relcl", "ROOT", "ccomp"):
            break
    return False
