"""Headlines In Title Case → sentence case, letter for letter, so that the parser reads them as it reads sentences.

A word keeps its capital when it is part of a known name, an abbreviation, or written with a capital inside a sentence of the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kg.extract.names import is_thing
from kg.vocab import Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_LONG = 4
# "nationalise", "analysed": verbs that British English writes with s and American English with z.
_BRITISH = re.compile(r"\b[a-z]{3,}[iy]s(?:e|es|ed|ing)\b")

_DASHED = re.compile(r"(?<=[A-Za-z.])–(?=[A-Z])")
_HYPHENATED = re.compile(r"\b[A-Za-z]+-[A-Za-z]+\b")


def is_title_case(line: str) -> bool:
    """Are most of the longer words capitalised, in a line that does not end as a sentence does?

    >>> is_title_case("Putin Proposes Rare Minerals Partnership With the US"), is_title_case("Kyiv says talks go well")
    (True, False)
    """
    if line.rstrip().endswith((".", "!", "”", '"')):
        return False
    words = [w for w in _WORD.findall(line) if len(w) >= _LONG]
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.75 * len(words)


def capitalised_inside(lines: Iterable[str]) -> frozenset[str]:
    """Words that the running text writes with a capital where no sentence begins."""
    found: set[str] = set()
    for line in lines:
        if is_title_case(line):
            continue
        before = ""
        for match in _WORD.finditer(line):
            gap = line[len(before) : match.start()] if before else ""
            word = match.group()
            if word[0].isupper() and before and not re.search(r"[.!?:;\"“”]\s*$", gap or ".") and gap.strip(" ,") == "":
                found.add(word)
            before = line[: match.end()]
    return frozenset(found)


def sentence_case(line: str, vocab: Vocabulary, names: frozenset[str]) -> str:
    """The line with the capitals of its ordinary words taken back; the length stays the same."""
    keep = _known_spans(line, vocab)
    letters = list(line)
    for number, match in enumerate(_WORD.finditer(line)):
        word = match.group()
        if number == 0 or word.isupper() or "." in word.strip(".") or word in names or any(a <= match.start() < b for a, b in keep):
            continue
        if any(c.isupper() for c in word[1:]):
            continue
        lowered = word[0].lower()
        if len(lowered) == 1:
            letters[match.start()] = lowered
    return "".join(letters)


def american(line: str, known: Callable[[str], bool]) -> str:
    """The line with the verbs spelled as the parser learned them, letter for letter, wherever ``known`` knows the American form.

    >>> american("Mali will nationalise mines, and promised to advise them", {"nationalize"}.__contains__)
    'Mali will nationalize mines, and promised to advise them'
    """

    def spelled(match: re.Match[str]) -> str:
        word = match.group()
        at = max(word.rfind("is"), word.rfind("ys")) + 1
        other = f"{word[:at]}z{word[at + 1 :]}"
        return other if known(other) or known(f"{other[: at + 1]}e") else word

    return _BRITISH.sub(spelled, line)


def titled(line: str, vocab: Vocabulary) -> str:
    """The line with offices of two words written apart, letter for letter: "Vice-President" as "Vice President".

    Two names are parted by a hyphen: "the Israel–Hamas war".
    """

    def apart(match: re.Match[str]) -> str:
        words = match.group().replace("-", " ")
        return words if words.lower() in vocab.roles else match.group()

    line = _DASHED.sub("-", line) if "–" in line else line
    return _HYPHENATED.sub(apart, line) if "-" in line else line


def _known_spans(line: str, vocab: Vocabulary) -> list[tuple[int, int]]:
    words = [(m.start(), m.end()) for m in _WORD.finditer(line)]
    spans = []
    for index in range(len(words)):
        for size in range(min(5, len(words) - index), 0, -1):
            start, end = words[index][0], words[index + size - 1][1]
            name = line[start:end].removesuffix("'s").removesuffix("’s")
            if (name in vocab.names or name in vocab.place_names) and not is_thing(name, vocab):
                spans.append((start, end))
                break
    return spans
