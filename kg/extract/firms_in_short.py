"""Which known firm or works is called by the first word of its name: "Amazon sued the EU", "Akyem produced gold"?"""

from __future__ import annotations

from kg.extract.tokens import Token
from kg.model import ActorType
from kg.vocab import Entity, Vocabulary


def firm_in_short(token: Token, name: str, vocab: Vocabulary) -> Entity | None:
    """The firm whose full name is this one and a word for its kind, where the recogniser says that it is an organisation.

    A river and a state have the same words for names, but rivers stand with an article.
    """
    if token.ent_type_ != "ORG" or " " in name or any(c.dep_ in ("det", "poss") for c in token.children):
        return None
    for kind in sorted(vocab.words("firm-suffixes")):
        for full in (f"{name} {kind.title()}", f"{name}.{kind}"):
            for sense in vocab.names.get(full, ()):
                if vocab.entities[sense.actor].type is ActorType.COMPANY:
                    return vocab.entities[sense.actor]
    return None


def land_of_works(name: str, vocab: Vocabulary) -> str | None:
    """In which state the mine or plant lies that is called by its name alone: "Akyem produced gold"."""
    if name in vocab.place_names or name in vocab.names:
        return None
    for kind in sorted(vocab.words("works-suffixes")):
        known = vocab.resources.get(vocab.resource_names.get(f"{name} {kind}".lower(), ""))
        land = vocab.entities.get(known.country or "") if known is not None and known.asset else None
        if land is not None:
            return land.label
    return None
