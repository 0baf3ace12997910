"""From what the user names (a file, a folder, a glob, several of them) to the files to read, in a stable order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.read.skipped import Report, Skipped

WILDCARDS = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: its path, its name below the source it was found in (POSIX), and how reports call it."""

    path: Path
    name: str
    where: str

    @property
    def suffix(self) -> str:
        """The suffix by which its reader is chosen, lower case with its dot."""
        return self.path.suffix.lower()


def find_files(
    source: str | Path | Sequence[str | Path], knows: Callable[[str], bool], formats: str, report: Report
) -> list[Iterator[File]]:
    """One lazy stream of files for each source; ``knows`` says whether a suffix has a reader, ``formats`` names them.

    In a folder or glob a file is passed over in silence if it is hidden, a README, or ``*.gold.jsonl`` (annotations
    that stand beside samples); any other file without a reader is reported. A file that is named itself is always read.

    Raises:
        InputError: a source does not exist, or is one file without a reader. Raised at once, before anything is read.
    """
    one = isinstance(source, str | Path)
    sources: Sequence[str | Path] = [source] if one else source  # type: ignore[list-item, assignment]
    return [_files_of(str(each), knows, formats, report) for each in sources]


def _files_of(source: str, knows: Callable[[str], bool], formats: str, report: Report) -> Iterator[File]:
    path = Path(source)
    try:
        mode = os.stat(path).st_mode if source else None
    except (OSError, ValueError):
        mode = None
    if mode is None:
        if WILDCARDS & set(source) and "\0" not in source:
            return _glob(source, knows, formats, report)
        raise InputError(_missing(source))
    if stat.S_ISDIR(mode):
        return _folder(path, knows, formats, report)
    if not stat.S_ISREG(mode):
        raise InputError(f"{_plain(source)}: is neither a file nor a folder; name one of these")
    file = _file(path, path.name)
    if not knows(file.suffix):
        raise InputError(f"{file.where}: no reader for {_suffix(file)}; name a file that ends in one of {formats}")
    return iter([file])


def _missing(source: str) -> str:
    if source.lower().startswith(("http://", "https://")):
        return f"{_plain(source)}: addresses are not fetched; save the page as .html and name that file"
    if not source:
        return "the name of the source is empty; name a file, a folder or a glob such as news/*.txt"
    return f"{_plain(source)}: no such file or folder; check the name"


def _glob(pattern: str, knows: Callable[[str], bool], formats: str, report: Report) -> Iterator[File]:
    """Files that match; names count from the folder before the first wildcard. Folders that match are left alone."""
    fixed: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if WILDCARDS & set(part):
            break
        fixed.append(part)
    base = Path(*fixed) if fixed else Path()
    paths = sorted(Path(found) for found in glob.iglob(pattern, recursive=True) if not os.path.isdir(found))
    if not paths:
        raise InputError(f"{_plain(pattern)}: no file matches; check the name")
    return _readable((_file(path, os.path.relpath(path, base)) for path in paths), knows, formats, report)


def _folder(root: Path, knows: Callable[[str], bool], formats: str, report: Report) -> Iterator[File]:
    found = False
    for file in _readable(_walk(root, report), knows, formats, report):
        found = True
        yield file
    if not found:
        report(Skipped(_plain(root), "folder holds no file that can be read", f"put articles into it, as {formats}"))


def _walk(root: Path, report: Report) -> Iterator[File]:
    """Every file below ``root``, sorted, hidden ones left out; links are followed, each folder is visited once."""
    seen, stack = set[str](), [root]
    while stack:
        path = stack.pop()
        if not os.path.isdir(path):
            yield _file(path, os.path.relpath(path, root))
            continue
        real = os.path.realpath(path)
        if real in seen:
            report(Skipped(_plain(path), "link to a folder that is already read", "remove the link"))
            continue
        seen.add(real)
        try:
            names = sorted(os.listdir(path), reverse=True)
        except OSError as error:
            report(Skipped(_plain(path), f"folder cannot be opened ({error.strerror})", "check its permissions"))
            continue
        stack.extend(path / name for name in names if not name.startswith("."))


def _readable(files: Iterator[File], knows: Callable[[str], bool], formats: str, report: Report) -> Iterator[File]:
    for file in files:
        name = file.path.name.lower()
        if file.path.stem.lower() == "readme" or name.endswith(".gold.jsonl"):
            continue
        if not knows(file.suffix):
            report(Skipped(file.where, f"no reader for {_suffix(file)}", f"save it as one of {formats}, or move it away"))
        elif not os.path.isfile(file.path):
            report(Skipped(file.where, "is no regular file, or a broken link", "remove it or check its permissions"))
        else:
            yield file


def _file(path: Path, name: str) -> File:
    return File(path, _plain(Path(name).as_posix()), _plain(path))


def _suffix(file: File) -> str:
    return f"files that end in {file.suffix}" if file.suffix else "files without a suffix"


def _plain(path: str | Path) -> str:
    """A name that can be printed and stored: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", errors="replace").replace("\n", "\ufffd")
