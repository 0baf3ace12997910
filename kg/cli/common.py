"""What several commands share: options, consoles, progress, and saying what was passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kg.extractors import Extracts
from kg.model import Article
from kg.read import Skipped

out = Console()
err = Console(stderr=True)
_SHOWN = 40

Sources = Annotated[list[str], typer.Argument(help="Files, folders or globs: .txt .md .html .jsonl", show_default=False)]
Model = Annotated[str, typer.Option("--model", help="spaCy pipeline with tagger, parser and NER.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="Folder of a build.")]
StorePath = Annotated[str, typer.Option("--store", "-s", help="Folder of a build or of a store, or a SPARQL server's address.")]
Wait = Annotated[float, typer.Option("--wait", min=0, help="Seconds to wait for another process that writes to the store.")]
MinConfidence = Annotated[
    float, typer.Option("--min-confidence", min=0, max=1, help="Leave out claims less likely right than this.")
]
Reader = Annotated[str, typer.Option("--extractor", help="What reads: rules, llm, or one that another package brings.")]
LlmUrl = Annotated[str | None, typer.Option("--llm-url", envvar="KG_LLM_URL", help="OpenAI-compatible endpoint, up to /v1.")]
LlmModel = Annotated[str | None, typer.Option("--llm-model", envvar="KG_LLM_MODEL", help="Name of the model there.")]
LlmCache = Annotated[Path | None, typer.Option("--llm-cache", help="Folder that keeps answers.")]
MaxRequests = Annotated[int | None, typer.Option("--max-requests", min=0, help="Ask the model no more often than this.")]
MaxTokens = Annotated[int | None, typer.Option("--max-tokens", min=0, help="Stop asking once this many are spent.")]
Processes = Annotated[int, typer.Option("--processes", min=0, help="How many read at a time, of much; 0: one a core.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print results and errors only.")]


def sources(paths: list[str]) -> str | Sequence[str]:
    """One source, or several."""
    return paths[0] if len(paths) == 1 else paths


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[Article, int], None]]:
    """A live line that counts articles and claims, on standard error."""
    if quiet:
        yield lambda article, claims: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task, counts = bar.add_task("loading the model", total=None), [0, 0]

        def step(article: Article, claims: int) -> None:
            counts[0] += 1
            counts[1] += claims
            bar.update(task, description=f"{counts[0]:,} articles, {counts[1]:,} claims")

        yield step


def tell_spent(extractor: Extracts) -> None:
    """What an extractor that asks a model has spent and refused, if it is one."""
    report = getattr(extractor, "report", None)
    for line in report.lines() if report is not None else ():
        err.print(line, highlight=False, soft_wrap=True)


class SkipLog:
    """Prints what is passed over, one line each, and counts it; past forty only the count goes on."""

    def __init__(self) -> None:
        self.items: list[Skipped] = []

    def __call__(self, item: Skipped) -> None:
        """Print and count one."""
        self.items.append(item)
        if len(self.items) <= _SHOWN:
            err.print(f"[yellow]{'kept' if item.kept else 'skipped'}[/] {escape(str(item))}", soft_wrap=True, highlight=False)

    def close(self) -> None:
        """Say how many more there were."""
        if len(self.items) > _SHOWN:
            err.print(f"[yellow]… and {len(self.items) - _SHOWN} more[/]")
