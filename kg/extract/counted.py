"""Victims who are only counted, and lists of three, where the parser hangs a number or a name on the wrong word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import verbs
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUFFERED = ("assault", "coerce")
_ABOVE = frozenset({"over", "under", "around", "about"})
_NAMED = frozenset({"PERSON", "ORG"})


def over_number(verb: Token, vocab: Vocabulary) -> None:
    """ "Injuring over 600": so many are the object, where the parser sees a place above them. Mended in place."""
    preposition = verb.nbor(1) if verb.i + 2 < len(verb.doc) else verb
    if preposition.lower_ not in _ABOVE or preposition.dep_ != "prep" or preposition.head != verb:
        return
    count = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if count is None or count.tag_ != "CD" or any(c.dep_ in ("dobj", "auxpass") for c in verb.children):
        return
    if vocab.evokes("verb", verb.lemma_.lower(), _SUFFERED):
        count.head, count.dep_ = verb, "dobj"
        preposition.head, preposition.dep_ = count, "quantmod"


def at_least(word: Token, vocab: Vocabulary) -> None:
    """ "Kills five people and injures at least ten": no noun stands before "at least"; a verb does. Mended in place."""
    if word.i + 3 >= len(word.doc) or [word.nbor(1).lower_, word.nbor(2).lower_] not in (["at", "least"], ["more", "than"]):
        return
    verb = next((v for v in word.ancestors if v.pos_ == "VERB"), None)
    count = next((t for t in word.doc[word.i + 3 : word.i + 5] if t.tag_ == "CD"), None)
    if verb is None or verb.tag_ != "VBZ" or count is None or word.lemma_ not in verbs(vocab):
        return
    word.tag_, word.pos_, word.head, word.dep_ = "VBZ", "VERB", verb, "conj"
    people = count.head if count.dep_ == "nummod" and count.head.i > count.i else count
    people.head, people.dep_ = word, "dobj"
    word.nbor(1).head = word.nbor(2)
    word.nbor(2).head, word.nbor(2).dep_ = count, "advmod"


def more_harmed(word: Token, vocab: Vocabulary) -> None:
    """ "20 were killed and dozens more wounded", "… and three others injured in an ambush": these suffer too. Mended in place."""
    above = word.head
    if word.dep_ == "acl" and above.dep_ == "conj" and above.head.pos_ == "VERB" and above.lemma_.lower() in ("other", "more"):
        verb = above.head
        if not any(c.dep_ in ("auxpass", "dobj") for c in verb.children):
            return
        word.head, word.dep_ = verb, "conj"
        above.head, above.dep_ = word, "nsubjpass"
    elif word.dep_ == "conj" and above.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in word.children):
        more = next((c for c in word.lefts if c.lower_ == "more" and c.i == word.i - 1), None)
        many = next((c for c in more.lefts if c.pos_ in ("NOUN", "NUM")), None) if more is not None else None
        if more is None or many is None:
            return
        many.head, many.dep_ = word, "nsubjpass"
        more.head, more.dep_ = many, "amod"
    else:
        return
    word.tag_, word.pos_ = "VBN", "VERB"


def enumerated(second: Token) -> None:
    """ "Against Bo, former senator Ng, and Li": what "and" goes on with is a list, and explains no name. Mended in place.

    So is what differs in number: "twelve firms, an exporter, and a bank".
    """
    first = second.head
    _beyond_title(first, second)
    joined = [c for c in second.rights if c.dep_ == "conj"]
    marks = [c for c in second.rights if c.dep_ == "cc" and c.lower_ in ("and", "or") and c.nbor(-1).text == ","]
    if second.dep_ != "appos" or first.i > second.i or not joined or not marks:
        return
    names = first.pos_ == second.pos_ == joined[0].pos_ == "PROPN"
    names = names and {first.ent_type_, second.ent_type_, joined[0].ent_type_} <= _NAMED
    one = second.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in second.children)
    if names or (one and first.tag_ == "NNS"):
        second.dep_ = "conj"


def _beyond_title(name: Token, title: Token) -> None:
    """ "Met Bo, the finance minister, and Ng Li": whom "and" adds is beside the first, not beside his office."""
    if title.dep_ != "appos" or title.tag_ != "NN" or name.ent_type_ != "PERSON" or title.i < name.i:
        return
    marks = [c for c in title.rights if c.dep_ == "cc" and c.lower_ == "and" and c.nbor(-1).text == ","]
    for other in [c for c in title.rights if c.dep_ == "conj" and c.ent_type_ == "PERSON" and marks]:
        other.head = name
        for mark in marks:
            mark.head = name
