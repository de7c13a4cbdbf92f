"""The fewest people killed and captured, counted as the coders of the releases count."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import isaf
from counterclaim.core.claims import Casualty


def killed(quote: str, low: int | None = None, high: int | None = None, **fields: Any) -> Casualty:
    return Casualty(start=0, end=1, quote=quote, **({"harm": "killed", "min": low, "max": high} | fields))


@pytest.mark.parametrize(
    ("claims", "fewest"),
    [
        ([], 0),
        ([killed("killing two gunmen", 2, 2)], 2),
        ([killed("killed several gunmen", 3), killed("killing five gunmen", 5, 5)], 5),  # told twice
        ([killed("killed the raiders' leader", 1, 1), killed("three other gunmen died", 3, 3)], 4),
        ([killed("killing two gunmen", 2, 2, incident="a"), killed("killed four", 4, 4, incident="b")], 6),
        ([killed("killed a couple of gunmen", group="a couple of gunmen")], 2),
        ([killed("killed numerous gunmen", group="numerous gunmen")], 4),
        ([killed("killed gunmen", group="gunmen")], 3),
        ([killed("killed the gunman", group="the gunman")], 1),
        ([killed("killed two gunmen", 2, 2), killed("the gunmen were killed", group="the gunmen")], 2),
        ([killed("the gunmen were killed", group="the gunmen")], 3),
        ([killed("deaths")], 0),
        ([killed("killed up to nine", None, 9)], 0),
        ([killed("including two leaders", 2, 2, scope="part")], 0),
        ([killed("killed 90 gunmen this year", 90, 90, scope="cumulative")], 0),
        ([killed("no gunmen were killed", 0, 0, polarity="negated")], 0),
        ([killed("two coalition soldiers died", 2, 2, group="two coalition soldiers")], 0),
        ([killed("a farmer was killed", 1, 1, group="a farmer", status="civilian")], 1),
        ([killed("wounded two gunmen", 2, 2, harm="wounded")], 0),
    ],
)
def test_the_fewest_killed(claims: list[Casualty], fewest: int) -> None:
    assert isaf.fewest(claims, "killed") == fewest


def test_releases_with_nobody_harmed_are_counted_apart() -> None:
    golds = [{"min_killed": 2, "min_captured": 0}, {"min_killed": 0, "min_captured": 0}]
    preds = [[killed("killed one", 1, 1)], list[Casualty]()]
    assert isaf.score_releases(golds, preds) == {
        "killed": {"percent": 50.0, "n": 2},
        "killed, anybody": {"percent": 0.0, "n": 1},
        "captured": {"percent": 100.0, "n": 2},
    }


def test_releases_are_read_from_either_half(tmp_path: Path) -> None:
    place = tmp_path / isaf.CORPUS
    place.mkdir(parents=True)
    row = {
        "text": "A patrol killed two insurgents near Dorel and detained four suspected insurgents, the force said.",
        "gold": {"min_killed": 2, "min_captured": 4},
    }
    (place / "isaf_second_half.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    result = isaf.measure(tmp_path, "test")
    assert result["killed"] == result["captured"] == {"percent": 100.0, "n": 1}
