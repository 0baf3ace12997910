"""Who does what a passive tells, where a phrase names him that is no agent: the court in which, the body from which.

"Was sentenced in a Moscow court" tells of a court that sentenced him, "was expelled from the ruling party" of a party that did.
"""

from __future__ import annotations

from kg.extract.arguments import Slots
from kg.extract.mentions import Kind, Referent
from kg.extract.reader import Reader
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.vocab import Cue

_JUDGING = frozenset({"coerce", "concede", "sanction"})
_BEFORE = ("in", "at", "by", "before")


def judged(cue: Cue, token: Token, filled: Slots, reader: Reader) -> list[Referent]:
    """The court or the body behind a passive without an agent."""
    if cue.relation not in _JUDGING or cue.pos != "verb" or not is_passive(token):
        return []
    lemma = token.lemma_.lower()
    if lemma in reader.vocab.words("judging-verbs"):
        courts = [t for slot in _BEFORE for t in filled.get(slot, ()) if t.lemma_.lower() in reader.vocab.words("bench-nouns")]
        return next((found for t in courts if (found := reader.actors(t, places=False))), [])
    if lemma in reader.vocab.words("ousting-verbs"):
        return [r for t in filled.get("from", ()) for r in reader.actors(t) if r.entity or _is_body(r, reader)][:1]
    return []


def put_out(cue: Cue, filled: Slots, reader: Reader) -> None:
    """Who puts envoys of another home out of his land: "the expulsion of Chinese envoys from Lithuania"."""
    if cue.pos != "noun" or cue.frame.id != "frame/send-home" or any(filled.get(s) for s in ("by", "poss", "amod", "compound")):
        return
    if filled.get("from") and any(reader.owners(t, near=True) for t in filled.get("of", ())):
        filled["by"] = filled.pop("from")


def _is_body(referent: Referent, reader: Reader) -> bool:
    """Is it somebody one can be a member of, and no post, place or person?"""
    role = reader.vocab.roles.get(referent.mention.head)
    return referent.kind is Kind.ACTOR and not referent.person and (role is not None or bool(referent.mention.name))
