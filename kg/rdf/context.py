"""An article and its claims as JSON-LD: ``ontology/claim.jsonld`` is the context by which a claim's JSON is RDF.

A line of JSON lines, read by it, says of the claim, its roles, its content, its quantity and its article what our quads say of
them; what has an identifier there but none in the JSON (the article, a content, a mention) is a blank node.

:func:`json_ld` is the whole: each claim is its JSON with keywords added (``@id`` of every node, ``@type`` of a time), and after
the claims come the nodes that the JSON has not (selectors, what a mention took its entity to be, the extraction). It is read as
the article's quads, each of them and no other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import FormatError, VocabularyError
from kg.jsonl import role_json, to_json
from kg.model import Claim, Content, Mention
from kg.paths import ontology_dir
from kg.rdf.read import articles_from_quads, from_quads
from kg.rdf.terms import BASE, RDF, XSD, iri
from kg.rdf.write import ROLES, Entity, Software, Writer, time_literal

Json = dict[str, Any]

_VERBATIM = re.compile(r"[A-Za-z0-9_-]+")
"""What stands after a prefix as it is."""


@lru_cache(maxsize=1)
def context_text() -> str:
    """The context as JSON.

    Raises:
        VocabularyError: its file cannot be read.
    """
    path = ontology_dir() / "claim.jsonld"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"{path}: {error.strerror}; install the package again") from error


def json_ld(quads: Iterable[Quad]) -> Json:
    """The quads of one article (:func:`kg.rdf.to_quads`, or a store's) as a JSON-LD 1.1 document of just these.

    :func:`kg.jsonl.claim_from_json` finds each claim in it, and passes over what was added.

    Raises:
        FormatError: the quads are not those of one article, or damaged.
        VocabularyError: as :func:`context_text`.
    """
    quads = list(quads)
    articles = list(articles_from_quads(quads))
    if len(articles) != 1:
        raise FormatError(f"quads of {len(articles)} articles; give those of one at a time")
    writer = Writer(articles[0], Software(), ())
    terms: Json = json.loads(context_text())["@context"]
    told: list[Json] = [{"@context": _article_terms(terms), "@id": writer.node.value, **to_json(articles[0])}]
    told.extend(_claim(claim, writer, terms) for claim in from_quads(quads))
    document: Json = {"@context": [terms, {"id": None}], "@graph": [{"@id": writer.graph.value, "@graph": told}]}
    read = {_plain(quad) for quad in parse(json.dumps(document), format=RdfFormat.JSON_LD)}
    graphs: dict[object, list[Quad]] = {writer.graph: []}
    for quad in quads:
        if quad not in read:
            graphs.setdefault(quad.graph_name, []).append(quad)
    ours = {node["@id"]: node for node in told}
    for node in _nodes(graphs.pop(writer.graph), terms):
        if node["@id"] in ours:
            ours[node["@id"]].update(node)
        else:
            told.append(node)
    document["@graph"].extend({"@id": _iri(name), "@graph": list(_nodes(some, terms))} for name, some in graphs.items())
    return document


def _article_terms(terms: Json) -> Json:
    """What the keys of an article's own JSON mean: the same as inside a claim, and its text and language."""
    inner: Json = terms["article"]["@context"]
    return {**inner, "text": "schema:articleBody", "language": "schema:inLanguage"}


# --- A claim's JSON, with keywords added


def _claim(claim: Claim, writer: Writer, terms: Json) -> Json:
    record = to_json(claim)
    given = {"rule": record["rule"] or None, "cue": record["cue"] or None}  # an empty string would be a value
    article = {"@id": writer.node.value, **record["article"]}
    evidence = claim.evidence
    part = writer.segment(evidence.start, evidence.end, evidence.text)
    node = {**record, **given, **_roles(claim, record, writer), "article": article}
    node["evidence"] = {"@id": part.value, **record["evidence"]}
    if claim.time:
        datatype = time_literal(claim.time.value).datatype
        node["time"] = {"@type": datatype.value, **record["time"]}
    if claim.quantity:
        mention = _mention(claim.quantity.mention, writer)
        node["quantity"] = {"@id": writer.quantity(claim.quantity).value, **record["quantity"], "mention": mention}
    if claim.content:
        node["content"] = _content(claim, claim.content, record["content"], writer, terms)
    return {"@id": iri(claim.id).value, **_unread(node, terms), **node}


def _content(claim: Claim, content: Content, record: Json, writer: Writer, terms: Json) -> Json:
    node = {**record, **_roles(content, record, writer)}
    return {"@id": writer.content(claim.id, content).value, **_unread(node, terms), **node}


def _roles(holder: Claim | Content, record: Json, writer: Writer) -> Json:
    """What fills the roles: the entity's own node, at which its mention stands."""
    found = {}
    for role in ROLES:
        entity: Entity | None = getattr(holder, role, None)
        if entity is not None:
            mention = _mention(entity.mention, writer, writer.mention(entity))
            found[role] = {"@id": writer.entity(entity).value, **record[role], "mention": mention}
    return found


def _mention(mention: Mention | None, writer: Writer, node: NamedNode | None = None) -> Json | None:
    """A mention's JSON with its name: ``node``, or where it denotes no entity one of its own."""
    if mention is None:
        return None
    record: Json = {"@id": (node or writer.wording(mention)).value, **(role_json(mention) or {})}
    if mention.antecedent:
        record["antecedent"] = _mention(mention.antecedent, writer)
    return record


def _unread(node: Json, terms: Json) -> Json:
    """A context by which keys are passed over whose value a JSON-LD processor would not make the right IRI of.

    Such are identifiers that :func:`iri` has to encode, and words that are terms themselves.
    """
    relation, cue, claim = (node.get(key) or "" for key in ("relation", "cue", "claim"))
    keys = [key for key, value in (("cue", cue), ("claim", claim)) if value[:1] == "/" or iri(value).value != BASE + value]
    if not _VERBATIM.fullmatch(relation) or relation in terms:
        keys.append("relation")
    return {"@context": dict.fromkeys(keys)} if keys else {}


# --- What the JSON has no place for


def _nodes(quads: Iterable[Quad], terms: Json) -> Iterator[Json]:
    """A JSON object a subject."""
    nodes: dict[str, Json] = {}
    for quad in quads:
        node = nodes.setdefault(_iri(quad.subject), {"@id": _iri(quad.subject)})
        if quad.predicate == RDF["type"]:
            node.setdefault("@type", []).append(_compact(_iri(quad.object), terms))
        else:
            node.setdefault(_compact(quad.predicate.value, terms), []).append(_value(quad.object))
    yield from nodes.values()


def _value(term: object) -> object:
    if not isinstance(term, Literal):
        return {"@id": _iri(term)}
    if term.datatype == XSD["boolean"]:
        return term.value == "true"
    if term.datatype == XSD["integer"]:
        return int(term.value)
    return term.value if term.datatype == XSD["string"] else {"@value": term.value, "@type": term.datatype.value}


def _compact(name: str, terms: Json) -> str:
    for prefix, start in terms.items():
        if isinstance(start, str) and start.endswith(("/", "#")) and not prefix.startswith("@"):
            local = name.removeprefix(start)
            if local != name and _VERBATIM.fullmatch(local):
                return f"{prefix}:{local}"
    return name


def _iri(term: object) -> str:
    assert isinstance(term, NamedNode)  # our quads have no blank nodes
    return term.value


def _plain(quad: Quad) -> Quad:
    """The quad with its number as :func:`to_quads` writes it: JSON-LD has a form of its own for numbers."""
    value = quad.object
    if isinstance(value, Literal) and value.datatype == XSD["double"]:
        return Quad(quad.subject, quad.predicate, Literal(float(value.value)), quad.graph_name)
    return quad
