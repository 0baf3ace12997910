"""Two names with a hyphen between them before what they do together or to each other: "the UK-Japan deal", "the Iran-Iraq war"."""

from __future__ import annotations

from kg.extract.arguments import Slots
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.tokens import Token
from kg.extract.words import MUTUAL
from kg.vocab import Cue

_HYPHENS = "-–/"


def paired(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """The two sides of a deal, talks, a war or a truce that a pair of names before its noun tells."""
    words = reader.vocab.words
    if cue.pos == "noun":
        strife = cue.relation == "assault" and cue.words[-1] in words("strife-nouns")
        truce = cue.relation == "retreat" and cue.words[-1] in words("truce-nouns")
        nouns = [token] if cue.relation in MUTUAL or strife or truce else []
    else:
        known = cue.relation in MUTUAL and not filled.get("subj")
        nouns = [t for t in filled.get("obj", ()) if t.lemma_.lower() in cue.object_lemmas] if known else []
    return next((sides for noun in nouns if (sides := _before(noun, reader))), [])


def _before(noun: Token, reader: Reader) -> list[Referent]:
    names = reader.block.names
    for hyphen in noun.doc[noun.left_edge.i : noun.i]:
        if hyphen.text not in _HYPHENS or not 0 < hyphen.i < noun.i - 1:
            continue
        first, second = noun.doc[hyphen.i - 1], noun.doc[hyphen.i + 1]
        if first.lower_ in reader.vocab.words("combining-forms"):
            return []  # "Franco-German" is of no Franco
        if first.i in names and second.i in names and names[first.i].end == hyphen.i:
            sides = [*reader.named(first)[:1], *reader.named(noun.doc[names[second.i].end - 1])[:1]]
            if len(sides) > 1 and None not in (ends := [reader.discourse.side(r) for r in sides]) and ends[0] != ends[1]:
                return sides
    return []
