"""Claims, figures and dates in the words that a reader sees."""

from typing import Any

import pytest

from counterclaim.core.claims import (
    Agreement,
    Assessment,
    Casualty,
    Claim,
    Control,
    Damage,
    Event,
    Responsibility,
)
from counterclaim.core.wording import claim_words, date_words, figure_words, label_words, speaker_words

AT: dict[str, Any] = {"start": 0, "end": 1, "quote": "x"}


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (62, 62, "exact", "62"),
        (1200, 1200, "exact", "1,200"),
        (62, None, "at_least", "at least 62"),
        (21, None, "more_than", "more than 20"),
        (None, 50, "at_most", "up to 50"),
        (None, 99, "fewer_than", "fewer than 100"),
        (140_000, 140_000, "about", "about 140,000"),
        (10, 12, "between", "10 to 12"),
        (24, None, "vague", "at least 24"),
        (None, None, "vague", "number not stated"),
        (None, None, "unknown", "number not stated"),
        (0, 0, "none", "0"),
    ],
)
def test_a_figure_is_worded_as_it_was_put(
    low: int | None, high: int | None, qualifier: Any, words: str
) -> None:
    assert figure_words(Casualty(**AT, harm="killed", min=low, max=high, qualifier=qualifier)) == words


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (Casualty(**AT, harm="killed", min=9, max=9, qualifier="exact", group="miners"), "9 killed (miners)"),
        (
            Casualty(**AT, harm="killed_or_wounded", min=40, qualifier="at_least"),
            "at least 40 killed or wounded",
        ),
        (Event(**AT, event_type="air_strike"), "event: air strike"),
        (Responsibility(**AT, stance="denies"), "responsibility: denies"),
        (Control(**AT, change="seizes"), "control: seizes"),
        (Damage(**AT, outcome="destroyed"), "damage: destroyed"),
        (Agreement(**AT, status="in_force"), "agreement: in force"),
        (Assessment(**AT), "assessment"),
    ],
)
def test_a_claim_is_worded_by_its_type_and_value(claim: Claim, words: str) -> None:
    assert claim_words(claim) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "own voice"),
        ({"explicitness": "passive"}, "reported, nobody named"),
        ({"speakers": ("residents",)}, "residents"),
        ({"speakers": ("Russia", "Iran")}, "Russia and Iran"),
        ({"speakers": ("a nurse",), "via": ("Reuters",)}, "a nurse, via Reuters"),
        ({"speakers": ("army",), "via": ("TASS", "the ministry")}, "army, via TASS, via the ministry"),
    ],
)
def test_who_is_credited_is_worded_with_the_relay(fields: dict[str, Any], words: str) -> None:
    assert speaker_words(Assessment(**AT, **fields)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "day not stated"),
        ("", "day not stated"),
        ("2016", "2016"),
        ("2016-09", "September 2016"),
        ("2016-09-07", "7 September 2016"),
        ("XXXX-09-17", "17 September (year not stated)"),
        ("XXXX-09", "September (year not stated)"),
        ("2016-09-12/..", "since 12 September 2016"),
        ("../2016-09-12", "until 12 September 2016"),
        ("2016-09-17/2016-09-18", "17 September 2016 to 18 September 2016"),
        ("not a day", "not a day"),
    ],
)
def test_a_date_is_worded_with_what_is_not_known(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


def test_a_label_has_no_underscores() -> None:
    assert [label_words(label) for label in ("killed_or_wounded", "aid_delivery", "arrest")] == [
        "killed or wounded",
        "aid delivery",
        "arrest",
    ]
