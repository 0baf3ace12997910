"""When: the time of a predicate, and the clauses whose time and place are its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from kg.extract.coordination import first_conjunct
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Block
from kg.extract.tokens import Span, Token
from kg.model import Mention, Time
from kg.vocab import Vocabulary

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
# Links through which a date or a place said of the verb above is said of the predicate too.
_SHARED = frozenset({"dobj", "pobj", "prep", "conj", "xcomp", "ccomp", "advcl", "nsubj", "nsubjpass", "attr", "acomp", "pcomp"})


def mention_of(block: Block, span: Span) -> Mention:
    """The mention of a spaCy span."""
    return Mention(
        block.text[span.start_char : span.end_char],
        block.offset + span.start_char,
        block.offset + span.end_char,
        span.root.lemma_.lower(),
    )


def time_of(block: Block, predicate: Token, published: date | None, relation: str, ahead: bool = False) -> Time | None:
    """The date said of a predicate: the nearest in its own clause, else in the clause that it is coordinated or subordinated to.

    What is asked of somebody has its date in the clause that says it ("ordered them to reopen it within ten days").
    ``ahead``: the act is still to come, and so is its month.
    """
    lexicon = Lexicon(block.vocab)
    spans = (span for span in _date_spans(block, predicate) if not of_another(span.root, predicate, block.vocab))
    dates = [(span, clause_of(span.root, predicate)) for span in spans]
    reach = [*reach_of(predicate, lexicon, at_once(lexicon), relation == "assault")]
    if relation == "request":
        reach += asked_for(predicate)
    for clause, fronted in reach:
        said = (span for span, governor in dates if governor == clause and not (fronted and not fronted_in(span.root, clause)))
        own = [span for span in said if clause.i >= predicate.i or not _lasting(span.root, clause)]
        if own:
            nearest = min(own, key=lambda span: (not span.root.ent_type_, abs(span.root.i - predicate.i)))
            return Time(resolve_date(nearest.text, published, ahead and clause == predicate), mention_of(block, nearest))
    return None


def _lasting(date_word: Token, verb: Token) -> bool:
    """Does a date behind a verb tell how long that act lasts, which is not said of what comes after it?"""
    return date_word.dep_ == "pobj" and date_word.i > verb.i and date_word.head.lower_ in ("for", "from", "until", "till", "since")


def of_another(inside: Token, predicate: Token, vocab: Vocabulary) -> bool:
    """Is it said of another event, for or after which that of the predicate is: "jailed over a riot in Lima last year"?"""
    node = inside
    while node != predicate and node.pos_ not in ("VERB", "AUX") and node.head != node:
        aside = node != inside and node.pos_ == "NOUN" and node.dep_ == "pobj"
        if aside and _is_aside(node.head, vocab) and _tells(node, node.head, vocab) and not _harms(predicate, node, vocab):
            return inside.i > node.i or inside.dep_ == "poss"
        node = node.head
    return False


def _harms(predicate: Token, event: Token, vocab: Vocabulary) -> bool:
    """Do people come to harm in the attack itself, and so where and when it is: "killed after a shooting in Lima on Monday"?"""
    harmed = predicate.lemma_.lower() in vocab.words("harm-verbs")
    return harmed and event.head.lower_ in ("after", "following") and vocab.evokes("noun", event.lemma_, ("assault",))


def _is_aside(preposition: Token, vocab: Vocabulary) -> bool:
    """Does another event stand behind it: "over", "after", "in response to"?"""
    answering = preposition.lower_ == "to" and preposition.head.lemma_.lower() in vocab.words("occasion-nouns")
    return answering or preposition.lower_ in vocab.words("aside-prepositions")


def _tells(noun: Token, preposition: Token, vocab: Vocabulary) -> bool:
    """Does a noun tell of an event; behind "for", of a deed for which one is punished ("for a raid", not "for talks in Amman")?"""
    if preposition.lower_ == "for":
        return vocab.evokes("noun", noun.lemma_, ("assault", "coerce", "seize"))
    lemma = noun.lemma_.lower()
    return ("noun", lemma) in vocab.cues or lemma in vocab.words("event-nouns")


def asked_for(request: Token) -> Iterator[tuple[Token, bool]]:
    """The verbs that say what is asked of somebody."""
    for child in request.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.pos_ == "VERB":
            yield child, False


def _date_spans(block: Block, predicate: Token) -> Iterator[Span]:
    """Dates as recognised, and phrases of a time of the year or the day that were not ("that autumn", "on polling day")."""
    known, ages = set(), block.vocab.words("age-words")
    for entity in predicate.sent.ents:
        if entity.label_ in ("DATE", "TIME"):
            known |= {t.i for t in entity}
            if _dates(entity, predicate) and entity.root.lower_ not in ages and not _term(entity, predicate, block.vocab):
                yield entity
    seasons = block.vocab.words("times-of-year")
    for token in predicate.sent:
        if token.i in known:
            continue
        if (
            token.dep_ == "pobj"
            and _YEAR.fullmatch(token.text)
            and token.head.lower_ in ("in", "from", "by", "since", "until", "till")
        ):
            yield block.doc[token.i : token.i + 1]  # "from 2027" in a headline
        if token.pos_ != "NOUN":
            continue
        pointing = any(c.dep_ == "det" and c.lower_ in ("that", "this") for c in token.children)
        timely = token.dep_ in ("npadvmod", "dobj") and pointing
        on = token.dep_ == "pobj" and token.head.lower_ in ("on", "by", "before", "until") and token.lemma_.lower() == "day"
        event = block.vocab.evokes("noun", token.lemma_, ("assault", "consult"))  # "killed during a shootout" tells how
        during = token.dep_ == "pobj" and token.head.lower_ == "during" and not event
        if (token.lemma_.lower() in seasons and timely) or on or during:
            yield block.doc[token.left_edge.i : token.i + 1]


def _term(entity: Span, predicate: Token, vocab: Vocabulary) -> bool:
    """Is it how long a penalty lasts, not when it is given: "sentenced to 14 years in prison", "jailed for six months"?"""
    if predicate.lemma_.lower() not in vocab.words("punishing-verbs") or not any(t.like_num for t in entity):
        return False
    root = entity.root
    return root.tag_ == "NNS" and (root.dep_ == "dobj" or (root.dep_ == "pobj" and root.head.lower_ in ("to", "for")))


def _dates(entity: Span, predicate: Token) -> bool:
    """Does an entity say when: not a modifier ("a six-week strike"), nor part of what something is ("an accord of 2022")?"""
    root = entity.root
    if root.dep_ in ("compound", "amod", "nummod", "nmod") and root.head.pos_ in ("NOUN", "PROPN"):
        return False
    if any(c.dep_ == "prep" and c.lower_ == "of" and c.i >= entity.end for c in root.children):
        return False  # "three quarters of its oil", "two days of looting"
    head = root.head.head if root.dep_ == "pobj" else root.head
    if root.dep_ == "pobj" and head.pos_ in ("NOUN", "PROPN") and head.ent_type_ not in ("DATE", "TIME"):
        if root.head.lower_ == "of" or head.lemma_.lower() in ("time", "first", "delivery"):
            return False  # "for the third time in nine days"
        if root.head.i < head.i:
            return True  # "In September Tajik forces shelled …": it stands before the subject, wherever the parser hangs it
        above = next((t for t in (head, *head.ancestors) if t.dep_ in ("nsubj", "nsubjpass")), None)
        beside = root.i + 1 == next((t.i for t in head.ancestors if t.pos_ in ("VERB", "AUX")), -1)
        return above is None or above == predicate or beside
    ordinal = root.dep_ == "pobj" and head.ent_type_ == "ORDINAL"
    return not (ordinal or (root.dep_ == "npadvmod" and root.head.pos_ == "SCONJ") or _before_clause(entity))


def _before_clause(entity: Span) -> bool:
    """Does it measure how long before or after another act: "four years after militants overran the town"?"""
    after = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    return after is not None and after.lower_ in ("after", "before") and entity.root.dep_ in ("npadvmod", "dobj")


def clause_of(token: Token, predicate: Token) -> Token:
    """The word on which a phrase hangs: the predicate itself, or the nearest verb above."""
    node = token
    while node.head != node:
        node = node.head
        if node == predicate or node.pos_ in ("VERB", "AUX"):
            return node
    return node


def fronted_in(token: Token, verb: Token) -> bool:
    """Does a phrase stand before the clause's subject, and so hold for what is coordinated below it?"""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), verb)
    return token.i < subject.i


