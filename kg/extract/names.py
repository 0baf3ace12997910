"""Which words of a parsed block are names and resource terms that the ontology knows: longest match first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.tokens import Doc, Token
from kg.model import ActorType
from kg.vocab import Sense, Vocabulary

_FIRST = re.compile(r"\w+")
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


_BODIES = (ActorType.GOVERNMENT, ActorType.ORGANISATION, ActorType.ARMED_GROUP)


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
        longest = _longest(token.text, index) if begins and not _opposed(doc, position) else 0
        for end in range(min(size, position + longest), position, -1):
            name = text[token.idx : words[end - 1].idx + len(words[end - 1].text)].replace("’", "'")
            senses, place = vocab.names.get(name, ()), vocab.place_names.get(name)
            if not senses and place is None:
                continue
            surname = not place and bool(senses) and _is_surname(name, senses, vocab)
            day = surname and token.ent_type_ in ("DATE", "TIME")
            other = (surname and _of_another(doc, position, senses, vocab)) or ((place or surname) and _on_the_map(doc, position))
            common = surname and token.tag_ == "NN" and token.lower_ in vocab.resource_names  # "Rice was quoted at $345"
            if place and senses and _town_alone(doc, position, end, place, senses, vocab):
                senses = ()  # "Brussels, Belgium" is the city
            if place and not senses and elsewhere(doc, end, place, vocab):
                place = None
                moved.add(name)
            if _part_of_a_state(doc, position, end, name, vocab) or _inside_a_person(doc, position, end, senses, vocab):
                continue
            if senses and _inside_a_body(doc, position, senses, vocab):
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


def _stands_for(senses: tuple[Sense, ...]) -> bool:
    """Is a town's name otherwise at most that of a state or a bloc for which it stands?"""
    return all(sense.how == "metonym" for sense in senses)


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


