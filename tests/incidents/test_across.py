"""Many documents: which of their happenings are one incident."""

import re

import pytest
from msgspec.structs import replace

from counterclaim.core.claims import Casualty, Claim, Event, EventType, claim_id
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.across import link


def told(
    document: str,
    *,
    event_type: EventType = "bombing",
    place: str | None = "Quetta",
    when: str | None = "2021-05-03",
    killed: int | None = None,
    actor: str | None = None,
    published: str | None = "2021-05-04",
    label: str | None = "1.1",
) -> list[FiledClaim]:
    """One happening as one document tells it: an event and, where given, a figure."""
    claims: list[Claim] = [
        Event(start=0, end=9, quote="It struck", event_type=event_type, place=place, when=when, actor=actor)
    ]
    if killed is not None:
        claims.append(Casualty(start=10, end=19, quote="were slain", harm="killed", min=killed, max=killed))
    return [
        FiledClaim(
            document_id=document,
            doc=document,
            outlet=None,
            published=published,
            sentence="",
            claim=replace(claim, id=claim_id(document, claim), incident=label),
        )
        for claim in claims
    ]


def sizes(incidents: tuple[Incident, ...]) -> list[int]:
    return sorted(len(incident.claims) for incident in incidents)


def test_one_bombing_in_two_papers_is_one_incident() -> None:
    (incident,) = link([*told("a", killed=9), *told("b", killed=11)])
    assert incident.title == "Bombing, Quetta, 3 May 2021"
    assert (incident.kind, incident.place, incident.when) == ("bombing", "Quetta", "2021-05-03")
    assert "2 documents" in incident.basis
    assert re.fullmatch(r"CC-[0-9A-HJKMNP-TV-Z]{6}", incident.code)


def test_spellings_of_a_place_and_near_it_are_one_place() -> None:
    assert sizes(link([*told("a", place="Deir ez-Zor"), *told("b", place="near Dayr az Zawr")])) == [2]


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Kandahar"},
        {"when": "2021-05-05"},
        {"event_type": "protest"},
        {"place": None},
        {"when": "2021-06"},
    ],
    ids=lambda changed: f"{changed}",
)
def test_another_place_day_or_kind_is_another_incident(other: dict[str, str | None]) -> None:
    published = {"published": "2021-07-01"} if other.get("when") == "2021-06" else {}
    assert sizes(link([*told("a"), *told("b", **other, **published)])) == [1, 1]  # type: ignore[arg-type]


def test_a_day_without_a_year_fits_the_same_day_of_a_year() -> None:
    incident, *others = link([*told("a", when="XXXX-05-03", published=None), *told("b")])
    assert not others
    assert incident.when == "2021-05-03"


def test_without_a_day_only_documents_published_within_three_days_are_linked() -> None:
    undated = told("a", when=None, published="2021-05-04")
    assert sizes(link([*undated, *told("b", when=None, published="2021-05-06")])) == [2]
    assert sizes(link([*undated, *told("b", when=None, published="2021-05-09")])) == [1, 1]


def test_without_any_day_a_shared_figure_is_needed() -> None:
    one = told("a", when=None, published=None, killed=9)
    assert sizes(link([*one, *told("b", when=None, published=None, killed=9)])) == [4]
    assert sizes(link([*one, *told("b", when=None, published=None, killed=10)])) == [2, 2]
    by_isis = [
        told(name, when=None, published=None, actor=actor) for name, actor in (("a", "ISIS"), ("b", "ISIL"))
    ]
    assert sizes(link([*by_isis[0], *by_isis[1]])) == [1, 1]


def test_daily_shelling_of_one_city_does_not_chain_into_one_incident() -> None:
    days = [
        told(
            f"d{day}", event_type="shelling", when=f"2021-05-{day:02d}/2021-05-{day + 1:02d}", published=None
        )
        for day in range(1, 9)
    ]
    incidents = link([claim for day in days for claim in day])
    assert max(sizes(incidents)) <= 2
    assert len(incidents) >= 4


def test_what_one_document_tells_apart_stays_apart() -> None:
    both = [
        *told("a", label="1.1"),
        *told("a", label="1.2", killed=3)[1:],
        *told("a", label="1.2", actor="ISIS")[:1],
    ]
    assert len(link([*both, *told("b")])) == 2


def test_a_figure_beyond_64_bits_is_linked_as_any_other() -> None:
    assert sizes(link([*told("a", killed=10**30), *told("b", killed=10**30)])) == [4]


def test_claims_without_a_label_stay_unlinked() -> None:
    assert link(told("a", label=None)) == ()


def test_the_code_comes_from_the_smallest_claim_id_alone() -> None:
    first, second = told("a"), told("b")
    assert {link(first)[0].code, link(second)[0].code} > {link([*first, *second])[0].code}


def test_the_title_says_what_is_not_stated() -> None:
    (incident,) = link(told("a", event_type="abduction", place=None, when=None))
    assert incident.title == "Abduction, place not stated, day not stated"
