"""Whom a pronoun cannot stand for: who else is named in its clause, who speaks of others; nobody behind "it is clear that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.coordination import first_conjunct
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.quoting import opening, speakers
from kg.extract.tokens import Token
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from kg.extract.coref import Discourse
    from kg.extract.entries import Entry

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_OPPOSITE = {**dict.fromkeys(_HE, _SHE), **dict.fromkeys(_SHE, _HE)}
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj"})
# Complements that share the subject of the verb above them, where they have none of their own.
_SHARING = frozenset({"xcomp", "conj", "advcl"})


def excluded(discourse: Discourse, block: Block, pronoun: Token) -> list[Referent]:
    """Those for whom a pronoun cannot stand: what the other arguments of its verb refer to, and who speaks of "him" or "her".

    "The envoy met the king and thanked him" leaves the king: subject and object of one verb are not the same, save in "himself"
    (Chomsky's principle B). Nor does the speaker of a quotation call himself "he".
    """
    beside = (t for t in _beside(pronoun) if not _where(t, discourse.vocab))
    found = [r for t in (*beside, *_taken(pronoun, discourse.vocab)) for r in discourse.referents(block, t)]
    if pronoun.tag_ in ("PRP", "PRP$") and pronoun.lower_ in ("he", "him", "his", "she", "her", "hers") and opening(pronoun):
        said = (t for t in speakers(pronoun, Lexicon(discourse.vocab)) if t.pos_ in ("NOUN", "PROPN"))
        found += [r for t in list(said)[:1] for r in discourse.referents(block, t)]
    if others := _OPPOSITE.get(pronoun.lower_):  # "he" who is named cannot be the "her" of the same sentence
        earlier = (t for t in pronoun.doc[pronoun.sent.start : pronoun.i] if t.lower_ in others)
        found += [r for t in earlier for r in discourse.referents(block, t)]
    return found


def of_a_thing(pronoun: Token, block: Block) -> bool:
    """Does a possessor take up the thing that is the subject of its verb: "cocoa futures have lost half their value"?"""
    verb = pronoun.head.head if pronoun.head.dep_ == "dobj" else None
    if (
        verb is None
        or pronoun.lower_ not in ("its", "their")
        or any(c.dep_ in ("dative", "prep") for c in verb.children if c.i < pronoun.i)
    ):
        return False
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NOUN"), None)
    if subject is None or (subject.tag_ == "NNS") is not (pronoun.lower_ == "their"):
        return False
    return block.referent(subject).kind in (Kind.RESOURCE, Kind.OTHER) and block.vocab.evokes("verb", verb.lemma_, ("value",))


def _taken(pronoun: Token, vocab: Vocabulary) -> Iterator[Token]:
    """Whose that is of which a clause tells that it is taken or struck: "the parts of Chad that it occupies" is not Chad's act."""
    clause = pronoun.head
    if pronoun.dep_ not in _SUBJECTS or clause.dep_ != "relcl" or not vocab.evokes("verb", clause.lemma_, ("seize", "assault")):
        return
    noun = clause.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    before = (t for t in noun.subtree if t.i < pronoun.i)
    yield from (t for t in before if t.i in (noun.i, clause.head.i) or t.dep_ in ("pobj", "poss", "amod"))


def _where(city: Token, vocab: Vocabulary) -> bool:
    """Does a city only say where something is done: "Ukraine said it shot down drones over Kyiv"?"""
    if city.dep_ != "pobj" or city.head.lower_ not in vocab.words("place-prepositions") - {"from", "to", "into"}:
        return False
    place = vocab.place_called(city.text)
    return place is not None and place.country is not None


def _beside(pronoun: Token) -> Iterator[Token]:
    """The other arguments of the verb of which a pronoun is one: its subject, or what stands behind it where it is the subject."""
    if pronoun.dep_ in _SUBJECTS:
        others = (t for t in _behind(pronoun.head) if t.pos_ in ("NOUN", "PROPN"))
        yield from (t for t in others if not any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in t.lefts))  # "he met his rival"
        return
    if pronoun.dep_ not in _OBJECTS or pronoun.lower_.endswith(("self", "selves")):
        return
    verb = pronoun.head
    if pronoun.dep_ == "pobj":
        verb = pronoun.head.head
    if verb.pos_ not in ("VERB", "AUX"):
        return
    yield from (t for t in _behind(verb) if t.i < pronoun.i and t.pos_ in ("NOUN", "PROPN"))
    while True:
        if subject := next((c for c in verb.children if c.dep_ in _SUBJECTS), None):
            yield from (t for t in (subject, *subject.conjuncts) if t.lower_ not in ("who", "which", "that"))
            return
        if verb.dep_ not in _SHARING or verb.head.pos_ not in ("VERB", "AUX"):
            return
        verb = verb.head


