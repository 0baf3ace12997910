"""Saved web pages: one article a file; the page's own metadata give title, date, outlet and address."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from kg.model import Article
from kg.read.clean import clean_text, one_line
from kg.read.decode import check_length, decode, read_bytes
from kg.read.fields import read_fields
from kg.read.limits import MAX_PAGE_BYTES
from kg.read.skipped import Report, Unreadable
from kg.read.sources import File

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?"
    rb"(utf-?8|us-ascii|iso-?8859-?\d{1,2}|windows-\d{3,4}|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-jp|euc-kr)\b",
    re.IGNORECASE,
)
_READ_AS = {"us-ascii": "cp1252", "iso-8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_HEAD = 4096
_NO_ARTICLE = "save the article's own page, or its text as .txt"


def read_html(file: File, report: Report) -> Iterator[tuple[str, Article]]:
    """The article of a page, headline first, then its body; menus, comments and tables are left out.

    Raises:
        Unreadable: the file is empty, too long, no text, or holds no article.
        OSError: it cannot be opened or read.
    """
    given = _extract(decode_page(read_bytes(file.path, MAX_PAGE_BYTES)))
    fields = read_fields(given, file.where, report)
    body = given.get("text")
    if not body or not body.strip():
        raise Unreadable("no article is found in the page", _NO_ARTICLE)
    text = check_length(clean_text(f"{fields.title}\n\n{body}" if fields.title else body))
    yield file.where, Article(
        id=file.name, text=text, title=fields.title, url=fields.url,
        published=fields.published, outlet=fields.outlet, language=fields.language,
    )  # fmt: skip


def decode_page(data: bytes) -> str:
    """In the encoding that the page declares, where it holds; else as a text file is decoded.

    Raises:
        Unreadable: it is empty, in no known encoding, or no text.
    """
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in data:
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(_READ_AS.get(name, name))  # as browsers do: Latin-1 is read as Windows-1252
        except (LookupError, UnicodeError):
            pass
    return decode(data)


def _extract(page: str) -> dict[str, str | None]:
    import trafilatura  # slow to import, and most runs read no page

    try:
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            # Only dates that the page states: a guess from its text would be a date without evidence.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:
        raise Unreadable(f"page cannot be parsed ({one_line(str(error))[:80] or type(error).__name__})", _NO_ARTICLE) from None
    if found is None:
        return {}
    page_fields = found if isinstance(found, dict) else found.as_dict()
    return {
        "text": page_fields.get("text"), "title": page_fields.get("title"), "published": page_fields.get("date"),
        "outlet": page_fields.get("sitename"), "url": page_fields.get("url"),
    }  # fmt: skip
