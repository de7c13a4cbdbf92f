"""What is compared, what speaks for two happenings being one, and what keeps them apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.incidents import Verdict
from counterclaim.incidents.block import keys_of
from counterclaim.incidents.compare import FEATURES, keeps_apart, reasons
from counterclaim.incidents.group import Pair, group, parts_of
from counterclaim.incidents.kinds import Kind
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.score import judge, log_odds, weights
from counterclaim.incidents.told import Told

TOWN = Told(
    name="a 1",
    document_id="a",
    claims=("a1",),
    kinds=frozenset[Kind](("shelling",)),
    keys=frozenset(("toun",)),
    points=((34.0, 44.0, 3.0),),
    when="2021-05-03",
    published="2021-05-04",
    figures=frozenset((("killed", 9, 9),)),
)


def other(**changed: object) -> Told:
    """What another document tells, but for the changes the same."""
    return replace(TOWN, name="b 1", document_id="b", claims=("b1",), **changed)


def meet(one: Told, two: Told) -> bool:
    """Whether linking compares the two; it must not matter which came first."""
    there, back = keys_of(one), keys_of(two)
    assert bool(there.asked & back.posted) == bool(back.asked & there.posted)
    return bool(there.asked & back.posted)


@pytest.mark.parametrize(
    "changed",
    [
        {"keys": frozenset(("kuart",)), "figures": frozenset()},  # another name for a place close by
        {"keys": frozenset(), "points": ()},  # the figure and the day are left
        {"when": "XXXX-05-03", "published": None},  # no year
        {"when": None, "published": "2021-05-05"},  # no day but that of publication
        {"when": "2021-05-02/2021-05-03"},
    ],
    ids=["near", "figure", "no year", "publication", "night"],
)
def test_two_reports_of_one_shelling_meet_although_one_tells_less(changed: dict[str, object]) -> None:
    assert meet(TOWN, other(**changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"when": "2021-05-05"},
        {"keys": frozenset(("else",)), "points": ((36.0, 44.0, 3.0),), "figures": frozenset()},
        {"kinds": frozenset(("protest",))},
        {"when": None, "spread": "2013"},  # "in 2013" is not the day before publication
        {"when": None, "published": None},
    ],
    ids=["other day", "other place", "other kind", "years ago", "no day"],
)
def test_what_is_not_of_one_place_and_day_is_not_even_compared(changed: dict[str, object]) -> None:
    assert not meet(TOWN, other(**changed))


def test_a_town_meets_reports_that_name_its_province_only_but_no_other_town_of_it() -> None:
    inside = replace(TOWN, lies_in=frozenset(("brofins",)), figures=frozenset())
    province = other(keys=frozenset(("brofins",)), points=((35.5, 45.0, 4.0),), figures=frozenset())
    town = other(
        keys=frozenset(("else",)),
        points=((35.5, 45.0, 4.0),),
        lies_in=frozenset(("brofins",)),
        figures=frozenset(),
    )
    assert meet(inside, province)
    assert keeps_apart(inside, province) is None
    assert not meet(inside, town)
    assert keeps_apart(inside, town) == "other places"


def test_a_report_of_two_towns_is_near_one_that_tells_of_the_second() -> None:
    both = other(keys=frozenset(("else", "toun")), points=((36.0, 44.0, 1.0), (34.0, 44.0, 3.0)))
    assert keeps_apart(TOWN, both) is None


def test_a_month_is_enough_to_find_the_day_where_place_and_kind_agree() -> None:
    recalled = other(when=None, spread="2021-05", published="2025-01-10", figures=frozenset())
    assert meet(TOWN, recalled)
    assert "a day of the month told" in reasons(TOWN, recalled)
    assert keeps_apart(TOWN, other(when=None, spread="2021-06", published="2025-01-10")) == "other days"


def test_a_month_without_a_rare_kind_or_a_figure_links_nothing() -> None:
    month: dict[str, object] = {"when": None, "spread": "2021-05", "published": "2025-01-10"}
    assert judge(TOWN, other(**month, figures=frozenset())) is None
    gas = {"kinds": frozenset[Kind](("chemical_attack",))}
    assert judge(replace(TOWN, **gas), other(**month, **gas, figures=frozenset())) is not None


def test_an_execution_without_a_place_meets_the_executions_of_its_day() -> None:
    execution = frozenset[Kind](("execution",))
    placed = replace(TOWN, kinds=execution, figures=frozenset())
    bare: dict[str, object] = {"keys": frozenset(), "points": (), "figures": frozenset()}
    assert meet(placed, other(**bare, kinds=execution))
    assert not meet(replace(TOWN, figures=frozenset()), other(**bare))  # shellings are many
    elsewhere = other(kinds=execution, keys=frozenset(("else",)), points=(), figures=frozenset())
    assert not meet(placed, elsewhere)


def test_copies_of_one_text_meet_where_nothing_else_is_told() -> None:
    bare: dict[str, object] = {
        "keys": frozenset(),
        "points": (),
        "when": None,
        "published": None,
        "figures": frozenset(),
    }
    text = tuple(range(32))
    assert meet(other(**bare, marks=text), replace(TOWN, marks=text))
    assert not meet(other(**bare, marks=tuple(range(32, 64))), replace(TOWN, marks=text))


days = st.sampled_from(
    ["2021-05-03", "2021-05-02/2021-05-04", "XXXX-05-03", "XXXX-12-31", "2020-12-31", None]
)
told = st.builds(
    Told,
    name=st.sampled_from(["x 1", "y 1", "z 1"]),
    document_id=st.sampled_from(["x", "y", "z"]),
    claims=st.just(("c",)),
    kinds=st.frozensets(st.sampled_from(["shelling", "attack", "execution", "protest"]), max_size=2),
    keys=st.frozensets(st.sampled_from(["k1", "k2", "p1"]), max_size=2),
    wide=st.frozensets(st.just("p1")),
    lies_in=st.frozensets(st.sampled_from(["p1", "p2"]), max_size=1),
    points=st.lists(
        st.sampled_from([(34.0, 44.0, 3.0), (34.01, 44.01, 1.0), (0.0, 0.0, 1.0)]), max_size=2, unique=True
    ).map(tuple),
    when=days,
    spread=st.sampled_from([None, "2013", "2021-05"]),
    published=st.sampled_from([None, "2021-05-04", "2021-05", "XXXX-05-04"]),
    sides=st.frozensets(st.sampled_from(["us", "ru"]), max_size=1),
    targets=st.frozensets(st.sampled_from(["market", "school"]), max_size=1),
    figures=st.frozensets(
        st.sampled_from([("killed", 9, 9), ("killed", 1, None), ("wounded", 70, 70)]), max_size=2
    ),
    words=st.frozensets(st.sampled_from("market school dawn rubble medics siege bridge".split()), max_size=7),
    marks=st.sampled_from([(), tuple(range(32)), tuple(range(3, 35))]),
)


@given(told, told)
def test_comparing_is_mutual(one: Told, two: Told) -> None:
    meet(one, two)
    assert keeps_apart(one, two) == keeps_apart(two, one)
    assert reasons(one, two) == reasons(two, one)
    assert judge(one, two) == judge(two, one)
    judged = judge(one, two)
    assert judged is None or 0 < judged.score < 1


def test_every_reason_has_a_weight_and_the_place_and_day_weigh_most() -> None:
    known = weights().weights
    assert set(known) == set(FEATURES)
    assert log_odds(TOWN, other()) > 0 > log_odds(TOWN, other(keys=frozenset(), points=(), when=None))


def test_a_vague_report_does_not_join_two_attacks_on_one_town() -> None:
    first = replace(TOWN, targets=frozenset(("market",)), statuses=frozenset(("civilian",)))
    second = other(
        targets=frozenset(("base",)),
        figures=frozenset((("killed", 60, 60),)),
        statuses=frozenset(("combatant",)),
    )
    assert judge(first, second) is None or log_odds(first, second) < log_odds(first, other())
    groups = group({"a 1": first, "b 1": second}, [], Verdicts())
    assert len(groups) == 2


def test_pairs_part_into_those_that_hang_together() -> None:
    pairs = [Pair(0.9, "a", "b", ""), Pair(0.8, "b", "c", "")]
    assert parts_of(["d", "c", "b", "a"], pairs) == [["a", "b", "c"], ["d"]]


def test_a_ruling_joins_what_nothing_else_would_and_the_newer_one_counts() -> None:
    far = other(keys=frozenset(("else",)), points=((36.0, 44.0, 3.0),))
    happenings = {"a 1": TOWN, "b 1": far}
    same = Verdict(number=1, decision="same", claims=("a1", "b1"))
    different = Verdict(number=2, decision="different", claims=("a1",), others=("b1",))
    pair = Pair(1.0, "a 1", "b 1", "Ana ruled so")
    assert len(group(happenings, [pair], Verdicts([same]))) == 1
    assert len(group(happenings, [pair], Verdicts([same, different]))) == 2
