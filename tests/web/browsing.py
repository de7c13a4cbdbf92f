"""A page in the browser, and what tests ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no {CHROMIUM}; apt install chromium"),
]
_UNFOLD = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"
_REPORT_REFUSALS = (
    "document.addEventListener('securitypolicyviolation',"
    " event => console.log('refused: ' + event.violatedDirective + ' ' + event.blockedURI))"
)
_STORED = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(one => one.name), ...await caches.keys(),
    ...(await navigator.serviceWorker?.getRegistrations() ?? []).map(one => one.scope),
]"""


def open_page(browser: Browser, site: str, **options: Any) -> Page:
    """A page of a browser that nobody has used yet."""
    page = browser.new_context(base_url=site, reduced_motion="reduce", **options).new_page()
    page.set_default_timeout(10_000)  # milliseconds
    return page


class Watched:
    """What a context's pages complained of and whom they asked."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._context = context
        context.add_init_script(_REPORT_REFUSALS)
        context.on("console", lambda message: self.complaints.append(message.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", lambda request: self.requests.append(request.url))

    def elsewhere(self, site: str) -> list[str]:
        """Requests to anybody but the site."""
        return [url for url in self.requests if not url.startswith(f"{site}/")]

    def cookies(self) -> set[str]:
        return {str(cookie.get("name")) for cookie in self._context.cookies()}


@contextmanager
def watched(browser: Browser, site: str, **options: Any) -> Iterator[tuple[Page, Watched]]:
    """A page of a browser that nobody has used yet, and what it does."""
    context = browser.new_context(base_url=site, reduced_motion="reduce", **options)
    watch = Watched(context)
    page = context.new_page()
    page.set_default_timeout(10_000)  # milliseconds
    yield page, watch
    context.close()


def stored(page: Page) -> list[str]:
    """Whatever the page has stored in the browser."""
    found: list[str] = page.evaluate(_STORED)
    return found


def unfold(page: Page) -> None:
    """Open all that can be opened."""
    page.evaluate(_UNFOLD)


def barriers(page: Page) -> list[Any]:
    """What axe finds against the page as it stands."""
    page.evaluate(AXE.read_text())
    found: list[Any] = page.evaluate(
        "async () => (await axe.run()).violations.map("
        "one => [one.id, one.nodes.map(node => node.html + ' ' + node.failureSummary)])"
    )
    return found


def sideways(page: Page) -> int:
    """Pixels by which the page, or a region of it that may scroll, is wider than the window."""
    over: int = page.evaluate(
        "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth,"
        " ...[...document.querySelectorAll('.scroll')].map(one => one.scrollWidth - window.innerWidth))"
    )
    return over
