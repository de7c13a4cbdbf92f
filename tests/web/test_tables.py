"""Lists as tables: what is shown, narrowed down, put in order, paged and taken away as files."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.web.app import create_app
from tests.web.raid import HOSTILE
from tests.web.sheets import build_sheet, killed

Visit = Callable[[str], Any]  # an address to the page read (conftest)


def words_of(page: Any) -> str:
    return " ".join(page.words.split())


def rows_of(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def link(page: Any, *, to: str, having: str) -> str:
    """The address of the one link to a list that has this in its query."""
    (found,) = {one for one in page.addresses if urlsplit(one).path == to and having in urlsplit(one).query}
    return str(found)


def test_a_claim_leads_to_its_words_its_speaker_and_its_incident(visit: Visit, wire: Sheet) -> None:
    page = visit("/claims?document_id=" + wire.document.id)
    claim = (wire.claims or ())[4]
    assert f"/documents/{wire.document.id}#claim-{claim.id}" in [
        address.replace(f"?at={claim.start}", "") for address in page.addresses
    ]
    assert "/speakers/Karsa%20Monitor" in page.addresses
    assert "/incidents/K7Q2" in page.addresses


def test_a_facet_says_how_many_rows_it_leaves_and_leaves_them(visit: Visit) -> None:
    page = visit("/claims")
    total = len(page.classed("is-quote"))
    narrowed = visit(link(page, to="/claims", having="type=responsibility"))
    words = words_of(narrowed)
    left = len(narrowed.classed("is-quote"))
    assert 0 < left < total
    assert f"who did it {left}" in words_of(page)
    assert f"{left} claims" in words
    assert "Type: who did it" in words


def test_a_filter_is_taken_back_where_it_stands(visit: Visit) -> None:
    page = visit("/claims?type=casualty&speaker=Karsa+Monitor&q=killed")
    chips = [given["href"] for given in page.classed("chip")]
    assert chips == [
        "/claims?speaker=Karsa+Monitor&type=casualty",
        "/claims?q=killed&type=casualty",
        "/claims?q=killed&speaker=Karsa+Monitor",
        "/claims",
    ]


def test_two_values_of_one_facet_are_either(visit: Visit) -> None:
    page = visit("/claims?type=casualty")
    both = link(page, to="/claims", having="type=casualty&type=responsibility")
    page = visit(both)
    assert "Type: people harmed or who did it" in words_of(page)
    assert {"/claims?type=casualty", "/claims?type=responsibility", "/claims"} <= set(page.addresses)


def test_a_head_sorts_and_says_which_way(visit: Visit, client: TestClient) -> None:
    page = visit("/claims?columns=figure_min,quote")
    heads = [given for tag, given in page.tags if tag == "th" and given.get("scope") == "col"]
    assert [given.get("aria-sort") for given in heads] == [None, None]
    largest = visit(link(page, to="/claims", having="sort=-figure_min"))
    heads = [given for tag, given in largest.tags if tag == "th" and given.get("scope") == "col"]
    assert heads[0]["aria-sort"] == "descending"
    figures = [
        row["figure_min"] for row in rows_of(client, "/claims.csv?columns=figure_min&sort=-figure_min")
    ]
    known = [int(figure) for figure in figures if figure]
    assert known == sorted(known, reverse=True)
    assert figures == [*map(str, known), *[""] * (len(figures) - len(known))]


def test_pages_follow_one_another_until_all_was_shown(visit: Visit, client: TestClient) -> None:
    every = [row["id"] for row in rows_of(client, "/claims.csv?columns=id")]
    met: list[str] = []
    address = "/claims?columns=id&limit=4"
    while address:
        page = visit(address)
        met += [given["href"].rpartition("claim-")[2] for tag, given in page.tags if tag == "a" and "#claim-" in (given.get("href") or "")]  # fmt: skip
        address = next((given["href"] for given in page.classed("next")), "")
    assert met == every
    assert len(met) > 8


def test_a_form_adds_a_filter_and_leads_to_its_lasting_address(client: TestClient) -> None:
    answer = client.get("/claims?type=casualty&add=figure_min__gte&value=60", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/claims?figure_min__gte=60&type=casualty",
    )
    answer = client.get("/ar/claims?add=place__missing&value=", follow_redirects=False)
    assert answer.headers["location"] == "/ar/claims?place__missing=1"
    answer = client.get("/claims?add=figure_min__gte&value=many")
    assert answer.status_code == 422
    assert "a whole number, not &#39;many&#39;" in answer.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/claims?speeker=x", "near it: speaker"),
        ("/claims?sort=colour", "Sort: one of"),
        ("/claims?after=nonsense", "leave it out to begin at the start"),
        ("/incidents?when__from=someday", "a day, month or year"),
        ("/claims.csv?limit=none", "Limit: a whole number"),
        ("/exports/ged?kind=rumour", "Kind: one of air_strike"),
        ("/agreements?type=event", "agreements have no such filter"),
        ("/?claims__gte=x", "a whole number"),
    ],
)
def test_an_address_that_asks_for_what_there_is_not_says_what_there_is(
    client: TestClient, address: str, said: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 422
    assert said in answer.text
    assert "masthead" in answer.text


def test_a_file_has_just_the_rows_and_columns_shown_and_where_each_stands(
    client: TestClient, visit: Visit
) -> None:
    shown = "type=casualty&speaker=Karsa+Monitor&columns=speaker,figure_min,quote&sort=-figure_min"
    rows = rows_of(client, f"/claims.csv?{shown}")
    assert list(rows[0]) == ["speaker", "figure_min", "quote", "permalink"]
    assert {row["speaker"] for row in rows} == {"Karsa Monitor"}
    assert f"{len(rows)} rows, with the filters" in words_of(visit(f"/claims?{shown}"))
    for row in rows:
        assert row["permalink"].startswith("http://localhost/documents/")
        assert client.get(row["permalink"]).status_code == 200
    told = client.get(f"/claims.json?{shown}").json()
    assert (told["list"], told["total"]) == ("claims", len(rows))
    assert [row["quote"] for row in told["rows"]] == [row["quote"] for row in rows]
    assert parse_qs(told["asked"])["speaker"] == ["Karsa Monitor"]


def test_parquet_keeps_numbers_as_numbers_and_what_is_not_stated_as_null(client: TestClient) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    answer = client.get("/claims.parquet?columns=figure_min,figure_max,speaker&type=casualty")
    table = parquet.read_table(io.BytesIO(answer.content))
    rows = rows_of(client, "/claims.csv?columns=figure_min,figure_max,speaker&type=casualty")
    assert table.column_names == ["figure_min", "figure_max", "speaker", "permalink"]
    assert str(table.schema.field("figure_min").type) == "int64"
    assert ["" if one is None else str(one) for one in table["figure_max"].to_pylist()] == [
        row["figure_max"] for row in rows
    ]


def test_without_its_package_parquet_says_what_to_install(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    answer = client.get("/claims.parquet")
    assert answer.status_code == 501
    assert "pip install &#39;counterclaim[parquet]&#39;" in answer.text


def test_no_cell_of_a_file_is_taken_for_a_formula(tmp_path: Path) -> None:
    sheet = build_sheet("=cmd.txt", [("article", 0, "=SUM(1) said that 3 people were killed.")], [("3 people were killed", killed(3, 3, speakers=("=HYPERLINK(1)",), group="@x"))])  # fmt: skip
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(sheet)
    client = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    (row,) = rows_of(client, "/claims.csv?columns=speaker,victim_group,doc,sentence,figure_min")
    assert (row["speaker"], row["victim_group"], row["doc"]) == ("'=HYPERLINK(1)", "'@x", "'=cmd.txt")
    assert (row["sentence"], row["figure_min"]) == ("'=SUM(1) said that 3 people were killed.", "3")
    (told,) = client.get("/claims.json?columns=speaker").json()["rows"]
    assert told["speaker"] == "=HYPERLINK(1)"


def test_layouts_of_other_projects_follow_the_filters_and_bring_their_refusals(client: TestClient) -> None:
    def unpack(address: str) -> dict[str, bytes]:
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "application/zip"
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    files = unpack("/exports/incidents?code=K7Q2")
    assert set(files) == {"incidents.csv", "refused.csv", "datapackage.json"}
    rows = list(csv.DictReader(io.StringIO(files["incidents.csv"].decode())))
    assert [row["code"] for row in rows] == ["K7Q2"]
    assert b"K7Q2" in unpack("/exports/ged?code=K7Q2")["refused.csv"]  # nobody states the year
    claims = unpack("/exports/claims?of=claims&type=responsibility")["claims.csv"].decode()
    assert {row["type"] for row in csv.DictReader(io.StringIO(claims))} == {"responsibility"}
    package = json.loads(files["datapackage.json"])
    assert package["counterclaim"]["incidents"] == 1
    assert client.get("/exports/nothing").status_code == 404
    assert client.get("/exports/ged?of=claims").status_code == 404


def test_the_layouts_offered_are_those_that_fit_what_is_shown(visit: Visit) -> None:
    page = visit("/incidents?kind=air_strike")
    assert "/exports/ged?kind=air_strike" in page.addresses
    claims = [one for one in visit("/claims?type=event").addresses if one.startswith("/exports/")]
    assert claims
    assert all("of=claims&type=event" in one for one in claims)
    assert not [one for one in visit("/outlets").addresses if one.startswith("/exports/")]


def test_the_list_of_incidents_is_what_the_front_page_shows(visit: Visit, client: TestClient) -> None:
    every = [row["code"] for row in rows_of(client, "/incidents.csv?columns=code")]
    assert {"K7Q2", "S1", "X9"} < set(every)
    told = [
        address.rpartition("/")[2] for address in visit("/").addresses if address.startswith("/incidents/")
    ]
    assert [code for code in every if code in told] == told
    assert "S1" not in told
    speakers = [int(row["speakers"]) for row in rows_of(client, "/incidents.csv")]
    assert speakers == sorted(speakers, reverse=True)


def test_the_front_page_is_narrowed_by_who_tells(visit: Visit) -> None:
    page = visit("/?speaker=Karsa+Monitor")
    assert "/incidents/K7Q2" in page.addresses
    assert "/incidents/R5" not in page.addresses
    assert "/incidents/R5" in visit("/").addresses
    assert "Told by: Karsa Monitor" in words_of(page)


def test_a_rejected_claim_is_shown_only_to_whoever_asks_for_it(wire: Sheet, tmp_path: Path) -> None:
    rejected = (wire.claims or ())[0]
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(wire)
        store.rule(rejected.id, "reject", who="amal", why="misread")
    client = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    assert rejected.id not in client.get("/claims?columns=id").text
    assert rejected.id in client.get("/claims?columns=id&decision=reject").text
    page = client.get("/claims").text
    assert "decision=reject" in page
    assert "nobody ruled" in page


def test_counts_follow_what_is_written_to_the_store(wire: Sheet, tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(wire)
        client = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
        number = len(wire.claims or ())
        assert f"{number} claims" in client.get("/claims").text
        store.rule((wire.claims or ())[0].id, "reject", who="amal", why="misread")
        assert f"{number - 1} claims" in client.get("/claims").text


def test_hostile_names_stay_words_in_tables_and_filters(client: TestClient, visit: Visit) -> None:
    for address in ("/claims", "/speakers", "/places", "/documents", "/incidents", "/issues"):
        assert HOSTILE not in client.get(f"{address}?limit=250").text
    page = visit("/claims?speaker=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert 'Speaker: "><script>alert(1)</script>' in words_of(page)
    assert not [tag for tag, given in page.tags if tag == "script" and not given.get("src")]


def test_every_page_of_a_list_is_in_the_language_of_its_address(client: TestClient) -> None:
    for name in (
        "claims",
        "incidents",
        "speakers",
        "outlets",
        "places",
        "documents",
        "agreements",
        "control",
    ):
        html = client.get(f"/ar/{name}").text
        assert 'dir="rtl"' in html
        assert f'href="/{name}?' not in html
        assert f'action="/{name}"' not in html
