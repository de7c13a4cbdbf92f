"""Scores the article found in whole web pages, and the borders found where several are glued to one text.

    python -m benchmarks.quality.pageclean [FOLDER] [--split dev|test] [--json]

FOLDER holds `corpora/pageclean`; default: the folder `shared` beside the project. See docs/reference/benchmarks.md.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.pageclean_pages import (
    CORPUS,
    Glued,
    glue,
    overlap,
    read_samples,
    tell_body,
    without_layout,
)
from benchmarks.quality.reading import document_of
from benchmarks.quality.scores import Score, percents, share
from counterclaim.clean.segments import label_segments
from counterclaim.core.stages import compose
from counterclaim.core.types import Sheet
from counterclaim.split.articles import split_articles

SPLITS = ("dev", "test")
NEAR = 2  # lines of running text; standfirsts and repeated titles are annotated now as text, now not
_read = compose([label_segments, split_articles])


def read_text(text: str) -> Sheet:
    """A text with its segments and articles."""
    return _read(Sheet(document=document_of("page", text)))


def running_text(sheet: Sheet) -> list[bool]:
    """Which segments are running text of an article, with the titles inside it but not the one above."""
    articles = sheet.articles or ()
    told = []
    for segment in sheet.segments or ():
        headline = None if segment.article is None else articles[segment.article].headline
        above = headline is not None and segment.span.covers(headline)
        told.append(segment.article is not None and segment.kind in ("article", "headline") and not above)
    return told


def body_of(sheet: Sheet) -> str:
    """The running text of all articles."""
    told = zip(sheet.segments or (), running_text(sheet), strict=True)
    return "\n".join(segment.span.of(sheet.document.text) for segment, running in told if running)


def score_bodies(golds: Sequence[str], preds: Sequence[str]) -> dict[str, Any]:
    """Mean precision and recall of shingles over pages, and the F1 of the means, in percent."""
    pairs = [overlap(gold, pred) for gold, pred in zip(golds, preds, strict=True)]
    precision, recall = mean(pair[0] for pair in pairs), mean(pair[1] for pair in pairs)
    return percents(precision, recall, len(golds), sum(bool(pred) for pred in preds))


def score_glued(
    pages: Iterable[Glued], read: Callable[[str], Sheet] = read_text
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Borders found between glued texts, and the lines rightly told to be running text or not."""
    borders = Score()
    right: list[bool] = []
    for page in pages:
        sheet = read(page.text)
        lines, gold = _gold_lines(page)
        starts = [article.span.start for article in (sheet.articles or ())[1:]]
        borders.add(_count_hits(page, lines, gold, starts), len(page.starts), len(starts))
        spans = [segment.span for segment in sheet.segments or ()]
        for span, found in zip(spans, running_text(sheet), strict=True):
            first, last = bisect_left(lines, span.start), bisect_left(lines, span.end)
            right += [found == told for told in gold[first:last]]
    return borders.row(), share(right)


def _gold_lines(page: Glued) -> tuple[list[int], list[bool]]:
    """Where each line with words starts, and whether it is running text by the annotation."""
    edges = [0, *page.starts, len(page.text)]
    starts, gold = [], []
    for body, first, last in zip(page.bodies, edges[:-1], edges[1:], strict=True):
        at, lines = first, []
        for line in page.text[first:last].splitlines(keepends=True):
            if line.strip():
                starts.append(at + len(line) - len(line.lstrip()))
                lines.append(line)
            at += len(line)
        gold += tell_body(lines, body)
    return starts, gold


def _count_hits(page: Glued, lines: Sequence[int], gold: Sequence[bool], found: Sequence[int]) -> int:
    """How many borders are found no more than `NEAR` lines of running text from where stories were glued."""
    hits = 0
    body = [line for line, told in zip(lines, gold, strict=True) if told]
    for start in page.starts:
        above = [line for line in body if line < start][-NEAR - 1 :]
        below = [line for line in body if line >= start][: NEAR + 1]
        hits += any(min(above, default=0) < border <= max(below, default=len(page.text)) for border in found)
    return hits


def measure(folder: Path, split: str) -> dict[str, Any]:
    samples = read_samples(folder, split)
    bodies = [sample.body for sample in samples]
    laid_out = [sample.laid_out for sample in samples]
    bare = [without_layout(text) for text in laid_out]
    stories = [f"{sample.article.title or ''}\n{sample.body}" for sample in samples]
    result = {
        "text": score_bodies(bodies, [body_of(read_text(text)) for text in laid_out]),
        "text without layout": score_bodies(bodies, [body_of(read_text(text)) for text in bare]),
        "html": score_bodies(bodies, [sample.article.text for sample in samples]),
        "html, labelled": score_bodies(
            bodies, [body_of(read_text(sample.article.text)) for sample in samples]
        ),
    }
    for name, texts in (("pages", laid_out), ("stories", stories), ("bodies", bodies)):
        borders, labels = score_glued(glue(texts, bodies))
        result |= {f"{name} borders": borders, f"{name} labels": labels}
    whole = [len(read_text(body).articles or ()) <= 1 for body in bodies]
    return result | {"single stories whole": share(whole)}


def main() -> int:
    options = parser_of(__doc__, SPLITS).parse_args()
    return 0 if skipped(options, CORPUS) else judge("pageclean", options, measure)


if __name__ == "__main__":
    sys.exit(main())
