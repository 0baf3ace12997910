"""Coordinations and objects that the parser hangs on the wrong word, moved to the right one.

Facts of English that a statistical parser often misses: verbs that are coordinated agree in their form, verbs of giving take two
objects, a verb has one subject.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract import abreast, adjacent, being, counted, phrases, possessors, receiving
from kg.extract.being import at_level, made_to, mend_copula, penalised
from kg.extract.decreed import decreed
from kg.extract.objects import goods_no_verb, mend_objects
from kg.extract.outcome import outcome
from kg.extract.speakers import to_speaker
from kg.extract.words import verbs
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FINITE_PAST = "VBD"
_FINITE = ("VBZ", "VBP", "VBD")
# Where a number or a letter stands that may ask for something, and where a noun that may: most words stand elsewhere.
_ASKING = frozenset({"nummod", "case"})
_NOMINAL = frozenset({"conj", "ccomp", "nsubj", "nsubjpass", "compound", "appos", "dep", "attr", "npadvmod", "dobj", "pobj"})


def reattach(doc: Doc, vocab: Vocabulary) -> None:
    """Mend a parsed doc in place."""
    _part_names(doc)
    asking = _asking(vocab)
    for token in doc:
        if token.is_sent_start or token.ent_type_ == "MONEY" or token.dep_ in _ASKING or token.lower_ in asking:
            _word(token, vocab)
        tag = token.tag_
        if tag[:1] == "V" and token.lower_ != "including":
            _verb(token, vocab)
        elif tag in ("IN", "VBG"):
            phrases.rehang(token, vocab)
        elif token.dep_ in _NOMINAL:
            _nominal(token, vocab)


@lru_cache(maxsize=2)
def _asking(vocab: Vocabulary) -> frozenset[str]:
    """The words that ask for something by themselves."""
    listed = vocab.words("price-adverbs|scale-letters|harmed-participles")
    listed |= vocab.words("fighter-adjectives")
    return listed | vocab.words("tooling-words|money-units") | {"worth", "home", "go", "as"}


def _word(token: Token, vocab: Vocabulary) -> None:
    """What certain words, numbers and letters ask for."""
    dep, tag, lower = token.dep_, token.tag_, token.lower_
    if token.is_sent_start and tag == "NNP" and not token.ent_type_ and lower.removesuffix("s") in vocab.roles:
        adjacent.several(token)
    if lower in vocab.words("price-adverbs") and token.head.dep_ == "pobj" and token.head.head.lower_ == "with":
        _priced(token)
    if token.ent_type_ == "MONEY" and token.lemma_ in vocab.words("bare-measures") - vocab.words("money-units"):
        _weighed(token)
    elif lower in vocab.words("money-units"):
        adjacent.paid_in(token, vocab)
    if lower == "worth" and token.head.dep_ == "dobj":
        phrases.over_worth(token)
    if lower == "home" and tag == "RB" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        token.tag_, token.pos_ = "NN", "NOUN"  # "Gabon, home to manganese": no adverb
        token.dep_ = "appos" if token.head.pos_ in ("NOUN", "PROPN") else dep
    if lower in vocab.words("scale-letters") and token.i > 0 and token.nbor(-1).tag_ == "CD":
        adjacent.scaled(token)
    elif dep == "nummod" and any(c.tag_ == "$" for c in token.children):
        adjacent.sum_beside_name(token)
    elif dep == "case":
        possessors.part_owners(token)
    elif lower == "go":
        adjacent.let_go(token)
    elif tag == "VBG" and lower in vocab.words("tooling-words"):
        adjacent.tooling(token, vocab)
    elif lower == "as" and dep == "cc":
        adjacent.as_well(token)
    elif lower == "as" and dep == "prep":
        phrases.as_clause(token)
    elif lower in vocab.words("fighter-adjectives"):
        adjacent.by_fighters(token, vocab)
    elif lower in vocab.words("harmed-participles"):
        adjacent.also_harmed(token, vocab)
        counted.more_harmed(token, vocab)


def _verb(token: Token, vocab: Vocabulary) -> None:
    dep, tag = token.dep_, token.tag_
    if tag == "VB" and dep in ("advcl", "xcomp", "relcl", "acl"):
        goods_no_verb(token, vocab)
        if token.pos_ != "VERB":
            return
    counted.over_number(token, vocab)
    mend_objects(token, vocab)
    if tag == "VBG" and dep in ("acl", "advcl"):
        outcome(token, vocab)
    elif dep in ("acl", "ccomp", "dobj", "xcomp"):
        decreed(token, vocab)
    if dep == "dep":
        adjacent.then_did(token)
    if dep == "conj":
        _coordinated(token, tag, vocab)
    tag = _active_again(token) if dep == "conj" and tag == "VBN" else tag
    if tag in ("VBD", "VBN") and dep in ("ROOT", "conj", "ccomp") and being.undergoes(token, vocab):
        _without_object(token)
    elif dep == "conj" and tag == _FINITE_PAST:
        abreast.to_reporting_verb(token, vocab)
        _past_insertion(token)
        penalised(token, vocab)
    elif dep == "acl" and tag in _FINITE and any(c.dep_ == "dobj" and c.lower_ == "that" for c in token.lefts):
        token.dep_ = "relcl"  # "the accord that Turkey and Greece signed"
    elif dep == "relcl" and tag == "VB":
        _wished(token)
    elif dep == "relcl" and tag in _FINITE and token.head.dep_ == "ROOT":
        adjacent.named_firm(token)
    elif tag in ("VBZ", "VBP") and dep in ("nsubj", "nsubjpass", "pobj", "dobj"):
        _noun(token)
    elif tag in ("VB", "VBP") and dep in ("ccomp", "xcomp"):
        _bare_noun(token, vocab)
    elif tag in _FINITE and dep in ("advcl", "ccomp"):
        abreast.to_which(token)
    elif tag == "VBG" and dep == "advcl":
        phrases.in_spite(token)
        _meanwhile(token)
        to_speaker(token, vocab)
    elif tag == "VB" and dep == "advcl":
        adjacent.chosen_to(token, vocab)
        receiving.licensed(token, vocab)


def _coordinated(verb: Token, tag: str, vocab: Vocabulary) -> None:
    """Mend a verb that stands beside another."""
    if tag == _FINITE_PAST:
        abreast.reduced(verb)
    if tag in _FINITE:
        adjacent.before_coordinated(verb)
        phrases.beside_name(verb, vocab)
        to_speaker(verb, vocab)
    if tag == "VBZ":
        abreast.to_reporting_verb(verb, vocab)
    elif tag == "VB":
        abreast.to_bare_verb(verb)
    elif tag == "VBN":
        abreast.beside_denial(verb, vocab)


def _nominal(token: Token, vocab: Vocabulary) -> None:
    dep, tag = token.dep_, token.tag_
    if dep == "conj":
        possessors.beside_land(token, vocab)
        adjacent.not_beside_noun(token, vocab) if tag == "NNS" else adjacent.beside_named(token, vocab)
        phrases.beside_thing(token, vocab)
        if tag == "NNS" and token.tag_ == tag:
            counted.at_least(token, vocab)
    if dep == "ccomp" and token.pos_ == "ADJ":
        _found_guilty(token)
    elif tag in ("WDT", "WP") and dep in ("nsubj", "nsubjpass"):
        _cleft(token)
        phrases.of_event(token, vocab)
    elif tag == "NN" and dep == "ccomp":
        _bare_verb(token, vocab)
    elif dep == "compound" and tag == "NNS" and token.head.dep_ == "nsubj":
        adjacent.whose_object(token)
    elif dep == "compound" and token.pos_ in ("PROPN", "NOUN") and token.head.pos_ == "VERB":
        phrases.before_verb(token)
    elif dep == "nsubj" and token.ent_type_ == "GPE" and token.i + 1 < len(token.doc):
        phrases.beside_city(token)
        adjacent.before_subject(token)
    elif dep == "nsubj" and tag == "NN" and token.i + 1 < len(token.doc):
        phrases.before_name(token)
    elif dep in ("appos", "dep"):
        possessors.part_offices(token, vocab)
        adjacent.called_so(token, vocab)
        adjacent.listed(token, vocab)
        counted.enumerated(token)
        if token.head.dep_ in ("dobj", "appos"):
            receiving.second_object(token, vocab)
    elif dep in ("attr", "npadvmod"):
        mend_copula(token, vocab)
        phrases.of_city(token)
        adjacent.before_title(token, vocab)
    elif dep == "pobj" and token.head.lower_ == "to":
        made_to(token, vocab)
    elif dep == "pobj" and token.head.head.dep_ == "ROOT":
        at_level(token, vocab)
    elif dep == "dobj":
        adjacent.held_hostage(token, vocab)
        adjacent.called_so(token, vocab)
        adjacent.of_what_land(token, vocab)
        receiving.first_of_two(token)
        receiving.receiver(token, vocab)
        receiving.given_access(token, vocab)
        _gerund(token, vocab)
        _let(token, vocab)
        _offer(token, vocab)


def _part_names(doc: Doc) -> None:
    """ "World Bank offers Fiji": no name has a verb with its subject inside it; there are two."""
    names = doc.ents
    holding = {name.start: verb for name in names for verb in name if verb.tag_ in _FINITE and verb.text.islower()}
    if not holding:
        return
    from spacy.tokens import Span

    found: list[Span] = []
    for name in names:
        verb = holding.get(name.start)
        if verb is None or not any(c.dep_ == "nsubj" and name.start <= c.i < verb.i for c in verb.children):
            found.append(name)
            continue
        parts = (doc[name.start : verb.i], doc[verb.i + 1 : name.end])
        found.extend(Span(doc, part.start, part.end, label=name.label_) for part in parts if len(part))
    doc.ents = tuple(found)


def _past_insertion(verb: Token) -> None:
    """ "The minister met executives, said an aide, and asked …": who says so is put in; the minister asked."""
    said = verb.head
    told = next((c for c in said.lefts if c.dep_ == "ccomp"), None)
    behind = any(c.dep_ == "nsubj" for c in said.rights)
    if told is not None and behind and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        verb.head = told


def _wished(verb: Token) -> None:
    """ "An order that Apple pay taxes": a bare verb with a subject and an object tells what is ordered, no relative clause."""
    that = next((c for c in verb.lefts if c.lower_ == "that" and c.dep_ == "dobj"), None)
    bare = not any(c.dep_ in ("aux", "auxpass") for c in verb.children) and any(c.dep_ == "nsubj" for c in verb.lefts)
    if that is not None and bare and any(c.dep_ == "dobj" for c in verb.rights):
        verb.dep_, that.dep_, that.tag_, that.pos_ = "acl", "mark", "IN", "SCONJ"


def _cleft(relative: Token) -> None:
    """ "It was Russia that blew it up", "not Ukraine but Russia": what stands between "it is" and "that" is who did it."""
    verb = relative.head
    being = verb.head
    begun = being.lemma_ == "be" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in being.lefts)
    before = relative.nbor(-1) if relative.i > being.i + 1 else None
    if begun and before is not None and verb.dep_ in ("ccomp", "conj", "advcl") and before.pos_ in ("NOUN", "PROPN"):
        verb.head, verb.dep_ = before, "relcl"


def _noun(token: Token) -> None:
    """ "American airstrikes targeted the port": what is itself a subject is no verb, however it ends."""
    token.tag_, token.pos_ = "NNS" if token.tag_ == "VBZ" else "NN", "NOUN"
    for child in token.children:
        if child.dep_ == "nsubj" and child.i == token.i - 1:
            child.dep_ = "amod" if child.ent_type_ == "NORP" else "compound"


def _bare_verb(noun: Token, vocab: Vocabulary) -> None:
    """ "lets Indian companies ship coal": what has a subject and an object is no noun."""
    deps = {c.dep_ for c in noun.children}
    if {"nsubj", "dobj"} <= deps and noun.lower_ in verbs(vocab):
        noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_


def _found_guilty(adjective: Token) -> None:
    """ "found Lafarge guilty": a bare name before an adjective that completes a verb is what the verb says it of."""
    if adjective.i == 0 or any(c.dep_ in ("nsubj", "nsubjpass") for c in adjective.children):
        return
    name = adjective.nbor(-1)
    if name.head == adjective and name.pos_ == "PROPN" and name.dep_ in ("compound", "nmod", "npadvmod"):
        name.dep_ = "nsubj"


def _active_again(verb: Token) -> str:
    """ "would not be drawn and brushed aside the demand": what has an object of its own is no passive."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    own = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if passive and not own and any(c.dep_ == "dobj" for c in verb.children):
        verb.tag_ = _FINITE_PAST
    return verb.tag_


