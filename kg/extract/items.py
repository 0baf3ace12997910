"""Is a text one story, or a list of items that have nothing to do with each other: headlines, news in brief?

What follows in a story goes on about what came before; an item of a list names other states, and its "police" are not those of the
item before.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kg.extract.scene import state_of
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from kg.extract.coref import Discourse
    from kg.extract.entries import Entry

_LEAST_PAIRS = 3
_LIST_SHARE = 0.6
_SENTENCES = 1.5  # an item of a list is a sentence or two


def items_of(discourse: Discourse) -> tuple[int, ...]:
    """Where the text's items begin: with each paragraph where most share no state with the one before, else only at the start."""
    vocab = discourse.vocab
    states: list[set[str]] = []
    for block in discourse.blocks:
        named = (_state(e, vocab) for e in discourse.entries if e.block is block)
        states.append({state for state in named if state})
    pairs = [(a, b) for a, b in itertools.pairwise(states[1:]) if a and b]
    strange = sum(a.isdisjoint(b) for a, b in pairs)
    sentences = sum(1 for block in discourse.blocks for _ in block.doc.sents)
    if sentences > _SENTENCES * len(discourse.blocks) or len(pairs) < _LEAST_PAIRS or strange < _LIST_SHARE * len(pairs):
        return (0,)
    return (0, *(block.offset for block in discourse.blocks[1:] if block.offset > 0))


def _state(entry: Entry, vocab: Vocabulary) -> str | None:
    """The state that a word names, or in which the place lies that it names."""
    place = vocab.place_called(entry.referent.label)
    return (place.country if place is not None else None) or state_of(entry.referent, vocab)
