"""Several incidents together."""

from __future__ import annotations

import msgspec

from counterclaim.core.claims import claim_id
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.across import link
from counterclaim.incidents.profiles import reconcile
from counterclaim.incidents.sums import add_up, without_itemised
from counterclaim.incidents.tallies import Bound, Tally
from tests.method.telling import figure, strike


def killed(low: int | None, high: int | None) -> Tally:
    return Tally(harm="killed", people="civilians", low=Bound(number=low), high=Bound(number=high))


def test_minima_and_maxima_are_added_apart_and_the_unknown_are_counted() -> None:
    (total,) = add_up([[killed(2, 5)], [killed(10, 10)], [killed(None, None)]], by_people=True)
    assert (total.low, total.high, total.incidents, total.unknown) == (12, 15, 2, 1)


def test_what_lies_within_incidents_on_record_is_taken_off_a_monthly_report_once_and_never_below_0() -> None:
    rest = without_itemised(killed(300, 320), [killed(62, 83), killed(10, 10)])
    assert (rest.low.number, rest.high.number) == (207, 248)
    none_left = without_itemised(killed(50, 60), [killed(62, 83)])
    assert (none_left.low.number, none_left.high.number) == (0, 0)


def test_joining_two_incidents_and_parting_them_again_gives_the_same_bytes() -> None:
    one = [figure(9, 9, "medics", document="d1"), figure(12, 12, "army", document="d1", at=10)]
    other = [figure(4, 4, "medics", document="d2"), figure(5, 5, "police", document="d2", at=10)]

    def rendered(told: list[FiledClaim]) -> bytes:
        return msgspec.json.encode(
            [reconcile(profile, told) for profile in ("accounts", "ucdp-like", "gtd-like")]
        )

    before = rendered(one), rendered(other)
    joined = rendered(one + other)
    assert joined not in before
    assert (rendered(one), rendered(other)) == before


def test_a_day_whose_year_nobody_states_stays_so_in_an_incidents_name() -> None:
    told = strike("Orlovan air force")
    claim = msgspec.structs.replace(told.claim, when="XXXX-09-17", incident="d1.1.1", place="Quetta")
    (incident,) = link(
        [msgspec.structs.replace(told, claim=msgspec.structs.replace(claim, id=claim_id("d1", claim)))]
    )
    assert incident.when == "XXXX-09-17"
    assert "year not stated" in incident.title
