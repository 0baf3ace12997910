"""``kg mcp``."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.common import StorePath
from kg.mcp import make_server
from kg.pipeline import open_graph


def command(
    store: StorePath = "output",
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds after which a query is stopped.")] = 30.0,
) -> None:
    """Serve the store to language models: the Model Context Protocol over standard input and output, for reading alone.

    It reads what was stored when it was started.

    Examples:
        kg mcp --store output
    """
    with open_graph(store, timeout=timeout) as graph:
        make_server(graph.store).run("stdio")
