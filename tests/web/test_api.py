"""Programs read everything that the pages show, a page at a time, and every mistake is told in one shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from counterclaim.core.types import Sheet
from counterclaim.incidents.profiles import PROFILES
from counterclaim.store import Store
from counterclaim.store.select import LISTS
from counterclaim.web.api.app import ApiLimits
from counterclaim.web.api.records import ClaimRecord
from counterclaim.web.app import create_app
from tests.web.raid import HOSTILE

Ask = Callable[[str], Any]
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def client(store_path: Path) -> TestClient:
    """A program on this machine, which may ask as fast as it likes."""
    return TestClient(
        create_app(store_path, api=ApiLimits(rate=0)),
        base_url="http://localhost",
        headers={"sec-fetch-site": "same-origin"},
        raise_server_exceptions=False,
    )


@pytest.fixture
def ask(client: TestClient) -> Ask:
    """What an address below /api/v1 answers with status 200."""

    def read(address: str) -> Any:
        answer = client.get(f"/api/v1{address}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    return read


def pages_of(client: TestClient, address: str) -> Iterator[Any]:
    following = f"/api/v1{address}"
    while following:
        page = client.get(following).json()
        yield page
        following = page["next"]


@pytest.mark.parametrize("name", sorted(LISTS))
def test_paging_gives_every_row_once_whatever_the_size_of_a_page(client: TestClient, name: str) -> None:
    [whole] = pages_of(client, f"/{name}?limit=1000")
    small = list(pages_of(client, f"/{name}?limit=3"))
    assert [row for page in small for row in page["items"]] == whole["items"]
    assert {page["total"] for page in small} == {len(whole["items"])}
    assert max(len(page["items"]) for page in small) <= 3


def test_the_next_page_is_named_in_the_header_too(client: TestClient) -> None:
    answer = client.get("/api/v1/claims?limit=1&harm=killed")
    assert answer.headers["link"] == f'<{answer.json()["next"]}>; rel="next"'
    assert "harm=killed" in answer.json()["next"]


def test_claims_are_found_by_the_filters_of_the_table(ask: Ask) -> None:
    found = ask("/claims?harm=killed&figure_min__gte=80")["items"]
    assert found
    assert all(row["harm"] == "killed" and row["figure_min"] >= 80 for row in found)
    speaker = found[0]["speaker"][0]
    assert {name for row in ask(f"/claims?speaker={speaker}")["items"] for name in row["speaker"]} >= {
        speaker
    }


def test_only_the_columns_asked_for_come(ask: Ask) -> None:
    assert [*ask("/claims?columns=quote,speaker&limit=1")["items"][0]] == ["quote", "speaker"]


@pytest.mark.parametrize("name", LISTS)
def test_asking_for_the_columns_that_are_shown_anyway_gives_just_these(ask: Ask, name: str) -> None:
    for row in ask(f"/{name}?columns={','.join(LISTS[name].shown)}")["items"]:
        assert [*row] == [*LISTS[name].shown]


def test_a_claim_is_given_whole_with_its_sentence_and_incident(ask: Ask, client: TestClient) -> None:
    row = ask("/claims?harm=killed&incident=K7Q2&limit=1")["items"][0]
    told = ask(f"/claims/{row['id']}")
    assert told["incident"] == "K7Q2"
    assert (told["claim"]["quote"], told["claim"]["sentence"]) == (row["quote"], row["sentence"])
    assert client.get("/api/v1/claims/none").status_code == 404


def test_an_incident_comes_with_accounts_claims_and_relations(ask: Ask) -> None:
    told = ask("/incidents/K7Q2")
    ids = {claim["id"] for claim in told["claims"]}
    assert {claim for account in told["accounts"] for claim in account["claims"]} <= ids
    assert {claim for one in told["relations"] for claim in (one["claim"], one["other"])} <= ids
    assert len({account["speaker"] for account in told["accounts"]}) == len(told["accounts"]) > 1


def test_what_was_known_by_a_day_leaves_later_claims_out(ask: Ask) -> None:
    told = ask("/incidents/R5?as_of=2016-01-01")
    assert (told["as_of"], told["claims"]) == ("2016-01-01", [])
    assert told["left_out_later"] + told["left_out_undated"] == len(ask("/incidents/R5")["claims"])


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_tells_from_which_claims_its_ends_come(ask: Ask, profile: str) -> None:
    told = ask(f"/incidents/K7Q2/tallies?profile={profile}")["result"]
    assert told["profile"].startswith(f"{profile}.v")
    traced = {step["claim"] for step in told["trace"]}
    for tally in told["tallies"]:
        assert {*tally["low"]["claims"], *tally["high"]["claims"]} <= traced


def test_a_code_that_was_given_up_leads_to_the_incident_that_took_it(tmp_path: Path, wire: Sheet) -> None:
    from counterclaim.core.incidents import Incident

    path = tmp_path / "s.db"
    ids = [claim.id for claim in wire.claims or ()]
    with Store.open(path) as store:
        store.write_sheet(wire)
        old = [Incident(code=f"O{number}", title="old", claims=(ids[number],)) for number in range(2)]
        store.write_incidents(old)
        store.write_incidents([Incident(code="N1", title="new", claims=tuple(ids[:2]))])
        [kept] = store.incidents()
    client = TestClient(create_app(path), base_url="http://localhost", follow_redirects=False)
    [former] = kept.previous_codes
    answer = client.get(f"/api/v1/incidents/{former}/tallies?profile=ucdp-like")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/api/v1/incidents/{kept.code}/tallies?profile=ucdp-like"
    page = client.get(f"/ar/incidents/{former}?profile=ucdp-like")
    assert page.headers["location"] == f"/ar/incidents/{kept.code}?profile=ucdp-like"


def test_a_document_comes_with_its_text_in_which_every_claim_stands(ask: Ask, wire: Sheet) -> None:
    told = ask(f"/documents/{wire.document.id}")
    assert told["text"] == wire.document.text
    for row in ask(f"/claims?document_id={wire.document.id}&limit=1000")["items"]:
        assert told["text"][row["start"] : row["end"]] == row["quote"]


def test_search_finds_passages_page_by_page(ask: Ask, client: TestClient) -> None:
    whole = ask("/search?q=soldiers&limit=1000")["items"]
    assert len(whole) > 1
    assert all("soldiers" in one["text"].lower() for one in whole)
    assert [one for page in pages_of(client, "/search?q=soldiers&limit=1") for one in page["items"]] == whole


def test_lines_tell_of_agreements_and_places_over_time(ask: Ask) -> None:
    for name in ("agreements", "control"):
        told = ask(f"/lines/{name}")
        assert told["total"] == len(told["items"])


def test_an_export_is_the_file_or_all_files_in_a_zip(client: TestClient) -> None:
    table = client.get("/api/v1/exports/claims?harm=killed")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["content-disposition"] == 'attachment; filename="claims.csv"'
    assert table.text.startswith("claim_id,incident,")
    packed = client.get("/api/v1/exports/claims?harm=killed&package=zip")
    assert packed.headers["content-type"] == "application/zip"
    assert packed.content == client.get("/api/v1/exports/claims?harm=killed&package=zip").content
    assert client.get("/api/v1/exports/geojson?profile=accounts").json()["type"] == "FeatureCollection"


def test_who_has_an_answer_already_is_told_so(client: TestClient) -> None:
    for address in ("/api/v1/claims?limit=2", "/api/v1/incidents/K7Q2", "/api/v1/exports/claims"):
        first = client.get(address)
        for tag in (first.headers["etag"], f'W/{first.headers["etag"]}, "other"', "*"):
            again = client.get(address, headers={"if-none-match": tag})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == first.headers["etag"]
        assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200
        assert {"Accept", "Authorization", "Cookie"} == set(first.headers["vary"].split(", "))
        assert "no-cache" in first.headers["cache-control"]


def test_who_asks_for_headers_only_gets_those_of_the_answer(client: TestClient) -> None:
    for address in ("/api/v1/", "/api/v1/claims?limit=2", "/api/v1/exports/claims"):
        whole, head = client.get(address), client.head(address)
        assert head.content == b""
        assert {**head.headers} == {**whole.headers}


@pytest.mark.parametrize(
    ("address", "status", "parameter"),
    [
        ("/claims?limit=0", 422, "limit"),
        ("/claims?limit=many", 422, "limit"),
        ("/claims?speeker=SOHR", 422, "speeker"),
        ("/claims?speaker=", 422, "speaker"),
        ("/claims?harm=kiled", 422, "harm"),
        ("/claims?published__from=yesterday", 422, "published__from"),
        ("/claims?sort=nothing", 422, "sort"),
        ("/claims?columns=nothing", 422, "columns"),
        ("/claims?after=zzz", 404, "after"),
        ("/claims?" + "&".join(f"speaker=S{number}" for number in range(101)), 422, "speaker"),
        ("/claims?limit=2&limit=3", 422, "limit"),
        ("/search", 422, "q"),
        ("/search?q=a&after=zzz", 422, "after"),
        ("/incidents/K7Q2?as_of=Sunday", 422, "as_of"),
        ("/incidents/K7Q2/tallies?profile=ucdp", 422, "profile"),
        ("/incidents/K7Q2?profile=ucdp-like", 422, "profile"),
        ("/exports/ged?profile=accounts", 422, "profile"),
        ("/exports/ged?limit=3", 422, "limit"),
        ("/exports/ged?package=rar", 422, "package"),
        ("/profiles?of=all", 422, "of"),
        ("/incidents/NONE", 404, None),
        ("/documents/none", 404, None),
        ("/exports/none", 404, None),
        ("/nothing", 404, None),
        ("/claims/", 404, None),
        ("/claims/a%0Ab", 404, None),
    ],
)
def test_a_mistake_is_told_with_the_parameter_at_fault(
    client: TestClient, address: str, status: int, parameter: str | None
) -> None:
    answer = client.get(f"/api/v1{address}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    told = answer.json()
    assert (told["status"], told.get("parameter")) == (status, parameter)
    assert told["type"] == f"/api#problems-{status}"
    assert len(told["detail"]) > 10
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_no_json_and_what_writes_is_refused(client: TestClient) -> None:
    refused = client.get("/api/v1/claims", headers={"accept": "text/html, application/json;q=0"})
    assert (refused.status_code, refused.headers["content-type"]) == (406, PROBLEM)
    for taken in ("*/*", "application/*;q=0.2", "text/html, application/json", ""):
        assert client.get("/api/v1/claims", headers={"accept": taken}).status_code == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        answer = client.request(method, "/api/v1/claims")
        assert (answer.status_code, answer.headers["content-type"]) == (405, PROBLEM)
        assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_a_store_that_went_away_is_a_problem_for_the_moment(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    Store.open(path).close()
    client = TestClient(create_app(path), base_url="http://localhost", raise_server_exceptions=False)
    assert client.get("/api/v1/claims").status_code == 200
    path.unlink()
    answer = client.get("/api/v1/claims")
    assert (answer.status_code, answer.headers["content-type"]) == (503, PROBLEM)
    assert str(path) not in answer.text


def test_a_fault_of_ours_shows_no_inner_workings(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.web.api.incidents.incident_record", lambda *_: 1 / 0)
    answer = client.get("/api/v1/incidents/K7Q2")
    assert (answer.status_code, answer.headers["content-type"]) == (500, PROBLEM)
    assert "division" not in answer.text


def test_who_asks_too_fast_is_told_when_to_ask_again(store_path: Path) -> None:
    app = create_app(store_path, api=ApiLimits(rate=5))
    client = TestClient(app, base_url="http://localhost")
    answers = [client.get("/api/v1/profiles") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].headers["content-type"] == PROBLEM
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 12
    assert client.get("/").status_code == 200  # pages are no business of it


def test_pages_of_other_sites_read_only_where_they_are_allowed(store_path: Path, client: TestClient) -> None:
    from_there = {"origin": "https://example.org"}
    assert "access-control-allow-origin" not in client.get("/api/v1/profiles", headers=from_there).headers
    open_app = create_app(store_path, api=ApiLimits(allowed_origins=("https://example.org",)))
    allowing = TestClient(open_app, base_url="http://localhost")
    told = allowing.get("/api/v1/profiles", headers=from_there).headers
    assert told["access-control-allow-origin"] == "https://example.org"
    assert "access-control-allow-credentials" not in told
    elsewhere = allowing.get("/api/v1/profiles", headers={"origin": "https://evil.example"}).headers
    assert "access-control-allow-origin" not in elsewhere


def test_hostile_words_are_only_words(ask: Ask) -> None:
    told = ask("/incidents/X9")
    assert (told["title"], told["place"]) == (HOSTILE, HOSTILE)
    assert any(row["title"] == HOSTILE for row in ask("/incidents?limit=1000")["items"])


def test_what_a_claim_hands_on_is_what_exports_hand_on() -> None:
    from counterclaim.export import values

    listed = {
        *values._OF_ALL,
        *values.OF_SOME_TYPES,
        "type",
        "where",
        "document",
        "doc",
        "outlet",
        "published",
    }
    assert set(ClaimRecord.__struct_fields__) == listed | {"sentence"}


def test_the_page_for_programs_names_every_address_and_problem(client: TestClient) -> None:
    page = client.get("/api").text
    document = client.get("/api/v1/openapi.json").json()
    for path in document["paths"]:
        assert f"<code>{path}</code>" in page
    for status in document["components"]["responses"]:
        assert f'id="problems-{status}"' in page


def test_the_index_leads_to_everything(ask: Ask) -> None:
    resources = ask("/")["resources"]
    for address in resources:
        if "{" not in address and "/exports/" not in address and address != "/api/v1/search":
            ask(address.removeprefix("/api/v1"))
    assert json.dumps(resources)
