from __future__ import annotations

import html
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from starlette.testclient import TestClient

from counterclaim.store import Store
from counterclaim.store.people import add_person
from counterclaim.store.restrictions import lift_restriction, list_restrictions, restrict
from counterclaim.store.withholding import lift_withholding, withhold
from tests.web.access import QUICK, browser, give_accounts, sign_in
from tests.web.conftest import Page
from tests.web.secrets import NAME_PARTS, WITNESS, Partly, make_partly_published

STARTS = (
    "/",
    "/?q=people",
    "/documents",
    "/map",
    "/issues",
    "/privacy",
    "/sign-in",
    "/speakers",
    "/api",
    "/api/v1/",
    "/api/v1/openapi.json",
    "/ar/",
    "/fr/documents",
    "/sitemap.xml",
    "/no-such-page",
)


@pytest.fixture(scope="module")
def partly(tmp_path_factory: pytest.TempPathFactory) -> Partly:
    path = tmp_path_factory.mktemp("partly") / "record.db"
    made = make_partly_published(path, 1)
    give_accounts(path, cato="coder", vera="reviewer", ada="admin")
    return made


@pytest.fixture(scope="module")
def public(partly: Partly) -> TestClient:
    """A visitor of the store, where publishing is turned on."""
    return browser(partly.path, public=True)


def addresses_of(client: TestClient, starts: Iterable[str], each: int = 1) -> Iterator[tuple[str, str]]:
    """Every address that one can come to from these, with what it answers: words, and headers.

    Of one page at most `each` addresses that differ in what is asked for, of a file one.
    """
    seen: set[str] = set()
    asked: Counter[str] = Counter()
    waiting = deque(starts)
    while waiting:
        address = waiting.popleft()
        path = address.partition("?")[0]
        if (
            address in seen
            or address.startswith("/static/")
            or asked[path] == (1 if "export" in path or "." in path else each)
        ):
            continue
        seen.add(address)
        asked[path] += 1
        answer = client.get(address)
        headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        kind = answer.headers.get("content-type", "")
        text = answer.text if kind.startswith(("text/", "application/")) else answer.content.decode("latin-1")
        yield address, f"{headers}\n{text}"
        if kind.startswith("text/html") and answer.status_code == 200:
            found = (urljoin(address, target).partition("#")[0] for target in Page(answer.text).addresses)
            waiting.extend(one for one in found if one.startswith("/") and not one.startswith(("/ar", "/fr")))
        if "location" in answer.headers:
            waiting.append(answer.headers["location"])
        if address.startswith("/api/v1/") and answer.status_code == 200 and kind == "application/json":
            waiting.extend(linked(answer.json()))


