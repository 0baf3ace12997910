"""``kg explain``."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.common import Model, StorePath, out
from kg.errors import InputError
from kg.pipeline import DEFAULT_MODEL, open_graph
from kg.reasons import explain


def command(
    claim: Annotated[str, typer.Argument(help="A claim's id, as queries, exports and the graph show it.")],
    store: StorePath = "output",
    model: Model = DEFAULT_MODEL,
) -> None:
    """Say why a claim was made: rule, cue, the path to each role, antecedents and links.

    Examples:
        kg explain claim/0123456789abcdef0123
    """
    with open_graph(store) as graph:
        wanted = claim.rpartition("claim/")[2]
        found = next((c for c in graph.claims(id=f"claim/{wanted}")), None)
        if found is None:
            raise InputError(f"{claim}: no claim of that id in {store}; kg export --format jsonl lists them")
        for line in explain(found, graph.vocab, model).lines():
            out.print(line, markup=False, highlight=False, soft_wrap=True)
