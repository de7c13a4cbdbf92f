"""Finds out who asks, and lets in only whom it may.

A session's cookie or a program's token names somebody. Without either: over a store without accounts, served to
this machine only, whoever sits at it keeps it; everybody else is a visitor, and sees what is published where that is
turned on, and else no more than how to sign in.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request, cookie_parser
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from counterclaim.core.errors import CounterclaimError, StoreError
from counterclaim.store import Store
from counterclaim.store.passwords import Passwords
from counterclaim.store.people import has_people
from counterclaim.store.sessions import find_session, touch_session
from counterclaim.store.tokens import find_token
from counterclaim.store.version import FileVersion, file_version
from counterclaim.web import viewer as viewers
from counterclaim.web.listed import SESSION_COOKIE
from counterclaim.web.origins import SAFE_METHODS, is_forwarded, is_from_here
from counterclaim.web.pages import refusals
from counterclaim.web.pages.failures import store_closed
from counterclaim.web.viewer import KEEPER, STRANGER, VISITOR, Viewer

# What anybody may see where nothing is published.
OPEN = frozenset({"/sign-in", "/sign-out", "/privacy", "/consent", "/healthz", "/.well-known/gpc.json"})
_STATIC = "/static/"
_BEARER = "bearer "


class Access(NamedTuple):
    """What somebody may without signing in."""

    local: bool = True  # served to this machine only: whoever sits at it keeps a store without accounts
    public: bool = False  # visitors see what is published
    passwords: Passwords | None = None  # how they are hashed; None: as argon2-cffi recommends


BY_DEFAULT = Access()


class UnknownTokenError(CounterclaimError):
    """A program shows a token that there is none of, or none any more."""


class Guard:
    """`local`: served to this machine only, under its own names. `public`: visitors see what is published."""

    def __init__(self, app: ASGIApp, store_path: Path, *, local: bool, public: bool) -> None:
        self.app = app
        self._path = store_path
        self._local = local
        self._public = public
        self._visitor = VISITOR if public else STRANGER
        # Who somebody without cookie or token is, at the version at which the store was looked into.
        self._nobody: tuple[FileVersion | None, Viewer] = (None, self._visitor)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        viewer = self._visitor
        trouble: CounterclaimError | None = None
        if not scope["path"].startswith(_STATIC):
            try:
                known = self._known(request)
                viewer = await run_in_threadpool(self._find_viewer, request) if known is None else known
            except (UnknownTokenError, StoreError) as error:
                trouble = error
        token = viewers.become(viewer)
        try:
            await (self._refuse(request, viewer, trouble) or self.app)(scope, receive, send)
        finally:
            viewers.leave(token)

    def _known(self, request: Request) -> Viewer | None:
        """Who asks, where nobody says who they are and the store was looked into before; None otherwise."""
        if "authorization" in request.headers or session_token(request):
            return None
        if not self._may_keep(request):
            return self._visitor
        version = file_version(self._path)
        looked_at, nobody = self._nobody
        return nobody if version is not None and version == looked_at else None

    def _find_viewer(self, request: Request) -> Viewer:
        credentials = request.headers.get("authorization", "")
        if credentials.lower().startswith(_BEARER):
            with self._open() as store:
                known = find_token(store, credentials[len(_BEARER) :].strip())
            if known is None:
                raise UnknownTokenError("there is no such token, or it is revoked")
            return Viewer(f"token {known.name}", known.role)
        secret = session_token(request)
        if secret:
            with self._open() as store:
                signed_in = find_session(store, secret)
            if signed_in is not None:
                if signed_in.stale:
                    self._touch(secret)
                return Viewer(signed_in.name, signed_in.role)
        if not self._may_keep(request):
            return self._visitor
        version = file_version(self._path)
        with self._open() as store:
            nobody = self._visitor if has_people(store) else KEEPER
        self._nobody = version, nobody
        return nobody

    def _may_keep(self, request: Request) -> bool:
        return self._local and not self._public and not is_forwarded(request.headers)

    def _open(self) -> Store:
        return Store.open(self._path, read_only=True)

    def _touch(self, secret: str) -> None:
        with suppress(StoreError), Store.open(self._path) as store:  # a busy store ends no session
            touch_session(store, secret)

    def _refuse(self, request: Request, viewer: Viewer, trouble: CounterclaimError | None) -> Response | None:
        """The answer to somebody who may not come in at all."""
        if isinstance(trouble, UnknownTokenError):
            return refusals.unauthorized(request, str(trouble))
        if trouble is not None:
            return store_closed(request, trouble)
        if request.method not in SAFE_METHODS and not _may_send(request, viewer):
            return refusals.sent_from_elsewhere(request)
        closed = viewer.outside and not request.url.path.startswith(_STATIC) and request.url.path not in OPEN
        if (
            closed and request.method != "OPTIONS"
        ):  # a browser asks with it what it may send, and is told no more
            return refusals.forbidden(request, "sign in first")
        return None


def session_token(request: Request) -> str:
    """What the browser shows for its session; "" where it has none."""
    return cookie_parser(request.headers.get("cookie", "")).get(cookie_name(request), "")


def cookie_name(request: Request) -> str:
    """Over https browsers take a cookie of this prefix from this host alone, for all of it."""
    return f"__Host-{SESSION_COOKIE}" if request.url.scheme == "https" else SESSION_COOKIE


def _may_send(request: Request, viewer: Viewer) -> bool:
    """Whether no other site can have made the visitor's browser send this."""
    from_here = is_from_here(request.headers)
    if from_here is None:  # no browser: nobody's cookie is sent unasked
        return viewer != KEEPER and not session_token(request)
    return from_here or "authorization" in request.headers
