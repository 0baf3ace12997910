"""Which words of a parsed block are names and resource terms that the ontology knows: longest match first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.namesakes import (
    begins_a_place,
    ends_a_name,
    inside_a_body,
    inside_a_person,
    is_surname,
    limb,
    makes_model,
    names_a_land,
    namesake,
    of_another,
    on_a_continent,
    on_the_map,
    opposed,
    part_of_a_state,
)
from kg.extract.tokens import Doc, Token
from kg.model import ActorType
from kg.vocab import Sense, Vocabulary, plain

_FIRST = re.compile(r"\w+")
_BUILT = frozenset({"resource/infrastructure"})
_RUNNING = 4  # words in lower case that tell running text from a title


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


def _longest(word: str, index: Mapping[str, int]) -> int:
    """How many tokens the longest term can have that begins with a word; 0 where none does."""
    known = index.get(word)
    if known is None and not word.isascii():
        known = index.get(plain(word))
    if known is not None or word.isalnum():
        return known or 0
    first = _FIRST.search(word)
    return index.get(first.group(), 0) if first else 0


def is_thing(word: str, vocab: Vocabulary) -> bool:
    """Is a word that is known as a surname alone also a resource ("Rice")? Then the resource is the likelier."""
    senses = vocab.names.get(word, ())
    surname = bool(senses) and all(sense.how == "family" for sense in senses)
    return surname and word.lower() in vocab.resource_names and word not in vocab.place_names


def find_names(doc: Doc, vocab: Vocabulary) -> dict[int, Found]:
    """Names of actors and places, by each token that they cover."""
    index, found, text, words = _index(vocab).names, {}, doc.text, doc.words
    position, size = 0, len(words)
    moved = set[str]()
    while position < size:
        token = words[position]
        begins = token.text[:1].isupper() or token.lower_ in ("al", "el")
        longest = _longest(token.text, index) if begins else 0
        longest = 0 if longest and opposed(doc, position) else longest
        if longest > 1:  # "Kim Jong-Un" has two tokens more than "Kim Jong Un"
            longest += sum(t.text == "-" for t in words[position : position + longest])
        for end in range(min(size, position + longest), position, -1):
            name = text[token.idx : words[end - 1].idx + len(words[end - 1].text)].replace("’", "'")
            name = vocab.spelling(name)
            senses, place = vocab.names.get(name, ()), vocab.place_names.get(name)
            if not senses and place is None:
                continue
            surname = not place and bool(senses) and is_surname(name, senses, vocab)
            day = surname and token.ent_type_ in ("DATE", "TIME")
            other = (surname and of_another(doc, position, senses, vocab)) or ((place or surname) and on_the_map(doc, position))
            common = surname and _common(token, vocab)
            if place and senses and _town_alone(doc, position, end, place, senses, vocab):
                senses = ()  # "Brussels, Belgium" is the city
            if place and not senses and elsewhere(doc, end, place, vocab):
                place = None
                moved.add(name)
            if part_of_a_state(doc, position, end, name, vocab) or inside_a_person(doc, position, end, senses, vocab):
                continue
            if limb(doc, position, end, vocab) or (
                place and end == position + 1 and _of_another_place(doc, position, senses, vocab)
            ):
                continue
            if senses and (inside_a_body(doc, position, senses, vocab) or makes_model(doc, position, end, senses, vocab)):
                continue
            if names_a_land(doc, end, senses, vocab) or on_a_continent(doc, position, vocab):
                continue
            event = token.ent_type_ == "EVENT" and end < size and doc[end].ent_type_ == "EVENT" and doc[end].ent_iob_ == "I"
            if event:
                break  # the Vietnam War is not Vietnam
            if (senses or place) and not is_thing(name, vocab) and not (day or other or common):
                match = Found(position, end, name, senses, place)
                found.update(dict.fromkeys(range(position, end), match))
                position = end - 1
                break
        position += 1
    if moved:  # "the Dover Inn in Dover, Delaware, United States": both are there
        found = {i: f for i, f in found.items() if f.name not in moved or not (f.place and _stands_for(f.senses))}
    return found


def _common(word: Token, vocab: Vocabulary) -> bool:
    """Is it no surname but the noun of that form: "Rice was quoted at $345", "Man held over theft"?"""
    if word.tag_ == "NN" and word.lower_ in vocab.resource_names:
        return True
    alone = word.i == 0 or word.ent_iob_ != "I"
    return alone and word.lower_ in vocab.roles and (word.tag_ == "NN" or word.i == word.sent.start)


def _stands_for(senses: tuple[Sense, ...]) -> bool:
    """Is a town's name otherwise at most that of a state or a bloc for which it stands?"""
    return all(sense.how == "metonym" for sense in senses)


