"""The comparisons by harm and by who the parties were, in words, each with its interval drawn."""

from __future__ import annotations

from typing import NamedTuple, get_args

from counterclaim.core.claims import Harm, Status
from counterclaim.incidents.compared import Comparison
from counterclaim.incidents.compared.comparison import Cut
from counterclaim.web.labels import HARMS
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _
from counterclaim.web.speaker.strip import Interval, draw_interval

MOST = 10  # lines of one heading; the rest are in `counterclaim compare`

_HEADINGS = (
    ("by_harm", N_("By what is counted")),
    ("by_role", N_("By its own part in the incident")),
    ("by_harmed", N_("By who was harmed")),
    ("by_doers", N_("By who is said to have done it")),
)
_ROLES = {
    "harmed": N_("its own side was harmed"),
    "did": N_("its own side is said to have done it"),
    "both": N_("its own side was harmed, and is said to have done it"),
    "neither": N_("neither"),
}
_STATUSES: dict[Status, str] = {
    "civilian": N_("civilians"),
    "combatant": N_("combatants"),
    "mixed": N_("civilians and combatants"),
    "unknown": N_("people not told apart"),
}


class Line(NamedTuple):
    """One of the cuts. `is_name`: the label is a party's name, in no language of ours."""

    label: str
    is_name: bool
    cut: Cut
    interval: Interval | None


class Heading(NamedTuple):
    """The cuts by one thing. `few` have too few comparisons to show; only their numbers are told."""

    name: str
    lines: tuple[Line, ...]
    few: tuple[Line, ...]


def cuts_of(comparison: Comparison) -> tuple[Heading, ...]:
    """The headings under which anything can be shown; all of one label say no more than the whole does."""
    headings = []
    for field, name in _HEADINGS:
        cuts: tuple[Cut, ...] = getattr(comparison, field)
        lines = [_line(field, cut) for cut in cuts]
        if len(lines) > 1 and any(line.interval for line in lines):
            shown = tuple(line for line in lines if line.interval)[:MOST]
            few = tuple(line for line in lines if not line.interval)[:MOST]
            headings.append(Heading(_(name), shown, few))
    return tuple(headings)


def _line(field: str, cut: Cut) -> Line:
    label, is_name = _label(field, cut.label)
    return Line(label, is_name, cut, draw_interval(cut.spread) if cut.spread else None)


def _label(field: str, label: str) -> tuple[str, bool]:
    if not label:
        return _("nobody named"), False
    if field == "by_harm" and label in get_args(Harm):
        return _(HARMS[label]), False  # type: ignore[index]  # a harm
    if field == "by_role":
        return _(_ROLES[label]), False
    if field == "by_harmed" and label in get_args(Status):
        return _(_STATUSES[label]), False  # type: ignore[index]  # a status
    return label, True
