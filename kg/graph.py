"""Statements → networkx: stakeholders, actors and resources as typed nodes, one edge a statement.

A statement's edge goes from its actor to its object: to the resource where the relation is about resources, else to
the target, else to whichever of the two there is. Both are kept on the edge by id and label, so nothing is lost when a
statement has both. A statement without an actor starts at one shared node, ``actor/unnamed``. A statement that names
neither resource nor target, or that nobody says (no claims), has no edge; ``graph.graph["left_out"]`` counts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.errors import VocabularyError
from kg.model import Actor, ArticleRef, Basis, Claim, Resource, Stakeholder, Statement, Status

UNNAMED = "actor/unnamed"
_RANK = {Status.ACTUAL: 0, Status.PROPOSED: 1, Status.POSSIBLE: 2}


@dataclass(frozen=True, slots=True)
class RelationWords:
    """How a relation reads between its actor and its object, by status.

    "supplies", "proposes to supply", "might supply", "does not supply". ``label`` names the relation; ``resource`` says
    whether its object is a resource rather than an actor.
    """

    label: str
    actual: str
    proposed: str
    possible: str
    denied: str
    resource: bool


def to_networkx(statements: Iterable[Statement], wording: Mapping[str, RelationWords]) -> nx.MultiDiGraph:
    """The graph of ``statements``, the same whatever their order.

    Nodes carry ``kind`` ("stakeholder", "actor" or "resource") and ``label``; actors also ``type`` and, where known,
    ``code`` and ``sector``; resources ``broader``. Edges carry ``edge_kind``:

    - "statement", keyed by the statement's id: ``relation``, ``label`` (in words), ``status`` and ``denied`` (what most
      of its claims say), ``statuses`` and ``negated`` (counts of claims), ``actor``, ``target``, ``resource`` (ids and
      labels), ``sources``, ``articles``, ``outlets``, ``first_seen`` and ``last_seen`` (ISO dates), ``confidence``
      (the highest), ``plover`` (codes), ``evidence`` (a dictionary a claim).
    - "membership", keyed "member", from an actor to the stakeholder that it is counted under, with its ``basis``.

    Raises VocabularyError where ``wording`` lacks a relation.
    """
    graph = nx.MultiDiGraph(left_out=0)
    for statement in sorted(statements, key=lambda s: s.id):
        if statement.relation not in wording:
            raise VocabularyError(
                f'relation "{statement.relation}" of statement {statement.id} has no words: add it to the ontology'
            )
        _add(graph, statement, wording[statement.relation])
    return graph


def roll_up(graph: nx.MultiDiGraph, basis: Basis | None = None) -> nx.MultiDiGraph:
    """A copy in which actors are folded into their stakeholders, and every statement starts and ends at the top.

    ``basis`` narrows it: with ``Basis.ACTS_FOR`` a company stays a node of its own beside the state where it is based,
    as a state's positions ask for. Nodes that took others in list their labels under ``members``; the edges keep the
    actors.
    """
    folded = nx.MultiDiGraph(**graph.graph)
    moves: dict[tuple[str, str], str] = {}
    for actor, stakeholder, data in graph.edges(data=True):
        if data["edge_kind"] == "membership" and basis in (None, data["basis"]):
            moves[actor, stakeholder] = stakeholder
    gone = {actor for actor, _ in moves}
    staying: set[str] = set()
    for start, end, key, data in graph.edges(keys=True, data=True):
        if data["edge_kind"] != "statement":
            continue
        ends = [moves.get((node, data.get(f"{role}_stakeholder", "")), node) for node, role in ((start, "actor"), (end, "target"))]
        staying.update(ends)
        folded.add_edge(ends[0], ends[1], key=key, **data)
    for node, data in graph.nodes(data=True):
        if node not in gone or node in staying:
            folded.add_node(node, **data)
    for actor, stakeholder, data in graph.edges(data=True):
        if (actor, stakeholder) in moves:
            top = folded.nodes[stakeholder]
            top["members"] = sorted({*top.get("members", []), graph.nodes[actor]["label"]})
        elif data["edge_kind"] == "membership":
            folded.add_edge(actor, stakeholder, key="member", **data)
    return folded


def _add(graph: nx.MultiDiGraph, statement: Statement, words: RelationWords) -> None:
    actor = _actor_node(graph, statement.actor) if statement.actor else None
    target = _actor_node(graph, statement.target) if statement.target else None
    resource = _resource_node(graph, statement.resource) if statement.resource else None
    end = (resource or target) if words.resource else (target or resource)
    if end is None or not statement.claims:
        graph.graph["left_out"] += 1
        return
    if actor is None:
        actor = UNNAMED
        graph.add_node(UNNAMED, kind="actor", label="unnamed actor", type="unnamed")
    graph.add_edge(actor, end, key=statement.id, **_edge(statement, words))


def _actor_node(graph: nx.MultiDiGraph, actor: Actor) -> str:
    """Add the actor, and its stakeholder with the edge between them; what is known already stays."""
    node = _actor_id(actor)
    top = actor.stakeholder
    itself = top is not None and top.id == node
    code = top.code if top is not None and itself else None
    kind = "stakeholder" if itself else "actor"
    _know(graph, node, kind=kind, label=actor.label, type=actor.type.value, sector=actor.sector, code=code)
    if top is None or itself:
        return node
    _know(graph, top.id, kind="stakeholder", label=top.label, code=top.code)
    known = graph.get_edge_data(node, top.id, key="member")
    if known is None:
        label = _basis_words(top.basis)
        graph.add_edge(node, top.id, key="member", edge_kind="membership", basis=top.basis.value, label=label)
    elif top.basis is Basis.ACTS_FOR:
        known.update(basis=top.basis.value, label=_basis_words(top.basis))
    return node


def _basis_words(basis: Basis) -> str:
    return "acts for" if basis is Basis.ACTS_FOR else "based in"


def _actor_id(actor: Actor) -> str:
    """Its id; one that the linker has not seen is told apart by its label."""
    return actor.id or f"actor/{actor.label}"


def _resource_node(graph: nx.MultiDiGraph, resource: Resource) -> str:
    node = resource.id or f"resource/{resource.label}"
    _know(graph, node, kind="resource", label=resource.label, type="Resource", broader=list(resource.broader))
    return node


def _know(graph: nx.MultiDiGraph, node: str, **facts: Any) -> None:
    """Add what was not yet known of ``node``; once a stakeholder, always one."""
    data = graph.nodes[node] if node in graph else {}
    new = {name: str(value) if isinstance(value, str) else value for name, value in facts.items() if value}
    merged = {**new, **data}
    if "stakeholder" in (new["kind"], data.get("kind")):
        merged["kind"] = "stakeholder"
    graph.add_node(node, **merged)


def _edge(statement: Statement, words: RelationWords) -> dict[str, Any]:
    claims = statement.claims
    status, denied = _prevailing(claims)
    label = words.denied if denied else {"actual": words.actual, "proposed": words.proposed}.get(status, words.possible)
    roles = {
        **_role("actor", statement.actor),
        **_role("target", statement.target),
        **_role("resource", statement.resource),
    }
    dates = {"first_seen": statement.first_seen, "last_seen": statement.last_seen}
    return {
        "edge_kind": "statement",
        "relation": statement.relation,
        "label": f"{label} ({statement.lemma})" if statement.lemma else label,
        "status": status.value,
        "denied": denied,
        "statuses": {s.value: n for s in Status if (n := sum(c.status is s for c in claims))},
        "negated": sum(c.negated for c in claims),
        **roles,
        "sources": sorted({c.source.label for c in claims if c.source}),
        "articles": list({c.article.id: _article(c.article) for c in claims}.values()),
        "outlets": sorted(statement.outlets),
        **{name: day.isoformat() for name, day in dates.items() if day},
        "plover": sorted({c.plover for c in claims if c.plover}),
        "confidence": float(max(c.confidence for c in claims)),
        "evidence": [_evidence(c) for c in claims],
    }


def _prevailing(claims: tuple[Claim, ...]) -> tuple[Status, bool]:
    """What most claims say: are most of them denials, and which status is the most frequent on that side?"""
    denied = 2 * sum(c.negated for c in claims) > len(claims)
    counts = Counter(c.status for c in claims if c.negated == denied)
    return min(counts, key=lambda s: (-counts[s], _RANK[s])), denied


def _role(name: str, who: Actor | Resource | None) -> dict[str, str]:
    if who is None:
        return {}
    if isinstance(who, Resource):
        return {name: who.id or f"resource/{who.label}", f"{name}_label": who.label}
    found = {name: _actor_id(who), f"{name}_label": who.label}
    top: Stakeholder | None = who.stakeholder
    if top is not None and top.id != found[name]:
        found |= {
            f"{name}_stakeholder": top.id,
            f"{name}_stakeholder_label": top.label,
            f"{name}_basis": top.basis.value,
        }
    return found


def _article(ref: ArticleRef) -> dict[str, str]:
    date = ref.published.isoformat() if ref.published else None
    facts = {"id": ref.id, "title": ref.title, "url": ref.url, "date": date, "outlet": ref.outlet}
    return {name: value for name, value in facts.items() if value}


def _evidence(claim: Claim) -> dict[str, Any]:
    """One claim for a reader; ``predicate`` are code point offsets into ``text``. What is not known is left out."""
    evidence, ref, quantity = claim.evidence, claim.article, claim.quantity
    start, end = evidence.predicate.start - evidence.start, evidence.predicate.end - evidence.start
    inside = 0 <= start < end <= len(evidence.text)
    facts: dict[str, Any] = {
        "predicate": [start, end] if inside else None,
        "source": claim.source.label if claim.source else None,
        "proposer": claim.proposer.label if claim.proposer else None,
        "status": claim.status.value,
        "mode": claim.mode.value,
        "negated": claim.negated,
        "article": ref.id,
        "title": ref.title,
        "url": ref.url,
        "outlet": ref.outlet,
        "date": ref.published.isoformat() if ref.published else None,
        "place": claim.place.label if claim.place else None,
        "time": claim.time.value if claim.time else None,
        "quantity": {"value": quantity.value, "unit": quantity.unit, "change": quantity.change} if quantity else None,
    }
    return {"text": evidence.text, **{name: value for name, value in facts.items() if value not in (None, "")}}
