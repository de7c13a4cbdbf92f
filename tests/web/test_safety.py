from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from counterclaim.core.errors import NotFoundError
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.languages import LANGUAGES, in_language
from counterclaim.web.pages import about
from tests.web.conftest import Page

Visit = Callable[[str], Any]
STATIC_FILES = ["/static/style.css", "/static/icon.svg", "/static/vendor/htmx/htmx.min.js"]


def assert_safe(answer: Any, address: str) -> None:
    headers = answer.headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'"), address
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "set-cookie" not in headers


def test_every_answer_carries_the_safe_headers_and_no_cookie(client: TestClient, pages: list[str]) -> None:
    for address in [*pages, *STATIC_FILES, "/healthz", "/?q=" + "a" * 300, "/static/none.css"]:
        assert_safe(client.get(address), address)


def test_a_link_checker_may_ask_for_headers_only(client: TestClient, pages: list[str]) -> None:
    for address in pages:
        answer = client.head(address)
        assert answer.status_code == client.get(address).status_code != 405, address
        assert_safe(answer, address)


def test_pages_are_not_kept_by_the_browser(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == "no-store"
    assert client.get("/static/style.css").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:9", "[::1]:8000"])
def test_loopback_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/privacy", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", ""])
def test_a_name_pointed_here_from_elsewhere_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "Karsa" not in answer.text
    assert_safe(answer, host)


def test_a_name_that_the_operator_gives_is_answered(store_path: Path) -> None:
    desk = TestClient(create_app(store_path, ["desk.example"]), base_url="http://desk.example")
    assert desk.get("/privacy").status_code == 200


@pytest.mark.parametrize("address", ["/docs", "/redoc", "/openapi.json"])
def test_the_pages_that_load_scripts_from_elsewhere_are_off(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text(pages: list[str], client: TestClient, language: str) -> None:
    for address in pages:
        page = Page(client.get(in_language(language, address)).text)
        scripts = [given for tag, given in page.tags if tag == "script"]
        assert all((given["src"] or "").startswith("/static/") for given in scripts), address
        assert not [tag for tag, _ in page.tags if tag in ("img", "iframe", "object", "embed", "style")], (
            address
        )
        names = {name for _, given in page.tags for name in given}
        assert not {name for name in names if name.startswith("on") or name == "style"}, address


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_loads_little(pages: list[str], client: TestClient, language: str) -> None:
    """Page, sheets and scripts together, uncompressed; the map brings its outlines."""
    for address in pages:
        page = Page(client.get(in_language(language, address)).text)
        if "/static/vendor/leaflet/leaflet.js" in page.addresses:
            continue
        parts = {
            str(told.get("href") or told.get("src"))
            for tag, told in page.tags
            if tag == "script" or (tag == "link" and told.get("rel") in ("stylesheet", "icon"))
        }
        sizes = [len(client.get(part).content) for part in (in_language(language, address), *parts)]
        assert sum(sizes) <= 150_000, address


def test_hostile_text_is_shown_as_it_is(visit: Visit, hostile: Sheet) -> None:
    title = hostile.document.title or ""
    for address in (
        "/documents",
        "/incidents/X9",
        f"/documents/{hostile.document.id}",
        "/issues",
        "/?claims__lte=1",
        "/incidents",
        "/claims",
    ):
        assert title in visit(address).words, address


def test_a_hostile_search_stays_text(visit: Visit) -> None:
    page = visit("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert [given for tag, given in page.tags if tag == "script"] == [
        {"src": "/static/vendor/htmx/htmx.min.js", "defer": None}
    ]


def test_no_address_on_a_page_leads_away(pages: list[str], visit: Visit) -> None:
    for address in pages[:-2]:
        for target in visit(address).addresses:
            assert target.startswith(("/", "#")), target
            assert not target.startswith("//"), target


@pytest.mark.parametrize("address", ["/nothing", "/documents/none", "/incidents/none", "/static/none.css"])
def test_what_is_not_there_is_a_page_in_the_layout(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "masthead" in answer.text


def test_a_search_that_is_too_long_is_refused_in_words(client: TestClient) -> None:
    answer = client.get("/?q=" + "a" * 201)
    assert answer.status_code == 422
    assert "Address not understood" in answer.text


def test_writing_is_refused_in_the_layout(client: TestClient) -> None:
    answer = client.post("/")
    assert answer.status_code == 405
    assert "Not to be done here" in answer.text


def test_a_failure_shows_no_inner_workings(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the machine")

    monkeypatch.setattr(about, "render", fail)
    answer = client.get("/privacy?made=anew")  # an address that no test asked for, so that no page was kept
    assert answer.status_code == 500
    assert "Something broke here" in answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert_safe(answer, "/privacy")


def test_a_store_that_vanishes_is_said_without_its_path(tmp_path: Path) -> None:
    path = tmp_path / "gone.db"
    Store.open(path).close()
    client = TestClient(create_app(path), base_url="http://localhost")
    path.unlink()
    for address in ("/", "/healthz", "/incidents/A"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "gone.db" not in answer.text


def test_a_missing_store_is_said_before_the_server_starts(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no store"):
        create_app(tmp_path / "none.db")


def test_the_server_says_that_it_is_well(client: TestClient) -> None:
    assert client.get("/healthz").text == "ok"


def test_the_vendored_script_is_the_noted_one() -> None:
    from counterclaim.core.ids import hash_bytes
    from counterclaim.web.render import STATIC

    folder = STATIC / "vendor" / "htmx"
    assert hash_bytes((folder / "htmx.min.js").read_bytes()) in (folder / "VERSION").read_text()
    assert "Zero-Clause BSD" in (folder / "LICENSE").read_text()
