"""How long, in ISO 8601."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.errors import DataError
from counterclaim.dates.amounts import Amount, moved_back, read_amount


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("two years", "P2Y"),
        ("twenty-four hours", "PT24H"),
        ("a 10-day", None),
        ("10-day", "P10D"),
        ("a couple of weeks", "P2W"),
        ("half a dozen years", "P6Y"),
        ("two to three days", "P3D"),
        ("more than two decades", "P20Y"),
        ("2 1/2 years", "P2Y6M"),
        ("two and a half hours", "PT2H30M"),
        ("half an hour", "PT30M"),
        ("half a decade", "P5Y"),
        ("1,000 days", "P1000D"),
        ("hundreds of years", "PXY"),
        ("months", "PXM"),
        ("the bridge", None),
    ],
)
def test_an_amount_of_time_is_read_as_said(words: str, iso: str | None) -> None:
    if iso is None:
        with pytest.raises(DataError):
            read_amount(words)
    else:
        assert read_amount(words).iso == iso


@given(
    st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 60), st.sampled_from(["D", "W", "M", "Y"])
)
def test_back_and_forth_is_where_one_was(day: date, number: int, letter: str) -> None:
    edtf = moved_back(day, Amount(number, letter))
    if letter in "MY":
        first = date.fromisoformat(f"{edtf}-15" if letter == "M" else f"{edtf}-06-15")
        assert day.isoformat().startswith(moved_back(first, Amount(-number, letter)))
    else:
        ends = [date.fromisoformat(part) for part in edtf.split("/")]
        middle = ends[0] + (ends[-1] - ends[0]) / 2
        assert (day - middle).days == number * (7 if letter == "W" else 1)


def test_an_unknown_amount_leads_nowhere() -> None:
    with pytest.raises(DataError, match="how long"):
        moved_back(date(2016, 9, 18), Amount(None, "D"))
