"""Who says so: reporting verbs above the predicate, "according to X", and quotations whose speaker stands nearby."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import slots
from kg.extract.context import Context
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Referent
from kg.extract.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = frozenset(["“", "``"])
_CLOSING = frozenset(["”", "''"])
_QUOTES = _OPENING | _CLOSING | {'"'}


def speaker(predicate: Token, context: Context, lexicon: Lexicon, reader: Reader) -> Referent | None:
    """The actor who says what ``predicate`` says, or None where the article itself does."""
    if context.reporter is not None:
        return reporting_actor(context.reporter, lexicon, reader)
    if context.own_voice:
        return None
    return _according(predicate, reader) or _inserted(predicate, lexicon, reader) or _quoted(predicate, lexicon, reader)


def reporting_actor(report: Token, lexicon: Lexicon, reader: Reader) -> Referent | None:
    """Whose report: the subject of the verb, the owner of the noun ("his belief"), or the light verb's subject."""
    found = slots(report)
    for slot in ("subj", "poss", "by", "amod"):
        for token in found.get(slot, ()):
            actors = reader.named(token) if slot == "amod" else reader.actors(token, places=False)
            actors = actors or reader.owners(token)
            if actors:
                return actors[0]
    if report.pos_ == "NOUN" and report.head.pos_ == "VERB":
        return reporting_actor(report.head, lexicon, reader)
    if report.dep_ in ("conj", "advcl", "xcomp") and report.head != report:
        return reporting_actor(report.head, lexicon, reader)
    return None


def _inserted(predicate: Token, lexicon: Lexicon, reader: Reader) -> Referent | None:
    """The speaker of a clause that is put in between commas: "Russia, Putin argued, has larger reserves"."""
    for clause in (predicate, *predicate.ancestors):
        for child in clause.children:
            if child.dep_ == "parataxis" and child.pos_ == "VERB" and lexicon.report(child):
                return reporting_actor(child, lexicon, reader)
    return None


def _beside(token: Token, predicate: Token) -> bool:
    """Does "according to" hang on a participle clause to which the predicate does not belong?"""
    clause = token.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    return clause.dep_ == "advcl" and clause != predicate and clause not in predicate.ancestors


def _according(predicate: Token, reader: Reader) -> Referent | None:
    for token in predicate.sent:
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        if token.lower_ == "according" and following is not None and following.lower_ == "to" and not _beside(token, predicate):
            for inner in token.doc[token.i + 1].children:
                if inner.dep_ == "pobj":
                    found = reader.actors(inner, places=False) or reader.owners(inner)
                    return found[0] if found else None
    return None


def _quoted(predicate: Token, lexicon: Lexicon, reader: Reader) -> Referent | None:
    """The speaker of a quotation without a reporting verb of its own.

    Named in the same sentence, in that in which the quotation opens, in the one before it, or in the one behind it.
    """
    mark = _opening(predicate)
    if mark is None:
        return None
    doc, sent = predicate.doc, predicate.sent
    near = [sent, mark.sent]
    if mark.sent.start > 0:
        near.append(doc[mark.sent.start - 1].sent)
    if sent.end < len(doc):
        near.append(doc[sent.end].sent)
    for sentence in near:
        for token in sentence:
            if token.pos_ == "VERB" and lexicon.report(token) and _opening(token) is None:
                who = reporting_actor(token, lexicon, reader)
                if who is not None:
                    return who
    return None


def _opening(token: Token) -> Token | None:
    """The mark that opens the quotation in which a word of a paragraph stands, or None."""
    opened: Token | None = None
    for earlier in token.doc[: token.i]:
        if earlier.text in _QUOTES:
            closes = earlier.text in _CLOSING or (opened is not None and earlier.text not in _OPENING)
            opened = None if closes else earlier
    return opened
