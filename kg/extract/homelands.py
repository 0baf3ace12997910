"""Which state "the country", "the Nordic state", "the two nations" and "the islands" mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.entries import Entry
from kg.extract.governor import verb_above
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.nearer import giver_beside
from kg.extract.scene import behind_place, state_of
from kg.extract.tokens import Token
from kg.model import ActorType, Sector
from kg.vocab import Entity, Vocabulary

if TYPE_CHECKING:
    from kg.extract.coref import Discourse

_SPEAKING = frozenset({ActorType.STATE, ActorType.GOVERNMENT, ActorType.PERSON})


def last_state(token: Token, before: list[Entry], vocab: Vocabulary) -> Iterator[Referent]:
    """The last state named, or spoken for by the subject of a clause; a capital in which something happens is none.

    Where something happens "in the country", first that of who acts in the same clause: "Lund announced aid after the Peruvian army
    shelled the north of the country".
    """
    fitting, inside = _called(token, vocab), token.dep_ == "pobj" and token.head.lower_ in ("in", "of")
    clause = verb_above(token) if inside else None
    doer = clause.head if clause is not None and clause.dep_ in ("acl", "relcl") else None
    giver = giver_beside(token, vocab)
    giving = [e for e in before if giver is not None and (e.token == giver or giver in e.token.ancestors)]
    theirs = {state_of(e.referent, vocab) for e in giving} - {None}
    before = [e for e in before if e not in giving and state_of(e.referent, vocab) not in theirs]
    before = sorted(before, key=lambda e: not _acts(e, clause, doer) or _trades(e, vocab))
    spoken: list[tuple[Entry, str]] = []
    for entry in before:
        state = state_of(entry.referent, vocab) if entry.referent.kind is Kind.ACTOR else None
        top = vocab.entities.get(state or "")
        if state is None or top is None or top.type is not ActorType.STATE or (fitting and (top.code or "").lower() not in fitting):
            continue
        if entry.referent.entity == state and not _scene(entry, state, vocab) and not _of_firm(entry):
            yield entry.referent
            return
        entity = vocab.entities.get(entry.referent.entity or "")
        rules = entity is not None and speaks_for_state(entity)
        role = vocab.roles.get(entry.referent.label)
        rules = rules or (role is not None and role.type is ActorType.GOVERNMENT)
        if (entry.subject and rules) or (_acts(entry, clause, doer) and not _trades(entry, vocab)):
            yield as_state(entry.referent, state, vocab)
            return
        spoken.append((entry, state))
    if spoken:
        yield as_state(spoken[0][0].referent, spoken[0][1], vocab)


def _acts(entry: Entry, clause: Token | None, doer: Token | None) -> bool:
    """Is it the subject of a clause, or the noun that a participle tells more of?"""
    return clause is not None and (entry.token == doer or (entry.subject and entry.token.head == clause))


def _trades(entry: Entry, vocab: Vocabulary) -> bool:
    """Are they firms, which act in other countries too: "Chinese firms poured billions into plants in the country"?"""
    entity, role = vocab.entities.get(entry.referent.entity or ""), vocab.roles.get(entry.referent.label)
    known = entity.type if entity is not None else role.type if role is not None else None
    return known is ActorType.COMPANY


def speaks_for_state(entity: Entity) -> bool:
    """Does somebody's word stand for a state's? That of a businesswoman does not."""
    return entity.type in _SPEAKING and (entity.type is not ActorType.PERSON or entity.sector in (Sector.GOV, None))


def _called(noun: Token, vocab: Vocabulary) -> frozenset[str]:
    """The codes of the states that are called so: an island, a kingdom, "the West African nation"; none where any state may be."""
    before = [part for t in noun.doc[noun.left_edge.i : noun.i + 1] for part in t.lower_.split("-") if part.isalpha()]
    for start in range(len(before)):
        for end in range(len(before), start, -1):
            name = "-".join(("states", *before[start:end]))
            if codes := vocab.words(name):
                return codes
    return frozenset()


def _scene(entry: Entry, state: str, vocab: Vocabulary) -> bool:
    """Is a capital named as the place where something happens?"""
    metonym = any(s.actor == state and s.how == "metonym" for s in vocab.names.get(entry.referent.mention.name, ()))
    return metonym and behind_place(entry.token, vocab)


def islands(before: list[Entry], vocab: Vocabulary) -> Iterator[Referent]:
    """ "The islands" are a state, if one is called so."""
    for entry in before:
        state = state_of(entry.referent, vocab)
        if state and "Islands" in vocab.entities[state].label:
            yield as_state(entry.referent, state, vocab)
            return


def last_states(before: list[Entry], vocab: Vocabulary, lands: bool) -> Iterator[Referent]:
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
            yield as_state(entry.referent, state, vocab) if lands else entry.referent


def as_state(referent: Referent, state: str, vocab: Vocabulary) -> Referent:
    """The state for which somebody speaks, by its own name: "the country" behind "Mrs Costa" is Portugal, not she."""
    if referent.entity == state and not referent.plural:
        return replace(referent, person=False)
    label = vocab.entities[state].label
    mention = replace(referent.mention, name=label, owners=(), antecedent=None)
    return replace(referent, mention=mention, entity=state, label=label, person=False, plural=False)


def _of_firm(entry: Entry) -> bool:
    """Does a state's name only say whose a company is: "a mine of Britain's Endeavour Mining"?"""
    noun, after = entry.token.head, entry.token.i + 1
    if after < len(entry.token.doc) and entry.token.doc[after].text == "-":
        return True  # "the Chinese-owned mine"
    if entry.token.dep_ not in ("poss", "amod", "compound", "nmod") or noun.pos_ != "PROPN":
        return False
    known = entry.block.vocab.entities.get(entry.block.referent(noun).entity or "")
    return known is not None and known.type is ActorType.COMPANY


