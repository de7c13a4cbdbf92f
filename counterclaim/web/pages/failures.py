"""Pages for what is not there and for what went wrong: in the layout, with no inner workings shown."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from counterclaim.core.errors import BusyError, DataError, NotFoundError, StoreError
from counterclaim.web.api import problems
from counterclaim.web.headers import HEADERS
from counterclaim.web.languages import gettext as _
from counterclaim.web.pages import refusals
from counterclaim.web.render import error_page
from counterclaim.web.viewer import ForbiddenError

_BUSY_FOR = 5  # seconds after which a browser may try again


def handle_failures(app: FastAPI) -> None:
    """Make the application answer errors with pages."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(DataError, _unfit)
    app.add_exception_handler(NotFoundError, _unknown)
    app.add_exception_handler(ForbiddenError, _forbidden)
    app.add_exception_handler(BusyError, _busy)
    app.add_exception_handler(StoreError, store_closed)
    app.add_exception_handler(Exception, _broken)


def _refused(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    told = error.headers if isinstance(error, HTTPException) else None
    title, message = {
        400: (
            _("Request not understood"),
            _("The address or the form has something that is not known here."),
        ),
        403: refusals.not_allowed(),
        404: (_("Page not found"), _("Nothing stands at this address.")),
        405: (
            _("Not to be done here"),
            _("This address is for reading only, or wants a form that was not sent."),
        ),
        413: (_("Too long"), _("What was sent is longer than this page takes.")),
        429: (_("Too many requests"), _("Wait a minute, then try again.")),
    }.get(status, (_("Request refused"), _("The request was not understood here.")))
    page = error_page(status, title, message)
    page.headers.update(told or {})
    return page


def _unreadable(_request: Request, _error: Exception) -> Response:
    return error_page(
        422,
        _("Address not understood"),
        _("A value in the address or the form is too long or of the wrong kind."),
    )


def _unfit(_request: Request, error: Exception) -> Response:
    message = _("What the form sent does not fit. Go back and change it; nothing was kept of it.")
    return error_page(422, _("That cannot be"), message, str(error))


def _unknown(_request: Request, error: Exception) -> Response:
    message = _("What this address asks for is not in the store, or is not published.")
    return error_page(404, _("Not in this store"), message, str(error))


def _forbidden(request: Request, error: Exception) -> Response:
    return refusals.forbidden(request, str(error))


def _busy(_request: Request, _error: Exception) -> Response:
    page = error_page(
        503, _("The store is busy"), _("Documents are being written to it. Try again in a moment.")
    )
    page.headers["Retry-After"] = str(_BUSY_FOR)
    return page


def store_closed(request: Request, error: Exception) -> Response:
    """That the store cannot be read."""
    if refusals.is_program(request):
        return problems.store_closed(request, error)
    message = _("The store cannot be read at the moment. Its keeper finds the reason with %(command)s.")
    return error_page(503, _("Store not readable"), message % {"command": "counterclaim query"})


def _broken(_request: Request, _error: Exception) -> Response:
    page = error_page(
        500, _("Something broke here"), _("The page could not be made. The reason is in the server’s log.")
    )
    page.headers.update(HEADERS)  # this answer is made outside of the layer that adds them
    page.headers["Cache-Control"] = "no-store"
    return page
