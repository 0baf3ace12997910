"""A verb that the parser has made a part of what something is ("is mining bauxite"), or that a headline leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import verbs
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend_copula(noun: Token, vocab: Vocabulary) -> None:
    """Mend a parse in place around the noun that stands as the complement of "be"."""
    _progressive(noun, vocab)
    _owned_in_part(noun, vocab)


def _progressive(noun: Token, vocab: Vocabulary) -> None:
    """ "is mining bauxite": behind "be", before a bare noun, it is what somebody is doing, not what he is."""
    act = next((c for c in noun.children if c.dep_ in ("compound", "amod") and c.lower_.endswith("ing")), None)
    being = noun.head
    if act is None or being.lemma_ != "be" or act.left_edge != noun.left_edge or act.i <= being.i or being.tag_ == "VB":
        return
    stem = act.lower_.removesuffix("ing")
    lemma = next((w for w in (stem, stem + "e", stem[:-1]) if w in verbs(vocab)), None)
    behind = any(t.dep_ == "nsubj" and t.i > act.i for t in being.children)
    if lemma is None or behind or being.dep_ not in ("ROOT", "ccomp", "relcl"):
        return
    act.tag_, act.pos_, act.lemma_ = "VBG", "VERB", lemma
    above, dep = (act, "ROOT") if being.dep_ == "ROOT" else (being.head, being.dep_)
    act.head, act.dep_ = above, dep
    for child in list(being.children):
        if child != act:
            child.head = act
    being.head, being.dep_ = act, "aux"
    noun.head, noun.dep_ = act, "dobj"


def _owned_in_part(share: Token, vocab: Vocabulary) -> None:
    """ "is 70 percent owned by Maersk": how much is owned stands before the participle, which is the verb."""
    being, verb = share.head, next((c for c in share.rights if c.dep_ == "acl"), None)
    if verb is None or verb.i != share.i + 1 or being.lemma_ != "be" or share.lemma_ not in vocab.words("share-nouns"):
        return
    if verb.tag_ != "VBN" or verb.lemma_ not in vocab.words("owning-verbs") or being.dep_ not in ("ROOT", "ccomp", "relcl", "conj"):
        return
    above, dep = (verb, "ROOT") if being.dep_ == "ROOT" else (being.head, being.dep_)
    verb.head, verb.dep_ = above, dep
    for child in [*being.children, *share.rights]:
        if child not in (verb, share):
            child.head = verb
            child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    being.head, being.dep_ = verb, "auxpass"
    share.head, share.dep_ = verb, "npadvmod"


def at_level(level: Token, vocab: Vocabulary) -> None:
    """ "Copper at record high": a headline that puts a thing at a level says that it is there; mended in place as its verb."""
    where = level.head
    thing = where.head
    if level.lemma_.lower() not in vocab.words("level-nouns") or where.lower_ not in vocab.words("level-prepositions"):
        return
    if thing.dep_ != "ROOT" or thing.pos_ not in ("NOUN", "PROPN") or thing.i + 1 != where.i or where.dep_ != "prep":
        return
    (where.lemma_,) = vocab.words("level-verbs")
    where.tag_, where.pos_, where.dep_, where.head = "VBZ", "VERB", "ROOT", where
    for child in [c for c in thing.children if c.i > where.i]:
        child.head = where
    thing.head, thing.dep_ = where, "nsubj"
    level.dep_, level.tag_, level.pos_ = "dobj", "NN", "NOUN"
