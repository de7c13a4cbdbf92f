"""Times in the words that a reader sees, with how closely they are known."""

import pytest

from counterclaim.core.daywords import dated_words, day_words, precision_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("XXXX-09-17", "17 September, year not stated"),
        ("XXXX-09", "September, year not stated"),
        ("2016-09-17", "17 September 2016"),
        ("2016-09", "September 2016"),
        ("2016", "2016"),
        ("2016-09-12/..", "since 12 September 2016"),
        ("../2016-09-18", "until 18 September 2016"),
        ("/2016-09-18", "until 18 September 2016"),
        ("2016-09-17/2016-09-18", "17 to 18 September 2016"),
        ("2016-08-31/2016-09-02", "31 August to 2 September 2016"),
        ("2015-12-31/2016-01-01", "31 December 2015 to 1 January 2016"),
        ("XXXX-09-17/XXXX-09-18", "17 to 18 September, year not stated"),
        ("2015/2016", "2015 to 2016"),
        ("2015-24", "winter 2015"),
        ("2016-35", "third quarter of 2016"),
        ("198X", "the 1980s"),
        ("19XX", "the 20th century"),
        ("2016-07-06~", "about 6 July 2016"),
        ("2016-06-06~/2016-07-05~", "about 6 June to about 5 July 2016"),
        (None, "day not stated"),
        ("", "day not stated"),
        ("next Tuesday", "next Tuesday"),
        ("2016-13-01", "2016-13-01"),
    ],
)
def test_a_day_is_said_in_words_and_no_year_is_made_up(edtf: str | None, words: str) -> None:
    assert day_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2016-09-17", "day known"),
        ("XXXX-09-17", "day known, year not stated"),
        ("XXXX-09-17/XXXX-09-18", "known to 2 days, year not stated"),
        ("2016-07-06~", "day known, one more or less"),
        ("2016-09-12/2016-09-14", "known to 3 days"),
        ("2016-09-12/2016-09-18", "known to a week"),
        ("2016-09", "month known"),
        ("XXXX-09", "month known, year not stated"),
        ("2016-07-01/2016-07-20", "known to a month"),
        ("2016-22", "season known"),
        ("2016-35", "quarter known"),
        ("2016-40", "half known"),
        ("2016", "year known"),
        ("2016-03/2016-09-18", "known to a year"),
        ("2012/2016", "known to 5 years"),
        ("198X", "known to a decade"),
        ("19XX", "known to a century"),
        ("2012/..", "end not stated"),
        ("/2016-09-18", "start not stated"),
        ("next Tuesday", "not read"),
        (None, "day not known"),
    ],
)
def test_the_precision_of_a_time_is_said_in_words(edtf: str | None, words: str) -> None:
    assert precision_words(edtf) == words


def test_a_time_is_shown_with_its_precision_and_what_it_rests_on() -> None:
    assert dated_words("2016-09", "stated") == "September 2016 (month known; stated)"
    assert dated_words("XXXX-09-17", "resolved against XXXX-09-18") == (
        "17 September (day known, year not stated; resolved against XXXX-09-18)"
    )
    assert dated_words(None, "weekday; publication day not known") == (
        "day not stated (weekday; publication day not known)"
    )
