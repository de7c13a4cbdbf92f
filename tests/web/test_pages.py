from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from counterclaim.core.incidents import Incident
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.guard import Access

Visit = Callable[[str], Any]  # an address to the page read (conftest)


def words_of(page: Any) -> str:
    return " ".join(page.words.split())


def test_the_list_says_when_who_and_how_far_apart(visit: Visit) -> None:
    words = words_of(visit("/"))
    assert "17 September, year not stated" in words
    assert "Air strike, Karsa barracks" in words
    assert "6 speakers · 2 documents" in words
    assert "accounts contradict" in words
    assert "21–83 (civilians) killed, by 4 speakers and nobody named" in words


def test_single_statements_are_a_list_of_their_own(visit: Visit) -> None:
    page = visit("/")
    assert "/incidents/S1" not in page.addresses
    assert "Single statements 2" in words_of(page)
    single = visit("/?claims__lte=1")
    assert "/incidents/S1" in single.addresses
    assert "/incidents/K7Q2" not in single.addresses


def test_each_account_has_its_row_and_each_figure_its_hedge(visit: Visit) -> None:
    words = words_of(visit("/incidents/K7Q2"))
    rows = (
        "Karsa Monitor 83",
        "Coalition at least 62",
        "Norland Ministry of Defence 62",
        "Nobody namedthe documents",
    )
    places = [words.index(row) for row in rows]
    assert places[-1] == max(places)  # the documents' own voice is the last row
    assert "at least 120 wounded, according to Karsa Monitor: read the sentence" in words
    assert "more than 20 killed" in words
    assert "repeated in Monitor's bulletin" in words


def test_every_claim_in_the_outline_says_what_read_it_and_how_surely(visit: Visit, wire: Sheet) -> None:
    words = words_of(visit(f"/documents/{wire.document.id}"))
    counted = sum(claim.score is not None for claim in wire.claims or ())
    assert 0 < counted < len(wire.claims or ())
    assert words.count("Read by hand.v1, confidence 0.87") == counted
    assert words.count("Read by hand.v1") == len(wire.claims or ())


def test_every_figure_leads_to_its_marked_words(visit: Visit, client: TestClient) -> None:
    figures = visit("/incidents/K7Q2").classed("figure")
    assert len(figures) >= 6
    for given in figures:
        address, _, anchor = (given["href"] or "").partition("#")
        assert anchor in visit(address).ids


def test_every_link_of_every_page_leads_somewhere(client: TestClient, pages: list[str], visit: Visit) -> None:
    answers: dict[str, Any] = {}
    for address in pages[:-2]:
        page = visit(address)
        for target in page.addresses:
            path, _, anchor = target.partition("#")
            whole = urljoin(address, path)
            if whole not in answers:
                answers[whole] = client.get(whole)
            answer = answers[whole]
            assert answer.status_code == 200 or (answer.status_code == 405 and target in page.posts), target
            assert not anchor or f'id="{anchor}"' in answer.text, target


@pytest.mark.parametrize(
    ("page", "entry"),
    [
        ("/", "/"),
        ("/incidents", "/"),
        ("/incidents/K7Q2", "/"),
        ("/claims", "/claims"),
        ("/map", "/map"),
        ("/control", "/control"),
        ("/speakers", "/speakers"),
    ],
)
def test_the_menu_says_where_one_is(client: TestClient, page: str, entry: str) -> None:
    menu = client.get(page).text.partition('<details class="menu">')[2].partition("</details>")[0]
    assert [part.split('"')[0] for part in menu.split('href="') if "aria-current" in part] == [entry]


def test_no_id_stands_twice_on_a_page(pages: list[str], visit: Visit) -> None:
    for address in pages[:-2]:
        ids = visit(address).ids
        assert len(ids) == len(set(ids)), address


def test_contradictions_show_both_sentences_and_the_reason(visit: Visit) -> None:
    words = words_of(visit("/incidents/K7Q2")).partition("Contradictions, not resolved here")[2]
    assert "62 and 83 cannot both be the number killed" in words
    assert "The Norland defence ministry said 62 soldiers were killed." in words
    assert "The Karsa Monitor put the death toll at 83" in words
    assert "Eastern Alliance denied that its aircraft had struck" in words


def test_a_relayed_statement_names_the_relay(visit: Visit) -> None:
    assert "Norland Army Staff alleged ↪ via Norland Ministry of Defence" in words_of(
        visit("/incidents/K7Q2")
    )


def test_a_conditional_statement_is_marked_as_one(visit: Visit) -> None:
    assert "Coalition only if If the soldiers were hit" in words_of(visit("/incidents/K7Q2"))


def test_the_page_says_why_its_claims_stand_together(visit: Visit, strike: Incident) -> None:
    assert strike.basis in words_of(visit("/incidents/K7Q2"))


def test_an_unknown_code_gets_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/incidents/K7Q3")
    assert answer.status_code == 404
    assert "No incident has the code &#39;K7Q3&#39;; near it: K7Q2." in answer.text
    assert "masthead" in answer.text


