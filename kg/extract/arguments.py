"""What a predicate takes: syntactic slots of a verb, a noun or an adjective, each with the heads that fill it.

Slots: subj, obj, obj-poss, dative, attr, that (the subject of a clause below), self (who is what a noun says), poss, amod,
compound, or a preposition by its word; "under" of a copula turns the subject into obj ("X is under pressure from Y").
Labels are those of spaCy's English pipelines (ClearNLP dependencies).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.extract.bearers import antecedents, bearers
from kg.extract.coordination import PASSIVE, SUBJECTS, conjuncts, first_conjunct
from kg.extract.tokens import Token
from kg.extract.voice import bare_participle, is_passive, small_clause

Slots = dict[str, list["Token"]]
_SAME = {"concerning": "about", "regarding": "about", "amongst": "among", "onto": "on"}

# Who does what stands behind these did not therefore do what stands before: "arrested following a conviction by a judge".
_WHEN = frozenset({"after", "before", "following", "during", "since", "amid", "despite", "until", "ahead"})


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
        if child.dep_ in SUBJECTS and not _doubled(child):
            found["obj" if bare else "subj"].extend(conjuncts(child))
        elif child.dep_ in PASSIVE or child.dep_ == "dobj":
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
            found["that"].extend(t for c in child.children if c.dep_ in SUBJECTS + PASSIVE for t in conjuncts(c))
        elif child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):
            # "asked for the pipeline to stay closed"
            found["for"].extend(t for c in child.children if c.dep_ in SUBJECTS + PASSIVE for t in conjuncts(c))
        elif child.dep_ in ("prep", "prt") or (child.pos_ == "ADP" and child.dep_ == "advmod"):
            _add_prepositions(found, child)
        elif child.dep_ == "advmod":
            _add_of_complement(found, child)
    _retained(verb, found)
    if bare and verb.head.lemma_ == "have" and not found["subj"]:  # "had the managers arrested", but "frozen by the court"
        found["subj"].extend(t for c in verb.head.children if c.dep_ == "nsubj" for t in conjuncts(c))
    if passive and not found["subj"]:
        found["subj"].extend(list(_agent_inside(verb)) or _agent_behind(verb))
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
        fillers[:] = [a for t in fillers for a in antecedents(t)]
    found["obj-poss"] = [p for t in found["obj"] for c in t.children if c.dep_ == "poss" for p in conjuncts(c)]
    return found


def _agent_inside(passive: Token) -> Iterator[Token]:
    """The agent that hangs on what stands before it: "was accused of murder by Chad"."""
    inner = (t for c in passive.children if c.dep_ == "prep" and c.lower_ not in _WHEN for t in _prepositional(c))
    inner = (u for t in inner for u in (t, *(g for c in t.children if c.dep_ == "prep" for g in _prepositional(c))))
    yield from (a for t in inner for p in t.children if p.lower_ == "by" for a in _prepositional(p))


def _agent_behind(passive: Token) -> Iterator[Token]:
    """Who told them so, behind what they were told: "were told to leave by the army", "was asked to send troops by the UN"."""
    for told in (c for c in passive.children if c.dep_ == "xcomp" and c.pos_ == "VERB" and not is_passive(c)):
        behind = (p for p in told.rights if p.lower_ == "by" and p.dep_ in ("agent", "prep"))
        yield from (a for p in behind for a in _prepositional(p) if a.ent_type_ not in ("DATE", "TIME") and a.pos_ != "NUM")


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
        found["obj"].extend(t for c in above.children if c.dep_ in SUBJECTS + PASSIVE for t in conjuncts(c))
    if participle.dep_ == "pcomp" and passive and not found["obj"] and above.lower_ in _SEQUEL:
        clause = above.head if above.head.pos_ in ("VERB", "AUX") else above.head.head  # "died after being shot", "is ablaze after"
        while clause.dep_ in ("xcomp", "conj") and not any(c.dep_ in SUBJECTS + PASSIVE for c in clause.children):
            clause = clause.head
        found["obj"].extend(t for c in clause.children if c.dep_ in SUBJECTS + PASSIVE for t in conjuncts(c))
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
            undergoing = [t for c in first.children if c.dep_ in PASSIVE for t in conjuncts(c)]
            found["subj"].extend((undergoing or above["obj"]) if is_passive(first) else above["subj"])
    elif not passive and not found["obj"] and not any(c.dep_ in ("xcomp", "ccomp", "prep", "prt", "dative") for c in verb.children):
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ in SUBJECTS + PASSIVE for c in child.children):
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
            found["that"].extend(t for c in child.children if c.dep_ in SUBJECTS + PASSIVE for t in conjuncts(c))
        elif child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):
            # "its calls for Germany to send tanks"
            found["for"].extend(t for c in child.children if c.dep_ in SUBJECTS + PASSIVE for t in conjuncts(c))
    if not found["poss"] and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        for child in noun.head.children:
            if child.dep_ == "poss" and child.i < noun.head.i:
                found["poss"].extend(conjuncts(child))
    bare = not any(found[s] for s in ("poss", "amod", "compound")) and not any(c.dep_ == "det" for c in noun.children)
    if bare and noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        # "Israeli strikes on the agency and killing of scientists": the people before the first is before both.
        found["amod"].extend(c for c in noun.head.children if c.dep_ == "amod" and c.ent_type_ == "NORP" and c.i < noun.head.i)
    found["self"] = list(bearers(noun))
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
