"""What one act says of the other side of another: reprisals, returns, what is done in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import slots
from kg.extract.found import Found
from kg.extract.governor import infinitive
from kg.extract.ground import fights_at_home
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.stakes import is_own
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import ActorType

# What is done against another, whom the next verb of the same subject need not name again.
_AGAINST = frozenset({"sanction", "consult", "accuse", "threaten", "assault", "coerce", "reject", "seize", "protest"})
_IN_ONE_BREATH = frozenset({"mobilize", "threaten"})
# What is done to pay back a blow.
_REPRISALS = frozenset({"sanction", "threaten", "accuse", "mobilize", "assault", "coerce", "protest"})
_EXCHANGED = frozenset({"acquire", "supply", "aid", "invest", "concede"})
_TOLD_BACK = 6


def retort(found: dict[int, Found], reader: Reader) -> None:
    """Who pays back or threatens means who has just acted against him: "Iran shut the border, Kabul retaliated by …"."""
    for item in found.values():
        reprisal = item.relation in _REPRISALS and _answering(item.token, reader)
        if item.roles.targets or not item.roles.actors or not (reprisal or item.relation == "threaten"):
            continue
        own = _sides(item.roles.actors, reader)
        for other in _before(item, found, reader, reprisal):
            apart = own & _sides(other.roles.targets, reader) and not own & _sides(other.roles.actors, reader)
            if apart or _struck_by(item, other, reader):
                item.roles.targets = list(other.roles.actors)
                break


def turned_away(found: dict[int, Found], reader: Reader) -> None:
    """Who asks or offers and "was turned down" was so by whom he had asked: "sought help from Oslo but was rebuffed"."""
    for item in found.values():
        first = found.get(item.token.head.i) if item.token.dep_ == "conj" and is_passive(item.token) else None
        if item.relation != "reject" or item.roles.actors or first is None or not (first.roles.actors and first.roles.targets):
            continue
        asking = {r.mention.span for r in first.roles.actors}
        if not item.roles.targets or {r.mention.span for r in item.roles.targets} <= asking:
            item.roles.actors, item.roles.targets = list(first.roles.targets), list(first.roles.actors)


def _struck_by(item: Found, other: Found, reader: Reader) -> bool:
    """Is who answers the one struck before, be both of one state: "threw stones at police, who responded with tear gas"?"""
    own, struck = _heads(item.roles.actors), _heads(other.roles.targets)
    if bool(own & struck) and not any(r.mention.head in own for r in other.roles.actors):
        return True
    guards = reader.vocab.words("guard-nouns")  # "threw stones at police, and officers responded with tear gas"
    return any(h in guards for h in own) and any(h in guards for h in struck) and not _heads(other.roles.actors) & guards


def _heads(referents: list[Referent]) -> set[str]:
    return {r.mention.head for r in referents if not r.entity}


def on_condition(found: dict[int, Found], reader: Reader) -> None:
    """Who threatens to answer what another may do means that other: "will respond if Peru builds the dam"."""
    for item in found.values():
        if item.relation != "threaten" or item.roles.targets or not item.roles.actors:
            continue
        own = _sides(item.roles.actors, reader)
        marks = reader.vocab.words("conditions")
        for clause in (c for t in (item.token, item.token.head) for c in t.children if c.dep_ in ("advcl", "ccomp")):
            aux = clause.left_edge  # "should the rebels return"
            inverted = aux.dep_ == "aux" and aux.lower_ == "should" and aux.head == clause
            if inverted or any(c.dep_ == "mark" and c.lower_ in marks for c in clause.children):
                doing = [r for t in slots(clause).get("subj", ()) for r in reader.actors(t) or reader.owners(t, near=True)]
                foes = [r for r in doing if not _sides([r], reader) & own or fights_at_home(r, reader)]
                item.roles.targets = [r for r in foes if not is_own(r, item.roles)]


def _before(item: Found, found: dict[int, Found], reader: Reader, back: bool) -> Iterator[Found]:
    """Acts of the sentence, the nearest before first; then, for a reprisal, those told before."""
    yield from sorted((f for f in found.values() if f.token.i < item.token.i), key=lambda f: -f.token.i)
    yield from reversed(reader.discourse.told[-_TOLD_BACK:]) if back else ()


def _answering(token: Token, reader: Reader) -> bool:
    """Does a verb of reprisal tell or govern the act: "retaliated by cutting off payments"?"""
    verbs = reader.vocab.words("reprisal-verbs")
    for verb in (token, *token.ancestors):
        particle = next(
            (f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ == "back"), ""
        )
        if verb.lemma_.lower() in verbs or particle in verbs:
            return True
        if verb.dep_ not in ("pcomp", "prep", "advcl", "xcomp"):
            return False
    return False


def in_one_breath(found: dict[int, Found], reader: Reader) -> None:
    """Who closes a border with another and calls up guards, or breaks off talks and recalls an envoy, does both to that other."""
    for item in found.values():
        first = found.get(item.token.head.i)
        marched = first is not None and first.relation == "protest" and item.relation == "request"  # "marched and called for …"
        if item.roles.targets or item.token.dep_ != "conj":
            continue
        if not (marched or item.relation in _IN_ONE_BREATH or _recalls(item, reader)):
            continue
        if (
            first is not None
            and first.relation in _AGAINST
            and _sides(first.roles.actors, reader) == _sides(item.roles.actors, reader)
        ):
            item.roles.targets = [r for r in first.roles.targets if not is_own(r, item.roles)]


def _recalls(item: Found, reader: Reader) -> bool:
    missions = reader.vocab.words("mission-nouns")
    return item.relation == "retreat" and any(t.lemma_.lower() in missions for t in item.filled.get("obj", ()))


def in_return(found: dict[int, Found], reader: Reader) -> None:
    """What is got or given in return comes from, or goes to, the other side of the last deal."""
    for item in found.values():
        if item.relation not in _EXCHANGED or item.roles.targets or not item.roles.actors or not _returning(item.token):
            continue
        own = _sides(item.roles.actors, reader)
        for one, other, _ in reversed(reader.discourse.pairs):
            sides = [r for r in (one, other) if not _sides([r], reader) & own]
            if len(sides) == 1:
                item.roles.targets = sides
                break


def _returning(verb: Token) -> bool:
    return any(
        c.dep_ == "prep" and c.lower_ == "in" and any(g.lower_ in ("return", "exchange") for g in c.children) for c in verb.children
    )


def called_there(found: dict[int, Found], reader: Reader) -> None:
    """Who is in, or goes to, another's capital to talk talks with its government: "is in Oslo to discuss fishing quotas"."""
    for item in found.values():
        if item.relation != "consult" or item.roles.targets or not item.roles.actors:
            continue
        places = [r for t in _where_called(item.token, reader) for r in reader.actors(t)]
        own = _sides(item.roles.actors, reader)
        item.roles.targets = [r for r in places if (side := reader.discourse.side(r)) and side not in own][:1]


