"""Who a figure counts: civilians or combatants, of which party, or only the children among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from counterclaim.core.claims import Casualty, Status
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.patterns import pattern
from counterclaim.incidents.parties import OF_A_STATE, may_be_same_party, sides_of
from counterclaim.lexicons.actors import find_actors

Camp = Literal["state", "armed group"]
_WORD = pattern(r"[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*")
# Words that say nobody in particular: "eleven other residents" leaves nothing.
_ANYBODY = frozenset(
    """people persons person civilians civilian fighters fighter soldiers soldier troops troop combatants men residents
    citizens others other members member victims lives dead bodies body casualties forces deaths killed those the a an
    of at least more than about some many several another including in and its his their local on who from by were was
    have had been innocent unarmed""".split()
)
_SOME_ONLY = frozenset(
    "child children woman women girl girls boy boys baby babies infants medic medics doctor doctors journalist "
    "journalists rescuers rescue pilgrims teachers students".split()
)
# Whose workers are some of those at the place; farm workers and miners may be all of them.
_WORKERS = frozenset(("worker", "workers"))
_WORKERS_OF = frozenset("aid rescue relief health medical humanitarian hospital media ngo charity".split())
# Words that name a camp where no party is named: "regime forces", "rebel fighters".
_CAMPS: dict[str, Camp] = {
    **dict.fromkeys(
        "government regime army military police policemen policeman loyalist loyalists pro-government pro-regime "
        "state gendarmes servicemen".split(),
        "state",
    ),
    **dict.fromkeys(
        "rebel rebels opposition insurgent insurgents jihadist jihadists terrorist terrorists militant militants "
        "gunmen gunman guerrilla guerrillas separatist separatists attacker attackers assailant assailants "
        "extremist extremists bandit bandits bomber bombers hijackers".split(),
        "armed group",
    ),
}

_SOLDIERS = frozenset(
    """soldier soldiers troop troops marine marines sailor sailors airmen paratrooper paratroopers commando commandos
    conscript conscripts reservist reservists""".split()
)  # of a state, where they are told as combatants and no side is named


class People(NamedTuple):
    """As far as the figure's words tell; unknown and empty are "not told", and agree with anything."""

    status: Status
    parties: frozenset[str]  # keys of `sides_of`
    camp: Camp | None
    some: frozenset[str]  # "children": only some of those harmed, whoever the rest are
    words: frozenset[str]  # "villagers": compared between two figures, but never a group of their own


class Group(NamedTuple):
    """People whom several figures of an incident count.

    `reach` is "all" where the figures are totals over several groups, "some" for children and the like
    among the others.
    """

    key: str
    words: str  # "Syrian soldiers", as the figures name them
    status: Status
    reach: Literal["all", "group", "some"]
    parties: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def people_of(group: str | None, status: Status) -> People:
    """Who the words of a figure's `group` mean.

    >>> people_of("ISIS fighters", "combatant").camp, sorted(people_of("two children", "civilian").some)
    ('armed group', ['children'])
    """
    told = group or ""
    words = [match.group(0).lower() for match in _WORD.finditer(told)]
    hits = find_actors(told)
    camps = [_CAMPS[word] for word in words if word in _CAMPS]
    for hit in hits:
        camps.append("state" if hit.actor.type in OF_A_STATE else "armed group")
    if not camps and status == "combatant" and not _SOLDIERS.isdisjoint(words):
        camps.append("state")
    camp = camps[0] if camps else None
    named = {word.lower() for hit in hits for word in told[hit.start : hit.end].split()}
    some = frozenset(words) & _SOME_ONLY
    if not _WORKERS_OF.isdisjoint(words):
        some |= frozenset(words) & _WORKERS
    rest = frozenset(words) - _ANYBODY - some - _CAMPS.keys() - named
    return People(
        status=status,
        parties=frozenset(side for hit in hits for side in sides_of(hit.actor.name)),
        camp=camp if status != "civilian" else None,
        some=some,
        words=frozenset(word for word in rest if not word.isdigit()),
    )


def people_in(claim: Casualty) -> People:
    """Who a figure counts. The nought of a party that says of nobody in particular that they are well is of its own.

    "The rebels suffered no casualties", they said: no soldiers are meant.
    """
    people = people_of(claim.group, claim.status)
    if claim.group or claim.max != 0 or claim.status != "unknown":
        return people
    camps = {people_of(name, "unknown").camp for name in claim.speakers}
    return people._replace(camp=camps.pop()) if len(camps) == 1 else people


