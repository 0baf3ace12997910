"""Who is actor, target and resource of a predicate: its frame names the slots, the kind of what fills them decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.arguments import Slots, slots
from kg.extract.coref import Discourse
from kg.extract.mentions import Block, Kind, Referent
from kg.model import ActorType, Mention, Sector
from kg.vocab import Cue, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDER = ("obj-poss", "self", "subj", "poss", "by", "between", "amod", "from", "compound", "of", "in", "obj")
_TARGET_ORDER = (
    "dative",
    "obj",
    "that",
    "to",
    "with",
    "against",
    "on",
    "upon",
    "at",
    "between",
    "for",
    "toward",
    "towards",
    "from",
    "of",
)
_FIRST_TARGETS = {"frame/transfer": ("dative", "to"), "frame/yield": ("from", "to", "on")}
_MODIFIER_SLOTS = frozenset({"amod", "compound"})
_FORCE = frozenset({"assault", "coerce", "mobilize", "protest"})
_OF_THINGS = frozenset({"frame/transfer", "frame/obtain", "frame/take", "frame/hold"})
_WHERE = frozenset({"in", "at", "near", "over", "to", "into", "outside"})
_DEPTH = 3


@dataclass
class Roles:
    """The referents of each role; several where they are coordinated."""

    actors: list[Referent] = field(default_factory=list)
    targets: list[Referent] = field(default_factory=list)
    resources: list[Referent] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    place_target: bool = False
    minted: bool = False


@dataclass(frozen=True)
class Reader:
    """Reads roles in one block, with the article's discourse for antecedents."""

    vocab: Vocabulary
    discourse: Discourse
    block: Block

    def actors(self, token: Token, places: bool = True) -> list[Referent]:
        """Actors that a token stands for, partitives ("a group of diplomats") and antecedents followed."""
        return list(self._actors(token, places, _DEPTH))

    def _actors(self, token: Token, places: bool, depth: int) -> Iterator[Referent]:
        if self._partitive(token) and depth:
            found = [r for t in _under_of(token) for r in self._actors(t, places, depth - 1)]
            if found:
                own = self.block.referent(token)
                if own.kind is Kind.ACTOR and own.mention.owners:
                    yield own
                else:
                    yield from found
                return
        if sides := self._sides(token):
            yield from sides
            return
        for referent in self.discourse.referents(self.block, token):
            if referent.kind is Kind.ACTOR or (places and referent.kind is Kind.PLACE):
                yield referent

    def _in_a_state(self, referent: Referent) -> bool:
        """Seas and regions of many states are no actors."""
        place = self.vocab.places.get(self.vocab.place_names.get(referent.label, ""))
        return place is None or place.country is not None

    def _sides(self, token: Token) -> list[Referent]:
        """Each side of "Hungarian and Romanian officials", mentioned by its demonym."""
        own = self.block.referent(token)
        if own.kind is not Kind.ACTOR or own.entity or own.mention.name:
            return []
        firsts = [c for c in token.children if c.dep_ in ("amod", "nmod", "compound") and self.named(c)]
        modifiers = [m for c in firsts for m in (c, *c.conjuncts) if self.named(m)]
        if len(modifiers) < 2 or not any(c.dep_ == "cc" for m in modifiers for c in m.children):
            return []
        found = []
        for modifier in modifiers:
            named = self.named(modifier)[0].mention
            mention = replace(named, head=own.mention.head, name="", owners=(named.text,))
            found.append(replace(own, mention=mention))
        return found

    def named(self, token: Token) -> list[Referent]:
        """The actor that a demonym or a name stands for as a modifier: "Russian occupation", "the Trump administration's push"."""
        found = self.block.names.get(token.i)
        if not found or not found.senses:
            return []
        entity = self.vocab.entities[found.senses[0].actor]
        first, last = self.block.doc[found.start], self.block.doc[found.end - 1]
        start, end = first.idx, last.idx + len(last)
        offset = self.block.offset
        name = entity.label if found.senses[0].how == "demonym" else found.name
        mention = Mention(self.block.text[start:end], offset + start, offset + end, "", name)
        return [
            Referent(
                mention,
                Kind.ACTOR,
                False,
                entity.type is ActorType.PERSON,
                entity.gender,
                None,
                entity.id,
                entity.label,
            )
        ]

    def modifier(self, token: Token) -> list[Referent]:
        """The actor that modifies an act's noun by name, demonym or role: "Russian occupation", "the police killing"."""
        found = self.block.names.get(token.i)
        if found and found.senses and found.senses[0].how == "metonym" and token.dep_ == "compound":
            return []  # "the Kabul bombing", "Geneva talks": where, not who
        if named := self.named(token):
            return named
        own = self.block.referent(token) if token.pos_ == "NOUN" else None
        return list(self.discourse.referents(self.block, token)) if own and own.kind is Kind.ACTOR and not own.term else []

    def owners(self, token: Token, near: bool = False) -> list[Referent]:
        """Those to whom a thing belongs ("Ukraine's minerals", "Palestinian homes", "villages near Macedonia").

        ``near`` asks for a possessor, a modifier or who did it: an avalanche in Idaho is not Idaho's act.
        """
        for child in token.children:
            if child.dep_ == "poss" and (actors := self.actors(child)):
                return actors
        for child in token.children:
            if child.dep_ in ("amod", "compound", "nmod"):
                if found := self.modifier(child) or self.owners(child):
                    return found
        for child in token.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in (("by",) if near else self.vocab.words("owner-prepositions")):
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return self.actors(inner) or self.owners(inner)
        for child in token.children:
            if not near and child.dep_ in ("acl", "appos"):
                if found := self.owners(child):
                    return found
        return []

    def resources(self, token: Token, depth: int = _DEPTH) -> list[Referent]:
        """Resources that a token stands for, containers ("reserves of", "access to") and modifiers ("lithium mine") followed."""
        for referent in self.discourse.referents(self.block, token):
            if referent.term and referent.term in self.vocab.resources:
                inner = self._contained(token, depth)
                return inner or [referent]
        if not depth:
            return []
        return self._contained(token, depth) or self._modifying(token, depth)

    def _contained(self, token: Token, depth: int) -> list[Referent]:
        containers = self.vocab.words("container-nouns") | self.vocab.words("partitives") | self.vocab.words("activity-nouns")
        if token.lemma_.lower() not in containers and token.pos_ != "NUM":
            return []
        return [r for t in _under_of(token, ("of", "to", "for", "in")) for r in self.resources(t, depth - 1)]

    def _modifying(self, token: Token, depth: int) -> list[Referent]:
        for child in token.children:
            if child.dep_ in ("compound", "amod", "nmod", "conj") and child.i < token.i:
                if found := self.resources(child, depth - 1):
                    return found
        return []

    def _partitive(self, token: Token) -> bool:
        return token.lemma_.lower() in self.vocab.words("partitives") or token.pos_ == "NUM" or token.like_num


