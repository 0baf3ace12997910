"""A server for language models and other programs: the Model Context Protocol over standard input and output.

Its tools read: they search for actors, resources and places, give claims with the sentences that prove them, and answer the named
queries. None takes SPARQL, writes, or reaches beyond the store. Needs the extra ``mcp``.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from kg.errors import KgError, QueryError
from kg.jsonl import to_json
from kg.store import Store, named_queries

if TYPE_CHECKING:  # slow to import, and installed with the extra alone
    from mcp.server import MCPServer

Json = dict[str, Any]
P = ParamSpec("P")
R = TypeVar("R")

_MOST = 500
_INSTRUCTIONS = (
    "A graph of what news articles say: who does or proposes what, to whom, about which resource, and who says so. A claim is what "
    "one sentence says, not a fact: tell its status (actual, proposed, possible), whether it is negated, and its source, and quote "
    "its evidence. Start with search_entities for ids, or with list_queries for the questions that can be asked."
)


class Tools:
    """The tools, over a store; one is at work at a time."""

    def __init__(self, store: Store) -> None:
        """Take the store to read."""
        self.store = store

    def search_entities(self, text: str, kind: str | None = None, limit: int = 20) -> Json:
        """Find actors, resources and places by a part of a name, a code ("UKR") or a demonym.

        Gives id, label, kind, the names that fit and the number of claims; kind narrows it to actor, resource or place.
        """
        return {"entities": [asdict(found) for found in self.store.search(text, kind, _limited(limit))]}

    def fetch_claims(
        self,
        id: str | None = None,
        stakeholder: str | None = None,
        actor: str | None = None,
        target: str | None = None,
        resource: str | None = None,
        relation: str | None = None,
        status: str | None = None,
        source: str | None = None,
        article: str | None = None,
        limit: int = 20,
    ) -> Json:
        """Fetch claims, each with its evidence: the sentence, where it stands in its article, who says so, and how sure it is.

        All that is given must fit. Actors, resources and relations go by id or name; a stakeholder stands for those counted under
        it too, a resource for narrower ones; status is actual, proposed or possible. ``more`` says whether there are others.
        """
        given = {
            "id": id and f"claim/{id.rpartition('claim/')[2]}", "stakeholder": stakeholder, "actor": actor, "target": target,
            "resource": resource, "relation": relation, "status": status, "source": source, "article": article,
        }  # fmt: skip
        most = _limited(limit)
        found = list(islice(self.store.claims(**{key: value for key, value in given.items() if value}), most + 1))
        return {"claims": [to_json(claim) for claim in found[:most]], "more": len(found) > most}

    def list_queries(self) -> Json:
        """List the named queries: each is a question, with the parameters that may or must be given."""
        return {
            "queries": [
                {
                    "name": query.name,
                    "question": query.question,
                    "parameters": [asdict(parameter) for parameter in query.parameters],
                }
                for query in named_queries().values()
            ]
        }

    def run_query(self, name: str, parameters: dict[str, str] | None = None, limit: int = 100) -> Json:
        """Answer a named query (see list_queries) with its parameters, as rows of values.

        ``more`` says whether rows were left out.
        """
        if name not in named_queries():
            raise QueryError(f"no query is named {name!r}; it is one of {', '.join(named_queries())}")
        table, most = self.store.query(name, **(parameters or {})), _limited(limit)
        return {"columns": list(table.columns), "rows": [list(row) for row in table.rows[:most]], "more": len(table) > most}


def make_server(store: Store) -> MCPServer[None]:
    """The server over a store that is open for reading.

    Raises:
        QueryError: the extra ``mcp`` is not installed.
    """
    try:
        from mcp.server import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
        from mcp.types import ToolAnnotations
    except ImportError:
        raise QueryError("the package mcp, from 2.0 on, is not installed; run: pip install 'newsgraph[mcp]'") from None
    from kg import __version__

    server: MCPServer[None] = MCPServer("newsgraph", version=__version__, instructions=_INSTRUCTIONS, log_level="ERROR")
    tools, lock = Tools(store), threading.Lock()

    def one_at_a_time(tool: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(tool)
        def called(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                with lock:
                    return tool(*args, **kwargs)
            except KgError as error:
                raise ToolError(str(error)) from None

        return called

    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in (tools.search_entities, tools.fetch_claims, tools.list_queries, tools.run_query):
        server.add_tool(one_at_a_time(tool), annotations=reads)
    return server


def _limited(limit: int) -> int:
    """No more than some hundreds, for whoever asks has to read them."""
    return max(0, min(limit, _MOST))
