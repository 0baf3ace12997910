"""The vocabulary as values: what ``ontology/*.ttl`` says, in the shape that the code looks it up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kg.model import ActorType, Basis, Mode, Sector
from kg.vocab.spelling import plain


class _Lists(dict[str, frozenset[str]]):
    """Word lists by name, several together by their names with "|" between; one that is not there has no words."""

    def __missing__(self, names: str) -> frozenset[str]:
        found = frozenset(word for name in names.split("|") for word in self.get(name, ()))
        self[names] = found
        return found


@dataclass(frozen=True, slots=True)
class RelationTerm:
    """A relation type. ``plover`` maps actual, failed, proposed, possible, ended, refused, unlikely to a PLOVER code."""

    id: str
    definition: str
    symmetric: bool
    resource: bool
    stance: str
    words: Mapping[str, str]
    inverse: str
    plover: Mapping[str, str]
    needs_target: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Which syntactic slots a cue's roles are taken from."""

    id: str
    actor: frozenset[str]
    target: frozenset[str]
    resource: frozenset[str]
    content: frozenset[str]
    owner_is_target: bool
    place_is_target: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells a claim. ``words`` are its lemma and the particles, prepositions or modifiers that go with it.

    The conditions ``object_lemmas``, ``subject_lemmas``, ``object_kinds``, ``object_is`` ("person", "actor", "sum", "costed",
    "bloc"), ``needs`` and ``lacks`` (slots that must or must not be filled) and ``actor_sectors`` (who must act) tell its
    senses apart.
    """

    id: str
    words: tuple[str, ...]
    pos: str
    relation: str
    frame: Frame
    object_lemmas: frozenset[str]
    object_kinds: frozenset[str]
    object_is: frozenset[str]
    subject_lemmas: frozenset[str]
    needs: frozenset[str]
    lacks: frozenset[str]
    actor_sectors: frozenset[str]
    mode: Mode | None
    negates: bool
    plover: str | None
    plover_proposed: str | None
    implies_resource: str | None

    @property
    def specificity(self) -> tuple[int, int]:
        """How much it asks for: conditions first, then words."""
        return (
            3 * bool(self.object_lemmas or self.subject_lemmas)
            + 2 * bool(self.object_kinds)
            + bool(self.object_is)
            + bool(self.needs or self.lacks or self.actor_sectors),
            len(self.words),
        )


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that says how its complement stands: its mode, its negation, or that it is a request.

    ``effect`` is "modal", "transparent", "requests" or "prevents"; ``control`` says whether the complement's actor is the
    operator's subject or its object.
    """

    id: str
    words: tuple[str, ...]
    pos: str
    mode: Mode | None
    negates: bool
    effect: str
    control: str