def _behind(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "agent", "prep"):
            yield from (child,) if child.dep_ == "dobj" or child.pos_ != "ADP" else (c for c in child.children if c.dep_ == "pobj")


def said_again(pronoun: Token, alike: frozenset[str]) -> Token | None:
    """The subject before it in the sentence that is the same pronoun: "as they ran, police fired at them"."""
    verbs = {pronoun.head, pronoun.head.head} if pronoun.dep_ == "pobj" else {pronoun.head}
    for earlier in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]):
        if earlier.lower_ in alike and earlier.dep_ in _SUBJECTS:
            sharing = pronoun.dep_ in _OBJECTS and earlier.head in verbs
            return None if sharing else earlier
    return None


def possessor_beside(pronoun: Token) -> Token | None:
    """Whose something is that is named beside him, or in the clause before its own: nearer than the subject of it all.

    "accuses Awori and his party of fraud", "if the rebels attack Chad, their leader will be hit".
    """
    thing = pronoun.head
    if thing.dep_ == "conj" and thing.head.dep_ in _OBJECTS and thing.head.i < pronoun.i:
        return thing.head
    if thing.dep_ not in _SUBJECTS:
        return None
    before = (c for c in thing.head.lefts if c.dep_ == "advcl" and c.i < pronoun.i and any(m.dep_ == "mark" for m in c.lefts))
    return next((s for clause in before for s in clause.lefts if s.dep_ in _SUBJECTS), None)


def thing_before(block: Block, it: Token) -> Token | None:
    """The thing that "it" takes up as the subject before it, and so nobody: "The storm hit Cuba. Police said it killed nine"."""
    verb = it.head
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _thing(block, verb.head)
    said = verb.head if verb.dep_ == "ccomp" else verb
    start = it.sent.start
    if said.dep_ != "ROOT" or start == 0:
        return None
    return _thing(block, it.doc[start - 1].sent.root)


