"""Which range after a change is which range before it: a group of people may be called otherwise then."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.incidents.tallies import Tally

Pair = tuple[Tally | None, Tally | None]  # before and after; None: there is none


def match_tallies(before: Sequence[Tally], after: Sequence[Tally]) -> list[Pair]:
    """Each range once: those of one harm and one name of the people, then of one harm that share a claim."""
    left = list(after)
    pairs: list[Pair] = []
    for named in (True, False):
        for old in before:
            if any(old is one for one, _ in pairs):
                continue
            new = next((one for one in left if _is_one(old, one, named=named)), None)
            if new is not None:
                left.remove(new)
                pairs.append((old, new))
    met = {id(old): new for old, new in pairs}
    return [*((old, met.get(id(old))) for old in before), *((None, new) for new in left)]


def _is_one(old: Tally, new: Tally, *, named: bool) -> bool:
    if old.harm != new.harm:
        return False
    return old.people == new.people if named else bool(_claims(old) & _claims(new))


def _claims(tally: Tally) -> set[str]:
    ends = (tally.low, tally.high, *(() if tally.best is None else (tally.best,)))
    return {claim for end in ends for claim in end.claims} | {
        claim for voice in tally.by_speaker for end in (voice.low, voice.high) for claim in end.claims
    }
