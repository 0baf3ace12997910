"""In which quotation does a word stand, and who may have spoken it?"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import slots
from kg.extract.lexicon import Lexicon
from kg.extract.tokens import Span, Token

_OPENING = frozenset(["“", "``"])
_CLOSING = frozenset(["”", "''"])
_QUOTES = _OPENING | _CLOSING | {'"'}


def opening(token: Token) -> Token | None:
    """The mark that opens the quotation in which a word of a paragraph stands, or None."""
    opened: Token | None = None
    for earlier in token.doc[: token.i]:
        if earlier.text in _QUOTES:
            closes = earlier.text in _CLOSING or (opened is not None and earlier.text not in _OPENING)
            opened = None if closes else earlier
    return opened


def reports_around(token: Token, mark: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The verbs outside quotations that may report the one in which a word stands, the likeliest first."""
    verbs = (v for sent in _around(token, mark) for v in sent if v.pos_ == "VERB")
    return (v for v in verbs if lexicon.report(v) and opening(v) is None)


def _around(token: Token, mark: Token) -> Iterator[Span]:
    """Where the speaker of a quotation is named: in its sentence, in that in which it opens, before it, behind it."""
    doc, sent = token.doc, token.sent
    yield sent
    yield mark.sent
    if mark.sent.start > 0:
        yield doc[mark.sent.start - 1].sent
    if sent.end < len(doc):
        yield doc[sent.end].sent


def speakers(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The subjects of the verbs that report what a word is part of, the likeliest first.

    Only a quotation has a speaker who says "I" and "we" of himself: "We will pay", said Mora. "He suggested that I go" is the
    writer's own word, and so is an interview without marks; there only a report behind the words tells ("We will pay, Mora said").
    """
    mark = opening(token)
    if mark is not None:
        verbs = reports_around(token, mark, lexicon)
    else:
        verbs = (v for v in token.ancestors if v.pos_ == "VERB" and v.i > token.i and _behind(token, v) and lexicon.report(v))
    for verb in verbs:
        yield from slots(verb).get("subj", ())
    if mark is not None and mark.i > 0 and mark.nbor(-1).text == ":":
        yield from slots(mark.nbor(-1).sent.root).get("subj", ())  # "Mora gave another account on Friday: “We never met.”"


def _behind(token: Token, verb: Token) -> bool:
    """Does a verb with its subject close what it reports ("…, the minister said")?"""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i for c in verb.children)
