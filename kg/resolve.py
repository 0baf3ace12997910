"""Linking: mentions → entities. Actors by dictionary with dates, by role, by demonym and metonym; an unknown name is minted.

It makes new values and drops nothing; the wording stays in the mention, so linking can be replayed over stored claims.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.confidence import confidence
from kg.model import Actor, ActorType, Basis, Claim, Mention, Place, Resource, Sector, Stakeholder, Status
from kg.plover import plover_code
from kg.vocab import Entity, RoleNoun, Sense, Vocabulary

_OF_MANY = frozenset({ActorType.POPULATION, ActorType.ARMED_GROUP})
_HOW = {"name": 0, "metonym": 1, "family": 2, "demonym": 3}
_TITLE = re.compile(r"[\w'’-]+")


def slug(text: str) -> str:
    """A name as it goes into an IRI: ASCII letters, digits and hyphens; a hash where nothing of it is left.

    >>> slug("Gécamines S.A.")
    'gecamines-s-a'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
    return words or hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Linker:
    """Links mentions against the vocabulary, as of an article's date."""

    vocab: Vocabulary

    def actor(self, actor: Actor, article: str, day: date | None) -> Actor:
        """The actor that a mention names, with its stakeholder."""
        mention = actor.mention
        if mention is None or actor.id:
            return actor
        source = mention.origin
        entity = self._by_name(source, day) or self._by_title(source, day)
        if entity is not None:
            return self._known(entity, mention, source, day)
        return self._minted(actor, source, mention, article, day)

    def _by_name(self, mention: Mention, day: date | None) -> Entity | None:
        senses = self.vocab.names.get(mention.name.replace("’", "'"), ())
        if not senses:
            return None
        entity = self.vocab.entities[self._best(senses, day, mention).actor]
        return None if self._of_another_state(entity, mention, day) else entity

    def _of_another_state(self, entity: Entity, mention: Mention, day: date | None) -> bool:
        """Is a state's body, a surname, or a body of known letters said to be another's: "the Belarusian KGB", "China's CBC"?"""
        if entity.type is ActorType.PERSON and " " not in mention.name:
            homes = {i for i in self._owner_ids(mention) if self.vocab.entities[i].type is ActorType.STATE}
            return bool(homes) and self.vocab.stakeholder_of(entity, day)[0].id not in homes
        if entity.type in (ActorType.STATE, ActorType.PERSON):
            return False
        if entity.sector not in (Sector.GOV, Sector.MIL) and not mention.name.isupper():
            return False
        before = mention.text.partition(mention.name)[0].removeprefix("the ").removeprefix("The ").strip()
        told = self.vocab.names.get(before.removesuffix("'s").removesuffix("’s"), ())
        owners = {s.actor for s in told if s.how == "demonym" or self.vocab.entities[s.actor].type is ActorType.STATE}
        top = self.vocab.stakeholder_of(entity, day)[0]
        return bool(owners) and top.type is ActorType.STATE and top.id not in owners

    def _best(self, senses: tuple[Sense, ...], day: date | None, mention: Mention) -> Sense:
        """The sense whose office holds on the day, then the one whose owner the text names, then the more direct name."""

        def rank(sense: Sense) -> tuple[int, int, int]:
            entity = self.vocab.entities[sense.actor]
            owned = self._owner_ids(mention)
            related = {m.organisation for m in entity.memberships} & owned
            in_office = any(m.holds(day) for m in entity.memberships)
            return (0 if related else 1, 0 if in_office or not entity.memberships else 1, _HOW.get(sense.how, 4))

        return min(senses, key=rank)

    def _owner_ids(self, mention: Mention) -> set[str]:
        return {s.actor for o in mention.owners for s in self.vocab.names.get(o.replace("’", "'"), ())}

    def _by_title(self, mention: Mention, day: date | None) -> Entity | None:
        """The holder of an office named by title alone: "the Russian president", on the article's day."""
        if mention.name or day is None or mention.head not in self.vocab.words("head-titles"):
            return None
        owners = self._owner_ids(mention)
        for entity in self.vocab.officials.get(mention.head, ()):
            for held in entity.memberships:
                if held.organisation in owners and held.holds(day) and mention.head == held.title.lower().split()[-1]:
                    if mention.text.lower().endswith(held.title.lower()) and not self._deputy(mention.text, held.title):
                        return entity
        return None

    def _deputy(self, text: str, title: str) -> bool:
        """Is it a lower office with the title in its name: "the Brazilian vice-president" is not the president?"""
        before = text[: -len(title)].replace("-", " ").split()
        return bool(before) and f"{before[-1]} {title}".lower() in self.vocab.roles

    def _known(self, entity: Entity, mention: Mention, source: Mention, day: date | None) -> Actor:
        senses = self.vocab.names.get(source.name.replace("’", "'"), ())
        people = any(s.actor == entity.id and s.how == "demonym" for s in senses)
        top, basis = self.vocab.stakeholder_of(entity, day)
        if people and entity.type is ActorType.STATE:
            elsewhere = self._owner(replace(source, name="", text=""), day)
            home = elsewhere[0] if elsewhere else top
            stakeholder = Stakeholder(home.id, home.label, home.code, Basis.BASED_IN)
            where = f" in {home.label}" if home is not top else ""
            identifier = f"{entity.id}-people" + (f"-in-{home.id.rpartition('/')[2]}" if where else "")
            return Actor(identifier, source.name + where, ActorType.POPULATION, Sector.CIV, stakeholder, mention)
        if entity.type in _OF_MANY and top is entity:
            lands = tuple(o for o in source.owners if not self._names_person(o))  # "bin Laden's al-Qaeda" is of no land for that
            if owner := self._owner(replace(source, name="", text="", owners=lands), day):
                top, basis = owner[0], Basis.BASED_IN  # a people or a group of several states, where the text says which
        return Actor(
            entity.id,
            entity.label,
            entity.type,
            entity.sector,
            Stakeholder(top.id, top.label, top.code, basis),
            mention,
        )

    def _names_person(self, owner: str) -> bool:
        senses = self.vocab.names.get(owner.replace("’", "'"), ())
        return bool(senses) and self.vocab.entities[senses[0].actor].type is ActorType.PERSON

    def _minted(self, actor: Actor, source: Mention, mention: Mention, article: str, day: date | None) -> Actor:
        """An actor that the ontology does not know: its role gives type, sector and basis, its owners the stakeholder."""
        role = self._role(actor.label, source)
        kind = role.type if role else actor.type
        sector = role.sector if role else None
        basis = role.basis if role else Basis.BASED_IN
        # "Protests broke out in Lyon" is told of those who protest.
        people = f"{actor.label}s" if role and source.head in self.vocab.words("unrest-acts") else ""
        label = source.name or people or _plain(source)
        key = hashlib.sha256(article.encode()).hexdigest()[:8]
        identifier = f"actor/{key}-{slug(label)}"
        # A person's own names say nothing of whose he is; what stands around them does.
        person = kind is ActorType.PERSON and source.name in source.text
        owner = self._owner(replace(source, name="", text=source.text.replace(source.name, "")) if person else source, day)
        if owner is None:
            # Groups of citizens that the text gives to no state are on no state's behalf.
            code = Sector.NGO.value if sector is Sector.NGO and kind is ActorType.ORGANISATION else None
            own = Stakeholder(identifier, label, code, Basis.ACTS_FOR)
            return Actor(identifier, label, kind, sector, own, mention)
        top, step = owner
        basis = Basis.BASED_IN if Basis.BASED_IN in (basis, step) else Basis.ACTS_FOR
        return Actor(identifier, label, kind, sector, Stakeholder(top.id, top.label, top.code, basis), mention)

    def _role(self, label: str, mention: Mention) -> RoleNoun | None:
        words = [w.lower() for w in _TITLE.findall(mention.text)]
        for size in (3, 2, 1):
            for start in range(len(words) - size, -1, -1):
                role = self.vocab.roles.get(" ".join(words[start : start + size]))
                if role:
                    return role
        return self.vocab.roles.get(label) or self.vocab.roles.get(mention.head)

    def _owner(self, mention: Mention, day: date | None) -> tuple[Entity, Basis] | None:
        stateless = None  # "Druze inhabitants of the Golan" are counted where they live
        whole = mention.name or mention.text
        for word in (*mention.owners, *_inner_names(whole)):
            name = word.replace("’", "'")
            senses = self.vocab.names.get(name, ())
            if word not in mention.owners and (
                self._surname_alone(senses, whole)
                or self._of_a_continent(word, whole)
                or word.lower() in self.vocab.words("generic-names")  # the Truth Commission is not that of the Union
            ):
                continue
            if stateless and self._names_person(name):
                continue  # who leads a group of many states is no land of its
            if senses:
                best = self._best(senses, day, replace(mention, owners=()))
                found = self.vocab.stakeholder_of(self.vocab.entities[best.actor], day)
                many = found[0].type in _OF_MANY and (found[0].type is ActorType.ARMED_GROUP or not found[0].code)
                if not many:
                    return found
                stateless = stateless or found
            place = self.vocab.place_called(name)
            country = self.vocab.entities.get(place.country or "") if place else None
            if country:
                return country, Basis.BASED_IN
        return stateless

    def _of_a_continent(self, word: str, text: str) -> bool:
        """Does a state's name only end that of a continent: "South American countries"?"""
        before = text.partition(word)[0].split()
        return (
            bool(before)
            and word.lower() in self.vocab.words("continent-words")
            and before[-1].lower() in self.vocab.words("continent-parts")
        )

    def _surname_alone(self, senses: tuple[Sense, ...], whole: str) -> bool:
        """Is a leader's surname but a word of a name that nobody knows: "Costa Azul", not "the Costa government"?"""
        last = whole.split()[-1:] if senses and all(s.how == "family" for s in senses) else []
        return bool(last) and last[0].lower() not in self.vocab.roles

    def resource(self, resource: Resource, article: str) -> Resource:
        """Label and broader concepts of a resource; one that the ontology lacks is minted for the article."""
        term = self.vocab.resources.get(resource.id)
        if term is not None:
            broader = tuple(self.vocab.resources[b].label for b in term.broader if b in self.vocab.resources)
            return replace(resource, label=term.label, broader=broader)
        key = hashlib.sha256(article.encode()).hexdigest()[:8]
        return replace(resource, id=f"resource/{key}-{slug(resource.label)}")

    def place(self, place: Place, article: str) -> Place:
        """A place by its name."""
        name = (place.mention.name if place.mention else "") or place.label
        known = self.vocab.place_called(name)
        if known:
            return replace(place, id=known.id, label=known.label)
        for sense in self.vocab.names.get(name, ()):
            entity = self.vocab.entities[sense.actor]
            if entity.type is ActorType.STATE:
                return replace(
                    place,
                    id="place/" + entity.id.rpartition("/")[2],
                    label=entity.label if sense.how == "name" else name,
                )
        key = hashlib.sha256(article.encode()).hexdigest()[:8]
        return replace(place, id=f"place/{key}-{slug(name)}", label=name)