def _under_of(token: Token, words: tuple[str, ...] = ("of",)) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from (c for c in inner.conjuncts if c.i > inner.i)


def meets(cue: Cue, token: Token, filled: Slots, reader: Reader) -> bool:
    """Do the predicate's arguments meet the cue's conditions (object lemma, kind of object, slots that must be there)?"""
    if cue.object_lemmas:
        slots_of_object = ("obj", *cue.words[1:])
        counting = reader.vocab.words("counting-nouns")
        if not any(_lemma_in(t, cue.object_lemmas, counting) for s in slots_of_object for t in filled.get(s, ())):
            return False
    if cue.relation in _FORCE and any(t.lower_.endswith(("self", "selves")) for t in filled.get("obj", ())):
        return False  # "shooting itself in the foot"
    if cue.lacks and any(filled.get(slot) for slot in cue.lacks):
        return False
    if cue.needs and not any(filled.get(slot) or _has_clause(token, slot) for slot in cue.needs):
        return False
    if cue.object_kinds:
        fillers = [t for s in cue.frame.resource | {"obj", "attr"} for t in filled.get(s, ())]
        kinds = cue.object_kinds
        return any(reader.vocab.is_kind(r.term or "", kinds) for t in fillers for r in reader.resources(t))
    return True


def _has_clause(token: Token, slot: str) -> bool:
    wanted = {"inf": "xcomp", "that": "ccomp"}.get(slot)
    return any(c.dep_ == wanted or (slot == "inf" and c.dep_ == "ccomp" and _to(c)) for c in token.children)


