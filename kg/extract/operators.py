"""What stands above a predicate and says how it is meant: operators ("plans to", "halted") and light verbs ("made an attack")."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.arguments import Slots, merge, slots, verb_slots
from kg.extract.context import Context, auxiliaries, denied_noun, no_longer
from kg.extract.control import receivers
from kg.extract.coordination import first_conjunct
from kg.extract.governor import governor, infinitive
from kg.extract.lexicon import Lexicon
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import Mode, Status
from kg.vocab import Operator

LIGHT_LINKS = frozenset(
    {
        "dobj",
        "nsubjpass",
        "pobj:in",
        "pobj:into",
        "pobj:on",
        "attr",
        "pobj:with",
        "pobj:to",
        "conj",
        "pobj:for",
        "nsubj",
    }
)


def applies(operator: Operator, link: str, event: bool, before: bool = False, transitive: bool = False) -> bool:
    """Does the link lead to the operator's complement? An act's noun may be its object, or stand behind of, for, to, on.

    As its subject it ends only where there is no object: "talks stalled", but not "the strike has delayed shipments".
    """
    if link in ("nsubj", "csubj") and operator.words[0] == "be" and operator.mode is Mode.REFUSED:
        return True  # "ceding land is out of the question"
    if link in (
        "xcomp",
        "acl",
        "ccomp",
        "pcomp:to",
        "pcomp:from",
        "pcomp:of",
        "pcomp:on",
        "pcomp:for",
        "pcomp:in",
        "pcomp:at",
        "pcomp:into",
        "pcomp:with",
        "pcomp:about",
        "pcomp:against",
        "pcomp:over",
        "pcomp:upon",
        "pcomp:toward",
        "pcomp:towards",
        "advcl",
    ):
        return True
    if not event or (link.startswith("pobj") and before):
        return False  # "on a visit to Fiji, pledged boats": what a verb takes follows it
    if link in ("dobj", "nsubjpass"):
        return True
    if operator.pos == "noun":
        # What talks are about has not been agreed, nor is it always wanted ("talks about the war").
        return operator.mode is not Mode.NEGOTIATED and link in (
            "pobj:of",
            "pobj:for",
            "pobj:to",
            "pobj:on",
            "pobj:about",
            *(("pobj:in",) if operator.effect == "transparent" else ()),  # "its participation in the talks"
        )
    if link in ("pobj:for", "pobj:to", "pobj:on", "pobj:upon", "pobj:from", "pobj:about", "pobj:of"):
        if operator.pos == "verb" and link.removeprefix("pobj:") == operator.words[-1] and len(operator.words) > 1:
            return True  # "closed in on a trade pact"
        return operator.mode is not None and (operator.mode is not Mode.PLANNED or operator.pos == "adjective")
    return link.removeprefix("pobj:") in operator.words[1:] or (
        link == "nsubj" and operator.effect == "modal" and operator.mode is Mode.ENDED and not transitive
    )


def _beside(parent: Token, operator: Operator) -> Slots:
    """The slots of an operator's word; the other half of its name is nobody ("force majeure")."""
    found = slots(parent)
    if parent.pos_ != "NOUN" or len(operator.words) < 2 or not found.get("compound"):
        return found
    return {**found, "compound": [t for t in found["compound"] if t.lemma_ not in operator.words]}


def operator_above(node: Token, parent: Token, link: str, lexicon: Lexicon) -> Operator | None:
    """What says how the word below is meant; a bill is a plan with "to", but "signed a bill giving aid" gives it."""
    operator = lexicon.operator(parent)
    if operator and operator.mode is Mode.HEDGED and operator.control == "object" and _came_about(node, parent, lexicon):
        return None
    if link == "acl" and node.tag_ == "VBG" and operator and operator.mode is Mode.PLANNED:
        edict = parent.lemma_.lower() in lexicon.words("edict-nouns|paper-nouns")
        return None if edict else operator
    return operator


def as_meant(operator: Operator | None, parent: Token, event: bool, context: Context, lexicon: Lexicon) -> Operator | None:
    """None where the word is here no operator: a tentative one of what is not possible, a vow that only carries an act's noun."""
    if operator and operator.effect == "tentative" and context.mode.status is not Status.POSSIBLE:
        return None
    if operator and operator.mode is Mode.PROMISED and event and lexicon.light(parent):
        return None  # "undertook a mission" is to do it, "undertook to send it" to promise
    return operator


