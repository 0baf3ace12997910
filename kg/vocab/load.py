"""Reads the Turtle files once and builds the look-up tables."""

from __future__ import annotations

import hashlib
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.model import ActorType, Basis, Mode, Sector
from kg.paths import ontology_dir
from kg.vocab.cache import kept
from kg.vocab.spelling import plain_too
from kg.vocab.terms import (
    Cue,
    Entity,
    Frame,
    Membership,
    Operator,
    PlaceTerm,
    RelationTerm,
    ResourceTerm,
    RoleNoun,
    Sense,
    Vocabulary,
)

BASE = "https://w3id.org/newsgraph/"
KG = BASE + "ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
ORG = "http://www.w3.org/ns/org#"
SCHEMA = "https://schema.org/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Node = Mapping[str, list[str]]


class _Graph:
    """The ontology's triples by subject, with IRIs of the project shortened ("actor/UKR", "kg:lemma")."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))

    def read(self, path: Path, data: bytes) -> None:
        known: dict[str, str] = {}
        node: dict[str, list[str]] = {}
        before = None
        try:
            for subject, predicate, thing, _ in ox.parse(data, format=ox.RdfFormat.TURTLE):
                if subject != before:  # a node's triples stand together
                    before, node = subject, self.nodes[_short(subject)]
                key = predicate.value
                if key not in known:
                    known[key] = _short(predicate)
                node[known[key]].append(_short(thing))
        except SyntaxError as error:
            raise VocabularyError(f"{path}: {error}; mend the Turtle at that line") from error

    def of_type(self, *types: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
        wanted = set(types)
        for subject, node in self.nodes.items():
            if not wanted.isdisjoint(node.get(RDF_TYPE, ())):
                yield subject, node


def _short(term: object) -> str:
    value = str(getattr(term, "value", term))
    if not value.startswith(BASE):
        return value
    return "kg:" + value[len(KG) :] if value.startswith(KG) else value[len(BASE) :]


def _one(node: Node, key: str) -> str | None:
    values = node.get(key)
    return values[0] if values else None


def _label(subject: str, node: Node) -> str:
    label = _one(node, SKOS + "prefLabel")
    if label is None:
        raise VocabularyError(f"{subject}: no skos:prefLabel; give it one in ontology/")
    return label


def _local(value: str | None) -> str | None:
    return value.removeprefix("kg:") if value else None


def _mode(node: Node) -> Mode | None:
    value = _local(_one(node, "kg:mode"))
    return Mode(value) if value else None


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Vocabulary:
    """Read every ``*.ttl`` below ``folder`` (default: the package's own ontology) but the shapes.

    Raises :class:`VocabularyError` for Turtle that does not parse and for terms without what the code needs of them.
    """
    root = folder or ontology_dir()
    files = {path: path.read_bytes() for path in sorted(root.rglob("*.ttl")) if path.name != "shapes.ttl"}
    if not files:
        raise VocabularyError(f"{root}: no ontology there; install the package again, or give a folder of Turtle files")
    digest = hashlib.sha256(b"".join(files.values())).hexdigest()
    return _read(root, files, digest) if folder else kept(digest, lambda: _read(root, files, digest))


def _read(root: Path, files: Mapping[Path, bytes], digest: str) -> Vocabulary:
    graph = _Graph()
    for path, data in files.items():
        graph.read(path, data)
    try:
        return _vocabulary(graph, digest)
    except ValueError as error:
        raise VocabularyError(f"{root}: {error}; correct that value") from error


def _vocabulary(graph: _Graph, digest: str) -> Vocabulary:
    frames = {subject: _frame(subject, node) for subject, node in graph.of_type("kg:Frame")}
    entities = {subject: _entity(subject, node, graph) for subject, node in graph.of_type(*_ACTOR_TYPES)}
    names = _names(graph)
    places = {s: PlaceTerm(s, _label(s, n), _one(n, "kg:country")) for s, n in graph.of_type("kg:Place")}
    resources = _resources(graph)
    resource_names = _resource_names(graph)
    return Vocabulary(
        digest=digest,
        relations={s.removeprefix("relation/"): _relation(s, n) for s, n in graph.of_type("kg:Relation")},
        cues=_cues(graph, frames),
        operators=_operators(graph),
        light_verbs=_word_groups(graph, "kg:LightVerb"),
        reports=_reports(graph),
        entities=entities,
        names=names,
        places=places,
        place_names=plain_too(_place_names(graph), names),
        resources=resources,
        resource_names=resource_names,
        roles=_roles(graph),
        lists={s.rpartition("/")[2]: frozenset(n.get("kg:word", ())) for s, n in graph.of_type("kg:WordList")},
        units={w: _one(n, "kg:code") or w for _, n in graph.of_type("kg:Unit") for w in n.get("kg:word", ())},
        scales={w: float(_one(n, "kg:factor") or 1) for _, n in graph.of_type("kg:Scale") for w in n.get("kg:word", ())},
        weights={_one(n, "kg:feature") or "": float(_one(n, "kg:weight") or 0) for _, n in graph.of_type("kg:Weight")},
    )


_ACTOR_TYPES = tuple("kg:" + t.value for t in ActorType)


def _frame(subject: str, node: Node) -> Frame:
    slots = {role: frozenset(node.get(f"kg:{role}Slot", ())) for role in ("actor", "target", "resource", "content")}
    return Frame(
        subject,
        slots["actor"],
        slots["target"],
        slots["resource"],
        slots["content"],
        _one(node, "kg:ownerIsTarget") == "true",
        _one(node, "kg:placeIsTarget") == "true",
    )


def _relation(subject: str, node: Node) -> RelationTerm:
    statuses = ("actual", "failed", "proposed", "possible", "ended", "refused", "unlikely")
    plover = {s: code for s in statuses if (code := _one(node, f"kg:plover{s.capitalize()}"))}
    for status in ("actual", "ended"):
        if code := _one(node, f"kg:ploverTerritory{status.capitalize()}"):
            plover[f"territory {status}"] = code
    words = {s: _one(node, f"kg:words{s.capitalize()}") or "" for s in ("actual", "proposed", "possible", "denied")}
    return RelationTerm(
        subject.removeprefix("relation/"),
        _one(node, SKOS + "definition") or "",
        _one(node, "kg:symmetric") == "true",
        _one(node, "kg:resourceRelation") == "true",
        _one(node, "kg:stance") or "neutral",
        words,
        _one(node, "kg:inverseLabel") or "",
        plover,
        _one(node, "kg:ploverNeedsTarget") == "true",
    )


def _lemma(subject: str, node: Node) -> tuple[str, ...]:
    lemma = _one(node, "kg:lemma")
    if not lemma:
        raise VocabularyError(f"{subject}: no kg:lemma; give it one in ontology/")
    return tuple(lemma.split())


def _key(words: tuple[str, ...], pos: str) -> tuple[str, str]:
    """Verbs and adjectives are found by their first word, nouns by their head: the last, or the one before a preposition."""
    return pos, words[0] if pos != "noun" else words[_head_index(words)]


def _head_index(words: tuple[str, ...]) -> int:
    prepositions = {"of", "for", "to", "with", "on", "over", "in", "into"}
    for index, word in enumerate(words):
        if index and word in prepositions:
            return index - 1
    return len(words) - 1


def _cues(graph: _Graph, frames: Mapping[str, Frame]) -> dict[tuple[str, str], tuple[Cue, ...]]:
    groups: dict[tuple[str, str], list[Cue]] = defaultdict(list)
    for subject, node in graph.of_type("kg:Cue"):
        frame = frames.get(_one(node, "kg:frame") or "")
        relation = (_one(node, "kg:evokes") or "").removeprefix("relation/")
        if frame is None or not relation:
            raise VocabularyError(f"{subject}: a cue needs kg:frame and kg:evokes; add them in ontology/cues/")
        cue = Cue(
            subject,
            _lemma(subject, node),
            _one(node, "kg:pos") or "verb",
            relation,
            frame,
            frozenset(node.get("kg:objectLemma", ())) | _listed(graph, subject, node),
            frozenset(node.get("kg:objectKind", ())),
            frozenset(node.get("kg:objectIs", ())),
            frozenset(node.get("kg:subjectLemma", ())),
            frozenset(node.get("kg:needsSlot", ())),
            frozenset(node.get("kg:lacksSlot", ())),
            frozenset(node.get("kg:actorSector", ())),
            _mode(node),
            _one(node, "kg:negates") == "true",
            _one(node, "kg:plover"),
            _one(node, "kg:ploverProposed"),
            _one(node, "kg:impliesResource"),
        )
        groups[_key(cue.words, cue.pos)].append(cue)
    return {key: tuple(sorted(group, key=lambda c: c.specificity, reverse=True)) for key, group in groups.items()}


def _listed(graph: _Graph, subject: str, node: Node) -> frozenset[str]:
    """The words of the lists that a cue names for its object."""
    words: set[str] = set()
    for name in node.get("kg:objectList", ()):
        inside = graph.nodes[name].get("kg:word", ()) if name in graph.nodes else ()
        if not inside:
            raise VocabularyError(f"{subject}: kg:objectList {name} has no kg:word; list its words in ontology/words.en.ttl")
        words.update(inside)
    return frozenset(words)


def _operators(graph: _Graph) -> dict[tuple[str, str], tuple[Operator, ...]]:
    groups: dict[tuple[str, str], list[Operator]] = defaultdict(list)
    for subject, node in graph.of_type("kg:Operator"):
        effect = _one(node, "kg:effect") or "modal"
        operator = Operator(
            subject,
            _lemma(subject, node),
            _one(node, "kg:pos") or "verb",
            _mode(node),
            _one(node, "kg:negates") == "true",
            effect,
            _one(node, "kg:control") or "subject",
        )
        groups[_key(operator.words, operator.pos)].append(operator)
    return {key: tuple(sorted(group, key=lambda o: -len(o.words))) for key, group in groups.items()}


def _word_groups(graph: _Graph, kind: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    groups: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for subject, node in graph.of_type(kind):
        words = _lemma(subject, node)
        groups[words[0]].append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in groups.items()}


def _reports(graph: _Graph) -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    groups: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for subject, node in graph.of_type("kg:ReportingVerb"):
        words, pos = _lemma(subject, node), _one(node, "kg:pos") or "verb"
        groups[_key(words, pos)].append(words)
    return {key: tuple(group) for key, group in groups.items()}


def _date(value: str | None, end: bool) -> date | None:
    """A day from xsd:date, xsd:gYearMonth or xsd:gYear; the first or (``end``) the last day that the value allows."""
    if not value:
        return None
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else (12 if end else 1)
    return date(year, month, monthrange(year, month)[1] if end else 1)


def _entity(subject: str, node: Node, graph: _Graph) -> Entity:
    kind = next(t for t in node[RDF_TYPE] if t in _ACTOR_TYPES).removeprefix("kg:")
    sector = _one(node, "kg:sector")
    memberships = []
    for name in node.get(ORG + "hasMembership", ()):
        held = graph.nodes[name]
        memberships.append(
            Membership(
                _one(held, ORG + "organization") or "",
                _one(held, "kg:title") or "",
                _date(_one(held, SCHEMA + "startDate"), end=False),
                _date(_one(held, SCHEMA + "endDate"), end=True),
                Basis(_local(_one(held, "kg:basis")) or "actsFor"),
            )
        )
    return Entity(
        subject,
        _label(subject, node),
        ActorType(kind),
        Sector(sector) if sector else None,
        _one(node, "kg:code"),
        _one(node, "kg:actsFor"),
        _one(node, "kg:basedIn"),
        _one(node, "kg:familyName"),
        _one(node, SCHEMA + "gender"),
        tuple(memberships),
    )


_NAME_KEYS = {
    SKOS + "prefLabel": "name",
    SKOS + "altLabel": "name",
    "kg:familyName": "family",
    "kg:demonym": "demonym",
    "kg:metonym": "metonym",
}


def _names(graph: _Graph) -> dict[str, tuple[Sense, ...]]:
    names: dict[str, list[Sense]] = defaultdict(list)
    for subject, node in graph.of_type(*_ACTOR_TYPES):
        for key, how in _NAME_KEYS.items():
            for word in node.get(key, ()):
                if all(sense.actor != subject for sense in names[word]):
                    names[word].append(Sense(subject, how))
    return plain_too({word: tuple(senses) for word, senses in names.items()}, _place_names(graph))


def _place_names(graph: _Graph) -> dict[str, str]:
    names: dict[str, str] = {}
    for subject, node in graph.of_type("kg:Place"):
        for key in (SKOS + "prefLabel", SKOS + "altLabel"):
            for word in node.get(key, ()):
                names.setdefault(word, subject)
    return names


def _resources(graph: _Graph) -> dict[str, ResourceTerm]:
    kinds = dict(graph.of_type("kg:ResourceKind", "kg:Asset"))

    def climb(subject: str) -> tuple[str, ...]:
        found: list[str] = []
        queue = [subject]
        while queue:
            node = kinds.get(queue.pop(0), {})
            for parent in [*node.get("kg:kind", ()), *node.get(SKOS + "broader", ())]:
                if parent not in found:
                    found.append(parent)
                    queue.append(parent)
        return tuple(found)

    return {
        subject: ResourceTerm(
            subject,
            _label(subject, node),
            climb(subject),
            "kg:Asset" in node[RDF_TYPE],
            _one(node, "kg:country"),
            _one(node, "kg:ambiguous") == "true",
        )
        for subject, node in kinds.items()
    }


def _resource_names(graph: _Graph) -> dict[str, str]:
    names: dict[str, str] = {}
    for subject, node in graph.of_type("kg:ResourceKind", "kg:Asset"):
        for key in (SKOS + "prefLabel", SKOS + "altLabel", "kg:activityLabel"):
            for word in node.get(key, ()):
                names.setdefault(word.lower(), subject)
    return names


def _roles(graph: _Graph) -> dict[str, RoleNoun]:
    roles: dict[str, RoleNoun] = {}
    for subject, node in graph.of_type("kg:RoleNoun"):
        lemma, sector = " ".join(_lemma(subject, node)), _one(node, "kg:sector")
        kind = _local(_one(node, "kg:actorType")) or "Person"
        basis = _local(_one(node, "kg:basis")) or "basedIn"
        collective = _one(node, "kg:collective") == "true"
        roles[lemma] = RoleNoun(lemma, ActorType(kind), Sector(sector) if sector else None, Basis(basis), collective)
    return roles
