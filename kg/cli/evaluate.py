"""``kg evaluate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import Model, SkipLog, out
from kg.cli.gold import articles, gold_files, hold
from kg.evaluate import ClaimScores, EventScores, is_events, read_gold, score_claims, score_events
from kg.jsonl import load_claims
from kg.model import Claim
from kg.pipeline import DEFAULT_MODEL, claims

_OWN = Path("tests/gold")


def command(
    gold: Annotated[
        list[Path] | None,
        typer.Argument(help="Gold files, or folders with *.gold.jsonl beside their articles.", show_default=False),
    ] = None,
    source: Annotated[
        list[Path] | None, typer.Option("--source", help="The article of a gold file that does not stand beside it.")
    ] = None,
    found: Annotated[Path | None, typer.Option("--found", help="Score these claims (JSON lines) instead of extracting.")] = None,
    model: Model = DEFAULT_MODEL,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what was missed and what was invented.")] = False,
    gate: Annotated[
        bool, typer.Option("--gate", help="Fail where a figure of a folder below GOLD lies under GOLD/floors.json.")
    ] = False,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="With --gate: keep what is higher now.")] = False,
    lower_floors: Annotated[bool, typer.Option("--lower-floors", help="With --gate: let floors fall to what is.")] = False,
    new_gold: Annotated[bool, typer.Option("--new-gold", help="With --gate: accept that the gold has changed.")] = False,
) -> None:
    """Compare claims with gold claims, or with hand-coded political events (PLOVER).

    Examples:
        kg evaluate examples/

        kg evaluate seed-gold.jsonl --source seed-article.txt

        kg evaluate plover-dev.jsonl

        kg evaluate --gate
    """
    if gate:
        hold(gold or [_OWN], model, raise_floors=raise_floors, lower_floors=lower_floors, new_gold=new_gold)
        return
    if not gold:
        raise typer.BadParameter("name a gold file, or a folder that holds *.gold.jsonl; or ask for the floors with --gate")
    files = gold_files(gold)
    records = [record for file in files for record in read_gold(file)]
    events = is_events(records)
    predicted = _found(found) if found else list(claims(articles(files, source, events), model=model, report=SkipLog()))
    scores: ClaimScores | EventScores = score_events(records, predicted) if events else score_claims(records, predicted)
    for line in scores.lines() + (scores.part_lines() if isinstance(scores, ClaimScores) else []):
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
