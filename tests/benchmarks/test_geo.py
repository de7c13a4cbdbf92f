"""The geo benchmark reads what annotators marked and counts what was found and placed."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from benchmarks.quality.corpora import MissingError
from benchmarks.quality.geo import outcomes, score
from benchmarks.quality.geo_corpora import Text, read_corpus
from counterclaim.core.located import Located
from counterclaim.core.spans import Span
from counterclaim.core.types import PlaceMention

XML = """<articles><article><text>From Dorel to Hadira.</text><toponyms>
<toponym><start>5</start><end>10</end><phrase>Dorel</phrase><gaztag><lat>36.0</lat><lon>37.0</lon></gaztag></toponym>
<toponym><start>15</start><end>21</end><phrase>Hadira</phrase></toponym>
</toponyms></article></articles>"""


def mention(start: int, end: int, lat: float | None) -> PlaceMention:
    where = None
    if lat is not None:
        where = Located(lat=lat, lon=37.0, radius_km=1, precision=1, name="", kind="town")
    return PlaceMention(span=Span(start, end), name="", key="", located=where)


def read(folder: Path) -> list[Text]:
    (folder / "lgl.xml.gz").write_bytes(gzip.compress(XML.encode()))
    return read_corpus(folder, "*lgl.xml")


def test_toponyms_come_with_their_points_and_slipped_offsets_are_mended(tmp_path: Path) -> None:
    (text,) = read(tmp_path)
    assert [(text.text[one.span.start : one.span.end], one.point) for one in text.toponyms] == [
        ("Dorel", (36.0, 37.0)),
        ("Hadira", None),
    ]


def test_a_place_counts_as_near_within_a_hundred_miles(tmp_path: Path) -> None:
    (text,) = read(tmp_path)
    near = score(outcomes(text, [mention(5, 10, 37.0), mention(14, 20, 10.0)]))
    assert near["found"] == {"percent": 100.0, "n": 2}
    assert near["found and placed"] == {"percent": 50.0, "n": 2}
    assert near["near, of placed"] == {"percent": 100.0, "n": 1}
    far = score(outcomes(text, [mention(5, 10, 38.0)]))
    assert far["near, of placed"] == {"percent": 0.0, "n": 1}
    assert score(outcomes(text, [mention(5, 10, None)]))["near, of placed"]["n"] == 0


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match=r"lgl\.xml"):
        read_corpus(tmp_path, "*lgl.xml")
