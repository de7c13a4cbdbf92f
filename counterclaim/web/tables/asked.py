"""What an address asks of a list, and the page for one that asks for what there is not."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, cast

from fastapi import Request
from starlette.responses import Response

from counterclaim.core.errors import DataError
from counterclaim.web.languages import gettext as _
from counterclaim.web.render import error_page
from counterclaim.web.tables.counted import KeptCounts

Given = ParamSpec("Given")


class NotInstalledError(DataError):
    """A file needs a package that is not installed."""


@contextmanager
def making_a_file() -> Iterator[None]:
    """What goes wrong inside is for want of a package: all that was asked is understood by then."""
    try:
        yield
    except DataError as error:
        raise NotInstalledError(str(error)) from error


def told_wrongly(show: Callable[Given, Response]) -> Callable[Given, Response]:
    """A route that answers an address it cannot understand with a page that says what is allowed."""

    @functools.wraps(show)
    def shown(*given: Given.args, **named: Given.kwargs) -> Response:
        try:
            return show(*given, **named)
        except NotInstalledError as error:
            return error_page(
                501,
                _("Not to be made here"),
                _("This server lacks a package that the file needs; whoever runs it can install it."),
                str(error),
            )
        except DataError as error:
            return error_page(
                422,
                _("Address not understood"),
                _("The address asks for something that this list does not have."),
                str(error),
            )

    return shown


def counts_of(request: Request) -> KeptCounts:
    """The counts that the application keeps of its store."""
    return cast(KeptCounts, request.app.state.counts)
