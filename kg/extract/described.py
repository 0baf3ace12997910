"""Whom "the country", "its neighbour", "the two companies", "the group", "the islands" describe: somebody named before."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.governor import verb_above
from kg.extract.mentions import Block, Kind, Referent, is_works
from kg.extract.nearer import giver_beside
from kg.extract.scene import behind_place, state_of
from kg.extract.shortened import by_last_word, organ
from kg.extract.tokens import Token
from kg.model import ActorType, Sector
from kg.vocab import Entity, Vocabulary

if TYPE_CHECKING:
    from kg.extract.coref import Discourse
    from kg.extract.entries import Entry

_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "two", "such", "each"})
_FIRMS = frozenset({ActorType.COMPANY, ActorType.ORGANISATION, ActorType.ARMED_GROUP, None})
_COMPANIES = frozenset({ActorType.COMPANY, None})
_SPEAKING = frozenset({ActorType.STATE, ActorType.GOVERNMENT, ActorType.PERSON})


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
    if own.label and determiner & {"the", "these", "those", "that"} and (same := _said_before(token, own, before)):
        yield from discourse.referents(same.block, same.token)
    elif theirs or _paired(token, own, determiner, vocab):
        yield from _parties(discourse, before, lemma, bool(determiner & {"two", "both", "each", "their"}))
    elif (
        own.plural and lemma in vocab.words("resource-nouns") | {"mineral", "metal"} and determiner & {"these", "those", "such"}
    ) or (lemma in vocab.words("resource-nouns") and determiner & {"this", "that", "the"} and not own.plural):
        narrow = lemma not in vocab.words("asset-nouns")  # "the mineral" is no plant
        yield from last_resource([e for e in before if not (narrow and is_works(e.referent, vocab))], own)
    elif own.plural and lemma == "island":
        yield from _islands(before, vocab)
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
            yield replace(earlier[0].referent(earlier[1]), kind=Kind.RESOURCE, term=known.resource, entity=None)
            return


def _same_works(discourse: Discourse, block: Block, token: Token, own: Referent) -> Iterator[Referent]:
    """The last works with a name, which a definite noun takes up, perhaps by its size: "the pit", "the $3 billion project"."""
    vocab = discourse.vocab
    if own.plural or token.tag_ != "NN" or token.lemma_.lower() not in vocab.words("works-nouns"):
        return
    beside = [c for c in token.children if c.dep_ not in ("punct", "nummod", "quantmod", "conj", "cc")]
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
    if lemma not in vocab.words("short-goods") or any(c.dep_ in ("compound", "amod", "nmod") for c in token.children):
        return
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children):
        return
    for earlier in discourse.things_before(block, token):
        known = earlier[0].resources[earlier[1].i].resource
        word = earlier[1].lemma_.lower()
        if known and known == vocab.resource_names.get(f"{word} {lemma}"):
            yield replace(earlier[0].referent(earlier[1]), kind=Kind.RESOURCE, term=known, entity=None)
            return


_NARROWING = (_of_kind, _same_works, _cut_short)


def _one(discourse: Discourse, block: Block, token: Token, own: Referent, before: list[Entry]) -> Iterator[Referent]:
    """The one whom a singular description fits: a state, a company, a bloc, an armed group."""
    vocab, lemma = discourse.vocab, token.lemma_.lower()
    words, role = vocab.words, vocab.roles.get(own.label)
    if lemma in words("state-nouns"):
        yield from _last_state(token, before, vocab, lemma)
    elif lemma in words("bloc-nouns"):
        told = list(_last_of(discourse, block, token, before, frozenset({ActorType.INTERNATIONAL})))
        yield from told or _bloc_behind(block, token, vocab)
    elif lemma in words("company-nouns") and own.label in ("", lemma):
        yield from _last_of(discourse, block, token, before, _FIRMS)
    elif lemma in words("counterpart-nouns"):
        return
    elif role is not None and role.type in (ActorType.COMPANY, ActorType.ARMED_GROUP):
        kinds = _COMPANIES if role.type is ActorType.COMPANY else {ActorType.ARMED_GROUP}
        yield from _last_of(discourse, block, token, before, frozenset(kinds))


def _bloc_behind(block: Block, token: Token, vocab: Vocabulary) -> Iterator[Referent]:
    """The body that the rest of the sentence names, or whose organ: "the bloc will tax steel, the European Commission said"."""
    for other in token.sent:
        found = block.names.get(other.i) if other.i > token.i else None
        if found and found.senses and found.end - 1 == other.i:
            top, _ = vocab.stakeholder_of(vocab.entities[found.senses[0].actor], None)
            if top.type is ActorType.INTERNATIONAL:
                yield _as_state(block.referent(other), top.id, vocab)
                return


def counterpart(discourse: Discourse, block: Block, token: Token, own: Referent) -> list[Referent] | None:
    """Whom "its neighbour" is: never its own possessor, but the last other state spoken of; None where the noun is no such tie."""
    if token.lemma_.lower() not in discourse.vocab.words("counterpart-nouns") or own.entity:
        return None
    possessor = next((c for c in token.children if c.dep_ == "poss"), None)
    named = any(c.i in block.names for c in token.children if c.dep_ in ("amod", "compound", "nmod", "appos"))
    behind = (g for c in token.children if c.dep_ == "prep" and c.lower_ in ("in", "from", "of") for g in c.children)
    named = named or any(g.i in block.names for g in behind)  # "his counterpart in Accra"
    if possessor is None or named or own.mention.name:
        return None
    whose = next((s for r in discourse.referents(block, possessor) if (s := state_of(r, discourse.vocab))), None)
    nobody = replace(own, mention=replace(own.mention, owners=()))
    if own.plural or whose is None:
        return [nobody]
    for entry in discourse.before(block, token):
        state = state_of(entry.referent, discourse.vocab) if entry.referent.kind is Kind.ACTOR else None
        if state and state != whose and discourse.vocab.entities[state].type is ActorType.STATE:
            return [_as_state(entry.referent, state, discourse.vocab)]
    return [nobody]


def _as_state(referent: Referent, state: str, vocab: Vocabulary) -> Referent:
    """The state for which somebody speaks, by its own name: "the country" behind "Mrs Costa" is Portugal, not she."""
    if referent.entity == state and not referent.plural:
        return replace(referent, person=False)
    label = vocab.entities[state].label
    mention = replace(referent.mention, name=label, owners=(), antecedent=None)
    return replace(referent, mention=mention, entity=state, label=label, person=False, plural=False)


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
    firms = (e for e in before if _fits(e, discourse.vocab, _COMPANIES))
    return next((e.referent for e in firms), None)


def _paired(token: Token, own: Referent, determiner: set[str], vocab: Vocabulary) -> bool:
    """Does the description speak of two: "the two nations", "both firms", "the partners"?"""
    lemma = token.lemma_.lower()
    if lemma in vocab.words("party-nouns") | vocab.words("company-nouns") or _is_firm(own, vocab):
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
    if lemma == "company" or not (states or lemma in vocab.words("mutual-nouns") | vocab.words("party-nouns")):
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
                    yield _as_state(side, state, vocab) if state else side
                return
    if two:
        told_of = [e for e in before if state_of(e.referent, vocab) in topics]
        yield from _last_states(told_of, vocab, lemma in vocab.words("land-nouns"))


def _last_firms(discourse: Discourse, before: list[Entry]) -> Iterator[Referent]:
    """The last two companies named, in the order of the text."""
    chosen: dict[str, Entry] = {}
    for entry in before:
        if entry.referent.mention.name and _fits(entry, discourse.vocab, _COMPANIES):
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


def _last_states(before: list[Entry], vocab: Vocabulary, lands: bool) -> Iterator[Referent]:
    """The last two actors of different stakeholders, in the order of the text; of lands the states, first those named themselves.

    "The Ghanaian president recalled his envoy to Mali after the two nations fell out": Ghana and Mali, neither of them a man.
    """
    near = ((e, state_of(e.referent, vocab)) for e in before if e.referent.kind is Kind.ACTOR)
    told = [(e, s) for e, s in near if s and (not lands or vocab.entities[s].type is ActorType.STATE)]
    if lands:
        told.sort(key=lambda t: (-t[0].sentence, t[0].referent.entity != t[1]))
    chosen: dict[str, Entry] = {}
    for entry, state in told:
        chosen.setdefault(state, entry)
        if len(chosen) == 2:
            break
    if len(chosen) == 2:
        for state, entry in sorted(chosen.items(), key=lambda c: c[1].position):
            yield _as_state(entry.referent, state, vocab) if lands else entry.referent


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


def _fits(entry: Entry, vocab: Vocabulary, types: frozenset[ActorType | None]) -> bool:
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


def _clause_mates(entry: Entry, token: Token, block: Block) -> bool:
    """Is the one the subject of the clause that the other stands in: "Korea Zinc bought a slice of the company" of another?"""
    if entry.block is not block or not entry.subject or token.dep_ in ("nsubj", "nsubjpass", "poss"):
        return False
    return verb_above(token) == entry.token.head


def _last_of(
    discourse: Discourse, block: Block, token: Token, before: list[Entry], types: frozenset[ActorType | None]
) -> Iterator[Referent]:
    for entry in before:
        if _fits(entry, discourse.vocab, types) and not _clause_mates(entry, token, block):
            yield from list(discourse.referents(entry.block, entry.token))[:1] or [entry.referent]
            return


def _last_state(token: Token, before: list[Entry], vocab: Vocabulary, lemma: str) -> Iterator[Referent]:
    """The last state named, or spoken for by the subject of a clause; a capital in which something happens is none.

    Where something happens "in the country", first that of who acts in the same clause: "Lund announced aid after the Peruvian army
    shelled the north of the country".
    """
    fitting, inside = _called(lemma, vocab), token.dep_ == "pobj" and token.head.lower_ in ("in", "of")
    clause = verb_above(token) if inside else None
    doer = clause.head if clause is not None and clause.dep_ in ("acl", "relcl") else None
    giver = giver_beside(token, vocab)
    before = [e for e in before if giver is None or (e.token != giver and giver not in e.token.ancestors)]
    before = sorted(before, key=lambda e: not _acts(e, clause, doer))
    spoken: list[tuple[Entry, str]] = []
    for entry in before:
        state = state_of(entry.referent, vocab) if entry.referent.kind is Kind.ACTOR else None
        top = vocab.entities.get(state or "")
        if state is None or top is None or top.type is not ActorType.STATE or (fitting and (top.code or "").lower() not in fitting):
            continue
        if entry.referent.entity == state and not _scene(entry, state, vocab):
            yield entry.referent
            return
        entity = vocab.entities.get(entry.referent.entity or "")
        if (entry.subject and entity is not None and _speaks_for_state(entity)) or _acts(entry, clause, doer):
            yield _as_state(entry.referent, state, vocab)
            return
        spoken.append((entry, state))
    if spoken:
        yield _as_state(spoken[0][0].referent, spoken[0][1], vocab)


def _acts(entry: Entry, clause: Token | None, doer: Token | None) -> bool:
    """Is it the subject of a clause, or the noun that a participle tells more of?"""
    return clause is not None and (entry.token == doer or (entry.subject and entry.token.head == clause))


def _speaks_for_state(entity: Entity) -> bool:
    """Does somebody's word stand for a state's? That of a businesswoman does not."""
    return entity.type in _SPEAKING and (entity.type is not ActorType.PERSON or entity.sector in (Sector.GOV, None))


def _called(lemma: str, vocab: Vocabulary) -> frozenset[str]:
    """The codes of the states that are called an island, a kingdom and so on; none where any state may be."""
    called = {
        "island": vocab.words("states-island"),
        "archipelago": vocab.words("states-archipelago"),
        "kingdom": vocab.words("states-kingdom"),
        "emirate": vocab.words("states-emirate"),
        "sultanate": vocab.words("states-sultanate"),
    }
    return called.get(lemma, frozenset())


def _scene(entry: Entry, state: str, vocab: Vocabulary) -> bool:
    """Is a capital named as the place where something happens?"""
    metonym = any(s.actor == state and s.how == "metonym" for s in vocab.names.get(entry.referent.mention.name, ()))
    return metonym and behind_place(entry.token, vocab)


def _islands(before: list[Entry], vocab: Vocabulary) -> Iterator[Referent]:
    """ "The islands" are a state, if one is called so."""
    for entry in before:
        state = state_of(entry.referent, vocab)
        if state and "Islands" in vocab.entities[state].label:
            yield _as_state(entry.referent, state, vocab)
            return
