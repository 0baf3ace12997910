"""``ontology/*.ttl`` → :class:`Vocabulary`: the sole reader of the ontology's shape."""

from kg.vocab.load import load
from kg.vocab.pages import write_pages
from kg.vocab.spelling import plain
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

__all__ = [
    "Cue",
    "Entity",
    "Frame",
    "Membership",
    "Operator",
    "PlaceTerm",
    "RelationTerm",
    "ResourceTerm",
    "RoleNoun",
    "Sense",
    "Vocabulary",
    "load",
    "plain",
    "write_pages",
]
