from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.fields import parse_date, read_fields, text_id
from kg.read.skipped import Skipped


@given(st.dates())
def test_dates_and_datetimes_give_the_date_as_written(day: date) -> None:
    for written in (
        day.isoformat(),
        f" {day.isoformat()} ",
        f"{day.isoformat()}T23:59:59-11:00",
        f"{day.isoformat()} 00:00",
    ):
        assert parse_date(written) == day


@pytest.mark.parametrize(
    "value", ["", "2025", "2025-02", "2025-02-30", "0000-01-01", "25 February 2025", "2025-02-25x", "٢٠٢٥-٠١-٠١"]
)
def test_what_is_no_date_is_none(value: str) -> None:
    assert parse_date(value) is None


@given(st.text())
def test_no_text_breaks_the_dates(value: str) -> None:
    assert parse_date(value) is None or isinstance(parse_date(value), date)


def test_an_identifier_is_that_of_the_text() -> None:
    assert text_id("a") == text_id("a") != text_id("b")
    assert len(text_id("a")) == 16


def test_good_fields_are_kept_in_silence() -> None:
    told: list[Skipped] = []
    day = date(2025, 4, 30)
    given_fields = {
        "title": " A\ntitle ",
        "url": "https://a.example",
        "published": f"{day}T10:00Z",
        "outlet": "",
        "language": None,
        "more": 1,
    }
    fields = read_fields(given_fields, "a.jsonl:1", told.append)
    assert (fields.title, fields.url, fields.published, fields.outlet, fields.language) == (
        "A title",
        "https://a.example",
        day,
        None,
        "en",
    )
    assert not told
    assert fields.published is not None and fields.published + timedelta(1) > day


def test_bad_fields_are_dropped_and_each_is_told() -> None:
    told: list[Skipped] = []
    fields = read_fields({"title": 1, "url": ["x"], "published": "soon", "outlet": {}, "language": "?"}, "a.jsonl:7", told.append)
    assert (fields.title, fields.url, fields.published, fields.outlet, fields.language) == (
        None,
        None,
        None,
        None,
        "en",
    )
    assert len(told) == 5
    assert all(each.kept and each.where == "a.jsonl:7" and "\n" not in str(each) for each in told)
    assert any("'soon' is no ISO date" in each.reason for each in told)
