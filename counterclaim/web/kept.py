"""Pages that were made already, given again as long as nothing is written to the store.

Only what an anonymous visitor is shown is kept: a request with a cookie or credentials passes by.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.store.version import FileVersion, file_version
from counterclaim.web import consent, languages, viewer

MOST_BYTES = 32 * 1024 * 1024  # of bodies: some 500 pages of incidents with many claims
# Files of lists are made whole and may be large.
_FILES = tuple(
    f"/{name}." for name in ("claims", "incidents", "speakers", "outlets", "places", "documents", "issues")
)
_NEVER = ("/api/", "/review", "/static/", "/healthz", "/exports/", "/sql", *_FILES)
_OF_SOMEBODY = frozenset((b"cookie", b"authorization"))

_Key = tuple[str, bytes]


class KeptPages:
    """Keeps whole answers with status 200 to GET requests, those not asked for longest going first."""

    def __init__(self, app: ASGIApp, store_path: Path, most_bytes: int = MOST_BYTES) -> None:
        self.app = app
        self._path = store_path
        self._most = most_bytes
        self._version: FileVersion | None = None
        self._kept: OrderedDict[_Key, list[Message]] = OrderedDict()
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        version = file_version(self._path) if _may_be_kept(scope) else None
        if version is None:
            await self.app(scope, receive, send)
            return
        if version != self._version:
            self._version, self._bytes = version, 0
            self._kept.clear()
        # Nobody signed in gets here, but the keeper of a store does, and a visitor where accounts are added to it.
        # Whether the browser refuses cookies for its visitor, or is to be asked, is on the page too.
        whose = f"{viewer.current().role} {consent.current().state} {languages.base()}"
        key = (f"{whose}{scope['path']}", scope["query_string"])
        if key in self._kept:
            self._kept.move_to_end(key)
            for message in self._kept[key]:
                await send(dict(message))
            return
        answer: list[Message] = []

        async def send_and_note(message: Message) -> None:
            answer.append(dict(message))  # layers outside change the message on its way
            await send(message)

        await self.app(scope, receive, send_and_note)
        if version == self._version and key not in self._kept and _is_whole(answer):
            self._keep(key, answer)

    def _keep(self, key: _Key, answer: list[Message]) -> None:
        self._kept[key] = answer
        self._bytes += _size(answer)
        while self._bytes > self._most:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= _size(gone)


def _may_be_kept(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and not scope["path"].startswith(_NEVER)
        and not any(name in _OF_SOMEBODY for name, _ in scope["headers"])
    )


def _is_whole(answer: list[Message]) -> bool:
    return len(answer) > 1 and answer[0].get("status") == 200 and not answer[-1].get("more_body", False)


def _size(answer: list[Message]) -> int:
    return sum(len(message.get("body", b"")) for message in answer)
