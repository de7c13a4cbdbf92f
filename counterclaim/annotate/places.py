"""Finds the places that passages name."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.core.spans import Span
from counterclaim.core.stages import stage
from counterclaim.core.types import PlaceMention, Sheet
from counterclaim.lexicons.names import names_in


@stage("find_places.v2", reads="passages", writes="places")
def find_places(sheet: Sheet) -> Sheet:
    """The sheet with every place its passages name, in text order."""
    return replace(
        sheet,
        places=tuple(
            PlaceMention(
                span=Span(passage.span.start + hit.start, passage.span.start + hit.end),
                name=hit.name,
                key=hit.key,
                kind=hit.kind,
            )
            for passage in sheet.relevant_passages
            for hit in names_in(passage.exact).places
        ),
    )
