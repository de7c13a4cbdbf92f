"""Which figures can be compared, and which exclude each other."""

import pytest

from counterclaim.core.claims import Casualty
from counterclaim.incidents.figures import can_both_be, same_count


def figure(low: int | None, high: int | None = None, **fields: object) -> Casualty:
    known = {"harm": "killed", **fields}
    return Casualty(start=0, end=0, quote="", min=low, max=high, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (figure(62, 62), figure(83, 83), False),
        (figure(62), figure(83, 83), True),
        (figure(62, 62), figure(62), True),
        (figure(None, 50), figure(51, 51), False),
        (figure(10, 12), figure(12, 15), True),
        (figure(0, 0), figure(1), False),
        (figure(None), figure(7, 7), True),
    ],
)
def test_two_figures_can_both_be_when_their_bounds_meet(one: Casualty, other: Casualty, both: bool) -> None:
    assert can_both_be(one, other) is can_both_be(other, one) is both


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (figure(5, 5, group="government soldiers"), figure(6, 6, group="soldiers"), True),
        (figure(5, 5, group="pro-government fighters"), figure(6, 6, group="rebel fighters"), False),
        (figure(5, 5, group="people"), figure(2, 2, group="children"), False),
        (figure(5, 5, status="civilian"), figure(6, 6, status="combatant"), False),
        (figure(5, 5), figure(6, 6, harm="wounded"), False),
        (figure(5, 5), figure(2, 2, scope="part"), False),
        (figure(5, 5, polarity="negated"), figure(5, 5), False),
        (figure(5, 5), figure(6, 6, group="villagers"), True),
    ],
)
def test_only_figures_of_one_harm_to_the_same_people_are_compared(
    one: Casualty, other: Casualty, same: bool
) -> None:
    assert same_count(one, other) is same_count(other, one) is same
