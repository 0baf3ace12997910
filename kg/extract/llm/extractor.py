"""Articles → claims, asked of a model in batches of paragraphs, within a budget."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import LlmError
from kg.extract.llm.answers import NotClaims, read_answer, to_claim
from kg.extract.llm.cache import Cache
from kg.extract.llm.client import Answer, Client, Refused
from kg.extract.llm.prompt import VERSION, schema, system_prompt, user_prompt
from kg.extract.parse import blocks
from kg.model import Article, Claim
from kg.vocab import Vocabulary
from kg.vocab import load as load_vocabulary


@dataclass(frozen=True)
class LlmOptions:
    """Where and how to ask: ``url`` ends before ``/chat/completions``; ``batch`` is in characters of text a question.

    ``max_requests`` and ``max_tokens`` are the budget of one extractor, None no limit; ``cache`` is a folder, None keeps nothing.
    """

    url: str
    model: str
    timeout: float = 60.0
    retries: int = 4
    batch: int = 4000
    max_requests: int | None = None
    max_tokens: int | None = None
    cache: Path | None = None


@dataclass
class LlmReport:
    """What an extractor did: questions, answers from the cache, tokens; texts unread and claims refused, by their reasons."""

    requests: int = 0
    cached: int = 0
    tokens: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """The report as people read it."""
        found = [f"{self.requests:,} questions, {self.cached:,} answers from the cache, {self.tokens:,} tokens"]
        found += [f"{n:,} × text not read: {why}" for why, n in sorted(self.unread.items())]
        return found + [f"{n:,} × claim refused: {why}" for why, n in sorted(self.refused.items())]


class LlmExtractor:
    """Asks a language model for claims; holds the connection, the cache and the count of what was spent.

    Raises :class:`kg.errors.LlmError` where the endpoint cannot be used at all, or the extra is not installed.
    """

    def __init__(self, options: LlmOptions, vocab: Vocabulary | None = None, wait: Callable[[float], None] | None = None) -> None:
        try:
            import httpx  # noqa: F401
        except ImportError as error:
            raise LlmError(
                "the language model extractor is not installed; install it with: pip install 'newsgraph[llm]'"
            ) from error
        self.options = options
        self.vocab = vocab or load_vocabulary()
        self.report = LlmReport()
        self._client = Client(options.url, options.model, options.timeout, options.retries, wait or time.sleep)
        self._cache = Cache(options.cache) if options.cache else None
        self._system, self._schema = system_prompt(self.vocab), schema(self.vocab)

    @property
    def model(self) -> tuple[str, str]:
        """Name of the model, and the version of the prompt."""
        return self.options.model, f"prompt-{VERSION}"

    def __call__(self, articles: Iterable[Article]) -> Iterator[Claim]:
        """Claims of the articles, in the order of the text; not yet linked."""
        for _, claims in self.by_article(articles):
            yield from claims

    def by_article(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim]]]:
        """Each article with its claims."""
        for article in articles:
            found: dict[str, Claim] = {}
            for start, end in _batches(article.text, self.options.batch):
                for claim in self._read(article, start, end):
                    found.setdefault(claim.id, claim)
            yield article, sorted(found.values(), key=lambda c: (c.evidence.start, c.evidence.predicate.start, c.id))

    def _read(self, article: Article, start: int, end: int) -> Iterator[Claim]:
        try:
            records = read_answer(self._answer(article.text[start:end]))
        except (Refused, NotClaims) as error:
            self.report.unread[str(error)] += 1
            return
        for record in records:
            claim = to_claim(record, article, start, end, self.vocab)
            if isinstance(claim, str):
                self.report.refused[claim] += 1
            else:
                yield claim

    def _answer(self, text: str) -> str:
        asked = (self.options.model, VERSION, self._system, text)
        known = self._cache.get(*asked) if self._cache else None
        if known is not None:
            self.report.cached += 1
            return known
        if self._spent():
            raise Refused("the budget is spent")
        self.report.requests += 1
        answer: Answer = self._client.ask(self._system, user_prompt(text), self._schema)
        self.report.tokens += answer.tokens
        read_answer(answer.text)  # what is no answer is not kept
        if self._cache:
            self._cache.put(answer.text, *asked)
        return answer.text

    def _spent(self) -> bool:
        most, tokens = self.options.max_requests, self.options.max_tokens
        return (most is not None and self.report.requests >= most) or (tokens is not None and self.report.tokens >= tokens)


def _batches(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Ranges of whole paragraphs, each of about ``size`` characters; a longer paragraph stands alone."""
    start = end = None
    for offset, line in blocks(text):
        if start is None or end is None:
            start, end = offset, offset + len(line)
        elif offset + len(line) - start > size:
            yield start, end
            start, end = offset, offset + len(line)
        else:
            end = offset + len(line)
    if start is not None and end is not None:
        yield start, end
