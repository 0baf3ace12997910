"""News articles in; a knowledge graph of who does or proposes what, to whom, about which resource, and who says so, out.

    >>> import kg
    >>> g = kg.build("examples/")                   # doctest: +SKIP
    >>> g.query("proposals", resource="lithium")    # doctest: +SKIP
    >>> g.to_networkx(); g.view("out.html")         # doctest: +SKIP

Nothing is loaded, opened or fetched on import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.extract import Extractor
    from kg.graph import to_networkx
    from kg.model import Article, Claim, Mode, Statement, Status
    from kg.pipeline import KnowledgeGraph, build, claims
    from kg.pipeline import open_graph as open
    from kg.read import read_articles
    from kg.resolve import Linker
    from kg.store import open_store
    from kg.vocab import load as load_vocabulary

_HOMES = {
    "KgError": "kg.errors",
    "Extractor": "kg.extract",
    "explain": "kg.reasons",
    "to_networkx": "kg.graph",
    "Article": "kg.model",
    "Claim": "kg.model",
    "Mode": "kg.model",
    "Statement": "kg.model",
    "Status": "kg.model",
    "KnowledgeGraph": "kg.pipeline",
    "build": "kg.pipeline",
    "claims": "kg.pipeline",
    "open": "kg.pipeline:open_graph",
    "read_articles": "kg.read",
    "Linker": "kg.resolve",
    "open_store": "kg.store",
    "load_vocabulary": "kg.vocab:load",
}
__all__ = [
    "Article",
    "Claim",
    "Extractor",
    "KgError",
    "KnowledgeGraph",
    "Linker",
    "Mode",
    "Statement",
    "Status",
    "build",
    "claims",
    "explain",
    "load_vocabulary",
    "open",
    "open_store",
    "read_articles",
    "to_networkx",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from importlib import import_module

    module, _, attribute = home.partition(":")
    return getattr(import_module(module), attribute or name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
