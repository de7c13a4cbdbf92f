"""What the address of the map asks for, read into a choice. Names are those of the tables where these have them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query
from pydantic import AfterValidator, BeforeValidator

from counterclaim.core.claims import Harm
from counterclaim.web.choice import Choice
from counterclaim.web.mercator import Box
from counterclaim.web.pages.opened import empty_is_none

_LENGTH = 60  # characters; longer than any kind, and than four numbers


Day = Annotated[date | None, BeforeValidator(empty_is_none), Query()]


def _numbers(words: str, count: int) -> list[float]:
    numbers = [float(part) for part in words.split(",")] if words else []
    if numbers and (len(numbers) != count or not all(abs(number) <= 360 for number in numbers)):
        raise ValueError(f"not {count} degrees with commas between")
    return numbers


def _check_box(words: str) -> str:
    _numbers(words, 4)
    return words


def _check_spot(words: str) -> str:
    _numbers(words, 2)
    return words


def choose_by_address(
    kind: Annotated[str, Query(max_length=_LENGTH)] = "",
    harm: Annotated[Harm | None, BeforeValidator(empty_is_none), Query()] = None,
    country: Annotated[str, Query(max_length=2)] = "",
    when__from: Day = None,
    when__to: Day = None,
    bbox: Annotated[str, AfterValidator(_check_box), Query(max_length=_LENGTH)] = "",
    spot: Annotated[str, AfterValidator(_check_spot), Query(max_length=_LENGTH)] = "",
    without: Annotated[Literal["place", "year"] | None, BeforeValidator(empty_is_none), Query()] = None,
) -> Choice:
    """The choice; a day, number or word that is none is refused before this is asked."""
    place = _numbers(spot, 2)
    return Choice(
        kind=kind,
        harm=harm,
        country=country,
        first=when__from,
        last=when__to,
        box=Box(*_numbers(bbox, 4)) if bbox else None,
        spot=(place[0], place[1]) if place else None,
        without=without,
    )


Chosen = Annotated[Choice, Depends(choose_by_address)]
