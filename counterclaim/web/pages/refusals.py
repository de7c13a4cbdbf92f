"""Answers to those who may not: the way to the sign-in, or why not. Programs get them in the shape of the API."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from counterclaim.web import languages, viewer
from counterclaim.web.api.problems import problem
from counterclaim.web.languages import gettext as _
from counterclaim.web.origins import SAFE_METHODS, sign_in_address
from counterclaim.web.render import error_page

_API = "/api/v1"


def not_allowed() -> tuple[str, str]:
    """Title and words of a refusal to somebody signed in."""
    return _("Not allowed"), _(
        "Your account may not do this. Sign in with one that may, or ask whoever runs this site."
    )


def forbidden(request: Request, detail: str) -> Response:
    """To the sign-in and back, for a visitor who opened a page; else that it is not allowed, and why."""
    if viewer.current().role != "anonymous":
        if is_program(request):
            return problem(403, detail)
        title, message = not_allowed()
        return error_page(403, title, message, detail)
    if is_program(request):
        return unauthorized(request, "show a token: Authorization: Bearer …")
    if request.method in SAFE_METHODS:
        return RedirectResponse(sign_in_address(languages.here()), 303)
    message = _("This is for people who have signed in.")
    return error_page(403, _("Sign in first"), message)


def unauthorized(request: Request, detail: str) -> Response:
    """That a token is missing, or counts for nothing."""
    told = {"WWW-Authenticate": "Bearer"}
    if is_program(request):
        return problem(401, detail, headers=told)
    page = error_page(
        401, _("Sign in first"), _("The token that came with this request counts for nothing here."), detail
    )
    page.headers.update(told)
    return page


def sent_from_elsewhere(request: Request) -> Response:
    """That a form did not come from a page of this site, as far as the browser tells."""
    detail = "a form counts only where the browser says that it comes from here; it does over https"
    if is_program(request):
        return problem(403, detail)
    message = _(
        "The form did not come from a page of this site, so nothing was changed. Open the page here and send it again."
    )
    return error_page(403, _("Sent from elsewhere"), message, detail)


def is_program(request: Request) -> bool:
    """Whether the answer goes to a program that asks the API."""
    return request.url.path.startswith(f"{_API}/")
