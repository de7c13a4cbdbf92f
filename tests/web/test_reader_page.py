"""The reader as a browser without scripts gets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from starlette.testclient import TestClient

from counterclaim.core.claims import Assessment
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span
from counterclaim.core.types import Document, Segment, Sheet
from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.pages.document import render_shown
from counterclaim.web.reader.paging import LEAST
from counterclaim.web.reader.view import Asked, show_page
from counterclaim.web.review.keys import write_keys
from tests.web.conftest import Page
from tests.web.sheets import build_sheet, killed

Visit = Callable[[str], Any]
NEWS = (
    ("menu", None, "Home | World\n"),
    ("article", 0, "🚨 A medic said seven people were killed near the mill. Nobody else has counted them.\n"),
    ("caption", 0, "The mill near Karsa.\n"),
    ("embed", 0, "[youtube aB3_dEf-9hI 650]\n"),
    ("article", 1, "The harvest was good this year.\n"),
)


def news_sheet(**more: Any) -> Sheet:
    sheet = build_sheet(
        "news.txt",
        NEWS,
        [("seven people were killed", killed(7, 7, speakers=("medic",), group="people"))],
        **more,
    )
    text = sheet.document.text
    start = text.index("near the mill")
    return replace(
        sheet,
        issues=(
            Issue(
                "place.unresolved", "info", "hand.v1", "no place is called the mill", Span(start, start + 13)
            ),
            Issue("input.odd", "warning", "hand.v1", "the file ends early"),
        ),
    )


def site_of(path: Path, *sheets: Sheet, **options: Any) -> TestClient:
    with Store.open(path) as store:
        for sheet in sheets:
            store.write_sheet(sheet)
    return TestClient(create_app(path, **options), base_url="http://localhost")


@pytest.fixture(scope="module")
def news() -> Sheet:
    return news_sheet()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, news: Sheet) -> TestClient:
    return site_of(tmp_path_factory.mktemp("reader") / "s.db", news)


def read(client: TestClient, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return Page(answer.text)


def words_of(page: Page) -> str:
    return " ".join(page.words.split())


LETTERS = st.text(st.sampled_from("ab .\n\r\t👩‍🚒́شﷺ<&'\"𝒳\u200f\u2028"), min_size=1, max_size=60)


@given(text=LETTERS, spans=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_page_shows_the_text_code_point_for_code_point(text: str, spans: list[tuple[int, int]]) -> None:
    """Emoji, combining marks, Arabic, letters beyond the first plane and \\r\\n, whatever is marked in them."""
    sheet = Sheet(
        document=Document(id="d", doc="d", text=text, sha256="", origin="d"),
        segments=(Segment(kind="caption", span=Span(0, len(text) // 2)),),
    )
    filed = [
        FiledClaim(
            document_id="d", doc="d", outlet=None, published=None, sentence="",
            claim=Assessment(id=f"c{at}", start=start, end=start + length, quote=text[start : start + length]),
        )
        for at, (start, length) in enumerate(spans)
    ]  # fmt: skip
    issues = [Issue("odd", "info", "hand.v1", "odd", Span(start, start + length)) for start, length in spans]
    answer = render_shown(sheet, show_page(sheet, filed, issues, Asked(selection=Span(1, 3))), {})
    assert Page(bytes(answer.body).decode()).document_text == text


def test_only_kinds_that_are_there_are_in_the_legend_and_each_can_be_left_out(
    site: TestClient, news: Sheet
) -> None:
    page = read(site, f"/documents/{news.document.id}")
    boxes = [given["data-kind"] for tag, given in page.tags if tag == "input" and "data-kind" in given]
    assert boxes == ["casualty"]
    assert "● people harmed 1" in words_of(page)


def test_the_margin_has_a_sign_for_what_begins_in_the_sentence(site: TestClient, news: Sheet) -> None:
    page = read(site, f"/documents/{news.document.id}")
    assert [given.get("data-gutter") for given in page.classed("passage")] == ["●", None, None]


def test_an_article_without_claims_is_folded_with_its_label(site: TestClient, news: Sheet) -> None:
    page = read(site, f"/documents/{news.document.id}")
    assert [("open" in given) for given in page.classed("story")] == [True, False]
    assert "Article 2 of 2 on this page no claim in it" in words_of(page)


def test_what_was_noticed_is_marked_in_its_place_and_told_beside_it(site: TestClient, news: Sheet) -> None:
    page = read(site, f"/documents/{news.document.id}")
    assert page.classed("noticed")[0]["href"] == "#issue-1"
    assert {"issue-1", "at-issue-1"} <= set(page.ids)
    words = words_of(page)
    assert "no place is called the mill" in words.partition("Noticed while reading")[2]
    assert "the file ends early" in words.partition("Article 1")[0]
    assert len(page.classed("odd")) == 1


def test_a_selection_in_the_address_is_marked_and_quoted(site: TestClient, news: Sheet) -> None:
    text = news.document.text
    start = text.index("Nobody else")
    page = read(site, f"/documents/{news.document.id}?s={start}-{start + 11}")
    assert f"s={start}-{start + 11}" in page.ids
    assert [tag for tag, given in page.tags if "selected" in (given.get("class") or "")] == ["mark"]
    assert "…" not in words_of(page)
    assert f"Characters {start} to {start + 11} of the text" in words_of(page)
    assert page.document_text == text


def test_a_selection_across_a_claim_marks_all_its_pieces(site: TestClient, news: Sheet) -> None:
    text = news.document.text
    start, end = text.index("said"), text.index("near")
    answer = site.get(f"/documents/{news.document.id}?s={start}-{end}").text
    marked = [given for _, given in Page(answer).tags if "selected" in (given.get("class") or "").split()]
    assert len(marked) == 3  # before the claim, the claim, after it


@pytest.mark.parametrize("s", ["9000-9010", "12-12", "20-3"])
def test_a_selection_that_is_not_in_the_text_is_said_to_be_none(
    site: TestClient, news: Sheet, s: str
) -> None:
    page = read(site, f"/documents/{news.document.id}?s={s}")
    assert "it may have been read anew since" in words_of(page).lower()
    assert not page.classed("selected")


@pytest.mark.parametrize("query", ["s=1", "s=a-b", "s=-1-3", "page=0", "at=-1", "s=1-99999999999999"])
def test_an_address_that_means_nothing_is_refused_in_words(site: TestClient, news: Sheet, query: str) -> None:
    assert site.get(f"/documents/{news.document.id}?{query}").status_code == 422


def test_a_video_is_named_and_linked_and_nothing_of_it_is_in_the_page(site: TestClient, news: Sheet) -> None:
    answer = site.get(f"/documents/{news.document.id}")
    page = Page(answer.text)
    assert "Video at YouTube, not loaded" in words_of(page)
    assert "This site loads nothing from elsewhere." in words_of(page)
    (link,) = [given for _, given in page.tags if "youtube" in (given.get("href") or "")]
    assert (link["href"], link["rel"]) == (
        "https://www.youtube.com/watch?v=aB3_dEf-9hI",
        "noreferrer noopener external",
    )
    assert "frame-src" not in answer.headers["content-security-policy"]
    assert not [tag for tag, _ in page.tags if tag in ("iframe", "img", "object")]
    assert "youtube-nocookie" not in answer.text


def test_every_claim_has_a_number_for_the_appendix_on_paper(visit: Visit, wire: Sheet) -> None:
    page = visit(f"/documents/{wire.document.id}")
    anchors = {given["id"]: given["data-n"] for given in page.classed("anchor") if given.get("data-n")}
    entries = {
        (given["id"] or "").replace("note-", "claim-"): given["value"]
        for tag, given in page.tags
        if tag == "li" and given.get("value")
    }
    assert anchors == entries
    assert sorted(map(int, entries.values())) == list(range(1, len(wire.claims or ()) + 1))


def test_marked_words_are_described_by_their_claim(visit: Visit, wire: Sheet) -> None:
    page = visit(f"/documents/{wire.document.id}")
    for link in page.classed("claimed"):
        assert link["aria-describedby"] in page.ids


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, Sheet]:
    """A document of three pages with a claim near its end."""
    sentence = "Of what was said in this chapter nothing is of note" + " and so it goes on" * 30 + ". "
    parts = [("article", n, sentence * 55 + "\n") for n in range(6)]
    parts.append(("article", 6, "At the very end two people were killed."))
    sheet = build_sheet("long.txt", parts, [("two people were killed", killed(2, 2, group="people"))])
    assert len(sheet.document.text) > 3 * LEAST
    return site_of(tmp_path_factory.mktemp("long") / "s.db", sheet), sheet


def test_a_long_document_comes_in_pages_that_hold_all_of_it(long: tuple[TestClient, Sheet]) -> None:
    client, sheet = long
    shown = [read(client, f"/documents/{sheet.document.id}?page={n}") for n in (1, 2, 3)]
    assert "".join(page.document_text for page in shown) == sheet.document.text
    assert "Page 2 of 3" in words_of(shown[1])
    assert f"/documents/{sheet.document.id}?page=2" in shown[0].addresses
    assert f"/documents/{sheet.document.id}" in shown[1].addresses


def test_a_claim_far_down_is_reached_by_its_place_its_id_or_its_sentence(
    long: tuple[TestClient, Sheet],
) -> None:
    client, sheet = long
    (claim,) = sheet.claims or ()
    at = f"/documents/{sheet.document.id}"
    for query in (
        f"?at={claim.start}",
        f"?claim={claim.id}",
        f"?passage={claim.passage}",
        f"?s={claim.start}-{claim.end}",
    ):
        page = read(client, at + query)
        assert {f"claim-{claim.id}", f"passage-{claim.passage}"} <= set(page.ids), query
    assert f"claim-{claim.id}" not in read(client, at).ids


def test_a_claim_or_sentence_that_is_not_there_is_said(long: tuple[TestClient, Sheet]) -> None:
    client, sheet = long
    for query in ("claim=none", "passage=99999999"):
        answer = client.get(f"/documents/{sheet.document.id}?{query}")
        assert answer.status_code == 404
        assert "this document has" in answer.text.lower()


def test_links_of_the_site_lead_to_the_right_page_of_a_long_document(long: tuple[TestClient, Sheet]) -> None:
    client, _ = long
    search = read(client, "/?q=very end")
    (address,) = [one for one in search.addresses if "#passage-" in one]
    path, _, anchor = address.partition("#")
    assert anchor in read(client, path).ids


def test_rules_that_light_up_a_claim_are_those_of_the_page(long: tuple[TestClient, Sheet]) -> None:
    client, sheet = long
    (claim,) = sheet.claims or ()
    for n, lit in ((1, False), (3, True)):
        page = read(client, f"/documents/{sheet.document.id}?page={n}")
        (rules,) = [one for one in page.addresses if "highlights.css" in one]
        assert (claim.id in client.get(rules).text) is lit


def test_whoever_switched_off_the_keys_of_the_desk_has_them_off_here(tmp_path: Path, news: Sheet) -> None:
    def ticked(client: TestClient) -> bool:
        (box,) = [
            given
            for _, given in read(client, f"/documents/{news.document.id}").tags
            if given.get("id") == "keys"
        ]
        return "checked" in box

    client = site_of(tmp_path / "s.db", news)
    assert ticked(client)
    with Store.open(tmp_path / "s.db") as store, store.writing() as connection:
        write_keys(connection, "local", {})
    assert not ticked(client)