def counted(token: Token, before: list[Entry], vocab: Vocabulary) -> list[Referent]:
    """As many states as are named last in one row: "the three countries" after "Mali, Niger and Chad"."""
    number = next((c.lower_ for c in token.lefts if c.dep_ == "nummod"), "")
    many = next((n for n, word in enumerate(("three", "four", "five", "six"), 3) if number in (word, str(n))), 0)
    for entry in before if many else ():
        row = {entry.token, *entry.token.conjuncts}
        if len(row) == many:
            beside = [e for e in before if e.block is entry.block and e.token in row]
            tops = {state_of(e.referent, vocab) for e in beside}
            if len(beside) == many == len(tops) and None not in tops:
                return [
                    as_state(e.referent, state_of(e.referent, vocab) or "", vocab) for e in sorted(beside, key=lambda e: e.position)
                ]
    return []


# So many sentences on, bare "protesters" may be those spoken of before.
_STILL_THEY = 2


def the_same_people(discourse: Discourse, block: Block, token: Token) -> str | None:
    """Whose people are that are named again without their nation: "Palestinian protesters were hit. Protesters threw stones".

    Nobody's where two nations have such people before, or where the word has its own: "Chinese fishermen met Filipino fishermen".
    """
    if token.tag_ not in ("NNS", "NNPS") or any(c.dep_ in ("amod", "poss", "prep", "relcl", "acl") for c in token.children):
        return None
    before = discourse.before(block, token)
    near = [e for e in before if before[0].sentence - _STILL_THEY < e.sentence]
    if any(e.token.sent.start == token.sent.start and e.token.doc is token.doc for e in near if e.token.lemma_ == token.lemma_):
        return None
    alike = [e for e in near if e.token.lemma_.lower() == token.lemma_.lower() and e.referent.plural]
    nations = {
        e.referent.mention.owners[0]
        for e in alike
        if e.referent.mention.owners and any(c.dep_ in ("amod", "compound") and c.ent_type_ == "NORP" for c in e.token.children)
    }
    return nations.pop() if len(nations) == 1 and len(alike) == 1 else None


def at_works(token: Token, block: Block) -> str | None:
    """In which state the works lie whose operator or workers somebody is: "the Tengiz field, whose operator cut output"."""
    whose = [c for c in token.children if c.dep_ == "poss"]
    whose += [g for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "at") for g in c.children if g.dep_ == "pobj"]
    for owner in whose:
        clause = owner
        while owner.tag_ == "WP$" and clause.dep_ != "relcl" and clause.head != clause:
            clause = clause.head
        works = block.vocab.resources.get(block.referent(clause.head if owner.tag_ == "WP$" else owner).term or "")
        land = block.vocab.entities.get(works.country or "") if works is not None and works.asset else None
        if land is not None:
            return land.label
    return None
