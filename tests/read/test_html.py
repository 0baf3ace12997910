import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.model import Article
from kg.read import Skipped, read_articles

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>Chile seals lithium venture | The Daily</title>
<meta property="og:title" content="Chile seals lithium venture"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2025-12-27T09:00:00Z"><link rel="canonical" href="https://daily.example/chile-lithium"></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Chile seals lithium venture</h1>
<p>Codelco and SQM closed their partnership on Saturday, giving the state a majority of the business
in the Atacama salt flat.</p>
<p>The two companies will work&nbsp;together until 2060 \u2013 and the state\u2019s share
of the margin from new output will grow with time.</p>
<p>Officials said that the deal had been cleared by regulators in several countries, among them China,
after months of review.</p>
</article><div id="comments"><p>First comment by a reader with a strong opinion.</p></div>
<footer>All rights reserved</footer></body></html>"""


def read(path: Path, content: bytes) -> tuple[list[Article], list[Skipped]]:
    path.write_bytes(content)
    told: list[Skipped] = []
    return list(read_articles(path, report=told.append)), told


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_a_page_gives_its_article_and_its_fields(charset: str, tmp_path: Path) -> None:
    stored = "cp1252" if charset == "iso-8859-1" else charset
    (article,), told = read(tmp_path / "chile.html", PAGE.format(charset=charset).encode(stored))
    assert (article.id, article.title, article.outlet) == ("chile.html", "Chile seals lithium venture", "The Daily")
    assert (article.published, article.url) == (date(2025, 12, 27), "https://daily.example/chile-lithium")
    assert article.text.startswith("Chile seals lithium venture\n")
    assert "will work together until 2060 \u2013 and the state\u2019s share" in article.text
    assert not told


def test_menus_comments_and_footers_are_no_text(tmp_path: Path) -> None:
    (article,), _ = read(tmp_path / "chile.htm", PAGE.format(charset="utf-8").encode())
    assert not any(words in article.text for words in ("Home", "comment", "All rights", "<"))
    assert article.text.count("Chile seals lithium venture") == 1


def test_a_page_without_a_date_gets_none_from_its_text(tmp_path: Path) -> None:
    page = PAGE.format(charset="utf-8").replace('content="2025-12-27T09:00:00Z"', "").replace("until 2060", "since 3 May 2021")
    (article,), _ = read(tmp_path / "a.html", page.encode())
    assert article.published is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"), (b"<html><body></body></html>", "no article"), (b"\x00" * 500, "binary"),
        (b"<div>" * 100_000 + b"x", "no article"), (b"<p>a" * 3_000_000, "10,000,000 bytes"),
    ],
)  # fmt: skip
def test_each_spoiled_page_has_its_reason(content: bytes, reason: str, tmp_path: Path) -> None:
    articles, told = read(tmp_path / "a.html", content)
    assert not articles
    assert len(told) == 1 and reason in told[0].reason


def test_pages_cost_nothing_where_none_is_read() -> None:
    code = "import sys, kg.read; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
