"""Who says so: reporting verbs above the predicate, "according to X", and quotations whose speaker stands nearby."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.arguments import slots
from kg.extract.context import Context
from kg.extract.coordination import first_conjunct
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Kind, Referent
from kg.extract.quoting import opening, reports_around
from kg.extract.reader import Reader
from kg.extract.tokens import Token
from kg.model import ActorType, Sector

# Who is of one of these speaks for it alone, not for the state in which it is at home.
_APART = frozenset({Sector.REB, Sector.OPP, Sector.NGO, Sector.MED, Sector.CIV, Sector.COM, Sector.IGO})
# Prepositions before the house for which somebody without a name speaks ("analysts at Halden Metals").
_HOUSES = frozenset({"at", "of", "from", "for", "with"})
# How many words may name who speaks before a colon.
_NAMES = 7


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so, the word that names him, and the verb or noun that reports it."""

    who: Referent
    token: Token
    report: Token | None = None


def speaker(predicate: Token, context: Context, lexicon: Lexicon, reader: Reader) -> Speaker | None:
    """Who says what ``predicate`` says, or None where the article itself does."""
    if context.reporter is not None:
        return _reporting(context.reporter, lexicon, reader)
    if context.own_voice:
        return None
    return (
        _according(predicate, reader)
        or _inserted(predicate, lexicon, reader)
        or _quoted(predicate, lexicon, reader)
        or headed(predicate, reader)
    )


def credited(said: Speaker, reader: Reader) -> Referent | None:
    """The source that is written: the speaker, for one without a name or a state the house or the medium behind him, or nobody."""
    if house := _house(said, reader):
        return house
    if not _nameless(said, reader):
        return said.who
    report = said.report
    if report is None:
        return None
    # "witnesses told Reuters", "AFP quoted port sources as saying"
    near = (*slots(report).get("obj", ()), *slots(report).get("dative", ()), *slots(report.head.head).get("subj", ()))
    media = (r for t in near if t != said.token for r in reader.actors(t, places=False))
    return next((r for r in media if sector_of(r, reader) is Sector.MED), None)


def _house(said: Speaker, reader: Reader) -> Referent | None:
    """The firm or body at which "analysts", "an official" work who say so without a name."""
    if reader.block.referent(said.token).mention.name or _definite(said.token):
        return None
    for child in said.token.children:
        if child.dep_ == "prep" and child.lower_ in _HOUSES:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.ent_type_ == "ORG" and inner.pos_ == "PROPN":
                    return next(iter(reader.actors(inner, places=False) or _by_name(inner, reader)), None)
    return None


def _definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that")) for c in noun.children)


def _nameless(said: Speaker, reader: Reader) -> bool:
    """Is the speaker somebody without a name and a state of his own: "two officials", "an aide", "witnesses"?

    What only the news as a whole tells about whose he is does not count.
    """
    own = reader.block.referent(said.token)
    if own.mention.name or own.mention.owners or said.who.entity or said.who.mention.antecedent:
        return False
    if said.token.pos_ not in ("NOUN", "PROPN") or any(c.dep_ == "poss" for c in said.token.children):
        return False
    role = reader.vocab.roles.get(own.label)
    body = role is not None and role.type is not ActorType.PERSON
    return own.plural or not (_definite(said.token) or body)


def sector_of(referent: Referent, reader: Reader) -> Sector | None:
    """The sector of a known actor, or of a role."""
    entity = reader.vocab.entities.get(referent.entity or "")
    known = entity or reader.vocab.roles.get(referent.label)
    return known.sector if known is not None else None


def speaks_for(said: Speaker, actor: Referent, doers: list[Token], reader: Reader) -> bool:
    """Does the speaker tell his own act, or that of his own side (a minister that of his government, an aide his master's)?"""
    if same(said.who, actor):
        return True
    side, named = reader.discourse.side(said.who), reader.block.referent(said.token).mention.name
    unowned = _nameless(said, reader) or (side is None and not named)
    if unowned and not _definite(said.token) and said.token.lemma_.lower() in reader.vocab.words("mouthpieces"):
        return True
    for doer in doers:  # "the navy says that its marines killed six"
        for child in doer.children:
            if child.dep_ == "poss" and child.tag_ == "PRP$" and any(same(said.who, r) for r in reader.actors(child)):
                return True
    if side is None or reader.discourse.side(actor) != side:
        return False
    if not (said.who.person or said.who.entity or said.who.label in reader.vocab.roles):
        return False  # a newspaper of Miami does not speak for its state
    sectors = {sector_of(said.who, reader), sector_of(actor, reader)}
    return len(sectors) == 1 or not sectors & _APART


def same(one: Referent, other: Referent) -> bool:
    """Are two referents one and the same?"""
    return one.mention.origin.span == other.mention.origin.span or bool(one.entity and one.entity == other.entity)


def reporting_actor(report: Token, lexicon: Lexicon, reader: Reader) -> Referent | None:
    """Whose report: the subject of the verb, the owner of the noun ("his belief"), or the light verb's subject."""
    said = _reporting(report, lexicon, reader)
    return said.who if said else None