def linked(value: object) -> Iterator[str]:
    """Addresses of the API in its own answers."""
    if isinstance(value, str) and value.startswith("/api/v1/") and "{" not in value:
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from linked(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from linked(one)


def guessed(client: TestClient, partly: Partly) -> Iterator[str]:
    """Addresses that no page leads to: of what is hidden, of files, and of each way to ask the API."""
    documents = partly.document_ids
    ids = [*documents, *partly.open_ids[:2], *partly.ids[:2], "OP0", "OP2", "HID"]
    yield from (f"/documents/{one}" for one in documents)
    for code in ("OP0", "OP2", "HID"):
        yield from (f"/incidents/{code}/{name}" for name in ("claims.csv", "claims.json", "tally.json"))
        yield f"/incidents/{code}?as_of=2030-01-01"
    for path, methods in client.get("/api/v1/openapi.json").json()["paths"].items():
        if "get" not in methods:
            continue
        template = path if path.startswith("/api/v1") else f"/api/v1{path}"
        if "{" not in template:
            yield from (template, f"{template}?limit=1000")
            continue
        before, _, rest = template.partition("{")
        after = rest.partition("}")[2]
        for one in (*ids, "geojson", "annotations"):
            yield f"{before}{one}{after}"


def plain(text: str) -> str:
    return unquote(html.unescape(text)).lower()


def test_no_word_of_what_is_not_published_is_met_by_a_visitor(public: TestClient, partly: Partly) -> None:
    met: dict[str, list[str]] = {}
    visited = 0
    for address, answer in addresses_of(public, [*STARTS, *guessed(public, partly)], each=2):
        visited += 1
        told = plain(answer)
        words = [word for word in (*partly.words, *NAME_PARTS) if word in told and word not in plain(address)]
        if words:
            met[address] = words
    assert met == {}
    assert visited > 100


def test_what_is_published_is_there(public: TestClient, partly: Partly) -> None:
    documents = [one for one in partly.open_ids if public.get(f"/documents/{one}").status_code == 200]
    assert documents
    page = public.get(f"/documents/{documents[0]}").text
    assert "people were killed open" in page
    assert "[person 1]" in page
    assert "[…]" in page
    assert "Shelling" not in public.get("/").text  # the kind that hidden claims gave the incidents
    assert "17 September 2016" in public.get("/").text


def test_a_search_for_a_hidden_word_answers_as_for_a_word_of_nowhere(
    public: TestClient, partly: Partly
) -> None:
    def asked(word: str) -> str:
        answer = public.get("/", params={"q": word})
        return plain(answer.text.partition("<main")[2].partition("</main")[0]).replace(word, "")

    nothing = asked("qqnowhereqq")
    for word in (*partly.words[:4], "zamira", "qoyl", "zamira qoyl", "zamíra"):
        assert asked(word) == nothing.replace("qqnowhereqq", ""), word
    assert "people were killed open" in public.get("/?q=killed").text


def test_an_id_that_is_not_published_answers_as_one_of_nowhere(public: TestClient, partly: Partly) -> None:
    for kind in ("documents", "incidents"):
        unknown = public.get(f"/{kind}/ffffffffffffffff")
        for one in partly.ids:
            answer = public.get(f"/{kind}/{one}")
            assert answer.status_code == 404
            assert answer.text.replace(one, "ID") == unknown.text.replace("ffffffffffffffff", "ID")


@pytest.mark.parametrize("address", ["/issues", "/withheld", "/people", "/me"])
def test_visitors_of_a_public_site_are_sent_to_sign_in_for_the_rest(public: TestClient, address: str) -> None:
    answer = public.get(address)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")
    assert f'href="{address}"' not in public.get("/").text


def test_visitors_change_nothing(public: TestClient, partly: Partly) -> None:
    claim = partly.open_ids[0]
    for address, sent in (
        ("/withheld/restrict", {"target": claim, "why": "x"}),
        ("/withheld/names/show", {"name": WITNESS}),
        ("/people/add", {"name": "me", "role": "admin", "password": "x" * 20}),
    ):
        assert public.post(address, data=sent).status_code == 403


def test_coders_see_all_that_is_claimed_but_no_withheld_name(partly: Partly) -> None:
    client = sign_in(browser(partly.path), "cato")
    met = {}
    starts = ("/", "/?q=people", "/issues", "/review", "/sql", "/api/v1/exports/annotations", "/claims.csv")
    for address, answer in addresses_of(client, starts):
        words = [word for word in NAME_PARTS if word in plain(answer) and word not in plain(address)]
        if words:
            met[address] = words
    assert met == {}
    assert "[person 1]" in client.get("/documents").text
    assert [one for one in partly.ids if client.get(f"/documents/{one}").status_code == 200]


def test_the_review_desk_shows_a_coder_no_withheld_name(partly: Partly) -> None:
    client = sign_in(browser(partly.path), "cato")
    with Store.open(partly.path, read_only=True) as store:
        claim = next(one.claim.id for one in store.claims() if "Qoyl" in repr(one))
    for answer in (
        client.get(f"/review?at={claim}"),
        client.post("/review/decide", data={"claim": claim, "action": "fix"}),
    ):
        assert "[person 1]" in answer.text
        assert not [word for word in NAME_PARTS if word in plain(answer.text)]
    assert answer.status_code == 422


def test_reviewers_see_the_name(partly: Partly) -> None:
    client = sign_in(browser(partly.path, public=True), "vera")
    assert "ZAMIRA QOYL" in client.get("/documents").text
    assert WITNESS in client.get("/withheld").text


def test_turned_off_nothing_is_published(partly: Partly) -> None:
    assert browser(partly.path).get("/").status_code == 303


def test_restricting_and_lifting_change_what_is_public_at_once(tmp_path: Path) -> None:
    made = make_partly_published(tmp_path / "r.db", 3)
    with Store.open(made.path) as store:
        add_person(store, "vera", "reviewer", QUICK.make_hash("a long enough password"))
        word = next(one for one in store.claims() if one.claim.id in made.open_ids)
    public, reviewer = browser(made.path, public=True), sign_in(browser(made.path, public=True), "vera")
    address, own = f"/documents/{word.document_id}", word.claim.quote.split()[-1]
    assert own in public.get(address).text
    sent = {"target": word.claim.id, "why": "a family asked for it", "next": address}
    assert reviewer.post("/withheld/restrict", data=sent).headers["location"] == address
    assert own not in public.get(address).text
    assert own in reviewer.get(address).text
    assert "a family asked for it" in reviewer.get("/withheld").text
    reviewer.post("/withheld/publish", data={"target": word.claim.id})
    assert own in public.get(address).text
    with Store.open(made.path, read_only=True) as store:
        last = list_restrictions(store)[-1]
    assert (last.who, last.why, last.lifted_by) == ("vera", "a family asked for it", "vera")


def test_an_incident_is_told_from_its_published_claims_alone(tmp_path: Path) -> None:
    made = make_partly_published(tmp_path / "i.db", 4)
    with Store.open(made.path) as store:
        shown = [one.claim.id for one in store.claims() if one.claim.id in made.open_ids]
        whole = store.incident("OP0")
        with Store.open(made.path, read_only=True, sight="published") as seen:
            part = seen.incident("OP0")
            assert set(part.claims) == set(whole.claims) & set(shown)
            assert part.when == "2016-09-17"
            assert {relation.claim for relation in part.relations} <= set(part.claims)
        for claim in part.claims[1:]:
            restrict(store, claim, who="v", why="w")
        with Store.open(made.path, read_only=True, sight="published") as seen:
            assert seen.incident("OP0").claims == part.claims[:1]
        lift_restriction(store, part.claims[1], who="v")
        store.rule(part.claims[0], "reject", who="v", why="w")
        with Store.open(made.path, read_only=True, sight="published") as seen:
            assert seen.incident("OP0").claims == part.claims[1:2]


def test_a_name_shown_again_is_there_and_withheld_anew_has_its_old_number(tmp_path: Path) -> None:
    made = make_partly_published(tmp_path / "n.db", 5)
    with Store.open(made.path) as store:
        other = withhold(store, "Monitor", "other", who="v", why="w")
        lift_withholding(store, "QOYL", who="v")
        assert "Qoyl" in browser(made.path, public=True).get("/documents").text
        again = withhold(store, "zamira qoyl", "victim", who="v", why="w")
    assert (other.person, again.person) == (2, 1)
    assert "qoyl" not in plain(browser(made.path, public=True).get("/documents").text)
