"""``kg validate``."""

from __future__ import annotations

import typer

from kg.check import check_store
from kg.cli.common import Quiet, StorePath, err, out
from kg.pipeline import open_graph


def command(store: StorePath = "output", quiet: Quiet = False) -> None:
    """Check a whole store against the SHACL shapes, and every span against its text. Exit code 3 where there are faults.

    Examples:
        kg validate

        kg validate --store minerals
    """
    found = 0
    with open_graph(store) as graph:
        for finding in check_store(graph.store):
            found += 1
            out.print(str(finding), markup=False, highlight=False, soft_wrap=True)
    if not quiet:
        err.print(f"{found:,} faults", highlight=False)
    if found:
        raise typer.Exit(3)
