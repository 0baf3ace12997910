"""Matching the ontology's cue words, operators, light verbs and reporting verbs on the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kg.extract.tokens import Span, Token
from kg.extract.voice import small_clause
from kg.vocab import Cue, Operator, Vocabulary

_FOLLOWING = frozenset({"prt", "prep", "advmod", "acomp", "dobj", "dative", "oprd", "attr", "agent", "npadvmod", "intj"})
_PARTICLES = frozenset({"in", "on", "over"})
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})


def part_of_speech(token: Token) -> tuple[str, ...]:
    """The parts of speech under which the ontology may list a token, the likeliest first."""
    if token.pos_ in ("VERB", "AUX"):
        return ("verb", "adjective") if token.tag_ == "VBN" else ("verb",)
    if token.pos_ in ("NOUN", "PROPN"):
        # A noun with a subject or an object of its own is a verb that the tagger took for one.
        return ("verb", "noun") if any(c.dep_ in ("nsubj", "dobj") for c in token.children) else ("noun",)
    return ("adjective",) if token.pos_ in ("ADJ", "ADV") else ()


def _forms(token: Token, pos: str) -> tuple[str, ...]:
    """The forms under which the ontology may list a word: a participle that is an adjective ("expected", "set") as it stands."""
    if pos == "adjective":
        return (token.lower_,) if token.pos_ == "VERB" else (token.lower_, token.lemma_.lower())
    return (token.lemma_.lower(),)


def _follows(token: Token, words: Iterable[str], of_object: bool = False) -> bool:
    """Are the words after a verb's first one among what hangs on it, in chain ("walk out", "call off", "lay down arms")?

    With ``of_object``, a preposition may also hang on the verb's object: "put the army on alert".
    """
    heads = [token]
    for word in words:
        last = heads[-1].i if len(heads) > 1 else -1  # one behind the other: "stopped in Rome over a row" is no stop over in it
        hit = next((c for h in heads for c in _following(h) if word in (c.lower_, c.lemma_.lower()) and c.i > last), None)
        if hit is None and (of_object or word == "as"):  # the parser gives it to the object: "held thousands as human shields"
            inner = (c for h in heads for o in h.children if o.dep_ == "dobj" for c in o.children)
            hit = next((c for c in inner if c.lower_ == word and c.dep_ == "prep" and not _dated(c)), None)
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        if hit is None and after is not None and after.tag_ == "RP" and after.lower_ == word:
            hit = after  # the parser gives the particle to the number behind it ("handed over 700 kg")
        if hit is None:
            return False
        heads.append(hit)
    return True


def _following(head: Token) -> Iterator[Token]:
    """What may carry on the words of a cue below one of them."""
    for child in head.children:
        if child.dep_ == "prep" and child.i < head.i and child.lower_ == "in" and head.pos_ == "VERB" and not _asks(child):
            continue  # "in the end he let the site go" lets nobody in
        complement = child.dep_ == "pobj" or small_clause(child)
        if (child.dep_ in _FOLLOWING or complement) and not _dated(child):
            yield child
        elif child.dep_ == "advcl":  # "called | for Niger to free the envoy"
            yield from (c for c in child.children if c.dep_ == "mark" and c.lower_ == "for" and c.i == head.i + 1)


def _asks(preposition: Token) -> bool:
    """Does a relative or a question's word stand behind a preposition: "the land on which it sits"?"""
    return any(t.tag_[:1] == "W" for t in preposition.subtree)


