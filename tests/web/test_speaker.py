from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from counterclaim.core.incidents import Incident, Relation
from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.speaker.strip import draw_strip, place_of
from tests.web.conftest import Page
from tests.web.sheets import build_sheet, killed

MONITOR, MINISTRY = "Karsa Monitor", "Norland Ministry"
Visit = Callable[[str], Any]


def told_twice(path: Path, incidents: int) -> TestClient:
    """A store in which the monitor always counts twice what the ministry does, carried by two outlets."""
    made = []
    with Store.open(path) as store:
        for n in range(1, incidents + 1):
            text = f"The monitor said {2 * n} people died. The ministry said {n} people died.\n"
            claims: list[Any] = [
                (
                    f"{2 * n} people died",
                    killed(2 * n, 2 * n, speakers=(MONITOR,), via=("Post",) if n % 2 else ()),
                ),
                (f"said {n} people died", killed(n, n, speakers=(MINISTRY,))),
            ]
            sheet = build_sheet(
                f"d{n:02d}", [("article", 0, text)], claims, published=f"2016-10-{n:02d}", outlet="Wire"
            )
            store.write_sheet(sheet)
            mine, theirs = sheet.claims or ()
            clash = Relation(kind="contradicts", claim=mine.id, other=theirs.id, basis="both cannot be")
            made.append(
                Incident(
                    code=f"T{n:02d}",
                    title=f"Raid {n}",
                    when=f"2016-10-{n:02d}",
                    place="Orlova",
                    claims=(mine.id, theirs.id),
                    relations=(clash,),
                )
            )
        store.write_incidents(made)
    return TestClient(create_app(path), base_url="http://localhost")


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return told_twice(tmp_path_factory.mktemp("twice") / "s.db", 12)


def words_of(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(Page(answer.text).words.split())


def test_a_speaker_that_always_says_twice_as_many_is_shown_so_with_its_interval(twice: TestClient) -> None:
    words = words_of(twice, f"/speakers/{MONITOR}")
    assert "its figure is 2 times the median of the independent others" in words
    assert "12 comparisons in 12 incidents; 95 % interval of the middle ×2 to ×2, by the sign test" in words
    assert "Lower than the others 0 times, equal 0, higher 12" in words


def test_the_warning_stands_above_every_comparison(twice: TestClient) -> None:
    words = words_of(twice, f"/speakers/{MONITOR}")
    assert words.index("A comparison, not accuracy.") < words.index("times the median")
    assert "there is no score" in words


def test_under_ten_comparisons_only_their_number_is_told(tmp_path: Path) -> None:
    client = told_twice(tmp_path / "s.db", 3)
    words = words_of(client, f"/speakers/{MONITOR}")
    assert "Too few to compare: there are 3 comparisons, and fewer than 10 are not shown." in words
    assert "times the median" not in words
    assert "×" not in words
    assert "A comparison, not accuracy." in words


def test_what_was_said_is_counted_with_relays_and_outlets(twice: TestClient) -> None:
    words = words_of(twice, f"/speakers/{MONITOR}")
    assert "12 claims · 12 documents · 12 incidents · 1 October 2016 to 12 October 2016" in words
    assert "6 straight to those who publish it, 6 through somebody else" in words
    assert "Wire 12" in words


def test_the_coverage_says_where_and_when_and_beside_whom(twice: TestClient) -> None:
    words = words_of(twice, f"/speakers/{MONITOR}")
    covers = words.partition("What this covers")[2]
    for told in ("October 2016", "Orlova 12", f"{MINISTRY} 12", "Silence is not nought"):
        assert told in covers


def test_the_plot_has_a_table_that_says_the_same(twice: TestClient) -> None:
    page = Page(twice.get(f"/speakers/{MONITOR}").text)
    assert len(page.classed("point")) == 12
    words = " ".join(page.words.split())
    assert "×1.83 to ×2.18 12" in words
    assert "killed 6 3 Norland Ministry" in words


def test_contradictions_come_with_both_sentences(twice: TestClient) -> None:
    words = words_of(twice, f"/speakers/{MINISTRY}")
    assert "12 pairs of claims that cannot both be. The first 8 are shown." in words
    assert "The monitor said 2 people died" in words.partition("Contradictions it is in")[2]


def test_figures_lead_to_their_sentences_and_incidents(twice: TestClient) -> None:
    page = Page(twice.get(f"/speakers/{MONITOR}").text)
    for address in page.addresses:
        if "#claim-" in address:
            path, _, anchor = address.partition("#")
            assert f'id="{anchor}"' in twice.get(path).text
    assert "/incidents/T12" in page.addresses


def test_long_lists_of_figures_are_paged(twice: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.web.pages.speakers.FIGURES", 5)
    first = words_of(twice, f"/speakers/{MONITOR}?page=1")
    last = words_of(twice, f"/speakers/{MONITOR}?page=3")
    assert "1 to 5 of 12" in first
    assert "11 to 12 of 12" in last
    assert "Page 3 of 3" in last
    assert "times the median" not in last


def test_a_name_in_another_case_leads_to_the_speaker(twice: TestClient) -> None:
    answer = twice.get(f"/ar/speakers/{MONITOR.lower()}", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == "/ar/speakers/Karsa%20Monitor"


def test_an_unknown_speaker_is_said_with_names_like_it(twice: TestClient) -> None:
    answer = twice.get("/speakers/Karsa Monitors")
    assert answer.status_code == 404
    assert "near it: Karsa Monitor" in " ".join(Page(answer.text).words.split())


def test_a_speaker_of_admissions_and_denials_is_shown_with_the_sentences(visit: Visit) -> None:
    words = " ".join(visit("/speakers/Eastern Alliance").words.split())
    denied = words.partition("What it accuses, admits, denies, claims")[2]
    assert "Denies 1" in denied
    assert "The Eastern Alliance denied that its aircraft had struck the barracks." in denied


def test_no_page_of_a_speaker_has_a_score(twice: TestClient, visit: Visit) -> None:
    for words in (
        words_of(twice, f"/speakers/{MONITOR}"),
        " ".join(visit(f"/speakers/{MONITOR}").words.split()),
    ):
        assert not re.search(r"reliab|credib|accuracy (of|is)|\d+ ?(%|/ ?\d+) (right|true|accurate)", words)


@given(st.lists(st.floats(1e-4, 1e4), min_size=1, max_size=80))
def test_every_ratio_stands_in_one_column_and_greater_ones_never_to_its_left(ratios: list[float]) -> None:
    strip = draw_strip(ratios)
    assert sum(column.number for column in strip.columns) == len(ratios)
    places = [place_of(ratio) for ratio in sorted(ratios)]
    assert places == sorted(places)
    assert all(0 < column.x < 100 for column in strip.columns)
    assert all(len(column.dots) in (0, column.number) for column in strip.columns)
