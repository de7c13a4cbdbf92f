"""The trained reader's marks on an article's passages: attribution, and claims with their slots."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from counterclaim.core.spans import Span
from counterclaim.core.stages import stage
from counterclaim.core.types import Sheet, Tag
from counterclaim.models.catalog import model_name
from counterclaim.models.reader import load_reader
from counterclaim.models.relevance import keeps_passage

HEADS = ("attribution", "claims", "slots")
# Unsure claim spans are wanted too: what becomes of them is decided beside what the rules found.
LEAN = {"claims": 1.5}


@stage(f"tag_passages.{model_name()}", reads="passages", writes="tags")
def tag_passages(sheet: Sheet) -> Sheet:
    """Fill the tags layer; passages that say nothing of a conflict are not read."""
    text = sheet.document.text
    stretches = list(_stretches(sheet))
    read = load_reader().tag([span.of(text) for span in stretches], HEADS, lean=LEAN)
    tags: dict[str, list[Tag]] = {head: [] for head in HEADS}
    for span, found in zip(stretches, read, strict=True):
        for head, marked in found.items():
            tags[head] += [
                replace(tag, start=tag.start + span.start, end=tag.end + span.start) for tag in marked
            ]
    return replace(sheet, tags={head: tuple(found) for head, found in tags.items()})


def _stretches(sheet: Sheet) -> Iterator[Span]:
    """Relevant passages that follow one another in an article, joined: who speaks often stands next door."""
    passages = sheet.passages or ()
    places = [at for at, passage in enumerate(passages) if passage.relevant and keeps_passage(passage.exact)]
    for _, run in groupby(enumerate(places), key=lambda pair: (pair[1] - pair[0], passages[pair[1]].article)):
        joined = [passages[at] for _, at in run]
        yield Span(joined[0].span.start, joined[-1].span.end)
