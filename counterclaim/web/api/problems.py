"""Everything that goes wrong, in one shape: RFC 9457, application/problem+json."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from counterclaim.core.errors import DataError, NotFoundError, StoreError
from counterclaim.web import viewer
from counterclaim.web.viewer import ForbiddenError

MEDIA_TYPE = "application/problem+json"
TYPES = "/api#problems"  # on the page that explains them
STORE_RETRY_SECONDS = 5  # a writer that holds the store is done by then


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong, and the next step in `detail`. `parameter` is the one at fault, where one is."""

    type: str
    title: str
    status: int
    detail: str
    parameter: str | None = None


class ParameterError(DataError):
    """A parameter of an address that is not known, or cannot have its value."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(f"{parameter}: {message}")
        self.parameter = parameter


class CursorError(NotFoundError):
    """A cursor that no page gave."""


def problem(
    status: int, detail: str, *, parameter: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """The answer that tells of a problem."""
    title = HTTPStatus(status).phrase
    told = Problem(
        type=f"{TYPES}-{status}",
        title=title,
        status=status,
        detail=detail if parameter else _sentence(detail),
        parameter=parameter,
    )
    response = Response(msgspec.json.encode(told), status, dict(headers or {}), MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def handle_problems(app: FastAPI) -> None:
    """Make the application answer errors with problems."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(CursorError, _no_such_place)
    app.add_exception_handler(NotFoundError, _unknown)
    app.add_exception_handler(DataError, _unfit)
    app.add_exception_handler(ForbiddenError, _forbidden)
    app.add_exception_handler(StoreError, store_closed)
    app.add_exception_handler(Exception, _broken)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"


_DETAILS = {
    404: "nothing stands at this address; /api/v1/ lists what there is",
    405: "this address takes the methods that the header Allow names",
}


def _refused(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return problem(500, "the answer could not be made")
    return problem(
        error.status_code,
        _DETAILS.get(error.status_code, error.detail or "the request was not understood here"),
        headers=error.headers,
    )


def _unreadable(_request: Request, error: Exception) -> Response:
    """What FastAPI refused: the first thing of all, as with the other errors."""
    told = error.errors()[0] if isinstance(error, RequestValidationError) and error.errors() else {}
    place = [str(part) for part in told.get("loc", ())[1:]]
    parameter = ".".join(place) or None
    return problem(
        422, f"{parameter or 'the body'}: {told.get('msg', 'not understood')}", parameter=parameter
    )


def _unfit(request: Request, error: Exception) -> Response:
    """The messages of a selection begin with the parameter at fault."""
    first = str(error).partition(": ")[0]
    parameter = getattr(error, "parameter", None) or (first if first in request.query_params else None)
    return problem(422, str(error), parameter=parameter)


def _no_such_place(_request: Request, error: Exception) -> Response:
    return problem(404, str(error), parameter="after")


def _unknown(_request: Request, error: Exception) -> Response:
    return problem(404, str(error))


def _forbidden(_request: Request, error: Exception) -> Response:
    if viewer.current().role == "anonymous":
        detail = f"{error}; show a token: Authorization: Bearer …"
        return problem(401, detail, headers={"WWW-Authenticate": "Bearer"})
    return problem(403, str(error))


def store_closed(_request: Request, _error: Exception) -> Response:
    """That the store cannot be read at the moment."""
    return problem(
        503,
        "the store cannot be read at the moment; its keeper finds the reason with counterclaim check",
        headers={"Retry-After": str(STORE_RETRY_SECONDS)},
    )


def _broken(_request: Request, _error: Exception) -> Response:
    return problem(500, "the answer could not be made; the reason is in the server's log")
