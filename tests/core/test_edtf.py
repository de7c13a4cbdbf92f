"""EDTF arithmetic: nothing is added that was not stated."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.edtf import date_precision, day_bounds, format_day, overlaps, resolve_year
from counterclaim.core.errors import DataError

days = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def test_a_day_without_a_year_has_no_bounds_until_a_year_stands_in() -> None:
    assert day_bounds("XXXX-09-17") == (None, None)
    assert day_bounds("XXXX-09-17", 2016) == (date(2016, 9, 17), date(2016, 9, 17))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2012/..", date(2012, 1, 1), None),
        ("/2016-09-18", None, date(2016, 9, 18)),
        ("2016-09-11/2016-09-17", date(2016, 9, 11), date(2016, 9, 17)),
        ("2015-24", date(2015, 12, 1), date(2016, 2, 29)),
        ("2016-35", date(2016, 7, 1), date(2016, 9, 30)),
        ("2016-41", date(2016, 7, 1), date(2016, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2016-07-06~", date(2016, 7, 5), date(2016, 7, 7)),
    ],
)
def test_bounds_are_the_first_and_last_day_both_included(
    edtf: str, first: date | None, last: date | None
) -> None:
    assert day_bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["17 September", "2016-13", "2016-09-31x", "2X16", "2016-19"])
def test_what_is_not_edtf_is_refused(edtf: str) -> None:
    with pytest.raises(DataError):
        day_bounds(edtf)


@pytest.mark.parametrize(
    ("one", "other", "slack_days", "meet"),
    [
        ("XXXX-09-17", "2016-09-17", 0, True),
        ("XXXX-09-17", "2016-09-18", 0, False),
        ("XXXX-09-17", "2016-09-18", 1, True),
        ("XXXX-12-31", "2017-01-01", 1, True),
        ("XXXX-12-31", "XXXX-01-01", 1, True),
        ("XXXX-12-31/XXXX-01-01", "2016-01-01", 0, True),
        ("XXXX-09-17", "XXXX-05-14", 30, False),
        ("2016-09", "2016-09-17", 0, True),
        ("2012/..", "2016-09-17", 0, True),
        ("2017/..", "2016-09-17", 0, False),
        ("/2016-09-18", "2016-09-19", 0, False),
        ("XXXX-02-29", "2015-02-28", 0, True),
        ("198X", "XXXX-09-17", 0, True),
        ("198X", "1991-09-17", 0, False),
        ("2015-24", "2016-01-05", 0, True),
        ("2016-07-06~", "2016-07-07", 0, True),
    ],
)
def test_two_times_meet_when_some_year_lets_them_share_a_day(
    one: str, other: str, slack_days: int, meet: bool
) -> None:
    assert overlaps(one, other, slack_days) is meet
    assert overlaps(other, one, slack_days) is meet


@given(days)
def test_a_day_overlaps_itself_with_and_without_its_year(day: date) -> None:
    assert overlaps(day.isoformat(), format_day(None, day.month, day.day))


@given(days, days)
def test_a_past_day_without_a_year_gets_the_nearest_year_that_is_not_in_the_future(
    day: date, told: date
) -> None:
    resolved = resolve_year(format_day(None, day.month, day.day), told.isoformat())
    assert resolved[4:] == day.isoformat()[4:]
    gap = told - date.fromisoformat(resolved)
    assert timedelta(0) <= gap < timedelta(days=8 * 366)
    if resolved[5:] != "02-29":
        assert gap <= timedelta(days=366)


@given(days, days)
def test_a_day_to_come_is_never_before_the_publication_day(day: date, told: date) -> None:
    resolved = resolve_year(format_day(None, day.month, day.day), told.isoformat(), "future")
    assert date.fromisoformat(resolved) >= told


@pytest.mark.parametrize("published", ["XXXX-09-18", "2016", ""])
def test_no_year_is_made_up_when_the_publication_day_lacks_one(published: str) -> None:
    assert resolve_year("XXXX-09-17", published) == "XXXX-09-17"


@pytest.mark.parametrize(
    ("edtf", "code"),
    [
        ("2016-09-17", 1),
        ("2016-09-17/2016-09-18", 2),
        ("2016-09-17~", 2),
        ("2016-09-12/2016-09-18", 3),
        ("2016-09", 4),
        ("2016-09-01/2016-09-10", 4),
        ("2016-22", 5),
        ("2016", 5),
        ("2014/2016", None),
        ("XXXX-09-17", None),
        ("2012/..", None),
        ("/2016-09-18", None),
        (None, None),
    ],
)
def test_precision_is_the_code_of_the_width_and_none_without_a_year(
    edtf: str | None, code: int | None
) -> None:
    assert date_precision(edtf) == code
