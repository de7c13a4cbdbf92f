"""Marks the passages of articles that are not about a conflict, so that no later stage reads them for claims."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.core.issues import Issue
from counterclaim.core.stages import stage
from counterclaim.core.types import Sheet
from counterclaim.models.relevance import judge_document

MAKER = "mark_relevant.v2"
# Fewer words say too little of what a text is about, and cost little: such articles are read.
FEWEST_WORDS = 150


@stage(MAKER, reads="passages articles", writes="passages")
def mark_relevant(sheet: Sheet) -> Sheet:
    """The passages with those of other news marked, and an issue for each article that is left unread."""
    text = sheet.document.text
    unread: set[int] = set()
    issues: list[Issue] = []
    for number, article in enumerate(sheet.articles or ()):
        words = article.span.of(text)
        if len(words.split()) < FEWEST_WORDS:
            continue
        share, keeps = judge_document(words)
        if keeps:
            continue
        unread.add(number)
        note = f"not about an armed conflict, by its words ({share:.0%} likely to be): not read for claims"
        issues.append(Issue("article.other_news", "info", MAKER, note, article.span))
    if not unread:
        return sheet
    passages = tuple(
        replace(passage, relevant=False) if passage.article in unread else passage
        for passage in sheet.passages or ()
    )
    return replace(sheet, passages=passages, issues=(*sheet.issues, *issues))
