from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.decode import check_length, decode, read_bytes
from kg.read.limits import MAX_CHARACTERS
from kg.read.skipped import Unreadable

QUOTE = "Kyiv said: “We won’t sell Ukraine’s titanium – not now.”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(QUOTE.encode(encoding)) == QUOTE


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_of_either_order(order: str) -> None:
    assert decode("\ufeffKyiv".encode(order)) == "Kyiv"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"Kyiv\x00says", "binary"),
        (bytes(range(1, 32)) * 4, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
        (QUOTE.encode("utf-16-le"), "binary"),
        (b"\xff\xfeK\x00y", "UTF-16"),
        (QUOTE.encode()[:-1], "UTF-8"),
        ("Президент сказал, что".encode("cp1251"), "UTF-8"),
        (b"an undefined byte \x81 of Windows-1252", "UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert reason in refused.value.reason
    assert refused.value.advice


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        assert "\0" not in decode(data)
    except Unreadable as refused:
        assert refused.reason


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_utf8_text_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8")) == text.removeprefix("\ufeff")


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert read_bytes(path, 100) == b"x" * 100
    with pytest.raises(Unreadable, match="over 99 bytes"):
        read_bytes(path, 99)


def test_length_of_text() -> None:
    assert check_length("x" * MAX_CHARACTERS)
    with pytest.raises(Unreadable, match="1,000,000 characters"):
        check_length("x" * (MAX_CHARACTERS + 1))
    with pytest.raises(Unreadable, match="no text"):
        check_length(" \n\u00a0")
