"""Which events of an article only tell again what another of its sentences tells more fully."""

from __future__ import annotations

from counterclaim.core.claims import Claim, Event


def retold_events(claims: list[Claim]) -> set[int]:
    """The ids (of `id`) of events that another event of the article tells more fully.

    One speaker's event of one type at one place is one record; an event of the opening without a
    speaker is told again by any later one of its type.
    """
    events = [claim for claim in claims if isinstance(claim, Event)]
    first = min((event.passage for event in events), default=0)
    alike: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        alike.setdefault((event.event_type, event.polarity, event.place), []).append(event)
    kept = {id(event) for group in alike.values() for event in _told_in_full(group, first)}
    return {id(event) for event in events} - kept


def _told_in_full(group: list[Event], first: int) -> list[Event]:
    """Of events of one type at one place the fullest of each speaker; `first` is the opening passage."""
    last = max(event.passage for event in group)
    fullest: dict[tuple[str, ...], Event] = {}
    for event in group:
        if event.passage <= first and not event.speakers and event.passage < last:
            continue
        known = fullest.get(event.speakers)
        if known is None or _fullness(event) > _fullness(known):
            fullest[event.speakers] = event
    return list(fullest.values())


def _fullness(event: Event) -> tuple[int, int]:
    return len(event.quote), -event.start
