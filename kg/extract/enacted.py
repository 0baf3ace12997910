"""Who took a measure or had a result that a noun names, who faces it, and whose figures or forecasts tell of it."""

from __future__ import annotations

from kg.extract.arguments import Slots, merge, slots, verb_slots
from kg.extract.context import Context
from kg.extract.coordination import first_conjunct
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Referent
from kg.extract.reader import Reader
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.vocab import Cue

# What trade figures count.
COUNTED = frozenset({"acquire", "supply", "produce"})
# What somebody can face.
_FACED = frozenset({"sanction", "accuse", "coerce", "assault", "protest", "threaten"})


def enacted(token: Token, cue: Cue, filled: Slots, lexicon: Lexicon) -> Slots:
    """Who took the measure or had the result that a noun names: "the curbs that Beijing imposed", "posted record sales"."""
    if cue.pos != "noun" or filled.get("subj"):
        return filled
    above = token.head
    if cue.relation in COUNTED and token.dep_ == "dobj" and above.lemma_.lower() in lexicon.words("posting-verbs"):
        return merge(filled, {k: v for k, v in verb_slots(above).items() if k not in ("obj", "obj-poss")})
    enacting = lexicon.words("measure-verbs")
    for clause in (c for c in token.rights if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB"):
        inside = verb_slots(clause) if clause.lemma_.lower() in enacting else {}
        if token in inside.get("obj", ()) and inside.get("subj"):
            return merge(filled, {k: v for k, v in inside.items() if k not in ("obj", "obj-poss")})
    return filled


def counted_by(context: Context, reader: Reader) -> list[Referent]:
    """Whose trade figures tell of imports or sales, those are: "Chinese customs data showed that imports of barley rose"."""
    said, words = context.reporter, reader.lexicon.words("figure-nouns")
    counts = [t for t in slots(said).get("subj", ()) if t.lemma_.lower() in words] if said is not None else []
    return next((who for t in counts if (who := [r for r in reader.owners(t) if reader.discourse.side(r)])), [])


def forecaster(context: Context, reader: Reader) -> list[Referent]:
    """Who expects a price says what a thing is worth: "JPMorgan expects copper to average $10,500"."""
    words = reader.lexicon.words("forecasting-verbs")
    above = [*context.consumed, *([context.reporter] if context.reporter is not None else [])]
    verbs = (t for t in above if t.lemma_.lower() in words and t.pos_ == "VERB" and not is_passive(t))
    return next((who for v in verbs for t in slots(v).get("subj", ()) if (who := reader.actors(t, places=False))), [])


def faced(token: Token, cue: Cue, lexicon: Lexicon) -> list[Token]:
    """Who faces a measure or an attack suffers it: "Russian firms face EU sanctions", "are subject to an asset freeze"."""
    if cue.pos != "noun" or cue.relation not in _FACED:
        return []
    above = first_conjunct(token).head
    if token.dep_ in ("dobj", "conj") and above.pos_ == "VERB" and above.lemma_.lower() in lexicon.words("facing-verbs"):
        return list(slots(above).get("subj", ()))
    if above.lower_ == "to" and above.head.lower_ == "subject" and above.head.pos_ == "ADJ":
        return list(slots(above.head).get("subj", ()))
    return []
