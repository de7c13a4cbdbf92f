from __future__ import annotations

import pytest

from counterclaim.core.claims import Responsibility, Stance
from counterclaim.web.labels import gist
from counterclaim.web.words import Bounds, count_words, day_words, figure_words, range_words


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (83, 83, "exact", "83"),
        (62, None, "at_least", "at least 62"),
        (35, 35, "about", "about 35"),
        (21, None, "more_than", "more than 20"),
        (None, 50, "at_most", "at most 50"),
        (None, 9, "fewer_than", "fewer than 10"),
        (10, 12, "between", "10 to 12"),
        (24, None, "vague", "24 or more, in words"),
        (0, 0, "none", "none"),
        (None, None, "unknown", "number not stated"),
        (140_000, 140_000, "about", "about 140,000"),
    ],
)
def test_a_figure_keeps_its_hedge(low: int | None, high: int | None, qualifier: str, words: str) -> None:
    assert figure_words(low, high, qualifier) == words


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([(62, 62), (62, None), (83, 83)], "62 – 83"),
        ([(62, None)], "at least 62"),
        ([(None, 50)], "at most 50"),
        ([(62, 62), (62, None)], "62"),
        ([(20, 20), (62, None)], "20 – 62 or more"),
        ([(10, 12)], "10 – 12"),
        ([(None, None)], ""),
        ([], ""),
    ],
)
def test_a_range_names_the_lowest_and_the_highest_figure(
    figures: list[tuple[int | None, int | None]], words: str
) -> None:
    assert range_words([Bounds(*figure) for figure in figures]) == words


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
        (None, "day not stated"),
        ("", "day not stated"),
        ("next Tuesday", "next Tuesday"),
        ("2016-13-01", "2016-13-01"),
    ],
)
def test_a_day_is_said_in_words_and_no_year_is_made_up(edtf: str | None, words: str) -> None:
    assert day_words(edtf) == words


def test_one_thing_is_counted_in_the_singular() -> None:
    assert count_words(1, "document") == "1 document"
    assert count_words(1_200, "document") == "1,200 documents"


@pytest.mark.parametrize(
    ("stance", "accused", "words"),
    [
        ("accuses", "the army", "accuses the army"),
        ("accuses", None, "accuses somebody not named"),
        ("admits", "the navy", "admits it"),
        ("denies", "the army", "denies that it was the army"),
        ("claims", None, "claims it as its own act"),
    ],
)
def test_a_stance_says_whose_act_it_is_about(stance: Stance, accused: str | None, words: str) -> None:
    claim = Responsibility(
        start=0,
        end=1,
        quote="",
        speakers=("the navy",),
        stance=stance,
        accused=accused,
    )
    assert gist(claim) == words
