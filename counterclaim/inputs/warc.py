"""Web archives (WARC): the pages in them as readings, and how many records there were."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from email.message import Message
from typing import IO, Any, BinaryIO

from msgspec.structs import replace

from counterclaim.inputs.given import Given
from counterclaim.inputs.limits import how_to_raise
from counterclaim.inputs.plain import too_large
from counterclaim.inputs.readings import Reading, issue, refuse

ReadContents = Callable[..., Iterator[Reading]]
_READ = (
    "text/html",
    "application/xhtml",
    "text/plain",
    "application/pdf",
    "application/rss",
    "application/atom",
)
_READ_TOO = ("text/xml", "application/xml", "application/vnd.openxmlformats-officedocument.wordprocessingml")


class _Hashed:
    """A stream that hashes and counts what is read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.digest = hashlib.sha256()
        self.size = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.digest.update(data)
        self.size += len(data)
        return data


def read_warc(
    stream: BinaryIO, *, doc: str, origin: str, given: Given, read_contents: ReadContents
) -> Iterator[Reading]:
    """A reading for each page, PDF, feed or text that a server answered with; others are counted.

    An archive that was cut between two records reads without an error: the remark at the end states
    how many there were and the file's SHA-256, to be compared with what its maker kept. Needs the extra `warc`.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        yield refuse(
            origin, "input.needs", "is a web archive, which needs warcio; pip install 'counterclaim[warc]'"
        )
        return
    hashed = _Hashed(stream)
    records = 0
    passed_over: Counter[str] = Counter()
    try:
        for record in ArchiveIterator(hashed, check_digests=True):
            records += 1
            if records > given.limits.members:
                limit = given.limits.members
                message = f"holds more than {limit:,} records, those after were not read"
                yield refuse(origin, "input.too_large", f"{message}; {how_to_raise('members', 10 * limit)}")
                break
            skipped = _why_skipped(record)
            if skipped is not None:
                passed_over[skipped] += 1
            else:
                yield from _read_record(record, records, origin, given, read_contents)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        yield refuse(
            origin, "input.archive", f"breaks off after {records:,} records ({error}); get a fresh copy"
        )
        if not records:
            return
    while hashed.read(1 << 16):
        pass
    if not records:
        yield refuse(origin, "input.empty", f"is a web archive without records (named {doc})")
        return
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in passed_over.most_common(8))
    told = f"{records:,} records in {hashed.size:,} bytes, SHA-256 {hashed.digest.hexdigest()}"
    message = f"{origin}: {told}; passed over: {kinds or 'none'}"
    yield Reading(None, (issue("input.archive", "info", message),), origin)


def _why_skipped(record: Any) -> str | None:
    """What a record is that is not read, or None."""
    if record.rec_type not in ("response", "resource"):
        return f"{record.rec_type} records"
    if record.rec_type == "response":
        if record.http_headers is None:
            return "answers without headers"
        status = record.http_headers.get_statuscode()
        if status != "200":
            return f"answers of status {status}"
    kind, _ = _content_type(record)
    return None if not kind or kind.startswith(_READ + _READ_TOO) else kind


def _content_type(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    message = Message()
    message["Content-Type"] = headers.get_header("Content-Type") or ""
    known = headers.get_header("Content-Type") is not None
    return (message.get_content_type() if known else ""), message.get_content_charset()


def _read_record(
    record: Any, number: int, origin: str, given: Given, read_contents: ReadContents
) -> Iterator[Reading]:
    where = f"{origin}#{number}"
    address = record.rec_headers.get_header("WARC-Target-URI") or where
    data = record.content_stream().read(given.limits.file_bytes + 1)
    if len(data) > given.limits.file_bytes:
        yield refuse(where, "input.too_large", too_large(given.limits))
        return
    issues = []
    if getattr(record.raw_stream, "limit", 0):
        issues.append(
            issue("input.archive", "warning", f"{where}: {address} breaks off; the archive was cut")
        )
    elif record.digest_checker.passed is False:
        message = (
            f"{where}: {address} is not what was archived (digest differs); get a fresh copy of the archive"
        )
        issues.append(issue("input.archive", "warning", message))
    page = replace(given.inside(), charset=_content_type(record)[1], address=address)
    if not data:
        yield refuse(where, "input.empty", f"{address} was answered with nothing")
        return
    for reading in read_contents(data, doc=address, origin=where, given=page):
        yield replace(reading, issues=(*issues, *reading.issues))
