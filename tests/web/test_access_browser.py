from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from counterclaim.store import Store
from counterclaim.store.people import set_role
from counterclaim.web.app import create_app
from counterclaim.web.guard import Access
from tests.web.access import PASSWORD, QUICK, give_accounts
from tests.web.browsing import IN_BROWSER, barriers, sideways, unfold, watched
from tests.web.conftest import serving

pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def desk(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a store with accounts, as it is: without https, on this machine."""
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    shutil.copy(store_path, path)
    give_accounts(path, ada="admin", rana="reader")
    with serving(create_app(path, access=Access(passwords=QUICK))) as address:
        yield address
    with Store.open(path) as store:
        set_role(store, "rana", "coder")  # nobody holds the store any more


def sign_in_by_keyboard(page: Page, name: str) -> None:
    page.get_by_label("Name").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("javascript", [True, False])
def test_signing_in_and_out_works_by_keyboard_and_without_scripts(
    browser: Browser, desk: str, javascript: bool
) -> None:
    with watched(browser, desk, java_script_enabled=javascript) as (page, watch):
        page.goto("/documents")
        assert page.url == f"{desk}/sign-in?next=%2Fdocuments"
        assert watch.cookies() == set()
        sign_in_by_keyboard(page, "rana")
        expect(page.get_by_role("heading", level=1)).to_have_text("Documents")
        assert page.url == f"{desk}/documents"
        (cookie,) = page.context.cookies()
        assert (cookie.get("httpOnly"), cookie.get("sameSite"), cookie.get("expires")) == (True, "Lax", -1)
        page.get_by_role("button", name="Sign out").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
        assert watch.cookies() == set()
        page.goto("/documents")
        assert page.url.startswith(f"{desk}/sign-in")
        assert watch.complaints == []
        assert watch.elsewhere(desk) == []


def test_an_admin_restricts_a_claim_from_the_reader_and_comes_back_to_it(browser: Browser, desk: str) -> None:
    with watched(browser, desk) as (page, watch):
        page.goto("/documents")
        sign_in_by_keyboard(page, "ada")
        page.get_by_role("link", name="Raid on Karsa barracks").first.click()
        reading = page.url
        unfold(page)
        page.get_by_role("link", name=re.compile("Restrict.*its aircraft killed")).first.click()
        page.get_by_label("Why").locator("visible=true").fill("the family asked for it")
        page.get_by_role("button", name="Restrict", exact=True).click()
        page.wait_for_url(reading)
        page.goto("/withheld")
        expect(page.get_by_text("the family asked for it")).to_be_visible()
        page.get_by_role("button", name="Lift the restriction").click()
        expect(page.get_by_text("Nothing is restricted.")).to_be_visible()
        assert watch.complaints == []


@pytest.mark.parametrize(("width", "scheme", "language"), [(320, "light", ""), (1280, "dark", "/ar")])
def test_the_pages_of_access_have_no_barrier(
    browser: Browser, desk: str, width: int, scheme: str, language: str
) -> None:
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with watched(browser, desk, **options) as (page, _):
        page.goto(f"{language}/sign-in")
        page.locator("#name").fill("ada")
        page.locator("#password").fill("wrong")
        page.locator("main button").click()
        expect(page.locator("[role=alert]")).to_be_visible()
        assert (barriers(page), sideways(page)) == ([], 0)
        page.locator("#password").fill(PASSWORD)
        page.locator("main button").click()
        expect(page.locator(".account button")).to_be_visible()
        for address in ("/people", "/me", "/withheld?target=abc"):
            page.goto(f"{language}{address}")
            unfold(page)
            assert (barriers(page), sideways(page)) == ([], 0), address
