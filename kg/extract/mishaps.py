"""What harms without anybody's doing: storms, fires, diseases, crashes, what goes off by itself; and the emergencies they bring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.coordination import first_conjunct
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent, of_sector
from kg.extract.tokens import Span, Token
from kg.extract.voice import is_passive
from kg.model import Sector

if TYPE_CHECKING:
    from kg.extract.found import Found

# Behind these stands what somebody came to harm in or by.
_HOW = ("in", "by", "after", "from", "during", "to", "following")
_POWERS = frozenset({Sector.GOV, Sector.MIL, Sector.REB})
_FORCE = frozenset({"assault", "coerce"})


def blind(found: Found, lexicon: Lexicon) -> bool:
    """Is the harm done by a storm, a fire, a crash: by nobody?"""
    forces = lexicon.words("blind-forces")
    doers = list(found.filled.get("subj") or found.context.subject)
    verb = first_conjunct(found.token)
    above = verb.head
    if all(t.lower_ == "it" for t in doers) and verb.dep_ in ("conj", "advcl") and above.pos_ == "VERB":
        doers += [t for t in above.children if t.dep_ == "nsubj"]  # whatever struck and then threatened
    if verb.dep_ == "relcl" and _of_storm(verb, lexicon):
        return True
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and above.lemma_.lower() in forces and not _shoots(above, lexicon):
        return True  # "collides with a ship, killing two"
    placed = above.pos_ == "PROPN" or above.lemma_.lower() in lexicon.words("place-nouns")
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and above.dep_ == "pobj" and placed:
        doers = _clause_subject(above)  # "a fire broke out in Attica, burning a hundred houses"
    if not found.roles.actors and is_passive(found.token):  # "were displaced in a large fire", "damaged by an explosion"
        doers = [*doers, *(t for slot in _HOW for t in found.filled.get(slot, ()))]
        forces = forces | lexicon.words("blast-nouns")
    return any(_force(t, forces) for t in doers) or _storms(found.roles.actors, lexicon)


def _shoots(verb: Token, lexicon: Lexicon) -> bool:
    """Do people fire, or weapons crash into something: "troops fire live rounds, killing four", "missiles crash into homes"?"""
    if verb.lemma_.lower() == "fire":
        return True
    return any(_force(t, lexicon.words("war-weapons")) for t in _subjects(verb))


def _of_storm(verb: Token, lexicon: Lexicon) -> bool:
    """Does "which" follow a storm's name, whatever the parser hangs it on: "the response to Hurricane Ian, which struck Cuba"?"""
    which = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ == "WDT"), None)
    before = [t for t in verb.sent if which is not None and t.i < which.i and t.pos_ != "PUNCT"][-1:]
    return any(_force(t, lexicon.words("storm-nouns")) for t in before)


def _force(token: Token, forces: frozenset[str]) -> bool:
    modifiers = (c for c in token.children if c.dep_ in ("compound", "nmod"))
    return token.lemma_.lower() in forces or any(c.lower_ in forces for c in modifiers)


def _clause_subject(token: Token) -> list[Token]:
    """The subject of the clause in which a noun stands."""
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")] if verb is not None else []


def _storms(actors: list[Referent], lexicon: Lexicon) -> bool:
    """Are all who act storms by their names: "floods caused by Hurricane Otis"?"""
    named = lexicon.words("storm-nouns")
    return bool(actors) and all(not r.entity and not named.isdisjoint(r.mention.text.lower().split()) for r in actors)


def unmeant(found: Found, violent: set[int], lexicon: Lexicon) -> bool:
    """Is the harm an accident or a disease, which the sentence tells as one?"""
    token, actors = found.token, found.roles.actors
    if found.relation not in _FORCE or token.pos_ not in ("VERB", "NOUN"):
        return False
    if token.pos_ == "VERB":
        if _storms(actors, lexicon) or _spreads(token, lexicon) or _by_what_is_said(found):
            return True
        if not any(_armed(r, lexicon) for r in actors) and (_chanced(token, lexicon) or _driving(found, lexicon)):
            return True
        if not violent and token.lemma_.lower() in lexicon.words("harm-verbs") and _named_before(token, lexicon):
            return True
    return accidental(token.sent, lexicon) and not any(_armed(r, lexicon) and r.kind is not Kind.PLACE for r in actors)


def _armed(referent: Referent, lexicon: Lexicon) -> bool:
    """Is it somebody who may use force, whose slip is still his act, not the machine that fails?"""
    if referent.mention.head.lower() in lexicon.words("vehicle-nouns"):
        return False
    return of_sector(referent, _POWERS, lexicon.vocab)


