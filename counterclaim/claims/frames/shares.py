"""Shares of the harmed: "15 of the wounded", "nine of the dead were miners", "most of the dead were farmers"."""

from __future__ import annotations

from counterclaim.claims.frames.parts import LINKING
from counterclaim.claims.frames.search import Figure, Search, harm_of
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot
from counterclaim.core.claims import Harm

HARMED = frozenset(["victims", "fatalities", "casualties"])
DYING = frozenset("died succumbed".split())  # "two of the wounded later died" are dead
OPEN_SHARES = frozenset(
    [
        "most of the",
        "many of the",
        "some of the",
        "half of the",
        "majority of the",
        "all of the",
        "all the",
        "those",
    ]
)


def find_shares(search: Search) -> None:
    """Take counts of the harmed themselves: "nine of the dead were miners"."""
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
                died = next(
                    (at for at in range(index + 3, min(index + 6, len(lows))) if lows[at] in DYING), None
                )
                share = Figure(
                    people, harm if died is None else "killed", people.slot, index + 2, "share", "part"
                )
                _take_share(search, people, index + 3 if died is None else died + 1, share)
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


def find_open_shares(search: Search) -> None:
    """Take who the harmed were where no number is told: "most of the dead were nurses"."""
    lows = search.sentence.low
    for slot, _ in search.sentence.find(OPEN_SHARES):
        harm = _harmed(lows[slot.last : slot.last + 1])
        linked = next(
            (at for at in range(slot.last + 1, min(slot.last + 3, len(lows))) if lows[at] in LINKING), None
        )
        if harm is None or linked is None:
            continue
        who = [p for p in search.free() if linked < p.slot.first <= linked + 3 and not p.counted]
        if who:
            whole = Slot(slot.first, who[0].slot.last)
            people = People(whole, who[0].group, None, None, "unknown", who[0].status)
            search.used.add(who[0].slot.first)
            search.take(Figure(people, harm, whole, slot.last, "share", "part"))


def _harmed(words: tuple[str, ...]) -> Harm | None:
    if not words:
        return None
    return "killed" if words[0] in HARMED else harm_of(words[0])
