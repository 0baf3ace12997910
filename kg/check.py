"""What must hold of stored claims: the SHACL shapes of the ontology, and every span against its article's text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.errors import VocabularyError
from kg.paths import ontology_dir
from kg.rdf import dataset as to_dataset
from kg.rdf import identifier
from kg.rdf.terms import BASE, DCTERMS, KG, OA, PROV, RDF, SCHEMA, SKOS

if TYPE_CHECKING:  # both are slow to import: only those who check wait for them
    import pyoxigraph as ox
    import rdflib
    from rdflib.term import Node

    from kg.store import Store

_AT_ONCE = 30_000
"""Quads that are checked at a time, and those of the article that goes beyond: they are in memory together."""

_SH = "http://www.w3.org/ns/shacl#"
_DESCRIBED = "SELECT ?thing ?type ?label { GRAPH graph:ontology { ?thing a ?type ; skos:prefLabel ?label } }"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault: of which article, at which node, what is wrong, and, where there is one, the property and its value."""

    article: str
    node: str
    message: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        """One line for people."""
        at = f" ({self.path}: {self.value})" if self.path and self.value else f" ({self.path or self.value})"
        return f"{self.article or '?'}: {self.node}: {self.message}{at if self.path or self.value else ''}"


def check(dataset: rdflib.Dataset, shapes: rdflib.Graph | None = None) -> list[Finding]:
    """Check some articles and their claims; actors, places and resources must be described in the dataset.

    Args:
        dataset: the quads of one or more articles, and what of the ontology they refer to.
        shapes: SHACL shapes; by default those of the package's ontology.

    Raises:
        VocabularyError: the ontology or the shapes cannot be read.
    """
    import rdflib

    graph = rdflib.Graph()
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    return sorted({*_by_shapes(graph, shapes or _turtle("shapes.ttl")), *_by_spans(graph)})


def check_store(store: Store, shapes: rdflib.Graph | None = None) -> Iterator[Finding]:
    """Check all that a store holds, some articles at a time, in the order of the articles.

    Raises:
        VocabularyError: as :func:`check`.
    """
    described = _described(store)
    for quads in _batches(store):
        yield from check(to_dataset([*quads, *_needed(quads, described)]), shapes)


def _batches(store: Store) -> Iterator[list[ox.Quad]]:
    """The quads of the articles, so many at a time."""
    batch: list[ox.Quad] = []
    for article in store.articles():
        batch.extend(store.quads(article.id))
        if len(batch) >= _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _described(store: Store) -> dict[str, list[ox.Quad]]:
    """Type and label of all that the ontology describes, by IRI."""
    import pyoxigraph as ox

    found: dict[str, list[ox.Quad]] = defaultdict(list)
    for thing, kind, label in store.query(_DESCRIBED).rows:
        node, name = ox.NamedNode(str(thing)), ox.Literal(str(label))
        found[node.value].append(ox.Quad(node, RDF["type"], ox.NamedNode(str(kind))))
        found[node.value].append(ox.Quad(node, SKOS["prefLabel"], name))
    return found


def _needed(quads: Iterable[ox.Quad], described: dict[str, list[ox.Quad]]) -> Iterator[ox.Quad]:
    for node in {str(getattr(quad.object, "value", "")) for quad in quads}:
        yield from described.get(node, ())


@lru_cache(maxsize=4)
def _turtle(name: str) -> rdflib.Graph:
    import rdflib

    path = ontology_dir() / name
    try:
        return rdflib.Graph().parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise VocabularyError(f"{path}: {error}; mend or restore the ontology") from error


def _by_shapes(data: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[Finding]:
    import pyshacl
    import rdflib

    nodes = rdflib.Namespace(_SH)
    for name in ("kg.ttl", "relations.ttl"):
        data += _turtle(name)
    _, report, text = pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise VocabularyError(f"the shapes cannot be used: {' '.join(str(text).split())[:200]}")
    for result in report.subjects(rdflib.RDF.type, nodes.ValidationResult):
        focus = report.value(result, nodes.focusNode)
        message = report.value(result, nodes.resultMessage)
        path, value = report.value(result, nodes.resultPath), report.value(result, nodes.value)
        shown = "" if value is None or value == focus else _short(value)
        named = path if isinstance(path, rdflib.URIRef) else None
        yield Finding(_article_of(data, focus), _short(focus), str(message), _short(named), shown[:80])


def _short(node: Node | None) -> str:
    import pyoxigraph as ox
    import rdflib

    if node is None:
        return ""
    text = str(node)
    if text.startswith(KG.iri):
        return "kg:" + text.removeprefix(KG.iri)
    return identifier(ox.NamedNode(text)) if isinstance(node, rdflib.URIRef) and text.startswith(BASE) else text


def _article_of(data: rdflib.Graph, node: Node | None) -> str:
    """The identifier of the article that a node belongs to: by the node itself, or by what refers to it."""
    import rdflib

    source, name = rdflib.URIRef(PROV["wasDerivedFrom"].value), rdflib.URIRef(DCTERMS["identifier"].value)
    ring: list[Node] = [] if node is None else [node]
    for _ in range(4):
        for near in ring:
            owner = rdflib.URIRef(str(near).partition("#")[0])
            found = data.value(data.value(near, source) or owner, name)
            if found is not None:
                return str(found)
        ring = [subject for near in ring for subject in data.subjects(None, near)][:50]
    return ""


def _by_spans(data: rdflib.Graph) -> Iterator[Finding]:
    """Quotes that are not what stands in the text, and predicates outside their sentence."""
    import rdflib

    def ref(term: ox.NamedNode) -> rdflib.URIRef:
        return rdflib.URIRef(term.value)

    spans: dict[Node, tuple[int, int]] = {}
    for part, source in data.subject_objects(ref(OA["hasSource"])):
        text = str(data.value(source, ref(SCHEMA["articleBody"])) or "")
        quote: str | None = None
        for selector in data.objects(part, ref(OA["hasSelector"])):
            start, end = data.value(selector, ref(OA["start"])), data.value(selector, ref(OA["end"]))
            exact = data.value(selector, ref(OA["exact"]))
            quote = quote if exact is None else str(exact)
            if start is not None and end is not None:
                spans[part] = int(str(start)), int(str(end))
        if part in spans and quote is not None and text[slice(*spans[part])] != quote:
            message = f"the text has {text[slice(*spans[part])][:60]!r} there"
            yield Finding(_article_of(data, part), _short(part), message, "", quote[:60])
    for claim, sentence in data.subject_objects(ref(KG["evidence"])):
        inner, outer = spans.get(data.value(claim, ref(KG["predicateSpan"])) or claim), spans.get(sentence)
        if inner and outer and not outer[0] <= inner[0] < inner[1] <= outer[1]:
            message = "the predicate stands outside the sentence"
            yield Finding(_article_of(data, claim), _short(claim), message, "", f"{inner[0]}-{inner[1]}")