def _spreads(verb: Token, lexicon: Lexicon) -> bool:
    """Is it a disease that kills: "it has infected a hundred people and killed two"?"""
    first = first_conjunct(verb)
    return not {t.lemma_.lower() for t in (first, *first.conjuncts)}.isdisjoint(lexicon.words("infecting-verbs"))


def _by_what_is_said(found: Found) -> bool:
    """Is harm done by what the text only points at: "many firms will be hurt by that"?"""
    doers = found.filled.get("subj", ())
    return bool(doers) and all(t.lower_ in ("that", "this") and t.dep_ == "pobj" for t in doers)


def _chanced(verb: Token, lexicon: Lexicon) -> bool:
    """Did somebody do it without meaning to: "a boy accidentally fired his father's gun"?"""
    chance = lexicon.words("chance-adverbs")
    return any(c.lower_ in chance for t in (verb, first_conjunct(verb)) for c in t.children)


def _driving(found: Found, lexicon: Lexicon) -> bool:
    """Does somebody at the wheel hit what is in his way, in a sentence that names no attack: "drove a van and struck two"?"""
    verb = found.token
    words = lexicon.words
    if verb.lemma_.lower() not in words("harm-verbs") or any(t.lemma_.lower() in words("meaning-words") for t in verb.sent):
        return False
    chain, above = [verb], verb
    while above.dep_ in ("advcl", "conj", "acl") and above.head.pos_ == "VERB":
        above = above.head
        chain.append(above)
    drives = (v for v in chain if v.lemma_.lower() in words("driving-verbs"))
    steered = any(_force(c, words("vehicle-nouns")) for v in drives for c in v.children if c.dep_ == "dobj")
    doers = [*found.filled.get("subj", ()), *found.context.subject]
    return steered or any(t.lemma_.lower() in words("wheel-people") for t in doers)


def _named_before(verb: Token, lexicon: Lexicon) -> bool:
    """Is what kills only called "it", where this sentence or the one before it tells of a storm, a fire, a disease?"""
    if not _called_it(verb):
        return False
    sent = verb.sent
    near = (sent, verb.doc[sent.start - 1].sent) if sent.start > 0 else (sent,)
    forces = lexicon.words("blind-forces")
    return any(t.lemma_.lower() in forces for s in near for t in s)


def _called_it(verb: Token) -> bool:
    doers = [c for c in first_conjunct(verb).children if c.dep_ == "nsubj"]
    return bool(doers) and all(t.lower_ == "it" for t in doers)


def consumed_by_fire(found: Found, lexicon: Lexicon) -> bool:
    """Is what is consumed burnt: "the blaze grew as it consumed a hundred homes"?"""
    verb = found.token
    if verb.lemma_.lower() not in lexicon.words("devouring-verbs"):
        return False
    forces = lexicon.words("storm-nouns")
    return any(t.lemma_.lower() in forces for t in found.filled.get("subj", ())) or (
        _called_it(verb) and any(t.lemma_.lower() in forces for t in verb.sent)
    )


def accidental(sent: Span, lexicon: Lexicon) -> bool:
    """Does a sentence say that what it tells was an accident: a malfunction, a lorry that lost control, a gas explosion?"""
    words = lexicon.words
    marks = words("accident-words|blast-nouns|leaking-nouns") | {"lose"}
    said = [t for t in sent if t.lemma_.lower() in marks]
    if not said or not any(_marks_accident(t, lexicon) for t in said):
        return False
    return not any(_weapon(t, lexicon) for t in sent)


def _weapon(token: Token, lexicon: Lexicon) -> bool:
    """Does a word tell of weapons or of those who use them? A mine in which something happens is a pit."""
    pit = token.lemma_ == "mine" and token.dep_ == "pobj" and token.head.lower_ in ("at", "in", "inside", "near")
    return token.lemma_.lower() in lexicon.words("explosive-words") and not pit


def _marks_accident(token: Token, lexicon: Lexicon) -> bool:
    lemma, words = token.lemma_.lower(), lexicon.words
    if lemma in words("blast-nouns|leaking-nouns"):
        return any(c.lower_ in words("blasting-things") for c in token.children if c.dep_ in ("compound", "amod", "nmod"))
    if lemma != "lose":
        return True
    control = [c for c in token.children if c.dep_ == "dobj" and c.lemma_ == "control"]
    vehicles = words("vehicle-nouns")
    of = (g for c in control for p in c.children if p.lower_ == "of" for g in p.children)
    return bool(control) and any(t.lemma_.lower() in vehicles for t in (*of, *_subjects(token)))