@dataclass(frozen=True, slots=True)
class Membership:
    """An office held: ``organisation`` is an actor's id; either end may be open."""

    organisation: str
    title: str
    start: date | None
    end: date | None
    basis: Basis

    def holds(self, day: date | None) -> bool:
        """Was it held on ``day``? An unknown day is taken to be today's office: one without end."""
        if day is None:
            return self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor that the ontology knows."""

    id: str
    label: str
    type: ActorType
    sector: Sector | None
    code: str | None
    acts_for: str | None
    based_in: str | None
    family_name: str | None
    gender: str | None
    memberships: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class PlaceTerm:
    """A place and the state that it lies in (an actor's id)."""

    id: str
    label: str
    country: str | None


@dataclass(frozen=True, slots=True)
class ResourceTerm:
    """A kind of resource, or (``asset``) an individual; ``broader`` are ids, nearest first, the whole way up."""

    id: str
    label: str
    broader: tuple[str, ...]
    asset: bool
    country: str | None
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that names an actor by role: "spokesman", "troops", "miner"."""

    lemma: str
    type: ActorType
    sector: Sector | None
    basis: Basis
    collective: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a name: an actor's id, and how the name stands for it (name, family, demonym, metonym)."""

    actor: str
    how: str


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All that ``ontology/`` says, by the keys under which the code looks it up. Names are case-sensitive, lemmas lower case."""

    digest: str
    relations: Mapping[str, RelationTerm]
    cues: Mapping[tuple[str, str], tuple[Cue, ...]]
    operators: Mapping[tuple[str, str], tuple[Operator, ...]]
    light_verbs: Mapping[str, tuple[tuple[str, ...], ...]]
    reports: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]
    entities: Mapping[str, Entity]
    names: Mapping[str, tuple[Sense, ...]]
    places: Mapping[str, PlaceTerm]
    place_names: Mapping[str, str]
    resources: Mapping[str, ResourceTerm]
    resource_names: Mapping[str, str]
    roles: Mapping[str, RoleNoun]
    lists: Mapping[str, frozenset[str]]
    units: Mapping[str, str]
    scales: Mapping[str, float]
    weights: Mapping[str, float]

    @cached_property
    def _overrides(self) -> dict[tuple[str, str], str]:
        done = {(cue.id, "actual"): cue.plover for cue in self.cue_list() if cue.plover}
        return done | {(cue.id, "proposed"): cue.plover_proposed for cue in self.cue_list() if cue.plover_proposed}

    @cached_property
    def _cue_of(self) -> dict[str, Cue]:
        return {cue.id: cue for cue in self.cue_list()}

    def cue(self, identifier: str) -> Cue | None:
        """The cue of an id, if there is one."""
        return self._cue_of.get(identifier)

    @cached_property
    def officials(self) -> dict[str, list[Entity]]:
        """Those who hold or held an office, by the last word of its title in lower case ("minister")."""
        table: dict[str, list[Entity]] = {}
        for entity in self.entities.values():
            for held in entity.memberships:
                table.setdefault(held.title.lower().split()[-1] if held.title else "", []).append(entity)
        return table

    @cached_property
    def role_heads(self) -> frozenset[str]:
        """The last words of the role nouns: "minister" of "prime minister"."""
        return frozenset(lemma.rpartition(" ")[2] for lemma in self.roles)

    def spelling(self, name: str) -> str:
        """The name as it stands here, where it is known by other letters or hyphens than in the text; else as it is.

        >>> from kg.vocab import load
        >>> load().spelling("Shinzō Abe")
        'Shinzo Abe'
        """
        if (name.isascii() and "-" not in name) or name in self.names or name in self.place_names:
            return name
        known = plain(name)
        return known if known in self.names or known in self.place_names else name

    def place_called(self, name: str) -> PlaceTerm | None:
        """The place of that name."""
        return self.places.get(self.place_names.get(name, ""))

    def plover_of(self, cue: str, column: str) -> str | None:
        """The PLOVER code that a cue has of its own where the act is ``actual``, or ``proposed``."""
        return self._overrides.get((cue, column))

    @cached_property
    def words(self) -> Callable[[str], frozenset[str]]:
        """The word list of a name ("sea-nouns"), or of several ("sea-nouns|gate-nouns"); empty if the ontology has none."""
        return _Lists(self.lists).__getitem__  # asked for each word of a text: no call in Python stands between

    def evokes(self, pos: str, lemma: str, relations: Collection[str]) -> bool:
        """Has a verb or noun, of whatever frame, a cue of one of the relations? Whether it stands in that sense is not asked."""
        return any(cue.relation in relations for cue in self.cues.get((pos, lemma.lower()), ()))

    def top_of(self, actor: str) -> Entity:
        """The top actor of the actor with that id, whatever the day (:meth:`stakeholder_of`)."""
        return self.stakeholder_of(self.entities[actor], None)[0]

    def stakeholder_of(self, entity: Entity, day: date | None) -> tuple[Entity, Basis]:
        """Climb from ``entity`` to its top actor as of ``day``; the basis is basedIn as soon as one step is.

        >>> from kg.vocab import load
        >>> v = load()
        >>> v.stakeholder_of(v.entities["actor/white-house"], None)[0].code
        'USA'
        """
        basis, seen = Basis.ACTS_FOR, {entity.id}
        while True:
            step = self._step(entity, day)
            if step is None or step[0] not in self.entities or step[0] in seen:
                return entity, basis
            seen.add(step[0])
            if step[1] is Basis.BASED_IN:
                basis = Basis.BASED_IN
            entity = self.entities[step[0]]

    def _step(self, entity: Entity, day: date | None) -> tuple[str, Basis] | None:
        if entity.acts_for:
            return entity.acts_for, Basis.ACTS_FOR
        if entity.based_in:
            return entity.based_in, Basis.BASED_IN
        held = [m for m in entity.memberships if m.holds(day)] or list(entity.memberships)
        if not held:
            return None
        latest = max(held, key=lambda m: m.start or date.min)
        return latest.organisation, latest.basis

    def is_kind(self, resource: str, kinds: Iterable[str]) -> bool:
        """Is the resource, or one of its broader concepts, among ``kinds`` (ids)?"""
        wanted = set(kinds)
        term = self.resources.get(resource)
        return resource in wanted or (term is not None and not wanted.isdisjoint(term.broader))

    def calls(self, word: str, kinds: Iterable[str]) -> bool:
        """Is a word the name of a resource of one of the ``kinds`` (ids): "tank" of arms?"""
        return self.is_kind(self.resource_names.get(word.lower(), ""), kinds)

    def cue_list(self) -> Iterator[Cue]:
        """Every cue, in no particular order."""
        for group in self.cues.values():
            yield from group
