"""Of whom a pronoun speaks before all others: whom a charge names, who is given something, who met, of whom a clause tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.governor import verb_above
from kg.extract.tokens import Token
from kg.extract.words import MUTUAL
from kg.model import ActorType, Sector
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from kg.extract.entries import Entry

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_GIVING = ("aid", "supply", "invest")
_JUDGING = ("accuse", "sanction", "support", "threaten")
_HOSTILE = ("accuse", "sanction", "coerce", "assault", "seize")
_STAFF = frozenset({"of", "for", "from"})


def blamed(pronoun: Token, vocab: Vocabulary) -> Token | None:
    """Of whom a charge speaks: "criticised Japan, saying it had …", "filed a complaint against Chad, alleging it armed rebels".

    So is whom a participle accuses: "sued Chad at a tribunal, accusing it of piracy", and who is accused of saying that he would do
    something. What is still to come one says of oneself ("saying it would respond").
    """
    clause = pronoun.head
    if pronoun.dep_ == "poss":
        return _for_its(pronoun, vocab) or _given(pronoun, vocab) or _hit_too(pronoun, vocab)
    if pronoun.dep_ == "dobj" and clause.dep_ == "advcl" and clause.tag_ == "VBG":
        return _charged(clause, vocab) if _charges(clause, vocab) else None
    if pronoun.dep_ not in _SUBJECTS or clause.dep_ != "ccomp":
        return None
    saying = clause.head
    if saying.dep_ == "pcomp" and saying.head.head.pos_ == "VERB":
        return _charged(saying, vocab, saying.head.head)
    if any(c.tag_ == "MD" for c in clause.children):
        return None
    if saying.dep_ != "advcl" or saying.tag_ != "VBG" or ("verb", saying.lemma_.lower()) not in vocab.reports:
        return None
    return _charged(saying, vocab)


def of_itself(pronoun: Token, vocab: Vocabulary) -> Token | None:
    """Who says in a second clause what "it" has done or will do speaks of itself: "Oman accused Chad, but Chad said it had …"."""
    saying = pronoun.head.head
    if pronoun.dep_ not in _SUBJECTS or pronoun.head.dep_ != "ccomp" or saying.dep_ not in ("conj", "advcl"):
        return None
    if ("verb", saying.lemma_.lower()) not in vocab.reports:
        return None
    return next((c for c in saying.lefts if c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN")), None)


def _charges(verb: Token, vocab: Vocabulary) -> bool:
    return vocab.evokes("verb", verb.lemma_, ("accuse",))


def _charged(saying: Token, vocab: Vocabulary, verb: Token | None = None) -> Token | None:
    """Whom the verb above a participle charges: "Chad" of "files a lawsuit against Chad with the court, saying …"."""
    verb = verb or saying.head
    if not _charges(verb, vocab):
        return None
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    behind = [p for o in (verb, *objects) for p in o.children if p.dep_ == "prep" and p.lower_ == "against" and p.i < saying.i]
    return next((c for p in behind for c in p.children if c.dep_ == "pobj"), next(iter(objects), None))


def _for_its(pronoun: Token, vocab: Vocabulary) -> Token | None:
    """Who is blamed, praised or punished for what is his: "fined Chile over its dams", "calls Oman a pariah over its raid"."""
    why = pronoun.head.head
    if pronoun.head.dep_ != "pobj" or why.lower_ not in ("over", "for"):
        return None
    verb = why.head if why.head.pos_ in ("VERB", "AUX") else verb_above(why)
    if verb is None or not vocab.evokes("verb", verb.lemma_, _JUDGING):
        return None
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubj") and verb.i < c.i < why.i]
    for noun in objects:
        if vocab.evokes("noun", noun.lemma_, _JUDGING):
            upon = (p for t in (noun, verb) for p in t.children if p.dep_ == "prep" and p.lower_ in ("on", "against"))
            return next((c for p in upon if p.i < why.i for c in p.children if c.dep_ == "pobj"), None)
    return next((c for c in objects if c.pos_ == "PROPN"), None)


def _hit_too(pronoun: Token, vocab: Vocabulary) -> Token | None:
    """Whose things are taken or broken in the same breath as he is struck: "blacklisted the miner and froze its assets"."""
    verb = pronoun.head.head
    first = verb.head
    if pronoun.head.dep_ != "dobj" or verb.dep_ != "conj" or verb.lemma_.lower() not in vocab.words("despoiling-verbs"):
        return None
    if any(c.dep_ in _SUBJECTS for c in verb.children) or not vocab.evokes("verb", first.lemma_, _HOSTILE):
        return None
    struck = (c for c in first.children if c.dep_ == "dobj" and c.i < verb.i)
    return next((c for c in struck if c.pos_ == "PROPN" or c.lemma_.lower() in vocab.roles), None)


def _given(pronoun: Token, vocab: Vocabulary) -> Token | None:
    """Who gets money or goods to do something for what is his: "a loan to Chad to pay its soldiers"."""
    clause = verb_above(pronoun)
    if clause is None or clause.tag_ != "VB" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.lefts):
        return None
    above = clause.head
    if above.dep_ == "pobj":
        return above if above.head.lower_ == "to" and _gives(above.head.head, vocab) else None
    for act in (above, *(c for c in above.children if c.dep_ == "dobj" and c.i < clause.i)):
        if _gives(act, vocab):
            to = (c for p in act.children if p.dep_ == "prep" and p.lower_ == "to" and p.i < clause.i for c in p.children)
            one = (c for c in act.children if c.dep_ == "dative" and c.pos_ in ("NOUN", "PROPN"))
            if (receiver := next((c for c in (*one, *to) if c.pos_ in ("NOUN", "PROPN")), None)) is not None:
                return receiver
    return None


def _gives(act: Token, vocab: Vocabulary) -> bool:
    return vocab.evokes("verb" if act.pos_ == "VERB" else "noun", act.lemma_, _GIVING)


def hung_on(pronoun: Token) -> Token | None:
    """The subject of the told clause that the pronoun's own hangs on, nearer than who tells it.

    "Officials say that six miners died when a bomb hit their lorry" speaks of the miners' lorry.
    """
    clause = verb_above(pronoun)
    if clause is None or clause.dep_ != "advcl" or clause.head.dep_ != "ccomp" or clause.i < clause.head.i:
        return None
    if not any(c.dep_ in _SUBJECTS for c in clause.lefts) or not any(c.dep_ in ("mark", "advmod") for c in clause.lefts):
        return None
    return next((c for c in clause.head.lefts if c.dep_ in _SUBJECTS and c.pos_ in ("NOUN", "PROPN")), None)


def asked(pronoun: Token, vocab: Vocabulary) -> Token | None:
    """Who is asked to let go of what "they" did something to: "called on the army to free a man whom they have held".

    So is who is asked for what "it" has promised: "urged Japan to pay the money that it pledged", but not "that it needs".
    """
    clause = verb_above(pronoun)
    promised = clause is not None and clause.lemma_.lower() in vocab.words("promising-verbs")
    if (
        not (pronoun.lower_ == "they" or (promised and pronoun.lower_ == "it"))
        or pronoun.dep_ not in _SUBJECTS
        or clause is None
        or clause.dep_ != "relcl"
    ):
        return None
    act = clause.head.head
    if clause.head.dep_ != "dobj" or act.dep_ not in ("xcomp", "ccomp", "advcl") or not any(c.tag_ == "TO" for c in act.lefts):
        return None
    if subject := next((c for c in act.lefts if c.dep_ == "nsubj"), None):
        return subject
    beside = [c for c in act.head.children if act.head.i < c.i < act.i]
    behind = (c for p in beside if p.dep_ == "prep" and p.lower_ in ("on", "upon", "to") for c in p.children if c.dep_ == "pobj")
    return next((c for c in beside if c.dep_ in ("dobj", "dative")), None) or next(behind, None)


def giver_beside(noun: Token, vocab: Vocabulary) -> Token | None:
    """Who gives "the country" something or puts money into it, as the subject of its verb: another, and so is whose name is in his.

    "Masdar, an Emirati firm, will supply the country with power" does not speak of the Emirates, nor "American investors will put
    billions into the country" of America.
    """
    above = noun.head if noun.dep_ in ("dobj", "dative") else noun.head.head
    if noun.dep_ not in ("dobj", "dative") and not (noun.dep_ == "pobj" and noun.head.lower_ in ("to", "into")):
        return None
    if above.pos_ != "VERB" or not _gives(above, vocab):
        return None
    subject = next((c for c in above.lefts if c.dep_ == "nsubj"), None)
    while subject is None and above.dep_ in ("xcomp", "acomp") and above.head != above:
        above = above.head
        subject = next((c for c in above.lefts if c.dep_ == "nsubj"), None)
    return subject if subject is not None and subject.pos_ in ("PROPN", "NOUN") else None


def only_told(entry: Entry, vocab: Vocabulary) -> bool:
    """Is it a paper or a station that is only told something or whose people speak: "told Reuters", "Costa of NBC News"?"""
    known = vocab.entities.get(entry.referent.entity or "")
    if known is None or known.sector is not Sector.MED or known.type is ActorType.PERSON:
        return False
    token = entry.token
    if token.dep_ == "pobj":
        staff = token.head.lower_ in _STAFF and (token.head.head.pos_ == "PROPN" or token.head.head.lemma_.lower() in vocab.roles)
        return staff or token.head.lower_ in ("to", "with")
    return token.dep_ in ("dobj", "dative") and ("verb", token.head.lemma_.lower()) in vocab.reports


def of_town(entry: Entry, vocab: Vocabulary) -> bool:
    """Does a state only stand before a town of it, which is the one that goes on: "the US city of Reno says that it is broke"?"""
    token = entry.token
    return token.dep_ in ("amod", "compound", "nmod") and token.head.lemma_.lower() in vocab.words("settlement-nouns")


def met(pronoun: Token, vocab: Vocabulary) -> Iterator[Token]:
    """The two of whom the sentence before says that they met: "The king visited Costa. They discussed oil"."""
    start = pronoun.sent.start
    if start == 0 or pronoun.dep_ not in _SUBJECTS or pronoun.head != pronoun.sent.root:
        return
    verb = pronoun.doc[start - 1].sent.root
    if not vocab.evokes("verb", verb.lemma_, MUTUAL):
        return
    beside = (c for c in verb.children if c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ == "with"))
    other = next((g for c in beside for g in ((c,) if c.dep_ == "dobj" else c.children) if g.pos_ == "PROPN"), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    if other is not None and subject is not None:
        yield from (subject, other)
