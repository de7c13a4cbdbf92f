"""Reading documents with an endpoint: rules' claims are kept whatever it does, and it is asked little."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counterclaim.core.types import Sheet
from counterclaim.llm.cache import Answers
from counterclaim.llm.client import Client
from counterclaim.llm.extractor import GIVE_UP_AFTER, Extractor
from counterclaim.llm.instructions import MAX_CHARACTERS, MAX_PASSAGES
from counterclaim.llm.settings import Endpoint
from counterclaim.run.local import read_all
from counterclaim.run.pipeline import STAGE_NAMES, read_document, reader
from counterclaim.store import Store
from tests.llm.conftest import KEY, Reply, Server, claims, codes, document_of, issues, said, says, sheet_of

TEXT = (
    "At least 31 people were killed when a ferry was hit off Kismayo on Monday, the port authority said. "
    "The strait has seen worse."
)
RULES = read_document(document_of(TEXT))
OPINION = said("intent", "has seen worse", passage=2, speakers=["the port authority"])
PAGE = b"<html>502</html>"


def test_the_models_claims_stand_beside_the_rules_claims_and_get_incidents_like_them(
    server: Server, extractor: Extractor
) -> None:
    flight = said("casualty", "a ferry was hit", harm="missing", speakers=["port authority"])
    server.replies = [claims(OPINION, flight)]
    reads = reader(extractor.stage)
    sheet = reads.read(document_of(TEXT))
    added = [claim for claim in sheet.claims or () if claim.maker == "llm.local/toy-1"]
    assert [claim.quote for claim in added] == ["a ferry was hit", "has seen worse"]
    assert added[0].incident is not None
    assert {claim.id for claim in RULES.claims or ()} < {claim.id for claim in sheet.claims or ()}
    starts = [claim.start for claim in sheet.claims or ()]
    assert starts == sorted(starts)
    assert sheet.stages == reads.stages
    assert sheet.stages[-3:] == ("claims_llm.v1:local/toy-1", *STAGE_NAMES[-2:])


FAILURES = [
    (Reply(b"{}", 429, {"retry-after": "999"}), "llm.rate_limited"),
    (Reply(PAGE, 500), "llm.server_error"),
    (Reply(PAGE), "llm.malformed"),
    (Reply(b"{}", 401), "llm.refused"),
    (Reply(b" " * 50, hangs=True), "llm.timeout"),
]


@pytest.mark.parametrize(("reply", "code"), FAILURES)
def test_a_document_is_read_by_the_rules_alone_where_the_endpoint_fails(
    server: Server, tmp_path: Path, reply: Reply, code: str
) -> None:
    server.replies = [reply]
    endpoint = Endpoint("local", server.url, "toy-1", KEY, timeout_s=0.3)
    client = Client(endpoint, sleep=lambda _: None)
    sheet = reader(Extractor(endpoint, client, Answers(tmp_path)).stage).read(document_of(TEXT))
    client.close()
    assert (sheet.claims, sheet.stages) == (RULES.claims, RULES.stages)
    [issue] = issues(sheet)
    assert (issue.code, issue.severity, issue.maker) == (code, "warning", "claims_llm.v1:local/toy-1")
    assert "page.txt" in issue.message


def test_a_document_of_which_one_part_fails_keeps_no_half_of_the_answers(
    server: Server, extractor: Extractor
) -> None:
    text = "\n".join(
        f"Shells fell on soldiers in street {number} of the town." for number in range(MAX_PASSAGES + 5)
    )
    server.replies = [claims(said("event", "Shells fell")), Reply(PAGE, 404)]
    sheet = reader(extractor.stage).read(document_of(text))
    assert len(server.asked) == 2
    assert not any(claim.maker.startswith("llm") for claim in sheet.claims or ())


def test_an_answer_that_does_not_fit_is_mended_once(server: Server, extractor: Extractor) -> None:
    server.replies = [says('{"claims": [{"type": "assessment"'), claims(OPINION)]
    sheet = extractor.read(sheet_of(TEXT))
    assert [claim.quote for claim in sheet.claims or ()] == ["has seen worse"]
    assert codes(sheet) == []
    roles = [message["role"] for message in server.asked[1]["messages"]]
    assert roles == ["system", "user", "assistant", "user"]
    assert "does not fit the schema" in server.asked[1]["messages"][-1]["content"]


@pytest.mark.parametrize("words", ["I would rather not.", "[1, 2", '{"result": "none"}'])
def test_an_answer_that_stays_malformed_is_an_issue_about_its_sentences(
    server: Server, extractor: Extractor, words: str
) -> None:
    server.replies = [says(words)]
    sheet = extractor.read(sheet_of(TEXT))
    assert (sheet.claims, len(server.asked)) == ((), 2)
    [issue] = issues(sheet)
    assert (issue.code, issue.severity) == ("llm.malformed", "warning")
    assert issue.span is not None
    assert issue.span.of(TEXT) == TEXT


def test_what_fitted_is_kept_where_mending_makes_it_worse(server: Server, extractor: Extractor) -> None:
    server.replies = [claims(OPINION, {"type": "event", "passage": 1}), says("sorry")]
    sheet = extractor.read(sheet_of(TEXT))
    assert [claim.quote for claim in sheet.claims or ()] == ["has seen worse"]
    [issue] = issues(sheet)
    assert issue.code == "llm.malformed"
    assert issue.span == (sheet.passages or ())[0].span


def test_a_model_that_declines_is_not_pressed(server: Server, extractor: Extractor) -> None:
    server.replies = [says("", finish_reason="content_filter")]
    assert codes(extractor.read(sheet_of(TEXT))) == ["llm.malformed"]
    assert len(server.asked) == 1


def test_the_same_question_is_asked_once(server: Server, extractor: Extractor) -> None:
    server.replies = [claims(OPINION)]
    first, again = extractor.read(sheet_of(TEXT)), extractor.read(sheet_of(TEXT))
    assert first == again
    assert len(server.asked) == 1


def test_the_cache_is_the_users_own_and_a_damaged_answer_is_asked_anew(
    server: Server, extractor: Extractor, tmp_path: Path
) -> None:
    server.replies = [claims(OPINION)]
    extractor.read(sheet_of(TEXT))
    [kept] = (tmp_path / "answers").rglob("*.txt")
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_bytes(b"\xff")
    assert len(extractor.read(sheet_of(TEXT)).claims or ()) == 1
    assert len(server.asked) == 2


def test_a_cache_that_cannot_be_written_costs_requests_only(
    server: Server, endpoint: Endpoint, client: Client, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    server.replies = [claims(OPINION)]
    extractor = Extractor(endpoint, client, Answers(tmp_path / "file" / "answers"))
    assert len(extractor.read(sheet_of(TEXT)).claims or ()) == 1


def test_an_endpoint_that_keeps_failing_is_asked_no_more(server: Server, extractor: Extractor) -> None:
    server.replies = [Reply(PAGE)]
    reads = reader(extractor.stage)
    found = [codes(reads.read(document_of(f"{TEXT} It was day {day}."))) for day in range(GIVE_UP_AFTER + 2)]
    assert found == [["llm.malformed"]] * GIVE_UP_AFTER + [["llm.not_asked"]] * 2
    assert len(server.asked) == GIVE_UP_AFTER


def test_a_wrong_key_is_tried_once_in_a_run(server: Server, extractor: Extractor) -> None:
    server.replies = [Reply(b"{}", 401)]
    reads = reader(extractor.stage)
    for day in range(3):
        reads.read(document_of(f"{TEXT} It was day {day}."))
    assert len(server.asked) == 1


def test_only_sentences_read_for_claims_are_sent_with_a_little_of_what_stands_before(
    server: Server, extractor: Extractor
) -> None:
    menu = "Home | About | Contact\n"
    extractor.read(sheet_of(f"{menu}{TEXT}\n"))
    [request] = server.asked
    asked = json.loads(request["messages"][1]["content"])
    assert [item["passage"] for item in asked["passages"]] == [1, 2]
    assert "Contact" not in json.dumps(request["messages"])
    assert (request["temperature"], request["model"]) == (0, "toy-1")
    assert request["response_format"]["json_schema"]["strict"] is True


def test_a_long_article_is_asked_about_in_parts_that_know_what_stood_before(
    server: Server, extractor: Extractor
) -> None:
    lines = [f"On day {day} soldiers shelled the harbour of the town again." for day in range(1, 46)]
    sheet = extractor.read(sheet_of("\n".join(lines)))
    asked = [json.loads(request["messages"][1]["content"]) for request in server.asked]
    texts = [item["text"] for part in asked for item in part["passages"]]
    assert texts == [passage.exact for passage in sheet.passages or ()]
    assert [len(part["passages"]) for part in asked] == [20, 20, 5]
    assert asked[1]["before"][-1] == lines[19]
    assert all(sum(len(item["text"]) for item in part["passages"]) <= MAX_CHARACTERS for part in asked)


def test_settings_may_add_to_a_request(server: Server, client: Client, tmp_path: Path) -> None:
    body = {"response_format": {"type": "json_object"}, "max_tokens": 900}
    endpoint = Endpoint("local", server.url, "toy-1", body=body)
    Extractor(endpoint, client, Answers(tmp_path)).read(sheet_of(TEXT))
    assert server.asked[0]["response_format"] == {"type": "json_object"}
    assert server.asked[0]["max_tokens"] == 900


def test_a_model_that_echoes_the_key_does_not_get_it_into_the_sheet(
    server: Server, extractor: Extractor
) -> None:
    escaped = "".join(f"\\u{ord(character):04x}" for character in KEY)
    answer = json.dumps({"claims": [said("event", "KEY"), said("event", "ferry", place="KEY"), {"KEY": 1}]})
    server.replies = [says(answer.replace("KEY", escaped)), says(answer.replace("KEY", KEY))]
    sheet = extractor.read(sheet_of(TEXT))
    assert len(codes(sheet)) == 3
    assert KEY not in repr(sheet)


def test_an_empty_page_asks_nothing(server: Server, extractor: Extractor) -> None:
    assert extractor.read(sheet_of("Home | About | Contact\n")).claims == ()
    assert server.connections == 0


def read_into(store: Store, path: Path, extractor: Extractor | None) -> tuple[str, Sheet]:
    stage = extractor.stage if extractor is not None else None
    [done] = read_all([str(path)], store=store, extractor=stage)
    assert done.sheet is not None
    return done.outcome, done.sheet


def test_a_store_reads_again_what_failed_and_not_what_was_answered(
    server: Server, extractor: Extractor, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, "utf-8")
    with Store.open(tmp_path / "s.db") as store:
        server.replies = [Reply(PAGE), claims(OPINION)]
        outcome, sheet = read_into(store, page, extractor)
        assert (outcome, codes(sheet)) == ("added", ["llm.malformed"])
        outcome, sheet = read_into(store, page, extractor)
        assert (outcome, codes(sheet)) == ("reread", [])
        outcome, _ = read_into(store, page, extractor)
        assert (outcome, len(server.asked)) == ("unchanged", 2)
        assert store.check() == []
        [document] = store.documents()
        assert "claims_llm.v1:local/toy-1" in store.sheet(document.id).stages
