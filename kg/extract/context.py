"""What a predicate's own words say of it: auxiliaries, adverbs, negation, adjectives on an act's noun."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.arguments import Slots
from kg.extract.lexicon import Lexicon
from kg.extract.tokens import Token
from kg.model import Mode, Status


@dataclass
class Context:
    """What the governors of a predicate say of it. ``subject`` is the actor that control or a light verb lends it.

    ``presupposed`` is what a temporal clause tells in the past: "before Congo banned exports" holds whatever the rest supposes.
    """

    mode: Mode = Mode.DONE
    negated: bool = False
    reporter: Token | None = None
    subject: list[Token] = field(default_factory=list)
    proposer: list[Token] = field(default_factory=list)
    lent: Slots = field(default_factory=dict)
    absorbed: Token | None = None
    consumed: list[Token] = field(default_factory=list)
    obliged: bool = False
    light: Token | None = None
    own_voice: bool = False
    relative: bool = False
    purpose: bool = False
    supposed: bool = False
    denied: bool = False
    presupposed: bool = False
    path: list[str] = field(default_factory=list)

    def set_mode(self, mode: Mode) -> None:
        """Apply a governor's mode to what the governed clause has so far."""
        if mode.status is Status.POSSIBLE and self.mode.status is Status.PROPOSED and self.path[-1:] != ["aux"]:
            return
        self.mode = mode


def attributes(noun: Token, context: Context, lexicon: Lexicon) -> None:
    """Adjectives and participles that say how an act stands: "potential collaboration", "the proposed sale"."""
    for child in noun.children:
        if child.dep_ == "amod" and child.lower_ in lexicon.words("attributes-offered"):
            context.mode = Mode.OFFERED
        elif child.dep_ == "amod" and child.lower_ in lexicon.words("attributes-planned"):
            context.mode = Mode.PLANNED


def inverted(verb: Token) -> bool:
    """Does the clause suppose something by its order of words: "had Iran accepted", "should prices fall", "were they to sell"?"""
    first = next((t for t in verb.lefts), None)
    if first is None or first.dep_ not in ("aux", "auxpass") or first.lower_ not in ("had", "should", "were"):
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > first.i for c in verb.lefts)


def has_auxiliary(verb: Token) -> bool:
    """Has the verb an auxiliary or a subject of its own, so that it shares none with the verb before it?"""
    return any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in verb.children)


def is_negated(token: Token, lexicon: Lexicon, shared: bool = False) -> bool:
    """Is the word itself denied, or one of its arguments empty ("nobody sold", "no deal")?

    ``shared`` asks what a coordinated verb has from the first: its subject, not its object ("did neither, and quit").
    """
    empty = ("nsubj", "nsubjpass") if shared else ("dobj", "nsubj", "nsubjpass", "attr")
    negators = lexicon.words("negators")
    for child in token.children:
        if child.dep_ == "neg" or (child.lower_ in negators and child.dep_ in ("det", "preconj", "advmod")):
            return True
        if child.dep_ in empty and token.pos_ in ("VERB", "AUX"):
            if any(c.lower_ in negators and c.dep_ in ("det", "neg", "preconj", "cc") for c in child.children) or child.lower_ in (
                "nobody",
                "nothing",
                "none",
                "neither",
            ):
                return True
    return (token.dep_ == "pobj" and token.head.lower_ == "without") or (token.dep_ == "pcomp" and token.head.lower_ == "without")


