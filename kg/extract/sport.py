"""Is a sentence one of sport, in which sides beat and nobody is hurt?"""

from __future__ import annotations

import re

from kg.extract.reader import Reader
from kg.extract.tokens import Token
from kg.vocab import Vocabulary

_SCORE = re.compile(r"\d{1,3}[–-]\d{1,3}")


def played(token: Token, reader: Reader) -> bool:
    """Is it in a game that one side beats another: a sentence of sport, with a score ("40–22") or a title at stake?"""
    if token.lemma_.lower() not in reader.vocab.words("contest-verbs"):
        return False
    if sporting(token, reader.vocab) or _scored(token) or _medal(token, reader.vocab):
        return True
    outdone = token.lemma_.lower() in reader.vocab.words("winning-verbs")
    return outdone and bool(_of_sport(token, reader.vocab))


def _medal(verb: Token, vocab: Vocabulary) -> bool:
    """Is it a medal that is won: "wins gold in the hurdles", but not "won gold rights"?"""
    if verb.lemma_.lower() not in vocab.words("winning-verbs"):
        return False
    won = (c for c in verb.rights if c.dep_ == "dobj" and c.lower_ in vocab.words("medal-metals"))
    return any(not any(True for _ in c.lefts) for c in won)


def sporting(token: Token, vocab: Vocabulary) -> bool:
    """Is the sentence one of sport: with a score and a word of it, or with two such words?"""
    named = _of_sport(token, vocab)
    return len(named) > 1 or (bool(named) and _scored(token))


def _of_sport(token: Token, vocab: Vocabulary) -> set[str]:
    return {t.lower_ for t in token.sent} & vocab.words("sport-nouns")


def _scored(token: Token) -> bool:
    words = [t.text for t in token.sent]
    pairs = zip(words, words[1:], words[2:], strict=False)
    return any(_SCORE.fullmatch(w) for w in words) or any(a.isdigit() and dash in "–-" and b.isdigit() for a, dash, b in pairs)
