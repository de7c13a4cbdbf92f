"""Whatever is done to a file's bytes, it gives pages with words or a reason why not."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from counterclaim.inputs.convert.pages import ConvertError
from counterclaim.inputs.convert.prescan import tame
from counterclaim.inputs.convert.worker import Request, convert
from counterclaim.inputs.kinds import tell_kind
from counterclaim.inputs.limits import DEFAULTS, Limits

HTML = b"<!DOCTYPE html><html><head><title>Raid</title></head><body><ul><li>Home</ul><p>Two men died.</p></body></html>"
FEED = (
    b"<?xml version='1.0'?><rss><channel><title>Radio</title><item><title>Raid</title></item></channel></rss>"
)


def _docx() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
            "<w:t>Two men died.</w:t></w:r></w:p></w:body></w:document>",
        )
    return packed.getvalue()


def _xlsx() -> bytes:
    book = Workbook()
    book.worksheets[0].append(["text"])
    book.worksheets[0].append(["Two men died."])
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


FILES = {
    "html": HTML,
    "feed": FEED,
    "docx": _docx(),
    "xlsx": _xlsx(),
    "pdf": b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer",
}
PIECES = st.sampled_from(
    [b"<", b">", b"<div>", b"</p>", b"<!--", b"'", b'"', b"&#0;", b"<table>", b"\x00", b"\xff"]
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A kind and a file of it, cut, doubled or with bytes put in at some places."""
    kind = draw(st.sampled_from(sorted(FILES)))
    data = bytearray(FILES[kind])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = draw(st.integers(at, min(len(data), at + 20)))
        data[at:end] = draw(st.binary(max_size=6) | PIECES | st.just(bytes(data[at:end]) * 3))
    return kind, bytes(data)


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_a_damaged_file_gives_pages_or_a_reason(file: tuple[str, bytes]) -> None:
    kind, data = file
    answer = convert(Request(kind, data, DEFAULTS))
    assert bool(answer.pages) != (answer.code is not None)
    assert answer.code is None or answer.message


@given(st.lists(PIECES | st.binary(max_size=8), max_size=40).map(b"".join))
def test_any_bytes_are_of_some_kind(data: bytes) -> None:
    assert tell_kind(data)


TAGS = st.sampled_from(
    "<p> </p> <div> </div> <li> <ul> </ul> <b> <td> <table> </table> <br> <!-- --> < > ' <a".split()
)


@given(st.lists(TAGS | st.sampled_from(["Two ", "men ", "died. "]), max_size=60).map("".join))
def test_a_tamed_page_needs_no_more_flattening(html: str) -> None:
    limits = Limits(html_depth=5)
    once = tame(html, limits)
    assert tame(once.html, limits).flattened == 0


@given(st.integers(1, 400))
def test_words_are_kept_however_deep_they_stand(depth: int) -> None:
    tamed = tame("<div>" * depth + "Two men died." + "</div>" * depth, DEFAULTS)
    assert "Two men died." in tamed.html
    assert tamed.html.count("<div>") == min(depth, DEFAULTS.html_depth)


def test_more_tags_than_any_page_has_are_refused_at_once() -> None:
    with pytest.raises(ConvertError, match="--limit html_tags=") as caught:
        tame("<i>" * (DEFAULTS.html_tags + 1), DEFAULTS)
    assert caught.value.code == "input.html_tags"
