"""What befell somebody, told by a noun after which something else came about, or of those who are counted out of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import slots
from kg.extract.lexicon import Lexicon
from kg.extract.mishaps import mishap
from kg.extract.reader import Reader, under_of
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import Mode

if TYPE_CHECKING:
    from kg.extract.found import Found


def befell(found: Found, lexicon: Lexicon) -> bool:
    """Is it a fact to the sentence that somebody suffered it: "left after the killing of two monks", "his arrest led to riots"?

    What is only planned, feared or tried is none, nor what a court or a book is about.
    """
    noun, context = found.token, found.context
    if noun.pos_ != "NOUN" or context.mode is not Mode.DONE or context.negated or context.consumed:
        return False
    done_to = noun.lemma_.lower() in lexicon.words("victim-nouns") and bool(found.filled.get("of"))
    if not done_to and not (found.relation == "assault" and any(found.filled.get(slot) for slot in ("on", "against"))):
        return False
    return _came_before(noun, lexicon)


def listed(found: dict[int, Found], reader: Reader) -> None:
    """Who is named as one of many is one of those to whom it was done: "among those arrested are a mayor and …"."""
    for item in found.values():
        many = item.token.head
        if item.token.dep_ != "acl" or item.token.tag_ != "VBN" or many.lemma_.lower() not in reader.lexicon.words("listed-words"):
            continue
        named = [r for t in _named_of(many) for r in reader.actors(t, places=False)]
        if named and item.relation in ("assault", "coerce") and not any(r.entity for r in item.roles.targets):
            item.roles.targets = named


def _named_of(many: Token) -> list[Token]:
    """Those who are named behind "among those …" or "those … include"."""
    above = many.head
    if many.dep_ == "pobj" and above.lower_ == "among" and above.head.lemma_ == "be":
        return [c for c in above.head.children if c.dep_ in ("nsubj", "attr")]
    if many.dep_ == "nsubj" and above.lemma_ == "include":
        return [c for c in above.children if c.dep_ == "dobj"]
    return []


def toll(found: dict[int, Found], reader: Reader) -> None:
    """Who dies of an attack is whom it struck: "the raid led to the deaths of nine Thais", "a blast claimed two lives"."""
    words = reader.lexicon.words
    for item in list(found.values()):
        verb, noun = item.token.head, item.token.pos_ == "NOUN" and item.token.dep_ == "nsubj"
        # "a raid led to the death of …"
        searched = item.relation == "coerce" and item.token.lemma_.lower() in words("searching-nouns")
        if not (item.relation == "assault" or searched) or not noun or mishap(item, reader.lexicon):
            continue
        costs = [t for slot in ("obj", "in", "to") for t in slots(verb).get(slot, ()) if t.lemma_.lower() in words("toll-nouns")]
        fallen = [r for cost in costs for t in under_of(cost) for r in reader.actors(t, places=False)]
        told = found.get(verb.i)
        if verb.lemma_.lower() not in words("toll-verbs") or not fallen or not _is_told(verb) or (told and told.roles.targets):
            continue
        item.relation, item.roles.targets = "assault", fallen
        item.context.light = item.context.light or verb
        if told is not None:
            told.context.supposed = True


def storms(act: Found, lexicon: Lexicon) -> bool:
    """Is it the storming of a place, or a riot, in which somebody falls: "two were killed when gunmen stormed the village"?

    What a relative clause recalls is beside the point: "in the land where riots broke out".
    """
    if act.relation == "protest" and any(t.dep_ == "relcl" for t in act.token.ancestors):
        return False
    forced = act.relation in ("coerce", "seize", "protest") and act.context.mode is Mode.DONE and not act.context.negated
    return forced and act.token.lemma_.lower() in lexicon.words("storming-words")


def _came_before(noun: Token, lexicon: Lexicon) -> bool:
    """Does something else come after the event, or of it?"""
    above, leading = noun.head, lexicon.words("leading-verbs")
    if noun.dep_ == "pobj" and above.dep_ == "prep":
        if above.head.lemma_.lower() in lexicon.words("sequel-nouns"):  # "in response to"
            return above.head.dep_ == "pobj"
        return above.lower_ in lexicon.words("sequel-prepositions") and not _awaited(above.head)
    if noun.dep_ == "attr":
        return above.lemma_ == "be" and _is_told(above)  # "it is the third killing of a mayor this year"
    if noun.dep_ == "nsubj":
        return above.lemma_.lower() in leading and _is_told(above)
    return noun.dep_ == "dobj" and above.lemma_.lower() in lexicon.words("following-verbs") and _is_told(above)


def _awaited(verb: Token) -> bool:
    """Is the sequel only awaited, "may resign after the arrest of a judge", and what precedes it perhaps too?"""
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _is_told(verb: Token) -> bool:
    """Did it come about, as far as its own verb says?"""
    return not is_passive(verb) and not any(c.dep_ == "neg" or (c.dep_ == "aux" and c.tag_ == "MD") for c in verb.children)
