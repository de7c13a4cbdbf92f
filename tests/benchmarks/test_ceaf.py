"""Role fillers as entities: one-to-one, any of the names will do, a wrong name spoils the entity."""

from __future__ import annotations

import pytest

from benchmarks.quality.ceaf import aligned, score_fillers

DEPOT = ["the Orsa grain depot", "grain depot", "the co-operative's stores"]
GOLD = [DEPOT, ["rail bridge"], ["pumping station"]]

Entities = list[list[str]]


@pytest.mark.parametrize(
    ("read", "precision", "recall"),
    [
        (GOLD, 100.0, 100.0),
        ([["Grain Depot"], ["a rail bridge"], ["pumping station"]], 100.0, 100.0),
        ([["grain depot"], ["pumping station"]], 100.0, 66.7),
        ([["rail bridge"], ["grain depot"], ["pumping station"], ["the Orsa grain depot"]], 75.0, 100.0),
        ([["grain depot", "rail bridge"], ["pumping station"]], 50.0, 33.3),
        ([["clinic"]], 0.0, 0.0),
        ([], 0.0, 0.0),
    ],
)
def test_an_entity_is_found_by_any_of_its_names_and_only_once(
    read: Entities, precision: float, recall: float
) -> None:
    row = score_fillers([{"Target": GOLD}], [{"Target": read}])["Target"].row()
    assert (row["p"], row["r"]) == (precision, recall)


def test_slots_and_documents_add_up_to_the_overall_score() -> None:
    golds = [{"Target": GOLD, "Weapon": [["mortar"]]}, {"Target": [["clinic"]], "Weapon": []}]
    preds = [
        {"Target": [["rail bridge"]], "Weapon": [["rifle"]]},
        {"Target": [["clinic"]], "Weapon": [["bomb"]]},
    ]
    scores = score_fillers(golds, preds)
    assert scores["Target"].row() == {"p": 100.0, "r": 50.0, "f1": 66.7, "gold": 4, "pred": 2}
    assert scores["Weapon"].row() == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1, "pred": 2}
    assert scores["fillers"].row() == {"p": 50.0, "r": 40.0, "f1": 44.4, "gold": 5, "pred": 4}


def test_a_name_of_one_slot_is_no_filler_of_another() -> None:
    scores = score_fillers(
        [{"PerpInd": [["gunmen"]], "Victim": []}], [{"PerpInd": [], "Victim": [["gunmen"]]}]
    )
    assert scores["fillers"].hits == 0


def test_the_best_alignment_moves_earlier_matches() -> None:
    """The first could have either entity, the second only one: both are placed."""
    both, one = frozenset(("gunmen", "rebels")), frozenset(("gunmen",))
    assert aligned([both, one], [frozenset(("gunmen",)), frozenset(("rebels",))]) == 2
    assert aligned([one, both], [frozenset(("gunmen",)), frozenset(("gunmen",)), frozenset(("rebels",))]) == 2
