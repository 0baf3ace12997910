"""What a predicate takes: syntactic slots of a verb, a noun or an adjective, each with the heads that fill it.

Slots: subj, obj, obj-poss, dative, attr, that (the subject of a clause below), self (who is what a noun says), poss, amod,
compound, or a preposition by its word; "under" of a copula turns the subject into obj ("X is under pressure from Y").
Labels are those of spaCy's English pipelines (ClearNLP dependencies).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.extract.tokens import Token
from kg.extract.voice import bare_participle, is_passive, small_clause

Slots = dict[str, list["Token"]]
_SUBJECTS = ("nsubj", "csubj")
_SAME = {"concerning": "about", "regarding": "about", "amongst": "among", "onto": "on"}
_PASSIVE = ("nsubjpass", "csubjpass")

# Who does what stands behind these did not therefore do what stands before: "arrested following a conviction by a judge".
_WHEN = frozenset({"after", "before", "following", "during", "since", "amid", "despite", "until", "ahead"})


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated below it; the names that follow a plural stand for it ("the firms Vale and Shell")."""
    if names := _by_name(token):
        yield from (t for name in names for t in conjuncts(name))
        return
    yield token
    for child in token.children:
        if child.dep_ == "conj" or (child.dep_ == "appos" and _listed(token, child)):
            yield from conjuncts(child)


def _by_name(noun: Token) -> list[Token]:
    """The names of those whom a plural noun counts, right behind it: "the defence contractors | Boeing and Raytheon"."""
    names = [c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == noun.i + 1]
    return [c for c in names if noun.tag_ == "NNS" and any(d.dep_ == "conj" and d.pos_ == "PROPN" for d in c.children)]


def _listed(first: Token, second: Token) -> bool:
    """Does only a comma join the two, as headlines do ("tariffs on beef, coffee")?"""
    side_by_side = second.left_edge.i == first.i + 2 and first.nbor(1).text == ","
    bare = not any(c.dep_ in ("det", "poss") for c in second.children) and second.tag_ == first.tag_
    return side_by_side and bare and first.sent[-1].text != "."


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that a token stands in."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def slots(token: Token) -> Slots:
    """The filled slots of a predicate word."""
    if token.pos_ in ("VERB", "AUX"):
        return verb_slots(token)
    if token.pos_ in ("ADJ", "ADV") or token.dep_ in ("acomp", "oprd"):
        return _adjective_slots(token)
    return noun_slots(token)


def verb_slots(verb: Token) -> Slots:
    """Slots of a verb; a passive's subject is its obj, its agent its subj. Read once; who asks gets a copy that he may fill."""
    read = verb.verb_slots
    if read is None:
        read = verb.verb_slots = _verb_slots(verb)
    return defaultdict(list, {slot: list(fillers) for slot, fillers in read.items()})


