"""What there is to ask for, for people's programs and for machines."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from counterclaim import __version__
from counterclaim.web.api.answers import answer
from counterclaim.web.api.asked import parameters_of
from counterclaim.web.api.described import OPERATIONS, describe
from counterclaim.web.api.records import IndexRecord

router = APIRouter()


@router.api_route("/", methods=["GET", "HEAD"])
def show_index(request: Request) -> Response:
    """The addresses there are."""
    parameters_of(request, ())
    told = IndexRecord(
        name="Counterclaim",
        version=__version__,
        documentation="/api",
        openapi="/api/v1/openapi.json",
        resources=tuple(f"/api/v1{one.path}" for one in OPERATIONS),
    )
    return answer(request, told)


@router.api_route("/openapi.json", methods=["GET", "HEAD"])
def show_openapi(request: Request) -> Response:
    """The OpenAPI 3.1 document."""
    parameters_of(request, ())
    return answer(request, describe())
