"""How much: amounts with a unit, counts and shares of what an act is about, and their value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.arguments import Slots
from kg.extract.mentions import Block
from kg.extract.tokens import Token
from kg.model import Mention, Quantity
from kg.vocab import Vocabulary

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORDS = {
    **{w: float(i) for i, w in enumerate(_UNITS)},
    **{w: float(i + 13) for i, w in enumerate(_TEENS)},
    **{w: 10.0 * (i + 2) for i, w in enumerate(_TENS)},
}
_SHARES = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
}
# The slots of what is counted; where it is done is not.
_THINGS = ("obj", "of", "for", "with", "dative", "attr")
# The least that the word says: "most" is more than half, as "more than 40" is forty and more.
_PARTS = {"most": 0.5, "all": 1.0}
_LABELS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod"})
# Acts of which the text counts what they are done to; whom one meets or accuses is no quantity.
_COUNTED = frozenset(
    {
        *("supply", "acquire", "aid", "produce", "possess", "need", "seize", "invest", "sanction", "cooperate"),
        *("mobilize", "retreat", "coerce", "assault", "concede"),
    }
)
_FILLERS = frozenset(
    [
        *(
            "about",
            "around",
            "approximately",
            "nearly",
            "almost",
            "some",
            "more",
            "than",
            "less",
            "over",
            "under",
            "up",
            "to",
            "at",
        ),
        *("at", "least", "as", "much", "many", "a", "an", "the", "of", "only", "just", "its"),
    ]
)

# "another two", "these two" count.
_POINTING = frozenset({"another", "other", "others", "these", "those", "them", "further", "additional"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as read, and the word whose amount it is."""

    quantity: Quantity
    head: Token

    def fits(self, mention: Mention | None, block: Block) -> bool:
        """Does a mention stand in the phrase whose amount it is?"""
        if mention is None:
            return True
        last = self.head.right_edge
        return block.offset + self.head.left_edge.idx <= mention.start < block.offset + last.idx + len(last)

    def counts(self, mention: Mention, block: Block) -> bool:
        """Is a mention the very thing that is counted, not one beside it ("six soldiers and four rebels")?"""
        return mention.start <= block.offset + self.head.idx < mention.end


def quantity_of(
    amounts: Sequence[Amount], thing: Mention | None, whom: Mention | None, several: Sequence[Mention], block: Block
) -> Quantity | None:
    """How much of a thing; of one of several to whom something is done his own number, else one that counts none of the others."""
    if whom is None or len(several) < 2:
        return next((a.quantity for a in amounts if a.fits(thing, block)), None)
    own = next((a for a in amounts if a.counts(whom, block)), None)
    free = own or next((a for a in amounts if not any(a.counts(m, block) for m in several)), None)
    return free.quantity if free else None


def amounts_of(block: Block, predicate: Token, filled: Slots, relation: str, resources: Sequence[Mention]) -> list[Amount]:
    """The amounts said of a predicate, the closest first: counts and shares of what it acts on, then measures near it."""
    change = _change(predicate, block.vocab)
    named = [t for m in resources for t in _named(block, predicate, m)]
    things = list(dict.fromkeys([*(t for slot in _THINGS for t in filled.get(slot, ())), *named]))
    found = []
    for first, last, head in (*_counted(block, things, relation), *_measured(block, predicate, filled, named)):
        text, start = block.doc[first : last + 1].text, block.doc[first].idx
        if first and block.doc[first - 1].lower_ in block.vocab.units and block.doc[first - 1].whitespace_ == "":
            text = block.doc[first - 1].text + text
        if block.doc[last].lower_ in block.vocab.words("clock-words"):
            continue
        read = read_quantity(text, block.vocab)
        if read:
            end = block.doc[last].idx + len(block.doc[last])
            mention = Mention(block.text[start:end], block.offset + start, block.offset + end, block.doc[last].lemma_.lower())
            found.append(Amount(Quantity(read[0], read[1], change, mention), head))
    return found


def _named(block: Block, predicate: Token, mention: Mention) -> Iterator[Token]:
    """The word of a resource in the predicate's sentence, and the measure before it ("tonnes of copper")."""
    for token in predicate.sent:
        end = block.offset + token.idx + len(token)
        if end == mention.end and token.pos_ in ("NOUN", "PROPN"):
            yield token
            if token.dep_ == "pobj" and token.head.lower_ == "of":
                yield token.head.head


def _counted(block: Block, things: Sequence[Token], relation: str) -> Iterator[tuple[int, int, Token]]:
    """Shares ("half of its gas", "nearly all its magnets") and counts ("two gunboats", "its 155 troops")."""
    if relation not in _COUNTED:
        return
    for thing in things:
        of = any(c.dep_ == "prep" and c.lower_ == "of" for c in thing.children)
        if _is_share(thing) and of:
            yield thing.left_edge.i, thing.i, thing
        if thing.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"):
            continue
        if (thing.pos_ == "NUM" and thing.ent_type_ == "CARDINAL") or (of and thing.lemma_.lower() in block.vocab.scales):
            yield thing.left_edge.i, thing.i, thing
        for child in thing.lefts:
            if child.dep_ == "predet" and _is_share(child):
                yield child.left_edge.i, child.i, thing
        counts = [c for c in thing.lefts if c.dep_ == "nummod" and c.ent_type_ in ("CARDINAL", "") and not _numbered(c)]
        bare = not any(c.dep_ == "det" and c.lower_ in ("the", "both", "these", "those") for c in thing.children)
        parties = block.vocab.words("state-nouns|party-nouns")
        if counts and bare and thing.lemma_.lower() not in parties and counts[0].lower_ != "one":
            yield counts[0].left_edge.i, counts[0].i, thing


