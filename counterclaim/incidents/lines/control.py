"""Who controls a place: a sequence of claims by speaker, never settled into one answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from counterclaim.core.claims import Control, is_held
from counterclaim.core.edtf import full_day
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.lines.entries import Entry, entry_of, in_time
from counterclaim.incidents.parties import may_be_same_party
from counterclaim.incidents.signs import spot_of
from counterclaim.incidents.voices import same_voice
from counterclaim.lexicons.actors import actor_of

_HAS_IT = ("holds", "seizes")


_OF_STATE = frozenset(["government", "regime", "army", "military", "troops"])


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Two claims by different speakers that cannot both be."""

    claim: str
    other: str
    basis: str


class ControlLine(msgspec.Struct, frozen=True, kw_only=True):
    """All claims about who holds, seizes, loses, contests or besieges one place."""

    place: str | None  # as most claims word it; None where the claims of a document name none
    entries: tuple[Entry, ...]
    disputes: tuple[Dispute, ...]


def control_lines(filed: Iterable[FiledClaim]) -> tuple[ControlLine, ...]:
    """One line for each place, those with most entries first.

    Spellings of a place are one. A claim that names two towns stands in both lines. Words that are no
    name ("the hospital") are a place of their own document only. Conditional and predicted claims, and
    denials, are left to the reader of the document: they say what is not so, or not yet.
    """
    told = {one.claim.id: one for one in filed if isinstance(one.claim, Control)}
    places: dict[tuple[str, str], list[FiledClaim]] = {}
    for one in told.values():
        claim = one.claim
        if not is_held(claim):
            continue
        spot = spot_of(claim.place)
        keys = spot.keys or spot.wide
        for key in keys or ((claim.place or "").casefold(),):
            places.setdefault(("" if keys else one.document_id, key), []).append(one)
    lines = [_line(claims) for _, claims in sorted(places.items())]
    return tuple(sorted(lines, key=lambda line: (-len(line.entries), line.place or "~")))


def _line(claims: Sequence[FiledClaim]) -> ControlLine:
    entries = in_time(entry_of(one) for one in claims)
    words = Counter(one.claim.place for one in claims if one.claim.place)
    place = min(words, key=lambda name: (-words[name], len(name), name), default=None)
    disputes = [
        found for one, other in combinations(entries, 2) if (found := _dispute(one, other)) is not None
    ]
    return ControlLine(place=place, entries=entries, disputes=tuple(disputes))


def _dispute(one: Entry, other: Entry) -> Dispute | None:
    """Two holders on one day, or one who holds and loses it; claims of other days tell of a change."""
    a, b = one.filed.claim, other.filed.claim
    if not isinstance(a, Control) or not isinstance(b, Control) or not a.holder or not b.holder:
        return None
    day = full_day(one.when)
    if day is None or day != full_day(other.when) or same_voice(one.filed, other.filed):
        return None
    one_party = may_be_same_party(a.holder, b.holder) or _are_of_one_state(a.holder, b.holder)
    if a.change in _HAS_IT and b.change in _HAS_IT and not one_party:
        basis = f"on one day, one has {a.holder} in control, the other {b.holder}"
    elif one_party and {a.change, b.change} == {"holds", "loses"}:
        basis = f"on one day, one has {a.holder} hold it, the other lose it"
    else:
        return None
    return Dispute(claim=a.id, other=b.id, basis=basis)


def _are_of_one_state(one: str, other: str) -> bool:
    """ "Government forces", "army troops", "Syrian army": beside each other they are taken for one side."""
    states = {_state_of(one), _state_of(other)}
    return None not in states and len(states - {""}) < 2


def _state_of(holder: str) -> str | None:
    """The country whose army or government it is, "" where no country is named; None where it is neither."""
    actor = actor_of(holder)
    if actor is not None:
        return actor.country or "" if actor.type in ("military", "government") else None
    return None if _OF_STATE.isdisjoint(holder.casefold().split()) else ""
