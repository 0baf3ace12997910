"""Two hundred files of which twenty are spoiled: the build ends well, stores the others, and names each with its reason."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.pipeline import open_graph

GOOD, SPOILED = 180, 20
STATES = ("Chile", "Peru", "Kenya", "Ghana", "Norway", "Japan", "Poland", "India", "Brazil")
GOODS = ("lithium", "copper", "tea", "gold", "natural gas")
Make = Callable[[Path], None]

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><nav>Home</nav><article>
<h1>{title}</h1><p>{text}</p><p>Ministers of both countries praised the contract when they met reporters on Tuesday.</p></article>
</body></html>"""


def sentence(number: int) -> str:
    """A sentence of its own for each number."""
    seller, buyer = STATES[number % 9], STATES[(number + 1 + number // 9 % 8) % 9]
    return f"{seller} sold {number + 1} tonnes of {GOODS[number % 5]} to {buyer}."


def write_good(folder: Path, number: int) -> None:
    text, title = sentence(number), f"Contract number {number}"
    path = folder / ("txt", "md", "html", "jsonl")[number % 4] / f"good-{number}"
    path.parent.mkdir(exist_ok=True)
    if number % 4 == 0:
        path.with_suffix(".txt").write_bytes(f"{title}\r\n\r\n{text}\r\n".encode("cp1252" if number % 3 else "utf-16"))
    elif number % 4 == 1:
        path.with_suffix(".md").write_text(f"---\ndate: 2025-02-25\n---\n# {title}\n\n**{text}**\n", encoding="utf-8-sig")
    elif number % 4 == 2:
        path.with_suffix(".html").write_text(PAGE.format(title=title, text=text), encoding="utf-8")
    else:
        record = {"id": f"good-{number}", "text": text, "title": title, "published": "2025-02-25"}
        path.with_suffix(".jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")


def bad_bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data) and None  # type: ignore[func-returns-value]


def long_line(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(30):
            file.write(b"Kenya sold tea to Poland. " * 40_330)  # a little over a megabyte each time
        file.write(b'"}\n')


def broken_link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere.txt"))


# Name → how it is spoiled, and words of the reason that must be told.
BAD: dict[str, tuple[Make, str]] = {
    "empty.txt": (bad_bytes(b""), "file is empty"),
    "blank.md": (bad_bytes(b" \n\t\n"), "file is empty"),
    "rule.md": (bad_bytes(b"---\ndate: 2025-02-25\n---\n\n***\n"), "has no text"),
    "binary.txt": (bad_bytes(bytes(range(256)) * 40), "binary data"),
    "picture.html": (bad_bytes(b"\x89PNG\r\n\x1a\n" + bytes(4000)), "binary data"),
    "cyrillic.txt": (bad_bytes("Киев продал газ Польше, сообщил министр.".encode("cp1251")), "not UTF-8 at byte 0"),
    "cut.txt": (bad_bytes("Zürich naïve café Жмеринка".encode()[:-1]), "not UTF-8"),
    "half16.txt": (bad_bytes("Kenya sold tea.".encode("utf-16")[:-1]), "UTF-16"),
    "empty.html": (bad_bytes(b""), "file is empty"),
    "gallery.html": (bad_bytes(b"<html><body><img src='a.png'><img src='b.png'></body></html>"), "no article is found"),
    "cut.html": (bad_bytes(b"<html><head><script>var x = '"), "no article is found"),
    "empty.jsonl": (bad_bytes(b""), "file is empty"),
    "cut.jsonl": (bad_bytes(b'{"id": "x", "text": "Kenya sold te'), "line is no JSON"),
    "list.jsonl": (bad_bytes(b'["Kenya sold tea."]\n'), "line is no JSON object but an array"),
    "notext.jsonl": (bad_bytes(b'{"id": "x", "body": "Kenya sold tea."}\n'), "record has no `text`"),
    "number.jsonl": (bad_bytes(b'{"text": 5}\n'), "`text` is no string but a number"),
    "latin.jsonl": (bad_bytes('{"text": "Zürich sold tea."}\n'.encode("latin-1")), "line is not UTF-8"),
    "deep.jsonl": (bad_bytes(b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"), "nested too deep"),
    "long.jsonl": (long_line, "line is over 10,000,000 bytes"),
    "gone.md": (broken_link, "no regular file, or a broken link"),
}


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("heap")
    for number in range(GOOD):
        write_good(folder, number)
    (folder / "bad").mkdir()
    for name, (make, _) in BAD.items():
        make(folder / "bad" / name)
    yield folder
    (folder / "bad" / "long.jsonl").unlink()  # thirty megabytes are not kept with the last runs


@pytest.fixture(scope="module")
def result(heap: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path, float]:
    """The build as a user runs it, and how long it took."""
    output = tmp_path_factory.mktemp("output")
    kg, start = Path(sys.executable).with_name("kg"), time.monotonic()
    environment = {**os.environ, "COLUMNS": "200"}
    done = subprocess.run(
        [kg, "build", heap, "-o", output], capture_output=True, text=True, check=False, timeout=120, env=environment
    )
    return done, output, time.monotonic() - start


def test_the_heap_is_as_large_as_it_should_be(heap: Path) -> None:
    files = [path for path in heap.rglob("*") if not path.is_dir()]
    assert (len(BAD), len(files)) == (SPOILED, GOOD + SPOILED)
    assert {path.suffix for path in files} == {".txt", ".md", ".html", ".jsonl"}


def test_the_build_ends_well_and_soon(result: tuple[subprocess.CompletedProcess[str], Path, float]) -> None:
    done, _, seconds = result
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert seconds < 60


def test_every_good_article_is_stored_with_what_it_says(result: tuple[subprocess.CompletedProcess[str], Path, float]) -> None:
    with open_graph(result[1]) as graph:
        texts = [article.text for article in graph.store.articles()]
        said = {claim.article.id for claim in graph.claims() if claim.relation == "supply"}
    assert len(texts) == GOOD
    for number in range(GOOD):
        assert any(sentence(number) in text for text in texts), sentence(number)
    assert len(said) > 0.9 * GOOD


@pytest.mark.parametrize("name", sorted(BAD))
def test_every_spoiled_file_is_named_with_its_reason(
    name: str, result: tuple[subprocess.CompletedProcess[str], Path, float]
) -> None:
    (line,) = [line for line in result[0].stderr.splitlines() if f"/bad/{name}" in line]
    assert line.startswith("skipped ")
    assert BAD[name][1] in line
    assert "; " in line  # what to do about it


def test_the_summary_counts_both(result: tuple[subprocess.CompletedProcess[str], Path, float]) -> None:
    rows = dict(line.split(None, 1) for line in result[0].stdout.splitlines() if line[:1].isalpha())
    assert rows["articles"].strip() == str(GOOD)
    assert rows["skipped"].strip() == str(SPOILED)


def test_nothing_but_the_spoiled_is_skipped(result: tuple[subprocess.CompletedProcess[str], Path, float]) -> None:
    skipped = [line for line in result[0].stderr.splitlines() if line.startswith(("skipped ", "kept "))]
    assert len(skipped) == SPOILED
