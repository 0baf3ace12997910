"""Gold files and the texts beside them, and the floors that ``kg evaluate --gate`` holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from kg.cli.common import Model, SkipLog, err, out
from kg.errors import InputError
from kg.evaluate import read_gold, score_claims
from kg.gate import losses, pin, raised, read_floors, write_floors
from kg.pipeline import claims

ENDING = ".gold.jsonl"
FLOORS = "floors.json"


def gold_files(paths: Sequence[Path]) -> list[Path]:
    """The gold files named, or those in the folders named. Raises :class:`InputError` where there are none."""
    files = [f for path in paths for f in (sorted(path.glob(f"*{ENDING}")) if path.is_dir() else [path])]
    if not files:
        raise InputError(f"{', '.join(map(str, paths))}: no *{ENDING} there; name a gold file")
    return files


def articles(files: Sequence[Path], source: Sequence[Path] | None, events: bool) -> list[str]:
    """The texts that the gold is about: those named, the records themselves (events), or the article beside each gold file."""
    if source:
        return [str(path) for path in source]
    if events:
        return [str(path) for path in files]
    beside = []
    for file in files:
        stem = file.name.removesuffix(ENDING)
        article = next(
            (file.with_name(stem + suffix) for suffix in (".md", ".txt", ".html") if file.with_name(stem + suffix).exists()),
            None,
        )
        if article is None:
            raise InputError(f"{file}: no article beside it; name it with --source")
        beside.append(str(article))
    return beside


def hold(gold: Sequence[Path], model: Model, *, raise_floors: bool, lower_floors: bool, new_gold: bool) -> None:
    """Measure each folder of gold below ``gold`` against its floors; exits with 1 where one is undercut."""
    failed = False
    for root in gold:
        folders = sorted({f.parent for f in root.glob(f"*/*{ENDING}")})
        if not folders:
            raise InputError(f"{root}: no folder with *{ENDING} below it; name the folder that holds {FLOORS}")
        floors, figures, pins = read_floors(root / FLOORS), {}, {}
        for folder in folders:
            files = gold_files([folder])
            records = [record for file in files for record in read_gold(file)]
            found = list(claims(articles(files, None, events=False), model=model, report=SkipLog()))
            figures[folder.name] = score_claims(records, found).figures()
            pins[folder.name] = pin(files, records)
            for name, value in figures[folder.name].items():
                least = floors.figures.get(folder.name, {}).get(name)
                floor = "" if least is None else f"  (floor {least:.3f})"
                out.print(f"{folder.name}  {name}: {value:.3f}{floor}", highlight=False, soft_wrap=True)
        against = [x for x in losses(floors, pins, figures) if not (new_gold and "has changed" in x)]
        if not lower_floors and against:
            failed = True
            for line in against:
                err.print(f"[red]{line}[/]", highlight=False, soft_wrap=True)
        elif raise_floors or lower_floors or new_gold:
            write_floors(root / FLOORS, raised(floors, pins, figures, lower=lower_floors))
    if failed:
        raise typer.Exit(1)
