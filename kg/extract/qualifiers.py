"""Where and when: place and time of a predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.extract.arguments import Slots, first_conjunct
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.reader import Reader
from kg.extract.stakes import Roles
from kg.extract.tokens import Span, Token
from kg.model import Mention, Time
from kg.vocab import Vocabulary

_MONTHS = [
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
# Prepositions of place on a noun, and those of a movement.
_INSIDE = frozenset({"in", "at", "near", "inside", "outside", "along", "across", "off", "on"})
_MOTION = frozenset({"to", "into", "from", "through", "toward", "towards", "up"})
# Acts that move somewhere, and those whose object may be where they are done ("visited Niamey", "patrolled the province").
_MOVING = frozenset({"mobilize", "retreat", "coerce", "assault", "protest", "consult"})
# Acts of which a street, a field, a town is the scene.
_BODILY = frozenset({"mobilize", "retreat", "coerce", "assault", "protest", "seize", "produce"})
_THERE = frozenset({"consult", "mobilize", "protest"})
# Acts towards somebody, of whom a place tells who it is.
_ADDRESSED = frozenset({"request", "accuse", "support", "reject", "consult", "agree", "acquire", "supply", "threaten"})
_NAMED = frozenset({"GPE", "LOC", "FAC"})


def mention_of(block: Block, span: Span) -> Mention:
    """The mention of a spaCy span."""
    return Mention(
        block.text[span.start_char : span.end_char],
        block.offset + span.start_char,
        block.offset + span.end_char,
        span.root.lemma_.lower(),
    )


def time_of(block: Block, predicate: Token, published: date | None, asked: bool = False, ahead: bool = False) -> Time | None:
    """The date said of a predicate: the nearest in its own clause, else in the clause that it is coordinated or subordinated to.

    ``asked``: what is asked of somebody has its date in the clause that says it ("ordered them to reopen it within ten days").
    ``ahead``: the act is still to come, and so is its month.
    """
    spans = (span for span in _date_spans(block, predicate) if not _of_another(span.root, predicate, block.vocab))
    dates = [(span, clause_of(span.root, predicate)) for span in spans]
    reach = [*_reach(predicate, Lexicon(block.vocab)), *(_asked_for(predicate) if asked else ())]
    for clause, fronted in reach:
        own = [span for span, governor in dates if governor == clause and not (fronted and not _fronted(span.root, clause))]
        if own:
            nearest = min(own, key=lambda span: (not span.root.ent_type_, abs(span.root.i - predicate.i)))
            return Time(resolve_date(nearest.text, published, ahead and clause == predicate), mention_of(block, nearest))
    return None


def _of_another(inside: Token, predicate: Token, vocab: Vocabulary) -> bool:
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


def _asked_for(request: Token) -> Iterator[tuple[Token, bool]]:
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
            if _dates(entity, predicate) and entity.root.lower_ not in ages:
                yield entity
    seasons = block.vocab.words("times-of-year")
    for token in predicate.sent:
        if token.i in known or token.pos_ != "NOUN":
            continue
        pointing = any(c.dep_ == "det" and c.lower_ in ("that", "this") for c in token.children)
        timely = token.dep_ in ("npadvmod", "dobj") and pointing
        on = token.dep_ == "pobj" and token.head.lower_ in ("on", "by", "before", "until") and token.lemma_.lower() == "day"
        if (token.lemma_.lower() in seasons and timely) or on or (token.dep_ == "pobj" and token.head.lower_ == "during"):
            yield block.doc[token.left_edge.i : token.i + 1]


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


def _fronted(token: Token, verb: Token) -> bool:
    """Does a phrase stand before the clause's subject, and so hold for what is coordinated below it?"""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), verb)
    return token.i < subject.i


def _elsewhen(clause: Token, lexicon: Lexicon) -> bool:
    """Does a clause tell of another time than the main clause: before it, after it, when it may be?"""
    other = lexicon.words("temporals") | lexicon.words("conditions") | {"when"}
    return any(c.lower_ in other and c.dep_ in ("mark", "advmod", "prep") for c in clause.children)


