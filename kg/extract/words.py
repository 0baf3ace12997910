"""Words as the ontology lists them: lemmas that the pipeline gets wrong, hyphenated words that it takes apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Verbs of such a form double their last letter before -ed and -ing: "staged" is not of "stag".
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtv]$")
_ENDINGS = ("ed", "ing", "es")
_PLURALS = {"bases": "base", "axes": "axe", "taxes": "tax", "doses": "dose", "mps": "mp"}  # in news, of no basis, no axis, no taxi
_AMERICAN = {"ax": "axe"}
# What two do together, whoever of them is named first.
MUTUAL = frozenset({"agree", "consult", "cooperate"})
# The kind of what one fights with.
ARMS = frozenset({"resource/arms"})
_HYPHENS = frozenset("-‐‑")
_MENDED: list[int | str] = ["POS", "LOWER"]


def mend_words(doc: Doc, vocab: Vocabulary) -> None:
    """Mend a parsed doc in place."""
    from spacy.symbols import VERB

    _join(doc, vocab)
    listed = verbs(vocab)
    quarter = doc.vocab.strings["quarter"]
    plurals = {doc.vocab.strings[word] for word in _PLURALS}
    men = {doc.vocab.strings[word]: lemma for word, lemma in _men(vocab).items()}
    # Most words are neither, which their numbers tell many times as fast as their names.
    for i, (pos, lower) in enumerate(doc.to_array(_MENDED).tolist()):
        if pos == VERB:
            lemma = _lemma(doc[i], listed, vocab.words("flying-nouns"))
            if lemma != doc[i].lemma_:
                doc[i].lemma_ = lemma
        elif lower in plurals and doc[i].tag_ in ("NN", "NNS"):
            doc[i].lemma_ = _PLURALS[doc[i].lower_]
        elif lower in men and doc[i].tag_ in ("NN", "NNS") and doc[i].lower_ == doc[i].lemma_.lower():
            doc[i].lemma_, doc[i].tag_ = men[lower], "NNS"  # "Policemen from Oslo", which the tagger takes for one
        elif lower == quarter and _fraction(doc[i]):
            doc[i].ent_type_ = "CARDINAL"


@lru_cache(maxsize=2)
def _men(vocab: Vocabulary) -> dict[str, str]:
    """The plurals in -men of those who act, by their singular in -man."""
    return {role[:-3] + "men": role for role in vocab.roles if role.endswith("man")}


def _fraction(noun: Token) -> bool:
    """Is a quarter a part of a thing, which the recogniser takes for one of a year: "accounts for a quarter of the output"?"""
    counted = any(c.dep_ in ("amod", "compound", "nummod") for c in noun.lefts)  # "the last quarter"
    parted = [g for c in noun.rights if c.lower_ == "of" for g in c.children if c.dep_ == "prep" and g.dep_ == "pobj"]
    return noun.ent_type_ == "DATE" and not counted and any(g.ent_type_ not in ("DATE", "TIME", "CARDINAL") for g in parted)


def _lemma(verb: Token, listed: frozenset[str], flying: frozenset[str]) -> str:
    """The lemma of a verb whose form leaves open how it is spelt: "staged", "tasered", "readied"."""
    lemma, form = verb.lemma_, verb.lower_
    if form == "ground" and any(c.dep_ == "dobj" and flying & {t.lemma_.lower() for t in c.subtree} for c in verb.children):
        return form  # regulators "ground all jets", which nobody grinds
    if form == "lay" and any(c.dep_ in ("dobj", "prt") for c in verb.children):
        return form  # "miners lay siege to a port", which none of them lies
    if lemma in _AMERICAN:
        return _AMERICAN[lemma]
    if form in {lemma + ending for ending in _ENDINGS}:
        return lemma + "e" if lemma + "e" in listed and (lemma not in listed or _DOUBLING.match(lemma)) else lemma
    if form == lemma + "d" and lemma not in listed:
        shorter = lemma[:-2] + "y" if lemma.endswith("ie") else lemma[:-1]
        return shorter if shorter in listed else lemma
    return lemma


def _join(doc: Doc, vocab: Vocabulary) -> None:
    """Make one token of what stands with a hyphen among the words of cues ("co-develop", "sit-in", "cease-fire")."""
    listed = _hyphenated(vocab)
    found: list[tuple[int, str]] = []
    hyphens = {doc.vocab.strings[hyphen] for hyphen in _HYPHENS}
    for token in [doc[i] for i, word in enumerate(doc.to_array("ORTH").tolist()[:-1]) if i and word in hyphens]:
        if token.whitespace_:
            continue
        before, after = token.nbor(-1), token.nbor(1)
        if not before.whitespace_:
            parts = {after.lower_, after.lemma_.lower(), after.lower_.removesuffix("s")}
            lemma = next((w for p in sorted(parts) if (w := f"{before.lower_}-{p}") in listed), None)
            if lemma is not None and not (found and found[-1][0] >= before.i):
                found.append((before.i, lemma))
    if not found:
        return
    with doc.retokenize() as retokenizer:
        for start, lemma in found:
            span = doc[start : start + 3]
            tag, pos = _as(span[2], span.root, listed[lemma])
            retokenizer.merge(span, attrs={"LEMMA": lemma, "TAG": tag, "POS": pos})


def _as(last: Token, root: Token, parts_of_speech: frozenset[str]) -> tuple[str, str]:
    """Tag and part of speech of the whole: those of its last word, or of a noun where the ontology lists only that."""
    if last.pos_ == "VERB" and "verb" in parts_of_speech:
        return last.tag_, "VERB"
    if "verb" not in parts_of_speech and root.pos_ not in ("NOUN", "PROPN"):
        return "NNS" if last.lower_.endswith("s") else "NN", "NOUN"
    return root.tag_, root.pos_


@lru_cache(maxsize=2)
def _hyphenated(vocab: Vocabulary) -> dict[str, frozenset[str]]:
    """Hyphenated words that a cue or an operator is made of, with the parts of speech under which they stand."""
    found: dict[str, set[str]] = {}
    for table in (vocab.cues, vocab.operators):
        for (pos, _), terms in table.items():
            for term in terms:
                for word in term.words:
                    if word.count("-") == 1:
                        found.setdefault(word, set()).add(pos)
    for cue in vocab.cue_list():
        for thing in cue.object_lemmas:
            if thing.count("-") == 1 and " " not in thing and thing not in vocab.roles and thing not in vocab.resource_names:
                found.setdefault(thing, set()).add("noun")
    return {word: frozenset(parts) for word, parts in found.items()}


@lru_cache(maxsize=2)
def verbs(vocab: Vocabulary) -> frozenset[str]:
    """The verbs that the ontology lists."""
    tables = (vocab.cues, vocab.operators, vocab.reports)
    listed = {key[1] for table in tables for key in table if key[0] == "verb"}
    return frozenset(listed | set(vocab.light_verbs) | vocab.words("plain-verbs"))
