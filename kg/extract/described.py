"""Whom "the country", "its neighbour", "the two companies", "the group", "the islands" describe: somebody named before."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.governor import verb_above
from kg.extract.home import mainly_of
from kg.extract.homelands import as_state, counted, islands, last_state, last_states, speaks_for_state
from kg.extract.issuing import issuers
from kg.extract.mentions import Block, Kind, Referent, is_works
from kg.extract.scene import state_of
from kg.extract.shortened import by_last_word, organ
from kg.extract.tokens import Token
from kg.extract.townships import last_place
from kg.model import ActorType
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from kg.extract.coref import Discourse
    from kg.extract.entries import Entry

_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "two", "such", "each"})
_FIRMS = frozenset({ActorType.COMPANY, ActorType.ORGANISATION, ActorType.ARMED_GROUP, None})
# So many noun phrases back are men looked for who are spoken of by their office alone.
_FAR = 40
COMPANIES = frozenset({ActorType.COMPANY, None})


def beside_name(block: Block, token: Token, own: Referent) -> Token | None:
    """The name of which a noun with an article or a possessor tells more: "Mark Bristow, its chief executive, who flew out"."""
    name = token.head
    if token.dep_ != "appos" or token.pos_ != "NOUN" or own.kind not in (Kind.ACTOR, Kind.OTHER) or name.pos_ != "PROPN":
        return None
    opens = any(c.dep_ in ("det", "poss") for c in token.lefts)
    return name if name.i < token.i and opens and not own.plural and block.referent(name).kind is Kind.ACTOR else None


def described(discourse: Discourse, block: Block, token: Token, own: Referent) -> Iterator[Referent]:
    """The antecedents of a noun phrase that names nobody itself."""
    vocab, lemma = discourse.vocab, token.lemma_.lower()
    determiner = {c.lower_ for c in token.children if c.dep_ in ("det", "poss", "nummod", "predet", "amod")}
    theirs = "their" in determiner and own.plural and lemma in vocab.words("party-nouns")  # "their countries" are those of both
    if narrower := next(filter(None, (list(way(discourse, block, token, own)) for way in _NARROWING)), []):
        yield from narrower
        return
    if not theirs and not determiner & _POINTING:
        return
    before = discourse.before(block, token)
    position = block.offset + token.idx
    if token.text[:1].isupper() and token.i > token.sent.start:
        full = by_last_word(discourse.entries, token.text, position) or organ(discourse.entries, token.text, position, vocab)
        full = full or defined(discourse, token, position)
        if full is not None:
            yield full
            return
    if own.plural and lemma in vocab.words("state-nouns") and (several := counted(token, before, vocab)):
        yield from several
        return
    if own.label and determiner & {"the", "these", "those", "that"} and (same := _said_before(token, own, before)):
        yield from discourse.referents(same.block, same.token)
    elif theirs or _paired(token, own, determiner, vocab):
        before = [e for e in before if not _urging(e, token, block)]
        leaders = _two_leaders(discourse, block.offset + token.idx, token)
        yield from leaders or _parties(discourse, before, lemma, bool(determiner & {"two", "both", "each", "their"}))
    elif (
        own.plural and lemma in vocab.words("resource-nouns") | {"mineral", "metal"} and determiner & {"these", "those", "such"}
    ) or (lemma in vocab.words("resource-nouns") and determiner & {"this", "that", "the"} and not own.plural):
        narrow = lemma not in vocab.words("asset-nouns")  # "the mineral" is no plant
        named = [e for e in before if not (narrow and is_works(e.referent, vocab))]
        yield from last_resource(named, own)
    elif own.plural and lemma == "island":
        yield from islands(before, vocab)
    elif own.plural and "the" in determiner and not determiner & {"two", "both"}:
        yield from _fighters(discourse, block, token, own, before)
    elif not own.plural:
        yield from _one(discourse, block, token, own, before)


def _of_kind(discourse: Discourse, block: Block, token: Token, own: Referent) -> Iterator[Referent]:
    """The last thing named of the kind that a bare definite noun says: "the crop", "their crop" after "growers of cassava"."""
    vocab = discourse.vocab
    if own.term is None or token.pos_ != "NOUN":
        return
    pointing = {"the"} if own.plural else _POINTING  # "these minerals" are all that were named
    vague = token.lemma_.lower() in vocab.words("resource-nouns")  # "its food" is all that it eats
    definite = any((c.dep_ == "poss" and vague) or (c.dep_ == "det" and c.lower_ in pointing) for c in token.children)
    if not definite or any(c.dep_ in ("compound", "amod", "prep", "relcl", "acl", "nmod") for c in token.children):
        return
    for earlier in discourse.things_before(block, token):
        known = earlier[0].resources[earlier[1].i]
        one = own.plural and earlier[1].tag_ in ("NN", "NNP") and is_works(earlier[0].referent(earlier[1]), vocab)
        if not one and known.resource and known.resource != own.term and vocab.is_kind(known.resource, {own.term}):
            term = known.resource
            if is_works(earlier[0].referent(earlier[1]), vocab) and not vocab.is_kind(own.term, vocab.words("works-kinds")):
                dug = (b for b in vocab.resources[term].broader if not vocab.is_kind(b, vocab.words("works-kinds")))
                term = next(
                    (b for b in dug if b != own.term and vocab.is_kind(b, {own.term})), term
                )  # what "the metal" of a mine is
            yield replace(
                earlier[0].referent(earlier[1]), kind=Kind.RESOURCE, term=term, entity=None, label=vocab.resources[term].label
            )
            return


def _same_works(discourse: Discourse, block: Block, token: Token, own: Referent) -> Iterator[Referent]:
    """The last works with a name, which a definite noun takes up, perhaps by its size: "the pit", "the $3 billion project"."""
    vocab = discourse.vocab
    if own.plural or token.tag_ != "NN" or token.lemma_.lower() not in vocab.words("works-nouns"):
        return
    aside = ("punct", "nummod", "quantmod", "conj", "cc", "relcl")
    beside = [c for c in token.children if c.dep_ not in aside and not (c.dep_ == "prep" and c.lower_ in _WHERE)]
    sizes = [c for c in beside if c.dep_ in ("compound", "nmod", "amod") and any(t.tag_ == "CD" for t in c.subtree)]
    if [c.lower_ for c in beside if c not in sizes] not in (["the"], ["this"]):
        return
    for near, thing in discourse.things_before(block, token):
        known = near.resources[thing.i].resource
        named = any(t.pos_ == "PROPN" for t in (thing, *thing.lefts))
        if known and named and known != own.term and thing.tag_ != "NNS" and is_works(near.referent(thing), vocab):
            yield replace(near.referent(thing), kind=Kind.RESOURCE, term=known, entity=None)
            return


def _cut_short(discourse: Discourse, block: Block, token: Token, own: Referent) -> Iterator[Referent]:
    """What a bare word is short for: after "copper", "their concentrate" is copper's; after "cocoa", "beans" are no pulses."""
    vocab, lemma = discourse.vocab, token.lemma_.lower()
    told = (c for c in token.children if c.tag_ != "VBN")  # "smuggled beans"
    if lemma not in vocab.words("short-goods") or any(c.dep_ in ("compound", "amod", "nmod") for c in told):
        return
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children):
        return
    for earlier in discourse.things_before(block, token):
        known = earlier[0].resources[earlier[1].i].resource
        word = earlier[1].lemma_.lower()
        if known and known == vocab.resource_names.get(f"{word} {lemma}"):
            yield replace(earlier[0].referent(earlier[1]), kind=Kind.RESOURCE, term=known, entity=None)
            return