def _plain(mention: Mention) -> str:
    """The wording without its article: "the Ukrainian officials" → "Ukrainian officials"."""
    return re.sub(
        r"^(the|a|an|this|these|those|that|some|many|several|its|their|his|her)\s+",
        "",
        mention.text,
        flags=re.IGNORECASE,
    )


def _inner_names(text: str) -> Iterator[str]:
    """Runs of capitalised words inside a name, the longest first: "Serbian Workers' Union" → "Serbian"."""
    words = text.replace("’s", "").replace("'s", "").split()
    for size in range(min(3, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size]).strip(",.;:()'’")
            if part[:1].isupper():
                yield part


def resolve(claims: Iterable[Claim], link: Linker) -> Iterator[Claim]:
    """Claims with their actors, resources and places linked, PLOVER coded; as many as went in."""
    for claim in claims:
        yield _resolve(claim, link)


def _resolve(claim: Claim, link: Linker) -> Claim:
    article, day = claim.article.id, claim.article.published

    def actor(value: Actor | None) -> Actor | None:
        return link.actor(value, article, day) if value else None

    def resource(value: Resource | None) -> Resource | None:
        return link.resource(value, article) if value else None

    content = claim.content
    if content is not None:
        content = replace(content, actor=actor(content.actor), resource=resource(content.resource), target=actor(content.target))
    linked = claim.but(
        actor=actor(claim.actor),
        proposer=actor(claim.proposer),
        target=actor(claim.target),
        source=actor(claim.source),
        resource=resource(claim.resource),
        place=link.place(claim.place, article) if claim.place else None,
        content=content,
    )
    linked = _own_word(_at_place(linked, link))
    rated = linked.cue or linked.relation == "other"
    return linked.but(
        confidence=confidence(linked, link.vocab) if rated else linked.confidence, plover=plover_code(linked, link.vocab)
    )


def _at_place(claim: Claim, link: Linker) -> Claim:
    """An unknown target without an owner is counted under the state where it is acted on ("attacked a base in Syria").

    Not one with whom somebody only meets there, nor "European nations", which lie in no other.
    """
    target, place = claim.target, claim.place
    if (
        target is None
        or place is None
        or target.type is ActorType.STATE
        or link.vocab.relations[claim.relation].symmetric
        or target.stakeholder is None
        or target.stakeholder.id != target.id
        or target.stakeholder.code
    ):
        return claim
    known = link.vocab.places.get(place.id)
    state = link.vocab.entities.get((known.country or "") if known else place.id.replace("place/", "actor/"))
    if state is None or target.id == state.id or state.type is not ActorType.STATE:
        return claim
    return claim.but(target=replace(target, stakeholder=Stakeholder(state.id, state.label, state.code, Basis.BASED_IN)))


def _own_word(claim: Claim) -> Claim:
    """No source where an actor, or its own side, proposes its own act."""
    if claim.source is None or claim.status is not Status.PROPOSED or claim.actor is None:
        return claim
    same = claim.source.stakeholder and claim.actor.stakeholder and claim.source.stakeholder.id == claim.actor.stakeholder.id
    return claim.but(source=None) if same else claim
