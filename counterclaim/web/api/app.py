"""The application behind /api/v1, to be mounted in that of the pages."""

from __future__ import annotations

import re
from typing import NamedTuple

from fastapi import FastAPI
from starlette.datastructures import State
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Mount

from counterclaim.web.api import exports, incidents, index, lines, lists, texts
from counterclaim.web.api.buckets import DEFAULT_RATE, RateLimit
from counterclaim.web.api.problems import handle_problems

PREFIX = "/api/v1"


class ApiLimits(NamedTuple):
    """How fast, and from where, the API may be asked."""

    rate: int = DEFAULT_RATE  # requests a minute of one client or token; 0 for no limit
    # Other sites whose pages may ask in a browser, as https://example.org: reading only, without cookies.
    allowed_origins: tuple[str, ...] = ()


API_LIMITS = ApiLimits()


def mount_api(app: FastAPI, limits: ApiLimits) -> None:
    """Put the API under /api/v1 of the application, over the same store."""
    mount = Mount(PREFIX, _create_api(app.state, limits))
    mount.path_regex = re.compile(
        mount.path_regex.pattern, re.DOTALL
    )  # a name in an address may hold line ends
    app.router.routes.append(mount)


def _create_api(state: State, limits: ApiLimits) -> FastAPI:
    api = FastAPI(
        title="Counterclaim", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False
    )
    api.state = state
    for module in (index, lists, incidents, texts, lines, exports):
        api.include_router(module.router)
    handle_problems(api)
    if limits.rate:
        api.add_middleware(RateLimit, rate=limits.rate)
    if limits.allowed_origins:
        api.add_middleware(
            CORSMiddleware,
            allow_origins=list(limits.allowed_origins),
            allow_methods=["GET", "HEAD"],
            allow_headers=["Authorization", "If-None-Match"],
            expose_headers=["ETag", "Link", "Retry-After", "Refused-Rows"],
        )
    return api
