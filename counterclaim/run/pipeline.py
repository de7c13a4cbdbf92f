"""The stages that make a sheet of a document, in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from counterclaim.annotate.counts import find_counts
from counterclaim.annotate.located import locate_places, locating
from counterclaim.annotate.mentions import find_mentions
from counterclaim.annotate.places import find_places
from counterclaim.annotate.relevance import mark_relevant
from counterclaim.annotate.tags import tag_passages
from counterclaim.annotate.times import find_times
from counterclaim.claims.assemble import read_claims, read_claims_by_reader, read_claims_by_rules
from counterclaim.claims.locations import place_claims
from counterclaim.clean.segments import label_segments
from counterclaim.core.issues import Issue
from counterclaim.core.stages import Stage, compose
from counterclaim.core.types import Document, Sheet
from counterclaim.incidents.within import label_incidents
from counterclaim.llm.failures import EndpointError
from counterclaim.split.articles import split_articles
from counterclaim.split.sentences import split_sentences

ANNOTATING: tuple[Stage, ...] = (
    label_segments,
    split_articles,
    split_sentences,
    mark_relevant,
    find_counts,
    find_mentions,
    find_places,
    find_times,
    locate_places,
)
# To measure places by, in texts about anything: no article is left unread.
PLACE_STAGES: tuple[Stage, ...] = (
    label_segments,
    split_articles,
    split_sentences,
    find_mentions,
    find_places,
    locate_places,
)
BEFORE_CLAIMS: tuple[Stage, ...] = (*ANNOTATING, tag_passages)
STAGES: tuple[Stage, ...] = (*BEFORE_CLAIMS, read_claims, place_claims, label_incidents)
# To compare with: the rules alone, the trained reader alone.
RULE_STAGES: tuple[Stage, ...] = (*ANNOTATING, read_claims_by_rules, place_claims, label_incidents)
READER_STAGES: tuple[Stage, ...] = (*BEFORE_CLAIMS, read_claims_by_reader, place_claims, label_incidents)
STAGE_NAMES: tuple[str, ...] = tuple(step.name for step in STAGES)
_run: Callable[[Sheet], Sheet] = compose(STAGES)


def read_document(document: Document) -> Sheet:
    """Everything that is read out of one document."""
    return _run(Sheet(document=document))


@dataclass(frozen=True)
class Reader:
    """A way to read documents, and the names of the stages that a whole reading goes through."""

    stages: tuple[str, ...]
    read: Callable[[Document], Sheet]


def reader(extractor: Stage | None = None, gazetteer: Path | None = None) -> Reader:
    """The stages above, with the user's further extractor of claims and gazetteer, if any.

    Where its endpoint fails, the document is read without it, and an issue says so; the sheet then
    does not name the extractor among its stages, so that the next run tries again.
    """
    if extractor is None and gazetteer is None:
        return Reader(STAGE_NAMES, read_document)
    own = locating(gazetteer) if gazetteer is not None else locate_places
    plain = tuple(own if step is locate_places else step for step in STAGES)
    read_plainly = compose(plain)
    if extractor is None:
        return Reader(
            tuple(step.name for step in plain), lambda document: read_plainly(Sheet(document=document))
        )
    at = plain.index(place_claims)
    stages = (*plain[:at], extractor, *plain[at:])
    run = compose(stages)

    def read(document: Document) -> Sheet:
        try:
            return run(Sheet(document=document))
        except EndpointError as failure:
            message = f"{failure}; {document.origin} was read without it"
            issue = Issue(failure.code, "warning", extractor.name, message)
            sheet = read_plainly(Sheet(document=document))
            return replace(sheet, issues=(*sheet.issues, issue))

    return Reader(tuple(step.name for step in stages), read)
