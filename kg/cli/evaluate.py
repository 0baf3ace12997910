"""``kg evaluate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import Model, SkipLog, out
from kg.errors import InputError
from kg.evaluate import ClaimScores, EventScores, is_events, read_gold, score_claims, score_events
from kg.jsonl import load_claims
from kg.model import Claim
from kg.pipeline import DEFAULT_MODEL, claims

_GOLD = ".gold.jsonl"


def command(
    gold: Annotated[list[Path], typer.Argument(help="Gold files, or folders with *.gold.jsonl beside their articles.")],
    source: Annotated[
        list[Path] | None, typer.Option("--source", help="The article of a gold file that does not stand beside it.")
    ] = None,
    found: Annotated[Path | None, typer.Option("--found", help="Score these claims (JSON lines) instead of extracting.")] = None,
    model: Model = DEFAULT_MODEL,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what was missed and what was invented.")] = False,
) -> None:
    """Compare claims with gold claims, or with hand-coded political events (PLOVER).

    Examples:
        kg evaluate examples/

        kg evaluate seed-gold.jsonl --source seed-article.txt

        kg evaluate plover-dev.jsonl
    """
    files = [f for path in gold for f in (sorted(path.glob(f"*{_GOLD}")) if path.is_dir() else [path])]
    if not files:
        raise InputError(f"{', '.join(map(str, gold))}: no *{_GOLD} there; name a gold file")
    records = [record for file in files for record in read_gold(file)]
    events = is_events(records)
    predicted = _found(found) if found else list(claims(_articles(files, source, events), model=model, report=SkipLog()))
    scores: ClaimScores | EventScores = score_events(records, predicted) if events else score_claims(records, predicted)
    for line in scores.lines():
        out.print(line, highlight=False, soft_wrap=True)
    if verbose and isinstance(scores, ClaimScores):
        _differences(scores)


def _differences(scores: ClaimScores) -> None:
    """What gold has and the claims lack, and the other way round."""
    keys = ("id", "stakeholder", "status", "relation", "resource", "target")
    for record in scores.missed:
        _line("missed  ", *(record[k] for k in keys), "|", record["evidence"])
    for c in scores.invented:
        labels = [x.label if x else None for x in (c.actor, c.resource, c.target)]
        _line("invented", labels[0], c.status.value, c.relation, *labels[1:], "|", c.evidence.text)


def _line(*words: object) -> None:
    out.print(*words, markup=False, highlight=False, soft_wrap=True)


def _found(path: Path) -> list[Claim]:
    with path.open(encoding="utf-8") as lines:
        return list(load_claims(lines))


def _articles(files: list[Path], source: list[Path] | None, events: bool) -> list[str]:
    """The texts that the gold is about: those named, the records themselves (events), or the article beside each gold file."""
    if source:
        return [str(path) for path in source]
    if events:
        return [str(path) for path in files]
    beside = []
    for file in files:
        stem = file.name.removesuffix(_GOLD)
        article = next(
            (file.with_name(stem + suffix) for suffix in (".md", ".txt", ".html") if file.with_name(stem + suffix).exists()),
            None,
        )
        if article is None:
            raise InputError(f"{file}: no article beside it; name it with --source")
        beside.append(str(article))
    return beside
