"""The web pages and the HTTP API over a store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from counterclaim.store import Store
from counterclaim.store.passwords import Passwords
from counterclaim.web.api.app import API_LIMITS, ApiLimits, mount_api
from counterclaim.web.attempts import Attempts
from counterclaim.web.consent import AskedFirst
from counterclaim.web.guard import BY_DEFAULT, Access, Guard
from counterclaim.web.headers import LOOPBACK_HOSTS, SafeHeaders
from counterclaim.web.kept import KeptPages
from counterclaim.web.languages import Languages
from counterclaim.web.listed import OURS, Listed
from counterclaim.web.pages import (
    about,
    document,
    incident,
    incidents,
    lines,
    people,
    review,
    review_agreement,
    review_audit,
    review_keys,
    review_links,
    signin,
    speakers,
    sql,
    tables,
    withheld,
)
from counterclaim.web.pages import api as api_page
from counterclaim.web.pages import map as map_page
from counterclaim.web.pages.failures import handle_failures
from counterclaim.web.render import STATIC
from counterclaim.web.tables.counted import KeptCounts


def create_app(
    store_path: Path,
    allowed_hosts: Sequence[str] = (),
    listed: Listed = OURS,
    api: ApiLimits = API_LIMITS,
    access: Access = BY_DEFAULT,
) -> FastAPI:
    """The application over the store at `store_path`.

    `allowed_hosts` are names, beside the loopback ones, under which browsers may ask for it. Any other Host
    header is refused, so that a page elsewhere cannot read the store by pointing its own name here.
    `listed` is what the pages may make a browser keep or ask for; a visitor is asked about what is not necessary.
    `api` is how fast, and from which other sites, programs may ask; `access` what somebody may without signing in.

    Raises:
        NotFoundError: there is no store at `store_path`.
        StoreError: the file is no store or cannot be read.
    """
    with Store.open(store_path, read_only=True):
        pass  # fails now rather than at the first visitor
    # FastAPI's own documentation pages load scripts from elsewhere.
    app = FastAPI(title="Counterclaim", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.store_path = store_path
    app.state.counts = KeptCounts(store_path)
    app.state.passwords = access.passwords or Passwords()
    app.state.attempts = Attempts()
    app.mount("/static", StaticFiles(directory=STATIC))
    mount_api(app, api)
    for module in (
        incidents,
        incident,
        map_page,
        document,
        tables,
        lines,
        sql,
        about,
        api_page,
        signin,
        people,
        withheld,
        speakers,
        review,
        review_links,
        review_audit,
        review_agreement,
        review_keys,
    ):
        app.include_router(module.router)
    handle_failures(app)
    app.add_middleware(KeptPages, store_path=store_path)
    app.add_middleware(
        Guard, store_path=store_path, local=access.local and not allowed_hosts, public=access.public
    )
    app.add_middleware(Languages)
    app.add_middleware(
        TrustedHostMiddleware, allowed_hosts=[*LOOPBACK_HOSTS, *allowed_hosts], www_redirect=False
    )
    app.add_middleware(SafeHeaders)
    app.add_middleware(AskedFirst, listed=listed)
    return app
