"""Subsets of a figure: "including 11 children", "15 of the wounded", "six were children"."""

from __future__ import annotations

from counterclaim.claims.frames.search import Figure, Search, harm_of
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot

LINKING = frozenset(["were", "are", "was", "is"])


def find_shares(search: Search) -> None:
    """Take counts of the harmed themselves: "109 of the dead were evacuees"."""
    lows = search.sentence.low
    for people in search.free():
        if not (people.counted or people.qualifier == "vague"):
            continue
        for index in range(people.slot.first, min(people.slot.last + 4, len(lows) - 2)):
            if lows[index : index + 2] not in (("of", "the"), ("of", "those")):
                continue
            noun = lows[index + 2]
            harm = harm_of(noun) or ("killed" if noun in ("victims", "fatalities") else None)
            if harm is not None:
                _take_share(
                    search, people, index + 3, Figure(people, harm, people.slot, index + 2, "share", "part")
                )
            break


def _take_share(search: Search, people: People, end: int, share: Figure) -> None:
    lows = search.sentence.low
    inner = [p for p in search.free() if end <= p.slot.first <= end + 2 and lows[p.slot.first - 1] in LINKING]
    taken = range(people.slot.first, end + 2)
    search.used.update(p.slot.first for p in search.people if p.slot.first in taken)
    who = inner[0] if inner else None
    slot = Slot(people.slot.first, who.slot.last if who else end)
    counted = People(
        slot,
        who.group if who else None,
        people.min,
        people.max,
        people.qualifier,
        who.status if who else "unknown",
    )
    search.take(Figure(counted, share.harm, slot, share.trigger, "share", "part"))


def find_parts(search: Search) -> None:
    """Take subsets of figures already found in the sentence."""
    for people in search.free():
        if people.slot.first not in search.used:
            _take_part(search, people)


def _take_part(search: Search, people: People) -> None:
    lows = search.sentence.low
    whole = _whole_for(search, people)
    opener = search.part_opener(people)
    if whole is None and opener is not None:
        whole = _whole_named(search, opener, people)
    if whole is None:
        return
    after = lows[people.slot.last : people.slot.last + 3]
    if opener is not None:
        first = opener if people.slot.first - opener <= 2 else people.slot.first
        _add(search, whole, people, Slot(first, people.slot.last))
    elif after[:1] and after[0] in LINKING and after[1:2] == ("among",):
        _add(search, whole, people, Slot(people.slot.first, people.slot.last + 2))
    elif people.counted and people.group is None:
        _take_bare_part(search, whole, people)


def _take_bare_part(search: Search, whole: Figure, people: People) -> None:
    """ "30 of them children", "six were women", "15 of whom are in critical condition"; "four in Sloviansk"."""
    lows = search.sentence.low
    after = lows[people.slot.last : people.slot.last + 3]
    inner = [p for p in search.free() if people.slot.last < p.slot.first <= people.slot.last + 3]
    of_them = after[:2] in (("of", "them"), ("of", "whom"))
    if inner and (of_them or (after[:1] and after[0] in LINKING)):
        search.used.add(inner[0].slot.first)
        slot = Slot(people.slot.first, inner[0].slot.last)
        who = People(slot, inner[0].group, people.min, people.max, people.qualifier, inner[0].status)
        _add(search, whole, who, slot)
    elif of_them:
        _add(search, whole, people, Slot(people.slot.first, people.slot.last + 2))
    elif (
        lows[people.slot.first - 1] in ("and", ",")
        and after[:1] in (("in",), ("near",), ("at",))
        and whole.frame in ("subject", "object")
        and search.sentence.is_place(people.slot.last + 1)
    ):
        slot = people.slot
        search.take(Figure(people, whole.harm, slot, people.slot.last, whole.frame, whole.scope, whole.agent))


def _add(search: Search, whole: Figure, people: People, slot: Slot) -> None:
    search.take(Figure(people, whole.harm, slot, people.slot.first, "part", "part", whole.agent))


def _whole_for(search: Search, people: People) -> Figure | None:
    """The figure that a subset belongs to: the nearest before it, else the nearest after."""
    wholes = [figure for figure in search.found if figure.scope != "part"]
    before = [figure for figure in wholes if figure.people.slot.first < people.slot.first]
    if before:
        return max(before, key=lambda figure: figure.people.slot.first)
    return min(wholes, key=lambda figure: figure.people.slot.first, default=None)


def _whole_named(search: Search, opener: int, people: People) -> Figure | None:
    """ "Among the dead were four nurses": the opening words name the whole and its harm."""
    for low in search.sentence.low[opener : people.slot.first]:
        harm = "killed" if low == "victims" else harm_of(low)
        if harm is not None:
            nobody = People(Slot(opener, opener + 1), None, None, None, "unknown", "unknown")
            return Figure(nobody, harm, nobody.slot, opener, "named")
    return None
