"""Values → JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import IO, Any

from kg.errors import FormatError
from kg.model import (
    Actor,
    Article,
    ArticleRef,
    Claim,
    Content,
    Mention,
    Place,
    Quantity,
    Resource,
    Stakeholder,
    Statement,
    Time,
)

Json = dict[str, Any]
_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
Role = Actor | Resource | Place | Time | Quantity | Content | Mention | Stakeholder


def to_json(value: Claim | Article | Statement) -> Json:
    """The value as a JSON object (dicts, lists, strings, numbers, booleans and None), its keys in a fixed order."""
    if isinstance(value, Claim):
        return _claim(value)
    return _article(value) if isinstance(value, Article) else _statement(value)


def dump(values: Iterable[Claim | Article | Statement], file: IO[str]) -> int:
    """Write one value a line and say how many were written. The file should be open for text in UTF-8."""
    count = 0
    for value in values:
        file.write(line_of(to_json(value)) + "\n")
        count += 1
    return count


def line_of(record: Json) -> str:
    """One line of JSON: no line break inside, no NaN or infinity.

    Raises:
        FormatError: a number is not finite.
    """
    try:
        return _LINE.encode(record)
    except ValueError as error:
        raise FormatError(f"{record.get('id')}: a number is not finite, which JSON cannot hold; correct it") from error


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "article": _reference(claim.article),
        "actor": role_json(claim.actor),
        "relation": claim.relation,
        "predicate": claim.predicate,
        "plover": claim.plover,
        "status": claim.status.value,
        "mode": claim.mode.value,
        "negated": claim.negated,
        "proposer": role_json(claim.proposer),
        "resource": role_json(claim.resource),
        "target": role_json(claim.target),
        "source": role_json(claim.source),
        "content": role_json(claim.content),
        "place": role_json(claim.place),
        "time": role_json(claim.time),
        "quantity": role_json(claim.quantity),
        "evidence": {
            "text": claim.evidence.text,
            "start": claim.evidence.start,
            "end": claim.evidence.end,
            "predicate": {"start": claim.evidence.predicate.start, "end": claim.evidence.predicate.end},
        },
        "rule": claim.rule,
        "cue": claim.cue,
        "confidence": claim.confidence,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _reference(article: ArticleRef) -> Json:
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "published": _day(article.published),
        "outlet": article.outlet,
    }


def _article(article: Article) -> Json:
    reference = _reference(ArticleRef.to(article))
    return {**reference, "language": article.language, "text": article.text}


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "relation": statement.relation,
        "lemma": statement.lemma,
        "actor": role_json(statement.actor),
        "resource": role_json(statement.resource),
        "target": role_json(statement.target),
        "claims": [_claim(claim) for claim in statement.claims],
    }


def role_json(value: Role | None) -> Json | None:
    """What fills a role, as it stands inside a claim's JSON; None stays None."""
    match value:
        case None:
            return None
        case Actor(id, label, kind, sector, stakeholder, mention):
            known = {"sector": sector.value if sector else None, "stakeholder": role_json(stakeholder)}
            return {"id": id, "label": label, "type": kind.value, **known, "mention": role_json(mention)}
        case Stakeholder(id, label, code, basis):
            return {"id": id, "label": label, "code": code, "basis": basis.value}
        case Resource(id, label, broader, mention):
            return {"id": id, "label": label, "broader": list(broader), "mention": role_json(mention)}
        case Place(id, label, mention):
            return {"id": id, "label": label, "mention": role_json(mention)}
        case Time(when, mention):
            return {"value": when, "mention": role_json(mention)}
        case Quantity(amount, unit, change, mention):
            return {"value": _number(amount), "unit": unit, "change": change, "mention": role_json(mention)}
        case Content():
            return _content(value)
        case Mention():
            return _mention(value)


def _number(value: float) -> float | int:
    """5 rather than 5.0, as long as a float counts whole numbers exactly."""
    whole = abs(value) < 2**53 and float(value).is_integer()
    return int(value) if whole else value


def _content(content: Content) -> Json:
    return {
        "relation": content.relation,
        "actor": role_json(content.actor),
        "resource": role_json(content.resource),
        "target": role_json(content.target),
        "negated": content.negated,
        "claim": content.claim,
    }


def _mention(mention: Mention) -> Json:
    record: Json = {"text": mention.text, "start": mention.start, "end": mention.end}
    if mention.head:
        record["head"] = mention.head
    if mention.name:
        record["name"] = mention.name
    if mention.owners:
        record["owners"] = list(mention.owners)
    if mention.antecedent:
        record["antecedent"] = _mention(mention.antecedent)
    return record
