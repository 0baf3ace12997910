"""What "the proposal", "this deal", "the move" lead back to: an act told before (event coreference)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.found import Found
from kg.extract.lexicon import Lexicon
from kg.extract.reactions import REACTIONS, answered, judged, points_back, styled_act
from kg.extract.reader import under_of
from kg.extract.tokens import Token
from kg.extract.words import MUTUAL
from kg.model import Status

if TYPE_CHECKING:
    from kg.extract.coref import Discourse
    from kg.extract.mentions import Referent

_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_ARGUMENTS = ("obj", "to", "of", "on", "over", "about", "with", "against", "from", "in", "for", "under")
_OF_ITS_OWN = frozenset({"of", "for", "on", "over", "with", "between", "to", "about", "against"})
_NAMED_BY_RELATION = {
    "request": "resumes-request",
    "accuse": "resumes-accuse",
    "threaten": "resumes-threaten",
    "sanction": "resumes-sanction",
    "assault": "resumes-assault",
    "consult": "resumes-consult",
    "protest": "resumes-protest",
    "aid": "resumes-aid",
    "invest": "resumes-invest",
}
# What only says whom one blames; of what, where it says so; and the acts that somebody is blamed for.
_BLAMING = frozenset({"frame/blame", "frame/guilt"})
_OF_WHAT = frozenset({"for", "of", "over", "about", "with", "on"})
_HARMING = frozenset({"assault", "coerce", "seize"})
_NO_MOVE = frozenset({"value", "possess", "need", "other", "protest", "accuse"})
_DEAL = MUTUAL | {"supply", "acquire", "invest", "retreat", "concede"}
_POSITIONS = MUTUAL | {"request", "accuse", "reject", "support", "protest", "retreat", "concede"}


def resume(found: Found, discourse: Discourse, lexicon: Lexicon, who: Referent | None) -> None:
    """Link a predicate to the act that its argument resumes, and take from that act what the sentence leaves out.

    ``who`` acts or speaks: of talks "on this deal" that tell no sides, theirs is one.
    """
    for slot in _ARGUMENTS:
        for noun in _and_behind_idiom(found, slot):
            act = (
                _summed_up(noun, found, discourse)
                or _of_ones_own(noun, found, discourse, lexicon, who)
                or antecedent(noun, discourse.told, lexicon)
                or (judged(noun, found, discourse, lexicon) if slot == "obj" or noun not in found.filled.get(slot, ()) else None)
            )
            if act is not None and act is not found:
                found.resumes = act
                found.content = [inner for inner in found.content if inner.token.i != noun.i]
                if found.relation in _POSITIONS:
                    _complete(found, act, discourse)
                elif found.relation == act.relation == "sanction":  # "It had slapped on the curbs"
                    found.roles.resources = found.roles.resources or list(act.roles.resources)
                    found.roles.targets = found.roles.targets or list(act.roles.targets)
                return
    if (act := answered(found, discourse) or styled_act(found, discourse, lexicon)) is not None:
        found.resumes = act
        _complete(found, act, discourse)
    if found.relation == "accuse" and not (found.roles.resources or found.content):
        found.roles.resources = _blamed_for(found, discourse)


def _and_behind_idiom(found: Found, slot: str) -> list[Token]:
    """What stands in a slot, and what stands behind a noun there that belongs to the cue: "in favour of the quotas"."""
    fillers = found.filled.get(slot, ())
    idioms = [t for t in fillers if found.cue is not None and t.lemma_.lower() in found.cue.object_lemmas]
    return [*fillers, *(inner for t in idioms for inner in under_of(t))]


def _blamed_for(found: Found, discourse: Discourse) -> list[Referent]:
    """What was harmed just before, where only who is blamed is told: "a dam was blown up. Kyiv blames Moscow"."""
    cue = found.cue
    if cue is None or cue.frame.id not in _BLAMING or any(found.filled.get(slot) for slot in _OF_WHAT):
        return []
    if any(c.dep_ in ("ccomp", "advcl") and c.pos_ == "VERB" and c.i > found.token.i for c in found.token.children):
        return []
    doc, first = found.token.doc, found.token.sent.start
    start = doc[first - 1].sent.start if first else first
    near = [a for a in discourse.told if a.token.doc is doc and start <= a.token.i < found.token.i]
    last = next((a for a in reversed(near) if a.relation != "accuse"), None)
    return list(last.roles.resources) if last is not None and last.relation in _HARMING and not last.context.negated else []


def _summed_up(noun: Token, found: Found, discourse: Discourse) -> Found | None:
    """The act that a noun in apposition to a whole clause sums up: "Greece dropped its veto, a change that Ankara hailed"."""
    edge = noun.left_edge
    beside = edge.i > noun.sent.start and edge.nbor(-1).text == "," and noun.dep_ in ("appos", "npadvmod", "dep", "attr", "dobj")
    indefinite = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    if noun.pos_ != "NOUN" or not (beside and indefinite) or noun not in found.token.ancestors:
        return None
    before = [act for act in discourse.told if noun.sent.start <= act.token.i < noun.i and act.token.doc is noun.doc]
    return before[-1] if before else None


def _of_ones_own(noun: Token, found: Found, discourse: Discourse, lexicon: Lexicon, who: Referent | None) -> Found | None:
    """The last act told, between the side of who acts or speaks and another, that the noun can stand for."""
    side = discourse.side(who) if who is not None else None
    if found.relation not in MUTUAL or found.roles.targets or side is None:
        return None
    two = [act for act in discourse.told if act.roles.actors and act.roles.targets]
    return antecedent(
        noun, [act for act in two if side in {discourse.side(r) for r in (act.roles.actors[0], act.roles.targets[0])}], lexicon
    )


def antecedent(noun: Token, told: Sequence[Found], lexicon: Lexicon) -> Found | None:
    """The last act told that a definite noun without a complement of its own can stand for."""
    if noun.pos_ != "NOUN" or not points_back(noun, _POINTING, _OF_ITS_OWN):
        return None
    lemma = noun.lemma_.lower()
    others = [act for act in reversed(told) if act.token.i != noun.i]
    # "The pact" is one that was struck, before it is anything else that two do.
    deals = others if lemma in lexicon.words("resumes-agree") else []
    struck = (act for act in deals if act.relation == "agree" and not act.context.negated and _names(lemma, act, lexicon))
    return next(struck, None) or next((act for act in others if _names(lemma, act, lexicon)), None)


def _names(lemma: str, act: Found, lexicon: Lexicon) -> bool:
    """Can the noun name the act: by its relation, as something proposed, as a deal, or as any measure?"""
    named = _NAMED_BY_RELATION.get(act.relation)
    if named and lemma in lexicon.words(named):
        return True
    status = act.context.mode.status
    if lemma in lexicon.words("resumes-proposed"):
        return status is Status.PROPOSED or act.relation == "request"
    if lemma in lexicon.words("resumes-agree"):
        return act.relation in _DEAL and (act.relation in MUTUAL or status is Status.PROPOSED)
    return lemma in lexicon.words("resumes-act") and act.relation not in _NO_MOVE


def _complete(found: Found, act: Found, discourse: Discourse) -> None:
    """Whose the act is, and what it is about, go without saying."""
    roles = found.roles
    if not roles.actors and found.relation in MUTUAL:  # "talks on this deal go well": those of its sides
        roles.actors, roles.targets = act.roles.actors[:1], roles.targets or act.roles.targets[:1]
    own = {r.entity or r.mention.text for r in roles.actors}
    if not roles.targets and found.relation != "retreat":
        judging = found.relation in REACTIONS and act.relation not in MUTUAL  # nobody blames who suffers it
        sides = [r for r in (*act.roles.actors, *(() if judging else act.roles.targets)) if (r.entity or r.mention.text) not in own]
        theirs = {discourse.side(r) for r in roles.actors} - {None}  # the minister signs with the other, not with her own state
        sides = [r for r in sides if discourse.side(r) not in theirs] or sides
        roles.targets = sides[:1]
    if not roles.resources and found.relation not in ("retreat", "concede"):
        roles.resources = list(act.roles.resources)
