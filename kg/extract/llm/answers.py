"""A model's answer → claims, or the reason why one is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.extract.claims import claim_id
from kg.extract.llm.prompt import ROLES
from kg.model import (
    Actor,
    ActorType,
    Article,
    ArticleRef,
    Claim,
    Evidence,
    Mention,
    Mode,
    Place,
    Quantity,
    Resource,
    Span,
    Status,
    Time,
)
from kg.vocab import Vocabulary

RULE = "llm"
# Before it is calibrated for a model, what a model says is as likely as not.
UNRATED = 0.5
MOST_CLAIMS = 200
_FENCE = re.compile(r"^\s*```(?:json)?\s*(.*?)\s*```\s*$", re.DOTALL)
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class NotClaims(Exception):
    """The answer as a whole is not what was asked for; its text says why."""


def read_answer(text: str) -> list[Any]:
    """The list of claims in an answer, bare or in a code fence. Raises :class:`NotClaims`."""
    fenced = _FENCE.match(text)
    try:
        content = json.loads(fenced.group(1) if fenced else text)
    except (ValueError, RecursionError) as error:
        raise NotClaims("the answer is no JSON") from error
    found = content.get("claims") if isinstance(content, dict) else content
    if not isinstance(found, list):
        raise NotClaims("the answer has no list of claims")
    return found[:MOST_CLAIMS]


def to_claim(record: Any, article: Article, start: int, end: int, vocab: Vocabulary) -> Claim | str:
    """The claim that a record of an answer about ``article.text[start:end]`` makes, not yet linked; or why it is refused."""
    if not isinstance(record, dict) or not all(isinstance(record.get(k), str) for k in ("quote", "relation", "status", "mode")):
        return "malformed"
    if any(record.get(role) is not None and not isinstance(record[role], str) for role in ROLES):
        return "malformed"
    if record["relation"] not in vocab.relations:
        return "unknown relation"
    try:
        status, mode = Status(record["status"]), Mode(record["mode"])
    except ValueError:
        return "unknown status or mode"
    if mode.status is not status:
        return "status and mode disagree"
    span = find(record["quote"], article.text, start, end)
    if span is None:
        return "quote not in the text"
    sentence = _sentence(article.text, span, start, end)
    mentions: dict[str, Mention | None] = {}
    for role in ROLES:
        mentions[role] = _mention(record.get(role), article, sentence, start, end)
        if record.get(role) and mentions[role] is None:
            return f"{role} not in the text"
    predicate = find(str(record.get("predicate") or ""), article.text, sentence.start, sentence.end) or sentence
    return _claim(record, article, sentence, predicate, mode, mentions)


def _claim(
    record: dict[str, Any], article: Article, sentence: Span, predicate: Span, mode: Mode, found: dict[str, Mention | None]
) -> Claim:
    negated = record.get("negated") is True
    place, time, quantity = found["place"], found["time"], found["quantity"]
    resource = found["resource"]
    return Claim(
        id=claim_id(
            article.id,
            predicate,
            (found["actor"], found["target"], resource),
            record["relation"],
            mode.status,
            negated,
            found["source"],
        ),
        article=ArticleRef.to(article),
        relation=record["relation"],
        predicate=predicate.of(article.text) if predicate != sentence else record["relation"],
        status=mode.status,
        mode=mode,
        negated=negated,
        evidence=Evidence(sentence.of(article.text), sentence.start, sentence.end, predicate),
        rule=RULE,
        cue="",
        confidence=UNRATED,
        actor=_actor(found["actor"]),
        proposer=_actor(found["proposer"]),
        resource=Resource("", resource.text, mention=resource) if resource else None,
        target=_actor(found["target"]),
        source=_actor(found["source"]),
        place=Place("", place.text, place) if place else None,
        time=Time("", time) if time else None,
        quantity=_quantity(quantity),
    )


def _actor(mention: Mention | None) -> Actor | None:
    return Actor("", mention.text, ActorType.ORGANISATION, mention=mention) if mention else None


def _quantity(mention: Mention | None) -> Quantity | None:
    number = _NUMBER.search(mention.text) if mention else None
    if mention is None or number is None:
        return None
    unit = mention.text[number.end() :].strip().split()
    return Quantity(float(number.group().replace(",", "")), unit[0] if unit else "", mention=mention)


def find(words: str, text: str, start: int, end: int) -> Span | None:
    """Where words stand in ``text[start:end]``: letter for letter, else but for blanks and the shape of quotes and dashes."""
    words = words.strip()
    if not words:
        return None
    at = text.find(words, start, end)
    if at >= 0:
        return Span(at, at + len(words))
    pattern = r"\s+".join(re.escape(w) for w in words.translate(_SAME).split())
    match = re.compile(pattern).search(text.translate(_SAME), start, end)
    return Span(match.start(), match.end()) if match else None


def _sentence(text: str, span: Span, start: int, end: int) -> Span:
    """A quote without its blanks and line ends at the edges."""
    inside = span.of(text)
    left = len(inside) - len(inside.lstrip())
    return Span(max(start, span.start + left), min(end, span.start + left + len(inside.strip())))


def _mention(words: str | None, article: Article, sentence: Span, start: int, end: int) -> Mention | None:
    """The words of a role in the sentence, else nearest before it, else anywhere in the text asked about."""
    if not words:
        return None
    span = find(words, article.text, sentence.start, sentence.end)
    if span is None:
        before = article.text.rfind(words.strip(), start, sentence.start)
        span = Span(before, before + len(words.strip())) if before >= 0 else find(words, article.text, start, end)
    if span is None:
        return None
    text = span.of(article.text)
    head = text.split()[-1].lower()
    capital = [w for w in text.split() if w[:1].isupper() and w.lower() not in ("the", "a", "an")]
    return Mention(text, span.start, span.end, head=head, name=" ".join(capital), owners=tuple(_owners(text)))


def _owners(text: str) -> Iterator[str]:
    """Words that may say whose somebody is: capitalised ones before the head ("Ukraine's minister", "American companies")."""
    words = text.split()
    for word in words[:-1]:
        if word[:1].isupper() and word.lower() not in ("the", "a", "an"):
            yield re.sub(r"['’]s$", "", word)
    if " of " in text:
        yield text.rpartition(" of ")[2].removeprefix("the ")
