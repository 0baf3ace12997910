"""JSON → values, with the place and the reason of whatever does not fit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, NoReturn, TypeVar, overload

from kg.errors import FormatError
from kg.model import (
    Actor,
    ActorType,
    Article,
    ArticleRef,
    Basis,
    Claim,
    Content,
    Evidence,
    Mention,
    Mode,
    Place,
    Quantity,
    Resource,
    Sector,
    Span,
    Stakeholder,
    Statement,
    Status,
    Time,
)

Json = dict[str, Any]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def claim_from_json(record: Json) -> Claim:
    """The claim that :func:`to_json` gave.

    Raises:
        FormatError: a key is missing, or holds what it must not; the message names it.
    """
    return _Reader(record).claim()


def article_from_json(record: Json) -> Article:
    """The article that :func:`to_json` gave: ``id`` and ``text`` are needed, all else may be missing.

    Raises:
        FormatError: as :func:`claim_from_json`.
    """
    reader = _Reader(record)
    reference = reader.reference()
    text, language = reader.text("text"), reader.words("language")
    return Article(
        reference.id,
        text,
        reference.title,
        reference.url,
        reference.published,
        reference.outlet,
        "en" if language is None else language,
    )


def statement_from_json(record: Json) -> Statement:
    """The statement that :func:`to_json` gave.

    Raises:
        FormatError: as :func:`claim_from_json`.
    """
    reader = _Reader(record)
    actor, target = reader.role("actor", _Reader.actor), reader.role("target", _Reader.actor)
    resource = reader.role("resource", _Reader.resource)
    claims = tuple(_Reader(each, f"claims[{n}]").claim() for n, each in enumerate(reader.many("claims")))
    return Statement(reader.text("id"), reader.text("relation"), actor, resource, target, reader.words("lemma"), claims)


def load_claims(file: IO[str] | Path) -> Iterator[Claim]:
    """The claims of a file of JSON lines, one at a time; empty lines are passed over.

    Raises:
        FormatError: a line holds no claim; the message says which line, and why.
        OSError: the file cannot be opened or read.
    """
    return _load(file, claim_from_json)


def load_articles(file: IO[str] | Path) -> Iterator[Article]:
    """The articles of a file of JSON lines as :func:`dump` writes them.

    Raises:
        FormatError, OSError: as :func:`load_claims`.
    """
    return _load(file, article_from_json)


def _load(file: IO[str] | Path, make: Callable[[Json], T]) -> Iterator[T]:
    if isinstance(file, Path):
        with file.open(encoding="utf-8") as lines:
            yield from _load(lines, make)
        return
    number, name = 0, getattr(file, "name", "input")
    try:
        for line in file:
            number += 1
            if line.strip():
                yield make(_parse(line))
    except FormatError as error:
        raise FormatError(f"{name}:{number}: {error}") from None
    except UnicodeDecodeError as error:
        raise FormatError(f"{name}:{number + 1}: not UTF-8 ({error.reason}); save the file as UTF-8") from None


def _parse(line: str) -> Json:
    try:
        record = json.loads(line, parse_constant=_refuse)
        if "\\u" in line:
            json.dumps(record, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise FormatError(f"no JSON: {error.msg} at character {error.pos + 1}; write one object a line") from None
    except UnicodeEncodeError:
        raise FormatError("half of a surrogate pair stands alone in a string; write the whole character") from None
    except (ValueError, RecursionError):
        raise FormatError("JSON nested too deep, or with a number too long; write one plain object a line") from None
    if not isinstance(record, dict):
        raise FormatError("no JSON object; write one object a line")
    return record


def _refuse(name: str) -> NoReturn:
    raise FormatError(f"{name} is no JSON number; write null or leave the key out")


class _Reader:
    """Takes typed values out of a JSON object and says where in the record it found something else."""

    def __init__(self, record: Json, path: str = "") -> None:
        if type(record) is not dict:
            raise FormatError(f"`{path}` should be an object, not {_NAMES.get(type(record), 'null')}")
        self.record, self.path = record, path

    def _where(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    @overload
    def _take(self, key: str, kind: type[T]) -> T: ...
    @overload
    def _take(self, key: str, kind: type[T], *, optional: bool) -> T | None: ...
    def _take(self, key: str, kind: type[T], *, optional: bool = False) -> T | None:
        value = self.record.get(key)
        if value is None and optional:
            return None
        if kind is float and type(value) is int:
            value = _float(value, self._where(key))
        if type(value) is not kind:
            found = _NAMES.get(type(value), "nothing" if key not in self.record else "null")
            raise FormatError(f"`{self._where(key)}` should be {_NAMES[kind]}, not {found}")
        return value

    def text(self, key: str) -> str:
        return self._take(key, str)

    def words(self, key: str) -> str | None:
        return self._take(key, str, optional=True)

    def many(self, key: str) -> list[Any]:
        return self._take(key, list, optional=True) or []

    def strings(self, key: str) -> tuple[str, ...]:
        values = self.many(key)
        if not all(isinstance(v, str) for v in values):
            raise FormatError(f"`{self._where(key)}` should hold strings alone")
        return tuple(values)

    def one_of(self, key: str, kind: type[E]) -> E:
        value = self.text(key)
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(kind)
            raise FormatError(f"`{self._where(key)}` is {value!r}, but should be one of {known}") from None

    def day(self, key: str) -> date | None:
        value = self.words(key)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise FormatError(f"`{self._where(key)}` is {value!r}, but should be a day such as 2025-02-25") from None

    def inside(self, key: str) -> _Reader:
        return _Reader(self._take(key, dict), self._where(key))

    def role(self, key: str, make: Callable[[_Reader], T]) -> T | None:
        return make(self.inside(key)) if self.record.get(key) is not None else None

    def reference(self) -> ArticleRef:
        return ArticleRef(self.text("id"), self.words("url"), self.words("title"), self.day("published"), self.words("outlet"))

    def span(self) -> Span:
        return Span(self._take("start", int), self._take("end", int))

    def mention(self) -> Mention:
        span = self.span()
        return Mention(
            self.text("text"), span.start, span.end, self.words("head") or "", self.words("name") or "",
            self.strings("owners"), self.role("antecedent", _Reader.mention),
        )  # fmt: skip

    def stakeholder(self) -> Stakeholder:
        return Stakeholder(self.text("id"), self.text("label"), self.words("code"), self.one_of("basis", Basis))

    def actor(self) -> Actor:
        sector = self.one_of("sector", Sector) if self.record.get("sector") is not None else None
        return Actor(
            self.text("id"), self.text("label"), self.one_of("type", ActorType), sector,
            self.role("stakeholder", _Reader.stakeholder), self.role("mention", _Reader.mention),
        )  # fmt: skip

    def resource(self) -> Resource:
        mention = self.role("mention", _Reader.mention)
        return Resource(self.text("id"), self.text("label"), self.strings("broader"), mention)

    def place(self) -> Place:
        return Place(self.words("id") or "", self.text("label"), self.role("mention", _Reader.mention))

    def time(self) -> Time:
        return Time(self.text("value"), self.role("mention", _Reader.mention))

    def quantity(self) -> Quantity:
        value, mention = self._take("value", float), self.role("mention", _Reader.mention)
        return Quantity(value, self.text("unit"), self.words("change"), mention)

    def content(self) -> Content:
        actor, target = self.role("actor", _Reader.actor), self.role("target", _Reader.actor)
        resource, negated = self.role("resource", _Reader.resource), self._take("negated", bool, optional=True)
        return Content(self.words("relation"), actor, resource, target, bool(negated), self.words("claim"))

    def evidence(self) -> Evidence:
        whole = self.span()
        return Evidence(self.text("text"), whole.start, whole.end, self.role("predicate", _Reader.span) or whole)

    def claim(self) -> Claim:
        return Claim(
            id=self.text("id"),
            article=self.inside("article").reference(),
            relation=self.text("relation"),
            predicate=self.text("predicate"),
            status=self.one_of("status", Status),
            mode=self.one_of("mode", Mode),
            negated=self._take("negated", bool),
            evidence=self.inside("evidence").evidence(),
            rule=self.words("rule") or "",
            cue=self.words("cue") or "",
            confidence=self._take("confidence", float),
            actor=self.role("actor", _Reader.actor),
            proposer=self.role("proposer", _Reader.actor),
            resource=self.role("resource", _Reader.resource),
            target=self.role("target", _Reader.actor),
            source=self.role("source", _Reader.actor),
            content=self.role("content", _Reader.content),
            place=self.role("place", _Reader.place),
            time=self.role("time", _Reader.time),
            quantity=self.role("quantity", _Reader.quantity),
            plover=self.words("plover"),
        )


_NAMES: dict[type, str] = {
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


def _float(value: int, where: str) -> float:
    try:
        return float(value)
    except OverflowError:
        raise FormatError(f"`{where}` is a number too large") from None
