"""Which word does a prepositional phrase hang on, and which verb a subject behind one, where the parser is often wrong?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

# Behind these stands the other side of an act that a noun tells.
_OTHER_SIDE = frozenset({"to", "on", "against", "with", "for", "into"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def rehang(preposition: Token, vocab: Vocabulary) -> None:
    """Mend what hangs on a preposition, or what it hangs on, in place."""
    if preposition.dep_ == "prep":
        _beyond_the_doer(preposition, vocab)
        _of_the_doer(preposition)
        _of_the_charge(preposition, vocab)
        _behind_fronted(preposition)


def _beyond_the_doer(preposition: Token, vocab: Vocabulary) -> None:
    """ "A visit by Peru's president to Fiji": behind who does what a noun tells stands the other side of it."""
    doer = preposition.head
    by = doer.head
    noun = by.head
    named = preposition.lower_ == "of" and doer.pos_ == "PROPN"  # "the capture by Mali of Kidal"
    if not (named or preposition.lower_ in _OTHER_SIDE) or doer.dep_ != "pobj" or by.lower_ != "by" or noun.pos_ != "NOUN":
        return
    if ("noun", noun.lemma_.lower()) in vocab.cues and doer.i < preposition.i:
        preposition.head = noun


def _of_the_doer(preposition: Token) -> None:
    """ "A case brought by villagers from the delta": right behind people who do it stands where they are from."""
    verb = preposition.head
    if preposition.lower_ != "from" or verb.pos_ != "VERB":
        return
    for agent in verb.children:
        if agent.dep_ == "agent" and agent.i < preposition.i:
            doer = next((c for c in agent.children if c.dep_ == "pobj" and c.tag_ == "NNS"), None)
            if doer is not None and doer.right_edge.i + 1 == preposition.i:
                preposition.head = doer


def _of_the_charge(preposition: Token, vocab: Vocabulary) -> None:
    """ "Accused the head of the church of plotting": of what somebody is accused is no part of his name."""
    if preposition.lower_ != "of" or not any(c.dep_ == "pcomp" for c in preposition.children):
        return
    above = preposition.head
    while above.pos_ in ("NOUN", "PROPN", "ADP") and above.head != above:
        above = above.head
    if above.pos_ == "VERB" and above.lemma_ in vocab.words("charging-verbs") and above.i < preposition.i:
        preposition.head = above


def _behind_fronted(preposition: Token) -> None:
    """ "Under a deal reached in Oslo, Mali and the rebels will talk": what follows the comma is the verb's subject."""
    inner = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    first = (
        next((c for c in inner.children if c.dep_ in ("conj", "appos") and c.pos_ in ("NOUN", "PROPN")), None) if inner else None
    )
    if inner is None or first is None or first.left_edge.i == 0 or first.left_edge.nbor(-1).text != ",":
        return
    end = first.right_edge.i + 1
    verb = next((t for t in inner.ancestors if t.pos_ in ("VERB", "AUX") and t.i >= end), None)
    if verb is None or any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
        return
    start = verb.doc[end]
    finite = start == verb or (start.head == verb and start.dep_ in ("aux", "auxpass", "neg", "advmod"))
    if finite and start.tag_ in _FINITE:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        first.head, first.dep_ = verb, "nsubjpass" if passive else "nsubj"
