from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from counterclaim.core.errors import DataError
from counterclaim.store import Store
from counterclaim.store.passwords import Passwords
from counterclaim.store.people import add_person, find_credentials, set_disabled, set_password, set_role
from counterclaim.store.sessions import IDLE, LASTING, find_session, start_session
from counterclaim.store.tokens import add_token, revoke_token
from counterclaim.web.attempts import PER_CLIENT, PER_NAME, WITHIN, Attempts
from counterclaim.web.origins import own_address
from tests.web.access import PASSWORD, QUICK, browser, give_accounts, sign_in


@pytest.fixture(scope="module")
def peopled(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the web tests, with four people who may sign in."""
    path = tmp_path_factory.mktemp("peopled") / "desk.db"
    shutil.copy(store_path, path)
    give_accounts(path, rana="reader", cato="coder", vera="reviewer", ada="admin")
    return path


@pytest.fixture
def path(peopled: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copy(peopled, tmp_path / "desk.db"))


def cookie_of(client: TestClient) -> str:
    return client.cookies.get("session") or ""


@pytest.mark.parametrize(
    "address", ["/", "/documents", "/issues", "/map", "/people", "/incidents/K7Q2", "/none"]
)
def test_without_signing_in_nothing_of_the_store_is_seen(peopled: Path, address: str) -> None:
    answer = browser(peopled).get(f"{address}?q=soldiers")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?next=%2F")
    assert answer.content == b""


@pytest.mark.parametrize("address", ["/sign-in", "/privacy", "/healthz", "/static/style.css"])
def test_the_way_in_is_open_to_everybody(peopled: Path, address: str) -> None:
    answer = browser(peopled).get(address)
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


def test_a_program_without_a_token_is_told_so_in_the_words_of_the_api(peopled: Path) -> None:
    answer = browser(peopled).get("/api/v1/claims")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["status"] == 401


def test_signing_in_leads_back_to_the_page_in_its_language(path: Path) -> None:
    client = browser(path)
    first = client.get("/fr/incidents/K7Q2?profile=ucdp-like")
    form = client.get(first.headers["location"])
    assert 'value="/incidents/K7Q2?profile=ucdp-like"' in form.text
    answer = client.post(
        "/fr/sign-in",
        data={"name": "rana", "password": PASSWORD, "next": "/incidents/K7Q2?profile=ucdp-like"},
    )
    assert answer.headers["location"] == "/fr/incidents/K7Q2?profile=ucdp-like"
    assert client.get(answer.headers["location"]).status_code == 200


def test_the_one_cookie_is_for_this_site_alone_and_out_of_reach_of_scripts(path: Path) -> None:
    answer = browser(path).post("/sign-in", data={"name": "rana", "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("session=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert "expires" not in cookie.lower()
    assert "max-age" not in cookie.lower()


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(path: Path) -> None:
    client = browser(path, https=True)
    cookie = client.post("/sign-in", data={"name": "rana", "password": PASSWORD}).headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert client.get("/").status_code == 200
    # A neighbouring host can set a cookie without the prefix for this one; it counts for nothing.
    stray = browser(path, https=True)
    token = client.cookies.get("__Host-session")
    assert stray.get("/", headers={"cookie": f"session={token}"}).status_code == 303


def test_the_store_holds_neither_password_nor_token(path: Path) -> None:
    client = sign_in(browser(path), "rana")
    with Store.open(path) as store:
        secret = add_token(store, "nightly", "reader")
    held = b"".join(file.read_bytes() for file in path.parent.glob("desk.db*"))
    for kept in (PASSWORD, cookie_of(client), secret):
        assert len(kept) > 20
        assert kept.encode() not in held


def test_signing_out_ends_the_session_in_the_store_too(path: Path) -> None:
    client = sign_in(browser(path), "rana")
    token = cookie_of(client)
    answer = client.post("/sign-out")
    assert 'session=""' in answer.headers["set-cookie"]
    assert browser(path).get("/", headers={"cookie": f"session={token}"}).status_code == 303


def test_a_token_that_the_browser_came_with_never_becomes_a_session(path: Path) -> None:
    planted = "p" * 43
    answer = browser(path).post(
        "/sign-in", data={"name": "rana", "password": PASSWORD}, headers={"cookie": f"session={planted}"}
    )
    assert answer.status_code == 303
    assert planted not in answer.headers["set-cookie"]
    assert browser(path).get("/", headers={"cookie": f"session={planted}"}).status_code == 303


def test_signing_in_anew_ends_the_session_before_it(path: Path) -> None:
    client = sign_in(browser(path), "rana")
    before = cookie_of(client)
    sign_in(client, "ada")
    assert browser(path).get("/", headers={"cookie": f"session={before}"}).status_code == 303


@pytest.mark.parametrize(
    "cookie", ["session=forged", "session=", 'session="; admin', "session=\x7f; ;;=", "a=b"]
)
def test_a_forged_cookie_is_nobodys(peopled: Path, cookie: str) -> None:
    assert browser(peopled).get("/", headers={"cookie": cookie}).status_code == 303


def test_the_hash_in_the_store_is_no_token(path: Path) -> None:
    sign_in(browser(path), "ada")
    with Store.open(path) as store, store.reading() as connection:
        hashed = connection.exec_driver_sql("SELECT token_hash FROM sessions").scalar()
    assert browser(path).get("/", headers={"cookie": f"session={hashed}"}).status_code == 303


def test_a_session_runs_out_unused_and_in_any_case(path: Path) -> None:
    begun = datetime(2026, 3, 1, tzinfo=UTC)
    with Store.open(path) as store:
        known = find_credentials(store, "rana")
        assert known is not None
        token = start_session(store, known.person_id, begun)
        assert find_session(store, token, begun + IDLE - timedelta(minutes=1)) is not None
        assert find_session(store, token, begun + IDLE + timedelta(minutes=1)) is None
        with store.writing() as connection:  # as if it had been in use all the time
            connection.exec_driver_sql("UPDATE sessions SET seen_at = '2026-03-31T00:00:00.000+00:00'")
        assert find_session(store, token, begun + LASTING - timedelta(minutes=1)) is not None
        assert find_session(store, token, begun + LASTING + timedelta(minutes=1)) is None


def test_a_session_in_use_goes_on(path: Path) -> None:
    client = sign_in(browser(path), "rana")
    with Store.open(path) as store, store.writing() as connection:
        ago = (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="milliseconds")
        connection.exec_driver_sql("UPDATE sessions SET seen_at = ?", (ago,))
    client.get("/")
    with Store.open(path) as store, store.reading() as connection:
        assert str(connection.exec_driver_sql("SELECT seen_at FROM sessions").scalar()) > ago


def test_a_disabled_account_is_out_at_once_and_cannot_come_back(path: Path) -> None:
    client = sign_in(browser(path), "rana")
    with Store.open(path) as store:
        set_disabled(store, "rana", disabled=True)
    assert client.get("/").status_code == 303
    assert client.post("/sign-in", data={"name": "rana", "password": PASSWORD}).status_code == 403
    with Store.open(path) as store:
        set_disabled(store, "rana", disabled=False)
    assert client.get("/").status_code == 303  # the old session does not come back to life
    sign_in(client, "rana")


def test_a_new_password_ends_every_session(path: Path) -> None:
    client = sign_in(browser(path), "rana")
    with Store.open(path) as store:
        set_password(store, "rana", QUICK.make_hash("another long password"))
    assert client.get("/").status_code == 303
    assert client.post("/sign-in", data={"name": "rana", "password": PASSWORD}).status_code == 403


def test_changing_ones_own_password_keeps_this_session_and_ends_the_others(path: Path) -> None:
    here, there = sign_in(browser(path), "rana"), sign_in(browser(path), "rana")
    wrong = here.post("/me/password", data={"current": "not this one at all", "password": "x" * 20})
    assert wrong.status_code == 403
    short = here.post("/me/password", data={"current": PASSWORD, "password": "short"})
    assert short.status_code == 422
    assert here.post("/me/password", data={"current": PASSWORD, "password": "x" * 20}).status_code == 303
    assert here.get("/me").status_code == 200
    assert there.get("/me").status_code == 303


def test_a_changed_role_counts_from_the_next_request(path: Path) -> None:
    client = sign_in(browser(path), "ada")
    with Store.open(path) as store:
        set_role(store, "vera", "admin")
        set_role(store, "ada", "reader")
    assert client.get("/people").status_code == 403


def test_names_do_not_tell_capitals_apart(path: Path) -> None:
    sign_in(browser(path), "RANA")
    with Store.open(path) as store, pytest.raises(DataError, match="already"):
        add_person(store, "Rana", "admin", "x")


def test_an_unknown_name_a_wrong_password_and_a_disabled_account_answer_alike(path: Path) -> None:
    with Store.open(path) as store:
        set_disabled(store, "cato", disabled=True)
    tries = [("nobody", PASSWORD), ("rana", "not the password"), ("cato", PASSWORD), ("cato", "nor this one")]
    answers = [
        browser(path).post("/sign-in", data={"name": name, "password": given}) for name, given in tries
    ]
    texts = {
        answer.text.replace(f'value="{name}"', "") for answer, (name, _) in zip(answers, tries, strict=True)
    }
    assert {answer.status_code for answer in answers} == {403}
    assert len(texts) == 1
    assert not any("set-cookie" in answer.headers for answer in answers)


def test_an_unknown_name_costs_as_much_hashing_as_a_known_one() -> None:
    verified: list[str] = []

    class Counting:
        def hash(self, password: str) -> str:
            return f"hash of {password}"

        def verify(self, kept: str, password: str) -> bool:
            verified.append(kept)
            return True

    passwords = Passwords(Counting())  # type: ignore[arg-type]  # stands for argon2's
    assert passwords.fits("hash of mine", "mine")
    assert not passwords.fits(None, "mine")
    assert len(verified) == 2
    assert verified[1] != "hash of mine"


def test_a_password_is_as_strong_by_default_as_rfc_9106_asks() -> None:
    made = Passwords().make_hash(PASSWORD)
    assert made.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize("password", ["", "short", "elevenchars"])
def test_short_passwords_are_refused(password: str) -> None:
    with pytest.raises(DataError, match="12 characters at least"):
        QUICK.make_hash(password)


def test_too_many_tries_are_refused_for_a_name_whoever_tries_and_known_or_not(path: Path) -> None:
    client = browser(path)
    for name in ("rana", "nobody"):
        for _ in range(PER_NAME):
            assert client.post("/sign-in", data={"name": name, "password": "wrong"}).status_code == 403
        answer = client.post("/sign-in", data={"name": name.upper(), "password": PASSWORD})
        assert answer.status_code == 429
        assert 0 < int(answer.headers["retry-after"]) <= WITHIN
        assert "15 minutes" in answer.text
    sign_in(client, "ada")


def test_too_many_tries_are_refused_for_a_client_whatever_the_name() -> None:
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    for number in range(PER_CLIENT):
        assert not attempts.wait("x", "10.0.0.1")
        attempts.note_failure(f"name {number}", "10.0.0.1")
    assert attempts.wait("x", "10.0.0.1") == WITHIN
    assert not attempts.wait("x", "10.0.0.2")
    now[0] = WITHIN + 1
    assert not attempts.wait("x", "10.0.0.1")


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "cross-site", "origin": "http://localhost"},
        {"sec-fetch-site": "", "origin": "http://localhost"},
    ],
)
def test_a_form_from_elsewhere_changes_nothing(path: Path, headers: dict[str, str]) -> None:
    client = sign_in(browser(path), "ada")
    answer = client.post("/people/role", data={"name": "rana", "role": "admin"}, headers=headers)
    assert answer.status_code == 403
    assert "nothing was changed" in answer.text
    assert sign_in(browser(path), "rana").get("/people").status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost.evil.example", "", "http://", "http://["]
)
def test_a_browser_that_names_another_origin_changes_nothing(path: Path, origin: str) -> None:
    client = sign_in(browser(path), "ada")
    del client.headers["sec-fetch-site"]
    sent = {"name": "rana", "role": "coder"}
    assert client.post("/people/role", data=sent, headers={"origin": origin}).status_code == 403
    assert client.post("/people/role", data=sent).status_code == 403
    assert client.post("/people/role", data=sent, headers={"origin": "http://localhost"}).status_code == 303


def test_nobody_is_signed_in_from_elsewhere(peopled: Path) -> None:
    sent = {"name": "ada", "password": PASSWORD}
    answer = browser(peopled).post("/sign-in", data=sent, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_keeper_of_a_store_is_not_moved_by_other_sites(store_path: Path) -> None:
    client = browser(store_path)
    assert client.get("/withheld").status_code == 200
    sent = {"name": "Karsa", "role": "other", "why": "x"}
    assert (
        client.post("/withheld/names", data=sent, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    )
    del client.headers["sec-fetch-site"]
    assert client.post("/withheld/names", data=sent).status_code == 403
    with Store.open(store_path, read_only=True) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM withheld").scalar() == 0


AWAY = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/a\r\nSet-Cookie: session=x",
    "/a\x00b",
    " /documents",
    "http:/documents",
    "@evil.example",
    "",
]


@pytest.mark.parametrize("wanted", AWAY)
def test_signing_in_leads_nowhere_else(peopled: Path, wanted: str) -> None:
    client = browser(peopled)
    answer = client.post("/sign-in", data={"name": "rana", "password": PASSWORD, "next": wanted})
    assert answer.headers["location"] == "/"
    assert len(answer.headers.get_list("set-cookie")) == 1


@given(st.text())
def test_what_a_visitor_is_led_to_is_always_a_page_of_ours(wanted: str) -> None:
    address = own_address(wanted)
    assert address.startswith("/")
    assert address[1:2] not in ("/", "\\")
    assert address.isprintable()


def test_hostile_values_stay_out_of_headers(path: Path) -> None:
    client = browser(path)
    answer = client.get("/incidents/%0d%0aSet-Cookie:%20a=b", headers={"cookie": "session=a\x01b"})
    assert "set-cookie" not in answer.headers
    assert "\n" not in answer.headers["location"]
    odd = client.post("/sign-in", data={"name": "a\r\nX: y", "password": "<script>alert(1)</script>"})
    assert odd.status_code == 403
    assert "<script>alert" not in odd.text


ONLY_FOR = {"/issues": "reader", "/withheld": "reviewer", "/people": "admin"}


@pytest.mark.parametrize("name", ["rana", "cato", "vera", "ada"])
def test_each_role_sees_what_is_for_it(peopled: Path, name: str) -> None:
    roles = {"rana": "reader", "cato": "coder", "vera": "reviewer", "ada": "admin"}
    ranks = list(roles.values())
    client = sign_in(browser(peopled), name)
    menu = client.get("/").text
    for address, least in ONLY_FOR.items():
        allowed = ranks.index(roles[name]) >= ranks.index(least)
        assert client.get(address).status_code == (200 if allowed else 403)
        assert (f'href="{address}"' in menu) is allowed


@pytest.mark.parametrize("name", ["rana", "cato", "vera"])
def test_nobody_makes_themselves_an_admin(path: Path, name: str) -> None:
    client = sign_in(browser(path), name)
    forms = [
        ("/people/role", {"name": name, "role": "admin"}),
        ("/people/add", {"name": "mine", "role": "admin", "password": PASSWORD}),
        ("/people/password", {"name": "ada", "password": "x" * 20}),
        ("/people/enable", {"name": name}),
        ("/people/disable", {"name": "ada"}),
    ]
    for address, sent in forms:
        assert client.post(address, data=sent).status_code == 403, address
    extra = {"current": PASSWORD, "password": "y" * 20, "role": "admin", "name": "ada"}
    assert client.post("/me/password", data=extra).status_code == 303
    assert client.get("/people").status_code == 403
    sign_in(browser(path), "ada")


def test_an_admin_gives_and_takes_accounts(path: Path) -> None:
    admin = sign_in(browser(path), "ada")
    added = admin.post("/people/add", data={"name": "  Noor ", "role": "coder", "password": PASSWORD})
    assert added.headers["location"] == "/people"
    sign_in(browser(path), "noor")
    admin.post("/people/role", data={"name": "noor", "role": "reviewer"})
    assert sign_in(browser(path), "noor").get("/withheld").status_code == 200
    admin.post("/people/disable", data={"name": "noor"})
    assert browser(path).post("/sign-in", data={"name": "noor", "password": PASSWORD}).status_code == 403
    assert "disabled" in admin.get("/people").text


@pytest.mark.parametrize(
    ("address", "sent", "words"),
    [
        ("/people/add", {"name": "rana", "role": "reader", "password": PASSWORD}, "already"),
        ("/people/add", {"name": "new", "role": "owner", "password": PASSWORD}, "no role"),
        ("/people/add", {"name": "new", "role": "reader", "password": "short"}, "12 characters"),
        ("/people/add", {"name": "\x07", "role": "reader", "password": PASSWORD}, "letters that print"),
        ("/people/role", {"name": "ada", "role": "reader"}, "nobody who may administer"),
        ("/people/disable", {"name": "ada"}, "nobody who may administer"),
        ("/people/role", {"name": "nemo", "role": "reader"}, "nobody has an account"),
    ],
)
def test_what_an_admin_may_not_do_is_said(path: Path, address: str, sent: dict[str, str], words: str) -> None:
    answer = sign_in(browser(path), "ada").post(address, data=sent)
    assert answer.status_code == 422
    assert words in answer.text.lower()


def test_the_first_account_is_not_made_by_whoever_comes_first(store_path: Path) -> None:
    sent = {"name": "me", "role": "admin", "password": PASSWORD}
    for client in (browser(store_path), browser(store_path, local=False), browser(store_path, public=True)):
        assert client.post("/people/add", data=sent).status_code == 403
    with Store.open(store_path, read_only=True) as store:
        assert find_credentials(store, "me") is None


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
def test_whoever_comes_through_a_proxy_does_not_keep_the_store(store_path: Path, header: str) -> None:
    client = browser(store_path)
    assert client.get("/people").status_code == 200
    assert client.get("/people", headers={header: "203.0.113.9"}).status_code == 303


def test_as_soon_as_there_is_an_account_nobody_keeps_the_store_unasked(
    store_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "own.db"
    shutil.copy(store_path, path)
    client = browser(path)
    assert client.get("/").status_code == 200
    give_accounts(path, ada="admin")
    assert client.get("/").status_code == 303


def test_a_token_makes_a_program_what_its_role_says(path: Path) -> None:
    with Store.open(path) as store:
        reader, admin = add_token(store, "nightly", "reader"), add_token(store, "deploy", "admin")
    client = browser(path)
    for secret, address, status in (
        (reader, "/documents", 200),
        (reader, "/api/v1/claims", 200),
        (reader, "/people", 403),
        (admin, "/people", 200),
    ):
        answer = client.get(address, headers={"authorization": f"Bearer {secret}"})
        assert answer.status_code == status, address
        assert "set-cookie" not in answer.headers
    sent = {"name": "Karsa", "role": "other", "why": "a reason"}
    del client.headers["sec-fetch-site"]  # a program is no browser
    done = client.post("/withheld/names", data=sent, headers={"authorization": f"Bearer {admin}"})
    assert done.status_code == 303


def test_a_revoked_or_made_up_token_counts_for_nothing(path: Path) -> None:
    with Store.open(path) as store:
        secret = add_token(store, "nightly", "admin")
        revoke_token(store, "nightly")
    client = sign_in(browser(path), "ada")  # not even beside a cookie that counts
    for told in (secret, "cc_made-up", "", "a b", "\x7f"):
        answer = client.get("/api/v1/claims", headers={"authorization": f"Bearer {told}"})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"


def test_kept_pages_do_not_pass_from_one_to_another(path: Path) -> None:
    for file in path.parent.glob("desk.db*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    admin = sign_in(browser(path), "ada")
    for file in path.parent.glob("desk.db*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    page = admin.get("/")
    assert "Sign out" in page.text
    admin.cookies.clear()
    assert admin.get("/").status_code == 303


def test_a_signed_in_person_sees_who_they_are_and_how_to_leave(path: Path) -> None:
    page = sign_in(browser(path), "rana").get("/").text
    assert "rana" in page
    assert 'action="/sign-out"' in page
    assert 'href="/sign-in?next=%2Fprivacy"' in browser(path).get("/privacy").text
