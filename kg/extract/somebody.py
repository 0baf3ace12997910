"""Who is asked or accused is somebody, whatever noun tells of him; and people who are told by their number alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.arguments import Slots
from kg.extract.governor import infinitive
from kg.extract.home import at_home
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader, under_of
from kg.extract.stakes import Roles
from kg.extract.tokens import Token
from kg.vocab import Cue


def spoken_to(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Whom one asks to do something or accuses of it: "accused the network of bias", "urged the orchestra to return".

    Only somebody can be so; a noun that no vocabulary knows for one is then an actor, and no thing at stake.
    """
    if cue.pos != "verb" or cue.relation not in ("request", "accuse") or cue.object_lemmas:
        return []
    for noun in filled.get("obj", ()):
        asked = cue.relation == "request" and any(c.dep_ == "xcomp" and infinitive(c) for c in token.children)
        blamed = cue.relation == "accuse" and (filled.get("of") or any(True for _ in under_of(noun)))
        if not (asked or (blamed and token.lemma_.lower() in reader.vocab.words("blaming-verbs"))):
            return []
        own = reader.block.referent(noun)
        if own.kind is not Kind.OTHER or noun.tag_ not in ("NN", "NNS") or noun.like_num:
            continue
        if reader.is_act(noun) or reader.is_abstract(noun):  # "asked permission to land"
            continue
        several = noun.tag_ == "NNS"
        body = replace(own, kind=Kind.ACTOR, entity=None, term=None, person=False, plural=several, label=noun.lemma_.lower())
        roles.resources = [r for r in roles.resources if r.mention.span != own.mention.span]
        roles.used.add(noun.i)
        return [at_home(reader.discourse, reader.block, noun, body)]
    return []


def receivers(filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Households, shops and the like that get something, of the state in which the news takes place: "aid to restaurants"."""
    known, many = reader.vocab.words("receiver-nouns"), reader.vocab.words("many-words")
    given = [t for s in ("dative", "to") for t in filled.get(s, ())]
    given += [
        u
        for t in filled.get("obj", ())
        for u in (*under_of(t, ("to",)), *(v for w in under_of(t, ("in",)) for v in under_of(w, ("to",))))
    ]
    given += [u for t in given if t.lemma_.lower() in many for u in under_of(t)]
    found = []
    for noun in (t for g in given for t in (g, *g.conjuncts)):
        if noun.tag_ != "NNS" or noun.lemma_.lower() not in known or noun.i in roles.used:
            continue
        own = replace(reader.block.referent(noun), kind=Kind.ACTOR, entity=None, term=None, plural=True, label="resident")
        roles.resources = [r for r in roles.resources if r.mention.span != own.mention.span]
        found.append(replace(at_home(reader.discourse, reader.block, noun, own), label=noun.lemma_.lower()))
        roles.used.add(noun.i)
    return found


def counted_alone(token: Token) -> bool:
    """Does a word stand for people by their number alone: "40 others", "18 more", "dozens of others", "another"?"""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.tag_ == "CD" and following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ") and following.lower_ != "more":
        return False  # the parser has lost the noun: "killed at least 23 | Tamil Tiger guerrillas"
    if token.tag_ == "CD" or token.lemma_.lower() in ("dozen", "hundred", "thousand", "score"):
        below = under_of(token)
        return token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT") and all(t.lemma_.lower() == "other" for t in below)
    return token.lower_ in ("others", "another") or (token.lower_ == "more" and any(c.tag_ == "CD" for c in token.children))


def crowd(subjects: Iterable[Token], reader: Reader) -> list[Referent]:
    """People who act together and are told by their number: "thousands joined a march in Sofia"."""
    found = []
    for token in subjects:
        if token.tag_ == "NNS" and counted_alone(token):
            own = replace(
                reader.block.referent(token), kind=Kind.ACTOR, entity=None, term=None, person=True, plural=True, label="people"
            )
            found.append(at_home(reader.discourse, reader.block, token, own))
    return found
