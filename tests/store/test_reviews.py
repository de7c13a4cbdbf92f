"""Decisions at the desk, as the store keeps them: published, counted, undone, and kept through re-readings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.quality.planted import planted
from counterclaim.core.claims import Casualty, Claim, claim_id
from counterclaim.core.errors import DataError
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.types import Sheet
from counterclaim.incidents.profiles import reconcile
from counterclaim.incidents.within import label_incidents
from counterclaim.store import Store
from counterclaim.store.audit import Role
from counterclaim.store.choices import Choice, stand_at
from counterclaim.store.codings import agreement_by_field, choice_of, read_coded
from counterclaim.store.effects import effects_of
from counterclaim.store.queue import Desk, Filters, find_queue
from counterclaim.store.reviews import Signed, add_claim, decide, find_standing, undo

MakeSheet = Callable[..., Sheet]
TEXT = "At least 12 miners were killed in Orlova. The union said 30 were wounded."


@pytest.fixture
def sheet(store: Store, make_sheet: MakeSheet) -> Sheet:
    """Twelve killed and thirty wounded miners, one happening."""
    made = make_sheet(TEXT)
    labelled = tuple(
        replace(claim, incident="1.1", harm=harm)
        for claim, harm in zip(made.claims or (), ("killed", "wounded"), strict=True)
    )
    made = replace(
        made, claims=tuple(replace(claim, id=claim_id(made.document.id, claim)) for claim in labelled)
    )
    store.write_sheet(made)
    store.link()
    return made


def rule(store: Store, claim: str, choice: Choice, who: str = "Ana", role: Role = "reviewer") -> int:
    with store.writing() as connection:
        return decide(connection, claim, choice, Signed(who, role), link=True)


def take_back(store: Store, number: int, who: str = "Ana") -> int:
    with store.writing() as connection:
        return undo(connection, number, Signed(who), link=True)


def known(store: Store) -> object:
    """What is published, but for the chain of decisions itself."""
    return [(filed.claim, filed.sentence) for filed in store.claims()], store.incidents()


def ids(sheet: Sheet) -> list[str]:
    return [claim.id for claim in sheet.claims or ()]


def queue(store: Store, desk: Desk, most: int = 50) -> list[str]:
    with store.reading() as connection:
        return find_queue(connection, desk, most)


MOVE = Choice(action="move", span=(0, 25))  # "At least 12 miners were k…"
CHOICES = [
    Choice(action="accept"),
    Choice(action="reject", reason="wrong_value"),
    Choice(action="fix", fields={"min": 13, "group": None}),
    MOVE,
    Choice(action="unsure"),
]


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.action)
def test_undoing_brings_back_what_was_and_redoing_what_was_decided(
    store: Store, sheet: Sheet, choice: Choice
) -> None:
    before = known(store)
    number = rule(store, ids(sheet)[0], choice)
    decided = known(store)
    undoing = take_back(store, number, who="Ben")
    assert known(store) == before
    take_back(store, undoing)
    assert known(store) == decided
    assert [entry.action for entry in store.audit()] == ["redo", "undo", choice.action]
    assert store.check() == []


def test_to_accept_a_claim_as_it_is_links_and_weighs_nothing_anew(store: Store, sheet: Sheet) -> None:
    store.weigh()
    rule(store, ids(sheet)[0], Choice(action="accept"))
    assert (store.link(), store.weigh()) == (0, 0)
    rule(store, ids(sheet)[0], Choice(action="fix", fields={"min": 13}))
    assert store.weigh() == 1


def test_a_decision_is_undone_once_and_redone_once(store: Store, sheet: Sheet) -> None:
    number = rule(store, ids(sheet)[0], Choice(action="accept"))
    undoing = take_back(store, number)
    with pytest.raises(DataError, match="does not count any more"):
        take_back(store, number)
    take_back(store, undoing)
    with pytest.raises(DataError, match="was redone before"):
        take_back(store, undoing)


def test_moved_words_reject_the_old_claim_and_stand_verbatim_in_a_new_one(store: Store, sheet: Sheet) -> None:
    old = ids(sheet)[0]
    rule(store, old, MOVE)
    (moved, _) = store.claims()
    assert moved.claim.quote == TEXT[0:25]
    assert moved.claim.maker == "person:Ana"
    assert moved.claim.score is None
    assert isinstance(moved.claim, Casualty)
    assert moved.claim.min == 12
    assert moved.claim.id == claim_id(sheet.document.id, moved.claim) != old
    (incident,) = store.incidents()
    assert moved.claim.id in incident.claims
    assert old not in incident.claims
    assert store.check() == []


def test_moved_words_and_corrections_outlive_a_better_reader(
    store: Store, sheet: Sheet, make_sheet: MakeSheet
) -> None:
    killed, wounded = ids(sheet)
    rule(store, killed, MOVE)
    rule(store, wounded, Choice(action="fix", fields={"min": 31}))
    before = store.claims()
    better = tuple(replace(claim, maker="claims.v9", score=0.99) for claim in sheet.claims or ())
    assert store.write_sheet(replace(sheet, claims=better, stages=("claims.v9",))) == "reread"
    store.link()
    after = store.claims()
    assert after[0].claim == before[0].claim
    assert isinstance(after[1].claim, Casualty)
    assert (after[1].claim.min, after[1].claim.maker) == (31, "claims.v9")
    with store.reading() as connection:
        assert find_standing(connection, killed).decision == "reject"
        assert find_standing(connection, wounded).decision == "accept"
    assert store.check() == []


def test_a_rejection_waits_for_its_claim_while_the_reader_does_not_find_it(
    store: Store, sheet: Sheet
) -> None:
    killed = ids(sheet)[0]
    rule(store, killed, Choice(action="reject", reason="not_said"))
    store.write_sheet(replace(sheet, claims=(sheet.claims or ())[1:], stages=("claims.v2",)))
    store.write_sheet(replace(sheet, stages=("claims.v3",)))
    assert killed not in [filed.claim.id for filed in store.claims()]


@pytest.mark.parametrize("span", [(-1, 5), (5, 5), (9, 4), (0, 10_000), (41, 42), None])
def test_words_that_are_no_words_of_the_text_are_refused(
    store: Store, sheet: Sheet, span: tuple[int, int] | None
) -> None:
    with pytest.raises(DataError, match="mark"):
        rule(store, ids(sheet)[0], Choice(action="move", span=span))
    assert store.audit() == []


def test_an_added_claim_stands_beside_what_was_read_and_is_kept(store: Store, sheet: Sheet) -> None:
    beside = (sheet.claims or ())[0]
    claim = stand_at(sheet, replace(beside, harm="missing", min=None), (0, 18), "Ana", beside.id)
    with store.writing() as connection:
        number = add_claim(connection, sheet, claim, beside.id, Signed("Ana", why="missed"))
    assert claim.id in store.incidents()[0].claims
    store.write_sheet(replace(sheet, stages=("claims.v2",)))
    assert claim.id in [filed.claim.id for filed in store.claims()]
    rule(store, claim.id, Choice(action="fix", fields={"min": 3}))
    assert store.check() == []
    take_back(store, number)
    assert claim.id not in [filed.claim.id for filed in store.claims()]
    assert store.check() == []


def test_what_a_coder_decides_is_counted_and_changes_nothing_published(store: Store, sheet: Sheet) -> None:
    before = known(store)
    for choice in CHOICES:
        rule(store, ids(sheet)[0], choice, who="Cem", role="coder")
    assert known(store) == before
    assert {entry.role for entry in store.audit()} == {"coder"}
    assert store.check() == []


def test_a_coder_corrects_what_was_read_not_what_others_made_of_it(store: Store, sheet: Sheet) -> None:
    claim = ids(sheet)[0]
    rule(store, claim, Choice(action="fix", fields={"min": 99}))
    rule(store, claim, Choice(action="fix", fields={"group": "engineers"}), who="Cem", role="coder")
    newest = store.audit()[0]
    assert '"min":12' in (newest.after or "")
    assert '"min":99' not in (newest.after or "")


def test_agreement_is_counted_on_what_people_decided_blind(store: Store, sheet: Sheet) -> None:
    killed, wounded = ids(sheet)
    rule(store, killed, Choice(action="accept"), who="Ana")
    rule(store, killed, Choice(action="fix", fields={"min": 13}), who="Cem", role="coder")
    rule(store, wounded, Choice(action="accept"), who="Dia", role="coder")
    rule(store, wounded, Choice(action="reject", reason="no_claim"), who="Cem", role="coder")
    with store.reading() as connection:
        coded = {each.claim: each for each in read_coded(connection)}
        agreement = agreement_by_field(coded.values())
    assert coded[killed].differing == ("min",)
    assert coded[wounded].differing == ("verdict",)
    assert (agreement["verdict"].units, agreement["verdict"].observed) == (2, 0.5)
    assert (agreement["min"].units, agreement["min"].observed) == (1, 0.0)
    assert agreement["harm"].observed == 1.0
    assert not coded[killed].settled


def test_a_reviewer_settles_a_difference_by_taking_one_decision_over(store: Store, sheet: Sheet) -> None:
    killed = ids(sheet)[0]
    rule(store, killed, Choice(action="accept"), who="Dia", role="coder")
    rule(store, killed, MOVE, who="Cem", role="coder")
    chosen = store.audit()[0]
    rule(store, killed, choice_of(chosen), who="Ana")
    assert store.claims()[0].claim.quote == TEXT[0:25]
    with store.reading() as connection:
        (coded,) = read_coded(connection)
    assert coded.settled
    assert [coding.entry.who for coding in coded.codings] == ["Dia", "Cem"]


def test_the_queue_of_a_coder_offers_a_share_of_what_one_other_coded(store: Store, sheet: Sheet) -> None:
    killed, wounded = ids(sheet)
    assert set(queue(store, Desk(who="Cem", coding=True))) == {killed, wounded}
    rule(store, killed, Choice(action="accept"), who="Dia", role="coder")
    assert queue(store, Desk(who="Cem", coding=True, share=0.0)) == [wounded]
    assert set(queue(store, Desk(who="Cem", coding=True, share=1.0))) == {killed, wounded}
    rule(store, killed, Choice(action="unsure"), who="Eda", role="coder")
    assert queue(store, Desk(who="Cem", coding=True, share=1.0)) == [wounded]
    assert queue(store, Desk(who="Dia", coding=True, share=1.0)) == [wounded]


def test_who_is_unsure_is_not_asked_again_but_others_are(store: Store, sheet: Sheet) -> None:
    killed = ids(sheet)[0]
    number = rule(store, killed, Choice(action="unsure"))
    assert killed not in queue(store, Desk(who="Ana"))
    assert killed in queue(store, Desk(who="Ben"))
    take_back(store, number)
    assert killed in queue(store, Desk(who="Ana"))


SHEETS = tuple(label_incidents(told.sheet) for told in planted(12, seed=5))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("queue") / "full.db")
    for sheet in SHEETS:
        store.write_sheet(sheet)
    while store.link():
        pass
    while store.weigh():
        pass
    return store


def test_the_queue_begins_with_what_moves_the_published_ranges_most(full: Store) -> None:
    expected = {
        claim: people
        for incident in full.incidents()
        for claim, people in effects_of("accounts", full.claims_of(incident)).items()
    }
    order = queue(full, Desk(who="Ana"), most=1_000)
    assert sorted(order) == sorted(filed.claim.id for filed in full.claims())
    moved = [expected.get(claim, 0) for claim in order]
    assert moved == sorted(moved, reverse=True)
    assert moved[0] > 0


def test_an_effect_is_the_range_with_the_claim_less_the_range_without_it(full: Store) -> None:
    told = [full.claims_of(incident) for incident in full.incidents()]
    filed = max(told, key=lambda one: max(effects_of("accounts", one).values()))
    claim, people = max(effects_of("accounts", filed).items(), key=lambda item: item[1])
    ends = [
        [(tally.low.number or 0, tally.high.number or 0) for tally in reconcile("accounts", some).tallies]
        for some in (filed, [one for one in filed if one.claim.id != claim])
    ]
    assert people > 0
    assert ends[0] != ends[1]


def test_the_least_certain_come_first_and_claims_without_confidence_last(full: Store, store: Store) -> None:
    random = Random(7)
    for sheet in SHEETS[:4]:
        scored = tuple(
            replace(claim, score=random.choice([None, random.random()])) for claim in sheet.claims or ()
        )
        store.write_sheet(replace(sheet, claims=scored))
    scores = {filed.claim.id: filed.claim.score for filed in store.claims()}
    order = [scores[claim] for claim in queue(store, Desk(who="Ana", order="uncertain"), most=1_000)]
    near = [abs(score - 0.5) for score in order if score is not None]
    assert near == sorted(near)
    assert order[len(near) :] == [None] * (len(scores) - len(near))


def test_a_seed_gives_one_order_of_all_claims_and_another_seed_another(full: Store) -> None:
    orders = [queue(full, Desk(who="Ana", order="random", seed=seed), most=1_000) for seed in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]
    assert sorted(orders[0]) == sorted(orders[2]) == sorted(filed.claim.id for filed in full.claims())


@pytest.mark.parametrize("order", ["effect", "uncertain", "random"])
def test_filters_hold_in_every_order(full: Store, order: str) -> None:
    claims = full.claims()
    speaker = next(filed.claim.speakers[0] for filed in claims if filed.claim.speakers)
    incident = full.incidents()[0]
    outlet = next(filed.outlet for filed in claims if filed.outlet)
    cases: list[tuple[Filters, Callable[[FiledClaim], bool]]] = [
        (Filters(type="casualty"), lambda filed: isinstance(filed.claim, Casualty)),
        (Filters(harm="wounded"), lambda filed: getattr(filed.claim, "harm", None) == "wounded"),
        (Filters(speaker=speaker), lambda filed: speaker in filed.claim.speakers),
        (Filters(incident=incident.code), lambda filed: filed.claim.id in incident.claims),
        (Filters(outlet=outlet), lambda filed: filed.outlet == outlet),
    ]
    for filters, fits in cases:
        desk = Desk(who="Ana", order=order, filters=filters)  # type: ignore[arg-type]
        assert set(queue(full, desk, most=1_000)) == {filed.claim.id for filed in claims if fits(filed)}


@given(data=st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_everything_in_any_order_gives_the_record_as_it_was_read(
    tmp_path_factory: pytest.TempPathFactory, fresh: bytes, data: st.DataObject
) -> None:
    path: Path = tmp_path_factory.mktemp("undo") / "s.db"
    path.write_bytes(fresh)
    with Store.open(path) as store:
        for sheet in SHEETS[:2]:
            store.write_sheet(sheet)
        while store.link():
            pass
        before = known(store)
        claims: list[Claim] = [filed.claim for filed in store.claims() if isinstance(filed.claim, Casualty)]
        numbers = [
            rule(
                store,
                data.draw(st.sampled_from(claims)).id,
                data.draw(st.sampled_from(CHOICES[:3] + CHOICES[4:])),
            )
            for _ in range(data.draw(st.integers(1, 6)))
        ]
        for number in data.draw(st.permutations(numbers)):
            take_back(store, number)
        assert known(store) == before
        assert store.check() == []
