"""The vocabulary written out for people: one page a term, and an index.

A term is a class, a property, a relation, a member of a closed set (a status, a mode) or a resource. Its page tells all that the
ontology says of it, and what refers to it, each with a link to its own page. Terms whose names differ in case alone (``kg:Claim``,
``kg:claim``) are in different folders, so that no file system takes one for the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.paths import ontology_dir

_BASE = "https://w3id.org/newsgraph/"
_KG = _BASE + "ontology#"
_ABOUT = ox.NamedNode(_BASE + "ontology")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_OWL = "http://www.w3.org/2002/07/owl#"
_KINDS = {
    f"{_OWL}Class": ("class", "Classes"),
    f"{_OWL}ObjectProperty": ("property", "Properties"),
    f"{_OWL}DatatypeProperty": ("property", "Properties"),
    f"{_OWL}AnnotationProperty": ("property", "Properties"),
    f"{_KG}Relation": ("relation", "Relations"),
    f"{_KG}Status": ("individual", "Statuses and modes"),
    f"{_KG}Mode": ("individual", "Statuses and modes"),
    f"{_KG}ResourceKind": ("resource", "Kinds of resource"),
    f"{_KG}Asset": ("resource", "Assets"),
}
"""By its class: the folder of a term's page, and the group in which the index lists it."""