# Where something lies: "the project | on the coast".
_WHERE = frozenset({"on", "in", "at", "near", "off"})
_NARROWING = (_of_kind, _same_works, _cut_short, last_place)


def _fighters(discourse: Discourse, block: Block, token: Token, own: Referent, before: list[Entry]) -> Iterator[Referent]:
    """The last armed group named, if it is the only one: "the rebels" after "the Houthis"."""
    role = discourse.vocab.roles.get(own.label)
    alone = not any(c.dep_ in ("amod", "compound", "prep", "nummod", "relcl", "acl", "poss", "appos") for c in token.children)
    if role is None or role.type is not ActorType.ARMED_GROUP or not alone:
        return
    armed = frozenset({ActorType.ARMED_GROUP})
    groups = {e.referent.entity for e in before if e.referent.entity and fits(e, discourse.vocab, armed)}
    if len(groups) == 1:
        yield from _last_of(discourse, block, token, before, armed)


def _one(discourse: Discourse, block: Block, token: Token, own: Referent, before: list[Entry]) -> Iterator[Referent]:
    """The one whom a singular description fits: a state, a company, a bloc, an armed group."""
    vocab, lemma = discourse.vocab, token.lemma_.lower()
    words, role = vocab.words, vocab.roles.get(own.label)
    ruling = lemma in words("governing-nouns") and all(c.dep_ == "det" for c in token.children)
    if ruling and (issuing := [s for r in issuers(token, discourse) if (s := state_of(r, vocab))]):
        yield as_state(own, issuing[0], vocab)
    elif ruling and (main := mainly_of(discourse, block, token)):
        yield as_state(own, main, vocab)
    elif lemma in words("state-nouns"):
        yield from last_state(token, before, vocab)
    elif lemma in words("bloc-nouns"):
        told = list(_last_of(discourse, block, token, before, frozenset({ActorType.INTERNATIONAL})))
        told = told or list(_bloc_behind(block, token, vocab))
        yield from (_whole(r, vocab) for r in told) if lemma in words("states-together") else told
    elif lemma in words("company-nouns") and own.label in ("", lemma):
        yield from _last_of(discourse, block, token, before, _FIRMS, words(f"{lemma}-codes"))
    elif lemma in words("counterpart-nouns"):
        return
    elif role is not None and role.type in (ActorType.COMPANY, ActorType.ARMED_GROUP):
        kinds = COMPANIES if role.type is ActorType.COMPANY else {ActorType.ARMED_GROUP}
        yield from _last_of(discourse, block, token, before, frozenset(kinds))


