"""Revision lines: how one speaker's figure for one incident changed, the last being the current one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from counterclaim.core.claims import Harm
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.said import Said, groups_of, sayings


class RevisionLine(msgspec.Struct, frozen=True, kw_only=True):
    """The first mention of each figure, oldest first; the last is current.

    `bases` says of each but the last how it is known that another replaced it.
    """

    speaker: str | None  # None: a document or outlet in its own voice
    harm: Harm
    people: str
    claims: tuple[FiledClaim, ...]
    bases: tuple[str, ...]


def revision_lines(filed: Sequence[FiledClaim]) -> tuple[RevisionLine, ...]:
    """The lines of at least two figures, by speaker and harm. The order of `filed` changes nothing."""
    told: dict[tuple[str, Harm, str], list[Said]] = {}
    for said in sayings(filed, groups_of(filed)):
        told.setdefault((said.voice, said.harm, said.group.key), []).append(said)
    lines: list[RevisionLine] = []
    for (voice, _, _), figures in sorted(told.items()):
        of = {said.first.claim.id: said for said in figures}
        members: dict[str, list[Said]] = {}
        for said in figures:
            members.setdefault(_last(said, of), []).append(said)
        lines += [_line(voice, chain, of[end]) for end, chain in sorted(members.items()) if len(chain) > 1]
    return tuple(lines)


def _last(said: Said, of: dict[str, Said]) -> str:
    """The id of the current figure in which the line of this one ends, as far as the voice tells.

    Two figures that a text calls outdated, each beside the other, end in the one with the lesser id.
    """
    passed: list[str] = []
    while said.first.claim.id not in passed:
        passed.append(said.first.claim.id)
        if said.after is None or said.after[0].claim.id not in of:
            return said.first.claim.id
        said = of[said.after[0].claim.id]
    return min(passed[passed.index(said.first.claim.id) :])


def _line(voice: str, chain: Sequence[Said], end: Said) -> RevisionLine:
    ordered = [*(said for said in chain if said is not end), end]
    return RevisionLine(
        speaker=next((name for name in end.first.claim.speakers if name.casefold() == voice), None),
        harm=end.harm,
        people=end.group.words,
        claims=tuple(said.first for said in ordered),
        bases=tuple(said.after[1] for said in ordered if said.after is not None),
    )
