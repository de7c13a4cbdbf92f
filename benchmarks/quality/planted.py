"""Planted reports: invented incidents, told by several outlets as news tells them, with what is true of each claim.

Wire copies, figures raised from day to day, speakers who contradict each other, totals of a war, mentions of
earlier attacks, standing sieges, towns a few kilometres apart that are hit on one day. Nothing in it is real.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from msgspec.structs import replace

from benchmarks.quality.planted_pages import Page, copy_of, report
from benchmarks.quality.planted_world import Happening, happenings
from counterclaim.core.claims import claim_id
from counterclaim.core.ids import hash_bytes
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Segment, Sheet
from counterclaim.split.sentences import passage_of

_OUTLETS = tuple(f"Outlet {number}" for number in range(1, 31))

CLAIMS_OF_A_HAPPENING = 13.5  # in the mean


@dataclass(frozen=True)
class Planted:
    """A document as read, and what is true of it.

    `truth` has the number of the happening of each claim, by id, None where a claim is about no single one.
    """

    sheet: Sheet
    truth: dict[str, int | None]


def planted(number: int, seed: int = 1, *, hard: bool = False) -> Iterator[Planted]:
    """The documents that tell of so many incidents, four for each in the mean.

    If `hard`, some reports also leave out the town.
    """
    random = Random(seed + 1)  # noqa: S311 - news, no secrets
    known: list[Happening] = []
    for told in happenings(number, seed, hard=hard):
        earlier = random.choice(known[-200:]) if known and random.random() < 0.3 else None
        outlets = random.sample(_OUTLETS, random.choice((1, 2, 3, 4, 6)) + len(told.raised))
        first: Page | None = None
        for nth, outlet in enumerate(outlets):
            if first is not None and nth >= 1 + len(told.raised) and random.random() < 0.3:
                page = copy_of(first, outlet)
            else:
                page = report(told, nth, outlet, earlier if nth % 2 == 0 else None, random, vague=hard)
                first = first or page
            yield _read(page, f"{told.number}-{nth}")
        known.append(told)


def _read(page: Page, doc: str) -> Planted:
    """The page as the pipeline's stages before linking leave it."""
    text = page.text
    digest = hash_bytes(f"{doc} {text}".encode())
    published = page.published.isoformat() if page.published else None
    document = Document(
        id=digest[:16], doc=doc, text=text, sha256=digest, origin=doc, outlet=page.outlet, published=published
    )
    whole = Span(0, len(text))
    claims = [(replace(claim, id=claim_id(document.id, claim)), about) for claim, about in page.claims]
    passages = [passage_of(text, span) for span in page.passages]
    sheet = Sheet(
        document=document,
        segments=(Segment(kind="article", span=whole, article=0),),
        articles=(Article(span=whole, outlet=page.outlet, published=published, published_basis="given"),),
        passages=tuple(passages),
        claims=tuple(claim for claim, _ in claims),
    )
    return Planted(sheet, {claim.id: about for claim, about in claims})
