"""The first and last day of a time as columns, so that SQL can compare what EDTF leaves open."""

from __future__ import annotations

from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError

EARLIEST, LATEST = "0001-01-01", "9999-12-31"  # of an end that is open


def day_columns(name: str, edtf: str | None) -> dict[str, str | None]:
    """`name_first` and `name_last` as ISO dates; both None where no year is known or the words are no time.

    >>> day_columns("when", "2016-02"), day_columns("when", "2012/..")
    ({'when_first': '2016-02-01', 'when_last': '2016-02-29'}, {'when_first': '2012-01-01', 'when_last': '9999-12-31'})
    >>> day_columns("when", "XXXX-09-17")
    {'when_first': None, 'when_last': None}
    """
    try:
        first, last = day_bounds(edtf) if edtf else (None, None)
    except DataError:
        first = last = None
    if first is None and last is None:
        return {f"{name}_first": None, f"{name}_last": None}
    return {
        f"{name}_first": first.isoformat() if first else EARLIEST,
        f"{name}_last": last.isoformat() if last else LATEST,
    }