def _where_called(act: Token, reader: Reader) -> list[Token]:
    """Where somebody is, or goes to, in order to talk; a headline leaves out that he is there: "envoy in Oslo for talks"."""
    verb = act.head
    if act.dep_ == "pobj" and verb.lower_ == "for":
        who = verb.head.head.head if verb.head.dep_ == "pobj" else verb.head
        at = (c for c in who.children if c.dep_ == "prep" and c.lower_ in ("in", "at")) if who.dep_ == "ROOT" else ()
        return [g for c in at for g in c.children if g.dep_ == "pobj" and who.pos_ in ("NOUN", "PROPN")]
    if act.dep_ not in ("advcl", "xcomp") or not infinitive(act) or verb.lemma_.lower() not in reader.vocab.words("going-verbs"):
        return []
    filled = slots(verb)
    return [t for slot in ("in", "to", "at", "for") for t in filled.get(slot, ())]


def told_so(found: dict[int, Found], reader: Reader) -> None:
    """Who tells his buyers that he will not deliver speaks of what they get: "told customers in Chad that it could not supply"."""
    for item in found.values():
        verb = next((t.head for t in (item.token, *item.token.ancestors) if t.dep_ == "ccomp"), None)
        if item.relation != "supply" or item.roles.targets or verb is None or not _teller(item, verb, reader):
            continue
        for hearer in (c for c in verb.children if c.dep_ in ("dobj", "dative")):
            where = [
                c for c in (*hearer.children, *verb.children) if c.dep_ == "prep" and (c.head == hearer or c.i == hearer.i + 1)
            ]
            inner = [g for c in where if c.lower_ in ("in", "of", "from") for g in c.children]
            homes = [r for g in inner for t in (g, *g.conjuncts) for r in reader.actors(t)]
            heard = [r for r in reader.actors(hearer) if reader.discourse.side(r)]
            item.roles.targets = [r for r in homes or heard or reader.owners(hearer) if not is_own(r, item.roles)]


def _teller(item: Found, verb: Token, reader: Reader) -> bool:
    """Does the actor himself say so?"""
    if not reader.lexicon.report(verb):
        return False
    subjects = [r for c in verb.children if c.dep_ == "nsubj" for r in reader.actors(c)]
    return any(is_own(r, item.roles) for r in subjects) or bool(
        {r.mention.span for r in subjects} & {a.mention.antecedent.span for a in item.roles.actors if a.mention.antecedent}
    )


def beyond(found: dict[int, Found], reader: Reader) -> None:
    """Who sends troops "to the border" means the one other state that the sentence speaks of before."""
    for item in found.values():
        if item.relation != "mobilize" or item.roles.targets or not item.roles.actors:
            continue
        borders = [t for t in item.token.subtree if t.lemma_.lower() in reader.vocab.words("frontier-nouns") and t.i > item.token.i]
        if not any(all(c.dep_ in ("det", "prep", "punct") for c in t.children) for t in borders):
            continue
        own = _sides(item.roles.actors, reader)
        others: dict[str, Referent] = {}
        for token in item.token.sent:
            for r in reader.named(token) if token.i < item.token.i and token.i in reader.block.names else ():
                state = reader.discourse.side(r)
                if state and state not in own and reader.vocab.entities[state].type is ActorType.STATE:
                    others.setdefault(state, r)
        if len(others) == 1:
            item.roles.targets = list(others.values())


def _sides(referents: list[Referent], reader: Reader) -> set[str]:
    return {side for r in referents if (side := reader.discourse.side(r))}
