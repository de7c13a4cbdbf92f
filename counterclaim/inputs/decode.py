"""Bytes to text, decoded once and never changed after; or why they are no text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from counterclaim.core.issues import Issue
from counterclaim.inputs.readings import issue

# First bytes of formats that are not text, with what people call them.
MAGIC = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP or Office",
    b"\x89PNG": "PNG image",
    b"GIF8": "GIF image",
    b"\xff\xd8\xff": "JPEG image",
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"\x7fELF": "program",
    b"\xd0\xcf\x11\xe0": "old Office",
    b"SQLite format 3": "SQLite",
    b"{\\rtf": "rich text (RTF)",
}
# Codes that pages are declared to be in; others that Python knows are no codes of web pages.
_WEB_CODES = tuple(
    "windows- cp125 iso-8859- iso8859 latin koi8 shift sjis x-sjis euc- gb big5 iso-2022-jp tis-620".split()
)
_AS_ON_THE_WEB = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "x-sjis": "shift_jis",
    "gb2312": "gb18030",
}
LAYOUT = "\t\n\v\f\r"
# Control characters in a hundred characters. Text scraped badly holds a stray one; a format that is
# not text holds about one in eight.
MAX_CONTROL_SHARE = 0.01
# Accented letters among all letters, when bytes are read as windows-1252. French stays under 0.1;
# Russian or Arabic in another one-byte code gives over 0.7.
MAX_ACCENTED_SHARE = 0.3


@dataclass(frozen=True)
class Decoded:
    """The text and how it was decoded; `text` is None where `issues` hold an error."""

    text: str | None
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode_bytes(data: bytes, origin: str, declared: str | None = None) -> Decoded:
    """The text of `data`: UTF-8, UTF-16 or UTF-32 with a byte order mark, else windows-1252 if plausible.

    A byte order mark says how to decode and is no part of the text. Newlines stay as they are.
    Broken bytes inside UTF-8 become U+FFFD, with an issue. What is not UTF-8 is read in the code that it
    was `declared` to be in, where the web knows that code and the bytes fit it.

    >>> decode_bytes("a – b".encode("cp1252"), "x.txt").encoding
    'windows-1252'
    """
    for magic, name in MAGIC.items():
        if data.startswith(magic):
            return _refuse(origin, "input.binary", f"is a {name} file, not text; save its text and read that")
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decode_strictly(data, encoding, origin)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_declared(data, declared) or _decode_damaged(data, origin)


def is_binary(text: str) -> bool:
    """Whether `text` holds a NUL or more control characters than any text would."""
    if "\0" in text:
        return True
    control = sum(text.count(chr(code)) for code in (*range(32), *range(127, 160)) if chr(code) not in LAYOUT)
    return control > 1 and control > MAX_CONTROL_SHARE * len(text)


def _decode_strictly(data: bytes, encoding: str, origin: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig":
            return _decode_damaged(data[len(codecs.BOM_UTF8) :], origin)
        return _refuse(
            origin, "input.encoding", f"starts as {encoding} but byte {error.start} is not; save it as UTF-8"
        )


def _decode_declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text in the declared code, or None where there is none, or the bytes do not fit it."""
    name = (declared or "").lower()
    if not name.startswith(_WEB_CODES):
        return None
    encoding = _AS_ON_THE_WEB.get(name, name)
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        return None
    fits = text.count("\ufffd") <= MAX_CONTROL_SHARE * len(text) and not is_binary(text)
    return Decoded(text, encoding) if fits else None


def _decode_damaged(data: bytes, origin: str) -> Decoded:
    """Bytes that are not UTF-8 throughout: mostly UTF-8, windows-1252, or neither."""
    if b"\0" in data:
        return _refuse(origin, "input.binary", "holds NUL bytes: not a text file")
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    if sum(not letter.isascii() for letter in repaired) > 2 * broken:  # most of its wide characters are whole
        note = f"{origin}: {broken} broken UTF-8 sequences read as U+FFFD; get a fresh copy if you can"
        return Decoded(repaired, "utf-8", (issue("input.encoding", "warning", note),))
    text = data.decode("cp1252", "replace")
    letters = sum(map(str.isalpha, text))
    accented = sum(letter.isalpha() and not letter.isascii() for letter in text)
    if is_binary(text) or text.count("\ufffd") > MAX_CONTROL_SHARE * len(text):
        return _refuse(origin, "input.binary", "is neither UTF-8 nor any text; save its text as UTF-8")
    if accented > MAX_ACCENTED_SHARE * letters:
        return _refuse(origin, "input.encoding", "is in an unknown encoding; save it as UTF-8")
    note = f"{origin}: not UTF-8, read as windows-1252; check its quotation marks and accents"
    return Decoded(text, "windows-1252", (issue("input.encoding", "warning", note),))


def _refuse(origin: str, code: str, message: str) -> Decoded:
    return Decoded(None, "", (issue(code, "error", f"{origin}: {message}"),))
