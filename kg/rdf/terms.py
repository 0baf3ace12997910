"""The names that our RDF uses, and how an identifier becomes an IRI: nowhere else is one built.

An identifier such as ``actor/UKR`` stands after the base IRI. Whatever is not a letter, a digit or one of ``-_.~/`` is
percent-encoded (RFC 3986, section 2), and so are dots that alone make up a part of the path, which some programs would
take for "the folder above". So every string has one IRI, and every such IRI gives its string back. Whatever has no
identifier of its own (a mention, an extraction) is named by the hash of what it consists of: the same on every machine,
and no blank nodes.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

BASE = "https://w3id.org/newsgraph/"
"""What stands before every identifier."""

ONTOLOGY_GRAPH = NamedNode(BASE + "graph/ontology")
"""The graph into which a store loads the vocabulary."""


class Namespace(dict[str, NamedNode]):
    """Terms of one vocabulary by their local name: ``KG["Claim"]``; each is made once, when it is first asked for."""

    def __init__(self, iri: str) -> None:
        super().__init__()
        self.iri = iri

    def __missing__(self, name: str) -> NamedNode:
        term = self[name] = NamedNode(self.iri + name)
        return term


KG = Namespace(BASE + "ontology#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
DC = Namespace("http://purl.org/dc/elements/1.1/")
DCTERMS = Namespace("http://purl.org/dc/terms/")
SCHEMA = Namespace("https://schema.org/")
GAF = Namespace("http://groundedannotationframework.org/gaf#")

PREFIXES: dict[str, str] = {
    "kg": KG.iri,
    "rel": BASE + "relation/",
    "actor": BASE + "actor/",
    "res": BASE + "resource/",
    "place": BASE + "place/",
    "graph": BASE + "graph/",
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "owl": OWL.iri,
    "xsd": XSD.iri,
    "skos": SKOS.iri,
    "prov": PROV.iri,
    "oa": OA.iri,
    "org": ORG.iri,
    "foaf": FOAF.iri,
    "dc": DC.iri,
    "dcterms": DCTERMS.iri,
    "schema": SCHEMA.iri,
    "gaf": GAF.iri,
    "wd": "http://www.wikidata.org/entity/",
}
"""What a query may use without declaring it, and what a serialised store is written with."""

_UNLINKED = BASE + "unlinked:"  # no identifier gives this IRI: its colon would be encoded


@lru_cache(maxsize=65536)
def iri(identifier: str) -> NamedNode:
    """The IRI of an identifier that is relative to the base.

    >>> iri("actor/UKR").value
    'https://w3id.org/newsgraph/actor/UKR'
    >>> iri("actor/a b#c").value
    'https://w3id.org/newsgraph/actor/a%20b%23c'
    """
    return NamedNode(BASE + "/".join(_part(part) for part in identifier.split("/")))


def _part(text: str) -> str:
    coded = quote(text, safe="")
    return coded.replace(".", "%2E") if coded in (".", "..") else coded


def identifier(node: NamedNode) -> str:
    """The identifier of one of our IRIs; that of another's IRI is the IRI; "" for what no linker has seen.

    >>> identifier(iri("actor/a b#c"))
    'actor/a b#c'
    """
    if node.value.startswith(_UNLINKED):
        return ""
    return unquote(node.value.removeprefix(BASE)) if node.value.startswith(BASE) else node.value


def digest(*parts: str) -> str:
    """A hash of some strings in their order, 20 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def minted(kind: str, *parts: str) -> NamedNode:
    """The IRI of a node that has no identifier of its own, by what it consists of."""
    return NamedNode(f"{BASE}{kind}/{digest(*parts)}")


def unlinked(article: str, label: str) -> NamedNode:
    """The IRI for an actor, a resource or a place that no linker has given an identifier, within its article."""
    return NamedNode(_UNLINKED + digest(article, label))


@lru_cache(maxsize=1024)
def article_iri(identifier: str) -> NamedNode:
    """The IRI of an article; a slash in its identifier is encoded too, so that fragments and parts cannot collide.

    >>> article_iri("2025/a b").value
    'https://w3id.org/newsgraph/article/2025%2Fa%20b'
    """
    return NamedNode(f"{BASE}article/{_part(identifier)}")


@lru_cache(maxsize=1024)
def article_graph(identifier: str) -> NamedNode:
    """The named graph that holds an article and its claims."""
    return NamedNode(f"{BASE}graph/article/{_part(identifier)}")


def article_of(graph: NamedNode) -> NamedNode:
    """The article whose graph this is.

    >>> article_of(article_graph("2025/a b")) == article_iri("2025/a b")
    True
    """
    return NamedNode(graph.value.replace(f"{BASE}graph/article/", f"{BASE}article/", 1))


def voice_graph(article: str, source: NamedNode | None) -> NamedNode:
    """The named graph for the plain triples of one voice: the article's own, or that of a source that it quotes."""
    voice = f"source/{digest(source.value)}" if source else "own"
    return NamedNode(f"{BASE}graph/voice/{_part(article)}/{voice}")
