"""What an incident is called: kind, place and day, in no speaker's words of blame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from counterclaim.core.claims import Event
from counterclaim.core.daywords import day_words
from counterclaim.core.edtf import day_bounds
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.kinds import Kind
from counterclaim.incidents.signs import Signs, spot_of

# Kinds that only a title tells; the `kind` of such an incident is "other".
NO_EVENT_TYPE = ("agreement", "displacement")
_LONGEST_DAYS = 3  # a time wider than this says when something went on, not when it happened


def kind_of(filed: Sequence[FiledClaim], kinds: Counter[Kind]) -> str | None:
    """The event type that most events name; without events, the commonest sort; None for no sign."""
    counted: Counter[str] = Counter(
        one.claim.event_type
        for one in filed
        if isinstance(one.claim, Event) and one.claim.event_type != "other"
    )
    return _commonest(counted or Counter({str(kind): count for kind, count in kinds.items()}))


def _commonest(counted: Counter[str]) -> str | None:
    """The value counted most; the first in the alphabet where several are."""
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def place_of(filed: Sequence[FiledClaim], signs: Sequence[Signs]) -> str | None:
    """The words that most claims use for the place that most claims name."""
    keys = Counter(key for told in signs for key in told.spot.keys or told.spot.wide)
    narrow = Counter({key: n for key, n in keys.items() if any(key in told.spot.keys for told in signs)})
    key = _commonest(narrow or keys)
    words = [
        one.claim.place
        for one, told in zip(filed, signs, strict=True)
        if one.claim.place
        and (key in told.spot.keys | told.spot.wide if key else told.spot == spot_of(one.claim.place))
    ]
    counted = Counter(words)
    return min(counted, key=lambda place: (-counted[place], words.index(place)), default=None)


def when_of(signs: Sequence[Signs]) -> str | None:
    """The day that most claims give, dates with a year before those without."""
    counted = Counter(told.edtf for told in signs if told.edtf and _is_narrow(told.edtf))
    return min(counted, key=lambda edtf: ("XXXX" in edtf, -counted[edtf], edtf), default=None)


def _is_narrow(edtf: str) -> bool:
    first, last = day_bounds(edtf, 2000 if "XXXX" in edtf else None)
    return first is not None and last is not None and (last - first).days < _LONGEST_DAYS


def title_of(kind: str | None, place: str | None, when: str | None) -> str:
    """A neutral title.

    >>> title_of("air_strike", "near Deir Ezzor Airport", "XXXX-09-17")
    'Air strike, near Deir Ezzor Airport, 17 September, year not stated'
    """
    words = (kind or "incident").replace("_", " ").capitalize()
    return ", ".join((words, place or "place not stated", day_words(when)))
