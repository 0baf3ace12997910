"""What every store does before it writes an article: leave out what is there already, make the quads, check the shapes."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.jsonl import line_of, to_json
from kg.model import Article, Claim
from kg.paths import ontology_dir
from kg.rdf import Software, article_graph, identifier, to_quads
from kg.rdf.terms import KG, RDF
from kg.store.ontology import ontology_digest, ontology_quads
from kg.store.shapes import Shapes, load_shapes

_SHOWN = 3


@dataclass(frozen=True)
class Preparation:
    """Makes quads with one vocabulary: its digest, what it describes, and its shapes."""

    ontology: str
    known: frozenset[str]
    shapes: Shapes

    @classmethod
    def of(cls, folder: Path) -> Preparation:
        """With the vocabulary in a folder; where that has no shapes, with the package's. Raises VocabularyError."""
        told = ontology_quads(folder)
        typed = (q.subject for q in told if q.predicate == RDF["type"])
        known = frozenset(identifier(node) for node in typed if isinstance(node, ox.NamedNode))
        shapes = folder if (folder / "shapes.ttl").is_file() else ontology_dir()
        return cls(ontology_digest(folder), known, load_shapes(shapes, told))

    def quads(self, article: Article, claims: Iterable[Claim], software: Software | None, before: str | None) -> list[ox.Quad]:
        """The quads of an article and its claims; none where their digest is ``before``, and so all is stored already.

        Of claims with the same id the first counts.

        Raises:
            StoreError: a claim breaks a shape; the message is the shape's.
            FormatError: a claim is of another article, or a string is not valid Unicode.
        """
        made = software or Software()
        distinct = {claim.id: claim for claim in reversed(list(claims))}
        found = [distinct[key] for key in sorted(distinct)]
        digest = _digest(article, found, made, self.ontology)
        if digest == before:
            return []
        graph = article_graph(article.id)
        quads = list(to_quads(article, found, made, self.known))
        faults = list(self.shapes.faults(quads))
        if faults:
            more = f" (and {len(faults) - _SHOWN} more)" if len(faults) > _SHOWN else ""
            raise StoreError(f"article {article.id}: {'; '.join(faults[:_SHOWN])}{more}; nothing of this article was stored")
        return [*quads, ox.Quad(graph, KG["digest"], ox.Literal(digest), graph)]


def replacement(graphs: Iterable[ox.NamedNode], quads: Iterable[ox.Quad]) -> str:
    """SPARQL Update that drops some graphs and puts in some quads; the engine's own writer escapes every term."""
    by_graph: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        by_graph[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    steps = [f"DROP SILENT GRAPH {graph}" for graph in graphs]
    if by_graph:
        blocks = (f"GRAPH {graph} {{\n" + "\n".join(lines) + "\n}" for graph, lines in by_graph.items())
        steps.append("INSERT DATA {\n" + "\n".join(blocks) + "\n}")
    return " ;\n".join(steps)


def _digest(article: Article, claims: Iterable[Claim], software: Software, ontology: str) -> str:
    """SHA-256 of all that decides what is stored of an article."""
    found = hashlib.sha256(f"{software!r}{ontology}".encode())
    for record in (to_json(article), *map(to_json, claims)):
        found.update(line_of(record).encode(errors="surrogatepass"))
    return found.hexdigest()
