"""Objects that the parser takes for something else: a time that is given, what is put on hold, what a measure is on.

And what a headline says is done to an act that it heads with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    if verb.lemma_ in vocab.words("forbidding-to-verbs"):
        _kept_from(verb)
    if verb.lemma_ in vocab.words("decreeing-verbs"):
        _ordered_done(verb, vocab)
    for prep in [c for c in verb.rights if c.dep_ == "prep"]:
        _behind_phrase(verb, prep)
    _of_object(verb)
    if verb.lemma_ in vocab.words("placing-verbs"):
        _placed_on(verb, vocab)
    if verb.lemma_ in vocab.words("swapping-verbs"):
        _instead(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        _headed(verb, vocab)


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


def _ordered_done(verb: Token, vocab: Vocabulary) -> None:
    """ "Ordered the mine shut", "ordered the men to be freed": what is ordered done is a clause, its thing suffers it.

    The parser sees an object beside a participle, or one noun of the two; other participles say which one is ordered.
    """
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    thing = things[0] if len(things) == 1 else None
    if thing is not None and thing.tag_ in ("VBN", "VBD"):  # "the pit shut"
        done, thing = thing, next((c for c in thing.lefts if c.dep_ == "compound" and c.i == things[0].i - 1), None)
        own = None
    else:
        beside = _participle(verb, thing)
        if beside is None:
            return
        done, own = beside, next((c for c in beside.lefts if c.dep_ == "nsubj"), None)
    if done.tag_ == "JJ":
        done.tag_, done.pos_, done.lemma_ = "VBN", "VERB", "close"
    if done.lemma_.lower() not in vocab.words("decreed-acts") or _told_whole(done):
        return
    if own is not None and thing is None:
        own.dep_ = "nsubjpass"
    elif thing is not None and own is None:
        if done == things[0]:
            for before in [c for c in done.lefts if c.dep_ in ("det", "poss", "amod", "compound") and c != thing]:
                before.head = thing
        done.head, done.dep_, done.pos_ = verb, "ccomp", "VERB"
        thing.head, thing.dep_ = done, "nsubjpass"


def _participle(verb: Token, thing: Token | None) -> Token | None:
    """What is ordered done, unless it only says who is ordered to act: "ordered the men arrested in May to appear"."""
    near = [c for t in (verb, thing) if t is not None for c in t.rights if c.tag_ in ("VBN", "VBD") or c.lower_ == "closed"]
    beside = next((c for c in near if c.dep_ in ("xcomp", "ccomp", "oprd", "acl", "acomp")), None)
    if beside is None or any(c.i > beside.i and c.dep_ in ("xcomp", "ccomp", "advcl") for c in verb.rights):
        return None
    return beside


def _told_whole(done: Token) -> bool:
    """Has a participle all that a clause of its own has: who did it, an object, an auxiliary other than "to be"?"""
    if any(c.dep_ in ("agent", "dobj", "nsubjpass", "relcl") for c in done.children):
        return True
    return any(c.dep_ in ("aux", "auxpass", "mark") and c.lower_ not in ("to", "be") for c in done.lefts)


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
