"""The page that explains the HTTP API, made of the same description as its OpenAPI document."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from counterclaim.web.api.described import ERRORS, OPERATIONS
from counterclaim.web.render import render

router = APIRouter()


@router.api_route("/api", methods=["GET", "HEAD"])
def show_api() -> Response:
    """Every address with its parameters, and every problem."""
    return render("api.html", operations=OPERATIONS, errors=ERRORS)
