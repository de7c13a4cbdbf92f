"""A text file becomes one document with its text as it was, or one reason why it does not."""

import codecs
from collections.abc import Callable
from hashlib import sha256

import pytest

from counterclaim.inputs.limits import DEFAULTS, Limits
from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(issue.code, issue.severity) for issue in reading.issues]


def test_a_text_file_is_named_after_itself_and_known_by_its_bytes(read_file: ReadFile) -> None:
    data = "Shells fell on “Orsa”.\r\nNobody was hurt.\n".encode()
    (reading,) = read_file(data, "orsa-shells.txt", outlet="Radio Orsa", published="2016-09-18T07:00Z")
    document = reading.document
    assert document is not None
    assert document.doc == "orsa-shells"
    assert document.text == data.decode()
    assert document.id == sha256(data).hexdigest()[:16]
    assert document.sha256 == sha256(data).hexdigest()
    assert (document.outlet, document.published) == ("Radio Orsa", "2016-09-18")
    assert reading.issues == ()


def test_the_same_bytes_under_another_name_have_the_same_id(read_file: ReadFile) -> None:
    (first,), (second,) = read_file(b"One story.", "a.txt"), read_file(b"One story.", "b.txt")
    assert first.document is not None
    assert second.document is not None
    assert first.document.id == second.document.id
    assert first.origin != second.origin


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF8 + "“Orsa” fell.".encode(), "utf-8-sig"),
        ("“Orsa” fell.".encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + "“Orsa” fell.".encode("utf-16-be"), "utf-16"),
        ("“Orsa” fell.".encode("utf-32"), "utf-32"),
    ],
)
def test_a_byte_order_mark_says_how_to_decode_and_is_no_text(
    read_file: ReadFile, data: bytes, encoding: str
) -> None:
    (reading,) = read_file(data)
    assert reading.document is not None
    assert (reading.document.text, reading.document.encoding) == ("“Orsa” fell.", encoding)
    assert reading.issues == ()


def test_old_windows_quotes_are_read_and_the_guess_is_noted(read_file: ReadFile) -> None:
    (reading,) = read_file("The mayor said “we’re leaving” – at once.".encode("cp1252"))
    assert reading.document is not None
    assert reading.document.text == "The mayor said “we’re leaving” – at once."
    assert codes(reading) == [("input.encoding", "warning")]


def test_a_few_broken_bytes_do_not_spoil_the_quotes_around_them(read_file: ReadFile) -> None:
    (reading,) = read_file("“Go,” he said. “Now,” she said. ".encode() + b"\xe2\x80")
    assert reading.document is not None
    assert reading.document.text == "“Go,” he said. “Now,” she said. \ufffd"
    assert codes(reading) == [("input.encoding", "warning")]


def test_russian_in_a_code_of_its_own_is_refused_rather_than_garbled(read_file: ReadFile) -> None:
    (reading,) = read_file("Министерство обороны сообщило об ударе".encode("cp1251"))
    assert reading.document is None
    assert codes(reading) == [("input.encoding", "error")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "input.empty"),
        (b" \r\n\t\n", "input.empty"),
        (codecs.BOM_UTF8, "input.empty"),
        (b"%PDF-1.7 and some words", "input.pdf"),
        (b"PK\x03\x04 a word file", "input.zip"),
        (b"\x89PNG\r\n", "input.binary"),
        (b"{\\rtf1 words}", "input.binary"),
        (b"words \x00 words", "input.binary"),
        (b"\x01\x02\x03\x04 words", "input.binary"),
        (b"\xff\xfea", "input.encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(read_file: ReadFile, data: bytes, code: str) -> None:
    (reading,) = read_file(data)
    assert reading.document is None
    assert codes(reading) == [(code, "error")]
    assert reading.issues[0].message.startswith(reading.origin)


def test_a_line_of_a_million_letters_is_read_and_a_longer_one_refused(read_file: ReadFile) -> None:
    most = DEFAULTS.line_chars
    (longest,) = read_file(b"a" * most + b"\n" + b"a" * most)
    (longer,) = read_file(b"a" * (most + 1))
    assert longest.document is not None
    assert codes(longer) == [("input.long_line", "error")]
    assert "its own file" in longer.issues[0].message
    assert "--limit line_chars=1000001" in longer.issues[0].message


def test_a_cap_is_raised_by_name(read_file: ReadFile) -> None:
    words = b"Two men died. " * 10
    (refused,) = read_file(words, limits=Limits(line_chars=100))
    (read,) = read_file(words, limits=Limits(line_chars=200))
    assert codes(refused) == [("input.long_line", "error")]
    assert read.document is not None


def test_a_file_of_50_megabytes_is_refused_as_too_large(read_file: ReadFile) -> None:
    (reading,) = read_file(b"a" * (50 << 20))
    assert reading.document is None
    assert codes(reading) == [("input.too_large", "error")]


@pytest.mark.parametrize(
    "words", ["yesterday", "2016/09/18", "2016-13", "2016-02-30", "18.9.2016", "2016-09-18x"]
)
def test_a_publication_date_that_is_none_is_noted_and_left_out(read_file: ReadFile, words: str) -> None:
    (reading,) = read_file(b"One story.", published=words)
    assert reading.document is not None
    assert reading.document.published is None
    assert codes(reading) == [("input.published", "warning")]
