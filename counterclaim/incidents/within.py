"""Which claims of one document are about one happening: a label for each, local to the document.

Each pair of claims of an article gets a chance of being about one happening (`pairs.py`); what goes together well in
the mean becomes one incident. A group that tells nothing concrete (only opinions, plans and accusations) is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from counterclaim.core.claims import Claim, claim_type
from counterclaim.core.stages import stage
from counterclaim.core.types import Sheet
from counterclaim.incidents.cluster import average_linkage
from counterclaim.incidents.mentions import Mention, mentions_of
from counterclaim.incidents.pairs import ties, weights
from counterclaim.incidents.signs import is_about_none

NEAREST = 60  # claims before it that a claim is compared with, so that long lists take time in proportion


@stage("incidents_within.v6", reads="claims passages articles", writes="claims")
def label_incidents(sheet: Sheet) -> Sheet:
    """Give each claim the label of its incident; None where it is about no single happening."""
    claims = sheet.claims or ()
    labels: dict[int, str] = {}
    for number in range(len(sheet.articles or ())):
        rows, mentions = mentions_in(sheet, number)
        for label, group in enumerate(grouped(mentions)):
            for at in group:
                labels[rows[at]] = f"{sheet.document.id}.{number + 1}.{label + 1}"
    return replace(
        sheet, claims=tuple(replace(claim, incident=labels.get(row)) for row, claim in enumerate(claims))
    )


def mentions_in(sheet: Sheet, article: int) -> tuple[list[int], list[Mention]]:
    """What of an article can be about a happening, in the order of the text: rows of the sheet's claims, and each read."""
    claims, passages = sheet.claims or (), sheet.passages or ()
    published = sheet.articles[article].published if sheet.articles else None
    rows = [row for row, claim in enumerate(claims) if claim.article == article and not is_about_none(claim)]
    rows.sort(key=lambda row: _in_text(claims[row]))
    return rows, mentions_of([claims[row] for row in rows], passages, published)


def pairs_of(number: int) -> list[tuple[int, int]]:
    """The pairs compared of so many claims in the order of the text."""
    return [(one, other) for other in range(number) for one in range(max(0, other - NEAREST), other)]


def grouped(mentions: Sequence[Mention]) -> list[list[int]]:
    """The places in `mentions`, which stand as in the text, of what is about one happening, first told first."""
    known = ties(mentions, pairs_of(len(mentions)))
    groups = average_linkage(len(mentions), known, weights().least)
    return [group for group in groups if any(mentions[at].concrete for at in group)]


def _in_text(claim: Claim) -> tuple[int, int, int, str, str]:
    return claim.passage, claim.start, claim.end, claim_type(claim), claim.id
