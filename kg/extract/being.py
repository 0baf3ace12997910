"""A verb that the parser has made a part of what something is: "is mining bauxite", "is 70 percent owned by Maersk".

Or active, though its subject suffers it ("was convicted and fined $500"); or that a headline leaves out ("Copper at record high").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import verbs
from kg.model import ActorType, Sector
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend_copula(noun: Token, vocab: Vocabulary) -> None:
    """Mend a parse in place around the noun that stands as the complement of "be", or says how much of something is owned."""
    if noun.dep_ == "npadvmod":
        _owned_to(noun, vocab)
        return
    _progressive(noun, vocab)
    _owned_in_part(noun, vocab)


def undergoes(verb: Token, vocab: Vocabulary) -> bool:
    """Is it what happens to its subject, unless there is an object: "two killed in raid", "port hit by drones"?"""
    if verb.lemma_ in vocab.words("transitive-verbs") or any(c.dep_ == "agent" for c in verb.children):
        return True
    if verb.lemma_ in vocab.words("sealing-verbs") and verb.sent[-1].text not in (".", "!", "?"):
        if any(c.dep_ == "nsubj" and c.lemma_.lower() in vocab.words("agreement-nouns") for c in verb.children):
            return True  # "Truce agreed between Chad and Niger", in a headline
    # "Journalist shot dead in Quito": what he is said to have become
    become = any(c.dep_ == "oprd" and c.tag_ == "JJ" and c.i == verb.i + 1 for c in verb.children)
    return become or _shot(verb, vocab)


def _shot(verb: Token, vocab: Vocabulary) -> bool:
    """ "Three officers shot in Baltimore", in a headline; but "soldiers shot at marchers", "gunmen shot into crowd"."""
    if verb.lemma_ not in vocab.words("shooting-verbs") or verb.sent[-1].text in (".", "!", "?"):
        return False
    verbs_of = [verb, *(c for c in verb.children if c.dep_ == "conj")]
    behind = [(c.lower_, g) for v in verbs_of for c in v.children if c.dep_ == "prep" for g in c.children]
    people = any(_somebody(g, vocab) for word, g in behind if word == "at")
    victims = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in vocab.roles]
    bare = any(not any(g.dep_ in ("det", "poss") for g in v.children) for v in victims)
    where = vocab.words("place-prepositions") | {"at", "near", "outside", "during", "after"}
    return bare and not people and bool(behind) and all(word in where - {"from", "to"} for word, _ in behind)


def _somebody(noun: Token, vocab: Vocabulary) -> bool:
    role = vocab.roles.get(noun.lemma_.lower())
    person = role is not None and (role.type is ActorType.PERSON or role.sector is Sector.MIL)
    return person or noun.ent_type_ in ("PERSON", "NORP")


def _progressive(noun: Token, vocab: Vocabulary) -> None:
    """ "is mining bauxite": behind "be", before a bare noun, it is what somebody is doing, not what he is."""
    act = next((c for c in noun.children if c.dep_ in ("compound", "amod") and c.lower_.endswith("ing")), None)
    being = noun.head
    if act is None or being.lemma_ != "be" or act.left_edge != noun.left_edge or act.i <= being.i or being.tag_ == "VB":
        return
    stem = act.lower_.removesuffix("ing")
    lemma = next((w for w in (stem, stem + "e", stem[:-1]) if w in verbs(vocab)), None)
    behind = any(t.dep_ == "nsubj" and t.i > act.i for t in being.children)
    if lemma is None or behind or being.dep_ not in ("ROOT", "ccomp", "relcl"):
        return
    act.tag_, act.pos_, act.lemma_ = "VBG", "VERB", lemma
    above, dep = (act, "ROOT") if being.dep_ == "ROOT" else (being.head, being.dep_)
    act.head, act.dep_ = above, dep
    for child in list(being.children):
        if child != act:
            child.head = act
    being.head, being.dep_ = act, "aux"
    noun.head, noun.dep_ = act, "dobj"


def _owned_in_part(share: Token, vocab: Vocabulary) -> None:
    """ "is 70 percent owned by Maersk": how much is owned stands before the participle, which is the verb."""
    being, verb = share.head, next((c for c in share.rights if c.dep_ == "acl"), None)
    if verb is None or verb.i != share.i + 1 or being.lemma_ != "be" or share.lemma_ not in vocab.words("share-nouns"):
        return
    if verb.tag_ != "VBN" or verb.lemma_ not in vocab.words("owning-verbs") or being.dep_ not in ("ROOT", "ccomp", "relcl", "conj"):
        return
    _under(verb, being, [*being.children, *share.rights], share)
    share.head, share.dep_ = verb, "npadvmod"


def _owned_to(share: Token, vocab: Vocabulary) -> None:
    """ "is 60% owned by Zijin": the participle is the verb, and what is owned suffers it."""
    verb = share.head
    if verb.tag_ != "VBN" or verb.lemma_ not in vocab.words("owning-verbs"):
        return
    if verb.dep_ == "acomp" and verb.head.lemma_ == "be" and verb.head.dep_ in ("ROOT", "ccomp", "relcl", "conj"):
        _under(verb, verb.head, list(verb.head.children), share)
        return
    for being in [c for c in verb.children if c.dep_ == "auxpass"]:
        for subject in [c for c in (*being.children, *verb.children) if c.dep_ == "nsubj"]:
            subject.head, subject.dep_ = verb, "nsubjpass"


def _under(verb: Token, being: Token, children: list[Token], share: Token) -> None:
    """Make a participle the verb of a passive clause, and "be" its auxiliary."""
    above, dep = (verb, "ROOT") if being.dep_ == "ROOT" else (being.head, being.dep_)
    verb.head, verb.dep_, verb.pos_ = above, dep, "VERB"
    for child in children:
        if child not in (verb, share):
            child.head = verb
            child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    being.head, being.dep_ = verb, "auxpass"


def penalised(verb: Token, vocab: Vocabulary) -> None:
    """ "was convicted and fined $500": behind a passive, what has only a sum for its object is another."""
    first = verb.head
    if verb.lemma_ not in vocab.words("penalty-verbs") or not any(c.dep_ in ("nsubjpass", "auxpass") for c in first.children):
        return
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    sums = [t for t in objects if any(c.tag_ in ("$", "CD") for c in t.children)]
    if sums == objects and not any(c.dep_ in ("nsubj", "aux", "auxpass", "dative") for c in verb.children):
        verb.tag_ = "VBN"
        for token in sums:
            token.dep_ = "npadvmod"


def made_to(noun: Token, vocab: Vocabulary) -> None:
    """ "forced the plane to land": behind "to" and the object of a verb that makes somebody do it, a bare noun is what he does."""
    to, verb = noun.head, noun.head.head
    bare = not any(True for _ in noun.children) and noun.i == to.i + 1
    if not bare or noun.lemma_ not in vocab.words("made-to-do") or verb.lemma_ not in vocab.words("making-do-verbs"):
        return
    if any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        noun.tag_, noun.pos_, noun.dep_, noun.head = "VB", "VERB", "xcomp", verb
        to.tag_, to.pos_, to.dep_, to.head = "TO", "PART", "aux", noun


def at_level(level: Token, vocab: Vocabulary) -> None:
    """ "Copper at record high": a headline that puts a thing at a level says that it is there; mended in place as its verb."""
    where = level.head
    thing = where.head
    if level.lemma_.lower() not in vocab.words("level-nouns") or where.lower_ not in vocab.words("level-prepositions"):
        return
    if thing.dep_ != "ROOT" or thing.pos_ not in ("NOUN", "PROPN") or thing.i + 1 != where.i or where.dep_ != "prep":
        return
    (where.lemma_,) = vocab.words("level-verbs")
    where.tag_, where.pos_, where.dep_, where.head = "VBZ", "VERB", "ROOT", where
    for child in [c for c in thing.children if c.i > where.i]:
        child.head = where
    thing.head, thing.dep_ = where, "nsubj"
    level.dep_, level.tag_, level.pos_ = "dobj", "NN", "NOUN"
