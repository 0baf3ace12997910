"""Who gives and who gets under the terms of a deal: "close to a deal that gives American firms access", "under which it pays"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import slots
from kg.extract.coordination import first_conjunct
from kg.extract.found import Found
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.tokens import Token

# What passes from one side of a deal to the other.
_PASSING = frozenset({"supply", "aid", "acquire", "invest", "concede"})
_STRUCK = frozenset({"agree", "cooperate"})
_SIDES = ("between", "with", "poss")
_CLAUSES = frozenset({"relcl", "acl"})


def under_deal(found: dict[int, Found], reader: Reader) -> None:
    """What a clause tells of a deal between two is done by one of them to the other, where it names only one."""
    for item in found.values():
        named = item.roles.actors or item.roles.targets
        if item.relation not in _PASSING or (item.roles.actors and item.roles.targets) or not named:
            continue
        known = {reader.discourse.side(r) for r in named}
        for noun in _deals_over(item.token, reader):
            parties = _parties(noun, item, found, reader)
            others = [who for side, who in parties.items() if side not in known]
            if len(parties) == 2 and len(others) == 1:
                if item.roles.actors:
                    item.roles.targets = others
                else:
                    item.roles.actors = others
                break


def _deals_over(token: Token, reader: Reader) -> Iterator[Token]:
    """The nouns of deals of which a clause above a predicate tells, hung on it or on whom it is with."""
    deals = reader.vocab.words("agreement-nouns|resumes-agree")
    for word in (token, *token.ancestors):
        clause = first_conjunct(word)
        noun = clause.head
        while noun.head != noun and (noun.pos_ in ("PROPN", "ADP") or noun.dep_ == "pobj"):
            noun = noun.head
        nouns = [c for c in noun.children if c.dep_ in ("dobj", "nsubjpass")] if noun.pos_ == "VERB" else [noun]
        close = [clause.head] if clause.head.pos_ == "NOUN" else []  # "close to a deal that …"
        if clause.dep_ in _CLAUSES:
            yield from (t for t in (*nouns, *close) if t.lemma_.lower() in deals)


def _parties(deal: Token, act: Found, found: dict[int, Found], reader: Reader) -> dict[str, Referent]:
    """The sides of a deal by their stakeholders: those named behind it, who strike it, or who are told to be close to it."""
    sides = [r for s in _SIDES for t in slots(deal).get(s, ()) for r in reader.actors(t)]
    for item in found.values():
        if item is not act and item.relation in _STRUCK and (item.token == deal or deal in item.filled.get("obj", ())):
            sides += [*item.roles.actors, *item.roles.targets]
    above = next((t for t in deal.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if above is not None and deal.dep_ in ("dobj", "pobj"):
        sides += [r for t in slots(above).get("subj", ()) for r in reader.actors(t)]
    by_side: dict[str, Referent] = {}
    for who in sides:
        if (side := reader.discourse.side(who)) is not None:
            by_side.setdefault(side, who)
    return by_side
