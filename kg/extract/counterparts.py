"""Whom "its neighbour", "Guyana's neighbour, Venezuela" and "the Chinese miner" mean: who stands in a tie, or is at home there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.described import COMPANIES, clause_mates, fits
from kg.extract.homelands import as_state
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.scene import state_of
from kg.extract.tokens import Token
from kg.model import ActorType

if TYPE_CHECKING:
    from kg.extract.coref import Discourse


def counterpart(discourse: Discourse, block: Block, token: Token, own: Referent) -> list[Referent] | None:
    """Whom "its neighbour" is: never its own possessor, but the last other state spoken of; None where the noun is no such tie."""
    if token.lemma_.lower() not in discourse.vocab.words("counterpart-nouns") or own.entity:
        return None
    possessor = next((c for c in token.children if c.dep_ == "poss"), None)
    named = any(c.i in block.names for c in token.children if c.dep_ in ("amod", "compound", "nmod", "appos"))
    behind = (g for c in token.children if c.dep_ == "prep" and c.lower_ in ("in", "from", "of") for g in c.children)
    named = named or any(g.i in block.names for g in behind)  # "his counterpart in Accra"
    if token.tag_ in ("NN", "NNP") and possessor is not None and not own.mention.name:
        for name in (c for c in token.rights if c.dep_ == "appos" and c.i in block.names):
            if block.referent(name).kind is Kind.ACTOR:  # "Guyana's neighbour, Venezuela, claims the land"
                return list(discourse.referents(block, name))[:1]
    if possessor is None or named or own.mention.name:
        return None
    if own.plural and possessor.i in block.names:  # "China's neighbours" are not of China
        return [replace(own, mention=replace(own.mention, owners=(), text=token.text))]
    whose = next((s for r in discourse.referents(block, possessor) if (s := state_of(r, discourse.vocab))), None)
    nobody = replace(own, mention=replace(own.mention, owners=()))
    if own.plural or whose is None:
        return [nobody]
    if token.lemma_.lower() in discourse.vocab.words("friend-nouns"):  # "its partner" is with whom it agreed
        for one, two, _ in reversed(discourse.pairs):
            sides = [state_of(r, discourse.vocab) for r in (one, two)]
            if whose in sides and sides[0] != sides[1]:
                other = two if sides[0] == whose else one
                state = state_of(other, discourse.vocab)
                return [as_state(other, state, discourse.vocab) if state else other]
    near = sorted(discourse.before(block, token), key=lambda e: e.referent.entity is None)  # last, officials of a third
    for entry in near:
        state = state_of(entry.referent, discourse.vocab) if entry.referent.kind is Kind.ACTOR else None
        if state and state != whose and discourse.vocab.entities[state].type is ActorType.STATE:
            return [as_state(entry.referent, state, discourse.vocab)]
    return [nobody]


def firm_of(discourse: Discourse, block: Block, token: Token, own: Referent) -> Iterator[Referent]:
    """The last company named that is at home where a definite description says: "the Chinese miner" after "CMOC"."""
    vocab = discourse.vocab
    role = vocab.roles.get(own.label)
    firm = token.lemma_.lower() in vocab.words("company-nouns|firm-nouns|trade-agents") or (
        role is not None and role.type is ActorType.COMPANY
    )
    if not firm or own.plural or own.mention.name or not any(c.lower_ in ("the", "this") for c in token.lefts):
        return
    if any(c.dep_ in ("prep", "relcl", "acl", "appos", "poss") for c in token.children):
        return  # "the Chinese company behind it" is another
    home = state_of(own, vocab)
    for entry in discourse.before(block, token) if home else ():
        known = entry.referent
        if known.mention.name and fits(entry, vocab, COMPANIES) and state_of(known, vocab) == home:
            if not clause_mates(entry, token, block):
                yield from list(discourse.referents(entry.block, entry.token))[:1] or [known]
                return
