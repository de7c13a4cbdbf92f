"""Countries and kinds of happening that an atlas has, as a form lists them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from counterclaim.export.countries import country_by, country_of
from counterclaim.web.atlas import Atlas
from counterclaim.web.labels import kind_words
from counterclaim.web.languages import locale
from counterclaim.web.outlines import box_of, middle_of, shapes

_ANTARCTICA = "010"


def country_name(alpha2: str) -> str:
    """The name of a country in the language of the page.

    >>> country_name("SY"), country_name("QQ")
    ('Syria', 'QQ')
    """
    country = country_of(alpha2)
    return locale().territories.get(alpha2) or (country.name if country else alpha2)


class CountryName(NamedTuple):
    """Where the name of a country stands on the flat world, and how wide its largest part is; all from 0 to 1."""

    key: str  # in `outlines.shapes`
    name: str
    x: float
    y: float
    width: float


def country_names() -> list[CountryName]:
    """Every country of the outlines, in the language of the page. Antarctica has no name here."""
    return [
        CountryName(key, country_name(alpha2) if alpha2 else english, *middle, width)
        for key, alpha2, english, middle, width in _named()
    ]


@cache
def _named() -> tuple[tuple[str, str, str, tuple[float, float], float], ...]:
    """Key, ISO code or "", English name, middle and width of each."""
    found = []
    for key, shape in shapes().items():
        country = country_by("numeric", int(key)) if key.isdigit() else None
        left, _, right, _ = box_of(shape)
        if key != _ANTARCTICA:
            alpha2 = country.alpha2 if country else ""
            found.append((key, alpha2, shape.name, middle_of(shape), right - left))
    return tuple(found)


def countries_of(atlas: Atlas) -> list[tuple[str, str, int]]:
    """Code, name and number of incidents of each country, by name."""
    counts = np.bincount(atlas.country[atlas.placed], minlength=len(atlas.countries)).tolist()
    found = [
        (code, country_name(code), count)
        for code, count in zip(atlas.countries, counts, strict=True)
        if code and count
    ]
    return sorted(found, key=lambda one: one[1].casefold())


def kinds_of(atlas: Atlas) -> list[tuple[str, str, int]]:
    """Name, words and number of incidents of each kind, the most frequent first."""
    counts = np.bincount(atlas.kind, minlength=len(atlas.kinds)).tolist()
    found = [(kind, kind_words(kind), count) for kind, count in zip(atlas.kinds, counts, strict=True) if kind]
    return sorted(found, key=lambda one: (-one[2], one[1]))
