"""The local web page over a store: every request reads, none writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from counterclaim.store import Store
from counterclaim.web.headers import LOOPBACK_HOSTS, SafeHeaders
from counterclaim.web.kept import KeptPages
from counterclaim.web.languages import Languages
from counterclaim.web.pages import about, documents, incident, incidents
from counterclaim.web.pages.failures import handle_failures
from counterclaim.web.render import STATIC


def create_app(store_path: Path, allowed_hosts: Sequence[str] = ()) -> FastAPI:
    """The application over the store at `store_path`.

    `allowed_hosts` are names, beside the loopback ones, under which browsers may ask for it. Any other Host
    header is refused, so that a page elsewhere cannot read the store by pointing its own name here.

    Raises:
        NotFoundError: there is no store at `store_path`.
        StoreError: the file is no store or cannot be read.
    """
    with Store.open(store_path, read_only=True):
        pass  # fails now rather than at the first visitor
    # FastAPI's own documentation pages load scripts from elsewhere.
    app = FastAPI(title="Counterclaim", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.store_path = store_path
    app.mount("/static", StaticFiles(directory=STATIC))
    for module in (incidents, incident, documents, about):
        app.include_router(module.router)
    handle_failures(app)
    app.add_middleware(Languages)
    app.add_middleware(KeptPages, store_path=store_path)
    app.add_middleware(
        TrustedHostMiddleware, allowed_hosts=[*LOOPBACK_HOSTS, *allowed_hosts], www_redirect=False
    )
    app.add_middleware(SafeHeaders)
    return app
