"""The shipped reader marks who says what, and its files are the ones that were measured."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from counterclaim.core.errors import ModelError
from counterclaim.models import catalog
from counterclaim.models.reader import load_reader

TEXT = (
    "The governor of Marwa said on Friday that at least nine farmers were killed when militia fighters "
    "shelled a market in the town. The militia denied any involvement and accused the army. "
)
HEADS = ("attribution", "claims", "entities")


def marked(text: str, head: str, label: str) -> list[str]:
    return [
        text[tag.start : tag.end] for tag in load_reader().tag([text], HEADS)[0][head] if tag.label == label
    ]


def test_the_reader_marks_speakers_and_what_they_say() -> None:
    assert "The governor of Marwa" in marked(TEXT, "attribution", "source")
    assert any("nine farmers were killed" in words for words in marked(TEXT, "attribution", "content"))


def test_the_reader_marks_a_casualty_claim_with_its_harm() -> None:
    (claim, *_) = [tag for tag in load_reader().tag([TEXT], HEADS)[0]["claims"] if tag.label == "casualty"]
    assert "nine farmers were killed" in TEXT[claim.start : claim.end]
    assert claim.values["harm"] == "killed"
    assert claim.values["status"] == "civilian"


def test_the_same_text_gives_the_same_marks_alone_or_among_others() -> None:
    alone = load_reader().tag([TEXT], HEADS)[0]
    among = load_reader().tag(["Rain is due in the north.", TEXT * 2, TEXT], HEADS)[2]
    assert [(tag.label, tag.start, tag.end) for head in HEADS for tag in alone[head]] == [
        (tag.label, tag.start, tag.end) for head in HEADS for tag in among[head]
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🙂", "x" * 5000, "killed " * 900])
def test_odd_text_is_read_without_fault_and_marks_stay_inside(text: str) -> None:
    for tags in load_reader().tag([text], HEADS)[0].values():
        assert all(0 <= tag.start < tag.end <= len(text) for tag in tags)


def test_a_file_that_is_not_the_shipped_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = catalog.catalog()["confidence"]["folder"]
    shutil.copytree(catalog.HOME / folder, tmp_path / folder)
    monkeypatch.setattr(catalog, "HOME", tmp_path)
    path = tmp_path / folder / "weights.json"
    path.write_bytes(path.read_bytes() + b" ")
    # The catalogue itself is read once per process and stays as shipped.
    with pytest.raises(ModelError, match=r"weights\.json is not the file in the catalogue"):
        catalog.read_file("confidence", "weights.json")
    path.unlink()
    with pytest.raises(ModelError, match=r"cannot open the model file .*weights\.json: No such file"):
        catalog.read_file("confidence", "weights.json")


def test_all_weights_together_stay_under_30_megabytes() -> None:
    sizes = [path.stat().st_size for path in catalog.HOME.rglob("*") if path.is_file()]
    assert sum(sizes) < 30_000_000