def _elsewhen(clause: Token, lexicon: Lexicon) -> bool:
    """Does a clause tell of another time than the main clause: before it, after it, when it may be?"""
    other = lexicon.words("temporals|conditions") | {"when"}
    return any(c.lower_ in other and c.dep_ in ("mark", "advmod", "prep") for c in clause.children)


Joins = Callable[[Token, Token], bool]


def at_once(lexicon: Lexicon) -> Joins:
    """Is the later of two coordinated acts told of the time of the earlier; not what was done then, later or meanwhile?"""

    def joins(verb: Token, above: Token) -> bool:
        return one_breath(verb, above) and not any(c.lower_ in lexicon.words("sequel-adverbs") for c in verb.children)

    return joins


def one_breath(verb: Token, above: Token) -> bool:
    """Are two coordinated acts told of one subject in one form, and so of one time: "seized a ship on Monday and fled"?"""
    own = any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children)
    helpers = ({c.lower_ for c in v.children if c.dep_ in ("aux", "neg")} for v in (verb, above))
    first, second = helpers
    return not own and verb.tag_ == above.tag_ and (not first or first == second)


def reach_of(predicate: Token, lexicon: Lexicon, joins: Joins, harm: bool) -> Iterator[tuple[Token, bool]]:
    """The predicate, then the verbs whose dates and places are its own too, and whether only what stands before their subject is.

    A light verb, what it completes, what it is coordinated with; not who reports it, nor what was before or after it. What stands
    behind the earlier of two coordinated verbs is the later's too only where it ``joins`` it. ``harm``: people come to harm.
    """
    for verb, fronted in _climb(predicate, lexicon, joins, harm):
        yield verb, fronted
        if not fronted:
            yield from ((c, False) for c in _assembled(verb, lexicon))