def _thing(block: Block, verb: Token) -> Token | None:
    """The subject of a verb if it is a single thing, no person, body or place."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ not in ("NN", "CD") or subject.ent_type_ in ("ORG", "GPE", "NORP", "PERSON"):
        return None
    theirs = any(c.dep_ in ("poss", "compound", "nmod", "amod") and c.i in block.names for c in subject.children)
    done = any(c.dep_ == "agent" for c in verb.children)
    return None if theirs or done or block.referent(subject).kind in (Kind.ACTOR, Kind.PLACE) else subject


def bound(found: list[Referent], barred: list[Referent]) -> bool:
    """Is one of those found one for whom the pronoun cannot stand?"""
    return any(_same(one, other) for one in found for other in barred)


def gender_of(referent: Referent, vocab: Vocabulary) -> str | None:
    """Of which gender somebody is, as far as it is known or the words say: "the spokeswoman", "Mrs Costa", "Elena Costa"."""
    if referent.gender or not referent.person:
        return referent.gender
    names = referent.mention.name.lower().split()
    words = {*names[:-1], *(w for w in referent.mention.text.lower().split() if w not in names)}
    if not names:
        words.add(referent.mention.head)
    if words & vocab.words("female-words"):
        return "female"
    return "male" if words & vocab.words("male-words") else None


def gender_beside(entry: Entry, vocab: Vocabulary) -> str | None:
    """Of which gender somebody is, as his own words say or those that he stands beside: "her husband Bo", "Bo, her husband"."""
    if (known := gender_of(entry.referent, vocab)) or not entry.referent.person:
        return known
    token = entry.token
    beside = [token.head] if token.dep_ == "appos" else [c for c in token.rights if c.dep_ == "appos"]
    words = {t.lemma_.lower() for t in beside if t.pos_ == "NOUN"}
    return "female" if words & vocab.words("female-words") else "male" if words & vocab.words("male-words") else None


def _same(one: Referent, other: Referent) -> bool:
    """Are two one and the same, or called by the same word?"""
    if one.entity or other.entity:
        return one.entity == other.entity and one.plural == other.plural
    first, second = (r.mention.antecedent or r.mention for r in (one, other))
    if first.span == second.span:
        return True
    named = first.name or second.name
    return bool(first.name == second.name if named else first.head and first.head == second.head)


def impersonal(it: Token, vocab: Vocabulary) -> bool:
    """Does "it" only hold the place of a clause: "it is clear that …", "it took three days to …", "it was reported that …"?"""
    verb = it.head
    if it.lower_ != "it" or it.dep_ not in ("nsubj", "nsubjpass", "expl") or it.i > verb.i:
        return False
    clauses = [c for t in (verb, *verb.children) for c in t.children if c.i > verb.i and c.dep_ in _CLAUSES]
    that = any(c.lower_ == "that" and c.dep_ == "mark" for t in clauses for c in t.children)
    to = any(c.lower_ == "to" and c.dep_ == "aux" for t in clauses for c in t.children)
    lemma = verb.lemma_.lower()
    if lemma in vocab.words("impersonal-verbs") or (it.dep_ == "nsubjpass" and ("verb", lemma) in vocab.reports):
        return that
    if lemma == "take":
        return to
    said = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
    return lemma == "be" and (that or to) and any(c.lemma_.lower() in vocab.words("impersonal-adjectives") for c in said)


def same_clause_object(entry: Entry, token: Token) -> bool:
    """A pronoun that is an object does not refer to the subject of its own verb ("Kyiv praised it", "offered to supply it").

    Nor to one of several ("Chad and Niger rejected it").
    """
    subject = first_conjunct(entry.token)
    if token.dep_ not in ("dobj", "dative", "pobj") or subject.dep_ not in _SUBJECTS:
        return False
    verb = token.head if token.dep_ != "pobj" else token.head.head
    while verb.dep_ in ("xcomp", "conj") and verb.head != verb:
        if subject.head == verb:
            return True
        verb = verb.head
    return bool(subject.head == verb)


def in_own_clause(entry: Entry, token: Token, block: Block) -> bool:
    """Who is spoken to in a clause that a pronoun is the subject of is not the pronoun's ("Speaking to Smith, he said …").

    Nor is who is named behind a preposition of the pronoun's own verb ("In a letter to Smith he asked …").
    """
    if entry.block is not block or entry.token.sent.start != token.sent.start:
        return False
    if token.dep_ in _SUBJECTS and _under(entry.token, token.head):
        return True
    told = any(t.dep_ == "ccomp" and t.head == token.head for t in (entry.token, *entry.token.ancestors))
    if told and token.dep_ in _SUBJECTS and not any(t.text in ":;" for t in token.doc[entry.token.i : token.i]):
        return True  # "Smith was beaten, he said" was said by somebody else (principle C)
    for clause in entry.token.ancestors:
        if clause.dep_ == "advcl" and not any(c.dep_ in _SUBJECTS for c in clause.children):
            return any(c.dep_ in _SUBJECTS and c.lower_ == token.lower_ for c in clause.head.children)
    return False


def _under(token: Token, verb: Token) -> bool:
    """Does a noun stand in a verb's own clause, not as a possessor, which may be taken up ("In Smith's letter he asked …")?"""
    if token.dep_ == "poss":
        return False
    for above in token.ancestors:
        if above.dep_ == "poss" or above.pos_ in ("VERB", "AUX"):
            return above == verb
    return False
