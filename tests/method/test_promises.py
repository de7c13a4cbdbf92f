"""What holds for tallies of any figures."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.claims import Stance
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.profiles import PROFILES, Settings, decode_settings, reconcile
from counterclaim.incidents.revisions import revision_lines
from counterclaim.incidents.tallies import Reconciled
from tests.method.telling import blame, ends, figure, tally

SETTINGS = (
    Settings(),
    decode_settings(
        b'[[ratings]]\nspeaker="army"\nreliability="highly_unreliable"\nauthor="A"\ndate="2026"\n'
        b'[[ratings]]\nspeaker="medics"\nreliability="highly_reliable"\nauthor="A"\ndate="2026"\n'
    ),
)
speakers = st.lists(st.sampled_from(["medics", "army", "Coast Monitor", "Russia"]), max_size=2, unique=True)


@st.composite
def bounds(draw: st.DrawFn) -> dict[str, Any]:
    """Fields of a figure whose bounds are in order, as the reader gives them."""
    low = draw(st.none() | st.integers(0, 60))
    high = draw(st.none() | st.integers(low or 0, 90))
    if low == high == 0:
        return {"low": 0, "high": 0, "qualifier": "none", "polarity": "negated"}
    qualifier = draw(st.sampled_from(["exact", "at_least", "more_than", "about", "vague", "unknown"]))
    return {"low": low, "high": high, "qualifier": qualifier}


@st.composite
def incidents(draw: st.DrawFn) -> list[FiledClaim]:
    """Figures of several documents, of all kinds of people, some of them parts or totals, and blame."""
    told = []
    for at in range(draw(st.integers(0, 7))):
        group, status = draw(
            st.sampled_from(
                [(None, "unknown"), ("people", "mixed"), ("villagers", "civilian"), ("children", "civilian"), ("soldiers", "combatant"), ("rebel fighters", "combatant")]
            )
        )  # fmt: skip
        fields = draw(bounds())
        low, high = fields.pop("low"), fields.pop("high")
        told.append(
            figure(
                low,
                high,
                *draw(speakers),
                at=20 * at,
                document=draw(st.sampled_from(["d1", "d2", "d3"])),
                published=draw(st.sampled_from([None, "2021-05-03", "2021-05-04", "2021-05"])),
                sentence=draw(
                    st.sampled_from(
                        ["They died.", "The toll rose from 4 to 9.", f"up from {low}, it is more"]
                    )
                ),
                harm=draw(st.sampled_from(["killed", "wounded", "killed_or_wounded"])),
                scope=draw(st.sampled_from(["incident", "incident", "incident", "part", "cumulative"])),
                modality=draw(st.sampled_from(["asserted", "alleged", "conditional"])),
                group=group,
                status=status,
                **fields,
            )
        )
    if draw(st.booleans()):
        stance: Stance = draw(st.sampled_from(get_args(Stance)))
        told.append(blame(stance, draw(st.sampled_from(["army", "Russia"])), *draw(speakers)))
    return list({one.claim.id: one for one in told}.values())


def results(told: list[FiledClaim]) -> list[Reconciled]:
    return [reconcile(profile, told, settings) for profile in PROFILES for settings in SETTINGS]


@given(st.data())
def test_the_order_of_the_claims_changes_no_tally(data: st.DataObject) -> None:
    told = data.draw(incidents())
    shuffled = data.draw(st.permutations(told))
    assert results(shuffled) == results(told)
    assert revision_lines(shuffled) == revision_lines(told)


@given(incidents())
def test_low_is_never_above_best_nor_best_above_high(told: list[FiledClaim]) -> None:
    for result in results(told):
        for one in result.tallies:
            stated = [
                bound.number for bound in (one.low, one.best, one.high) if bound and bound.number is not None
            ]
            assert stated == sorted(stated)
            assert all(number >= 0 for number in stated)


@given(incidents())
def test_the_shares_of_each_side_add_up_to_the_best_figure(told: list[FiledClaim]) -> None:
    for settings in SETTINGS:
        for one in reconcile("ucdp-like", told, settings).tallies:
            if one.best is not None:
                assert sum(share.number for share in one.shares) == one.best.number
                assert all(share.number >= 0 for share in one.shares)


@given(incidents())
def test_every_bound_leads_back_to_claims_that_are_in_the_trace(told: list[FiledClaim]) -> None:
    for result in results(told):
        steps = {step.claim: step for step in result.trace}
        for one in result.tallies:
            for bound in (one.low, one.best, one.high, *one.shares):
                if bound is None or bound.number is None or "excluded" in one.flags:
                    continue
                assert all(steps[claim].used for claim in bound.claims)
                assert bound.claims or bound.number == 0
        assert {step.claim for step in result.trace} >= {
            one.claim.id for one in told if one.claim.__struct_config__.tag == "casualty"
        }


same_people = st.tuples(st.integers(0, 60), st.none() | st.integers(0, 30))


@given(st.lists(same_people, min_size=1, max_size=5), same_people)
def test_another_speakers_figure_never_narrows_the_airwars_range(
    known: list[tuple[int, int | None]], added: tuple[int, int | None]
) -> None:
    told = [
        figure(low, None if more is None else low + more, f"witness {at}", at=10 * at, status="civilian")
        for at, (low, more) in enumerate([*known, added], start=1)
    ]
    before, after = tally("airwars-like", *told[:-1]), tally("airwars-like", *told)
    low, high = ends(before)
    new_low, new_high = ends(after)
    assert None not in (low, high, new_low, new_high)
    assert new_low <= low  # type: ignore[operator]
    assert new_high >= high  # type: ignore[operator]


@given(incidents(), st.data())
def test_a_repeat_in_another_paper_changes_no_number(told: list[FiledClaim], data: st.DataObject) -> None:
    named = [one for one in told if one.claim.speakers and one.claim.__struct_config__.tag == "casualty"]
    if not named:
        return
    repeated = data.draw(st.sampled_from(named))
    claim = replace(repeated.claim, id=f"{repeated.claim.id}-again")
    copy = replace(repeated, document_id="d4", doc="d4", outlet="Weekly", sentence="They died.", claim=claim)

    def numbers(of: list[FiledClaim]) -> list[tuple[str, int | None, int | None]]:
        return [(one.harm, *ends(one)) for profile in PROFILES for one in reconcile(profile, of).tallies]

    assert numbers([*told, copy]) == numbers(told)


@given(incidents())
def test_a_revision_line_ends_in_a_figure_that_stands(told: list[FiledClaim]) -> None:
    standing = {step.claim for step in reconcile("accounts", told).trace if step.used}
    for line in revision_lines(told):
        assert len(line.claims) == len(line.bases) + 1 >= 2
        assert line.claims[-1].claim.id in standing
