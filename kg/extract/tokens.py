"""A parsed text as plain Python values, which is what the rules read.

Rules ask each word for its neighbours and for those that hang on it hundreds of times; spaCy makes a new object for each
answer. So a finished parse is copied once. The names are spaCy's, and mean what they mean there (https://spacy.io/api/token).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc as Parse

_WORDS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
_NUMBERS: list[int | str] = ["HEAD", "ENT_IOB", "IDX", "SPACY", "LIKE_NUM", "IS_ALPHA"]
_IOB = ("", "I", "O", "B")


class _Spelled(dict[int, str]):
    """Hashes of words → the words, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings
        self[0] = ""

    def __missing__(self, key: int) -> str:
        word = self[key] = self._strings[key]
        return word


class Token:
    """A word with its place in the text and in the tree. One object stands for a word, so ``is`` and ``==`` are the same."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "rights",
        "sent",
        "tag_",
        "text",
        "verb_slots",
        "whitespace_",
    )

    def __init__(self, doc: Doc, i: int, words: tuple[str, ...], numbers: tuple[int, ...]) -> None:
        self.doc = doc
        self.i = i
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_ = words
        _, iob, self.idx, spaced, like_num, alpha = numbers
        self.ent_iob_ = _IOB[iob]
        self.whitespace_ = " " if spaced else ""
        self.like_num, self.is_alpha = like_num == 1, alpha == 1
        self.head: Token
        self.sent: Span
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self.children: tuple[Token, ...] = ()
        # What it takes as a verb, once that has been asked.
        self.verb_slots: dict[str, list[Token]] | None = None

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, step: int = 1) -> Token:
        """The word ``step`` places on; IndexError beyond the text's ends."""
        if self.i + step < 0:
            raise IndexError(f"no word {step} places from {self.text!r}")
        return self.doc[self.i + step]

    @property
    def subtree(self) -> Iterator[Token]:
        """The word and all below it, in the order of the text."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """What the word hangs on, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other words of the enumeration in which it stands."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        listed = [first]
        for word in listed:
            listed += [c for c in word.rights if c.dep_ == "conj"]
        return tuple(word for word in listed if word is not self)

    @property
    def left_edge(self) -> Token:
        """The first word of the phrase that it heads."""
        first = self
        for child in self.children:
            edge = child.left_edge
            if edge.i < first.i:
                first = edge
        return first

    @property
    def right_edge(self) -> Token:
        """The last word of the phrase that it heads."""
        last = self
        for child in self.children:
            edge = child.right_edge
            if edge.i > last.i:
                last = edge
        return last


class Span:
    """Words ``start`` to ``end`` (half-open) of a text; a sentence, a named entity or any other stretch."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.words[self.start : self.end][at]

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        if not len(self):
            return ""
        last = self.doc.words[self.end - 1]
        return self.doc.text[self.doc.words[self.start].idx : last.idx + len(last.text)]

    @property
    def start_char(self) -> int:
        """Offset of the first character in the text."""
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        """Offset behind the last character."""
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def root(self) -> Token:
        """The word that is highest in the tree, the first of several."""
        top = next((word for word in self if word.head is word), None)
        return top if top is not None else min(self, key=lambda word: sum(1 for _ in word.ancestors))

    @property
    def ents(self) -> list[Span]:
        """The named entities inside."""
        return [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]


class Doc:
    """A text with its words, sentences and named entities."""

    __slots__ = ("ents", "sents", "text", "words")

    def __init__(self, parse: Parse) -> None:
        self.text: str = parse.text
        spelled = _Spelled(parse.vocab.strings)
        columns = [[spelled[key] for key in column] for column in parse.to_array(_WORDS).T.tolist()]
        numbers = parse.to_array(_NUMBERS).astype("int64").tolist()
        rows = enumerate(zip(zip(*columns, strict=True), numbers, strict=True))
        self.words = [Token(self, i, words, row) for i, (words, row) in rows]
        self._grow([row[0] for row in numbers])
        self.sents = [Span(self, s.start, s.end) for s in parse.sents]
        for sent in self.sents:
            for word in sent:
                word.sent = sent
        self.ents = [Span(self, e.start, e.end, e.label_) for e in parse.ents]

    def _grow(self, steps: list[int]) -> None:
        """Hang each word on its head, which is so many ``steps`` away."""
        words = self.words
        lefts: dict[int, list[Token]] = {}
        rights: dict[int, list[Token]] = {}
        for word, step in zip(words, steps, strict=True):
            head = word.i + step
            word.head = words[head]
            if step:
                (lefts if step > 0 else rights).setdefault(head, []).append(word)
        for i, left in lefts.items():
            words[i].lefts = words[i].children = tuple(left)
        for i, right in rights.items():
            words[i].rights = tuple(right)
            words[i].children += words[i].rights

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        return Span(self, 0, len(self.words))[at] if isinstance(at, slice) else self.words[at]


__all__ = ["Doc", "Span", "Token"]


def halved(token: Token) -> bool:
    """Is it a sign, or the first half of a word with a hyphen: "re" of "re-election", "e" of "e-mails"?"""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    hyphen = after is not None and after.text == "-" and not after.whitespace_
    return not token.text[:1].isalnum() or (hyphen and not token.whitespace_)
