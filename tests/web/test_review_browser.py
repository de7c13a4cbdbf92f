"""The review desk by keys in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.quality.planted import planted
from counterclaim.incidents.within import label_incidents
from counterclaim.store import Store
from counterclaim.web.app import create_app
from tests.web.browsing import IN_BROWSER, open_page
from tests.web.conftest import serving

pytestmark = IN_BROWSER


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "s.db"
    with Store.open(path) as store:
        for told in planted(2, seed=4):
            store.write_sheet(label_incidents(told.sheet))
        while store.link():
            pass
        while store.weigh():
            pass
    return path


def actions(path: Path) -> list[tuple[str, str | None]]:
    with Store.open(path, read_only=True) as store:
        return [(entry.action, entry.reason) for entry in reversed(store.audit())]


def test_a_run_of_claims_is_decided_by_keys_alone(browser: Browser, path: Path) -> None:
    with serving(create_app(path)) as site:
        page = open_page(browser, site)
        page.goto("/review")
        page.wait_for_load_state("networkidle")
        item = page.locator("#item")

        def shown() -> str:
            return item.get_attribute("data-claim") or ""

        def saved() -> None:
            expect(page.locator("#review")).to_have_attribute("data-waiting", "0")

        def listening() -> None:
            page.wait_for_load_state("load")  # a new page takes keys once its module has run

        first = shown()
        page.keyboard.press("a")
        expect(item).not_to_have_attribute("data-claim", first)
        saved()
        second = shown()
        page.keyboard.press("r")
        page.keyboard.press("3")
        expect(item).not_to_have_attribute("data-claim", second)
        saved()
        third = shown()
        page.keyboard.press("u")
        expect(item).not_to_have_attribute("data-claim", third)
        saved()
        assert actions(path) == [("accept", None), ("reject", "wrong_speaker"), ("unsure", None)]
        page.keyboard.press("z")
        expect(item).to_have_attribute("data-claim", third)
        listening()
        fourth = shown()
        page.keyboard.press("j")
        expect(item).not_to_have_attribute("data-claim", fourth)
        listening()
        page.keyboard.press("k")
        expect(item).to_have_attribute("data-claim", fourth)
        listening()
        page.keyboard.press("s")
        marked = page.locator("mark").inner_text()
        page.keyboard.press("Shift+ArrowLeft")
        assert page.locator("mark").inner_text().endswith(marked)
        assert len(page.locator("mark").inner_text()) > len(marked)
        page.keyboard.press("Enter")
        expect(item).not_to_have_attribute("data-claim", fourth)
        assert [action for action, _ in actions(path)] == ["accept", "reject", "unsure", "undo", "move"]
        page.keyboard.press("?")
        assert page.locator(".all-keys").get_attribute("open") is not None
        page.context.close()


def test_a_decision_that_cannot_be_sent_is_kept_and_sent_again(browser: Browser, path: Path) -> None:
    with serving(create_app(path)) as site:
        page = open_page(browser, site)
        page.goto("/review")
        page.wait_for_load_state("networkidle")
        page.route("**/review/decide*", lambda route: route.abort())
        page.keyboard.press("a")
        again = page.get_by_role("button", name="Send again")
        again.wait_for()
        assert actions(path) == []
        page.unroute("**/review/decide*")
        again.click()
        expect(page.locator("#review")).to_have_attribute("data-waiting", "0")
        assert actions(path) == [("accept", None)]
        page.context.close()


def test_letters_typed_into_a_box_decide_nothing(browser: Browser, path: Path) -> None:
    with serving(create_app(path)) as site:
        page = open_page(browser, site)
        page.goto("/review")
        page.locator("#why-reject").fill("")
        page.locator("#why-reject").press_sequentially("a rare case, unsure")
        page.wait_for_load_state("networkidle")
        assert actions(path) == []
        assert page.locator("#why-reject").input_value() == "a rare case, unsure"
        page.context.close()
