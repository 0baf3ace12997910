"""The store on disk: Oxigraph, one writer at a time, one article one transaction."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import Article, Claim
from kg.paths import ontology_dir
from kg.rdf import ONTOLOGY_GRAPH, PREFIXES, Software, article_graph
from kg.rdf.terms import KG
from kg.store.answers import Answers
from kg.store.folder import WritingFolder, lease_snapshot, newest_snapshot, one_line, release
from kg.store.guard import Checked
from kg.store.ontology import ontology_quads
from kg.store.prepare import Preparation, replacement
from kg.store.revision import history
from kg.store.worker import Answer, Worker

# How often a long build lets readers see what it has stored: in seconds at the least, and as a share of its time at the most.
_PUBLISH_EVERY = 10.0
_PUBLISHING_SHARE = 0.05

# Quads after which the engine writes out what it holds in memory; left alone, it holds ever more of a long build there.
_FLUSH_EVERY = 100_000


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An article ready to be written: the digest of what is stored of it, if anything is, and its new quads."""

    article: str
    before: str | None
    quads: list[ox.Quad]


class EmbeddedStore(Answers):
    """Articles, claims and vocabulary in a folder. Use it in a ``with`` statement, or close it."""

    def __init__(
        self,
        path: Path | None,
        *,
        read_only: bool = False,
        ontology: Path | None = None,
        wait: float = 0.0,
        timeout: float | None = None,
    ) -> None:
        """Open the store in ``path`` (None: a temporary folder, gone when it is closed), made if it is not there.

        Args:
            path: a folder that is a store, or is empty, or does not exist yet.
            read_only: open only to ask, what was published last; the folder must be a store.
            ontology: the vocabulary to load; by default the package's own.
            wait: seconds to wait for another process that writes.
            timeout: seconds after which a query is stopped, with the process that answers it; None: never.

        Raises:
            StoreError: the folder is no store, cannot be used, or another process is writing to it.
            VocabularyError: the ontology cannot be read.
        """
        self._folder = tempfile.TemporaryDirectory(prefix="kg-") if path is None else None
        self.path = path or Path(self._folder.name if self._folder else "") / "store"
        self.read_only, self.timeout = read_only, timeout
        self._writing: WritingFolder | None = None
        self._reading: ox.Store | None = None
        self._lease: Path | None = None
        self._preparation: Preparation | None = None
        self._worker: tuple[int, Worker] | None = None
        self._next, self._changed, self._unflushed = 0.0, False, 0
        try:
            if read_only:
                self._lease = lease_snapshot(self.path)
                self._reading = _snapshot_store(self._lease)
            else:
                self._writing = WritingFolder(self.path, wait)
                self._preparation = Preparation.of(ontology or ontology_dir())
                self._load_ontology(ontology or ontology_dir(), self._preparation.ontology)
                if not newest_snapshot(self.path):
                    self._publish()
                else:
                    self._next = time.monotonic() + _PUBLISH_EVERY
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder, so that others may write to it; closing again does nothing."""
        writing, self._writing, self._reading = self._writing, None, None
        try:
            if self._worker is not None:
                self._worker[1].close()
                release(self._worker[1].folder)
                self._worker = None
            if self._lease is not None:
                release(self._lease)
                self._lease = None
            if writing is not None:
                with self._telling():
                    writing.close()
        finally:
            if self._folder is not None:
                self._folder.cleanup()

    def compact(self) -> None:
        """Merge what many small transactions left on disk; asking becomes quicker and the folder smaller."""
        writing = self._writable()
        with self._telling():
            self._store.optimize()
            writing.reopen()
        self._publish()

    @property
    def _store(self) -> ox.Store:
        held = self._writing.db if self._writing is not None else self._reading
        if held is None:
            raise StoreError(f"{self.path}: the store is closed; open it again")
        return held

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What the disk says, in one line of ours."""
        try:
            yield
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.path}: {one_line(error)}; nothing of this step was stored") from error

    def _writable(self) -> WritingFolder:
        if self.read_only:
            raise StoreError(f"{self.path}: opened only to ask; open it for writing")
        if self._writing is None:
            raise StoreError(f"{self.path}: the store is closed; open it again")
        return self._writing

    def _publish(self) -> None:
        """Let readers see what was stored so far; in a large store that takes a while, and so is done less often."""
        began = time.monotonic()
        with self._telling():
            self._writable().publish()
        now = time.monotonic()
        self._next, self._changed = now + max(_PUBLISH_EVERY, (now - began) / _PUBLISHING_SHARE), False

    # --- Writing

    def _load_ontology(self, folder: Path, digest: str) -> None:
        """Put the vocabulary into its graph, unless it stands there already."""
        if self._digest(ONTOLOGY_GRAPH) == digest:
            return
        quads = ontology_quads(folder)
        with self._telling():
            if self._store.contains_named_graph(ONTOLOGY_GRAPH):
                self._replace([ONTOLOGY_GRAPH], quads)
            else:
                self._store.bulk_extend(quads)
                self._changed = True

    def _digest(self, graph: ox.NamedNode) -> str | None:
        quads = self._store.quads_for_pattern(graph, KG["digest"], None, graph)
        return next((str(getattr(quad.object, "value", "")) for quad in quads), None)

    def add(self, article: Article, claims: Iterable[Claim], software: Software | None = None) -> bool:
        """Store an article and its claims in one transaction; say whether that changed anything.

        The same article with the same claims, made by the same software, changes nothing; otherwise what was stored of
        the article before is replaced, and where its text was another, that version's provenance is kept. Of claims with
        the same id the first counts.

        Raises:
            StoreError: the store is read-only, closed, full or damaged, or a claim breaks a shape; then nothing of the
                article was stored.
            FormatError: a claim is of another article, or a string is not valid Unicode.
        """
        return self._commit(self._prepare(article, claims, software))

    def add_all(
        self, articles: Iterable[tuple[Article, Sequence[Claim]]], software: Software | None = None
    ) -> Iterator[tuple[Article, Sequence[Claim], bool]]:
        """Store articles as :meth:`add` does, one by one; give each back, with whether it changed anything, once it is on disk.

        While one is written, which the engine does without Python's lock, the next is fetched from ``articles`` and prepared; so
        ``articles`` must not use this store.

        Raises:
            StoreError, FormatError: as :meth:`add`; what was given back before is stored.
        """
        with ThreadPoolExecutor(1, "kg-writer") as writer:
            last: tuple[Article, Sequence[Claim], Future[bool]] | None = None
            for article, claims in articles:
                if last and last[0].id == article.id:
                    yield *last[:2], last[2].result()
                    last = None
                prepared = self._prepare(article, claims, software)
                if last:
                    yield *last[:2], last[2].result()
                last = article, claims, writer.submit(self._commit, prepared)
            if last:
                yield *last[:2], last[2].result()

    def _prepare(self, article: Article, claims: Iterable[Claim], software: Software | None) -> _Prepared:
        """What is to be written of an article: no quads where nothing is."""
        self._writable()
        assert self._preparation is not None
        before = self._digest(article_graph(article.id))
        return _Prepared(article.id, before, self._preparation.quads(article, claims, software, before))

    def _commit(self, prepared: _Prepared) -> bool:
        """Write an article in one transaction; False where there is nothing to write."""
        quads, graph = prepared.quads, article_graph(prepared.article)
        if not quads:
            return False
        self._unflushed += len(quads)
        with self._telling():
            if self._unflushed > _FLUSH_EVERY:
                self._store.flush()
                self._unflushed = len(quads)
            if prepared.before is None:
                self._store.extend(quads)
                self._changed = True
            else:
                kept = history(quads, self.graph(graph))
                self._replace([graph, *self.voices(prepared.article)], [*quads, *kept])
        if time.monotonic() > self._next:
            self._publish()
        return True

    def _replace(self, graphs: Iterable[ox.NamedNode], quads: Iterable[ox.Quad]) -> None:
        """Drop some graphs and put in some quads: one update is one transaction."""
        self._store.update(replacement(graphs, quads))
        self._changed = True

    def remove(self, article_id: str) -> bool:
        """Take an article and all that was stored with it out; False where it was not there.

        Raises:
            StoreError: as :meth:`add`.
        """
        self._writable()
        graph = article_graph(article_id)
        if self._digest(graph) is None:
            return False
        with self._telling():
            self._replace([graph, *self.voices(article_id)], ())
        return True

    # --- Reading

    def solve(self, checked: Checked) -> Answer:
        """Answer a query here, or, where there is a time limit, in a process that can be killed."""
        union = not checked.dataset
        if self.timeout is not None:
            return self._working().ask(checked.text, union, self.timeout)
        return self._store.query(checked.text, prefixes=PREFIXES, use_default_graph_as_union=union)

    def _working(self) -> Worker:
        """The process that answers, over a snapshot of what is stored now."""
        if self._changed:
            self._publish()
        newest = newest_snapshot(self.path) if self._writing is not None else 0
        if self._worker is not None and self._worker[0] != newest:
            self._worker[1].close()
            release(self._worker[1].folder)
            self._worker = None
        if self._worker is None:
            folder = lease_snapshot(self.path) if self._lease is None else self._lease
            self._worker = (newest, Worker(folder))
        return self._worker[1]

    def graph(self, name: ox.NamedNode, subject: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """The quads of one named graph, or those of one subject in it."""
        return self._store.quads_for_pattern(subject, None, None, name)

    def quads(self, article_id: str | None = None) -> Iterator[ox.Quad]:
        """Everything: articles, claims, plain triples and the ontology's graph; or an article's own graphs alone."""
        return iter(self._store) if article_id is None else super().quads(article_id)


def _snapshot_store(folder: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{folder.parent.parent}: cannot be opened as a store: {one_line(error)}") from error
