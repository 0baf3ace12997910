"""Verbs of speech that the parser hangs into what somebody says, moved to who says it.

"Said that talks would go on, condemning Pakistan", "ruled that the law was void and ordered the state to pay": talks condemn none,
and a law orders nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.coordination import PASSIVE, SUBJECTS
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

# What one does by speaking.
_SPEECH = ("accuse", "reject", "request", "support", "threaten")
_SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PRONOUNS = frozenset({"he", "she", "they", "who", "we", "i", "you", "nobody", "everybody", "everyone"})
_CLOSING = frozenset({"”", '"', "''"})


def to_speaker(verb: Token, vocab: Vocabulary) -> None:
    """Hang a verb of speech on the verb of saying above it, where the subject of what is said cannot speak. Mended in place."""
    told = verb.head
    while told.dep_ == "conj" and told.head.pos_ in ("VERB", "AUX"):
        told = told.head
    said = told.head
    if told.dep_ != "ccomp" or not said.i < told.i < verb.i or ("verb", said.lemma_.lower()) not in vocab.reports:
        return
    if not any(c.dep_ == "nsubj" and c.i < said.i for c in said.children) or not _alone(verb):
        return
    ended = verb.tag_ == said.tag_ and _quotation_ends(told, verb)
    if ended or (_speaks(verb, vocab) and not _may_speak(told, vocab) and _agrees(verb, told)):
        verb.head = said


def _agrees(verb: Token, told: Token) -> bool:
    """Has it the form of the verb of saying, or one that what is told cannot share: "should not be called so and condemned it"?"""
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in told.children)
    return verb.tag_ in ("VBG", told.head.tag_) or (verb.tag_ == "VBD" and modal)


def _alone(verb: Token) -> bool:
    """Has it no subject of its own, but something that it is said of?"""
    deps = {c.dep_ for c in verb.children}
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if deps & {*SUBJECTS, *PASSIVE, "aux", "auxpass", "agent"} or marks - {"while"}:
        return False
    return bool(deps & {"dobj", "prep", "ccomp", "prt"}) and (bool(marks) or verb.tag_ != "VBG" or _after_comma(verb))


def _after_comma(verb: Token) -> bool:
    first = verb.left_edge
    return first.i > 0 and first.nbor(-1).text in (",", "—", "–", *_CLOSING)


def _quotation_ends(told: Token, verb: Token) -> bool:
    """Is what is said quoted, and the verb behind the quotation?"""
    between = verb.doc[told.i : verb.i]
    opened = [t for t in told.doc[told.head.i : told.i + 1] if t.text in ("“", '"', "``")]
    return verb.dep_ == "conj" and bool(opened) and sum(t.text in _CLOSING for t in between) == 1


def _speaks(verb: Token, vocab: Vocabulary) -> bool:
    """Does one speak by it, whatever its object is? A ship may violate sanctions."""
    cues = vocab.cues.get(("verb", verb.lemma_.lower()), ())
    return any(cue.relation in _SPEECH and not cue.object_lemmas for cue in cues)


def _may_speak(told: Token, vocab: Vocabulary) -> bool:
    """Can the subject of what is said speak itself: somebody by name, by role or by pronoun?"""
    parties = vocab.words("state-nouns|party-nouns")
    for subject in (c for c in told.children if c.dep_ in (*SUBJECTS, *PASSIVE)):
        if subject.lower_ in _PRONOUNS or (subject.lower_ == "it" and told.lemma_ != "be"):
            return True
        if subject.ent_type_ in _SOMEBODY or subject.lemma_.lower() in vocab.roles or subject.lemma_.lower() in parties:
            return True
    return False
