"""Linking a store document by document, and people's rulings on links."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from benchmarks.quality.planted import planted
from counterclaim.core.claims import Casualty, claim_id
from counterclaim.core.errors import DataError, NotFoundError
from counterclaim.core.incidents import Incident
from counterclaim.core.types import Sheet
from counterclaim.incidents.across import link
from counterclaim.incidents.within import label_incidents
from counterclaim.store import Store

SHEETS = tuple(label_incidents(told.sheet) for told in planted(12, seed=5))


def fill(store: Store, sheets: Sequence[Sheet], batch: int = 500) -> None:
    """Write and link the sheets, so many at a time."""
    for first in range(0, len(sheets), batch):
        for sheet in sheets[first : first + batch]:
            store.write_sheet(sheet)
        while store.link():
            pass


def held(store: Store) -> set[tuple[object, ...]]:
    """All that is known of the incidents but for their codes, which tell how they came about."""
    return {_but_code(incident) for incident in store.incidents()}


def _but_code(incident: Incident) -> tuple[object, ...]:
    return (incident.title, incident.claims, incident.relations, incident.links, incident.basis)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_any_batches_give_what_linking_everything_at_once_gives(
    seed: int, store: Store
) -> None:
    random = Random(seed)
    sheets = random.sample(SHEETS, len(SHEETS))
    fill(store, sheets, batch=random.choice((1, 3, 10)))
    assert held(store) == {_but_code(incident) for incident in link(store.claims())}
    assert store.check() == []


def test_a_document_read_anew_leaves_nothing_of_its_former_claims(store: Store) -> None:
    fill(store, SHEETS)
    told = SHEETS[3]
    store.write_sheet(_with_claims(told, 0))
    store.link()
    assert held(store) == {_but_code(incident) for incident in link(store.claims())}
    store.write_sheet(told)
    store.link()
    assert held(store) == {_but_code(incident) for incident in link(store.claims())}


def _with_claims(sheet: Sheet, number: int) -> Sheet:
    return replace(sheet, claims=(sheet.claims or ())[:number])


def test_a_document_that_says_both_nine_and_at_least_nine_is_linked(store: Store) -> None:
    sheet = SHEETS[0]
    figures = [claim for claim in sheet.claims or () if isinstance(claim, Casualty)]
    opened = replace(figures[0], max=None)
    opened = replace(opened, id=claim_id(sheet.document.id, opened))
    store.write_sheet(replace(sheet, claims=(*(sheet.claims or ()), opened)))
    store.link()
    assert any({figures[0].id, opened.id} <= set(incident.claims) for incident in store.incidents())


def test_a_rejected_claim_leaves_its_incident(store: Store) -> None:
    fill(store, SHEETS[:4])
    claim = store.incidents()[0].claims[0]
    store.rule(claim, "reject", who="Ana", why="a misreading")
    store.link()
    assert all(claim not in incident.claims for incident in store.incidents())


def test_reading_the_same_again_links_nothing(store: Store) -> None:
    fill(store, SHEETS[:6])
    fill(store, SHEETS[:6])
    assert store.link() == 0


@pytest.fixture
def two(store: Store) -> tuple[Incident, Incident]:
    """The two largest incidents of the store."""
    fill(store, SHEETS)
    largest = sorted(store.incidents(), key=lambda incident: (-len(incident.claims), incident.code))
    return largest[0], largest[1]


def test_a_ruling_merges_two_incidents_and_its_undoing_parts_them(
    store: Store, two: tuple[Incident, Incident]
) -> None:
    before = store.incidents()
    kept, gone = two
    number = store.rule_same([*kept.claims, *gone.claims], who="Ana", why="one raid")
    store.link()
    merged = store.incident(kept.code)
    assert set(merged.claims) == {*kept.claims, *gone.claims}
    assert merged.previous_codes == (gone.code,)
    assert store.incident(gone.code) == merged
    assert "Ana ruled so" in {link.basis for link in merged.links}
    store.undo_link_ruling(number, who="Ben", why="two raids after all")
    store.link()
    assert store.incidents() == before


def test_a_ruling_splits_an_incident_and_its_undoing_brings_it_together(
    store: Store, two: tuple[Incident, Incident]
) -> None:
    before, (whole, _) = store.incidents(), two
    documents = {
        claim: filed.document_id for claim, filed in zip(whole.claims, store.claims_of(whole), strict=True)
    }
    first = documents[whole.claims[0]]
    moved = [claim for claim in whole.claims if documents[claim] == first]
    rest = [claim for claim in whole.claims if documents[claim] != first]
    number = store.rule_different(moved, rest, who="Ana", why="another raid")
    store.link()
    codes = {claim: incident.code for incident in store.incidents() for claim in incident.claims}
    assert {codes[claim] for claim in moved}.isdisjoint(codes[claim] for claim in rest)
    assert whole.code in codes.values()
    store.undo_link_ruling(number, who="Ana", why="a mistake")
    store.link()
    assert [(each.claims, each.code) for each in store.incidents()] == [
        (each.claims, each.code) for each in before
    ]


def test_a_ruling_takes_one_claim_out_of_what_a_document_tells_as_one(
    store: Store, two: tuple[Incident, Incident]
) -> None:
    (incident, _) = two
    claim, *rest = incident.claims
    store.rule_different([claim], rest, who="Ana", why="about another blast")
    store.link()
    alone = next(each for each in store.incidents() if claim in each.claims)
    assert alone.claims == (claim,)


def test_rulings_hold_when_documents_come_later(path: Path, store: Store) -> None:
    fill(store, SHEETS[:-4])
    one, other, *_ = sorted(store.incidents(), key=lambda incident: incident.code)
    store.rule_same([one.claims[0], other.claims[0]], who="Ana", why="one raid")
    fill(store, SHEETS)
    for sheet in SHEETS:
        store.write_sheet(_with_claims(sheet, 0))
    fill(store, SHEETS)
    together = next(each for each in store.incidents() if one.claims[0] in each.claims)
    assert other.claims[0] in together.claims


def test_the_later_of_two_rulings_counts(store: Store, two: tuple[Incident, Incident]) -> None:
    one, other = two
    store.rule_same([one.claims[0], other.claims[0]], who="Ana", why="one raid")
    store.rule_different(list(one.claims), list(other.claims), who="Ben", why="two raids")
    store.link()
    assert {one.claims, other.claims} <= {each.claims for each in store.incidents()}


@pytest.mark.parametrize(
    ("claims", "others", "message"), [([], ["x"], "on either side"), (["x"], ["x"], "on either side")]
)
def test_a_ruling_names_claims_on_either_side(
    store: Store, claims: list[str], others: list[str], message: str
) -> None:
    with pytest.raises(DataError, match=message):
        store.rule_different(claims, others, who="Ana", why="a try")


def test_a_ruling_on_unknown_claims_or_rulings_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no claim has the id"):
        store.rule_same(["x", "y"], who="Ana", why="a try")
    with pytest.raises(NotFoundError, match="no ruling on links has the number 7"):
        store.undo_link_ruling(7, who="Ana", why="a try")
    assert store.link_rulings() == []


def test_a_ruling_is_undone_once(store: Store, two: tuple[Incident, Incident]) -> None:
    number = store.rule_same([two[0].claims[0], two[1].claims[0]], who="Ana", why="one raid")
    store.undo_link_ruling(number, who="Ana", why="a mistake")
    with pytest.raises(DataError, match="is not in force"):
        store.undo_link_ruling(number, who="Ana", why="again")
    assert [(each.decision, each.in_force) for each in store.link_rulings()] == [
        ("same", False),
        ("undo", False),
    ]
