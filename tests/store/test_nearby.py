from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.core.incidents import Incident
from counterclaim.store import Store
from counterclaim.store.nearby import find_of_days_near

DAYS = 7


def near(tmp_path: Path, when: str | None, *others: str | None) -> list[str | None]:
    """Of other incidents' days, those found near an incident of the day `when`."""
    asked = Incident(code="A", title="A", when=when)
    rows = [Incident(code=f"B{at}", title="B", when=other) for at, other in enumerate(others)]
    with Store.open(tmp_path / "s.db") as store:
        store.write_incidents([asked, *rows])
        with store.reading() as connection:
            return [other.when for other in find_of_days_near(connection, asked, DAYS)]


def test_a_week_before_and_after_is_near_also_across_the_year(tmp_path: Path) -> None:
    days = ["2016-12-23", "2016-12-24", "2017-01-07", "2017-01-08", "2015-12-31"]
    assert near(tmp_path, "2016-12-31", *days) == ["2016-12-24", "2017-01-07"]


def test_a_day_without_a_year_is_near_the_same_days_of_every_year(tmp_path: Path) -> None:
    days = ["2011-09-20", "XXXX-09-11", "2016-10-20", "2014-09-17/2014-09-18"]
    assert near(tmp_path, "XXXX-09-17", *days) == ["2011-09-20", "XXXX-09-11", "2014-09-17/2014-09-18"]


def test_a_day_of_another_year_is_not_near_one_without_a_year_is(tmp_path: Path) -> None:
    assert near(tmp_path, "2016-09-17", "XXXX-09-20", "2015-09-17") == ["XXXX-09-20"]


@pytest.mark.parametrize("when", [None, "2016", "sometime", "2012/.."])
def test_without_a_day_nothing_is_near(tmp_path: Path, when: str | None) -> None:
    assert near(tmp_path, when, "2016-09-17", None, "not a day") == []
