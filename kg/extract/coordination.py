"""What is coordinated with a word, and which word heads the coordination."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.tokens import Token

# The dependencies of a subject, active and passive.
SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated below it; the names that follow a plural stand for it ("the firms Vale and Shell")."""
    if names := _by_name(token):
        yield from (t for name in names for t in conjuncts(name))
        return
    yield token
    for child in token.children:
        if child.dep_ == "conj" or (child.dep_ == "appos" and _listed(token, child)):
            yield from conjuncts(child)


def _by_name(noun: Token) -> list[Token]:
    """The names of those whom a plural noun counts, right behind it: "the defence contractors | Boeing and Raytheon"."""
    names = [c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == noun.i + 1]
    return [c for c in names if noun.tag_ == "NNS" and any(d.dep_ == "conj" and d.pos_ == "PROPN" for d in c.children)]


def _listed(first: Token, second: Token) -> bool:
    """Does only a comma join the two, as headlines do ("tariffs on beef, coffee")?"""
    if _in_series(first, second):
        return True
    side_by_side = second.left_edge.i == first.i + 2 and first.nbor(1).text == ","
    bare = not any(c.dep_ in ("det", "poss") for c in second.children) and second.tag_ == first.tag_
    return side_by_side and bare and first.sent[-1].text != "."


def _in_series(first: Token, second: Token) -> bool:
    """Is it the second of three or more: "an oil terminal, an arms depot, and a bridge", "the Globe, the Post and the News"?

    They open alike, and the last of them stands behind "and".
    """
    last = next((c for c in second.children if c.dep_ == "conj"), None)
    if last is None or not any(c.dep_ == "cc" and c.lower_ == "and" for c in second.children):
        return False
    opening = [t.left_edge.lower_ if t.left_edge.tag_ == "DT" else "" for t in (first, second, last)]
    if all(word in ("a", "an") for word in opening):
        return True
    names = {t.ent_type_ if t.pos_ == "PROPN" else "" for t in (first, second, last)}
    return names <= {"ORG", "FAC", "PRODUCT", "WORK_OF_ART"} and len(set(opening)) == 1


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that a token stands in."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def exemplifies(word: Token) -> bool:
    """Do examples of a kind or a group stand behind a preposition: "including", "like", "such as", "among them"?"""
    such = any(c.lower_ == "such" and c.i == word.i - 1 for c in word.lefts)
    among = word.lower_ == "among" and any(c.lower_ == "them" for c in word.children)
    return word.dep_ == "prep" and (word.lower_ in ("including", "like") or (word.lower_ == "as" and such) or among)
