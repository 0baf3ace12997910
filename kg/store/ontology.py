"""What of the ontology goes into a store, so that queries can use labels, codes and broader terms."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.rdf import BASE, ONTOLOGY_GRAPH
from kg.rdf.terms import KG, minted

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
_FOR_READING_TEXT = (BASE + "cue/", BASE + "frame/")


def ontology_digest(folder: Path) -> str:
    """SHA-256 of the ontology's files, the shapes left out."""
    found = hashlib.sha256()
    for path in _files(folder):
        found.update(path.read_bytes())
    return found.hexdigest()


def ontology_quads(folder: Path) -> tuple[ox.Quad, ...]:
    """The quads of the ontology's graph: all but cues and frames; blank nodes are named by the hash of what they say.

    Raises:
        VocabularyError: a file is missing or is no Turtle.
    """
    return _quads(folder, ontology_digest(folder))


def _files(folder: Path) -> list[Path]:
    paths = [path for path in sorted(folder.rglob("*.ttl")) if path.name != "shapes.ttl"]
    if not paths:
        raise VocabularyError(f"{folder}: no ontology there; install the package again")
    return paths


@lru_cache(maxsize=2)
def _quads(folder: Path, digest: str) -> tuple[ox.Quad, ...]:
    quads = [ox.Quad(ONTOLOGY_GRAPH, KG["digest"], ox.Literal(digest), ONTOLOGY_GRAPH)]
    for path in _files(folder):
        try:
            parsed = [q for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) if _wanted(q.subject)]
        except SyntaxError as error:
            raise VocabularyError(f"{path}: {error}; mend the Turtle at that line") from error
        quads.extend(_named(parsed))
    return tuple(quads)


def _wanted(subject: Subject) -> bool:
    return not (isinstance(subject, ox.NamedNode) and subject.value.startswith(_FOR_READING_TEXT))


def _named(parsed: list[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads with a name for each blank node."""
    said: dict[ox.BlankNode, list[str]] = {}
    for quad in parsed:
        if isinstance(quad.subject, ox.BlankNode):
            if isinstance(quad.object, ox.BlankNode):
                raise VocabularyError(f"{quad}: a blank node inside a blank node; give one of them an IRI")
            said.setdefault(quad.subject, []).append(f"{quad.predicate} {quad.object}")
    owners = {q.object: q.subject for q in parsed if isinstance(q.object, ox.BlankNode)}
    names = {node: minted("node", str(owners.get(node)), *sorted(lines)) for node, lines in said.items()}
    for quad in parsed:
        subject, value = _name(quad.subject, names), _name(quad.object, names)
        if not isinstance(subject, ox.Literal):
            yield ox.Quad(subject, quad.predicate, value, ONTOLOGY_GRAPH)


def _name(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, names: Mapping[ox.BlankNode, ox.NamedNode]
) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    return names.get(term, term) if isinstance(term, ox.BlankNode) else term