def test_an_old_code_leads_to_the_incident_that_took_it_over(
    wire: Sheet, strike: Incident, tmp_path: Path
) -> None:
    claims = tuple(claim.id for claim in wire.claims or ())
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(wire)
        store.write_incidents(
            [
                Incident(code=code, title=code, claims=claims[at:to])
                for code, at, to in (("A", 0, 5), ("B", 5, 7))
            ]
        )
        store.write_incidents([Incident(code="A", title="A", claims=claims[:7])])
    answer = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost").get("/incidents/B")
    assert answer.status_code == 200
    assert answer.url.path == "/incidents/A"


@pytest.mark.parametrize("which", ["wire", "bulletin", "hostile"])
def test_the_reader_shows_the_text_exactly(which: str, visit: Visit, request: pytest.FixtureRequest) -> None:
    sheet: Sheet = request.getfixturevalue(which)
    assert visit(f"/documents/{sheet.document.id}").document_text == sheet.document.text


def test_marks_after_an_emoji_stand_on_their_words(visit: Visit, wire: Sheet, client: TestClient) -> None:
    html = client.get(f"/documents/{wire.document.id}").text
    for claim in (wire.claims or ())[2:5]:
        assert f'href="#note-{claim.id}"><span class="u u-casualty deep-0">{claim.quote}</span></a>' in html


def test_the_reader_names_articles_and_folds_the_rest(visit: Visit, wire: Sheet) -> None:
    page = visit(f"/documents/{wire.document.id}")
    words = words_of(page)
    assert "Article 1 of 2 on this page" in words
    assert "Article 2 of 2 on this page" in words
    assert len(page.classed("fold")) == 4
    assert "Notice of the website made by hand as notice" in words
    assert "Embedded item, shown as text and not loaded" in words


def test_each_claim_stands_in_the_outline_with_its_incident(visit: Visit, wire: Sheet) -> None:
    page = visit(f"/documents/{wire.document.id}")
    claims = wire.claims or ()
    assert {f"note-{claim.id}" for claim in claims} <= set(page.ids)
    assert {f"claim-{claim.id}" for claim in claims} <= set(page.ids)
    assert len(page.classed("incident-link")) == len(claims) - 1  # one claim is in no incident


def test_a_claim_that_was_rejected_is_marked_no_longer(wire: Sheet, tmp_path: Path) -> None:
    rejected = (wire.claims or ())[0].id
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(wire)
        store.rule(rejected, "reject", who="reader", why="misread")
    client = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    assert f"claim-{rejected}" not in client.get(f"/documents/{wire.document.id}").text


def test_a_document_is_found_by_its_name(client: TestClient, wire: Sheet) -> None:
    assert client.get("/documents/wire.txt").url.path == f"/documents/{wire.document.id}"


def test_a_search_finds_sentences_and_leads_to_them(visit: Visit, wire: Sheet) -> None:
    page = visit("/?q=death toll")
    assert "1 sentence with “death toll”" in words_of(page)
    (address,) = [one for one in page.addresses if "#passage-" in one]
    assert address.partition("#")[2] in visit(address.partition("#")[0]).ids


def test_a_search_without_result_says_so(visit: Visit) -> None:
    assert "No sentence has all of the words “zebra”" in words_of(visit("/?q=zebra"))


def test_issues_name_what_was_noticed_and_where(visit: Visit) -> None:
    words = words_of(visit("/issues"))
    assert "error input.empty nothing in it pages/empty.txt" in words
    where = words_of(visit("/issues?code=input.odd&columns=code,start,end"))
    assert "input.odd 0 5" in where


def test_every_page_says_its_language_and_has_a_name_of_its_own(pages: list[str], client: TestClient) -> None:
    titles = [client.get(address).text.partition("<title>")[2].partition("</title>")[0] for address in pages]
    assert all(title.endswith(" – Counterclaim") for title in titles)
    assert len(set(titles)) >= len(titles) - 2  # the two searches differ by their words
    assert all('<html lang="en" dir="ltr">' in client.get(address).text for address in pages)


def test_every_page_leads_to_privacy(pages: list[str], client: TestClient) -> None:
    assert all('href="/privacy"' in client.get(address).text for address in pages)


def test_an_empty_store_shows_pages_that_say_what_to_do(tmp_path: Path) -> None:
    Store.open(tmp_path / "s.db").close()
    client = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    assert "Read documents into the store" in client.get("/").text
    assert "Nothing has been read yet" in client.get("/documents").text
    assert "No issue was noticed" in client.get("/issues").text


@pytest.mark.parametrize("address", ["/", "/claims", "/control", "/map"])
def test_visitors_of_a_public_site_are_not_told_to_read_documents(tmp_path: Path, address: str) -> None:
    Store.open(tmp_path / "s.db").close()
    app = create_app(tmp_path / "s.db", access=Access(local=False, public=True))
    words = TestClient(app, base_url="http://localhost").get(address).text
    assert "Nothing of this has been published" in words
    assert "counterclaim read" not in words
