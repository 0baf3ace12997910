"""What a speech act is about: its content, and where that has no cue of its own, the resource that its words name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.arguments import slots, verb_slots
from kg.extract.conditions import FORCE, MONEY, is_sum, purposed
from kg.extract.events import antecedent
from kg.extract.found import CONTENT_RELATIONS, Found
from kg.extract.governor import infinitive
from kg.extract.lands import is_state
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.struck import worded
from kg.extract.tokens import Token
from kg.extract.unsaid import by_trade, only_levy, unsaid
from kg.extract.words import MUTUAL
from kg.model import Mode
from kg.vocab import Cue

# Where what is backed, refused or protested against stands.
_CONTENT = ("obj", "to", "for", "against", "over", "about", "on", "into")


def attach(found: dict[int, Found], events: frozenset[str]) -> None:
    """Hang on each speech act the propositions that are its content. ``events`` are the nouns of plans, offers and papers."""
    for item in list(found.values()):
        said = item.context.reporter
        if item.context.obliged and said is not None and said.i in found and found[said.i].relation == "request":
            item.context.absorbed = said  # "suggested that Chad should free them" asks it once
        if said is not None and said.i in found and found[said.i].relation == "accuse" and _bereft(item):
            item.context.absorbed = said  # "complained that the dams have deprived it of water" says it once
        if item.context.absorbed is None and item.token.dep_ == "relcl" and item.context.mode is Mode.CONDITIONAL:
            # "vetoed a resolution that would have halted deliveries": what is rejected would have done it
            verb = item.token.head.head
            if (
                verb.i in found
                and found[verb.i].relation in CONTENT_RELATIONS
                and not enacts(found[verb.i].cue)
                and item.token.head in found[verb.i].filled.get("obj", ())
            ):
                item.context.absorbed = verb
        _worded_in(item, found, events)
        _given_up(item, found, events)
        _marched_for(item, found)
        _guilty_of(item, found)
        above = item.context.absorbed
        if above is not None and above.i in found and found[above.i] is not item:
            found[above.i].content.append(item)


def _bereft(item: Found) -> bool:
    """Does it say that somebody deprives another of something?"""
    return item.cue is not None and item.cue.frame.id == "frame/bereft"


def enacts(cue: Cue | None) -> bool:
    """Does it make a law of what a paper says, and so do it: "passed a bill banning exports"?"""
    return cue is not None and cue.frame.id == "frame/assent"


def _worded_in(item: Found, found: dict[int, Found], events: frozenset[str]) -> None:
    """What a paper says that is rejected or backed is said of it alone: "vetoed a resolution calling for a truce"."""
    noun, verb = item.token.head, item.token.head.head
    if item.context.absorbed is not None or item.token.dep_ != "acl" or item.token.tag_ not in ("VBG", "VBN"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark") for c in item.token.children):
        return  # "denied a claim that he had armed them"
    above = found.get(verb.i)
    if above is not None and above.relation in ("reject", "support") and not enacts(above.cue) and noun.lemma_.lower() in events:
        if noun in above.filled.get("obj", ()):
            item.context.absorbed = verb


def _given_up(item: Found, found: dict[int, Found], events: frozenset[str]) -> None:
    """What somebody gives up to do he does not do: "reversed a decision to raise fares", "dropped plans to ban imports"."""
    noun, above = item.token.head, found.get(item.token.head.head.i)
    planned = item.token.dep_ == "acl" and infinitive(item.token) and noun.lemma_.lower() in events
    if item.context.absorbed is None and planned and above is not None and noun in above.filled.get("obj", ()):
        if above.relation == "concede":
            item.context.absorbed = above.token


def _guilty_of(item: Found, found: dict[int, Found]) -> None:
    """What somebody is found guilty of, and to what end, is the content of the verdict: "found the firm guilty of bribing them"."""
    if item.context.absorbed is not None:
        return
    above = found.get(item.token.head.i)
    if item.context.purpose and above is not None and above.context.absorbed is not None:
        item.context.absorbed = above.context.absorbed
    for word in item.context.consumed:
        verdict = found.get(word.head.i)
        if word.pos_ == "ADJ" and word.dep_ == "ccomp" and verdict is not None and verdict.relation == "accuse":
            item.context.absorbed = word.head


def _marched_for(item: Found, found: dict[int, Found]) -> None:
    """What a protest is staged to demand, to back or to reject is its content: "took to the streets to oppose a dam"."""
    above = found.get(item.token.head.i)
    rally = item.token.head if item.token.dep_ in ("acl", "relcl") and infinitive(item.token) else None
    if rally is not None and rally.dep_ == "pobj" and item.relation == "protest":
        come = found.get(rally.head.head.i)
        if come is not None and come.relation == "protest":
            item.context.absorbed = come.token  # "gathered for a rally to protest the law" protests once
    if above is None or above.relation != "protest" or item.context.absorbed is not None or item.relation == "protest":
        return
    if item.relation in CONTENT_RELATIONS and item.token.dep_ == "advcl" and infinitive(item.token):
        if item.relation == "request":  # what is demanded is told beside the march
            above.roles.resources = above.roles.resources or list(item.roles.resources)
        else:
            item.context.absorbed = item.token.head


def about(found: Found, reader: Reader) -> None:
    """A speech act is about the resource of its content, and a request goes to who is to act."""
    for inner in found.content:
        called = inner.cue is not None and inner.cue.frame.id == "frame/agent"  # "sued a lithium producer" is not about lithium
        if not found.roles.resources and not called:
            found.roles.resources = list(inner.roles.resources)
        if found.relation == "request" and not found.roles.targets and not found.filled.get("obj"):
            own = {r.entity or r.mention.text for r in found.roles.actors}
            found.roles.targets = [r for r in inner.roles.actors if (r.entity or r.mention.text) not in own]
    if found.relation in CONTENT_RELATIONS | MUTUAL | {"concede", "aid"} and not found.roles.resources:
        found.roles.resources = wanted(found, reader)
    if found.relation in CONTENT_RELATIONS | MUTUAL and not found.roles.resources:
        acts = [*_wished(found), *_gerunds(found.token), *(g for t in found.filled.get("in", ()) for g in _gerunds(t))]
        found.roles.resources = unsaid(found, acts if found.relation in MUTUAL | {"request"} else [], reader)
    elif only_levy(found):
        found.roles.resources = by_trade(found, reader) or found.roles.resources


def wanted(found: Found, reader: Reader) -> list[Referent]:
    """The resource of an act that has no cue of its own: "urges Kyiv to scrap fuel subsidies", "rejects an offer of power".

    Where the act's object only takes up what was at stake ("to release the shipments", "to scrap the ban"), it is that.
    """
    acts = [*_wished(found), *_gerunds(found.token), *_wrongs(found, reader)]
    things = [t for act in acts for t in _done_to(act, reader)]
    if found.relation == "aid":
        return _helped(found, acts, reader)
    # Whom one asks is not what is asked for, nor is what a blamed firm trades in what it is blamed for ("sued a lithium miner").
    aside = found.relation in ("accuse", "support") or (found.relation == "request" and bool(acts))
    behind = (t for slot in _CONTENT for t in found.filled.get(slot, ()))
    things += [t for t in behind if not (aside and _somebody(t, reader))]
    idiom = found.cue.object_lemmas if found.cue else frozenset()
    events = reader.lexicon.words("event-nouns|resumes-sanction") | idiom
    for noun in found.filled.get("obj", ()):
        if found.relation == "concede" and reader.block.referent(noun).person:
            continue  # "released five oil workers": whoever is freed is no oil
        if noun.lemma_.lower() in events or (found.relation != "accuse" and not reader.things(noun, 0)):
            inside = slots(noun)
            things += [t for slot in ("of", "for", "on", "over", "into", "compound") for t in inside.get(slot, ())]
            said = [act for act in noun.rights if act.dep_ in ("acl", "relcl")] + _gerunds(noun)
            things += [t for act in said for slot in ("obj", "with") for t in verb_slots(act).get(slot, ())]
            things += [t for act in said for inner in _below(act) for t in verb_slots(inner).get("obj", ())]
    beside = [t for noun in found.filled.get("obj", ()) for t in under_of(noun, ("over",))]  # "sued the firm over its mine"
    if land := _claimed(found, reader):
        return land
    known = _with_beside([*things, *beside], lambda t: _known(t, idiom, found, reader), reader)
    known = known or [r for act in acts for t in _done_to(act, reader) for r in _traded(act, t, found, reader)]
    return known or _unknown(found, things, beside, acts, reader)


def _with_beside(nouns: list[Token], read: Callable[[Token], list[Referent]], reader: Reader) -> list[Referent]:
    """What the first noun stands for that stands for anything, and what those do that are coordinated with it."""
    first = next((t for t in nouns if read(t)), None)
    if first is None:
        return []
    beside = [t for t in dict.fromkeys(nouns) if t != first and t in first.conjuncts]
    return [*read(first), *(r for t in beside for r in read(t) or reader.things(t))]


def _somebody(noun: Token, reader: Reader) -> bool:
    """Does a word stand for somebody, and for no weapon that may also act: "thanked Berlin for the tanks"?"""
    who = reader.actors(noun, places=False)
    return any(r.person or r.entity for r in who) or (bool(who) and not reader.resources(noun, 0))


def _unknown(found: Found, things: list[Token], beside: list[Token], acts: list[Token], reader: Reader) -> list[Referent]:
    """What a speech act is about where no known resource is named: works, what was told before, a sum, any thing that is asked for.

    A protest, like a reproach to somebody, has reasons and props, no thing at stake but what is known ("for the scandal").
    """
    behind = [u for t in things for u in _undergoing(t, found, reader)]
    works = next((works for t in (*things, *beside, *behind) if (works := _works(t, reader))), [])
    reproach = found.relation == "accuse" and bool(found.roles.targets)
    if reproach or found.relation in MUTUAL | {"protest"}:
        return works
    if taken := next((named for t in things if (named := _taken_up(t, reader))), []):
        return taken
    if found.relation in ("accuse", "support", "concede"):  # what one is blamed, praised or freed for is known or no thing
        return works if found.relation == "accuse" else []
    asked = found.relation == "request"
    lent = reader.vocab.words("credit-words") if asked else frozenset[str]()
    if credit := next((t for t in things if t.lemma_.lower() in lent), None):
        return list(worded(credit, reader))  # "turned to banks for credit"
    if asked and (money := next((t for act in acts for t in _sum_handed(act, reader)), None)):
        return [replace(reader.block.referent(money), kind=Kind.RESOURCE, term=MONEY, label="money", entity=None)]
    idle = reader.vocab.words("idle-things")
    if found.cue is not None:
        idle |= found.cue.object_lemmas | set(found.cue.words)  # "closed the door on it"
    return _with_beside([t for t in things if t.lemma_.lower() not in idle], reader.things, reader)


def _done_to(act: Token, reader: Reader) -> Iterator[Token]:
    """What an act is done to, and what is done in its clauses; whom it makes act is no thing: "let aid groups bring food"."""
    inner = [t for clause in _below(act) for t in verb_slots(clause).get("obj", ())]
    for slot in ("obj", "of", "with"):
        yield from (t for t in verb_slots(act).get(slot, ()) if not (inner and reader.actors(t, places=False)))
    yield from inner


def _traded(act: Token, noun: Token, found: Found, reader: Reader) -> list[Referent]:
    """The firm or the thing of a name that somebody is asked to sell or to buy: "told Lone Star to sell Elder"."""
    trades = act.lemma_.lower() in reader.vocab.words("dealing-verbs") and noun.dep_ == "dobj" and noun.head == act
    if not trades or found.relation != "request" or noun.pos_ != "PROPN" or any(c.dep_ == "dative" for c in act.children):
        return []
    own = reader.block.referent(noun)
    apart = any(c.dep_ == "prt" for c in act.children) or own.person or own.kind is Kind.PLACE or is_state(reader, own)
    return [] if apart else list(worded(noun, reader))


def _sum_handed(act: Token, reader: Reader) -> Iterator[Token]:
    """The sum that an act hands over: "to release the $60 million a year"."""
    if act.lemma_.lower() in reader.vocab.words("paying-words"):
        yield from (t for t in verb_slots(act).get("obj", ()) if is_sum(t) and not any(True for _ in under_of(t)))


def _below(act: Token) -> Iterator[Token]:
    """The acts that another brings about: "order a trust | to sell", "giving Kyiv approval | to use", "demand that"."""
    words = [act, *(t for slot in ("obj", "dative") for t in verb_slots(act).get(slot, ()))]
    for clause in (c for word in words for c in word.rights if c.pos_ == "VERB" and c.i > act.i):
        if clause.dep_ in ("xcomp", "ccomp") or (clause.dep_ in ("acl", "relcl") and infinitive(clause)):
            yield clause
            yield from _below(clause)


def _wrongs(found: Found, reader: Reader) -> list[Token]:
    """What those have done who are condemned, behind the word for them: "condemned rioters who desecrate statues"."""
    blamed = found.filled.get("obj", ()) if found.relation == "accuse" and found.token.pos_ == "VERB" else ()
    done = [c for t in blamed for c in t.rights if c.dep_ == "relcl" and any(s.lower_ in ("who", "that") for s in c.lefts)]
    return [c for c in done if reader.vocab.evokes("verb", c.lemma_.lower(), ("coerce", "assault", "seize"))]


def _helped(found: Found, acts: list[Token], reader: Reader) -> list[Referent]:
    """What somebody is helped to build or to get: "helped Kenya dig wells", "offers Kabul help to build dams"."""
    if not found.roles.targets:
        return []
    acts = acts + [a for t in found.filled.get("obj", ()) for a in t.rights if a.dep_ == "acl" and infinitive(a)]
    return next((known for act in acts for t in verb_slots(act).get("obj", ()) if (known := reader.resources(t))), [])


def _known(noun: Token, idiom: frozenset[str], found: Found, reader: Reader) -> list[Referent]:
    """The known resource that a noun stands for; the noun of an idiom ("poured cold water on the plan") is none itself.

    What is asked for is, although the cue names it ("asked for guarantees").
    """
    named = reader.resources(noun) or next((r for t in _undergoing(noun, found, reader) if (r := reader.resources(t))), [])
    own = found.relation not in ("concede", "request") and noun.lemma_.lower() in idiom
    return [r for r in named if not (own and r.mention.head == noun.lemma_.lower())]


def _undergoing(noun: Token, found: Found, reader: Reader) -> list[Token]:
    """What the act of a noun is done to, where no cue knows the act: "the running of the port", "a breach of the dam"."""
    if noun.pos_ != "NOUN" or reader.block.referent(noun).kind is not Kind.OTHER:
        return []
    if found.relation not in ("accuse", "protest") and reader.things(noun, 0):
        return []  # "asks for a box of matches" is about no matches
    harmed = found.relation in ("accuse", "protest") and noun.lemma_.lower() in reader.vocab.words("damage-nouns")
    harmed = harmed and not (found.cue is not None and noun.lemma_.lower() in found.cue.object_lemmas)  # "strike at a pit"
    where = ("of", "on", "at", "in", "to") if harmed else ("of",)  # "blamed Oman for a fire at its plant"
    return [t for t in under_of(noun, where) if not is_sum(t)]


def _claimed(found: Found, reader: Reader) -> list[Referent]:
    """The land to which somebody has a title: "recognised Israeli sovereignty over the Golan Heights"."""
    objects = [t for act in (found.token, *_wished(found)) for t in verb_slots(act).get("obj", ())]
    titles = (t for t in objects if t.lemma_.lower() in reader.vocab.words("land-titles"))
    lands = [t for title in titles for t in under_of(title, ("over", "to", "of")) if t.pos_ == "PROPN"]
    places = [r for t in lands for r in [reader.block.referent(t)] if r.kind is Kind.PLACE and not is_state(reader, r)]
    return [replace(r, kind=Kind.RESOURCE, term="resource/territory", entity=None) for r in places]


def _works(noun: Token, reader: Reader) -> list[Referent]:
    """Works that no vocabulary knows, and the flow of a river by its name: "talks on the Sinop plant", "a row over Chenab flow"."""
    words, lemma = reader.vocab.words, noun.lemma_.lower()
    works = lemma in words("works-nouns|asset-nouns") and not reader.actors(noun, places=False)
    called = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "poss")]
    named = any(c.pos_ == "PROPN" for c in called)
    vague = lemma in words("vague-works") and not called  # "the project of a union"
    flows = (lemma in words("river-flows") and named) or lemma in words("natural-lands")
    return list(worded(noun, reader)) if noun.pos_ == "NOUN" and ((works and not vague) or flows) else []


def _taken_up(noun: Token, reader: Reader) -> list[Referent]:
    """The resource of the flow or the act that a bare definite noun stands for."""
    lemma, discourse = noun.lemma_.lower(), reader.discourse
    if is_bare(noun) and lemma in reader.lexicon.words("flow-nouns|bare-measures"):
        return discourse.at_stake(reader.block, noun) or discourse.last_flow()
    act = antecedent(noun, discourse.told, reader.lexicon)
    return list(act.roles.resources) if act is not None and act.relation not in FORCE else []


def is_bare(noun: Token) -> bool:
    """Does a noun leave out what it is of? "Such", "the same" only point back."""
    said = (c for c in noun.children if c.dep_ in ("compound", "poss", "prep", "nmod", "amod", "relcl", "acl"))
    return all(c.dep_ == "amod" and c.lower_ in ("such", "same", "entire", "whole", "very", "all") for c in said)


def _wished(found: Found) -> list[Token]:
    """The acts in a speech act's clauses, wherever the parser hangs them: "called on Pakistan to shut the camps"."""
    addressed = [t for slot in ("obj", "on", "upon", "to", "for", "dative") for t in found.filled.get(slot, ())]
    clauses = [c for c in found.token.children if c.dep_ in ("xcomp", "ccomp") or purposed(c, found.token)]
    return clauses + [c for t in addressed for c in t.children if c.dep_ in ("acl", "relcl") and infinitive(c)]


def _gerunds(token: Token) -> list[Token]:
    """Acts in the gerund behind a preposition: "accord on sharing the river", "accused of hoarding grain"."""
    first = [c for c in token.children if c.dep_ == "prep"]
    joined = [d for c in first for d in c.children if d.dep_ == "conj" and d.pos_ == "ADP"]  # "of stealing, and of keeping money"
    return [g for c in (*first, *joined) for g in c.children if g.dep_ == "pcomp"]


def only_enacted(told: list[Found]) -> set[int]:
    """Where it is said what a law does that is passed, it is told as that act: "passed a law banning exports"."""
    laws = [f for f in told if enacts(f.cue)]
    acts = {f.token.i for f in told}
    return {f.token.i for f in laws if any(t.i in acts for o in f.filled.get("obj", ()) for t in o.subtree)}
