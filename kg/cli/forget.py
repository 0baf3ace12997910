"""``kg forget``."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.common import StorePath, Wait, err
from kg.errors import InputError
from kg.pipeline import find_store
from kg.store import open_store


def command(
    articles: Annotated[list[str], typer.Argument(help="Identifiers of articles.", show_default=False)],
    store: StorePath = "output",
    wait: Wait = 0.0,
) -> None:
    """Take articles out of a store, with their claims and all that rests on them alone.

    Examples:
        kg forget putin-rare-earths

        kg forget 2025-02-25-a 2025-02-25-b --store minerals
    """
    with open_store(find_store(store), wait=wait) as held:
        missing = [article for article in articles if not held.remove(article)]
        held.compact()
    err.print(f"forgotten: {len(articles) - len(missing):,} articles", highlight=False)
    if missing:
        how = "an article's identifier is `article.id` in `kg export --format jsonl`"
        raise InputError(f"not in this store: {', '.join(missing)}; {how}")
