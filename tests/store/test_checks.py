from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from counterclaim.core.incidents import Incident
from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet
from counterclaim.store import Store

MakeSheet = Callable[..., Sheet]


@pytest.fixture
def filled(path: Path, make_sheet: MakeSheet) -> Path:
    with Store.open(path) as store:
        store.write_sheet(make_sheet())
        store.write_incidents(
            [Incident(code="i", title="i", claims=tuple(f.claim.id for f in store.claims()))]
        )
        store.rule(store.claims()[0].claim.id, "fix", field="min", value=13, who="Ana", why="erratum")
        assert store.check() == []
    return path


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (
            "UPDATE claims SET quote = 'thirteen' WHERE start = 9",
            "claims 9 to 11 is not what the text has there",
        ),
        ("UPDATE passages SET start = start + 1 WHERE position = 1", "passages 43 to 73"),
        ("UPDATE documents SET text = 'x' || text", "text differs from its sheet"),
        ("UPDATE documents SET n_chars = 7", "n_chars is 7"),
        ("UPDATE sheets SET body = x'00'", "its sheet cannot be read"),
        ("DELETE FROM sheets", "its sheet cannot be read"),
        ("DELETE FROM claims WHERE start = 9", "claims has 1 rows, the sheet 2"),
        ("DELETE FROM documents", "points at no row of documents"),
        ("DELETE FROM incidents", "points at no row of incidents"),
        ("DROP TRIGGER passages_added", "trigger passages_added is missing"),
        (
            "INSERT INTO passage_index(passage_index) VALUES ('delete-all')",
            "passage_index: holds 0 of 2 passages",
        ),
        (
            "INSERT INTO rulings SELECT NULL, id, 'fix', 'harm', '\"scared\"', 'Eve', '', '', NULL, NULL FROM claims",
            "'scared' is no harm",
        ),
    ],
)
def test_damage_is_noticed(filled: Path, damage: str, fault: str) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute(damage)
    with Store.open(filled) as store:
        assert any(fault in line for line in store.check()), store.check()


def test_a_sheet_that_contradicts_itself_is_noticed(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet()
    claims = tuple(replace(claim, quote="eleven") for claim in (sheet.claims or ())[:1])
    segments = tuple(replace(segment, span=Span(0, 40)) for segment in sheet.segments or ())
    store.write_sheet(replace(sheet, claims=claims, segments=segments))
    faults = "\n".join(store.check())
    assert "its quote is not what the text has from 9 to 11" in faults
    assert "segments end at 40, the text at 73" in faults
