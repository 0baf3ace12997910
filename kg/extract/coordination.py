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
    side_by_side = second.left_edge.i == first.i + 2 and first.nbor(1).text == ","
    bare = not any(c.dep_ in ("det", "poss") for c in second.children) and second.tag_ == first.tag_
    return side_by_side and bare and first.sent[-1].text != "."


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
