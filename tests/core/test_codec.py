"""A sheet comes back from its JSON line as it was, and an odd line is refused in words."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.claims import (
    Agreement,
    Assessment,
    Casualty,
    Claim,
    Control,
    Damage,
    Event,
    Intent,
    Plan,
    Responsibility,
)
from counterclaim.core.codec import decode_sheet, encode_sheet
from counterclaim.core.errors import DataError
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.types import (
    Article,
    Count,
    Document,
    Mention,
    Passage,
    PlaceMention,
    Segment,
    Sheet,
    Time,
)

# Anything but lone surrogates, which no UTF-8 line can hold.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
maybe = words | st.none()
people = st.integers(0, 10**12) | st.none()
spans = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))


def common() -> dict[str, Any]:
    return {
        "id": words,
        "start": st.integers(0, 10**6),
        "end": st.integers(0, 10**6),
        "quote": words,
        "speakers": st.lists(words, max_size=2).map(tuple),
        "via": st.lists(words, max_size=2).map(tuple),
        "credit": st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)),
        "modality": st.sampled_from(["asserted", "alleged", "conditional", "predicted"]),
        "polarity": st.sampled_from(["affirmed", "negated"]),
        "incident": maybe,
        "score": st.floats(0, 1),
        "place": maybe,
    }


claims: st.SearchStrategy[Claim] = st.one_of(
    st.builds(Casualty, **common(), harm=st.sampled_from(["killed", "displaced"]), min=people, max=people),
    st.builds(Event, **common(), event_type=st.sampled_from(["shelling", "siege"]), actor=maybe),
    st.builds(Responsibility, **common(), stance=st.sampled_from(["admits", "denies"]), accused=maybe),
    st.builds(Control, **common(), holder=maybe, optional=st.booleans()),
    st.builds(Damage, **common(), object=maybe, min=people),
    st.builds(Agreement, **common(), agreement=maybe, status=st.sampled_from(["in_force", "ended"])),
    st.builds(Intent, **common()),
    st.builds(Plan, **common()),
    st.builds(Assessment, **common()),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    text = draw(words)
    span = Span(0, len(text))
    quote = quote_of(text, span)
    here = draw(spans)
    full = Sheet(
        document=Document(
            id=draw(words), doc=draw(words), text=text, sha256=draw(words), origin="-", outlet=draw(maybe)
        ),
        segments=(Segment(kind="article", span=span, repeats=draw(st.none() | spans), why=draw(words)),),
        articles=(Article(span=span, headline=draw(st.none() | spans)),),
        passages=(
            Passage(
                span=span, exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix, article=0, segment=0
            ),
        ),
        counts=(Count(span=here, min=draw(people), max=draw(people), qualifier="about"),),
        mentions=(Mention(span=here, kind="actor", name=draw(words), type=draw(maybe)),),
        places=(PlaceMention(span=here, name=draw(words), key=draw(words)),),
        times=(Time(span=here, edtf=draw(maybe), basis=draw(words)),),
        claims=tuple(draw(st.lists(claims, max_size=4))),
        issues=(Issue("test.odd", "warning", "test.v1", draw(words), draw(st.none() | spans)),),
        stages=("test.v1",),
    )
    missing = draw(st.sets(st.sampled_from(["segments", "passages", "counts", "mentions", "claims"])))
    return replace(full, **dict.fromkeys(missing))


@given(sheets())
def test_a_sheet_comes_back_as_it_was(sheet: Sheet) -> None:
    line = encode_sheet(sheet)
    assert b"\n" not in line
    assert decode_sheet(line) == sheet
    assert encode_sheet(decode_sheet(line)) == line


@given(sheets())
def test_the_line_names_its_document_and_the_type_of_each_claim(sheet: Sheet) -> None:
    fields = json.loads(encode_sheet(sheet))
    assert fields["doc"] == sheet.document.doc
    assert all("type" in claim for claim in fields["claims"] or ())


def test_a_layer_nobody_looked_for_is_not_an_empty_one() -> None:
    document = Document(id="d", doc="d", text="", sha256="", origin="-")
    unread, none_found = Sheet(document=document), Sheet(document=document, claims=())
    assert decode_sheet(encode_sheet(unread)).claims is None
    assert decode_sheet(encode_sheet(none_found)).claims == ()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"not json",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"document": {"id": 1}}',
        b'{"document":{"id":"","doc":"","text":"","sha256":"","origin":""},"claims":[{"type":"rumour"}]}',
    ],
    ids=["empty", "words", "list", "no document", "no UTF-8", "number for a text", "unknown type"],
)
def test_a_line_that_is_no_sheet_is_refused(line: bytes) -> None:
    with pytest.raises(DataError, match="not a sheet"):
        decode_sheet(line)
