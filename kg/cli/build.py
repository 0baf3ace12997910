"""``kg build``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from kg.cli.common import (
    LlmCache,
    LlmModel,
    LlmUrl,
    MaxRequests,
    MaxTokens,
    MinConfidence,
    Model,
    Output,
    Processes,
    Quiet,
    Reader,
    SkipLog,
    Sources,
    Wait,
    err,
    out,
    progress,
    sources,
    tell_spent,
)
from kg.confidence import MIN_CONFIDENCE
from kg.extractors import ExtractorOptions, make_extractor
from kg.pipeline import DEFAULT_MODEL, GRAPH_FILE, KnowledgeGraph, build


def command(
    source: Sources,
    output: Output = Path("output"),
    model: Model = DEFAULT_MODEL,
    min_confidence: MinConfidence = MIN_CONFIDENCE,
    extractor: Reader = "rules",
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    llm_cache: LlmCache = None,
    max_requests: MaxRequests = None,
    max_tokens: MaxTokens = None,
    processes: Processes = 0,
    store: Annotated[str | None, typer.Option("--store", "-s", help="Where to store: a folder, or a SPARQL server.")] = None,
    wait: Wait = 0.0,
    quiet: Quiet = False,
) -> None:
    """Articles → a store, and the graph as one HTML file, in the output folder.

    Building again from the same articles changes nothing; articles that cannot be read are named with the reason and skipped.

    Examples:
        kg build examples/

        kg build news/*.jsonl pages/ --output minerals
    """
    skipped = SkipLog()
    reader = make_extractor(extractor, ExtractorOptions(model, llm_url, llm_model, llm_cache, max_requests, max_tokens, processes))
    try:
        with progress(quiet) as step:
            graph = build(
                sources(source),
                output=output,
                extractor=reader,
                store=store,
                min_confidence=min_confidence,
                progress=step,
                report=skipped,
                wait=wait,
            )
    finally:
        skipped.close()
        tell_spent(reader)
    with graph:
        if not quiet:
            _summary(graph, output, skipped)


def _summary(graph: KnowledgeGraph, output: Path, skipped: SkipLog) -> None:
    summary = graph.summary
    assert summary is not None
    table = Table(show_header=False, box=None, pad_edge=False)
    unchanged = f" ({summary.unchanged:,} unchanged)" if summary.unchanged else ""
    table.add_row("articles", f"{summary.articles:,}{unchanged}")
    table.add_row(
        "claims",
        f"{sum(summary.claims.values()):,}: " + ", ".join(f"{n:,} {s}" for s, n in sorted(summary.claims.items())),
    )
    table.add_row("statements", f"{len(graph.statements()):,}")
    reasons: dict[str, int] = {}
    for item in skipped.items:
        if not item.kept:
            reasons[item.reason] = reasons.get(item.reason, 0) + 1
    if summary.unsure:
        table.add_row("left out", f"{summary.unsure:,} claims below the confidence asked for")
    table.add_row("skipped", f"{sum(reasons.values()):,}")
    for reason, count in sorted(reasons.items(), key=lambda pair: -pair[1])[:10]:
        table.add_row("", f"{count:,} × {reason}")
    out.print(table)
    err.print(f"graph: {output / GRAPH_FILE}   ask: kg query proposals --store {output}", highlight=False, soft_wrap=True)
