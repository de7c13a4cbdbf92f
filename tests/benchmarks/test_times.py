"""What the benchmark of times reads and counts."""

from pathlib import Path

import pytest

from benchmarks.quality.corpora import MissingError
from benchmarks.quality.dates_table import is_right, read_table
from benchmarks.quality.timeml import parse_timeml
from benchmarks.quality.times import measure, score_times
from benchmarks.quality.timex import timex_value
from counterclaim.annotate.times import times_in
from counterclaim.core.spans import Span
from counterclaim.core.types import Time

PAGE = b"""<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2016-09-18">18 September 2016</TIMEX3>
</DCT><TEXT>The <EVENT>raid</EVENT> came <TIMEX3 tid="t1" type="DATE" value="2016-09-16">Friday</TIMEX3>, and
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> passed.</TEXT></TimeML>"""


def test_a_document_gives_its_text_its_day_and_its_times() -> None:
    page = parse_timeml("page.tml", PAGE)
    assert page.published == "2016-09-18"
    assert [(timex.span.of(page.text), timex.value) for timex in page.times] == [
        ("Friday", "2016-09-16"),
        ("two days", "P2D"),
    ]


def test_spans_are_found_by_overlap_and_values_must_be_equal() -> None:
    page = parse_timeml("page.tml", PAGE)
    friday = page.text.index("Friday")
    wrong = Time(span=Span(friday - 5, friday + 6), edtf="2016-09-09", basis="")
    scores = score_times([page], [[wrong, Time(span=Span(0, 3), edtf=None, basis="")]])
    assert scores["spans"] == {"p": 50.0, "r": 50.0, "f1": 50.0, "gold": 2, "pred": 2}
    assert scores["values"]["f1"] == scores["spans, strict"]["f1"] == 0.0
    assert score_times([page], [times_in(page.text, page.published)])["values"]["f1"] == 100.0


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Friday", "2016-09-16"),
        ("Friday night", "2016-09-16TNI"),
        ("6 p.m. on Friday", "2016-09-16T18:00"),
        ("last week", "2016-W36"),
        ("earlier this week", "2016-W37"),
        ("the weekend", "2016-W37-WE"),
        ("the third quarter", "2016-Q3"),
        ("last winter", "2015-WI"),
        ("the first half of 2014", "2014-H1"),
        ("the 1990s", "199"),
        ("for two years", "P2Y"),
        ("the past 24 hours", "PT24H"),
        ("daily", "P1D"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("a year earlier", "2015"),
        ("three days later", "P3D"),
        ("at noon", "2016-09-18T12:00"),
        ("since 2012", "2012"),
        ("Ramadan", "2016-06-06"),
    ],
)
def test_a_time_has_the_value_that_timeml_gives_it(words: str, value: str) -> None:
    (time,) = times_in(f"It was {words}.", "2016-09-18")
    assert timex_value(time, "2016-09-18") == value


def test_the_table_marks_phrases_that_stand_in_its_sentences() -> None:
    rows = read_table()
    assert len(rows) >= 150
    assert all(row.span.of(row.text).strip() for row in rows)
    assert {row.kind for row in rows} >= {"date", "time", "interval", "duration", "set", "past", "present"}


def test_a_row_is_right_only_with_its_kind_and_value() -> None:
    row = next(row for row in read_table() if row.edtf == "2022-03-05")
    assert is_right(row)
    assert not is_right(type(row)(row.published, row.text, row.span, row.kind, "2022-03-06", None))
    assert not is_right(type(row)(row.published, row.text, row.span, "set", row.edtf, None))


def test_a_part_that_is_not_there_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "corpora" / "temporal" / "TBAQ-cleaned"
    folder.mkdir(parents=True)
    (folder / "page.tml").write_bytes(PAGE)
    assert measure(tmp_path, "dev")["spans"]["gold"] == 2
    with pytest.raises(MissingError, match="test part"):
        measure(tmp_path, "test")