def auxiliaries(
    verb: Token, context: Context, lexicon: Lexicon, governor: bool = False, tense_only: bool = False, shared: bool = False
) -> None:
    """Modal verbs, adverbs that hedge, and negation of one verb (``shared``: of the verb that another is coordinated with)."""
    if not tense_only and is_negated(verb, lexicon, shared):
        context.negated = not context.negated
    context.path.append("aux")
    for child in verb.children:
        # "to" where the parser was shown a "will": the future of headlines.
        word = "will" if child.tag_ == "MD" and child.lower_ == "to" else child.lower_
        unable = context.negated and word in lexicon.words("modals-able")
        if child.dep_ == "aux" and not unable:  # who could not agree did not agree
            _modal(word, context, lexicon, governor)
        elif child.dep_ == "advmod" and word == "longer" and any(c.lower_ == "no" for c in child.children):
            context.negated = not context.negated
            context.mode = Mode.ENDED if context.mode is Mode.DONE else context.mode
        elif word == "once" and _formerly(child, verb) and context.mode is Mode.DONE:
            context.mode, context.negated = Mode.ENDED, True
        elif child.dep_ == "advmod" and word in lexicon.words("hedges") and context.mode.status is not Status.PROPOSED:
            context.mode = Mode.HEDGED
    context.path.pop()
    if (
        any(c.lower_ in lexicon.words("conditions") and c.dep_ == "mark" for c in verb.children)
        and context.mode.status is Status.ACTUAL
    ):
        context.mode = Mode.CONDITIONAL


def _formerly(once: Token, verb: Token) -> bool:
    """ "Argentina once bought gas": it no longer does; not "once again", "at once", "once a year"."""
    bare = once.dep_ == "advmod" and not any(True for _ in once.children)
    return bare and verb.tag_ == "VBD" and once.i + 1 == verb.i


def _modal(word: str, context: Context, lexicon: Lexicon, governor: bool) -> None:
    if word in lexicon.words("modals-planned"):
        if context.mode in (Mode.DONE, Mode.ENDED):
            context.mode = Mode.PLANNED
    elif word in lexicon.words("modals-conditional"):
        if context.mode in (Mode.DONE, Mode.ENDED):
            context.mode = Mode.CONDITIONAL
    elif word in lexicon.words("modals-hedged"):
        if context.mode in (Mode.DONE, Mode.ENDED) or governor:
            context.mode = Mode.HEDGED
    elif word in lexicon.words("modals-obliged"):
        context.obliged = True
        if context.mode in (Mode.DONE, Mode.ENDED):
            context.mode = Mode.SOUGHT


def no_longer(verb: Token) -> bool:
    """ "The company that used to run the plant" does so no longer; one that used a loan to run it may, and a law used by it."""
    alone = verb.dep_ != "acl" and not any(c.dep_ in ("dobj", "nsubjpass", "auxpass", "agent") for c in verb.children)
    return verb.lemma_ == "use" and verb.tag_ in ("VBD", "VBN") and alone and any(c.dep_ == "xcomp" for c in verb.children)


def subjunctive(verb: Token) -> bool:
    """Is it a bare infinitive with a subject: what somebody wants to be, not what is?"""
    heads = [c for c in verb.children if c.dep_ in ("aux", "auxpass")] if verb.tag_ == "VBN" else [verb]
    subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    bare = verb.tag_ == "VBN" or not any(c.dep_ == "aux" for c in verb.children)
    return subject and bare and len(heads) == 1 and heads[0].tag_ == "VB"


def plural(verb: Token) -> bool:
    """Is its subject plural, so that its bare form may be the present: "said exports exceed output"?"""
    return verb.lemma_ != "be" and any(c.dep_ == "nsubj" and c.tag_ in ("NNS", "NNPS") for c in verb.children)


def denied_noun(noun: Token, lexicon: Lexicon) -> bool:
    """Is it an allegation, a report, a claim that somebody denies or dismisses?"""
    denying = lexicon.words("denying-verbs|dismissing-verbs")
    return noun.pos_ == "NOUN" and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") and noun.head.lemma_ in denying


def presupposed(node: Token, parent: Token, link: str) -> bool:
    """Is it told by the way, by whoever reports: in a relative clause after a comma, or as the subject of another act?"""
    if link == "relcl":
        first = node.left_edge
        return first.tag_ in ("WDT", "WP", "WP$") and first.i > 0 and first.nbor(-1).text == ","
    acts = any(c.dep_ == "dobj" for c in parent.children)
    return link == "nsubj" and node.pos_ == "NOUN" and parent.pos_ == "VERB" and acts


def rule_of(token: Token, context: Context) -> str:
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
