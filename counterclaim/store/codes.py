"""Which public code each recomputed incident gets, so that links to an incident go on working."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from counterclaim.core.incidents import Incident


class GivenCode(NamedTuple):
    """A code that is in public use. `number` counts codes in the order in which they were given."""

    code: str
    number: int
    claims: frozenset[str]
    previous_codes: tuple[str, ...]


def settle_codes(
    given: Sequence[GivenCode],
    incidents: Sequence[Incident],
    former: Sequence[GivenCode] = (),
    in_use: Callable[[str], bool] = frozenset[str]().__contains__,
) -> tuple[Incident, ...]:
    """The incidents in the same order, with codes that stay.

    An incident takes the code of the old incident with which it shares most claims, of several the
    oldest; one code goes to one incident. An old incident whose code nobody takes goes into the
    `previous_codes` of the incident that has most of its claims. An incident that gets no code so takes back
    one of the `former` codes that went into the old incidents, if most claims of that code are its own. A
    new code that is in use gets a number behind it.

    Args:
        given: the old incidents that the new ones replace.
        incidents: the new ones.
        former: codes in the `previous_codes` of `given`, with the claims that they had.
        in_use: whether a code belongs to an incident that is not among `given`.
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
    inherited = {new: old for old, new in heir_of.items() if old not in swallowed[new]}
    back = _taken_back(former, incidents, inherited.keys())
    returned = {each.code for each in back.values()}
    taken = {code for old in given for code in (old.code, *old.previous_codes)}
    settled = []
    for new, incident in enumerate(incidents):
        previous: list[str] = []
        if new in inherited:
            code = given[inherited[new]].code
            previous += given[inherited[new]].previous_codes
        elif new in back:
            code = back[new].code
        else:
            code = _free_code(incident.code, lambda code: code in taken or in_use(code))
            taken.add(code)
        for old in swallowed[new]:
            previous += (given[old].code, *given[old].previous_codes)
        kept = tuple(each for each in dict.fromkeys(previous) if each not in returned)
        settled.append(replace(incident, code=code, previous_codes=kept))
    return tuple(settled)


def _taken_back(
    former: Sequence[GivenCode], incidents: Sequence[Incident], inheriting: Collection[int]
) -> dict[int, GivenCode]:
    """The former code that each incident without a code takes back, if any, by its place."""
    shared = _count_shared(former, incidents)
    back: dict[int, GivenCode] = {}
    for old, new in sorted(shared, key=lambda p: (-shared[p], former[p[0]].number, incidents[p[1]].claims)):
        most = 2 * shared[old, new] > len(former[old].claims)
        if most and new not in inheriting and new not in back and former[old] not in back.values():
            back[new] = former[old]
    return back


def _count_shared(given: Sequence[GivenCode], incidents: Sequence[Incident]) -> Counter[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for new, incident in enumerate(incidents):
        for claim in incident.claims:
            holders[claim].append(new)
    return Counter((old, new) for old, code in enumerate(given) for c in code.claims for new in holders[c])


def _free_code(wanted: str, is_taken: Callable[[str], bool]) -> str:
    code, number = wanted, 2
    while is_taken(code):
        code, number = f"{wanted}-{number}", number + 1
    return code
