"""What an address of the API asks for: nothing that it does not know is passed over in silence."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection
from datetime import date, datetime

from fastapi import Request
from msgspec.structs import replace

from counterclaim.core.errors import DataError
from counterclaim.store.select.cursor import read_cursor
from counterclaim.store.select.selection import (
    DEFAULT_LIMIT,
    LARGEST_LIMIT,
    LONGEST_SEARCH,
    LONGEST_VALUE,
    MOST_VALUES,
    Selection,
    parse_selection,
)
from counterclaim.web.api.problems import CursorError, ParameterError

_OF_PAGES = ("sort", "columns", "limit", "after")
EMPTY = "empty; leave it out where it asks for nothing"
LONGEST_SEQUENCE = 1_000_000  # items; no list that is made at once is longer


def selection_of(request: Request, name: str) -> Selection:
    """The selection of a list that the parameters ask for, with all columns unless some are chosen.

    Raises:
        DataError: a parameter is not known or cannot have its value.
        CursorError: no page of this list in this order gave the cursor.
    """
    given = request.query_params.multi_items()
    _check_filled(given)
    selection = parse_selection(name, given)
    if selection.after:
        try:
            read_cursor(selection)
        except DataError as error:
            raise CursorError(str(error)) from error
    if "columns" not in request.query_params:
        columns = tuple(column.name for column in selection.listing.columns)
        selection = replace(selection, columns=columns)
    return selection


def filters_of(request: Request, name: str, others: Collection[str]) -> tuple[Selection, dict[str, str]]:
    """All of a list that its filters let through, and the values of the other parameters.

    Raises:
        DataError: a parameter is not known or cannot have its value.
    """
    given = request.query_params.multi_items()
    _check_filled(given)
    for parameter in _OF_PAGES:
        if parameter in request.query_params:
            raise ParameterError(parameter, "an export has all that the filters let through; leave it out")
    told: dict[str, str] = {}
    for parameter, value in given:
        if parameter in others and told.setdefault(parameter, value) != value:
            raise ParameterError(parameter, f"given twice, as {told[parameter]!r} and {value!r}")
    return parse_selection(name, [pair for pair in given if pair[0] not in others]), told


def _check_filled(given: list[tuple[str, str]]) -> None:
    for parameter, times in Counter(parameter for parameter, _ in given).items():
        if times > MOST_VALUES:
            raise ParameterError(parameter[:60], f"at most {MOST_VALUES} values")
    for parameter, value in given:
        if not value:
            raise ParameterError(parameter[:60], EMPTY)


def parameters_of(request: Request, known: Collection[str]) -> dict[str, str]:
    """The parameters, each once and not empty.

    Raises:
        ParameterError: one is not known, empty, too long, or given twice.
    """
    told: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"near it: {near[0]}" if near else f"there are {', '.join(known) or 'none'}"
            raise ParameterError(name[:60], f"there is no such parameter here; {hint}")
        if not value:
            raise ParameterError(name, EMPTY)
        longest = LONGEST_SEARCH if name == "q" else LONGEST_VALUE
        if len(value) > longest or "\x00" in value:
            raise ParameterError(name, f"at most {longest} characters, none of them NUL")
        if told.setdefault(name, value) != value:
            raise ParameterError(name, f"given twice, as {told[name]!r} and {value!r}")
    return told


def day_of(name: str, value: str | None) -> date | None:
    """The day that a parameter gives, if it is given.

    Raises:
        ParameterError: it is no day of the calendar.
    """
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError as error:
        raise ParameterError(name, f"a day such as 2016-09-20, not {value[:60]!r}") from error


def choice_of(name: str, value: str | None, allowed: Collection[str]) -> str | None:
    """The value, if it is given and allowed.

    Raises:
        ParameterError: it is not allowed.
    """
    if value is not None and value not in allowed:
        raise ParameterError(name, f"one of {', '.join(allowed)}, not {value[:60]!r}")
    return value


def page_of(told: dict[str, str]) -> tuple[int, int]:
    """How many items come before the page of a sequence that is made at once, and how many are on it.

    Raises:
        ParameterError: `limit` or `after` are no such numbers.
    """
    after = _number(
        told, "after", LONGEST_SEQUENCE, "a cursor that a page gave; leave it out to begin at the start"
    )
    limit = _number(told, "limit", LARGEST_LIMIT, f"a whole number from 1 to {LARGEST_LIMIT}")
    return after or 0, limit or DEFAULT_LIMIT


def _number(told: dict[str, str], name: str, most: int, words: str) -> int | None:
    value = told.get(name)
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and value[0] != "0" and 1 <= int(value[:9]) <= most):
        raise ParameterError(name, f"{words}, not {value[:60]!r}")
    return int(value)