def _without_object(verb: Token) -> None:
    """ "Three killed in raid": what always has an object and has none suffers."""
    deps = {c.dep_ for c in verb.children}
    beside = [c for c in verb.children if c.dep_ == "conj"]  # "two shot and wounded in Paris"
    shared = "conj" in deps and not all(c.tag_ == "VBN" and not any(g.dep_ in ("dobj", "aux") for g in c.children) for c in beside)
    if "nsubj" in deps and not deps & {"dobj", "aux", "ccomp", "xcomp", "nsubjpass", "dative"} and not shared:
        for child in verb.children:
            if child.dep_ == "nsubj":
                child.dep_ = "nsubjpass"
        verb.tag_ = "VBN"


def _priced(word: Token) -> None:
    """ "with silver up 2 percent": said of the thing before it, and followed by how much."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else None
    if after is not None and (after.like_num or after.tag_ == "$") and word.i == word.head.i + 1:
        word.tag_, word.pos_ = "JJ", "ADJ"


def _weighed(measure: Token) -> None:
    """ "12 million tonnes of wheat": what is counted in tonnes is no money, whatever the recogniser says."""
    if any(c.tag_ == "$" for c in measure.children):
        return
    for word in measure.subtree:
        if word.ent_type_ == "MONEY":
            word.ent_type_ = "QUANTITY"


def _bare_noun(word: Token, vocab: Vocabulary) -> None:
    """ "mulls freeze on aid", "denies police deal": a verb without "to" below one that takes no such clause is a noun."""
    verb = word.head
    deps = {c.dep_ for c in word.children}
    clausal = deps & {"aux", "auxpass", "neg", "mark", "dobj", "ccomp", "xcomp", "prt"}
    if verb.pos_ != "VERB" or verb.lemma_ in vocab.words("bare-clause-verbs") or clausal:
        return
    subject = next((c for c in word.children if c.dep_ == "nsubj"), None)
    joined = subject is not None and subject.i == word.i - 1 and subject.tag_ in ("NN", "JJ", "NNP")
    phrase = _phrase(subject, word, verb) and ("noun", word.lower_) in vocab.cues
    if word.dep_ == "ccomp" and not (phrase or (joined and word.tag_ == "VB" and word.i > verb.i)):
        return
    if word.i < verb.i or any(c.dep_ == "dobj" for c in verb.children):
        return
    word.tag_, word.pos_, word.lemma_, word.dep_ = "NN", "NOUN", word.lower_, "dobj"
    if subject is not None:
        subject.dep_ = "amod" if subject.tag_ == "JJ" else "compound"


def _phrase(subject: Token | None, word: Token, verb: Token) -> bool:
    """Is it all one noun phrase right behind a verb: "ratified the minerals deal"?"""
    opened = subject is not None and any(c.dep_ == "det" for c in subject.lefts)
    return subject is not None and opened and subject.i == word.i - 1 and subject.left_edge.i == verb.i + 1


def _meanwhile(verb: Token) -> None:
    """ "Peru lifted the ban, a notice showed, while leaving a tariff": who says so is put in; what is told has the clause."""
    said = verb.head
    told = next((c for c in said.lefts if c.dep_ == "ccomp"), None)
    if told is None and said.dep_ == "conj" and not any(c.dep_ == "cc" for c in said.head.children):
        told = said.head
    first = verb.left_edge
    apart = first.lower_ == "while" and first.i > 0 and first.nbor(-1).text == ","
    if told is not None and apart and any(c.dep_ == "nsubj" and c.i > told.i for c in said.children):
        verb.head = told


def _gerund(noun: Token, vocab: Vocabulary) -> None:
    """ "stopped mining gold": what is begun or ended is to mine, and gold its object; "mining operations" are a noun."""
    act = next((c for c in noun.children if c.dep_ == "compound" and c.lower_.endswith("ing")), None)
    verb = noun.head
    if (
        act is None
        or verb.lemma_ not in vocab.words("phase-verbs")
        or noun.lemma_ in vocab.words("pursuit-nouns")
        or act.left_edge != noun.left_edge
    ):
        return
    stem = act.lower_.removesuffix("ing")
    lemma = next((w for w in (stem, stem + "e", stem[:-1]) if w in verbs(vocab)), None)
    between = verb.doc[verb.i + 1 : act.i]
    if lemma is not None and all(t.dep_ == "prt" for t in between):
        act.head, act.dep_, act.tag_, act.pos_, act.lemma_ = verb, "xcomp", "VBG", "VERB", lemma
        noun.head = act


def _let(noun: Token, vocab: Vocabulary) -> None:
    """ "let U.N. aircraft land": below "let", the last of several nouns is the verb that the others may do."""
    before = [c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1]
    if noun.head.lemma_ != "let" or noun.tag_ != "NN" or not before or noun.lower_ not in verbs(vocab):
        return
    subject = before[0]
    for child in noun.lefts:
        if child != subject:
            child.head = subject
    subject.dep_ = "nsubj"
    noun.tag_, noun.pos_, noun.lemma_, noun.dep_ = "VB", "VERB", noun.lower_, "ccomp"


def _offer(noun: Token, vocab: Vocabulary) -> None:
    """ "dismissed Oslo's offers to buy the island": an infinitive right behind an offer, a plan, a call says what it is of."""
    if noun.lemma_.lower() not in vocab.words("event-nouns"):
        return
    for clause in noun.head.rights:
        behind = clause.dep_ == "advcl" and clause.tag_ == "VB" and clause.left_edge.i == noun.right_edge.i + 1
        if behind and clause.left_edge.lower_ == "to" and clause.left_edge.dep_ == "aux":
            clause.head, clause.dep_ = noun, "acl"