def _whole(body: Referent, vocab: Vocabulary) -> Referent:
    """The union of states of which a body is an organ: "the bloc" behind "the European Commission" is no commission."""
    top = state_of(body, vocab)
    return as_state(body, top, vocab) if top and vocab.entities[top].type is ActorType.INTERNATIONAL else body


def _bloc_behind(block: Block, token: Token, vocab: Vocabulary) -> Iterator[Referent]:
    """The body that the rest of the sentence names, or whose organ: "the bloc will tax steel, the European Commission said"."""
    for other in token.sent:
        found = block.names.get(other.i) if other.i > token.i else None
        if found and found.senses and found.end - 1 == other.i:
            top, _ = vocab.stakeholder_of(vocab.entities[found.senses[0].actor], None)
            if top.type is ActorType.INTERNATIONAL:
                yield as_state(block.referent(other), top.id, vocab)
                return


def _said_before(token: Token, own: Referent, before: list[Entry]) -> Entry | None:
    """The same role, told before with whose it is: "the sailors" after "its twenty South Korean sailors"."""
    for entry in before:
        other = entry.referent
        same = entry.token.lemma_.lower() == token.lemma_.lower() and other.plural == own.plural
        if same and other.label == own.label and (other.mention.owners or other.mention.name):
            return entry
    return None


def defined(discourse: Discourse, token: Token, position: int) -> Referent | None:
    """Whom a paper calls "the Company" throughout: the first company that it names."""
    if token.lemma_.lower() not in discourse.vocab.words("company-nouns") or token.pos_ != "PROPN":
        return None
    before = (e for e in discourse.entries if e.position < position and e.referent.mention.name != token.text)
    firms = (e for e in before if fits(e, discourse.vocab, COMPANIES))
    return next((e.referent for e in firms), None)


