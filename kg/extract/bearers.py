"""Of whom a relative clause tells, and who is what a noun says: "Chile, a producer of lithium", "one of those that …"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.coordination import PASSIVE, SUBJECTS, conjuncts, first_conjunct
from kg.extract.tokens import Token

_SINGULAR = frozenset({"NN", "NNP", "JJ"})


def antecedents(token: Token) -> list[Token]:
    """A relative pronoun stands for the noun that its clause hangs on; after a comma perhaps for the phrase around that noun."""
    if token.lower_ == "what" and token.dep_ == "dobj" and (told := _cleft(token.head)):
        return told
    if both := _of_which(token):
        return both
    said = token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj"))
    if not said or token.lower_ not in ("which", "that", "who", "whom"):
        return [token]
    clause = token
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl":
        return [token]
    noun = clause.head
    if noun.dep_ == "pobj" and token.i > 0 and token.nbor(-1).text == "," and noun.head.head.pos_ == "NOUN":
        place = noun.ent_type_ in ("GPE", "LOC", "FAC") or (noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON")
        several = token.head.tag_ == "VBP" and noun.tag_ == "NNP" and noun.head.head.tag_ == "NNS"  # the verb agrees
        if token.lower_ in ("who", "whom") and (place or several):
            whole = noun.head.head  # "the fishermen of Colón, who …", "the residents of the village of Colón, who …"
            return [whole.head.head if whole.dep_ == "pobj" and whole.head.head.tag_ == "NNS" else whole]
        if token.lower_ == "which" and place and (noun.ent_type_ == "FAC" or token.dep_ == "nsubj"):
            return [noun]  # "power from Itaipu, which …"
        agreeing = [t for t in (noun, noun.head.head) if _agrees(t, token)]
        if len(agreeing) == 1:
            return agreeing  # "smelters in the country, which produces …"
        return [noun, noun.head.head]
    return list(_one_of(noun)) or _titled(token, noun) or all_told(token, clause)


def _titled(relative: Token, title: Token) -> list[Token]:
    """Whose title it is behind which "who" stands: "said Winston Peters, the foreign minister, who praised Jakarta"."""
    named = title.dep_ == "appos" and title.head.pos_ == "PROPN" and title.head.ent_type_ == "PERSON"
    return [title.head] if named and title.pos_ == "NOUN" and relative.lower_ == "who" else []


def _agrees(noun: Token, relative: Token) -> bool:
    """Can a noun be the subject of a relative clause, by the number of the verb?"""
    if relative.dep_ not in (*SUBJECTS, *PASSIVE) or noun.pos_ != "NOUN":
        return True
    many = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    return _finite(relative.head).tag_ != ("VBZ" if many else "VBP")


def _finite(clause: Token) -> Token:
    """The word of a clause that agrees with its subject: its first auxiliary, else its verb."""
    return next((c for c in clause.lefts if c.dep_ in ("aux", "auxpass")), clause)


def all_told(relative: Token, clause: Token) -> list[Token]:
    """Of whom a clause tells that stands behind several: "Chad and Mali, which have sent troops", but "which has" of the last."""
    first = clause.head
    if relative.dep_ in (*SUBJECTS, *PASSIVE) and first.tag_ in _SINGULAR and _of_many(clause):
        above = [first]  # "six Danes and a Czech who were kidnapped": the verb agrees with all
        while above[-1].dep_ in ("conj", "appos") and above[-1].head.pos_ in ("NOUN", "PROPN", "ADJ"):
            above.append(above[-1].head)
        whole = {t.i: t for a in above for t in (a, *(c for c in a.children if c.dep_ == "conj")) if t.i < relative.i}
        if len(above) > 1:
            return [whole[i] for i in sorted(whole)]
    joined = [c for c in conjuncts(first) if first.i < c.i < relative.i]
    shared = relative.dep_ == "pobj" and all(c.left_edge == c for c in joined)  # "the neodymium and terbium on which they depend"
    if not (shared or relative.dep_ in (*SUBJECTS, *PASSIVE, "dobj")) or not joined:
        return [first]
    verb = _finite(clause)
    single = relative.dep_ not in ("dobj", "pobj") and (verb.tag_ == "VBZ" or verb.lower_ == "was")
    return joined[-1:] if single else [first, *joined]


def _of_many(clause: Token) -> bool:
    """Does the verb of a clause agree with several?"""
    verb = _finite(clause)
    return verb.tag_ == "VBP" or verb.lower_ == "were"


def _of_which(token: Token) -> list[Token]:
    """All of whom a relative clause speaks: "Chad and Niger, both of which lack fuel"."""
    clause = token.head if token.lower_ in ("both", "all", "each") and token.head.dep_ == "relcl" else None
    pronouns = (p for c in token.children if c.lower_ == "of" for p in c.children if p.lower_ in ("which", "whom"))
    return list(conjuncts(first_conjunct(clause.head))) if clause is not None and any(pronouns) else []


def _cleft(verb: Token) -> list[Token]:
    """What a cleft sentence tells: "what the country lacks most is power" is that it lacks power."""
    told = [c for c in verb.head.children if c.dep_ == "attr"] if verb.dep_ == "csubj" and verb.head.lemma_ == "be" else []
    return [t for c in told for t in conjuncts(c)]


def _one_of(noun: Token) -> Iterator[Token]:
    """Who is said to be one of several: "Canada is one of the few countries that have cobalt"."""
    one = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and one.lower_ == "one" and one.dep_ == "attr":
        yield from (t for c in one.head.children if c.dep_ in SUBJECTS for t in conjuncts(c))


def bearers(noun: Token) -> Iterator[Token]:
    """Who is what the noun says: the subject of a copula, the noun in apposition ("Chile, a producer of lithium")."""
    first = first_conjunct(noun)
    if first.dep_ == "attr" or (first.dep_ in ("advmod", "acomp") and first.head.pos_ == "AUX"):
        yield from (s for c in first.head.children if c.dep_ in SUBJECTS for s in conjuncts(c))
    elif first.dep_ == "nsubj" and first.head.lemma_ == "be":  # "the biggest exporter of gas is Equinor"
        yield from (n for c in first.head.rights if c.dep_ == "attr" and c.pos_ == "PROPN" for n in conjuncts(c))
    elif first.dep_ == "appos":
        yield first.head
    elif first.dep_ == "pobj" and first.head.lower_ in ("of", "among"):
        yield from _counted_among(first.head)
    yield from (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN")


def _counted_among(preposition: Token) -> Iterator[Token]:
    """Who is told to be one of several: "Qatar, one of the biggest exporters of gas", "Chile is among the largest producers"."""
    above = preposition.head
    if preposition.lower_ == "of":
        if above.lower_ == "one" and above.dep_ in ("attr", "appos"):
            yield from bearers(above)
    elif above.pos_ == "AUX":
        yield from (s for c in above.children if c.dep_ in SUBJECTS for s in conjuncts(c))
    elif above.pos_ == "PROPN" and preposition.nbor(-1).text == ",":
        yield above