_PREFIXES = {
    _KG: "kg:",
    _BASE + "relation/": "rel:",
    _BASE + "resource/": "res:",
    _BASE + "actor/": "actor:",
    _BASE + "cue/": "cue:",
    _OWL: "owl:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2001/XMLSchema#": "xsd:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://www.w3.org/ns/oa#": "oa:",
    "http://www.w3.org/ns/org#": "org:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
    "http://purl.org/dc/terms/": "dcterms:",
    "https://schema.org/": "schema:",
    "http://www.wikidata.org/entity/": "wd:",
}
_LABELS = ("rdfs:label", "skos:prefLabel", "kg:lemma")
_SHOWN = 60
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222; }
h1 { margin-bottom: 0; } .name { color: #666; } code { font-size: 0.9em; }
table { border-collapse: collapse; } th { text-align: left; font-weight: normal; color: #666; }
th, td { padding: 0.2rem 1rem 0.2rem 0; vertical-align: top; overflow-wrap: anywhere; }
"""

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Shown:
    """Something as a page shows it: its words, and where they lead."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A property with some values; ``more`` are left out."""

    property: Shown
    values: tuple[Shown, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A term's page. ``says``: what is said of it; ``said``: what refers to it."""

    iri: str
    name: str
    kind: str
    group: str
    label: str
    definition: str
    file: str
    says: tuple[Row, ...]
    said: tuple[Row, ...]


def write_pages(folder: Path, ontology: Path | None = None) -> int:
    """Write ``index.html`` and one page a term into ``folder``, which is made if need be; say how many terms there are.

    The same ontology gives the same pages.

    Raises:
        VocabularyError: the ontology cannot be read.
        OSError: the folder cannot be written.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    pages = Environment(loader=PackageLoader("kg.vocab"), autoescape=True, undefined=StrictUndefined)
    macros = pages.get_template("facts.html").module
    quads = _read(ontology or ontology_dir())
    found = list(_terms(quads))
    template = pages.get_template("term.html")
    for term in found:
        path = folder / term.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.render(term=term, facts=vars(macros)["facts"], style=_STYLE), encoding="utf-8")
    groups = {group: sorted((t for t in found if t.group == group), key=_in_order) for _, group in _KINDS.values()}
    about = {_name(q.predicate): str(q.object.value) for q in quads if q.subject == _ABOUT and isinstance(q.object, ox.Literal)}
    index = pages.get_template("index.html").render(
        description=about.get("dcterms:description", ""),
        version=about.get("owl:versionInfo", ""),
        groups=[(group, terms) for group, terms in groups.items() if terms],
        style=_STYLE,
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(index, encoding="utf-8")
    return len(found)


def _in_order(term: Term) -> tuple[str, str]:
    return term.label.casefold(), term.name


def _read(folder: Path) -> list[ox.Quad]:
    paths = [path for path in sorted(folder.rglob("*.ttl")) if path.name != "shapes.ttl"]
    if not paths:
        raise VocabularyError(f"{folder}: no ontology there; install the package again")
    try:
        return [quad for path in paths for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise VocabularyError(f"{folder}: {' '.join(str(error).split())}; mend the Turtle at that line") from error


def _terms(quads: Iterable[ox.Quad]) -> Iterator[Term]:
    """All terms with their pages, in the order of their files' names."""
    out: dict[ox.NamedNode, list[ox.Quad]] = defaultdict(list)
    into: dict[ox.NamedNode, list[ox.Quad]] = defaultdict(list)
    kinds: dict[ox.NamedNode, str] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode):
            out[quad.subject].append(quad)
            if isinstance(quad.object, ox.NamedNode):
                into[quad.object].append(quad)
                if quad.predicate == _TYPE and quad.object.value in _KINDS:
                    kinds.setdefault(quad.subject, quad.object.value)
    files = {node: f"{_KINDS[kind][0]}/{_file(node)}.html" for node, kind in kinds.items()}
    labels = {node: _label(node, out.get(node, ())) for node in {*out, *into}}
    pages = _Pages(files, labels)
    for node, kind in sorted(kinds.items(), key=lambda item: files[item[0]]):
        definition = next(
            (q.object.value for q in out[node] if _name(q.predicate) == "skos:definition" and isinstance(q.object, ox.Literal)), ""
        )
        yield Term(
            node.value, _name(node), labels[ox.NamedNode(kind)], _KINDS[kind][1], labels[node], definition, files[node],
            pages.rows([(q.predicate, q.object) for q in out[node]]), pages.rows([(q.predicate, q.subject) for q in into[node]]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pages:
    """Where each term's page is, and how everything is called."""

    files: Mapping[ox.NamedNode, str]
    labels: Mapping[ox.NamedNode, str]

    def rows(self, pairs: Iterable[tuple[ox.NamedNode, Node]]) -> tuple[Row, ...]:
        """The values of each property, each once and sorted."""
        values: dict[ox.NamedNode, set[Shown]] = defaultdict(set)
        for predicate, value in pairs:
            values[predicate].add(self.shown(value))
        found = []
        for predicate in sorted(values, key=_name):
            ordered = sorted(values[predicate], key=lambda shown: (shown.text.casefold(), shown.text, shown.link))
            told = Shown(_name(predicate), self.link(predicate))
            found.append(Row(told, tuple(ordered[:_SHOWN]), max(len(ordered) - _SHOWN, 0)))
        return tuple(found)

    def shown(self, value: Node) -> Shown:
        """A value in words; a blank node is told as such."""
        if isinstance(value, ox.NamedNode):
            return Shown(self.labels.get(value) or _name(value), self.link(value))
        return Shown(value.value if isinstance(value, ox.Literal) else "(a node without a name)")

    def link(self, node: ox.NamedNode) -> str:
        """To its page here; to its address where it is another's; nowhere for ours that have no page."""
        if node in self.files:
            return f"../{quote(self.files[node])}"
        return "" if node.value.startswith(_BASE) or not node.value.startswith(("http://", "https://")) else node.value


def _label(node: ox.NamedNode, quads: Iterable[ox.Quad]) -> str:
    told = {_name(q.predicate): q.object.value for q in quads if isinstance(q.object, ox.Literal)}
    return next((told[name] for name in _LABELS if name in told), _name(node))


def _name(node: ox.NamedNode) -> str:
    """The IRI with its prefix, where we have one for it."""
    for start, prefix in _PREFIXES.items():
        if node.value.startswith(start):
            return prefix + node.value.removeprefix(start)
    return node.value


def _file(node: ox.NamedNode) -> str:
    """The name of a file for a term: its local name; nothing in it can lead out of its folder."""
    local = _name(node).partition(":")[2]
    return quote(local, safe="").lstrip(".") or "term"
