"""A speaker's page with a comparison on it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from counterclaim.web.app import create_app
from tests.web.browsing import IN_BROWSER, barriers, sideways, unfold, watched
from tests.web.conftest import serving
from tests.web.test_speaker import MONITOR, told_twice

pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def twice_served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("served") / "s.db"
    told_twice(path, 12)
    with serving(create_app(path)) as address:
        yield address


@pytest.mark.parametrize(("width", "scheme", "language"), [(1280, "light", ""), (320, "dark", "/ar")])
def test_the_comparison_has_no_barrier_and_fits(
    browser: Browser, twice_served: str, width: int, scheme: Any, language: str
) -> None:
    size = {"width": width, "height": 800}
    with watched(browser, twice_served, viewport=size, color_scheme=scheme) as (page, watch):
        page.goto(f"{language}/speakers/{MONITOR}")
        unfold(page)
        assert barriers(page) == []
        assert sideways(page) == 0
        assert watch.complaints == []
        assert watch.elsewhere(twice_served) == []


def test_the_middle_is_drawn_at_two_in_either_direction_of_reading(
    browser: Browser, twice_served: str
) -> None:
    with watched(browser, twice_served) as (page, _):
        for language in ("", "/ar"):
            page.goto(f"{language}/speakers/{MONITOR}")
            middle = page.locator(".strip-plot .median").bounding_box()
            tick = page.locator(".strip-plot text", has_text="×2").bounding_box()
            even = page.locator(".strip-plot .even").bounding_box()
            assert middle is not None
            assert tick is not None
            assert even is not None
            assert middle["x"] == pytest.approx(tick["x"] + tick["width"] / 2, abs=3)
            assert even["x"] < middle["x"]
