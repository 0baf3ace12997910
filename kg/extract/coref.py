"""What "it", "the two nations", "the latter", "the country" and "these resources" refer to.

Deterministic, in the manner of the multi-pass sieve (Lee et al. 2013, Computational Linguistics 39(4)): the most precise test
first, candidates of the same sentence from its subject on, then of the sentences before it, nearest first.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.home import at_home, state_of
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.shortened import abbreviations, by_abbreviation, by_family, by_last_word
from kg.model import ActorType
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.found import Found

SENTENCES_BACK = 4
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = _HE | _SHE | _IT | _THEY
SPEAKER = frozenset({"i", "me", "my", "we", "us", "our", "ours", "mine"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SKIP = frozenset({"compound", "amod", "nmod", "det", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A referent in the order of the text, with its sentence's number and its grammatical function."""

    position: int
    sentence: int
    subject: bool
    referent: Referent
    token: Token
    block: Block


@dataclass
class Discourse:
    """The referents of one article in order; answers what a token refers to."""

    vocab: Vocabulary
    blocks: list[Block]
    entries: list[Entry] = field(default_factory=list)
    pairs: list[tuple[Referent, Referent, tuple[Referent, ...]]] = field(default_factory=list)
    needs: list[tuple[Referent, Referent]] = field(default_factory=list)
    told: list[Found] = field(default_factory=list)
    short: dict[str, int] = field(default_factory=dict)
    _seen: dict[tuple[int, int], tuple[Referent, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: list[Block], vocab: Vocabulary) -> Discourse:
        """Index the noun phrases of an article's blocks."""
        discourse, sentence = cls(vocab, blocks, short=abbreviations((b.offset, b.text) for b in blocks)), 0
        for block in blocks:
            for sent in block.doc.sents:
                sentence += 1
                discourse.entries.extend(_entries(block, sent, sentence))
        return discourse

    def referents(self, block: Block, token: Token) -> tuple[Referent, ...]:
        """What the phrase headed by ``token`` refers to: itself, its antecedent, or several for "the two nations"."""
        key = (id(block), token.i)
        if key not in self._seen:
            self._seen[key] = ()
            self._seen[key] = tuple(self._resolve(block, token))
        return self._seen[key]

    def _resolve(self, block: Block, token: Token) -> Iterator[Referent]:
        lower, own = token.lower_, block.referent(token)
        if lower in PRONOUNS:
            yield from self._with_antecedents(own, self._pronoun(block, token))
        elif lower in _RELATIVE and token.tag_ in ("WDT", "WP", "WP$"):
            yield from self._relative(block, token)
        elif lower in ("latter", "former"):
            yield from self._with_antecedents(own, self._listed(block, token, lower))
        elif own.mention.name or own.mention.owners:
            full = self._full_name(block, token, own)
            if full is not None and own.kind is Kind.PLACE:
                own = replace(own, kind=Kind.ACTOR, person=full.person)
            if full is not None and full.entity != own.entity and not full.person:
                own = replace(own, entity=full.entity, label=full.label)  # an abbreviation of the article's own
            own = at_home(self, block, token, own)
            yield replace(own, mention=replace(own.mention, antecedent=full.mention)) if full else own
        else:
            found = list(self._definite(block, token, own))
            yield from self._with_antecedents(own, found) if found else [at_home(self, block, token, own)]

    def _with_antecedents(self, own: Referent, found: list[Referent]) -> Iterator[Referent]:
        for referent in found:
            yield replace(referent, mention=replace(own.mention, antecedent=referent.mention))

    def _relative(self, block: Block, token: Token) -> Iterator[Referent]:
        clause = token
        while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl" and clause.head.i != token.i:
            yield from self.referents(block, clause.head)

    def _before(self, block: Block, token: Token) -> list[Entry]:
        """Entries before the token: of its own sentence from the subject on, then of earlier ones, nearest first."""
        position = block.offset + token.idx
        end = bisect_left(self.entries, position, key=lambda e: e.position)
        number = self._sentence_of(position)
        window = [e for e in self.entries[:end] if number - e.sentence <= SENTENCES_BACK]
        return sorted(window, key=lambda e: (number - e.sentence, not e.subject, e.position if e.subject else -e.position))

    def _sentence_of(self, position: int) -> int:
        index = bisect_left(self.entries, position, key=lambda e: e.position)
        return self.entries[min(index, len(self.entries) - 1)].sentence if self.entries else 0

    def _pronoun(self, block: Block, token: Token) -> list[Referent]:
        lower = token.lower_
        gender = "male" if lower in _HE else "female" if lower in _SHE else None
        near = self._before(block, token)
        if lower in _THEY:  # several before a body of several ("the ministry said that the army had driven them out")
            near.sort(key=lambda e: (-e.sentence, not e.referent.plural))
        if token.dep_ == "poss":  # "the Americans left their base": that of the clause's own subject, if it can be
            verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
            near.sort(key=lambda e: not (e.block is block and e.subject and e.token.head == verb))
        for entry in near:
            candidate = entry.referent
            if candidate.kind is not Kind.ACTOR or _same_clause_object(entry, token) or _in_own_clause(entry, token, block):
                continue
            known = candidate.gender in (None, gender) and not candidate.plural
            if (
                (gender and candidate.person and known)
                or (lower in _IT and not candidate.person and not _is_people(candidate, self.vocab))
                or (lower in _THEY and (candidate.plural or _is_group(candidate, self.vocab)))
            ):
                return list(self.referents(entry.block, entry.token))[:1] or [candidate]
        return []

    def _listed(self, block: Block, token: Token, which: str) -> list[Referent]:
        """ "The former" and "the latter" are the first and the last of the pair of actors named before."""
        position = block.offset + token.idx
        named = [e for e in self.entries if e.position < position and e.referent.kind is Kind.ACTOR]
        joined = [(a, b) for a, b in itertools.pairwise(named) if a.block is b.block and b.token in a.token.conjuncts]
        pair = list(joined[-1]) if joined else named[-2:]
        return [pair[-1 if which == "latter" else 0].referent] if len(pair) == 2 else []

    def _full_name(self, block: Block, token: Token, own: Referent) -> Referent | None:
        """The earlier, longer name for which this one stands."""
        name, position = own.mention.name, block.offset + token.idx
        # A recogniser may take a bare surname for a town; the article has said whose it is.
        town = own.kind is Kind.PLACE and name not in self.vocab.place_names
        if not name or " " in name or not (own.kind is Kind.ACTOR or town):
            return None
        known = by_abbreviation(self.entries, self.short, name, position)
        return known or by_family(self.entries, name, position)

    def _said_before(self, token: Token, own: Referent, before: list[Entry]) -> Referent | None:
        """The same role, told before with whose it is: "the sailors" after "its twenty South Korean sailors"."""
        for entry in before:
            other = entry.referent
            same = entry.token.lemma_.lower() == token.lemma_.lower() and other.plural == own.plural
            if same and other.label == own.label and (other.mention.owners or other.mention.name):
                return other
        return None

    def _parties(self, before: list[Entry], states: bool = False) -> Iterator[Referent]:
        """ "The two nations": parties of the last claim between two of which one is spoken of; else the last two named."""
        named = (state_of(e.referent, self.vocab) for e in before if e.referent.kind is Kind.ACTOR)
        topic = next((state for state in named if state), None)
        for one, other, _ in reversed(self.pairs):
            tops = [self.vocab.entities.get(state_of(r, self.vocab) or "") for r in (one, other)]
            if states and not all(top is not None and top.type is ActorType.STATE for top in tops):
                continue
            if topic in (state_of(one, self.vocab), state_of(other, self.vocab)):
                yield from (one, other)
                return
        yield from _last_states(before, self.vocab)

    def note_pair(self, one: Referent, other: Referent, resources: tuple[Referent, ...]) -> None:
        """Remember a claim between two stakeholders, for "the two sides" and "this deal"."""
        if state_of(one, self.vocab) != state_of(other, self.vocab):
            self.pairs.append((one, other, resources))

    def resource_of(self, block: Block, token: Token) -> list[Referent]:
        """The resource that "it" or "them" stands for where a thing is asked for."""
        own = block.referent(token)
        return list(self._with_antecedents(own, list(_last_resource(self._before(block, token), own))))

    def at_stake(self, block: Block, token: Token) -> list[Referent]:
        """The resource of which the sentence, or the one before, has spoken last."""
        first = token.sent.start
        start = token.doc[first - 1].sent.start if first else first
        for earlier in reversed(token.doc[start : token.i]):
            known = block.resources.get(earlier.i)
            if known and known.resource and known.end - 1 == earlier.i and not self.vocab.resources[known.resource].ambiguous:
                said, own = block.referent(earlier), block.referent(token).mention
                mention = replace(own, antecedent=said.mention)
                return [replace(said, mention=mention, kind=Kind.RESOURCE, term=known.resource, entity=None)]
        return []

    def side(self, referent: Referent) -> str | None:
        """The stakeholder's id of a referent, as far as its words tell."""
        return state_of(referent, self.vocab)

    def _definite(self, block: Block, token: Token, own: Referent) -> Iterator[Referent]:
        words = self.vocab.words
        lemma = token.lemma_.lower()
        determiner = {c.lower_ for c in token.children if c.dep_ in ("det", "poss", "nummod", "predet", "amod")}
        theirs = "their" in determiner and own.plural and lemma in words("party-nouns")  # "their countries" are those of both
        if not theirs and not determiner & {"the", "this", "that", "these", "those", "both", "two", "such", "each"}:
            return
        before = self._before(block, token)
        if token.text[:1].isupper() and token.i > token.sent.start:
            full = by_last_word(self.entries, token.text, block.offset + token.idx)
            if full is not None:
                yield full
                return
        if own.label and determiner & {"the", "these", "those", "that"} and (same := self._said_before(token, own, before)):
            yield same
        elif theirs or (lemma in words("party-nouns") and determiner & {"two", "both", "each"}):
            yield from self._parties(before, states=lemma in words("state-nouns"))
        elif (
            own.plural and lemma in words("resource-nouns") | {"mineral", "metal"} and determiner & {"these", "those", "such"}
        ) or (lemma in words("resource-nouns") and determiner & {"this", "that", "the"} and not own.plural):
            yield from _last_resource(before, own)
        elif own.plural and lemma == "island":
            # "The islands" are a state, if one is called so.
            states = (
                e for e in before if (state := state_of(e.referent, self.vocab)) and "Islands" in self.vocab.entities[state].label
            )
            if (found := next(states, None)) is not None:
                state = state_of(found.referent, self.vocab) or ""
                yield replace(found.referent, entity=state, label=self.vocab.entities[state].label, person=False)
        elif own.plural:
            return
        elif lemma in words("state-nouns"):
            yield from _last_of(before, self.vocab, {ActorType.STATE})
        elif lemma in words("company-nouns"):
            yield from _last_of(before, self.vocab, {ActorType.COMPANY, ActorType.ORGANISATION, ActorType.ARMED_GROUP, None})
        elif lemma in words("bloc-nouns"):
            yield from _last_of(before, self.vocab, {ActorType.INTERNATIONAL})


def _entries(block: Block, sent: object, sentence: int) -> Iterator[Entry]:
    for token in sent:  # type: ignore[attr-defined]
        if token.pos_ not in ("NOUN", "PROPN") or (token.dep_ in _SKIP and token.i not in block.names):
            continue
        known = block.names.get(token.i)
        if known and known.end - 1 != token.i and token.dep_ in _SKIP:
            continue
        referent = block.referent(token)
        if referent.kind is not Kind.OTHER:
            yield Entry(block.offset + token.idx, sentence, token.dep_ in _SUBJECTS, referent, token, block)


def _same_clause_object(entry: Entry, token: Token) -> bool:
    """A pronoun that is an object does not refer to the subject of its own verb ("Kyiv praised it", "offered to supply it")."""
    if token.dep_ not in ("dobj", "dative", "pobj") or not entry.subject:
        return False
    verb = token.head if token.dep_ != "pobj" else token.head.head
    while verb.dep_ in ("xcomp", "conj") and verb.head != verb:
        if entry.token.head == verb:
            return True
        verb = verb.head
    return bool(entry.token.head == verb)


def _in_own_clause(entry: Entry, token: Token, block: Block) -> bool:
    """Who is spoken to in a clause that a pronoun is the subject of is not the pronoun's ("Speaking to Smith, he said …")."""
    if entry.block is not block or entry.token.sent.start != token.sent.start:
        return False
    for clause in entry.token.ancestors:
        if clause.dep_ == "advcl" and not any(c.dep_ in _SUBJECTS for c in clause.children):
            return any(c.dep_ in _SUBJECTS and c.lower_ == token.lower_ for c in clause.head.children)
    return False


def _is_people(referent: Referent, vocab: Vocabulary) -> bool:
    return referent.plural or (referent.entity in vocab.entities and vocab.entities[referent.entity or ""].type is ActorType.PERSON)


def _is_group(referent: Referent, vocab: Vocabulary) -> bool:
    role = vocab.roles.get(referent.label)
    if role is not None:
        return role.collective or role.type is not ActorType.PERSON
    entity = vocab.entities.get(referent.entity or "")
    return entity is not None and entity.type not in (ActorType.PERSON, ActorType.STATE)


def _last_states(before: list[Entry], vocab: Vocabulary) -> Iterator[Referent]:
    """The last two actors of different stakeholders, in the order of the text."""
    chosen: dict[str, Entry] = {}
    for entry in before:
        if entry.referent.kind is Kind.ACTOR:
            state = state_of(entry.referent, vocab)
            if state and state not in chosen:
                chosen[state] = entry
        if len(chosen) == 2:
            break
    if len(chosen) == 2:
        for entry in sorted(chosen.values(), key=lambda e: e.position):
            yield entry.referent


def _last_resource(before: list[Entry], own: Referent) -> Iterator[Referent]:
    """The last resource named; with a plural all that are coordinated with it."""
    last = next((e for e in before if e.referent.kind is Kind.RESOURCE and e.referent.term != own.term), None)
    if last is None:
        return
    beside = set(last.token.conjuncts) if own.plural else set()
    for entry in sorted(before, key=lambda e: e.position):
        if entry is last or (entry.block is last.block and entry.token in beside and entry.referent.kind is Kind.RESOURCE):
            yield entry.referent


def _last_of(before: list[Entry], vocab: Vocabulary, types: set[ActorType | None]) -> Iterator[Referent]:
    for entry in before:
        entity = vocab.entities.get(entry.referent.entity or "")
        kind = entity.type if entity else None
        if entry.referent.kind is Kind.ACTOR and kind in types and not (kind is None and entry.referent.person):
            yield entry.referent
            return
    if ActorType.STATE in types:
        for entry in before:
            state = state_of(entry.referent, vocab) if entry.referent.kind is Kind.ACTOR else None
            if state and vocab.entities[state].type is ActorType.STATE:
                top = vocab.entities[state]
                yield replace(entry.referent, entity=state, label=top.label, person=False)
                return
