"""The publication date as its giver wrote it, as EDTF."""

from __future__ import annotations

import re
from datetime import date

from counterclaim.core.errors import DataError

_GIVEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:?\d{2}.*)?)?)?", re.ASCII)


def parse_published(words: str) -> str:
    """The EDTF day, month or year that `words` give; a timestamp is cut to its day.

    >>> parse_published("2016-09-18T21:04:00+02:00"), parse_published("2016-09"), parse_published("2016")
    ('2016-09-18', '2016-09', '2016')

    Raises:
        DataError: `words` are no such date, or no day of the calendar.
    """
    match = _GIVEN.fullmatch(words.strip())
    if match is None:
        raise DataError(f"{words!r} is no publication date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise DataError(f"{words!r} is no day of the calendar; write YYYY, YYYY-MM or YYYY-MM-DD") from error
    return "-".join(part for part in (year, month, day) if part)
