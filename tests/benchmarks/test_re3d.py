"""Entities count where type and words are exactly the annotated ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality import re3d
from tests.benchmarks.planted import PlantedReader, tag

LINES = [
    "Rebels\tB-Organisation",
    "shelled\tO",
    "Port\tB-Location",
    "Dorel\tI-Location",
    "with\tO",
    "mortars\tB-Weapon",
    ".\tO",
    "",
    "Anna\tB-Person",
    "Berg\tI-Person",
    "(\tO",
    "Orsa\tI-Location",  # an I that continues nothing opens an entity, as seqeval counts
    ")\tO",
    "left\tO",
    "",
]
FIRST, SECOND = "Rebels shelled Port Dorel with mortars .", "Anna Berg ( Orsa ) left"


def corpus(folder: Path, line_end: str = "\n") -> Path:
    place = folder / re3d.CORPUS
    place.mkdir(parents=True)
    (place / "test.txt").write_bytes((line_end.join(LINES) + line_end).encode())
    return folder


def test_exact_entities_count_and_others_do_not(tmp_path: Path) -> None:
    reader = PlantedReader(
        {
            FIRST: [
                tag(FIRST, "Organisation", "Rebels"),
                tag(FIRST, "Location", "Dorel"),  # a word short
                tag(FIRST, "Quantity", "mortars"),  # another type
            ],
            SECOND: [tag(SECOND, "Person", "Anna Berg"), tag(SECOND, "Location", "Orsa")],
        }
    )
    result = re3d.measure(corpus(tmp_path), "test", reader)
    assert result["entities"] == {"p": 60.0, "r": 60.0, "f1": 60.0, "gold": 5, "pred": 5}
    assert result["Location"] == {"p": 50.0, "r": 50.0, "f1": 50.0, "gold": 2, "pred": 2}
    assert result["Quantity"]["pred"] == 1
    assert result["Quantity"]["gold"] == 0
    assert result["Weapon"]["f1"] == 0.0
    assert result["Person"]["f1"] == 100.0


def test_lines_may_end_in_either_way(tmp_path: Path) -> None:
    plain, windows = (corpus(tmp_path / end, end) for end in ("\n", "\r\n"))
    assert re3d.read_sentences(plain, "test") == re3d.read_sentences(windows, "test")
    assert [sentence.text for sentence in re3d.read_sentences(windows, "test")] == [FIRST, SECOND]


def test_a_tag_inside_a_word_is_the_whole_word() -> None:
    assert re3d.chunks_of_tags(["US-led", "raid"], [tag("US-led raid", "Nationality", "US")]) == [
        ("Nationality", 0, 1)
    ]


def test_an_unknown_label_is_an_error() -> None:
    with pytest.raises(ValueError, match="label 'S-Person' of word 1"):
        re3d.chunks_of(["S-Person"])
