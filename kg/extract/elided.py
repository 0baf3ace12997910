"""What flows, is made or is priced, where the text leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments import Slots
from kg.extract.conditions import is_bare, limited
from kg.extract.flows import left_out
from kg.extract.makers import by_makers_name
from kg.extract.mentions import Referent
from kg.extract.quoted import is_price, priced
from kg.extract.reader import Reader, under_of
from kg.extract.tokens import Token
from kg.vocab import Cue

if TYPE_CHECKING:
    from kg.extract.stakes import Roles

_FLOWING = frozenset({"sanction", "supply", "acquire", "produce", "value", "aid", "need"})
_ASIDE = frozenset({"advmod", "advcl", "npadvmod", "punct", "cc", "conj"})
# Frames whose subject is the thing itself, or its price.
OF_PRICES = frozenset({"frame/move", "frame/quote", "frame/reprice", "frame/fetch"})


def elided(cue: Cue, token: Token, filled: Slots, reader: Reader, roles: Roles) -> list[Referent]:
    """What flows where the text leaves it out: "Kazakhstan mined less copper after it had curbed exports"."""
    flows, measures = reader.vocab.words("flow-nouns"), reader.vocab.words("bare-measures")
    if cue.relation not in _FLOWING:
        return []
    prices = filled.get("obj" if cue.frame.id == "frame/reprice" else "subj", ()) if cue.frame.id in OF_PRICES else ()
    if price := next((t for t in prices if is_price(t, reader.vocab)), None):
        return priced(price, reader, named=cue.frame.id == "frame/reprice")
    counts = [t for o in filled.get("obj", ()) for t in (o, *under_of(o)) if t.tag_ == "CD" and t.ent_type_ in ("CARDINAL", "")]
    if counts and cue.relation in ("acquire", "supply", "aid") and not any(True for t in counts for _ in under_of(t)):
        return reader.discourse.at_stake(reader.block, counts[0])  # "has 80 tanks after taking delivery of 180"
    made = filled.get("obj", ()) if cue.frame.id == "frame/adjust" and cue.object_lemmas else ()
    told = [t for t in (*filled.get("obj", ()), *filled.get("with", ()), *filled.get("for", ())) if is_bare(t, reader)] or [
        t
        for t in made
        if not any(True for _ in under_of(t, ("of", "for")))  # "trimmed its output plan"
    ]
    if told and cue.relation != "value":
        return left_out(told[0], reader) or by_makers_name(told[0], roles.actors, reader)
    aside = all(c.dep_ in _ASIDE or c.lower_ in ("in", "at", "since", "after") for c in token.rights)
    if cue.pos == "verb" and token.tag_ == "VBG" and token.dep_ == "xcomp" and aside:
        return left_out(token, reader)  # "threatened to stop buying", "stopped mining in January"
    for noun in (token, *filled.get("obj", ()), *filled.get("subj", ()), *filled.get("on", ())):
        beside = [c for c in noun.children if c.dep_ in ("compound", "prep", "nmod", "relcl", "acl")]
        bare = all(c.lower_ == "per" for c in beside)  # "900,000 barrels per day"
        lemma = noun.lemma_.lower()
        flow = lemma in flows and noun.pos_ == "NOUN" and not limited(noun, reader.vocab)
        measure = lemma in measures or (lemma in ("metre", "meter") and any(c.lower_ == "cubic" for c in noun.children))
        if bare and (flow or (measure and noun.dep_ in ("dobj", "nsubjpass") and noun.ent_type_ != "MONEY")):
            return left_out(noun, reader)
    return []