def _assembled(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Participles that tell where those met who act: "ministers, meeting in Lima, agreed"."""
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    for word in (verb, *subjects):
        for child in word.children:
            if (
                child.dep_ in ("acl", "advcl")
                and child.tag_ in ("VBG", "VBN")
                and child.lemma_.lower() in lexicon.words("meeting-verbs")
            ):
                yield child


def _climb(predicate: Token, lexicon: Lexicon, joins: Joins, harm: bool) -> Iterator[tuple[Token, bool]]:
    node, fronted = predicate, False
    yield node, fronted
    times = lexicon.words("times-of-year")
    if node.dep_ in ("relcl", "acl") and node.head.lemma_.lower() in times and node.head.head.pos_ == "VERB":
        yield node.head.head, False  # "agreed that autumn to sell radars"
    if harm:
        yield from ((c, False) for c in _scenes_of_harm(predicate, lexicon))
    while node.head != node and node.dep_ in _SHARED:
        above = node.head
        verbs = node.pos_ in ("VERB", "AUX") and above.pos_ in ("VERB", "AUX")
        if verbs and node.dep_ in ("ccomp", "parataxis") and lexicon.report(above):
            return
        if verbs and node.dep_ == "advcl" and (_elsewhen(node, lexicon) or (node.i < above.i and node.tag_ in ("VBG", "VBN"))):
            return
        if verbs and any(t.text == ";" for t in node.doc[min(node.i, above.i) : max(node.i, above.i)]):
            return
        if node.dep_ == "pcomp" and above.lower_ in lexicon.words("aside-prepositions"):
            return  # "arrested in Lima for robbing banks"
        fronted = fronted or (verbs and node.dep_ == "conj" and not joins(node, above))
        subject = node.dep_ in ("nsubj", "nsubjpass") and node.pos_ == "NOUN"
        node = above
        if node.pos_ in ("VERB", "AUX"):
            yield node, fronted
            if subject:  # "talks are to | resume in Lima"
                yield from ((c, fronted) for c in node.children if c.dep_ == "xcomp" and c.pos_ == "VERB")


def _scenes_of_harm(predicate: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The verbs beside or below one of harm that tell where it was done."""
    together = [first_conjunct(predicate)]
    for verb in together:
        together += [c for c in verb.children if c.dep_ == "conj" and _harmful(c, lexicon)]
    for verb in together:  # "two are killed | when gunmen open fire in Lima"
        for child in verb.children:
            if child.dep_ == "advcl" and child.i > predicate.i and lexicon.vocab.evokes("verb", child.lemma_, ("assault",)):
                yield child
    yield from (v for v in together if v.i > predicate.i)  # "two were killed and five | wounded in Lima"


def _harmful(verb: Token, lexicon: Lexicon) -> bool:
    known = verb.lemma_.lower() in lexicon.words("harm-verbs")
    return verb.pos_ == "VERB" and (known or lexicon.vocab.evokes("verb", verb.lemma_, ("assault",)))


def resolve_date(text: str, published: date | None, ahead: bool = False) -> str:
    """An ISO 8601 date of reduced precision, or "" where the words give none; a bare month is the last or (``ahead``) next.

    >>> resolve_date("30 April 2025", None), resolve_date("Wednesday", date(2025, 2, 28))
    ('2025-04-30', '2025-02-26')
    """
    words = re.findall(r"[a-z]+|\d+", text.lower())
    year = _YEAR.search(text)
    month = next((i + 1 for i, name in enumerate(MONTHS) if name in words or (name[:3] in words and name[:3] != "mar")), None)
    day = next((int(w) for w in words if w.isdigit() and 1 <= int(w) <= 31), None)
    if year and not month:
        return year.group()
    if month:
        at = int(year.group()) if year else _told_year(words, published) or _nearest_year(month, published, ahead)
        if at is None:
            return ""
        return f"{at:04}-{month:02}-{day:02}" if day else f"{at:04}-{month:02}"
    return _relative(words, published) if published else ""


def _told_year(words: list[str], published: date | None) -> int | None:
    """ "January of last year", "June next year"."""
    step = _step(words)
    return published.year + step if published is not None and step is not None and "year" in words else None


def _step(words: list[str]) -> int | None:
    """How many months or years on: "last", "this" or "next"."""
    return next((step for word, step in (("last", -1), ("next", 1), ("this", 0)) if word in words), None)


def _nearest_year(month: int, published: date | None, ahead: bool) -> int | None:
    if published is None:
        return None
    if ahead:
        return published.year if month >= published.month else published.year + 1
    return published.year if month <= published.month else published.year - 1


def _relative(words: list[str], published: date) -> str:
    for index, name in enumerate(_WEEKDAYS):
        if name in words:
            return (published - timedelta(days=(published.weekday() - index) % 7)).isoformat()
    if "today" in words:
        return published.isoformat()
    if "yesterday" in words:
        return (published - timedelta(days=1)).isoformat()
    if "tomorrow" in words:
        return (published + timedelta(days=1)).isoformat()
    step = _step(words)
    if step is None:
        return ""
    if "month" in words:
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if "year" in words:
        return f"{published.year + step:04}"
    return ""
