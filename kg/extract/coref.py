"""What "it", "the two nations", "the latter", "the country" and "these resources" refer to.

Deterministic, in the manner of the multi-pass sieve (Lee et al. 2013, Computational Linguistics 39(4)): the most precise test
first, candidates of the same sentence from its subject on, then of the sentences before it, nearest first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.bearers import all_told
from kg.extract.binding import (
    bound,
    excluded,
    gender_beside,
    impersonal,
    in_own_clause,
    of_a_thing,
    possessor_beside,
    said_again,
    same_clause_object,
    thing_before,
)
from kg.extract.coordination import first_conjunct
from kg.extract.counterparts import counterpart, firm_of
from kg.extract.described import beside_name, defined, described, last_resource, listed
from kg.extract.entries import Entry, by_surname, entries_of
from kg.extract.governor import verb_above
from kg.extract.home import at_home
from kg.extract.homonyms import forget_generic, forget_leaders, forget_others, forget_surnames
from kg.extract.issuing import issuers
from kg.extract.items import items_of
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.nearer import asked, blamed, hung_on, met, of_itself, of_town, only_told
from kg.extract.parties import party_of
from kg.extract.scene import state_of
from kg.extract.shortened import abbreviations, by_abbreviation, by_ending, by_family, by_last_word, firm_begins, organ
from kg.extract.tokens import Token
from kg.model import ActorType
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from kg.extract.found import Found

SENTENCES_BACK = 4
_ACTS_BACK = 8
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = _HE | _SHE | _IT | _THEY
SPEAKER = frozenset({"i", "me", "my", "we", "us", "our", "ours", "mine"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass
class Discourse:
    """The referents of one article in order; answers what a token refers to."""

    vocab: Vocabulary
    blocks: list[Block]
    entries: list[Entry] = field(default_factory=list)
    pairs: list[tuple[Referent, Referent, tuple[Referent, ...]]] = field(default_factory=list)
    rivals: list[tuple[Referent, Referent]] = field(default_factory=list)
    needs: list[tuple[Referent, Referent]] = field(default_factory=list)
    told: list[Found] = field(default_factory=list)
    short: dict[str, int] = field(default_factory=dict)
    items: tuple[int, ...] = (0,)
    _seen: dict[tuple[int, int], tuple[Referent, ...]] = field(default_factory=dict)
    _topics: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: list[Block], vocab: Vocabulary) -> Discourse:
        """Index the noun phrases of an article's blocks."""
        forget_surnames(blocks)
        forget_leaders(blocks, vocab)
        discourse, sentence = cls(vocab, blocks, short=abbreviations((b.offset, b.text) for b in blocks)), 0
        forget_others(blocks, discourse.short, vocab)
        forget_generic(blocks, vocab)
        for block in blocks:
            for sent in block.doc.sents:
                sentence += 1
                discourse.entries.extend(entries_of(block, sent, sentence))
        discourse.entries = by_surname(discourse.entries, vocab)
        discourse.items = items_of(discourse)
        return discourse

    def item_at(self, position: int) -> int:
        """Where the item of news begins in which an offset lies; a story is one item."""
        return self.items[bisect_right(self.items, position) - 1]

    def item_after(self, position: int) -> int | None:
        """Where the next item of news begins."""
        return next((start for start in self.items if start > position), None)

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
        elif lower == "our" and (ours := issuers(token, self)):
            yield from (replace(who, mention=replace(own.mention, antecedent=who.mention)) for who in ours)
        elif lower in _RELATIVE and token.tag_ in ("WDT", "WP", "WP$"):
            yield from self._relative(block, token)
        elif lower in ("latter", "former"):
            yield from self._with_antecedents(own, listed(self.entries, block.offset + token.idx, lower))
        elif (named := beside_name(block, token, own)) is not None:
            yield from self._with_antecedents(own, list(self.referents(block, named)))
        elif (other := counterpart(self, block, token, own)) is not None:
            yield from self._with_antecedents(own, other) if other[0].mention != own.mention else other
        elif firm := party_of(self.told, token, own, self.vocab) or list(firm_of(self, block, token, own)):
            yield from self._with_antecedents(own, firm)
        elif own.mention.name or own.mention.owners:
            full = self._full_name(block, token, own)
            if full is not None and own.kind is Kind.PLACE:
                own = replace(own, kind=Kind.ACTOR, person=full.person)
            if full is not None and full.entity != own.entity and not full.person:
                own = replace(own, entity=full.entity, label=full.label)  # an abbreviation of the article's own
            own = at_home(self, block, token, own)
            yield replace(own, mention=replace(own.mention, antecedent=full.mention)) if full else own
        elif (bearer := _bearer(block, token)) is not None:
            yield from self.referents(block, bearer)
        else:
            found = list(described(self, block, token, own))
            yield from self._with_antecedents(own, found) if found else [at_home(self, block, token, own)]

    def _with_antecedents(self, own: Referent, found: list[Referent]) -> Iterator[Referent]:
        for referent in found:
            yield replace(referent, mention=replace(own.mention, antecedent=referent.mention))

    def _relative(self, block: Block, token: Token) -> Iterator[Referent]:
        clause = token
        while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl" and clause.head.i != token.i:
            for noun in all_told(token, clause):
                yield from self.referents(block, _one_of(noun) or noun)

    def before(self, block: Block, token: Token) -> list[Entry]:
        """Entries before the token: of its own sentence from the subject on, then of earlier ones, nearest first."""
        position = block.offset + token.idx
        end = bisect_left(self.entries, position, key=lambda e: e.position)
        number, start = self._sentence_of(position), self.item_at(position)
        window = [e for e in self.entries[:end] if number - e.sentence <= SENTENCES_BACK and e.position >= start]
        window = [e for e in window if not only_told(e, self.vocab)]
        return sorted(window, key=lambda e: (number - e.sentence, not e.subject, e.position if e.subject else -e.position))

    def _sentence_of(self, position: int) -> int:
        index = bisect_left(self.entries, position, key=lambda e: e.position)
        return self.entries[min(index, len(self.entries) - 1)].sentence if self.entries else 0

    def _pronoun(self, block: Block, token: Token) -> list[Referent]:
        lower = token.lower_
        if impersonal(token, self.vocab) or (token.dep_ == "poss" and of_a_thing(token, block)):
            return []
        alike = next(group for group in (_HE, _SHE, _IT, _THEY) if lower in group)
        anew = alike is _IT and token.dep_ in _SUBJECTS  # "it had pledges from Oman that it would pay"
        if not anew and (same := said_again(token, alike)) is not None:
            return list(self.referents(block, same))
        gender = "male" if lower in _HE else "female" if lower in _SHE else None
        near = self.before(block, token)
        if lower in _IT and token.dep_ in _SUBJECTS and (topic := thing_before(block, token)) is not None:
            near = [e for e in near if e.block is block and e.token.i >= token.sent.start and topic.i < token.sent.start]
        if lower in _THEY:  # several before a body of several ("the ministry said that the army had driven them out")
            near.sort(key=lambda e: (-e.sentence, not e.referent.plural))
        if token.dep_ == "poss":  # "the Americans left their base": that of the clause's own subject, if it can be
            verb = verb_above(token)
            near.sort(key=lambda e: not (e.block is block and e.subject and e.token.head == verb))
        accused, barred, nearer = blamed(token, self.vocab), None, possessor_beside(token) if token.dep_ == "poss" else None
        if first := accused or nearer or hung_on(token) or asked(token, self.vocab) or of_itself(token, self.vocab):
            near.sort(key=lambda e: not (e.block is block and e.token == first))
        if (
            lower == "they"
            and len(both := [r for t in met(token, self.vocab) for r in self.referents(block, t)[:1] if r.person]) > 1
        ):
            return both
        for entry in near:
            candidate = entry.referent
            if (
                candidate.kind is not Kind.ACTOR
                or of_town(entry, self.vocab)
                or same_clause_object(entry, token)
                or in_own_clause(entry, token, block)
            ):
                continue
            if lower in _THEY and (several := self._coordinated(entry)):
                barred = excluded(self, block, token) if barred is None else barred
                if bound(several, barred):
                    continue
                return several
            known = gender_beside(entry, self.vocab) in (None, gender) and (not candidate.plural or entry.token == nearer)
            if (
                (gender and candidate.person and known and not _nobody_single(entry, self.vocab))
                or (lower in _IT and not candidate.person and (entry.token == accused or not _is_people(candidate, self.vocab)))
                or (lower in _THEY and (candidate.plural or _is_group(candidate, self.vocab)))
            ):
                found = list(self.referents(entry.block, entry.token))[:1] or [candidate]
                barred = excluded(self, block, token) if barred is None else barred
                if not bound(found, barred):
                    return found
        return self._speaking(block, token) if lower == "they" else []

    def _speaking(self, block: Block, token: Token) -> list[Referent]:
        """The state that speaks of itself as of many: "Finland says they will send tanks"."""
        clause = first_conjunct(token.head)
        if token.dep_ != "nsubj" or clause.dep_ != "ccomp" or ("verb", clause.head.lemma_.lower()) not in self.vocab.reports:
            return []
        speakers = (c for c in clause.head.children if c.dep_ == "nsubj")
        found = [r for t in speakers for r in self.referents(block, t)]
        return [r for r in found if r.entity in self.vocab.entities and self.vocab.entities[r.entity or ""].type is ActorType.STATE]

    def _coordinated(self, entry: Entry) -> list[Referent]:
        """Those who are named together: "Oman and Qatar opened a link that they built"."""
        tokens = [entry.token, *entry.token.conjuncts]
        found = [r for t in sorted(tokens, key=lambda t: t.i) for r in self.referents(entry.block, t)[:1]]
        return found if len(found) > 1 and entry.subject and all(r.kind is Kind.ACTOR for r in found) else []

    def _full_name(self, block: Block, token: Token, own: Referent) -> Referent | None:
        """The earlier, longer name for which this one stands."""
        name, position = own.mention.name, block.offset + token.idx
        # A recogniser may take a bare surname for a town; the article has said whose it is.
        town = own.kind is Kind.PLACE and name not in self.vocab.place_names
        if own.kind is Kind.PLACE and not town and token.dep_ in ("nsubj", "nsubjpass", "poss"):
            return firm_begins(self.entries, name, position, self.vocab)
        if not name or not (own.kind is Kind.ACTOR or town):
            return None
        if " " in name:
            return None if own.entity or own.person else by_ending(self.entries, name, position)
        known = by_abbreviation(self.entries, self.short, name, position) or by_family(self.entries, name, position)
        state = own.entity in self.vocab.entities and self.vocab.entities[own.entity or ""].type is ActorType.STATE
        if state and known is not None and known.person and known.mention.name.split()[0] == name:
            return None  # "Israel" is the state, although a minister is called Israel Katz
        if known is None and own.entity is None and any(c.lower_ == "the" for c in token.children):
            known = by_last_word(self.entries, name, position) or organ(self.entries, name, position, self.vocab)
            known = known or defined(self, token, position)
        return self._owned(known) if known and not (known.entity or known.mention.owners) else known

    def _owned(self, known: Referent) -> Referent:
        """Who is named before with the state that his title there or the news gives him."""
        at = next((e for e in self.entries if e.referent is known), None)
        whole = self.referents(at.block, at.token)[:1] if at is not None else ()
        return next(iter(whole), known)

    def note_pair(self, one: Referent, other: Referent, resources: tuple[Referent, ...]) -> None:
        """Remember a claim between two stakeholders, for "the two sides" and "this deal"."""
        if state_of(one, self.vocab) != state_of(other, self.vocab):
            self.pairs.append((one, other, resources))
        else:
            self.note_rivals(one, other)

    def note_rivals(self, one: Referent, other: Referent) -> None:
        """Remember who acted against whom, for "each side": two armies of one land may do so, but nobody against himself."""
        names = [r.entity or r.mention.name or r.label for r in (one, other)]
        if all(names) and names[0] != names[1]:
            self.rivals.append((one, other))

    def resource_of(self, block: Block, token: Token) -> list[Referent]:
        """The resource that "it" or "them" stands for where a thing is asked for."""
        own = block.referent(token)
        return list(self._with_antecedents(own, list(last_resource(self.before(block, token), own))))

    def at_stake(self, block: Block, token: Token) -> list[Referent]:
        """The resource of which the sentence, or the one before, has spoken last."""
        first = token.sent.start
        start = token.doc[first - 1].sent.start if first else first
        near = list(reversed(token.doc[start : token.i]))
        for earlier in sorted(near, key=lambda t: _trade(block, t)):
            known = block.resources.get(earlier.i)
            if known is None or known.resource in (None, "resource/taxes"):
                continue  # no tonnes and no output are of a tax
            if earlier.dep_ == "compound" and earlier.head.lemma_.lower() in self.vocab.words("office-nouns"):
                continue  # nor are they of an energy ministry's energy
            if known.end - 1 == earlier.i and not self.vocab.resources[known.resource].ambiguous:
                said, own = block.referent(earlier), block.referent(token).mention
                mention = replace(own, antecedent=said.mention)
                return [replace(said, mention=mention, kind=Kind.RESOURCE, term=known.resource, entity=None)]
        return []

    def topic(self, block: Block, token: Token) -> list[Referent]:
        """The goods of which the story speaks more than of all others together: what its tonnes and its output are of.

        Else those that its headline names alone.
        """
        start = self.item_at(block.offset + token.idx)
        if start not in self._topics:
            end, named = self.item_after(start), Counter[str]()
            for near in self.blocks:
                for i, known in near.resources.items():
                    position = near.offset + near.doc[i].idx
                    if known.resource and known.end - 1 == i and start <= position and (end is None or position < end):
                        if self.vocab.is_kind(known.resource, self.vocab.words("goods-kinds")):
                            named[known.resource] += 1
            first = next(iter(named.most_common(1)), ("", 0))
            mainly = 2 * first[1] > named.total() and first[1] > 1
            self._topics[start] = first[0] if mainly else self._headlined(start, named)
        term = self._topics[start]
        own = block.referent(token)
        return [replace(own, kind=Kind.RESOURCE, term=term, entity=None, label=self.vocab.resources[term].label)] if term else []

    def _headlined(self, start: int, named: Counter[str]) -> str:
        """The only goods that the headline names, if the story takes them up: "Uranium firms as fund returns to market"."""
        head = self.blocks[0] if self.blocks and start == self.blocks[0].offset and len(self.blocks) > 1 else None
        works = self.vocab.words("works-kinds")  # a mine says not what it yields
        goods = (k.resource for k in head.resources.values() if k.resource) if head is not None else ()
        told = {r for r in goods if r in named and not self.vocab.is_kind(r, works)}
        alone = told.pop() if len(told) == 1 else None
        return alone if alone is not None and named[alone] > 1 else ""

    def things_before(self, block: Block, token: Token) -> Iterator[tuple[Block, Token]]:
        """The words for resources before a token, in its own block or the one before, nearest first, with their blocks."""
        at = next(i for i, near in enumerate(self.blocks) if near is block)
        start = self.item_at(block.offset + token.idx)
        for near in (block, *self.blocks[max(0, at - 1) : at]):
            end = token.i if near is block else len(near.doc)
            ends = sorted((i for i, known in near.resources.items() if i < end and known.end - 1 == i), reverse=True)
            yield from ((near, near.doc[i]) for i in ends if near.offset + near.doc[i].idx >= start)

    def last_flow(self) -> list[Referent]:
        """The known resources of the last act told that moves or limits one: what "the shipments" are of."""
        flows = ("sanction", "supply", "acquire", "produce", "seize")
        near = (act for act in reversed(self.told[-_ACTS_BACK:]) if act.relation in flows)
        last = next((act for act in near if any(r.term for r in act.roles.resources)), None)
        return [r for r in last.roles.resources if r.term] if last is not None else []

    def side(self, referent: Referent) -> str | None:
        """The stakeholder's id of a referent, as far as its words tell."""
        return state_of(referent, self.vocab)

    def sides(self, referents: Iterable[Referent]) -> set[str]:
        """The stakeholders' ids of referents, be it told of them before whose they are."""
        told = [*referents]
        before = (replace(r, mention=r.mention.antecedent) for r in told if r.mention.antecedent is not None)
        return {side for r in (*told, *before) if (side := self.side(r))}


