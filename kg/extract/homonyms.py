"""Which names does a text as a whole use for others than those whom the vocabulary knows by them?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kg.extract.mentions import Block
from kg.extract.namesakes import elsewhere_owned, is_surname
from kg.extract.tokens import Token
from kg.model import ActorType
from kg.vocab import Vocabulary

# So many words before a bracket may be the name that it shortens; so many letters tell whether two words are akin.
_LONG_NAME, _STEM = 8, 5


def forget_surnames(blocks: list[Block]) -> None:
    """Take no surname of somebody in the text for a town of that name: "Rosa Nara died. Nara's show ran for years"."""
    towns = {f.name for b in blocks for f in b.names.values() if f.place and not f.senses and f.end == f.start + 1}
    people, placed = set[str](), set[str]()
    for token in (t for block in blocks for t in block.doc.words if t.text in towns) if towns else ():
        if token.ent_type_ == "PERSON" and token.ent_iob_ == "I":
            people.add(token.text)
        elif _where(token):
            placed.add(token.text)
    for block in blocks if people - placed else ():
        block.names = {i: f for i, f in block.names.items() if f.senses or f.name not in people - placed}


def forget_leaders(blocks: list[Block], vocab: Vocabulary) -> None:
    """Take no firm for a leader of that surname, who is nowhere named in full: "Australia's Santos", "the gas producer Santos"."""
    found = [f for b in blocks for f in b.names.values()]
    full = {s.actor for f in found if " " in f.name for s in f.senses}
    alone = {f.name: f.senses for f in found if f.senses and is_surname(f.name, f.senses, vocab)}
    alone = {name: senses for name, senses in alone.items() if full.isdisjoint(s.actor for s in senses)}
    firms = dict[str, tuple[str, ...]]()
    for block in blocks if alone else ():
        for token in (t for t in block.doc.words if t.text in alone):
            if elsewhere_owned(block.doc, token.i, alone[token.text], vocab) or _called_firm(token, vocab):
                firms[token.text] = firms.get(token.text) or block.referent(token).mention.owners
    _forget(firms, blocks)
    for block in blocks:
        block.homes.update(firms)


def _called_firm(name: Token, vocab: Vocabulary) -> bool:
    """Does a noun beside a name say that it is a company: "gas producer Santos", "Santos, the gas producer"?"""
    beside = [c for c in name.children if c.dep_ in ("compound", "appos", "nmod")]
    beside += [name.head] if name.dep_ == "appos" else []
    roles = (vocab.roles.get(t.lemma_.lower()) for t in beside if t.pos_ == "NOUN")
    return any(role is not None and role.type is ActorType.COMPANY for role in roles)


def forget_others(blocks: list[Block], short: Mapping[str, int], vocab: Vocabulary) -> None:
    """Take no abbreviation that the text itself explains for that of a body with another name: "the Fisheries Board (FB) said"."""
    for name, offset in short.items():
        senses = vocab.names.get(name, ())
        block = next((b for b in reversed(blocks) if b.offset <= offset), None) if senses else None
        if block is None or any(vocab.entities[s.actor].type is ActorType.STATE for s in senses):
            continue
        before = block.text[: offset - block.offset].split()[-_LONG_NAME:]
        last = before[-1].strip(",.\"'’").lower() if before else ""
        known = " ".join(vocab.entities[s.actor].label for s in senses).lower()
        alike = any(other in vocab.names and vocab.names[other][0].actor == senses[0].actor for other in _ends(before))
        if last[:_STEM] in known or alike:
            continue
        _forget({name}, blocks)


def forget_generic(blocks: list[Block], vocab: Vocabulary) -> None:
    """Take a noun with a capital for a body's name only beside news of whose it is: "Brussels balked. The Commission said".

    Not so where the text tells of another body of that sort: "the Truth Commission", "the Commission on Human Rights".
    """
    generic = vocab.words("generic-names")
    found = [f for b in blocks for f in b.names.values()]
    if not any(f.name.lower() in generic for f in found):
        return
    named = {vocab.top_of(s.actor).id for f in found if f.name.lower() not in generic for s in f.senses}
    others = {t.lower_ for b in blocks for t in b.doc.words if t.lower_ in generic and t.i in b.names and _of_longer_name(t)}
    called = [f for f in found if f.name.lower() in generic]
    known = {f.name for f in called if any(vocab.top_of(s.actor).id in named for s in f.senses)}
    _forget({f.name for f in called if f.name not in known or f.name.lower() in others}, blocks)


def _forget(names: Collection[str], blocks: list[Block]) -> None:
    """Take the names for nobody's whom the vocabulary knows."""
    for block in blocks if names else ():
        block.names = {i: f for i, f in block.names.items() if f.name not in names}
        block.cache.clear()


def _of_longer_name(noun: Token) -> bool:
    """Does a name stand before or behind a noun that belongs to it: "Peru's Commission", "the Commission on Mines"?"""
    before = any(c.text[:1].isupper() and c.dep_ in ("compound", "amod", "nmod", "poss") for c in noun.lefts)
    behind = any(c.dep_ == "prep" and g.text[:1].isupper() for c in noun.rights for g in c.children)
    return before or behind or (noun.dep_ == "compound" and noun.head.pos_ == "PROPN")


def _ends(words: list[str]) -> Iterator[str]:
    return (" ".join(words[start:]) for start in range(len(words)))


def _where(town: Token) -> bool:
    return town.dep_ == "pobj" and town.ent_type_ != "PERSON" and town.head.lower_ in ("in", "at", "near", "to", "from")
