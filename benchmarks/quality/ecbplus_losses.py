"""Where linking loses pairs of ECB+ mentions: of two mentions of one event in two documents, the first step that parts them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from benchmarks.quality.command import Row
from benchmarks.quality.ecbplus_corpus import EcbDocument, EventMention
from benchmarks.quality.ecbplus_ours import claims_on, codes_of
from counterclaim.core.spans import shared
from counterclaim.core.types import Sheet
from counterclaim.incidents.block import keys_of
from counterclaim.incidents.compare import keeps_apart
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.score import judge
from counterclaim.incidents.told import Told, told_in


def losses(documents: Sequence[EcbDocument], sheets: Sequence[Sheet]) -> dict[str, Row]:
    """The shares of pairs lost at each step, in the order of the steps, and of those joined; linked among these documents.

    Args:
        documents: with their annotated mentions.
        sheets: the documents as read, in the same order.
    """
    filed = [one for sheet in sheets for one in file_claims(sheet)]
    tellings = {claim: told for told in told_in(filed, Verdicts(())) for claim in told.claims}
    codes = codes_of(sheets)
    found: dict[EventMention, tuple[str, Told] | str] = {}
    clusters: dict[str, list[EventMention]] = defaultdict(list)
    for document, sheet in zip(documents, sheets, strict=True):
        for mention in document.mentions:
            found[mention] = _told(mention, sheet, tellings, codes)
            clusters[mention.cluster].append(mention)
    counts = Counter(
        _step(found[one], found[other])
        for mentions in clusters.values()
        for one, other in combinations(mentions, 2)
        if one.document != other.document
    )
    total = counts.total()
    return {
        step: {"percent": round(100 * count / total, 1), "n": count} for step, count in sorted(counts.items())
    }


def _told(
    mention: EventMention, sheet: Sheet, tellings: Mapping[str, Told], codes: Mapping[str, str]
) -> tuple[str, Told] | str:
    """The incident and the telling that the mention belongs to, or the step that lost it."""
    claims = claims_on(mention, sheet)
    if claims:
        known = [(codes[claim.id], tellings[claim.id]) for claim in claims if claim.id in tellings]
        return known[0] if known else "2 claim in no incident"
    is_read = any(shared(passage.span, mention.span) for passage in sheet.relevant_passages)
    return "1 no claim" if is_read else "0 not read for claims"


def _step(one: tuple[str, Told] | str, other: tuple[str, Told] | str) -> str:
    if isinstance(one, str) or isinstance(other, str):
        return min(step for step in (one, other) if isinstance(step, str))
    (code, mine), (code_of_other, theirs) = one, other
    if code == code_of_other:
        return "7 joined"
    if not keys_of(mine).asked & keys_of(theirs).posted:
        return "3 no key in common"
    if (reason := keeps_apart(mine, theirs)) is not None:
        return f"4 {reason}"
    return "5 too little speaks for it" if judge(mine, theirs) is None else "6 kept out of the group"