def _verb_slots(verb: Token) -> Slots:
    found: Slots = defaultdict(list)
    passive, bare = is_passive(verb), bare_participle(verb)
    for child in verb.children:
        if child.dep_ in _SUBJECTS and not _doubled(child):
            found["obj" if bare else "subj"].extend(conjuncts(child))
        elif child.dep_ in _PASSIVE or child.dep_ == "dobj":
            found["obj"].extend(conjuncts(child))
            found["for"].extend(_behind_name(child))
        elif child.dep_ in ("attr", "oprd", "acomp"):
            found["attr"].extend(conjuncts(child))
            _add_of_complement(found, child)
        elif child.dep_ == "agent":
            found["subj"].extend(_prepositional(child))
        elif child.dep_ == "dative":
            found["dative"].extend(_prepositional(child) if child.pos_ == "ADP" else conjuncts(child))
        elif small_clause(child):
            found["obj"].extend(t for c in child.children if c.dep_ == "nsubj" for t in conjuncts(c))
            found["attr"].append(child)
            _add_of_complement(found, child)
        elif child.dep_ == "ccomp":
            found["that"].extend(t for c in child.children if c.dep_ in _SUBJECTS + _PASSIVE for t in conjuncts(c))
        elif child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):
            # "asked for the pipeline to stay closed"
            found["for"].extend(t for c in child.children if c.dep_ in _SUBJECTS + _PASSIVE for t in conjuncts(c))
        elif child.dep_ in ("prep", "prt") or (child.pos_ == "ADP" and child.dep_ == "advmod"):
            _add_prepositions(found, child)
        elif child.dep_ == "advmod":
            _add_of_complement(found, child)
    _retained(verb, found)
    if bare and verb.head.lemma_ == "have":  # "had the managers arrested"
        found["subj"].extend(t for c in verb.head.children if c.dep_ == "nsubj" for t in conjuncts(c))
    if passive and not found["subj"]:
        # "was accused of murder by Chad": the agent may hang on what stands before it.
        inner = (t for c in verb.children if c.dep_ == "prep" and c.lower_ not in _WHEN for t in _prepositional(c))
        inner = (u for t in inner for u in (t, *(g for c in t.children if c.dep_ == "prep" for g in _prepositional(c))))
        found["subj"].extend(a for t in inner for p in t.children if p.lower_ == "by" for a in _prepositional(p))
    if verb.dep_ == "acl" and (passive or verb.tag_ == "VBG") and not found["obj" if passive else "subj"]:
        found["obj" if passive else "subj"].extend([verb.head] if passive else _doer(verb))
    if passive and not found["obj"]:
        found["obj"].extend(_raised(verb))
    if verb.tag_ == "VBN":
        _said_of_subject(verb, found, passive)
    if not passive:
        _fill_gap(verb, found)
    _inherit_from_conjunct(verb, found, passive)
    for fillers in found.values():
        fillers[:] = [a for t in fillers for a in _antecedents(t)]
    found["obj-poss"] = [p for t in found["obj"] for c in t.children if c.dep_ == "poss" for p in conjuncts(c)]
    return found


def _retained(verb: Token, found: Slots) -> None:
    """Who is given something stands as the subject of its passive: "the firm was granted a licence"."""
    given = [t for c in verb.children if c.dep_ == "dobj" and not c.ent_type_ for t in conjuncts(c)]
    receivers = [t for c in verb.children if c.dep_ == "nsubjpass" for t in conjuncts(c)]
    if given and receivers and not found["dative"]:
        found["obj"], found["dative"] = given, receivers


# Behind these a passive gerund tells what befell the subject of the clause.
_SEQUEL = frozenset({"after", "before", "since", "upon", "following", "despite", "by", "while", "without"})


def _said_of_subject(participle: Token, found: Slots, passive: bool) -> None:
    """A participle is said of the subject of what it hangs on: "Prodded by Denmark, the Commission …", "is opposed to the plan"."""
    above = participle.head
    # "appeared in court, charged with murder", "stand accused of theft"
    suffered = passive or not any(c.dep_ in ("nsubj", "aux", "dobj", "mark", "advmod") for c in participle.children)
    if participle.dep_ == "advcl" and suffered and not found["obj"] and above.pos_ == "VERB":
        found["obj"].extend(t for c in above.children if c.dep_ in _SUBJECTS + _PASSIVE for t in conjuncts(c))
    if participle.dep_ == "pcomp" and passive and not found["obj"] and above.lower_ in _SEQUEL:
        clause = above.head if above.head.pos_ in ("VERB", "AUX") else above.head.head  # "died after being shot", "is ablaze after"
        while clause.dep_ in ("xcomp", "conj") and not any(c.dep_ in _SUBJECTS + _PASSIVE for c in clause.children):
            clause = clause.head
        found["obj"].extend(t for c in clause.children if c.dep_ in _SUBJECTS + _PASSIVE for t in conjuncts(c))
    if participle.dep_ == "acomp" and not found["subj"] and above.pos_ == "AUX":
        found["subj"].extend(t for c in above.children if c.dep_ == "nsubj" for t in conjuncts(c))


