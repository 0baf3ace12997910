"""Objects that the parser takes for something else: a time that is given, what is put on hold, what a measure is on.

And what a headline says is done to an act that it heads with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import verbs
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is said of an act, though somebody is named right before it.
_SAID_OF_ACTS = frozenset({"accuse", "reject"})


def mend_objects(verb: Token, vocab: Vocabulary) -> None:
    """Hang on a verb what it has as its object, and on that what says of what it is. Mended in place."""
    if verb.lemma_ in vocab.words("deadline-verbs"):
        _time_given(verb, vocab)
    if verb.lemma_ in vocab.words("giving-verbs"):
        _his_friend(verb, vocab)
    if verb.lemma_ in vocab.words("needing-verbs"):
        _needed_to(verb, vocab)
    if verb.lemma_ in vocab.words("forbidding-to-verbs"):
        _kept_from(verb)
    for prep in [c for c in verb.rights if c.dep_ == "prep"]:
        _behind_phrase(verb, prep)
    _of_object(verb)
    if verb.lemma_ in vocab.words("placing-verbs"):
        _placed_on(verb, vocab)
    if verb.lemma_ in vocab.words("swapping-verbs"):
        _instead(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        _headed(verb, vocab)


def goods_no_verb(word: Token, vocab: Vocabulary) -> None:
    """ "Shut its borders to cobalt": goods whose name is no verb are no act that somebody is about to do. Mended in place."""
    to, above = word.nbor(-1) if word.i else word, word.head
    goods = word.lower_ in vocab.resource_names and word.lemma_ not in verbs(vocab) and word.lower_ not in verbs(vocab)
    if not goods or to.lower_ != "to" or to.head != word or word.left_edge != to or any(c.dep_ == "dobj" for c in word.rights):
        return
    for child in [c for c in word.rights if c.dep_ != "conj"]:
        child.head = above
    to.tag_, to.pos_, to.dep_, to.head = "IN", "ADP", "prep", above
    word.tag_, word.pos_, word.dep_, word.head = "NN", "NOUN", "pobj", to


def _time_given(verb: Token, vocab: Vocabulary) -> None:
    """ "Gave Iran ten days to hand over its uranium": the time is what is given, the infinitive what is asked with it."""
    whom = next((c for c in verb.rights if c.dep_ in ("dative", "dobj") and c.pos_ != "NUM"), None)
    until = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("until", "till")), None)
    if whom is not None and until is not None and until.i == whom.right_edge.i + 1:
        for asked in [c for t in until.subtree for c in (*t.rights, *verb.rights) if c.tag_ == "VB" and c.i > until.i]:
            if asked.left_edge.lower_ == "to" and asked.dep_ in ("advcl", "relcl", "acl", "xcomp"):
                asked.head, asked.dep_ = verb, "xcomp"  # "gave the junta until March to hold a vote"
                until.dep_ = "prt"  # as one verb with its word, not a mere date
        return
    times = (c for c in verb.rights if c.dep_ in ("npadvmod", "dobj") and c.lemma_.lower() in vocab.words("deadline-times"))
    time = next((c for c in times if c != whom), None)
    if whom is None or time is None or time.left_edge.i != whom.right_edge.i + 1:
        return
    clauses = (c for t in (verb, time) for c in t.rights if c.tag_ == "VB" and c.dep_ in ("xcomp", "relcl", "acl", "advcl"))
    clause = next((c for c in clauses if c.left_edge.lower_ == "to" and c.i > time.i), None)
    if clause is None:
        return
    clause.head, clause.dep_ = verb, "xcomp"
    whom.dep_, time.dep_ = "dative", "dobj"


def _needed_to(verb: Token, vocab: Vocabulary) -> None:
    """ "Need the canal to irrigate the land": a thing before an infinitive is what is needed; the infinitive says what for."""
    clause = next((c for c in verb.rights if c.dep_ == "ccomp" and c.tag_ == "VB" and c.left_edge.i > verb.i), None)
    thing = next((c for c in clause.lefts if c.dep_ == "nsubj" and c.tag_ in ("NN", "NNS")), None) if clause is not None else None
    if clause is None or thing is None or thing.lemma_.lower() in vocab.roles or thing.ent_type_ in ("PERSON", "ORG", "NORP"):
        return
    if any(c.dep_ == "aux" and c.lower_ == "to" and c.i > thing.i for c in clause.lefts):
        thing.head, thing.dep_, clause.dep_ = verb, "dobj", "advcl"


def _his_friend(verb: Token, vocab: Vocabulary) -> None:
    """ "Give its partner coastal radars", "sell their neighbour power": whoever stands so to the giver gets what follows."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None or any(c.dep_ == "dative" for c in verb.children):
        return
    ties = vocab.words("counterpart-nouns")
    friend = next((c for c in thing.lefts if c.dep_ in ("nmod", "compound", "amod") and c.lower_ in ties), None)
    whose = friend.nbor(-1) if friend is not None and friend.i else None
    if friend is None or whose is None or whose.tag_ != "PRP$" or whose.i < verb.i:
        return
    if friend.i + 1 < thing.i or thing.lower_ in vocab.resource_names:
        whose.head, whose.dep_ = friend, "poss"
        for between in [c for c in friend.children if c.i > friend.i]:
            between.head = thing
        friend.head, friend.dep_, friend.tag_, friend.pos_ = verb, "dative", "NN", "NOUN"


