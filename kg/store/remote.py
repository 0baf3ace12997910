"""The store on a server: any that speaks SPARQL 1.1 Query, Update and the Graph Store protocol (W3C, 2013).

What is added is sent in batches; a batch is one update request, which a server carries out whole or not at all. Whoever
asks is answered with everything that was added before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.model import Article, Claim
from kg.paths import ontology_dir
from kg.rdf import ONTOLOGY_GRAPH, PREFIXES, Software, article_graph
from kg.store.answers import Answers
from kg.store.guard import Checked, check_query
from kg.store.http import Client, Reply
from kg.store.ontology import ontology_quads
from kg.store.prepare import Preparation, replacement
from kg.store.revision import history
from kg.store.worker import Answer, parsed

_PATIENCE = 60.0
_BATCH_ARTICLES, _BATCH_QUADS = 50, 20_000
_RESULTS, _TRIPLES = "application/sparql-results+json", "application/n-triples"
_ACCEPT = f"{_RESULTS}, {_TRIPLES};q=0.9"
_PROLOGUE = " ".join(f"PREFIX {prefix}: <{name}>" for prefix, name in PREFIXES.items()) + " "
_PLACE = re.compile(r"error at 1:(\d+)")
_DIGESTS = "SELECT ?graph ?digest { GRAPH ?graph { ?graph kg:digest ?digest } }"
_GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { %s GRAPH ?graph { ?s ?p ?o } }"


@dataclass(frozen=True, slots=True)
class _Pending:
    """An article to be sent: the graphs that it replaces, and its quads."""

    article: str
    graphs: tuple[ox.NamedNode, ...]
    quads: tuple[ox.Quad, ...]


class RemoteStore(Answers):
    """Articles, claims and vocabulary on a SPARQL server. Use it in a ``with`` statement, or close it.

    One program at a time should write; a server has no lock for us to hold.
    """

    def __init__(
        self, address: str, *, read_only: bool = False, ontology: Path | None = None, timeout: float | None = None
    ) -> None:
        """Connect to the server at ``address``, and load the vocabulary if another one, or none, stands there.

        Args:
            address: see :class:`kg.store.http.Endpoints`; credentials: see :class:`kg.store.http.Client`.
            read_only: refuse to write.
            ontology: the vocabulary to load; by default the package's own.
            timeout: seconds to wait for an answer (default: a minute).

        Raises:
            StoreError: the server does not answer, or does not let us in.
            VocabularyError: the ontology cannot be read.
        """
        self.timeout = timeout or _PATIENCE
        self._client: Client | None = Client(address, self.timeout)
        self.address, self.read_only = self._client.address, read_only
        self._pending: list[_Pending] = []
        self._digests = {str(row["graph"]): getattr(row["digest"], "value", "") for row in self.ask(_DIGESTS)}
        folder = ontology or ontology_dir()
        self._preparation = Preparation.of(folder)
        if not read_only and self._digests.get(str(ONTOLOGY_GRAPH)) != self._preparation.ontology:
            self._put(ONTOLOGY_GRAPH, ontology_quads(folder))
            self._digests[str(ONTOLOGY_GRAPH)] = self._preparation.ontology

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Send what waits, and let go of the server; closing again does nothing."""
        client = self._client
        if client is not None:
            try:
                self.flush()
            finally:
                self._client = None
                client.close()

    def compact(self) -> None:
        """Send what waits; a server tidies up by itself."""
        self.flush()

    # --- Writing

    def add(self, article: Article, claims: Iterable[Claim], software: Software | None = None) -> bool:
        """Store an article and its claims, all or nothing; say whether that changes anything. See the embedded store.

        It is sent with the next batch, at the latest when the store is asked or closed.

        Raises:
            StoreError: the store is read-only or closed, or the server refused a batch; then nothing of the batch was stored.
            FormatError: a claim is of another article, or a string is not valid Unicode.
        """
        self._writable()
        graph = article_graph(article.id)
        before = self._digests.get(str(graph))
        quads = self._preparation.quads(article, claims, software, before)
        if not quads:
            return False
        replaced: tuple[ox.NamedNode, ...] = ()
        if before is not None:
            replaced = (graph, *self.voices(article.id))
            quads += history(quads, self.graph(graph))
        self._pending.append(_Pending(article.id, replaced, tuple(quads)))
        self._digests[str(graph)] = next(
            str(q.object.value) for q in quads if q.subject == graph and isinstance(q.object, ox.Literal)
        )
        if len(self._pending) >= _BATCH_ARTICLES or sum(len(p.quads) for p in self._pending) >= _BATCH_QUADS:
            self.flush()
        return True

    def add_all(
        self, articles: Iterable[tuple[Article, Sequence[Claim]]], software: Software | None = None
    ) -> Iterator[tuple[Article, Sequence[Claim], bool]]:
        """Store articles as :meth:`add` does, and with its errors; give each back, with whether it changes anything."""
        for article, claims in articles:
            yield article, claims, self.add(article, claims, software)

    def flush(self) -> None:
        """Send what waits.

        Raises:
            StoreError: the server refused it, or does not answer; the articles are named, and none of them was stored.
        """
        batch, self._pending = self._pending, []
        if not batch:
            return
        try:
            self._update(replacement((g for p in batch for g in p.graphs), (q for p in batch for q in p.quads)))
        except StoreError as error:
            for pending in batch:
                self._digests.pop(str(article_graph(pending.article)), None)
            lost = ", ".join(p.article for p in batch[:3]) + (f" and {len(batch) - 3} more" if len(batch) > 3 else "")
            raise StoreError(f"{error} (not stored: {lost})") from None

    def remove(self, article_id: str) -> bool:
        """Take an article and all that was stored with it out; False where it was not there. Raises StoreError as :meth:`add`."""
        self._writable()
        graph = article_graph(article_id)
        if str(graph) not in self._digests:
            return False
        self._update(replacement([graph, *self.voices(article_id)], ()))
        del self._digests[str(graph)]
        return True

    def _writable(self) -> None:
        if self.read_only:
            raise StoreError(f"{self.address}: opened only to ask; open it for writing")
        self._held()

    def _held(self) -> Client:
        if self._client is None:
            raise StoreError(f"{self.address}: the store is closed; open it again")
        return self._client

    def _update(self, text: str) -> None:
        client = self._held()
        reply = client.send("POST", client.endpoints.update, kind="application/sparql-update", body=text.encode(), fields={})
        if not reply.good:
            raise StoreError(f"{self.address}: refused an update: {reply.line()}")

    def _put(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Replace one graph (Graph Store protocol, section 5.3, PUT)."""
        body = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES) or b""
        client = self._held()
        reply = client.send("PUT", client.endpoints.graphs, kind=_TRIPLES, body=body, fields={"graph": graph.value})
        if not reply.good:
            raise StoreError(
                f"{self.address}: refused the graph {graph.value}: {reply.line()}; name the endpoint in KG_STORE_GRAPHS"
            )

    # --- Reading

    def solve(self, checked: Checked) -> Answer:
        """Answer a query; what waits is sent before."""
        self.flush()
        client = self._held()
        reply = client.send(
            "POST",
            client.endpoints.query,
            kind="application/sparql-query",
            accept=_ACCEPT,
            body=(_PROLOGUE + checked.text).encode(),
            fields={} if checked.dataset else {"union-default-graph": "true"},
            wait=False,
        )
        if not reply.good:
            raise _complaint(reply)
        try:
            return parsed("triples" if reply.kind == _TRIPLES else "results", reply.body)
        except (SyntaxError, ValueError):
            raise QueryError(f"{self.address}: the server cut its answer short; ask for less") from None

    def graph(self, name: ox.NamedNode, subject: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """The quads of one named graph, or those of one subject in it."""
        given = f"VALUES ?graph {{ {name} }}" + (f" VALUES ?s {{ {subject} }}" if subject else "")
        found = self.solve(check_query(_GRAPH % given))
        assert isinstance(found, list)
        return (ox.Quad(t.subject, t.predicate, t.object, name) for t in found)


def _complaint(reply: Reply) -> Exception:
    """What is wrong with a query, the place in it as the user counts: our prefixes stand before its first line."""
    text = " ".join(reply.body.decode(errors="replace").split())
    if reply.status == 400 and "error at" in text:
        return SyntaxError(_PLACE.sub(lambda m: f"error at 1:{max(1, int(m[1]) - len(_PROLOGUE))}", text))
    return QueryError(f"the server cannot answer: {reply.line()}")
