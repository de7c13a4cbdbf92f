"""How articles found in pages, and borders between glued stories, are scored."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.quality import pageclean
from benchmarks.quality.corpora import MissingError
from benchmarks.quality.pageclean_pages import CORPUS, Glued, glue, overlap, read_samples, without_layout
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Segment, Sheet

FIRST = (
    "Shells struck a crowded market in Hadira.\nThe army denied that it had fired.\nNobody else spoke of it.\n"
    "The council asked for help.\nThe road stayed closed all day.\n"
)
SECOND = "A ferry ran aground off Port Sarum.\nThe crew of nine was saved by fishermen.\nThe ship is still there.\n"


def test_half_the_words_found_and_as_many_wrong_is_half_of_both() -> None:
    assert overlap("a b c d e f g h", "a b c d e x y z") == (2 / 5, 2 / 5)
    assert overlap("a b c d", "a b c d") == (1.0, 1.0)
    assert overlap("a b c d", "") == (0.0, 0.0)


def test_bodies_are_scored_by_the_mean_over_pages() -> None:
    row = pageclean.score_bodies(["a b c d", "a b c d"], ["a b c d", ""])
    assert (row["p"], row["r"], row["f1"], row["gold"], row["pred"]) == (50.0, 50.0, 50.0, 2, 1)


def sheet_with_borders(text: str, *starts: int) -> Sheet:
    """A sheet whose articles begin at 0 and at `starts`, every line of it running text."""
    edges = [0, *starts, len(text)]
    articles = tuple(Article(span=Span(a, b)) for a, b in pairwise(edges))
    segments, at = [], 0
    for line in text.splitlines(keepends=True):
        owner = sum(start <= at for start in starts)
        segments.append(Segment(kind="article", span=Span(at, at + len(line)), article=owner))
        at += len(line)
    document = Document(id="0", doc="x", text=text, sha256="", origin="x")
    return Sheet(document=document, segments=tuple(segments), articles=articles)


@pytest.mark.parametrize(
    ("starts", "precision", "recall"),
    [([len(FIRST)], 100.0, 100.0), ([], 0.0, 0.0), ([1], 0.0, 0.0), ([1, len(FIRST)], 50.0, 100.0)],
)
def test_a_border_counts_where_stories_were_glued(starts: list[int], precision: float, recall: float) -> None:
    page = Glued(FIRST + SECOND, (len(FIRST),), (FIRST, SECOND))
    borders, labels = pageclean.score_glued([page], lambda text: sheet_with_borders(text, *starts))
    assert (borders["p"], borders["r"], borders["gold"]) == (precision, recall, 1)
    assert labels == {"percent": 100.0, "n": 8}


def test_stories_are_glued_in_twos_and_threes_with_their_starts() -> None:
    pages = list(glue(["a", "b", "c", "d", "e"], ["A", "B", "C", "D", "E"]))
    assert [page.text for page in pages] == ["a\nb", "c\nd\ne"]
    assert [page.starts for page in pages] == [(2,), (2, 4)]
    assert all(page.text[start] in "bde" for page in pages for start in page.starts)


def test_layout_is_indents_bullets_and_blank_lines() -> None:
    assert without_layout("    * Home\n\n\n  Two men died.\n") == "Home\nTwo men died.\n"


def plant(folder: Path, prefix: str) -> None:
    pages = folder / f"{prefix}html"
    pages.mkdir(parents=True)
    body = " ".join(["Two men died in the raid on Orsa, the council of the town said."] * 5)
    (pages / "k1.html.gz").write_bytes(gzip.compress(f"<html><body><p>{body}</p></body></html>".encode()))
    truth = json.dumps({"k1": {"articleBody": body, "url": "https://radio.example/1"}}).encode()
    (folder / f"{prefix}ground-truth.json.gz").write_bytes(gzip.compress(truth))


def test_the_two_halves_are_read_apart(tmp_path: Path) -> None:
    place = tmp_path / CORPUS
    plant(place, "scrapinghub_half_")
    with pytest.raises(MissingError, match="test"):
        read_samples(tmp_path, "test")
    plant(place, "scrapinghub_rest_")
    for split in ("dev", "test"):
        (sample,) = read_samples(tmp_path, split)
        assert sample.article.text == sample.body
        assert sample.laid_out == sample.body
