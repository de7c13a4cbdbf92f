"""What linking between documents compares, with what is true of it: tellings of planted and of annotated documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from benchmarks.quality.claims import gold_documents
from benchmarks.quality.linking import with_claims
from benchmarks.quality.planted import planted
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.types import Sheet
from counterclaim.incidents.across import link
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.told import Told, told_in
from counterclaim.incidents.within import label_incidents
from counterclaim.run.pipeline import read_document

Homes = Mapping[str, str]  # the incident of each telling, by its name


class Tellings(NamedTuple):
    """Tellings by name, the happening that each is of, and the incident that our linking puts it into."""

    told: dict[str, Told]
    true: Homes
    ours: Homes


def planted_tellings(number: int, seed: int = 1, *, hard: bool = False) -> Tellings:
    """Of so many planted happenings, brought together within documents by our labels."""
    filed: list[FiledClaim] = []
    truth: dict[str, str] = {}
    for page in planted(number, seed, hard=hard):
        filed += file_claims(label_incidents(page.sheet))
        truth |= {claim: str(about) for claim, about in page.truth.items() if about is not None}
    return _tellings(filed, truth)


def annotated_tellings(folder: Path, split: str) -> Tellings:
    """Of annotated claims, brought together within documents by the annotated incidents: only what is between is judged."""
    filed: list[FiledClaim] = []
    truth: dict[str, str] = {}
    for document, claims in gold_documents(folder, split):
        sheet, labels = with_claims(read_document(document), claims)
        labelled = _labelled(sheet, labels)
        filed += file_claims(labelled)
        truth |= {claim.id: claim.incident for claim in labelled.claims or () if claim.incident is not None}
    return _tellings(filed, truth)


def _labelled(sheet: Sheet, labels: Iterable[str | None]) -> Sheet:
    claims = zip(sheet.claims or (), labels, strict=True)
    return replace(sheet, claims=tuple(replace(claim, incident=label) for claim, label in claims))


def _tellings(filed: list[FiledClaim], truth: Mapping[str, str]) -> Tellings:
    """A telling is of what most of its claims are of; one of no single happening is of its own."""
    told = {one.name: one for one in told_in(filed, Verdicts(()))}
    codes = {claim: incident.code for incident in link(filed) for claim in incident.claims}
    true = {}
    for name, one in told.items():
        about = Counter(truth[claim] for claim in one.claims if claim in truth)
        true[name] = about.most_common(1)[0][0] if about else f"none {name}"
    return Tellings(told, true, {name: codes[one.claims[0]] for name, one in told.items()})
