"""What came of an act, told by a participle behind a comma ("struck a bus, killing nine"), hung on the verb of that act.

The parser hangs it on the noun before ("struck people waiting at a stop, killing nine": nobody who waited killed), or on the verb
by which somebody else is accused of the act ("accused Chad of shelling a school, killing two": Chad is said to have).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token


def outcome(participle: Token, vocab: Vocabulary) -> None:
    """Hang a participle of harm, which ends a clause behind a comma, on the verb whose outcome it is."""
    if participle.i < 2 or participle.nbor(-1).text != "," or participle.lemma_.lower() not in vocab.words("outcome-verbs"):
        return
    above = participle.head
    if participle.dep_ == "acl" and above.dep_ == "dobj" and above.head.pos_ == "VERB" and _told_more(above, participle):
        participle.head, participle.dep_ = above.head, "advcl"
    elif participle.dep_ == "advcl" and _describes(above, vocab):
        participle.head = above.head.head
    elif participle.dep_ == "advcl" and above.pos_ == "VERB" and above.i < participle.i:
        act = _charged_with(above, participle, vocab)
        if act is not None:
            participle.head, participle.dep_ = act, "conj"  # one charge with it: "of shelling a school and killing two"


def _describes(clause: Token, vocab: Vocabulary) -> bool:
    """Does a clause only say who it is that is struck: "struck people | waiting at a stop"?"""
    struck = clause.head
    told = clause.dep_ == "acl" and clause.tag_ == "VBG" and struck.dep_ == "dobj" and struck.head.pos_ == "VERB"
    return told and not vocab.evokes("verb", clause.lemma_.lower(), ("assault", "coerce"))


def _told_more(noun: Token, participle: Token) -> bool:
    """Does the noun already have a clause of its own before the comma: "people | waiting at a stop, killing …"?"""
    return any(c.dep_ in ("acl", "relcl") and noun.i < c.i < participle.i for c in noun.children)


def _charged_with(accusing: Token, participle: Token, vocab: Vocabulary) -> Token | None:
    """The act, said by a gerund before the participle, of which a verb accuses another."""
    if not vocab.evokes("verb", accusing.lemma_, ("accuse",)):
        return None
    below = [c for c in accusing.rights if c.dep_ in ("dobj", "prep")]
    marks = [p for c in below for p in ((c,) if c.dep_ == "prep" else c.rights) if p.lower_ in ("of", "for", "with")]
    acts = [g for p in marks for g in p.children if g.dep_ == "pcomp" and g.tag_ == "VBG" and g.i < participle.i]
    return acts[-1] if acts else None
