"""Names said again in short: family names, a body's last word ("the Commission"), abbreviations introduced in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from kg.extract.mentions import Kind, Referent
from kg.model import ActorType
from kg.vocab import Vocabulary

_BRACKET = re.compile(r"\(\s*(?:the\s+|known as\s+|or\s+)?([A-Z][A-Za-z&.-]{1,9})\s*\)")
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "de", "to", "&"})


class Named(Protocol):
    """What this file asks of an entry of the discourse."""

    @property
    def position(self) -> int:
        """Where it stands."""

    @property
    def referent(self) -> Referent:
        """What it names."""


def by_family(entries: Sequence[Named], name: str, position: int) -> Referent | None:
    """The earlier, longer name of a person of which this one is a part: "Stefanishyna" after "Olga Stefanishyna"."""
    for entry in _before(entries, position):
        words = entry.referent.mention.name.split()
        if len(words) > 1 and name in (words[-1], words[0]) and entry.referent.person:
            return entry.referent
    return None


def firm_begins(entries: Sequence[Named], name: str, position: int, vocab: Vocabulary) -> Referent | None:
    """The known company named before whose name begins so, though a town is called so too: "Rio" after "Rio Tinto"."""
    for entry in _before(entries, position):
        entity = vocab.entities.get(entry.referent.entity or "")
        begins = entry.referent.mention.name.startswith(name + " ")
        if begins and entity is not None and entity.type is ActorType.COMPANY:
            return entry.referent
    return None


def by_last_word(entries: Sequence[Named], word: str, position: int) -> Referent | None:
    """The body named before in full whose name has this word at its head: "the Commission" after "the European Commission"."""
    for entry in reversed(list(_before(entries, position))):
        referent = entry.referent
        for name in (referent.mention.name, referent.label):
            words = name.removeprefix("The ").split(" of ")[0].split()
            if words[-1:] == [word] and name != word and not referent.person and referent.kind is Kind.ACTOR:
                return referent
    return None


def by_ending(entries: Sequence[Named], name: str, position: int) -> Referent | None:
    """The known body named before whose name ends so: "the Board of Trade" after "the Chilean Board of Trade"."""
    known = (e.referent for e in _before(entries, position) if e.referent.entity and not e.referent.person)
    return next((r for r in known if r.mention.name.endswith(" " + name)), None)


def organ(entries: Sequence[Named], word: str, position: int, vocab: Vocabulary) -> Referent | None:
    """The organ of an international body named before that is called by this word: "the Commission" after "Brussels"."""
    for entry in reversed(list(_before(entries, position))):
        body = vocab.entities.get(entry.referent.entity or "")
        if body is not None and body.type is ActorType.INTERNATIONAL:
            if (found := _organs(vocab).get((body.id, word))) is not None:
                return replace(entry.referent, entity=found, label=vocab.entities[found].label)
    return None


@lru_cache(maxsize=4)
def _organs(vocab: Vocabulary) -> Mapping[tuple[str, str], str]:
    """The organs of international bodies by body and last word."""
    found: dict[tuple[str, str], str] = {}
    for entity in vocab.entities.values():
        if entity.acts_for is not None and entity.type is not ActorType.PERSON:
            found.setdefault((entity.acts_for, entity.label.split()[-1]), entity.id)
    return found


def by_abbreviation(entries: Sequence[Named], short: Mapping[str, int], name: str, position: int) -> Referent | None:
    """The body for which an abbreviation was introduced in brackets: "RUF" after "Revolutionary United Front (RUF)"."""
    introduced = short.get(name)
    if introduced is None or introduced >= position:
        return None
    known = [e for e in _before(entries, introduced) if introduced - e.referent.mention.end <= 2 and e.referent.kind is Kind.ACTOR]
    return known[-1].referent if known else None


def abbreviations(texts: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Abbreviations that stand in brackets behind what they stand for, with the offset of the bracket.

    >>> abbreviations([(0, "The Zambian Miners' Union (ZMU) said so (Reuters).")])
    {'ZMU': 26}
    """
    found: dict[str, int] = {}
    for offset, text in texts:
        for match in _BRACKET.finditer(text):
            short = match.group(1)
            words = [w for w in re.findall(r"[\w'’-]+", text[: match.start()]) if w.lower() not in _SMALL]
            letters = [c for c in short if c.isupper()]
            initials = "".join(part[:1] for w in words[-8:] for part in w.split("-")).upper()
            if len(letters) > 1 and initials.endswith("".join(letters)):
                found.setdefault(short, offset + match.start())
    return found


def _before(entries: Sequence[Named], position: int) -> Iterator[Named]:
    for entry in entries:
        if entry.position >= position:
            return
        yield entry
