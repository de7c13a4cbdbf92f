"""What a row needs before it can be written; what is missing is the reason why it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counterclaim.core.located import Located
from counterclaim.export.gather import Gathered
from counterclaim.export.made import RefusedError
from counterclaim.export.sides import Party


def days_of(one: Gathered) -> tuple[date, date, int]:
    """First and last day with UCDP's code of their precision.

    Raises:
        RefusedError: no day, no year, or a time that has no code.
    """
    when = one.incident.when
    if when is None:
        raise RefusedError(
            "no_day",
            "no claim tells when it happened; give the day of a page that says “today” with --published",
        )
    if "XXXX" in when:
        raise RefusedError(
            "no_year", f"nobody states the year of {when}; reading the page again with --published settles it"
        )
    if one.days is None or one.date_prec is None:
        raise RefusedError(
            "open_time", f"{when} has no end, or is longer than a year: no code of precision fits"
        )
    return *one.days, one.date_prec


def place_of(one: Gathered) -> Located:
    """Where it lies.

    Raises:
        RefusedError: no place, or one that the gazetteer does not know.
    """
    if one.where is not None:
        return one.where
    if one.incident.place is None:
        raise RefusedError("no_place", "no claim tells where it happened")
    raise RefusedError(
        "place_unknown",
        f"{one.incident.place!r} is on no map here; a larger gazetteer may have it: counterclaim places import",
    )


def refuse_rivals(did: Sequence[Party]) -> None:
    """Nothing, where no more than one is held to have done it.

    Raises:
        RefusedError: several are.
    """
    if len(did) > 1:
        who = " and ".join(party.name for party in did)
        raise RefusedError(
            "contested_actor", f"{who} are held to have done it; that is for a person to settle"
        )
