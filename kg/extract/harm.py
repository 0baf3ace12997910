"""Who harms, and who is harmed: what English tells of an attack beside its verb, and what harms without anybody's doing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import slots
from kg.extract.befallen import storms
from kg.extract.behind import INFLICTED, by_whom, told_elsewhere
from kg.extract.coordination import first_conjunct
from kg.extract.found import Found
from kg.extract.ground import lying
from kg.extract.home import at_home
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent
from kg.extract.mishaps import from_above, mishap
from kg.extract.reader import Reader, under_of
from kg.extract.somebody import counted_alone
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import Sector

_HARMED = frozenset({"frame/harm", "frame/affect"})
# Who fights, and is killed in a fight.
_ARMED = frozenset({Sector.MIL, Sector.REB})
# Where that stands which an attack is meant for.
_AIMED = ("on", "against", "at", "of", "obj", "to", "with", "between")


def attackers(found: dict[int, Found], reader: Reader) -> None:
    """Who is killed "in an attack by X" or "in clashes with X", what is seized "since X's invasion": by X."""
    for item in found.values():
        _deadly(item, found, reader.lexicon)
    for item in found.values():
        if item.relation not in INFLICTED or item.roles.actors or item.token.pos_ != "VERB":
            continue
        for doers in _doers(item, found, reader):
            if doers and not any(is_own(r, Roles(item.roles.targets)) for r in doers):
                item.roles.actors = list(doers)
                _told_once(item, found)
                _fought(item, found)
                break
    for item in found.values():
        _only_there(item, found)
        item.relation = "assault" if item.relation == "coerce" and _in_attack(item, found) else item.relation
        _struck_too(item, found, reader.lexicon)
        _struck_once(item, found, reader)
        _one_blow(item, found)
    for item in found.values():
        struck_by = weapons(item, reader.lexicon) if item.relation == "assault" else []
        for launching in (found[c.i] for weapon in struck_by for c in weapon.children if c.dep_ == "acl" and c.i in found):
            if launching.relation in ("assault", "mobilize", "supply"):
                launching.context.supposed = True  # who fires the rocket that wounds two wounds them, and no more is told


def violence(found: dict[int, Found], nouns: set[int], lexicon: Lexicon) -> set[int]:
    """The words by which a sentence tells of an attack, so that who is killed or hurt in it is so by somebody."""
    harm = lexicon.words("harm-verbs")
    violent = {i for i, act in found.items() if storms(act, lexicon)}
    for i, act in found.items():
        told = i in nouns or act.token.lemma_.lower() not in harm or weapons(act, lexicon)
        if (act.relation == "assault" and (told or _falls(act, lexicon))) or _riotous(act, lexicon):
            violent.add(i)
    return {i for i in violent if not mishap(found[i], lexicon)}


def _falls(act: Found, lexicon: Lexicon) -> bool:
    """Are those killed or wounded who bear arms, with no mishap told: "three rebels were killed in Kivu"?"""
    words = lexicon.words
    chances = words("blind-forces|accident-words|vehicle-nouns|blast-nouns")
    if any(t.lemma_.lower() in chances for t in act.token.sent):
        return False
    roles = (lexicon.vocab.roles.get(r.label) for r in act.roles.targets)
    return is_passive(act.token) and any(role is not None and role.sector in _ARMED for role in roles)


def _riotous(act: Found, lexicon: Lexicon) -> bool:
    """Is it a protest at which somebody falls: "two were hurt at protests in Paris"?"""
    noun = act.token
    if act.relation != "protest" or noun.pos_ != "NOUN" or noun.lemma_.lower() not in lexicon.words("unrest-acts"):
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during", "amid") and noun.head.head.pos_ == "VERB"


def victims(found: dict[int, Found], reader: Reader) -> None:
    """Who dies in an attack is whom it is done to: "two Kenyans died in an ambush in Haiti"."""
    for item in found.values():
        beside = item.token.head
        if item.relation != "assault" or item.token.dep_ != "pobj" or beside.dep_ != "prep":
            continue
        dying = beside.head.lemma_.lower() in reader.lexicon.words("dying-verbs")
        if dying and not any(item.filled.get(slot) for slot in ("on", "of", "against")):
            who = [r for t in slots(beside.head).get("subj", ()) for r in reader.actors(t, places=False)]
            item.roles.targets = who or item.roles.targets
            item.context.light = item.context.light or (beside.head if who else None)


def _doers(item: Found, found: dict[int, Found], reader: Reader) -> Iterator[list[Referent]]:
    """Those of whom the events beside a verb tell, the nearest first."""
    events = reader.lexicon.words("event-prepositions")
    for weapon in weapons(item, reader.lexicon):
        yield _staged(weapon, reader) or _launched(weapon, reader)
    above = item.token.head.head if item.token.dep_ == "acl" and item.token.head.dep_ == "dobj" else item.token.head
    if item.token.dep_ in ("xcomp", "ccomp", "oprd", "acl") and above.lemma_ == "leave":  # "leaving six people injured"
        yield found[above.i].roles.actors if above.i in found else []
        yield [r for t in slots(above).get("subj", ()) for r in reader.actors(t, False)]
    if item.token.tag_ != "VBN" and not item.filled.get("subj"):  # "shelling by rebels wounded two", where the parser sees a verb
        before = [found[c.i] for c in item.token.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i in found]
        yield [r for act in before if act.relation == "assault" and is_passive(act.token) for r in act.roles.actors]
    for verb in _coordinated(item.token)[1:]:
        agents = [t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
        if agents:
            yield found[verb.i].roles.actors if verb.i in found else [r for t in agents for r in reader.actors(t, False)]
    for beside in (c for verb in (*_coordinated(item.token), *_missing(item.token)) for c in verb.children):
        outcome = beside.lower_ == "as" and any(c.dep_ == "pobj" and c.lemma_ == "result" for c in beside.children)
        if beside.dep_ in ("prep", "agent", "advcl") and (beside.lower_ in events or outcome):
            acts = [found[t.i] for t in beside.subtree if t.i in found and t.i != item.token.i]
            acts = [a for a in acts if a.token.pos_ != "VERB" or is_passive(a.token) or a.token.dep_ in ("pobj", "pcomp")]
            act = next((a for a in acts if a.relation == "assault" and a.roles.actors), None)
            yield _other_side(act, item, reader) if act is not None else []
            for event in (c for c in beside.children if c.dep_ == "pobj"):
                yield _staged(event, reader)
                yield _opposed(event, reader)
                yield by_whom(event, reader)
        elif beside.dep_ == "advcl" and beside.i in found and any(c.lower_ in (*events, "as") for c in beside.children):
            act = found[beside.i]  # "killed when gunmen open fire on a patrol"
            fought = act.relation == "assault" or storms(act, reader.lexicon)
            if fought and not act.context.negated and not is_passive(beside):
                yield act.roles.actors
    yield from told_elsewhere(item, found, reader)


def _other_side(act: Found, item: Found, reader: Reader) -> list[Referent]:
    """Of two who fight each other the one to whom the victims do not belong; whom both may have killed neither is told to have.

    "Four Chadian soldiers are killed in clashes between Chadian and Sudanese troops": by the Sudanese; "four civilians": unsaid.
    """
    fighting = [t for t in act.filled.get("between", ()) if reader.actors(t, places=False)]  # not "between Orlo and Dema"
    if len(fighting) < 2 or item.relation != "assault":
        return act.roles.actors
    side = reader.discourse.side
    victims = {side(r) for r in item.roles.targets}
    others = [r for r in act.roles.actors if side(r) not in victims]
    return others if len(others) == len(act.roles.actors) - 1 and None not in victims else []


def _in_attack(item: Found, found: dict[int, Found]) -> bool:
    """Is a thing destroyed in an attack, and so attacked: "the plane was destroyed in an airstrike by the army"?"""
    inside = (t for c in item.token.children if c.dep_ == "prep" and c.lower_ in ("in", "by") for t in c.children)
    return any(t.i in found and found[t.i].relation == "assault" for t in inside)


def _struck_too(item: Found, found: dict[int, Found], lexicon: Lexicon) -> None:
    """What weapons of war damage beside what they strike is attacked too: "drones hit Odesa, damaging two warehouses"."""
    broken = item.cue is not None and item.cue.relation == "coerce" and item.relation in ("coerce", "assault")
    if not broken or item.token.pos_ != "VERB" or item.token.lemma_.lower() not in lexicon.words("damaging-verbs"):
        return
    spans = {r.mention.span for r in item.roles.actors}
    if not spans or not any(t.lemma_.lower() in lexicon.words("war-weapons") for t in item.token.sent):
        return
    above = [found[t.i] for t in item.token.ancestors if t.i in found and found[t.i].relation == "assault"]
    beside = [a for a in above if {r.mention.span for r in a.roles.actors} == spans]
    if beside and not item.roles.resources:
        item.context.supposed = True  # the strike has been told, and nothing is told of what it broke
    elif beside:
        item.relation = "assault"
        item.roles.targets = item.roles.targets or next((list(a.roles.targets) for a in reversed(beside) if a.roles.targets), [])


def _one_blow(item: Found, found: dict[int, Found]) -> None:
    """What is hit in an attack is theirs on whom it was: "launched missiles at Odesa, hitting a market"."""
    above = found.get(item.token.head.i)
    told = item.relation == "assault" and item.token.dep_ == "advcl" and item.token.tag_ == "VBG" and not item.roles.targets
    if (
        not told
        or above is None
        or above.relation != "assault"
        or above.context.negated
        or not (item.roles.resources and item.roles.actors)
    ):
        return
    if {r.mention.span for r in above.roles.actors} == {r.mention.span for r in item.roles.actors}:
        item.roles.targets = list(above.roles.targets)


def weapons(item: Found, lexicon: Lexicon) -> list[Token]:
    """The weapons that strike by themselves: "a rocket wounded two"."""
    found = [t for t in item.filled.get("subj", ()) if t.lemma_.lower() in lexicon.words("explosive-words")]
    return [t for t in found if not from_above(t, lexicon)]  # a lightning strike


def _launched(weapon: Token, reader: Reader) -> list[Referent]:
    """Those from where it comes: "a rocket fired from Gaza", "missiles coming from Iran"."""
    fired = (c for c in weapon.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBG"))
    return [r for verb in fired for t in under_of(verb, ("from",)) for r in reader.actors(t)]


def _told_once(item: Found, found: dict[int, Found]) -> None:
    """The attack of which somebody died tells nothing of its own, unless it says against whom or what it was."""
    spans = {r.mention.span for r in item.roles.actors}
    for act in found.values():
        bare = act.relation == "assault" and not act.roles.targets and not act.roles.resources
        if bare and act is not item and spans and {r.mention.span for r in act.roles.actors} == spans:
            act.context.supposed = True


def _deadly(item: Found, found: dict[int, Found], lexicon: Lexicon) -> None:
    """A search in which somebody falls is an attack: "two are killed in a raid on a camp"."""
    if item.relation != "assault" or item.token.pos_ != "VERB":
        return
    inside = (t for verb in _coordinated(item.token) for c in verb.children if c.dep_ == "prep" for t in c.children)
    for act in (found[t.i] for t in inside if t.i in found and t.lemma_.lower() in lexicon.words("searching-nouns")):
        act.relation = "assault" if act.relation == "coerce" else act.relation


def _only_there(item: Found, found: dict[int, Found]) -> None:
    """An attack in which somebody falls, and of which only the place is told, tells nothing else: "killed in a raid in Mali"."""
    if item.relation != "assault" or item.token.pos_ != "VERB" or not item.filled.get("obj"):
        return
    spans = {r.mention.span for r in item.roles.actors}
    inside = [t for c in item.token.children if spans and c.dep_ in ("prep", "agent") for t in c.children]
    verb = first_conjunct(item.token)
    above = verb.head if verb.dep_ == "advcl" else item.token.head  # "a bomb explodes in Quetta, killing two"
    if verb.dep_ == "relcl":  # "a blast in Quetta which killed two"
        inside += [t for t in (above, above.head.head) if t.pos_ == "NOUN" and item.roles.targets]
    for act in (found[t.i] for t in (*inside, *(c for c in above.children if c.dep_ == "nsubj")) if t.i in found):
        aimed = act.roles.resources or any(act.filled.get(slot) for slot in _AIMED)
        told = act.token in inside or (act.context.light == above and act.token.pos_ == "NOUN" and bool(item.roles.targets))
        if act.relation == "assault" and told and not aimed and {r.mention.span for r in act.roles.actors} == spans:
            act.context.supposed = True


def _fought(item: Found, found: dict[int, Found]) -> None:
    """That somebody fights those by whose hands he falls is told with it: "were killed in fighting with the rebels"."""
    spans = {r.mention.span for r in item.roles.actors}
    for act in found.values():
        if act.relation == "assault" and not act.roles.actors and {r.mention.span for r in act.roles.targets} == spans:
            act.context.supposed = True


def _struck_once(item: Found, found: dict[int, Found], reader: Reader) -> None:
    """An attack that kills is told by those whom it kills, unless it hit a thing we know: "an airstrike on Khost killed nine".

    The thing lies where they are killed: "a strike on a factory kills nine in Khost".
    """
    verb = found.get(item.token.head.i)
    if item.relation != "assault" or item.token.dep_ != "nsubj" or item.token.pos_ != "NOUN" or verb is None:
        return
    same = {r.mention.span for r in verb.roles.actors} == {r.mention.span for r in item.roles.actors}
    if verb.relation != "assault" or not same:
        return
    if verb.roles.resources and not verb.roles.targets and not item.roles.resources:
        verb.roles.targets = item.roles.targets  # "a strike on Izmail damages warehouses"
    if verb.roles.targets and not any(r.term for r in item.roles.resources):
        item.context.supposed = True
    elif not item.roles.targets:
        struck = (lying({"in": v.filled["in"]}, reader, item.roles) for v in _hitting(verb, found) if "in" in v.filled)
        item.roles.targets = next((whose for whose in struck if whose), [])


def _hitting(act: Found, found: dict[int, Found]) -> list[Found]:
    """What an attack does, with what is coordinated with it: "kills two and wounds three in …"."""
    return [act, *(found[c.i] for c in act.token.children if c.dep_ == "conj" and c.i in found)]


def _coordinated(verb: Token) -> list[Token]:
    """A verb and those beside it in the same voice: "are killed and three others are injured in …"."""
    above = [verb.head] if verb.dep_ == "conj" and _alike(verb, verb.head) else []
    below = [c for c in verb.children if (c.dep_ == "conj" or _meanwhile(c)) and _alike(verb, c)]
    # "one is killed and dozens of others wounded in …", where the parser takes the others for more of those who are killed
    subjects = [t for c in verb.children if c.dep_ == "nsubjpass" for t in (*c.conjuncts, *c.children)]
    subjects += [c for c in verb.children if c.dep_ == "conj" and c.pos_ != "VERB"]
    below += [c for t in subjects if counted_alone(t) for c in t.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    return [verb, *below, *above]


def _meanwhile(verb: Token) -> bool:
    """Does a clause tell what happened at once: "two are killed while ten are abducted in an attack by …"?"""
    return verb.dep_ == "advcl" and is_passive(verb) and any(c.dep_ == "mark" and c.lower_ == "while" for c in verb.children)


def _missing(verb: Token) -> list[Token]:
    """What else became of people in the attack that killed some: "two are killed and others are missing in an ambush by …"."""
    beside = [c for c in verb.children if c.dep_ == "conj" and not _alike(verb, c)] if is_passive(verb) else []
    lost = [t for c in beside for t in (c, *c.children) if t.dep_ in ("conj", "acomp", "attr")]
    return [t for t in lost if t.dep_ != "conj" or any(c.lemma_ == "be" for c in (t, *t.children))]


def _alike(one: Token, other: Token) -> bool:
    """Have two verbs the same form? The parser tells the plain form and the present apart only by chance."""
    if {one.tag_, other.tag_} == {"VBN", "VBD"}:  # "was beaten and dragged off by a mob"
        return any(c.dep_ == "agent" for t in (one, other) if t.tag_ == "VBD" for c in t.children)
    return one.tag_ == other.tag_ or {one.tag_, other.tag_} == {"VB", "VBP"}


def _staged(event: Token, reader: Reader) -> list[Referent]:
    """Who is said to have done it behind the event: "a suicide bombing carried out by rebels", "an explosion caused by rebels"."""
    for participle in (c for c in event.children if c.dep_ == "acl" and c.tag_ == "VBN"):
        agents = [a for a in participle.children if a.dep_ == "agent" or (a.dep_ == "prep" and a.lower_ == "by")]
        if found := [r for a in agents for t in a.children if t.dep_ == "pobj" for r in reader.actors(t, False)]:
            return found
    return []


def _opposed(event: Token, reader: Reader) -> list[Referent]:
    """With whom one fights in whose hands one dies: "killed in a shootout with rebels"."""
    if not {event.lemma_.lower(), event.lower_} & reader.vocab.words("encounter-nouns"):
        return []
    return [r for t in under_of(event, ("with",)) for r in reader.actors(t, False)]


def others(found: dict[int, Found], reader: Reader) -> None:
    """Victims who are only counted are people: "killed four and wounded dozens of others", "18 more are injured"."""
    for item in found.values():
        if item.relation != "assault" or item.cue is None or item.cue.frame.id not in _HARMED or item.cue.object_lemmas:
            continue
        several = item.filled.get("obj", ())
        counted = next((t for t in several if counted_alone(t)), None)
        if counted is None or item.token.pos_ != "VERB":
            continue
        like = _like(found, item)
        if like is None and reader.actors(counted, places=False):
            continue
        plain = reader.block.referent(counted)
        own = replace(plain, kind=Kind.ACTOR, entity=None, term=None, person=True, plural=True, label="people")
        beside = [r for t in several if t.i != counted.i for r in reader.actors(t, places=False)]  # "the mayor and two others"
        if like is not None:
            entity = reader.vocab.entities.get(like.entity or "")
            whose = like.mention.owners or ((entity.label,) if entity else ())
            item.roles.targets = [*beside, replace(own, mention=replace(plain.mention, owners=whose))]
        else:
            item.roles.targets = [*beside, at_home(reader.discourse, reader.block, counted, own)]


def _like(found: dict[int, Found], item: Found) -> Referent | None:
    """Those beside whom somebody is harmed, of whose side he is: "80 Palestinians are killed and 40 others wounded"."""
    for verb in _coordinated(item.token)[1:]:
        if verb.i in found and found[verb.i].relation == "assault":
            for victim in found[verb.i].roles.targets:
                if victim.kind is not Kind.PLACE:
                    return victim
    return None
