from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.core.incidents import Incident
from counterclaim.core.types import Sheet
from counterclaim.store import QueryResult, Store, query
from counterclaim.store.schema import metadata

MakeSheet = Callable[..., Sheet]

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "store.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def filled(path: Path, make_sheet: MakeSheet) -> Path:
    with Store.open(path) as store:
        store.write_sheet(make_sheet("The union counted 12 dead near the hospital.", doc="a.txt"))
        store.write_sheet(
            make_sheet("Officials spoke of 9.", doc="b.txt", speakers=("Mine Board",), denies=True)
        )
        store.write_incidents(
            [Incident(code="orlova", title="Orlova", claims=tuple(f.claim.id for f in store.claims()))]
        )
    return path


def test_every_table_and_column_is_explained() -> None:
    known = set(re.findall(r"`(\w+)`", PAGE))
    unknown = {
        name
        for table in metadata.sorted_tables
        for name in (table.name, *table.c.keys())
        if name not in known
    }
    assert unknown == set()


def test_every_column_of_the_figures_view_is_explained(filled: Path) -> None:
    columns = query(filled, "SELECT * FROM figures").columns
    assert set(columns) <= set(re.findall(r"`(\w+)`", PAGE.partition("## Tables")[0]))


def test_the_five_questions_are_answered(filled: Path) -> None:
    def ask(number: int) -> QueryResult:
        return query(filled, QUESTIONS[number])

    assert len(QUESTIONS) == 5
    assert ask(0).rows == (
        ("orlova", "Miners' Union", 12, None, "miners", 1),
        ("orlova", "Mine Board", 9, None, "miners", 1),
    )
    assert ask(1).rows == (("orlova", 9, 12, 2),)
    assert ask(2).rows == (("b.txt", "Mine Board", None, "Officials spoke of 9."),)
    assert ask(3).rows == (("a.txt", "The union counted 12 dead near the hospital.", "casualty"),)
    assert ask(4).rows == ()
