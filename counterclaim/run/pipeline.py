"""The stages that make a sheet of a document, in their order."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.annotate.counts import find_counts
from counterclaim.annotate.mentions import find_mentions
from counterclaim.annotate.places import find_places
from counterclaim.annotate.times import find_times
from counterclaim.claims.assemble import read_claims
from counterclaim.clean.segments import label_segments
from counterclaim.core.stages import Stage, compose
from counterclaim.core.types import Document, Sheet
from counterclaim.incidents.within import label_incidents
from counterclaim.split.articles import split_articles
from counterclaim.split.sentences import split_sentences

STAGES: tuple[Stage, ...] = (
    label_segments,
    split_articles,
    split_sentences,
    find_counts,
    find_mentions,
    find_places,
    find_times,
    read_claims,
    label_incidents,
)
STAGE_NAMES: tuple[str, ...] = tuple(step.name for step in STAGES)
_run: Callable[[Sheet], Sheet] = compose(STAGES)


def read_document(document: Document) -> Sheet:
    """Everything that is read out of one document."""
    return _run(Sheet(document=document))
