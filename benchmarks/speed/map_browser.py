"""How many frames a second Chromium draws while the map is dragged, and what a first visit loads."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Response, sync_playwright

from benchmarks.speed.review import serving

CHROMIUM = Path("/usr/bin/chromium")
_SECONDS = 6.0
_COUNT = """() => {
    window.frames_ = []
    const count = (at) => { window.frames_.push(at); requestAnimationFrame(count) }
    requestAnimationFrame(count)
}"""


def _into(loaded: list[Response]) -> Callable[[Response], None]:
    return lambda answer: loaded.append(answer)


def drag(incidents: int, path: Path) -> None:
    """Drag the map to and fro at several zooms and print frames per second; the slowest twentieth too."""
    if not CHROMIUM.exists():
        print(f"no {CHROMIUM}: frames are not counted")
        return
    with serving(path) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for place in ("zoom=3&bbox=-20,0,90,60", "zoom=5&bbox=25,20,50,42", "zoom=8&bbox=36,33,40,36"):
            page = browser.new_page(base_url=site, viewport={"width": 1280, "height": 900})
            loaded: list[Response] = []
            page.on("response", _into(loaded))
            page.goto(f"/map?{place}")
            page.wait_for_selector("#ground[data-ready]", timeout=60_000)
            if place.startswith("zoom=3"):
                for answer in loaded:
                    print(f"  {len(answer.body()):9,d} bytes  {answer.url.removeprefix(site)}")
            box = page.locator("#ground").bounding_box() or {"x": 0, "y": 0, "width": 800, "height": 500}
            x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
            page.mouse.move(x, y)
            page.evaluate(_COUNT)
            end, step = time.perf_counter() + _SECONDS, 0
            while time.perf_counter() < end:
                page.mouse.down()
                for _ in range(24):
                    step += 1
                    page.mouse.move(x + 9 * (step % 24), y + 4 * (step % 24))
                page.mouse.up()
                page.mouse.move(x, y)
                step = 0
            gaps: list[float] = page.evaluate(
                "() => window.frames_.slice(1).map((at, i) => at - window.frames_[i])"
            )
            gaps.sort()
            slow = gaps[int(0.95 * len(gaps))]
            print(
                f"  {incidents:,d} incidents, {place}: {1000 * len(gaps) / sum(gaps):.0f} frames a second, "
                f"19 of 20 within {slow:.0f} ms, slowest {gaps[-1]:.0f} ms"
            )
            page.close()
        browser.close()
