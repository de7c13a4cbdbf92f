"""Codes of countries that other projects use: ISO 3166, Gleditsch and Ward, and regions.

countries.tsv: names and ISO codes as in the project's word lists and GeoNames; state numbers from the list of
Gleditsch and Ward; ACLED's regions from memory of its releases, to be checked before they are cited.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

# UCDP's regions are ranges of state numbers; the codebook was not at hand: from memory.
_REGIONS = (
    (2, 165, "Americas"),
    (200, 395, "Europe"),
    (400, 626, "Africa"),
    (630, 698, "Middle East"),
    (700, 990, "Asia"),
)


class Country(NamedTuple):
    """A country or dependent territory of today. `gw` and `numeric` are None where it has none."""

    alpha2: str
    alpha3: str
    numeric: int | None
    gw: int | None
    name: str
    acled_region: str

    @property
    def ged_region(self) -> str | None:
        """UCDP's region; None without a state number.

        >>> country_of("SY").ged_region, country_of("PS").ged_region
        ('Middle East', None)
        """
        number = self.gw
        if number is None:
            return None
        return next((name for first, last, name in _REGIONS if first <= number <= last), None)


@cache
def _countries() -> dict[str, Country]:
    lines = files("counterclaim.export").joinpath("countries.tsv").read_text("utf-8").splitlines()
    found = {}
    for line in lines[1:]:
        alpha2, alpha3, numeric, gw, name, region = line.split("\t")
        number = int(numeric) if numeric else None
        found[alpha2] = Country(alpha2, alpha3, number, int(gw) if gw else None, name, region)
    return found


def country_of(alpha2: str | None) -> Country | None:
    """The country with this ISO code; None for no code, or one that is not listed."""
    return _countries().get(alpha2 or "")


@cache
def _by_code() -> dict[tuple[str, object], Country]:
    return {
        key: country
        for country in reversed(_countries().values())
        for key in (
            ("gw", country.gw),
            ("numeric", country.numeric),
            ("alpha3", country.alpha3),
            ("name", country.name.casefold()),
        )
    }


def country_by(kind: Literal["gw", "numeric", "alpha3", "name"], value: int | str | None) -> Country | None:
    """The country with this code in another list, or of this name; None where there is none.

    >>> country_by("gw", 652).alpha2, country_by("name", "syria").alpha3, country_by("numeric", None)
    ('SY', 'SYR', None)
    """
    wanted = value.casefold() if kind == "name" and isinstance(value, str) else value
    return _by_code().get((kind, wanted)) if wanted is not None else None
