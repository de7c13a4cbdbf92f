"""A sheet's document, layers and issues as rows; its claims are `claim_rows`."""

from __future__ import annotations

from typing import Any

import msgspec

from counterclaim.core.issues import Issue
from counterclaim.core.types import Sheet
from counterclaim.store.days import day_columns
from counterclaim.store.search import fold

Rows = list[dict[str, Any]]


def encode_stages(stages: tuple[str, ...]) -> str:
    """The `stages` column: a JSON array."""
    return msgspec.json.encode(stages).decode()


def document_row(sheet: Sheet, at: str) -> dict[str, Any]:
    """The row of `documents`, read `at` this instant, also for the first time if there is none yet."""
    document = sheet.document
    return {
        "id": document.id,
        "doc": document.doc,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "origin": document.origin,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "text": document.text,
        "n_chars": len(document.text),
        "stages": encode_stages(sheet.stages),
        "first_read_at": at,
        "read_at": at,
        **day_columns("published", document.published),
    }


def segment_rows(sheet: Sheet) -> Rows:
    """The rows of `segments`."""
    return [
        {
            "document_id": sheet.document.id,
            "position": position,
            "kind": segment.kind,
            "start": segment.span.start,
            "end": segment.span.end,
            "article": segment.article,
            "repeats_start": segment.repeats.start if segment.repeats else None,
            "repeats_end": segment.repeats.end if segment.repeats else None,
            "why": segment.why,
        }
        for position, segment in enumerate(sheet.segments or ())
    ]


def article_rows(sheet: Sheet) -> Rows:
    """The rows of `articles`."""
    text = sheet.document.text
    return [
        {
            "document_id": sheet.document.id,
            "position": position,
            "start": article.span.start,
            "end": article.span.end,
            "headline": article.headline.of(text) if article.headline else None,
            "dateline": article.dateline.of(text) if article.dateline else None,
            "outlet": article.outlet,
            "published": article.published,
            "published_basis": article.published_basis,
        }
        for position, article in enumerate(sheet.articles or ())
    ]


def passage_rows(sheet: Sheet) -> Rows:
    """The rows of `passages`, with the words as the index has them."""
    return [
        {
            "document_id": sheet.document.id,
            "position": position,
            "start": passage.span.start,
            "end": passage.span.end,
            "article": passage.article,
            "segment": passage.segment,
            "text": passage.exact,
            "folded": fold(passage.exact),
        }
        for position, passage in enumerate(sheet.passages or ())
    ]


def issue_rows(sheet: Sheet, at: str) -> Rows:
    """The rows of `issues`, seen `at` this instant."""
    document = sheet.document
    return [issue_row(document.origin, issue, document.id, at) for issue in sheet.issues]


def issue_row(origin: str, issue: Issue, document_id: str | None, at: str) -> dict[str, Any]:
    """The row of `issues`; `document_id` is None where no document came of the input."""
    return {
        "document_id": document_id,
        "origin": origin,
        "code": issue.code,
        "severity": issue.severity,
        "maker": issue.maker,
        "message": issue.message,
        "start": issue.span.start if issue.span else None,
        "end": issue.span.end if issue.span else None,
        "seen_at": at,
    }
