"""Whose word a claim is, and how many independent voices stand behind several claims.

Independence is counted on speakers, never on outlets: five outlets that quote one monitor are one voice.
"""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.parties import sides_of

NOBODY = "nobody named"


def voices_of(filed: FiledClaim) -> frozenset[str]:
    """Keys of the speakers; a document that credits nobody speaks for itself, or for its outlet."""
    named = frozenset(name.casefold() for name in filed.claim.speakers)
    return named or frozenset((f"\x00{filed.outlet or filed.document_id}",))


def same_voice(one: FiledClaim, other: FiledClaim) -> bool:
    """Whether one speaker stands behind both."""
    return bool(voices_of(one) & voices_of(other))


def may_speak_for_one(one: FiledClaim, other: FiledClaim) -> bool:
    """Whether speakers of both can be one party, such as an army and its ministry: no two independent voices."""
    told = [speakers for speakers in (one.claim.speakers, other.claim.speakers) if speakers]
    return len(told) == 2 and len(join_voices(told)) == 1


def independent_voices(filed: Iterable[FiledClaim]) -> tuple[str, ...]:
    """A name for each independent voice, in the order of the alphabet.

    What nobody is credited with may come from any of the others: all of it together is one voice, and
    none beside a named one.
    """
    told = sorted({one.claim.speakers for one in filed})
    named = [speakers for speakers in told if speakers]
    if not named:
        return (NOBODY,) if told else ()
    return tuple(sorted(min(names) for names in join_voices(named)))


def join_voices(told: Iterable[tuple[str, ...]]) -> list[frozenset[str]]:
    """The names of each independent voice. `told` are the speakers of several claims, at least one each.

    Speakers who can be one party (an army and its ministry) or who speak jointly are one voice.

    >>> [sorted(names) for names in join_voices([("Russia",), ("ISIS",), ("Russian military",)])]
    [['ISIS'], ['Russia', 'Russian military']]
    """
    groups: list[tuple[frozenset[str], frozenset[str]]] = []
    for speakers in sorted(set(told)):
        keys = frozenset().union(*(sides_of(name) for name in speakers))
        joined = [group for group in groups if group[1] & keys]
        names = frozenset(speakers).union(*(group[0] for group in joined))
        groups = [group for group in groups if group not in joined]
        groups.append((names, keys.union(*(group[1] for group in joined))))
    return [names for names, _ in groups]
