"""The map page as the server makes it: what is shown where, and what is never shown as closer than it is known."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from counterclaim.incidents.placing import where_of
from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.atlas_kept import open_atlas
from counterclaim.web.choice import Choice, choose
from counterclaim.web.mapped import list_page
from counterclaim.web.pages.map import COLUMNS
from counterclaim.web.render import STATIC
from tests.web.conftest import Page
from tests.web.mapped import TOLD, mapped_store
from tests.web.raid import HOSTILE

PLACED = {code for code, *_, where, _, _ in TOLD if where is not None}


@pytest.fixture(scope="module")
def mapped_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return mapped_store(tmp_path_factory.mktemp("map") / "map.db")


@pytest.fixture(scope="module")
def visitor(mapped_path: Path) -> TestClient:
    return TestClient(create_app(mapped_path), base_url="http://localhost")


@pytest.fixture(scope="module")
def asked(visitor: TestClient) -> Callable[[str], Page]:
    """The page at an address."""

    def ask(address: str) -> Page:
        answer = visitor.get(address)
        assert answer.status_code == 200, address
        return Page(answer.text)

    return ask


@pytest.fixture(scope="module")
def marked(visitor: TestClient) -> Callable[[str], list[dict[str, Any]]]:
    """The marks that a script is told of."""

    def ask(query: str) -> list[dict[str, Any]]:
        told = visitor.get(f"/map/marks?{query}").json()
        return [dict(zip(told["columns"], row, strict=True)) for row in told["marks"]]

    return ask


def codes(page: Page, within: str = "line") -> list[str | None]:
    """The incidents of the list, drawers included, in their order."""
    return [given["data-code"] for given in page.classed(within)]


def listed(page: Page) -> set[str | None]:
    return set(codes(page))


def test_the_list_tells_every_incident_in_the_order_of_time(asked: Callable[[str], Page]) -> None:
    page = asked("/map")
    assert codes(page)[: len(TOLD)] == ["M1", "M7", "M4", "M2", "M3", "M5", "M6", "M8", "M9"]
    for code, *_ in TOLD:
        assert f"/incidents/{code}" in page.addresses


@pytest.mark.parametrize("zoom", range(10))
def test_a_province_is_never_a_point(marked: Callable[[str], list[dict[str, Any]]], zoom: int) -> None:
    areas = [one for one in marked(f"zoom={zoom}") if one["area"]]
    assert sum(one["count"] for one in areas) == 2  # the province and the country, and no town among them
    assert all(one["radius_km"] >= 90 for one in areas if not one["box"])


def test_in_the_picture_an_area_is_hatched_and_has_no_disc(asked: Callable[[str], Page]) -> None:
    client_page = asked("/map?kind=air_strike&country=SY&when__from=2016-09-19")
    tags = [tag for tag, given in client_page.tags if "M4" in (given.get("href") or "")]
    assert tags
    area = client_page.classed("area")
    assert len(area) == 2  # one on the map, one in the legend
    assert float(area[0]["r"] or 0) > 9
    assert len(client_page.classed("disc")) == 4  # of the legend only


def test_a_country_is_shown_by_its_outline(
    asked: Callable[[str], Page], marked: Callable[[str], list[dict[str, Any]]]
) -> None:
    [mark] = marked("zoom=6&kind=armed_clash")
    assert mark["shape"] == "760"
    page = asked("/map?kind=armed_clash")
    [outline] = [given for tag, given in page.tags if tag == "path" and "area" in (given.get("class") or "")]
    assert len(outline["d"] or "") > 100


def test_incidents_of_one_place_stay_together_and_lead_to_their_list(
    asked: Callable[[str], Page], marked: Callable[[str], list[dict[str, Any]]]
) -> None:
    together = [one for one in marked("zoom=9&bbox=39,34,41,36") if one["count"] > 1]
    assert [one["count"] for one in together] == [3]
    page = asked("/map?spot=35.2000,40.1000")
    assert codes(page)[:3] == ["M1", "M2", "M3"]


def test_what_has_no_place_stands_in_a_drawer(asked: Callable[[str], Page]) -> None:
    page = asked("/map?bbox=39,34,41,36")
    assert "Without a place on the map 2" in page.words
    assert {"M7", "M9"} <= listed(page)
    alone = asked("/map?without=place")
    assert codes(alone)[:2] == ["M7", "M9"]


def test_what_has_no_year_stands_in_a_drawer_and_on_no_timeline(asked: Callable[[str], Page]) -> None:
    page = asked("/map?when__from=2016-01-01&when__to=2017-12-31")
    assert "No year stated 2" in page.words
    bars = [given["data-code"] for tag, given in page.tags if tag == "a" and "data-code" in given]
    assert set(bars) == {code for code, *_ in TOLD} - {"M8", "M9"}


def test_a_month_is_as_wide_as_a_month(asked: Callable[[str], Page]) -> None:
    page = asked("/map?when__from=2016-10-01&when__to=2016-10-31&kind=shelling")
    [bar] = page.classed("bar")
    assert (bar["x"], bar["width"]) == ("0.0%", "100.0%")


def test_a_bar_is_as_high_as_the_figures_reach(asked: Callable[[str], Page]) -> None:
    page = asked("/map?kind=air_strike&when__from=2016-09-17&when__to=2016-09-30")
    strike, province = page.classed("bar")
    assert "dashed" in (strike["class"] or "")  # accounts contradict
    assert float(strike["height"] or 0) < float(province["height"] or 0)  # 62 to 83, and 10 to 45
    assert float(strike["y"] or 0) < float(province["y"] or 0)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=shelling", {"M2", "M3", "M7"}),
        ("country=UA", {"M6", "M8"}),
        ("harm=killed", {code for code, *_ in TOLD}),
        ("harm=wounded", set()),
        ("when__from=2016-10-15&when__to=2016-10-20", {"M2"}),
        ("when__to=2016-09-17", {"M1"}),
        ("bbox=30,40,45,55", {"M6", "M8"}),
        ("kind=nothing-of-the-kind", set()),
    ],
)
def test_the_form_asks_without_scripts(asked: Callable[[str], Page], query: str, found: set[str]) -> None:
    page = asked(f"/map?{query}")
    main = page.words.partition("In the order of time")[0]
    assert ("Nothing is found" in page.words) == (not found)
    assert f"{len(found)} of 9 incidents" in main or (len(found) == 9 and "9 incidents" in main)


@pytest.mark.parametrize(
    "query", ["bbox=1,2,3", "bbox=a,b,c,d", "bbox=nan,0,1,1", "spot=1", "when__from=yesterday", "harm=tickled",
              "page=0", "without=sense", "kind=" + "a" * 70],
)  # fmt: skip
def test_an_address_that_makes_no_sense_is_refused_in_words(visitor: TestClient, query: str) -> None:
    answer = visitor.get(f"/map?{query}")
    assert answer.status_code == 422
    assert "Address not understood" in answer.text


def test_the_card_tells_what_the_incident_page_tells(asked: Callable[[str], Page]) -> None:
    words = re.sub(r"\s+", " ", asked("/map/card?at=M1").words)
    assert "17 September 2016 (day known)" in words
    assert "Dorel (Karsa, SY), ±5 km" in words
    assert "Coalition and Monitor" in words
    assert "62–83 killed accounts contradict" in words
    assert "/incidents/M1" in asked("/map?at=M1").addresses


def test_an_incident_that_is_not_there_has_no_card(visitor: TestClient) -> None:
    assert visitor.get("/map/card?at=M99").status_code == 404
    assert visitor.get("/map?at=M99").status_code == 200


def test_a_shared_address_opens_the_page_of_the_list_with_its_incident(
    asked: Callable[[str], Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counterclaim.web.mapped.PAGE", 2)
    page = asked("/map?at=M3")
    assert codes(page)[:2] == ["M3", "M5"]
    assert "Page 3 of 5" in page.words


def test_hostile_words_stay_words(asked: Callable[[str], Page], visitor: TestClient) -> None:
    for address in ("/map?at=M9", "/map/found", "/map/card?at=M9"):
        page = asked(address)
        assert HOSTILE in page.words, address
        assert not [given for tag, given in page.tags if tag in ("img", "iframe")], address
        assert all(
            (given.get("src") or "").startswith("/static/") for tag, given in page.tags if tag == "script"
        )
        names = {name for _, given in page.tags for name in given}
        assert not {name for name in names if name.startswith("on") or name == "style"}, address
    answer = visitor.get("/map/marks?zoom=3")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_lines_are_said_to_be_de_facto_with_source_and_date(asked: Callable[[str], Page]) -> None:
    words = asked("/map").words
    assert "De facto lines" in words
    assert "Natural Earth 4.1.0, May 2018" in words


def test_countries_are_named_in_the_language_of_the_address(visitor: TestClient) -> None:
    names = {name for *_, name in visitor.get("/fr/map/names").json()}
    assert {"Syrie", "Irak", "Kosovo"} <= names
    assert "Antarctique" not in names


def test_the_vendored_files_are_those_that_their_notes_name() -> None:
    for folder in ("leaflet", "topojson-client", "world-atlas"):
        notes = (STATIC / "vendor" / folder / "VERSION").read_text()
        files = [
            path for path in (STATIC / "vendor" / folder).iterdir() if path.suffix in (".js", ".css", ".json")
        ]
        assert files
        for path in files:
            assert hashlib.sha256(path.read_bytes()).hexdigest() in notes, path
        assert (STATIC / "vendor" / folder / "LICENSE").read_text()
    assert (STATIC / "vendor" / "world-atlas" / "outlines.json").stat().st_size <= 400_000


def test_places_speakers_and_ranges_are_those_of_the_incident_pages(
    store_path: Path, mapped_path: Path
) -> None:
    for path in (store_path, mapped_path):
        with Store.open(path, read_only=True) as store:
            incidents = {one.code: one for one in store.incidents()}
            atlas = open_atlas(store)
            counted = atlas.counted("killed")
            with store.reading() as connection:
                page = list_page(connection, atlas, choose(atlas, Choice()), Choice(), 1)
            assert {entry.told.incident.code for entry in page.entries} == set(incidents)
            for row, entry in enumerate(page.entries):
                incident = incidents[entry.told.incident.code]
                own = store.claims_of(incident)
                assert entry.told.where == where_of(incident, own)
                assert set(entry.told.speakers) == {name for one in own for name in one.claim.speakers}
                assert entry.speakers == len(entry.told.speakers)
                ranges = {(one.low.number, one.high.number) for one in entry.tallies}
                assert (counted.low[row], counted.high[row]) in (ranges or {(-1, -1)})


def test_a_visitor_who_is_shown_less_finds_no_more_on_the_map(tmp_path: Path) -> None:
    path = mapped_store(tmp_path / "public.db")
    with Store.open(path) as store:
        for claim in store.incident("M4").claims:
            store.rule(claim, "accept", who="Amal", why="read again")
    with Store.open(path, read_only=True) as store:
        assert len(open_atlas(store).number) == len(TOLD)
    with Store.open(path, read_only=True, sight="published") as store, store.reading() as connection:
        atlas = open_atlas(store)
        [entry] = list_page(connection, atlas, choose(atlas, Choice()), Choice(), 1).entries
    assert entry.told.incident.code == "M4"
    assert entry.told.speakers == ("Army", "Rebels")
    assert atlas.precision.tolist() == [4]
    assert atlas.speakers.tolist() == [2]
    assert (atlas.counted("killed").low[0], atlas.counted("killed").high[0]) == (10, 45)


def test_columns_of_the_marks_are_those_that_the_script_reads() -> None:
    script = "".join((STATIC / name).read_text() for name in ("map-marks.js", "map-symbols.js"))
    for column in COLUMNS:
        assert re.search(rf"\b{column}\b", script), column
