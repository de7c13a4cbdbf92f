"""What a visitor of the map asks for: kind, harm, country, a span of time, a part of the map."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple
from urllib.parse import urlencode

import numpy as np

from counterclaim.core.claims import Harm
from counterclaim.web.atlas import STATED, Atlas, Flags
from counterclaim.web.mercator import Box

Without = Literal["place", "year"]
_SAME = 5e-5  # degrees; places in an address are rounded to four digits
SHOWN_HARM: Harm = "killed"  # whose figures are shown where nobody chooses


class Choice(NamedTuple):
    """All conditions hold together; None and "" ask for nothing."""

    kind: str = ""
    harm: Harm | None = None  # only incidents with a figure of this harm
    country: str = ""  # ISO 3166 alpha-2
    first: date | None = None  # only incidents that can lie within this span
    last: date | None = None
    box: Box | None = None  # only incidents placed inside
    spot: tuple[float, float] | None = None  # latitude and longitude: only incidents placed just there
    without: Without | None = None  # only incidents that have no place, or no day in a stated year

    @property
    def counted(self) -> Harm:
        """The harm whose figures are shown."""
        return self.harm or SHOWN_HARM

    @property
    def dated(self) -> bool:
        """Whether a span of time is chosen."""
        return self.first is not None or self.last is not None

    @property
    def somewhere(self) -> bool:
        """Whether a part of the map is chosen."""
        return self.box is not None or self.spot is not None

    @property
    def parameters(self) -> dict[str, str]:
        """As an address has them, without what is not chosen."""
        box, spot = self.box, self.spot
        given = {
            "kind": self.kind,
            "harm": self.harm or "",
            "country": self.country,
            "when__from": self.first.isoformat() if self.first else "",
            "when__to": self.last.isoformat() if self.last else "",
            "bbox": ",".join(f"{degree:.4f}".rstrip("0").rstrip(".") for degree in box) if box else "",
            "spot": f"{spot[0]:.4f},{spot[1]:.4f}" if spot else "",
            "without": self.without or "",
        }
        return {name: value for name, value in given.items() if value}

    def query(self, **more: str | int | None) -> str:
        """ "?kind=…", or "" where nothing is chosen.

        >>> Choice(kind="air_strike", box=Box(35, 32, 42.5, 37)).query(page=2)
        '?kind=air_strike&bbox=35,32,42.5,37&page=2'
        """
        given = {
            **self.parameters,
            **{name: value for name, value in more.items() if value not in (None, "")},
        }
        return f"?{urlencode(given, safe=',')}" if given else ""

    def everywhere(self) -> Choice:
        """The same without a part of the map."""
        return self._replace(box=None, spot=None, without=None)

    def ever(self) -> Choice:
        """The same without a span of time."""
        return self._replace(first=None, last=None, without=None)


def choose(atlas: Atlas, choice: Choice) -> Flags:
    """Whether each incident of the atlas is one that is asked for."""
    found: Flags = np.ones(len(atlas.number), dtype=np.bool_)
    if choice.kind:
        found &= atlas.kind == _code(atlas.kinds, choice.kind)
    if choice.country:
        found &= atlas.country == _code(atlas.countries, choice.country)
    if choice.harm:
        counted = np.zeros(len(atlas.number), dtype=np.bool_)
        if choice.harm in atlas.tolls:
            counted[atlas.tolls[choice.harm].at] = True
        found &= counted
    if choice.dated:
        found &= atlas.dated == STATED
    if choice.first is not None:
        found &= atlas.last >= choice.first.toordinal()
    if choice.last is not None:
        found &= atlas.first <= choice.last.toordinal()
    if choice.box is not None:
        west, south, east, north = choice.box
        found &= (atlas.lon >= west) & (atlas.lon <= east) & (atlas.lat >= south) & (atlas.lat <= north)
    if choice.spot is not None:
        found &= (abs(atlas.lat - choice.spot[0]) <= _SAME) & (abs(atlas.lon - choice.spot[1]) <= _SAME)
    if choice.without == "place":
        found &= ~atlas.placed
    if choice.without == "year":
        found &= atlas.dated != STATED
    return found


def _code(words: tuple[str, ...], word: str) -> int:
    return words.index(word) if word in words else -1