def _reach(predicate: Token, lexicon: Lexicon) -> Iterator[tuple[Token, bool]]:
    """The predicate, then the verbs whose dates and places are its own too, and whether only what stands before their subject is.

    A light verb, what it completes, what it is coordinated with; not who reports it, nor what was before or after it.
    """
    node, fronted = predicate, False
    yield node, fronted
    times = lexicon.words("times-of-year")
    if node.dep_ in ("relcl", "acl") and node.head.lemma_.lower() in times and node.head.head.pos_ == "VERB":
        yield node.head.head, False  # "agreed that autumn to sell radars"
    if predicate.lemma_.lower() in lexicon.words("harm-verbs"):  # "two are killed | when gunmen open fire in Lima"
        clauses = [c for c in first_conjunct(predicate).children if c.dep_ == "advcl" and c.i > predicate.i]
        yield from ((c, False) for c in clauses if lexicon.vocab.evokes("verb", c.lemma_, ("assault",)))
        beside = (c for c in predicate.children if c.dep_ == "conj" and c.lemma_.lower() in lexicon.words("harm-verbs"))
        yield from ((c, False) for c in beside)  # "two were killed and five | wounded in Lima"
    while node.head != node and node.dep_ in _SHARED:
        above = node.head
        verbs = node.pos_ in ("VERB", "AUX") and above.pos_ in ("VERB", "AUX")
        if verbs and node.dep_ in ("ccomp", "parataxis") and lexicon.report(above):
            return
        if verbs and node.dep_ == "advcl" and (_elsewhen(node, lexicon) or (node.i < above.i and node.tag_ in ("VBG", "VBN"))):
            return
        if verbs and any(t.text == ";" for t in node.doc[min(node.i, above.i) : max(node.i, above.i)]):
            return
        if node.dep_ == "pcomp" and above.lower_ in ("after", "before", "since"):
            return
        fronted = fronted or (verbs and node.dep_ == "conj")
        node = above
        if node.pos_ in ("VERB", "AUX"):
            yield node, fronted


def resolve_date(text: str, published: date | None, ahead: bool = False) -> str:
    """An ISO 8601 date of reduced precision, or "" where the words give none; a bare month is the last or (``ahead``) next.

    >>> resolve_date("30 April 2025", None), resolve_date("Wednesday", date(2025, 2, 28))
    ('2025-04-30', '2025-02-26')
    """
    words = re.findall(r"[a-z]+|\d+", text.lower())
    year = _YEAR.search(text)
    month = next((i + 1 for i, name in enumerate(_MONTHS) if name in words or (name[:3] in words and name[:3] != "mar")), None)
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


def place_of(reader: Reader, predicate: Token, filled: Slots, relation: str, roles: Roles) -> Referent | None:
    """The place said of a predicate: behind a preposition of place on it, on a verb whose place is its too, or on what it acts on;
    else what it visits, else what its thing is called by ("La Paz highways").
    """
    actors = {r.mention.span for r in roles.actors}
    reach = [*_reach(predicate, reader.lexicon), *(_asked_for(predicate) if relation == "request" else ())]
    found = []
    for token in predicate.sent:
        if token.dep_ not in ("prep", "dative", "agent") or token.lower_ not in reader.vocab.words("place-prepositions") | _MOTION:
            continue
        hops, verb = _hangs(token, predicate, relation, reader)
        at = next((i for i, (v, fronted) in enumerate(reach) if v == verb and (not fronted or _fronted(token, v))), None)
        at = None if hops and _of_another(token, predicate, reader.vocab) else at
        word = token.lower_
        if at is None or (hops and word not in _INSIDE) or (word in ("on", "over", "off") and relation not in _BODILY):
            continue
        for inner in token.children:
            if inner.dep_ == "pobj":
                place = _locate(reader, inner, word, relation, roles.used)
                if place is not None and place.mention.span not in actors:
                    found.append(((at, hops, abs(inner.i - predicate.i)), place))
    if found:
        return min(found, key=lambda f: f[0])[1]
    objects = [t for t in filled.get("obj", ()) if t.dep_ in ("dobj", "conj")]
    visited = [t for t in objects if relation in _THERE and (t.ent_type_ in _NAMED or reader.block.referent(t).kind is Kind.PLACE)]
    there = [_locate(reader, t, "in", relation, roles.used) for t in visited]
    things = [t for t in objects if reader.block.referent(t).kind is not Kind.ACTOR]  # not a Lima man
    called = [reader.block.referent(c) for t in things for c in t.lefts if c.dep_ == "compound" and c.ent_type_ == "GPE"]
    called = [r for r in called if r.kind is Kind.PLACE and r.term not in reader.vocab.resources and relation in _BODILY]
    return next((r for r in (*there, *called) if r is not None and r.mention.span not in actors), None)


