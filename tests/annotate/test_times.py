"""Where time phrases stand, and what they are read against."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.annotate.times import find_times, times_in
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Passage, Sheet

SUNDAY = "2016-09-18"


def found(text: str, published: str | None = SUNDAY) -> list[tuple[str, str | None]]:
    return [(time.span.of(text), time.edtf) for time in times_in(text, published)]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("The bridge fell on September 17 after a raid.", [("September 17", "2016-09-17")]),
        ("It fell on 17 Sept. in the rain.", [("17 Sept.", "2016-09-17")]),
        ("Saturdays bombing attack hit a market.", [("Saturdays", "2016-09-17")]),
        ("Saturday’s attack hit a market.", [("Saturday’s", "2016-09-17")]),
        ("They march on Saturdays.", [("on Saturdays", None)]),
        (
            "Late on Tuesday night, and again on Friday.",
            [("Late on Tuesday night", "2016-09-13"), ("Friday", "2016-09-16")],
        ),
        (
            "Shelling began yesterday and went on overnight.",
            [("yesterday", "2016-09-17"), ("overnight", "2016-09-17/2016-09-18")],
        ),
        (
            "Since March 2011, and for two years in the north.",
            [("Since March 2011", "2011-03/2016-09-18"), ("for two years", None)],
        ),
        ("In recent days thousands fled.", [("In recent days", "/2016-09-18")]),
        (
            "Over the past 24 hours 12 raids were counted.",
            [("Over the past 24 hours", "2016-09-17/2016-09-18")],
        ),
        ("The war erupted in March 2011.", [("March 2011", "2011-03")]),
        ("By March 15 the town had fallen.", [("March 15", "2016-03-15")]),
        (
            "In 2012 the base was lost; in late 2014 retaken.",
            [("2012", "2012"), ("late 2014", "2014")],
        ),
        ("Two days ago, on 2016-09-16.", [("Two days ago", "2016-09-16"), ("2016-09-16", "2016-09-16")]),
        ("The following day the town fell.", [("The following day", None)]),
        (
            "SATURDAY, 17 SEPTEMBER 2016 the town fell.",
            [("SATURDAY, 17 SEPTEMBER 2016", "2016-09-17")],
        ),
        ("He spoke earlier this week.", [("earlier this week", "2016-09-12/2016-09-18")]),
        (
            "Between 11 and 13 September three fell.",
            [("Between 11 and 13 September", "2016-09-11/2016-09-13")],
        ),
    ],
)
def test_a_time_phrase_is_found_with_its_exact_words(
    sentence: str, times: list[tuple[str, str | None]]
) -> None:
    assert found(sentence) == times


@pytest.mark.parametrize(
    "sentence",
    [
        "The notice follows EU GDPR 2016/679.",
        "Seven F-16 jets and 2016 rounds.",
        "Resolution 2254 was adopted.",
        "The rebels may 14 times march on the town.",
        "A two-year-old war.",
        "The Sunday Times said so.",
        "Some of 2000 people left.",
        "May 14,000 leave?",
    ],
)
def test_numbers_and_names_that_only_look_like_times_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


def test_a_vote_that_is_due_lies_ahead_of_the_publication_day() -> None:
    assert found("Parliament is due to vote on September 26.") == [("September 26", "2016-09-26")]
    assert found("Talks will resume on Monday.") == [("Monday", "2016-09-19")]
    assert found("Talks broke up on Monday.") == [("Monday", "2016-09-12")]


def test_without_a_publication_day_no_year_and_no_weekday_is_made_up() -> None:
    sentence = "It fell on September 17, not on Friday."
    basis = [(time.edtf, time.basis) for time in times_in(sentence)]
    assert basis == [
        ("XXXX-09-17", "stated without a year"),
        (None, "weekday; publication day not known"),
    ]


def test_each_article_of_a_page_is_read_against_its_own_day() -> None:
    text = "𝕏 It fell on Friday. It rose on Friday."
    spans = [Span(0, 21), Span(21, 39)]
    sheet = Sheet(
        document=Document(id="d", doc="d", text=text, sha256="", origin="-"),
        articles=(
            Article(span=spans[0], published="2016-09-18", published_basis="given"),
            Article(span=spans[1], published="2017-04-05", published_basis="given"),
        ),
        passages=tuple(
            Passage(span=span, exact=span.of(text), prefix="", suffix="", article=index, segment=0)
            for index, span in enumerate(spans)
        ),
    )
    times = find_times(sheet).times or ()
    assert [(time.span.of(text), time.edtf) for time in times] == [
        ("Friday", "2016-09-16"),
        ("Friday", "2017-03-31"),
    ]
    assert find_times(replace(sheet, passages=())).times == ()


words = st.sampled_from(
    "on in May March 14 2016 September since Saturday Saturdays night last week 2016/679 two days ago , . the 24 hours late".split()
)


@given(st.lists(words, max_size=14).map(" ".join), st.sampled_from([None, SUNDAY]))
def test_whatever_is_found_is_read_and_stands_where_it_says(text: str, published: str | None) -> None:
    times = times_in(text, published)
    assert all("not read" not in time.basis for time in times)
    assert all(time.span.of(text).strip() == time.span.of(text) != "" for time in times)
    assert all(one.span.end <= two.span.start for one, two in pairwise(times))


plain = st.sampled_from(
    "the army said shells hit a bakery near Orlova and 14 people died , rebels took 3 tanks ( AFP ) . Resolution 2254 F-16 may".split()
)


@given(st.lists(plain, max_size=16).map(" ".join), st.sampled_from([None, SUNDAY]))
def test_no_time_is_found_in_words_that_name_none(text: str, published: str | None) -> None:
    assert times_in(text, published) == []


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("The truce may last two weeks.", [("two weeks", None)]),
        ("Shells fell at noon in the old quarter.", [("at noon", None)]),
        ("Sales fell in the quarter.", [("the quarter", "2016-34")]),
        ("High Noon was shown in the Christian quarter.", []),
        ("The 2014 war and 2016 rounds.", [("2014", "2014")]),
        ("He is 40 years old.", []),
        ("March was quiet.", []),
        ("In March it was quiet.", [("March", "2016-03")]),
        ("It began at 6 p.m. on the hill.", [("at 6 p.m.", None)]),
    ],
)
def test_words_are_times_where_they_stand_as_such(sentence: str, times: list[tuple[str, str | None]]) -> None:
    assert found(sentence) == times
