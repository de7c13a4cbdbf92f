"""One address of the web: every hop checked and pinned, robots honoured, size and time bounded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import urljoin, urlsplit

import httpx2
import msgspec
from protego import Protego

from counterclaim import __version__
from counterclaim.core.ids import hash_bytes
from counterclaim.inputs.fetch.addresses import FetchError, Resolve, check_url, public_addresses, resolve
from counterclaim.inputs.fetch.pinned import Deadline, PinnedBackend, PinnedTransport
from counterclaim.inputs.limits import DEFAULTS, Limits, how_to_raise

AGENT = "counterclaim"
_ROBOTS_BYTES = 512 << 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"user-agent": f"{AGENT}/{__version__}", "accept-encoding": "identity", "accept": "*/*"}
MakeTransport = Callable[[Deadline], httpx2.BaseTransport]


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes a server answered with, and how they came."""

    url: str  # as asked for
    final_url: str  # after redirects
    hops: tuple[str, ...]  # every address asked, in order
    fetched_at: datetime  # UTC
    status: int
    headers: dict[str, str]
    sha256: str
    data: bytes

    @property
    def charset(self) -> str | None:
        message = Message()
        message["Content-Type"] = self.headers.get("content-type", "")
        return message.get_content_charset()


class Fetcher:
    """Fetches pages; asks each host for its robots.txt once."""

    def __init__(
        self,
        limits: Limits = DEFAULTS,
        *,
        resolve: Resolve = resolve,
        transport: MakeTransport | None = None,
    ) -> None:
        self._limits = limits
        self._resolve = resolve
        self._transport = transport or (lambda deadline: PinnedTransport(PinnedBackend(deadline, resolve)))
        self._robots: dict[str, Protego | None] = {}

    def fetch(self, url: str) -> Fetched:
        """The page at `url`.

        Raises:
            FetchError: the address or one it redirects to is not public, the site's robots.txt forbids it,
                or it gives no page within `fetch_mib`, `fetch_seconds` and `redirects`.
        """
        deadline = Deadline(self._limits.fetch_seconds)
        with httpx2.Client(transport=self._transport(deadline), trust_env=False, headers=_HEADERS) as client:
            try:
                return self._follow(client, url)
            except httpx2.TimeoutException as error:
                seconds = self._limits.fetch_seconds
                hint = how_to_raise("fetch_seconds", 4 * seconds)
                raise FetchError("fetch.slow", f"took longer than {seconds} seconds; {hint}") from error
            except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:
                raise FetchError(
                    "fetch.failed", f"could not be fetched ({error}); try again later"
                ) from error

    def _follow(self, client: httpx2.Client, url: str) -> Fetched:
        hops = [url]
        while True:
            at = hops[-1]
            host, port = check_url(at)
            public_addresses(host, port, self._resolve)  # said before anything is sent; pinned when it is
            if not self._may_fetch(client, at):
                message = f"may not be fetched: robots.txt of {host} forbids it; save the page in a browser and read that"
                raise FetchError("fetch.robots", message)
            status, headers, data = self._get(client, at, self._limits.fetch_mib << 20)
            if status not in _REDIRECTS or "location" not in headers:
                break
            if len(hops) > self._limits.redirects:
                hint = how_to_raise("redirects", 2 * self._limits.redirects)
                raise FetchError(
                    "fetch.redirects", f"redirects more than {self._limits.redirects} times; {hint}"
                )
            hops.append(urljoin(at, headers["location"]))
        if status != 200:
            raise FetchError(
                "fetch.status", f"was answered with status {status}; check that the page is still there"
            )
        if not data:
            raise FetchError("fetch.empty", "was answered with nothing; try again later")
        return Fetched(
            url=url,
            final_url=hops[-1],
            hops=tuple(hops),
            fetched_at=datetime.now(UTC),
            status=status,
            headers=headers,
            sha256=hash_bytes(data),
            data=data,
        )

    def _get(self, client: httpx2.Client, url: str, most: int) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and raw bytes of one answer, not decompressed: those are what is archived."""
        with client.stream("GET", url, follow_redirects=False, timeout=self._limits.fetch_seconds) as answer:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            if answer.status_code in _REDIRECTS:
                return answer.status_code, headers, b""
            pieces, size = [], 0
            for piece in answer.iter_raw():
                pieces.append(piece)
                size += len(piece)
                if size > most:
                    mib = most >> 20
                    raise FetchError(
                        "fetch.too_large", f"is larger than {mib} MiB; {how_to_raise('fetch_mib', 4 * mib)}"
                    )
            return answer.status_code, headers, b"".join(pieces)

    def _may_fetch(self, client: httpx2.Client, url: str) -> bool:
        """What the host's robots.txt says, read as RFC 9309 wants: none allows all, a broken server nothing."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(client, f"{site}/robots.txt")
        rules = self._robots[site]
        return rules is not None and rules.can_fetch(url, AGENT)

    def _read_robots(self, client: httpx2.Client, url: str) -> Protego | None:
        try:
            status, headers, data = self._get(client, url, _ROBOTS_BYTES)
            for _ in range(self._limits.redirects):
                if status not in _REDIRECTS or "location" not in headers:
                    break
                url = urljoin(url, headers["location"])
                public_addresses(*check_url(url), self._resolve)
                status, headers, data = self._get(client, url, _ROBOTS_BYTES)
        except FetchError as error:
            if error.code == "fetch.blocked":
                raise
            return None
        if status >= 500 or status in _REDIRECTS:
            return None
        return Protego.parse(data.decode("utf-8", "replace") if status == 200 else "")