def _inside_a_body(doc: Doc, position: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a body's name the end of a longer one: the South Sudan People's Defence Forces are not the People's Defence Force?"""
    token = doc[position]
    before = doc[position - 1] if position else None
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "I" and before is not None and before.pos_ == "PROPN"
    return inside and " " in doc[position : position + 2].text and all(vocab.entities[s.actor].type in _BODIES for s in senses)


def _inside_a_person(doc: Doc, position: int, end: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a town's or a firm's name part of a person's here: "Jack London", "Paris Meyer"?"""
    token = doc[position]
    if token.ent_type_ != "PERSON" or end - position > 1 or any(s.how in ("family", "demonym") for s in senses):
        return False
    if any(vocab.entities[s.actor].type is ActorType.PERSON for s in senses):
        return False
    before = doc[position - 1] if position and token.ent_iob_ == "I" else None
    if before is None or before.pos_ != "PROPN" or before.ent_type_ != "PERSON" or before.lemma_.lower() in vocab.roles:
        return False
    return not (end < len(doc) and doc[end].ent_iob_ == "I")


def _is_surname(name: str, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a name a family name alone, whoever of the people that the ontology knows bears it?"""
    people = all(vocab.entities[s.actor].type is ActorType.PERSON for s in senses)
    return people and " " not in name and "-" not in name


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
        if end + 1 >= len(doc) or doc[end].text != "," or not doc[end + 1].text[:1].isupper():
            return found
        for size in (5, 4, 3, 2, 1):  # "Democratic Republic of the Congo" is the longest
            name = doc[end + 1 : end + 1 + size].text
            if states := _lands(name, vocab):
                found = name
                if name not in vocab.place_names and states and not _namesake(doc, end + 1 + size, name, vocab):
                    return found
                end += 1 + size
                break
        else:
            end += 1
            if doc[end].pos_ != "PROPN":
                return found


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


def _namesake(doc: Doc, end: int, name: str, vocab: Vocabulary) -> bool:
    """Is a state's name that of a part of the United States here: "Georgia, United States"?"""
    behind = doc[end + 1 : end + 4].text if end + 1 < len(doc) and doc[end].text == "," else ""
    return name.lower() in vocab.words("namesakes") and behind.startswith(("United States", "U.S", "US"))


def _part_of_a_state(doc: Doc, start: int, end: int, name: str, vocab: Vocabulary) -> bool:
    """Is it Georgia in America: behind a town there, or before the name of the United States?"""
    if name.lower() not in vocab.words("namesakes"):
        return False
    if _namesake(doc, end, name, vocab):
        return True
    if start < 2 or doc[start - 1].text != ",":
        return False
    towns = (vocab.place_called(doc[first : start - 1].text) for first in range(max(0, start - 4), start - 1))
    home = {s.actor for s in vocab.names.get(name, ())}
    return any(town is not None and town.country and town.country not in home for town in towns)


def _opposed(doc: Doc, position: int) -> bool:
    """Behind "anti-" or "pro-" a name says on whose side somebody is, not whose he is."""
    return position > 1 and doc[position - 1].text in "-–" and doc[position - 2].lower_ in ("anti", "pro", "non")


def _of_another(doc: Doc, position: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a family name part of the name of somebody else ("Major General Petrov", "Ali bin Tamim", "Sarah Smith")?"""
    token = doc[position]
    if _elsewhere_owned(doc, position, senses, vocab):
        return True
    following = doc[position + 1] if position + 1 < len(doc) else None
    if following is not None and token.head.i == following.i and following.lemma_.lower() in vocab.words("land-parts"):
        return True  # "Hassan district", "the Ortega valley"
    if following is not None and following.pos_ == "PROPN" and following.text[:1].isupper() and following.dep_ != "appos":
        return not (following.i == following.head.i or following.ent_type_ not in ("PERSON", "", token.ent_type_))
    before = doc[position - 1] if position else None
    if before is not None and before.head.i == token.i and before.lemma_.lower() in vocab.words("other-offices"):
        return True  # "Judge Putin" governs no state
    if before is None or before.pos_ != "PROPN":
        return False
    if before.ent_type_ == "GPE" and before.head.i == token.i and before.text not in vocab.names:
        return before.text not in vocab.place_names  # "in Puerto López"
    if before.ent_type_ not in ("PERSON", "", token.ent_type_):
        return False
    if before.head.i not in (token.i, token.head.i):
        return False
    firsts = {word for s in senses for word in vocab.entities[s.actor].label.split()[:-1]}
    named = {t.text for t in doc[max(0, position - 4) : position] if t.ent_type_ == "PERSON"} or {before.text}
    titled = before.lemma_.lower() in vocab.roles or before.text.endswith(".")
    return not titled and not named & firsts and all(len(n.rstrip(".")) > 1 for n in named)


def _elsewhere_owned(doc: Doc, position: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is it said to be another state's: "Australia's Santos" is not the former president of Colombia?"""
    if position < 2 or doc[position - 1].tag_ != "POS":
        return False
    known = (s.actor for s in vocab.names.get(doc[position - 2].text, ()))
    owner = next((a for a in known if vocab.entities[a].type is ActorType.STATE), None)
    homes = {m.organisation for s in senses for m in vocab.entities[s.actor].memberships}
    states = {vocab.stakeholder_of(vocab.entities[home], None)[0].id for home in homes if home in vocab.entities}
    return owner is not None and bool(states) and owner not in states


def _on_the_map(doc: Doc, position: int) -> bool:
    """Is a word the end of the name of another place: the Sumdorong Chu valley is not in Chu, nor somebody's whose name is Chu?"""
    token, before = doc[position], doc[position - 1] if position else None
    inside = token.ent_type_ in ("LOC", "FAC") and token.ent_iob_ == "I"
    return inside and before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and before.text[:1].isupper()


def find_resources(doc: Doc, vocab: Vocabulary) -> dict[int, Found]:
    """Resource terms, by each token that they cover; the last word may be inflected. "Gold medal" and its like are none."""
    index, found, text, words = _index(vocab).resources, {}, doc.text, doc.words
    look_alikes = vocab.words("look-alikes")
    position, size = 0, len(words)
    while position < size:
        token = words[position]
        longest = _longest(token.lower_, index)
        if token.lemma_ != token.lower_:
            longest = max(longest, _longest(token.lemma_.lower(), index))
        for end in range(min(size, position + longest), position, -1):
            last = words[end - 1]
            head = text[token.idx : last.idx].lower()
            base = last.lemma_.lower() if last.pos_ in ("NOUN", "PROPN") else last.lower_
            forms = (head + last.lower_, head + base)
            if any(form in look_alikes for form in forms):
                position = end - 1
                break
            match = next((form for form in forms if form in vocab.resource_names), None)
            built = match and vocab.is_kind(vocab.resource_names[match], {"resource/infrastructure"})
            named = match and (_in_a_name(doc, position, end) or (not built and _ends_a_name(doc, position, end)))
            if match and _stands_alone(doc, position, end) and not named:
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
    return name.dep_ == "compound" and head in vocab.words("place-nouns") | vocab.words("struck-things")
