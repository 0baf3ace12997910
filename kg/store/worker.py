"""Queries in a process of their own, which is killed with the query once that is past its time limit.

Nothing stops a running query inside Oxigraph, so the limit is the process: it opens a snapshot, answers one query after
another, and is killed and started anew where one takes too long. Each line of its standard input is a query as JSON; each
answer is a line of JSON that says its kind and its size, and then its bytes.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import PREFIXES

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples | list[ox.Triple]
Reply = tuple[str, bytes]


class Worker:
    """A process that answers queries over the files of one snapshot."""

    def __init__(self, folder: Path) -> None:
        """Name the snapshot's folder; the process is started with the first query."""
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, text: str, union: bool, timeout: float) -> Answer:
        """Answer SPARQL within ``timeout`` seconds.

        Raises:
            QueryError: it takes longer (the process is killed), or cannot be answered.
            SyntaxError: it is malformed, with the engine's words.
        """
        process = self._started()
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps({"text": text, "union": union}).encode() + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            self.close()
            raise QueryError("the process that answers queries has ended; ask again") from None
        kind, body = self._reply(process, timeout)
        if kind == "syntax":
            raise SyntaxError(body.decode())
        if kind == "error":
            raise QueryError(f"the query cannot be answered: {body.decode()}")
        return parsed(kind, body)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
            self._process = None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            program = "import sys; from kg.store.worker import main; main(sys.argv[1])"
            command = [sys.executable, "-c", program, str(self.folder)]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process

    def _reply(self, process: subprocess.Popen[bytes], timeout: float) -> Reply:
        replies: queue.Queue[Reply | None] = queue.Queue()
        threading.Thread(target=lambda: replies.put(_read(process)), daemon=True).start()
        try:
            reply = replies.get(timeout=timeout)
        except queue.Empty:
            self.close()
            raise QueryError(f"the query took longer than {timeout:g} seconds and was stopped; ask for less") from None
        if reply is None:
            self.close()
            raise QueryError("the query needed more than the machine has, and was stopped; ask for less")
        return reply


def parsed(kind: str, body: bytes) -> Answer:
    """An answer in the W3C's JSON ("results") or in N-Triples ("triples") as values."""
    if kind == "results":
        return ox.parse_query_results(body, ox.QueryResultsFormat.JSON)
    return [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)]


def _read(process: subprocess.Popen[bytes]) -> Reply | None:
    pipe = process.stdout
    line = pipe.readline() if pipe is not None else b""
    if not line or pipe is None:
        return None
    head = json.loads(line)
    body = pipe.read(head["size"])
    return (head["kind"], body) if len(body) == head["size"] else None


def _answer(store: ox.Store, text: str, union: bool) -> Reply:
    try:
        found = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=union)
        if isinstance(found, ox.QueryTriples):
            return "triples", found.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
        return "results", found.serialize(format=ox.QueryResultsFormat.JSON) or b""
    except SyntaxError as error:
        return "syntax", str(error).encode()
    except (RuntimeError, ValueError, OSError) as error:
        return "error", " ".join(str(error).split()).encode()


def main(folder: str) -> None:
    """Answer what comes on standard input, until it ends."""
    store = ox.Store.read_only(folder)
    for line in sys.stdin.buffer:
        kind, body = _answer(store, **json.loads(line))
        sys.stdout.buffer.write(json.dumps({"kind": kind, "size": len(body)}).encode() + b"\n" + body)
        sys.stdout.buffer.flush()