def _bearer(block: Block, token: Token) -> Token | None:
    """The person whom a noun that is no known role describes, by the name behind it: "the liquidator, Paul Hart, will sell"."""
    if token.pos_ != "NOUN" or block.referent(token).kind is not Kind.OTHER:
        return None
    names = (c for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.ent_type_ == "PERSON")
    return next((c for c in names if block.referent(c).person), None)


def _trade(block: Block, word: Token) -> bool:
    """Does a word only say in what somebody deals: "a farming group", "the oil company"?"""
    head = word.head
    return word.dep_ in ("compound", "amod", "nmod") and head.pos_ == "NOUN" and block.referent(head).kind is Kind.ACTOR


def _one_of(noun: Token) -> Token | None:
    """The subject of "one of" these: "Canada is one of the few countries that have cobalt" says that Canada has."""
    one = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if one.lower_ != "one" or one.dep_ != "attr":
        return None
    return next((c for c in one.head.children if c.dep_ in _SUBJECTS), None)


def _nobody_single(entry: Entry, vocab: Vocabulary) -> bool:
    """Is it a word for several at once ("a jury"), or "one other person", of whom nobody goes on to say "he" or "she"?"""
    role = vocab.roles.get(entry.referent.label)
    return role is not None and (role.collective or any(c.lower_ == "other" for c in entry.token.lefts))


def _is_people(referent: Referent, vocab: Vocabulary) -> bool:
    return referent.plural or (referent.entity in vocab.entities and vocab.entities[referent.entity or ""].type is ActorType.PERSON)


def _is_group(referent: Referent, vocab: Vocabulary) -> bool:
    role = vocab.roles.get(referent.label)
    if role is not None:
        return role.collective or role.type is not ActorType.PERSON
    entity = vocab.entities.get(referent.entity or "")
    return entity is not None and entity.type not in (ActorType.PERSON, ActorType.STATE)
