"""What the site keeps about its visitors, what they agreed to, and whether it is alive."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from counterclaim.web import consent
from counterclaim.web.listed import CATEGORIES, CHOICE_COOKIE, Category
from counterclaim.web.origins import own_address
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.render import render

router = APIRouter()

_SIGNAL_HONOURED_SINCE = date(2026, 11, 26)


@router.api_route("/privacy", methods=["GET", "HEAD"])
def show_privacy() -> Response:
    """Cookies, storage and requests, by category, and the visitor's choice where there is one."""
    return render("privacy.html", categories=CATEGORIES)


@router.post("/consent")
def take_choice(
    request: Request,
    answer: Annotated[Literal["accept", "reject", "chosen"], Form()],
    back: Annotated[str, Form(max_length=2_000)] = "/privacy",
    category: Annotated[list[Category], Form()] = [],  # noqa: B006  FastAPI copies it
) -> Response:
    """Keep what the visitor chose, and lead back to the page they were on."""
    listed = consent.current().listed
    agreed = {"accept": listed.optional, "reject": (), "chosen": tuple(category)}[answer]
    kept = RedirectResponse(own_address(back), 303)
    if consent.current().state in ("open", "chosen"):  # a browser that refuses for its user is believed
        kept.set_cookie(
            CHOICE_COOKIE,
            consent.choice_cookie(listed, agreed),
            max_age=consent.LIFE,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
    return kept


@router.api_route("/.well-known/gpc.json", methods=["GET", "HEAD"])
def show_signal_support() -> Response:
    """That Global Privacy Control is honoured, as its specification has it said."""
    return JSONResponse({"gpc": True, "lastUpdate": _SIGNAL_HONOURED_SINCE.isoformat()})


@router.api_route("/healthz", methods=["GET", "HEAD"])
def show_health(_store: OpenStore) -> Response:
    """That the store can be opened."""
    return PlainTextResponse("ok")
