"""Reading many inputs on one machine, one after the other, into a store if there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from counterclaim.core.issues import Issue
from counterclaim.core.stages import Stage
from counterclaim.core.types import Sheet
from counterclaim.gazetteer.importing import own_gazetteer
from counterclaim.inputs.inputs import read_inputs
from counterclaim.inputs.readings import Reading
from counterclaim.run.pipeline import reader

if TYPE_CHECKING:
    from counterclaim.store import Store

Outcome = Literal["read", "added", "unchanged", "reread", "refused", "remark"]


@dataclass(frozen=True)
class Done:
    """What became of one input. `sheet` is None where it was refused, and for a remark on an archive."""

    origin: str
    outcome: Outcome
    sheet: Sheet | None
    issues: tuple[Issue, ...]


def read_all(
    paths: Sequence[str],
    *,
    store: Store | None = None,
    published: str | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
    extractor: Stage | None = None,
) -> Iterator[Done]:
    """What `read_each` gives for everything at `paths`; see `counterclaim.inputs.inputs.read_inputs`."""
    readings = read_inputs(paths, published=published, outlet=outlet, columns=columns)
    return read_each(readings, store=store, extractor=extractor)


def read_each(
    readings: Iterable[Reading], *, store: Store | None = None, extractor: Stage | None = None
) -> Iterator[Done]:
    """Read every document, with a further `extractor` of claims if there is one; one `Done` each, as they are done.

    With a store, each document is written in its own transaction before its `Done` comes, and one
    that was read before by the same stages under the same metadata is not read again.
    """
    reads = reader(extractor, own_gazetteer(store.path) if store is not None else None)
    for reading in readings:
        document = reading.document
        if document is None:
            for issue in reading.issues:
                if store is not None:
                    store.write_issue(reading.origin, issue)
            refused = any(issue.severity == "error" for issue in reading.issues)
            yield Done(reading.origin, "refused" if refused else "remark", None, reading.issues)
            continue
        if store is not None and store.has(document.id, reads.stages, document.published, document.outlet):
            known = store.sheet(document.id)
            if known.document != document:  # a copy under another name: the store settles which name stays
                store.write_sheet(replace(known, document=document))
            yield Done(reading.origin, "unchanged", known, known.issues)
            continue
        sheet = reads.read(document)
        sheet = replace(sheet, issues=reading.issues + sheet.issues)
        outcome: Outcome = store.write_sheet(sheet) if store is not None else "read"
        yield Done(reading.origin, outcome, sheet, sheet.issues)


def link_store(store: Store) -> int:
    """Bring the claims that are new or changed together with the others to incidents; how many there are.

    The review desk is told which claims move the ranges of those that changed.
    """
    while store.link():
        pass
    while store.weigh():
        pass
    return store.count_incidents()
