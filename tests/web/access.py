"""A store with accounts, and visitors of the pages over it as browsers and programs send them."""

from __future__ import annotations

from pathlib import Path

from argon2 import PasswordHasher
from starlette.testclient import TestClient

from counterclaim.store import Store
from counterclaim.store.passwords import Passwords
from counterclaim.store.people import add_person
from counterclaim.web.api.app import ApiLimits
from counterclaim.web.app import create_app
from counterclaim.web.guard import Access

# Argon2's least: the tests are about who gets in, not about how long guessing takes.
QUICK = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
PASSWORD = "a long enough password"  # noqa: S105  of no real account
HERE = {"sec-fetch-site": "same-origin"}


def give_accounts(path: Path, **roles: str) -> None:
    """An account for each name, all with PASSWORD."""
    with Store.open(path) as store:
        for name, role in roles.items():
            add_person(store, name, role, QUICK.make_hash(PASSWORD))


def browser(path: Path, *, public: bool = False, local: bool = True, https: bool = False) -> TestClient:
    """A browser that nobody has signed in with; it follows no redirects."""
    access = Access(local=local, public=public, passwords=QUICK)
    app = create_app(path, api=ApiLimits(rate=0), access=access)
    scheme = "https" if https else "http"
    return TestClient(
        app,
        base_url=f"{scheme}://localhost",
        headers=HERE,
        follow_redirects=False,
        raise_server_exceptions=False,
    )


def sign_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> TestClient:
    """The same browser, signed in."""
    answer = client.post("/sign-in", data={"name": name, "password": password, **more})
    assert answer.status_code == 303, answer.text
    return client
