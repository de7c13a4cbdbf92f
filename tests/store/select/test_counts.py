"""Counts kept beside incidents follow whatever is read, linked and ruled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from counterclaim.core.incidents import Incident, Relation
from counterclaim.store import Store
from counterclaim.store.select import Row, parse_selection, select_all


def row_of(store: Store, code: str) -> Row | None:
    columns = "speakers,documents,claims,killed_low,killed_high,killed_none,contradictions,speaker"
    with store.reading() as connection:
        found = list(
            select_all(connection, parse_selection("incidents", [("code", code), ("columns", columns)]))
        )
    return found[0] if found else None


def fill(store: Store, make_sheet: Callable[..., Any]) -> list[str]:
    store.write_sheet(make_sheet("At least 12 died. The board said 9 died.", doc="a.txt"))
    store.write_sheet(make_sheet("It put the toll at 30.", doc="b.txt", speakers=("Mine Board",)))
    ids = [filed.claim.id for filed in store.claims()]
    tie = Relation(kind="contradicts", claim=ids[0], other=ids[2], basis="")
    store.write_incidents([Incident(code="A", title="Mine", claims=tuple(ids), relations=(tie,))])
    return ids


def test_an_incident_counts_its_speakers_documents_and_figures(
    store: Store, make_sheet: Callable[..., Any]
) -> None:
    fill(store, make_sheet)
    assert row_of(store, "A") == {
        "speakers": 2,
        "documents": 2,
        "claims": 3,
        "killed_low": 9,
        "killed_high": 30,
        "killed_none": 0,
        "contradictions": 1,
        "speaker": "Mine Board; Miners' Union",
    }


def test_a_rejected_claim_no_longer_counts_and_comes_back(
    store: Store, make_sheet: Callable[..., Any]
) -> None:
    ids = fill(store, make_sheet)
    before = row_of(store, "A")
    store.rule(ids[2], "reject", who="amal", why="misread")
    after = row_of(store, "A")
    assert after is not None
    assert (after["speakers"], after["documents"], after["killed_high"], after["contradictions"]) == (
        1,
        1,
        12,
        0,
    )
    store.rule(ids[2], "accept", who="amal", why="read again")
    assert row_of(store, "A") == before


def test_a_fixed_figure_counts_at_once(store: Store, make_sheet: Callable[..., Any]) -> None:
    ids = fill(store, make_sheet)
    store.rule(ids[2], "fix", who="amal", why="typing error", field="min", value=33)
    store.rule(ids[2], "fix", who="amal", why="other name", field="speakers", value=["Mine Office"])
    fixed = row_of(store, "A")
    assert fixed is not None
    assert (fixed["killed_high"], fixed["speaker"]) == (33, "Mine Office; Miners' Union")


def test_an_incident_without_a_claim_that_stands_is_not_listed(
    store: Store, make_sheet: Callable[..., Any]
) -> None:
    for claim in fill(store, make_sheet):
        store.rule(claim, "reject", who="amal", why="misread")
    assert row_of(store, "A") is None


def test_what_a_better_reading_no_longer_finds_no_longer_counts(
    store: Store, make_sheet: Callable[..., Any]
) -> None:
    from msgspec.structs import replace

    fill(store, make_sheet)
    sheet = make_sheet("It put the toll at 30.", doc="b.txt", speakers=("Mine Board",), stages=("claims.v2",))
    store.write_sheet(replace(sheet, claims=()))
    left = row_of(store, "A")
    assert left is not None
    assert (left["claims"], left["speaker"]) == (2, "Miners' Union")


def test_nobody_killed_is_no_figure_among_others(store: Store, make_sheet: Callable[..., Any]) -> None:
    ids = fill(store, make_sheet)
    for field, value in (("min", 0), ("max", 0)):
        store.rule(ids[1], "fix", who="amal", why="", field=field, value=value)
    told = row_of(store, "A")
    assert told is not None
    assert (told["killed_low"], told["killed_high"], told["killed_none"]) == (12, 30, 1)
