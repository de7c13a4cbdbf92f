"""Small sheets made by hand: one article, a passage per sentence, a casualty figure in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from counterclaim.core.claims import Casualty, Claim, Responsibility, claim_id
from counterclaim.core.ids import hash_bytes
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.types import Article, Document, Passage, Segment, Sheet
from counterclaim.store import Store

MakeSheet = Callable[..., Sheet]


def _make_sheet(
    text: str = "At least 12 miners were killed in Orlova. The union said 30 were wounded.",
    *,
    doc: str = "orlova.txt",
    stages: tuple[str, ...] = ("segments.v1", "claims.v1"),
    speakers: tuple[str, ...] = ("Miners' Union",),
    via: tuple[str, ...] = (),
    denies: bool = False,
    issues: tuple[Issue, ...] = (),
    **given: Any,
) -> Sheet:
    """A sheet with a casualty claim per number in the text, and a denial of the whole if `denies`.

    The document's id comes from its text alone; `given` is title, outlet, published, origin.
    """
    whole = Span(0, len(text))
    sentences = [Span(*match.span()) for match in re.finditer(r"[^.!?\s][^.!?]*[.!?]?", text)]
    document = Document(
        id=hash_bytes(text.encode())[:16],
        doc=doc,
        text=text,
        sha256=hash_bytes(text.encode()),
        **{"origin": f"pages/{doc}", **given},
    )
    claims: list[Claim] = [
        Casualty(
            start=match.start(),
            end=match.end(),
            quote=match.group(),
            passage=next(i for i, span in enumerate(sentences) if span.covers(Span(*match.span()))),
            speakers=speakers,
            via=via,
            harm="killed",
            min=int(match.group()),
            qualifier="at_least",
            group="miners",
            place="Orlova",
            maker="claims.v1",
        )
        for match in re.finditer(r"\d+", text)
    ]
    if denies:
        claims.append(Responsibility(start=0, end=len(text), quote=text, speakers=speakers, stance="denies"))
    return Sheet(
        document=document,
        segments=(Segment(kind="article", span=whole, article=0),),
        articles=(Article(span=whole),),
        passages=tuple(
            Passage(
                span=span,
                **{name: getattr(quote_of(text, span), name) for name in ("exact", "prefix", "suffix")},
                article=0,
                segment=0,
            )
            for span in sentences
        ),
        claims=tuple(replace(claim, id=claim_id(document.id, claim)) for claim in claims),
        issues=issues,
        stages=stages,
    )


@pytest.fixture
def make_sheet() -> MakeSheet:
    return _make_sheet


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a store that the migrations have just made."""
    path = tmp_path_factory.mktemp("fresh") / "record.db"
    Store.open(path).close()
    return path.read_bytes()


@pytest.fixture
def store(path: Path, fresh: bytes) -> Iterator[Store]:
    path.write_bytes(fresh)
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def rows(store: Store) -> Callable[[], dict[str, list[tuple[Any, ...]]]]:
    """Every row of every table with its row number, times included."""

    def read() -> dict[str, list[tuple[Any, ...]]]:
        with store.reading() as connection:
            tables = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'"
            )
            return {
                name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT rowid, * FROM {name}")]
                for (name,) in tables.fetchall()
            }

    return read
