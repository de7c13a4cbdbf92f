"""The pages in a real browser: what a person sees, follows and is spared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from counterclaim.core.types import Sheet

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no {CHROMIUM}; apt install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def open_page(browser: Browser, site: str, **options: Any) -> Page:
    page = browser.new_context(base_url=site, reduced_motion="reduce", **options).new_page()
    page.set_default_timeout(10_000)  # milliseconds
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_break_no_rule_and_ask_nobody_else(
    browser: Browser, site: str, pages: list[str], scheme: Any
) -> None:
    page = open_page(browser, site, color_scheme=scheme)
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " event => console.log('refused: ' + event.violatedDirective + ' ' + event.blockedURI))"
    )
    for address in pages[:-2]:
        page.goto(address)
        page.wait_for_load_state("networkidle")
    assert complaints == []
    assert requests
    assert [url for url in requests if not url.startswith(site + "/")] == []
    assert page.context.cookies() == []
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    page.context.close()


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)]
)
def test_axe_finds_no_barrier(browser: Browser, site: str, pages: list[str], scheme: Any, width: int) -> None:
    page = open_page(browser, site, color_scheme=scheme, viewport={"width": width, "height": 800})
    barriers = {}
    for address in pages:
        page.goto(address)
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.evaluate(AXE.read_text())
        barriers[address] = page.evaluate(
            "async () => (await axe.run()).violations.map("
            "one => [one.id, one.nodes.map(node => node.html + ' ' + node.failureSummary)])"
        )
    assert {address: found for address, found in barriers.items() if found} == {}
    page.context.close()


@pytest.mark.parametrize("unfolded", [False, True])
def test_nothing_scrolls_sideways_on_a_small_phone(
    browser: Browser, site: str, pages: list[str], unfolded: bool
) -> None:
    page = open_page(browser, site, viewport={"width": 320, "height": 640})
    for address in pages:
        page.goto(address)
        if unfolded:
            page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320, address
        regions = page.evaluate("() => [...document.querySelectorAll('.scroll')].map(one => one.scrollWidth)")
        assert all(width <= 320 for width in regions), address
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_click_on_a_figure_lands_on_its_lit_words(
    browser: Browser, site: str, wire: Sheet, scripts: bool
) -> None:
    page = open_page(browser, site, java_script_enabled=scripts)
    page.goto("/")
    page.get_by_role("link", name="Air strike, Karsa barracks").click()
    page.get_by_role("link", name="at least 120 wounded, according to Karsa Monitor").click()
    claim = (wire.claims or ())[4]
    page.wait_for_url(f"**/documents/{wire.document.id}#claim-{claim.id}")
    mark = page.locator(f".in-{claim.id}")
    assert mark.all_inner_texts() == ["at least 120 soldiers were wounded"]
    box = mark.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    assert 0 <= box["y"] < size["height"]
    lit = mark.evaluate("one => getComputedStyle(one).backgroundColor")
    other = page.locator(f".in-{(wire.claims or ())[3].id}")
    assert lit == "rgb(255, 228, 138)"
    assert other.evaluate("one => getComputedStyle(one).backgroundColor") != lit
    page.context.close()


def test_another_rule_and_day_are_chosen_without_scripts(browser: Browser, site: str) -> None:
    page = open_page(browser, site, java_script_enabled=False)
    page.goto("/incidents/R4")
    page.get_by_label("Figures by the rule").select_option("airwars-like")
    page.get_by_label("As of the day").fill("2016-10-04")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/incidents/R4?profile=airwars-like&as_of=2016-10-04")
    assert "Grade in Airwars’ words" in page.locator(".grade").inner_text()
    page.locator(".behind a").first.click()
    assert "#claim-" in page.url
    page.context.close()


def test_the_band_reaches_from_the_lowest_figure_to_the_open_end(browser: Browser, site: str) -> None:
    page = open_page(browser, site)
    page.goto("/incidents/R4")
    chart = page.locator(".chart", has=page.get_by_role("heading", name="Killed", exact=True)).first
    band = chart.locator(".band").bounding_box()
    track = chart.locator(".band-row svg").first.bounding_box()
    nought = chart.locator(".mark-row", has=page.get_by_role("link", name="none", exact=True))
    dot = nought.locator(".dot").bounding_box()
    assert band is not None
    assert track is not None
    assert dot is not None
    ends = [dot["x"] + dot["width"] / 2, track["x"] + track["width"]]
    assert [band["x"], band["x"] + band["width"]] == pytest.approx(ends, abs=1)
    page.context.close()


def test_on_paper_every_table_is_open_and_the_form_is_gone(browser: Browser, site: str) -> None:
    page = open_page(browser, site)
    page.goto("/incidents/R4")
    page.emulate_media(media="print")
    assert page.locator(".view").is_hidden()
    rows = page.locator(".twin tbody tr")
    assert rows.count() > 5
    heights = rows.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert all(height > 0 for height in heights)
    page.context.close()


def test_a_claim_that_others_cut_is_lit_in_all_its_pieces(browser: Browser, site: str, wire: Sheet) -> None:
    page = open_page(browser, site)
    claim = (wire.claims or ())[1]
    page.goto(f"/documents/{wire.document.id}#claim-{claim.id}")
    pieces = page.locator(f".in-{claim.id}")
    assert "".join(pieces.all_text_contents()) == claim.quote
    colours = pieces.evaluate_all("all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert len(colours) == 2
    assert set(colours) == {"rgb(255, 228, 138)"}
    page.context.close()


def test_the_browser_gives_the_document_back_exactly(browser: Browser, site: str, wire: Sheet) -> None:
    page = open_page(browser, site)
    page.goto(f"/documents/{wire.document.id}")
    shown = page.evaluate(
        "() => [...document.querySelectorAll('.piece')].map(one => one.textContent).join('')"
    )
    assert shown == wire.document.text
    page.context.close()


def test_a_figure_in_a_right_to_left_line_is_read_left_to_right(browser: Browser, site: str) -> None:
    page = open_page(browser, site)
    page.goto("/")
    toll = page.locator(".toll .number", has_text="21 – 83")
    order = toll.evaluate(
        """one => {
            one.closest('.toll').dir = 'rtl'
            const words = one.firstChild, place = (from, to) => {
                const range = document.createRange()
                range.setStart(words, from)
                range.setEnd(words, to)
                return range.getBoundingClientRect().left
            }
            return [place(0, 2), place(5, 7)]
        }"""
    )
    assert order[0] < order[1]
    page.context.close()


def test_results_come_while_typing_and_the_page_stays(browser: Browser, site: str) -> None:
    page = open_page(browser, site)
    page.goto("/")
    page.evaluate("() => { window.stayed = true }")
    page.get_by_role("searchbox").press_sequentially("death toll")
    page.get_by_role("heading", name="1 sentence with").wait_for()
    assert page.evaluate("() => window.stayed") is True
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    page.context.close()


def test_a_search_works_without_scripts(browser: Browser, site: str) -> None:
    page = open_page(browser, site, java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox").fill("death toll")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="read it in place").first.click()
    assert "#passage-" in page.url
    page.context.close()


def test_the_first_tab_stop_skips_to_the_content(browser: Browser, site: str) -> None:
    page = open_page(browser, site)
    page.goto("/documents")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip to the content"
    assert page.evaluate("() => document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"
    page.context.close()


def test_light_and_dark_follow_the_reader(browser: Browser, site: str) -> None:
    papers = []
    for scheme in ("light", "dark"):
        page = open_page(browser, site, color_scheme=scheme)
        page.goto("/")
        papers.append(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
        page.context.close()
    assert papers == ["rgb(251, 250, 246)", "rgb(20, 23, 27)"]
