"""Reading on all cores: articles go out in packets to processes that read them, and come back in order with their claims.

A helper reads packets from its standard input until that ends, so that none outlives the process it works for; it is a program
of its own and no fork, for a fork would inherit the locks of a store that is open here.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import IO, Any

from kg.errors import ModelError
from kg.model import Article, Claim
from kg.vocab import Vocabulary

Read = list[tuple[Article, list[Claim]]]
_PACKET = 30_000
_SIZE = 8
_MOST = 16


def cores() -> int:
    """How many processes are worth starting: one a core that we may use, and never very many."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST)


def packets(articles: Iterable[Article], characters: int) -> Iterator[list[Article]]:
    """The articles in packets of about so many characters; a long article is a packet by itself.

    >>> [[a.id for a in p] for p in packets([Article("a", "xx"), Article("b", "xx"), Article("c", "x")], characters=4)]
    [['a', 'b'], ['c']]
    """
    packet, size = list[Article](), 0
    for article in articles:
        packet.append(article)
        size += len(article.text)
        if size >= characters:
            yield packet
            packet, size = [], 0
    if packet:
        yield packet


def read_beside(
    articles: Iterable[Article], model: str, vocab: Vocabulary, processes: int
) -> Iterator[tuple[Article, list[Claim]]]:
    """Each article with its claims, in the order of the articles, read by so many processes.

    Raises :class:`kg.errors.ModelError` where one of them ends before its work is done, as when the machine has too little memory.
    """
    with ExitStack() as stack:
        idle = SimpleQueue[_Helper]()
        for _ in range(processes):
            helper = _Helper(model, vocab)
            stack.callback(helper.close)
            idle.put(helper)
        threads = stack.enter_context(ThreadPoolExecutor(processes, "kg-reading"))

        def read(packet: list[Article]) -> Read:
            helper = idle.get()
            try:
                return helper.read(packet)
            finally:
                idle.put(helper)

        waiting = deque[Future[Read]]()
        stack.callback(lambda: [future.cancel() for future in waiting])
        for packet in packets(articles, _PACKET):
            waiting.append(threads.submit(read, packet))
            if len(waiting) > 2 * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


class _Helper:
    """A process that reads articles."""

    def __init__(self, model: str, vocab: Vocabulary) -> None:
        command = [sys.executable, "-c", "from kg.extract.beside import main; main()"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._first: tuple[str, Vocabulary] | None = (model, vocab)

    def read(self, packet: list[Article]) -> Read:
        """Read a packet. Raises ModelError where the process has ended."""
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        try:
            if self._first is not None:
                _send(process.stdin, self._first)
                self._first = None
            _send(process.stdin, packet)
            found: Read = _receive(process.stdout)
        except (BrokenPipeError, EOFError):
            raise ModelError(
                "a process that reads articles has ended before its work was done, perhaps for want of memory; read with fewer"
            ) from None
        return found

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _send(pipe: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(_SIZE, "big") + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    """The next value; EOFError where there is none, or only a part of it."""
    head = pipe.read(_SIZE)
    size = int.from_bytes(head, "big")
    data = pipe.read(size)
    if len(head) < _SIZE or len(data) < size:
        raise EOFError
    return pickle.loads(data)


def main() -> None:
    """Read packets of articles from standard input until it ends, and write each with its claims."""
    from kg.extract import Extractor

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal interrupts us all; the one we work for decides
    packets_in, claims_out = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand among the answers
    try:
        extractor = Extractor(*_receive(packets_in), processes=1)
        while True:
            _send(claims_out, list(extractor.by_article(_receive(packets_in))))
    except (EOFError, BrokenPipeError):
        return
