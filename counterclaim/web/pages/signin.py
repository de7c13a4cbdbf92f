"""Signing in and out, and one's own account."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from counterclaim.core.errors import DataError
from counterclaim.store import Store
from counterclaim.store.people import find_credentials, has_people, set_password
from counterclaim.store.sessions import end_session, start_session
from counterclaim.web import languages
from counterclaim.web.guard import cookie_name, session_token
from counterclaim.web.languages import gettext as _
from counterclaim.web.languages import ngettext
from counterclaim.web.origins import own_address
from counterclaim.web.pages.opened import WholeStore, WritableStore
from counterclaim.web.render import render
from counterclaim.web.viewer import KEEPER, Viewer, at_least

router = APIRouter()

Name = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=2_000)]
Back = Annotated[str, Form(alias="next", max_length=2_000)]


@router.api_route("/sign-in", methods=["GET", "HEAD"])
def show_sign_in(store: WholeStore, next: str = "/") -> Response:  # noqa: A002  what the address calls it
    """The form; over a store without accounts, how to make one."""
    return _form(own_address(next), peopled=has_people(store))


@router.post("/sign-in")
def sign_in(
    request: Request, store: WritableStore, name: Name = "", password: Password = "", back: Back = "/"
) -> Response:
    """Start a session. Whether it is the name or the password that is wrong is not told, nor taken longer over."""
    back = own_address(back)
    waits = request.app.state.attempts.wait(name, _client(request))
    if waits:
        minutes = -(-waits // 60)
        message = ngettext(
            "Too many tries. Wait %(minutes)s minute, then try again.",
            "Too many tries. Wait %(minutes)s minutes, then try again.",
            minutes,
        )
        answer = _form(back, name, message % {"minutes": minutes}, 429)
        answer.headers["Retry-After"] = str(waits)
        return answer
    person_id = _check(request, store, name, password)
    if person_id is None:
        return _form(back, name, _("Name or password is wrong, or the account is disabled."), 403)
    return _start(request, store, person_id, f"{languages.base()}{back}")


@router.post("/sign-out")
def sign_out(request: Request, store: WritableStore) -> Response:
    """End the session, in the store as in the browser."""
    token = session_token(request)
    if token:
        end_session(store, token)
    answer = RedirectResponse(f"{languages.base()}/", 303)
    answer.delete_cookie(cookie_name(request), secure=_is_secure(request), httponly=True, samesite="lax")
    return answer


@router.api_route("/me", methods=["GET", "HEAD"])
def show_me(_viewer: Annotated[Viewer, Depends(at_least("reader"))]) -> Response:
    """One's own account."""
    return render("people/me.html", problem="")


@router.post("/me/password")
def change_password(
    request: Request,
    store: WritableStore,
    viewer: Annotated[Viewer, Depends(at_least("reader"))],
    current: Password = "",
    password: Password = "",
) -> Response:
    """Change one's own password; every session but this one ends."""
    name = viewer.name or ""
    waits = request.app.state.attempts.wait(name, _client(request))
    person_id = None if waits or viewer == KEEPER else _check(request, store, name, current)
    if person_id is None:
        return render("people/me.html", 403, problem=_("The present password is wrong."))
    try:
        kept = request.app.state.passwords.make_hash(password)
    except DataError as error:
        return render("people/me.html", 422, problem=_("The new password does not do."), detail=str(error))
    set_password(store, name, kept)
    return _start(request, store, person_id, f"{languages.base()}/me")


def _check(request: Request, store: Store, name: str, password: str) -> int | None:
    """Whose name and password these are; None, and the try is counted, where they are nobody's."""
    known = find_credentials(store, name.strip())
    fits = request.app.state.passwords.fits(known.password_hash if known else None, password)
    if known is None or not fits or known.disabled:
        request.app.state.attempts.note_failure(name, _client(request))
        return None
    request.app.state.attempts.forget(name)
    return known.person_id


def _start(request: Request, store: Store, person_id: int, back: str) -> Response:
    """A session of its own for each sign-in: a token that the browser came with never becomes one."""
    old = session_token(request)
    if old:
        end_session(store, old)
    answer = RedirectResponse(back, 303)
    answer.set_cookie(
        cookie_name(request),
        start_session(store, person_id),
        httponly=True,
        samesite="lax",
        secure=_is_secure(request),
    )
    return answer


def _form(
    back: str, name: str = "", problem: str = "", status: int = 200, *, peopled: bool = True
) -> Response:
    return render("people/sign_in.html", status, back=back, name=name, problem=problem, peopled=peopled)


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
