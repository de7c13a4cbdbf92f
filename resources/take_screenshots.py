"""Takes the pictures of the screens that the documentation shows, from the example pages read into a new store.

    python -m resources.take_screenshots [NAME ...]   # docs/images/*.webp, or only those named

Debian's chromium draws them, in the light scheme at the width of a desk.
"""

from __future__ import annotations

import argparse
import base64
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import uvicorn
from playwright.sync_api import Page, sync_playwright

from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.listed import Item, Listed

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 1_200, 1_000  # pixels
QUALITY = 72  # of 100: text stays sharp, no picture takes 150 kB
LARGEST = 150_000  # bytes
PLAYER = Item(
    category="functional",
    kind="request",
    name="Video player of YouTube",
    purpose="Plays a video of a document in its place, when you ask for it",
    life="until the page is closed",
    host="www.youtube-nocookie.com",
    embeds="youtube",
)


class Screen(NamedTuple):
    """One picture. Names in braces stand for what the store holds."""

    address: str
    height: int = HEIGHT
    asking: bool = False  # on a site whose operator allows videos, so that visitors are asked


SCREENS = {
    "incidents": Screen("/"),
    "incident": Screen("/incidents/{strike}", 1_300),
    "incident-ar": Screen("/ar/incidents/{strike}"),
    "reader": Screen("/documents/{page}"),
    "map": Screen("/map"),
    "claims": Screen("/claims?q=killed"),
    "sql": Screen(
        "/sql?q=SELECT+speaker,+low,+high,+doc+FROM+figures+WHERE+harm+%3D+'killed'+ORDER+BY+low+DESC"
    ),
    "speaker": Screen("/speakers/Syrian%20Observatory%20for%20Human%20Rights"),
    "agreements": Screen("/agreements"),
    "control": Screen("/control"),
    "review": Screen("/review"),
    "pair": Screen("/review/incidents/{strike}"),
    "people": Screen("/people", 700),
    "withheld": Screen("/withheld"),
    "sign-in": Screen("/sign-in", 600),
    "privacy": Screen("/privacy"),
    "consent": Screen("/documents", 700, asking=True),
    "not-found": Screen("/incidents/NONE", 600),
}


@contextmanager
def serving(path: Path, listed: Listed) -> Iterator[str]:
    """The address of the pages over the store."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(path, listed=listed), log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True


def read_examples(path: Path) -> dict[str, str]:
    """Read the example pages into a store; gives what the addresses of the screens name."""
    examples = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "examples").glob("*.txt"))
    command = [sys.executable, "-m", "counterclaim.cli", "read", *examples, "--store", str(path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  our own command
    with Store.open(path, read_only=True) as store:
        told = {incident.code: len(incident.claims) for incident in store.incidents()}
        pages = {row.doc: row.id for row in store.documents()}
    return {"strike": max(told, key=lambda code: told[code]), "page": pages["deir-ez-zor"]}


def take(page: Page, screen: Screen, address: str) -> bytes:
    """The picture of a screen, as WebP."""
    page.set_viewport_size({"width": WIDTH, "height": screen.height})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    options = {"format": "webp", "quality": QUALITY}
    shot = page.context.new_cdp_session(page).send("Page.captureScreenshot", options)
    return base64.b64decode(shot["data"])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(SCREENS)}")
    names = parser.parse_args().names or list(SCREENS)
    if unknown := [name for name in names if name not in SCREENS]:
        parser.error(f"there is no screen {unknown[0]!r}; there are {', '.join(SCREENS)}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "examples.db"
        held = read_examples(path)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(reduced_motion="reduce").new_page()
        with serving(path, Listed()) as plain, serving(path, Listed((PLAYER,))) as asking:
            for name in names:
                screen = SCREENS[name]
                site = asking if screen.asking else plain
                picture = take(page, screen, site + screen.address.format(**held))
                if len(picture) > LARGEST:
                    raise SystemExit(f"{name} takes {len(picture):,} bytes; lower QUALITY or its height")
                (IMAGES / f"{name}.webp").write_bytes(picture)
                print(f"{name}.webp: {len(picture) / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main()
