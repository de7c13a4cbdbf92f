"""Fillers and human targets against planted keys."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.quality import muc4
from benchmarks.quality.muc4_entities import fillers_of
from benchmarks.quality.muc4_humans import has_effect, has_number, human_claims, score_humans
from benchmarks.quality.muc4_keys import Target, parse_keys, read_texts
from counterclaim.core.claims import Casualty, Harm
from tests.benchmarks.planted import PlantedReader, tag

KEYS = """;;; a remark of the coders
0.  MESSAGE: ID                     TST3-MUC4-0001 (ABC, XYZ)
1.  MESSAGE: TEMPLATE               1
18. HUM TGT: NAME                   "ANNA BERG"
19. HUM TGT: DESCRIPTION            "NURSE": "ANNA BERG"
                                    "GUARDS" / "TWO GUARDS"
21. HUM TGT: NUMBER                 1: "ANNA BERG"
                                    2: "GUARDS" / "TWO GUARDS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "ANNA BERG"
                                    INJURY / NO DEATH: "GUARDS" / "TWO GUARDS"
24. HUM TGT: TOTAL NUMBER           3

0.  MESSAGE: ID                     TST3-MUC4-0001
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
21. HUM TGT: NUMBER                 1: "ANNA BERG"
                                    7 -: "PASSENGERS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "ANNA BERG"
                                    -

0.  MESSAGE: ID                     TST3-MUC4-0002
1.  MESSAGE: TEMPLATE               *
21. HUM TGT: NUMBER                 *
"""
NURSE = Target(frozenset({"ANNA BERG"}), ("1",), ("DEATH",))
GUARDS = Target(frozenset({"GUARDS", "TWO GUARDS"}), ("2",), ("INJURY", "NO DEATH"))
PASSENGERS = Target(frozenset({"PASSENGERS"}), ("7-",), (), optional=True)


def casualty(harm: Harm, low: int | None, high: int | None, qualifier: str = "exact") -> Casualty:
    return Casualty(start=0, end=1, quote="x", harm=harm, min=low, max=high, qualifier=qualifier)  # type: ignore[arg-type]


def test_keys_give_the_people_of_all_templates_once() -> None:
    assert parse_keys(KEYS) == {"TST3-MUC4-0001": (NURSE, GUARDS, PASSENGERS)}


@pytest.mark.parametrize(
    ("number", "claim", "same"),
    [
        ("2", casualty("killed", 2, 2), True),
        ("2", casualty("killed", 2, None, "at_least"), False),
        ("5-", casualty("killed", 5, None, "at_least"), True),
        ("20-", casualty("killed", 21, None, "more_than"), True),
        ("21-", casualty("killed", 21, None, "more_than"), True),
        ("-26", casualty("killed", None, 26, "at_most"), True),
        ("4-6", casualty("killed", 4, 6, "between"), True),
        ("4-6", casualty("killed", 4, 4), False),
        ("~100", casualty("killed", 100, 100, "about"), True),
        ("PLURAL", casualty("killed", 3, None, "vague"), True),
        ("PLURAL", casualty("killed", None, None, "unknown"), True),
        ("PLURAL", casualty("killed", 2, 2), False),
        ("1", casualty("killed", None, None, "unknown"), False),
    ],
)
def test_figures_answer_numbers(number: str, claim: Casualty, same: bool) -> None:
    assert has_number(Target(frozenset(), (number,)), claim) is same


@pytest.mark.parametrize(
    ("effect", "claim", "same"),
    [
        ("DEATH", casualty("killed", 2, 2), True),
        ("DEATH", casualty("killed", 0, 0, "none"), False),
        ("NO INJURY OR DEATH", casualty("killed", 0, 0, "none"), True),
        ("NO INJURY", casualty("wounded", 0, 0, "none"), True),
        ("INJURY", casualty("killed_or_wounded", None, None), True),
        ("DEATH", casualty("killed_or_wounded", None, None), True),
        ("REGAINED FREEDOM", casualty("rescued", 1, 1), True),
        ("INJURY", casualty("killed", 1, 1), False),
    ],
)
def test_harms_answer_effects(effect: str, claim: Casualty, same: bool) -> None:
    assert has_effect(Target(frozenset(), (), (effect,)), claim) is same


def test_slots_are_scored_one_by_one_and_together() -> None:
    claims = [casualty("killed", 1, 1), casualty("wounded", 3, 3), casualty("killed", 2, 2)]
    scores = score_humans([(NURSE, GUARDS)], [claims])
    assert scores["number"].row() == {"p": 66.7, "r": 100.0, "f1": 80.0, "gold": 2, "pred": 3}
    assert scores["effect"].row() == {"p": 66.7, "r": 100.0, "f1": 80.0, "gold": 2, "pred": 3}
    assert scores["number and effect"].row() == {"p": 33.3, "r": 50.0, "f1": 40.0, "gold": 2, "pred": 3}


def test_what_the_key_only_accepts_is_neither_asked_for_nor_held_against() -> None:
    found = score_humans([(NURSE, PASSENGERS)], [[casualty("abducted", 7, None, "at_least")]])
    assert found["number"].row() == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1, "pred": 0}
    assert found["effect"].row()["pred"] == 0  # the kidnapped have no effect in the keys


MESSAGE = """TST3-MUC4-0001

   DOREL, 4 MAR 90 (NONE) -- [TEXT] THREE MINERS WERE KILLED AND FIVE
