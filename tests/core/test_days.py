"""Days in EDTF: nothing is added that the words and the publication day do not give."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.days import (
    day_bounds,
    format_day,
    overlaps,
    parse_day,
    resolve_phrase,
    resolve_year,
)
from counterclaim.core.errors import DataError

SUNDAY = "2016-09-18"
AGAINST = "resolved against 2016-09-18"
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("17 September 2016", "2016-09-17"),
        ("the 17th of September 2016", "2016-09-17"),
        ("Saturday, Sept. 17, 2016", "2016-09-17"),
        ("17 Sept.", "XXXX-09-17"),
        ("2016-09-17", "2016-09-17"),
        ("29 February", "XXXX-02-29"),
    ],
)
def test_a_calendar_day_is_read_as_stated(words: str, edtf: str) -> None:
    assert parse_day(words) == edtf
    parse_edtf(edtf)


@pytest.mark.parametrize("words", ["September 2016", "Saturday", "2016/679", "31 February 2016", "F-16", ""])
def test_words_that_name_no_calendar_day_are_refused(words: str) -> None:
    with pytest.raises(DataError):
        parse_day(words)


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
    ],
)
def test_bounds_are_the_first_and_last_day_both_included(
    edtf: str, first: date | None, last: date | None
) -> None:
    assert day_bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["17 September", "2016-13", "2016-09-31x", "20XX"])
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


# Phrase; EDTF without a publication day; EDTF in an article of Sunday, 18 September 2016.
PHRASES: list[tuple[str, str | None, str | None]] = [
    ("September 17", "XXXX-09-17", "2016-09-17"),
    ("17 September 2016", "2016-09-17", "2016-09-17"),
    ("17 Sept.", "XXXX-09-17", "2016-09-17"),
    ("Sept. 17", "XXXX-09-17", "2016-09-17"),
    ("May 14", "XXXX-05-14", "2016-05-14"),
    ("October 13th", "XXXX-10-13", "2015-10-13"),
    ("the 17th of September", "XXXX-09-17", "2016-09-17"),
    ("Thursday, Dec. 15", "XXXX-12-15", "2015-12-15"),
    ("Saturday 15 April 2017", "2017-04-15", "2017-04-15"),
    ("August 13 2016", "2016-08-13", "2016-08-13"),
    ("2016-09-17", "2016-09-17", "2016-09-17"),
    ("on the night of September 17", "XXXX-09-17", "2016-09-17"),
    ("February 31", None, None),
    ("11-13 December", "XXXX-12-11/XXXX-12-13", "2015-12-11/2015-12-13"),
    ("between 11 and 13 December 2014", "2014-12-11/2014-12-13", "2014-12-11/2014-12-13"),
    ("September 3 to 5", "XXXX-09-03/XXXX-09-05", "2016-09-03/2016-09-05"),
    ("on Saturday", None, "2016-09-17"),
    ("Saturdays", None, "2016-09-17"),
    ("Saturday's", None, "2016-09-17"),
    ("on Saturdays", None, None),
    ("every Friday", None, None),
    ("Sunday morning", None, "2016-09-18"),
    ("Tuesday night", None, "2016-09-13"),
    ("late Thursday", None, "2016-09-15"),
    ("early on Tuesday", None, "2016-09-13"),
    ("earlier on Monday", None, "2016-09-12"),
    ("last Monday", None, "2016-09-12"),
    ("last Sunday", None, "2016-09-11"),
    ("next Monday", None, "2016-09-19"),
    ("the following Monday", None, None),
    ("yesterday", None, "2016-09-17"),
    ("the day before yesterday", None, "2016-09-16"),
    ("today", None, "2016-09-18"),
    ("earlier today", None, "2016-09-18"),
    ("this morning", None, "2016-09-18"),
    ("tonight", None, "2016-09-18"),
    ("tomorrow", None, "2016-09-19"),
    ("last night", None, "2016-09-17"),
    ("overnight", None, "2016-09-17/2016-09-18"),
    ("two days ago", None, "2016-09-16"),
    ("a couple of days ago", None, "2016-09-16"),
    ("three weeks ago", None, "2016-08-25/2016-08-31"),
    ("two months ago", None, "2016-07"),
    ("ten months ago", None, "2015-11"),
    ("five years ago", None, "2011"),
    ("last week", None, "2016-09-05/2016-09-11"),
    ("earlier this week", None, "2016-09-12/2016-09-18"),
    ("this week", None, "2016-09-12/2016-09-18"),
    ("at the weekend", None, "2016-09-17/2016-09-18"),
    ("last month", None, "2016-08"),
    ("earlier this month", None, "2016-09"),
    ("last year", None, "2015"),
    ("earlier this year", None, "2016"),
    ("in recent days", None, "/2016-09-18"),
    ("over the past few weeks", None, "/2016-09-18"),
    ("for months", None, "/2016-09-18"),
    ("over the past 24 hours", None, "2016-09-17/2016-09-18"),
    ("in the last two weeks", None, "2016-09-04/2016-09-18"),
    ("during the past week", None, "2016-09-11/2016-09-18"),
    ("in the past month", None, "2016-08/2016-09-18"),
    ("for two years", None, "2014/2016-09-18"),
    ("for more than two years", None, "2014/2016-09-18"),
    ("for seven days", None, "2016-09-11/2016-09-18"),
    ("since 2012", "2012/..", "2012/2016-09-18"),
    ("since March 2011", "2011-03/..", "2011-03/2016-09-18"),
    ("since mid-January", None, "2016-01/2016-09-18"),
    ("since late on Friday", None, "2016-09-16/2016-09-18"),
    ("in March", "XXXX-03", "2016-03"),
    ("in October", "XXXX-10", "2015-10"),
    ("April 2017", "2017-04", "2017-04"),
    ("early November 2005", "2005-11", "2005-11"),
    ("late 2014", "2014", "2014"),
    ("the following day", None, None),
    ("the day before", None, None),
    ("two days later", None, None),
    ("at dawn", None, None),
]


@pytest.mark.parametrize(("words", "unplaced", "placed"), PHRASES)
def test_a_phrase_gives_the_day_its_words_and_publication_day_fix(
    words: str, unplaced: str | None, placed: str | None
) -> None:
    alone, why = resolve_phrase(words, None)
    in_article, basis = resolve_phrase(words, SUNDAY)
    assert (alone, in_article) == (unplaced, placed)
    assert "not read" not in why + basis
    assert (basis == AGAINST) == (placed is not None and placed != unplaced)
    for edtf in (alone, in_article):
        if edtf is not None:
            parse_edtf(edtf)


def test_the_basis_says_what_is_missing() -> None:
    assert resolve_phrase("on Saturday", None) == (None, "weekday; publication day not known")
    assert resolve_phrase("17 September", None) == ("XXXX-09-17", "stated without a year")
    assert resolve_phrase("17 September 2016", SUNDAY) == ("2016-09-17", "stated")
    assert resolve_phrase("the hospital", SUNDAY) == (None, "not read as a time")


def test_a_publication_day_without_a_year_moves_days_but_names_no_weekday() -> None:
    assert resolve_phrase("yesterday", "XXXX-09-18") == ("XXXX-09-17", "resolved against XXXX-09-18")
    assert resolve_phrase("two days ago", "XXXX-01-01")[0] == "XXXX-12-30"
    assert resolve_phrase("on Saturday", "XXXX-09-18")[0] is None
    assert resolve_phrase("yesterday", "XXXX-03-01")[0] is None  # 28 or 29 February


@pytest.mark.parametrize(
    ("words", "edtf"), [("on Monday", "2016-09-19"), ("26 September", "2016-09-26"), ("March", "2017-03")]
)
def test_what_is_to_come_is_resolved_forward(words: str, edtf: str) -> None:
    assert resolve_phrase(words, SUNDAY, future=True)[0] == edtf


@given(st.text(max_size=60), st.sampled_from([None, SUNDAY, "XXXX-09-18", "2016"]))
def test_any_words_give_edtf_or_nothing(words: str, published: str | None) -> None:
    edtf, basis = resolve_phrase(words, published)
    assert basis
    if edtf is not None:
        parse_edtf(edtf)


@given(days, st.sampled_from([words for words, _, placed in PHRASES if placed]))
def test_whatever_the_publication_day_the_edtf_parses(told: date, words: str) -> None:
    edtf, _ = resolve_phrase(words, told.isoformat())
    assert edtf is not None
    parse_edtf(edtf)
    first, last = day_bounds(edtf)
    assert first is None or last is None or first <= last
