"""A page is fetched only from public addresses that robots.txt allows, within caps, and its bytes are kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any, NamedTuple

import httpcore2
import httpx2
import pytest

from counterclaim.inputs.fetch.addresses import FetchError, check_url, is_public, public_addresses, resolve
from counterclaim.inputs.fetch.archive import keep
from counterclaim.inputs.fetch.fetcher import Fetcher
from counterclaim.inputs.fetch.pinned import Deadline, PinnedBackend, PinnedTransport
from counterclaim.inputs.fetch.readings import read_addresses
from counterclaim.inputs.given import Given
from counterclaim.inputs.limits import Limits

PUBLIC = "93.184.216.34"
PAGE = (
    b"<html><body><p>"
    + b"Two men died in the raid on Orsa, the council said on Sunday. " * 5
    + b"</p></body></html>"
)
Answer = Callable[[httpx2.Request], httpx2.Response]


def resolve_to(*addresses: str) -> Callable[[str, int], Sequence[str]]:
    return lambda host, port: addresses


def fetcher(answer: Answer, limits: Limits | None = None, *addresses: str) -> Fetcher:
    return Fetcher(
        limits or Limits(),
        resolve=resolve_to(*(addresses or (PUBLIC,))),
        transport=lambda deadline: httpx2.MockTransport(answer),
    )


class Page(NamedTuple):
    """What a server of the test answers with."""

    data: bytes = PAGE
    status: int = 200
    location: str | None = None

    def answer(self) -> httpx2.Response:
        headers = {"content-type": "text/html"} | ({"location": self.location} if self.location else {})
        return httpx2.Response(self.status, headers=headers, stream=httpx2.ByteStream(self.data))


def site(pages: dict[str, Page], robots: str = "") -> Answer:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/robots.txt":
            return Page(robots.encode(), 200 if robots else 404).answer()
        return pages.get(str(request.url), Page(b"gone", 404)).answer()

    return answer


def code_of(fetching: Fetcher, url: str = "https://radio.example/raid") -> str:
    with pytest.raises(FetchError) as caught:
        fetching.fetch(url)
    return caught.value.code


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://017700000001/",
        "http://0.0.0.0/",
        "http://0/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.0.0.192/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:a00:1::]/",
        "http://[2001:0:7f00:1::]/",
        "http://[fc00::1]/",
        "http://[fe80::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[2001:db8::1]/",
    ],
)
def test_an_address_that_is_not_public_is_not_asked_however_it_is_written(url: str) -> None:
    host, port = check_url(url)
    with pytest.raises(FetchError, match="no public address"):
        public_addresses(host, port, resolve)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("localhost.", "127.0.0.1"),
        ("localhost.localdomain", "127.0.0.1"),
        ("localtest.me", "127.0.0.1"),
        ("metadata.google.internal", "169.254.169.254"),
        ("radio.example.evil.example", "10.1.2.3"),
    ],
)
def test_a_name_that_leads_to_this_machine_or_its_network_is_not_asked(host: str, address: str) -> None:
    asked: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        return Page().answer()

    assert code_of(fetcher(answer, None, address), f"http://{host}/") == "fetch.blocked"
    assert asked == []


def test_a_name_with_one_private_address_among_public_ones_is_not_asked() -> None:
    assert code_of(fetcher(site({}), None, PUBLIC, "127.0.0.1")) == "fetch.blocked"


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1::1", f"::ffff:{PUBLIC}", "64:ff9b::5db8:d822"])
def test_a_public_address_may_be_asked(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "gopher://radio.example/",
        "ftp://radio.example/",
        "dict://127.0.0.1:11211/stat",
        "data:text/html,hi",
        "javascript:alert(1)",
        "radio.example/raid",
        "//radio.example/raid",
        "http://",
        "http:///raid",
        "http://[::1",
        "https://user:pass@radio.example/",
        "https://radio.example@127.0.0.1/",
        "http://radio.example:22/",
        "http://radio.example:6379/",
        "http://radio.example:99999/",
        "",
    ],
)
def test_what_is_no_address_of_a_page_is_not_asked(url: str) -> None:
    with pytest.raises(FetchError):
        check_url(url)


def test_every_redirect_is_checked_before_it_is_followed() -> None:
    asked: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        if request.url.path == "/robots.txt":
            return Page(b"", 404).answer()
        return Page(b"", 302, "http://127.0.0.1/admin").answer()

    def by_name(host: str, port: int) -> Sequence[str]:
        return [PUBLIC] if host == "radio.example" else [host]

    fetching = Fetcher(resolve=by_name, transport=lambda deadline: httpx2.MockTransport(answer))
    assert code_of(fetching) == "fetch.blocked"
    assert not any("127.0.0.1" in url for url in asked)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "http://radio.example:22/", "https://a:b@radio.example/"]
)
def test_a_redirect_to_no_page_is_not_followed(target: str) -> None:
    pages = {"https://radio.example/raid": Page(b"", 301, target)}
    assert code_of(fetcher(site(pages))) in ("fetch.address", "fetch.blocked")


def test_redirects_are_followed_and_noted_up_to_their_cap() -> None:
    pages = {f"https://radio.example/{number}": Page(b"", 302, f"/{number + 1}") for number in range(9)}
    pages["https://radio.example/9"] = Page()
    fetched = fetcher(site(pages)).fetch("https://radio.example/6")
    assert fetched.final_url == "https://radio.example/9"
    assert len(fetched.hops) == 4
    assert code_of(fetcher(site(pages)), "https://radio.example/5") == "fetch.redirects"


def test_robots_txt_is_asked_first_and_honoured() -> None:
    pages = {f"https://radio.example/{name}": Page() for name in ("raid", "in/raid")}
    fetching = fetcher(site(pages, robots="User-agent: *\nDisallow: /in/*\n"))
    assert fetching.fetch("https://radio.example/raid").data == PAGE
    assert code_of(fetching, "https://radio.example/in/raid") == "fetch.robots"


def test_a_site_whose_robots_txt_is_broken_is_left_alone() -> None:
    assert code_of(fetcher(lambda request: Page(b"", 503).answer())) == "fetch.robots"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Page(b"gone", 404), "fetch.status"),
        (Page(b"", 500), "fetch.status"),
        (Page(b""), "fetch.empty"),
        (Page(b"a" * (1 << 20) + b"a"), "fetch.too_large"),
    ],
)
def test_an_answer_that_is_no_page_is_refused(answer: Page, code: str) -> None:
    assert code_of(fetcher(site({"https://radio.example/raid": answer}), Limits(fetch_mib=1))) == code


def test_no_step_of_a_fetch_outlasts_its_time() -> None:
    with pytest.raises(httpcore2.ReadTimeout):
        Deadline(-1).left()
    assert Deadline(100).left(5) == 5


@pytest.fixture
def server() -> Iterator[int]:
    """A server on this machine; the port it listens on."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            missing = self.path == "/robots.txt"
            self.send_response(404 if missing else 200)
            self.send_header("content-length", "0" if missing else str(len(PAGE)))
            self.end_headers()
            self.wfile.write(b"" if missing else PAGE)

        def log_message(self, *args: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield listening.server_address[1]
        listening.shutdown()
        thread.join()


class Redirected(httpcore2.NetworkBackend):
    """Notes where a connection would go, and makes it to a server of the test."""

    def __init__(self, port: int) -> None:
        self.asked: list[tuple[str, int]] = []
        self._port = port

    def connect_tcp(self, host: str, port: int, *args: Any, **more: Any) -> httpcore2.NetworkStream:
        self.asked.append((host, port))
        return httpcore2.SyncBackend().connect_tcp("127.0.0.1", self._port, timeout=10)


def test_the_connection_goes_to_the_address_that_was_checked(server: int) -> None:
    inner = Redirected(server)
    resolving = resolve_to(PUBLIC)
    fetching = Fetcher(
        resolve=resolving,
        transport=lambda deadline: PinnedTransport(PinnedBackend(deadline, resolving, inner)),
    )
    assert fetching.fetch("http://radio.example/raid").data == PAGE
    assert set(inner.asked) == {(PUBLIC, 80)}


def test_a_name_that_is_bound_anew_between_check_and_connection_is_not_asked(server: int) -> None:
    inner = Redirected(server)
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])

    def rebinding(host: str, port: int) -> Sequence[str]:
        return next(answers)

    fetching = Fetcher(
        resolve=rebinding,
        transport=lambda deadline: PinnedTransport(PinnedBackend(deadline, rebinding, inner)),
    )
    assert code_of(fetching, "http://radio.example/raid") == "fetch.blocked"
    assert inner.asked == []


