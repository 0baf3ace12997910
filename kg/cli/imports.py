"""``kg import``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.common import err
from kg.store.importing import import_dump


def command(
    dumps: Annotated[list[Path], typer.Argument(help="Dumps: .nq .trig .jsonld, plain or .gz.", show_default=False)],
    store: Annotated[Path, typer.Option("--store", "-s", help="Folder of the new store.")],
) -> None:
    """Make a new store of a dump, as `kg export` or another store's tool writes it. All of it is imported, or nothing.

    Examples:
        kg import graph.nq --store copy

        kg import dump/*.nq.gz --store copy
    """
    count = import_dump(dumps, store)
    err.print(f"imported: {count:,} quads into {store}", highlight=False, soft_wrap=True)