def _raised(passive: Token) -> Iterator[Token]:
    """Of whom is said that they suffered: "ten officers are said to have been captured", "two seem to have been killed"."""
    above = passive.head
    below = passive.dep_ == "xcomp" and any(c.lower_ == "to" and c.dep_ == "aux" for c in passive.children)
    if below and above.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in above.children):
        yield from verb_slots(above)["obj" if is_passive(above) else "subj"]


def _fill_gap(verb: Token, found: Slots) -> None:
    """A relative clause without a pronoun lacks what it hangs on: "the gas | Russia sells to Turkey", "the ore it depends on"."""
    top = verb
    while top.dep_ == "xcomp" and top.head.pos_ == "VERB":
        top = top.head
    noun = top.head
    if top.dep_ != "relcl" or found["obj"] or noun.ent_type_ in ("DATE", "TIME") or noun.lemma_ in ("way", "reason", "moment"):
        return
    words = [t for t in top.lefts if t.dep_ != "punct"]
    inside = [w for t in words for w in t.subtree]
    pronoun = any(w.tag_[:1] == "W" or (w.lower_ == "that" and w.dep_ != "mark") for w in inside)
    bare = any(t.dep_ == "nsubj" for t in words) and not pronoun
    if not bare or any(c.dep_ in ("xcomp", "ccomp", "acomp", "attr") for c in verb.children):
        return
    stranded = next((c for c in verb.rights if c.dep_ == "prep" and not any(True for _ in c.children)), None)
    found[stranded.lower_ if stranded is not None else "obj"].append(noun)


def _doubled(subject: Token) -> bool:
    """Is a name the next subject of the same verb? A verb has one: the parser has parted a title from its name."""
    others = [c for c in subject.head.children if c.dep_ == "nsubj" and c.i > subject.i]
    return subject.dep_ == "nsubj" and any(c.ent_type_ == "PERSON" and c.i < subject.head.i for c in others)


def _antecedents(token: Token) -> list[Token]:
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
        return [noun, noun.head.head]
    return list(_one_of(noun)) or all_told(token, clause)


def all_told(relative: Token, clause: Token) -> list[Token]:
    """Of whom a clause tells that stands behind several: "Chad and Mali, which have sent troops", but "which has" of the last."""
    first = clause.head
    joined = [c for c in conjuncts(first) if first.i < c.i < relative.i]
    if relative.dep_ not in (*_SUBJECTS, *_PASSIVE, "dobj") or not joined:
        return [first]
    verb = next((c for c in clause.lefts if c.dep_ in ("aux", "auxpass")), clause)
    single = relative.dep_ != "dobj" and (verb.tag_ == "VBZ" or verb.lower_ == "was")
    return joined[-1:] if single else [first, *joined]


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
        yield from (t for c in one.head.children if c.dep_ in _SUBJECTS for t in conjuncts(c))


def _doer(participle: Token) -> list[Token]:
    """Whose act a participle behind a noun is: the noun's, but behind a place or a date its clause's subject's
    ("struck the port of Odesa, killing two").
    """
    noun = participle.head
    if noun.ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "TIME") or noun.dep_ not in ("pobj", "appos", "npadvmod", "conj"):
        return [noun]
    above = noun
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    return list(verb_slots(above)["subj"]) if above.pos_ == "VERB" and above != participle else [noun]


