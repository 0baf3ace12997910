"""``kg extract``."""

from __future__ import annotations

import json
import sys

from kg.cli.common import (
    LlmCache,
    LlmModel,
    LlmUrl,
    MaxRequests,
    MaxTokens,
    MinConfidence,
    Model,
    Processes,
    Reader,
    SkipLog,
    Sources,
    sources,
    tell_spent,
)
from kg.confidence import MIN_CONFIDENCE
from kg.extractors import ExtractorOptions, make_extractor
from kg.jsonl import to_json
from kg.pipeline import DEFAULT_MODEL, claims


def command(
    source: Sources,
    model: Model = DEFAULT_MODEL,
    min_confidence: MinConfidence = MIN_CONFIDENCE,
    extractor: Reader = "rules",
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    llm_cache: LlmCache = None,
    max_requests: MaxRequests = None,
    max_tokens: MaxTokens = None,
    processes: Processes = 0,
) -> None:
    """Print the claims of articles, one JSON object a line; nothing is stored.

    Examples:
        kg extract examples/putin-offer.md

        kg extract news.jsonl > claims.jsonl
    """
    skipped = SkipLog()
    reader = make_extractor(extractor, ExtractorOptions(model, llm_url, llm_model, llm_cache, max_requests, max_tokens, processes))
    for claim in claims(sources(source), extractor=reader, min_confidence=min_confidence, report=skipped):
        sys.stdout.write(json.dumps(to_json(claim), ensure_ascii=False) + "\n")
    skipped.close()
    tell_spent(reader)