def _only_where(token: Token, cue: Cue) -> bool:
    """Is the particle of a cue a preposition here, which only says where or when ("took Microsoft to court | in Delhi")?

    It is a particle where it stands right behind the verb, or where the verb has no other object.
    """
    if cue.pos != "verb" or len(cue.words) != 2 or cue.words[1] not in _PARTICLES:
        return False
    if cue.words[1] == "in" and "in" not in cue.needs and _in_place(token, cue):
        return True
    if cue.object_lemmas:
        return False
    frame = cue.frame
    if cue.words[1] in frame.actor | frame.target | frame.resource | frame.content:
        return False
    objects = any(c.dep_ in ("dobj", "nsubjpass") for c in token.children)
    said = [c for c in token.children if c.lower_ == cue.words[1]]
    where = all(c.dep_ == "prep" and c.i > token.i + 1 and any(g.dep_ == "pobj" for g in c.children) for c in said)
    return objects and bool(said) and where


def _in_place(verb: Token, cue: Cue) -> bool:
    """Does "in" behind a verb's object only say where: "gave a speech in Oslo", "called the police in Oslo"?"""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    said = [c for t in (verb, *objects) for c in t.children if c.lower_ == "in"]
    places = [g for c in said for g in c.children if g.dep_ == "pobj"]
    return (
        bool(objects and places)
        and all(c.dep_ == "prep" and c.i > verb.i + 1 for c in said)
        and all(g.tag_ in ("NNP", "NNPS") and g.lemma_.lower() not in cue.object_lemmas for g in places)
    )


def _dated(preposition: Token) -> bool:
    """Does a preposition only say when ("called off the search on Tuesday" calls on nobody)?"""
    return preposition.dep_ == "prep" and any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def _noun_matches(token: Token, words: tuple[str, ...]) -> bool:
    """Does the noun with its modifiers and its preposition read like ``words`` ("phone call", "push for")?"""
    lemma = token.lemma_.lower()
    at = next((i for i, w in enumerate(words) if w == lemma and (i + 1 == len(words) or words[i + 1] in _PREPOSITIONS)), None)
    if at is None:
        return False
    modifiers = {c.lemma_.lower() for c in token.children if c.dep_ in _MODIFYING}
    modifiers |= {c.lower_ for c in token.children if c.dep_ in _MODIFYING}
    modifiers |= {g.lower_ for c in token.children if c.dep_ in _MODIFYING for g in c.children if g.dep_ in _MODIFYING}
    prepositions = {c.lower_ for c in token.children if c.dep_ in ("prep", "acl")}
    if any(c.dep_ == "acl" and c.tag_ == "VB" for c in token.children):
        prepositions.add("to")
    after = {g.lemma_.lower() for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"}
    return (
        modifiers.issuperset(words[:at]) and prepositions.issuperset(words[at + 1 : at + 2]) and after.issuperset(words[at + 2 :])
    )


_PREPOSITIONS = frozenset({"of", "for", "to", "with", "on", "over", "in", "into"})


class _Asked(NamedTuple):
    """A cue with what its sentence must hold: all of ``words``, one of ``objects`` and of ``subjects`` where there are any."""

    cue: Cue
    words: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]

    def may_stand(self, present: frozenset[str]) -> bool:
        """Can the cue stand in a sentence of these words? What hangs on what is asked later, and costs more."""
        return (
            self.words <= present
            and not (self.objects and self.objects.isdisjoint(present))
            and not (self.subjects and self.subjects.isdisjoint(present))
        )


def words_of(sent: Span) -> frozenset[str]:
    """The words of a sentence and their lemmas, in lower case; and "to", for which an infinitive may stand alone."""
    return frozenset({"to", *(t.lower_ for t in sent), *(t.lemma_.lower() for t in sent)})


