"""What stays of an article's earlier versions when its text has changed: their provenance (PROV-O, section 3.1, Revision)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.rdf.terms import KG, PROV


def history(new: Iterable[ox.Quad], old: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The earlier versions' quads, and that the new version is a revision of the last one.

    Of each version its digest, and by which extraction and software it was read, is kept; its claims are not. Nothing is
    kept where the text is the same, for then it is no other version.
    """
    now = _version(new)
    before = list(old)
    last = _version(before)
    kept = _provenance(before, now)
    yield from kept
    if now is None or last is None or now == last:
        return
    known = any(q.subject == now and q.predicate == PROV["wasRevisionOf"] for q in kept)
    if not known and not _revised(kept, last, now):
        yield ox.Quad(now, PROV["wasRevisionOf"], last, _graph(before))


def _version(quads: Iterable[ox.Quad]) -> ox.NamedNode | None:
    found = (q.object for q in quads if q.predicate == KG["version"])
    return next((version for version in found if isinstance(version, ox.NamedNode)), None)


def _graph(quads: list[ox.Quad]) -> ox.NamedNode:
    graph = quads[0].graph_name
    assert isinstance(graph, ox.NamedNode)
    return graph


def _provenance(quads: list[ox.Quad], now: ox.NamedNode | None) -> list[ox.Quad]:
    """What is told of versions other than ``now``, of the extractions that used them, and of their software."""
    versions = {q.subject for q in quads if q.predicate == PROV["specializationOf"]} - {now}
    runs = {q.subject for q in quads if q.predicate == PROV["used"] and q.object in versions}
    agents = {q.object for q in quads if q.predicate == PROV["wasAssociatedWith"] and q.subject in runs}
    about = versions | runs | agents
    kept = [q for q in quads if q.subject in about]
    return kept + [q for q in quads if q.subject == now and q.predicate == PROV["wasRevisionOf"]]


def _revised(quads: Iterable[ox.Quad], version: ox.NamedNode, earlier: ox.NamedNode) -> bool:
    """Does a chain of revisions lead from one version to the other? A text that was taken back begins no circle."""
    links = {q.subject: q.object for q in quads if q.predicate == PROV["wasRevisionOf"]}
    node: object = version
    for _ in range(len(links)):
        node = links.get(node)  # type: ignore[call-overload]
        if node == earlier:
            return True
    return False
