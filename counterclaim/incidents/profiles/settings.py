"""What a project decides before it reconciles: each decision with who took it and when."""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.core.ids import hash_bytes
from counterclaim.lexicons.actors import actor_of

# HURIDOCS Micro-thesauri, list 42, in its order.
Reliability = Literal[
    "highly_reliable", "likely_reliable", "unsure", "likely_unreliable", "highly_unreliable", "unknown"
]
_RANKS: dict[Reliability, int] = {
    "highly_reliable": 2,
    "likely_reliable": 1,
    "unsure": 0,
    "unknown": 0,
    "likely_unreliable": -1,
    "highly_unreliable": -2,
}


class Rating(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far one speaker's figures are held to be reliable, by whom, and since when."""

    speaker: str
    reliability: Reliability
    author: str
    date: str  # EDTF
    reason: str = ""


class UnnumberedRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The number that stands for "several" or an unknown number of dead in `acled-like`."""

    fatalities: int
    author: str
    date: str  # EDTF
    reason: str = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing is decided unless somebody did: without ratings every speaker is "unknown"."""

    ratings: tuple[Rating, ...] = ()
    unnumbered: UnnumberedRule | None = None

    def rating_of(self, speaker: str) -> Rating | None:
        """The rating of the speaker by any of its names; the last one given counts.

        >>> rated = Rating(speaker="Islamic State", reliability="unsure", author="A. Coder", date="2026-01-05")
        >>> Settings(ratings=(rated,)).rating_of("ISIS").reliability
        'unsure'
        """
        name = speaker.casefold()
        rated = [
            one for one in self.ratings if one.speaker.casefold() == name or _names_one(one.speaker, speaker)
        ]
        return rated[-1] if rated else None


def _names_one(one: str, other: str) -> bool:
    """Whether two names are of one listed actor, not merely of one state."""
    return _canonical(one) == _canonical(other)


def _canonical(name: str) -> str:
    actor = actor_of(name)
    return (actor.name if actor else name).casefold()


def rank_of(speaker: str, settings: Settings) -> int:
    """2 for highly reliable down to -2; 0 where nobody rated the speaker."""
    rating = settings.rating_of(speaker)
    return 0 if rating is None else _RANKS[rating.reliability]


def decode_settings(data: bytes) -> Settings:
    """Settings from TOML.

    Raises:
        DataError: not TOML, or a field that is not known or not of its kind.
    """
    try:
        return msgspec.toml.decode(data, type=Settings)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(
            f"the settings cannot be read: {error}; docs/method/reconciliation.md shows how they look"
        ) from error


def name_settings(settings: Settings) -> str:
    """A short name of these very settings; "none" where nothing is decided."""
    if settings == Settings():
        return "none"
    return hash_bytes(msgspec.json.encode(settings, order="deterministic"))[:12]
