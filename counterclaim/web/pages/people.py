"""Everybody with an account: who may do what. The first account is made on the command line, never here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from counterclaim.core.errors import CounterclaimError
from counterclaim.store import Store
from counterclaim.store.people import (
    ROLES,
    add_person,
    has_people,
    list_people,
    set_disabled,
    set_password,
    set_role,
)
from counterclaim.web import languages
from counterclaim.web.pages.opened import OpenStore, WritableStore
from counterclaim.web.pages.signin import Name, Password
from counterclaim.web.render import render
from counterclaim.web.viewer import ForbiddenError, at_least

router = APIRouter(prefix="/people", dependencies=[Depends(at_least("admin"))])

Role = Annotated[str, Form(max_length=20)]


@router.api_route("", methods=["GET", "HEAD"])
def show_people(store: OpenStore) -> Response:
    """The list, with a form for each change."""
    return _list(store)


@router.post("/add")
def add(
    request: Request, store: WritableStore, name: Name = "", password: Password = "", role: Role = "reader"
) -> Response:
    """Give somebody an account, where there are accounts already.

    Raises:
        ForbiddenError: there is none yet.
    """
    if not has_people(store):
        raise ForbiddenError("the first account is made on the command line: counterclaim account add NAME")
    return _do(store, lambda: add_person(store, name, role, request.app.state.passwords.make_hash(password)))


@router.post("/role")
def change_role(store: WritableStore, name: Name, role: Role) -> Response:
    """Let somebody do more or less."""
    return _do(store, lambda: set_role(store, name, role))


@router.post("/password")
def change_password(request: Request, store: WritableStore, name: Name, password: Password = "") -> Response:
    """Give somebody a new password; their sessions end."""
    return _do(store, lambda: set_password(store, name, request.app.state.passwords.make_hash(password)))


@router.post("/disable")
def disable(store: WritableStore, name: Name) -> Response:
    """Keep somebody out; their sessions end."""
    return _do(store, lambda: set_disabled(store, name, disabled=True))


@router.post("/enable")
def enable(store: WritableStore, name: Name) -> Response:
    """Let somebody in again."""
    return _do(store, lambda: set_disabled(store, name, disabled=False))


def _do(store: Store, change: Callable[[], None]) -> Response:
    try:
        change()
    except CounterclaimError as error:
        return _list(store, str(error), 422)
    return RedirectResponse(f"{languages.base()}/people", 303)


def _list(store: Store, problem: str = "", status: int = 200) -> Response:
    return render("people/people.html", status, people=list_people(store), roles=ROLES, problem=problem)
