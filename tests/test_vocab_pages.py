"""The vocabulary as pages: one a term, each link leads somewhere, and nothing in the ontology becomes markup or a path."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from kg.errors import VocabularyError
from kg.vocab import Vocabulary, write_pages
from tests.commands import Run


class Links(HTMLParser):
    """The links of a page, and its words."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages") / "new"
    count = write_pages(folder)
    assert len(list(folder.rglob("*.html"))) == count + 1
    return folder


def test_every_relation_and_resource_has_a_page(pages: Path, vocab: Vocabulary) -> None:
    for name in vocab.relations:
        assert vocab.relations[name].definition in Links(pages / "relation" / f"{name}.html").words
    for key in vocab.resources:
        assert (pages / f"{key}.html").is_file()


def test_a_page_tells_what_is_said_and_what_refers_to_it(pages: Path) -> None:
    page = Links(pages / "relation" / "supply.html")
    for words in ("rel:supply", "https://w3id.org/newsgraph/relation/supply", "might supply", "kg:evokes", "convey"):
        assert words in page.words
    assert "../class/Relation.html" in page.links
    assert "owl:disjointWith" in Links(pages / "class" / "Actor.html").words


def test_every_link_to_a_page_leads_to_one(pages: Path) -> None:
    for page in pages.rglob("*.html"):
        for link in Links(page).links:
            if not link.startswith(("http://", "https://")):
                assert (page.parent / unquote(link)).is_file(), (page, link)


def test_no_two_pages_differ_in_case_alone(pages: Path) -> None:
    names = [str(page.relative_to(pages)).casefold() for page in pages.rglob("*.html")]
    assert len(names) == len(set(names))


def test_the_same_ontology_gives_the_same_pages(pages: Path, tmp_path: Path) -> None:
    write_pages(tmp_path)
    for page in pages.rglob("*.html"):
        assert (tmp_path / page.relative_to(pages)).read_bytes() == page.read_bytes()


HOSTILE = """
@prefix kg: <https://w3id.org/newsgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/newsgraph/resource/../../../evil> a kg:ResourceKind ; skos:prefLabel "<script>alert(1)</script>" ;
  skos:definition "</p><img src=x onerror=alert(1)>" ; skos:broader <javascript:alert(1)>,
  <https://w3id.org/newsgraph/resource/a%22b%3F> .
<https://w3id.org/newsgraph/resource/a%22b%3F> a kg:ResourceKind ; skos:prefLabel "\\" onclick=\\"alert(1)" .
"""


def test_nothing_becomes_markup_or_leads_out_of_the_folder(tmp_path: Path) -> None:
    words, folder = tmp_path / "words", tmp_path / "in" / "pages"
    words.mkdir()
    (words / "evil.ttl").write_text(HOSTILE, encoding="utf-8")
    assert write_pages(folder, words) == 2
    found = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent != words]
    assert len(found) == 3
    assert all(folder in path.parents for path in found)
    for page in found:
        links = Links(page)
        assert not links.tags & {"script", "img"}
        assert not any(link.startswith("javascript:") for link in links.links)
        assert all((page.parent / unquote(link)).is_file() for link in links.links if not link.startswith("http"))


def test_no_ontology_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="no ontology there"):
        write_pages(tmp_path / "out", tmp_path)
    (tmp_path / "broken.ttl").write_text("a b", encoding="utf-8")
    with pytest.raises(VocabularyError, match="mend the Turtle"):
        write_pages(tmp_path / "out", tmp_path)


def test_the_command_writes_them(run: Run, tmp_path: Path) -> None:
    result = run("vocab", "--html", "pages")
    assert result.code == 0
    assert "pages/index.html" in result.err
    assert (tmp_path / "pages" / "relation" / "supply.html").is_file()
