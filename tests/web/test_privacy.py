"""What a visitor is asked, and what follows from the answer, as a browser without scripts would find it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from counterclaim.cli.main import cli
from counterclaim.core.errors import DataError
from counterclaim.core.types import Sheet
from counterclaim.web import consent
from counterclaim.web.app import create_app
from counterclaim.web.listed import CATEGORIES, CHOICE_COOKIE, OPTIONAL, OURS, Item, Listed, read_listed
from tests.web.conftest import Page

ROOT = Path(__file__).parents[2]
HOST = "www.youtube-nocookie.com"
FILE = f"""
[[item]]
category = "functional"
kind = "request"
name = "Video player"
purpose = "Plays a video of a document in its place"
life = "until the page is closed"
host = "{HOST}"
embeds = "youtube"

[[item]]
category = "analytical"
kind = "cookie"
name = "visits"
purpose = "Counts visits, 100% of them"
life = "13 months"
"""
FROM_HERE = {"sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Listed:
    path = tmp_path_factory.mktemp("privacy") / "privacy.toml"
    path.write_text(FILE)
    return read_listed(path)


@pytest.fixture(scope="module")
def asking(store_path: Path, listed: Listed) -> FastAPI:
    """A site whose operator lists a video player and a counter of visits."""
    return create_app(store_path, listed=listed)


@pytest.fixture
def visitor(asking: FastAPI) -> TestClient:
    """Somebody new to it."""
    return TestClient(asking, base_url="http://localhost", headers=FROM_HERE)


def answer(visitor: TestClient, choice: str, categories: Sequence[str] = (), back: str = "/issues") -> Any:
    form = {"answer": choice, "category": list(categories), "back": back}
    return visitor.post("/consent", data=form, follow_redirects=False)


def is_asked(visitor: TestClient, address: str = "/", **headers: str) -> bool:
    return 'id="consent-heading"' in visitor.get(address, headers=headers).text


def framed(visitor: TestClient, **headers: str) -> bool:
    return f"frame-src https://{HOST}" in visitor.get("/", headers=headers).headers["content-security-policy"]


def rows(page: Page) -> list[tuple[str, str | None]]:
    """Category of each line of the tables."""
    return [
        (tag, given.get("data-category"))
        for tag, given in page.tags
        if tag == "tr" and "data-category" in given
    ]


def test_the_page_lists_what_the_code_lists_under_five_categories(client: TestClient) -> None:
    text = client.get("/privacy").text
    page = Page(text)
    assert re.findall(r'id="category-(\w+)"', text) == list(CATEGORIES)
    assert [category for _, category in rows(page)] == [item.category for item in OURS.items] == ["necessary"]
    assert page.words.count("Nothing: this category is empty.") == 4
    assert "nothing to accept or reject" in page.words


def test_ours_are_necessary_only_so_nobody_is_asked(client: TestClient, pages: list[str]) -> None:
    assert OURS.optional == ()
    for address in pages:
        assert not is_asked(client, address), address
        assert "set-cookie" not in client.get(address).headers


def test_items_of_the_operator_are_listed_with_all_that_is_told_of_them(
    visitor: TestClient, listed: Listed
) -> None:
    page = Page(visitor.get("/privacy").text)
    told = [item.category for category in CATEGORIES for item in listed.items if item.category == category]
    assert [category for _, category in rows(page)] == told
    for item in listed.items:
        for words in (item.name, item.purpose, item.life, item.host or "this site"):
            assert words in page.words


def test_a_first_visit_is_asked_on_every_page_and_nothing_is_set(
    visitor: TestClient, pages: list[str]
) -> None:
    for address in pages:
        assert is_asked(visitor, address), address
    assert not framed(visitor)
    assert not visitor.cookies


def test_accept_and_reject_are_alike(visitor: TestClient) -> None:
    page = Page(visitor.get("/").text)
    accept, reject = [given for tag, given in page.tags if tag == "button" and given.get("name") == "answer"][
        :2
    ]
    assert (accept.pop("value"), reject.pop("value")) == ("accept", "reject")
    assert accept == reject


def test_no_category_is_ticked_before_the_visitor_does_it(visitor: TestClient) -> None:
    for address in ("/", "/privacy"):
        ticks = [
            given for tag, given in Page(visitor.get(address).text).tags if given.get("name") == "category"
        ]
        assert {tick["value"] for tick in ticks} == {"functional", "analytical"}
        assert not [tick for tick in ticks if "checked" in tick]


def test_accepting_allows_all_that_is_listed_and_leads_back(visitor: TestClient) -> None:
    told = answer(visitor, "accept", back="/issues?page=2")
    assert (told.status_code, told.headers["location"]) == (303, "/issues?page=2")
    assert not is_asked(visitor)
    assert framed(visitor)
    assert "You have accepted: Functional and Analytical." in Page(visitor.get("/privacy").text).words


def test_rejecting_allows_nothing_and_is_kept(visitor: TestClient) -> None:
    answer(visitor, "reject")
    assert not is_asked(visitor)
    assert not framed(visitor)
    assert "You have rejected everything that is optional." in visitor.get("/privacy").text


@pytest.mark.parametrize(("chosen", "frames"), [(["functional"], True), (["analytical"], False), ([], False)])
def test_one_category_is_no_other(visitor: TestClient, chosen: list[str], frames: bool) -> None:
    answer(visitor, "chosen", chosen)
    assert not is_asked(visitor)
    assert framed(visitor) == frames
    ticks = [given for _, given in Page(visitor.get("/privacy").text).tags if given.get("name") == "category"]
    assert [tick["value"] for tick in ticks if "checked" in tick] == chosen


def test_a_yes_is_taken_back_from_the_foot_of_every_page(visitor: TestClient, pages: list[str]) -> None:
    answer(visitor, "accept")
    for address in pages:
        assert 'href="/privacy#choice"' in visitor.get(address).text, address
    answer(visitor, "reject")
    assert not framed(visitor)


def test_the_choice_is_one_cookie_of_half_a_year_that_scripts_cannot_read(visitor: TestClient) -> None:
    told = answer(visitor, "accept")
    (cookie,) = told.headers.get_list("set-cookie")
    assert cookie.startswith(f"{CHOICE_COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert f"Max-Age={180 * 24 * 60 * 60};" in cookie
    assert "Secure" not in cookie
    over_https = visitor.post("https://localhost/consent", data={"answer": "accept"}, follow_redirects=False)
    assert "; Secure" in over_https.headers["set-cookie"]


def test_the_cookie_holds_nothing_that_tells_one_visitor_from_another(
    store_path: Path, listed: Listed
) -> None:
    values = set()
    for _ in range(3):
        visitor = TestClient(
            create_app(store_path, listed=listed), base_url="http://localhost", headers=FROM_HERE
        )
        answer(visitor, "accept")
        values.add(visitor.cookies[CHOICE_COOKIE])
    assert values == {f"{listed.version}.functional.analytical"}


def test_whoever_chose_is_asked_again_when_the_list_changes(
    visitor: TestClient, listed: Listed, store_path: Path
) -> None:
    answer(visitor, "accept")
    more = Item(category="performance", kind="cookie", name="speed", purpose="Measures", life="a day")
    changed = TestClient(
        create_app(store_path, listed=Listed((*listed.items, more))), base_url="http://localhost"
    )
    changed.cookies = visitor.cookies
    assert is_asked(changed)
    assert not framed(changed)


@pytest.mark.parametrize("header", ["sec-gpc", "dnt"])
def test_a_browser_that_refuses_for_its_visitor_is_believed_and_not_asked(
    visitor: TestClient, pages: list[str], header: str
) -> None:
    answer(visitor, "accept")
    for address in pages:
        assert not is_asked(visitor, address, **{header: "1"}), address
    assert not framed(visitor, **{header: "1"})
    assert "That is taken as Reject" in visitor.get("/privacy", headers={header: "1"}).text
    told = visitor.post("/consent", data={"answer": "accept"}, headers={header: "1"}, follow_redirects=False)
    assert "set-cookie" not in told.headers


@pytest.mark.parametrize("value", ["0", "", "yes"])
def test_only_a_one_is_the_signal(visitor: TestClient, value: str) -> None:
    assert is_asked(visitor, dnt=value)


def test_a_kept_page_is_given_to_nobody_who_stands_otherwise(visitor: TestClient) -> None:
    """The page is kept for whoever comes without a cookie; three visitors ask for it in turn."""
    for _ in range(2):
        assert is_asked(visitor, "/documents")
        assert not is_asked(visitor, "/documents", dnt="1")
    answer(visitor, "reject")
    assert not is_asked(visitor, "/documents")
    visitor.cookies.clear()
    assert is_asked(visitor, "/documents")


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_an_answer_never_leads_away(visitor: TestClient, back: str) -> None:
    assert answer(visitor, "reject", back=back).headers["location"] == "/"


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "", "origin": "https://evil.example"}]
)
def test_a_form_of_another_site_changes_nothing(visitor: TestClient, headers: dict[str, str]) -> None:
    told = visitor.post("/consent", data={"answer": "accept"}, headers=headers, follow_redirects=False)
    assert told.status_code == 403
    assert "set-cookie" not in told.headers


@pytest.mark.parametrize("form", [{}, {"answer": "maybe"}, {"answer": "chosen", "category": "everything"}])
def test_an_answer_that_is_none_is_refused(visitor: TestClient, form: dict[str, str]) -> None:
    told = visitor.post("/consent", data=form, follow_redirects=False)
    assert told.status_code == 422
    assert "set-cookie" not in told.headers


def test_where_nothing_is_asked_an_answer_sets_no_cookie(client: TestClient) -> None:
    told = client.post("/consent", data={"answer": "accept"}, headers=FROM_HERE, follow_redirects=False)
    assert told.status_code == 303
    assert "set-cookie" not in told.headers


@given(value=st.text(st.characters(max_codepoint=255), max_size=60))
def test_no_cookie_that_somebody_made_up_agrees_to_anything(value: str) -> None:
    item = Item(category="functional", kind="cookie", name="a", purpose="b", life="c")
    stand = consent.stand_of(Listed((item,)), Headers({"cookie": f"{CHOICE_COOKIE}={value}"}))
    assert stand.agreed == ()


@given(agreed=st.sets(st.sampled_from(OPTIONAL)), held=st.sets(st.sampled_from(OPTIONAL), min_size=1))
def test_a_choice_comes_back_as_it_was_made(agreed: set[Any], held: set[Any]) -> None:
    items = [Item(category=name, kind="cookie", name=name, purpose="b", life="c") for name in sorted(held)]
    listed = Listed(tuple(items))
    cookie = f"{CHOICE_COOKIE}={consent.choice_cookie(listed, agreed)}"
    stand = consent.stand_of(listed, Headers({"cookie": cookie}))
    assert set(stand.agreed) == agreed & held
    assert stand.state == "chosen"


def test_what_a_page_may_do_is_asked_of_one_place() -> None:
    assert consent.consented("necessary")
    assert not consent.consented("functional")
    assert consent.player_host("youtube") is None
    assert not consent.may_frame("youtube")


def test_global_privacy_control_is_said_to_be_honoured(client: TestClient) -> None:
    assert client.get("/.well-known/gpc.json").json()["gpc"] is True


ITEM = {
    "category": "functional",
    "kind": "request",
    "name": "a",
    "purpose": "b",
    "life": "c",
    "host": "a.example",
}


def toml_of(**fields: str) -> str:
    return "[[item]]\n" + "".join(
        f"{name} = {value!r}\n" for name, value in {**ITEM, **fields}.items() if value
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[item", "not TOML"),
        ("[items]\nx = 1", "items is not known there"),
        ("item = 3", "item is not known there"),
        (toml_of(category="fun"), "item 1: Invalid enum value 'fun'"),
        (toml_of(purpose=""), "purpose"),
        (toml_of(host="https://a.example/"), "without https://"),
        (toml_of(host="a.example; script-src *"), "host is"),
        (toml_of(host=""), "give its host"),
        (toml_of(category="necessary", embeds="youtube"), "is not necessary"),
        (toml_of(kind="cookie", embeds="youtube"), "embeds is for a request"),
        (toml_of() * 2, "listed twice"),
        (toml_of(kind="cookie", name="session", host=""), "listed twice"),
        (toml_of(embeds="elsewhere"), "Invalid enum value 'elsewhere'"),
    ],
)
def test_a_list_that_is_wrong_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "privacy.toml"
    path.write_text(text)
    with pytest.raises(DataError, match=re.escape(said)) as caught:
        read_listed(path)
    assert str(path) in str(caught.value)


def test_a_list_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="No such file"):
        read_listed(tmp_path / "none.toml")


def test_a_cookie_of_the_operator_that_is_necessary_asks_nobody(
    tmp_path: Path, store_path: Path, wire: Sheet
) -> None:
    path = tmp_path / "privacy.toml"
    path.write_text(toml_of(category="necessary", kind="cookie", name="balancer", host=""))
    listed = read_listed(path)
    visitor = TestClient(create_app(store_path, listed=listed), base_url="http://localhost")
    assert not is_asked(visitor)
    assert "balancer" in visitor.get("/privacy").text


def test_a_list_that_is_wrong_is_said_before_the_server_starts(tmp_path: Path, store_path: Path) -> None:
    path = tmp_path / "privacy.toml"
    path.write_text(toml_of(host="https://a.example/"))
    told = CliRunner().invoke(cli, ["serve", "--store", str(store_path), "--privacy", str(path)])
    assert told.exit_code != 0
    assert "without https://" in str(told.exception) + told.output


def test_the_list_of_the_how_to_page_is_read(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "howto" / "privacy.md").read_text("utf-8")
    path = tmp_path / "privacy.toml"
    path.write_text(page.partition("```toml\n")[2].partition("```")[0], "utf-8")
    listed = read_listed(path)
    assert listed.optional == ("functional",)
    assert listed.frames(["functional"]) == (HOST,)
