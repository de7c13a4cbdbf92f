"""Subsets of a figure: "including 11 children", "six were children", "the dead included a nurse"."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.frames.openers import is_of_them
from counterclaim.claims.frames.search import Figure, Search, harm_of
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot

LINKING = frozenset(["were", "are", "was", "is"])
# How badly: "15 of them critically", "some of whom are in critical condition".
SEVERELY = frozenset("critically seriously severely gravely badly critical serious grave".split())
HARMED = frozenset("dead wounded injured victims fatalities casualties missing".split())
SOME = frozenset("some many most several".split())


def find_parts(search: Search) -> None:
    """Take subsets of figures already found in the sentence."""
    for people in search.free():
        if people.slot.first not in search.used:
            _take_part(search, people)
    _find_severe(search)


def _find_severe(search: Search) -> None:
    """ "Some of them critically": how many of the wounded are so is open."""
    lows = search.sentence.low
    wounded = [figure for figure in search.found if figure.harm == "wounded"]
    for index in range(len(lows) - 3):
        if lows[index] in SOME and lows[index + 1] == "of" and lows[index + 2] in ("them", "whom"):
            after = lows[index + 3 : index + 6]
            if wounded and SEVERELY & set(after):
                slot = Slot(index, index + 4 + next(at for at, low in enumerate(after) if low in SEVERELY))
                people = People(slot, None, None, None, "unknown", "unknown")
                search.take(Figure(people, "wounded", slot, index, "part", "part"))


def _take_part(search: Search, people: People) -> None:
    lows = search.sentence.low
    whole = _whole_for(search, people)
    opener = search.part_opener(people)
    after = lows[people.slot.last : people.slot.last + 3]
    among = after[:1] != () and after[0] in LINKING and after[1:2] == ("among",)
    if whole is None and opener is not None:
        whole = _whole_named(search, opener, people)
    if whole is None and among:
        whole = _named_in(search, people.slot.last + 2, people.slot.last + 6)
    listed = _stands_for_harmed(search, people) if people.counted else None
    if whole is None and listed is not None:
        whole, opener = _named_in(search, listed, listed + 1), listed - 1
    if whole is None:
        return
    if is_of_them(search.sentence, people):
        _take_bare_part(search, whole, people)
    elif opener is not None:
        people = _with_group(search, people)
        worded = people.slot.first - opener <= 2 and search.sentence.tokens[opener].is_word
        first = opener if worded else people.slot.first
        _add(search, whole, people, Slot(first, people.slot.last))
    elif among:
        _add(search, whole, people, Slot(people.slot.first, people.slot.last + 2))
    elif people.counted and people.group is None:
        _take_bare_part(search, whole, people)


def _stands_for_harmed(search: Search, people: People) -> int | None:
    """Where "the dead" stands in "the dead were a girl and her father"."""
    lows = search.sentence.low
    linked = people.slot.first - 1
    if linked > 1 and lows[linked] in LINKING and lows[linked - 1] in HARMED and lows[linked - 2] == "the":
        return linked - 1
    return None


def _take_bare_part(search: Search, whole: Figure, people: People) -> None:
    """ "30 of them children", "six were women", "15 of whom are in critical condition"; "four in Sloviansk"."""
    lows = search.sentence.low
    after = lows[people.slot.last : people.slot.last + 3]
    inner = [p for p in search.free() if people.slot.last < p.slot.first <= people.slot.last + 3]
    of_them = is_of_them(search.sentence, people)
    if inner and (of_them or (after[:1] and after[0] in LINKING)):
        search.used.add(inner[0].slot.first)
        slot = Slot(people.slot.first, inner[0].slot.last)
        who = People(slot, inner[0].group, people.min, people.max, people.qualifier, inner[0].status)
        _add(search, whole, who, slot)
    elif of_them:
        later = next(
            (harm_of(low) for low in lows[people.slot.last + 2 : people.slot.last + 5] if harm_of(low)), None
        )
        told = replace(whole, harm=later) if later is not None else whole  # "one of whom later died"
        _add(search, told, people, Slot(people.slot.first, people.slot.last + 2))
    elif (
        lows[people.slot.first - 1] in ("and", ",")
        and after[:1] in (("in",), ("near",), ("at",))
        and whole.frame in ("subject", "object")
        and any(
            search.sentence.is_place(index) for index in range(people.slot.last + 1, people.slot.last + 5)
        )
    ):
        slot = people.slot
        search.take(Figure(people, whole.harm, slot, people.slot.last, whole.frame, whole.scope, whole.agent))


def _with_group(search: Search, people: People) -> People:
    """ "Of whom 14 were civilians": the number with who they are behind the verb."""
    lows = search.sentence.low
    if people.group is not None or lows[people.slot.last : people.slot.last + 1] not in (("were",), ("are",)):
        return people
    inner = [
        other for other in search.free() if other.slot.first == people.slot.last + 1 and not other.counted
    ]
    if not inner:
        return people
    search.used.add(inner[0].slot.first)
    slot = Slot(people.slot.first, inner[0].slot.last)
    return replace(people, slot=slot, group=inner[0].group, status=inner[0].status)


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
    """ "Among the dead were four nurses", "the victims were mostly farmers": a word for the harmed names it."""
    inside = _named_in(search, opener, people.slot.first)
    if inside is not None:
        return inside
    for index in range(opener - 1, -1, -1):
        named = _named_in(search, index, index + 1)
        if named is not None:
            return named
    return None


def _named_in(search: Search, first: int, last: int) -> Figure | None:
    for low in search.sentence.low[first:last]:
        harm = "killed" if low in ("victims", "fatalities") else harm_of(low)
        if low == "casualties":
            harm = "killed_or_wounded"
        if harm is not None:
            nobody = People(Slot(first, first + 1), None, None, None, "unknown", "unknown")
            return Figure(nobody, harm, nobody.slot, first, "named")
    return None