def _to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _lemma_in(token: Token, lemmas: Iterable[str], counting: frozenset[str]) -> bool:
    lemma = token.lemma_.lower()
    if lemma in lemmas:
        return True
    before = next((c.lower_ for c in token.children if c.dep_ in ("compound", "amod") and c.i == token.i - 1), None)
    if before and f"{before} {lemma}" in lemmas:
        return True
    counted = token.ent_type_ in ("DATE", "TIME", "CARDINAL") or token.pos_ == "NUM" or lemma in counting
    return counted and any(_lemma_in(t, lemmas, counting) for t in _under_of(token))


def fill(cue: Cue, token: Token, filled: Slots, subject: list[Token], reader: Reader) -> Roles:
    """Give the fillers of the slots to the roles of the cue's frame."""
    roles = Roles()
    _fill_actors(cue, filled, subject, reader, roles)
    _fill_resources(cue, filled, reader, roles)
    if not roles.resources and cue.frame.id in ("frame/transfer", "frame/obtain", "frame/take"):
        for pronoun in (t for t in filled.get("obj", ()) if t.lower_ in ("it", "them")):
            roles.resources = reader.discourse.resource_of(reader.block, pronoun)
            roles.used.add(pronoun.i)
    _fill_targets(cue, filled, reader, roles)
    together = len(roles.actors) > 1 and cue.frame.id != "frame/mediate"
    if cue.relation in ("agree", "consult", "cooperate") and not roles.targets and together:
        roles.targets = roles.actors[1:]
        roles.actors = roles.actors[:1]
    if not roles.resources and cue.relation == "seize":
        roles.resources = _territories(cue, filled, reader)
    if not roles.resources and cue.relation in ("acquire", "possess"):
        _take_companies(filled, reader, roles)
    if not roles.targets and cue.frame.owner_is_target:
        roles.targets = _owning(cue, filled, reader, roles)
    if not roles.targets and cue.relation in _FORCE:
        roles.targets = _against(token, reader, roles)
    return roles


def _fill_actors(cue: Cue, filled: Slots, subject: list[Token], reader: Reader, roles: Roles) -> None:
    candidates = {**filled, "subj": filled.get("subj") or subject}
    # Who brokers a deal between two is none of its sides.
    whose = ("poss", "by", "between") if cue.relation == "agree" else ("poss", "by")
    own = any(filled.get(s) for s in whose) or any(reader.named(t) for t in filled.get("amod", ()))
    if not filled.get("subj") and subject and own:
        candidates["subj"] = []
    for slot in ORDER:
        if slot not in cue.frame.actor:
            continue
        for token in candidates.get(slot, ()):
            found = reader.modifier(token) if slot in _MODIFIER_SLOTS else reader.actors(token)
            if slot in _MODIFIER_SLOTS and cue.relation in _FORCE:
                found = [r for r in found if not _suffers(r, reader)]
            if found:
                roles.actors.extend(found)
                roles.used.add(token.i)
        if roles.actors:
            return
    if "subj" in cue.frame.actor:
        for token in candidates.get("subj", ()):
            found = reader.owners(token, near=cue.relation in _FORCE)
            if found and token.pos_ in ("NOUN", "PROPN") and (cue.relation == "supply" or not reader.resources(token)):
                roles.actors.extend(found)
                return
            if token.dep_ in ("dobj", "nsubjpass") and token.head.pos_ == "VERB":
                # "issued a declaration demanding that …": who issues it demands.
                roles.actors.extend(r for t in slots(token.head).get("subj", ()) for r in reader.actors(t))
                return


