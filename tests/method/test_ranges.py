"""How far figures lie apart, whatever they count: the cases that all profiles share."""

from __future__ import annotations

import pytest

from counterclaim.incidents.profiles import reconcile
from counterclaim.incidents.revisions import revision_lines
from counterclaim.incidents.tallies import range_words
from tests.method.telling import ends, figure, tally, used, why_not

COALITION = figure(62, None, "US-led coalition", at=0, group="Orlovan troops", status="combatant")
RUSSIANS = figure(62, 62, "Russian military", at=10, group="Orlovan soldiers", status="combatant")
MONITOR = figure(83, 83, "Coast Monitor", at=20)


def test_at_least_62_and_62_and_83_are_one_range_and_every_profile_reads_it_its_way() -> None:
    told = (COALITION, RUSSIANS, MONITOR)
    deaths = tally("ucdp-like", *told)
    assert (deaths.low.number, deaths.best and deaths.best.number, deaths.high.number) == (62, 62, 83)
    assert ends(tally("airwars-like", *told, people="belligerents")) == (62, 83)
    result = reconcile("acled-like", told)
    assert ends(result.tallies[0]) == (62, 62)
    assert result.notes == ("Coast Monitor: 83",)
    excluded = tally("ibc-like", *told)
    assert (ends(excluded), excluded.flags) == ((0, 0), ("excluded",))


def test_a_caption_that_repeats_its_article_adds_no_voice() -> None:
    body = figure(9, 9, "Coast Monitor", at=0, status="civilian")
    caption = figure(9, 9, "Coast Monitor", at=90, status="civilian", group="villagers")
    result = reconcile("ibc-like", [body, caption])
    assert "provisional" in result.tallies[0].flags
    assert "repeats what Coast Monitor says" in why_not(result, caption)


def test_two_outlets_that_quote_one_monitor_are_one_voice() -> None:
    told = [
        figure(9, 9, "Coast Monitor", document="d1", outlet="Daily", status="civilian"),
        figure(9, 9, "Coast Monitor", document="d2", outlet="Weekly", status="civilian"),
    ]
    grade = reconcile("airwars-like", told).grade
    assert grade is not None
    assert (grade.name, grade.why) == ("Weak", "a single voice: Coast Monitor")


def test_a_revised_figure_gives_way_to_the_later_one_and_stays_visible() -> None:
    early = figure(62, 62, "Health Ministry", document="d1", published="2021-05-03")
    late = figure(80, 80, "Health Ministry", document="d2", published="2021-05-04")
    assert ends(tally("accounts", early, late)) == (80, 80)
    assert "replaced by" in why_not(reconcile("accounts", [early, late]), early)
    (line,) = revision_lines([late, early])
    assert [one.claim.id for one in line.claims] == [early.claim.id, late.claim.id]


@pytest.mark.parametrize("profile", ["accounts", "ucdp-like", "airwars-like"])
def test_open_bounds_alone_keep_the_high_end_open(profile: str) -> None:
    told = [figure(62, None, "army", at=0), figure(70, None, "medics", at=10)]
    assert range_words(tally(profile, *told)) == "62–70+"


def test_about_35_is_35_with_a_mark_and_no_invented_margin() -> None:
    deaths = tally("ucdp-like", figure(35, 35, "activists", qualifier="about"))
    assert (deaths.low.number, deaths.best and deaths.best.number, deaths.high.number) == (35, 35, 35)
    assert deaths.flags == ("approximate",)


def test_more_than_20_is_21_strictly_and_20_where_the_profile_is_conservative() -> None:
    over = figure(21, None, "medics", qualifier="more_than")
    assert tally("accounts", over).low.number == 21
    assert tally("acled-like", over).low.number == 20


def test_casualties_of_unknown_number_confirm_no_death() -> None:
    some = figure(None, None, "medics", harm="killed_or_wounded", qualifier="unknown")
    deaths = tally("ucdp-like", some)
    assert (deaths.low.number, deaths.best, deaths.high.number) == (0, None, None)
    assert deaths.flags == ("undivided_only",)
    assert tally("acled-like", some).best is not None
    assert tally("acled-like", some).low.number is None  # unknown, never 0


def test_nothing_stated_prints_unknown_and_nought_prints_0() -> None:
    silent = figure(None, None, "medics", qualifier="unknown")
    nobody = figure(0, 0, "army", qualifier="none", polarity="negated")
    assert range_words(tally("accounts", silent)) == "Unknown"
    assert range_words(tally("accounts", nobody)) == "0"


