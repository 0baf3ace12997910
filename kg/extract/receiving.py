"""Who receives and what is given, where the parser takes two objects side by side for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token


def second_object(noun: Token, vocab: Vocabulary) -> None:
    """ "granted First Quantum, a Canadian company, a concession": what follows an apposition after a verb of giving is given."""
    chained = noun.head.dep_ == "appos"
    receiver = noun.head.head if chained else noun.head
    verb, earlier = receiver.head, chained or any(c.dep_ == "appos" and c.i < noun.i for c in receiver.children)
    gives = receiver.dep_ == "dobj" and verb.lemma_ in vocab.words("giving-verbs")
    if earlier and gives and noun.tag_ in ("NN", "NNS") and receiver.pos_ == "PROPN":
        receiver.dep_ = "dative"
        noun.head, noun.dep_ = verb, "dobj"


def first_of_two(noun: Token) -> None:
    """ "to hand Kyiv two batteries": of two objects side by side the first says who gets the second."""
    earlier = [c for c in noun.head.children if c.dep_ == "dobj" and c.i < noun.i]
    datives = any(c.dep_ == "dative" for c in noun.head.children)
    if len(earlier) == 1 and not datives and earlier[0].right_edge.i + 1 == noun.left_edge.i:
        if earlier[0].pos_ in ("PROPN", "PRON") or earlier[0].ent_type_:
            earlier[0].dep_ = "dative"


def licensed(verb: Token, vocab: Vocabulary) -> None:
    """ "granted the firm rights to mine nickel": an infinitive right behind what lets one act says which act."""
    first = verb.left_edge
    noun = first.nbor(-1) if first.i > 0 and first.tag_ == "TO" else None
    if noun is not None and noun.dep_ == "dobj" and noun.head == verb.head and noun.lemma_ in vocab.words("licensing-nouns"):
        verb.head, verb.dep_ = noun, "acl"


def receiver(noun: Token, vocab: Vocabulary) -> None:
    """ "granted a Chinese firm rights": "a" is never said of many, so it is the firm's, and the firm gets the rights.

    Nor does a name say whose things are that are counted behind it: "promised Ukraine 14 jets".
    """
    name = noun.left_edge
    if name.pos_ == "PROPN" and name.head == noun and name.nbor(1).tag_ == "CD" and noun.head.lemma_ in vocab.words("giving-verbs"):
        name.head, name.dep_ = noun.head, "dative"
        return
    gives = noun.head.lemma_ in vocab.words("giving-verbs")
    before = (c for c in noun.lefts if c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod"))
    land = next((c for c in before if gives and c.nbor(1) != noun and c.nbor(1).tag_ == "CD"), None)
    if land is not None:  # "gave the Philippines five radar stations"
        land.nbor(1).head = noun
        for child in [c for c in noun.lefts if c.i < land.i]:
            child.head = land
        land.head, land.dep_ = noun.head, "dative"
        return
    firm = next((c for c in noun.children if c.i == noun.i - 1 and (c.tag_ == "NN" or c.lower_ in vocab.roles)), None)
    if firm is None or noun.tag_ != "NNS" or noun.head.lemma_ not in vocab.words("giving-verbs"):
        return
    article = next((c for c in (*noun.children, *firm.children) if c.dep_ == "det" and c.lower_ in ("a", "an")), None)
    if article is None:
        return
    for child in list(noun.children):
        if child != firm and article.i <= child.i < firm.i:
            child.head = firm
    firm.head, firm.dep_, firm.tag_, firm.pos_ = noun.head, "dative", "NN", "NOUN"


def given_access(noun: Token, vocab: Vocabulary) -> None:
    """ "Offered the US access to its ports": a name before what lets one act is who is given it. Mended in place."""
    verb, name = noun.head, noun.nbor(-1) if noun.i else noun
    licensing = noun.lemma_.lower() in vocab.words("licensing-nouns") | {"access"}
    if not licensing or name.pos_ != "PROPN" or name.head != noun or name.dep_ not in ("compound", "nmod"):
        return
    if verb.lemma_.lower() not in vocab.words("granting-verbs") or any(c.dep_ in ("dative", "nsubjpass") for c in verb.children):
        return
    for child in list(noun.lefts):
        if child != name:
            child.head = name
    name.head, name.dep_ = verb, "dative"
