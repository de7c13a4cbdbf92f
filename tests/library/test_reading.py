"""One text, or many files, become sheets; what cannot be read says why."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import counterclaim
from counterclaim.core.codec import decode_sheet, encode_sheet
from tests.library.conftest import FIRST

PAGE = f"<html><head><title>Post</title></head><body><article><p>{FIRST}</p></article></body></html>"


def test_a_text_is_read_with_who_says_what() -> None:
    sheet = counterclaim.read(FIRST, doc="first", outlet="Coast Post", published="2016-05-04")
    told = {(claim.speakers, getattr(claim, "min", None)) for claim in sheet.claims or ()}
    assert {(("rebels",), 14), (("army",), 3)} <= told
    assert (sheet.document.doc, sheet.document.outlet, sheet.document.published) == (
        "first",
        "Coast Post",
        "2016-05-04",
    )


@pytest.mark.parametrize("cell", [None, float("nan"), Path("page.txt")])
def test_an_empty_cell_of_a_table_or_a_path_is_no_text_and_the_message_says_what_reads_files(
    cell: Any,
) -> None:
    with pytest.raises(counterclaim.CounterclaimError, match=r"not (NoneType|float|PosixPath).*read_file"):
        counterclaim.read(cell)


def test_a_text_without_a_name_is_called_by_its_content() -> None:
    first, again, other = (counterclaim.read(text) for text in ("Calm.", "Calm.", "Quiet."))
    assert first.document.doc == again.document.doc != other.document.doc
    assert first.document.doc == f"text-{first.document.id[:8]}"


def test_a_page_is_read_whether_its_text_or_its_bytes_are_given() -> None:
    texts = [counterclaim.read(page).document.text for page in (PAGE, PAGE.encode())]
    assert FIRST.split(".")[0] in texts[0]
    assert texts[0] == texts[1]
    assert "<p>" not in texts[0]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "holds no text"),
        ("\x00\x01\x02" * 50, "control characters"),
        ("Half \ud83d", "no Unicode"),
        (b"id,text\n1,Calm on Monday.\n2,Calm on Tuesday.\n", "holds 2 documents"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_reason(given: str | bytes, says: str) -> None:
    with pytest.raises(counterclaim.CounterclaimError, match=says):
        counterclaim.read(given)


def test_a_publication_day_that_is_none_is_refused() -> None:
    with pytest.raises(counterclaim.CounterclaimError, match="YYYY-MM-DD"):
        counterclaim.read("Calm.", published="yesterday")


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Calm on Monday.\n", "utf-8")
    assert counterclaim.read_file(path).document.doc == "note"
    with pytest.raises(counterclaim.CounterclaimError, match="no such file"):
        counterclaim.read_file(tmp_path / "none.txt")


def test_a_file_of_several_documents_is_not_cut_to_one(tmp_path: Path) -> None:
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "Calm on Monday.")
        archive.writestr("b.txt", "Calm on Tuesday.")
    with pytest.raises(counterclaim.CounterclaimError, match="read_files"):
        counterclaim.read_file(path)
    assert [one.outcome for one in counterclaim.read_files(path) if one.sheet] == ["read", "read"]


def test_a_refused_file_stands_beside_those_that_were_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Calm on Monday.\n", "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    read, refused = counterclaim.read_files(tmp_path)
    assert isinstance(read.sheet, counterclaim.Sheet)
    assert (refused.outcome, refused.sheet) == ("refused", None)
    assert "holds no text" in refused.issues[0].message


def test_a_sheet_is_kept_as_any_other() -> None:
    sheet = counterclaim.read("Calm on Monday.", doc="note")
    assert encode_sheet(decode_sheet(encode_sheet(sheet))) == encode_sheet(sheet)


@settings(max_examples=25)
@given(st.text(max_size=200))
@example("<script>alert(1)</script> said 3 people were killed.")
@example("\u202e62 killed\u2066")
def test_any_text_is_read_and_shown_or_refused_with_a_reason(text: str) -> None:
    try:
        sheet = counterclaim.read(text, doc="<b>doc</b>")
    except counterclaim.CounterclaimError as error:
        assert str(error)  # noqa: PT017
        return
    assert sheet.document.text == text or "<" in text
    shown = sheet._repr_html_()
    assert "<script" not in shown
    assert "<b>doc" not in shown