@dataclass(frozen=True)
class Lexicon:
    """The vocabulary as seen from a token."""

    vocab: Vocabulary

    @cached_property
    def _asked(self) -> dict[tuple[str, str], tuple[_Asked, ...]]:
        def last(terms: Iterable[str]) -> frozenset[str]:
            return frozenset(term.rpartition(" ")[2] for term in terms)

        return {
            key: tuple(_Asked(c, frozenset(c.words) - {key[1]}, last(c.object_lemmas), last(c.subject_lemmas)) for c in cues)
            for key, cues in self.vocab.cues.items()
        }

    @cached_property
    def words(self) -> Callable[[str], frozenset[str]]:
        """A word list of the ontology, by its name."""
        return self.vocab.words

    def cues(self, token: Token, present: frozenset[str]) -> list[Cue]:
        """Cues whose words match, the most specific first; their conditions on arguments are not yet tested.

        ``present`` are the words of the sentence (:func:`words_of`).
        """
        found: list[Cue] = []
        particle = self._turned(token)
        for pos in part_of_speech(token):
            for key in _forms(token, pos):
                read: dict[tuple[tuple[str, ...], bool], bool] = {}  # many cues share their words
                for asked in self._asked.get((pos, key), ()):
                    if not asked.may_stand(present):
                        continue
                    cue = asked.cue
                    if particle and particle not in cue.words and pos == "verb":
                        continue  # nor does "rule out troops against cartels" rule against them
                    words = cue.words, bool(cue.object_lemmas)
                    if words not in read:
                        read[words] = self._reads(token, cue.words, pos, bool(cue.object_lemmas))
                    if read[words] and not _only_where(token, cue):
                        found.append(cue)
        return found

    def in_phrase(self, noun: Token) -> bool:
        """Is it the noun of a fixed phrase, which names no act: "in order to", "in charge of", "with the help of"?"""
        if noun.dep_ != "pobj" or noun.i > noun.head.i + 2:
            return False
        if noun.i == noun.head.i + 2:
            of = any(c.lower_ == "of" for c in noun.children)
            return of and f"{noun.head.lower_} {noun.nbor(-1).lower_} {noun.lower_}" in self.words("phrase-nouns")
        return f"{noun.head.lower_} {noun.lower_}" in self.words("phrase-nouns")

    def _turned(self, verb: Token) -> str:
        """The particle with which a common verb means something else ("held up a sign"); empty without it."""
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in self.words("particled-verbs"):
            return ""
        # "shot down eight drones", where the parser sees an adverb
        turning = (c for c in verb.children if c.dep_ == "prt" or (c.lower_ == "down" and c.i == verb.i + 1 and c.dep_ == "advmod"))
        return next((c.lower_ for c in turning), "")

    def _reads(self, token: Token, words: tuple[str, ...], pos: str, of_object: bool = False) -> bool:
        return _noun_matches(token, words) if pos == "noun" else _follows(token, words[1:], of_object)

    def operator(self, token: Token) -> Operator | None:
        """The operator that a token is, the longest first; a modal one is preferred to a request."""
        if self.in_phrase(token):
            return None
        for pos in reversed(part_of_speech(token)):
            for key in _forms(token, pos):
                for operator in self.vocab.operators.get((pos, key), ()):
                    if operator.effect != "requests" and self._reads(token, operator.words, pos):
                        return operator
        return None

    def demands(self, token: Token) -> bool:
        """Is the token one that asks an act of somebody ("urge", "demand")?"""
        lemma = token.lemma_.lower()
        return any(
            o.effect == "requests" and self._reads(token, o.words, pos)
            for pos in part_of_speech(token)
            for o in self.vocab.operators.get((pos, lemma), ())
        )

    def light(self, token: Token) -> bool:
        """Is the token a light verb?"""
        return any(True for _ in self._light(token))

    def idiom(self, token: Token) -> frozenset[str]:
        """The words that a light verb is made of: "take" and "place"."""
        return frozenset(word for words in self._light(token) for word in words)

    def _light(self, token: Token) -> Iterator[tuple[str, ...]]:
        if token.pos_ in ("VERB", "AUX"):
            yield from (words for words in self.vocab.light_verbs.get(token.lemma_.lower(), ()) if _follows(token, words[1:]))

    def report(self, token: Token) -> bool:
        """Does the token report what somebody says?"""
        lemma = token.lemma_.lower()
        return any(
            self._reads(token, words, pos)
            for pos in part_of_speech(token)[:1]
            for words in self.vocab.reports.get((pos, lemma), ())
        )
