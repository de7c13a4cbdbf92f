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
    kept, dropped = list(events), set()
    for event in events:
        if any(other is not event and _is_fuller(other, event, first) for other in kept):
            kept = [other for other in kept if other is not event]
            dropped.add(id(event))
    return dropped


def _is_fuller(other: Event, event: Event, first: int) -> bool:
    if other.event_type != event.event_type or other.polarity != event.polarity:
        return False
    if _is_opening(event, first) and other.passage > event.passage and _is_there(other, event):
        return True
    return (
        other.speakers == event.speakers and _is_there(other, event) and _fullness(other) > _fullness(event)
    )


def _is_opening(event: Event, first: int) -> bool:
    return event.passage <= first and not event.speakers


def _is_there(other: Event, event: Event) -> bool:
    return other.place == event.place


def _fullness(event: Event) -> tuple[int, int]:
    return len(event.quote), -event.start
