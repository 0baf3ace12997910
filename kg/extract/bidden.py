"""Headlines in which somebody is bidden something behind a colon: "Xi tells Europe: Lift chip curbs", "Xi to Europe: Lift them".

The parser takes the imperative for the main clause or a sentence of its own. Here it becomes the clause of the verb of telling,
or of the "to" that stands for one; the words stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_BARE = frozenset({"VB", "VBP"})
_SHORTEST = 3
_NAMED = frozenset({"GPE", "LOC", "NORP", "ORG", "PERSON"})


def bidden(doc: Doc, vocab: Vocabulary) -> Doc:
    """The doc; where a headline bids somebody do something, another of the same words in which it is one sentence."""
    colon = next((t.i for t in doc if t.text == ":"), 0)
    if colon < _SHORTEST or colon + 2 > len(doc) - 1 or doc[-1].text in (".", "?"):
        return doc
    act = doc[colon + 1]
    act = act.head if act.dep_ == "aux" and act.lemma_ == "do" else act
    doers = any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i > colon for c in act.children)
    if act.tag_ not in _BARE or doers or (act.i > colon + 1 and act.nbor(-1).dep_ != "neg"):
        return doc
    verb = _teller(doc, colon, vocab)
    return doc if verb is None else _one(doc, verb, colon, act)


def _teller(doc: Doc, colon: int, vocab: Vocabulary) -> Token | None:
    """The word that tells, where all that stands before the colon is who tells whom."""
    words = doc[:colon]
    verb = next((t for t in words[1:-1] if t.lower_ == "to" or t.lemma_.lower() in vocab.words("bidding-verbs")), None)
    others = [t for t in words if t != verb]
    if (
        verb is None
        or doc[0].pos_ == "ADP"
        or any(t.pos_ not in ("PROPN", "NOUN", "ADJ") and t.tag_ != "POS" for t in others if t.i)
    ):
        return None
    told = doc[verb.i + 1 : colon]
    return verb if _known(doc[: verb.i], vocab) and (_known(told, vocab) or told[-1].ent_type_ in _NAMED) else None


def _known(side: Span, vocab: Vocabulary) -> bool:
    """Is it somebody who is known by name or office?"""
    text = side.text
    last = text.split()[-1]
    return any(word in vocab.names for word in (text, text.title(), last, last.title())) or last.lower() in vocab.roles


def _one(doc: Doc, verb: Token, colon: int, act: Token) -> Doc:
    from spacy.tokens import Doc as Parsed

    heads = [t.head.i for t in doc]
    deps, tags, pos, lemmas = [t.dep_ for t in doc], [t.tag_ for t in doc], [t.pos_ for t in doc], [t.lemma_ for t in doc]
    for start, end in ((0, verb.i), (verb.i + 1, colon)):
        for i in range(start, end - 1):
            if not start <= heads[i] < end or heads[i] == i:
                heads[i], deps[i] = end - 1, "compound"
        heads[end - 1], deps[end - 1] = verb.i, "dobj" if start else "nsubj"
        if pos[end - 1] not in ("PROPN", "NOUN"):  # "Modi" for a verb
            pos[end - 1], tags[end - 1], lemmas[end - 1] = "PROPN", "NNP", doc[end - 1].text
    for i in range(colon + 1, len(doc)):
        if heads[i] <= colon or heads[i] == i:
            heads[i], deps[i] = act.i, deps[i] if heads[i] != i else "dep"
    heads[act.i], deps[act.i], tags[act.i] = verb.i, "xcomp", "VB"
    heads[colon], deps[colon] = verb.i, "punct"
    heads[verb.i], deps[verb.i], tags[verb.i], pos[verb.i] = verb.i, "ROOT", "VBZ", "VERB"
    lemmas[verb.i] = "tell" if verb.lower_ == "to" else verb.lemma_.lower()
    ents = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc]
    words, spaces = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
    one = Parsed(doc.vocab, words, spaces, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=deps, ents=ents)
    one.user_data.update(doc.user_data)
    return one
