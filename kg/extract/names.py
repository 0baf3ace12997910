"""Which words of a parsed block are names and resource terms that the ontology knows: longest match first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.vocab import Sense, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIRST = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """A known term at tokens ``start`` to ``end`` (half-open): a name with its senses, a place or a resource."""

    start: int
    end: int
    name: str
    senses: tuple[Sense, ...] = ()
    place: str | None = None
    resource: str | None = None


@dataclass(frozen=True)
class _Index:
    """For the first letters of every term, how many tokens the longest such term can have."""

    names: Mapping[str, int]
    resources: Mapping[str, int]


@lru_cache(maxsize=4)
def _index(vocab: Vocabulary) -> _Index:
    names: dict[str, int] = defaultdict(int)
    resources: dict[str, int] = defaultdict(int)
    look_alikes = dict.fromkeys(vocab.words("look-alikes"), "")
    tables = (
        (vocab.names, names),
        (vocab.place_names, names),
        (vocab.resource_names, resources),
        (look_alikes, resources),
    )
    for table, target in tables:
        for term in table:
            first = _FIRST.search(term)
            if first:
                tokens = len(re.findall(r"\w+|[^\w\s]", term))
                target[first.group()] = max(target[first.group()], tokens)
    return _Index(names, resources)


def is_thing(word: str, vocab: Vocabulary) -> bool:
    """Is a word that is known as a surname alone also a resource ("Rice")? Then the resource is the likelier."""
    senses = vocab.names.get(word, ())
    surname = bool(senses) and all(sense.how == "family" for sense in senses)
    return surname and word.lower() in vocab.resource_names and word not in vocab.place_names


def find_names(doc: Doc, vocab: Vocabulary) -> dict[int, Found]:
    """Names of actors and places, by each token that they cover."""
    index, found, text = _index(vocab).names, {}, doc.text
    position, size = 0, len(doc)
    while position < size:
        token = doc[position]
        first = _FIRST.search(token.text)
        longest = index.get(first.group(), 0) if first and token.text[:1].isupper() else 0
        for end in range(min(size, position + longest), position, -1):
            name = text[token.idx : doc[end - 1].idx + len(doc[end - 1])].replace("’", "'")
            senses, place = vocab.names.get(name, ()), vocab.place_names.get(name)
            day = token.ent_type_ in ("DATE", "TIME") and not place and all(sense.how == "family" for sense in senses)
            if (senses or place) and not is_thing(name, vocab) and not day:
                match = Found(position, end, name, senses, place)
                found.update(dict.fromkeys(range(position, end), match))
                position = end - 1
                break
        position += 1
    return found


def find_resources(doc: Doc, vocab: Vocabulary) -> dict[int, Found]:
    """Resource terms, by each token that they cover; the last word may be inflected. "Gold medal" and its like are none."""
    index, found, text = _index(vocab).resources, {}, doc.text
    look_alikes = vocab.words("look-alikes")
    position, size = 0, len(doc)
    while position < size:
        token = doc[position]
        first = _FIRST.search(token.lower_)
        lemma = _FIRST.search(token.lemma_.lower())
        longest = max(index.get(m.group(), 0) for m in (first, lemma) if m) if first and lemma else 0
        for end in range(min(size, position + longest), position, -1):
            last = doc[end - 1]
            head = text[token.idx : last.idx].lower()
            base = last.lemma_.lower() if last.pos_ in ("NOUN", "PROPN") else last.lower_
            forms = (head + last.lower_, head + base)
            if any(form in look_alikes for form in forms):
                position = end - 1
                break
            match = next((form for form in forms if form in vocab.resource_names), None)
            if match and _stands_alone(doc, position, end):
                hit = Found(position, end, match, resource=vocab.resource_names[match])
                found.update(dict.fromkeys(range(position, end), hit))
                position = end - 1
                break
        position += 1
    return found


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Not a limb of a hyphenated word: "oil-rich", "gas-fired" are not about the oil or the gas as such."""
    before = start > 0 and doc[start - 1].text in "-–" and not doc[start - 1].whitespace_
    after = end < len(doc) and doc[end].text in "-–" and not doc[end - 1].whitespace_ and not doc[end].whitespace_
    return not before and not after