def _subjects(verb: Token) -> Iterator[Token]:
    return (c for c in verb.children if c.dep_ == "nsubj")


def collides(found: Found, lexicon: Lexicon) -> bool:
    """Does a vehicle without anybody ram something, in a sentence that names no attack: "a van rammed a parked bus"?"""
    if found.token.lemma_.lower() != "ram" or found.roles.actors:
        return False
    doers = [*found.filled.get("subj", ()), *found.context.subject]
    vehicle = any(_force(t, lexicon.words("vehicle-nouns")) for t in doers)
    return vehicle and not any(_weapon(t, lexicon) for t in found.token.sent)


def mishap(found: Found, lexicon: Lexicon) -> bool:
    """Is an explosion or a blast nobody's act: one of gas, in a plant, not of a bomb, by nobody who is named?"""
    if collides(found, lexicon) or unmeant(found, set(), lexicon) or from_above(found.token, lexicon):
        return True
    if found.token.lemma_.lower() not in lexicon.words("blast-nouns") or found.roles.actors:
        return False
    staged = any(c.dep_ == "acl" and any(a.dep_ == "agent" for a in c.children) for c in found.token.children)
    return not staged and not any(_weapon(t, lexicon) for t in found.token.sent)


def from_above(noun: Token, lexicon: Lexicon) -> bool:
    """Is it the sky that strikes, "lightning strikes"? So is then "a single strike" beside them."""
    alike = (t for t in noun.sent if t.lemma_.lower() == noun.lemma_.lower())
    named = lexicon.words("skies|storm-nouns")
    return noun.pos_ == "NOUN" and any(c.lower_ in named for t in alike for c in t.children if c.dep_ == "compound")


def no_retreat(found: Found, lexicon: Lexicon) -> bool:
    """Do people flee from a flood or a fire, or does a train leave: "residents left the town as the river rose"?"""
    verb = found.token
    if found.relation != "retreat" or verb.pos_ != "VERB" or verb.lemma_.lower() not in lexicon.words("fleeing-verbs"):
        return False
    if any(t.lemma_.lower() in lexicon.words("civil-vehicles") for t in found.filled.get("subj", ())):
        return True
    lemmas = {t.lemma_.lower() for t in verb.sent}
    strife = lexicon.words("unrest-words|strife-nouns|explosive-words")
    nature = lexicon.words("blind-forces") - lexicon.words("strife-nouns") - {"fire"}
    fled = not lemmas.isdisjoint(nature) and lemmas.isdisjoint(strife)
    return fled and not any(of_sector(r, _POWERS, lexicon.vocab) for r in found.roles.actors)


def of_nature(found: Found, lexicon: Lexicon) -> bool:
    """Is a warning one of storms and floods?"""
    near = [
        *found.token.children,
        *(u for slot in ("of", "about", "obj", "with") for t in found.filled.get(slot, ()) for u in (t, *t.children)),
    ]
    forces = lexicon.words("blind-forces|warning-colours")
    return any(t.lemma_.lower() in forces for t in near)


def precaution(found: Found, lexicon: Lexicon) -> bool:
    """Is an emergency declared without force: over a storm, a disease, a shortage, for money, not over a revolt?

    The same sentence or the one before or behind it tells of the revolt, or of the force that is used: "declared a state of
    emergency after riots". A curfew or martial law is force itself.
    """
    words = [found.token, *(t for slot in ("obj", "of", "under", "into") for t in found.filled.get(slot, ()))]
    lemmas = {t.lemma_.lower() for w in words for t in (w, *w.children)}
    inside = {g.lemma_.lower() for w in words for c in w.children if c.dep_ == "prep" for g in c.children}
    named = lemmas | inside
    if found.relation == "coerce" and "state" in lemmas and inside and not inside & lexicon.words("forceful-states"):
        return True  # "declared a state of calamity"
    if found.relation != "coerce" or not named & {"emergency", "alert"} or named & {"curfew", "siege", "law"}:
        return False
    if found.token.pos_ == "VERB" and found.cue is not None and not found.cue.object_lemmas:
        return False
    if any(of_sector(r, frozenset({Sector.MIL, Sector.REB}), lexicon.vocab) for r in found.roles.actors):
        return False  # by which a junta rules
    sent, doc = found.token.sent, found.token.doc
    near = [sent]
    if not any(t.lemma_.lower() in lexicon.words("blind-forces") for t in sent):
        near += [doc[sent.start - 1].sent] if sent.start > 0 else []
        near += [doc[sent.end].sent] if sent.end < len(doc) else []
    unrest = lexicon.words("unrest-words")
    return "emergency" not in named or not any(t.lemma_.lower() in unrest for s in near for t in s)
