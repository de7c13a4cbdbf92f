"""What is kept from the public: claims, documents and outlets, and the names of people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from starlette.responses import RedirectResponse, Response

from counterclaim.core.errors import CounterclaimError
from counterclaim.store import Store
from counterclaim.store.restrictions import lift_restriction, list_restrictions, restrict
from counterclaim.store.withholding import lift_withholding, list_withheld, withhold
from counterclaim.web import languages
from counterclaim.web.origins import own_address
from counterclaim.web.pages.opened import OpenStore, WritableStore
from counterclaim.web.pages.signin import Back
from counterclaim.web.render import render
from counterclaim.web.viewer import Viewer, at_least

_reviewer = at_least("reviewer")
router = APIRouter(prefix="/withheld", dependencies=[Depends(_reviewer)])

Who = Annotated[Viewer, Depends(_reviewer)]
Words = Annotated[str, Form(max_length=500)]
Lines = Annotated[str, Form(max_length=5_000)]
_HERE = "/withheld"


@router.api_route("", methods=["GET", "HEAD"])
def show_withheld(
    store: OpenStore,
    target: Annotated[str, Query(max_length=500)] = "",
    next: Annotated[str, Query(max_length=2_000)] = _HERE,  # noqa: A002  what the address calls it
) -> Response:
    """Both lists, with forms; `target` is what somebody came to restrict, `next` where they came from."""
    return _list(store, target=target, back=own_address(next))


@router.post("/restrict")
def keep_back(
    store: WritableStore,
    who: Who,
    target: Words,
    why: Words = "",
    back: Back = _HERE,
) -> Response:
    """Keep a claim, a document or an outlet from the public."""
    return _do(store, lambda: restrict(store, target, who=who.name or "", why=why), back)


@router.post("/publish")
def give_free(store: WritableStore, who: Who, target: Words) -> Response:
    """Take a restriction back."""
    return _do(store, lambda: lift_restriction(store, target, who=who.name or ""))


@router.post("/names")
def withhold_name(
    store: WritableStore, who: Who, name: Words, role: Words = "other", also: Lines = "", why: Words = ""
) -> Response:
    """Withhold a name and its other spellings, one on each line of `also`."""
    others = [line for line in also.splitlines() if line.strip()]
    return _do(store, lambda: withhold(store, name, role, also=others, who=who.name or "", why=why))


@router.post("/names/show")
def show_name(store: WritableStore, who: Who, name: Words) -> Response:
    """Show a name again."""
    return _do(store, lambda: lift_withholding(store, name, who=who.name or ""))


def _do(store: Store, change: Callable[[], object], back: str = _HERE) -> Response:
    try:
        change()
    except CounterclaimError as error:
        return _list(store, str(error), 422)
    return RedirectResponse(f"{languages.base()}{own_address(back)}", 303)


def _list(
    store: Store, problem: str = "", status: int = 200, *, target: str = "", back: str = _HERE
) -> Response:
    return render(
        "withheld/withheld.html",
        status,
        restrictions=[one for one in list_restrictions(store) if one.lifted_at is None],
        names=[one for one in list_withheld(store) if one.lifted_at is None],
        problem=problem,
        target=target,
        back=back,
    )