def test_the_raw_bytes_are_kept_under_their_hash_with_how_they_came(tmp_path: Path) -> None:
    pages = {"https://radio.example/raid": Page()}
    fetched = fetcher(site(pages)).fetch("https://radio.example/raid")
    place = keep(fetched, tmp_path)
    keep(fetched, tmp_path)
    assert place.read_bytes() == PAGE
    assert place.name == sha256(PAGE).hexdigest() == fetched.sha256
    lines = [json.loads(line) for line in (tmp_path / "fetched.jsonl").read_text("utf-8").splitlines()]
    assert len(lines) == 2
    assert (lines[0]["url"], lines[0]["bytes"], lines[0]["status"]) == (
        "https://radio.example/raid",
        len(PAGE),
        200,
    )
    assert lines[0]["headers"]["content-type"] == "text/html"


def test_a_fetched_page_is_read_and_one_that_is_refused_is_named(tmp_path: Path) -> None:
    pages = {"https://radio.example/raid": Page()}
    urls = ["https://radio.example/raid", "https://radio.example/gone", "file:///etc/passwd"]
    page, gone, file = read_addresses(urls, tmp_path, Given(), fetcher(site(pages)))
    assert page.document is not None
    assert page.document.origin == "https://radio.example/raid"
    assert page.document.sha256 == sha256(PAGE).hexdigest()
    assert [gone.issues[0].code, file.issues[0].code] == ["fetch.status", "fetch.address"]
