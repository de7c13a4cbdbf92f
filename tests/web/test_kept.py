from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim.core.incidents import Incident
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.store.version import file_version
from counterclaim.web import app as application
from counterclaim.web.kept import KeptPages


@pytest.fixture
def path(wire: Sheet, tmp_path: Path) -> Path:
    """A store to which nothing was written for a minute."""
    path = tmp_path / "s.db"
    with Store.open(path) as store:
        store.write_sheet(wire)
        store.write_incidents([Incident(code="A", title="First title", claims=((wire.claims or ())[0].id,))])
    rest(path)
    return path


def rest(path: Path) -> None:
    """As if the last write were a minute ago."""
    past = time.time() - 60  # seconds
    for file in path.parent.glob(f"{path.name}*"):
        os.utime(file, (past, past))


def visitor(path: Path) -> TestClient:
    return TestClient(application.create_app(path), base_url="http://localhost")


def close_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a page that is made anew fails."""

    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("the store was opened")

    monkeypatch.setattr(Store, "open", refuse)


def test_a_page_asked_for_again_is_given_without_opening_the_store(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = visitor(path)
    first = client.get("/incidents/A?profile=ucdp-like")
    close_the_store(monkeypatch)
    again = client.get("/incidents/A?profile=ucdp-like")
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers == first.headers
    with pytest.raises(RuntimeError):
        client.get("/incidents/A?profile=ibc-like")


def test_after_a_write_the_page_is_new(path: Path, wire: Sheet) -> None:
    client = visitor(path)
    assert "First title" in client.get("/incidents/A").text
    with Store.open(path) as store:
        claims = ((wire.claims or ())[0].id,)
        store.write_incidents([Incident(code="A", title="Second title", claims=claims)])
    assert "Second title" in client.get("/incidents/A").text


def test_what_was_written_just_now_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = visitor(path)
    path.touch()
    client.get("/incidents/A")
    close_the_store(monkeypatch)
    with pytest.raises(RuntimeError):
        client.get("/incidents/A")


@pytest.mark.parametrize("header", ["cookie", "authorization"])
def test_a_visitor_who_says_who_they_are_gets_a_page_of_their_own(
    path: Path, header: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = visitor(path)
    client.get("/incidents/A")
    close_the_store(monkeypatch)
    with pytest.raises(RuntimeError):
        client.get("/incidents/A", headers={header: "somebody"})


def test_what_is_not_there_is_looked_for_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = visitor(path)
    assert client.get("/incidents/B").status_code == 404
    close_the_store(monkeypatch)
    with pytest.raises(RuntimeError):
        client.get("/incidents/B")


def test_pages_not_asked_for_longest_go_first(path: Path) -> None:
    app = application.create_app(path)
    room = len(visitor(path).get("/incidents/A").content) * 2 + 100
    client = TestClient(KeptPages(app, path, most_bytes=room), base_url="http://localhost")
    for query in ("", "?profile=accounts", "", "?as_of="):
        client.get(f"/incidents/A{query}")
    outer = client.app
    assert isinstance(outer, KeptPages)
    assert [query for _, query in outer._kept] == [b"", b"as_of="]


def test_a_file_that_is_gone_has_no_version(tmp_path: Path) -> None:
    assert file_version(tmp_path / "none.db") is None
