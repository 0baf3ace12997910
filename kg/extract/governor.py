"""What stands above a word in its sentence, and through which link: prepositions passed through, dates passed over."""

from __future__ import annotations

from kg.extract.tokens import Token

_TIMES = frozenset({"day", "week", "month", "year", "spring", "summer", "autumn", "fall", "winter", "morning", "evening", "night"})


def infinitive(verb: Token) -> bool:
    """Is it an infinitive with "to"?"""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def verb_above(token: Token) -> Token | None:
    """The verb in whose clause a word stands."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)


def _apart(clause: Token) -> bool:
    """Does a semicolon part a clause from the verb above it: "Brussels weighs a tariff; Norway cries foul"?"""
    first, last = sorted((clause.i, clause.head.i))
    return any(t.text == ";" for t in clause.doc[first:last])


def governor(token: Token) -> tuple[Token | None, str]:
    """The word above, and the link to it; prepositions are passed through ("from exporting", "for talks")."""
    if token.head == token or (token.dep_ in ("ccomp", "parataxis") and _apart(token)):
        return None, ""
    head, link = token.head, token.dep_
    while link in ("pobj", "pcomp") and head.dep_ == "conj" and head.head.pos_ in ("ADP", "SCONJ"):
        head = head.head  # "accused of lying and of hoarding grain"
    dated = head.ent_type_ in ("DATE", "TIME") or head.lemma_.lower() in _TIMES
    clause = token.pos_ in ("VERB", "AUX") and token.dep_ in ("relcl", "acl", "xcomp", "advcl")
    if dated and clause and (head.ent_type_ or infinitive(token)):
        # A clause never completes a date: "proposed on Tuesday to ban imports".
        while head.lemma_.lower() in _TIMES or head.ent_type_ in ("DATE", "TIME") or head.pos_ == "ADP":
            if head.head == head:
                return None, ""
            head = head.head
        link = "ccomp" if any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in token.children) else "xcomp"
    if (
        link == "relcl"
        and infinitive(token)
        and not any(c.dep_ in ("nsubj", "nsubjpass") or c.tag_ in ("WDT", "WP") for c in token.children)
    ):
        link = "acl"  # "a deal to export gas" is no relative clause
    if link in ("pobj", "pcomp") and head.head != head:
        return head.head, f"{link}:{head.lower_}"
    return head, link
