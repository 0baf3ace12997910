"""Whose those are of whom a government asks something where the text does not say: its own citizens, its own parliament."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import Slots, verb_slots
from kg.extract.conditions import acts_in
from kg.extract.context import Context
from kg.extract.coordination import first_conjunct
from kg.extract.governor import infinitive
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import ActorType
from kg.vocab import Cue

# Behind these stands what made somebody act, or did not keep him from it; and what measures how long it went on.
_PROMPTED = frozenset({"following", "after", "despite", "amid", "under", "at", "upon", "on", "over", "given", "with"})
_SPANS = frozenset({"day", "week", "month", "year", "weeks", "months", "lot", "series", "wave", "barrage", "storm"})
_SLOTS = ("obj", "on", "upon", "to", "that", "dative", "from")


def own_people(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> None:
    """Give those who are asked the state of the government that asks, a bloc's member states to the bloc.

    "The interior ministry urged citizens to stay at home", "the White House asked Congress for money"; but an army may order the
    residents of others about.
    """
    if cue.relation != "request" or len(roles.actors) != 1:
        return
    asking = roles.actors[0]
    home = reader.vocab.entities.get(reader.discourse.side(asking) or "")
    if home is None:
        return
    bare = {reader.block.referent(t).mention.span: t for s in _SLOTS for t in filled.get(s, ()) if _nobodys(t, reader)}
    for place, target in enumerate(roles.targets):
        noun = bare.get(target.mention.span)
        if noun is not None and target.entity is None and _its_own(noun, asking, home.type, reader):
            roles.targets[place] = replace(target, mention=replace(target.mention, owners=(home.label,)))


def by_request(cue: Cue, noun: Token, filled: Slots, reader: Reader) -> None:
    """ "At the request of Chad", "upon the invitation of the king" are theirs who ask, not theirs who are asked."""
    wished = cue.pos == "noun" and noun.lemma_.lower() in reader.vocab.words("pressing-nouns")
    if wished and noun.dep_ == "pobj" and noun.head.lower_ in ("at", "on", "upon") and filled.get("of") and not filled.get("by"):
        filled["by"] = filled.pop("of")


def pressed(cue: Cue, noun: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Who acts because others ask it of him, or in spite of it: "sent troops at the request of Kinshasa", "after criticism".

    Is whom they have asked, where the noun does not say whom.
    """
    if cue.pos != "noun" or not roles.actors or noun.lemma_.lower() not in reader.vocab.words("pressing-nouns"):
        return []
    top = first_conjunct(noun)
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in _SPANS:
        top = top.head.head  # "weeks of pressure"
    tie = top.head
    if top.dep_ not in ("pobj", "dobj") or tie.lower_ not in _PROMPTED:
        return []
    verb = next((t for t in tie.ancestors if t.pos_ not in ("ADP", "SCONJ")), None)
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return []
    while verb.dep_ in ("xcomp", "conj") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        verb = verb.head
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    return [r for t in doers for r in reader.actors(t) if not is_own(r, roles) and reader.discourse.side(r)]


def to_join(act: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Who applies to join a bloc asks it of the bloc: "filed an application to join the EU", "a bid to become a member of NATO"."""
    joining = reader.vocab.words("bloc-joining-verbs")
    papers = [t for t in (act, *filled.get("obj", ())) if t.pos_ == "NOUN"]
    clauses = (c for t in papers for c in t.children if c.dep_ == "acl" and infinitive(c) and c.lemma_.lower() in joining)
    inside = (
        t
        for clause in clauses
        for slot, fillers in verb_slots(clause).items()
        for f in fillers
        for t in ((f,) if slot in ("obj", "to", "into") else under_of(f) if slot == "attr" else ())
    )
    return [r for t in inside for r in reader.actors(t) if not is_own(r, roles) and reader.discourse.side(r)]


def warned(context: Context, doers: list[Token], reader: Reader) -> Referent | None:
    """Of whom a duty is told to himself: "warned Thailand that it must act" speaks of Thailand, not of who warns."""
    said = context.reporter
    if said is None or said.lemma_.lower() not in reader.vocab.words("reminding-verbs") or is_passive(said):
        return None
    if not any(t.lower_ in ("it", "they", "he", "she") for t in doers):
        return None
    heard = verb_slots(said)
    return next((r for s in ("dative", "obj") for t in heard.get(s, ()) for r in reader.actors(t)), None)


def _nobodys(noun: Token, reader: Reader) -> bool:
    """Is it a noun by which nothing stands that says whose it is or where?"""
    own = reader.block.referent(noun)
    if own.kind is not Kind.ACTOR or own.entity is not None or own.mention.owners:
        return False
    return not any(c.dep_ in ("poss", "prep", "relcl", "acl") or c.ent_type_ in ("GPE", "NORP") for c in noun.children)


def _its_own(noun: Token, asking: Referent, home: ActorType, reader: Reader) -> bool:
    """Are those of the kind whom a government has for itself, a ministry for its citizens, a bloc for its members?"""
    words = reader.vocab.words
    named = {noun.lemma_.lower(), reader.block.referent(noun).label.lower()}
    if home is not ActorType.STATE:
        return bool(named & words("member-nouns"))
    if acts_in(asking, reader) == "COM":  # "Eskom begged the regulator": a firm has one over it at home
        return bool(named & words("overseeing-bodies"))
    if acts_in(asking, reader) != "GOV" or any(c.dep_ == "amod" and c.lower_ in words("outside-adjectives") for c in noun.children):
        return False
    known = reader.vocab.entities.get(asking.entity or "")
    warring = (known is not None and known.type is ActorType.STATE) or bool(
        words("war-offices") & {w.lower() for w in asking.mention.text.split()}
    )
    return bool(named & words("own-bodies")) or (not warring and bool(named & words("own-people")))
