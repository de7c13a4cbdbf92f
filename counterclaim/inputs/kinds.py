"""What kind of file bytes are, told by the bytes; names lie."""

from __future__ import annotations

import codecs
import csv
import re
from typing import Literal

import msgspec

Kind = Literal[
    "plain",
    "html",
    "feed",
    "xml",
    "pdf",
    "zip",
    "gzip",
    "mail",
    "mbox",
    "warc",
    "parquet",
    "jsonl",
    "json",
    "csv",
]
HEAD = 1 << 16  # bytes that are enough to tell

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # without members
    (b"\x1f\x8b", "gzip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
_PROLOGUE = re.compile(r"(?:\s|<\?[^>]*>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^>]*>)*", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(r"<([a-zA-Z][\w.-]*:)?([a-zA-Z][\w-]*)[\s/>]")
_HTML_ROOTS = frozenset(
    """html head body title meta link script style base noscript div p span a b i br hr img table tr td ul ol li h1 h2 h3
    h4 section article main header nav center font form iframe""".split()
)
_FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
_TAGS = re.compile(
    r"</?(?:p|br|div|span|a|td|tr|li|ul|h[1-6]|strong|em|b|i)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_MANY_TAGS = 6  # in a piece of a page that was saved without its head
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,40}):[ \t]?.*")
_MAIL_HEADERS = frozenset(
    "from to subject date message-id mime-version received return-path delivered-to content-type".split()
)
_MAIL_NEEDS = 3  # known headers; a press release may open with From and Date lines of its own
_MBOX = re.compile(r"From [^\r\n]+\r?\n[!-9;-~]+:[^\r\n]*\r?\n")
_CELL = re.compile(r"\w[\w .:/_-]{0,39}")  # a heading of a column
_PDF_HEADER = re.compile(rb"%PDF-\d\.\d")
_ROWS = 5  # of a table that are looked at


def tell_kind(head: bytes) -> Kind:
    """The kind of a file that begins with `head`, of which 64 KiB are enough.

    >>> tell_kind(b"%PDF-1.7 ..."), tell_kind(b"<!-- saved --><HTML>"), tell_kind(b"Two men died.")
    ('pdf', 'html', 'plain')
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    text = _peek(head)
    told = _tell_markup(text) or _tell_json(text)
    if told is None and _PDF_HEADER.search(head[:1024]) is not None:
        return "pdf"  # with a server's words before it
    return told or _tell_lines(text) or "plain"


def _peek(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def _tell_markup(text: str) -> Kind | None:
    opening = _PROLOGUE.match(text)
    after = opening.end() if opening else 0
    if re.match(r"\s*<!doctype\s+html", text, re.IGNORECASE):
        return "html"
    root = _ROOT.match(text, after)
    if root is not None:
        name = root[2].lower()
        if name in _FEED_ROOTS:
            return "feed"
        if name in _HTML_ROOTS:
            return "html"
    if text.lstrip().startswith("<?xml"):
        return "xml"
    return "html" if len(_TAGS.findall(text[:20_000])) >= _MANY_TAGS else None


def _tell_json(text: str) -> Kind | None:
    start = text.lstrip()
    if start.startswith("{"):
        line = start.partition("\n")[0]
        whole = _is_object(line) or (len(line) == len(start) and len(text) >= HEAD // 4)
        return "jsonl" if whole else "json" if re.match(r'\{\s*"', start) else None
    return "json" if re.match(r"\[\s*\{", start) else None


def _is_object(line: str) -> bool:
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return False


def _tell_lines(text: str) -> Kind | None:
    if _MBOX.match(text) is not None:
        return "mbox"
    known: set[str] = set()
    for line in text.lstrip("\r\n").splitlines():
        match = _HEADER.fullmatch(line)
        if match is None and not (line[:1] in " \t" and line.strip() and known):
            break
        if match is not None:
            known.add(match[1].lower())
    if len(known & _MAIL_HEADERS) >= _MAIL_NEEDS:
        return "mail"
    return "csv" if find_delimiter(text) else None


def find_delimiter(text: str) -> str | None:
    """What separates the columns of a table that starts with a row of headings; None where it is no table.

    >>> find_delimiter('id;text\\n1;"Two died."\\n'), find_delimiter("Orsa, Thursday\\nTwo men died, he said.")
    (';', None)
    """
    first = text.lstrip().partition("\n")[0].strip()
    for delimiter in (",", ";", "\t", "|"):
        headings = [cell.strip().strip('"') for cell in first.split(delimiter)]
        if len(headings) < 2 or len(set(headings)) < len(headings) or not all(map(_CELL.fullmatch, headings)):
            continue
        try:
            rows = list(
                csv.reader(text.lstrip()[:HEAD].splitlines(keepends=True)[: 50 * _ROWS], delimiter=delimiter)
            )
        except csv.Error:
            continue
        whole = [row for row in rows[1 : _ROWS + 1] if row]
        named = any(heading.casefold() in TEXT_HEADINGS for heading in headings)
        if whole and (
            named
            or (len(headings) > 2 and len(whole) > 1 and all(len(row) == len(headings) for row in whole))
        ):
            return delimiter
    return None


# Headings under which tables of articles keep the text itself.
TEXT_HEADINGS = (
    "text",
    "body",
    "content",
    "article",
    "article_text",
    "articlebody",
    "full_text",
    "fulltext",
    "maintext",
    "story",
    "notes",
)