def _inherit_from_conjunct(verb: Token, found: Slots, passive: bool) -> None:
    """A coordinated verb without a subject shares the first one's; an object that comes last is shared backwards."""
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        first = verb.head
        above = verb_slots(first)
        if passive and not found["obj"]:  # "led a union but was arrested" too
            found["obj"].extend(above["obj"] if is_passive(first) else above["subj"])
        if not found["subj"] and not passive:
            # "was promised gas and offered ore"
            undergoing = [t for c in first.children if c.dep_ in _PASSIVE for t in conjuncts(c)]
            found["subj"].extend((undergoing or above["obj"]) if is_passive(first) else above["subj"])
    elif not passive and not found["obj"] and not any(c.dep_ in ("xcomp", "ccomp", "prep", "prt", "dative") for c in verb.children):
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ in _SUBJECTS + _PASSIVE for c in child.children):
                found["obj"].extend(t for c in child.children if c.dep_ == "dobj" for t in conjuncts(c))


def _prepositional(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield from conjuncts(child)
        elif child.dep_ in ("prep", "conj") and child.pos_ in ("ADP", "SCONJ"):
            yield from _prepositional(child)


def _add_prepositions(found: Slots, preposition: Token) -> None:
    """Objects of a preposition under its word; nested ones ("out of X") under the inner word; coordinated ones under their own."""
    word = _SAME.get(preposition.lower_, preposition.lower_)
    if word == "according":
        return  # who says so is no argument
    if word == "with" and preposition.i > 0 and preposition.nbor(-1).lower_ in ("together", "along") and found["subj"]:
        word = "subj"  # "Turkey, together with Qatar, mediated"
    for child in preposition.children:
        if child.dep_ == "pobj" and word == "with" and any(c.dep_ == "prep" and c.lower_ == "as" for c in child.children):
            continue  # "with Oman as mediator": the part that somebody plays beside the parties
        if child.dep_ == "pobj":
            found[word].extend(conjuncts(child))
            found["for"].extend(_behind_name(child))
        elif child.dep_ in ("prep", "conj", "cc") and child.pos_ in ("ADP", "SCONJ"):
            _add_prepositions(found, child)
        elif child.dep_ == "amod" and word == "as":
            found[word].append(child)  # "described the law as barbaric"
        elif child.dep_ == "pcomp" and word == "with" and child.tag_ == "VB":
            # "signed a contract with a Chinese firm to drill": with whom, not only what for
            found[word].extend(t for c in child.children if c.dep_ == "nsubj" for t in conjuncts(c))


def _behind_name(name: Token) -> Iterator[Token]:
    """A name has no purpose: what stands behind "for" on one is the predicate's ("relies on China | for magnets")."""
    for child in name.children if name.pos_ == "PROPN" else ():
        if child.dep_ == "prep" and child.lower_ == "for" and not child.ent_type_:
            yield from _prepositional(child)


def _add_of_complement(found: Slots, complement: Token) -> None:
    """What hangs on an adjective or an adverb that completes the verb: "runs short of power", "ran low on copper"."""
    if complement.pos_ in ("ADJ", "ADV", "VERB"):
        for child in complement.children:
            if child.dep_ == "prep":
                _add_prepositions(found, child)


def noun_slots(noun: Token) -> Slots:
    """Slots of a noun that names an act: possessor, modifiers, prepositions, and the subject of "is under …"."""
    found: Slots = defaultdict(list)
    for child in noun.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            slot = "compound" if child.dep_ == "nmod" else child.dep_
            found[slot].extend(conjuncts(child))
            found[slot].extend(inner for inner in child.children if inner.dep_ in ("compound", "nmod", "amod") and slot != "poss")
        elif child.dep_ == "prep":
            _add_prepositions(found, child)
        elif child.dep_ == "agent":
            found["by"].extend(_prepositional(child))
        elif child.dep_ in ("acl", "ccomp") and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            # "Tunis's demand that Tripoli pay"
            found["that"].extend(t for c in child.children if c.dep_ in _SUBJECTS + _PASSIVE for t in conjuncts(c))
    if not found["poss"] and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        for child in noun.head.children:
            if child.dep_ == "poss" and child.i < noun.head.i:
                found["poss"].extend(conjuncts(child))
    bare = not any(found[s] for s in ("poss", "amod", "compound")) and not any(c.dep_ == "det" for c in noun.children)
    if bare and noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        # "Israeli strikes on the agency and killing of scientists": the people before the first is before both.
        found["amod"].extend(c for c in noun.head.children if c.dep_ == "amod" and c.ent_type_ == "NORP" and c.i < noun.head.i)
    found["self"] = list(_bearers(noun))
    if noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.pos_ in ("AUX", "VERB"):
        above = verb_slots(noun.head.head)
        put = above["obj"] if noun.head.head.lemma_ in ("put", "place") else []  # "put 43 ships under sanctions"
        found["obj"].extend(put or above["subj"])
        found["subj"].extend(above["subj"] if put else ())
    elif noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        found["obj"].append(noun.head.head)
    elif noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ == "be" and noun.head.head.pos_ == "AUX":
        found["subj"].extend(verb_slots(noun.head.head)["subj"])  # "farmers are in need of seeds"
    elif noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB":
        _beside_act(noun, found)
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("in", "on") and _heads_all(noun.head.head):
        # A headline without a verb: "Botswana in talks with Oman", "miners on strike"
        found["subj"].extend(t for t in (noun.head.head, *noun.head.head.conjuncts) if t.i < noun.head.i)
    return found


def _beside_act(noun: Token, found: Slots) -> None:
    """Who does what is done "in cooperation with Chad" cooperates, who acts "at the request of Niger" was asked to."""
    word, verb = noun.head.lower_, noun.head.head
    if word == "in" and found["with"] and not any(c.dep_ in ("det", "poss") for c in noun.children):
        found["subj"].extend(verb_slots(verb)["subj"])
    elif word in ("at", "on", "upon", "per") and (found["of"] or found["poss"]):
        found["bidden"], found["done"] = list(verb_slots(verb)["subj"]), list(verb_slots(verb)["obj"])


def _heads_all(noun: Token) -> bool:
    """Is the noun what a headline without a verb is about?"""
    return noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN")


def _bearers(noun: Token) -> Iterator[Token]:
    """Who is what the noun says: the subject of a copula, the noun in apposition ("Chile, a producer of lithium")."""
    first = first_conjunct(noun)
    if first.dep_ == "attr" or (first.dep_ in ("advmod", "acomp") and first.head.pos_ == "AUX"):
        yield from (s for c in first.head.children if c.dep_ in _SUBJECTS for s in conjuncts(c))
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
            yield from _bearers(above)
    elif above.pos_ == "AUX":
        yield from (s for c in above.children if c.dep_ in _SUBJECTS for s in conjuncts(c))
    elif above.pos_ == "PROPN" and preposition.nbor(-1).text == ",":
        yield above


def _adjective_slots(adjective: Token) -> Slots:
    found: Slots = defaultdict(list)
    for child in adjective.children:
        if child.dep_ == "prep":
            _add_prepositions(found, child)
    verb = first_conjunct(adjective).head
    if verb.pos_ in ("AUX", "VERB"):
        above = verb_slots(verb)
        own = [c for c in adjective.children if c.dep_ == "nsubj" and adjective.dep_ == "advcl"]  # "…, some armed with knives"
        found["subj"].extend(own or (adjective.dep_ == "oprd" and above["obj"]) or above["subj"] or above["obj"])
        if verb.pos_ == "AUX" and not found["for"]:
            found["for"].extend(above["for"])  # "is dependent on China | for magnets"
    elif verb.pos_ in ("NOUN", "PROPN"):
        found["subj"].append(verb)
    return found


def merge(own: Slots, lent: Slots) -> Slots:
    """Own slots first; what a light verb lends fills the empty ones ("X held talks with Y")."""
    both: Slots = defaultdict(list, {slot: list(fillers) for slot, fillers in own.items()})
    for slot, fillers in lent.items():
        if not both[slot]:
            both[slot] = list(fillers)
    return both
