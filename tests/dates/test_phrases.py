"""Phrases into EDTF: nothing is added that the words and the publication day do not give."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.edtf import Tense, day_bounds
from counterclaim.dates.grammar import read_time

SUNDAY = "2016-09-18"
AGAINST = "resolved against 2016-09-18"
days = st.dates(date(1950, 1, 1), date(2070, 12, 31))

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
    ("over the past 24 hours", None, "2016-09-17/2016-09-18"),
    ("in the last two weeks", None, "2016-09-04/2016-09-18"),
    ("during the past week", None, "2016-09-11/2016-09-18"),
    ("in the past month", None, "2016-08/2016-09-18"),
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
    ("this Saturday", None, "2016-09-17"),
    ("by 3 May", "XXXX-05-03", "2016-05-03"),
    ("the fourth of July", "XXXX-07-04", "2016-07-04"),
    ("18.9.2016", "2016-09-18", "2016-09-18"),
    ("early on 3 May", "XXXX-05-03", "2016-05-03"),
    ("Sunday at dawn", None, "2016-09-18"),
    ("6 a.m. on Friday", None, "2016-09-16"),
    ("the early hours of Thursday", None, "2016-09-15"),
    ("the night of 16 to 17 September", "XXXX-09-16/XXXX-09-17", "2016-09-16/2016-09-17"),
    ("between Friday and Sunday", None, "2016-09-16/2016-09-18"),
    ("from March to June 2014", "2014-03/2014-06", "2014-03/2014-06"),
    ("3 March - 5 June 2014", "2014-03-03/2014-06-05", "2014-03-03/2014-06-05"),
    ("2012-14", "2012/2014", "2012/2014"),
    ("the year nineteen ninety-six", "1996", "1996"),
    ("June last year", None, "2015-06"),
    ("spring 2015", "2015-21", "2015-21"),
    ("last winter", None, "2015-24"),
    ("this summer", None, "2016-22"),
    ("the third quarter", None, "2016-35"),
    ("the first half of 2014", "2014-40", "2014-40"),
    ("the late 1980s", "198X", "198X"),
    ("the nineties", "199X", "199X"),
    ("the 19th century", "18XX", "18XX"),
    ("Christmas Eve", "XXXX-12-24", "2015-12-24"),
    ("Easter 2014", "2014-04-20", "2014-04-20"),
    ("last Ramadan", None, "2016-06-06~/2016-07-05~"),
    ("the first day of Ramadan", None, "2016-06-06~"),
    ("the end of June", "XXXX-06", "2016-06"),
    ("mid-June", "XXXX-06", "2016-06"),
    ("the end of the month", None, "2016-09"),
    ("the last day of June", None, "2016-06-30"),
    ("the eve of Good Friday", None, "2016-03-24"),
    ("the week of 5 September", None, "2016-09-05/2016-09-11"),
    ("a fourth night", None, None),
    ("the third day", None, None),
    ("hours after", None, None),
]


@pytest.mark.parametrize(("words", "unplaced", "placed"), PHRASES)
def test_a_phrase_gives_the_day_its_words_and_publication_day_fix(
    words: str, unplaced: str | None, placed: str | None
) -> None:
    alone, in_article = read_time(words, None), read_time(words, SUNDAY)
    assert (alone.edtf, in_article.edtf) == (unplaced, placed)
    assert "not read" not in alone.basis + in_article.basis
    assert (in_article.basis == AGAINST) == (placed is not None and placed != unplaced)
    for edtf in (unplaced, placed):
        if edtf is not None:
            parse_edtf(edtf)


@pytest.mark.parametrize(
    ("words", "kind", "amount"),
    [
        ("for two years", "duration", "P2Y"),
        ("nearly week-old", "duration", "P1W"),
        ("36-hour", "duration", "PT36H"),
        ("several months", "duration", "PXM"),
        ("half a century", "duration", "P50Y"),
        ("every Friday", "set", "P1W"),
        ("each year", "set", "P1Y"),
        ("daily", "set", "P1D"),
        ("over the past 24 hours", "interval", "PT24H"),
        ("two days later", "date", "P2D"),
        ("a year earlier", "date", "-P1Y"),
        ("the previous night", "date", "-P1D"),
        ("a fourth night", "date", "P4D"),
        ("hours after", "date", "PTXH"),
        ("now", "present", None),
        ("recently", "past", None),
        ("in the near future", "future", None),
        ("Tuesday night", "time", None),
        ("since 2012", "interval", None),
        ("September 17", "date", None),
    ],
)
def test_how_long_and_how_often_are_told_apart_from_when(words: str, kind: str, amount: str | None) -> None:
    reading = read_time(words, SUNDAY)
    assert (reading.kind, reading.amount) == (kind, amount)
    if kind in ("duration", "set", "present", "past", "future"):
        assert reading.edtf is None


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Tuesday night", "NI"),
        ("6.30 p.m. on Friday", "T18:30"),
        ("noon on 3 May", "T12:00"),
        ("last night", "NI"),
    ],
)
def test_the_part_of_the_day_is_kept_beside_the_day(words: str, part: str) -> None:
    assert read_time(words, SUNDAY).part == part


def test_the_basis_says_what_is_missing() -> None:
    assert read_time("on Saturday", None)[:2] == (None, "weekday; publication day not known")
    assert read_time("17 September", None)[:2] == ("XXXX-09-17", "stated without a year")
    assert read_time("17 September 2016", SUNDAY)[:2] == ("2016-09-17", "stated")
    assert read_time("the hospital", SUNDAY)[:2] == (None, "not read as a time")
    assert read_time("31 February", SUNDAY)[:2] == (None, "no such day in the calendar")
    assert read_time("last winter", None)[1] == "relative to the publication day, which is not known"


def test_a_phrase_typed_in_lower_case_is_read_too() -> None:
    assert read_time("late on friday", SUNDAY).edtf == "2016-09-16"
    assert read_time("september 17", None).edtf == "XXXX-09-17"


def test_a_publication_day_without_a_year_moves_days_but_names_no_weekday() -> None:
    assert read_time("yesterday", "XXXX-09-18")[:2] == ("XXXX-09-17", "resolved against XXXX-09-18")
    assert read_time("two days ago", "XXXX-01-01").edtf == "XXXX-12-30"
    assert read_time("on Saturday", "XXXX-09-18").edtf is None
    assert read_time("yesterday", "XXXX-03-01").edtf is None  # 28 or 29 February


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on Monday", "2016-09-19"),
        ("26 September", "2016-09-26"),
        ("March", "2017-03"),
        ("the weekend", "2016-09-24/2016-09-25"),
        ("Easter", "2017-04-16"),
    ],
)
def test_what_is_to_come_is_resolved_forward(words: str, edtf: str) -> None:
    assert read_time(words, SUNDAY, "future").edtf == edtf


def test_where_no_word_tells_a_day_of_the_next_weeks_is_to_come() -> None:
    assert read_time("October 13", SUNDAY, None).edtf == "2016-10-13"
    assert read_time("October 13", SUNDAY).edtf == "2015-10-13"
    assert read_time("March 13", SUNDAY, None).edtf == "2016-03-13"


def test_an_interval_that_has_begun_begins_before_it_ends() -> None:
    on_a_saturday = read_time("between Friday and Sunday", "2000-01-01", "future")
    assert on_a_saturday.edtf == "1999-12-31/2000-01-02"


tenses = st.sampled_from(("past", "future", None))


@given(st.text(max_size=60), st.sampled_from([None, SUNDAY, "XXXX-09-18", "2016"]), tenses)
def test_any_words_give_edtf_or_nothing(words: str, published: str | None, tense: Tense | None) -> None:
    reading = read_time(words, published, tense)
    assert reading.basis
    if reading.edtf is not None:
        parse_edtf(reading.edtf)


@given(days, st.sampled_from([words for words, _, placed in PHRASES if placed]), tenses)
def test_whatever_the_publication_day_the_edtf_parses(told: date, words: str, tense: Tense | None) -> None:
    edtf = read_time(words, told.isoformat(), tense).edtf
    assert edtf is not None
    parse_edtf(edtf)
    first, last = day_bounds(edtf)
    assert first is None or last is None or first <= last


TOLD_BACK = [
    words
    for words, unplaced, placed in PHRASES
    if placed and not unplaced and not words.startswith(("tomorrow", "next", "this"))
]


@given(days, st.sampled_from(TOLD_BACK))
def test_what_happened_never_begins_after_the_publication_day(told: date, words: str) -> None:
    first, _ = day_bounds(read_time(words, told.isoformat()).edtf or "")
    assert first is None or first <= told


@given(st.sampled_from([words for words, unplaced, _ in PHRASES if not unplaced]))
def test_without_a_publication_day_no_day_is_made_up(words: str) -> None:
    assert read_time(words, None).edtf is None
