"""Does a subject do what its verb says, or suffer it? Passives, participles behind a noun, and what somebody is said to be."""

from __future__ import annotations

from kg.extract.tokens import Token


def is_passive(verb: Token) -> bool:
    """Is the verb a passive, or a past participle after a noun ("territory seized by …")?"""
    if any(c.dep_ in ("nsubjpass", "auxpass", "agent", "csubjpass") for c in verb.children):
        return True
    if bare_participle(verb):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ in ("VERB", "AUX"):
        # "are detained and charged": the second participle shares the first one's auxiliary.
        own = any(c.dep_ in ("aux", "nsubj", "dobj") for c in verb.children)
        return not own and is_passive(verb.head)
    if verb.tag_ == "VBN" and verb.dep_ in ("xcomp", "oprd") and verb.head.pos_ == "VERB":
        # "are confirmed killed": what they are said to be they suffered.
        return not any(c.dep_ in ("aux", "dobj") for c in verb.children) and any(c.dep_ == "auxpass" for c in verb.head.children)
    # Behind a noun a past form without an object is a participle: "territory seized since the invasion".
    past = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and not any(c.dep_ in ("nsubj", "dobj") for c in verb.children))
    return verb.dep_ == "acl" and past


def bare_participle(verb: Token) -> bool:
    """Is it a participle with a subject but no auxiliary, and so passive: "saw hundreds of rebels killed"?"""
    if verb.tag_ != "VBN" or verb.dep_ not in ("ccomp", "pcomp", "xcomp"):
        return False
    deps = {c.dep_ for c in verb.children}
    return "nsubj" in deps and not deps & {"aux", "auxpass", "dobj"}


def small_clause(token: Token) -> bool:
    """Is it what a verb says its object to be: "holds Moscow responsible", "left twelve people dead"?

    The parser makes a clause of the two, the object being the subject of the adjective.
    """
    deps = {c.dep_ for c in token.children}
    if token.dep_ != "ccomp" or "nsubj" not in deps or deps & {"aux", "auxpass", "cop", "mark"}:
        return False
    return token.pos_ in ("ADJ", "NOUN") or (token.tag_ == "VBN" and token.head.lemma_ == "leave")