OTHERS WERE WOUNDED WHEN SHELLS HIT THE PORT OF DOREL, POLICE SAID.

   THREE MINERS WERE KILLED IN DOREL, A UNION SAID.

TST3-MUC4-0002

   ORSA, 5 MAR 90 -- [TEXT] NOTHING HAPPENED.
"""


def corpus(folder: Path) -> Path:
    place = folder / muc4.CORPUS / "TASK" / "CORPORA" / "tst3"
    place.mkdir(parents=True)
    (place / "tst3-muc4").write_text(MESSAGE, "latin-1")
    (place / "tst3-muc4.mixed-case").write_text(MESSAGE.title(), "latin-1")
    keys = KEYS.replace("1: ", "3: ").replace("2: ", "5: ")
    (place / "key-tst3.v2").write_text(keys, "latin-1")
    return folder


def test_texts_begin_behind_the_header(tmp_path: Path) -> None:
    texts = read_texts(corpus(tmp_path), "test")
    assert list(texts) == ["TST3-MUC4-0001", "TST3-MUC4-0002"]
    assert texts["TST3-MUC4-0002"].strip() == "NOTHING HAPPENED."


def test_a_figure_that_two_speakers_give_counts_once(tmp_path: Path) -> None:
    claims = human_claims("message", read_texts(corpus(tmp_path), "test")["TST3-MUC4-0001"])
    assert sorted((claim.harm, claim.min) for claim in claims) == [("killed", 3), ("wounded", 5)]


def test_numbers_and_effects_of_a_corpus(tmp_path: Path) -> None:
    result = muc4.measure_humans(corpus(tmp_path), "test")
    assert result["number and effect"] == {"p": 100.0, "r": 100.0, "f1": 100.0, "gold": 2, "pred": 2}


STORY = (
    "Gunmen of the Orsa Front (OF) burned the grain depot. The depot was full. A guard died; OF claimed it."
)
MARKED = [
    tag(STORY, "PerpInd", "Gunmen"),
    tag(STORY, "PerpOrg", "Orsa Front", 0.8),
    tag(STORY, "PerpOrg", "OF", 0.9),
    tag(STORY, "PerpOrg", "OF", 0.7, occurrence=1),
    tag(STORY, "Target", "grain depot", 0.9),
    tag(STORY, "Target", "The depot", 0.6),
    tag(STORY, "Victim", "guard"),
    tag(STORY, "Weapon", "grain"),
]


def test_mentions_of_one_filler_are_one_entity_by_its_surest_name() -> None:
    assert fillers_of(STORY, MARKED) == {
        "PerpInd": [["Gunmen"]],
        "PerpOrg": [["OF"]],
        "Target": [["grain depot"]],
        "Victim": [["guard"]],
        "Weapon": [["grain"]],
    }


def test_fillers_of_a_corpus(tmp_path: Path) -> None:
    extracts = {
        "PerpInd": [[["gunmen", 0]]],
        "PerpOrg": [[["orsa front", 14], ["of", 26]]],
        "Target": [[["grain depot", 41]], [["mill", 60]]],
        "Victim": [],
        "Weapon": [],
    }
    place = tmp_path / muc4.CORPUS
    place.mkdir(parents=True)
    row = {"docid": "TST3-MUC4-0001", "doctext": STORY, "extracts": extracts}
    (place / "grit_entities_test.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    result = muc4.measure_fillers(place, "test", PlantedReader({STORY: MARKED}))
    assert result["fillers"] == {"p": 60.0, "r": 75.0, "f1": 66.7, "gold": 4, "pred": 5}
    assert result["Target"] == {"p": 100.0, "r": 50.0, "f1": 66.7, "gold": 2, "pred": 1}
    assert result["PerpOrg"]["f1"] == 100.0
