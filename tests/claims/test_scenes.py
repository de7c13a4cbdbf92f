"""Where a happening was, when the sentence describes the place or leaves it to the one before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.claims.scenes import in_scene
from counterclaim.core.claims import Casualty, Claim, Event
from counterclaim.core.types import Sheet


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Warplanes struck a bakery on Monday.", "a bakery"),
        ("Shells hit the besieged district overnight.", "the besieged district"),
        ("A car bomb exploded in front of a mosque.", "a mosque"),
        ("The district was shelled on Monday.", "The district"),
        ("Jets bombed 7 neighborhoods.", "7 neighborhoods"),
        ("Jets bombed a bakery in Aleppo.", "Aleppo"),
        ("Rebels began shelling of a besieged town on Monday.", "a besieged town"),
        ("Jets bombed the town's outskirts.", "the town"),
        ("Jets bombed the towns outskirts.", "the town"),
    ],
)
def test_a_described_place_counts_where_none_is_named(
    read: Callable[..., Sheet], text: str, place: str
) -> None:
    assert place in {event.place for event in read(text).claims or () if isinstance(event, Event)}


def test_where_the_shooters_stand_is_not_what_they_hit(read: Callable[..., Sheet]) -> None:
    events = [
        one
        for one in read("Fighters positioned in Idlib shelled Aleppo.").claims or ()
        if isinstance(one, Event)
    ]
    assert {event.place for event in events} == {"Aleppo"}


@pytest.mark.parametrize(
    "text", ["Aleppo evacuees were bombed on Monday.", "Jets and aircraft from Jordan bombed a bakery."]
)
def test_where_people_come_from_is_not_where_they_are(read: Callable[..., Sheet], text: str) -> None:
    events = [event for event in read(text).claims or () if isinstance(event, Event)]
    assert events
    assert {event.place for event in events} <= {None, "a bakery"}


def test_a_country_gives_way_to_the_town_of_the_event_before() -> None:
    def bombing(place: str, passage: int) -> Event:
        return Event(
            start=passage, end=passage + 1, quote="", event_type="bombing", place=place, passage=passage
        )

    claims: list[Claim] = [bombing("Hama", 0), bombing("Syria", 1), bombing("Iraq", 2)]
    assert [getattr(claim, "place", None) for claim in in_scene(claims)] == ["Hama", "Hama", "Iraq"]


def test_a_meeting_is_not_held_where_another_was() -> None:
    first = Event(start=0, end=5, quote="", event_type="meeting", place="Hama")
    second = Event(start=10, end=15, quote="", event_type="meeting", passage=1)
    assert [getattr(claim, "place", None) for claim in in_scene([first, second])] == ["Hama", None]


def test_an_event_keeps_to_the_scene_before_it() -> None:
    first = Event(start=0, end=5, quote="", event_type="bombing", place="Hama")
    later = Event(start=10, end=15, quote="", event_type="bombing", passage=2)
    other = Event(start=20, end=25, quote="", event_type="meeting", passage=2)
    far = Event(start=30, end=35, quote="", event_type="bombing", passage=40)
    people = Casualty(start=40, end=45, quote="", harm="killed", passage=2)
    claims: list[Claim] = [first, later, other, far, people]
    assert [getattr(claim, "place", None) for claim in in_scene(claims)] == ["Hama", "Hama", None, None, None]
