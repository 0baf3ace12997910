"""The noun phrases of an article in the order of the text, among which antecedents are sought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.binding import gender_of
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.tokens import Span, Token
from kg.vocab import Vocabulary

_SKIP = frozenset({"compound", "amod", "nmod", "det", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A referent in the order of the text, with its sentence's number and its grammatical function."""

    position: int
    sentence: int
    subject: bool
    referent: Referent
    token: Token
    block: Block


def entries_of(block: Block, sent: Span, sentence: int) -> Iterator[Entry]:
    """The noun phrases of a sentence that stand for somebody, a place or a resource; ``sentence`` is its number in the article."""
    for token in sent:
        if token.pos_ not in ("NOUN", "PROPN") or (token.dep_ in _SKIP and token.i not in block.names):
            continue
        known = block.names.get(token.i)
        if (known and known.end - 1 != token.i and token.dep_ in _SKIP) or not block.may_refer(token):
            continue
        if _inner(token) and token.i not in block.names:
            continue
        referent = block.referent(token)
        if referent.kind is not Kind.OTHER:
            yield Entry(block.offset + token.idx, sentence, token.dep_ in _SUBJECTS, referent, token, block)


def by_surname(entries: list[Entry], vocab: Vocabulary) -> list[Entry]:
    """The entries, with all who are called by a surname persons of their gender, whatever a recogniser takes the bare name for."""
    full: dict[str, tuple[int, str | None]] = {}
    for entry in entries:
        one, words = entry.referent, entry.referent.mention.name.split()
        if one.person and one.entity is None and len(words) > 1:
            before, gender = full.get(words[-1], (entry.position, None)), gender_of(one, vocab)
            alike = words[-1] not in full or before[1] == gender
            full[words[-1]] = (before[0], gender if alike else None)
    return [_surnamed(entry, full, vocab) for entry in entries] if full else entries


def _surnamed(entry: Entry, full: dict[str, tuple[int, str | None]], vocab: Vocabulary) -> Entry:
    one = entry.referent
    known = full.get(one.mention.name)
    if known is None or one.entity or one.plural or known[0] >= entry.position:
        return entry
    if one.kind is Kind.PLACE and (one.label in vocab.place_names or not entry.subject):
        return entry
    person = replace(one, kind=Kind.ACTOR, person=True, gender=known[1])
    entry.block.cache[entry.token.i] = person
    return replace(entry, referent=person)


def _inner(token: Token) -> bool:
    """Is it a word inside a body's name that another heads: no representatives stand in "the House of Representatives"?"""
    if token.dep_ != "pobj" or token.ent_type_ != "ORG" or token.ent_iob_ != "I":
        return False
    return token.head.ent_type_ == "ORG" and token.head.ent_iob_ == "I" and token.head.i < token.i