def _numbered(number: Token) -> bool:
    """Does it number a name ("the Area 4 field")?"""
    return number.i > 0 and number.nbor(-1).pos_ == "PROPN" and number.nbor(-1).head == number.head


def _is_share(token: Token) -> bool:
    word = token.lower_.removesuffix("s") if token.lower_ not in _PARTS else token.lower_
    return word in _SHARES or word in _PARTS


def _measured(block: Block, predicate: Token, filled: Slots, named: Sequence[Token]) -> Iterator[tuple[int, int, Token]]:
    """Entities with a unit: the object itself, what is said of the object, then of any argument or of the predicate."""
    objects = {t.i for t in filled.get("obj", ())}
    heads = {t.i for ts in filled.values() for t in ts} | {t.i for t in named} | {predicate.i}
    if predicate.dep_ == "nsubj" and predicate.pos_ == "NOUN":
        heads.add(predicate.head.i)  # "the price rose by 8 percent"
    near = []
    for entity in predicate.sent.ents:
        size = "-" in entity.text and entity.root.dep_ in _MODIFIERS and entity.label_ == "QUANTITY"
        after = block.doc[entity.end].lower_ if entity.end < len(block.doc) else ""
        if entity.label_ not in _LABELS or size or after in ("away", "off"):
            continue  # a "1,460-megawatt dam" is no amount of dams, "70 kilometres away" one of nothing
        if (head := _belongs(entity.root, heads)) is not None:
            rank = 0 if entity.root.i in objects else 1 if head.i in objects else 2
            near.append((rank, entity.start, entity.end - 1, head))
    for _, first, last, head in sorted(near, key=lambda n: n[:2]):
        yield first, last, head


def _belongs(token: Token, heads: set[int]) -> Token | None:
    """The one of the words on which an amount hangs, without another verb between them."""
    node = token
    for _ in range(4):
        if node.i in heads:
            return node
        if node.pos_ in ("VERB", "AUX") and node != token:
            return None
        node = node.head
    return None


def _change(predicate: Token, vocab: Vocabulary) -> str | None:
    lemma = predicate.lemma_.lower()
    if lemma in vocab.words("changes-up"):
        return "up"
    return "down" if lemma in vocab.words("changes-down") else None


def read_quantity(text: str, vocab: Vocabulary) -> tuple[float, str] | None:
    """Value and unit of an amount; the unit is a code of the ontology, else the last word, else "count"; a share is in percent.

    >>> from kg.vocab import load
    >>> [read_quantity(t, load()) for t in ("approximately $500 billion", "about 5%", "1,200 tonnes", "half", "$120m")]
    [(500000000000.0, 'USD'), (5.0, 'percent'), (1200.0, 'tonne'), (50.0, 'percent'), (120000000.0, 'USD')]
    >>> [read_quantity(t, load()) for t in ("NZ$5m", "Rs 500 crore")]
    [(5000000.0, 'NZD'), (5000000000.0, 'INR')]
    """
    words = re.findall(r"[a-z]*[%$€£¥]|[a-z]+", text.lower())
    number = _NUMBER.search(text)
    counts = [_WORDS[w] for w in words if w in _WORDS]
    value = float(number.group().replace(",", "")) if number else _sum(counts)
    share = next((s for w in words if (s := _SHARES.get(w.removesuffix("s")) or _PARTS.get(w))), None)
    unit = next((vocab.units[w] for w in words if w in vocab.units), None)
    scaled = [w for w in words if w in vocab.scales and (len(w) > 1 or _multiplies(w, text, unit))]
    if share is not None and number is None:
        value = share * (value if value is not None else 1.0)
        if not (unit or scaled):
            return round(100 * value, 2), "percent"
    if value is None and scaled:
        value = 1.0  # "a dozen"; "thousands" are a thousand at the least
    if value is None:
        return None
    for word in scaled:
        value *= vocab.scales[word]
    if unit:
        return value, unit
    others = [w for w in words if w not in vocab.scales and w not in _WORDS and w not in _FILLERS and w not in _SHARES]
    return value, others[-1].removesuffix("s") if others and others[-1] not in _POINTING else "count"


def _multiplies(letter: str, text: str, unit: str | None) -> bool:
    """Does a single letter stand for a multiple: "$120m", "3m tonnes", not "40 m" high?"""
    money = unit is not None and unit.isupper()
    return money or re.search(rf"\d{letter}\b\s*\w", text, re.IGNORECASE) is not None


def _sum(counts: list[float]) -> float | None:
    """ "forty-five": tens and units are added; of several numbers else the first counts."""
    if len(counts) > 1 and counts[0] >= 20 and counts[0] % 10 == 0 and counts[1] < 10:
        return counts[0] + counts[1]
    return counts[0] if counts else None
