"""What money or a gift is for: "a loan to help Kenya expand its plants", "a grant to buy vaccines"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import Slots, verb_slots
from kg.extract.found import Found
from kg.extract.governor import infinitive
from kg.extract.mentions import Referent
from kg.extract.modality import climb
from kg.extract.reader import Reader
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token

_CLAUSES = frozenset({"acl", "relcl", "advcl", "xcomp"})
_GIVING = frozenset({"aid", "invest", "supply"})
_MONEY = "resource/money"


def aims(token: Token, filled: Slots) -> Iterator[Token]:
    """The infinitives behind a predicate or behind its object that say what it is for."""
    for word in (token, *filled.get("obj", ())):
        for clause in word.rights:
            if clause.dep_ in _CLAUSES and clause.tag_ == "VB" and infinitive(clause):
                yield clause


def _helped(clause: Token, reader: Reader) -> tuple[list[Referent], Token | None]:
    """Whom a clause of helping names, and what he is helped to do."""
    if clause.lemma_.lower() not in reader.vocab.words("helping-verbs"):
        return [], None
    inner = next((c for c in clause.rights if c.dep_ in ("ccomp", "xcomp", "advcl") and c.tag_ in ("VB", "VBP")), None)
    filled = verb_slots(clause)
    who = [t for s in ("that", "obj") for t in filled.get(s, ())]
    return next((r for t in who if (r := reader.actors(t) or reader.owners(t))), []), inner


def benefit(found: dict[int, Found], reader: Reader) -> None:
    """Who is to be helped by money or a gift gets it, and what he is to do with it says what it is for; no more is told."""
    for item in list(found.values()):
        if item.relation not in _GIVING or not item.roles.actors:
            continue
        for clause in aims(item.token, item.filled):
            who, inner = _helped(clause, reader)
            who = [r for r in who if not is_own(r, item.roles)]
            if not who:
                continue
            roles = item.roles
            roles.targets = roles.targets or who
            if not roles.resources or all(r.term == _MONEY for r in roles.resources):
                objects = verb_slots(inner).get("obj", ()) if inner is not None else ()
                roles.resources = next((r for t in objects if (r := reader.resources(t) or reader.things(t))), roles.resources)
            for told in (found.get(clause.i), found.get(inner.i) if inner is not None else None):
                if told is not None and told is not item:
                    told.context.supposed = True


def relied_on(found: dict[int, Found], reader: Reader) -> None:
    """Who counts on another to supply something needs it of him: "Zambia is counting on Angola to supply 200 megawatts"."""
    for item in found.values():
        verb = item.token.head
        leans = item.token.dep_ in _CLAUSES and verb.lemma_.lower() in reader.vocab.words("relying-verbs")
        if not leans or item.relation not in _GIVING | {"produce"} or not infinitive(item.token):
            continue
        filled = verb_slots(verb)
        others = [r for slot in ("on", "upon") for t in filled.get(slot, ()) for r in reader.actors(t)]
        leaning = [r for t in filled.get("subj", ()) for r in reader.actors(t)]
        if others and leaning and item.roles.resources:
            item.relation, item.context = "need", climb(verb, reader.lexicon, {})
            item.roles = Roles(actors=leaning, targets=others, resources=item.roles.resources)
