"""A store written by hand, the application over it, and pages as tests read them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from counterclaim.core.claims import Claim
from counterclaim.core.incidents import Incident
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.web.app import create_app
from tests.web.browsing import CHROMIUM
from tests.web.market import market_incidents, market_sheets
from tests.web.raid import HOSTILE, bulletin_sheet, hostile_sheet, strike_of, wire_sheet
from tests.web.sheets import build_sheet, killed

VOID = frozenset(("meta", "link", "input", "br"))
BLOCKS = frozenset("p li td th h1 h2 h3 h4 div dt dd summary title label option button".split())


@pytest.fixture(scope="session")
def wire() -> Sheet:
    return wire_sheet()


@pytest.fixture(scope="session")
def bulletin() -> Sheet:
    return bulletin_sheet()


@pytest.fixture(scope="session")
def hostile() -> Sheet:
    return hostile_sheet()


@pytest.fixture(scope="session")
def market() -> tuple[Sheet, ...]:
    return market_sheets()


@pytest.fixture(scope="session")
def market_told(market: tuple[Sheet, ...]) -> list[Incident]:
    return market_incidents(market)


@pytest.fixture(scope="session")
def forty() -> Sheet:
    """Forty speakers, each with a figure of its own."""
    words = [
        f"Office number {number} said that {60 + number} people were killed in the raid on the barracks."
        for number in range(40)
    ]
    claims: list[tuple[str, Claim]] = [
        (
            f"{60 + number} people were killed",
            killed(60 + number, 60 + number, speakers=(f"Office {number}",)),
        )
        for number in range(40)
    ]
    return build_sheet("forty.txt", [("article", 0, " ".join(words))], claims)


@pytest.fixture(scope="session")
def strike(wire: Sheet, bulletin: Sheet) -> Incident:
    return strike_of(wire, bulletin)


@pytest.fixture(scope="session")
def store_path(
    tmp_path_factory: pytest.TempPathFactory,
    wire: Sheet,
    bulletin: Sheet,
    hostile: Sheet,
    market: tuple[Sheet, ...],
    strike: Incident,
) -> Path:
    path = tmp_path_factory.mktemp("web") / "record.db"
    with Store.open(path) as store:
        for sheet in (wire, bulletin, hostile, *market):
            store.write_sheet(sheet)
        store.write_issue("pages/empty.txt", Issue("input.empty", "error", "hand.v1", "nothing in it"))
        store.write_issue(HOSTILE, Issue("input.odd", "warning", "hand.v1", HOSTILE, Span(0, 5)))
        single = (wire.claims or ())[-1]
        attacked = (hostile.claims or ())[0]
        store.write_incidents(
            [
                strike,
                *market_incidents(market),
                Incident(code="S1", title="Clash, Karsa, day not stated", claims=(single.id,)),
                Incident(
                    code="X9",
                    title=HOSTILE,
                    place=HOSTILE,
                    basis=HOSTILE,
                    when=HOSTILE,
                    claims=(attacked.id,),
                ),
            ]
        )
    return path


@pytest.fixture(scope="session")
def client(store_path: Path) -> TestClient:
    """Asks the application as a browser on this machine would."""
    return TestClient(
        create_app(store_path),
        base_url="http://localhost",
        headers={"sec-fetch-site": "same-origin"},  # as a browser says of our own links and forms
        raise_server_exceptions=False,
    )


@pytest.fixture(scope="session")
def pages(wire: Sheet, bulletin: Sheet, hostile: Sheet) -> list[str]:
    """An address of every kind of page."""
    documents = [f"/documents/{sheet.document.id}" for sheet in (wire, bulletin, hostile)]
    incidents = [
        "/incidents/K7Q2",
        "/incidents/S1",
        "/incidents/X9",
        "/incidents/R4?profile=airwars-like",
        "/incidents/R5?as_of=2016-01-01",
        "/speakers/Karsa%20Monitor",
    ]
    lists = [
        "/",
        "/map",
        "/map?at=K7Q2",
        "/?q=soldiers",
        "/?q=nothing-of-the-kind",
        "/documents",
        "/issues",
        "/privacy",
        "/api",
        "/sign-in",
        "/me",
        "/people",
        "/withheld",
    ]
    tables = [
        "/claims",
        "/claims?q=killed&type=casualty&sort=-figure_min&columns=speaker,figure_min,sentence,doc&limit=5",
        "/incidents",
        "/speakers",
        "/outlets",
        "/places",
        "/agreements",
        "/control",
        "/sql",
        "/sql?q=SELECT+doc,+low+FROM+figures",
    ]
    review = [
        "/review",
        "/review?order=random&seed=2",
        "/review?incident=K7Q2&type=agreement",
        "/review/incidents/K7Q2",
        "/review/pair?one=K7Q2&other=R4",
        f"/review/split/K7Q2?claim={(bulletin.claims or ())[0].id}",
        "/review/audit",
        "/review/agreement",
        "/review/keys",
    ]
    return [*lists, *tables, *review, *incidents, *documents, "/incidents/NONE", "/no-such-page"]


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address of a running server of the application on a free loopback port."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20  # seconds
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listening.close()


@pytest.fixture(scope="session")
def site(store_path: Path) -> Iterator[str]:
    """The address of a running server over the store."""
    with serving(create_app(store_path)) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium. For one module: as long as it is open, nothing else may use an event loop here."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Page(HTMLParser):
    """What tests ask of a page: its ids, addresses, words, and the document text that it shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.document_text = ""
        self._open: list[tuple[str, bool]] = []
        self.feed(html)
        self.ids = [given["id"] for _, given in self.tags if given.get("id")]
        self.addresses = [
            address
            for _, given in self.tags
            for address in (given.get("href"), given.get("src"), given.get("action"))
            if address is not None
        ]
        self.posts = {given.get("action") for _, given in self.tags if given.get("method") == "post"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self._open.append((tag, "piece" in (given.get("class") or "").split()))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop()[0] == tag, f"</{tag}> closes something else"
        if tag in BLOCKS:
            self.words += " "

    def handle_data(self, data: str) -> None:
        if any(is_piece for _, is_piece in self._open):
            self.document_text += data
        self.words += data

    def classed(self, name: str) -> list[dict[str, str | None]]:
        return [given for _, given in self.tags if name in (given.get("class") or "").split()]


@pytest.fixture(scope="session")
def visit(client: TestClient) -> Callable[[str], Page]:
    """The page at an address that answers 200."""

    def read(address: str) -> Page:
        answer = client.get(address)
        assert answer.status_code == 200, address
        return Page(answer.text)

    return read
