"""Whose the things are that an act is about, or against whom it is meant, where nobody stands in a slot of the target."""

from __future__ import annotations

from kg.extract.arguments import Slots, verb_slots
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles, is_own
from kg.extract.tokens import Token
from kg.extract.words import MUTUAL
from kg.vocab import Cue

_OWNED = ("obj", "of", "on", "to", "for", "against", "over", "about", "in", "at", "into", "from", "with", "that", "behind")
# Behind these stands the other side; behind the first of them what is at issue, whose owner is the other side.
_ABOUT = frozenset({"on", "of", "over", "to"})
# How one judges what others do.
_JUDGED = frozenset({"accuse", "protest", "reject"})
_DEALINGS = frozenset({"frame/measure", "frame/yield", "frame/voice", "frame/affect"})
_DEALING = _ABOUT | {"with", "against", "towards", "toward"}


def meant_against(token: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Whom an act is meant against, however deep that stands: "reservists for a war against Iraq", "at the border with Eritrea".

    So is whom one has a dispute with: "walked off the job in a row with the government".
    """
    words = reader.vocab.words
    with_whom = words("strife-nouns|frontier-nouns|dispute-nouns")
    for word in token.subtree:
        against = word.lower_ == "against" or (word.lower_ == "with" and word.head.lemma_.lower() in with_whom)
        against = against and not (word.head.pos_ == "NOUN" and _protests(word.head, token, reader))
        clause = any(map(_finite, _between(word, token))) if against else False
        if against and not clause and word.dep_ == "prep" and word.i > token.i:
            inner = next((c for c in word.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.i not in roles.used:
                return reader.actors(inner) or (_doing(inner, reader) if undergone(inner, reader) else reader.owners(inner))
    return []


def _protests(noun: Token, token: Token, reader: Reader) -> bool:
    """Is it a protest of others, by which a verb of force tells its occasion: "arrested six at a rally against graft"?"""
    return noun != token and token.pos_ == "VERB" and reader.vocab.evokes("noun", noun.lemma_, ("protest",))


def addressee(verb: Token, reader: Reader) -> list[Referent]:
    """To whom the paper goes in which something is asked: "In a letter to the Commission, Hungary asked …".

    So it is who is told of what one complains of, where nobody else is blamed for it.
    """
    papers = reader.vocab.words("sent-papers")
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.lemma_.lower() in papers:
        sent = verb_slots(verb.head.head) if verb.head.dep_ == "dobj" else Slots()
        for inner in (
            *under_of(verb.head, ("to",)),
            *sent.get("dative", ()),
            *sent.get("to", ()),
        ):  # "sent a note to Russia asking for an end to the raids"
            return reader.actors(inner) or reader.owners(inner)
    for preposition in (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "in"):
        for paper in (c for c in preposition.children if c.lemma_.lower() in papers):
            for inner in under_of(paper, ("to",)):
                return reader.actors(inner) or reader.owners(inner)
    if verb.lemma_.lower() in reader.vocab.words("complaining-verbs"):  # "complained to Washington that its lorries were held up"
        return [r for t in under_of(verb, ("to",)) for r in reader.actors(t) or reader.owners(t)]
    return []


def denying(cue: Cue, noun: Token, reader: Reader) -> list[Referent]:
    """Who denies what others accuse somebody of: "Kenya denied Ethiopia's accusations"; he is the one accused."""
    verb = noun.head
    if cue.relation != "accuse" or noun.dep_ != "dobj" or noun.pos_ != "NOUN":
        return []
    if verb.lemma_.lower() not in reader.vocab.words("answering-verbs"):
        return []
    return [r for c in verb.lefts if c.dep_ == "nsubj" for r in reader.actors(c, places=False)]


def refused(cue: Cue, act: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose wish somebody will not do: "Finland's refusal to comply with Russia's demand", "to recognise Kosovo".

    A verb tells for whom he will not do what the vocabulary does not know: "refused to give Chad a corridor".
    """
    if cue.relation != "reject":
        return []
    noun = act.pos_ == "NOUN"
    for clause in (c for c in act.children if c.dep_ in (("acl", "relcl") if noun else ("xcomp",)) and c.tag_ == "VB"):
        done = verb_slots(clause)
        things = [t for slot in (("obj", "with", "to") if noun else ("dative", "to")) for t in done.get(slot, ())]
        found = [r for t in things for r in reader.actors(t, places=False) or (reader.owners(t, near=True) if noun else ())]
        if others := [r for r in found if not is_own(r, roles)]:
            return others
    return []


def styled(verb: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose that is which is called something: "condemned what it called a reckless act by China"."""
    for clause in (c for c in verb.children if c.dep_ == "ccomp" and any(t.lower_ == "what" for t in c.children)):
        for name in (c for c in clause.children if c.dep_ in ("oprd", "attr", "dobj") and c.pos_ == "NOUN"):
            behind = [r for t in under_of(name, ("by",)) for r in reader.actors(t)]
            if found := [r for r in behind or reader.owners(name) if not is_own(r, roles)]:
                return found
    return []


def doing_it(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Who does what one judges, as a clause behind it says: "condemned the raids that Israel carried out"."""
    if cue.relation not in _JUDGED:
        return []
    for deed in (t for s in ("obj", "to", "against", "over") for t in filled.get(s, ()) if t.pos_ == "NOUN"):
        for clause in (c for c in deed.children if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB"):
            taken = any(c.dep_ == "dobj" and c.tag_ not in ("WDT", "WP", "IN") for c in clause.children)  # "who robbed a bank"
            whose = [] if taken else [r for c in clause.children if c.dep_ == "nsubj" for r in reader.actors(c)]
            if found := [r for r in whose if not is_own(r, roles)]:
                return found
    return []


def called_theirs(cue: Cue, verb: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose one recognises a land to be: "recognised the enclave as Azerbaijani"."""
    if cue.relation != "support" or verb.lemma_.lower() not in reader.vocab.words("recognising-verbs"):
        return []
    behind = (t for c in verb.subtree if c.lower_ == "as" and c.dep_ in ("prep", "mark", "advmod") for t in c.children)
    return next((who for t in behind if (who := [r for r in reader.named(t) if not is_own(r, roles)])), [])


def after_act(cue: Cue, act: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose act it is after which one limits trade with him: "imposed sanctions after North Korea's nuclear test"."""
    if cue.relation != "sanction":
        return []
    for word in (act, *filled.get("obj", ())):
        for deed in under_of(word, ("after", "following", "over")):
            known = reader.is_act(deed) or deed.lemma_.lower() in reader.vocab.words("resumes-harm")
            whose = [r for r in reader.owners(deed) if not is_own(r, roles)] if known else []
            if own := {reader.discourse.side(r) for r in roles.actors} - {None}:
                whose = [r for r in whose if reader.discourse.side(r) not in own]
            if whose:
                return whose
    return []


def in_protest(cue: Cue, act: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """At whose act it is that one does something "in protest of" it, or "at" it."""
    if cue.relation != "protest" or act.dep_ != "pobj" or act.head.lower_ != "in":
        return []
    deeds = under_of(act, ("of", "at", "against", "over"))
    return next((who for t in deeds if (who := [r for r in reader.actors(t) or reader.owners(t) if not is_own(r, roles)])), [])


def granted(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """With whom a deal is that gives him something: "approved a deal granting two islands to Saudi Arabia"."""
    if cue.relation != "agree":
        return []
    papers = (t for t in filled.get("obj", ()) if t.lemma_.lower() in reader.vocab.words("agreement-nouns"))
    for clause in (c for t in papers for c in t.children if c.dep_ in ("acl", "relcl")):
        if reader.vocab.evokes("verb", clause.lemma_, ("supply", "aid", "concede", "retreat")):
            given = verb_slots(clause)
            for taker in (
                *given.get("dative", ()),
                *given.get("to", ()),
                *(u for t in given.get("obj", ()) for u in under_of(t, ("to",))),
            ):
                if found := [r for r in reader.actors(taker) if not is_own(r, roles)]:
                    return found
    return []


def parties(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Between whom that is which one judges: "condemned the pact between Chad and Niger", "a deal signed between them"."""
    if cue.frame.id != "frame/voice" and cue.relation not in _JUDGED:
        return []
    deals = reader.vocab.words("agreement-nouns|resumes-agree")
    for thing in (t for s in ("obj", "to", "of", "against") for t in filled.get(s, ()) if t.lemma_.lower() in deals):
        clauses = (c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VBN")
        for holder in (thing, *clauses):
            sides = [r for t in under_of(holder, ("between",)) for e in (t, *t.conjuncts) for r in reader.actors(e)]
            if len(sides) > 1:
                return [r for r in sides if not is_own(r, roles)]
    return []


def dealt_with(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """With or against whom that is of which a thing speaks: "its ban on contacts with Serbia", "the tariff on European cars"."""
    for slot in _OWNED if cue.frame.id in _DEALINGS else ():
        if slot in cue.frame.target | cue.frame.resource | cue.frame.content:
            for token in filled.get(slot, ()):
                for preposition in (c for c in token.subtree if c.dep_ == "prep" and c.lower_ in _DEALING):
                    hostile = cue.relation == "support" and preposition.lower_ == "against"  # no backing of him
                    hostile = hostile or (
                        cue.relation in _JUDGED and preposition.lower_ == "of" and undergone(preposition.head, reader)
                    )
                    if hostile or not all(t.pos_ in ("NOUN", "PROPN", "ADP") for t in _between(preposition, token)):
                        continue  # nor is it who stands in a clause inside, which has actors of its own
                    for inner in (c for c in preposition.children if c.dep_ == "pobj" and c.i not in roles.used):
                        named = [] if preposition.lower_ in _ABOUT else reader.actors(inner, places=False)
                        if found := [r for r in named or reader.owners(inner) if not is_own(r, roles)]:
                            return found
    return []


def _finite(word: Token) -> bool:
    """Is it the verb of a clause with a subject of its own?"""
    return word.dep_ in ("advcl", "ccomp", "relcl") and any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children)


def _between(token: Token, above: Token) -> list[Token]:
    """The words from a token up to one above it."""
    path = []
    while token != above:
        path.append(token)
        token = token.head
    return path


def owning(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Where a role is filled by a thing, the one to whom the thing belongs is the target ("praised Haiti's efforts")."""
    joint = cue.relation in MUTUAL
    names: tuple[str, ...] = ("obj", "to", "with") if joint else _OWNED
    for slot in names:
        if slot in cue.frame.target | cue.frame.resource | cue.frame.content:
            occasions = reader.vocab.words("occasion-nouns") if slot in ("in", "at", "on") else ()
            for token in (t for t in filled.get(slot, ()) if t.lemma_.lower() not in occasions):
                met = joint and slot == "obj"  # a summit in Rome, not clinics in Rome
                if slot == "for" and token.lemma_.lower() in reader.vocab.words("reason-nouns"):
                    continue  # "resigned for family reasons"
                judged = cue.relation in _JUDGED and undergone(token, reader)
                whose = _doing(token, reader) if judged else reader.owners(token, places=not met)
                if whose and all(is_own(r, roles) for r in whose) and (inside := _of_own(token, reader)):
                    whose = inside
                elif cue.relation == "sanction":
                    whose = _limited(token, whose, reader)
                if cue.relation == "acquire" and token.i in roles.used:  # "chip designer Arm" is no chip designer's
                    whose = [r for r in whose if r.entity or r.kind is Kind.PLACE or r.mention.name]
                done_to = [r for t in under_of(token) for r in reader.actors(t)] if whose else []  # "its invasion of Niger"
                if not whose and cue.relation in _JUDGED | {"support"}:  # "praised the quality of her work"
                    whose = [r for t in under_of(token) if not reader.actors(t) for r in reader.owners(t, near=True)]
                for found in (whose, done_to):
                    if others := [r for r in found if not is_own(r, roles)]:
                        return others
    return []


def _of_own(thing: Token, reader: Reader) -> list[Referent]:
    """Whose that is beside, which one calls one's own: "gave up its American berths", "cut its purchases of Iranian oil"."""
    people = [r for c in thing.children if c.dep_ == "amod" for r in reader.named(c)]
    return people or [r for t in under_of(thing) for r in reader.owners(t)]


def _limited(thing: Token, whose: list[Referent], reader: Reader) -> list[Referent]:
    """Whom a measure hits is not who took it ("lifted the king's travel ban"), nor what kind its paper is ("tourist visas")."""
    if any(c.dep_ == "poss" for c in thing.children) and reader.vocab.evokes("noun", thing.lemma_, ("sanction",)):
        return []
    kinds = {c.lower_ for c in thing.children if c.dep_ == "compound" and c.tag_ == "NN"}
    return [r for r in whose if r.entity or r.mention.name or r.mention.text.lower() not in kinds]


def undergone(act: Token, reader: Reader) -> bool:
    """Is it an act that is done to whom stands behind "of": "the trial of the leaders"?"""
    return act.lemma_.lower() in reader.vocab.words("victim-nouns")


def _doing(act: Token, reader: Reader) -> list[Referent]:
    """Who does to others what one judges: "protested against the Spanish arrest of the leaders", not the leaders."""
    by = [r for t in under_of(act, ("by",)) for r in reader.actors(t)]
    return by or [r for c in act.children if c.dep_ in ("amod", "nmod") for r in reader.named(c)]


def judged_givers(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Whose act it is that is judged, before those to whom it goes: "protests U.S. arms sale to Taiwan" is against the U.S."""
    if cue.relation not in ("accuse", "reject"):
        return []
    for act in filled.get("obj", ()):
        on = any(c.dep_ == "prep" and c.lower_ in ("on", "against") for c in act.children)
        kinds = ("supply", "aid", "sanction") if on else ("supply", "aid")
        if act.pos_ == "NOUN" and reader.vocab.evokes("noun", act.lemma_.lower(), kinds):
            before = (c for c in act.lefts if c.dep_ in ("poss", "compound", "amod", "nmod"))
            if givers := [r for c in before for r in reader.named(c) if r.kind is Kind.ACTOR and not is_own(r, roles)]:
                return givers
    return []
