"""The stage that finds the stories of a document, and what fixes their day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from counterclaim.core.issues import Issue
from counterclaim.core.spans import trim
from counterclaim.core.stages import stage
from counterclaim.core.types import Article, Document, Segment, Sheet
from counterclaim.split.borders import find_borders
from counterclaim.split.datelines import (
    Dateline,
    find_byline_day,
    find_dateline,
    find_flattened,
    read_date_line,
    resolve_year,
)

MAKER = "split_articles.v3"
_FURNITURE = ("notice", "menu", "embed")  # at a story's edges these stand outside it
_HEAD_LINES = 2  # lines of running text among which a story's dateline may stand
_SHORT_LINE = 50  # code points; "For immediate release" is no running text yet


@stage(MAKER, reads="segments", writes="segments articles")
def split_articles(sheet: Sheet) -> Sheet:
    """Articles in order, and on each segment which article it stands in.

    A document without running text has no article. An issue "date.no_year" stands for each article
    whose year nobody states, "date.differs" where the giver's date and a full dateline disagree.
    """
    text, segments = sheet.document.text, sheet.segments or ()
    articles: list[Article] = []
    issues: list[Issue] = []
    owner: dict[int, int] = {}
    for first, last in _find_ranges(segments, find_borders(text, segments)):
        owner |= dict.fromkeys(range(first, last + 1), len(articles))
        article, found = _make_article(sheet.document, segments[first : last + 1])
        articles.append(article)
        issues += found
    placed = tuple(replace(segment, article=owner.get(index)) for index, segment in enumerate(segments))
    return replace(sheet, segments=placed, articles=tuple(articles), issues=(*sheet.issues, *issues))


def _find_ranges(segments: Sequence[Segment], borders: Sequence[int]) -> list[tuple[int, int]]:
    """First and last segment of each story."""
    ranges = []
    edges = [0, *borders, len(segments)]
    for start, end in pairwise(edges):
        inside = [index for index in range(start, end) if segments[index].kind not in _FURNITURE]
        if any(segments[index].kind == "article" for index in inside):
            ranges.append((inside[0], inside[-1]))
    return ranges


def _make_article(document: Document, segments: Sequence[Segment]) -> tuple[Article, list[Issue]]:
    text = document.text
    body = next(index for index, segment in enumerate(segments) if segment.kind == "article")
    headline = next((segment.span for segment in segments[:body] if segment.kind == "headline"), None)
    dateline = _find_article_dateline(text, segments)
    span = trim(text, segments[0].span.start, segments[-1].span.end)
    article = Article(
        span=span,
        headline=None if headline is None else trim(text, headline.start, headline.end),
        dateline=dateline.span if dateline else None,
        outlet=(dateline.agency if dateline else None) or document.outlet,
    )
    day = dateline.day if dateline else None
    issues: list[Issue] = []
    if document.published is not None:
        published = document.published
        if day is not None and day.startswith("XXXX"):
            published = resolve_year(day, published)
        elif day is not None and day.startswith(published):
            published = day
        elif day is not None:
            note = f"the page says {day}, its giver {published}; the giver's date is used"
            issues.append(Issue("date.differs", "warning", MAKER, note, article.dateline))
        return replace(article, published=published, published_basis="given"), issues
    if day is None or day.startswith("XXXX"):
        note = "no year is stated; give the date of publication to have days resolved"
        issues.append(Issue("date.no_year", "info", MAKER, note, article.dateline or span))
    if day is None:
        return article, issues
    return replace(article, published=day, published_basis="dateline"), issues


def _find_article_dateline(text: str, segments: Sequence[Segment]) -> Dateline | None:
    """The story's dateline: before its text or at the start of it, parts on several lines put together."""
    parts: list[Dateline] = []
    lines = 0
    for segment in segments:
        body = trim(text, segment.span.start, segment.span.end)
        found = None
        if segment.kind == "dateline":
            found = read_date_line(text, body.start, body.end)
        elif segment.kind in ("byline", "headline"):
            found = find_byline_day(text, body.start, body.end)
        elif segment.kind == "article":
            found = find_dateline(text, body.start, body.end)
            if lines == 0:
                found = found or find_flattened(text, body.start, body.end)
            lines += body.end - body.start > _SHORT_LINE
        if found is not None:
            parts.append(found)
        if lines >= _HEAD_LINES:
            break
    if not parts:
        return None
    agency = next((part.agency for part in parts if part.agency), None)
    days = sorted((part.day for part in parts if part.day), key=lambda day: day.startswith("XXXX"))
    opening = next((part for part in parts if part.agency), parts[-1])
    return Dateline(opening.span, agency, days[0] if days else None)