def _fill_resources(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> None:
    things = filled.get("obj", []) if cue.frame.id in _OF_THINGS and cue.pos == "verb" and not cue.object_lemmas else []
    for slot in sorted(cue.frame.resource, key=lambda s: (s not in ("obj", "subj"), s in _MODIFIER_SLOTS, s)):
        for token in filled.get(slot, ()):
            if things and slot not in ("obj", "with") and not any(t == a for t in things for a in token.ancestors):
                continue  # what is handed over is the object; what stands beside it says where and why
            if token.i not in roles.used:
                found = reader.resources(token, 0 if cue.frame.place_is_target and cue.relation in _FORCE else _DEPTH)
                roles.resources.extend(found)
                if found and slot not in _MODIFIER_SLOTS:
                    roles.used.add(token.i)
        if roles.resources:
            return


def _fill_targets(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> None:
    taken = {r.mention.span for r in roles.actors}
    # What is handed over may itself be people ("offered its troops to Lebanon"): then the receiver is the target.
    order = _FIRST_TARGETS.get(cue.frame.id, ()) + _TARGET_ORDER
    # Who fights a fire in a place does not fight the place.
    barred = _WHERE if cue.relation in _FORCE and filled.get("obj") else frozenset()
    for slot in sorted(cue.frame.target - barred, key=lambda s: order.index(s) if s in order else 99):
        for token in filled.get(slot, ()):
            if (token.i in roles.used and slot != "between") or token.lemma_.lower() in cue.object_lemmas:
                continue
            places = cue.frame.place_is_target or slot in ("dative", "obj", "to", "with")
            for referent in reader.actors(token, places):
                own = slot == "obj" and cue.relation in ("retreat", "mobilize") and _forces(referent, reader)
                if referent.mention.span not in taken and not own:
                    roles.targets.append(referent)
                    roles.used.add(token.i)
        if roles.targets:
            return


def _suffers(referent: Referent, reader: Reader) -> bool:
    """Is a role before an act of force the one who suffers it ("child murders", "journalist arrests"), not "police killings"?"""
    role = None if referent.entity else reader.vocab.roles.get(referent.label)
    return role is not None and role.sector not in (Sector.MIL, Sector.GOV, Sector.REB)


def _forces(referent: Referent, reader: Reader) -> bool:
    """Troops and the like: moved by their own side, not its target."""
    role = reader.vocab.roles.get(referent.label)
    return role is not None and role.sector is Sector.MIL


def _against(token: Token, reader: Reader, roles: Roles) -> list[Referent]:
    """Whom an act is meant against, however deep the preposition stands: "mobilized reservists for a war against Iraq"."""
    for word in token.subtree:
        if word.lower_ == "against" and word.dep_ == "prep" and word.i > token.i:
            inner = next((c for c in word.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.i not in roles.used:
                return reader.actors(inner) or reader.owners(inner)
    return []


def _owning(cue: Cue, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """Where a role is filled by a thing, the one to whom the thing belongs is the target ("praised Haiti's efforts")."""
    actors = {r.entity for r in roles.actors if r.entity}
    mutual = cue.relation in ("agree", "consult", "cooperate")
    for slot in (
        ("obj", "to") if mutual else ("obj", "of", "on", "to", "for", "against", "over", "in", "at", "into", "with", "that")
    ):
        if slot in cue.frame.target | cue.frame.resource | cue.frame.content:
            for token in filled.get(slot, ()):
                found = [r for r in reader.owners(token) if not (r.entity and r.entity in actors)]
                if found:
                    return found
    return []


def _territories(cue: Cue, filled: Slots, reader: Reader) -> list[Referent]:
    """A territory that is taken is a resource, although its name is that of a place or a state ("parts of Ukraine", "Goma")."""
    found = []
    for slot in ("obj", "of"):
        for token in filled.get(slot, ()):
            own = reader.block.referent(token)
            inside = [own, *(reader.block.referent(t) for t in _under_of(token))]
            placed = any(r.kind is Kind.PLACE or (r.entity and r.entity.count("/") == 1 and _is_state(reader, r)) for r in inside)
            if token.pos_ in ("NOUN", "PROPN") and (cue.implies_resource or placed):
                found.append(replace(own, kind=Kind.RESOURCE, term=cue.implies_resource or "resource/territory"))
    return found


def _is_state(reader: Reader, referent: Referent) -> bool:
    return reader.vocab.entities[referent.entity or ""].type is ActorType.STATE


def _take_companies(filled: Slots, reader: Reader, roles: Roles) -> None:
    """A company that is bought or owned is what is at stake, not a partner."""
    for token in filled.get("obj", ()):
        for referent in reader.actors(token, places=False):
            entity = reader.vocab.entities.get(referent.entity or "")
            kind = entity.type if entity else None
            if kind is ActorType.COMPANY or (kind is None and referent.mention.name and not referent.person):
                roles.resources.append(replace(referent, kind=Kind.RESOURCE, term=None, label=referent.label))
                roles.used.add(token.i)
