"""Values ↔ JSON lines, streaming: one claim, article or statement a line.

Other programs rely on these keys: they change only by adding. A role that a claim lacks is ``null``; of a mention the
keys ``head``, ``name``, ``owners`` and ``antecedent`` stand only where they say something. Reading passes over keys that
it does not know, so that a file written by a later version can still be read.
"""

from kg.jsonl.read import article_from_json, claim_from_json, load_articles, load_claims, statement_from_json
from kg.jsonl.write import dump, line_of, role_json, to_json

__all__ = [
    "article_from_json",
    "claim_from_json",
    "dump",
    "line_of",
    "load_articles",
    "load_claims",
    "role_json",
    "statement_from_json",
    "to_json",
]