def _hangs(preposition: Token, predicate: Token, relation: str, reader: Reader) -> tuple[int, Token | None]:
    """Over how many nouns a preposition hangs on which verb, or on the predicate; on none inside somebody who acts."""
    node, hops = preposition.head, 0
    while node != predicate and node.pos_ not in ("VERB", "AUX"):
        scene = relation == "value" or (relation in _BODILY and preposition.lower_ == "in" and hops == 0)  # "police in Algiers"
        attack = relation == "assault" and hops == 0 and reader.vocab.evokes("noun", node.lemma_, ("assault",))
        scene = scene or (attack and preposition.lower_ in ("on", "at", "near", "against"))  # "an attack on Lima kills two"
        inside = node.dep_ in ("poss", "relcl") or (node.dep_ == "nsubj" and not scene)
        whose = relation in _ADDRESSED and reader.block.referent(node).kind is Kind.ACTOR  # "called on the military in Niamey"
        if node.head == node or whose or (inside and preposition.i > node.i):
            return hops, None
        hops += node.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
        node = node.head
    return hops, node


def _locate(reader: Reader, token: Token, word: str, relation: str, taken: set[int]) -> Referent | None:
    referent = reader.block.referent(token)
    known = reader.block.names.get(token.i)
    moving = word in _MOTION
    city = known is not None and bool(known.senses) and known.senses[0].how == "metonym" and token.ent_type_ in _NAMED
    part = any(c.dep_ == "amod" and c.lower_ in reader.vocab.words("quarters-of-heaven") for c in token.children)
    owned = any(c.dep_ == "poss" for c in token.children)  # "to Saudi Arabia's Manara"
    if not owned and (referent.kind is Kind.PLACE or _unknown_place(reader, token, word, relation)):
        return referent
    drawn = word == "from" and relation in ("acquire", "produce", "supply")
    if (
        token.lemma_.lower() in reader.vocab.words("place-nouns")
        and _definite(token)
        and (not moving or drawn or relation in _MOVING)
    ):
        return referent
    works = token.dep_ == "pobj" and (word in ("at", "near") or (word == "in" and relation in _BODILY))
    if (
        works
        and not (reader.is_act(token) or reader.is_abstract(token))  # "in a Brussels raid", "in New Zealand history"
        and referent.kind in (Kind.RESOURCE, Kind.OTHER)
        and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.lefts)
    ):
        return referent  # "at the Panguna mine"
    if known and token.ent_type_ in _NAMED and referent.kind is Kind.ACTOR:
        there = (city or part) and (
            word in ("in", "at", "near", "around") or (moving and relation in _MOVING)
        )  # "sent 45 soldiers to Honiara", "into northern Syria"
        if there or (token.i not in taken and (not moving or word == "through")):
            return referent
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.ent_type_ in ("GPE", "LOC"):
                    return _locate(reader, inner, word, relation, taken)
        if child.dep_ == "compound" and referent.kind is not Kind.ACTOR and reader.block.referent(child).kind is Kind.PLACE:
            return reader.block.referent(child)  # "at the Bontang terminal"
    return None


def _definite(noun: Token) -> bool:
    """Is it told which: "the area", "the capital's square", "certain areas"?"""
    which = (c.dep_ == "det" and c.lower_ in ("the", "that", "this", "both") for c in noun.children)
    return any(which) or any(c.dep_ in ("compound", "poss") or c.lower_ in ("certain", "several") for c in noun.lefts)


def _unknown_place(reader: Reader, token: Token, word: str, relation: str) -> bool:
    """Is it a town that no list knows, by how it is named and the preposition before it: "at Parotani", "up to Kidal"?"""
    known = reader.block.names.get(token.i)
    if known is not None and known.place and word in ("at", "near", "in"):
        return True  # a place, although the recogniser takes it for a person
    if token.pos_ != "PROPN" or known is not None or token.i in reader.block.resources:
        return False
    if token.ent_type_ in ("DATE", "TIME", "EVENT", "LAW") or token.lower_ in _MONTHS:
        return False
    if token.ent_type_ in _NAMED:
        return True
    if any(c.dep_ in ("det", "poss") or c.lemma_.lower() in reader.vocab.words("firm-nouns") for c in token.children):
        return False  # "its stake in the chip maker Rohm"
    fronted = word == "on" and token.head.i == token.sent.start
    near = fronted or word in ("in", "at", "near", "off", "outside", "inside", "around")
    return near or (word in _MOTION and relation in ("mobilize", "retreat") and token.ent_type_ != "PERSON")
