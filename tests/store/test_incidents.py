from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.core.errors import NotFoundError, StoreError
from counterclaim.core.incidents import Incident, Relation
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.store.checks import dump_lines
from counterclaim.store.codes import GivenCode, settle_codes

MakeSheet = Callable[..., Sheet]


def incident(code: str, *claims: str) -> Incident:
    return Incident(code=code, title=code, claims=claims)


def given(code: str, number: int, *claims: str, previous: tuple[str, ...] = ()) -> GivenCode:
    return GivenCode(code, number, frozenset(claims), previous)


def codes(settled: tuple[Incident, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.code, each.previous_codes) for each in settled]


def test_an_incident_that_grew_keeps_its_code() -> None:
    settled = settle_codes([given("brod-1", 1, "a", "b")], [incident("brod-new", "a", "b", "c")])
    assert codes(settled) == [("brod-1", ())]


def test_two_incidents_that_became_one_keep_the_code_with_more_claims() -> None:
    old = [given("brod-1", 1, "a"), given("brod-2", 2, "b", "c", previous=("brod-0",))]
    settled = settle_codes(old, [incident("brod-new", "a", "b", "c")])
    assert codes(settled) == [("brod-2", ("brod-0", "brod-1"))]


def test_of_two_with_as_many_claims_the_older_code_stays() -> None:
    old = [given("younger", 5, "a"), given("older", 2, "b")]
    assert codes(settle_codes(old, [incident("new", "a", "b")])) == [("older", ("younger",))]


def test_an_incident_that_fell_apart_leaves_its_code_to_the_larger_part() -> None:
    old = [given("brod-1", 1, "a", "b", "c", previous=("brod-0",))]
    settled = settle_codes(old, [incident("brod-1", "c"), incident("other", "a", "b")])
    assert codes(settled) == [("brod-1-2", ()), ("brod-1", ("brod-0",))]


def test_a_code_goes_to_one_incident_and_the_next_best_code_to_the_next() -> None:
    old = [given("one", 1, "a", "b", "c"), given("two", 2, "d", "e")]
    settled = settle_codes(old, [incident("x", "a", "b", "c", "d"), incident("y", "e")])
    assert codes(settled) == [("one", ()), ("two", ())]


def test_no_new_incident_gets_a_code_that_still_leads_elsewhere() -> None:
    old = [given("brod-2", 1, "a", previous=("brod-1",))]
    settled = settle_codes(old, [incident("brod-1", "z"), incident("q", "a")])
    assert codes(settled) == [("brod-1-2", ()), ("brod-2", ("brod-1",))]


def test_new_incidents_with_one_code_are_told_apart() -> None:
    assert codes(settle_codes([], [incident("brod", "a"), incident("brod", "b")])) == [
        ("brod", ()),
        ("brod-2", ()),
    ]


def test_the_order_of_incidents_does_not_change_their_codes() -> None:
    old = [given("one", 1, "a", "b")]
    parts = [incident("x", "a"), incident("y", "b")]
    forth, back = settle_codes(old, parts), settle_codes(old, parts[::-1])
    assert sorted(codes(forth)) == sorted(codes(back))
    assert {i.claims: i.code for i in forth} == {i.claims: i.code for i in back}


@pytest.fixture
def claim_ids(store: Store, make_sheet: MakeSheet) -> list[str]:
    """Four claims in the store, two of each document."""
    store.write_sheet(make_sheet(doc="a.txt"))
    store.write_sheet(make_sheet("Shelling killed 4 in Brod. The mayor counted 7.", doc="b.txt"))
    return [filed.claim.id for filed in store.claims()]


def test_incidents_come_back_as_they_were_written(store: Store, claim_ids: list[str]) -> None:
    first, second, third, fourth = claim_ids
    told = Incident(
        code="orlova-2021",
        title="Explosion, Orlova, 2021-05",
        kind="bombing",
        place="Orlova",
        when="2021-05",
        claims=(third, first, second),
        relations=(Relation(kind="contradicts", claim=first, other=third, basis="other figures"),),
        basis="same place",
        maker="group.v1",
    )
    other = incident("brod", fourth)
    assert store.write_incidents([told, other]) == (told, other)
    assert store.incidents() == [told, other]
    assert store.incident("orlova-2021") == told
    assert [filed.claim.id for filed in store.claims_of(told)] == [third, first, second]


def test_a_swallowed_code_still_leads_to_its_incident(store: Store, claim_ids: list[str]) -> None:
    store.write_incidents([incident("one", *claim_ids[:3]), incident("two", claim_ids[3])])
    (merged,) = store.write_incidents([incident("fresh", *claim_ids)])
    assert (merged.code, merged.previous_codes) == ("one", ("two",))
    assert store.incident("two") == store.incident("one") == merged


def test_an_unknown_code_is_answered_with_codes_near_it(store: Store, claim_ids: list[str]) -> None:
    store.write_incidents([incident("orlova-2021", claim_ids[0])])
    with pytest.raises(NotFoundError, match="near it: orlova-2021"):
        store.incident("orlova-2012")


def test_codes_survive_a_better_extractor(store: Store, claim_ids: list[str], make_sheet: MakeSheet) -> None:
    (before,) = store.write_incidents([incident("one", *claim_ids)])
    assert store.write_sheet(make_sheet(doc="a.txt", stages=("claims.v2",))) == "reread"
    assert store.incidents() == [before]
    (after,) = store.write_incidents([incident("recomputed", *claim_ids)])
    assert after.code == "one"


def test_an_incident_with_an_unknown_claim_changes_nothing(store: Store, claim_ids: list[str]) -> None:
    (before,) = store.write_incidents([incident("one", *claim_ids)])
    with pytest.raises(StoreError, match="claim that is not in the store"):
        store.write_incidents([incident("two", "f" * 16)])
    assert store.incidents() == [before]


def test_the_dump_does_not_tell_how_the_codes_came_about(store: Store, claim_ids: list[str]) -> None:
    store.write_incidents([incident("one", *claim_ids[:2]), incident("two", *claim_ids[2:])])
    together = Incident(code="all", title="all", claims=tuple(claim_ids))
    store.write_incidents([together])
    merged = dump_lines(store)
    store.write_incidents([])
    store.write_incidents([together])
    assert store.incidents()[0].previous_codes == ()
    assert dump_lines(store) == merged


def test_a_code_that_went_into_another_comes_back_when_the_two_part() -> None:
    merged = [given("one", 1, "a", "b", "c", "d", previous=("two", "zero"))]
    former = [GivenCode("two", 2, frozenset(("c", "d")), ()), GivenCode("zero", 0, frozenset(("z",)), ())]
    settled = settle_codes(merged, [incident("x", "a", "b"), incident("y", "c", "d")], former)
    assert codes(settled) == [("one", ("zero",)), ("two", ())]


def test_a_code_does_not_come_back_for_a_small_part_of_its_claims() -> None:
    merged = [given("one", 1, "a", "b", "c", "d", previous=("two",))]
    former = [GivenCode("two", 2, frozenset(("b", "c", "d")), ())]
    settled = settle_codes(merged, [incident("x", "a", "b", "c"), incident("y", "d")], former)
    assert codes(settled) == [("one", ("two",)), ("y", ())]


def test_a_new_code_is_not_one_of_an_incident_elsewhere() -> None:
    settled = settle_codes([], [incident("brod", "a")], in_use=lambda code: code in ("brod", "brod-2"))
    assert codes(settled) == [("brod-3", ())]