def test_nine_arrested_one_of_them_spanish_the_rest_moroccan_are_nine() -> None:
    told = [
        figure(9, 9, "Interior Ministry", at=0, harm="detained"),
        figure(1, 1, "Interior Ministry", at=10, harm="detained", scope="part", group="Spanish national"),
        figure(8, 8, "Interior Ministry", at=20, harm="detained", scope="part", group="Moroccans"),
    ]
    assert ends(tally("accounts", *told, harm="detained")) == (9, 9)


def test_five_civilians_two_of_them_children_are_five() -> None:
    whole = figure(5, 5, "medics", at=0, status="civilian", group="civilians")
    part = figure(2, 2, "medics", at=10, status="civilian", group="children", scope="part")
    for profile in ("accounts", "ucdp-like", "airwars-like", "ibc-like", "acled-like", "gtd-like"):
        assert ends(tally(profile, whole, part)) == (5, 5)
    children = figure(2, 2, "teachers", at=20, status="civilian", group="children")
    assert ends(tally("ucdp-like", whole, children)) == (5, 5)


@pytest.mark.parametrize(
    "profile", ["accounts", "ucdp-like", "airwars-like", "ibc-like", "acled-like", "gtd-like"]
)
def test_the_toll_of_the_month_never_enters_the_range_of_one_strike(profile: str) -> None:
    strike = figure(7, 7, "medics", at=0)
    month = figure(300, 300, "medics", at=10, scope="cumulative")
    assert tally(profile, strike, month).high.number == 7
    assert why_not(reconcile(profile, [strike, month]), month) == "a total over more than this incident"


def test_people_trapped_for_years_are_no_casualties_of_an_attack() -> None:
    trapped = figure(200_000, 200_000, harm="besieged")
    result = reconcile("accounts", [trapped])
    assert result.tallies == ()
    assert "standing condition" in why_not(result, trapped)


def test_dead_wounded_and_undivided_casualties_are_never_mixed() -> None:
    told = [
        figure(3, 3, "medics", at=0),
        figure(40, 40, "medics", at=10, harm="wounded"),
        figure(90, 90, "police", at=20, harm="killed_or_wounded"),
    ]
    found = {one.harm: ends(one) for one in reconcile("accounts", told).tallies}
    assert found == {"killed": (3, 3), "wounded": (40, 40), "killed_or_wounded": (90, 90)}
    assert ends(tally("ucdp-like", *told)) == (3, 3)


def test_a_figure_relayed_by_a_ministry_is_the_armys_word() -> None:
    relayed = figure(62, 62, "Orlovan army", at=0, status="civilian", via=("Foreign Ministry",))
    direct = figure(62, 62, "Orlovan army", document="d2", status="civilian")
    assert "provisional" in tally("ibc-like", relayed, direct).flags


@pytest.mark.parametrize(
    ("words", "floor", "coded"), [("tens", 20, 10), ("dozens", 24, 12), ("hundreds", 200, 100)]
)
def test_tens_dozens_and_hundreds_are_10_12_and_100_in_acleds_words(
    words: str, floor: int, coded: int
) -> None:
    vague = figure(floor, None, "medics", qualifier="vague", sentence=f"{words} were killed")
    assert ends(tally("acled-like", vague)) == (coded, coded)
    assert tally("ucdp-like", vague).low.number == floor


def test_up_to_50_gives_no_lower_bound_and_does_not_pull_others_down_to_0() -> None:
    up_to = figure(None, 50, "army", at=0, qualifier="at_most")
    alone = tally("accounts", up_to)
    assert (ends(alone), alone.low.open) == ((0, 50), True)
    assert ends(tally("accounts", up_to, figure(30, 30, "medics", at=10))) == (30, 50)


def test_the_same_claim_given_twice_changes_nothing() -> None:
    told = [COALITION, RUSSIANS, MONITOR]
    for profile in ("accounts", "ucdp-like", "airwars-like"):
        assert reconcile(profile, [*told, *told]) == reconcile(profile, told)


def test_every_figure_has_a_step_whether_it_counts_or_not() -> None:
    told = [COALITION, RUSSIANS, MONITOR, figure(300, 300, "Coast Monitor", at=30, scope="cumulative")]
    result = reconcile("ucdp-like", told)
    assert [step.claim for step in result.trace] == [one.claim.id for one in told]
    assert used(result) == {one.claim.id for one in told[:3]}
    assert all(step.sentence and step.quote and step.why for step in result.trace)
