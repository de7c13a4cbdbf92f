"""What a project decides: ratings with author and date, and what they change."""

from __future__ import annotations

import pytest

from counterclaim.core.errors import DataError
from counterclaim.incidents.profiles import Settings, decode_settings, reconcile
from tests.method.telling import ends, figure, tally, why_not

RATED = b"""
[[ratings]]
speaker = "Orlovan army"
reliability = "likely_unreliable"
author = "A. Coder"
date = "2026-01-05"
reason = "two figures withdrawn in 2025"

[[ratings]]
speaker = "medics"
reliability = "likely_reliable"
author = "A. Coder"
date = "2026-01-05"
"""
TOLD = [
    figure(3, 3, "Orlovan army", at=0),
    figure(20, 20, "Coast Monitor", at=10),
    figure(14, 14, "medics", at=20),
]


def test_a_rating_changes_the_tally_and_the_trace_says_whose_it_is() -> None:
    settings = decode_settings(RATED)
    assert ends(tally("ucdp-like", *TOLD)) == (3, 20)
    deaths = tally("ucdp-like", *TOLD, settings=settings)
    assert (deaths.low.number, deaths.best and deaths.best.number, deaths.high.number) == (14, 14, 20)
    result = reconcile("ucdp-like", TOLD, settings)
    assert why_not(result, TOLD[0]) == (
        "Orlovan army is rated likely unreliable by A. Coder on 2026-01-05 (two figures withdrawn in 2025)"
    )
    assert result.settings != reconcile("ucdp-like", TOLD).settings == "none"


def test_the_figure_of_the_one_speaker_rated_highest_is_best() -> None:
    high = Settings(ratings=decode_settings(RATED.replace(b'"medics"', b'"Coast Monitor"')).ratings[1:])
    deaths = tally("ucdp-like", *TOLD, settings=high)
    assert (deaths.best and deaths.best.number, ends(deaths)) == (20, (3, 20))


def test_a_belligerents_nought_counts_only_while_it_is_not_rated_unreliable() -> None:
    told = [
        figure(0, 0, "Orlovan army", at=0, qualifier="none", polarity="negated"),
        figure(4, 4, "medics", at=10),
    ]
    assert ends(tally("ucdp-like", *told)) == (0, 4)
    assert ends(tally("ucdp-like", *told, settings=decode_settings(RATED))) == (4, 4)
    assert ends(tally("airwars-like", *told, settings=decode_settings(RATED))) == (0, 4)


def test_our_own_profile_weighs_nobody() -> None:
    assert ends(tally("accounts", *TOLD, settings=decode_settings(RATED))) == (3, 20)


def test_an_unknown_number_of_dead_stays_unknown_unless_the_project_says_what_stands_for_it() -> None:
    some = figure(None, None, "medics", qualifier="unknown")
    assert tally("acled-like", some).low.number is None
    rule = b'[unnumbered]\nfatalities = 3\nauthor = "A. Coder"\ndate = "2026-01-05"\n'
    settings = decode_settings(rule)
    assert tally("acled-like", some, settings=settings).low.number == 3
    assert (
        "3 stands for an unknown number: A. Coder, 2026-01-05"
        in reconcile("acled-like", [some], settings).notes
    )


@pytest.mark.parametrize(
    "data",
    [
        b"ratings = [",
        b"\xff",
        b'[[ratings]]\nspeaker = "A"\nreliability = "excellent"\nauthor = "B"\ndate = "2026"\n',
        b'[[ratings]]\nspeaker = "A"\nreliability = "unsure"\ndate = "2026"\n',
        b"credibility = 1\n",
    ],
)
def test_settings_that_cannot_be_read_or_name_no_author_are_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="settings cannot be read"):
        decode_settings(data)
