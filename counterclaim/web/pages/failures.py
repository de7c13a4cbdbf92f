"""Pages for what is not there and for what went wrong: in the layout, with no inner workings shown."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from counterclaim.core.errors import NotFoundError, StoreError
from counterclaim.web.headers import HEADERS
from counterclaim.web.render import render


def handle_failures(app: FastAPI) -> None:
    """Make the application answer errors with pages."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(NotFoundError, _unknown)
    app.add_exception_handler(StoreError, _store_closed)
    app.add_exception_handler(Exception, _broken)


def _page(status: int, title: str, message: str) -> Response:
    return render("error.html", status, number=status, title=title, message=message)


def _refused(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == HTTPStatus.NOT_FOUND:
        return _page(status, "Page not found", "Nothing stands at this address.")
    return _page(status, HTTPStatus(status).phrase.capitalize(), "The request was not understood here.")


def _unreadable(_request: Request, _error: Exception) -> Response:
    return _page(422, "Address not understood", "A value in the address is too long or of the wrong kind.")


def _unknown(_request: Request, error: Exception) -> Response:
    message = str(error)
    return _page(404, "Not in this store", f"{message[:1].upper()}{message[1:]}.")


def _store_closed(_request: Request, _error: Exception) -> Response:
    message = "The store cannot be read at the moment. Its keeper finds the reason with counterclaim query."
    return _page(503, "Store not readable", message)


def _broken(_request: Request, _error: Exception) -> Response:
    page = _page(
        500, "Something broke here", "The page could not be made. The reason is in the server's log."
    )
    page.headers.update(HEADERS)  # this answer is made outside of the layer that adds them
    page.headers["Cache-Control"] = "no-store"
    return page
