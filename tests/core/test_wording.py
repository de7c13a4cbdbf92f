"""Claims and figures in the words that a reader sees."""

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
from counterclaim.core.wording import claim_words, figure_words, speaker_words

AT: dict[str, Any] = {"start": 0, "end": 1, "quote": "x"}


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
        (24, None, "vague", "24 or more (in words)"),
        (0, 0, "none", "none"),
        (None, None, "unknown", "number not stated"),
        (140_000, 140_000, "about", "about 140,000"),
    ],
)
def test_a_figure_keeps_its_hedge(low: int | None, high: int | None, qualifier: str, words: str) -> None:
    assert figure_words(low, high, qualifier) == words


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
