"""``kg view``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import StorePath, err
from kg.pipeline import GRAPH_FILE, open_graph


def _beside(store: str) -> Path:
    """The graph's file in the folder of a build; here, where the store is on a server."""
    return Path(GRAPH_FILE) if "://" in store else Path(store) / GRAPH_FILE


def command(
    to: Annotated[Path | None, typer.Argument(help="HTML file to write; default: graph.html in the folder of the build.")] = None,
    store: StorePath = "output",
    actors: Annotated[bool, typer.Option("--actors", help="Each actor by itself, instead of under its stakeholder.")] = False,
    title: Annotated[str, typer.Option("--title", help="Heading of the page.")] = "Who does or proposes what",
) -> None:
    """Write the interactive graph of a store to one HTML file that works offline.

    Examples:
        kg view

        kg view actors.html --actors --title "Fight over minerals"
    """
    with open_graph(store) as graph:
        written = graph.view(to or _beside(store), title=title, actors=actors)
    err.print(f"written: {written}", highlight=False, soft_wrap=True)