def may_be_same_people(one: People, other: People, *, by_words: bool = True) -> bool:
    """Whether both can be the same people; `by_words` also compares words such as "villagers"."""
    if {one.status, other.status} == {"civilian", "combatant"} or one.some != other.some:
        return False
    if one.camp and other.camp and one.camp != other.camp:
        return False
    if one.parties and other.parties and not one.parties & other.parties:
        return False
    return not (by_words and one.words and other.words and not one.words & other.words)


def may_be_one_party(one: str | None, other: str | None) -> bool:
    """Whether both names can be of one party: also "gunmen" and the group they may be of, an army and that of a state.

    >>> may_be_one_party("gunmen", "Boko Haram"), may_be_one_party("gunmen", "Nigerian army")
    (True, False)
    """
    if one is None or other is None or may_be_same_party(one, other):
        return True
    return are_of_one_side(people_of(one, "unknown"), people_of(other, "unknown"))


def are_of_one_side(one: People, other: People) -> bool:
    """Whether both are of one party, or of one camp where one of them has no party's name."""
    if one.parties and other.parties:
        return bool(one.parties & other.parties)
    return one.camp is not None and one.camp == other.camp


def group_people(figures: Sequence[FiledClaim]) -> dict[str, Group]:
    """The group that each figure counts, by claim id. The figures are of one harm.

    Figures that tell most of their people make the groups. One that tells less joins the only group it
    can be about; where it can be about several, it is a total over all. So "62 soldiers" and "83 dead"
    are of one group, until somebody speaks of dead civilians too.
    """
    counted = [(one.claim.id, one.claim, people_in(one.claim)) for one in figures if isinstance(one.claim, Casualty)]  # fmt: skip
    kinds = sorted({people._replace(words=frozenset()) for _, _, people in counted}, key=_rank)
    cells: list[list[People]] = []
    home: dict[People, int | None] = {}
    for people in kinds:
        if people.some or _is_told(people):
            fits = [at for at, cell in enumerate(cells) if all(may_be_same_people(people, known) for known in cell)]  # fmt: skip
            if not fits:
                cells.append([])
                fits = [len(cells) - 1]
        else:
            fits = [at for at, cell in enumerate(cells) if not cell[0].some]
        home[people] = fits[0] if len(fits) == 1 else None
        if len(fits) == 1:
            cells[fits[0]].append(people)
    members: dict[int | None, list[tuple[Casualty, People]]] = {}
    for _, claim, people in counted:
        members.setdefault(home[people._replace(words=frozenset())], []).append((claim, people))
    groups = {at: _group(at, told) for at, told in members.items()}
    return {claim_id: groups[home[people._replace(words=frozenset())]] for claim_id, _, people in counted}


def _is_told(people: People) -> bool:
    return people.status in ("civilian", "combatant") or bool(people.parties or people.camp)


def _rank(people: People) -> tuple[int, str, str, list[str], list[str]]:
    told = (people.status in ("civilian", "combatant")) + bool(people.parties) + bool(people.camp)
    return -told - bool(people.some), people.status, people.camp or "", sorted(people.parties), sorted(people.some)  # fmt: skip


def _group(at: int | None, members: Iterable[tuple[Casualty, People]]) -> Group:
    told = list(members)
    statuses = {people.status for _, people in told}
    status: Status = next((known for known in ("civilian", "combatant") if known in statuses), "unknown")
    naming = [claim for claim, people in told if claim.group and (_is_told(people) or people.some)]
    several = [claim for claim in naming if claim.max != 1]  # "soldiers", sooner than "a soldier"
    named = Counter(claim.group for claim in several or naming if claim.group)
    default = {"civilian": "civilians", "combatant": "combatants"}.get(status, "people")
    words = min(named, key=lambda group: (-named[group], group), default=default)
    if at is None:
        return Group("all", "people", "unknown", "all")
    reach: Literal["group", "some"] = "some" if all(people.some for _, people in told) else "group"
    parties = frozenset(side for _, people in told for side in people.parties)
    return Group(f"{at}", words, status, reach, parties)
