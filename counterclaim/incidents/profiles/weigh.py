"""Which figures a project's ratings let count, and whose figure ranks highest."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.wording import label_words
from counterclaim.incidents.profiles.evidence import Counted
from counterclaim.incidents.profiles.settings import Rating, Settings, rank_of


def names_of(one: Counted) -> tuple[str, ...]:
    """Who can be rated for the figure: its speakers; of a figure nobody is credited with, its outlet."""
    return one.filed.claim.speakers or ((one.filed.outlet,) if one.filed.outlet else ())


def rank(one: Counted, settings: Settings) -> int:
    """The rank of the best rated speaker; 0 where nobody rated any."""
    return max((rank_of(name, settings) for name in names_of(one)), default=0)


def usable(figures: Sequence[Counted], settings: Settings) -> tuple[list[Counted], dict[str, str]]:
    """The figures not rated unreliable, and why each of the others is left out, by claim id."""
    kept, left_out = [], {}
    for one in figures:
        if rank(one, settings) >= 0:
            kept.append(one)
            continue
        ratings = [rating for name in names_of(one) if (rating := settings.rating_of(name)) is not None]
        left_out[one.id] = "; ".join(_words(rating) for rating in ratings)
    return kept, left_out


def _words(rating: Rating) -> str:
    why = f" ({rating.reason})" if rating.reason else ""
    return f"{rating.speaker} is rated {label_words(rating.reliability)} by {rating.author} on {rating.date}{why}"
