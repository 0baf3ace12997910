"""Is a known name here that of something else: part of a longer name, or of another of the same name?"""

from __future__ import annotations

import re

from kg.extract.tokens import Doc, Token
from kg.model import ActorType
from kg.vocab import Sense, Vocabulary

# "Su-25", "XC90", "747s"
_MODEL = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9-]{2,8}$")
_BODIES = (ActorType.GOVERNMENT, ActorType.ORGANISATION, ActorType.ARMED_GROUP)


def inside_a_body(doc: Doc, position: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a body's name the end of a longer one: the South Sudan People's Defence Forces are not the People's Defence Force?"""
    token = doc[position]
    before = doc[position - 1] if position else None
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "I" and before is not None and before.pos_ == "PROPN"
    return inside and " " in doc[position : position + 2].text and all(vocab.entities[s.actor].type in _BODIES for s in senses)


def inside_a_person(doc: Doc, position: int, end: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a town's or a firm's name part of a person's here: "Jack London", "Jack London's", "Paris Meyer"?"""
    token = doc[position]
    if token.ent_type_ != "PERSON" or end - position > 1 or any(s.how in ("family", "demonym") for s in senses):
        return False
    if any(vocab.entities[s.actor].type is ActorType.PERSON for s in senses):
        return False
    after = doc[end] if end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].tag_ != "POS" else None
    before = doc[position - 1] if position and token.ent_iob_ == "I" else None
    if before is None:
        return after is not None and _is_family_name(after, token, vocab)
    if before.pos_ != "PROPN" or before.ent_type_ != "PERSON" or before.lemma_.lower() in vocab.roles:
        return False
    return after is None


def _is_family_name(word: Token, first: Token, vocab: Vocabulary) -> bool:
    """Does a word end a person's name that begins with another: "Nancy Binay", not "Nancy Mayor Klein"?"""
    named = word.pos_ == "PROPN" and word.lemma_.lower() not in vocab.roles and word.text not in vocab.place_names
    return named and first.dep_ == "compound" and first.head.i >= word.i


def is_surname(name: str, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a name a family name alone, whoever of the people that the ontology knows bears it?"""
    people = all(vocab.entities[s.actor].type is ActorType.PERSON for s in senses)
    return people and " " not in name and "-" not in name


def namesake(doc: Doc, end: int, name: str, vocab: Vocabulary) -> bool:
    """Is a state's name that of a part of the United States here: "Georgia, United States"?"""
    behind = doc[end + 1 : end + 4].text if end + 1 < len(doc) and doc[end].text == "," else ""
    return name.lower() in vocab.words("namesakes") and behind.startswith(("United States", "U.S", "US"))


def part_of_a_state(doc: Doc, start: int, end: int, name: str, vocab: Vocabulary) -> bool:
    """Is it Georgia in America: behind a town there, before the name of the United States, in a list of its states, or where an
    adjective would stand of a country ("a Georgia teenager")?
    """
    if name.lower() not in vocab.words("namesakes"):
        return False
    if namesake(doc, end, name, vocab) or _listed(doc, start, end, vocab):
        return True
    token, above = doc[start], doc[start].head
    if token.dep_ == "compound" and above.tag_ in ("NN", "NNS") and above.i == end and above.lemma_.lower() in vocab.roles:
        return True
    if start < 2 or doc[start - 1].text != ",":
        return False
    towns = (vocab.place_called(doc[first : start - 1].text) for first in range(max(0, start - 4), start - 1))
    home = {s.actor for s in vocab.names.get(name, ())}
    return any(town is not None and town.country and town.country not in home for town in towns)


def _listed(doc: Doc, start: int, end: int, vocab: Vocabulary) -> bool:
    """Is the name beside it in a list that of a place inside a state, and of no state: "Georgia, Michigan and Ohio"?"""
    for tie, other, later in ((end, end + 1, end + 1), (start - 1, start - 2, start)):
        if 0 <= other < len(doc) and doc[tie].lower_ in (",", "and", "or") and doc[later].dep_ == "conj":
            place = vocab.place_called(doc[other].text)
            if place is not None and place.country is not None and doc[other].text not in vocab.names:
                return True
    return False


def opposed(doc: Doc, position: int) -> bool:
    """Behind "anti-" or "pro-" a name says on whose side somebody is, not whose he is."""
    return position > 1 and doc[position - 1].text in "-–" and doc[position - 2].lower_ in ("anti", "pro", "non")


def of_another(doc: Doc, position: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a family name part of the name of somebody else ("Major General Petrov", "Ali bin Tamim", "Sarah Smith")?"""
    token = doc[position]
    if elsewhere_owned(doc, position, senses, vocab):
        return True
    following = doc[position + 1] if position + 1 < len(doc) else None
    if following is not None and token.head.i == following.i and following.lemma_.lower() in vocab.words("land-parts"):
        return True  # "Hassan district", "the Ortega valley"
    if (
        following is not None
        and following.pos_ == "PROPN"
        and following.text[:1].isupper()
        and (token.head.i == following.i or following.dep_ != "appos")
    ):
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


def elsewhere_owned(doc: Doc, position: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is it said to be another state's: "Australia's Santos" is not the former president of Colombia?"""
    if position < 2 or doc[position - 1].tag_ != "POS":
        return False
    known = (s.actor for s in vocab.names.get(doc[position - 2].text, ()))
    owner = next((a for a in known if vocab.entities[a].type is ActorType.STATE), None)
    homes = {m.organisation for s in senses for m in vocab.entities[s.actor].memberships}
    states = {vocab.top_of(home).id for home in homes if home in vocab.entities}
    return owner is not None and bool(states) and owner not in states


def on_the_map(doc: Doc, position: int) -> bool:
    """Is a word the end of the name of another place: the Sumdorong Chu valley is not in Chu, nor somebody's whose name is Chu?"""
    token, before = doc[position], doc[position - 1] if position else None
    inside = token.ent_type_ in ("LOC", "FAC") and token.ent_iob_ == "I"
    return inside and before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and before.text[:1].isupper()


def begins_a_place(doc: Doc, position: int, vocab: Vocabulary) -> bool:
    """Is a town's name the first word of another place's: "Sandy Row" is not in Sandy, as Gaza City is in Gaza?"""
    token = doc[position]
    following = doc[position + 1] if position + 1 < len(doc) else None
    if following is None or following.ent_iob_ != "I" or following.ent_type_ not in ("GPE", "LOC") or following.pos_ != "PROPN":
        return False
    if token.dep_ != "compound" or token.head.i != following.i:
        return False
    parts = vocab.words("place-nouns|land-parts|struck-things")
    return following.lemma_.lower() not in parts and following.text not in vocab.names


def ends_a_name(doc: Doc, position: int, vocab: Vocabulary) -> bool:
    """Is a town's name the last word of a person's that the tagger takes for a place: "identified as Sudesh Amman"?"""
    token, before = doc[position], doc[position - 1] if position else None
    if before is None or token.ent_type_ != "GPE" or token.ent_iob_ != "I" or before.pos_ != "PROPN":
        return False
    known = before.text in vocab.names or before.text in vocab.place_names or before.lower_ in vocab.words("town-adjectives")
    return not known and before.dep_ == "compound" and before.head.i == token.i and before.text.isalpha()


def limb(doc: Doc, start: int, end: int, vocab: Vocabulary) -> bool:
    """Is an abbreviation half of another: "ABS-CBN" is not the bank CBN, but "US-EU" are both?"""
    if end - start > 1 or not doc[start].text.isupper():
        return False
    for hyphen, other in ((start - 1, start - 2), (end, end + 1)):
        if 0 <= other < len(doc) and doc[hyphen].text == "-" and not doc[min(hyphen, other)].whitespace_:
            if not doc[start if hyphen > start else hyphen].whitespace_ and doc[other].text.isupper():
                return doc[other].text not in vocab.names
    return False


def makes_model(doc: Doc, position: int, end: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is a maker's name part of a product's: "a Sukhoi Su-25 jet" is not Sukhoi?"""
    if not senses or end >= len(doc) or doc[position].dep_ not in ("compound", "nmod", "nummod"):
        return False
    return bool(_MODEL.match(doc[end].text)) and all(vocab.entities[s.actor].type is ActorType.COMPANY for s in senses)


def names_a_land(doc: Doc, end: int, senses: tuple[Sense, ...], vocab: Vocabulary) -> bool:
    """Is what is known as a firm's name that of a part of a country: "Meta Department", "the Amazon basin"?"""
    if not senses or end >= len(doc) or doc[end - 1].head.i != end:
        return False
    return doc[end].lemma_.lower() in vocab.words("land-parts") and all(
        vocab.entities[s.actor].type is ActorType.COMPANY for s in senses
    )


def on_a_continent(doc: Doc, position: int, vocab: Vocabulary) -> bool:
    """Is it the half of a continent that a state is called after: "South American countries", "Latin America"?"""
    before = doc[position - 1].lower_ if position else ""
    return before in vocab.words("continent-parts") and doc[position].lower_ in vocab.words("continent-words")


def is_electricity(power: Token, vocab: Vocabulary) -> bool:
    """Is "power" what flows in a grid: what is sold, counted in megawatts or short, and no might?"""
    words, noun = vocab.words, power
    if power.tag_ != "NN" or any(c.lower_ in words("mighty-adjectives") | {"of"} for c in power.children):
        return False  # "the power of the courts" is none
    if power.dep_ == "compound":
        return power.head.lemma_.lower() in words("flow-nouns|lack-nouns")
    while noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") and noun.head.head.pos_ in ("NOUN", "NUM", "ADJ"):
        noun = noun.head.head
        if noun.lemma_.lower() in words("power-measures|lack-nouns|flow-nouns"):
            return True
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "without") and noun == power and noun.left_edge == noun:
        return noun.head.lower_ == "without" or noun.head.head.lemma_.lower() in words("power-verbs")  # "is without power"
    return noun.head.lemma_.lower() in words("power-verbs") and noun.dep_ in ("dobj", "nsubjpass", "conj")
