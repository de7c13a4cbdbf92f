"""Work shared out among processes: nothing of the result shows it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from random import Random

import pytest

from benchmarks.quality.planted import planted
from counterclaim.core.errors import DataError, WorkerError
from counterclaim.core.incidents import FiledClaim, Incident, Verdict
from counterclaim.incidents import across
from counterclaim.incidents.across import Spread, link
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.within import label_incidents
from counterclaim.run.workers import workers

CLAIMS = tuple(
    one for told in planted(40, seed=3, hard=True) for one in file_claims(label_incidents(told.sheet))
)


@pytest.fixture(scope="module", params=[1, 2, 3], ids="{} workers".format)
def spread(request: pytest.FixtureRequest) -> Iterator[Spread]:
    with workers(request.param) as spread:
        yield spread


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few hundred claims make more pieces than there are workers."""
    monkeypatch.setattr(across, "_DOCUMENTS", 7)
    monkeypatch.setattr(across, "_TOLD", 5)


@pytest.fixture(scope="module")
def whole() -> tuple[Incident, ...]:
    return link(CLAIMS)


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize("seed", range(3))
def test_any_number_of_workers_and_any_order_of_claims_give_the_same_incidents(
    spread: Spread, whole: tuple[Incident, ...], seed: int
) -> None:
    shuffled = Random(seed).sample(CLAIMS, len(CLAIMS))
    assert link(shuffled, spread=spread) == whole
    assert max(len(incident.links) for incident in whole) > 2


@pytest.mark.usefixtures("small_pieces")
def test_rulings_hold_whoever_does_the_work(spread: Spread, whole: tuple[Incident, ...]) -> None:
    one, other, third, *_ = (incident for incident in whole if len(incident.claims) > 8)
    verdicts = [
        Verdict(number=1, decision="same", claims=(one.claims[0], other.claims[0]), who="Ana"),
        Verdict(number=2, decision="different", claims=third.claims[:1], others=third.claims[1:], who="Ben"),
    ]
    ruled = link(CLAIMS, verdicts, spread=spread)
    assert ruled == link(CLAIMS, verdicts)
    assert any({one.claims[0], other.claims[0]} <= {*incident.claims} for incident in ruled)
    assert any(incident.claims == third.claims[:1] for incident in ruled)


def test_an_error_in_a_worker_comes_back_as_it_is(spread: Spread) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(spread(int, ["1", "two"]))


def test_results_come_in_the_order_of_the_tasks(spread: Spread) -> None:
    assert list(spread(abs, range(-50, 0))) == list(range(50, 0, -1))


def test_a_worker_that_was_ended_is_told_of_with_what_to_do() -> None:
    with workers(2) as spread, pytest.raises(WorkerError, match="fewer workers"):
        list(spread(_end, [signal.SIGKILL]))


def _end(sign: int) -> None:
    os.kill(os.getpid(), sign)


def test_no_workers_are_refused() -> None:
    with pytest.raises(DataError, match="give 1 or more"), workers(0):
        pass


def test_claims_of_no_document_make_no_incident(spread: Spread) -> None:
    none: list[FiledClaim] = []
    assert link(none, spread=spread) == ()
