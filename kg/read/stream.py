"""One stream of articles, whatever the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.model import Article
from kg.read.fields import text_id
from kg.read.formats import FORMATS
from kg.read.skipped import Report, Skipped, Unreadable, log_it
from kg.read.sources import File, find_files


def read_articles(
    source: str | Path | Sequence[str | Path], *, report: Report | None = None, unique: bool = True
) -> Iterator[Article]:
    """The articles of a file, a folder (recursive, sorted), a glob ("news/*.txt") or a sequence of these, lazily.

    An article's ``id`` is its file's name below the source (``2025/offer.md``), for a JSONL record its own ``id`` or
    else a digest of its text. Ids are unique within a run: the first article of an id is read, any later one is
    reported, whether it repeats the text or has another. Claims count characters of ``Article.text``: text files and
    pages are cleaned of layout first (``kg.read.clean``), a record's text is kept as it stands.

    Args:
        source: what to read. In folders and globs, hidden files, READMEs and ``*.gold.jsonl`` are no articles.
        report: called once for each file or record that is passed over and each field that is dropped; without it, they
            are warnings of the logger ``kg.read``.
        unique: pass over what repeats an id, as a store needs it; without it every record is read.

    Raises:
        InputError: a source does not exist, or is one file in a format that is not read. Raised at the call.
    """
    tell = report or log_it
    files = find_files(source, FORMATS.__contains__, " ".join(FORMATS), tell)
    return _stream(files, tell, unique)


def _stream(sources: Sequence[Iterator[File]], report: Report, unique: bool) -> Iterator[Article]:
    first: dict[str, tuple[str, str]] = {}  # id → digest of its text, where it stands
    for files in sources:
        for file in files:
            for where, article in _read(file, report):
                digest = text_id(article.text)
                if unique and article.id in first:
                    report(_twice(article.id, where, first[article.id], digest))
                else:
                    first[article.id] = digest, where
                    yield article


def _read(file: File, report: Report) -> Iterator[tuple[str, Article]]:
    try:
        yield from FORMATS[file.suffix](file, report)
    except Unreadable as error:
        report(error.at(file.where))
    except OSError as error:
        report(
            Skipped(
                file.where,
                f"cannot be opened ({error.strerror or error})",
                "check that it is there and its permissions",
            )
        )


def _twice(identifier: str, where: str, known: tuple[str, str], digest: str) -> Skipped:
    if known[0] == digest:
        return Skipped(where, f"repeats the article {identifier} of {known[1]}", "nothing is lost; remove one of them")
    return Skipped(where, f"has the id {identifier} of another article, {known[1]}", "give it an id of its own")
