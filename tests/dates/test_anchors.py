"""Times that count from another time of the text."""

import pytest

from counterclaim.annotate.times import times_in
from counterclaim.dates.anchors import REACH, anchored, counted_from


def days_of(text: str) -> list[tuple[str, str | None]]:
    return [(time.span.of(text), time.edtf) for time in anchored(times_in(text, "2016-09-18"))]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The depot burned on 3 May 2016. Two days later the road was cut.", "2016-05-05"),
        ("The depot burned on 3 May 2016. The following day the road was cut.", "2016-05-04"),
        ("The depot burned on 3 May 2016, and the night before the road was cut.", "2016-05-02"),
        ("The depot burned on 3 May. Later that day the road was cut.", "2016-05-03"),
        ("The town fell in May 2014. A year earlier it had been calm.", "2013-05"),
        ("The town fell in 2014; the following year it was retaken.", "2015"),
        ("The town fell in 2014. Two days later it was retaken.", None),
        ("A week later the road was cut.", None),
        ("The depot burned on 3 May. Some days later the road was cut.", None),
    ],
)
def test_what_counts_from_a_day_named_before_is_read_from_it(text: str, last: str | None) -> None:
    assert days_of(text)[-1][1] == last


def test_the_basis_names_the_day_that_is_counted_from() -> None:
    *_, last = anchored(times_in("It burned on 3 May 2016. Two days later it rained.", None))
    assert last.basis == "counted from 3 May 2016, named before it"


def test_a_day_named_too_far_before_fixes_nothing() -> None:
    text = (
        "It burned on 3 May 2016. " + "Nothing else was heard. " * (REACH // 20) + "Two days later it rained."
    )
    assert days_of(text)[-1] == ("Two days later", None)


def test_a_year_nobody_states_stays_open() -> None:
    assert counted_from("XXXX-09-17", "P2D") is None


def test_nothing_is_counted_from_a_decade() -> None:
    assert days_of("The camp was built in the 1970s. The following year it was full.")[-1][1] is None
    assert counted_from("197X", "P1Y") is None
