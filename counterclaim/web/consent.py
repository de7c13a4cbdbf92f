"""What a visitor agreed to: nothing, until they choose; nothing, where their browser says so by itself.

    consented("functional")   whether this category is agreed to by whoever asks for the page
    player_host("youtube")    the host whose player the operator lists, agreed to or not
    may_frame("youtube")      whether the page being made may hold that player

The choice is kept in one cookie that is set when the visitor chooses, and counts as long as the list is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Literal, NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.web.headers import policy
from counterclaim.web.listed import CHOICE_COOKIE, OPTIONAL, OURS, Category, Listed, Provider

LIFE = 180 * 24 * 60 * 60  # seconds that a choice is kept: 6 months
_SIGNALS = ("sec-gpc", "dnt")  # headers with which a browser refuses for its user


class Consent(NamedTuple):
    """Where the visitor of one page stands."""

    listed: Listed = OURS
    agreed: tuple[Category, ...] = ()
    state: Literal["nothing", "open", "chosen", "signal"] = "nothing"  # "nothing": there is nothing to ask

    @property
    def asks(self) -> bool:
        """Whether the page shows the banner."""
        return self.state == "open"


_UNASKED = Consent()
_current: ContextVar[Consent] = ContextVar("consent", default=_UNASKED)


def current() -> Consent:
    """Where the visitor of the page being made stands."""
    return _current.get()


def consented(category: Category) -> bool:
    """Whether whoever asks for the page has agreed to a category; always so for the necessary."""
    return category == "necessary" or category in current().agreed


def player_host(provider: Provider) -> str | None:
    """The host from which the operator lists this provider's player; None where nobody lists it."""
    return next((item.host for item in current().listed.items if item.embeds == provider), None)


def may_frame(provider: Provider) -> bool:
    """Whether the page may hold the provider's player: it is listed, and its category is agreed to."""
    return any(item.embeds == provider and consented(item.category) for item in current().listed.items)


def choice_cookie(listed: Listed, agreed: Iterable[Category]) -> str:
    """The value that keeps a choice: the version of the list and what was agreed to of it."""
    known = [name for name in listed.optional if name in set(agreed)]
    return ".".join([listed.version, *known])


def stand_of(listed: Listed, headers: Headers) -> Consent:
    """Where the sender of these headers stands."""
    if not listed.optional:
        return Consent(listed)
    if any(headers.get(name, "").strip() == "1" for name in _SIGNALS):
        return Consent(listed, (), "signal")
    version, *agreed = cookie_parser(headers.get("cookie", "")).get(CHOICE_COOKIE, "").split(".")
    if version != listed.version:
        return Consent(listed, (), "open")
    return Consent(
        listed, tuple(name for name in OPTIONAL if name in agreed and name in listed.optional), "chosen"
    )


class AskedFirst:
    """Tells each page where its visitor stands, and lets it frame the players that were agreed to."""

    def __init__(self, app: ASGIApp, listed: Listed) -> None:
        self.app = app
        self._listed = listed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        consent = stand_of(self._listed, Headers(scope=scope))
        frames = self._listed.frames(consent.agreed)

        async def send_with_frames(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Content-Security-Policy"] = policy(frames)
            await send(message)

        token = _current.set(consent)
        try:
            await self.app(scope, receive, send_with_frames if frames else send)
        finally:
            _current.reset(token)
