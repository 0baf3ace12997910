"""The engines on which the named queries are asked: our store, rdflib's own engine, and an Oxigraph server over HTTP.

Each takes SPARQL and gives the W3C's JSON, over the union of all graphs.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pyoxigraph as ox

from kg.rdf import dataset
from kg.store import Table
from tests.store.server import Server

Engine = Callable[[str], Table]
ANSWER = "application/sparql-results+json"


def table(answer: bytes) -> Table:
    """An answer in the W3C's JSON, as a table."""
    found = ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    columns = tuple(variable.value for variable in found.variables)
    return Table.of(columns, tuple(tuple(row[name] for name in columns) for row in found))


def in_rdflib(quads: Iterable[ox.Quad]) -> Engine:
    """rdflib's own engine; our quads as its dataset."""
    data = dataset(quads)
    data.default_union = True
    return lambda query: table(data.query(query).serialize(format="json") or b"")


@contextmanager
def over_http(quads: Iterable[ox.Quad]) -> Iterator[Engine]:
    """An Oxigraph server, asked by POST (SPARQL 1.1 Protocol)."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), "--union-default-graph")
        try:
            _fill(server.url, quads)
            headers = {"Content-Type": "application/sparql-query", "Accept": ANSWER}
            yield lambda query: table(_send("POST", f"{server.url}/query", query.encode(), headers))
        finally:
            server.kill()


def _fill(address: str, quads: Iterable[ox.Quad]) -> None:
    """Put the quads into a server, graph by graph (SPARQL 1.1 Graph Store HTTP Protocol)."""
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    for quad in quads:
        assert isinstance(quad.graph_name, ox.NamedNode)
        graphs[quad.graph_name.value].append(quad.triple)
    for graph, triples in graphs.items():
        body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        _send("PUT", f"{address}/store?{urlencode({'graph': graph})}", body, {"Content-Type": "application/n-triples"})


def _send(method: str, url: str, body: bytes, headers: dict[str, str]) -> bytes:
    with urlopen(Request(url, body, headers, method=method), timeout=60) as answer:
        return bytes(answer.read())
