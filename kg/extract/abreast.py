"""Verbs that the parser puts beside another than the one with which they share their form, or under the wrong word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def to_reporting_verb(verb: Token, vocab: Vocabulary) -> None:
    """A verb that no verb of the clause told shares its form with is of who says so. Mended in place."""
    if verb.tag_ == "VBZ":
        _beside_says(verb, vocab)
    else:
        _beside_said(verb)


def _beside_says(verb: Token, vocab: Vocabulary) -> None:
    """ "Says efforts have made progress but urges Iran": a present beside what many have done is of who says so."""
    first = verb.head
    said = first.head
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "expl") for c in verb.children)
    shared = first.tag_ == "VBZ" or first.dep_ != "ccomp" or any(c.lower_ == "what" for c in first.children)
    if own or shared or said.tag_ != "VBZ" or said.i > first.i or ("verb", said.lemma_.lower()) not in vocab.reports:
        return
    verb.head = said


def _beside_said(verb: Token) -> None:
    """ "said that it had lost millions and asked for help": "asked" shares no auxiliary with "lost", so it goes with "said"."""
    first = verb.head
    helped = any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ == "had") for c in first.children)
    helped = helped or (
        first.tag_ in ("VB", "VBP") and first.head.tag_ == "VBD"
    )  # "proposed that firms dig there, and offered to pay"
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children)
    if first.dep_ == "ccomp" and first.tag_ in ("VBN", "VB", "VBP") and helped and not own and first.head.tag_ in _FINITE:
        verb.head = first.head


def beside_denial(verb: Token, vocab: Vocabulary) -> None:
    """ "Denies that it owes the tax and has appealed": a perfect that the clause denied does not share is of who denies.

    Mended in place.
    """
    denied = verb.head
    denies = denied.head
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children)
    shared = denied.tag_ == "VBN" or denied.dep_ != "ccomp" or denies.i > denied.i
    if perfect and not own and not shared and denies.lemma_.lower() in vocab.words("denying-verbs"):
        verb.head = denies


def to_which(verb: Token) -> None:
    """ "Somalia, to which it sent arms": what a preposition with "which" opens behind a comma tells of the noun before it.

    Mended in place.
    """
    first = verb.left_edge
    opened = [c for c in first.children if c.dep_ == "pobj" and c.lower_ in ("which", "whom")] if first.dep_ == "prep" else []
    if not opened or first.head not in (verb, *verb.children) or first.i < 2 or first.nbor(-1).text != ",":
        return
    noun = first.nbor(-2)
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    if noun.pos_ in ("NOUN", "PROPN") and verb not in noun.ancestors:
        verb.head, verb.dep_, first.head = noun, "relcl", verb


def to_bare_verb(verb: Token) -> None:
    """ "Reached a deal under which it will pay a fine, drop its suit and leave": a bare form is beside a bare form.

    Mended in place.
    """
    first = verb.head
    helped = any(c.dep_ == "aux" for t in (verb, first) for c in t.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children)
    if helped or own or first.tag_ not in ("VBD", "VBZ") or first.i > verb.i:
        return
    between = (t for t in reversed(verb.doc[first.i + 1 : verb.i]) if t.tag_ == "VB" and first in t.ancestors)
    bare = (t for t in between if any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in t.children))
    if (last := next(bare, None)) is not None:
        verb.head = last


def reduced(verb: Token) -> None:
    """Of two verbs that nothing joins the first says something of the subject: "a rocket fired from Lebanon wounded two"."""
    first = verb.head
    subject = next((c for c in first.lefts if c.dep_ == "nsubj"), None)
    joined = any(c.dep_ in ("cc", "punct") for c in first.rights if c.i < verb.i) or any(c.dep_ == "mark" for c in verb.children)
    helped = any(c.dep_ in ("aux", "dobj", "nsubj") for c in (*first.rights, *verb.lefts)) or verb.dep_ != "conj"
    if first.tag_ not in ("VBN", "VBD") or first.dep_ != "ROOT" or subject is None or joined or helped or subject.i + 1 != first.i:
        return
    verb.dep_, first.dep_, first.tag_ = "ROOT", "acl", "VBN"
    verb.head = verb
    for child in list(first.children):
        if child == subject or child.i > verb.i or child.dep_ == "punct":
            child.head = verb
    first.head = subject
