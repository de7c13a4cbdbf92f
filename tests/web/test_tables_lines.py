"""Agreements and the control of places as lines in time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from counterclaim.core.claims import Agreement, Claim, Control
from counterclaim.store import Store
from counterclaim.web.app import create_app
from tests.web.conftest import Page
from tests.web.sheets import build_sheet

NOWHERE: dict[str, Any] = {"start": 0, "end": 0, "quote": "", "place": "Orlova"}
TOLD: list[tuple[str, Claim]] = [
    ("a truce between the army and the rebels began", Agreement(**NOWHERE, agreement="truce", status="announced", when="2016-09-12", speakers=("Envoy",), explicitness="named")),
    ("It excludes the city airport", Agreement(**NOWHERE, agreement="truce", status="terms", speakers=("Envoy",), explicitness="named")),
    ("shells broke the truce", Agreement(**NOWHERE, agreement="truce", status="violated", when="2016-09-14", speakers=("Monitor",), explicitness="named")),
    ("the truce was over", Agreement(**NOWHERE, agreement="truce", status="ended", when="2016-09-19", speakers=("army",), explicitness="role")),
    ("the truce would hold", Agreement(**NOWHERE, agreement="truce", status="in_force", when="2016-09-20", modality="predicted", speakers=("Envoy",))),
    ("rebels hold Orlova", Control(**NOWHERE, holder="rebels", change="holds", when="2016-09-13", speakers=("Monitor",), explicitness="named")),
    ("it held Orlova", Control(**NOWHERE, holder="Syrian army", change="holds", when="2016-09-13", speakers=("army",), explicitness="role")),
    ("troops retook Orlova", Control(**NOWHERE, holder="Syrian army", change="seizes", when="2016-09-21", speakers=("army",), explicitness="role")),
]  # fmt: skip
TEXT = (
    "The envoy said a truce between the army and the rebels began. It excludes the city airport. "
    "The Monitor said shells broke the truce. The army said the truce was over. "
    "The envoy hoped the truce would hold. The Monitor said rebels hold Orlova. "
    "The army said it held Orlova. The army said troops retook Orlova."
)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path: Path = tmp_path_factory.mktemp("lines") / "s.db"
    with Store.open(path) as store:
        store.write_sheet(build_sheet("truce.txt", [("article", 0, TEXT)], TOLD))
    return TestClient(create_app(path), base_url="http://localhost")


def words_of(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(Page(answer.text).words.split())


def test_an_agreement_has_a_beginning_parties_exclusions_a_breach_and_an_end(lines: TestClient) -> None:
    words = words_of(lines, "/agreements")
    assert "1 agreement, told by 5 claims" in words
    told = [
        "truce · Orlova ceasefire",
        "Announced or in force 12 September 2016 Envoy",
        "Between army Envoy rebels Envoy",
        "Not covered the city airport Envoy",
        "Said to be broken 14 September 2016 Monitor",
        "Said to be over 19 September 2016 army",
    ]
    places = [words.index(part) for part in told]
    assert places == sorted(places)


def test_what_is_only_hoped_for_is_in_the_line_and_no_beginning(lines: TestClient) -> None:
    words = words_of(lines, "/agreements")
    assert "Announced or in force 12 September 2016 Envoy Between" in words
    assert "20 September 2016 Envoy: in force predicted The envoy hoped the truce would hold." in words


def test_every_point_of_a_line_has_its_speaker_and_sentence_in_order_of_time(lines: TestClient) -> None:
    words = words_of(lines, "/agreements").partition("Said to be over")[2]
    sentences = [
        "The envoy said a truce between the army and the rebels began.",
        "The Monitor said shells broke the truce.",
        "The army said the truce was over.",
    ]
    places = [words.index(sentence) for sentence in sentences]
    assert places == sorted(places)
    page = Page(lines.get("/agreements").text)
    anchors = [address for address in page.addresses if "#claim-" in address]
    assert len(set(anchors)) == 5
    for anchor in anchors:
        assert anchor.partition("#")[2] in Page(lines.get(anchor).text).ids


def test_two_who_claim_a_place_on_one_day_stand_beside_each_other(lines: TestClient) -> None:
    words = words_of(lines, "/control")
    assert "1 place, told of by 3 claims" in words
    assert "cannot both be" in words
    assert "on one day, one has" in words
    held = words.index("Monitor: Orlova held by rebels")
    assert held < words.index("army: Orlova seized by Syrian army")


def test_lines_are_narrowed_by_the_filters_of_lists(lines: TestClient) -> None:
    assert "1 agreement, told by 1 claim" in words_of(lines, "/agreements?speaker=Monitor")
    assert "Nothing meets all of these filters" in words_of(lines, "/control?place=Aden")
    assert "No claim tells" not in words_of(lines, "/control?place=Aden")


def test_a_store_without_agreements_says_so(tmp_path: Path) -> None:
    Store.open(tmp_path / "s.db").close()
    client = TestClient(create_app(tmp_path / "s.db"), base_url="http://localhost")
    assert "No claim tells of an agreement." in client.get("/agreements").text
    assert "No claim tells who holds a place." in client.get("/control").text