def _paired(token: Token, own: Referent, determiner: set[str], vocab: Vocabulary) -> bool:
    """Does the description speak of two: "the two nations", "both firms", "the partners"?"""
    lemma = token.lemma_.lower()
    if lemma in vocab.words("party-nouns|company-nouns") or _is_firm(own, vocab):
        if determiner & {"two", "both", "each"}:
            return True
    alone = not any(c.dep_ in ("amod", "compound", "prep", "nummod", "relcl", "acl", "poss") for c in token.children)
    return own.plural and alone and lemma in vocab.words("mutual-nouns")


def _is_firm(own: Referent, vocab: Vocabulary) -> bool:
    role = vocab.roles.get(own.label)
    return role is not None and role.type is ActorType.COMPANY


def _parties(discourse: Discourse, before: list[Entry], lemma: str, two: bool) -> Iterator[Referent]:
    """ "The two nations": parties of the last claim between two of which one is spoken of; else the last two named."""
    vocab = discourse.vocab
    states = lemma in vocab.words("state-nouns")
    if lemma == "company" or not (states or lemma in vocab.words("mutual-nouns|party-nouns")):
        yield from _last_firms(discourse, before)
        return
    named = [s for e in before if e.referent.kind is Kind.ACTOR and (s := state_of(e.referent, vocab))]
    # "Each side accused the other": who feeds the displaced is none of them.
    topics = [s for s in named if (vocab.entities[s].code or "").lower() not in vocab.words("helping-codes")]
    met = [pair[:2] for pair in discourse.pairs]
    ways = [(named[:1], met), (topics[:1], met)]
    if two and not states:
        ways.append((topics[:1], discourse.rivals))
    for topic, told in ways:
        for pair in reversed(told):
            tops = [state_of(r, vocab) for r in pair]
            if states and not all(top and vocab.entities[top].type is ActorType.STATE for top in tops):
                continue
            if topic and topic[0] in tops:
                lands = lemma in vocab.words("land-nouns")
                for side in pair:
                    state = state_of(side, vocab) if lands or side.person else None
                    yield as_state(side, state, vocab) if state else side
                return
    if two and not states:  # who hosts the talks, and whom he leads, are none of "both sides"
        for pair in (*reversed(met), *reversed(discourse.rivals)):
            if all(state_of(r, vocab) in named for r in pair):
                yield from pair
                return
    if two:
        told_of = [e for e in before if state_of(e.referent, vocab) in topics]
        yield from last_states(told_of, vocab, lemma in vocab.words("land-nouns"))


def _urging(entry: Entry, token: Token, block: Block) -> bool:
    """Who acts on the two is none of them: "China urged both countries to show restraint"."""
    verb = token.head
    if token.dep_ == "nsubj" and verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp"):
        verb = verb.head
    elif token.dep_ not in ("dobj", "dative"):
        return False
    return entry.block is block and entry.subject and entry.token.head == verb


def _two_leaders(discourse: Discourse, position: int, noun: Token) -> list[Referent]:
    """The last two of different states who are known for men of state, by name: "the two presidents" after "Trump" and "Xi".

    Of the office that the noun tells, and so not "their foreign ministers".
    """
    vocab, lemma = discourse.vocab, noun.lemma_.lower()
    if lemma not in vocab.words("head-titles"):
        return []
    office = {c.lower_ for c in noun.lefts if c.dep_ in ("amod", "compound")} | ({lemma} - {"leader"})
    start = discourse.item_at(position)
    chosen: dict[str, Entry] = {}
    for entry in reversed([e for e in discourse.entries if start <= e.position < position][-_FAR:]):
        entity = vocab.entities.get(entry.referent.entity or "")
        state = state_of(entry.referent, vocab)
        known = entity is not None and entity.type is ActorType.PERSON and speaks_for_state(entity)
        titles = (m.title.lower().replace("-", " ").split() for m in entity.memberships) if entity is not None else ()
        if state is not None and known and any(office <= set(title) for title in titles):
            chosen.setdefault(state, entry)
    last = list(chosen.values())[:2]
    return [e.referent for e in sorted(last, key=lambda e: e.position)] if len(last) == 2 else []


