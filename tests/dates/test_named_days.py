"""Days with names, in the year in which they fall."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError
from counterclaim.dates.grammar import read_time
from counterclaim.dates.named_days import named_day


@pytest.mark.parametrize(
    ("name", "year", "edtf"),
    [
        ("New Year's Eve", 2023, "2023-12-31"),
        ("Orthodox Christmas", 2023, "2023-01-07"),
        ("Easter Monday", 1916, "1916-04-24"),
        ("Good Friday", 1998, "1998-04-10"),
        ("Orthodox Easter", 2022, "2022-04-24"),
        ("Ramadan", 2014, "2014-06-28~/2014-07-27~"),
        ("Eid al-Fitr", 2023, "2023-04-21~"),
        ("Eid ul-Adha", 2015, "2015-09-23~"),
        ("Ashura", 2013, "2013-11-13~"),
        ("Yom Kippur", 1973, "1973-10-06"),
        ("Passover", 2002, "2002-03-28/2002-04-03"),
        ("Nowruz", 2018, "2018-03-20/2018-03-21"),
        ("Thanksgiving", 2019, "2019-11-28"),
        ("Election Day", 2016, "2016-11-08"),
    ],
)
def test_a_named_day_falls_where_its_calendar_puts_it(name: str, year: int, edtf: str) -> None:
    assert named_day(name, year) == edtf


def test_an_unknown_name_and_a_year_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(DataError, match="no day is called"):
        named_day("Pancake Day", 2016)
    with pytest.raises(DataError, match="does not reach 1800"):
        named_day("Ramadan", 1800)


@pytest.mark.parametrize(
    ("words", "published", "edtf"),
    [
        ("Ramadan", "2016-09-18", "2016-06-06~/2016-07-05~"),
        ("last Christmas", "2016-12-25", "2015-12-25"),
        ("this Easter", "2016-01-02", "2016-03-27"),
        ("next Easter", "2016-01-02", "2016-03-27"),
        ("during Ramadan 2014", None, "2014-06-28~/2014-07-27~"),
        ("Christmas Day", None, "XXXX-12-25"),
        ("Easter", None, None),
        ("Easter", "2016", "2016-03-27"),
        ("the eve of Eid al-Fitr", "2016-09-18", "2016-07-04"),
    ],
)
def test_without_a_year_the_publication_day_tells_which(
    words: str, published: str | None, edtf: str | None
) -> None:
    assert read_time(words, published).edtf == edtf


@given(
    st.sampled_from(
        ["Ramadan", "Eid al-Adha", "Easter", "Passover", "Hanukkah", "Christmas", "Nowruz", "Labor Day"]
    ),
    st.integers(1930, 2070),
)
def test_a_named_day_begins_in_the_year_asked_for(name: str, year: int) -> None:
    edtf = named_day(name, year)
    parse_edtf(edtf)
    assert edtf.startswith(str(year))
    first, last = day_bounds(edtf)
    assert first is not None
    assert last is not None
    assert date(year, 1, 1) <= last
    assert (last - first).days <= 32
