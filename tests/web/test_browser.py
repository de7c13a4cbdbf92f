"""The pages in a real browser: what a person sees, follows and is spared.

Each page is looked at in light and in dark, narrow and wide, in two of the languages. With
COUNTERCLAIM_EVERY_COMBINATION=1 in the environment it is looked at in all twelve combinations; that takes minutes.
"""

from __future__ import annotations

import os
from itertools import chain, product
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from counterclaim.core.types import Sheet
from counterclaim.web.languages import LANGUAGES, in_language
from tests.web.browsing import IN_BROWSER, barriers, open_page, sideways, unfold, watched

pytestmark = IN_BROWSER


class Look(NamedTuple):
    """How a page is looked at. `width` in pixels."""

    language: str
    scheme: Any
    width: int


ROUNDS = (  # a page takes one of the three
    (Look("en", "light", 1280), Look("ar", "dark", 320)),
    (Look("fr", "light", 320), Look("en", "dark", 1280)),
    (Look("ar", "light", 1280), Look("fr", "dark", 320)),
)
# Words of letters alone that stand on two lines, and pixels by which the list is wider than its frame.
_BROKEN = """() => {
    const broken = [], range = document.createRange(), frame = document.querySelector('.scroll')
    const texts = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        for (const word of texts.currentNode.data.matchAll(/\\p{L}{3,14}/gu)) {
            range.setStart(texts.currentNode, word.index)
            range.setEnd(texts.currentNode, word.index + word[0].length)
            if (new Set([...range.getClientRects()].map((one) => one.top)).size > 1) broken.push(word[0])
        }
    }
    return [broken, frame.scrollWidth - frame.clientWidth]
}"""
EVERY = tuple(Look(*each) for each in product(LANGUAGES, ("light", "dark"), (320, 1280)))
LOOKS = EVERY if os.environ.get("COUNTERCLAIM_EVERY_COMBINATION") else tuple(chain(*ROUNDS))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_pages_have_no_barrier_ask_nobody_else_and_fit_the_window(
    browser: Browser, site: str, pages: list[str], look: Look
) -> None:
    chosen = (
        pages if LOOKS == EVERY else [address for at, address in enumerate(pages) if look in ROUNDS[at % 3]]
    )
    size = {"width": look.width, "height": 800}
    found: dict[str, Any] = {}
    with watched(browser, site, color_scheme=look.scheme, viewport=size) as (page, watch):
        for address in chosen:
            answer = page.goto(in_language(look.language, address))
            folded = sideways(page)
            unfold(page)
            odd = [*barriers(page), folded, sideways(page)]
            if any(odd):
                found[address] = odd
            if answer is not None and answer.status != 200:
                watch.complaints.clear()  # that it is not there stands in the console
        page.wait_for_load_state("networkidle")
        assert found == {}
        assert watch.complaints == []
        assert watch.requests
        assert watch.elsewhere(site) == []
        assert watch.cookies() == set()


@pytest.mark.parametrize("address", ["/claims", "/incidents", "/speakers", "/places", "/issues"])
def test_no_word_of_a_list_is_broken_and_no_column_cut(browser: Browser, site: str, address: str) -> None:
    page = open_page(browser, site, viewport={"width": 1280, "height": 800})
    page.goto(address)
    broken, hidden = page.evaluate(_BROKEN)
    assert broken == []
    assert hidden <= 0
    page.context.close()


def test_a_list_wider_than_the_window_scrolls_by_itself(browser: Browser, site: str) -> None:
    page = open_page(browser, site, viewport={"width": 800, "height": 800})
    page.goto(
        "/claims?columns=speaker,type,stance,polarity,modality,sentence,place,when,outlet,published,incident"
    )
    assert page.evaluate("() => document.documentElement.scrollWidth") == 800
    assert page.evaluate("() => document.querySelector('.scroll').scrollWidth") > 800
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


@pytest.mark.parametrize(
    ("address", "where", "text"),
    [
        ("/ar/", ".toll .number", "21–83"),
        ("/ar/incidents/K7Q2", ".total .number", "21–83"),
        ("/ar/incidents/K7Q2", ".ends .number", "120+"),
    ],
)
def test_bare_numbers_keep_their_order_on_an_arabic_page(
    browser: Browser, site: str, address: str, where: str, text: str
) -> None:
    page = open_page(browser, site)
    page.goto(address)
    order = page.locator(where, has_text=text).first.evaluate(
        """(one, text) => {
            const start = one.textContent.indexOf(text), range = document.createRange()
            const words = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode()
            const place = (from) => {
                range.setStart(words, from)
                range.setEnd(words, from + 1)
                return range.getBoundingClientRect().left
            }
            return [place(start), place(start + text.length - 1)]
        }""",
        text,
    )
    assert order[0] < order[1]
    page.context.close()


@pytest.mark.parametrize("address", ["/", "/ar/incidents/R4", "/privacy"])
@pytest.mark.parametrize("width", [320, 1280])
def test_everything_that_can_be_pressed_is_reached_by_keyboard_and_shows_it(
    browser: Browser, site: str, address: str, width: int
) -> None:
    page = open_page(browser, site, viewport={"width": width, "height": 800})
    page.goto(address)
    menu = page.locator(".menu summary")
    if menu.is_visible():
        menu.press("Enter")
    wanted: int = page.evaluate(
        """() => {
            const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
            const seen = all.filter(one => one.checkVisibility() && !one.disabled)
            seen.forEach(one => { one.dataset.wanted = '' })
            return seen.length
        }"""
    )
    page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0) }")
    reached, unseen = set(), []
    for _ in range(2 * wanted + 20):
        page.keyboard.press("Tab")
        at, shown, tag = page.evaluate(
            """() => {
                const one = document.activeElement, style = getComputedStyle(one)
                const all = [...document.querySelectorAll('[data-wanted]')]
                return [all.indexOf(one), style.outlineStyle !== 'none' && style.outlineWidth !== '0px', one.outerHTML]
            }"""
        )
        if at >= 0:
            reached.add(at)
            if not shown:
                unseen.append(tag)
        elif len(reached) == wanted:
            break
    assert len(reached) == wanted
    assert unseen == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_prints(browser: Browser, site: str, wire: Sheet, language: str) -> None:
    page = open_page(browser, site)
    for address in ("/incidents/R4", f"/documents/{wire.document.id}"):
        page.goto(in_language(language, address))
        paper = page.pdf(format="A4")
        assert paper.startswith(b"%PDF")
        assert paper.count(b"/Type /Page\n") >= 1
    page.context.close()


def test_another_language_is_one_click_away_on_the_same_page(browser: Browser, site: str) -> None:
    page = open_page(browser, site)
    page.goto("/incidents/K7Q2?profile=ucdp-like")
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url("**/ar/incidents/K7Q2?profile=ucdp-like")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.get_by_role("link", name="Français").click()
    page.wait_for_url("**/fr/incidents/K7Q2?profile=ucdp-like")
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
