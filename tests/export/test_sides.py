"""Who is on which side, countries and their codes."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Agreement
from counterclaim.export.countries import _countries, country_of
from counterclaim.export.sides import party_of, sides_of_incident
from counterclaim.lexicons.actors import all_actors
from tests.export.telling import event, filed, incident, toll
from tests.method.telling import blame


@pytest.mark.parametrize(
    ("words", "sort", "country"),
    [
        ("Nigerian police", "state", "NG"),
        ("Afghan security forces", "state", "AF"),
        ("US-led coalition", "coalition", None),
        ("Houthi rebels", "armed group", None),
        ("Taliban", "armed group", None),
        ("gunmen", "armed group", None),
        ("regime forces", "state", None),
        ("UN peacekeepers", "other", None),
        ("wedding guests", "other", None),
    ],
)
def test_parties_are_sorted_by_what_the_lists_and_words_say(
    words: str, sort: str, country: str | None
) -> None:
    party = party_of(words)
    assert (party.sort, party.country.alpha2 if party.country else None) == (sort, country)


def test_the_attackers_own_dead_make_no_second_side() -> None:
    told = [
        toll(2, 2, "police", group="ISIS fighters", status="combatant"),
        event("suicide_bombing", "ISIS", "police"),
    ]
    sides = sides_of_incident(told, "suicide_bombing")
    assert ([party.name for party in sides.did], sides.hit) == (["ISIS"], ())


def test_an_army_and_its_state_are_one_party() -> None:
    told = [event("air_strike", "Russian military", "activists"), event("air_strike", "Russia", "medics")]
    assert len(sides_of_incident(told, "air_strike").did) == 1


def test_who_is_held_responsible_counts_before_who_is_named_beside_it() -> None:
    told = [
        blame("admits", "US-led coalition", "US-led coalition"),
        event("attack", "ISIS", "Syrian army"),
        event("air_strike", "ISIS", "Syrian army", start=710),
    ]
    assert [party.name for party in sides_of_incident(told, "air_strike").did] == ["US-led coalition"]


def test_who_acted_in_an_event_of_another_kind_did_not_do_this_one() -> None:
    told = [event("air_strike", "Russian military", "activists"), event("attack", "ISIS", "activists")]
    assert [party.name for party in sides_of_incident(told, "air_strike").did] == ["Russian military"]


def test_every_country_of_a_listed_actor_has_its_codes() -> None:
    assert {
        each.country for each in all_actors() if each.country and country_of(each.country) is None
    } == set()


def test_no_code_stands_for_two_countries() -> None:
    listed = list(_countries().values())
    for field in ("alpha3", "numeric", "gw", "name"):
        codes = [getattr(each, field) for each in listed if getattr(each, field) is not None]
        assert len(codes) == len(set(codes)), field


@pytest.mark.parametrize(
    ("alpha2", "alpha3", "numeric", "state", "region"),
    [
        ("SY", "SYR", 760, 652, "Middle East"),
        ("AF", "AFG", 4, 700, "Asia"),
        ("BD", "BGD", 50, 771, "Asia"),
        ("UA", "UKR", 804, 369, "Europe"),
        ("SD", "SDN", 729, 625, "Africa"),
        ("YE", "YEM", 887, 678, "Middle East"),
        ("CO", "COL", 170, 100, "Americas"),
        ("DE", "DEU", 276, 260, "Europe"),
    ],
)
def test_codes_of_countries(alpha2: str, alpha3: str, numeric: int, state: int, region: str) -> None:
    country = country_of(alpha2)
    assert country is not None
    assert (country.alpha3, country.numeric, country.gw, country.ged_region) == (
        alpha3,
        numeric,
        state,
        region,
    )


def test_a_party_called_by_its_sort_alone_is_the_one_of_that_sort_that_is_named() -> None:
    told = [
        blame("accuses", "Syrian army", "activists"),
        blame("accuses", "regime", "medics", at=600),
        toll(4, 4, "army", group="jihadists", status="combatant"),
        toll(4, 4, "medics", at=50, group="ISIS fighters", status="combatant"),
    ]
    sides = sides_of_incident(told, "shelling")
    assert ([party.name for party in sides.did], [party.name for party in sides.hit]) == (
        ["Syrian army"],
        ["ISIS"],
    )


def test_beside_two_groups_the_militants_can_be_either_and_stay_apart() -> None:
    told = [toll(4, 4, "army", at=at, group=group, status="combatant") for at, group in ((0, "ISIS fighters"), (20, "al-Nusra Front fighters"), (40, "militants"))]  # fmt: skip
    assert len(sides_of_incident(told, "shelling").hit) == 3


def test_whom_another_event_was_aimed_at_was_not_hit_by_this_one() -> None:
    told = [
        event("air_strike", "Russian military"),
        event("meeting", "Russia", target="Syrian government", start=710),
    ]
    assert sides_of_incident(told, "air_strike").hit == ()


def test_an_agreement_is_told_from_other_things_that_are_no_event() -> None:
    deal = filed(Agreement(start=0, end=9, quote="the truce holds", agreement="truce"), "d1")
    assert incident(deal, kind="other").kind == "agreement"
    assert incident(toll(900, 900, harm="displaced"), kind="other").kind == "displacement"
    assert incident(toll(9, 9), kind="other").kind == "other"
