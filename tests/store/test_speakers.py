from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from counterclaim.core.errors import NotFoundError
from counterclaim.core.incidents import FiledClaim, Incident, Relation
from counterclaim.core.types import Sheet
from counterclaim.incidents.compared import compare_speaker
from counterclaim.store import Store
from counterclaim.store.speaker_claims import read_disputes, read_figures, read_stands, read_told
from counterclaim.store.speakers import SaidBy, count_said, find_speaker

MakeSheet = Callable[..., Sheet]


def said(store: Store, speaker: str) -> SaidBy:
    with store.reading() as connection:
        return count_said(connection, speaker)


def found(store: Store, name: str) -> str:
    with store.reading() as connection:
        return find_speaker(connection, name)


def test_what_a_speaker_said_is_counted_by_kind_relay_and_outlet(store: Store, make_sheet: MakeSheet) -> None:
    store.write_sheet(make_sheet(outlet="Wire", published="2016-10-03", denies=True))
    store.write_sheet(make_sheet("2 died.", doc="b", outlet="Post", published="2016-10-05", via=("mayor",)))
    store.write_sheet(make_sheet("9 died.", doc="c", speakers=("somebody else",)))
    told = said(store, "Miners' Union")
    assert (told.claims, told.documents, told.figures) == (4, 2, 3)
    assert told.by_type == (("casualty", 3), ("responsibility", 1))
    assert told.by_stance == (("denies", 1),)
    assert (told.first, told.last) == ("2016-10-03", "2016-10-05")
    assert (told.relayed, told.relays) == (1, (("mayor", 1),))
    assert told.outlets == (("Wire", 3), ("Post", 1))


def test_rejected_claims_are_not_counted_or_listed(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet()
    store.write_sheet(sheet)
    store.rule((sheet.claims or ())[0].id, "reject", who="reader", why="misread")
    assert said(store, "Miners' Union").figures == 1
    with store.reading() as connection:
        assert len(read_figures(connection, "Miners' Union", 10)) == 1


def test_a_speaker_is_found_in_another_case_and_by_its_short_name(
    store: Store, make_sheet: MakeSheet
) -> None:
    store.write_sheet(make_sheet(speakers=("Syrian Observatory for Human Rights",)))
    store.write_sheet(make_sheet("3 died.", doc="b", speakers=("Activists",)))
    assert found(store, "SOHR") == "Syrian Observatory for Human Rights"
    assert found(store, "activists") == "Activists"
    with pytest.raises(NotFoundError, match="near it: Activists"):
        found(store, "Activist")


def test_a_name_that_a_document_alone_shortens_is_found(store: Store, make_sheet: MakeSheet) -> None:
    from msgspec.structs import replace

    sheet = make_sheet(speakers=("Orlova Rescue Office",))
    claims = tuple(replace(claim, speaker_aliases=("the “ORO”",)) for claim in sheet.claims or ())
    store.write_sheet(replace(sheet, claims=claims))
    assert found(store, "the “ORO”") == "Orlova Rescue Office"


def test_the_latest_figures_come_first_and_in_pages(store: Store, make_sheet: MakeSheet) -> None:
    for day in range(1, 6):
        store.write_sheet(make_sheet(f"{day} died.", doc=f"d{day}", published=f"2016-10-0{day}"))
    store.write_sheet(make_sheet("77 died.", doc="undated"))
    with store.reading() as connection:
        pages = [read_figures(connection, "Miners' Union", 4, start) for start in (0, 4, 8)]
    assert [[one.filed.doc for one in page] for page in pages] == [
        ["d5", "d4", "d3", "d2"],
        ["d1", "undated"],
        [],
    ]


@pytest.fixture
def planted(store: Store, make_sheet: MakeSheet) -> Store:
    """Six incidents; in four of them the council counts half of what the union counts."""
    incidents = []
    for n in range(6):
        union = make_sheet(f"At noon {2 * n + 2} died.", doc=f"u{n:02d}", published=f"2016-10-{n + 1:02d}")
        claims = list(union.claims or ())
        store.write_sheet(union)
        relations: tuple[Relation, ...] = ()
        if n < 4:
            council = make_sheet(
                f"By night {n + 1} died.", doc=f"c{n:02d}", speakers=("Council",), denies=True
            )
            store.write_sheet(council)
            relations = (
                Relation(
                    kind="contradicts",
                    claim=(council.claims or ())[0].id,
                    other=claims[0].id,
                    basis="both cannot be",
                ),
            )
            claims += council.claims or ()
        incidents.append(
            Incident(
                code=f"I{n:02d}",
                title=f"Incident {n}",
                claims=tuple(claim.id for claim in claims),
                relations=relations,
            )
        )
    store.write_incidents(incidents)
    return store


def everything(store: Store) -> list[tuple[Incident, list[FiledClaim]]]:
    return [(incident, store.claims_of(incident)) for incident in store.incidents()]


def test_what_is_read_for_a_comparison_gives_what_the_whole_store_would(planted: Store) -> None:
    with planted.reading() as connection:
        for speaker in ("Miners' Union", "Council"):
            told = read_told(connection, speaker)
            assert compare_speaker(speaker, told) == compare_speaker(speaker, everything(planted))


def test_an_incident_that_nobody_else_counts_comes_with_the_speakers_own_figure(planted: Store) -> None:
    with planted.reading() as connection:
        told = {incident.code: filed for incident, filed in read_told(connection, "Miners' Union")}
    assert len(told) == 6
    assert [one.doc for one in told["I05"]] == ["u05"]
    assert {one.doc for one in told["I03"]} == {"u03", "c03"}


def test_of_many_incidents_the_latest_are_read(planted: Store) -> None:
    with planted.reading() as connection:
        told = read_told(connection, "Miners' Union", most=3)
    assert [incident.code for incident, _ in told] == ["I03", "I04", "I05"]


def test_contradictions_are_found_from_either_side_and_counted(planted: Store) -> None:
    with planted.reading() as connection:
        for speaker in ("Miners' Union", "Council"):
            shown, number = read_disputes(connection, speaker, 3)
            assert number == 4
            assert [dispute.code for dispute in shown] == ["I00", "I01", "I02"]
            assert {shown[0].one.claim.speakers, shown[0].other.claim.speakers} == {
                ("Council",),
                ("Miners' Union",),
            }


def test_a_contradiction_with_a_rejected_claim_is_none(planted: Store) -> None:
    with planted.reading() as connection:
        (first, *_), _ = read_disputes(connection, "Council", 1)
    planted.rule(first.other.claim.id, "reject", who="reader", why="misread")
    with planted.reading() as connection:
        assert read_disputes(connection, "Council", 1)[1] == 3


def test_denials_come_with_their_incident(planted: Store) -> None:
    with planted.reading() as connection:
        taken = read_stands(connection, "Council", "denies", 100)
        assert len(taken) == 4
        assert {one.incident.code for one in taken if one.incident} == {f"I{n:02d}" for n in range(4)}
        assert read_stands(connection, "Council", "admits", 5) == []


def test_the_order_of_writing_changes_nothing(planted: Store) -> None:
    told = everything(planted)
    Random(3).shuffle(told)
    with planted.reading() as connection:
        assert compare_speaker("Council", read_told(connection, "Council")) == compare_speaker(
            "Council", told
        )
