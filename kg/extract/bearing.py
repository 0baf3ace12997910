"""How the predicates of a sentence bear on one another: who is allowed, who struck, at whom a protest is aimed."""

from __future__ import annotations

from kg.extract.arguments import is_passive
from kg.extract.found import Found
from kg.extract.reader import Reader
from kg.model import Mode

DEALS = frozenset({"agree", "consult", "cooperate", "request", "supply", "acquire", "invest"})


def permitted(found: dict[int, Found], reader: Reader) -> None:
    """Who allows another to do something concedes it, and no more is told: "Panama allowed the miner to ship copper"."""
    for item in list(found.values()):
        allowing = item.context.consumed[-1] if item.context.consumed else None
        grant = found.get(allowing.i) if allowing is not None else None
        if grant is None or grant.relation != "concede" or item.context.mode is not Mode.HEDGED:
            continue
        grant.roles.targets = grant.roles.targets or list(item.roles.actors)
        if grant.roles.actors and grant.roles.targets and grant.context.mode is Mode.DONE:
            grant.roles.resources = grant.roles.resources or list(item.roles.resources)
            item.context.supposed = True


def attackers(found: dict[int, Found], reader: Reader) -> None:
    """Who is killed "in an attack by X" or "following X's air strikes" is killed by X."""
    for item in found.values():
        if item.relation not in ("assault", "coerce") or item.roles.actors or item.token.pos_ != "VERB":
            continue
        beside = [c for c in item.token.children if c.dep_ == "conj" and c.tag_ == item.token.tag_]
        for preposition in (c for verb in (item.token, *beside) for c in verb.children):
            if preposition.dep_ not in ("prep", "agent", "advcl") or preposition.lower_ not in reader.lexicon.words(
                "event-prepositions"
            ):
                continue
            acts = [found[t.i] for t in preposition.subtree if t.i in found and t.i != item.token.i]
            acts = [act for act in acts if act.token.pos_ != "VERB" or is_passive(act.token)]
            doers = next((a.roles.actors for a in acts if a.relation == "assault" and a.roles.actors), [])
            if doers:
                item.roles.actors = list(doers)
                break


def purpose(found: dict[int, Found], reader: Reader) -> None:
    """A protest is against whom its purpose aims at: "blocked roads to demand reforms of the government"."""
    for item in found.values():
        if item.relation != "protest" or item.roles.targets:
            continue
        own = {r.entity for r in item.roles.actors}
        for other in found.values():
            if other is not item and item.token in other.token.ancestors and other.roles.targets:
                item.roles.targets = [r for r in other.roles.targets if r.entity not in own or not r.entity]
                break


def note(found: dict[int, Found], reader: Reader) -> None:
    """Tell the discourse who dealt with whom and who needs what; fill whose "this demand" is."""
    discourse = reader.discourse
    for item in sorted(found.values(), key=lambda f: f.token.i):
        roles = item.roles
        if item.cue and "demand" in item.cue.object_lemmas and not roles.targets:
            terms = {r.term for r in roles.resources}
            roles.targets = [who for who, what in discourse.needs if what.term in terms][-1:]
        if item.relation == "need":
            discourse.needs.extend((a, r) for a in roles.actors for r in roles.resources)
        if item.relation in DEALS and roles.actors and roles.targets:
            discourse.note_pair(roles.actors[0], roles.targets[0], tuple(roles.resources))
