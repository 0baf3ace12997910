"""A claim's JSON is JSON-LD: ``ontology/claim.jsonld`` is the context that makes it so.

By it the JSON says of the claim, its roles, its content, its quantity and its article what our quads say of them, triple for
triple; what has an identifier there but none in the JSON (the article, a content, a quantity, a mention) is a blank node. Left
out is what the quads say of nodes that the JSON has not: the parts of the text, what a mention took its entity to be, the
extraction, the plain triple. A time is a string, without the datatype of its day, month or year.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from kg.errors import VocabularyError
from kg.jsonl import to_json
from kg.model import Claim
from kg.paths import ontology_dir

Json = dict[str, Any]


@lru_cache(maxsize=1)
def context_text() -> str:
    """The context as JSON.

    Raises:
        VocabularyError: its file cannot be read.
    """
    path = ontology_dir() / "claim.jsonld"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"{path}: {error.strerror}; install the package again") from error


def json_ld(claim: Claim) -> Json:
    """A claim's JSON with its context: a JSON-LD 1.1 document.

    Raises:
        VocabularyError: as :func:`context_text`.
    """
    context: Json = json.loads(context_text())
    return {**context, **to_json(claim)}
