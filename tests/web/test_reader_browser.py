"""The reader in a real browser: claims beside their words, keys, selections, the video that waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.consent import choice_cookie
from counterclaim.web.listed import CHOICE_COOKIE, OURS, Item, Listed
from tests.web.browsing import IN_BROWSER, barriers, open_page, sideways, unfold, watched
from tests.web.conftest import serving
from tests.web.sheets import build_sheet, killed
from tests.web.test_reader_page import news_sheet

pytestmark = IN_BROWSER
HOST = "www.youtube-nocookie.com"
PLAYER = Item(category="functional", kind="request", name="player", purpose="plays videos", life="page", host=HOST, embeds="youtube")  # fmt: skip
LISTED = Listed((*OURS.items, PLAYER))


@pytest.fixture(scope="module")
def news() -> Sheet:
    return news_sheet()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, news: Sheet) -> Path:
    path = tmp_path_factory.mktemp("browser") / "s.db"
    with Store.open(path) as store:
        store.write_sheet(news)
    return path


@pytest.fixture(scope="module")
def asking(path: Path) -> Iterator[str]:
    """A site whose operator lists a video player."""
    with serving(create_app(path, listed=LISTED)) as address:
        yield address


def card_of(page: Page) -> Any:
    return page.locator(".card")


def test_the_claim_stands_beside_its_words_on_hover_and_stays_under_the_mouse(
    browser: Browser, site: str, wire: Sheet
) -> None:
    page = open_page(browser, site)
    page.goto(f"/documents/{wire.document.id}")
    claim = (wire.claims or ())[2]
    page.locator(f".in-{claim.id}").first.hover()
    card = card_of(page)
    card.wait_for()
    assert "Norland Ministry of Defence: 62 killed" in card.inner_text()
    card.hover()
    page.wait_for_timeout(400)  # longer than it waits for a mouse that is on its way
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert card.count() == 0
    page.context.close()


def test_a_claim_within_another_brings_both(browser: Browser, site: str, wire: Sheet) -> None:
    page = open_page(browser, site)
    page.goto(f"/documents/{wire.document.id}")
    first, second = (wire.claims or ())[:2]
    page.locator(f".in-{first.id}.in-{second.id}").first.focus()
    card = card_of(page)
    card.wait_for()
    assert card.locator(".entry").count() == 2
    assert len(page.evaluate("() => [...document.querySelectorAll('.card [id]')]")) == 0
    page.context.close()


def test_f_goes_to_the_next_claim_and_can_be_turned_off(browser: Browser, site: str, wire: Sheet) -> None:
    page = open_page(browser, site)
    page.goto(f"/documents/{wire.document.id}")
    stops = page.locator(".stop").evaluate_all("all => all.map(one => one.textContent)")
    focused = "() => document.activeElement.textContent"
    page.keyboard.press("f")
    assert page.evaluate(focused) == stops[0]
    page.keyboard.press("f")
    assert page.evaluate(focused) == stops[1]
    page.keyboard.press("Shift+F")
    page.keyboard.press("Shift+F")
    assert page.evaluate(focused) == stops[-1]
    page.get_by_label("Keys f and Shift+f work on this page").uncheck()
    page.keyboard.press("f")
    assert page.evaluate("() => document.activeElement.id") == "keys"
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    page.context.close()


def test_a_kind_that_is_unticked_is_marked_and_listed_no_longer(
    browser: Browser, site: str, wire: Sheet
) -> None:
    page = open_page(browser, site, java_script_enabled=False)
    page.goto(f"/documents/{wire.document.id}")
    assert page.locator(".note-entry.kind-casualty").first.is_visible()
    page.locator("#show-casualty").uncheck()
    assert not page.locator(".note-entry.kind-casualty").first.is_visible()
    assert page.locator(".note-entry.kind-damage").first.is_visible()
    page.context.close()


def test_without_scripts_a_claim_leads_to_its_entry(browser: Browser, site: str, wire: Sheet) -> None:
    page = open_page(browser, site, java_script_enabled=False)
    page.goto(f"/documents/{wire.document.id}")
    claim = (wire.claims or ())[2]
    page.locator(f".in-{claim.id}").first.click()
    assert page.url.endswith(f"#note-{claim.id}")
    assert page.locator(".tools").is_hidden()
    page.context.close()


def test_a_tap_shows_the_claim_and_a_tap_elsewhere_hides_it(browser: Browser, site: str, wire: Sheet) -> None:
    page = open_page(browser, site, has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page.goto(f"/documents/{wire.document.id}")
    address = page.url
    page.locator(f".in-{(wire.claims or ())[2].id}").first.tap()
    card_of(page).wait_for()
    assert page.url == address
    box = card_of(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.locator("h1").tap()
    assert card_of(page).count() == 0
    page.context.close()


def test_a_selection_counted_in_code_points_is_selected_and_linked_again(
    browser: Browser, site: str, wire: Sheet
) -> None:
    page = open_page(browser, site)
    text = wire.document.text
    start = text.index("The Norland defence")  # after emoji, which the browser counts as two or more
    words = "The Norland defence ministry said 62 soldiers"
    page.goto(f"/documents/{wire.document.id}#s={start}-{start + len(words)}")
    assert page.evaluate("() => getSelection().toString()") == words
    box = page.locator(".piece", has_text="defence ministry said").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 720
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link to selection").click()
    page.get_by_text("Link copied").wait_for()
    link = page.evaluate("() => navigator.clipboard.readText()")
    named = f"s={start}-{start + len(words)}"
    assert link == f"{site}/documents/{wire.document.id}?{named}#{named}"
    page.context.close()


def test_where_the_link_cannot_be_copied_it_is_shown(browser: Browser, site: str, wire: Sheet) -> None:
    page = open_page(browser, site)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"/documents/{wire.document.id}#s=40-50")
    page.get_by_role("button", name="Copy link to selection").click()
    assert page.get_by_label("Copy this link:").input_value().endswith("?s=40-50#s=40-50")
    page.context.close()


def test_a_selection_is_marked_without_scripts(browser: Browser, site: str, wire: Sheet) -> None:
    page = open_page(browser, site, java_script_enabled=False)
    start = wire.document.text.index("Rebels hold")
    named = f"s={start}-{start + 11}"
    page.goto(f"/documents/{wire.document.id}?{named}#{named}")
    marked = page.locator(".selected")
    assert "".join(marked.all_text_contents()) == "Rebels hold"
    box = marked.first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 720
    page.context.close()


def test_a_video_asks_nothing_of_anybody_until_its_button_is_pressed(
    browser: Browser, asking: str, news: Sheet
) -> None:
    address = f"/documents/{news.document.id}"
    with watched(browser, asking) as (page, watch):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.get_by_role("button", name="Load from YouTube").count() == 0  # not agreed to
        assert "It can be loaded here once you agree to it." in page.locator(".player").inner_text()
        page.context.add_cookies(
            [{"name": CHOICE_COOKIE, "value": choice_cookie(LISTED, ["functional"]), "url": asking}]
        )
        page.context.route(
            f"https://{HOST}/**", lambda route: route.fulfill(body="<p>a film</p>", content_type="text/html")
        )
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.locator(".player").hover()
        assert watch.elsewhere(asking) == []
        page.get_by_role("button", name="Load from YouTube").click()
        page.frame_locator(".player iframe").get_by_text("a film").wait_for()
        assert watch.elsewhere(asking) == [f"https://{HOST}/embed/aB3_dEf-9hI"]
        assert watch.complaints == []


@pytest.mark.parametrize(("width", "scheme", "language"), [(1280, "dark", ""), (320, "light", "/ar")])
def test_a_page_with_everything_has_no_barrier_and_fits(
    browser: Browser, asking: str, news: Sheet, width: int, scheme: Any, language: str
) -> None:
    with watched(browser, asking, viewport={"width": width, "height": 800}, color_scheme=scheme) as (
        page,
        watch,
    ):
        page.goto(f"{language}/documents/{news.document.id}?s=20-60#s=20-60")
        unfold(page)
        page.locator(".stop").first.focus()
        card_of(page).wait_for()
        assert barriers(page) == []
        assert sideways(page) == 0
        assert watch.complaints == []


def test_on_paper_claims_are_numbered_and_listed_as_an_appendix(
    browser: Browser, site: str, wire: Sheet
) -> None:
    page = open_page(browser, site)
    page.goto(f"/documents/{wire.document.id}")
    page.emulate_media(media="print")
    claim = (wire.claims or ())[2]
    anchor = page.locator(f"#claim-{claim.id}")
    number = anchor.get_attribute("data-n")
    assert anchor.evaluate("one => getComputedStyle(one, '::after').content") == f'"[{number}]"'
    entry = page.locator(f"#note-{claim.id}")
    assert entry.evaluate("one => getComputedStyle(one).listStyleType") == "decimal"
    assert entry.get_attribute("value") == number
    assert page.locator(".tools").is_hidden()
    page.context.close()


def test_a_document_in_arabic_stands_at_the_right(browser: Browser, tmp_path: Path) -> None:
    sheet = build_sheet(
        "ar.txt",
        [("article", 0, "قال مرصد كارسا إن سبعة مدنيين قتلوا في الغارة.\n")],
        [("سبعة مدنيين قتلوا", killed(7, 7))],
    )
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(sheet)
    with serving(create_app(tmp_path / "s.db")) as address:
        page = open_page(browser, address)
        page.goto(f"/documents/{sheet.document.id}")
        text, words = page.locator(".text").bounding_box(), page.locator(".stop").bounding_box()
        gutter = page.locator(".passage").evaluate("one => getComputedStyle(one, '::before').right")
        page.context.close()
    assert text is not None
    assert words is not None
    assert words["x"] > text["x"] + text["width"] / 3
    assert gutter == "0px"


def test_an_address_of_a_claim_on_a_later_page_leads_there(browser: Browser, tmp_path: Path) -> None:
    sentence = "Of what was said in this chapter nothing is of note" + " and so it goes on" * 30 + ". "
    parts = [("article", n, sentence * 55 + "\n") for n in range(4)]
    parts.append(("article", 4, "At the very end two people were killed."))
    sheet = build_sheet("long.txt", parts, [("two people were killed", killed(2, 2, group="people"))])
    (claim,) = sheet.claims or ()
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(sheet)
    with serving(create_app(tmp_path / "s.db")) as address:
        page = open_page(browser, address)
        page.goto(f"/documents/{sheet.document.id}#claim-{claim.id}")
        page.wait_for_url(f"**?claim={claim.id}#claim-{claim.id}")
        assert page.locator(f".in-{claim.id}").bounding_box() is not None
        page.goto(f"/documents/{sheet.document.id}#s={claim.start}-{claim.end}")
        page.wait_for_url("**?at=*")
        page.wait_for_function("() => getSelection().toString() === 'two people were killed'")
        page.context.close()
