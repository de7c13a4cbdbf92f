"""A store written by hand: one strike that three speakers count differently, and a hostile page."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from msgspec.structs import replace
from starlette.testclient import TestClient

from counterclaim.core.claims import (
    Assessment,
    Casualty,
    Claim,
    Control,
    Damage,
    Event,
    Responsibility,
    claim_id,
)
from counterclaim.core.ids import hash_bytes
from counterclaim.core.incidents import Incident, Relation
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.types import Article, Document, Passage, Segment, Sheet
from counterclaim.store import Store
from counterclaim.web.app import create_app

VOID = frozenset(("meta", "link", "input", "br"))
BLOCKS = frozenset(("p", "li", "td", "th", "h1", "h2", "h3", "div", "summary", "title"))
HOSTILE = '<script>alert(\'x\')</script><img src=x onerror="alert(1)">" onmouseover="alert(2)'

WIRE = (
    ("menu", None, "🛰️ Home | World | 🔴 Live\n"),
    ("headline", 0, "Raid on Karsa barracks: what is known\n"),
    (
        "article",
        0,
        (
            "🚨 The coalition said its aircraft killed at least 62 soldiers at the Karsa barracks on 17 September. "
            "The Norland defence ministry said 62 soldiers were killed. "
            "The Karsa Monitor put the death toll at 83 and said at least 120 soldiers were wounded.\n"
            "The ministry quoted the army staff as saying that the raid had let the rebels advance. "
            "The Eastern Alliance denied that its aircraft had struck the barracks. "
            "If the soldiers were hit, it was an accident, the coalition said. "
            "Four fuel tanks were destroyed.\n"
        ),
    ),
    ("caption", 0, "Smoke over the Karsa barracks (photo: K. Ode)\n"),
    ("embed", 0, "[video 8812 https://video.example/embed/8812]\n"),
    (
        "article",
        1,
        "Rebels hold most of Karsa. Activists say about 35 rebels were killed near the town in May.\n",
    ),
    (
        "notice",
        None,
        "This website uses cookies to improve your experience.\r\nAccept  Reject\tRead more\n",
    ),
)
BULLETIN = (
    ("dateline", 0, "KARSA, 18 September 2016 – "),
    (
        "article",
        0,
        (
            "The Karsa Monitor repeated that 83 soldiers died in the raid of Saturday.\n"
            "قال مرصد كارسا إن 83 جنديا قتلوا و120 على الأقل جرحوا.\n"
            "More than 20 civilians were also reported killed."
        ),
    ),
)
HOSTILE_PAGE = (
    ("article", 0, f"{HOSTILE} 5 people were killed, {HOSTILE} said.\n"),
    ("embed", None, '<iframe src="https://evil.example/"></iframe>'),
)


def build_sheet(doc: str, parts: Any, claims: list[tuple[str, Claim]], **given: Any) -> Sheet:
    """A sheet whose text is the parts joined; each claim comes with the words that it stands in."""
    text = "".join(words for *_, words in parts)
    document = Document(
        id=hash_bytes(text.encode())[:16],
        doc=doc,
        text=text,
        sha256=hash_bytes(text.encode()),
        **{"origin": f"pages/{doc}", **given},
    )
    segments, passages, at = [], [], 0
    for kind, article, words in parts:
        span = Span(at, at + len(words))
        why = "" if kind == "article" else f"made by hand as {kind}"
        segments.append(Segment(kind=kind, span=span, article=article, why=why))
        if kind == "article":
            for match in re.finditer(r"\S[^.\n]*[.]?", words):
                sentence = Span(at + match.start(), at + match.end())
                quote = quote_of(text, sentence)
                passages.append(
                    Passage(
                        span=sentence,
                        exact=quote.exact,
                        prefix=quote.prefix,
                        suffix=quote.suffix,
                        article=article,
                        segment=len(segments) - 1,
                    )
                )
        at = span.end
    numbers = sorted({article for _, article, _ in parts if article is not None})
    articles = []
    for number in numbers:
        own = [one.span for one in segments if one.article == number]
        articles.append(Article(span=Span(own[0].start, own[-1].end)))
    placed = []
    for words, claim in claims:
        start = text.index(words)
        index = next(i for i, one in enumerate(passages) if one.span.start <= start < one.span.end)
        claim = replace(
            claim,
            start=start,
            end=start + len(words),
            quote=words,
            passage=index,
            article=passages[index].article,
            maker="hand.v1",
            score=0.87 if isinstance(claim, Casualty) else None,
        )
        placed.append(replace(claim, id=claim_id(document.id, claim)))
    return Sheet(
        document=document,
        segments=tuple(segments),
        articles=tuple(articles),
        passages=tuple(passages),
        claims=tuple(placed),
        stages=("hand.v1",),
    )


def killed(low: int | None, high: int | None, qualifier: Any = "exact", **more: Any) -> Casualty:
    return Casualty(
        **{
            "start": 0,
            "end": 0,
            "quote": "",
            "harm": "killed",
            "min": low,
            "max": high,
            "qualifier": qualifier,
            "group": "soldiers",
            "explicitness": "named",
            **more,
        }
    )


def wire_sheet() -> Sheet:
    at: dict[str, Any] = {"start": 0, "end": 0, "quote": "", "explicitness": "named"}
    coalition, ministry, monitor = ("Coalition",), ("Norland Ministry of Defence",), ("Karsa Monitor",)
    return build_sheet(
        "wire.txt",
        WIRE,
        [
            ("its aircraft killed at least 62 soldiers", killed(62, None, "at_least", speakers=coalition)),
            (
                "its aircraft killed at least 62 soldiers at the Karsa barracks",
                Responsibility(**at, stance="admits", accused="Coalition", speakers=coalition),
            ),
            ("62 soldiers were killed", killed(62, 62, speakers=ministry)),
            ("put the death toll at 83", killed(83, 83, speakers=monitor)),
            (
                "at least 120 soldiers were wounded",
                killed(120, None, "at_least", harm="wounded", speakers=monitor),
            ),
            (
                "the raid had let the rebels advance",
                Assessment(**at, speakers=("Norland Army Staff",), via=ministry, modality="alleged"),
            ),
            (
                "The Eastern Alliance denied that its aircraft had struck the barracks",
                Responsibility(
                    **at, stance="denies", accused="Eastern Alliance", speakers=("Eastern Alliance",)
                ),
            ),
            (
                "aircraft had struck",
                Event(
                    **at,
                    event_type="air_strike",
                    actor="Eastern Alliance",
                    target="barracks",
                    polarity="negated",
                    speakers=("Eastern Alliance",),
                ),
            ),
            (
                "If the soldiers were hit, it was an accident",
                Assessment(**at, speakers=coalition, modality="conditional"),
            ),
            (
                "Four fuel tanks were destroyed",
                Damage(start=0, end=0, quote="", object="fuel tanks", min=4, max=4, outcome="destroyed"),
            ),
            (
                "Rebels hold most of Karsa",
                Control(start=0, end=0, quote="", holder="Rebels", place="Karsa"),
            ),
            (
                "about 35 rebels were killed",
                killed(35, 35, "about", speakers=("activists",), group="rebels", explicitness="unnamed"),
            ),
        ],
        title="Raid on Karsa barracks",
        outlet="Harbour Wire",
    )


def bulletin_sheet() -> Sheet:
    monitor = ("Karsa Monitor",)
    return build_sheet(
        "bulletin.txt",
        BULLETIN,
        [
            ("83 soldiers died", killed(83, 83, speakers=monitor)),
            ("83 جنديا قتلوا", killed(83, 83, speakers=("مرصد كارسا",), group="جنديا")),
            (
                "More than 20 civilians were also reported killed",
                killed(21, None, "more_than", group="civilians", status="civilian", explicitness="passive"),
            ),
        ],
        outlet="Monitor's bulletin",
        published="2016-09-18",
    )


def hostile_sheet() -> Sheet:
    return build_sheet(
        "hostile.html",
        HOSTILE_PAGE,
        [("5 people were killed", killed(5, 5, speakers=(HOSTILE,), via=(HOSTILE,), group=HOSTILE))],
        title=HOSTILE,
        outlet=HOSTILE,
        origin=HOSTILE,
    )


def strike_of(wire: Sheet, bulletin: Sheet) -> Incident:
    """The raid as both documents tell it; the last two claims of the wire are about something else."""
    told = (wire.claims or ())[:-2]
    again = bulletin.claims or ()
    coalition, admission, ministry, monitor = told[:4]
    denial = told[6]
    return Incident(
        code="K7Q2",
        title="Air strike, Karsa barracks, 17 September, year not stated",
        kind="air_strike",
        place="Karsa barracks",
        when="XXXX-09-17",
        claims=tuple(claim.id for claim in (*told, *again)),
        relations=(
            Relation(
                kind="contradicts",
                claim=ministry.id,
                other=monitor.id,
                basis="62 and 83 cannot both be the number killed",
            ),
            Relation(
                kind="corroborates",
                claim=coalition.id,
                other=ministry.id,
                basis="at least 62 and 62 can both be the number killed",
            ),
            Relation(kind="denies", claim=denial.id, other=admission.id, basis="one says it, one denies it"),
            Relation(
                kind="repeats", claim=again[0].id, other=monitor.id, basis="the same speaker, the same figure"
            ),
        ),
        basis="2 documents: one kind (air strike), one place (Karsa barracks), days that can be one",
        maker="by hand",
    )


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
def strike(wire: Sheet, bulletin: Sheet) -> Incident:
    return strike_of(wire, bulletin)


@pytest.fixture(scope="session")
def store_path(
    tmp_path_factory: pytest.TempPathFactory, wire: Sheet, bulletin: Sheet, hostile: Sheet, strike: Incident
) -> Path:
    path = tmp_path_factory.mktemp("web") / "record.db"
    with Store.open(path) as store:
        for sheet in (wire, bulletin, hostile):
            store.write_sheet(sheet)
        store.write_issue("pages/empty.txt", Issue("input.empty", "error", "hand.v1", "nothing in it"))
        store.write_issue(HOSTILE, Issue("input.odd", "warning", "hand.v1", HOSTILE, Span(0, 5)))
        single = (wire.claims or ())[-1]
        attacked = (hostile.claims or ())[0]
        store.write_incidents(
            [
                strike,
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
    return TestClient(create_app(store_path), base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture(scope="session")
def pages(wire: Sheet, bulletin: Sheet, hostile: Sheet) -> list[str]:
    """An address of every kind of page."""
    documents = [f"/documents/{sheet.document.id}" for sheet in (wire, bulletin, hostile)]
    incidents = ["/incidents/K7Q2", "/incidents/S1", "/incidents/X9"]
    lists = ["/", "/?q=soldiers", "/?q=nothing-of-the-kind", "/documents", "/issues", "/privacy"]
    return [*lists, *incidents, *documents, "/incidents/NONE", "/no-such-page"]


@pytest.fixture(scope="session")
def site(store_path: Path) -> Iterator[str]:
    """The address of a running server on a free loopback port."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(store_path), log_level="error", lifespan="off", ws="none")
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
