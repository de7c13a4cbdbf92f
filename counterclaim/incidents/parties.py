"""Whether two names can stand for one party: a coalition and the state that leads it, an army and its state."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from counterclaim.core.patterns import pattern
from counterclaim.lexicons.actors import actor_of

OF_A_STATE = frozenset(
    "military police government ministry official state_media institution nation capital coalition".split()
)
_LED_BY = pattern(r"\b(?P<leader>[\w.]+)-led\b")


@lru_cache(maxsize=20_000)
def sides_of(name: str) -> frozenset[str]:
    """Keys of the parties that a name can stand for; two names may be one party if they share a key.

    >>> bool(sides_of("US-led coalition") & sides_of("the United States"))
    True
    >>> bool(sides_of("Russian military") & sides_of("Syrian government"))
    False
    """
    actor = actor_of(name)
    keys = {" ".join(name.casefold().split()).removeprefix("the ")}
    if actor is not None:
        keys |= {part.casefold() for part in (actor.name, actor.parent, actor.speaks_for) if part}
        if actor.country and actor.type in OF_A_STATE:
            keys.add(actor.country)
    led = _LED_BY.search(name)
    leader = actor_of(led["leader"]) if led else None
    if leader is not None and leader.country:
        keys.add(leader.country)
    return frozenset(keys)


def may_be_same_party(one: str | None, other: str | None) -> bool:
    """Whether the two can be one party; a party that is not named can be any."""
    return one is None or other is None or bool(sides_of(one) & sides_of(other))


def distinct_parties(names: Iterable[str]) -> list[str]:
    """One name for each party, the shortest: "United States" for it and its army.

    >>> distinct_parties(["Russian military", "ISIS", "Russia"])
    ['ISIS', 'Russia']
    """
    kept: list[str] = []
    for name in sorted(set(names), key=lambda each: (len(each), each)):
        if not any(may_be_same_party(name, known) for known in kept):
            kept.append(name)
    return kept
