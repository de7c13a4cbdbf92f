"""The page of one incident: what its rules, charts and files say."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from counterclaim.core.incidents import Incident
from counterclaim.core.types import Sheet
from counterclaim.incidents.profiles import PROFILES
from counterclaim.incidents.relations import relate
from counterclaim.store import Store
from counterclaim.web.app import create_app
from counterclaim.web.languages import LANGUAGES, in_language
from counterclaim.web.pages.incident import FILES
from tests.web.conftest import Page

Visit = Callable[[str], Any]  # an address to the page read (conftest)
MARKET = "/incidents/R4"


def section(page: Any, heading: str, upto: str) -> str:
    """The words from one heading to the next."""
    words = " ".join(page.words.split())
    return str(words.partition(heading)[2].partition(upto)[0])


def rows_of(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_without_a_choice_the_range_is_what_every_speaker_says_now(visit: Visit) -> None:
    words = section(visit(MARKET), "How far the figures lie apart, by accounts.v1", "Who accuses")
    assert "0–112+ killed" in words
    assert "figures that cannot both be" in words
    assert "Low 0 Best this rule names none High 112+ no upper bound" in words
    assert "low 0 Norland Army “nobody was killed there”" in words
    assert "high 112+ Karsa Monitor “At least 112 people were killed”" in words


def test_another_rule_gives_another_range_and_is_named(visit: Visit) -> None:
    words = section(visit(f"{MARKET}?profile=ucdp-like"), "How far the figures lie apart", "Who accuses")
    assert "by ucdp-like.v2" in words
    assert "nobody’s official method" in words
    assert "this rule names none" not in words.partition("Wounded")[0]


def test_a_grade_is_shown_as_a_suggestion_with_the_sentences_it_rests_on(visit: Visit) -> None:
    words = section(visit(f"{MARKET}?profile=airwars-like"), "How far the figures", "Who accuses")
    assert "suggestion Grade in Airwars’ words: Fair" in words
    assert "A person must look at this before it is used" in words
    assert "governor “accused the Eastern Alliance of shelling it”" in words
    assert "Grade in Airwars’ words" not in " ".join(visit(MARKET).words.split())


@pytest.mark.parametrize("profile", PROFILES)
def test_every_end_of_every_rule_leads_to_marked_words(
    visit: Visit, client: TestClient, profile: str
) -> None:
    page = visit(f"{MARKET}?profile={profile}")
    steps = [address for address in page.addresses if "#claim-" in address]
    assert steps
    for address in set(steps):
        document, _, anchor = address.partition("#")
        assert anchor in visit(document).ids
    result = client.get(f"{MARKET}/tally.json?profile={profile}").json()
    traced = {step["claim"] for step in result["trace"]}
    for tally in result["tallies"]:
        for end in (tally["low"], tally["best"], tally["high"]):
            assert end is None or set(end["claims"]) <= traced


def test_the_chosen_rule_and_day_stay_chosen_in_the_form(visit: Visit) -> None:
    page = visit(f"{MARKET}?profile=ibc-like&as_of=2016-10-04")
    chosen = [given["value"] for tag, given in page.tags if tag == "option" and "selected" in given]
    assert chosen == ["ibc-like"]
    assert [given["value"] for tag, given in page.tags if given.get("name") == "as_of"] == ["2016-10-04"]
    assert f"{MARKET}?profile=ibc-like&as_of=2016-10-04" in page.addresses


def test_a_rule_that_does_not_exist_is_said_with_those_that_do(client: TestClient) -> None:
    answer = client.get(f"{MARKET}?profile=best")
    assert answer.status_code == 404
    assert "there are accounts, ucdp-like" in answer.text


def test_a_day_that_is_none_is_refused_in_words(client: TestClient) -> None:
    assert client.get(f"{MARKET}?as_of=2016-13-01").status_code == 422
    assert client.get(f"{MARKET}?as_of=").status_code == 200


def test_a_stated_nought_and_a_missing_number_look_different(visit: Visit) -> None:
    page = visit(MARKET)
    figures = {given["class"] for given in page.classed("figure")}
    assert {"figure nought", "figure unknown", "figure known"} == figures
    words = section(page, "Wounded", "Who accuses")
    assert "Unknown wounded" in words
    assert "harm is told without a number" in words


def test_as_of_a_day_only_what_was_published_by_then_counts(visit: Visit) -> None:
    words = " ".join(visit(f"{MARKET}?as_of=2016-10-04").words.split())
    assert "As of 4 October 2016. Left out: 2 claims published later" in words
    assert "and 1 claim of which nobody knows when they were published" in words
    assert "0–70 killed" in words
    assert "112" not in words


def test_before_anything_was_published_the_page_says_that_nothing_is_left(visit: Visit) -> None:
    words = " ".join(visit(f"{MARKET}?as_of=2015-01-01").words.split())
    assert "No claim of this incident is left to show: none was published by 1 January 2015" in words


def test_a_revised_figure_is_drawn_step_by_step_and_told_as_a_table(visit: Visit) -> None:
    page = visit(MARKET)
    words = section(page, "Figures that their speakers revised", "Who repeats whom")
    assert "Karsa Monitor: killed" in words
    assert "43 3 October 2016 Harbour Wire the next one was published later" in words
    assert "70 4 October 2016 Norland Post the next one was published later" in words
    assert "at least 112 6 October 2016 Harbour Wire it counts: the current figure" in words
    assert len(page.classed("stair")) == 4  # two runs and two rises
    assert "replaced since" in section(page, "Accounts side by side", "How far the figures")


def test_the_strip_names_every_stand_also_those_that_nobody_takes(visit: Visit) -> None:
    words = section(visit(MARKET), "Who accuses, admits, denies, regrets", "Figures that")
    assert (
        "Accuses 1 Admits: nobody here Denies: nobody here Claims as its own act: nobody here Regrets 1"
        in words
    )
    assert "The mayor expressed deep regret for the loss of life." in words
    assert "demanded an apology" not in words


def test_outlets_that_carry_one_speaker_are_no_further_voices(visit: Visit) -> None:
    words = section(visit(MARKET), "Who repeats whom", "What else is said")
    assert "4 documents of 3 outlets" in words
    assert "Karsa Monitor Harbour Wire 3 October 2016, 2 claims Norland Post 4 October 2016, 1 claim" in words
    assert "medic (Harbour Wire, ↪ via Norland Post)" in words


def test_place_and_day_come_with_precision_and_how_they_were_found(visit: Visit) -> None:
    words = section(visit(MARKET), "When and where", "Other incidents")
    assert "3 October 2016 (day known" in words
    assert "near Orlova, ±5 km found by: the only town of this name" in words


def test_a_day_without_a_year_is_said_to_be_so(visit: Visit) -> None:
    assert "year not stated" in section(visit("/incidents/K7Q2"), "When and where", "Other incidents")


def test_an_incident_of_the_same_place_and_week_says_why_it_is_another(visit: Visit) -> None:
    page = visit(MARKET)
    words = section(page, "Other incidents of the same place and week", "Why these claims")
    assert "/incidents/R5" in page.addresses
    assert "Shelling, Orlova market 6 October 2016 · Orlova market Kept apart: other days" in words
    assert MARKET in visit("/incidents/R5").addresses


def test_a_person_who_ruled_two_incidents_apart_is_named(
    market: tuple[Sheet, ...], market_told: list[Incident], tmp_path: Path
) -> None:
    with Store.open(tmp_path / "s.db") as store:
        for sheet in market:
            store.write_sheet(sheet)
        store.write_incidents(market_told)
        first, after = (incident.claims for incident in market_told)
        store.rule_different(first[:1], after[:1], who="M. Coder", why="three days between them")
    desk = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    assert "Kept apart: M. Coder ruled so; other days" in Page(desk.get(MARKET).text).words


def test_contradictions_inside_one_document_are_flagged_as_such(visit: Visit) -> None:
    words = section(visit("/incidents/K7Q2"), "Contradictions, not resolved here", "Who repeats whom")
    assert "inside one document 62 and 83 cannot both be the number killed" in words


def test_what_links_two_documents_is_said_with_its_reasons(visit: Visit) -> None:
    words = section(visit(MARKET), "Why these claims stand together", "Documents")
    assert "Harbour Wire with Norland Post one place, one day (score 0.93)" in words


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_a_download_named_after_the_incident(client: TestClient, name: str) -> None:
    answer = client.get(f"{MARKET}/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="R4-{name}"'
    assert client.head(f"{MARKET}/{name}").status_code == 200


def test_the_claims_table_has_each_claim_with_its_words_and_no_number_for_none(
    client: TestClient, market: tuple[Sheet, ...]
) -> None:
    rows = rows_of(client.get(f"{MARKET}/claims.csv"))
    told = [claim for sheet in market[:4] for claim in sheet.claims or ()]
    assert [row["claim_id"] for row in rows] == [claim.id for claim in told]
    by_quote = {row["quote"]: row for row in rows}
    assert (by_quote["nobody was killed there"]["min"], by_quote["many wounded"]["min"]) == ("0", "")
    assert by_quote["At least 112 people were killed"]["max"] == ""
    assert by_quote["about 90 people killed"]["via"] == "Norland Post"


def test_the_tally_table_has_each_end_with_its_claims_and_all_that_was_left_out(client: TestClient) -> None:
    rows = rows_of(client.get(f"{MARKET}/tally.csv"))
    high = [row for row in rows if row["end"] == "high" and row["harm"] == "killed"]
    assert [(row["number"], row["open"], row["speaker"]) for row in high] == [("112", "yes", "Karsa Monitor")]
    left_out = [row["quote"] for row in rows if row["end"] == "left out"]
    assert sorted(left_out) == [
        "43 people were killed at the Orlova market",
        "70 people killed at the market",
    ]


def test_files_hold_what_the_page_shows_as_of_the_day(client: TestClient) -> None:
    told = client.get(f"{MARKET}/claims.json?as_of=2016-10-04").json()
    assert (told["as_of"], told["left_out_later"], told["left_out_undated"]) == ("2016-10-04", 2, 1)
    assert len(told["claims"]) == 7
    tally = client.get(f"{MARKET}/tally.json?as_of=2016-10-04&profile=accounts").json()
    assert tally["profile"] == "accounts.v1"


def test_text_that_a_spreadsheet_would_run_is_written_as_text(
    client: TestClient, wire: Sheet, tmp_path: Path
) -> None:
    claim = (wire.claims or ())[2]
    formula = msgspec.structs.replace(claim, speakers=('=HYPERLINK("http://evil.example")',))
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(msgspec.structs.replace(wire, claims=(formula,)))
        store.write_incidents([Incident(code="A", title="A", claims=(formula.id,))])
    desk = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    (row,) = rows_of(desk.get("/incidents/A/claims.csv"))
    assert row["speakers"].startswith("'=")
    assert row["min"] == "62"


def test_a_file_that_does_not_exist_is_said_with_those_that_do(client: TestClient) -> None:
    answer = client.get(f"{MARKET}/claims.xml")
    assert answer.status_code == 404
    assert "claims.csv" in answer.text


def test_an_old_code_leads_on_with_all_that_was_asked(wire: Sheet, tmp_path: Path) -> None:
    claims = tuple(claim.id for claim in wire.claims or ())
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(wire)
        store.write_incidents(
            [
                Incident(code="A", title="A", claims=claims[:5]),
                Incident(code="B", title="B", claims=claims[5:7]),
            ]
        )
        store.write_incidents([Incident(code="A", title="A", claims=claims[:7])])
    desk = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    assert str(desk.get("/incidents/B?profile=ucdp-like").url).endswith("/incidents/A?profile=ucdp-like")
    assert str(desk.get("/incidents/B/tally.json?profile=ucdp-like").url).endswith(
        "/incidents/A/tally.json?profile=ucdp-like"
    )


def test_every_number_is_kept_from_turning_round_in_a_right_to_left_line(visit: Visit) -> None:
    for code in ("K7Q2", "R4"):
        numbers = [
            given for tag, given in visit(f"/incidents/{code}").tags if tag == "bdi" and given.get("class")
        ]
        assert numbers
        assert all(given.get("dir", "ltr") == "ltr" for given in numbers)


def test_the_page_of_an_incident_with_forty_claims_stays_small(tmp_path: Path, forty: Sheet) -> None:
    with Store.open(tmp_path / "s.db") as store:
        store.write_sheet(forty)
        told = store.claims()
        claims = tuple(one.claim.id for one in told)
        store.write_incidents([Incident(code="A", title="A", claims=claims, relations=relate(told))])
    desk = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    for profile, language in product(PROFILES, LANGUAGES):
        address = in_language(language, f"/incidents/A?profile={profile}")
        assert len(desk.get(address).content) <= 120_000, address
    words = " ".join(desk.get("/incidents/A").text.split())
    assert "768 more pairs that cannot both be are in" in words
    assert len(desk.get("/incidents/A/claims.json").json()["relations"]) == 780