def _came_about(act: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Was what a thing let somebody do done, since it has been counted: "the deal allowed Ukraine to export 33 million tonnes"?"""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helpers & {"has", "have", "had"} and not helpers - {"has", "have", "had"})
    things = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN" and c.lemma_.lower() not in lexicon.vocab.roles]
    objects = [t for c in act.children if c.dep_ == "dobj" for t in c.subtree]
    counted = any(t.tag_ == "CD" for t in objects) and not any(t.lower_ == "up" for t in objects)
    return bool(past and things and counted and not any(c.dep_ == "neg" for c in verb.children))


def operate(node: Token, parent: Token, operator: Operator, context: Context, lexicon: Lexicon) -> None:
    """Let an operator above a predicate set the mode, turn the negation, and lend its subject and its other complements."""
    context.consumed.append(parent)
    context.path.append(parent.lemma_)
    if operator.mode is Mode.ENDED and context.mode is Mode.DONE:
        context.mode, context.negated = Mode.ENDED, True
    elif operator.mode is Mode.ENDED:
        context.negated = not context.negated
    elif operator.mode is not None:
        context.set_mode(operator.mode)
        if operator.negates:
            context.negated = not context.negated
    elif operator.negates:
        context.negated = not context.negated
    if operator.effect == "transparent" and parent.pos_ == "NOUN" and denied_noun(parent, lexicon):
        context.negated, context.denied = not context.negated, True  # "denied any role in the raid", "denies responsibility for it"
    direct = context.consumed[0] == parent and node.dep_ in ("dobj", "nsubjpass")
    if operator.mode is Mode.ORDERED and context.mode is Mode.ORDERED and direct:
        context.mode = Mode.DONE
    elif operator.effect == "transparent" and no_longer(parent) and context.mode is Mode.DONE:
        context.mode, context.negated = Mode.ENDED, True
    parent_slots = _beside(parent, operator)
    if parent.pos_ in ("NOUN", "PROPN"):
        if not context.subject and node.pos_ == "VERB":
            # "praised Chad's decision to leave", "the Chadian offer to mediate": whose it is, not who speaks of it.
            people = [t for t in parent_slots.get("amod", ()) if t.ent_type_ == "NORP"]
            whose = list(parent_slots.get("poss", ())) or people if operator.mode is not Mode.OFFERED else []
            context.subject = receivers(parent, lexicon) or whose or list(parent_slots.get("by", ()))
        parent_slots = merge(parent_slots, _light_above(parent, lexicon))
    context.subject = context.subject or _whose(node, parent, parent_slots, operator, lexicon)
    if node.pos_ in ("NOUN", "PROPN") and parent.pos_ in ("VERB", "NOUN"):
        others = {k: v for k, v in parent_slots.items() if node not in v and k not in ("obj", "subj")}
        if operator.words[1:] == ("with",) and parent_slots.get("obj"):
            others["against"] = list(parent_slots["obj"])  # "threatened Chad with bombing"
        context.lent = merge(context.lent, others)
    elif parent.pos_ == "NOUN" and operator.mode is Mode.OFFERED:
        context.lent = merge(context.lent, {k: v for k, v in parent_slots.items() if k in ("for", "to")})
    if parent.pos_ in ("VERB", "AUX"):
        before = context.mode
        auxiliaries(parent, context, lexicon, governor=True)
        if operator.mode and context.mode is Mode.PLANNED and before not in (Mode.DONE, Mode.ENDED):
            context.mode = before


def _whose(node: Token, parent: Token, beside: Slots, operator: Operator, lexicon: Lexicon) -> list[Token]:
    """Who does what stands below an operator: its subject or its object by control, or whoever approves what it names."""
    passive = parent.pos_ == "VERB" and is_passive(parent)
    # "chose Rosatom to build a plant", not "chose to build"
    by_object = operator.control == "object" or passive or parent.lemma_ in lexicon.words("choosing-verbs")
    object_control = by_object and beside.get("obj") and node not in beside["obj"]
    order: Sequence[str] = ("obj",) if object_control else ("subj", "poss", "by", "amod", "compound", "from", "of")
    if found := next((list(beside[s]) for s in order if beside.get(s)), []):
        return found
    if parent.dep_ == "dobj" and parent.head.pos_ == "VERB":
        found = list(verb_slots(parent.head).get("subj", []))  # "approved a deal to export gas"
    if not found and parent.dep_ == "nsubj" and parent.head.lemma_.lower() in lexicon.words("clearing-verbs"):
        found = list(verb_slots(parent.head).get("obj", []))  # "a bill to ban imports cleared the Senate"
    return found


def _light_above(noun: Token, lexicon: Lexicon) -> Slots:
    parent, link = governor(first_conjunct(noun))
    if parent is not None and link in LIGHT_LINKS and parent.pos_ in ("VERB", "AUX"):
        return {k: v for k, v in verb_slots(parent).items() if k != "obj" and noun not in v}
    return {}


def lend(node: Token, parent: Token, context: Context, lexicon: Lexicon) -> None:
    """A light verb lends the noun its subject, its other complements, its tense and its negation."""
    found = verb_slots(parent)
    led = any(c.dep_ in ("xcomp", "ccomp") and infinitive(c) for c in parent.children)
    if node.dep_ == "nsubj" and (found.get("attr") or led):
        found["obj"] = []  # "threats by Iran made insurers nervous", "the raid led Chad to act": those who are made so
    if node.dep_ == "nsubj" and found.get("obj"):
        found["obj"] = [t for t in found["obj"] if t.lemma_.lower() not in lexicon.idiom(parent)]  # "raids took place"
    context.light = parent
    context.consumed.append(parent)
    if is_passive(parent) and parent.lemma_.lower() in lexicon.words("engaging-verbs") and not found.get("subj"):
        found["subj"] = found.pop("obj", [])  # "are engaged in fighting": they fight
    if not context.subject:
        context.subject = list(found.get("subj", []))
    context.lent = merge(context.lent, {k: v for k, v in found.items() if node not in v and k != "subj"})
    auxiliaries(parent, context, lexicon)


def outranks(operator: Operator | None, link: str) -> bool:
    """An offer or a refusal to act is about the act itself, although the word can also take a content."""
    if operator is None:
        return False
    offered = operator.mode is Mode.OFFERED and link in ("acl", "xcomp", "pcomp:to", "pcomp:for")
    if len(operator.words) > 1 and link == f"pcomp:{operator.words[-1]}":
        return True  # "pressed ahead with imposing tariffs": its preposition is the operator's own
    return offered or (operator.mode is Mode.REFUSED and link in ("xcomp", "pcomp:at", "pcomp:from", "pcomp:on"))
