"""Which public code each recomputed incident gets, so that links to an incident go on working."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from counterclaim.core.incidents import Incident


class GivenCode(NamedTuple):
    """A code that is in public use. `number` counts codes in the order in which they were given."""

    code: str
    number: int
    claims: frozenset[str]
    previous_codes: tuple[str, ...]


def settle_codes(given: Sequence[GivenCode], incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """The incidents in the same order, with codes that stay.

    An incident takes the code of the old incident with which it shares most claims, of several the
    oldest; one code goes to one incident. An old incident whose code nobody takes goes into the
    `previous_codes` of the incident that has most of its claims. A new code that is in use gets
    a number behind it.
    """
    shared = _count_shared(given, incidents)
    heir_of: dict[int, int] = {}  # index into `given` → index into `incidents`
    for old, new in sorted(shared, key=lambda p: (-shared[p], given[p[0]].number, incidents[p[1]].claims)):
        if old not in heir_of and new not in heir_of.values():
            heir_of[old] = new
    swallowed: dict[int, list[int]] = defaultdict(list)
    for old, new in sorted(shared, key=lambda p: (given[p[0]].number, -shared[p], incidents[p[1]].claims)):
        if old not in heir_of:
            heir_of[old] = new
            swallowed[new].append(old)
    return _with_codes(given, incidents, heir_of, swallowed)


def _count_shared(given: Sequence[GivenCode], incidents: Sequence[Incident]) -> Counter[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for new, incident in enumerate(incidents):
        for claim in incident.claims:
            holders[claim].append(new)
    return Counter((old, new) for old, code in enumerate(given) for c in code.claims for new in holders[c])


def _with_codes(
    given: Sequence[GivenCode],
    incidents: Sequence[Incident],
    heir_of: dict[int, int],
    swallowed: dict[int, list[int]],
) -> tuple[Incident, ...]:
    taken = {code for old in heir_of for code in (given[old].code, *given[old].previous_codes)}
    inherited = {new: old for old, new in heir_of.items() if old not in swallowed.get(new, ())}
    settled = []
    for new, incident in enumerate(incidents):
        previous: list[str] = []
        if new in inherited:
            code = given[inherited[new]].code
            previous += given[inherited[new]].previous_codes
        else:
            code = _free_code(incident.code, taken)
            taken.add(code)
        for old in swallowed.get(new, ()):
            previous += (given[old].code, *given[old].previous_codes)
        settled.append(replace(incident, code=code, previous_codes=tuple(dict.fromkeys(previous))))
    return tuple(settled)


def _free_code(wanted: str, taken: set[str]) -> str:
    code, number = wanted, 2
    while code in taken:
        code, number = f"{wanted}-{number}", number + 1
    return code
