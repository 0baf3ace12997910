"""Where articles and claims are kept, and asked.

with open_store("output/store") as store:
    store.add(article, claims)
    store.query("proposals", resource="rare earths")
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from kg.model import Article, Claim
from kg.rdf import Software
from kg.store.embedded import EmbeddedStore
from kg.store.queries import NamedQuery, Parameter, named_queries
from kg.store.search import Found
from kg.store.table import Table

if TYPE_CHECKING:
    from pyoxigraph import Quad

MEMORY = "memory"
"""Instead of a folder: one that is gone when the store is closed."""


class Store(Protocol):
    """What every store can do; :class:`EmbeddedStore` says what each of these promises."""

    def add(self, article: Article, claims: Iterable[Claim], software: Software | None = None) -> bool:
        """Store an article and its claims, all or nothing; False where that changes nothing."""

    def add_all(
        self, articles: Iterable[tuple[Article, Sequence[Claim]]], software: Software | None = None
    ) -> Iterator[tuple[Article, Sequence[Claim], bool]]:
        """Store many, and give each back with whether it changed anything; quicker than one call for each."""

    def remove(self, article_id: str) -> bool:
        """Take an article and its claims out; False where it is not there."""

    def articles(self) -> Iterator[Article]:
        """The stored articles."""

    def claims(self, **pattern: str) -> Iterator[Claim]:
        """The stored claims, all or those that match."""

    def query(self, query: str, /, **parameters: object) -> Table:
        """Answer a named query or SPARQL."""

    def bound(self, query: str, /, **parameters: object) -> str:
        """The SPARQL that is asked for a named query and its parameters."""

    def search(self, text: str, kind: str | None = None, limit: int = 20) -> list[Found]:
        """Actors, places and resources by a part of a name."""

    def quads(self, article_id: str | None = None) -> Iterator[Quad]:
        """Everything that is stored, or what is stored of one article."""

    def compact(self) -> None:
        """Tidy up after much writing."""

    def close(self) -> None:
        """Let go of it."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def open_store(
    path: str | Path, *, read_only: bool = False, ontology: Path | None = None, wait: float = 0.0, timeout: float | None = None
) -> Store:
    """Open the store in a folder, made where it does not exist; "memory" is a folder that goes when it is closed.

    Args:
        path: the folder, "memory", or the address of a SPARQL 1.1 server.
        read_only: open only to ask, what was published last; the store must exist.
        ontology: the folder of the vocabulary to load; by default the package's own.
        wait: seconds to wait for another process that writes to the folder.
        timeout: seconds after which a query is stopped; None: never, and of a server a minute.

    Raises:
        StoreError: the folder is no store, another process is writing to it, or the server does not answer.
    """
    if "://" in str(path):
        from kg.store.remote import RemoteStore

        return RemoteStore(str(path), read_only=read_only, ontology=ontology, timeout=timeout)
    folder = None if path == MEMORY else Path(path)
    return EmbeddedStore(folder, read_only=read_only, ontology=ontology, wait=wait, timeout=timeout)


__all__ = ["MEMORY", "Found", "NamedQuery", "Parameter", "Software", "Store", "Table", "named_queries", "open_store"]
