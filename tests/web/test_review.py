"""The review desk through HTTP, as a person without scripts uses it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from benchmarks.quality.planted import planted
from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.within import label_incidents
from counterclaim.store import Store
from counterclaim.store.tokens import add_token
from counterclaim.web.app import create_app
from tests.web.conftest import Page

SHEETS = tuple(label_incidents(told.sheet) for told in planted(3, seed=4))
Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("desk") / "s.db"
    with Store.open(path) as store:
        for sheet in SHEETS:
            store.write_sheet(sheet)
        while store.link():
            pass
        while store.weigh():
            pass
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, filled: bytes) -> Path:
    path = tmp_path / "s.db"
    path.write_bytes(filled)
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def app(path: Path) -> Any:
    return create_app(path)


@pytest.fixture
def keeper(app: Any) -> TestClient:
    """Whoever sits at a store without accounts."""
    return TestClient(app, base_url="http://localhost", headers={"origin": "http://localhost"})


@pytest.fixture
def person(app: Any, store: Store) -> Callable[[str, str], TestClient]:
    """Somebody with a name and a role; audits call them "token NAME"."""

    def enter(name: str, role: str) -> TestClient:
        told = {"authorization": f"Bearer {add_token(store, name, role)}"}
        return TestClient(app, base_url="http://localhost", headers=told)

    return enter


def form_of(page: str, action: str = "/review/decide") -> dict[str, str]:
    """The hidden inputs of the first form that is sent there."""
    form = next(form for form in re.findall(r"<form .*?</form>", page, re.DOTALL) if f"{action}" in form)
    return dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)">', form))


def decide(client: TestClient, at: str, **choice: Any) -> Any:
    """Look at a claim, and send a decision on it."""
    page = client.get(f"/review?at={at}")
    assert page.status_code == 200
    return client.post("/review/decide", data={**form_of(page.text), **choice}, follow_redirects=False)


def figure(store: Store) -> FiledClaim:
    """A figure of an incident that others count too."""
    with store.reading() as connection:
        from counterclaim.store.queue import Desk, Filters, find_queue

        (claim,) = find_queue(connection, Desk(who="", filters=Filters(type="casualty")), 1)
    return next(filed for filed in store.claims() if filed.claim.id == claim)


def code_of(store: Store, claim: str) -> str:
    return next(incident.code for incident in store.incidents() if claim in incident.claims)


def test_a_claim_stands_in_its_sentence_with_what_its_rejection_would_change(
    keeper: TestClient, store: Store
) -> None:
    page = keeper.get("/review").text
    filed = figure(store)
    assert f"<mark>{filed.claim.quote}</mark>" in page
    words = " ".join(Page(page).words.split())
    assert "What rejecting it would change" in words
    assert "Without it" in words
    assert words.count("Accept") >= 1
    assert "<kbd" in page


def test_accepting_leads_to_the_next_claim_and_is_kept(keeper: TestClient, store: Store) -> None:
    claim = figure(store).claim.id
    answer = decide(keeper, claim, action="accept")
    assert answer.status_code == 303
    following = keeper.get(answer.headers["location"])
    assert following.status_code == 200
    assert form_of(following.text)["claim"] != claim
    assert "Accepted" in following.text
    (entry,) = store.audit()
    assert (entry.who, entry.action, entry.claims) == ("local", "accept", (claim,))


def test_a_rejected_figure_is_gone_from_the_published_page_with_the_next_request(
    keeper: TestClient, store: Store
) -> None:
    filed = figure(store)
    code = code_of(store, filed.claim.id)
    assert f"#claim-{filed.claim.id}" in keeper.get(f"/incidents/{code}").text
    decide(keeper, filed.claim.id, action="reject", reason="wrong_value", why="it says 12")
    assert f"#claim-{filed.claim.id}" not in keeper.get(f"/incidents/{code}").text
    (entry,) = store.audit()
    assert (entry.reason, entry.why) == ("wrong_value", "it says 12")


def test_sending_a_form_twice_decides_once(keeper: TestClient, store: Store) -> None:
    claim = figure(store).claim.id
    form = {**form_of(keeper.get(f"/review?at={claim}").text), "action": "accept"}
    answers = [keeper.post("/review/decide", data=form, follow_redirects=False) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(store.audit()) == 1


def test_whoever_decides_second_sees_what_the_first_did_and_loses_nothing(
    person: Callable[[str, str], TestClient], store: Store
) -> None:
    ana, ben = person("ana", "reviewer"), person("ben", "reviewer")
    filed = figure(store)
    form = form_of(ben.get(f"/review?at={filed.claim.id}").text)
    decide(ana, filed.claim.id, action="reject", reason="no_claim", why="background")
    assert isinstance(filed.claim, Casualty)
    low = str((filed.claim.min or 0) + 1)
    sent = {**form, "action": "fix", "field-min": low, "field-max": "", "why": "counted anew"}
    conflict = ben.post("/review/decide", data=sent, follow_redirects=False)
    assert conflict.status_code == 409
    words = " ".join(Page(conflict.text).words.split())
    assert "token ana" in words
    assert "background" in words
    assert "Nothing of yours was saved, and nothing is lost" in words
    assert low in words
    assert len(store.audit()) == 1
    again = ben.post("/review/decide", data=form_of(conflict.text), follow_redirects=False)
    assert again.status_code == 303
    fixed = next(one.claim for one in store.claims() if one.claim.id == filed.claim.id)
    assert isinstance(fixed, Casualty)
    assert (fixed.min, fixed.max) == (int(low), None)
    assert store.audit()[0].why == "counted anew"


def test_an_empty_box_is_no_bound_and_not_nought(keeper: TestClient, store: Store) -> None:
    filed = figure(store)
    decide(keeper, filed.claim.id, **{"action": "fix", "field-min": "7", "field-max": ""})
    fixed = next(one.claim for one in store.claims() if one.claim.id == filed.claim.id)
    assert isinstance(fixed, Casualty)
    assert (fixed.min, fixed.max) == (7, None)
    with store.reading() as connection:
        from counterclaim.store.reviews import find_standing

        assert find_standing(connection, filed.claim.id).decision == "accept"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("field-min", "many", "“many” is no whole number of people"),
        ("field-min", "-3", "is no whole number of people"),
        ("field-harm", "scared", "“scared” is none of the values"),
        ("field-when", "last Tuesday", "“last Tuesday” is no day in EDTF"),
        ("field-min", "9000000", "the lower bound is above the upper one"),
    ],
)
def test_a_value_that_cannot_be_is_marked_at_its_field_and_everything_typed_stays(
    keeper: TestClient, store: Store, field: str, value: str, told: str
) -> None:
    claim = figure(store).claim.id
    form = {"action": "fix", "field-max": "8000", "field-group": "nurses", field: value}
    answer = decide(keeper, claim, **form)
    assert answer.status_code == 422
    assert told in Page(answer.text).words
    assert 'value="nurses"' in answer.text
    assert store.audit() == []


def test_a_rejection_without_a_reason_is_asked_for_one(keeper: TestClient, store: Store) -> None:
    answer = decide(keeper, figure(store).claim.id, action="reject")
    assert answer.status_code == 422
    assert "choose why the claim is rejected" in answer.text
    assert store.audit() == []


def test_a_place_is_chosen_from_the_gazetteer(keeper: TestClient, store: Store) -> None:
    claim = figure(store).claim.id
    page = keeper.get(f"/review?at={claim}&claim={claim}&look=1&field-place=Aleppo&field-group=nurses").text
    assert 'value="nurses"' in page
    chosen = re.search(r'name="where" value="(geonames:\d+)"', page)
    assert chosen is not None
    decide(keeper, claim, **{"action": "fix", "field-place": "Aleppo", "where": chosen[1]})
    located = next(one.claim for one in store.claims() if one.claim.id == claim).where
    assert located is not None
    assert located.gazetteer_id == chosen[1]
    assert located.why == ("chosen by local",)


def test_words_are_moved_by_choosing_the_first_and_the_last(keeper: TestClient, store: Store) -> None:
    filed = figure(store)
    page = keeper.get(f"/review?at={filed.claim.id}").text
    starts, ends = (
        re.findall(
            r'<option value="(\d+)"', re.findall(rf'<select id="move-{end}".*?</select>', page, re.DOTALL)[0]
        )
        for end in ("start", "end")
    )
    decide(keeper, filed.claim.id, action="move", start=starts[0], end=ends[2])
    text = store.sheet(filed.document_id).document.text
    quotes = [one.claim.quote for one in store.claims()]
    assert text[int(starts[0]) : int(ends[2])] in quotes
    assert store.check() == []


def test_a_claim_that_the_reader_missed_is_added(keeper: TestClient, store: Store) -> None:
    filed = figure(store)
    page = keeper.get(f"/review?at={filed.claim.id}").text
    form = form_of(page, "/review/add")
    sent = {**form, "kind": "event:protest", "start": str(filed.claim.start), "end": str(filed.claim.end)}
    answer = keeper.post("/review/add", data=sent)
    assert answer.status_code == 200
    added = next(one.claim for one in store.claims() if one.claim.maker == "person:local")
    assert added.quote == filed.claim.quote
    assert f'value="{added.id}"' in answer.text


def test_decisions_are_taken_back_one_after_the_other_and_taken_again(
    keeper: TestClient, store: Store
) -> None:
    before = store.claims(), store.incidents()
    claim = figure(store).claim.id
    decide(keeper, claim, action="reject", reason="other", why="a try")
    decide(keeper, store.claims()[0].claim.id, action="unsure")
    for _ in range(2):
        keeper.post("/review/undo", data=form_of(keeper.get("/review").text, "/review/undo"))
    assert (store.claims(), store.incidents()) == before
    page = keeper.get(f"/review?done={store.audit()[0].number}").text
    redo = form_of(
        page.partition("</article>")[2].rpartition('<form class="undo"')[2].join(["<form ", ""]), "undo"
    )
    keeper.post("/review/undo", data=redo)
    assert store.audit()[0].action == "redo"
    assert claim not in [one.claim.id for one in store.claims()]


def test_a_coder_counts_without_publishing_and_sees_nobody_elses_decision(
    person: Callable[[str, str], TestClient], store: Store
) -> None:
    coder, reviewer = person("cem", "coder"), person("ana", "reviewer")
    claim = figure(store).claim.id
    decide(reviewer, claim, action="reject", reason="told_twice", why="a secret of the reviewer")
    page = coder.get(f"/review?at={claim}").text
    assert "a secret of the reviewer" not in page
    assert "Add a claim" not in page
    before = store.claims()
    assert decide(coder, claim, action="accept").status_code == 303
    assert store.claims() == before
    words = " ".join(Page(reviewer.get("/review/agreement").text).words.split())
    assert "Is it a claim at all? 1" in words
    assert "Where they differ, to be settled by a reviewer 1" in words
    assert "token cem" in words
    audit = coder.get("/review/audit").text
    assert "a secret of the reviewer" not in audit


def test_a_reviewer_takes_a_coders_decision_over(
    person: Callable[[str, str], TestClient], store: Store
) -> None:
    coder, reviewer = person("cem", "coder"), person("ana", "reviewer")
    claim = figure(store).claim.id
    decide(coder, claim, action="reject", reason="not_said")
    decide(reviewer, claim, action="adopt", entry=str(store.audit()[0].number))
    assert claim not in [one.claim.id for one in store.claims()]
    assert (store.audit()[0].who, store.audit()[0].reason) == ("token ana", "not_said")


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("coder", 200), ("reviewer", 200)])
def test_the_desk_asks_for_a_role(person: Callable[[str, str], TestClient], role: str, status: int) -> None:
    client = person("somebody", role)
    assert client.get("/review").status_code == status
    assert client.get("/review/agreement").status_code == (200 if role == "reviewer" else 403)
    assert client.post("/review/decide", data={"action": "accept", "claim": "x"}).status_code in (403, 404)


def test_a_coder_takes_back_only_their_own(person: Callable[[str, str], TestClient], store: Store) -> None:
    coder, reviewer = person("cem", "coder"), person("ana", "reviewer")
    decide(reviewer, figure(store).claim.id, action="accept")
    number = str(store.audit()[0].number)
    assert coder.post("/review/undo", data={"number": number}).status_code == 403
    assert len(store.audit()) == 1


def test_a_merger_is_seen_before_it_is_decided_and_published_after(keeper: TestClient, store: Store) -> None:
    one, other = [incident for incident in store.incidents() if len(incident.claims) > 1][:2]
    page = keeper.get(f"/review/pair?one={one.code}&other={other.code}")
    assert "Ranges by" in page.text
    assert "As one" in page.text
    assert len(store.incidents()) > 1
    answer = keeper.post(
        "/review/pair", data={**form_of(page.text, "/review/pair"), "decision": "same", "why": "one raid"}
    )
    assert answer.status_code == 200
    merged = store.incident(one.code)
    assert set(merged.claims) == {*one.claims, *other.claims}
    assert store.audit()[0].why == "one raid"
    keeper.post("/review/undo", data=form_of(answer.text, "/review/undo"))
    assert {store.incident(one.code).claims, store.incident(other.code).claims} == {one.claims, other.claims}


def test_a_split_is_seen_before_it_is_decided(keeper: TestClient, store: Store) -> None:
    whole = max(store.incidents(), key=lambda incident: len(incident.claims))
    chosen = whole.claims[0]
    page = keeper.get(f"/review/split/{whole.code}?claim={chosen}")
    assert "What becomes an incident of its own" in page.text
    assert "leave at least one" in keeper.get(f"/review/split/{whole.code}").text
    form = {**form_of(page.text, "/review/split"), "why": "another day"}
    assert keeper.post(f"/review/split/{whole.code}", data=form).status_code == 200
    assert code_of(store, chosen) != code_of(store, whole.claims[1])


def test_a_merger_of_what_changed_meanwhile_is_asked_again(keeper: TestClient, store: Store) -> None:
    one, other = [incident for incident in store.incidents() if len(incident.claims) > 1][:2]
    form = form_of(keeper.get(f"/review/pair?one={one.code}&other={other.code}").text, "/review/pair")
    decide(keeper, one.claims[0], action="accept")
    answer = keeper.post("/review/pair", data={**form, "decision": "same"}, follow_redirects=False)
    assert answer.status_code == 409
    assert "Somebody else decided meanwhile" in answer.text
    assert store.link_rulings() == []


def test_precision_of_a_random_sample_comes_with_n_and_its_interval(keeper: TestClient, store: Store) -> None:
    for number in range(4):
        page = keeper.get("/review?order=random&seed=7").text
        choice = {"action": "accept"} if number else {"action": "reject", "reason": "not_said"}
        keeper.post("/review/decide?order=random&seed=7", data={**form_of(page), **choice})
    words = " ".join(Page(keeper.get("/review?order=random&seed=7").text).words.split())
    assert "4 claims from the beginning of the order are decided without a gap" in words
    assert re.search(r"\d+ % \d+–\d+ %", words)


def test_keys_are_kept_with_a_persons_name_and_can_be_switched_off(
    person: Callable[[str, str], TestClient],
) -> None:
    ana, ben = person("ana", "reviewer"), person("ben", "coder")
    keys = dict(re.findall(r'name="(key-\w+)" value="([^"]*)"', ana.get("/review/keys").text))
    assert keys["key-accept"] == "a"
    clash = ana.post("/review/keys", data={**keys, "key-accept": "r", "set": "these"})
    assert clash.status_code == 422
    ana.post("/review/keys", data={**keys, "key-accept": "y", "set": "these"})
    assert 'aria-keyshortcuts="y"' in ana.get("/review").text
    assert 'aria-keyshortcuts="a"' in ben.get("/review").text
    ana.post("/review/keys", data={"set": "off"})
    assert "aria-keyshortcuts" not in ana.get("/review").text


def test_the_audit_page_shows_what_changed_and_that_the_chain_is_whole(
    keeper: TestClient, store: Store
) -> None:
    filed = figure(store)
    decide(keeper, filed.claim.id, **{"action": "fix", "field-group": "nurses"})
    words = " ".join(Page(keeper.get("/review/audit").text).words.split())
    assert "The chain of 1 decision is whole" in words
    assert "Corrected" in words
    assert "nurses" in words
    assert "undecided → accepted" in words
    assert "Nobody has decided anything that fits" in keeper.get("/review/audit?action=reject").text


def test_an_undecided_queue_that_is_done_says_so(keeper: TestClient) -> None:
    page = keeper.get("/review?speaker=Nobody+at+all").text
    assert "Nothing waits for you here" in page