def _kept_from(verb: Token) -> None:
    """ "Forbade the plant to ship chips": whom it is forbidden is the object, what is forbidden its complement."""
    act = next((c for c in verb.rights if c.tag_ == "VB" and c.dep_ in ("advcl", "ccomp")), None)
    led = act is not None and any(c.dep_ == "aux" and c.lower_ == "to" for c in act.lefts)
    if act is None or not led:
        return
    whom = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < act.i), None)
    own = next((c for c in act.lefts if c.dep_ == "nsubj"), None)
    if whom is None and own is not None:
        own.head, own.dep_ = verb, "dobj"
        whom = own
    if whom is not None and whom.right_edge.i + 1 == act.left_edge.i:
        act.dep_ = "xcomp"


def _behind_phrase(verb: Token, prep: Token) -> None:
    """ "Put on hold its tariffs": of two nouns behind one preposition the second is what the verb does it to."""
    nouns = (c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "NOUN" and not c.lower_.endswith("ing"))
    behind = next(nouns, None)
    below = (c for t in (prep, behind) if t is not None for c in t.rights)
    second = next((c for c in below if c.dep_ == "dobj"), None)
    if behind is None or second is None or second.i < behind.i or any(c.dep_ == "dobj" for c in verb.children):
        return
    second.head = verb


def _of_object(verb: Token) -> None:
    """ "Put its tariffs on canola on hold": the first of two like prepositions right behind the object is the object's."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    preps = [c for c in verb.rights if c.dep_ == "prep"]
    if thing is None or len(preps) != 2 or preps[0].lower_ != preps[1].lower_:
        return
    first, second = preps
    if first.lower_ == "on" and first.i == thing.right_edge.i + 1 and second.i == first.right_edge.i + 1:
        first.head = thing


def _placed_on(verb: Token, vocab: Vocabulary) -> None:
    """ "Puts a chipmaker on its blacklist", "adds CATL to a list of firms": the list is where the verb puts it."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None:
        return
    for prep in [c for c in thing.rights if c.dep_ == "prep" and c.lower_ in ("on", "onto", "to")]:
        if any(c.dep_ == "pobj" and c.lemma_.lower() in vocab.words("listing-nouns") for c in prep.children):
            prep.head = verb


def _instead(verb: Token) -> None:
    """ "Replaced its ban on exports with quotas", "swaps a tax on ore for a fee": what comes instead hangs on the verb."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    word = "with" if verb.lemma_ == "replace" else "for"
    if thing is None or any(c.dep_ == "prep" and c.lower_ == word for c in verb.rights):
        return
    inside = [t for t in thing.subtree if t.dep_ == "prep" and t.lower_ == word and t.i > thing.i + 1]
    if inside and inside[-1].right_edge.i == thing.right_edge.i:
        inside[-1].head = verb


def _headed(verb: Token, vocab: Vocabulary) -> None:
    """ "Taliban ban on schools condemned by UN": what a headline says of the act that it heads with, not of what the act is on."""
    act = verb.sent.root
    prep = act.nbor(1) if act.i + 1 < verb.i else act
    told = any(c.dep_ == "agent" for c in verb.children) and verb.sent[-1].text not in (".", "!", "?")
    noun = act.tag_ in ("NN", "NNS", "VBP", "VBZ") and ("noun", act.lemma_.lower()) in vocab.cues
    if not told or not noun or prep.dep_ != "prep" or prep.head != act or prep not in verb.ancestors:
        return
    if any(c.dep_ in ("dobj", "aux", "auxpass", "conj") for c in act.children) or any(c.dep_ == "det" for c in verb.head.children):
        return
    if verb.head.lemma_.lower() in vocab.roles and not vocab.evokes("verb", verb.lemma_, _SAID_OF_ACTS):
        return  # "Talks with rebels backed by Rwanda stall"
    if act.tag_ in ("VBP", "VBZ"):
        act.tag_, act.pos_ = ("NNS" if act.tag_ == "VBZ" else "NN"), "NOUN"
        for whose in (c for c in act.lefts if c.dep_ == "nsubj"):
            whose.dep_ = "amod" if whose.tag_ == "JJ" else "compound"
    verb.head, verb.dep_ = verb, "ROOT"
    act.head, act.dep_ = verb, "nsubjpass"
