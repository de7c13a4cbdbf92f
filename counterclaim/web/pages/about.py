"""What the site keeps about its visitors, and whether it is alive."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import PlainTextResponse, Response

from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.render import render

router = APIRouter()

# The categories that websites commonly sort their cookies into, and what each would mean here.
COOKIE_CATEGORIES = (
    ("Necessary", "What a site cannot work without, such as remembering that you have logged in."),
    ("Functional", "Conveniences, such as sharing a page elsewhere or remembering a setting."),
    ("Performance", "Measuring how fast pages reach you and where they fail."),
    ("Analytical", "Counting visitors, where they come from and what they look at."),
    ("Advertisement", "Following visitors from site to site to show them advertisements."),
)


@router.api_route("/privacy", methods=["GET", "HEAD"])
def show_privacy() -> Response:
    """Cookies, storage and requests, by category: all empty."""
    return render("privacy.html", categories=COOKIE_CATEGORIES)


@router.api_route("/healthz", methods=["GET", "HEAD"])
def show_health(_store: OpenStore) -> Response:
    """That the store can be opened."""
    return PlainTextResponse("ok")
