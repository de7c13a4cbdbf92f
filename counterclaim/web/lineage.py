"""Which outlets carry which speaker, so that repetition is not read as support."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.claims import Casualty
from counterclaim.core.edtf import full_day
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.voices import NOBODY, independent_voices


class Carrier(NamedTuple):
    """An outlet, or a document without one, that gives a speaker's word."""

    name: str
    first: FiledClaim  # its earliest claim of this speaker
    claims: int  # how many


class Line(NamedTuple):
    """One speaker and all that carry it, the earliest publication first, unknown days last."""

    speaker: str
    carriers: tuple[Carrier, ...]
    relays: tuple[str, ...]  # through whom it came


class Lineage(NamedTuple):
    """`repeated` are speakers that several outlets carry, `single` those that one does."""

    repeated: tuple[Line, ...]
    single: tuple[Line, ...]
    voices: tuple[str, ...]  # independent voices behind the figures; empty where no speaker gives one
    outlets: int


def trace_lineage(filed: Sequence[FiledClaim]) -> Lineage:
    """Speakers by how many carry them, then by name."""
    by_speaker: dict[str, list[FiledClaim]] = {}
    for one in filed:
        for speaker in one.claim.speakers:
            by_speaker.setdefault(speaker, []).append(one)
    lines = [_line(speaker, said) for speaker, said in by_speaker.items()]
    lines.sort(key=lambda line: (-len(line.carriers), line.speaker.casefold()))
    voices = independent_voices(one for one in filed if isinstance(one.claim, Casualty))
    return Lineage(
        repeated=tuple(line for line in lines if len(line.carriers) > 1),
        single=tuple(line for line in lines if len(line.carriers) == 1),
        voices=tuple(voice for voice in voices if voice != NOBODY),
        outlets=len({_carrier(one) for one in filed}),
    )


def _line(speaker: str, said: Sequence[FiledClaim]) -> Line:
    by_name: dict[str, list[FiledClaim]] = {}
    for one in sorted(said, key=_by_publication):
        by_name.setdefault(_carrier(one), []).append(one)
    relays = dict.fromkeys(name for one in said for name in one.claim.via)
    carriers = tuple(Carrier(name, claims[0], len(claims)) for name, claims in by_name.items())
    return Line(speaker, carriers, tuple(relays))


def _carrier(one: FiledClaim) -> str:
    return one.outlet or one.doc


def _by_publication(one: FiledClaim) -> tuple[bool, str, str, int]:
    day = full_day(one.published)
    return day is None, day.isoformat() if day else "", one.doc, one.claim.start
