"""The vocabulary as it was read before, kept in the user's cache folder: nine megabytes of Turtle take seconds to read.

What is kept is named after all that it rests on (the ontology, the code that reads it, the interpreter), so it is never out of
date; where it cannot be kept or read, the ontology is read again.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs

from kg.paths import package_dir
from kg.vocab.terms import Vocabulary

_KEPT = 3


def kept(digest: str, read: Callable[[], Vocabulary]) -> Vocabulary:
    """The vocabulary of the ontology with that digest, from the cache or else by ``read``."""
    folder = Path(platformdirs.user_cache_dir("newsgraph"))
    path = folder / f"vocabulary-{_name(digest)}.pickle"
    known = _load(path)
    if known is None:
        known = read()
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            _write(path, pickle.dumps(known, pickle.HIGHEST_PROTOCOL))
            _tidy(folder)
    return known


def _name(digest: str) -> str:
    name = hashlib.sha256(f"{digest} {sys.version}".encode())
    for source in (*sorted((package_dir() / "vocab").glob("*.py")), package_dir() / "model.py"):
        name.update(source.read_bytes())
    return name.hexdigest()[:32]


def _load(path: Path) -> Vocabulary | None:
    """What is kept there; None where nothing is, or nothing whole."""
    collecting = gc.isenabled()
    gc.disable()  # so many new objects, none of them garbage
    try:
        known = pickle.loads(path.read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError, IndexError):
        return None
    finally:
        if collecting:
            gc.enable()
    return known if isinstance(known, Vocabulary) else None


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, since others may read at the same time."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _tidy(folder: Path) -> None:
    """Only what was kept last stays."""
    for old in sorted(folder.glob("vocabulary-*.pickle"), key=lambda p: p.stat().st_mtime, reverse=True)[_KEPT:]:
        old.unlink(missing_ok=True)
