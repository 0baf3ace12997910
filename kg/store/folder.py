"""A store's folder: the database, the snapshots that readers open, and who may write.

    store/
      db/            Oxigraph's files; the one writer holds them open
      snapshots/7/   a checkpoint of hard links, made in milliseconds and never changed again
      writer.lock    held as long as somebody writes
      writer.json    who that is
      unpublished    there while the database may hold more than the newest snapshot

Reading the files of a database that another process writes is undefined behaviour in Oxigraph (docstring of
``Store.read_only``), so readers never open ``db``: each makes hard links of its own to the newest snapshot.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox
from filelock import FileLock, Timeout

from kg.errors import StoreError

_DB, _SNAPSHOTS, _LOCK, _WRITER, _UNPUBLISHED = "db", "snapshots", "writer.lock", "writer.json", "unpublished"
_OURS = frozenset({_DB, _SNAPSHOTS, _LOCK, _WRITER, _UNPUBLISHED})
_READER = "reader-"
_TRIES = 20


def is_store(path: Path) -> bool:
    """Is a store in this folder?"""
    return (path / _DB / "CURRENT").is_file()


def one_line(error: BaseException) -> str:
    """What an error says, in one line."""
    return " ".join(str(error).split()) or type(error).__name__


class WritingFolder:
    """A store's folder that this process alone may write to, until it is closed."""

    def __init__(self, path: Path, wait: float = 0.0) -> None:
        """Take the folder, made if it is not there; wait at most ``wait`` seconds for another writer to end.

        Raises:
            StoreError: the folder holds something else, cannot be used, or another process is writing to it.
        """
        self.path = path
        try:
            if path.exists() and not is_store(path) and (not path.is_dir() or any(p.name not in _OURS for p in path.iterdir())):
                raise StoreError(f"{path}: holds something, but no store; give a folder of its own")
            path.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(path / _LOCK)
            self._take(wait)
            try:
                (path / _WRITER).write_text(json.dumps(_oneself()), encoding="utf-8")
                (path / _SNAPSHOTS).mkdir(exist_ok=True)
                (path / _UNPUBLISHED).touch()
                self.db = ox.Store(str(path / _DB))
                self._clear()
            except BaseException:
                self._lock.release()
                raise
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{path}: cannot be opened as a store: {one_line(error)}") from error

    def _take(self, wait: float) -> None:
        try:
            self._lock.acquire(timeout=wait)
        except Timeout:
            raise StoreError(f"{self.path}: {_holder(self.path)} is writing to this store; wait until it has ended") from None

    def publish(self) -> Path:
        """Make what was committed so far the newest snapshot, and drop the older ones."""
        self.db.flush()
        folder = self.path / _SNAPSHOTS
        older = _numbered(folder)
        target = folder / str(max(older, default=0) + 1)
        passing = folder / f"making-{uuid.uuid4().hex}"
        self.db.backup(str(passing))
        passing.rename(target)
        for number in older:
            shutil.rmtree(folder / str(number), ignore_errors=True)
        return target

    def reopen(self) -> None:
        """Open the database anew, which lets go of write-ahead logs that are larger than the data."""
        del self.db
        self.db = ox.Store(str(self.path / _DB))

    def close(self) -> None:
        """Publish, and let others write."""
        try:
            self.publish()
            (self.path / _UNPUBLISHED).unlink(missing_ok=True)
        finally:
            del self.db
            (self.path / _WRITER).unlink(missing_ok=True)
            self._lock.release()

    def _clear(self) -> None:
        """Remove what processes that were killed have left."""
        for left in (self.path / _SNAPSHOTS).iterdir():
            if left.name.startswith("making-") or (left.name.startswith(_READER) and not _alive(left.name)):
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def snapshot(path: Path) -> Iterator[Path]:
    """The files of the newest snapshot of the store in ``path``, for as long as the ``with`` statement lasts.

    Raises:
        StoreError: no store is there, or it cannot be read.
    """
    lease = lease_snapshot(path)
    try:
        yield lease
    finally:
        release(lease)


def lease_snapshot(path: Path) -> Path:
    """A folder of hard links to the newest snapshot; give it back with :func:`release`.

    Raises:
        StoreError: as :func:`snapshot`.
    """
    if not is_store(path):
        raise StoreError(f"{path}: no store there; make one with `kg build`")
    _publish_what_was_left(path)
    folder = path / _SNAPSHOTS
    for _ in range(_TRIES):
        newest = max(_numbered(folder), default=None)
        if newest is None:
            break
        own = folder / f"{_READER}{os.getpid()}-{uuid.uuid4().hex[:8]}"
        try:
            own.mkdir()
            for file in (folder / str(newest)).iterdir():
                os.link(file, own / file.name)
            return own
        except FileNotFoundError:  # the writer has made a newer one meanwhile
            shutil.rmtree(own, ignore_errors=True)
        except OSError:  # a folder in which we may not write, or links are unknown
            shutil.rmtree(own, ignore_errors=True)
            return folder / str(newest)
    raise StoreError(f"{path}: {_holder(path)} is making this store; ask again in a moment")


def release(lease: Path) -> None:
    """Give a snapshot back."""
    if lease.name.startswith(_READER):
        shutil.rmtree(lease, ignore_errors=True)


def newest_snapshot(path: Path) -> int:
    """The number of the newest snapshot; 0 where there is none."""
    return max(_numbered(path / _SNAPSHOTS), default=0)


def _publish_what_was_left(path: Path) -> None:
    """A writer that was killed has not published its last articles: do that, if nobody writes and we may."""
    if not (path / _UNPUBLISHED).exists():
        return
    with suppress(StoreError):
        WritingFolder(path).close()


def _numbered(folder: Path) -> list[int]:
    try:
        return sorted(int(p.name) for p in folder.iterdir() if p.name.isdecimal())
    except FileNotFoundError:
        return []


def _oneself() -> dict[str, object]:
    return {"pid": os.getpid(), "host": socket.gethostname(), "since": datetime.now(UTC).isoformat(timespec="seconds")}


def _holder(path: Path) -> str:
    try:
        who = json.loads((path / _WRITER).read_text(encoding="utf-8"))
        return f"process {who['pid']} on {who['host']} (since {who['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def _alive(name: str) -> bool:
    try:
        os.kill(int(name.removeprefix(_READER).partition("-")[0]), 0)
    except ProcessLookupError:
        return False
    except (OSError, ValueError):
        return True
    return True
