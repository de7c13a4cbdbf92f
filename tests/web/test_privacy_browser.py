"""A crawl in a real browser: what is asked of others and kept by the browser, before a choice and after it.

One page of each kind is visited; with COUNTERCLAIM_EVERY_COMBINATION=1 in the environment every page in every language.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.listed import CHOICE_COOKIE, Item, Listed
from tests.web.browsing import IN_BROWSER, Watched, stored, unfold, watched
from tests.web.conftest import serving
from tests.web.sheets import build_sheet

pytestmark = IN_BROWSER

PLAYER = Item(
    category="functional",
    kind="request",
    name="Video player",
    purpose="Plays a video of a document in its place",
    life="until the page is closed",
    host="www.youtube-nocookie.com",
    embeds="youtube",
)
LISTED = Listed((PLAYER,))
VIDEO = "[youtube aB3_dEf-9hI 640 360]"
EVERY = bool(os.environ.get("COUNTERCLAIM_EVERY_COMBINATION"))
LANGUAGE = re.compile(r"^/(?:ar|fr)(?=/.)")
NAMED = re.compile(r"^/(documents|incidents|speakers)/[^/]+|/[^/]*[0-9A-Z][^/]*")


@pytest.fixture(scope="module")
def crawled_store(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the other tests with one document more, which has a video."""
    path = tmp_path_factory.mktemp("crawl") / "record.db"
    shutil.copy(store_path, path)
    with Store.open(path) as store:
        parts = [("article", 0, "Residents filmed the raid.\n"), ("embed", 0, VIDEO)]
        store.write_sheet(build_sheet("video.txt", parts, []))
    return path


@pytest.fixture(scope="module")
def plain_site(crawled_store: Path) -> Iterator[str]:
    with serving(create_app(crawled_store)) as address:
        yield address


@pytest.fixture(scope="module")
def asking_site(crawled_store: Path) -> Iterator[str]:
    """The same, whose operator lists a player of videos."""
    with serving(create_app(crawled_store, listed=LISTED)) as address:
        yield address


def crawl(page: Page, site: str, watch: Watched) -> list[str]:
    """Visit what is reached from / by links; nothing may be stored on the way."""
    seen, kinds, visited = {"/"}, set[str](), []
    files: list[str] = []
    waiting = deque(["/", "/ar/privacy"])
    while waiting:
        address = waiting.popleft()
        kind = address if EVERY else NAMED.sub(r"/\1*", LANGUAGE.sub("", urlsplit(address).path))
        if kind in kinds:
            continue
        kinds.add(kind)
        visited.append(address)
        page.goto(address)
        assert stored(page) == [], address
        links: list[dict[str, Any]] = page.evaluate(
            """() => [...document.querySelectorAll('a[href]')].filter(one => !one.hreflang).map(one => (
                {address: one.getAttribute('href').split('#')[0], file: one.hasAttribute('download')}))"""
        )
        for link in links:
            found = link["address"]
            if not found.startswith("/") or found in seen or found.startswith(("/api/", "/.well-known/")):
                continue
            seen.add(found)
            if link["file"]:
                files.append(found)
            else:
                waiting.append(found)
    for file in files if EVERY else files[:3]:
        assert "set-cookie" not in page.request.get(file).headers, file
    page.wait_for_load_state("networkidle")
    assert watch.elsewhere(site) == []
    return visited


def test_where_nothing_is_optional_the_browser_keeps_nothing_and_asks_nobody(
    browser: Browser, plain_site: str
) -> None:
    with watched(browser, plain_site) as (page, watch):
        visited = crawl(page, plain_site, watch)
        assert watch.cookies() == set()
    assert len(visited) > 10
    assert {"/", "/ar/privacy", "/documents", "/issues"} <= set(visited)


def test_before_a_choice_the_browser_keeps_nothing_and_asks_nobody(
    browser: Browser, asking_site: str
) -> None:
    with watched(browser, asking_site) as (page, watch):
        crawl(page, asking_site, watch)
        assert page.get_by_role("button", name="Accept", exact=True).count() == 1
        assert watch.cookies() == set()


def test_after_reject_it_keeps_the_rejection_alone_and_asks_nobody(
    browser: Browser, asking_site: str
) -> None:
    with watched(browser, asking_site) as (page, watch):
        page.goto("/")
        with page.expect_navigation():
            page.get_by_role("button", name="Reject").click()
        crawl(page, asking_site, watch)
        assert page.get_by_role("button", name="Accept", exact=True).count() == 0
        assert watch.cookies() == {CHOICE_COOKIE}


def test_under_global_privacy_control_it_keeps_nothing_and_asks_nobody(
    browser: Browser, asking_site: str
) -> None:
    with watched(browser, asking_site, extra_http_headers={"Sec-GPC": "1"}) as (page, watch):
        crawl(page, asking_site, watch)
        assert page.get_by_role("button", name="Accept", exact=True).count() == 0
        assert watch.cookies() == set()


def test_after_accept_it_asks_those_who_are_listed_once_the_visitor_wants_the_video(
    browser: Browser, asking_site: str
) -> None:
    with watched(browser, asking_site) as (page, watch):
        page.context.route(f"https://{PLAYER.host}/**", _play)
        page.goto("/")
        page.get_by_role("button", name="Accept", exact=True).focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        crawl(page, asking_site, watch)
        page.goto("/documents/video.txt")
        unfold(page)
        page.get_by_role("button", name="Load from YouTube").click()
        page.frame_locator("iframe").get_by_text("playing").wait_for()
        assert {urlsplit(url).hostname for url in watch.elsewhere(asking_site)} == {PLAYER.host}
        assert watch.cookies() == {CHOICE_COOKIE}
        assert stored(page) == []
        page.get_by_role("link", name="Privacy").press("Enter")
        page.wait_for_url("**/privacy#choice")
        with page.expect_navigation():
            page.get_by_role("button", name="Reject everything").click()
        page.goto("/documents/video.txt")
        unfold(page)
        assert page.get_by_role("button", name="Load from YouTube").count() == 0


def test_a_choice_is_made_without_scripts_by_category(browser: Browser, asking_site: str) -> None:
    with watched(browser, asking_site, java_script_enabled=False) as (page, watch):
        page.goto("/issues")
        page.get_by_text("Choose by category").click()
        page.get_by_role("checkbox", name="Functional").check()
        with page.expect_navigation():
            page.get_by_role("button", name="Save my choice").click()
        assert page.get_by_role("button", name="Accept", exact=True).count() == 0
        page.get_by_role("link", name="change or withdraw").click()
        assert page.get_by_role("checkbox", name="Functional").is_checked()
        assert watch.cookies() == {CHOICE_COOKIE}


@pytest.mark.parametrize("width", [320, 1280])
def test_accept_and_reject_have_one_size_and_one_look(browser: Browser, asking_site: str, width: int) -> None:
    with watched(browser, asking_site, viewport={"width": width, "height": 700}) as (page, _):
        for address in ("/", "/ar/", "/fr/"):
            page.goto(address)
            looks = page.locator(".consent .answers button").evaluate_all(
                """all => all.map(one => {
                    const box = one.getBoundingClientRect(), style = getComputedStyle(one)
                    return [Math.round(box.width), Math.round(box.height), Math.round(box.top), style.color,
                            style.backgroundColor, style.fontSize, style.fontWeight, style.border]
                })"""
            )
            assert len(looks) == 2
            assert looks[0] == looks[1]


def _play(route: Route) -> None:
    route.fulfill(content_type="text/html", body="<p>playing</p>")
