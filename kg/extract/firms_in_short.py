"""Which known firm is called by the first word of its name: "Amazon sued the EU", "Ford recalled cars"?"""

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
        for sense in vocab.names.get(f"{name}{kind}", ()):
            entity = vocab.entities[sense.actor]
            if entity.type is ActorType.COMPANY:
                return entity
    return None
