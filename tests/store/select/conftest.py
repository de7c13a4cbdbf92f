"""A store of planted reports, and of one page whose names and days are odd."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.quality.planted import planted
from counterclaim.core.claims import Agreement, Casualty, Claim, Control, Event, Responsibility, claim_id
from counterclaim.core.ids import hash_bytes
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Segment, Sheet
from counterclaim.incidents.within import label_incidents
from counterclaim.run.local import link_store
from counterclaim.split.sentences import passage_of
from counterclaim.store import Store

TEXT = (
    "At least 12 miners died in Łódź on 17 September. The union; and the board agreed a truce for Orlova. "
    "Rebels hold Orlova. The army denied it. A raid was reported in winter 2015. Nobody was killed, it said."
)
ODD_SPEAKERS = ("Miners' Union; Łódź", "Board “North”")


def odd_sheet() -> Sheet:
    """Days without a year or an end, a speaker with a semicolon and quotes, a claim of nobody killed."""
    spans = [Span(*match.span()) for match in re.finditer(r"[^.\s][^.]*\.", TEXT)]
    told: list[Claim] = [
        Casualty(
            start=0,
            end=0,
            quote="",
            harm="killed",
            min=12,
            qualifier="at_least",
            when="XXXX-09-17",
            place="Łódź",
        ),
        Agreement(
            start=0,
            end=0,
            quote="",
            agreement="truce",
            status="announced",
            place="Orlova",
            when="2016-09/..",
            speakers=ODD_SPEAKERS,
        ),
        Control(
            start=0,
            end=0,
            quote="",
            holder="rebels",
            change="holds",
            place="Orlova",
            speakers=ODD_SPEAKERS[:1],
            via=("Wire",),
        ),
        Responsibility(start=0, end=0, quote="", stance="denies", speakers=("army",), when="/2016-09-18"),
        Event(start=0, end=0, quote="", event_type="attack", when="2015-24"),
        Casualty(
            start=0,
            end=0,
            quote="",
            harm="killed",
            min=0,
            max=0,
            qualifier="none",
            speakers=("army",),
            place="100%_sure",
        ),
    ]
    document = Document(
        id="odd0",
        doc="odd ‮.txt",
        text=TEXT,
        sha256=hash_bytes(TEXT.encode()),
        origin="odd.txt",
        outlet="Post & Son",
        published="2016",
    )
    claims = []
    for number, (span, claim) in enumerate(zip(spans, told, strict=True)):
        placed = replace(
            claim, start=span.start, end=span.end, quote=span.of(TEXT), passage=number, maker="hand.v1"
        )
        claims.append(replace(placed, id=claim_id(document.id, placed)))
    passages = [passage_of(TEXT, span) for span in spans]
    whole = Span(0, len(TEXT))
    return Sheet(
        document=document,
        segments=(Segment(kind="article", span=whole, article=0),),
        articles=(Article(span=whole),),
        passages=tuple(passages),
        claims=tuple(claims),
        issues=(Issue("day.odd", "warning", "hand.v1", "no year", Span(0, 4)),),
        stages=("hand.v1",),
    )


@pytest.fixture(scope="session")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred claims of a dozen incidents; every seventh claim was rejected, every fifth accepted."""
    path = tmp_path_factory.mktemp("lists") / "record.db"
    with Store.open(path) as store:
        for told in planted(8, seed=4):
            store.write_sheet(label_incidents(told.sheet))
        store.write_sheet(odd_sheet())
        store.write_issue("empty.txt", Issue("input.empty", "error", "hand.v1", "nothing in it"))
        link_store(store)
        for number, filed in enumerate(store.claims()):
            if number % 7 == 0:
                store.rule(filed.claim.id, "reject", who="amal", why="misread")
            elif number % 5 == 0:
                store.rule(filed.claim.id, "accept", who="amal", why="")
    return path


@pytest.fixture(scope="session")
def lists(listed: Path) -> Iterator[Store]:
    with Store.open(listed, read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def cells(lists: Store) -> Callable[[str, str], list[object]]:
    """The values that a column of a list has in the store."""

    def read(name: str, column: str) -> list[object]:
        from counterclaim.store.select import parse_selection, select_all

        asked = parse_selection(name, [("columns", column)])
        with lists.reading() as connection:
            return [row[column] for row in select_all(connection, asked)]

    return read
