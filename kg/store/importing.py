"""A dump of N-Quads, TriG or JSON-LD as a new store: Oxigraph's own bulk loader does the work."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import FormatError, InputError, StoreError
from kg.store.folder import WritingFolder, is_store, one_line

_FORMATS = {".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG, ".jsonld": ox.RdfFormat.JSON_LD}


def import_dump(files: Iterable[Path], path: Path) -> int:
    """Make a store in ``path`` from dumps, plain or gzipped; give the number of quads.

    The store appears when all is loaded, or not at all.

    Raises:
        InputError: a file is not there, or there is none.
        FormatError: a file is of no such format, or malformed; the message says where.
        StoreError: something stands in ``path`` already, or it cannot be written.
    """
    dumps = [(file, _format(file)) for file in files]
    if not dumps:
        raise InputError("no dump to import; name files that end in .nq, .trig, .jsonld, or these with .gz")
    if is_store(path) or (path.exists() and (not path.is_dir() or any(path.iterdir()))):
        raise StoreError(f"{path}: something stands there already; import into a new folder")
    making = path.with_name(path.name + ".importing")
    shutil.rmtree(making, ignore_errors=True)
    try:
        count = _load(dumps, making)
        if path.exists():
            path.rmdir()
        making.rename(path)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path}: {one_line(error)}; nothing was imported") from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return count


def _load(dumps: Iterable[tuple[Path, ox.RdfFormat]], folder: Path) -> int:
    writing = WritingFolder(folder)
    try:
        for file, form in dumps:
            try:
                if file.suffix == ".gz":
                    with gzip.open(file) as data:
                        writing.db.bulk_load(input=cast(IO[bytes], data), format=form)
                else:
                    writing.db.bulk_load(path=str(file), format=form)
            except SyntaxError as error:
                raise FormatError(f"{file}: {one_line(error)}; mend the dump, nothing was imported") from None
            except (EOFError, gzip.BadGzipFile) as error:
                raise FormatError(f"{file}: {one_line(error)}; the file is damaged, nothing was imported") from None
        return len(writing.db)
    finally:
        writing.close()


def _format(file: Path) -> ox.RdfFormat:
    suffix = Path(file.stem).suffix if file.suffix == ".gz" else file.suffix
    if not file.is_file():
        raise InputError(f"{file}: no such file")
    if suffix not in _FORMATS:
        raise FormatError(f"{file}: not a dump with named graphs; give .nq, .trig or .jsonld, plain or gzipped")
    return _FORMATS[suffix]
