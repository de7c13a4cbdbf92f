"""The map in a real browser: by pointer and by keys, wide and narrow, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from counterclaim.web.app import create_app
from tests.web.browsing import IN_BROWSER, barriers, open_page, sideways, unfold, watched
from tests.web.conftest import serving
from tests.web.mapped import mapped_store

pytestmark = IN_BROWSER

READY = "#ground[data-ready]"
NEAR = "/map?bbox=37,33,42,37&zoom=6"


@pytest.fixture(scope="module")
def mapped_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(create_app(mapped_store(tmp_path_factory.mktemp("map") / "map.db"))) as site:
        yield site


def opened(browser: Browser, site: str, address: str, width: int = 1280) -> Page:
    page = open_page(browser, site, viewport={"width": width, "height": 900})
    page.goto(address)
    page.wait_for_selector(READY)
    return page


def chosen(page: Page) -> str | None:
    return page.locator("#card [data-code]").get_attribute("data-code")


def test_arrow_keys_step_from_incident_to_incident(browser: Browser, mapped_site: str) -> None:
    page = opened(browser, mapped_site, "/map")
    page.locator("#lines .title").first.focus()
    for expected in ("M7", "M4", "M2"):
        page.keyboard.press("ArrowDown")
        expect(page.locator("#card [data-code]")).to_have_attribute("data-code", expected)
        expect(page.locator(f"#lines [data-code={expected}] .title")).to_be_focused()
        assert f"at={expected}" in page.url
    page.keyboard.press("ArrowUp")
    expect(page.locator("#card h2")).to_have_text("Air strike, Karsa province")
    expect(page.locator("#bars a.chosen")).to_have_attribute("data-code", "M4")
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#card [data-code]")).to_have_attribute("data-code", "M2")
    expect(page.get_by_role("button", name="Next")).to_be_focused()
    page.locator("#bars a.chosen").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#bars a.chosen")).to_have_attribute("data-code", "M3")
    page.context.close()


def test_a_span_chosen_on_the_strip_narrows_list_and_map(browser: Browser, mapped_site: str) -> None:
    page = opened(browser, mapped_site, "/map")
    page.locator("#strip").scroll_into_view_if_needed()
    with page.expect_request(lambda asked: "/map/marks" in asked.url and "when__to=" in asked.url):
        box = page.locator("#strip svg").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 0.02 * box["width"], box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + 0.05 * box["width"], box["y"] + 20, steps=4)
        page.mouse.up()
    expect(page.locator("#lines .line")).to_have_count(1)  # of 20 September
    assert page.get_by_label("To the day").input_value().startswith("2016-09-2")
    page.go_back()
    expect(page.locator("#lines .line")).to_have_count(9)
    page.context.close()


def test_the_handles_of_the_strip_answer_to_keys(browser: Browser, mapped_site: str) -> None:
    page = opened(browser, mapped_site, "/map")
    beginning = page.get_by_role("slider", name="Beginning of the span")
    beginning.focus()
    for _ in range(9):
        page.keyboard.press("PageUp")
    expect(page.locator("#lines .line")).to_have_count(1)
    expect(page.get_by_role("slider", name="Beginning of the span")).to_be_focused()
    assert "when__from=2017-" in page.url
    page.context.close()


def test_moving_the_map_narrows_list_and_timeline(browser: Browser, mapped_site: str) -> None:
    page = opened(browser, mapped_site, "/map?bbox=25,30,50,52&zoom=5")
    page.locator("#ground").focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#lines .line")).to_have_count(5)  # Orlova has left the map
    expect(page.locator("#bars a")).to_have_count(5)
    assert "bbox=" in page.url
    page.get_by_role("link", name="on the whole map").click()
    expect(page.locator("#lines .line")).to_have_count(9)
    page.context.close()


def test_a_province_is_told_as_an_area_and_a_town_leads_to_its_incidents(
    browser: Browser, mapped_site: str
) -> None:
    page = opened(browser, mapped_site, NEAR)
    kinds = page.evaluate("""async () => {
        const { columns, marks } = await (await fetch('/map/marks?zoom=6&bbox=37,33,42,37')).json()
        return marks.map(row => [row[columns.indexOf('area')], row[columns.indexOf('count')]])
    }""")
    assert sorted(kinds) == [[False, 3], [True, 1], [True, 1]]
    box = page.locator("#ground").bounding_box()
    assert box is not None
    x, y = page.evaluate("""() => {
        const at = L.CRS.EPSG3857.latLngToPoint(L.latLng(35.2, 40.1), 6)
        const middle = L.CRS.EPSG3857.latLngToPoint(L.latLng(35.02, 39.5), 6)
        return [at.x - middle.x, at.y - middle.y]
    }""")
    page.mouse.click(box["x"] + box["width"] / 2 + x, box["y"] + box["height"] / 2 + y)
    expect(page.locator("#lines .line")).to_have_count(3)
    assert "spot=35.2" in page.url
    page.context.close()


def test_an_address_that_names_an_incident_shows_it_near(browser: Browser, mapped_site: str) -> None:
    scales = {}
    for address in ("/map", "/map?at=M1"):
        page = opened(browser, mapped_site, address)
        scales[address] = page.locator(".leaflet-control-scale-line").evaluate(
            "one => parseFloat(one.textContent) / one.offsetWidth"  # kilometres to a pixel
        )
        page.context.close()
    assert scales["/map?at=M1"] < scales["/map"] / 2


def test_what_has_no_place_is_shown_from_its_drawer(browser: Browser, mapped_site: str) -> None:
    page = opened(browser, mapped_site, NEAR)
    page.get_by_text("Without a place on the map").click()
    drawer = page.locator("#without-place")
    expect(drawer.locator(".line")).to_have_count(2)
    drawer.locator("[data-code=M7] .pick a").click()
    expect(page.locator("#card")).to_contain_text("not placed")
    page.context.close()


@pytest.mark.parametrize(
    ("address", "width"), [("/map?at=M1", 320), ("/ar/map?at=M1", 1280), ("/ar/map", 320)]
)
def test_the_map_breaks_no_rule_and_fits(
    browser: Browser, mapped_site: str, address: str, width: int
) -> None:
    with watched(browser, mapped_site, viewport={"width": width, "height": 800}) as (page, watch):
        page.goto(address)
        page.wait_for_selector(READY)
        unfold(page)
        assert barriers(page) == []
        assert sideways(page) == 0
        expect(page.locator("#lines .line")).to_have_count(9)  # the twin of the map
        assert watch.complaints == []
        assert watch.elsewhere(mapped_site) == []
        assert watch.cookies() == set()


def test_without_scripts_the_picture_the_form_and_the_list_do(browser: Browser, mapped_site: str) -> None:
    page = open_page(browser, mapped_site, java_script_enabled=False)
    page.goto("/map")
    expect(page.locator(".overview a")).to_have_count(4)
    page.get_by_label("Country").select_option("UA")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**/map?*country=UA*")
    expect(page.locator("#lines .line")).to_have_count(2)
    page.locator("#lines [data-code=M6] .pick a").click()
    expect(page.locator("#card h2")).to_have_text("Bombing, Orlova")
    page.get_by_role("link", name="The accounts side by side").click()
    page.wait_for_url("**/incidents/M6")
    page.context.close()
