"""Gold against found → scores.

A found claim hits a gold claim when its evidence is the same sentence, the actor's stakeholder is the same, the resource shares a
content word where gold names one, the target's stakeholder is the same where gold names one, and (typed) the relation is the same.
Agree, consult and cooperate hold both ways. Gold marked optional is neither asked for nor held against. Relation ``other`` is not
scored.
"""

from kg.evaluate.claims import ClaimScores, score_claims
from kg.evaluate.events import EventScores, score_events
from kg.evaluate.gold import Gold, Score, is_events, read_gold
from kg.evaluate.match import code_of

__all__ = ["ClaimScores", "EventScores", "Gold", "Score", "code_of", "is_events", "read_gold", "score_claims", "score_events"]
