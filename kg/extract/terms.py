"""Who gives and who gets under the terms of a deal: "close to a deal that gives American firms access", "under which it pays"."""

from __future__ import annotations

from kg.extract.arguments import slots
from kg.extract.coordination import first_conjunct
from kg.extract.found import Found
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.tokens import Token

# What passes from one side of a deal to the other.
_PASSING = frozenset({"supply", "aid", "acquire", "concede"})
_SIDES = ("between", "with", "poss")
_CLAUSES = frozenset({"relcl", "acl"})


def under_deal(found: dict[int, Found], reader: Reader) -> None:
    """What a clause tells of a deal between two is done by one of them to the other, where it names only one."""
    deals = reader.vocab.words("agreement-nouns")
    for item in found.values():
        if item.relation not in _PASSING or (item.roles.actors and item.roles.targets):
            continue
        clause = first_conjunct(item.token)
        noun = clause.head if clause.dep_ in _CLAUSES else None
        if noun is None or noun.lemma_.lower() not in deals or not (item.roles.actors or item.roles.targets):
            continue
        known = {reader.discourse.side(r) for r in item.roles.actors or item.roles.targets}
        parties = _parties(noun, found, reader)
        others = [who for side, who in parties.items() if side not in known]
        if len(parties) != 2 or len(others) != 1:
            continue
        if item.roles.actors:
            item.roles.targets = others
        else:
            item.roles.actors = others


def _parties(deal: Token, found: dict[int, Found], reader: Reader) -> dict[str, Referent]:
    """The sides of a deal by their stakeholders: those named behind it, who strike it, or who are told to be close to it."""
    sides = [r for s in _SIDES for t in slots(deal).get(s, ()) for r in reader.actors(t)]
    for item in found.values():
        if item.relation == "agree" and (item.token == deal or deal in item.filled.get("obj", ())):
            sides += [*item.roles.actors, *item.roles.targets]
    above = next((t for t in deal.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if above is not None and deal.dep_ in ("dobj", "pobj"):
        sides += [r for t in slots(above).get("subj", ()) for r in reader.actors(t)]
    by_side: dict[str, Referent] = {}
    for who in sides:
        if (side := reader.discourse.side(who)) is not None:
            by_side.setdefault(side, who)
    return by_side
