"""What holds for any sheet that a store keeps."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.claims import Casualty, Claim, Event, Responsibility, claim_id
from counterclaim.core.errors import QueryError
from counterclaim.core.ids import hash_bytes
from counterclaim.core.incidents import Incident
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.types import Article, Document, Passage, Segment, Sheet
from counterclaim.store import Store, query
from counterclaim.store.checks import dump_lines
from counterclaim.store.codes import GivenCode, settle_codes

# Each example writes to a store on disk and waits for it; 30 keep the file under ten seconds.
on_disk = settings(max_examples=30, deadline=None)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
names = texts | st.none()
people = st.none() | st.integers(0, 2**63 - 1)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return Span(ends[0], ends[1])


@st.composite
def claims(draw: st.DrawFn, document_id: str, text: str) -> Claim:
    span = draw(spans(text))
    speakers = tuple(draw(st.lists(texts, max_size=3)))
    via = tuple(draw(st.lists(texts, max_size=2)))
    place = draw(names)
    claim: Claim
    match draw(st.sampled_from(["casualty", "event", "responsibility"])):
        case "casualty":
            claim = Casualty(
                start=span.start, end=span.end, quote=span.of(text), harm="killed", min=draw(people)
            )
        case "event":
            claim = Event(start=span.start, end=span.end, quote=span.of(text), event_type="shelling")
        case _:
            claim = Responsibility(start=span.start, end=span.end, quote=span.of(text), stance="denies")
    claim = replace(claim, speakers=speakers, via=via, place=place)
    return replace(claim, id=claim_id(document_id, claim))


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    text = draw(texts)
    document_id = hash_bytes(text.encode())[:16]
    borders = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=4))})
    tiles = [Span(start, end) for start, end in pairwise(borders)]
    return Sheet(
        document=Document(
            id=document_id,
            doc=draw(texts),
            text=text,
            sha256=hash_bytes(text.encode()),
            origin=draw(texts),
            outlet=draw(names),
            title=draw(names),
        ),
        segments=tuple(Segment(kind="article", span=tile, article=0) for tile in tiles),
        articles=(Article(span=Span(0, len(text)), headline=draw(st.none() | spans(text))),),
        passages=tuple(
            Passage(
                span=tile,
                exact=(q := quote_of(text, tile)).exact,
                prefix=q.prefix,
                suffix=q.suffix,
                article=0,
                segment=i,
            )
            for i, tile in enumerate(tiles)
        ),
        claims=tuple(draw(st.lists(claims(document_id, text), max_size=4, unique_by=lambda claim: claim.id))),
        issues=tuple(
            draw(st.lists(st.builds(Issue, texts, st.just("info"), texts, texts, st.none()), max_size=2))
        ),
        stages=tuple(draw(st.lists(texts, max_size=2))),
    )


@cache
def fresh() -> bytes:
    """The file of a store that the migrations have just made."""
    with tempfile.TemporaryDirectory() as folder:
        Store.open(path := Path(folder) / "fresh.db").close()
        return path.read_bytes()


@contextmanager
def opened() -> Iterator[Store]:
    """An empty store that goes away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        path.write_bytes(fresh())
        with Store.open(path) as store:
            yield store


def unlike(many: list[Sheet]) -> list[Sheet]:
    """One sheet per document."""
    return list({sheet.document.id: sheet for sheet in many}.values())


@on_disk
@given(st.lists(sheets(), max_size=4).map(unlike))
def test_any_sheet_comes_back_as_it_was_and_again_adds_no_row(many: list[Sheet]) -> None:
    with opened() as store:
        assert [store.write_sheet(sheet) for sheet in many] == ["added"] * len(many)
        before = dump_lines(store)
        assert [store.write_sheet(sheet) for sheet in many] == ["unchanged"] * len(many)
        assert dump_lines(store) == before
        assert [store.sheet(sheet.document.id) for sheet in many] == many
        assert store.check() == []
        filed = {each.claim.id: each.claim for each in store.claims()}
        assert filed == {claim.id: claim for sheet in many for claim in sheet.claims or ()}


@on_disk
@given(st.lists(sheets(), max_size=4).map(unlike), st.randoms(use_true_random=False))
def test_order_of_writing_changes_nothing(many: list[Sheet], chance: random.Random) -> None:
    shuffled = many.copy()
    chance.shuffle(shuffled)
    with opened() as one, opened() as other:
        for sheet in many:
            one.write_sheet(sheet)
        for sheet in shuffled:
            other.write_sheet(sheet)
        assert dump_lines(one) == dump_lines(other)


@on_disk
@given(sheets(), texts, texts)
def test_any_words_and_any_sql_are_answered_or_refused(sheet: Sheet, words: str, sql: str) -> None:
    with opened() as store:
        store.write_sheet(sheet)
        before = dump_lines(store)
        assert all(found.text for found in store.find_passages(words))
        with suppress(QueryError):
            query(store.path, sql)
        assert dump_lines(store) == before


letters = st.sampled_from("abcdefgh")
parts = st.dictionaries(letters, st.integers(0, 3)).map(
    lambda of: [tuple(sorted(c for c in of if of[c] == n)) for n in sorted(set(of.values()))]
)


@given(parts, parts)
def test_codes_are_told_apart_and_every_old_one_that_kept_a_claim_leads_somewhere(
    old: list[tuple[str, ...]], new: list[tuple[str, ...]]
) -> None:
    given_codes = [GivenCode(f"old-{n}", n, frozenset(claims), ()) for n, claims in enumerate(old)]
    settled = settle_codes(given_codes, [Incident(code="old-0", title="", claims=claims) for claims in new])
    assert [incident.claims for incident in settled] == new
    every = [code for incident in settled for code in (incident.code, *incident.previous_codes)]
    assert len(every) == len(set(every))
    kept = {claim for claims in new for claim in claims}
    assert {code.code for code in given_codes if code.claims & kept} <= set(every)
