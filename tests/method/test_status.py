"""Civilians and combatants, who is blamed, and the grade that follows."""

from __future__ import annotations

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.profiles import reconcile
from counterclaim.incidents.relations import relate
from counterclaim.incidents.tallies import Grade
from tests.method.telling import blame, ends, figure, strike, tally, why_not


def grade(*told: FiledClaim) -> Grade:
    found = reconcile("airwars-like", told).grade
    assert found is not None
    return found


def test_that_only_the_attacker_calls_the_dead_militants_is_context_and_they_stay_civilians() -> None:
    told = [
        figure(12, 12, "Coast Monitor", at=0),
        figure(12, 12, "Orlovan army", at=10, status="combatant", group="militants"),
        blame("accuses", "Orlovan army", "residents"),
    ]
    assert ends(tally("airwars-like", *told, people="civilians")) == (12, 12)
    assert "context" in why_not(reconcile("airwars-like", told), told[1])


def test_where_one_sides_civilians_are_the_others_militants_both_minima_are_0() -> None:
    told = [
        figure(10, 10, "medics", at=0, status="civilian", group="civilians"),
        figure(10, 10, "police", at=10, status="combatant", group="militants"),
    ]
    for people in ("civilians", "belligerents"):
        one = tally("airwars-like", *told, people=people)
        assert (ends(one), "status_contested" in one.flags) == ((0, 10), True)
    assert ends(tally("ibc-like", *told)) == (0, 10)


def test_civilians_and_fighters_of_one_speaker_are_two_groups() -> None:
    told = [
        figure(10, 10, "medics", at=0, status="civilian", group="civilians"),
        figure(10, 10, "medics", at=10, status="combatant", group="fighters"),
    ]
    assert ends(tally("airwars-like", *told, people="civilians")) == (10, 10)
    assert ends(tally("ucdp-like", *told)) == (20, 20)


def test_an_admission_confirms_civilian_harm_and_the_grade_before_it_is_kept() -> None:
    deaths = figure(9, 9, "medics", status="civilian", perpetrator="United States")
    admission = blame("admits", "United States", "US military")
    assert (grade(deaths).name, grade(deaths).initial) == ("Weak", "Weak")
    after = grade(deaths, admission)
    assert (after.name, after.initial) == ("Confirmed", "Weak")
    assert admission.claim.id in after.claims


def test_a_conditional_admission_admits_nothing() -> None:
    deaths = figure(9, 9, "medics", status="civilian", perpetrator="United States")
    if_it_hit = blame("admits", "United States", "US military", modality="conditional")
    assert grade(deaths, if_it_hit).name == grade(deaths).name == "Weak"


def test_two_voices_and_a_strike_nearby_are_fair() -> None:
    told = [
        figure(9, 9, "medics", at=0, status="civilian"),
        figure(9, 9, "Coast Monitor", at=10, status="civilian"),
    ]
    assert grade(*told).name == "Weak"
    assert grade(*told, strike("Orlovan air force", "residents")).name == "Fair"


def test_two_suspects_make_it_contested_and_nobody_is_counted_twice() -> None:
    told = [
        figure(9, 9, "medics", status="civilian"),
        blame("accuses", "Russia", "activists", at=510),
        blame("accuses", "Ukraine", "state TV", at=520),
    ]
    found = grade(*told)
    assert (found.name, found.belligerents) == ("Contested", ("Russia", "Ukraine"))
    assert ends(tally("airwars-like", *told)) == (9, 9)


def test_only_soldiers_dead_is_discounted_even_when_admitted() -> None:
    told = [
        figure(
            62, None, "US-led coalition", status="combatant", group="troops", perpetrator="US-led coalition"
        ),
        figure(62, 62, "Coast Monitor", at=10, status="combatant", group="troops"),
        blame("admits", "US-led coalition", "US-led coalition"),
    ]
    assert grade(*told).name == "Discounted"


def test_no_confirmed_cases_contradicts_and_does_not_bring_the_toll_to_0() -> None:
    told = [
        figure(9, 9, "medics", status="civilian", perpetrator="United States"),
        blame("admits", "United States", "US military", at=510),
        blame("denies", "United States", at=520),
    ]
    assert "contradicts" in {one.kind for one in relate(told)}
    assert ends(tally("airwars-like", *told)) == (9, 9)


def test_a_belligerents_no_casualties_opens_the_range_at_0() -> None:
    told = [
        figure(0, 0, "Orlovan army", at=0, harm="killed_or_wounded", qualifier="none", polarity="negated"),
        figure(4, 4, "medics", at=10),
    ]
    assert ends(tally("airwars-like", *told)) == (0, 4)
    assert ends(tally("ucdp-like", *told)) == (0, 4)
    assert "contradicts" in {one.kind for one in relate(told)}


def test_the_attackers_dead_are_in_gtds_total_and_not_in_ibcs() -> None:
    told = [
        figure(35, 35, "activists", at=0, status="civilian", group="shoppers"),
        figure(20, None, "activists", at=10, status="combatant", group="ISIS fighters"),
        strike("ISIS", "activists"),
    ]
    assert ends(tally("gtd-like", *told, people="people")) == (55, 55)
    assert ends(tally("gtd-like", *told, people="attackers")) == (20, 20)
    assert ends(tally("ibc-like", *told)) == (35, 35)


def test_three_hostages_killed_in_the_outlets_own_voice_are_provisional() -> None:
    one = tally("ibc-like", figure(3, 3, status="civilian", group="hostages"))
    assert (ends(one), one.flags) == ((3, 3), ("provisional",))


def test_of_twelve_dead_four_gunmen_leave_eight_who_are_taken_for_civilians() -> None:
    told = [
        figure(12, 12, "medics", at=0, group="people"),
        figure(4, 4, "medics", at=10, scope="part", status="combatant", group="gunmen"),
    ]
    assert ends(tally("airwars-like", *told, people="civilians")) == (8, 8)
    assert ends(tally("airwars-like", *told, people="belligerents")) == (4, 4)
    assert ends(tally("ibc-like", *told)) == (0, 8)
    shares = tally("ucdp-like", *told).shares
    assert {(share.people, share.number) for share in shares} == {("combatants", 4), ("unknown", 8)}


def test_the_dead_of_two_sides_are_added_and_split_by_side() -> None:
    told = [
        figure(35, 35, "activists", at=0, status="combatant", group="pro-government fighters"),
        figure(21, None, at=10, status="combatant", group="ISIS fighters", qualifier="more_than"),
    ]
    deaths = tally("ucdp-like", *told)
    assert (ends(deaths), deaths.high.open, deaths.flags) == ((56, 56), True, ("summed",))
    assert {(share.people, share.number) for share in deaths.shares} == {
        ("pro-government fighters", 35),
        ("ISIS fighters", 21),
    }
