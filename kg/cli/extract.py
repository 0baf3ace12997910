"""``kg extract``."""

from __future__ import annotations

import json
import sys

from kg.cli.common import MinConfidence, Model, SkipLog, Sources, sources
from kg.confidence import MIN_CONFIDENCE
from kg.jsonl import to_json
from kg.pipeline import DEFAULT_MODEL, claims


def command(source: Sources, model: Model = DEFAULT_MODEL, min_confidence: MinConfidence = MIN_CONFIDENCE) -> None:
    """Print the claims of articles, one JSON object a line; nothing is stored.

    Examples:
        kg extract examples/putin-offer.md

        kg extract news.jsonl > claims.jsonl
    """
    skipped = SkipLog()
    for claim in claims(sources(source), model=model, min_confidence=min_confidence, report=skipped):
        sys.stdout.write(json.dumps(to_json(claim), ensure_ascii=False) + "\n")
    skipped.close()
