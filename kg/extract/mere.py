"""What only sounds like an act: a court's hearing, letters of a kind, a truce that is in danger, lights that go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import Slots
from kg.extract.lexicon import Lexicon
from kg.extract.reader import under_of
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from kg.extract.found import Found

_SETTLED = frozenset({"retreat", "agree", "consult", "cooperate", "support"})
_CUT = frozenset({"sanction", "coerce"})


def merely(found: Found, lexicon: Lexicon) -> bool:
    """Is a word for an act one of procedure, of a paper or of a state of things?"""
    if _spoken_of(found.token, lexicon) or _of_no_person(found, lexicon) or _in_jest(found.token, lexicon):
        return True
    if _ruled_unlawful(found.token, lexicon) or _listed_charge(found.token, lexicon) or _to_account(found.token, lexicon):
        return True
    if found.relation in _SETTLED and _endangered(found, lexicon):
        return True
    if found.relation == "assault" and _of_old(found, lexicon):
        return True
    if found.relation == "accuse":
        return _heard(found, lexicon)
    if found.relation == "concede":
        return _discharged(found, lexicon)
    if found.relation == "supply":
        return _fitted(found, lexicon)
    if found.relation == "consult":
        return _by_letter(found, lexicon) or _whoever_comes(found, lexicon)
    if found.relation in _CUT:
        return _fails(found, lexicon)
    return found.relation == "protest" and _electoral(found, lexicon)


def _spoken_of(noun: Token, lexicon: Lexicon) -> bool:
    """Does a headline without a verb only say of what somebody speaks: "Oslo on talks with Moscow", but "teachers on strike"?"""
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or noun.head.lower_ != "on" or noun.head.dep_ != "prep":
        return False
    above = noun.head.head
    heads = above.dep_ == "ROOT" and above.pos_ in ("NOUN", "PROPN") and not any(c.dep_ in ("relcl", "acl") for c in above.children)
    speaks = heads and not lexicon.vocab.evokes("noun", above.lemma_.lower(), _ACTS) and lexicon.operator(above) is None
    return speaks and (noun.tag_ == "NNS" or noun.lemma_.lower() not in lexicon.words("engaged-nouns"))


def _in_jest(token: Token, lexicon: Lexicon) -> bool:
    """Is it only joked about, dreamt of or imagined: "joked about bombing Oslo", "dreams of selling oil"?"""
    word = token
    while word.dep_ in ("pcomp", "prep", "ccomp", "conj", "xcomp") and word.head != word:
        word = word.head
        if word.pos_ == "VERB" and word.lemma_.lower() in lexicon.words("jesting-verbs"):
            return word != token
    return False


def _ruled_unlawful(noun: Token, lexicon: Lexicon) -> bool:
    """Is an act only called unlawful, which accuses who does it: "ruled that Chad's occupation of Doba is illegal"?"""
    being = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ not in ("nsubj", "conj") or being.lemma_ != "be" or being.dep_ != "ccomp":
        return False
    return any(c.dep_ == "acomp" and c.lower_ in lexicon.words("unlawful-words") for c in being.children)


def _listed_charge(token: Token, lexicon: Lexicon) -> bool:
    """Is a gerund one of the charges that a sentence lists: "the charges include fraud and possessing a gun"?"""
    above = token.head
    listed = token.tag_ == "VBG" and token.dep_ in ("conj", "xcomp", "dobj") and above.lemma_ in ("include", "be")
    charges = lexicon.words("charge-nouns")
    return listed and any(c.dep_ == "nsubj" and c.lemma_.lower() in charges for c in above.children)


def _to_account(token: Token, lexicon: Lexicon) -> bool:
    """Is somebody called to account for what he did, and accounts for no share of anything?"""
    if (
        token.lemma_ not in lexicon.words("answering-for-verbs")
        or token.pos_ != "VERB"
        or token.dep_ not in ("advcl", "xcomp", "ccomp")
    ):
        return False
    return token.head.lemma_.lower() in lexicon.words("account-verbs") and any(c.lower_ == "to" for c in token.lefts)


def _of_no_person(found: Found, lexicon: Lexicon) -> bool:
    """Is it "it" that is killed or hurt: a bill, a pact, an animal?"""
    if found.relation != "assault" or found.token.pos_ != "VERB" or found.token.lemma_.lower() not in lexicon.words("bodily-harms"):
        return False
    struck = [c for c in found.token.children if c.dep_ in ("dobj", "nsubjpass")]
    return bool(struck) and all(t.lower_ == "it" for t in struck)


def _of_old(found: Found, lexicon: Lexicon) -> bool:
    """Does a participle only tell of the dead of a world war: "the graves of soldiers killed in World War I"?"""
    verb = found.token
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or found.roles.actors:
        return False
    when = (t for slot in ("in", "during") for t in found.filled.get(slot, ()))
    names, world = lexicon.words("world-war-heads"), lexicon.words("world-war-words")
    return any(world & {c.lower_ for c in u.subtree} and u.lemma_.lower() in names for t in when for u in t.subtree)


def _endangered(found: Found, lexicon: Lexicon) -> bool:
    """Is it told of a truce, of talks or ties that they are in danger: "threatening the ceasefire", "imperil the deal"?"""
    noun = found.token
    return (
        noun.pos_ == "NOUN"
        and noun.dep_ in ("dobj", "nsubjpass")
        and noun.head.lemma_.lower() in lexicon.words("imperilling-verbs")
    )


def _heard(found: Found, lexicon: Lexicon) -> bool:
    """Does a court hear a case, which is its business, or is a hearing held of which nobody is told who accuses whom?"""
    heard = [t for t in (found.token, *found.filled.get("obj", ())) if t.lemma_.lower() in lexicon.words("hearing-nouns")]
    courts = lexicon.words("court-nouns")
    doers = found.roles.actors
    return bool(heard) and (not doers or all(courts & set(r.mention.text.lower().split()) for r in doers))


def letter_of_kind(filled: Slots, vocab: Vocabulary) -> bool:
    """Is a letter what stands behind it: "a letter of support", "a letter of intent"?"""
    letters = (t for t in filled.get("obj", ()) if t.lemma_.lower() in vocab.words("letter-nouns"))
    return any(u.lemma_.lower() in vocab.words("letter-kinds") for t in letters for u in under_of(t))


def _by_letter(found: Found, lexicon: Lexicon) -> bool:
    """Is a letter only the form in which somebody says something: "handed him a note demanding that they leave"?"""
    letters = [t for t in found.filled.get("obj", ()) if t.lemma_.lower() in lexicon.words("letter-nouns")]
    if found.token.pos_ != "VERB" or not letters:
        return False
    saying = [c for t in letters for c in t.children if c.dep_ == "acl" and c.tag_ == "VBG"]
    saying += [c for c in found.token.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > letters[-1].i]
    return any(lexicon.vocab.evokes("verb", c.lemma_.lower(), _SPEECH) for c in saying)


def _discharged(found: Found, lexicon: Lexicon) -> bool:
    """Does somebody leave a hospital, well again: "was released from the hospital"?"""
    return any(t.lemma_.lower() in lexicon.words("care-places") for t in found.filled.get("from", ()))


def _fitted(found: Found, lexicon: Lexicon) -> bool:
    """Does a participle only say what a thing or a troop has: "destroyers equipped with radars", "a camp fitted with pumps"?"""
    verb = found.token
    said = verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl") and not any(c.dep_ == "agent" for c in verb.children)
    return said and verb.lemma_.lower() in lexicon.words("equipping-verbs")


def _whoever_comes(found: Found, lexicon: Lexicon) -> bool:
    """Are those who are received any visitors at all: "receives visitors in a house by the sea"?"""
    seen = found.filled.get("obj", ())
    bare = bool(seen) and all(t.lemma_.lower() in lexicon.words("guest-nouns") for t in seen)
    return bare and not any(
        c.dep_ in ("amod", "compound", "nummod", "relcl", "prep", "poss", "det") for t in seen for c in t.children
    )


def _fails(found: Found, lexicon: Lexicon) -> bool:
    """Is light, water or a line only gone, by nobody's hand and to nobody in particular: "power was cut off in the north"?"""
    roles = found.roles
    if roles.actors or not roles.resources or found.token.pos_ != "VERB" or not is_passive(found.token):
        return False
    if any(found.filled.get(slot) for slot in ("to", "for", "from")):
        return False
    return all(lexicon.vocab.is_kind(r.term or "", _MAINS) for r in roles.resources)


def _electoral(found: Found, lexicon: Lexicon) -> bool:
    """Is a rally one of a campaign: "held his first campaign rally"?"""
    rallies = [t for t in (found.token, *found.filled.get("obj", ())) if t.lemma_.lower() in lexicon.words("rally-nouns")]
    return any(c.lower_ in lexicon.words("campaign-words") for t in rallies for c in t.children if c.dep_ in ("compound", "amod"))


_ACTS = ("sanction", "assault", "coerce", "protest", "agree", "consult", "support", "reject", "accuse", "retreat", "request")
_SPEECH = ("request", "accuse", "support", "reject", "threaten", "concede")
_MAINS = frozenset({"resource/electricity", "resource/water", "resource/telecommunications"})
