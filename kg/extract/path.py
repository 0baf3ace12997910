"""The way through the dependency parse from a predicate to the words of a role, for people who ask why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.extract.parse import load_model
from kg.extract.reattach import reattach
from kg.extract.retag import mend
from kg.extract.words import mend_words
from kg.model import Evidence, Mention
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def paths(evidence: Evidence, mentions: Iterable[Mention], vocab: Vocabulary, model: str) -> dict[tuple[int, int], str]:
    """For each mention of the sentence, by its start and end, the steps from the predicate to it.

    A step up reads ``word <label- head``, a step down ``word -label> dependent``. Mentions outside the sentence have none. The
    sentence is parsed anew by itself. Raises :class:`kg.errors.ModelError` where the pipeline is not installed.
    """
    nlp = load_model(model)
    (doc,) = mend([nlp(evidence.text)], nlp, vocab)
    mend_words(doc, vocab)
    reattach(doc, vocab)
    start = _token(doc, evidence.predicate.start - evidence.start)
    found = {}
    for mention in mentions:
        inside = evidence.start <= mention.start and mention.end <= evidence.end
        if inside and start is not None:
            head = _head(doc, mention.start - evidence.start, mention.end - evidence.start)
            if head is not None:
                found[mention.start, mention.end] = _way(start, head)
    return found


def _token(doc: Doc, offset: int) -> Token | None:
    return next((t for t in doc if t.idx <= offset < t.idx + len(t)), None)


def _head(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def _way(start: Token, end: Token) -> str:
    up = [start, *start.ancestors]
    down = [end, *end.ancestors]
    meeting = next((t for t in up if t in down), None)
    if meeting is None:
        return f"{start.text} … {end.text} (the parser sees two sentences)"
    steps = start.text
    for token in up[: up.index(meeting)]:
        steps += f" <{token.dep_}- {token.head.text}"
    for token in reversed(down[: down.index(meeting)]):
        steps += f" -{token.dep_}> {token.text}"
    return steps
