"""What a headline puts behind "as" or "after", whose verb the tagger takes for a noun: "Three hurt as rebels attack base"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import verbs
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Before its occasion a headline has a name, its verb and an object.
_FIRST = 4
_JOINING = frozenset({"as", "after", "while"})
_NOT_DONE_TO = frozenset({"ADP", "VERB", "AUX", "PUNCT", "PART", "CCONJ", "SCONJ"})


def of_occasion(root: Token, vocab: Vocabulary) -> bool:
    """Is a headline's only verb that of the occasion: "Zimbabwe imports maize after drought wipes out harvest"?"""
    first, last = root.sent[0], root.sent[-1]
    if last.text == "." or root.i - first.i < _FIRST or root.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return False
    before = root.nbor(-1)
    while before.i > first.i and before.pos_ in ("NOUN", "PROPN", "ADJ"):
        before = before.nbor(-1)
    told = any(t.tag_ in _FINITE and t.i < before.i for t in root.sent)
    return before.lower_ in vocab.words("occasion-words") and not told


def verb_of_occasion(sent: Span, vocab: Vocabulary) -> int | None:
    """The place of the verb in a headline's second clause: "Shop owner hurt as looters torch market", "… as army shells market"."""
    for doer in sent[2:-2] if sent[-1].text != "." else ():
        verb = doer.nbor(1)
        if not verb.text.islower() or not _agree(doer, verb, vocab) or not _behind_joining(doer, verb):
            continue
        if doer.tag_ == "NNS" and verb.tag_ == "NN":
            return None if verb.lower_ in vocab.resource_names else int(verb.i)
        if verb.nbor(1).pos_ not in _NOT_DONE_TO:
            return int(verb.i)
    return None


def _agree(doer: Token, verb: Token, vocab: Vocabulary) -> bool:
    """May they be subject and verb: many and a bare verb, or one and a verb in -s that no act is called by ("drone strikes")?"""
    listed = verbs(vocab)
    if doer.tag_ == "NNS":
        return verb.tag_ in ("NN", "VBP") and verb.dep_ != "ROOT" and verb.lower_ in listed
    lemma = verb.lemma_.lower()
    if doer.tag_ in ("NN", "NNP") and verb.tag_ == "VBZ" and verb.dep_ == "compound":
        return lemma in listed
    if doer.tag_ not in ("NN", "NNP") or verb.tag_ != "NNS" or lemma not in listed or lemma in vocab.words("flow-nouns"):
        return False
    return doer.pos_ == "PROPN" or not (vocab.cues.get(("noun", lemma)) or doer.lower_ in vocab.resource_names)


def _behind_joining(doer: Token, verb: Token) -> bool:
    """Do both stand in what the parser takes for the noun behind "as", or the verb for what modifies its object ("open fire")?"""
    if verb.dep_ == "amod" and verb.tag_ == "VBP" and doer.head == verb:
        return any(c.dep_ == "mark" and c.lower_ in _JOINING for c in verb.lefts)
    if doer.dep_ == "pobj":
        return verb.head != doer and doer.head.lower_ in _JOINING
    whole = verb
    while whole.dep_ == "compound" and whole.head.i > whole.i:
        whole = whole.head
    if doer not in whole.subtree:
        return False
    marked = whole.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _JOINING for c in whole.lefts)
    return marked or (whole.dep_ == "pobj" and whole.head.lower_ in _JOINING)
