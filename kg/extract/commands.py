"""Orders that are carried out by one's own: who orders his troops to strike, or a ship seized, does so through them."""

from __future__ import annotations

from kg.extract.found import Found
from kg.extract.reader import Reader
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import Mode


def commanded(found: dict[int, Found], reader: Reader) -> None:
    """What somebody orders his own forces to do they are ordered to do; what he orders to be done to others he does."""
    words = reader.lexicon.words
    for item in found.values():
        if item.relation != "request" or item.token.pos_ != "VERB" or item.token.lemma_.lower() not in words("ordering-verbs"):
            continue
        passive = is_passive(item.token)  # "the troops were ordered to withdraw"
        if item.context.negated or not item.content or not (passive or item.roles.actors):
            continue
        below = [act for act in item.content if act.token.pos_ == "VERB"]
        if _own_forces(item, reader):
            acts = [act for act in below if act.token.dep_ in ("xcomp", "conj", "advcl") and not is_passive(act.token)]
            for act in acts:
                act.roles.actors = list(item.roles.targets)
            _release(item, acts, Mode.ORDERED)
        elif not passive and item.token.lemma_.lower() in words("decreeing-verbs"):
            acts = [act for act in below if _bare(act.token, item.token)]
            for act in acts:
                act.roles.actors = list(item.roles.actors)
            _release(item, acts, item.context.mode)


def _release(item: Found, acts: list[Found], mode: Mode) -> None:
    """Let acts be told for themselves, and the order no more, which says only how they stand."""
    for act in acts:
        act.context.absorbed = None
        act.context.mode = mode
        act.context.reporter = act.context.reporter or item.context.reporter
    if acts:
        item.content = [act for act in item.content if act not in acts]
        item.context.supposed = True


def _own_forces(item: Found, reader: Reader) -> bool:
    """Are all who are ordered troops, police or followers, and none of another side?"""
    told = [t for t in item.filled.get("obj", ()) if reader.actors(t, places=False)]
    if not told or not all(_obeys(t, reader) for t in told):
        return False
    side = reader.discourse.side
    own = {side(r) for r in item.roles.actors}
    if not item.roles.actors:
        return bool(item.roles.targets)
    return bool(item.roles.targets) and all(side(r) is None or side(r) in own for r in item.roles.targets)


def _obeys(noun: Token, reader: Reader) -> bool:
    """Is it somebody under command: troops, followers, "his men", but not a state's people?"""
    if noun.lemma_.lower() in reader.lexicon.words("own-men"):
        return any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in noun.children)
    return noun.lemma_.lower() in reader.lexicon.words("commanded-people")


def _bare(participle: Token, verb: Token) -> bool:
    """Is it a participle that says what is ordered to be done to a thing: "ordered the mine closed", "the men to be freed"?"""
    if participle.tag_ != "VBN" or participle.dep_ != "ccomp" or participle.head != verb:
        return False
    return not any(c.dep_ in ("aux", "auxpass", "mark") and c.lower_ not in ("to", "be") for c in participle.children)
