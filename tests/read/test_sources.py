import os
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import Skipped, read_articles


def names(source: str | Path | list[str | Path], told: list[Skipped] | None = None) -> list[str]:
    return [article.id for article in read_articles(source, report=(told if told is not None else []).append)]


def write(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"An article named {path}.")


def test_a_folder_is_read_deep_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b/c.TXT", "c/a.txt", "a.txt")
    assert names(tmp_path) == ["a/b/c.TXT", "a/z.md", "a.txt", "b.txt", "c/a.txt"]


def test_what_is_no_article_is_passed_over_and_the_unknown_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "README.md", "readme", "a.gold.jsonl", ".hidden.txt", ".git/x.txt", "photo.jpg", "Makefile")
    told: list[Skipped] = []
    assert names(tmp_path, told) == ["a.txt"]
    assert [Path(each.where).name for each in told] == ["Makefile", "photo.jpg"]
    assert all("no reader" in each.reason and ".jsonl" in each.advice for each in told)


def test_a_glob_counts_names_from_its_fixed_folder(tmp_path: Path) -> None:
    write(tmp_path, "news/a.txt", "news/b.md", "news/x/c.txt", "news/README.txt")
    assert names(str(tmp_path / "news" / "*.txt")) == ["a.txt"]
    assert names(str(tmp_path / "news" / "**" / "*.txt")) == ["a.txt", "x/c.txt"]
    assert names(str(tmp_path / "n*" / "b.*")) == ["news/b.md"]


def test_a_file_whose_name_looks_like_a_glob(tmp_path: Path) -> None:
    write(tmp_path, "what[1].txt")
    assert names(str(tmp_path / "what[1].txt")) == ["what[1].txt"]


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, "README.md", ".hidden.txt")
    assert names([tmp_path / "README.md", tmp_path / ".hidden.txt"]) == ["README.md", ".hidden.txt"]


def test_several_sources_come_one_after_the_other(tmp_path: Path) -> None:
    write(tmp_path, "b/1.txt", "a/2.txt", "3.md")
    assert names([tmp_path / "b", str(tmp_path / "3.md"), str(tmp_path / "a" / "*")]) == ["1.txt", "3.md", "2.txt"]


@pytest.mark.parametrize("source", ["nowhere", "nowhere/*.txt", "", "a\0b", "https://news.example/a", "x" * 5000])
def test_a_source_that_is_not_there_fails_at_once_in_one_line(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as failure:
        read_articles(source)
    assert "\n" not in str(failure.value)


def test_one_missing_source_among_good_ones_fails_before_any_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    with pytest.raises(InputError, match="no such file"):
        read_articles([tmp_path, tmp_path / "gone.txt"])


def test_a_single_file_without_a_reader_fails_and_names_those_that_are_read(tmp_path: Path) -> None:
    write(tmp_path, "a.docx")
    with pytest.raises(InputError, match=r"\.docx.*\.txt \.md \.html"):
        read_articles(tmp_path / "a.docx")


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    told: list[Skipped] = []
    assert names(tmp_path, told) == []
    assert [each.reason for each in told] == ["folder holds no file that can be read"]


def test_links_that_go_round_end(tmp_path: Path) -> None:
    write(tmp_path, "a/one.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    told: list[Skipped] = []
    assert names(tmp_path, told) == ["a/one.txt"]
    assert sorted(Path(each.where).name for each in told) == ["again", "b", "gone.txt", "round.txt"]


def test_a_folder_reached_by_a_link_only_is_read(tmp_path: Path) -> None:
    write(tmp_path, "store/one.txt", "news/two.txt")
    (tmp_path / "news" / "more").symlink_to(tmp_path / "store")
    assert names(tmp_path / "news") == ["more/one.txt", "two.txt"]


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    told: list[Skipped] = []
    assert names(tmp_path, told) == ["a.txt"]
    assert len(told) == 1
    with pytest.raises(InputError):
        read_articles(tmp_path / "b.txt")


def test_a_name_that_is_no_utf8_gives_an_id_that_can_be_written(tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt"), "w") as file:
        file.write("Text.")
    (identifier,) = names(tmp_path)
    assert identifier.encode("utf-8").decode() == "caf\ufffd.txt"


def test_a_deep_folder_is_no_trouble(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 300)
    write(tmp_path, f"{deep}/a.txt")
    assert names(tmp_path) == [f"{deep}/a.txt"]
