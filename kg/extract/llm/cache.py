"""Answers on disk: the same question to the same model is not asked twice."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Cache:
    """One file an answer, named by what was asked; no key and no address is kept. ``spoiled`` counts unreadable files."""

    folder: Path
    spoiled: int = 0

    def get(self, *asked: str) -> str | None:
        """The answer to a question, if it is there."""
        path = self._path(asked)
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            text = content["answer"]
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            self.spoiled += 1
            return None
        if not isinstance(text, str):
            self.spoiled += 1
            return None
        return text

    def put(self, answer: str, *asked: str) -> None:
        """Keep an answer; the file appears whole or not at all."""
        path = self._path(asked)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"answer": answer}, file)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise

    def _path(self, asked: tuple[str, ...]) -> Path:
        key = hashlib.sha256("\x1f".join(asked).encode("utf-8", "surrogatepass")).hexdigest()
        return self.folder / key[:2] / f"{key}.json"
