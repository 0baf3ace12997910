"""Quads → the files that other RDF tools read."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.terms import PREFIXES

RDF_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
    "json-ld": ox.RdfFormat.JSON_LD,
}


def serialise(quads: Iterable[ox.Quad], form: ox.RdfFormat) -> bytes:
    """All quads in one document; a format without named graphs gets their union, each triple once."""
    prefixes = dict(PREFIXES)
    if form.supports_datasets:
        return ox.serialize(quads, format=form, prefixes=prefixes) or b""
    return ox.serialize(dict.fromkeys(q.triple for q in quads), format=form, prefixes=prefixes) or b""
