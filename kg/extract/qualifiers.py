"""Where, when and how much: place, time and quantity of a predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.extract.mentions import Block, Kind, Referent
from kg.extract.reader import Reader
from kg.model import Mention, Quantity, Time
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = {
    w: float(i)
    for i, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
# Links through which a date said of the verb above is said of the predicate too.
_SHARED = frozenset({"dobj", "pobj", "prep", "conj", "xcomp", "ccomp", "advcl", "nsubj", "nsubjpass", "attr", "acomp", "pcomp"})
_INSIDE = frozenset({"in", "at", "near", "inside", "outside"})
_QUANTITY_LABELS = frozenset({"MONEY", "PERCENT", "QUANTITY"})


def mention_of(block: Block, span: Span) -> Mention:
    """The mention of a spaCy span."""
    return Mention(
        block.text[span.start_char : span.end_char],
        block.offset + span.start_char,
        block.offset + span.end_char,
        span.root.lemma_.lower(),
    )


def time_of(block: Block, predicate: Token, published: date | None) -> Time | None:
    """The date said of a predicate: the nearest in its own clause, else in the clause that it is coordinated or subordinated to."""
    dates = [(entity, clause_of(entity.root, predicate)) for entity in predicate.sent.ents if _dates(entity, block.vocab)]
    for clause in _clauses(predicate):
        own = [entity for entity, governor in dates if governor == clause]
        if own:
            nearest = min(own, key=lambda entity: abs(entity.root.i - predicate.i))
            return Time(resolve_date(nearest.text, published), mention_of(block, nearest))
    return None


def _dates(entity: Span, vocab: Vocabulary) -> bool:
    """Does an entity say when: not a modifier ("a six-week strike"), nor how long ("for a fortnight")?"""
    root = entity.root
    if entity.label_ != "DATE" or (root.dep_ in ("compound", "amod", "nummod", "nmod") and root.head.pos_ in ("NOUN", "PROPN")):
        return False
    lasting = root.dep_ == "pobj" and root.head.lower_ == "for" and not _YEAR.search(entity.text)
    return not (lasting and root.lemma_.lower() in vocab.words("spans-of-time"))


def clause_of(token: Token, predicate: Token) -> Token:
    """The word on which a phrase hangs: the predicate itself, or the nearest verb above."""
    node = token
    while node.head != node:
        node = node.head
        if node == predicate or node.pos_ in ("VERB", "AUX"):
            return node
    return node


def _clauses(predicate: Token) -> Iterator[Token]:
    """The predicate, then the verbs whose dates are its own too: of a light verb, of what it completes or is coordinated with."""
    node = predicate
    yield node
    while node.head != node and node.dep_ in _SHARED:
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            yield node


def resolve_date(text: str, published: date | None) -> str:
    """An ISO 8601 date of reduced precision, or "" where the words do not give one.

    >>> resolve_date("30 April 2025", None), resolve_date("Wednesday", date(2025, 2, 28))
    ('2025-04-30', '2025-02-26')
    """
    words = re.findall(r"[a-z]+|\d+", text.lower())
    year = _YEAR.search(text)
    month = next((i + 1 for i, name in enumerate(_MONTHS) if name in words or (name[:3] in words and name[:3] != "mar")), None)
    day = next((int(w) for w in words if w.isdigit() and 1 <= int(w) <= 31), None)
    if year and not month:
        return year.group()
    if month:
        at = int(year.group()) if year else _nearest_year(month, published)
        if at is None:
            return ""
        return f"{at:04}-{month:02}-{day:02}" if day else f"{at:04}-{month:02}"
    return _relative(words, published) if published else ""


def _nearest_year(month: int, published: date | None) -> int | None:
    if published is None:
        return None
    return published.year if month <= published.month else published.year - 1


def _relative(words: list[str], published: date) -> str:
    for index, name in enumerate(_WEEKDAYS):
        if name in words:
            return (published - timedelta(days=(published.weekday() - index) % 7)).isoformat()
    if "today" in words:
        return published.isoformat()
    if "yesterday" in words:
        return (published - timedelta(days=1)).isoformat()
    if "tomorrow" in words:
        return (published + timedelta(days=1)).isoformat()
    step = -1 if "last" in words else 1 if "next" in words else 0
    if "month" in words and {"this", "last", "next"} & set(words):
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if "year" in words and {"this", "last", "next"} & set(words):
        return f"{published.year + step:04}"
    return ""


def quantity_of(block: Block, predicate: Token, near: list[Token]) -> Quantity | None:
    """The amount said of a predicate: in the phrase of one of its arguments, or hanging on the predicate itself."""
    heads = {t.i for t in near} | {predicate.i}
    for entity in predicate.sent.ents:
        if entity.label_ in _QUANTITY_LABELS and _belongs(entity.root, heads):
            sign = block.doc[entity.start - 1].text if entity.start else ""
            read = read_quantity((sign if sign in block.vocab.units else "") + entity.text, block.vocab)
            if read:
                return Quantity(read[0], read[1], _change(predicate, block.vocab), mention_of(block, entity))
    return None


def _belongs(token: Token, heads: set[int]) -> bool:
    """Does an amount hang on one of the words, not on another verb between them?"""
    node = token
    for _ in range(4):
        if node.i in heads:
            return True
        if node.pos_ in ("VERB", "AUX") and node != token:
            return False
        node = node.head
    return False


def _change(predicate: Token, vocab: Vocabulary) -> str | None:
    lemma = predicate.lemma_.lower()
    if lemma in vocab.words("changes-up"):
        return "up"
    return "down" if lemma in vocab.words("changes-down") else None


def read_quantity(text: str, vocab: Vocabulary) -> tuple[float, str] | None:
    """Value and unit of an amount; the unit is a code of the ontology, else the last word, else "count".

    >>> from kg.vocab import load
    >>> [read_quantity(t, load()) for t in ("approximately $500 billion", "about 5%", "1,200 tonnes")]
    [(500000000000.0, 'USD'), (5.0, 'percent'), (1200.0, 'tonne')]
    """
    words = re.findall(r"[a-z]+|[%$€£¥]", text.lower())
    number = _NUMBER.search(text)
    value = float(number.group().replace(",", "")) if number else next((_WORDS[w] for w in words if w in _WORDS), None)
    if value is None:
        return None
    for word in words:
        value *= vocab.scales.get(word, 1.0)
    unit = next((vocab.units[w] for w in words if w in vocab.units), None)
    if unit:
        return value, unit
    others = [w for w in words if w not in vocab.scales and w not in _WORDS and w not in _FILLERS]
    return value, others[-1].removesuffix("s") if others else "count"


_FILLERS = frozenset(
    [
        "about",
        "around",
        "approximately",
        "nearly",
        "almost",
        "some",
        "more",
        "than",
        "less",
        "over",
        "under",
        "up",
        "to",
        "at",
        "least",
        "as",
        "much",
        "many",
        "a",
        "an",
        "the",
        "of",
        "only",
        "just",
    ]
)


def place_of(reader: Reader, tokens: list[Token], things: list[Token], taken: set[int]) -> Referent | None:
    """The place said of a predicate: a place or a state behind a preposition of place; else where what it acts on is."""
    everywhere = reader.vocab.words("place-prepositions")
    for token, where in [*((t, everywhere) for t in tokens), *((t, _INSIDE) for t in things)]:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in where:
                for inner in child.children:
                    if inner.dep_ == "pobj" and inner.i not in taken and (found := _locate(reader, inner)):
                        return found
    return None


def _locate(reader: Reader, token: Token) -> Referent | None:
    referent = reader.block.referent(token)
    if referent.kind is Kind.PLACE:
        return referent
    found = reader.block.names.get(token.i)
    if found and token.ent_type_ in ("GPE", "LOC", "FAC") and referent.kind is Kind.ACTOR:
        return referent
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.ent_type_ in ("GPE", "LOC"):
                    return _locate(reader, inner)
    return None
