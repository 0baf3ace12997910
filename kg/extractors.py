"""The extractors there are: those built in, in one table, and those that other packages bring.

An extractor is a callable from articles to claims that also gives them by article (``by_article``), and names its model and its
vocabulary. Others join by the entry point group ``kg.extractors``: an entry's object is called with the options and gives one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from kg.errors import InputError
from kg.model import Article, Claim
from kg.vocab import Vocabulary

GROUP = "kg.extractors"


class Extracts(Protocol):
    """What the pipeline asks of an extractor."""

    vocab: Vocabulary

    @property
    def model(self) -> tuple[str, str]:
        """Name and version of what reads."""

    def __call__(self, articles: Iterable[Article]) -> Iterator[Claim]:
        """Claims, in the order of the text; not yet linked."""

    def by_article(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim]]]:
        """Each article with its claims."""


@dataclass(frozen=True)
class ExtractorOptions:
    """What extractors may need: a spaCy pipeline; for a language model the endpoint, its model, the budget and the cache.

    ``processes`` read at a time where there is much to read (0: one a core).
    """

    model: str
    llm_url: str | None = None
    llm_model: str | None = None
    llm_cache: Path | None = None
    max_requests: int | None = None
    max_tokens: int | None = None
    processes: int = 0


def _rules(options: ExtractorOptions) -> Extracts:
    from kg.extract import Extractor

    return Extractor(options.model, processes=options.processes)


def _llm(options: ExtractorOptions) -> Extracts:
    from kg.extract.llm import LlmExtractor, LlmOptions

    url = options.llm_url or os.environ.get("KG_LLM_URL")
    name = options.llm_model or os.environ.get("KG_LLM_MODEL")
    if not url or not name:
        raise InputError(
            "the llm extractor needs an endpoint and a model; give --llm-url and --llm-model, or KG_LLM_URL and KG_LLM_MODEL"
        )
    return LlmExtractor(
        LlmOptions(url, name, max_requests=options.max_requests, max_tokens=options.max_tokens, cache=options.llm_cache)
    )


BUILT_IN: Mapping[str, Callable[[ExtractorOptions], Extracts]] = {"rules": _rules, "llm": _llm}


def make_extractor(name: str, options: ExtractorOptions) -> Extracts:
    """The extractor of a name. Raises :class:`InputError` for an unknown one, and what the extractor itself raises."""
    if name in BUILT_IN:
        return BUILT_IN[name](options)
    others = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in others:
        known = ", ".join(sorted({*BUILT_IN, *others}))
        raise InputError(f"no extractor {name!r}; there are {known}")
    made: Extracts = others[name].load()(options)
    return made
