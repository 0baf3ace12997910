"""Whose law, ruling or policy does something, where its noun does not say it: whose act was told before, who issues it here."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.arguments import slots
from kg.extract.coordination import first_conjunct
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.tokens import Token
from kg.vocab import Cue

# What laws do, and so many acts back it may have been told who made them.
_BINDING = frozenset({"sanction", "coerce", "concede", "request"})
_ACTS_BACK = 3
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def lawgivers(subjects: Iterable[Token], cue: Cue, reader: Reader) -> list[Referent]:
    """Who did the last binding act told: "The US announced limits on flights. The policy prohibits charters"."""
    if cue.relation not in _BINDING or cue.pos != "verb":
        return []
    laws = reader.vocab.words("edict-nouns|rule-nouns")
    definite = (t for t in subjects if t.lemma_.lower() in laws and t.pos_ == "NOUN")
    if not any(c.dep_ == "det" and c.lower_ in _DEFINITE for t in definite for c in t.children):
        return []
    told = reader.discourse.told[-_ACTS_BACK:]
    return next((list(act.roles.actors) for act in reversed(told) if act.relation in _BINDING and act.roles.actors), [])


def issuers_of(verb: Token) -> list[Token]:
    """The subject of a verb, or of the clause that its gerund hangs on: "Chad detained ten after conducting raids"."""
    subjects = slots(verb).get("subj", [])
    above = first_conjunct(verb)
    while not subjects and above.dep_ in ("pcomp", "advcl", "xcomp", "conj") and above.tag_ in ("VBG", "VB"):
        above = first_conjunct(above.head.head if above.dep_ == "pcomp" else above.head)
        if above.pos_ not in ("VERB", "AUX"):
            break
        subjects = slots(above).get("subj", [])
    return list(subjects)
