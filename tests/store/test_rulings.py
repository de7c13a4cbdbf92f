from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from counterclaim.core.claims import Casualty
from counterclaim.core.errors import DataError, NotFoundError, StoreError
from counterclaim.core.incidents import Incident
from counterclaim.core.types import Sheet
from counterclaim.store import Store, query

MakeSheet = Callable[..., Sheet]


@pytest.fixture
def claim_id(store: Store, make_sheet: MakeSheet) -> str:
    """The first of two claims in the store: 12 miners killed."""
    store.write_sheet(make_sheet())
    return store.claims()[0].claim.id


def first_claim(store: Store) -> Casualty:
    claim = store.claims()[0].claim
    assert isinstance(claim, Casualty)
    return claim


def test_a_rejected_claim_is_left_out_everywhere(store: Store, path: Path, claim_id: str) -> None:
    told = Incident(code="orlova", title="Orlova", claims=tuple(f.claim.id for f in store.claims()))
    store.write_incidents([told])
    store.rule(claim_id, "reject", who="Ana", why="a misreading")
    assert [filed.claim.id for filed in store.claims()] == list(told.claims[1:])
    assert [filed.claim.id for filed in store.claims_of(told)] == list(told.claims[1:])
    assert [filed.claim.id for filed in store.claims_in(store.documents()[0].id)] == list(told.claims[1:])
    assert store.documents()[0].claims == 1
    assert [row[0] for row in query(path, "SELECT low FROM figures").rows] == [30]


def test_a_later_acceptance_brings_a_rejected_claim_back(store: Store, claim_id: str) -> None:
    store.rule(claim_id, "reject", who="Ana", why="a misreading")
    store.rule(claim_id, "accept", who="Ben", why="checked with the original")
    assert first_claim(store).id == claim_id


def test_a_fix_shows_in_the_claim_and_in_sql_and_leaves_the_sheet_as_read(
    store: Store, path: Path, claim_id: str, make_sheet: MakeSheet
) -> None:
    store.rule(claim_id, "fix", field="min", value=13, who="Ana", why="erratum")
    store.rule(claim_id, "fix", field="speakers", value=["Mine Board"], who="Ana", why="erratum")
    fixed = first_claim(store)
    assert (fixed.id, fixed.min, fixed.speakers) == (claim_id, 13, ("Mine Board",))
    assert query(path, "SELECT low, speaker FROM figures ORDER BY low").rows[0] == (13, "Mine Board")
    assert store.sheet("orlova.txt") == make_sheet()
    assert store.check() == []


def test_the_latest_fix_of_a_field_counts(store: Store, claim_id: str) -> None:
    store.rule(claim_id, "fix", field="group", value="engineers", who="Ana", why="said so")
    store.rule(claim_id, "fix", field="group", value=None, who="Ben", why="unclear")
    assert first_claim(store).group is None


def test_rulings_outlive_a_re_reading(store: Store, claim_id: str, make_sheet: MakeSheet) -> None:
    store.rule(claim_id, "fix", field="status", value="civilian", who="Ana", why="said so")
    assert store.write_sheet(make_sheet(stages=("claims.v2",))) == "reread"
    assert first_claim(store).status == "civilian"


def test_a_ruling_waits_for_its_claim_to_be_found_again(
    store: Store, claim_id: str, make_sheet: MakeSheet
) -> None:
    store.rule(claim_id, "fix", field="status", value="civilian", who="Ana", why="said so")
    store.write_sheet(replace(make_sheet(stages=("claims.v2",)), claims=()))
    assert store.claims() == []
    assert store.check() == []
    store.write_sheet(make_sheet(stages=("claims.v3",)))
    assert first_claim(store).status == "civilian"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("start", 3, "no field 'start' to fix"),
        ("stance", "denies", "no field 'stance' to fix"),
        ("min", "many", "'many' is no min"),
        ("harm", "scared", "'scared' is no harm"),
    ],
)
def test_a_fix_that_the_claim_cannot_take_is_refused(
    store: Store, path: Path, claim_id: str, field: str, value: object, message: str
) -> None:
    with pytest.raises(DataError, match=message):
        store.rule(claim_id, "fix", field=field, value=value, who="Ana", why="a try")
    assert query(path, "SELECT count(*) FROM rulings").rows == ((0,),)


def test_only_a_fix_names_a_field(store: Store, claim_id: str) -> None:
    with pytest.raises(DataError, match="a fix names a field"):
        store.rule(claim_id, "fix", who="Ana", why="forgot it")
    with pytest.raises(DataError, match="a fix names a field"):
        store.rule(claim_id, "reject", field="min", who="Ana", why="confused")


def test_an_unknown_claim_cannot_be_ruled_on(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no claim has the id 'ffff'"):
        store.rule("ffff", "accept", who="Ana", why="a typo")


@pytest.mark.parametrize("sql", ["UPDATE rulings SET who = 'Eve'", "DELETE FROM rulings"])
def test_nobody_rewrites_a_ruling(store: Store, claim_id: str, sql: str) -> None:
    store.rule(claim_id, "accept", who="Ana", why="checked")
    with pytest.raises(StoreError, match="only ever added"), store.reading() as connection:
        connection.exec_driver_sql(sql)


def test_an_unknown_decision_is_refused(store: Store, path: Path, claim_id: str) -> None:
    with pytest.raises(DataError, match="accept, reject or fix"):
        store.rule(claim_id, "maybe", who="Ana", why="unsure")  # type: ignore[arg-type]