def _last_firms(discourse: Discourse, before: list[Entry]) -> Iterator[Referent]:
    """The last two companies named, in the order of the text."""
    chosen: dict[str, Entry] = {}
    for entry in before:
        if entry.referent.mention.name and fits(entry, discourse.vocab, COMPANIES):
            chosen.setdefault(entry.referent.entity or entry.referent.mention.name, entry)
        if len(chosen) == 2:
            break
    if len(chosen) == 2:
        for entry in sorted(chosen.values(), key=lambda e: e.position):
            yield entry.referent


def listed(entries: list[Entry], position: int, which: str) -> list[Referent]:
    """ "The former" and "the latter" are the first and the last of the pair of actors named before."""
    named = [e for e in entries if e.position < position and e.referent.kind is Kind.ACTOR]
    joined = [(a, b) for a, b in itertools.pairwise(named) if a.block is b.block and b.token in a.token.conjuncts]
    pair = list(joined[-1]) if joined else named[-2:]
    return [pair[-1 if which == "latter" else 0].referent] if len(pair) == 2 else []


def last_resource(before: list[Entry], own: Referent) -> Iterator[Referent]:
    """The last resource named; with a plural all that are coordinated with it."""
    last = next((e for e in before if _is_thing(e.referent) and e.referent.term != own.term), None)
    if last is None:
        return
    beside = set(last.token.conjuncts) if own.plural else set()
    for entry in sorted(before, key=lambda e: e.position):
        if entry is last or (entry.block is last.block and entry.token in beside and _is_thing(entry.referent)):
            yield replace(entry.referent, kind=Kind.RESOURCE)


def _is_thing(referent: Referent) -> bool:
    """Is it a resource, or a plant that may also act ("refinery")?"""
    return referent.kind is Kind.RESOURCE or (referent.term or "").startswith("resource/")


def fits(entry: Entry, vocab: Vocabulary, types: frozenset[ActorType | None]) -> bool:
    """Is an actor of one of the types (None: a body that nobody knows)? A price ticker in brackets is none."""
    referent = entry.referent
    entity, role = vocab.entities.get(referent.entity or ""), vocab.roles.get(referent.label)
    if referent.kind is not Kind.ACTOR or _ticker(entry.token):
        return False
    if entity is not None:
        return entity.type in types
    if role is not None:
        return role.type in types and bool(referent.mention.name or referent.mention.owners)
    return None in types and not referent.person and bool(referent.mention.name)


def _ticker(token: Token) -> bool:
    """Is it the code under which a share is traded: "(TSX: IVN)"?"""
    before = [token.nbor(-back).text for back in (1, 2) if token.i >= back]
    return token.text.isupper() and (":" in before or "(" in before[:1])


def clause_mates(entry: Entry, token: Token, block: Block) -> bool:
    """Is the one the subject of the clause that the other stands in: "Korea Zinc bought a slice of the company" of another?"""
    if entry.block is not block or not entry.subject or token.dep_ in ("nsubj", "nsubjpass", "poss"):
        return False
    return verb_above(token) == entry.token.head


def _last_of(
    discourse: Discourse,
    block: Block,
    token: Token,
    before: list[Entry],
    types: frozenset[ActorType | None],
    codes: frozenset[str] = frozenset(),
) -> Iterator[Referent]:
    """The last actor of one of the types, or of those that their codes single out; none who acts in the same clause."""
    entities = discourse.vocab.entities
    for entry in before:
        known = entities.get(entry.referent.entity or "")
        called = known is not None and (known.code or "").lower() in codes
        if (called or fits(entry, discourse.vocab, types)) and not clause_mates(entry, token, block):
            yield from list(discourse.referents(entry.block, entry.token))[:1] or [entry.referent]
            return
