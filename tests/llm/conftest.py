"""A server in a thread that speaks the chat protocol and answers as a test tells it to."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from counterclaim.core.claims import Claim
from counterclaim.core.ids import hash_bytes
from counterclaim.core.issues import Issue
from counterclaim.core.stages import compose
from counterclaim.core.types import Document, Sheet
from counterclaim.llm.cache import Answers
from counterclaim.llm.client import Client
from counterclaim.llm.extractor import Extractor
from counterclaim.llm.settings import Endpoint
from counterclaim.run.pipeline import STAGES

KEY = "sk-test-5f2a9c77e1"


@dataclass
class Reply:
    """What the server sends back: at once, half of it and then nothing (`hangs`), or a byte at a time (`drips`)."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    drips: bool = False


def says(content: str, **choice: Any) -> Reply:
    """A chat completion with these words."""
    message = {"role": "assistant", "content": content}
    return Reply(json.dumps({"choices": [{"index": 0, "message": message, **choice}]}).encode())


def claims(*said: dict[str, Any]) -> Reply:
    """A chat completion that claims this."""
    return says(json.dumps({"claims": said}))


class Server(ThreadingHTTPServer):
    """Gives its replies in order, the last one again and again; keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies: list[Reply] = [claims()]
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.connections = 0
        self.ended = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def get_request(self) -> tuple[socket.socket, Any]:
        self.connections += 1
        return super().get_request()

    def reply(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.asked.append(json.loads(body))
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        reply = self.server.reply()
        self.send_response(reply.status)
        for name, value in {"content-length": str(len(reply.body)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            if reply.hangs:
                self.wfile.write(reply.body[: len(reply.body) // 2])
                self.wfile.flush()
                self.server.ended.wait(30)
            elif reply.drips:
                for byte in reply.body:
                    self.wfile.write(bytes([byte]))
                    self.server.ended.wait(0.05)
            else:
                self.wfile.write(reply.body)
        except ConnectionError:
            pass  # the client had enough

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield running
        running.ended.set()
        running.shutdown()
        thread.join()


@pytest.fixture
def endpoint(server: Server) -> Endpoint:
    return Endpoint(name="local", base_url=server.url, model="toy-1", key=KEY, timeout_s=5.0)


@pytest.fixture
def waits() -> list[float]:
    """The seconds that the client of the test would have slept."""
    return []


@pytest.fixture
def client(endpoint: Endpoint, waits: list[float]) -> Iterator[Client]:
    opened = Client(endpoint, sleep=waits.append)
    yield opened
    opened.close()


@pytest.fixture
def extractor(endpoint: Endpoint, client: Client, tmp_path: Path) -> Extractor:
    return Extractor(endpoint, client, Answers(tmp_path / "answers"))


def document_of(text: str) -> Document:
    digest = hash_bytes(text.encode())
    return Document(id=digest[:16], doc="page", text=text, sha256=digest, origin="page.txt")


_annotate = compose(step for step in STAGES if "claims" not in step.reads and "claims" not in step.writes)


def sheet_of(text: str, *known: Claim) -> Sheet:
    """A sheet as it is before claims are read, but for those that are `known`."""
    return replace(_annotate(Sheet(document=document_of(text))), claims=known)


def said(type_: str, quote: str, **fields: Any) -> dict[str, Any]:
    """A claim as a model words it, of the first sentence in the article's own voice unless told otherwise."""
    own = {
        "casualty": {"harm": "killed"},
        "event": {"event_type": "attack"},
        "damage": {"outcome": "damaged"},
    }
    credited = {"explicitness": "named" if fields.get("speakers") else "outlet"}
    return {"type": type_, "passage": 1, "quote": quote, **credited, **own.get(type_, {}), **fields}


Ask = Callable[..., Sheet]


@pytest.fixture
def ask(server: Server, extractor: Extractor) -> Ask:
    """The sheet of a text after a model said something about it."""

    def read(text: str, *claimed: dict[str, Any], known: tuple[Claim, ...] = ()) -> Sheet:
        server.replies = [claims(*claimed)]
        return extractor.read(sheet_of(text, *known))

    return read


def issues(sheet: Sheet) -> list[Issue]:
    """What the extractor noted."""
    return [issue for issue in sheet.issues if issue.code.startswith("llm.")]


def codes(sheet: Sheet) -> list[str]:
    """The codes of what the extractor noted."""
    return [issue.code for issue in issues(sheet)]