def _reporting(report: Token, lexicon: Lexicon, reader: Reader) -> Speaker | None:
    found = slots(report)
    for slot in ("subj", "poss", "by", "amod"):
        for token in found.get(slot, ()):
            actors = reader.named(token) if slot == "amod" else reader.actors(token, places=False)
            if actors := actors or reader.owners(token) or _by_name(token, reader):
                return Speaker(actors[0], token, report)
    for child in report.lefts:
        if child.dep_ == "npadvmod" and child.pos_ == "PROPN" and not found.get("subj"):  # "…, AFP quoted sources as saying"
            return next((Speaker(r, child, report) for r in reader.actors(child, places=False)), None)
    if report.dep_ == "pcomp" and report.head.lower_ == "as" and report.head.head.pos_ == "VERB":
        # "AFP quoted the minister as saying": the innermost speaks
        quoted = slots(report.head.head).get("obj", ())
        return next((Speaker(r, t, report) for t in quoted for r in reader.actors(t, places=False)), None)
    if report.pos_ == "NOUN" and report.head.pos_ in ("VERB", "AUX"):
        return _reporting(report.head, lexicon, reader)
    if report.dep_ in ("conj", "advcl", "xcomp") and report.head != report and not found.get("subj"):
        return _reporting(report.head, lexicon, reader)
    return None


def _by_name(token: Token, reader: Reader) -> list[Referent]:
    """Whoever has a name and says something is an actor, whatever the recogniser took it for: "the daily La Republica wrote"."""
    own = reader.block.referent(token)
    told = token.pos_ == "PROPN" and own.kind is not Kind.PLACE and own.mention.name
    return [replace(own, kind=Kind.ACTOR, term=None, label=own.mention.name)] if told else []


def _inserted(predicate: Token, lexicon: Lexicon, reader: Reader) -> Speaker | None:
    """The speaker of a clause that is put in between commas: "Russia, Putin argued, has larger reserves"."""
    for clause in (predicate, *predicate.ancestors):
        for child in clause.children:
            if child.dep_ == "parataxis" and child.pos_ == "VERB" and lexicon.report(child):
                return _reporting(child, lexicon, reader)
    closing = (t for t in predicate.sent if t.i > predicate.i and t.dep_ in ("relcl", "conj") and lexicon.report(t) and _closing(t))
    last = next(closing, None)
    return _reporting(last, lexicon, reader) if last is not None else None


def _closing(verb: Token) -> bool:
    """Is it the clause that closes a report, wherever the parser hangs it ("… took it to Haifa, AFP quoted him as saying")?"""
    first = verb.left_edge
    relative = any(t.tag_ in ("WDT", "WP", "WP$", "WRB", "VBG") for t in verb.doc[first.i : verb.i])
    said = any(c.dep_ in ("nsubj", "npadvmod") for c in verb.lefts) and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    bare = verb.dep_ == "relcl" or not any(c.dep_ == "dobj" for c in verb.children) or _as_saying(verb)
    return said and bare and not relative and first.i > 0 and first.nbor(-1).text == ","


def _as_saying(verb: Token) -> bool:
    return any(g.dep_ == "pcomp" for c in verb.children if c.lower_ == "as" for g in c.children)


def headed(predicate: Token, reader: Reader) -> Speaker | None:
    """The person before the colon of a headline says what follows it: "Lavrov: Germany must return the turbine".

    A state or a thing before a colon only says what the headline is about.
    """
    before: list[Token] = []
    for token in predicate.sent:
        if token.text == ":":
            break
        before.append(token)
    else:
        return None
    if not before or len(before) > _NAMES or predicate.i <= before[-1].i or any(t.pos_ in ("VERB", "AUX") for t in before):
        return None
    said = ((t, r) for t in reversed(before) if t.text.isalpha() for r in reader.actors(t, places=False))
    return next((Speaker(r, t) for t, r in said if r.person and not r.plural), None)


def _beside(token: Token, predicate: Token) -> bool:
    """Does "according to" hang on a clause to which the predicate does not belong: a participle, what stands beside it?"""
    clause = token.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    aside = first_conjunct(clause).dep_ in ("advcl", "acl", "relcl")
    return aside and clause != predicate and clause not in predicate.ancestors


def _according(predicate: Token, reader: Reader) -> Speaker | None:
    for token in predicate.sent:
        if token.lower_ != "according" or token.i + 1 == len(token.doc):
            continue
        following = token.nbor(1)
        if following.lower_ == "to" and not _beside(token, predicate):
            for inner in following.children:
                if inner.dep_ == "pobj":
                    found = reader.actors(inner, places=False) or reader.owners(inner)
                    return Speaker(found[0], inner) if found else None
    return None


def _quoted(predicate: Token, lexicon: Lexicon, reader: Reader) -> Speaker | None:
    """The speaker of a quotation without a reporting verb of its own.

    Named in the same sentence, in that in which the quotation opens, in the one before it, or in the one behind it.
    """
    mark = opening(predicate)
    if mark is None:
        return None
    reports = reports_around(predicate, mark, lexicon)
    return next((who for verb in reports if (who := _reporting(verb, lexicon, reader)) is not None), None)