def _of_another_place(doc: Doc, position: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a town's name but a word of a longer one, of a place or a person that nobody knows?"""
    return _stands_for(senses) and (begins_a_place(doc, position, vocab) or ends_a_name(doc, position, vocab))


def _town_alone(doc: Doc, start: int, end: int, place: str, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a capital named with its own state, or with another in which a town of the same name lies?

    "in Brussels, Belgium", "at Santiago, Dominican Republic"; but "Paris, Rome and Madrid agreed" is a list.
    """
    if not _stands_for(senses) or end + 1 >= len(doc) or doc[end].text != ",":
        return False
    state = chained(doc, end, vocab)
    if state is None or state in vocab.place_names:
        return False
    own = vocab.places[place].country if place in vocab.places else None
    placed = start > 0 and doc[start - 1].lower_ in vocab.words("place-prepositions")
    behind = doc[end + 1 :].text[len(state) :].lstrip().lower()
    return own in _lands(state, vocab) or (placed and not behind.startswith(("and ", "or ", ", and ", ", or ")))


def elsewhere(doc: Doc, end: int, place: str, vocab: Vocabulary) -> str | None:
    """The state in which the text puts a place, where it is another of the same name ("Nara, Mali"); else None."""
    home = vocab.places[place].country if place in vocab.places else None
    name = chained(doc, end, vocab) if home is not None else None
    return name if name is not None and home not in _lands(name, vocab) else None


def chained(doc: Doc, end: int, vocab: Vocabulary) -> str | None:
    """The outermost known name of a chain of places: "Mali" behind "Nara" in "Nara District, Koulikoro Region, Mali".

    A state ends it, since what follows is another item of a list, unless it is a namesake: "Albany, Georgia, United States".
    """
    found, parts = None, vocab.words("place-nouns")
    while True:
        while end < len(doc) and doc[end].text != "," and (doc[end].pos_ == "PROPN" or doc[end].lower_ in parts):
            end += 1  # what is left of the name itself: "Córdoba | Department"
        if found is None and end + 1 < len(doc) and doc[end].lower_ == "in" and doc[end + 1].text[:1].isupper():
            end = _comma_behind(doc, end + 1, parts)  # "Nara | in Koulikoro Region, Mali"
        if end + 1 >= len(doc) or doc[end].text != "," or not doc[end + 1].text[:1].isupper():
            return found
        for size in (5, 4, 3, 2, 1):  # "Democratic Republic of the Congo" is the longest
            name = doc[end + 1 : end + 1 + size].text
            if states := _lands(name, vocab):
                found = name
                if name not in vocab.place_names and states and not namesake(doc, end + 1 + size, name, vocab):
                    return found
                end += 1 + size
                break
        else:
            end += 1
            if doc[end].pos_ != "PROPN":
                return found


def _comma_behind(doc: Doc, start: int, parts: Iterable[str]) -> int:
    """Where the name of a region that begins here ends."""
    while start < len(doc) and (doc[start].pos_ == "PROPN" or doc[start].lower_ in parts):
        start += 1
    return start


def lies_in(town: Token, vocab: Vocabulary) -> str | None:
    """The state in which a text says right behind it that a town lies: "Orlo in the Dema region of Somalia's Bay state"."""
    where = town.doc[town.i + 1] if town.i + 1 < len(town.doc) else None
    if where is None or where.lower_ != "in":
        return None
    for part in where.subtree:
        if part.pos_ == "PROPN" and part.dep_ in ("poss", "pobj", "appos") and part.text not in vocab.place_names:
            senses = vocab.names.get(part.text, ())
            if any(s.how == "name" and vocab.entities[s.actor].type is ActorType.STATE for s in senses):
                return part.text
        elif part.pos_ == "VERB":
            return None
    return None


def _lands(name: str, vocab: Vocabulary) -> list[str]:
    """The states that a name means, or in which the place of that name lies."""
    known = vocab.place_called(name)
    named = [s.actor for s in vocab.names.get(name, ()) if s.how == "name" and vocab.entities[s.actor].type is ActorType.STATE]
    return named + ([known.country] if known and known.country else [])


def find_resources(doc: Doc, vocab: Vocabulary) -> dict[int, Found]:
    """Resource terms, by each token that they cover; the last word may be inflected. "Gold medal" and its like are none."""
    index, found, text, words = _index(vocab).resources, {}, doc.text, doc.words
    look_alikes, known = vocab.words("look-alikes"), vocab.resource_names
    position, size = 0, len(words)
    while position < size:
        token = words[position]
        lower, lemma = token.lower_, token.lemma_
        longest = _longest(lower, index)
        if lemma != lower:
            longest = max(longest, _longest(lemma.lower(), index))
        for end in range(min(size, position + longest), position, -1):
            last = words[end - 1]
            head = text[token.idx : last.idx].lower()
            base = last.lemma_.lower() if last.pos_ in ("NOUN", "PROPN") else last.lower_
            written, listed = head + last.lower_, head + base
            if written in look_alikes or listed in look_alikes:
                position = end - 1
                break
            match = written if written in known else listed if listed in known else None
            if match is None or not _stands_alone(doc, position, end):
                continue
            built = vocab.is_kind(known[match], _BUILT)
            if not (_in_a_name(doc, position, end) or (not built and _ends_a_name(doc, position, end))):
                hit = Found(position, end, match, resource=known[match])
                found.update(dict.fromkeys(range(position, end), hit))
                position = end - 1
                break
        position += 1
    _called(doc, found, vocab)
    return found


def _called(doc: Doc, found: dict[int, Found], vocab: Vocabulary) -> None:
    """A work that is called by its own name and its kind is the one of that name: "the Cobre Panama | copper mine"."""
    kinds = [f for i, f in found.items() if f.end == i + 1 and doc[i].tag_ in ("NN", "NNP")]
    for kind in kinds:
        start = kind.start
        while start and start - 1 not in found and (doc[start - 1].pos_ == "ADJ" or doc[start - 1].text == "-"):
            start -= 1
        if start and (between := found.get(start - 1)) and not vocab.resources[between.resource or ""].asset:
            start = between.start  # "the Reko Diq | copper - | gold mine"
        own = found.get(start - 1) if start else None
        if own is None or own.resource is None or kind.resource is None or doc[own.end - 1].head.i != kind.end - 1:
            continue
        if vocab.resources[own.resource].asset and vocab.is_kind(own.resource, frozenset({kind.resource})):
            found.update(dict.fromkeys(range(own.start, kind.end), Found(own.start, kind.end, own.name, resource=own.resource)))


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Not a limb of a hyphenated word: "oil-rich", "gas-fired" are not about the oil or the gas as such."""
    before = start > 0 and doc[start - 1].text in "-–" and not doc[start - 1].whitespace_
    after = end < len(doc) and doc[end].text in "-–" and not doc[end - 1].whitespace_ and not doc[end].whitespace_
    return not before and not after


def _ends_a_name(doc: Doc, start: int, end: int) -> bool:
    """The last words of a company's name that no recogniser knows: "the explorer Intra Energy"."""
    last, before = doc[end - 1], doc[start - 1] if start else None
    if before is None or last.pos_ != "PROPN" or last.dep_ in ("compound", "nmod") or not last.text[:1].isupper():
        return False
    named = before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod") and before.head == last and before.text[:1].isupper()
    return named and doc[start].text[:1].isupper() and sum(t.text.islower() for t in last.sent) > _RUNNING


def _in_a_name(doc: Doc, start: int, end: int) -> bool:
    """Part of the name of a body, a work or a person: "the Rice Business Plan Competition" is not about rice."""
    token = doc[start]
    if token.ent_type_ not in ("ORG", "PERSON", "WORK_OF_ART", "EVENT") or token.pos_ != "PROPN":
        return False
    first, last = start, end
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    words = [t for t in doc[first:last] if t.is_alpha and len(t) > 3]
    return last - first > end - start and len(words) > 1 and all(t.text[:1].isupper() for t in words) and last > end


def is_where(name: Token, found: Found, vocab: Vocabulary) -> bool:
    """Is a place's name one here, although the tagger takes a single word for a person: "in Nyala", "Nyala airport"?"""
    if name.ent_type_ != "PERSON" or found.end - found.start > 1:
        return True
    if name.dep_ == "pobj":
        return name.head.lower_ in ("in", "near")
    head = name.head.lemma_.lower()
    return name.dep_ == "compound" and head in vocab.words("place-nouns|struck-things")
