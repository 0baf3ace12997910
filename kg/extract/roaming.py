"""Where a group of many states fights, and which names of a sentence do not say where the news takes place."""

from __future__ import annotations

from kg.extract.mentions import Block, Referent
from kg.extract.owners import names_house, of_mission
from kg.extract.scene import behind_place, clause_of, forceful, state_named
from kg.extract.tokens import Token
from kg.model import ActorType
from kg.vocab import Vocabulary


def roams(own: Referent, vocab: Vocabulary) -> bool:
    """Is it an armed group of many states, or are its fighters it?"""
    names = (s.actor for o in own.mention.owners for s in vocab.names.get(o, ())[:1])
    meant = [vocab.entities[i] for i in ((own.entity,) if own.entity else names) if i in vocab.entities]
    return bool(meant) and all(e.type is ActorType.ARMED_GROUP and vocab.stakeholder_of(e, None)[0] is e for e in meant)


def fights_in(block: Block, token: Token, vocab: Vocabulary) -> str | None:
    """The state in which such a group is said to be, to strike or to be struck; or whose its branch is."""
    branch = [c for c in token.head.children if c.ent_type_ == "NORP"] if token.dep_ == "poss" else []
    verb = clause_of(token)
    places = []
    for t in token.sent:
        found = block.names.get(t.i)
        state = state_named(found.name, vocab) if found is not None and found.end - 1 == t.i else None
        if found is None or state is None or t.head == token:
            continue
        if t in branch:
            return state
        whole = t.head.head if t.dep_ == "pobj" and t.head.lower_ == "of" else t  # "seized control of Zinjibar"
        taken = whole.dep_ == "dobj" and whole.head == verb and vocab.place_called(found.name) is not None
        if (behind_place(t, vocab) and not aside(t, vocab)) or taken:
            places.append((clause_of(t) == verb, state))
    here = {state for own, state in places if own} or {state for _, state in places}  # "held by IS in Tikrit, arrived in Kochi"
    return here.pop() if len(here) == 1 else None


def aside(name: Token, vocab: Vocabulary) -> bool:
    """Does a name say where an embassy stands, or who owns or backs something: neither is where the news takes place?

    "the junta's embassy in Bangkok", "the Chinese-owned pit".
    """
    above = name.head
    if names_house(name, vocab):
        return True  # "the Saudi Hospital in El Fasher"
    if above.tag_ == "VBN" and above.dep_ == "amod" and name.dep_ != "pobj":
        return True
    if _backs(name):
        return True  # "attack insurgents with troops supported by Russian planes"
    if name.ent_type_ == "NORP" and above.lemma_.lower() in vocab.words("frontier-nouns"):
        return True  # "near the Afghan border" is on this side of it
    if name.dep_ == "pobj" and above.head.dep_ == "acl" and above.head.head.lemma_.lower() in vocab.words("event-nouns"):
        return True  # "the truce agreed in Doha" is not one in Qatar
    if of_mission(name, vocab):
        return True  # whose the embassy is that others storm
    seat = above.nbor(-1) if name.dep_ == "pobj" and above.i > 0 else above
    struck = seat.dep_ in ("dobj", "pobj", "nsubjpass") and forceful(clause_of(seat), vocab)  # "stormed the embassy in Chisinau"
    theirs = any(c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ in ("NORP", "GPE") for c in seat.children)
    suffers = struck and (theirs or seat.ent_type_ in ("ORG", "FAC"))
    return name.dep_ == "pobj" and seat.lemma_.lower() in vocab.words("mission-nouns") and not suffers


def _backs(name: Token) -> bool:
    """Is it whoever does something to others that only a participle behind them tells: "rebels armed by Iran"?"""
    for above in name.ancestors:
        if above.dep_ == "agent":
            return above.head.dep_ == "acl"
        if above.pos_ == "VERB":
            return False
    return False
