"""The store on disk: Oxigraph, one writer at a time, one article one transaction."""

from __future__ import annotations

import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.jsonl import line_of, to_json
from kg.model import Article, Claim
from kg.paths import ontology_dir
from kg.rdf import (
    ONTOLOGY_GRAPH,
    PREFIXES,
    Software,
    article_graph,
    article_iri,
    articles_from_quads,
    from_quads,
    identifier,
    to_quads,
)
from kg.rdf.terms import KG, RDF
from kg.store.choose import choice
from kg.store.guard import Checked, check_query, malformed
from kg.store.ontology import ontology_digest, ontology_quads
from kg.store.queries import named_queries, values_clause
from kg.store.resolve import terms_for
from kg.store.table import Table


class EmbeddedStore:
    """Articles, claims and vocabulary in a folder. Use it in a ``with`` statement, or close it."""

    def __init__(self, path: Path | None, *, read_only: bool = False, ontology: Path | None = None) -> None:
        """Open the store in ``path`` (None: a temporary folder, gone when it is closed), made if it is not there.

        Args:
            path: a folder that is a store, or is empty, or does not exist yet.
            read_only: open only to ask; the folder must be a store.
            ontology: the vocabulary to load; by default the package's own.

        Raises:
            StoreError: the folder is no store, cannot be used, or another process is writing to it.
            VocabularyError: the ontology cannot be read.
        """
        self._folder = tempfile.TemporaryDirectory(prefix="kg-") if path is None else None
        self.path = path or Path(self._folder.name if self._folder else "")
        self.read_only = read_only
        self._held: ox.Store | None = None
        try:
            self._held = _open(self.path, read_only)
            if not read_only:
                self._load_ontology(ontology or ontology_dir())
            self._known = self._described()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder, so that others may write to it; closing again does nothing."""
        if self._held is not None and not self.read_only:
            self._held.flush()
        self._held = None
        if self._folder is not None:
            self._folder.cleanup()

    def compact(self) -> None:
        """Merge what many small transactions left on disk; asking becomes quicker and the folder smaller."""
        self._writable()
        with self._telling():
            self._store.optimize()
            # Opening anew lets go of the write-ahead logs, which are larger than the data.
            self._held = None
            self._held = _open(self.path, read_only=False)

    @property
    def _store(self) -> ox.Store:
        if self._held is None:
            raise StoreError(f"{self.path}: the store is closed; open it again")
        return self._held

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What the disk says, in one line of ours."""
        try:
            yield
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.path}: {_line(error)}; nothing of this step was stored") from error

    def _writable(self) -> None:
        if self.read_only:
            raise StoreError(f"{self.path}: opened only to ask; open it for writing")

    # --- Writing

    def _load_ontology(self, folder: Path) -> None:
        """Put the vocabulary into its graph, unless it stands there already."""
        digest = ontology_digest(folder)
        if self._digest(ONTOLOGY_GRAPH) == digest:
            return
        quads = ontology_quads(folder)
        with self._telling():
            if self._store.contains_named_graph(ONTOLOGY_GRAPH):
                self._replace([ONTOLOGY_GRAPH], quads)
            else:
                self._store.bulk_extend(quads)

    def _described(self) -> frozenset[str]:
        """The identifiers of all that the ontology's graph describes."""
        quads = self._store.quads_for_pattern(None, RDF["type"], None, ONTOLOGY_GRAPH)
        return frozenset(identifier(quad.subject) for quad in quads if isinstance(quad.subject, ox.NamedNode))

    def _digest(self, graph: ox.NamedNode) -> str | None:
        quads = self._store.quads_for_pattern(graph, KG["digest"], None, graph)
        return next((str(getattr(quad.object, "value", "")) for quad in quads), None)

    def add(self, article: Article, claims: Iterable[Claim], software: Software | None = None) -> bool:
        """Store an article and its claims in one transaction; say whether that changed anything.

        The same article with the same claims, made by the same software, changes nothing; otherwise what was stored of
        the article before is replaced. Of claims with the same id the first counts.

        Raises:
            StoreError: the store is read-only, closed, full or damaged; then nothing of the article was stored.
            FormatError: a claim is of another article, or a string is not valid Unicode.
        """
        self._writable()
        made = software or Software()
        distinct = {claim.id: claim for claim in reversed(list(claims))}
        found = [distinct[key] for key in sorted(distinct)]
        graph = article_graph(article.id)
        before, digest = self._digest(graph), self._digest_of(article, found, made)
        if before == digest:
            return False
        quads = [*to_quads(article, found, made, self._known), ox.Quad(graph, KG["digest"], ox.Literal(digest), graph)]
        with self._telling():
            if before is None:
                self._store.extend(quads)
            else:
                self._replace([graph, *self._voices(article.id)], quads)
        return True

    def _digest_of(self, article: Article, claims: Iterable[Claim], software: Software) -> str:
        found = hashlib.sha256(f"{software!r}{self._digest(ONTOLOGY_GRAPH)}".encode())
        for record in (to_json(article), *map(to_json, claims)):
            found.update(line_of(record).encode(errors="surrogatepass"))
        return found.hexdigest()

    def _voices(self, article: str) -> list[ox.NamedNode]:
        quads = self._store.quads_for_pattern(article_iri(article), KG["voice"], None, article_graph(article))
        return [quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)]

    def _replace(self, graphs: Iterable[ox.NamedNode], quads: Iterable[ox.Quad]) -> None:
        """Drop some graphs and put in some quads: one update is one transaction."""
        by_graph: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            by_graph[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .")
        steps = [f"DROP SILENT GRAPH {graph}" for graph in graphs]
        if by_graph:
            blocks = (f"GRAPH {graph} {{\n" + "\n".join(lines) + "\n}" for graph, lines in by_graph.items())
            steps.append("INSERT DATA {\n" + "\n".join(blocks) + "\n}")
        self._store.update(" ;\n".join(steps))

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
            self._replace([graph, *self._voices(article_id)], ())
        return True

    # --- Reading

    def articles(self) -> Iterator[Article]:
        """The stored articles, in the order of their graphs' names."""
        for graph in self._graphs():
            nodes = {q.subject for q in self._store.quads_for_pattern(None, RDF["type"], KG["Article"], graph)}
            quads = [q for node in nodes for q in self._store.quads_for_pattern(node, None, None, graph)]
            yield from articles_from_quads(quads)

    def claims(self, **pattern: str) -> Iterator[Claim]:
        """The stored claims, article by article, in the order of each text; all, or those that match ``pattern``.

        Args:
            pattern: see :func:`kg.store.choose.choice`.

        Raises:
            QueryError: a key is unknown, or nothing goes by a name.
        """
        wanted = {key: value for key, value in pattern.items() if value is not None}
        if not wanted:
            for graph in self._graphs():
                yield from from_quads(self._store.quads_for_pattern(None, None, None, graph))
            return
        found: dict[ox.NamedNode, set[str]] = defaultdict(set)
        for row in self._solutions(check_query(choice(self._store, wanted))):
            graph, claim = row["graph"], row["claim"]
            if isinstance(graph, ox.NamedNode) and isinstance(claim, ox.NamedNode):
                found[graph].add(identifier(claim))
        for graph, ids in sorted(found.items(), key=lambda item: item[0].value):
            quads = self._store.quads_for_pattern(None, None, None, graph)
            yield from (claim for claim in from_quads(quads) if claim.id in ids)

    def query(self, query: str, /, **parameters: object) -> Table:
        """Answer a named query, or SPARQL (SELECT, ASK, CONSTRUCT, DESCRIBE), over the union of all graphs.

        Args:
            query: a name (see :func:`kg.store.named_queries`) or the text of a query; our prefixes are declared.
            parameters: values for a named query's parameters, or for variables of the text: a resource, a stakeholder
                or a relation by id or name, anything else as a literal.

        Raises:
            QueryError: no such query, parameter or name; the query is malformed, or may not be run.
        """
        named = named_queries().get(query)
        if named is not None:
            given = {name: terms_for(self._store, name, v) for name, v in named.arguments(parameters).items()}
            return self._table(check_query(named.bound(given)))
        if not any(sign in query for sign in "{?<* \n"):
            known = ", ".join(named_queries())
            raise QueryError(f"no query is named {query!r}; give SPARQL, or one of {known}")
        checked = check_query(query)
        for name in parameters:
            if name not in checked.variables:
                raise QueryError(f"the query has no variable ?{name} to give a value to")
        clauses = [values_clause(name, terms_for(self._store, name, value)) for name, value in parameters.items()]
        return self._table(check_query("\n".join([query, *clauses])))

    def quads(self, article_id: str | None = None) -> Iterator[ox.Quad]:
        """Everything: articles, claims, plain triples and the ontology's graph; or an article's own graphs alone."""
        if article_id is None:
            return iter(self._store)
        graphs = [article_graph(article_id), *self._voices(article_id)]
        return (quad for graph in graphs for quad in self._store.quads_for_pattern(None, None, None, graph))

    def _graphs(self) -> list[ox.NamedNode]:
        quads = self._store.quads_for_pattern(None, RDF["type"], KG["Article"])
        graphs = {q.graph_name for q in quads if isinstance(q.graph_name, ox.NamedNode)}
        return sorted((g for g in graphs if g != ONTOLOGY_GRAPH), key=lambda graph: graph.value)

    def _parsed(self, checked: Checked) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        try:
            return self._store.query(checked.text, prefixes=PREFIXES, use_default_graph_as_union=not checked.dataset)
        except SyntaxError as error:
            raise malformed(checked, error) from None
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {_line(error)}") from None

    def _solutions(self, checked: Checked) -> Iterator[ox.QuerySolution]:
        found = self._parsed(checked)
        assert isinstance(found, ox.QuerySolutions)
        return found

    def _table(self, checked: Checked) -> Table:
        found = self._parsed(checked)
        try:
            if isinstance(found, ox.QueryBoolean):
                return Table.of(("answer",), ((ox.Literal(bool(found)),),))
            if isinstance(found, ox.QueryTriples):
                triples = tuple((t.subject, t.predicate, t.object) for t in found)
                return Table.of(("subject", "predicate", "object"), triples)
            columns = tuple(variable.value for variable in found.variables)
            return Table.of(columns, tuple(tuple(row[name] for name in columns) for row in found))
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {_line(error)}") from None


def _line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _open(path: Path, read_only: bool) -> ox.Store:
    """Open Oxigraph there; a folder that holds anything but a store is left alone."""
    try:
        made = (path / "CURRENT").is_file()
        if read_only and not made:
            raise StoreError(f"{path}: no store there; make one with `kg build`")
        if path.exists() and not made and (not path.is_dir() or any(path.iterdir())):
            raise StoreError(f"{path}: holds something, but no store; give a folder of its own")
        if read_only:
            return ox.Store.read_only(str(path))
        path.mkdir(parents=True, exist_ok=True)
        return ox.Store(str(path))
    except (OSError, RuntimeError) as error:
        if "While lock file" in str(error) or "lock hold by current process" in str(error):
            raise StoreError(f"{path}: another process is writing to this store; wait until it has ended") from error
        raise StoreError(f"{path}: cannot be opened as a store: {_line(error)}") from error
